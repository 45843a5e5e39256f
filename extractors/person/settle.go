package person

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// settle keeps one row a person and role: "mentioned" only for those who do
// nothing else, and of several posts the one that the document is about, in the
// Party the highest. A post outside the Party stays beside one inside it only
// where one sentence gives both.
func (x *Extractor) settle(list []found, id *scan.Identity) []found {
	if len(list) == 0 {
		return nil
	}
	people := make([]standing, 0, len(list))
	of := make(map[string]int, len(list)) // in people, by key
	first := make(map[doing]int, len(list))
	for i := range list {
		f := &list[i]
		n, ok := of[f.key]
		if !ok {
			n = len(people)
			of[f.key] = n
			people = append(people, standing{})
		}
		f.person = n
		people[n].take(f, i, id)
		if _, ok := first[doing{n, f.role}]; !ok {
			first[doing{n, f.role}] = i
		}
	}
	greet(people)
	out := list[:0]
	for i := range list {
		f := &list[i]
		if people[f.person].keeps(f, i, first[doing{f.person, f.role}] == i, id.Outside) {
			if f.role == "speaker" && people[f.person].guides() {
				f.fact.Set("role", report.Text("concluding_speaker"))
			}
			if how := people[f.person].of(f.to == "other").how; f.guess && !how.IsNull() {
				f.fact.Set("how", how)
			}
			if f.sentence == 0 && f.role == "elected" && f.titles == "" && people[f.person].titles != "" { // a headline gives the name alone
				f.fact.Set("titles", report.Text(people[f.person].titles))
				f.fact.Derived = "titles: " + strings.ReplaceAll(people[f.person].titles, ";", ",")
			}
			out = append(out, *f)
		}
	}
	return out
}

// doing is a person in a role.
type doing struct {
	person int
	role   string
}

// standing is what all mentions of one person say together.
type standing struct {
	concludes      bool // some mention is of a closing speech
	attends        bool // some mention is of a guest
	directs        int  // what some mention demands, and of whom
	judges         bool // some mention judges those who meet
	sent           bool // some mention says that who speaks was sent to direct
	posted         bool // some mention says outright that who speaks was sent
	behalf         bool // somebody who demands speaks for a committee above
	above          bool // some title is of a committee above that of the document
	strong         int  // mentions of more than a weak role
	active         int  // mentions of somebody who does something
	inside, beside posts
	titles         string // the first that an election below the headline gives
}

// posts are the posts of one person inside the Party, or outside.
type posts struct {
	best     int // the place in the list of the first of the highest posts
	height   int
	any      bool
	how      report.Value // of the first whose how is told
	from, to int32        // sentences of the first and the last
}

// greet lets the guests from above who judge in what they say direct, where none of them is
// said to do so: a congress is directed by it.
func greet(people []standing) {
	for i := range people {
		if p := &people[i]; p.concludes && (p.above || p.attends) || p.above && p.guides() {
			return
		}
	}
	for i := range people {
		if p := &people[i]; p.attends && p.above && p.judges {
			p.directs = ofCommittees
		}
	}
}

// rankOf orders the levels of Party organisations.
var rankOf = map[string]int{"cell": 1, "grassroots": 2, "upper_grassroots": 3, "province": 4, "central": 5}

// superior reports whether titles name a committee above the one that a document is about.
func superior(titles string, id *scan.Identity) bool {
	own := rankOf[id.Level]
	if own == 0 || titles == "" || id.Outside {
		return false
	}
	titles = vn.Fold(titles)
	for _, c := range committeeRanks {
		if c.rank > own && strings.Contains(titles, c.word) {
			return c.word != "thành uỷ" || own < 3 || !strings.Contains(vn.Fold(id.Unit), "thành phố")
		}
	}
	return false
}

// committeeRanks are words of committees in titles with the level above which none of
// theirs is; a city may be a province's.
var committeeRanks = []struct {
	word string
	rank int
}{
	{"đảng uỷ xã", 2}, {"đảng uỷ phường", 2}, {"đảng uỷ thị trấn", 2}, {"đảng uỷ khối", 3}, {"huyện uỷ", 3}, {"quận uỷ", 3}, {"thị uỷ", 3},
	{"thành uỷ", 4}, {"tỉnh uỷ", 4}, {"quân khu", 4}, {"quân đoàn", 4}, {"binh chủng", 4}, {"trung ương", 5}, {"bộ chính trị", 5}, {"ban bí thư", 5},
}

func (p *standing) take(f *found, i int, id *scan.Identity) {
	if p.titles == "" && f.role == "elected" && f.sentence > 0 {
		p.titles = f.titles
	}
	p.concludes = p.concludes || f.role == "concluding_speaker"
	p.attends = p.attends || f.role == "attendee"
	p.above = p.above || (f.role == "attendee" || f.guide || f.role == "speaker" && id.Type == "minutes") && superior(f.titles, id)
	p.sent, p.posted = p.sent || f.guide, p.posted || f.posted
	p.behalf = p.behalf || superior(f.forWhom, id)
	p.directs = max(p.directs, f.directs)
	p.judges = p.judges || f.judges
	if !f.weak {
		p.strong++
	}
	if f.role != "mentioned" {
		p.active++
	}
	if f.role == "elected" {
		p.of(f.to == "other").take(f, i)
	}
}

