package person

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// found is one person and role with the first evidence.
type found struct {
	name   string
	key    string // name, folded
	fact   report.Fact
	role   string
	to     string
	titles string
	held   string // titles, folded, once somebody asked
	// sentence is where the mention stands.
	sentence int32
	person   int    // which, once all are found
	guess    bool   // how the post was given is only likely
	directs  int    // says what a committee or unit shall do
	judges   bool   // judges those who meet
	weak     bool   // a role that any other role replaces: who brings flowers
	posted   bool   // is said outright to have been sent
	guide    bool   // was sent to direct the congress, or speaks at it
	forWhom  string // whom somebody who demands speaks for
}

// story is what the text has told up to a sentence.
type story struct {
	told  bool  // an election has been told of in this or the last two sentences
	since int   // sentences since then
	ever  bool  // an election has been told of anywhere before
	once  bool  // so has an election or what came of one
	how   int32 // of the last event told
	post  scan.Hit
	to    string // the post that the last event gave

	vacant string // the post of who was told last to leave

	above  intro // of the list that the sentence stands in
	intro  int   // the sentence that it is
	block  int   // the last block that counted in since
	inList bool
	breach bool // the document is about discipline

	results int     // one more than the last sentence of the results of a ballot; 0 for none
	ballots float64 // how many votes there were in it, where known
}

// Facts emits a fact per person and role, in the order of the text.
func (x *Extractor) Facts(t *scan.Text, emit func(report.Fact)) {
	memory := scan.Memo(t, &x.ofFound, func(_ *scan.Text, old *[]found) *[]found {
		if old == nil {
			return new([]found)
		}
		clear(*old)
		return old
	})
	list := (*memory)[:0]
	st := story{intro: -2, breach: x.breach(t)}
	for si := range t.Sentences {
		s := t.Sentences[si]
		if s.First == s.Last {
			continue
		}
		if listed := si == st.intro+1 && !(t.Identity.Type == "news" && si == len(t.Sentences)-1 && s.Last-s.First <= 3) || st.inList && (listItem(t, s) || si+1 < len(t.Sentences) && x.namesOne(t, s)); !listed && x.byline(t, s) || x.forBody(t, si) {
			list = x.signer(t, si, list)
			continue
		}
		ms := x.mentions(t, s, st.inList && st.above.cue.role == "" || si == st.intro+1 || st.results > 0 && si-st.results < resultsReach && listItem(t, s))
		ms = x.withoutUnits(t, s, ms)
		before := st
		x.follow(t, si, &st)
		if st.inList && st.above.units && si != st.intro {
			ms = slices.DeleteFunc(ms, func(m mention) bool { return !m.honorific })
		}
		if st.inList && st.intro != si && len(ms) == 0 && st.above.cue.role == "" {
			x.narrow(t, s, &st)
		}
		if len(ms) == 0 {
			x.seat(t, s, &st)
			list = x.again(t, si, list)
			list = x.gotByPronoun(t, si, before, list)
			continue
		}
		x.attach(t, s, ms)
		x.sign(t, si, ms)
		if len(ms) == 1 {
			x.rowTitles(t, s, &ms[0])
		}
		if len(ms) == 1 {
			if office, ok := x.inLine(t, si, &ms[0]); ok {
				ms[0].titles = office
				list = x.add(t, list, act{m: &ms[0]})
				continue
			}
		}
		acts := x.acts(t, s, ms, &st)
		if st.inList {
			x.enlist(t, st.above, acts)
		}
		x.tally(t, si, acts, &st)
		for _, a := range acts {
			if a.role == "elected" && (st.breach || a.to == "other" && x.organ(t, a.post)) {
				a.role = ""
				if p := a.post; !st.breach && p.First >= a.m.last && p.First <= a.m.to+2 && p.Last > p.First {
					a.m.titles = append(slices.Clone(a.m.titles), p) // "1. A (Trưởng ban); 2. B"
				}
			}
			if a.role == "elected" {
				st.post, st.to, st.told, st.since = a.post, a.to, true, 0
			}
			list = x.add(t, list, a)
		}
		if len(ms) == 1 && (t.Has(x.leaving, s.First, s.Last) || t.Has(x.withdrawn, s.First, s.Last)) {
			st.vacant = x.postOfName(list, vn.Fold(t.String(ms[0].first, ms[0].last)))
		}
	}
	*memory = list
	for _, f := range x.settle(list, &t.Identity) {
		emit(f.fact)
	}
}

