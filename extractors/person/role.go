package person

import (
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// act is what one mention does in its sentence.
type act struct {
	m    *mention
	role string // "" is mentioned
	how  int32
	post scan.Hit // range of tokens of the post; empty when unknown
	to   string   // elected_to
}

// acts decides the role of each mention of a sentence.
func (x *Extractor) acts(t *scan.Text, s scan.Sentence, ms []mention) []act {
	out := make([]act, len(ms))
	for i := range ms {
		out[i] = act{m: &ms[i]}
	}
	if x.isCareer(t, s, ms) {
		return out
	}
	x.events(t, s, ms, out)
	for i := range out {
		if out[i].role == "" {
			out[i].role = x.byCue(t, s, ms, i)
		}
	}
	return out
}

// isCareer reports whether a sentence tells a biography: born, native of,
// formerly; or dated by a month or year long before its verb.
func (x *Extractor) isCareer(t *scan.Text, s scan.Sentence, ms []mention) bool {
	end := s.Last
	if len(ms) > 0 { // "ông A, sinh năm 1960, được bầu": the word stands after the subject
		end = min(end, ms[len(ms)-1].to+12)
	}
	return t.Has(x.career, s.First, end)
}

// events reads the verbs that give a post.
func (x *Extractor) events(t *scan.Text, s scan.Sentence, ms []mention, out []act) {
	verbs := x.eventVerbs(t, s)
	for k, v := range verbs {
		clauseEnd := s.Last
		if k+1 < len(verbs) {
			clauseEnd = verbs[k+1].First
		}
		clauseStart := s.First
		if k > 0 {
			clauseStart = verbs[k-1].Last
		}
		if x.denied(t, v, clauseStart) {
			continue
		}
		post, to := x.postAfter(t, v.Last, clauseEnd, ms)
		after := x.objects(t, v, clauseEnd, ms)
		if len(after) > 0 && !x.passive(t, v) {
			if to == "" {
				post, to = x.postBetween(t, v.Last, ms[after[0]].from)
			}
			for _, i := range after {
				own, ownTo := x.postAfter(t, ms[i].to, x.limit(ms, i, clauseEnd), ms)
				if ownTo == "" {
					own, ownTo = post, to
				}
				x.elect(&out[i], v.Value, own, ownTo)
			}
			continue
		}
		for _, i := range x.subjects(t, v, clauseStart, ms, out) {
			x.elect(&out[i], v.Value, post, to)
		}
	}
}

// eventVerbs returns the verbs of events, several in a row ("được bầu giữ",
// "điều động, chỉ định") as one.
func (x *Extractor) eventVerbs(t *scan.Text, s scan.Sentence) []scan.Hit {
	var out []scan.Hit
	for _, v := range t.HitsIn(x.verbs, s.First, s.Last) {
		if n := len(out); n > 0 && v.First-out[n-1].Last <= 2 && !x.nameBetween(t, out[n-1].Last, v.First) {
			out[n-1].Last = v.Last
			if v.Value == howAppointed {
				out[n-1].Value = v.Value
			}
			continue
		}
		out = append(out, v)
	}
	return out
}

func (x *Extractor) nameBetween(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if t.Tokens[i].Upper {
			return true
		}
	}
	return false
}

// denied reports whether the event is no election: a post that is left, a
// candidacy, a report of the past.
func (x *Extractor) denied(t *scan.Text, v scan.Hit, from int32) bool {
	near := max(from, v.First-4)
	return t.Has(x.leaving, near, v.Last) || t.Has(x.nominee, near, v.Last)
}

// passive reports whether the person stands before the verb.
func (x *Extractor) passive(t *scan.Text, v scan.Hit) bool {
	for i := v.First; i < v.Last; i++ {
		switch vn.Fold(t.Word(i)) {
		case "được", "trúng", "đắc", "tái", "giữ", "nhậm", "nhận":
			return true
		}
	}
	if v.First > 0 {
		switch vn.Fold(t.Word(v.First - 1)) {
		case "được", "nhiệm", "trị", "thư": // được tín nhiệm bầu; được Bộ Chính trị chỉ định
			return t.Tokens[v.First-1].Sentence == t.Tokens[v.First].Sentence && x.passiveAgent(t, v.First-1)
		}
	}
	return false
}

// passiveAgent reports whether "được" stands within a few words before token i:
// được Bộ Chính trị phân công.
func (x *Extractor) passiveAgent(t *scan.Text, i int32) bool {
	for j := i; j >= 0 && j > i-8 && t.Tokens[j].Sentence == t.Tokens[i].Sentence; j-- {
		if t.Is(j, ',') || t.Is(j, ';') {
			return false
		}
		if vn.Fold(t.Word(j)) == "được" {
			return true
		}
	}
	return false
}

// objects returns the people after an active verb, up to the end of its
// clause: "bầu ông A giữ chức …", "bầu bốn phó bí thư gồm các ông A, B và C".
func (x *Extractor) objects(t *scan.Text, v scan.Hit, end int32, ms []mention) []int {
	var out []int
	for i := range ms {
		if ms[i].first >= v.Last && ms[i].last <= end && !x.replaced(t, &ms[i]) {
			out = append(out, i)
		}
	}
	return out
}

// replaced reports whether a person is the one whose post another takes: "thay
// ông B".
func (x *Extractor) replaced(t *scan.Text, m *mention) bool {
	for j := m.from - 1; j >= 0 && j >= m.from-2; j-- {
		switch vn.Fold(t.Word(j)) {
		case "thay", "thế":
			return true
		case "cho":
			continue
		}
		break
	}
	return false
}

