package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// decides reports whether a document is what a body decided: from its first order on
// each paragraph that begins with somebody orders him.
func decides(t *scan.Text) bool {
	switch t.Identity.Type {
	case "decision", "conclusion", "notice":
		return true
	}
	return false
}

// onward reports whether a clause goes on with what was asked before in its sentence:
// it begins with a verb of asking and tells nothing.
func (x *Task) onward(t *scan.Text, cl discourse.Clause) bool {
	w := word(t, cl.First)
	return (asked[w+" "+word(t, cl.First+1)] || asked[w]) && !x.c.reader.Past(t, cl.First, cl.Last)
}

// lists reports whether a clause names the troubles before its colon that it asks to
// mend: "Khắc phục những hạn chế của kỳ trước: …; …".
func (x *Task) lists(t *scan.Text, cl discourse.Clause) bool {
	for _, h := range t.HitsIn(x.c.troubles, cl.First, min(cl.First+8, cl.Last)) {
		for i := h.Last; i < cl.Last; i++ {
			if t.Is(i, ':') {
				return true
			}
		}
	}
	return false
}

// handedOut reports whether a clause goes on with a paragraph that hands out work:
// it begins with somebody who is asked and tells nothing of the past.
func (x *Task) handedOut(t *scan.Text, cl discourse.Clause) bool {
	if cl.Heading || x.c.reader.Told(t, cl) || x.formula(t, cl) || cl.Part == discourse.Results || cl.Part == discourse.Limits || t.Identity.Type == "news" {
		return false
	}
	_, last, ok := x.subject(t, cl)
	return ok && (asked[word(t, last)+" "+word(t, last+1)] || asked[word(t, last)])
}

// prescribed reports whether a clause demands by its place alone: in a part on
// tasks or a list below a demand, with an addressee for its subject or a verb of
// prevention at its start, and nothing told of the past.
func (x *Task) prescribed(t *scan.Text, cl discourse.Clause) bool {
	if cl.Part != discourse.Tasks && !cl.Listed && !(prescribes(t) && cl.Part == discourse.None) || cl.Heading || x.c.reader.Told(t, cl) || x.formula(t, cl) {
		return false
	}
	first := adverbial(t, cl)
	if first == cl.First {
		first = afterLabel(t, cl)
	}
	if x.quota(t, cl) {
		return false
	}
	first = behindTopic(t, cl, first)
	if prescribes(t) && x.dueBy(t, cl) {
		return true
	}
	if cl.Part == discourse.Tasks && cl.Last-first >= 6 && x.about(t, cl) && (prescribes(t) || !t.Has(x.c.ratings, cl.First, cl.Last) || asked[word(t, first)+" "+word(t, first+1)]) {
		return true
	}
	if h, ok := t.At(x.addressees, first); ok && h.Last+2 < cl.Last && !t.Is(h.Last, ':') {
		return true
	}
	if first+1 < cl.Last && t.Fold(first) == "các" {
		if _, ok := t.At(x.addressees, first+1); ok {
			return true
		}
	}
	if cl.Part == discourse.Tasks && x.titled(t, first, cl.Last) > first {
		return true
	}
	switch word(t, first) + " " + word(t, first+1) {
	case "không để", "hạn chế", "tránh để", "kiên quyết", "ngăn chặn", "phòng ngừa", "không đưa", "không giới", "không bố", "không cơ", "không tái":
		return true
	}
	return cl.Listed && t.Has(x.c.congress, cl.First, cl.Last)
}

// behindTopic returns the token behind a short topic and its colon, "Về văn kiện: …",
// else the token given.
func behindTopic(t *scan.Text, cl discourse.Clause, first int32) int32 {
	for i := first; i < min(first+5, cl.Last-2) && t.Tokens[i].Kind == scan.Word || t.Is(i, ':'); i++ {
		if t.Is(i, ':') {
			return i + 1
		}
	}
	return first
}

// quota reports whether a clause only gives numbers of persons: "ban thường vụ
// từ 13 đến 15 đồng chí".
func (x *Task) quota(t *scan.Text, cl discourse.Clause) bool {
	for i := cl.First; i+1 < cl.Last; i++ {
		if t.Tokens[i].Kind != scan.Number {
			continue
		}
		switch word(t, i+1) {
		case "đồng", "đại", "uỷ", "người":
			return !t.Has(x.deadlines, cl.First, cl.Last)
		}
	}
	return false
}

// urged reports whether a clause sets its subject to work although no word
// demands: "Các cấp ủy khẩn trương phân công …, xong trong quý IV".
func (x *Task) urged(t *scan.Text, cl discourse.Clause) bool {
	if cl.Part == discourse.Results || cl.Part == discourse.Limits || cl.Heading {
		return false
	}
	due := t.Has(x.deadlines, cl.First, cl.Last)
	if !due && !decides(t) && !prescribes(t) || x.c.reader.Told(t, cl) {
		return false
	}
	_, last, ok := x.subject(t, cl)
	if !ok {
		return false
	}
	switch word(t, last) + " " + word(t, last+1) {
	case "khẩn trương", "tập trung", "tiếp tục", "chủ động", "nghiêm túc", "thường xuyên", "chịu trách", "phối hợp":
		return true
	}
	switch t.Identity.Type {
	case "decision", "conclusion", "notice", "plan", "report", "resolution":
		return x.ahead(t, cl) && (asked[word(t, last)+" "+word(t, last+1)] || asked[word(t, last)])
	}
	return false
}

