package person

import (
	"slices"

	"github.com/tongket/tongket/extractors/scan"
)

// event is a verb that gives a post: "được bầu", "chỉ định". A weak one
// ("làm", "giữ chức") gives a post only where the text tells of an election.
type event struct {
	scan.Hit // Value is how
	weak     bool
	guess    bool // how is only likely: nothing told of an election before
}

// events reads the verbs of a sentence that give a post.
func (x *Extractor) events(t *scan.Text, s scan.Sentence, ms []mention, out []act, st *story) {
	verbs := x.eventVerbs(t, s, ms, st)
	var last []int                  // the people of the event before
	denied, nominee := false, false // nominee: by a candidacy, which holds for all who are named after it
	for k, v := range verbs {
		start, end := s.First, s.Last
		if k > 0 {
			start = verbs[k-1].Last
		}
		if k+1 < len(verbs) {
			end = verbs[k+1].First
		}
		parted := k == 0 || x.mark(t, start, v.First, ';') < v.First
		moved := x.moves(t, v)
		own, candidacy := x.denied(t, v, start)
		inherited := v.weak && denied && !parted && (nominee || !between(ms, start, v.First))
		denied = !moved && (own || inherited)
		nominee = denied && (candidacy || inherited && nominee)
		people, given := x.people(t, v, start, end, ms, out)
		if denied {
			if len(people) > 0 {
				last = people // "thôi giữ chức A để giữ chức B"
			}
			continue
		}
		if k+1 < len(verbs) && given { // "…, trong đó ông A được bầu": A is the next verb's
			people = x.without(people, x.own(t, verbs[k+1], v.Last, ms, out))
		}
		switch {
		case len(people) > 0 && given:
			x.give(t, v, start, end, ms, people, out)
		case len(people) > 0 || len(last) == 1 && !v.weak && x.passive(t, v.Hit) && x.stands(t, s, v.First) || !parted && (moved || x.passive(t, v.Hit) || v.Value != howElected && x.names(t, v.Last) && k > 0 && x.direct(verbs[k-1], ms, last)):
			if len(people) == 0 {
				people = last // "trúng cử vào Ban Thường vụ, được bầu giữ chức Bí thư"
			}
			x.take(t, v, start, end, ms, people, out, st)
		default:
			if !v.weak && v.Value == howElected {
				x.seatOf(t, v, start, end, ms, st)
			}
			continue // "nâng tỷ lệ đại hội bầu trực tiếp bí thư": nobody is elected
		}
		last = people
	}
	x.listedPosts(t, s, ms, out, (st.told || len(verbs) > 0) && !st.breach, st)
	x.alike(t, s, ms, out)
	x.respectively(t, s, ms, out)
	x.left(t, s, ms)
	if st.ever {
		x.leads(t, s, ms, out, st.how)
	}
	if !st.breach {
		x.ownPosts(t, s, ms, out, st.how)
	}
	if (st.told || len(verbs) > 0) && !st.breach {
		x.are(t, s, ms, out, st.how)
		youngest(t, s, ms, out, st.how)
	}
}

// youngest elects into the committee whom a text that told of its election names as the
// youngest or oldest of its members: "ủy viên trẻ tuổi nhất là đồng chí A".
func youngest(t *scan.Text, s scan.Sentence, ms []mention, out []act, how int32) {
	for i := range ms {
		at := ms[i].from - 1
		if out[i].role == "elected" && out[i].to != "other" || at-4 < s.First || t.Fold(at) != "là" && !t.Is(at, ':') || t.Fold(at-1) != "nhất" {
			continue
		}
		at -= 2
		if t.Fold(at) == "tuổi" {
			at--
		}
		switch t.Fold(at) {
		case "trẻ", "cao", "lớn", "nhiều", "niên":
		default:
			continue
		}
		if at-2 >= s.First && t.Fold(at-1) == "viên" && t.Fold(at-2) == "uỷ" {
			out[i].role, out[i].how, out[i].post, out[i].to = "elected", how, scan.Hit{}, "committee"
		}
	}
}

// seat takes the post that a sentence without people says to be voted on for those whom
// the next ones name: "đã bỏ phiếu bầu bổ sung chức danh Phó Bí thư. Kết quả, ông A trúng
// cử", "Bí thư được Đại hội bầu trực tiếp. Ông A đắc cử", "hai ứng viên cho một ghế Bí thư".
func (x *Extractor) seat(t *scan.Text, s scan.Sentence, st *story) {
	for _, v := range t.HitsIn(x.verbs, s.First, s.Last) {
		if v.Value == howElected && !x.compound(t, v) {
			x.seatOf(t, event{Hit: v}, s.First, s.Last, nil, st)
		}
	}
	for _, h := range t.HitsIn(x.titles, s.First, s.Last) {
		if to := x.codeAt(t, h); wordBefore(t, h.First) == "ghế" && height[to] >= height["inspection_head"] {
			st.post, st.to, st.since = h, to, 0
		}
	}
}

// seatOf takes the post of a key person that stands behind a verb of election which has no
// people, or directly before one in the passive.
func (x *Extractor) seatOf(t *scan.Text, v event, start, end int32, ms []mention, st *story) {
	if denied, _ := x.denied(t, v, start); denied {
		return
	}
	limit := min(end, v.Last+near)
	for i := range ms {
		if ms[i].from >= v.Last {
			limit = min(limit, ms[i].from)
		}
	}
	post, to := x.titleBetween(t, v.Last, limit, ms)
	if height[to] < height["inspection_head"] {
		post, to = x.titleBetween(t, max(start, v.First-near), v.First, ms)
		if post.Last < v.First && !x.passive(t, v.Hit) {
			return
		}
	}
	if height[to] >= height["inspection_head"] && !(post.First > start && several(t, post.First-1)) {
		st.post, st.to, st.since = post, to, 0
	}
}

