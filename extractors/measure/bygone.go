package measure

import "github.com/tongket/tongket/extractors/grammar"

// What a text tells of long ago, or makes up to explain a form, is no outcome of the congresses that it is about.

// bygone reports whether a figure is of a year long before the term: "Năm 1951, chi bộ đầu tiên có 7 đảng viên", "Đại hội
// lần thứ V (1986) bầu 31 ủy viên". Where the words turn to the present behind the year it is not.
func (r *reader) bygone(g *group) bool {
	start := r.t.Identity.Start
	if start == 0 {
		if start = r.t.Identity.Date.Year; start == 0 {
			return false
		}
	}
	for k := range g.at {
		it := &r.items[k]
		if !it.when || it.last-it.first != 1 || it.first <= r.first {
			continue
		}
		tok := &r.t.Tokens[it.first]
		if tok.End-tok.Start != 4 {
			continue
		}
		y, ok := grammar.ParseNumber(r.t.Word(it.first))
		if !ok || y < 1930 || y > float64(start-longAgo) {
			continue
		}
		if w := r.t.Fold(it.first - 1); w != "năm" && w != "(" && !r.t.Is(it.first-1, '(') || it.first > r.first+1 && notBygone[r.t.Fold(it.first-2)] {
			continue
		}
		return !r.turnsToNow(k, it.last, g.main.first)
	}
	return r.decadesAgo(g.main.first)
}

// longAgo is how many years before the term a year lies of which no figure is told for comparison.
const longAgo = 15

// notBygone stand before "năm" where the year is not when the figures were so: "sinh năm 1971", "từ năm 1998".
var notBygone = map[string]bool{"sinh": true, "từ": true, "trước": true, "sau": true, "kể": true}

// turnsToNow reports whether words between the year at item k and a figure turn to the present, or the year is only when an
// organisation was founded: "Thành lập năm 1999, Đảng bộ có 45 chi bộ".
func (r *reader) turnsToNow(k int, from, to int32) bool {
	if k+1 < len(r.items) && r.items[k+1].mark == ',' {
		for i := r.items[k].first - 1; i > r.first && i > r.items[k].first-4; i-- {
			if w := r.t.Fold(i); w == "lập" || w == "đời" || w == "tách" || w == "nhập" {
				return true
			}
		}
	}
	for i := from; i < to; i++ {
		switch r.t.Fold(i) {
		case "nay", "hiện", "giờ", "này":
			return true
		}
	}
	return false
}

// decadesAgo reports whether a sentence begins many years ago: "Ba mươi năm trước, Huyện ủy gồm 23 người".
func (r *reader) decadesAgo(to int32) bool {
	for i := r.firstWord() + 1; i+1 < to && i < r.firstWord()+decadeWords; i++ {
		if r.t.Fold(i) == "năm" && r.t.Fold(i+1) == "trước" {
			w := r.t.Fold(i - 1)
			n, ok := grammar.ParseNumber(r.t.Word(i - 1))
			return w == "mươi" || w == "chục" || w == "mười" || ok && n >= 10
		}
	}
	return false
}

// decadeWords is within how many tokens of its beginning a sentence says how long ago.
const decadeWords = 5

// example reports whether a sentence makes figures up to explain what to write: "Ví dụ xã A được bầu 13", "Ví dụ: cần 9,
// được 8 thì ghi khuyết 1".
func (r *reader) example() bool {
	i := r.firstWord()
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "ví dụ", "thí dụ", "chẳng hạn", "ví như":
	default:
		return false
	}
	switch r.t.Identity.Type {
	case "guidance", "plan", "directive", "statistics_form", "notice":
		return true
	}
	for ; i < r.last; i++ {
		tok := &r.t.Tokens[i]
		if w := r.t.Fold(i - 1); tok.AllUpper && tok.End-tok.Start == 1 && (w == "xã" || w == "phường" || w == "huyện" || w == "bộ" || w == "vị") || r.t.Fold(i) == "thì" && (r.t.Fold(i+1) == "ghi" || r.t.Fold(i+1) == "tính" || r.t.Fold(i+1) == "số") {
			return true
		}
	}
	return false
}
