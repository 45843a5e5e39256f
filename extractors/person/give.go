package person

import (
	"slices"

	"github.com/tongket/tongket/extractors/scan"
)

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
	post, to := x.postBetween(t, v.Last, x.saidFrom(t, v.Last, end), ms)
	first := people[len(people)-1]
	if m := &ms[first]; to == "" && len(people) == 1 && len(m.titles) == 1 && m.titles[0].First < m.first && t.Fold(v.First) == "đắc" && m.to == v.First && x.hasKey(t, m) {
		post, to = x.keyTitle(t, m) // "bầu cấp ủy 11 người, Bí thư A đắc cử với mọi phiếu"
	}
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
		if ownTo == "" {
			own, ownTo = x.justGot(t, v.Hit, &ms[i])
		}
		if ownTo == "" && !v.weak && v.Value == howElected && !x.amongThose(t, ms, i) {
			own, ownTo = st.post, st.to
		}
		if v.weak && ownTo == "other" && (v.Value != howElected && t.Fold(v.First) == "tiếp" || t.Fold(v.First) == "vẫn" || onDuty(t, ms[i].to, v.First)) {
			continue // keeps it, or has it as a duty
		}
		if v.weak && ownTo == "other" && x.board(t, ms[:i+1], v.First) {
			continue // a delegation or a tally board "do ông A làm Trưởng ban"
		}
		if ownTo == "" && v.First > start+2 && (t.Fold(v.First-1) == "thay" || t.Fold(v.First-2) == "thay" && t.Fold(v.First-1) == "và") { // "đồng chí B lên thay và được bầu"
			if own, ownTo = x.successor(t, v.Hit); ownTo == "" || ownTo == "other" {
				own, ownTo = x.leaver(t, ms[:i])
			}
		}
		if ownTo == "" && t.Fold(v.Last) == "thay" {
			if own, ownTo = x.successor(t, v.Hit); ownTo == "" {
				own, ownTo = x.leaver(t, ms[:i])
			}
		}
		x.elect(&out[i], v.Value, own, ownTo)
		out[i].guess = v.guess
	}
}

// saidFrom returns where a verb of speech behind a comma begins what somebody says, who is not
// told of any more: "người vừa tái cử, kể rằng nhiệm kỳ trước cấp ủy …".
func (x *Extractor) saidFrom(t *scan.Text, from, end int32) int32 {
	for _, h := range t.HitsIn(x.cues, from, end) {
		if q := x.cueList[h.Value]; q.role == "speaker" && q.after && h.First > from && t.Is(h.First-1, ',') {
			return h.First
		}
	}
	return end
}

// justGot takes the title of a person for the post where "vừa" or "mới" stands between it and
// the verb: "Ông A, Phó Bí thư vừa trúng cử, …".
func (x *Extractor) justGot(t *scan.Text, v scan.Hit, m *mention) (scan.Hit, string) {
	n := len(m.titles)
	if n == 0 || m.titles[n-1].Last != v.First-1 {
		return scan.Hit{}, ""
	}
	switch t.Fold(v.First - 1) {
	case "vừa", "mới":
		h := m.titles[n-1]
		m.titles = slices.Clone(m.titles[:n-1])
		return h, x.codeAt(t, h)
	}
	return scan.Hit{}, ""
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

// leaver returns the Party post of somebody before who leaves it: "Bí thư Đảng ủy khóa cũ A
// nghỉ hưu; đồng chí B lên thay và được bầu".
func (x *Extractor) leaver(t *scan.Text, ms []mention) (scan.Hit, string) {
	for i := range ms {
		m := &ms[i]
		end := min(t.SentenceOf(m.first).Last, m.to+near)
		moved := slices.ContainsFunc(t.HitsIn(x.verbs, m.to, end), func(v scan.Hit) bool { return v.Value == howAssigned })
		if !moved && !t.Has(x.leaving, m.to, end) && !t.Has(x.withdrawn, m.to, end) {
			continue
		}
		for _, h := range m.titles {
			if code := x.codeAt(t, h); height[code] >= height["inspection_head"] {
				return h, code
			}
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
			h := y.titles[0]
			if len(y.titles) == 1 && y == m && h.First < m.first && height[x.codeAt(t, h)] >= height["inspection_head"] {
				m.titles = nil
			}
			return h, x.code(h.Value)
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
	each := listed && x.severalPosts(t, v.Last, ms[people[0]].from)
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
		if to == "" && each {
			own, to = x.keyTitle(t, &ms[i])
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

// severalPosts reports whether a range names more than one key post, each of which is
// somebody else's in the list behind it: "giữ các chức danh Bí thư, Phó Bí thư: …".
func (x *Extractor) severalPosts(t *scan.Text, from, end int32) bool {
	first := ""
	for _, h := range t.HitsIn(x.titles, from, end) {
		code := x.codeAt(t, h)
		if height[code] < height["inspection_head"] {
			continue
		}
		if first != "" && code != first {
			return true
		}
		first = code
	}
	return false
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

// bracketEnd returns the closing bracket when a verb stands in brackets: the post
// in "(tái cử), Phó Bí thư là …" is somebody else's.
func (x *Extractor) bracketEnd(t *scan.Text, v scan.Hit, end int32) int32 {
	if !t.Is(v.First-1, '(') {
		return end
	}
	return x.mark(t, v.Last, end, ')')
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
