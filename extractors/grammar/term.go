package grammar

import (
	"strconv"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// Term is a term of office of the text: nhiệm kỳ 2020 - 2025.
type Term struct {
	Start, End  int
	First, Last int32 // token range of "nhiệm kỳ" and the years
	Years       int32 // the token at which the years begin
}

// Terms returns the terms in a range of tokens: "nhiệm kỳ" with two years,
// with any dash, with spaces or with the dash lost (20252030).
func (g *Grammar) Terms(t *scan.Text, first, last int32) []Term {
	var out []Term
	for _, h := range t.HitsIn(g.term, first, last) {
		if term, ok := years(t, h.Last); ok {
			term.First = h.First
			out = append(out, term)
		}
	}
	return out
}

// years reads two years of a term at token i, or one after an opening bracket.
func years(t *scan.Text, i int32) (Term, bool) {
	for t.Is(i, '(') || t.Is(i, ',') || t.Is(i, ':') || t.Is(i, '"') {
		i++
	}
	if int(i) >= len(t.Tokens) || t.Tokens[i].Kind != scan.Number {
		return Term{}, false
	}
	if w := t.Word(i); len(w) == 8 {
		return termOf(atoi(w[:4]), atoi(w[4:]), i, i+1)
	}
	start, ok := year(t, i)
	if !ok || !separator(t, i+1) {
		return Term{}, false
	}
	if end, ok := year(t, i+2); ok {
		return termOf(start, end, i, i+3)
	}
	return Term{}, false
}

// TermAt reads a term in brackets that begin at token i: "lần thứ XXIV (2015 - 2020)".
func (g *Grammar) TermAt(t *scan.Text, i int32) (Term, bool) {
	if !t.Is(i, '(') {
		return Term{}, false
	}
	term, ok := years(t, i)
	return term, ok && t.Is(term.Last, ')')
}

// termOf accepts what can be a term: cells have two or three years, congresses
// up to six (1991-1996 is five, delayed ones had six).
func termOf(start, end int, first, last int32) (Term, bool) {
	if start < 1930 || end > 2100 || end-start < 1 || end-start > 6 {
		return Term{}, false
	}
	return Term{Start: start, End: end, First: first, Last: last, Years: first}, true
}

// Ordinal is the number of a congress of the text: lần thứ XIX, khóa 15.
type Ordinal struct {
	N           int
	First, Last int32
}

// Ordinals returns the ordinals in a range of tokens. "lần" and "đại hội"
// alone ask for a Roman numeral or a number after them; "lần thứ" and "khóa"
// take words as well (nhất, hai mươi ba).
func (g *Grammar) Ordinals(t *scan.Text, first, last int32) []Ordinal {
	var out []Ordinal
	for _, h := range t.HitsIn(g.ordinal, first, last) {
		if n, end, ok := g.ordinalAt(t, h.Last); ok {
			out = append(out, Ordinal{N: n, First: h.First, Last: end})
		}
	}
	return out
}

// OrdinalAt reads an ordinal number at token i: XIX, 19, nhất, hai mươi ba.
func (g *Grammar) OrdinalAt(t *scan.Text, i int32) (n int, last int32, ok bool) {
	return g.ordinalAt(t, i)
}

func (g *Grammar) ordinalAt(t *scan.Text, i int32) (int, int32, bool) {
	if int(i) >= len(t.Tokens) {
		return 0, 0, false
	}
	w := t.Word(i)
	switch {
	case t.Tokens[i].Kind == scan.Number:
		n, err := strconv.Atoi(w)
		return n, i + 1, err == nil && n >= 1 && n <= 99
	case t.Fold(i) == "nhất":
		return 1, i + 1, true
	case t.Fold(i) == "nhì":
		return 2, i + 1, true
	}
	if n, ok := vn.Roman(w); ok {
		return n, i + 1, true
	}
	if f, ok := g.spelled(t, i); ok && f.Value >= 1 && f.Value <= 99 {
		return int(f.Value), f.Last, true
	}
	return 0, 0, false
}