// gotByPronoun elects whom the sentence before named, alone, where this one says of him by
// a pronoun what an election, told of before, made of him: "Ông được bầu làm Bí thư".
func (x *Extractor) gotByPronoun(t *scan.Text, si int, st story, list []found) []found {
	s := t.Sentences[si]
	verbs := t.HitsIn(x.verbs, s.First, s.Last)
	won := false // "Với 121/123 phiếu, bà chính thức trở thành Bí thư"
	if len(verbs) == 0 && polled(t, s) {
		verbs, won = t.HitsIn(x.weak, s.First, s.Last), true
	}
	if len(verbs) == 0 || len(list) == 0 || won && !x.names(t, verbs[0].Last) || !won && !st.ever && !st.told && !byCongress(t, verbs[0].First) || st.breach {
		return list
	}
	last := &list[len(list)-1]
	alone := len(list) < 2 || list[len(list)-2].sentence != last.sentence || list[len(list)-2].key == last.key
	v := verbs[0]
	at, ok := x.pronounOf(t, s, v.First)
	if int(last.sentence) != si-1 || !alone || t.Sentences[last.sentence].Block != s.Block || !ok || x.compound(t, v) || !won && !x.passive(t, v) || x.isCareer(t, s, nil) || inYear(t, s) {
		return list
	}
	if own, _ := x.denied(t, event{Hit: v}, s.First); own {
		return list
	}
	post, to := x.postBetween(t, v.Last, s.Last, nil)
	if to == "" { // "Bà A là nữ Bí thư đầu tiên của xã. Bà được Đại hội bầu trực tiếp"
		before := t.Sentences[si-1]
		if post, to = x.titleBetween(t, before.First, before.Last, nil); height[to] < height["inspection_head"] || !is(t, post.First) {
			return list
		}
	}
	how := v.Value
	if won {
		how = howElected
	}
	m := mention{first: at, last: v.First, from: at, to: v.First, full: last.name}
	return x.add(t, list, act{m: &m, role: "elected", how: how, post: post, to: to})
}

// stands reports whether a word that stands for somebody named before is the subject of a verb.
func (x *Extractor) stands(t *scan.Text, s scan.Sentence, verb int32) bool {
	at, ok := x.pronounOf(t, s, verb)
	return ok && at > s.First
}

// pronounOf returns where the word that stands for a person begins, directly before a verb
// or with "đã", "cũng", "vừa" between, at the begin of a clause.
func (x *Extractor) pronounOf(t *scan.Text, s scan.Sentence, verb int32) (int32, bool) {
	i := verb
	if hits := t.HitsIn(x.into, max(s.First, verb-near), verb); len(hits) > 0 && hits[0].First > s.First && t.Fold(hits[0].First-1) == "được" {
		i = hits[0].First - 1 // "ông được Ban Chấp hành bầu làm Bí thư"
	}
	if byCongress(t, verb) {
		i = verb - 3 // "chị được đại hội bầu làm Bí thư"
	}
	for i > s.First {
		switch t.Fold(i - 1) {
		case "đã", "cũng", "vừa", "chính", "thức", "lại":
			i--
			continue
		}
		break
	}
	for b := i - 1; b >= max(s.First, i-2); b-- {
		if h, ok := t.At(x.honorifics, b); ok && h.Value == 0 && h.Last == i {
			return b, b == s.First || t.Is(b-1, ',') || t.Is(b-1, ';')
		}
	}
	return 0, false
}

// is reports whether "là" or "là nữ" stands before a token.
func is(t *scan.Text, i int32) bool {
	return wordBefore(t, i) == "là" || wordBefore(t, i) == "nữ" && wordBefore(t, i-1) == "là"
}

// byCongress reports whether a verb says that a congress elected: "được đại hội bầu".
func byCongress(t *scan.Text, verb int32) bool {
	return verb > 3 && t.Fold(verb-1) == "hội" && t.Fold(verb-2) == "đại" && t.Fold(verb-3) == "được"
}

// inYear reports whether a sentence says in which year something was: "năm 2015", "5/2018".
func inYear(t *scan.Text, s scan.Sentence) bool {
	for i := s.First + 1; i < s.Last; i++ {
		if t.Tokens[i].Kind == scan.Number && len(t.Word(i)) == 4 && (t.Fold(i-1) == "năm" || t.Is(i-1, '/') || t.Fold(i-1) == "từ") {
			return true
		}
	}
	return false
}

// direct reports whether the people of an event stand behind its verb, so that the next
// verb may be of them, too: "luân chuyển đồng chí A đến huyện B, chỉ định giữ chức …".
func (x *Extractor) direct(v event, ms []mention, people []int) bool {
	return len(people) > 0 && v.Value != howElected && ms[people[0]].first >= v.Last
}

// left gives people without a title the post that they leave: "ông A thôi giữ chức Bí thư
// Huyện ủy B để …".
func (x *Extractor) left(t *scan.Text, s scan.Sentence, ms []mention) {
	leaver := -1
	for _, h := range t.HitsIn(x.leaving, s.First, s.Last) {
		if t.Fold(h.First) != "thôi" {
			continue // who is dismissed is told of otherwise
		}
		i := len(ms) - 1
		for i >= 0 && ms[i].last > h.First {
			i--
		}
		if i < 0 || len(ms[i].titles) > 0 || i != leaver && !x.joined(t, ms[i].to, h.First) && h.First-ms[i].to > 3 {
			continue
		}
		leaver = i // "thôi tham gia Ban Thường vụ, thôi giữ chức Chủ nhiệm"
		end := h.Last
		for end < s.Last && (t.Fold(end) == "giữ" || t.Fold(end) == "chức" || t.Fold(end) == "vụ" || t.Fold(end) == "làm") {
			end++
		}
		if y, ok := x.titleAt(t, end, s.Last); ok && end > h.First+1 {
			ms[i].titles = append(ms[i].titles, y)
		}
	}
}

// leads elects who is said to head the committee that a sentence counts: "Ủy ban Kiểm
// tra gồm 7 đồng chí, bà A là nữ Chủ nhiệm đầu tiên".
func (x *Extractor) leads(t *scan.Text, s scan.Sentence, ms []mention, out []act, how int32) {
	for i := range ms {
		m := &ms[i]
		if out[i].role != "" || m.last+1 >= s.Last || t.Fold(m.last) != "là" {
			continue
		}
		at := m.last + 1
		if t.Fold(at) == "nữ" && at+1 < s.Last {
			at++
		}
		h, ok := t.At(x.titles, at)
		if !ok || int(h.Last) >= len(t.Tokens) || h.Last > s.Last || t.Tokens[h.Last].Upper {
			continue
		}
		to := x.codeAt(t, h)
		if height[to] < height["inspection_head"] || !x.counts(t, s.First, m.from, to) {
			continue
		}
		x.elect(&out[i], how, h, to)
		m.titles = slices.DeleteFunc(slices.Clone(m.titles), func(y scan.Hit) bool { return y.First == h.First })
	}
}

// are elects who is said to be what an election made of them, alone or together: "đồng
// chí A là Bí thư, đồng chí B và đồng chí C là Phó Bí thư". The post ends the clause, and
// what is told of them stands nowhere else in the sentence.
func (x *Extractor) are(t *scan.Text, s scan.Sentence, ms []mention, out []act, how int32) {
	for i := range ms {
		m := &ms[i]
		is := beingOf(t, m)
		if is+1 >= s.Last || t.Fold(is) != "là" {
			continue
		}
		h, ok := x.titleAt(t, is+1, s.Last)
		if !ok || h.First != is+1 || !x.endsClause(t, h.Last, s.Last) && !(x.goesOn(t, h.Last, s.Last) && electedBefore(out, i)) || x.toldOf(t, h.Last, s.Last) {
			continue
		}
		to := x.codeAt(t, h)
		if height[to] < height["inspection_committee"] || !x.higher(to, out[i].to) {
			continue
		}
		first := i
		for first > 0 && x.noParty(t, &ms[first-1]) && x.with(t, &ms[first-1], &ms[first], first == i) {
			first--
		}
		if !x.fresh(t, s, ms, out, first) {
			continue
		}
		m.titles = slices.DeleteFunc(slices.Clone(m.titles), func(y scan.Hit) bool { return y.First == h.First })
		for k := first; k <= i; k++ {
			x.elect(&out[k], how, h, to)
		}
	}
}

