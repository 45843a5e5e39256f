// Package grammar reads what several kinds of rules need alike: numbers,
// dates, terms of office and ordinals of congresses, as Vietnamese writes them.
//
// It works on the tokens of a scan.Text and knows no fields: a Grammar
// recognises "nhiệm kỳ 2020 - 2025", not whose term it is. All its functions
// take a position and return where the match ends, so that callers decide
// where to look.
package grammar

import "github.com/tongket/tongket/extractors/scan"

// Grammar holds the words that numbers, dates, terms and ordinals are made of.
// Make one for all kinds of a set; it is safe for concurrent use.
type Grammar struct {
	numbers  *scan.Class // hai, mười, trăm → value of the word
	months   *scan.Class // giêng, chạp
	day      *scan.Class // ngày, mùng
	month    *scan.Class // tháng
	year     *scan.Class // năm
	quarter  *scan.Class // quý
	term     *scan.Class // nhiệm kỳ, nhiệm kì
	ordinal  *scan.Class // lần thứ, lần, khóa
	multiple *scan.Class // nghìn, vạn, triệu
}

// New registers the words of the grammar.
func New(b *scan.Builder) *Grammar {
	g := &Grammar{
		numbers: b.Class("grammar.numbers"), months: b.Class("grammar.months"), day: b.Class("grammar.day"),
		month: b.Class("grammar.month"), year: b.Class("grammar.year"), quarter: b.Class("grammar.quarter"),
		term: b.Class("grammar.term"), ordinal: b.Class("grammar.ordinal"), multiple: b.Class("grammar.multiple"),
	}
	for w, v := range numberWords {
		g.numbers.Add(w, v)
	}
	for w, v := range map[string]int32{"nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9} {
		g.multiple.Add(w, v)
	}
	for _, w := range []string{"tỷ lệ", "tỷ trọng", "tỷ số", "triệu tập"} { // "2020 tỷ lệ nữ" is no money
		g.multiple.Add(w, 1)
	}
	add(g.day, "ngày", "mùng", "mồng", "ngày mùng", "ngày mồng")
	add(g.month, "tháng")
	add(g.year, "năm")
	add(g.quarter, "quý")
	for w, v := range map[string]int32{"giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12} {
		g.months.Add(w, v)
	}
	add(g.term, "nhiệm kỳ", "nhiệm kỳ mới", "nhiệm kỳ đại hội")
	add(g.ordinal, "lần thứ", "lần", "khóa", "khóa thứ", "đại hội", "đại hội thứ", "kỳ đại hội thứ", "kỳ đại hội lần thứ")
	return g
}

func add(c *scan.Class, words ...string) {
	for _, w := range words {
		c.Add(w, 1)
	}
}