// postOfName returns the Party post that somebody named before has among the titles.
func (x *Extractor) postOfName(list []found, key string) string {
	for _, f := range slices.Backward(list) {
		if f.key != key && !strings.HasSuffix(f.key, " "+key) {
			continue
		}
		for one := range strings.SplitSeq(vn.Fold(f.titles), "; ") {
			switch {
			case strings.HasPrefix(one, "bí thư"):
				return "secretary"
			case strings.HasPrefix(one, "phó bí thư"):
				return "deputy_secretary"
			case strings.HasPrefix(one, "chủ nhiệm uỷ ban kiểm tra"), strings.HasPrefix(one, "chủ nhiệm ubkt"):
				return "inspection_head"
			}
		}
	}
	return ""
}

// follow takes a sentence into the story.
func (x *Extractor) follow(t *scan.Text, si int, st *story) {
	s := t.Sentences[si]
	verbs := x.withoutDuties(t, t.HitsIn(x.verbs, s.First, s.Last))
	if len(verbs) > 0 || t.Has(x.into, s.First, s.Last) && (t.Has(x.list, s.First, s.Last) || t.Has(x.presented, s.First, s.Last) || x.numbers(t, s) || x.composed(t, s)) || len(verbs) == 0 && !st.told && (polled(t, s) && !t.Has(x.nominee, s.First, s.Last) || outcome(t, s)) {
		st.told, st.once, st.since = true, true, 0
		if len(verbs) > 0 {
			st.ever = true
			if !meant(t, verbs) {
				st.how = x.how(t, verbs)
			}
		}
	} else if item := listItem(t, s); !item || s.Block != st.block {
		if !item {
			st.since++
		}
		if st.block = s.Block; st.since > 2 {
			st.told, st.to = false, ""
		}
	}
	st.once = st.once || newBody(t, s)
	if x.headsResults(t, s) || x.tellsResults(t, s) {
		st.results, st.ballots = si+1, 0
	} else if st.results > 0 && si-st.results+1 <= resultsReach && t.Doc.Blocks[s.Block].Kind == report.TableCell {
		st.results = si + 1
	}
	begins := si == st.intro+1 && !t.Is(s.First-1, '.') // prose goes on behind a full stop
	if !listItem(t, s) && !begins && !(st.inList && st.above.cue.role == "" && x.namesOne(t, s)) {
		st.inList = false
	}
	if st.inList && st.above.cue.role == "" {
		st.told, st.since, st.how = true, 0, st.above.how
	}
	if in, ok := x.introduces(t, s, st); ok {
		st.above, st.inList, st.intro = in, true, si
	}
}

// withoutDuties leaves out of the verbs of a sentence "được giao" where work or a number was
// given and no post: "so với số lượng được giao còn khuyết 5 người".
func (x *Extractor) withoutDuties(t *scan.Text, verbs []scan.Hit) []scan.Hit {
	for i, v := range verbs {
		if v.Value == howAssigned && t.Fold(v.Last-1) == "giao" && x.compound(t, v) {
			return x.withoutDuties(t, slices.Delete(slices.Clone(verbs), i, i+1))
		}
	}
	return verbs
}

// outcome reports whether a line of its own heads the results of a congress: "ĐẢNG BỘ PHƯỜNG
// 12 - KẾT QUẢ ĐẠI HỘI".
func outcome(t *scan.Text, s scan.Sentence) bool {
	if s.Last-s.First > far || t.Is(s.Last-1, '.') {
		return false
	}
	for i := s.First; i+3 < s.Last; i++ {
		if w := t.Word(i); w != "KẾT" && w != "Kết" && w != "kết" {
			continue
		}
		if t.Fold(i+1) == "quả" && (t.Fold(i+2) == "đại" && t.Fold(i+3) == "hội" || t.Fold(i+2) == "bầu") {
			return true
		}
	}
	return false
}

// newBody reports whether a sentence speaks of a committee that a congress made, or of what
// came of congresses: "danh sách Ban Chấp hành mới", "cấp ủy khóa XVIII", "kết quả sau 8 đại
// hội cấp xã".
func newBody(t *scan.Text, s scan.Sentence) bool {
	for i := s.First; i+2 < s.Last; i++ {
		next := ""
		switch t.Fold(i) {
		case "chấp":
			next = "hành"
		case "cấp":
			next = "uỷ"
		case "thường":
			next = "vụ"
		case "kết":
			if t.Fold(i+1) == "quả" && ofCongress(t, i+2, min(s.Last, i+8)) {
				return true
			}
			continue
		default:
			continue
		}
		if t.Fold(i+1) == next && ofNewTerm(t, i+2, min(s.Last, i+6)) {
			return true
		}
	}
	return false
}

