package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// states reports whether a clause without a word that demands tells how things stand, so that
// its place alone asks nobody for anything: "Toàn tỉnh có 498/502 đảng bộ …", "Đảng bộ phường có
// 87 chi bộ", "11 chi bộ không có nữ", "Đảng bộ xã Phú Hòa bầu hai lần vẫn thiếu 1 ủy viên".
func (x *Task) states(t *scan.Text, cl discourse.Clause) bool {
	if prescribes(t) {
		return false // "Chi bộ có 9 đảng viên bầu bí thư"
	}
	first := behindAdverbial(t, cl)
	for i := first + 1; i+2 < cl.Last; i++ {
		if t.Is(i, '/') && portion(t, cl.First, i) {
			return true
		}
	}
	switch word(t, first) {
	case "các", "những", "mỗi", "từng", "nơi", "mọi", "riêng":
		return false // "Các chi bộ có 9 đảng viên trở lên bầu chi ủy": which ones
	}
	for i := first + 1; i < min(first+longestName, cl.Last-2); i++ {
		switch word(t, i) {
		case "có":
			if t.Tokens[i+1].Kind == scan.Number {
				return x.deadline(t, cl).IsZero()
			}
		case "không":
			if word(t, i+1) == "có" && numeral(t, first) {
				return x.deadline(t, cl).IsZero()
			}
		}
	}
	_, last, ok := x.subject(t, cl)
	return ok && (word(t, last) == "bầu" && word(t, last+1) != "bổ" || word(t, last) == "chọn") && x.deadline(t, cl).IsZero() && x.missed(t, last, cl.Last)
}

// missed reports whether a vote or a choice is told of that went wrong.
func (x *Task) missed(t *scan.Text, first, last int32) bool {
	if t.Has(x.c.shorts, first, last) || word(t, first+1) == "trượt" {
		return true
	}
	for _, h := range t.HitsIn(x.c.ratings, first, last) {
		if x.c.says[h.Value].what == blame {
			return true
		}
	}
	return false
}

// portion reports whether a stroke stands between how many units have done something and how
// many there are, and not between a day and its month: "có 498/502 tổ chức đảng".
func portion(t *scan.Text, first, i int32) bool {
	if t.Tokens[i-1].Kind != scan.Number || t.Tokens[i+1].Kind != scan.Number {
		return false
	}
	if i-2 >= first {
		switch word(t, i-2) {
		case "có", "đã", "được", "mới":
		default:
			return false
		}
	}
	switch word(t, i+2) {
	case "tổ", "chi", "đảng", "đơn", "xã", "phường", "huyện", "đồng", "cấp":
		return true
	}
	return false
}
