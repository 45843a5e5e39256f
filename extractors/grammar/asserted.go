package grammar

import "github.com/tongket/tongket/extractors/scan"

// Supposed reports whether a sentence opens with what is only supposed: "Giả sử đại hội
// bầu thiếu 2 ủy viên", "Nếu chỉ 11 đồng chí trúng cử thì phải bầu thêm". A "nếu" that
// compares or counts in tells what is so: "Nếu khóa trước có 5 nữ thì nay có 9".
func Supposed(t *scan.Text, first, last int32) bool {
	switch t.Fold(first) {
	case "giả":
		switch t.Fold(first + 1) {
		case "sử", "dụ", "như", "thử":
			return true
		}
	case "giá":
		return t.Fold(first+1) == "như" || t.Fold(first+1) == "mà"
	case "nếu":
		for i := first + 1; i < min(first+suppositionReach, last-1); i++ {
			if t.Fold(i) != "thì" {
				continue
			}
			for j := i + 1; j < min(i+4, last); j++ {
				switch t.Fold(j) {
				case "phải", "sẽ", "cần", "tiến":
					return true
				}
			}
			return false
		}
	}
	return false
}

// suppositionReach is the most tokens of the condition before its "thì".
const suppositionReach = 40

// Refuted reports whether a sentence says that what it tells is not so: "Không có việc ông A
// trúng cử", "Tin ông A trúng cử là bịa đặt".
func Refuted(t *scan.Text, first, last int32) bool {
	switch t.Fold(first) {
	case "không", "chẳng":
		return t.Fold(first+1) == "có" && (t.Fold(first+2) == "chuyện" || t.Fold(first+2) == "việc")
	case "tin", "thông":
		for i := max(first, last-8); i+1 < last; i++ {
			switch t.Fold(i) + " " + t.Fold(i+1) {
			case "bịa đặt", "sự thật", "tin giả", "thất thiệt", "xuyên tạc", "vô căn":
				return t.Fold(i) != "sự" || t.Fold(i-1) == "sai" || t.Fold(i-1) == "đúng" && t.Fold(i-2) == "không"
			}
		}
	}
	return false
}