// ofNewTerm reports whether words behind the name of a committee say which term it is of.
func ofNewTerm(t *scan.Text, from, end int32) bool {
	for k := from; k < end && t.Tokens[k].Kind == scan.Word; k++ {
		if w := t.Fold(k); w == "mới" || w == "khoá" && k+1 < end && (isRoman(t.Word(k+1)) || t.Fold(k+1) == "mới") {
			return true
		}
	}
	return false
}

// ofCongress reports whether a range of tokens names a congress.
func ofCongress(t *scan.Text, from, end int32) bool {
	for k := from; k+1 < end; k++ {
		if t.Fold(k) == "đại" && t.Fold(k+1) == "hội" {
			return true
		}
	}
	return false
}

// namesOne reports whether a paragraph is nothing but a person with offices, as an
// item of a list is that has no mark: "Bà A, Phó Bí thư Tỉnh ủy."
func (x *Extractor) namesOne(t *scan.Text, s scan.Sentence) bool {
	first, last := t.Block(s.Block)
	if first == s.First && last == s.Last && x.onlyName(t, first, last) {
		return true
	}
	h, ok := t.At(x.honorifics, first)
	return ok && h.Value == 0 && first == s.First && last == s.Last && h.Last < last && t.Tokens[h.Last].Upper && !t.Has(x.cues, h.Last, last) && !t.Has(x.verbs, h.Last, last) && !t.Has(x.refused, h.Last, last) && !t.Has(x.leaving, h.Last, last)
}

// onlyName reports whether a paragraph is a name without a word of address, and behind it
// nothing but a dash, a comma or a bracket with an office: "Giàng A Sùng - Bí thư".
func (x *Extractor) onlyName(t *scan.Text, first, last int32) bool {
	if first >= last || !t.Tokens[first].Upper || last-first > far {
		return false
	}
	end := x.name(t, first, last, false)
	if end-first < 2 || t.Has(x.titles, first, end) || t.Has(x.into, first, end) {
		return false
	}
	if end == last {
		return !t.Tokens[first].AllUpper
	}
	if !t.Is(end, '-') && !t.Is(end, ',') && !t.Is(end, '(') || end+1 >= last {
		return t.Is(end, '.') && end+1 == last || t.Is(end, ';') && end+1 == last
	}
	_, ok := x.titleAt(t, end+1, last)
	return ok && !t.Has(x.cues, end, last) && !t.Has(x.verbs, end, last)
}

// numbers reports whether a sentence begins with a body and how many are in it, and
// lists them behind a colon: "Chi ủy 3 đồng chí: A, B, C".
func (x *Extractor) numbers(t *scan.Text, s scan.Sentence) bool {
	h, ok := t.At(x.into, s.First)
	if !ok || h.Last+2 >= s.Last || t.Tokens[h.Last].Kind != scan.Number {
		return false
	}
	p, ok := t.At(x.honorifics, h.Last+1)
	return ok && t.Is(p.Last, ':') && !t.Has(x.cues, p.Last, s.Last)
}

// composed reports whether a sentence says how many there are in a body: "BCH: 41 đồng chí;
// BTV: 12 đồng chí", and not how many there are to be.
func (x *Extractor) composed(t *scan.Text, s scan.Sentence) bool {
	for _, h := range t.HitsIn(x.into, s.First, s.Last) {
		if height[x.intoCodes[h.Value]] >= height["inspection_committee"] && x.countedAt(t, h.Last, min(s.Last, h.Last+6)) {
			return !t.Has(x.nominee, s.First, s.Last) && !designed(t, s) && !x.attended(t, s.First, s.Last) && !x.meet(t, s)
		}
	}
	return false
}

// meet reports whether a sentence says that people came: "Chi ủy 3 đồng chí … đến dự".
func (x *Extractor) meet(t *scan.Text, s scan.Sentence) bool {
	for _, h := range t.HitsIn(x.cues, s.First, s.Last) {
		if x.cueList[h.Value].role == "attendee" && !x.compound(t, h) && !x.sent(t, s.First, h) {
			return true
		}
	}
	return false
}

