package person

import (
	"slices"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// act is what one mention does in its sentence.
type act struct {
	m        *mention
	role     string // "" is mentioned
	how      int32
	post     scan.Hit // range of tokens of the post; empty when unknown
	to       string   // elected_to
	strength int      // of the verb that gave a role other than elected
}

// acts decides the role of each mention of a sentence.
func (x *Extractor) acts(t *scan.Text, s scan.Sentence, ms []mention, told bool, how int32) []act {
	out := make([]act, len(ms))
	for i := range ms {
		out[i] = act{m: &ms[i]}
	}
	if x.isCareer(t, s, ms) {
		return out
	}
	x.events(t, s, ms, out, told, how)
	for i := range out {
		for _, r := range x.byCue(t, s, ms, i) {
			switch {
			case out[i].role == "":
				out[i].role, out[i].strength = r.role, r.strength
			case out[i].role == "elected" && r.strength >= 4 && r.role != "presenter" && r.role != "disciplined",
				out[i].role != "elected" && out[i].role != r.role:
				out = append(out, act{m: &ms[i], role: r.role, strength: r.strength})
			}
		}
	}
	return out
}

// isCareer reports whether a sentence tells a biography: born, native of,
// formerly; or begins with a month or year of long ago ("Tháng 7/2008, ông …").
func (x *Extractor) isCareer(t *scan.Text, s scan.Sentence, ms []mention) bool {
	end := s.Last
	if len(ms) > 0 { // "ông A, sinh năm 1960, được bầu": the word stands after the subject
		end = min(end, ms[len(ms)-1].to+12)
	}
	if t.Has(x.career, s.First, end) {
		return true
	}
	switch vn.Fold(t.Word(s.First)) {
	case "tháng", "năm", "từ":
		w, ok := x.grammar.Date(t, s.First)
		return ok && w.Date.Year > 0 || vn.Fold(t.Word(s.First)) == "từ" && s.First+1 < s.Last && t.Tokens[s.First+1].Kind == scan.Number
	}
	return false
}

// events reads the verbs that give a post.
func (x *Extractor) events(t *scan.Text, s scan.Sentence, ms []mention, out []act, told bool, how int32) {
	verbs := x.eventVerbs(t, s, told, how)
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
		subjects := x.subjects(t, v, clauseStart, ms, out)
		after := x.objects(t, v, clauseEnd, ms)
		if k+1 < len(verbs) && x.passive(t, verbs[k+1]) { // "…, trong đó ông A được bầu": A is the next verb's
			next := x.subjects(t, verbs[k+1], v.Last, ms, out)
			after = slices.DeleteFunc(after, func(i int) bool { return slices.Contains(next, i) })
		}
		if len(after) > 0 && (!x.passive(t, v) || len(subjects) == 0) {
			x.given(t, v, clauseStart, clauseEnd, ms, after, out)
			continue
		}
		if !x.passive(t, v) {
			continue // "nâng tỷ lệ đại hội bầu trực tiếp bí thư": nobody is elected
		}
		post, to := x.postBetween(t, v.Last, x.bracketEnd(t, v, clauseEnd), ms)
		for _, i := range subjects {
			own, ownTo := post, to
			if ownTo == "" { // tái đắc cử chức vụ này: the title is the post
				own, ownTo = x.ownPost(&ms[i], v, t)
			}
			x.elect(&out[i], v.Value, own, ownTo)
		}
	}
	x.listedPosts(t, s, ms, out, told || len(verbs) > 0, how)
}

// bracketEnd returns the closing bracket when a verb stands in brackets: the post
// in "(tái cử), Phó Bí thư là …" is somebody else's.
func (x *Extractor) bracketEnd(t *scan.Text, v scan.Hit, end int32) int32 {
	if !t.Is(v.First-1, '(') {
		return end
	}
	for i := v.Last; i < end; i++ {
		if t.Is(i, ')') {
			return i
		}
	}
	return end
}

// given elects the people after an active verb; the post stands after each
// ("bầu ông A làm …"), or once before all ("bầu bốn phó bí thư gồm …").
func (x *Extractor) given(t *scan.Text, v scan.Hit, start, end int32, ms []mention, after []int, out []act) {
	common, commonTo := x.postBetween(t, v.Last, ms[after[0]].from, ms)
	if commonTo == "" {
		common, commonTo = x.postBetween(t, max(start, v.First-12), v.First, ms)
	}
	for n, i := range slices.Backward(after) {
		stop := end
		if n+1 < len(after) {
			stop = ms[after[n+1]].from
		}
		own, to := x.postBetween(t, ms[i].to, x.clauseEnd(t, ms[i].to, stop), ms)
		if to == "" && n+1 < len(after) && commonTo == "" && x.joined(t, ms[i].to, stop) { // "bầu ông A và ông B làm …"
			own, to = out[after[n+1]].post, out[after[n+1]].to
		}
		if to == "" {
			own, to = common, commonTo
		}
		x.elect(&out[i], v.Value, own, to)
	}
}

