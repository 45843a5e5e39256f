package person

import (
	"github.com/tongket/tongket/extractors/scan"
)

// tellsCongress reports whether a document tells of a congress that was held, as most news and
// all reports and minutes do, and is no paper that prepares one.
func (x *Extractor) tellsCongress(t *scan.Text) bool {
	switch t.Identity.Type {
	case "plan", "guidance", "directive", "script", "statistics_form", "decision":
		return false
	}
	since := t.Identity.Date.Year - t.Identity.Start
	return !t.Identity.Outside && (t.Identity.Start == 0 || t.Identity.Date.Year == 0 || since >= 0 && since%5 <= 1)
}

// longBefore reports whether the words of a sentence before a token speak of the term before
// or of another time: "Bí thư khóa trước là ông A", "Bí thư khi ấy là bà B".
func longBefore(t *scan.Text, s scan.Sentence, end int32) bool {
	for i := s.First; i+1 < end; i++ {
		switch t.Fold(i) + " " + t.Fold(i+1) {
		case "khoá trước", "khoá cũ", "kì trước", "khi ấy", "khi đó", "lúc đó", "lúc ấy", "bấy giờ", "đương nhiệm", "đương chức", "khoá này", "nhiệm cũ", "trước đó", "trước đây", "trước kia", "khi còn":
			return true
		}
	}
	return t.Fold(s.First) == "hiện"
}

// untold reports whether nothing is told of a person, or of those listed with it, in the
// clause: "Bí thư là ông A.", "Phó Bí thư là ông B và bà C; …".
func (x *Extractor) untold(t *scan.Text, s scan.Sentence, ms []mention, i int) bool {
	for i+1 < len(ms) && x.joined(t, ms[i].to, ms[i+1].from) {
		i++
	}
	end := ms[i].to
	if end >= s.Last || t.Tokens[end].Kind == scan.Punct {
		return !t.Is(end, ',') || !x.toldOf(t, end, s.Last)
	}
	switch t.Fold(end) {
	case "và", "còn", "kiêm", "đạt", "được", "với", "có":
		return true
	}
	return false
}

// takesKey reports whether a weak verb of a sentence has a key post of the document's own
// organisation directly behind it: "Ông A giữ chức Bí thư".
func (x *Extractor) takesKey(t *scan.Text, s scan.Sentence) bool {
	for _, w := range t.HitsIn(x.weak, s.First, s.Last) {
		h, ok := x.titleAt(t, w.Last, s.Last)
		if ok && height[x.codeAt(t, h)] >= height["inspection_head"] && x.ofDocument(t, h) && !longBefore(t, s, w.First) {
			return true
		}
	}
	return false
}

// roster elects those whom a part of a text that told of a congress only names with the key
// posts of its organisation, or of the unit that a row is of, without a verb: "Đồng chí A - Bí
// thư; đồng chí B - Phó Bí thư", "Xã Tân Phú: 15 ủy viên, Bí thư A, Phó Bí thư B và C". Nothing
// else may stand in the sentence but counts before them and votes.
func (x *Extractor) roster(t *scan.Text, s scan.Sentence, ms []mention, out []act, st *story) {
	if len(ms) == 0 || st.inList && st.above.cue.role != "" {
		return
	}
	first := -1
	keys, had := 0, 0
	for i := range ms {
		m := &ms[i]
		if m.office {
			return
		}
		if out[i].role == "elected" {
			if had++; first < 0 && height[out[i].to] < height["inspection_head"] {
				return
			}
			continue
		}
		if x.hasKey(t, m) {
			keys++
			if first < 0 {
				first = i
			}
			continue
		}
		if i+1 < len(ms) && len(m.titles) == 0 && x.with(t, m, &ms[i+1], false) && x.hasKey(t, &ms[i+1]) && t.Is(ms[i+1].last, '-') && (m.from == s.First || t.Is(m.from-1, ';') || t.Is(m.from-1, ':')) {
			if first < 0 {
				first = i // "đồng chí A, đồng chí B - Phó Bí thư"
			}
			continue
		}
		if p := i - 1; first < 0 || !x.joined(t, ms[p].to, m.from) || t.Is(m.from-1, ';') || len(m.titles) > 0 || len(ms[p].titles) > 0 && ms[p].titles[0].First > ms[p].first {
			return // only "Phó Bí thư A và B" have one post
		}
	}
	if keys == 0 || t.Has(x.nominee, s.First, s.Last) || t.Has(x.leaving, s.First, s.Last) || t.Has(x.withdrawn, s.First, s.Last) || t.Has(x.credit, s.First, s.Last) || longBefore(t, s, s.Last) {
		return
	}
	for _, h := range t.HitsIn(x.cues, s.First, s.Last) {
		if !x.compound(t, h) && !within(h, ms) && !ofName(t, h) {
			return
		}
	}
	at, counted := x.headOfRow(t, s, ms[0].from)
	if had > 0 && first > 0 {
		from := ms[first].from
		for from > ms[first-1].to && several(t, from-1) {
			from--
		}
		at = at || t.Is(from-1, ';') || t.Is(from-1, ',') // "Bí thư vẫn là bà A; hai Phó Bí thư B và C"
	}
	if !at || had == 0 && keys < 2 && !counted && !x.behindElected(t, s, st) {
		return
	}
	for i := 1; i < len(ms); i++ {
		end := ms[i].from
		for end > ms[i-1].to && several(t, end-1) {
			end--
		}
		if i > first && out[i-1].role != "elected" && !x.joined(t, ms[i-1].to, end) && end > ms[i-1].to {
			return
		}
	}
	if last := &ms[len(ms)-1]; !x.closes(t, last.to, s.Last) && last.to < s.Last && !(counted && t.Is(last.to, ',')) && !(t.Is(last.to, '-') && inDuty(t, last.to+1)) {
		return
	}
	var post scan.Hit
	to := ""
	for i := first; i < len(ms); i++ {
		if out[i].role == "elected" {
			continue
		}
		if i+1 < len(ms) && len(ms[i].titles) == 0 && t.Is(ms[i+1].last, '-') && x.with(t, &ms[i], &ms[i+1], false) && x.hasKey(t, &ms[i+1]) {
			c := ms[i+1]
			post, to = x.keyTitle(t, &c)
		}
		if own, code := x.keyTitle(t, &ms[i]); code != "" {
			post, to = own, code
		}
		x.elect(&out[i], st.how, post, to)
	}
}