// designed reports whether a sentence speaks of what a plan or a list foresees.
func designed(t *scan.Text, s scan.Sentence) bool {
	for i := s.First; i+1 < s.Last; i++ {
		switch t.Fold(i) + " " + t.Fold(i+1) {
		case "đề án", "phương án", "danh sách", "số lượng", "cơ cấu", "để bầu", "quyết định":
			return true
		}
	}
	return false
}

// how is how the verbs of a sentence give a post: who is moved to it by an
// appointment is appointed. The "cử" of "bầu cử" moves nobody.
func (x *Extractor) how(t *scan.Text, verbs []scan.Hit) int32 {
	for i, v := range verbs {
		if v.Value == howAssigned && x.compound(t, v) {
			return howElected
		}
		if v.Value == howElected && i+1 < len(verbs) && wordBefore(t, v.First) == "không" {
			return x.how(t, verbs[i+1:]) // "không bầu cấp ủy mà nhận quyết định chỉ định …"
		}
	}
	return how(verbs)
}

func how(verbs []scan.Hit) int32 {
	for _, v := range verbs {
		if v.Value != howAssigned {
			return v.Value
		}
	}
	return howAssigned
}

// meant reports whether the verbs of a sentence only say what a seat is kept for: "khuyết
// 1 đồng chí để luân chuyển".
func meant(t *scan.Text, verbs []scan.Hit) bool {
	return !slices.ContainsFunc(verbs, func(v scan.Hit) bool { return v.Value != howAssigned || wordBefore(t, v.First) != "để" })
}

// narrow takes the post of an item without names for those below it: "2. Phó Bí
// thư: 02 đồng chí".
func (x *Extractor) narrow(t *scan.Text, s scan.Sentence, st *story) {
	if b := t.Doc.Blocks[s.Block]; b.Kind == report.TableCell || !t.Has(x.honorifics, s.First, s.Last) {
		return
	}
	if post, to := x.postBetween(t, s.First, s.Last, nil); to != "" && to != "other" {
		st.above.post, st.above.to = post, to
	}
}

// breach reports whether a document is about discipline: posts in it are told of
// the past. Its headline says so, or its lead more than once; "kỷ luật" in a
// slogan does not.
func (x *Extractor) breach(t *scan.Text) bool {
	n := 0
	for i := range min(3, len(t.Sentences)) {
		s := t.Sentences[i]
		for _, h := range t.HitsIn(x.cues, s.First, s.Last) {
			if x.cueList[h.Value].role != "disciplined" || x.compound(t, h) {
				continue
			}
			if n++; i == 0 {
				n++
			}
		}
	}
	return n >= 2
}

// byline reports whether a sentence is nothing but names: the author's, the
// photographer's.
func (x *Extractor) byline(t *scan.Text, s scan.Sentence) bool {
	if s.Last-s.First > 12 || t.Is(s.Last-1, ':') && (s.Last-s.First < 2 || !t.Tokens[s.Last-2].Upper) { // "Kết quả theo thứ tự:"
		return false
	}
	if x.addressed(t, s) || t.Has(x.titles, s.First, s.Last) || t.Has(x.register, s.First, s.Last) || t.Has(x.into, s.First, s.Last) || outcome(t, s) {
		return false // nor is the heading of a list
	}
	if t.Has(x.credit, s.First, s.Last) {
		return true
	}
	b := t.Doc.Blocks[s.Block]
	if b.Kind == report.ListItem || b.Kind == report.TableCell {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		tok := &t.Tokens[i]
		if tok.Kind == scan.Word && !tok.Upper || tok.Kind == scan.Number {
			return false
		}
	}
	return true
}

// addressed reports whether a sentence has a word of address that is no syllable of a
// name: not the last of "Lê Huỳnh Anh".
func (x *Extractor) addressed(t *scan.Text, s scan.Sentence) bool {
	return slices.ContainsFunc(t.HitsIn(x.honorifics, s.First, s.Last), func(h scan.Hit) bool {
		return h.First == s.First || !t.Tokens[h.First].Upper || h.Last-h.First > 1
	})
}

