package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// forbidsAll returns the token of what a clause forbids to all, "Không đơn vị nào được mở đại
// hội khi …", "Không được vì dịch mà bỏ bước …", -1 where none is forbidden.
func forbidsAll(t *scan.Text, cl discourse.Clause) int32 {
	first := afterLabel(t, cl)
	if word(t, first) != "không" || first+5 > cl.Last {
		return -1
	}
	if word(t, first+1) == "được" && (word(t, first+2) == "vì" || word(t, first+2) == "coi" || word(t, first+2) == "để" || word(t, first+2) == "lấy") {
		return first
	}
	for i := first + 2; i < min(first+5, cl.Last-2); i++ {
		if word(t, i) != "nào" {
			continue
		}
		switch word(t, i+1) + " " + word(t, i+2) {
		case "được phép", "được tổ", "được bỏ", "được lấy", "được tự", "được để", "được mở", "được sao", "được chậm", "được lùi", "được làm", "được vắng", "được đưa":
			return first
		}
		return -1
	}
	return -1
}

// inCase returns the verb that says what is to be done where something is so, "Nếu chưa đủ hồ
// sơ thì lùi đại hội", "Trường hợp bầu thiếu thì báo cáo …", in a paper that asks or decides; -1
// elsewhere.
func (x *Task) inCase(t *scan.Text, cl discourse.Clause) int32 {
	switch t.Identity.Type {
	case "", "news", "interview":
		return -1
	}
	first := afterLabel(t, cl)
	switch word(t, first) {
	case "nếu", "khi":
	case "trường":
		if word(t, first+1) != "hợp" {
			return -1
		}
	default:
		return -1
	}
	for i := first + 3; i < cl.Last-2; i++ {
		if word(t, i) != "thì" {
			continue
		}
		switch w := word(t, i+1); {
		case w == "lùi", w == "hoãn", w == "dừng", w == "chỉ", w == "phải", w == "cần", worksAlone(w), asked[w+" "+word(t, i+2)] && w != "có" && w != "không":
			return i + 1
		case w == "chưa" || w == "không":
			if asked[word(t, i+2)+" "+word(t, i+3)] || word(t, i+2) == "được" {
				return i + 1
			}
		}
		return -1
	}
	return -1
}

// byDay reports whether a clause sets a day that has not passed, as far as its text tells: one
// without a year does in a text without a date.
func (x *Task) byDay(t *scan.Text, cl discourse.Clause) bool {
	if !t.Has(x.deadlines, cl.First, cl.Last) {
		return false
	}
	if d := x.deadline(t, cl); !d.IsZero() {
		return !d.Before(t.Identity.Date)
	}
	if t.Identity.Date.Year > 0 {
		return false
	}
	for _, h := range t.HitsIn(x.deadlines, cl.First, cl.Last) {
		for i := h.Last - 1; i <= h.Last && int(i) < len(t.Tokens); i++ {
			if _, ok := x.g.Date(t, i); ok {
				return true
			}
		}
	}
	return false
}

// partyWork reports whether in a text about congresses somebody of the Party is asked for work
// that ends, by a day or by its verb: "yêu cầu Đảng ủy xã A kiểm điểm tập thể", "đề nghị Huyện ủy
// cử cán bộ giúp". What goes on for a term, as "tập trung" and "lãnh đạo" do, may be on anything.
func (x *Task) partyWork(t *scan.Text, cl discourse.Clause) bool {
	if !t.Has(x.addressees, cl.First, cl.Last) || !x.ofCongresses(t) || x.ofEconomy(t, cl) || !x.ofBodies(t, cl) {
		return false
	}
	if _, last, ok := x.addressee(t, cl); ok && last < cl.Last {
		for i := last; i < min(last+3, cl.Last-1); i++ {
			if ends[word(t, i)+" "+word(t, i+1)] || ends[word(t, i)] {
				return true
			}
		}
	}
	return x.byDay(t, cl)
}

// ends are verbs of work that is done once, folded.
var ends = map[string]bool{
	"gửi": true, "nộp": true, "trình": true, "kiểm điểm": true, "giải trình": true, "giải quyết": true, "cử": true, "phân công": true, "niêm yết": true, "làm việc": true, "rà": true, "rà soát": true,
	"hoàn chỉnh": true, "hoàn thành": true, "hoàn tất": true, "khắc phục": true, "bổ sung": true, "kết luận": true, "chuẩn y": true, "xử lí": true, "họp": true, "tổng kết": true, "xác minh": true,
	"công bố": true, "công khai": true, "thẩm định": true, "duyệt": true, "làm rõ": true, "thông báo": true, "báo cáo": true, "in": true, "kiện toàn": true, "chấn chỉnh": true, "đối thoại": true, "ngồi lại": true, "biểu quyết": true,
}