// noParty reports whether a person has no title, or one that is no Party post and that may
// stand beside the new one: "ông A, Chủ tịch UBND huyện và ông B là Phó Bí thư".
func (x *Extractor) noParty(t *scan.Text, m *mention) bool {
	return !slices.ContainsFunc(m.titles, func(h scan.Hit) bool { return x.codeAt(t, h) != "other" })
}

// beingOf returns where "là" of a person stands: behind the name, or behind a comma and the
// titles: "Đồng chí A, nguyên Bí thư Huyện ủy B, là Chủ nhiệm".
func beingOf(t *scan.Text, m *mention) int32 {
	if n := len(m.titles); n > 1 {
		if is := m.titles[n-1].First - 1; is > m.last && t.Fold(is) == "là" && t.Is(is-1, ',') {
			return is
		}
	}
	return m.last
}

// with reports whether "và", or further back in a list a comma, joins two people who have
// one post.
func (x *Extractor) with(t *scan.Text, a, b *mention, last bool) bool {
	if b.from != a.to+1 {
		return false
	}
	return t.Fold(a.to) == "và" || t.Is(a.to, ',') && !last
}

// endsClause reports whether a clause ends at a token, or goes on with somebody else.
func (x *Extractor) endsClause(t *scan.Text, i, end int32) bool {
	if i >= end || t.Is(i, ';') || t.Is(i, '.') {
		return true
	}
	if !t.Is(i, ',') && t.Fold(i) != "và" || i+1 >= end {
		return false
	}
	_, ok := t.At(x.honorifics, i+1)
	return ok
}

// toldOf reports whether what stands behind a post up to the end of its clause is told of
// its holder: "A là Bí thư, trình bày …".
func (x *Extractor) toldOf(t *scan.Text, from, end int32) bool {
	return t.Has(x.cues, from, x.mark(t, from, end, ';'))
}

// goesOn reports whether a post is followed by what the one who got it is besides or is
// still to become: "là Phó Bí thư, Chủ tịch UBND xã", "là Phó Bí thư, được giới thiệu …".
func (x *Extractor) goesOn(t *scan.Text, i, end int32) bool {
	if i+1 >= end || !t.Is(i, ',') && !t.Is(i, '(') {
		return t.Fold(i) == "kiêm"
	}
	switch t.Fold(i + 1) {
	case "sẽ", "được", "dự", "đồng", "kiêm", "phụ", "tái":
		return true
	}
	h, ok := t.At(x.titles, i+1)
	return ok && x.codeAt(t, h) == "other"
}

// electedBefore reports whether somebody named before a person of a sentence was elected.
func electedBefore(out []act, i int) bool {
	return slices.ContainsFunc(out[:i], func(a act) bool { return a.role == "elected" })
}

// fresh reports whether a person begins a sentence or a part of it, or stands behind the
// verb of the election or somebody who was elected.
func (x *Extractor) fresh(t *scan.Text, s scan.Sentence, ms []mention, out []act, i int) bool {
	from := ms[i].from
	if from == s.First || t.Is(from-1, ';') {
		return true
	}
	if i > 0 && out[i-1].role == "elected" {
		return t.Is(from-1, ',') || t.Fold(from-1) == "và"
	}
	verbs := t.HitsIn(x.verbs, s.First, from)
	if len(verbs) == 0 || verbs[len(verbs)-1].Value != howElected {
		return false
	}
	v := verbs[len(verbs)-1]
	return v.Last == from || t.Is(from-1, ',') && from-v.Last <= far && x.countsPeople(t, v.Last, from) // "bầu Ban Thường vụ 9 đồng chí, đồng chí A là …"
}

// counts reports whether a range of tokens says how many the committee has that a post
// heads.
func (x *Extractor) counts(t *scan.Text, from, end int32, to string) bool {
	for _, b := range t.HitsIn(x.into, from, end) {
		if (x.intoCodes[b.Value] == "inspection_committee") != (to == "inspection_head") {
			continue
		}
		for _, l := range t.HitsIn(x.list, b.Last, end) {
			if l.Last < end && t.Tokens[l.Last].Kind == scan.Number {
				return true
			}
		}
	}
	return false
}

// respectively gives the posts of a sentence to its people one by one where it says so:
// "Bí thư, Phó Bí thư lần lượt là A và B", "A, B lần lượt trúng cử Bí thư, Phó Bí thư".
func (x *Extractor) respectively(t *scan.Text, s scan.Sentence, ms []mention, out []act) {
	first := 0
	for first < len(out) && out[first].role != "elected" {
		first++
	}
	last := first + 1
	for last < len(ms) && x.joined(t, ms[last-1].to, ms[last].from) {
		last++
	}
	if last-first < 2 || last > len(ms) || !inTurn(t, s) {
		return
	}
	var posts []scan.Hit
	for _, h := range t.HitsIn(x.titles, s.First, s.Last) {
		if n := len(posts); within(h, ms) || height[x.codeAt(t, h)] < height["inspection_head"] || n > 0 && h.First-posts[n-1].Last > 4 {
			continue
		}
		posts = append(posts, scan.Hit{First: h.First, Last: x.beforeAnd(t, h, x.titleEnd(t, h, s.Last)), Value: h.Value})
	}
	if len(posts) != last-first {
		return
	}
	for k, h := range posts {
		a := &out[first+k]
		a.role, a.how, a.post, a.to = "elected", out[first].how, h, x.codeAt(t, h)
	}
}

// inTurn reports whether a sentence has the words for one by one.
func inTurn(t *scan.Text, s scan.Sentence) bool {
	for i := s.First; i+1 < s.Last; i++ {
		if t.Fold(i) == "lần" && t.Fold(i+1) == "lượt" {
			return true
		}
	}
	return false
}