// signer adds the person whose name stands alone under the words of an office
// in capitals: the signature of a document. A byline of news has none.
func (x *Extractor) signer(t *scan.Text, si int, list []found) []found {
	s := t.Sentences[si]
	if t.Has(x.credit, s.First, s.Last) || t.Identity.Type == "news" {
		return list
	}
	begin := behindBody(t, s)
	office, ok := x.officeAbove(t, si)
	if !ok && begin == s.First {
		return list
	}
	for i := begin; i < s.Last; {
		last := x.split(t, i, x.name(t, i, s.Last, true))
		if last-i < 2 {
			i++
			continue
		}
		m := mention{first: i, last: last, from: i, to: last}
		if i == s.First {
			m.titles = office
		}
		list = x.add(t, list, act{m: &m})
		i = last
	}
	return list
}

// officeAbove returns the office in capitals that stands above a name: "T/M BAN
// THƯỜNG VỤ / PHÓ BÍ THƯ / (Đã ký)"; a body alone is no office, but is signed for, too: "ĐOÀN
// CHỦ TỊCH".
func (x *Extractor) officeAbove(t *scan.Text, si int) ([]scan.Hit, bool) {
	for back := si - 1; back >= max(0, si-4); back-- {
		b := t.Sentences[back]
		hits := t.HitsIn(x.titles, b.First, b.Last)
		for k, h := range slices.Backward(hits) { // "K/T TRƯỞNG BAN PHÓ TRƯỞNG BAN"
			if k > 0 && hits[k-1].Last == h.First && !deputises(t, hits[k-1].First) {
				continue // PHÓ BÍ THƯ THƯỜNG TRỰC is one office
			}
			if !capitals(t, h.First, h.Last) {
				continue
			}
			if x.titleList[h.Value].none {
				return nil, true
			}
			return []scan.Hit{{First: h.First, Last: x.titleEnd(t, h, b.Last), Value: h.Value}}, true
		}
		if len(hits) > 0 {
			break
		}
	}
	return nil, false
}

// deputises reports whether the office at token i is the one that is signed for:
// "K/T TRƯỞNG BAN", "KT. GIÁM ĐỐC".
func deputises(t *scan.Text, i int32) bool {
	for i > 0 && t.Is(i-1, '.') {
		i--
	}
	if i > 0 && t.Word(i-1) == "KT" {
		return true
	}
	return i > 2 && t.Word(i-1) == "T" && t.Is(i-2, '/') && t.Word(i-3) == "K"
}

// sign gives the person whose name alone makes a sentence, but for a rank, the
// office in capitals above it.
func (x *Extractor) sign(t *scan.Text, si int, ms []mention) {
	s := t.Sentences[si]
	m := &ms[0]
	if len(ms) > 1 || m.honorific || m.from > s.First || m.to < s.Last || t.Identity.Type == "news" {
		return
	}
	if len(m.titles) == 0 || x.titleList[m.titles[0].Value].rank {
		office, _ := x.officeAbove(t, si)
		m.titles = append(office, m.titles...)
	}
}

// split parts two signatures that stand in one line, where the second surname
// begins.
func (x *Extractor) split(t *scan.Text, first, last int32) int32 {
	for k := first + 2; k+1 < last && last-first > 4; k++ {
		if t.Has(x.surnames, k, k+1) && k-first >= 3 {
			return k
		}
	}
	return last
}

func capitals(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind == scan.Word && !vn.Capital(t.Word(i)) {
			return false
		}
	}
	return true
}