// guiding reports whether a person is told to have been sent to a congress, or to speak at it:
// "Phó Bí thư Thành ủy A, người chỉ đạo đại hội, nhấn mạnh …", "Phát biểu tại Đại hội, …".
func guiding(t *scan.Text, m *mention) bool {
	s := t.SentenceOf(m.first)
	i := m.to
	if t.Is(i, ',') || t.Is(i, '-') {
		i++
	}
	for _, h := range m.titles {
		if t.Fold(h.First) == "trưởng" && t.Fold(h.First+1) == "đoàn" {
			switch t.Fold(h.Last - 1) {
			case "hội", "tác", "đạo":
				return true // "trưởng đoàn chỉ đạo đại hội", "Trưởng Đoàn công tác"
			}
		}
	}
	if posted(t, s, i) {
		return true
	}
	if w := t.Fold(i); (w == "chỉ" || w == "theo") && t.Is(i-1, ',') && i+4 < s.Last && t.Fold(i+2) == "đại" && t.Fold(i+3) == "hội" {
		return true // "ông A, Ủy viên Thường vụ, chỉ đạo đại hội, lưu ý …"
	}
	if t.Fold(s.First) == "phát" && t.Is(s.First+2, ',') {
		return true // "Phát biểu, ông A …"
	}
	for k := s.First; k+2 < min(m.from, s.First+near); k++ {
		if t.Fold(k) == "tại" && t.Fold(k+1) == "đại" && t.Fold(k+2) == "hội" {
			return true
		}
	}
	return false
}

// posted reports whether token i begins the words by which somebody is said to have been sent
// to direct a congress: "người chỉ đạo đại hội".
func posted(t *scan.Text, s scan.Sentence, i int32) bool {
	if t.Fold(i) != "người" || i+3 >= s.Last {
		return false
	}
	switch t.Fold(i+1) + " " + t.Fold(i+2) {
	case "chỉ đạo", "theo dõi", "phụ trách", "được phân", "được cử":
		return true
	}
	return false
}

// behalfOf returns the words of the committee that somebody speaks for at the begin of a
// sentence or behind the name, "" for none: "Thay mặt Tỉnh ủy, đồng chí A yêu cầu …".
func behalfOf(t *scan.Text, m *mention) string {
	s := t.SentenceOf(m.first)
	i := s.First
	if t.Fold(i) != "thay" {
		if i = m.to; t.Is(i, ',') {
			i++
		}
	}
	if t.Fold(i) != "thay" || t.Fold(i+1) != "mặt" {
		return ""
	}
	end := i + 2
	for end < s.Last && end < i+near && !t.Is(end, ',') && end != m.from {
		end++
	}
	return t.String(i+2, end)
}

// demandsBehind reports whether a verb of a demand stands behind a person in the sentence.
func (x *Extractor) demandsBehind(t *scan.Text, m *mention) bool {
	return t.Has(x.demands, m.to, min(m.to+far, t.SentenceOf(m.first).Last))
}

// guides reports whether a person is a guest, or somebody from above, who directs.
func (p *standing) guides() bool {
	return p.behalf || p.posted && p.above && p.judges || p.directs == ofCommittees && (p.attends || p.above) || p.directs == ofUnits && p.above && p.sent
}

// speaks makes a speaker of who was only mentioned.
func (f *found) speaks() {
	f.role, f.weak = "speaker", false
	f.fact.Set("role", report.Text(f.role))
}

func (p *standing) of(other bool) *posts {
	if other {
		return &p.beside
	}
	return &p.inside
}

func (q *posts) take(f *found, i int) {
	if !f.guess && q.how.IsNull() {
		q.how = f.fact.Get("how")
	}
	h := height[f.to]
	if !q.any || h > q.height {
		q.best, q.height = i, h
	}
	if !q.any {
		q.from = f.sentence
	}
	q.any, q.to = true, f.sentence
}

// keeps reports whether mention i, perhaps the first of its role, makes a row.
func (p *standing) keeps(f *found, i int, first, outside bool) bool {
	switch {
	case f.role == "attendee" && p.guides():
		return first
	case f.role == "speaker" && p.concludes, f.weak && p.strong > 0, f.role == "mentioned" && p.active > 0:
		return false
	case f.role != "elected":
		return first
	}
	other := f.to == "other"
	if p.of(other).best != i {
		return false
	}
	q := p.of(!other)
	elsewhere := q.any && (q.from != f.sentence || q.to != f.sentence)
	return !elsewhere || other == outside
}
