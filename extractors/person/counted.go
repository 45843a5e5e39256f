package person

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// unitList returns the token behind which a sentence names units and no people,
// the end of the sentence for none: "3 đơn vị không có nữ, gồm: Tân Lập, Phú
// Thịnh", "các xã bầu thiếu (Lê Lợi, Trần Phú)".
func (x *Extractor) unitList(t *scan.Text, s scan.Sentence) int32 {
	for _, h := range t.HitsIn(x.counted, s.First, s.Last) {
		if h.First == s.First || !several(t, h.First-1) {
			continue
		}
		if at := x.namesOfUnits(t, h.Last, s.Last); at > 0 {
			return at
		}
	}
	return s.Last
}

// endsInUnits reports whether a sentence leads to units that are named in a list
// below it: "2 đảng bộ không có nữ trong Ban Thường vụ:".
func (x *Extractor) endsInUnits(t *scan.Text, s scan.Sentence) bool {
	for _, h := range t.HitsIn(x.counted, s.First, s.Last) {
		if h.First > s.First && several(t, h.First-1) && x.namesOfUnits(t, h.Last, s.Last) == s.Last {
			return true
		}
	}
	return false
}

// withoutUnits leaves out of the names of a sentence those of a list of units.
func (x *Extractor) withoutUnits(t *scan.Text, s scan.Sentence, ms []mention) []mention {
	if !slices.ContainsFunc(ms, func(m mention) bool { return !m.honorific }) {
		return ms
	}
	from := x.unitList(t, s)
	to := x.mark(t, from, s.Last, ';')
	return slices.DeleteFunc(ms, func(m mention) bool { return !m.honorific && m.first >= from && m.last <= to })
}

// several reports whether the word at token i counts units or says that they are
// many.
func several(t *scan.Text, i int32) bool {
	if t.Tokens[i].Kind == scan.Number {
		return true
	}
	switch t.Fold(i) {
	case "các", "những", "nhiều", "số", "vài", "mấy", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười":
		return true
	}
	return false
}

// namesOfUnits returns where names begin that a clause about units leads to, 0
// where it goes on to people: "các đảng bộ bầu 3 Phó Bí thư gồm ông A".
func (x *Extractor) namesOfUnits(t *scan.Text, from, end int32) int32 {
	denied := false
	for i := from; i < end; i++ {
		tok := &t.Tokens[i]
		switch {
		case t.Is(i, ';'), t.Is(i, '.') && i+1 < end:
			return 0
		case tok.Kind == scan.Number:
			if _, ok := t.At(x.titles, i+1); ok {
				return 0
			}
			if _, ok := t.At(x.honorifics, i+1); ok {
				return 0
			}
		}
		if _, ok := t.At(x.honorifics, i); ok {
			return 0
		}
		switch w := t.Word(i); {
		case w == "không", w == "chưa", w == "thiếu", w == "khuyết":
			denied = true
		case t.Is(i, ':'), t.Is(i, '('), w == "gồm", w == "là", w == "như":
			if i+1 == end && denied {
				return end // the names stand below
			}
			if j := i + 1; j < end && x.bareName(t, j, end) {
				return j
			}
		}
	}
	return 0
}

// bareName reports whether capitalised words that need be nobody's name begin at
// token i: a title is none, and "Văn", "Thị" are a person's.
func (x *Extractor) bareName(t *scan.Text, i, end int32) bool {
	if i+1 >= end || !t.Tokens[i].Upper || !t.Tokens[i+1].Upper || t.Tokens[i+1].Kind != scan.Word || x.middle(t, i+1, end) {
		return false
	}
	_, title := t.At(x.titles, i)
	return !title && !strings.EqualFold(t.Word(i), "đồng")
}
