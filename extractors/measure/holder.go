package measure

import "github.com/tongket/tongket/extractors/scan"

// whoHolds returns what units are counted by that have somebody of a kind in a post: "12/43
// tỉnh có Phó Bí thư Tỉnh ủy là nữ", "22 địa phương bầu Bí thư là những cán bộ lần đầu đắc cử",
// "8 huyện có Chủ tịch Hội Phụ nữ trúng cử cấp ủy"; "" where no more is told than whom they have.
func (r *reader) whoHolds(g *group) string {
	if g.main.percent || g.headAt < 0 {
		return ""
	}
	from := r.items[g.end-1].last
	if end := r.kindAt(from); end > from {
		from = end
	}
	i := from
	for i < r.last && (r.t.Fold(i) == "đã" || r.t.Fold(i) == "chỉ") {
		i++
	}
	if w := r.t.Fold(i); i >= r.last || w != "có" && w != "bầu" {
		return ""
	}
	told := false
	stop := i + 1
	for ; stop < r.last && stop-i <= holderWords; stop++ {
		t := &r.t.Tokens[stop]
		if t.Kind == scan.Number {
			return ""
		}
		if t.Kind == scan.Punct && !r.t.Is(stop, '/') {
			break
		}
		next := r.t.Fold(stop + 1)
		switch r.t.Fold(stop) {
		case "là":
			if stop+1 < r.last && r.t.Tokens[stop+1].Upper {
				return r.holding(from, stop, told) // whose names follow
			}
			told = told || next == "nữ" || next == "người" || next == "cán" || next == "những" || next == "phụ"
		case "trúng", "tái":
			told = told || next == "cử"
		case "tham":
			told = told || next == "gia"
		case "lần":
			told = told || next == "đầu"
		case "gồm", "như":
			return r.holding(from, stop, told)
		}
	}
	return r.holding(from, stop, told)
}

func (r *reader) holding(from, stop int32, told bool) string {
	if !told {
		return ""
	}
	return r.told(from, stop)
}

// holderWords is how long what is told of whoever holds a post may be.
const holderWords = 18