// hasKey reports whether a person has a key post of the document's own organisation among
// the titles, and none that is held from before.
func (x *Extractor) hasKey(t *scan.Text, m *mention) bool {
	c := *m
	_, to := x.keyTitle(t, &c)
	return to != ""
}

// headOfRow reports whether those whom a sentence names stand at its begin, or behind a mark
// that ends what a row is of; and whether that is a unit, or counts the members.
func (x *Extractor) headOfRow(t *scan.Text, s scan.Sentence, from int32) (begins, counted bool) {
	i := s.First
	for i < from && t.Tokens[i].Kind != scan.Word {
		i++
	}
	for from > i && several(t, from-1) {
		from--
	}
	if from <= i {
		return true, false
	}
	if t.Fold(from-1) == "có" && from-i <= near { // "Cùng làm với bà có các Phó Bí thư A và B"
		switch t.Fold(i) {
		case "giúp", "cùng", "bên", "sát":
			return true, true
		}
	}
	if mark := from - 1; !t.Is(mark, ':') && !t.Is(mark, ';') && !t.Is(mark, ',') && !t.Is(mark, '-') {
		return false, false
	}
	_, unit := t.At(x.units, i)
	for k := i; k < from; k++ {
		if t.Tokens[k].Kind == scan.Number && k+1 < from {
			switch t.Fold(k+1) + " " + t.Fold(k+2) {
			case "uỷ viên", "đồng chí", "đ/c", "thành viên", "cấp uỷ":
				counted = true
			}
		}
	}
	counted = counted || t.Is(from-1, ';') && t.Has(x.into, i, from)
	return unit || counted || t.Is(from-1, ':'), counted || unit
}

// answers elects those whose names alone answer a question about a key post: "Ai làm Phó Bí
// thư? Bà A (Thường trực), ông B.".
func (x *Extractor) answers(t *scan.Text, s scan.Sentence, ms []mention, out []act, how int32) {
	n := t.Tokens[s.First].Sentence
	if n == 0 || len(ms) == 0 || ms[0].from-s.First > 4 {
		return
	}
	q := t.Sentences[n-1]
	if q.First == q.Last || !t.Is(q.Last-1, '?') || q.Last-q.First > far || t.Sentences[n-1].Block+1 < s.Block || !x.closes(t, ms[len(ms)-1].to, s.Last) {
		return
	}
	post, to := x.titleBetween(t, q.First, q.Last, nil)
	if height[to] < height["inspection_head"] || longBefore(t, q, q.Last) {
		return
	}
	for i := range ms {
		if out[i].role != "" || i > 0 && !x.joined(t, ms[i-1].to, ms[i].from) {
			return
		}
	}
	for i := range ms {
		x.elect(&out[i], how, post, to)
	}
}