// condition reports whether a clause says what persons must be: "Người tái cử
// phải còn ít nhất 48 tháng công tác".
func (x *Task) condition(t *scan.Text, cl discourse.Clause) bool {
	if cl.Demand < 0 || word(t, cl.Demand) != "phải" {
		return false
	}
	if x.ofCongress(t, cl) {
		return false // a paper must be made so
	}
	switch word(t, afterLabel(t, cl)) {
	case "người", "nhân", "ứng", "độ", "tuổi":
		return true
	}
	switch word(t, cl.Demand+1) {
	case "còn", "là", "có", "đủ":
		for i := cl.Demand - 1; i >= max(cl.First, cl.Demand-2*longestName) && !t.Is(i, ':'); i-- {
			if each(word(t, i)) {
				return false
			}
		}
		return true
	}
	return false
}

// each tells the words that make all of a kind a subject that is asked.
func each(w string) bool { return w == "các" || w == "mỗi" || w == "từng" }

// target reports whether a clause sets a share to be reached: that is a measure
// of phase target, not a task.
func (x *Task) target(t *scan.Text, cl discourse.Clause) bool {
	for i := cl.First; i < cl.Last; i++ {
		if t.Is(i, '%') && !spare(t, cl.First, i) {
			return true
		}
		if t.Is(i, '/') && i-2 > cl.First && (word(t, i-2) == "khoảng" || word(t, i-2) == "thiểu" || word(t, i-3) == "ít") {
			return true // "đổi mới khoảng 1/3"
		}
	}
	return false
}

// spare reports whether a share is the surplus of names on a ballot, which is asked of
// whoever draws it up.
func spare(t *scan.Text, first, i int32) bool {
	for j := i - 1; j >= max(first, i-12) && !t.Is(j, ','); j-- {
		if word(t, j) == "dư" {
			return true
		}
	}
	return false
}

// formula reports whether a clause is a set phrase at the end of a document: a
// signature, the order by which it is signed, whom to ask.
func (x *Task) formula(t *scan.Text, cl discourse.Clause) bool {
	upper := 0
	for i := cl.First; i < cl.Last; i++ {
		if t.Tokens[i].AllUpper {
			upper++
		}
	}
	if upper*2 > int(cl.Last-cl.First) || t.Is(cl.First+1, '/') && t.Tokens[cl.First].Upper {
		return true
	}
	i := afterLabel(t, cl)
	switch word(t, i) {
	case "thừa":
		return word(t, i+1) == "lệnh"
	case "xin":
		return word(t, i+1) == "chúc"
	case "kí":
		return word(t, i+1) == "tên"
	case "quá":
		return word(t, i+1) == "trình"
	case "nơi":
		return word(t, i+1) == "nhận"
	}
	return false
}

// asked are the verbs that begin what is asked of somebody, folded.
var asked = map[string]bool{
	"phải": true, "cần": true, "chuẩn bị": true, "hoàn chỉnh": true, "hoàn thiện": true, "hoàn thành": true, "hướng dẫn": true, "tham mưu": true,
	"phối hợp": true, "chủ trì": true, "tổ chức": true, "xây dựng": true, "rà soát": true, "theo dõi": true, "đôn đốc": true, "kiểm tra": true,
	"giám sát": true, "báo cáo": true, "lập": true, "trình": true, "gửi": true, "ban hành": true, "dự thảo": true, "bổ sung": true, "bố trí": true,
	"khắc phục": true, "rút kinh": true, "tiếp tục": true, "tập trung": true, "khẩn trương": true, "chủ động": true, "sớm": true, "tăng cường": true,
	"đổi mới": true, "kiện toàn": true, "giải quyết": true, "thẩm tra": true, "thẩm định": true, "phân công": true, "quán triệt": true, "triển khai": true,
	"tuyên truyền": true, "chỉ đạo": true, "lãnh đạo": true, "nghiêm túc": true, "chịu trách": true, "căn cứ": true, "thực hiện": true, "làm": true,
	"cụ thể": true, "thảo luận": true, "chuẩn y": true, "quyết định": true, "tập huấn": true, "bồi dưỡng": true, "sao": true, "công nhận": true, "phê chuẩn": true, "chỉ định": true, "chọn": true, "bầu": true, "xem xét": true, "quy định": true, "qui định": true, "sửa": true, "cho": true, "nghiên cứu": true, "đề xuất": true, "xác minh": true, "kết luận": true, "hỗ trợ": true, "đẩy mạnh": true, "định hướng": true, "bám sát": true, "giúp": true, "tổng hợp": true, "hoàn tất": true, "kịp thời": true, "dự": true, "trực tiếp": true, "giải trình": true, "quan tâm": true, "giảm": true, "tăng": true, "coi trọng": true, "chú ý": true, "chú trọng": true, "thường xuyên": true, "tích cực": true, "nắm": true, "vận động": true, "lựa chọn": true, "giới thiệu": true, "sắp xếp": true, "điều chỉnh": true, "bàn giao": true, "tiếp thu": true, "tiếp nhận": true, "xử lí": true, "soạn": true, "biên soạn": true, "biên tập": true, "in": true, "cung cấp": true, "truyền đạt": true, "thông báo": true, "phổ biến": true, "học tập": true, "cân nhắc": true, "lưu ý": true, "thành lập": true, "cập nhật": true, "thẩm duyệt": true, "duyệt": true, "công khai": true, "mở": true, "lấy": true, "hãy": true, "đánh giá": true, "thống nhất": true, "nhận": true, "có": true, "đăng kí": true, "nâng cao": true, "ưu tiên": true, "tạo": true, "gương mẫu": true, "không": true, "cử": true, "chấp hành": true, "bảo đảm": true, "đảm bảo": true,
}