// alike elects those whose clause goes on with that of the elected before them
// and names the next post without a verb: "đồng chí A được bầu làm Bí thư, đồng
// chí B Phó Bí thư".
func (x *Extractor) alike(t *scan.Text, s scan.Sentence, ms []mention, out []act) {
	for i := 1; i < len(ms); i++ {
		m, p := &ms[i], &out[i-1]
		if out[i].role != "" || p.role != "elected" || height[p.to] < height["committee"] {
			continue
		}
		if len(m.titles) == 2 && t.Is(m.last, '-') && t.Is(m.from-1, ';') && m.from-1-p.post.Last <= far && p.post.First >= ms[i-1].last && m.to+1 >= s.Last {
			// "đồng chí A làm Bí thư; đồng chí B - Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra."
			if low, to := x.codeAt(t, m.titles[0]), x.codeAt(t, m.titles[1]); low == "standing_committee" && x.higher(to, low) {
				x.elect(&out[i], p.how, m.titles[1], to)
				m.titles = m.titles[:1]
			}
			continue
		}
		if len(m.titles) != 1 || !x.behind(t, m) {
			continue
		}
		between := p.post.Last
		if p.post.First < ms[i-1].last || !(m.from == between+1 && (t.Is(between, ',') || t.Is(between, ';') || t.Fold(between) == "và")) {
			continue
		}
		to := x.codeAt(t, m.titles[0])
		if end := m.to; to == "other" || end < s.Last && t.Tokens[end].Kind == scan.Word && t.Fold(end) != "và" {
			continue
		}
		x.elect(&out[i], p.how, m.titles[0], to)
		m.titles = nil
	}
}

// behind reports whether the title of a person stands directly behind the name, or
// behind a dash and is a Party post without a unit: "đồng chí B – Phó Bí thư".
func (x *Extractor) behind(t *scan.Text, m *mention) bool {
	h := m.titles[0]
	if h.First == m.last {
		return true
	}
	word, ok := t.At(x.titles, h.First)
	return ok && (word.Last == h.Last || word.Last+2 == h.Last && permanent(t, word.Last)) && h.First == m.last+1 && t.Is(m.last, '-')
}

// people returns who gets the post of a verb, and whether they stand after it
// as its objects.
func (x *Extractor) people(t *scan.Text, v event, start, end int32, ms []mention, out []act) ([]int, bool) {
	if v.weak || x.moves(t, v) {
		return x.subjects(t, v, start, ms, out), false
	}
	subjects, objects := x.subjects(t, v, start, ms, out), x.objects(t, v, end, ms)
	passive := x.passive(t, v.Hit)
	switch {
	case passive && len(subjects) > 0:
		return subjects, false
	case len(objects) > 0:
		return objects, true
	case passive:
		return x.postponed(t, v, ms), false
	}
	v.weak = true // "đã bầu ông A bầu giữ chức Bí thư"
	subjects = x.subjects(t, v, start, ms, out)
	if start > t.SentenceOf(v.First).First && len(subjects) > 0 && v.First-ms[subjects[0]].to <= 2 && x.names(t, v.Last) {
		return subjects, false
	}
	return nil, false
}

// postponed returns who is named behind the clause of a verb that begins a sentence:
// "Sau khi được bầu làm Bí thư, đồng chí A phát biểu".
func (x *Extractor) postponed(t *scan.Text, v event, ms []mention) []int {
	s := t.SentenceOf(v.First)
	if v.First-s.First > 4 || t.Has(x.cues, s.First, v.First) {
		return nil
	}
	for i := range ms {
		if ms[i].from > v.Last {
			if ms[i].from-v.Last <= far && t.Is(ms[i].from-1, ',') && x.names(t, v.Last) {
				return []int{i}
			}
			return nil
		}
	}
	return nil
}

// moves reports whether somebody leaves a post for the one that a verb gives: "thôi giữ
// chức A để giữ chức B", "… để chỉ định giữ chức B".
func (x *Extractor) moves(t *scan.Text, v event) bool {
	to := v.First
	switch wordBefore(t, to) {
	case "sang", "về": // "để về làm Bí thư"
		to--
	}
	return (v.weak || v.Value != howElected) && wordBefore(t, to) == "để" && t.Has(x.leaving, t.SentenceOf(v.First).First, v.First)
}

// own returns the subjects of a verb that has them before it.
func (x *Extractor) own(t *scan.Text, v event, start int32, ms []mention, out []act) []int {
	if !v.weak && !x.passive(t, v.Hit) {
		return nil
	}
	return x.subjects(t, v, start, ms, out)
}

func (x *Extractor) without(people, others []int) []int {
	var out []int
	for _, i := range people {
		taken := false
		for _, j := range others {
			taken = taken || i == j
		}
		if !taken {
			out = append(out, i)
		}
	}
	return out
}

// take elects the people before a verb to the post after it; else to the post
// that the list of people opens with, the one that they keep, or the one that
// the text was just speaking of.
func (x *Extractor) take(t *scan.Text, v event, start, end int32, ms []mention, people []int, out []act, st *story) {
	if len(people) == 0 {
		return
	}
	end = x.mark(t, v.Last, x.bracketEnd(t, v.Hit, end), ';')
	if v.weak {
		end = x.postEnd(t, v.Last, end)
	}
	post, to := x.postBetween(t, v.Last, end, ms)
	first := people[len(people)-1]
	if before := ms[first].from; to == "" && before > start && !x.replaced(t, &ms[first]) {
		if t.Is(before-1, ':') { // "Phó Bí thư: các đồng chí A, B trúng cử"
			before--
		}
		post, to = x.postBetween(t, x.clauseStart(t, max(start, before-14), before), before, ms)
	}
	for _, i := range people {
		own, ownTo := post, to
		if ownTo == "" {
			own, ownTo = x.keptPost(t, v, &ms[i], &ms[first])
		}
		if ownTo == "" && !v.weak && v.Value == howElected && !x.amongThose(t, ms, i) {
			own, ownTo = st.post, st.to
		}
		if v.weak && ownTo == "other" && (v.Value != howElected && t.Fold(v.First) == "tiếp" || onDuty(t, ms[i].to, v.First)) {
			continue // keeps it, or has it as a duty
		}
		if v.weak && ownTo == "other" && x.board(t, ms[:i+1], v.First) {
			continue // a delegation or a tally board "do ông A làm Trưởng ban"
		}
		if ownTo == "" && t.Fold(v.Last) == "thay" {
			own, ownTo = x.successor(t, v.Hit)
		}
		x.elect(&out[i], v.Value, own, ownTo)
		out[i].guess = v.guess
	}
}

// onDuty reports whether a verb of a post stands among somebody's duties: "Đồng chí A: phụ
// trách chung, trực tiếp làm Trưởng Tiểu ban".
func onDuty(t *scan.Text, from, verb int32) bool {
	for i := from; i+1 < verb; i++ {
		switch t.Fold(i) + " " + t.Fold(i+1) {
		case "phụ trách", "theo dõi", "chỉ đạo":
			return true
		}
	}
	return false
}

