package judgement

import (
	"strconv"

	"github.com/tongket/tongket/extractors/scan"
)

// where returns the places of a shortcoming in its unit. Of the only ones that have
// what others lack it is not said: "chỉ có xã A có nữ" names no place without.
func (c *common) where(t *scan.Text, u unit, h scan.Hit) []place {
	if c.sole(t, u, h) {
		return c.places(t, u.First, h.First)
	}
	return c.places(t, u.First, u.Last)
}

// sole reports whether a hit says who alone has something: "only", an organisation
// right behind it, and a verb of having or electing.
func (c *common) sole(t *scan.Text, u unit, h scan.Hit) bool {
	if w := word(t, h.First); w != "chỉ" && w != "mới" {
		return false
	}
	kinds := t.HitsIn(c.kinds, h.First, min(h.Last+5, u.Last))
	if len(kinds) == 0 || !only(t, h.Last, kinds[0].First) {
		return false
	}
	for i := kinds[0].Last; i < u.Last; i++ {
		switch word(t, i) {
		case "có", "bầu", "bố", "cơ", "đạt", "đủ":
			return true
		case "không", "chưa", "thiếu", "chỉ", "mới", "là":
			return false
		}
	}
	return false
}

// only reports whether between two tokens no more than a number and the word for a
// Party organisation stands.
func only(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		switch word(t, i) {
		case "đảng", "chi", "bộ", "uỷ", "ủy", "đơn", "vị", "hai", "ba", "duy", "nhất", "có":
		default:
			if t.Tokens[i].Kind != scan.Number {
				return false
			}
		}
	}
	return true
}

// listed returns the ends of the names that stand in brackets behind a word for units
// that are counted, each once, as pairs of tokens: "2 xã không có nữ (Tùng Châu, An
// Dũng)". There must be as many names as are counted.
func listed(t *scan.Text, kind scan.Hit, last int32) [][2]int32 {
	n := countOf(t, kind.First)
	if n == 0 {
		return nil
	}
	for i := kind.Last; i < last; i++ {
		if !t.Is(i, '(') {
			continue
		}
		if out := names(t, i+1, last); len(out) == n {
			return out
		}
	}
	return nil
}

// names reads names in capitals that commas or "và" part, up to a bracket.
func names(t *scan.Text, i, last int32) (out [][2]int32) {
	for i < last {
		end := capitals(t, i, last)
		if end == i || end == i+1 && t.Tokens[i].AllUpper || end >= int32(len(t.Tokens)) {
			return nil // "(BTV)" is no name
		}
		out = append(out, [2]int32{i, end})
		switch {
		case t.Is(end, ')'):
			return out
		case t.Is(end, ','), t.Is(end, ';'), word(t, end) == "và":
			i = end + 1
		default:
			return nil
		}
	}
	return nil
}

// countOf returns how many units are counted before the word for their kind: "2 xã",
// "hai đảng bộ xã"; 0 where none are.
func countOf(t *scan.Text, i int32) int {
	switch w := word(t, i-2); word(t, i-1) {
	case "bộ":
		if w == "đảng" || w == "chi" {
			i -= 2
		}
	case "uỷ", "ủy":
		if w == "đảng" {
			i -= 2
		}
	}
	if i == 0 {
		return 0
	}
	if t.Tokens[i-1].Kind == scan.Number {
		n, err := strconv.Atoi(t.String(i-1, i))
		if err != nil {
			return 0
		}
		return n
	}
	for n, w := range []string{"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"} {
		if word(t, i-1) == w {
			return n + 1
		}
	}
	return 0
}
