package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// spokenTo returns whom a word of asking names before its colon, behind which another word
// asks: "đã nhắc các huyện ủy: từ nay đến cuối tháng phải …".
func (x *Task) spokenTo(t *scan.Text, cl discourse.Clause, before []scan.Hit) (first, last int32, ok bool) {
	for _, h := range before {
		switch word(t, h.First-1) {
		case "nhắc", "cầu", "giao", "ý", "í", "nghị", "nhở", "đạo", "dặn":
		default:
			continue
		}
		if last = x.list(t, h, cl); t.Is(last, ':') && cl.Demand > last {
			return h.First, last, true
		}
	}
	return 0, 0, false
}

// unitsAlone returns the end of the names in capitals, with no word for their kind, that a
// colon and a verb of work enclose: "lưu ý: Lộc An, Hòa Bình rút kinh nghiệm".
func unitsAlone(t *scan.Text, i, end int32) int32 {
	last := i
	for last < end {
		name := last
		for name < end && (t.Tokens[name].Kind == scan.Word && t.Tokens[name].Upper || t.Tokens[name].Kind == scan.Number && name > last) {
			name++
		}
		if name == last {
			return i
		}
		if last = name; last+1 >= end || !t.Is(last, ',') && word(t, last) != "và" {
			break
		}
		last++
	}
	if last < end && verbAt(t, last) {
		return last
	}
	return i
}

// bareUnit returns a unit that is called by its kind alone, right behind the word that asks or
// before "phải" and "cần": "đề nghị tỉnh cho ý kiến", "phường cần phân công …", "khóa mới phải
// lo …".
func bareUnit(t *scan.Text, cl discourse.Clause, asks bool) (first, last int32, ok bool) {
	if asks {
		first = behindAsking(t, cl)
		if last = kindAlone(t, first); last == first && word(t, first) == "đại" && word(t, first+1) == "biểu" {
			last += 2
		}
		return first, last, last > first && last < cl.Last && (verbAt(t, last) || word(t, last) == "cần" || word(t, last) == "phải" || word(t, last) == "nên")
	}
	for n := int32(1); n <= 2; n++ {
		if first = cl.Demand - n; first < cl.First || kindAlone(t, first) != cl.Demand {
			continue
		}
		before := first - 1
		return first, cl.Demand, first == afterLabel(t, cl) || t.Is(before, ':') || t.Is(before, ',') && kindAlone(t, before-1) != before || word(t, before) == "mở" || word(t, before) == "rằng"
	}
	return 0, 0, false
}

// kindAlone returns the end of the word for a kind of unit at a token, the token itself where
// none stands.
func kindAlone(t *scan.Text, i int32) int32 {
	switch word(t, i) {
	case "phường", "xã", "huyện", "quận", "tỉnh", "khối":
		return i + 1
	}
	switch word(t, i) + " " + word(t, i+1) {
	case "thành phố", "thị xã", "thị trấn", "công ty", "công ti", "nhà trường", "khoá mới", "khóa mới", "lãnh đạo":
		return i + 2
	}
	return i
}