// amongThose reports whether a person is named again out of those of the sentence: "Hai Phó
// Bí thư là các đồng chí Lê Văn A, B; trong đó đồng chí A tái cử".
func (x *Extractor) amongThose(t *scan.Text, ms []mention, i int) bool {
	m := &ms[i]
	if m.last-m.first > 1 || m.from < 2 || t.Fold(m.from-1) != "đó" || t.Fold(m.from-2) != "trong" {
		return false
	}
	return slices.ContainsFunc(ms[:i], func(y mention) bool { return t.String(y.last-1, y.last) == t.String(m.first, m.last) })
}

// successor returns the post that somebody else leaves in the sentence, and that a verb
// gives on: "ông A thôi giữ chức Phó Bí thư; ông B được bầu thay".
func (x *Extractor) successor(t *scan.Text, v scan.Hit) (scan.Hit, string) {
	hits := t.HitsIn(x.leaving, t.SentenceOf(v.First).First, v.First)
	if len(hits) == 0 {
		return scan.Hit{}, ""
	}
	for _, h := range t.HitsIn(x.titles, hits[0].Last, v.First) {
		if !x.titleList[h.Value].none {
			return scan.Hit{First: h.First, Last: x.titleEnd(t, h, v.First), Value: h.Value}, x.codeAt(t, h)
		}
	}
	return scan.Hit{}, ""
}

// board reports whether the last of some people, or one before, heads what a
// sentence only sets up: "do bà A làm Chủ tịch; ông B làm Phó Chủ tịch". An
// inspection committee is elected, whose ever it is.
func (x *Extractor) board(t *scan.Text, ms []mention, verb int32) bool {
	if x.inspects(t, verb) {
		return false
	}
	return slices.ContainsFunc(ms, func(m mention) bool { return wordBefore(t, m.from) == "do" })
}

// inspects reports whether a sentence names an inspection committee before a token.
func (x *Extractor) inspects(t *scan.Text, i int32) bool {
	for _, h := range t.HitsIn(x.into, t.SentenceOf(i).First, i) {
		if x.intoCodes[h.Value] == "inspection_committee" && wordBefore(t, h.First) != "của" { // not "đoàn công tác của Ủy ban Kiểm tra"
			return true
		}
	}
	return false
}

// ofKin reports whether a person is only named as whose relative another is: "ông A (em
// rể ông B) làm Chủ tịch".
func ofKin(t *scan.Text, m *mention) bool {
	switch wordBefore(t, m.from) {
	case "rể", "dâu", "ruột", "vợ", "chồng", "cháu", "con", "trai", "gái", "họ":
		return true
	}
	return false
}

// postEnd returns where the posts after a weak verb end: at a comma that no
// title follows.
func (x *Extractor) postEnd(t *scan.Text, from, end int32) int32 {
	for i := from; i < end; i++ {
		if t.Is(i, ',') && !x.names(t, i+1) {
			return i
		}
	}
	return end
}

// keptPost takes a title for the post: "tái đắc cử chức vụ này", "Các Phó Chủ
// tịch A, B tái cử".
func (x *Extractor) keptPost(t *scan.Text, v event, m, first *mention) (scan.Hit, string) {
	if w := t.Fold(v.First); w != "tái" && w != "tiếp" {
		return scan.Hit{}, ""
	}
	for _, y := range []*mention{m, first} {
		if len(y.titles) > 0 {
			return y.titles[0], x.code(y.titles[0].Value)
		}
	}
	return scan.Hit{}, ""
}

// give elects the people after an active verb; the post stands after each
// ("bầu ông A làm …"), or once before all ("bầu bốn phó bí thư gồm …").
func (x *Extractor) give(t *scan.Text, v event, start, end int32, ms []mention, people []int, out []act) {
	if candidates(t, v.Last, ms[people[0]].from) {
		return
	}
	common, commonTo := x.postBetween(t, v.Last, ms[people[0]].from, ms)
	between := commonTo != ""
	if !between {
		common, commonTo = x.titleBetween(t, max(start, v.First-12), v.First, ms)
	}
	if commonTo == "" && ms[0].from < v.First { // "Các Phó Chủ tịch, ngoài ông A tái cử, bầu thêm ông B"
		common, commonTo = x.titleBetween(t, t.SentenceOf(v.First).First, ms[0].from, ms)
	}
	if commonTo == "" && start < v.First && x.mark(t, start, v.First, ':') < v.First {
		common, commonTo = x.postBetween(t, start, v.First, ms) // "Bầu đoàn đại biểu dự Đại hội cấp trên: bầu 5 đồng chí gồm …"
	}
	listed, atEnd := x.opened(t, v.Last, ms[people[0]].from), false
	if commonTo == "" && listed && v.Value == howElected && (x.passive(t, v.Hit) || x.countsPeople(t, v.Last, ms[people[0]].from)) {
		common, commonTo = x.bodyNear(t, v.First) // "đã bầu 15 đồng chí, gồm: A, B"
		if (commonTo == "inspection_committee" || commonTo == "") && t.Fold(v.First) == "trúng" && t.Has(x.register, max(0, v.First-2), v.First) && x.noParty(t, &ms[people[0]]) {
			common, commonTo = scan.Hit{}, "committee" // "Trong danh sách trúng cử có ông A"
		}
	}
	if commonTo == "" && t.Fold(v.First) == "trúng" && v.Last-v.First == 2 && (listed || t.Fold(v.Last) == "có") && wordBefore(t, v.First) == "số" {
		commonTo = "committee" // "Trong số trúng cử có ông A"
	}
	for n, i := range slices.Backward(people) {
		stop := end
		if n+1 < len(people) {
			stop = ms[people[n+1]].from
		}
		if n+1 < len(people) {
			if next := x.postOf(t, &ms[people[n+1]]); next.First > ms[i].to {
				stop = next.First
			}
		}
		own, to := x.postBetween(t, ms[i].to, x.mark(t, ms[i].to, stop, ';'), ms)
		if h := x.postOf(t, &ms[i]); to == "" && h.First >= v.Last && h.Last > h.First {
			own, to = h, x.codeAt(t, h)
		}
		if last := people[len(people)-1]; n == len(people)-1 {
			atEnd = to != "" && len(people) > 1 && t.Has(x.weak, ms[last].to, own.First)
		} else if to == "" && atEnd && !between && x.joined(t, ms[i].to, stop) { // "chỉ định các đồng chí: A, Chủ tịch HĐND; B giữ chức …"
			own, to = out[people[n+1]].post, out[people[n+1]].to
		}
		if to == "" && !between {
			own, to = x.madeInto(t, &ms[i])
		}
		if to == "" {
			own, to = x.label(t, ms, people, n)
		}
		if max(height[to], height[commonTo]) <= height["standing_committee"] && x.board(t, ms[:i+1], ms[i].from) {
			continue // "Ban Kiểm phiếu do Đại hội bầu, do đồng chí A làm Trưởng ban, kiểm phiếu bầu …"
		}
		if to == "" && listed {
			own, to = x.newPost(t, &ms[i], commonTo, commonTo == "", x.ofCell(t, common))
		}
		if to == "" && n+1 < len(people) && !between && x.joined(t, ms[i].to, stop) { // "bầu ông A và ông B làm …"
			own, to = out[people[n+1]].post, out[people[n+1]].to
		}
		if to == "" {
			own, to = common, commonTo
		}
		x.elect(&out[i], v.Value, own, to)
	}
}