// add makes a fact of an act. A short re-mention ("ông Hải") is the person of
// that name who was named last.
func (x *Extractor) add(t *scan.Text, list []found, a act) []found {
	name := t.String(a.m.first, a.m.last)
	if a.m.office {
		full, ok := x.holder(t, list, name)
		if !ok || a.role == "" {
			return list
		}
		name = full
	} else if a.m.full != "" {
		name = a.m.full
	} else if full, ok := x.shortened(t, list, a.m, name); ok {
		name = full
	} else if a.m.last-a.m.first <= 2 && a.m.honorific {
		if full, ok := x.fullName(t, list, name); ok {
			name = full
		} else if a.m.last-a.m.first == 1 && !whole(name) && !(t.Identity.Type == "minutes" && a.role == "speaker" && a.strength >= 4 && a.m.from-t.SentenceOf(a.m.first).First <= 3 && !t.Tokens[a.m.first].AllUpper) {
			return list // "Đ/c Vĩnh: …" in minutes is somebody all know
		}
	}
	role := a.role
	if role == "" {
		role = "mentioned"
	}
	f := found{name: name, key: vn.Fold(name), role: role, to: a.to, titles: x.join(t, a.m.titles), weak: role == "mentioned" || a.strength == 1, directs: a.directs, judges: a.judges, guess: a.guess, guide: role == "speaker" && guiding(t, a.m), sentence: t.Tokens[a.m.first].Sentence}
	if role == "speaker" && f.guide {
		at := a.m.to
		if t.Is(at, ',') || t.Is(at, '-') {
			at++
		}
		f.posted = posted(t, t.SentenceOf(a.m.first), at) && t.Fold(at+1) == "chỉ"
	}
	if role == "speaker" && x.demandsBehind(t, a.m) {
		f.forWhom = behalfOf(t, a.m)
	}
	f.fact = report.Fact{Table: "people", Rule: x.id, Span: t.Span(a.m.first, a.m.last), Fields: t.Room(fieldsOf(role))}
	if name != t.String(a.m.first, a.m.last) {
		f.fact.Derived = "name: " + t.String(a.m.first, a.m.last)
	}
	f.fact.Set("name", report.Text(name))
	f.fact.Set("titles", report.Text(f.titles))
	f.fact.Set("role", report.Text(role))
	if role == "elected" {
		if vn.Fold(f.titles) == "uỷ viên" { // the post itself: "bầu Ban Thường vụ: …, C - Ủy viên"
			f.titles = ""
			f.fact.Set("titles", report.Text(""))
		}
		f.fact.Set("how", report.Text(howCodes[a.how]))
		f.fact.Set("elected_to", report.Text(a.to))
		if a.post.Last > a.post.First {
			f.fact.Set("post", report.Text(t.String(a.post.First, a.post.Last)))
			if a.to != "other" {
				x.setUnit(t, &f.fact, a.post)
			}
		}
	}
	return append(list, f)
}

// shortened returns the full name of somebody who is named again by the last three syllables:
// "bà Thúy Đoan Hạnh" for "Hoàng Thị Thúy Đoan Hạnh".
func (x *Extractor) shortened(t *scan.Text, list []found, m *mention, name string) (string, bool) {
	if !m.honorific || m.last-m.first != 3 || t.Has(x.surnames, m.first, m.first+1) {
		return "", false
	}
	return x.fullName(t, list, name)
}

// fieldsOf is how many fields a person of a role has at most.
func fieldsOf(role string) int {
	if role == "elected" {
		return 8
	}
	return 3
}

// holder returns the last named person who has a title.
func (x *Extractor) holder(t *scan.Text, list []found, title string) (string, bool) {
	title = vn.Fold(title)
	return x.recall(t, list, short{title, true}, func(f *found) bool {
		if f.held == "" {
			f.held = vn.Fold(f.titles) // few offices without a name are asked for
		}
		for one := range strings.SplitSeq(f.held, "; ") {
			if strings.HasPrefix(one, title) {
				return true
			}
		}
		return false
	})
}

// whole reports whether one word is a whole name: K'Brông, H'Yim.
func whole(name string) bool {
	return strings.ContainsAny(name, "'’‘ʼ") && len([]rune(name)) > 3
}

// fullName returns the last full name that ends with a short one.
func (x *Extractor) fullName(t *scan.Text, list []found, name string) (string, bool) {
	suffix := " " + vn.Fold(name)
	return x.recall(t, list, short{suffix, false}, func(f *found) bool { return strings.HasSuffix(f.key, suffix) })
}

// short is how somebody is named again: by a title or the end of the name, folded.
type short struct {
	words string
	title bool
}

// recalled is who was meant by a short naming among the first people of a list.
type recalled struct {
	name string
	ok   bool
	of   int
}

// recall returns the last of a list who fits a short naming; those before the last
// asking with the same words are not looked at again.
func (x *Extractor) recall(t *scan.Text, list []found, as short, fits func(*found) bool) (string, bool) {
	known := scan.Memo(t, &x.ofRecalled, func(_ *scan.Text, old map[short]recalled) map[short]recalled {
		if old == nil {
			old = map[short]recalled{}
		}
		clear(old)
		return old
	})
	r := known[as]
	for i := len(list) - 1; i >= r.of; i-- {
		if fits(&list[i]) {
			r.name, r.ok = list[i].name, true
			break
		}
	}
	r.of = len(list)
	known[as] = r
	return r.name, r.ok
}
