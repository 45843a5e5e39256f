package judgement

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// ofItself reports whether words of a code tell what it is about whatever else their unit names:
// letters, factions, days that a congress was late.
func (x *Code) ofItself(t *scan.Text, h scan.Hit) bool {
	if x.code != "schedule_late" {
		return x.resolved || x.code == "disunity"
	}
	switch word(t, h.Last-1) {
	case "ngày", "tuần", "tháng":
		return true
	}
	return false
}

// sameNew reports whether the "mới" of a shortcoming also ends the topic of its code, which is
// then none: "Ban Thường vụ 14 người mới có 1 nữ" is not on new members.
func (x *Code) sameNew(t *scan.Text, u unit, h scan.Hit) bool {
	if x.code != "renewal_low" || word(t, h.First) != "mới" {
		return false
	}
	for _, n := range t.HitsIn(x.need[0], u.From, u.Last) {
		if n.Last != h.First+1 {
			return false
		}
	}
	return true
}

// someWomen reports whether a hit that ends in the number of women counts some: "Nữ: 6".
func someWomen(t *scan.Text, h scan.Hit) bool {
	if word(t, h.First) != "nữ" || h.Last-h.First > 3 || t.Tokens[h.Last-1].Kind != scan.Number {
		return false
	}
	for i := h.First + 1; i < h.Last-1; i++ {
		if !t.Is(i, ':') {
			return false // "nữ chỉ 7"
		}
	}
	return strings.Trim(t.Word(h.Last-1), "0") != ""
}

// lostSeat reports whether the reason that a unit gives for an empty seat is a vote that was
// lost: "để khuyết phó bí thư vì người dự kiến thiếu phiếu".
func lostSeat(t *scan.Text, u unit) bool {
	for i := u.First; i < min(u.Last-3, u.First+longestWaiting); i++ {
		if w := word(t, i); (w == "vì" || w == "do") && voteLost(t, i+1, u.Last) {
			return true
		}
	}
	return false
}