// candidates reports whether the last words of a range say that people only stand: "bầu Bí
// thư: 2 ứng viên là ông A và bà B".
func candidates(t *scan.Text, from, end int32) bool {
	for i := max(from, end-5); i+1 < end; i++ {
		if t.Fold(i) == "ứng" && (t.Fold(i+1) == "viên" || t.Fold(i+1) == "cử") {
			return true
		}
	}
	return false
}

// postOf returns the title that "là" ties to the person behind it: "Phó Bí thư là bà B".
func (x *Extractor) postOf(t *scan.Text, m *mention) scan.Hit {
	is := m.from - 1
	if is < 2 || t.Fold(is) != "là" {
		return scan.Hit{}
	}
	hits := t.HitsIn(x.titles, max(t.SentenceOf(m.first).First, is-near), is)
	if len(hits) == 0 || x.titleEnd(t, hits[len(hits)-1], is) != is {
		return scan.Hit{}
	}
	h := hits[len(hits)-1]
	return scan.Hit{First: h.First, Last: is, Value: h.Value}
}

// madeInto takes the title behind "là" of somebody whom a verb elects for the post: "bầu
// ông A là Chủ nhiệm".
func (x *Extractor) madeInto(t *scan.Text, m *mention) (scan.Hit, string) {
	if len(m.titles) == 0 || m.titles[0].First != m.last+1 || t.Fold(m.last) != "là" {
		return scan.Hit{}, ""
	}
	h := m.titles[0]
	m.titles = m.titles[1:]
	return h, x.codeAt(t, h)
}

// countsPeople reports whether people are only counted in a range: "15 đồng chí".
func (x *Extractor) countsPeople(t *scan.Text, from, end int32) bool {
	for _, h := range t.HitsIn(x.honorifics, from, end) {
		if h.First > from && t.Tokens[h.First-1].Kind == scan.Number {
			return true
		}
	}
	return false
}

// bodyNear returns the body that the text has named last, in the sentence of a token or
// one of the two before it.
func (x *Extractor) bodyNear(t *scan.Text, i int32) (scan.Hit, string) {
	h, to := x.bodyBefore(t, i)
	if to == "" || t.Tokens[h.First].Sentence+2 < t.Tokens[i].Sentence {
		return scan.Hit{}, ""
	}
	return h, to
}

// label returns the post with a colon before a person of a list, or before those
// whom the list joins to that one: "Phó Bí thư: đồng chí A và đồng chí B".
func (x *Extractor) label(t *scan.Text, ms []mention, people []int, n int) (scan.Hit, string) {
	for ; n > 0; n-- {
		from, to := ms[people[n-1]].to, ms[people[n]].from
		if t.Is(to-1, ':') {
			return x.postBetween(t, x.clauseStart(t, from, to-1), to-1, ms)
		}
		if !x.joined(t, from, to) {
			break
		}
	}
	return scan.Hit{}, ""
}

// eventVerbs returns the verbs of events, several in a row ("được bầu giữ",
// "điều động, chỉ định") as one. A weak verb counts where the text tells of an
// election and a post follows it, unless it only joins a strong verb to its
// post ("bầu ông A làm …").
func (x *Extractor) eventVerbs(t *scan.Text, s scan.Sentence, ms []mention, st *story) []event {
	var out []event
	for _, v := range t.HitsIn(x.verbs, s.First, s.Last) {
		if x.compound(t, v) || within(v, ms) || len(out) > 0 && (x.remark(t, out[len(out)-1], v) || x.proposed(t, s, v)) {
			continue
		}
		if n := len(out); n > 0 && v.First-out[n-1].Last <= 2 && !x.nameBetween(t, out[n-1].Last, v.First) {
			out[n-1].Last = v.Last
			if v.Value == howAppointed {
				out[n-1].Value = v.Value
			}
			continue
		}
		out = append(out, event{Hit: v})
	}
	if len(out) == 0 && !st.told && !polled(t, s) && !t.Has(x.leaving, s.First, s.Last) && !t.Has(x.decision, s.First, s.Last) && !x.headline(t, s) {
		return nil
	}
	return x.withWeak(t, s, ms, out, st)
}

// proposed reports whether a verb of election stands in what somebody is only proposed for
// besides: "giữ chức Phó Bí thư, giới thiệu để Hội đồng nhân dân bầu giữ chức Chủ tịch".
func (x *Extractor) proposed(t *scan.Text, s scan.Sentence, v scan.Hit) bool {
	for i := v.First - 1; i > max(s.First, v.First-near); i-- {
		if t.Is(i, ';') || t.Is(i, ':') {
			return false
		}
		if t.Fold(i) == "để" {
			return t.Has(x.nominee, max(s.First, i-4), i)
		}
	}
	return false
}

// remark reports whether a verb alone in brackets only says of one of those whom an active
// verb elects how it went: "bầu các ông A (tái cử) và B giữ chức Phó Bí thư".
func (x *Extractor) remark(t *scan.Text, active event, v scan.Hit) bool {
	return t.Is(v.First-1, '(') && t.Is(v.Last, ')') && !x.passive(t, active.Hit) && x.mark(t, active.Last, v.First, ';') == v.First
}