// subjects returns the people before a passive verb: the last named and those
// that a comma, a semicolon, a dash or "và" joins to it.
func (x *Extractor) subjects(t *scan.Text, v scan.Hit, from int32, ms []mention, out []act) []int {
	var list []int
	next := v.First
	for i := len(ms) - 1; i >= 0; i-- {
		m := &ms[i]
		if m.last > v.First || m.first < from {
			continue
		}
		if x.replaced(t, m) || out[i].role != "" {
			if len(list) > 0 {
				break
			}
			continue
		}
		if len(list) > 0 && !x.joined(t, m.to, next) {
			break
		}
		list = append(list, i)
		next = m.from
	}
	return list
}

// joined reports whether only marks and "và", "cùng" stand between two people.
func (x *Extractor) joined(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		tok := &t.Tokens[i]
		if tok.Kind == scan.Punct && (tok.ID == ',' || tok.ID == ';' || tok.ID == '-' || tok.ID == ')' || tok.ID == '(') {
			continue
		}
		switch vn.Fold(t.Word(i)) {
		case "và", "cùng", "khoá", "nhiệm", "kì":
			continue
		}
		if tok.Kind == scan.Number || isRoman(t.Word(i)) {
			continue
		}
		return false
	}
	return true
}

func (x *Extractor) limit(ms []mention, i int, end int32) int32 {
	if i+1 < len(ms) {
		return min(end, ms[i+1].from)
	}
	return end
}

// postAfter reads the post after a verb: "giữ chức Bí thư Tỉnh ủy X", "vào Ban
// Thường vụ".
func (x *Extractor) postAfter(t *scan.Text, from, end int32, ms []mention) (scan.Hit, string) {
	for _, m := range ms { // the words of a person named later are not the post
		if m.first >= from && m.from < end && m.from > from {
			end = m.from
			break
		}
	}
	return x.postBetween(t, from, end)
}

func (x *Extractor) postBetween(t *scan.Text, from, end int32) (scan.Hit, string) {
	if from >= end {
		return scan.Hit{}, ""
	}
	best := scan.Hit{}
	to := ""
	for _, h := range t.HitsIn(x.titles, from, end) {
		if x.leavingBefore(t, h.First, from) {
			continue
		}
		full := scan.Hit{First: h.First, Last: x.titleEnd(t, h, end)}
		code := x.titleList[h.Value].post
		if code == "" {
			code = "other"
		}
		if x.higher(code, to) {
			best, to = full, code
		}
	}
	for _, h := range t.HitsIn(x.into, from, end) {
		if code := x.intoCodes[h.Value]; x.higher(code, to) && !x.inTitle(h, best) && !x.leavingBefore(t, h.First, from) {
			best, to = h, code
		}
	}
	return best, to
}

func (x *Extractor) leavingBefore(t *scan.Text, i, from int32) bool {
	return t.Has(x.leaving, max(from, i-4), i)
}

func (x *Extractor) inTitle(h, title scan.Hit) bool {
	return h.First >= title.First && h.Last <= title.Last
}

// posts in the order of the codebook's highest Party post.
var height = map[string]int{
	"secretary": 9, "deputy_secretary": 8, "standing_committee": 6, "inspection_head": 7, "committee": 4,
	"inspection_committee": 3, "delegate": 2, "other": 1, "": 0,
}

func (x *Extractor) higher(a, b string) bool { return height[a] > height[b] }

func (x *Extractor) elect(a *act, how int32, post scan.Hit, to string) {
	if to == "" {
		return
	}
	if a.role == "elected" && !x.higher(to, a.to) {
		return
	}
	a.role, a.how, a.post, a.to = "elected", how, post, to
}

// byCue gives the role by the strongest verb of the clause that a mention
// belongs to.
func (x *Extractor) byCue(t *scan.Text, s scan.Sentence, ms []mention, i int) string {
	m := &ms[i]
	left, right := s.First, s.Last
	if i > 0 && !x.joined(t, ms[i-1].to, m.from) {
		left = ms[i-1].to
	}
	if i+1 < len(ms) && !x.joined(t, m.to, ms[i+1].from) {
		right = ms[i+1].from
	}
	role, strength := "", 0
	for _, h := range t.HitsIn(x.cues, left, right) {
		q := x.cueList[h.Value]
		ok := q.after && h.First >= m.to || q.before && h.Last <= m.from
		if h.First >= m.to && q.after && x.clauseBreak(t, m.to, h.First) {
			ok = false
		}
		if ok && q.strength > strength {
			role, strength = q.role, q.strength
		}
	}
	if strength > 0 {
		return role
	}
	// A list after a verb: "Chủ trì hội nghị có các đồng chí: A; B; C".
	for _, h := range t.HitsIn(x.cues, s.First, m.from) {
		q := x.cueList[h.Value]
		if q.before && q.strength >= strength && x.listed(t, h.Last, ms, i) {
			role, strength = q.role, q.strength
		}
	}
	return role
}

// clauseBreak reports whether a semicolon stands between a person and a verb.
func (x *Extractor) clauseBreak(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if t.Is(i, ';') {
			return true
		}
	}
	return false
}

// listed reports whether mention i belongs to the list that begins after a
// verb: from there on people are joined by marks only.
func (x *Extractor) listed(t *scan.Text, from int32, ms []mention, i int) bool {
	for k := i; k > 0 && ms[k-1].first >= from; k-- {
		if !x.joined(t, ms[k-1].to, ms[k].from) {
			return false
		}
	}
	return true
}
