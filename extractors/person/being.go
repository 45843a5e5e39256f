package person

import (
	"slices"

	"github.com/tongket/tongket/extractors/scan"
)

// youngest elects into the committee whom a text that told of its election names as the
// youngest or oldest of its members: "ủy viên trẻ tuổi nhất là đồng chí A".
func (x *Extractor) youngest(t *scan.Text, s scan.Sentence, ms []mention, out []act, how int32) {
	for i := range ms {
		if m := &ms[i]; out[i].role == "" && t.Is(m.to, ',') && t.Fold(m.to+1) == "là" && t.Fold(m.to+2) == "người" && (t.Fold(m.to+3) == "trẻ" || t.Fold(m.to+3) == "lớn" || t.Fold(m.to+3) == "cao") && (t.Fold(m.to+4) == "nhất" || t.Fold(m.to+5) == "nhất") && membersBefore(t, s) {
			out[i].role, out[i].how, out[i].to = "elected", how, "committee" // "Chị A, Bí thư Đoàn xã, là người trẻ nhất"
			continue
		}
		at := ms[i].from - 1
		if out[i].role == "elected" && out[i].to != "other" || at-3 < s.First || t.Fold(at) != "là" && !t.Is(at, ':') || t.Fold(at-1) != "nhất" {
			continue
		}
		at -= 2
		if t.Fold(at) == "tuổi" {
			at--
		}
		switch t.Fold(at) {
		case "trẻ", "cao", "lớn", "nhiều", "niên", "ít":
		default:
			continue
		}
		if n := len(ms[i].titles); n > 0 && ms[i].fronted && x.codeAt(t, ms[i].titles[0]) == "secretary" && wordBefore(t, at) == "người" { // "Người trẻ nhất là Bí thư Tỉnh ủy A"
			out[i].role, out[i].how, out[i].post, out[i].to = "elected", how, ms[i].titles[0], "secretary"
			ms[i].titles = slices.Clone(ms[i].titles[1:])
			continue
		}
		if at-2 >= s.First && t.Fold(at-1) == "viên" && t.Fold(at-2) == "uỷ" || wordBefore(t, at) == "người" && (ofMembers(t, s, at-1) || membersBefore(t, s)) || t.Fold(at) == "cao" && wordBefore(t, at) == "phiếu" && !t.Has(x.nominee, s.First, at) {
			out[i].role, out[i].how, out[i].post, out[i].to = "elected", how, scan.Hit{}, "committee"
			for k := i + 1; k < len(ms) && t.Fold(at) == "cao" && out[k].role == "" && x.joined(t, ms[k-1].to, ms[k].from); k++ { // "Ba người cao phiếu nhất: A 195 phiếu; B 194 phiếu"
				out[k].role, out[k].how, out[k].to = "elected", how, "committee"
			}
		}
	}
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

// ofMembers reports whether a sentence speaks of the members of a new committee before a
// token: "Trong 27 ủy viên khóa mới, người trẻ nhất là chị A".
func ofMembers(t *scan.Text, s scan.Sentence, end int32) bool {
	for i := s.First; i+1 < end; i++ {
		switch t.Fold(i) + " " + t.Fold(i+1) {
		case "uỷ viên", "chấp hành", "cấp uỷ", "trúng cử", "đắc cử":
			return true
		}
	}
	return false
}

// membersBefore reports whether one of the two sentences before one in its paragraph speaks of
// members of a new committee by age or by how many there are.
func membersBefore(t *scan.Text, s scan.Sentence) bool {
	n := t.Tokens[s.First].Sentence
	for k := n - 1; k >= max(0, n-3) && t.Sentences[k].Block == s.Block; k-- {
		if b := t.Sentences[k]; ofMembers(t, b, b.Last) {
			return true
		}
	}
	return false
}

// leads elects who is said to head the inspection committee, or to be second there, that a
// sentence counts: "Ủy ban Kiểm tra gồm 7 đồng chí, bà A là nữ Chủ nhiệm đầu tiên", "UBKT: 05
// đ/c, đ/c A - CN", "… 7 người do ông A đứng đầu".
func (x *Extractor) leads(t *scan.Text, s scan.Sentence, ms []mention, out []act, how int32) {
	for i := range ms {
		m := &ms[i]
		if out[i].role != "" && out[i].to != "inspection_committee" || m.last >= s.Last {
			continue
		}
		h, to, ok := x.leadsAs(t, s, m)
		if !ok || !x.counts(t, s.First, m.from, to) {
			continue
		}
		x.elect(&out[i], how, h, to)
		m.titles = slices.DeleteFunc(slices.Clone(m.titles), func(y scan.Hit) bool { return y.First == h.First })
	}
}

// leadsAs reads the post of a person at the head of a committee.
func (x *Extractor) leadsAs(t *scan.Text, s scan.Sentence, m *mention) (scan.Hit, string, bool) {
	at := m.last + 1
	if wordBefore(t, m.from) == "do" && t.Fold(m.last) == "đứng" && t.Fold(at) == "đầu" {
		return scan.Hit{First: m.last, Last: at + 1}, "inspection_head", true
	}
	is := t.Fold(m.last) == "là"
	if !is && !t.Is(m.last, '-') && !t.Is(m.last, ',') && !t.Is(m.last, '(') || at >= s.Last {
		return scan.Hit{}, "", false
	}
	if t.Word(at) == "CN" && (at+1 == s.Last || t.Tokens[at+1].Kind == scan.Punct) {
		return scan.Hit{First: at, Last: at + 1}, "inspection_head", true
	}
	if is && t.Fold(at) == "nữ" && at+1 < s.Last {
		at++
	}
	h, ok := t.At(x.titles, at)
	if !ok || int(h.Last) >= len(t.Tokens) || h.Last > s.Last || t.Tokens[h.Last].Upper {
		return scan.Hit{}, "", false
	}
	to := x.codeAt(t, h)
	if !is && (to != "inspection_head" && to != "inspection_committee" || !t.Is(h.Last, ')') && !x.closes(t, h.Last, s.Last) && !t.Is(h.Last, ',')) {
		return scan.Hit{}, "", false
	}
	return h, to, !is || height[to] >= height["inspection_head"]
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
		if (x.intoCodes[b.Value] == "inspection_committee") != (to == "inspection_head" || to == "inspection_committee") {
			continue
		}
		if x.intoCodes[b.Value] == "inspection_committee" && x.countedAt(t, b.Last, min(end, b.Last+5)) {
			return true
		}
		for _, l := range t.HitsIn(x.list, b.Last, end) {
			if l.Last < end && t.Tokens[l.Last].Kind == scan.Number {
				return true
			}
		}
	}
	return false
}

// countedAt reports whether the first number of a range counts people: "07 đ/c", "(5 người)".
func (x *Extractor) countedAt(t *scan.Text, from, end int32) bool {
	for i := from; i < end; i++ {
		if t.Tokens[i].Kind != scan.Number {
			continue
		}
		if _, ok := t.At(x.honorifics, i+1); ok {
			return true
		}
		switch t.Fold(i+1) + " " + t.Fold(i+2) {
		case "uỷ viên", "thành viên", "đồng chí":
			return true
		}
		return t.Fold(i+1) == "người" || t.Fold(i+1) == "vị" || t.Word(i+1) == "UV" || i == from && t.Is(i+1, '.')
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
		if len(m.titles) == 1 && t.Fold(m.to) == "cũng" && (t.Fold(m.to+1) == "vậy" || t.Fold(m.to+1) == "thế") && x.hasKey(t, m) {
			post, to := x.keyTitle(t, m) // "Bí thư A tái cử, Phó Bí thư B cũng vậy"
			x.elect(&out[i], p.how, post, to)
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