// withWeak puts the weak verbs among the strong ones.
func (x *Extractor) withWeak(t *scan.Text, s scan.Sentence, ms []mention, strong []event, st *story) []event {
	weak := t.HitsIn(x.weak, s.First, s.Last)
	if len(weak) == 0 {
		return strong
	}
	out := make([]event, 0, len(strong)+len(weak))
	how := st.how
	if !st.told && polled(t, s) {
		how = howElected // "giành 198/201 phiếu, tiếp tục làm Bí thư"
	} else if st.told && !st.ever && t.Has(x.decision, s.First, s.Last) {
		how = howAppointed // "Theo Quyết định, Ban Chấp hành lâm thời có …, ông A làm Bí thư"
	} else if !st.told {
		how = howAssigned // "thôi giữ chức A để giữ chức B", "quyết định về việc ông A giữ chức B"
	}
	for _, w := range weak {
		for len(strong) > 0 && strong[0].First < w.Last {
			out = append(out, strong[0])
			how = strong[0].Value
			strong = strong[1:]
		}
		kept := t.Fold(w.First) == "tiếp" && (t.Fold(w.Last) == "này" || x.endsClause(t, w.Last, s.Last)) // "tiếp tục giữ chức vụ này"
		if !kept && !x.names(t, w.Last) && !x.heldBy(t, ms, w) || within(w, ms) || len(out) > 0 && out[len(out)-1].Last > w.First {
			continue
		}
		if n := len(out); n > 0 && !out[n-1].weak && x.mark(t, out[n-1].Last, w.First, ';') == w.First {
			if named := x.mark(t, out[n-1].Last, w.First, ':'); named < w.First && between(ms, named, w.First) {
				// "bầu các chức danh chủ chốt: đồng chí A giữ chức Bí thư"
			} else if !between(ms, out[n-1].Last, w.First) || !x.passive(t, out[n-1].Hit) && len(x.objects(t, out[n-1], w.First, ms)) > 0 {
				continue
			}
		}
		out = append(out, event{Hit: scan.Hit{First: w.First, Last: w.Last, Value: how}, weak: true, guess: !st.told && !t.Has(x.verbs, s.First, s.Last) && !t.Has(x.decision, s.First, s.Last)})
	}
	return append(out, strong...)
}

// heldBy reports whether a post stands before whoever has it from now on, alone or with
// others: "chức Bí thư do đồng chí A đảm nhiệm".
func (x *Extractor) heldBy(t *scan.Text, ms []mention, w scan.Hit) bool {
	for i := len(ms) - 1; i >= 0; i-- {
		m := &ms[i]
		if m.to > w.First {
			continue
		}
		if w.First-m.to > 1 {
			return false
		}
		for i > 0 && wordBefore(t, m.from) != "do" && x.joined(t, ms[i-1].to, m.from) {
			i--
			m = &ms[i]
		}
		if wordBefore(t, m.from) != "do" {
			return false
		}
		hits := t.HitsIn(x.titles, max(t.SentenceOf(m.first).First, m.from-near), m.from-1)
		return len(hits) > 0 && x.titleEnd(t, hits[len(hits)-1], m.from-1) == m.from-1
	}
	return false
}

// headline reports whether the headline of a text gives a Party post with a verb that
// does so only there: "Đồng chí A làm Bí thư Huyện ủy B". It has no full stop.
func (x *Extractor) headline(t *scan.Text, s scan.Sentence) bool {
	if s.First >= s.Last || t.Tokens[s.First].Sentence != 0 || len(t.Sentences) < 2 || t.Is(s.Last-1, '.') {
		return false
	}
	for _, w := range t.HitsIn(x.weak, s.First, s.Last) {
		if h, ok := t.At(x.titles, w.Last); ok && x.codeAt(t, h) != "other" {
			return true
		}
	}
	return false
}

// between reports whether somebody is named in a range of tokens.
func between(ms []mention, first, last int32) bool {
	return slices.ContainsFunc(ms, func(m mention) bool { return m.first >= first && m.last <= last })
}

// names reports whether a post is named within a few words from token i.
func (x *Extractor) names(t *scan.Text, i int32) bool {
	for j := i; j < i+4; j++ {
		if _, ok := t.At(x.titles, j); ok {
			return true
		}
		if _, ok := t.At(x.into, j); ok {
			return true
		}
	}
	return false
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
// report of the past, or a candidacy, which it tells apart.
func (x *Extractor) denied(t *scan.Text, v event, from int32) (denied, candidacy bool) {
	s := t.SentenceOf(v.First)
	if v.Last < s.Last {
		switch t.Fold(v.Last) {
		case "thiếu", "khuyết", "không":
			return true, false // bầu thiếu, bầu khuyết
		}
	}
	if x.refuses(t, v, from) {
		return true, false
	}
	if v.First > from && wordBefore(t, v.First) == "để" {
		return true, true // giới thiệu để bầu
	}
	back, ahead := max(from, v.First-4), min(v.Last+4, s.Last)
	reach := back
	if v.weak {
		back, ahead, reach = max(from, v.First-8), v.Last, max(from, v.First-24)
	}
	if t.Has(x.leaving, back, ahead) {
		return true, false
	}
	for _, h := range t.HitsIn(x.nominee, reach, v.Last) {
		if h.Last != v.First-1 || wordBefore(t, v.First) != "và" { // "được giới thiệu và bầu"
			return true, true
		}
	}
	return false, false
}

// refuses reports whether a verb is negated ("không tái cử") or what somebody
// withdrew from ("xin rút khỏi danh sách bầu"), in the same clause.
func (x *Extractor) refuses(t *scan.Text, v event, from int32) bool {
	from = max(from, v.First-near)
	for i := v.First - 1; i >= from; i-- {
		if t.Tokens[i].Kind == scan.Punct {
			from = i + 1
			break
		}
	}
	for _, h := range t.HitsIn(x.refused, from, v.Last) {
		if h.First < v.First && (h.Last >= v.First || t.Fold(h.Last-1) == "được" && !t.Has(x.honorifics, h.Last, v.First)) {
			return true
		}
	}
	for _, h := range t.HitsIn(x.withdrawn, from, v.First) {
		if !t.Has(x.honorifics, h.Last, v.First) {
			return true // else "ông A xin rút nên bà B được bầu"
		}
	}
	return false
}

// leaves reports whether the words after a person say that no post of a list is
// theirs: "Đồng chí A không tái cử", "Đồng chí B xin rút", "Đồng chí C thôi giữ chức".
func (x *Extractor) leaves(t *scan.Text, m *mention) bool {
	end := min(t.SentenceOf(m.first).Last, m.to+far)
	end = x.mark(t, m.to, end, ';')
	for _, h := range t.HitsIn(x.honorifics, m.to, end) {
		end = min(end, h.First)
	}
	after := m.to
	if t.Is(after, ',') || t.Is(after, '-') {
		after++
	}
	if _, ok := t.At(x.leaving, after); ok || t.Has(x.withdrawn, m.to, end) {
		return true
	}
	for _, v := range t.HitsIn(x.verbs, m.to, end) {
		if x.refuses(t, event{Hit: v}, m.to) {
			return true
		}
	}
	return false
}

// passive reports whether the person stands before the verb: được bầu, trúng
// cử, được Bộ Chính trị chỉ định.
func (x *Extractor) passive(t *scan.Text, v scan.Hit) bool {
	for i := v.First; i < v.Last; i++ {
		switch t.Fold(i) {
		case "được", "trúng", "đắc", "tái", "giữ", "nhậm", "nhận", "lần":
			return true
		}
	}
	s := t.SentenceOf(v.First)
	for j := v.First - 1; j >= s.First && j > v.First-far; j-- {
		if t.Is(j, ',') || t.Is(j, ';') || t.Is(j, ':') {
			return false
		}
		if t.Fold(j) == "được" {
			return true
		}
	}
	return false
}

// objects returns the people after an active verb, up to the end of its
// clause: "bầu ông A giữ chức …", "bầu bốn phó bí thư gồm các ông A, B và C".
func (x *Extractor) objects(t *scan.Text, v event, end int32, ms []mention) []int {
	var out []int
	for i := range ms {
		if ms[i].first < v.Last || ms[i].last > end || x.inCharge(t, v, &ms[i]) || x.replaced(t, &ms[i]) || x.does(t, &ms[i]) {
			continue
		}
		if from := ms[i].from; len(out) == 0 && x.mark(t, v.Last, from, ';') < from && !x.opened(t, v.Last, from) {
			break // "được bầu giữ chức Chủ tịch; 4) đồng chí B"
		} else if len(out) == 0 && x.mark(t, v.Last, from, ',') < from && !x.opened(t, v.Last, from) && wordBefore(t, from) != "với" {
			break // "có bầu Bí thư hay không, ông A cho biết"
		}
		out = append(out, i)
	}
	return out
}

// inCharge reports whether somebody is only given a duty and no post: "phân công đồng chí
// A phụ trách Đảng bộ".
func (x *Extractor) inCharge(t *scan.Text, v event, m *mention) bool {
	i := m.to
	if t.Is(i, ',') || t.Is(i, '-') {
		i++
	}
	return v.Value == howAssigned && (t.Fold(i) == "phụ" && t.Fold(i+1) == "trách" || t.Fold(i-1) == "trách" && t.Fold(i-2) == "phụ")
}

// does reports whether a person is the one who does what was done: "danh sách được bà
// A công bố".
func (x *Extractor) does(t *scan.Text, m *mention) bool {
	if wordBefore(t, m.from) != "được" {
		return false
	}
	q, ok := t.At(x.cues, m.to)
	return ok && x.cueList[q.Value].after
}

// company reports whether a clause only opens with a person, beside whom others got their
// posts: "Cùng ông A, bà B và ông C được bầu làm Phó Bí thư".
func company(t *scan.Text, m *mention) bool {
	i := m.from - 1
	if i > 0 && t.Fold(i) == "với" {
		i--
	}
	return i >= 0 && t.Is(m.to, ',') && (t.Fold(i) == "cùng" || t.Fold(i) == "cạnh") && t.Tokens[i].Upper
}

// replaced reports whether a person is the one whose post another takes: "thay
// ông B".
func (x *Extractor) replaced(t *scan.Text, m *mention) bool {
	for j := m.from - 1; j >= 0 && j >= m.from-2; j-- {
		switch t.Fold(j) {
		case "thay", "thế":
			return true
		case "cho":
			continue
		}
		break
	}
	return false
}

// subjects returns the people before a verb, the nearest first: the last named
// and those that a comma, a semicolon, a dash or "và" joins to it.
func (x *Extractor) subjects(t *scan.Text, v event, from int32, ms []mention, out []act) []int {
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
		nearest := len(list) == 0 && v.First-m.to <= 4 && !(v.weak && i > 0 && ms[i-1].first >= from && m.from-ms[i-1].to <= 2) // "thay ông A được điều động …", but "bà B thay ông A giữ chức …"
		taken := out[i].role != "" && !v.weak
		if x.replaced(t, m) && !nearest || taken || company(t, m) || ofKin(t, m) || m.from > from && wordBefore(t, m.from) == "của" {
			if len(list) > 0 {
				break
			}
			continue
		}
		if len(list) > 0 && (!x.joined(t, m.to, next) || x.mark(t, m.to, next, ';') < next && x.names(t, v.Last) && len(m.titles) > 0 && !x.severally(t, m, v.First) && !x.alone(t, m, v)) {
			break
		}
		list = append(list, i)
		next = m.from
	}
	return list
}