// clauseEnd returns the first semicolon of a range, its end when there is none.
func (x *Extractor) clauseEnd(t *scan.Text, from, end int32) int32 {
	for i := from; i < end; i++ {
		if t.Is(i, ';') {
			return i
		}
	}
	return end
}

// ownPost takes the person's title for the post: "tái đắc cử chức vụ này".
func (x *Extractor) ownPost(m *mention, v scan.Hit, t *scan.Text) (scan.Hit, string) {
	if w := vn.Fold(t.Word(v.First)); len(m.titles) == 0 || w != "tái" && w != "tiếp" {
		return scan.Hit{}, ""
	}
	h := m.titles[0]
	return h, x.code(h.Value)
}

func (x *Extractor) code(titleIndex int32) string {
	if c := x.titleList[titleIndex].post; c != "" {
		return c
	}
	return "other"
}

// listedPosts elects those who are listed after their post: "Các phó chủ tịch
// gồm: ông A, B", "hai Phó Bí thư là các ông A và B", where the text tells of
// an election.
func (x *Extractor) listedPosts(t *scan.Text, s scan.Sentence, ms []mention, out []act, told bool, how int32) {
	if !told {
		return
	}
	for _, h := range x.listMarks(t, s) {
		i := 0
		for i < len(ms) && ms[i].from < h.Last {
			i++
		}
		if i == len(ms) || ms[i].from-h.Last > 3 || out[i].role == "elected" {
			continue
		}
		from := max(s.First, h.First-14)
		if i > 0 {
			from = max(from, ms[i-1].to)
		}
		from = x.clauseStart(t, from, h.First)
		post, to := x.postBetween(t, from, h.First, ms)
		if to == "" || t.Has(x.nominee, from, h.First) {
			continue
		}
		for _, v := range t.HitsIn(x.verbs, s.First, h.First) {
			how = v.Value
		}
		for k := i; k < len(ms) && (k == i || x.joined(t, ms[k-1].to, ms[k].from)); k++ {
			x.elect(&out[k], how, post, to)
		}
	}
}

// listMarks returns the words and colons behind which people are listed: "gồm",
// "là", and the colon of "Bí thư: đồng chí A".
func (x *Extractor) listMarks(t *scan.Text, s scan.Sentence) []scan.Hit {
	out := slices.Clone(t.HitsIn(x.list, s.First, s.Last))
	for i := s.First; i < s.Last; i++ {
		if t.Is(i, ':') {
			out = append(out, scan.Hit{First: i, Last: i + 1})
		}
	}
	slices.SortFunc(out, func(a, b scan.Hit) int { return int(a.First - b.First) })
	return out
}

// intro is what a sentence that ends in a colon says of the list below it: an
// event and the post that all get.
type intro struct {
	how    int32
	post   scan.Hit
	to     string
	titles bool // the post is each one's title: "giữ các chức danh sau:"
}

// introduces reads the sentence before a list.
func (x *Extractor) introduces(t *scan.Text, s scan.Sentence) (intro, bool) {
	if !t.Is(s.Last-1, ':') {
		return intro{}, false
	}
	verbs := t.HitsIn(x.verbs, s.First, s.Last)
	if len(verbs) == 0 {
		return intro{}, false
	}
	v := verbs[len(verbs)-1]
	if x.denied(t, v, s.First) {
		return intro{}, false
	}
	in := intro{how: v.Value, titles: t.Has(x.chosen, s.First, s.Last)}
	in.post, in.to = x.postBetween(t, v.Last, s.Last, nil)
	if in.to == "" {
		in.post, in.to = x.postBetween(t, s.First, v.First, nil)
	}
	return in, in.to != "" || in.titles
}

// enlist gives the people of a list item the post of its intro.
func (x *Extractor) enlist(t *scan.Text, in intro, acts []act) {
	for i := range acts {
		a := &acts[i]
		if a.role == "elected" || a.role == "disciplined" {
			continue
		}
		post, to := in.post, in.to
		if len(a.m.titles) > 0 && (in.titles || to == "") {
			post, to = a.m.titles[0], x.codeAt(t, a.m.titles[0])
			a.m.titles = a.m.titles[1:]
		}
		x.elect(a, in.how, post, to)
	}
}