// severally reports whether a person stands in a list that a word for several
// people and a colon open, so that a verb at its end is of all: "các đồng chí: A,
// Chủ tịch HĐND; B, Chủ tịch UBND giữ chức …".
func (x *Extractor) severally(t *scan.Text, m *mention, verb int32) bool {
	hits := t.HitsIn(x.honorifics, t.SentenceOf(m.first).First, m.first)
	for _, h := range slices.Backward(hits) {
		if h.Value == 1 {
			return t.Is(h.Last, ':') && !t.Has(x.verbs, h.Last, verb)
		}
	}
	return false
}

// alone reports whether nothing but people stands before the verb that takes several into
// a body or a delegation, so that it is of all: "A, Hiệu trưởng; B, Hiệu phó được bầu vào …".
func (x *Extractor) alone(t *scan.Text, m *mention, v event) bool {
	s := t.SentenceOf(m.first)
	if t.Has(x.cues, s.First, v.First) || t.Has(x.verbs, s.First, v.First) || t.Has(x.weak, s.First, v.First) {
		return false
	}
	_, to := x.postBetween(t, v.Last, s.Last, nil)
	return to == "committee" || to == "standing_committee" || to == "delegate" || to == "deputy_secretary"
}

// actsBefore reports whether a person does something else before the verb of
// an event: who hands over or announces a decision is not appointed by it.
func (x *Extractor) actsBefore(t *scan.Text, first, last int32) bool {
	for _, h := range t.HitsIn(x.cues, first, last) {
		if q := x.cueList[h.Value]; q.after && q.strength >= 3 && q.role != "disciplined" && !t.Tokens[h.First].Upper && !x.compound(t, h) && !x.ofOthers(t, first, h, q) { // "Bảo" is a name
			return true
		}
	}
	return false
}

// bracketEnd returns the closing bracket when a verb stands in brackets: the post
// in "(tái cử), Phó Bí thư là …" is somebody else's.
func (x *Extractor) bracketEnd(t *scan.Text, v scan.Hit, end int32) int32 {
	if !t.Is(v.First-1, '(') {
		return end
	}
	return x.mark(t, v.Last, end, ')')
}

// mark returns the first mark of its kind in a range of tokens, the end of the
// range when there is none.
func (x *Extractor) mark(t *scan.Text, from, end int32, mark rune) int32 {
	for i := from; i < end; i++ {
		if t.Is(i, mark) {
			return i
		}
	}
	return end
}

func (x *Extractor) elect(a *act, how int32, post scan.Hit, to string) {
	if to == "" {
		return
	}
	if a.role == "elected" && !x.higher(to, a.to) {
		return
	}
	if to == "delegate" && how == howAssigned {
		how = howElected // a congress "cử 6 đại biểu đi dự đại hội cấp trên"
	}
	a.role, a.how, a.post, a.to = "elected", how, post, to
}

// wordBefore returns the folded word before token i.
func wordBefore(t *scan.Text, i int32) string {
	if i <= 0 {
		return ""
	}
	return t.Fold(i - 1)
}