// clauseStart returns the token after the last semicolon or colon of a range,
// its begin when there is none.
func (x *Extractor) clauseStart(t *scan.Text, from, end int32) int32 {
	for i := end - 1; i >= from; i-- {
		if t.Is(i, ';') || t.Is(i, ':') {
			return i + 1
		}
	}
	return from
}

// eventVerbs returns the verbs of events, several in a row ("được bầu giữ",
// "điều động, chỉ định") as one. A weak verb ("làm Phó Chủ tịch") counts where
// the text has told of an election, or directly before a post.
func (x *Extractor) eventVerbs(t *scan.Text, s scan.Sentence, told bool, how int32) []scan.Hit {
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
	if len(out) > 0 || !told {
		return out
	}
	for _, v := range t.HitsIn(x.weak, s.First, s.Last) {
		if _, ok := t.At(x.titles, v.Last); ok {
			return []scan.Hit{{First: v.First, Last: v.Last, Value: how}}
		}
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
	if int(v.Last) < len(t.Tokens) {
		switch vn.Fold(t.Word(v.Last)) {
		case "thiếu", "khuyết", "không":
			return true // bầu thiếu, bầu khuyết
		}
	}
	if v.First > from && vn.Fold(t.Word(v.First-1)) == "để" {
		return true // giới thiệu để bầu
	}
	near, next := max(from, v.First-4), min(v.Last+4, t.SentenceOf(v.First).Last)
	return t.Has(x.leaving, near, next) || t.Has(x.nominee, near, v.Last)
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
		if x.actsBefore(t, m.to, v.First) {
			break
		}
		nearest := len(list) == 0 && v.First-m.to <= 4 // "thay ông A được điều động …"
		if x.replaced(t, m) && !nearest || out[i].role != "" || m.from > from && vn.Fold(t.Word(m.from-1)) == "của" {
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

// actsBefore reports whether a person does something else before the verb of
// an event: who hands over or announces a decision is not appointed by it.
func (x *Extractor) actsBefore(t *scan.Text, first, last int32) bool {
	for _, h := range t.HitsIn(x.cues, first, last) {
		if q := x.cueList[h.Value]; q.after && q.strength >= 3 && q.role != "disciplined" {
			return true
		}
	}
	return false
}

// joined reports whether only marks and "và", "cùng" stand between two people.
func (x *Extractor) joined(t *scan.Text, first, last int32) bool {
	bracket := false
	for i := first; i < last; i++ {
		tok := &t.Tokens[i]
		if t.Is(i, '(') {
			bracket = true
		}
		if bracket { // "(tái cử)", "(50 tuổi)"
			bracket = !t.Is(i, ')')
			continue
		}
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

// postBetween reads the highest post in a range of tokens: "giữ chức Bí thư
// Tỉnh ủy X", "vào Ban Thường vụ". Titles of people in the range are no posts.
func (x *Extractor) postBetween(t *scan.Text, from, end int32, ms []mention) (scan.Hit, string) {
	best, to := scan.Hit{}, ""
	if from >= end {
		return best, to
	}
	for _, h := range t.HitsIn(x.titles, from, end) {
		if x.titleList[h.Value].none || x.leavingBefore(t, h.First, from) || within(h, ms) {
			continue
		}
		if code := x.codeAt(t, h); x.higher(code, to) {
			best, to = scan.Hit{First: h.First, Last: x.titleEnd(t, h, end)}, code
		}
	}
	for _, h := range t.HitsIn(x.into, from, end) {
		code := x.intoCodes[h.Value]
		if x.higher(code, to) && !x.inTitle(h, best) && !x.leavingBefore(t, h.First, from) && !within(h, ms) {
			best, to = h, code
		}
	}
	return best, to
}

// codeAt is the post that a title means: a bare "Chủ nhiệm" is the head of the
// inspection committee where the sentence speaks of that.
func (x *Extractor) codeAt(t *scan.Text, h scan.Hit) string {
	code := x.code(h.Value)
	if code != "other" || vn.Fold(t.Word(h.Last-1)) != "nhiệm" {
		return code
	}
	s := t.SentenceOf(h.First)
	for _, b := range t.HitsIn(x.into, s.First, s.Last) {
		if x.intoCodes[b.Value] == "inspection_committee" {
			if vn.Fold(t.Word(h.First)) == "phó" {
				return "inspection_committee"
			}
			return "inspection_head"
		}
	}
	return code
}

// within reports whether a hit lies in the words of a person.
func within(h scan.Hit, ms []mention) bool {
	for i := range ms {
		if h.First >= ms[i].from && h.Last <= ms[i].to {
			return true
		}
	}
	return false
}

// leavingBefore reports whether the post at token i is one that is left: "thôi
// giữ chức A để giữ chức B" leaves A, up to "để", a semicolon or the next event.
func (x *Extractor) leavingBefore(t *scan.Text, i, from int32) bool {
	hits := t.HitsIn(x.leaving, from, i)
	if len(hits) == 0 {
		return false
	}
	last := hits[len(hits)-1].Last
	for j := last; j < i; j++ {
		if t.Is(j, ';') || vn.Fold(t.Word(j)) == "để" {
			return false
		}
	}
	return !t.Has(x.verbs, last, i)
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

// near is how far from a name its verb may stand, in tokens: adverbs and "thay
// mặt …" come between. The verbs that name one act alone may stand further.
const (
	near = 9
	far  = 18
)

// byCue gives the roles by the verbs of the clause that a mention belongs to:
// the verb after it, else the one before; who "dự và phát biểu" has both.
func (x *Extractor) byCue(t *scan.Text, s scan.Sentence, ms []mention, i int) []cue {
	m := &ms[i]
	left, right := s.First, s.Last
	if i > 0 && !x.joined(t, ms[i-1].to, m.from) {
		left = ms[i-1].to
	}
	end := m.to
	for k := i + 1; k < len(ms); k++ { // "A và B cho biết": the verb of the last is everybody's
		if !x.joined(t, ms[k-1].to, ms[k].from) {
			right = ms[k].from
			break
		}
		end = ms[k].to
	}
	if r, ok := x.byForm(t, s, m); ok {
		return []cue{r}
	}
	var after, before cue
	var both []cue
	for _, h := range t.HitsIn(x.cues, left, right) {
		q := x.cueList[h.Value]
		reach := int32(near)
		if q.strength >= 6 {
			reach = far
		}
		switch {
		case x.negated(t, s, h, q.role):
		case q.after && h.First >= end && h.First-end <= reach && !x.broken(t, end, h.First):
			if q.strength > after.strength {
				after = q
			}
		case q.before && h.Last <= m.from && m.from-h.Last <= reach:
			both = append(both, q)
			if q.strength > before.strength {
				before = q
			}
		}
	}
	switch {
	case before.strength >= 8 && before.strength > after.strength:
		return pair(before, both)
	case after.strength > 0:
		return []cue{after}
	case before.strength > 0:
		return pair(before, both)
	}
	// A list after a verb: "Chủ trì hội nghị có các đồng chí: A; B; C".
	for _, h := range t.HitsIn(x.cues, s.First, m.from) {
		if q := x.cueList[h.Value]; q.before && x.listed(t, h.Last, ms, i) && !x.negated(t, s, h, q.role) {
			both = append(both, q)
			if q.strength > before.strength {
				before = q
			}
		}
	}
	return pair(before, both)
}

// byForm gives the role that the form of the text shows: an item of minutes that
// begins with a name and a colon is what that person said; the head of a
// speech names who held it.
func (x *Extractor) byForm(t *scan.Text, s scan.Sentence, m *mention) (cue, bool) {
	if m.from <= s.First+2 && t.Is(m.to, ':') && m.to+2 < s.Last && listItem(t, s) {
		return cue{role: "speaker", strength: 4}, true
	}
	if t.Identity.Type == "speech" && int(s.First) < headTokens && m.from > s.First && vn.Fold(t.Word(m.from-1)) == "của" ||
		t.Identity.Type == "speech" && int(s.First) < headTokens && m.from == s.First+1 && vn.Fold(t.Word(s.First)) == "của" {
		return cue{role: "concluding_speaker", strength: 9}, true
	}
	return cue{}, false
}

// headTokens is how far the head of a speech reaches.
const headTokens = 90

// pair returns the strongest role, and attendance beside it where the same
// verbs name both.
func pair(q cue, all []cue) []cue {
	if q.strength == 0 {
		return nil
	}
	for _, c := range all {
		if c.role == "attendee" && c.strength >= 2 && q.role != "attendee" {
			return []cue{q, c}
		}
	}
	return []cue{q}
}

// negated reports whether a verb is denied ("chưa đến mức phải kỷ luật") or
// done to the person instead ("được trao Huân chương").
func (x *Extractor) negated(t *scan.Text, s scan.Sentence, h scan.Hit, role string) bool {
	if role == "disciplined" {
		return t.Has(x.not, max(s.First, h.First-8), h.First)
	}
	if h.First > s.First {
		w := vn.Fold(t.Word(h.First - 1))
		return w == "được" || w == "bị" || w == "dự" && vn.Fold(t.Word(h.First)) == "thảo"
	}
	return false
}

// broken reports whether a semicolon or a second subject stands between a
// person and a verb.
func (x *Extractor) broken(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if t.Is(i, ';') || t.Is(i, ':') {
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
