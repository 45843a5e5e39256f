package discourse

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// strength tells words that demand wherever they stand (cần, phải, đề nghị)
// from verbs that do so only at the start of a clause (tăng cường, tập trung):
// "đã tập trung chỉ đạo" reports.
func strength(word string) int32 {
	if strings.HasPrefix(word, "không được ") || strings.Contains(word, " nào được ") { // with what is forbidden
		return 2
	}
	switch word {
	case "cần", "phải chịu trách nhiệm", "cần phải", "cần tiếp tục", "cần chú ý", "phải", "phải được", "đề nghị", "đề nghị các", "yêu cầu", "yêu cầu các", "kiến nghị", "có trách nhiệm", "chịu trách nhiệm", "nghiêm cấm", "làm tốt hơn nữa", "tốt hơn nữa", "chỉ đạo tăng cường", "hơn nữa",
		"dứt khoát không", "dứt khoát không để", "tuyệt đối không để", "đừng", "đừng để", "chớ", "chớ có", "nhất thiết", "hãy", "không nên":
		return 2
	}
	return 1
}

// handing is the strength of verbs that demand only of somebody who is named right
// behind them: "lưu ý các chi bộ …", "mong Tỉnh ủy …".
const handing = 3

// handedOn reports whether "giao" or its like gives work to somebody: "giao các chi
// bộ …".
func handedOn(t *scan.Text, h scan.Hit) bool {
	if h.Value != handing && t.Fold(h.First) != "giao" || int(h.Last) >= len(t.Tokens) {
		return false
	}
	if i := behindPoints(t, h.Last); t.Is(i, ':') && h.Value == handing && int(i)+3 < len(t.Tokens) {
		return namesAsked(t, i+1) || t.Tokens[i+1].Upper || orders(t, i+1) // "đồng chí Bí thư chỉ đạo: chi ủy mới sớm …"
	}
	if t.SentenceOf(h.First).Last-h.Last < 4 {
		return false // "huyện nhắc từng xã" asks for nothing
	}
	if t.Fold(h.Last-1) == "đạo" {
		return directsOn(t, h.Last) // "Ban Thường vụ chỉ đạo các chi bộ …" alone is told
	}
	w := t.Fold(h.Last)
	if w == "ban" && !t.Tokens[h.Last].Upper && !namesBody(t, h.Last+1) {
		return false // "giao ban" is a meeting
	}
	if t.Fold(h.First) == "mong" {
		// a wish to those above, or to all who sit there
		return w == "tỉnh" || w == "trung" || w == "huyện" || w == "thành" || w == "ban" || w == "bch" || w == "cấp" || w == "các" && ofParty(t, h.Last+1)
	}
	return namesAsked(t, h.Last) || unitAt(t, h.Last) || w == "đ" && t.Fold(h.First) == "giao" || w == "đại" && t.Fold(h.Last+1) == "biểu"
}

// behindPoints returns the token behind the points that somebody is told to expect, "ba việc
// phải làm", "một số nội dung sau", the token given where none stand there.
func behindPoints(t *scan.Text, i int32) int32 {
	first := i
	last := t.SentenceOf(i).Last
	for i < min(first+3, last) && !point(t, i) {
		i++
	}
	if i == first || !point(t, i) {
		return first
	}
	for i < min(first+9, last) && !t.Is(i, ':') && t.Tokens[i].Kind == scan.Word {
		i++
	}
	if i < last && t.Is(i, ':') {
		return i
	}
	return first
}

// point reports whether a noun for what is to be done stands at a token.
func point(t *scan.Text, i int32) bool {
	switch t.Fold(i) {
	case "việc", "điểm", "điều", "yêu":
		return true
	case "nhiệm":
		return t.Fold(i+1) == "vụ"
	case "nội":
		return t.Fold(i+1) == "dung"
	case "công":
		return t.Fold(i+1) == "việc"
	case "vấn":
		return t.Fold(i+1) == "đề"
	}
	return false
}

// orders reports whether a verb of work on a congress stands at a token, or the time by which
// it is to be done.
func orders(t *scan.Text, i int32) bool {
	switch t.Fold(i) {
	case "sớm", "đừng", "mỗi", "từng", "gửi", "nộp", "trước", "trong":
		return true
	}
	switch t.Fold(i) + " " + t.Fold(i+1) {
	case "kiện toàn", "phân công", "xây dựng", "rút gọn", "rút kinh", "tiếp thu", "khắc phục", "hoàn thành", "hoàn thiện", "hoàn tất", "hoàn chỉnh", "rà soát", "chuẩn bị",
		"bổ sung", "khẩn trương", "ban hành", "cụ thể", "tổ chức", "làm rõ", "làm tốt", "tập trung", "triển khai", "quán triệt", "báo cáo", "giải quyết", "công khai", "bố trí", "không để",
		"chấn chỉnh", "lựa chọn", "giữ vững", "tăng cường", "đẩy mạnh", "chú trọng", "quan tâm", "tiếp tục", "kiểm tra", "thực hiện", "đưa nghị", "phát huy", "chủ động", "nâng cao", "đổi mới":
		return true
	}
	return false
}

// setsItself reports whether an item of a list sets its subject to direct others: "- Huyện ủy A
// chỉ đạo các xã còn khuyết kiện toàn trước 12/3".
func setsItself(t *scan.Text, h scan.Hit, c Clause) bool {
	if t.Fold(h.Last-1) != "đạo" || t.Is(h.Last, ':') || h.First == c.First || t.Fold(h.First-1) == "đã" {
		return false
	}
	if c.Part == Tasks || t.Fold(h.First-1) == "sẽ" {
		return true
	}
	switch t.Identity.Type {
	case "", "news", "speech", "interview", "letter":
		return false
	}
	i, _ := t.Block(t.Sentences[c.Sentence].Block)
	return i == c.First && (t.Tokens[i].Kind != scan.Word || t.Tokens[i].End-t.Tokens[i].Start == 1)
}

// directsOn reports whether those who are named at a token are directed to what lies ahead: soon,
// at once, or by a day: "chỉ đạo huyện sớm kiện toàn", "chỉ đạo 5 đảng bộ còn lại … trước 30/6".
func directsOn(t *scan.Text, i int32) bool {
	if !namesAsked(t, i) && !countsAsked(t, i) {
		switch t.Fold(i) {
		case "xã", "phường", "địa", "đơn", "cơ", "kiện":
		default:
			if !t.Tokens[i].Upper {
				return false
			}
		}
	}
	switch t.Fold(i) { // "chỉ đạo huyện chưa bổ sung ai khi …"
	case "huyện", "xã", "phường", "quận", "tỉnh":
		if w := t.Fold(i + 1); (w == "chưa" || w == "không") && orders(t, i+2) {
			return true
		}
	}
	last := t.SentenceOf(i).Last
	for j := i + 1; j < min(i+longestAsked, last); j++ {
		switch t.Fold(j) {
		case "sớm", "khẩn", "phải", "ngay":
			return true
		}
	}
	return dueAhead(t, i+1, last)
}

// longestAsked is how many words name those who are asked at most.
const longestAsked = 9

// countsAsked reports whether organisations or units are counted at a token: "17 đảng bộ",
// "hai xã".
func countsAsked(t *scan.Text, i int32) bool {
	if int(i)+1 >= len(t.Tokens) {
		return false
	}
	if t.Tokens[i].Kind != scan.Number {
		switch t.Fold(i) {
		case "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín":
		default:
			return false
		}
	}
	switch t.Fold(i + 1) {
	case "đảng", "chi", "đơn", "xã", "phường", "huyện", "cơ", "địa", "quận", "tổ":
		return true
	}
	return false
}

// ofParty reports whether comrades or Party organisations are named at a token.
func ofParty(t *scan.Text, i int32) bool {
	switch t.Fold(i) {
	case "đồng", "chi", "cấp", "đảng":
		return true
	}
	return false
}

// namesAsked reports whether a word that begins to name somebody who can be asked stands
// at a token.
func namesAsked(t *scan.Text, i int32) bool {
	switch t.Fold(i) {
	case "các", "ban", "bch", "đảng", "chi", "uỷ", "văn", "huyện", "thường", "đồng", "tiểu", "tổ", "cấp", "công", "sở", "phòng", "bộ", "tỉnh", "thành", "quận", "trung", "mỗi", "từng", "những":
		return true
	case "đoàn", "mặt", "chánh", "trưởng", "bí", "ubnd", "hội", "viện", "phó":
		return t.Tokens[i].Upper
	}
	return false
}

// namesBody reports whether the word behind "ban" makes it one of the Party's.
func namesBody(t *scan.Text, i int32) bool {
	if int(i) >= len(t.Tokens) {
		return false
	}
	switch t.Fold(i) {
	case "tổ", "chấp", "thường", "tuyên", "kiểm", "dân", "thẩm", "chỉ", "bí", "nội", "soạn", "biên", "chi":
		return true
	}
	return false
}

// demand returns the token of the word that makes a clause a demand, -1 for
// none. In the part of tasks a verb at the start of a clause is enough.
func (r *Reader) demand(t *scan.Text, c Clause) int32 {
	start, ahead := r.behindAdverbial(t, c), behindAhead(t, c)
	for _, h := range t.HitsIn(r.demands, c.First, c.Last) {
		if g := (scan.Hit{First: h.Last - 1, Last: h.Last, Value: 1}); h.Value == 0 && t.Fold(g.First) == "giao" && stillAhead(t, g, c) {
			return g.First // "đã giao các huyện ủy …"
		}
		if h.Value == 0 || inWord(t, h, c) || c.Part != Tasks && t.Is(h.Last, ':') && t.Fold(h.First) == "rút" {
			continue // "Rút kinh nghiệm: thẻ đại biểu in sai" is a label
		}
		if h.Value == handing && t.Fold(h.First+1) == "ý" && t.Fold(h.First) == "đồng" && h.First != behindMark(t, c) {
			continue // what somebody agreed to is told
		}
		if h.Value == handing && (r.leadsIn(t, h, c) || setsItself(t, h, c)) {
			continue
		}
		if t.Fold(h.First) == "giao" && t.Fold(h.Last) == "ban" && !t.Tokens[h.Last].Upper && !namesBody(t, h.Last+1) {
			continue // "Giao ban tiến độ …" is a meeting
		}
		if t.Is(h.Last, ':') && h.First > c.First {
			if w := t.Fold(h.First - 1); w == "về" || w == "tác" || w == "khâu" || t.Is(h.First-1, ',') && t.Fold(behindMark(t, c)+1) == "tác" {
				continue // "Về chỉ đạo: …", "Công tác lãnh đạo, chỉ đạo: …" are labels
			}
		}
		if h.First > c.First && t.Is(h.First-1, ':') && c.Part != Tasks && (int(h.Last) >= len(t.Tokens) || t.Is(h.Last, ',') || t.Is(h.Last, '.')) {
			continue // "Công tác chỉ đạo: tập trung, quyết liệt" is a quality
		}
		if h.Last >= c.Last-1 && t.Fold(h.First) == "có" && (h.Last == c.Last || t.Tokens[h.Last].Kind == scan.Punct) {
			continue // "góp ý sâu, có trách nhiệm" asks nobody for anything
		}
		if t.Is(h.Last, ':') && h.Value == handing && (t.Has(r.past, h.Last, c.Last) || t.Has(r.hedges, h.Last, c.Last)) {
			continue // "phát biểu chỉ đạo: Đại hội đã …"
		}
		if (h.Value == 2 || handedOn(t, h)) && (!r.reported(t, h.First, c.First) || stillAhead(t, h, c)) && !r.forced(t, h, c) {
			return h.First
		}
		if h.Value == handing || opensFor(t, h, c) || defines(t, h, c) || leadsTo(t, h, c) || inName(t, h, c) {
			continue
		}
		if (h.First <= max(c.First+2, behindMark(t, c)) || h.First >= start && h.First <= start+2) && c.Part == Tasks && !toldBy(t, h.Last, c) {
			return h.First
		}
		if blames(t, h, c) {
			continue
		}
		if (h.First == behindMark(t, c) && t.Tokens[h.First].Upper || h.First == numbered(t, c) || h.First == ahead) && c.Part != Limits && c.Part != Results {
			if (t.Word(h.First) == "Giao" || h.First == ahead) && !r.Told(t, c) || !t.Has(r.past, h.Last, c.Last) || t.Has(r.unreal, h.Last, c.Last) {
				return h.First // a sentence that begins with the verb: "Tăng cường …"
			}
		}
	}
	return -1
}

// blames reports whether a verb at the start of a clause is a noun that the clause blames:
// "Chuẩn bị phiếu bầu chưa kỹ".
func blames(t *scan.Text, h scan.Hit, c Clause) bool {
	for i := h.Last; i < min(h.Last+6, c.Last-1) && t.Tokens[i].Kind == scan.Word; i++ {
		if w := t.Word(i); w != "chưa" && w != "còn" {
			continue
		}
		switch t.Word(i + 1) {
		case "kỹ", "kĩ", "tốt", "sát", "chu", "chặt", "nghiêm", "kịp", "đúng", "hạn", "chậm", "lúng", "sơ", "yếu", "bị", "đồng", "hiệu":
			return true
		}
	}
	return false
}

// stillAhead reports whether somebody has already asked those named behind the word for what
// is to be done by a day, which binds them still: "đã giao các huyện ủy hoàn tất … trước
// ngày 28/1", "đã nhắc các huyện ủy: từ nay đến cuối tháng …".
func stillAhead(t *scan.Text, h scan.Hit, c Clause) bool {
	if h.First == c.First || t.Fold(h.First-1) != "đã" || !namesAsked(t, h.Last) && !countsAsked(t, h.Last) && !unitAt(t, h.Last) {
		return false
	}
	return dueAhead(t, h.Last+1, t.Sentences[c.Sentence].Last)
}

// unitAt reports whether a commune, ward or district is named at a token: "phường Tân Lợi".
func unitAt(t *scan.Text, i int32) bool {
	if int(i)+2 >= len(t.Tokens) {
		return false
	}
	switch t.Fold(i) {
	case "xã", "phường", "huyện", "quận":
		return t.Tokens[i+1].Upper
	}
	switch t.Fold(i) + " " + t.Fold(i+1) {
	case "thị trấn", "thị xã", "đặc khu", "thành phố":
		return t.Tokens[i+2].Upper
	}
	return false
}

// dueAhead reports whether a range of tokens names the time by which something is to be done.
func dueAhead(t *scan.Text, first, last int32) bool {
	for i := first; i < min(last-1, first+longSentence); i++ {
		switch next := t.Word(i + 1); t.Fold(i) {
		case "trong":
			if next == "quí" || next == "quý" || next == "tháng" || next == "vòng" {
				return true
			}
		case "hạn":
			if w := t.Word(i + 2); next == "là" || next == "chót" || next == "cuối" || next == "đến" || w == "là" || t.Word(i+3) == "là" {
				return true
			}
		case "quí", "quý":
			return true
		case "trước":
			if t.Tokens[i+1].Kind == scan.Number || next == "ngày" || next == "tháng" || next == "mắt" || next == "tết" {
				return true
			}
		case "chậm", "muộn":
			if next == "nhất" {
				return true
			}
		case "từ":
			if next == "nay" {
				return true
			}
		case "đến":
			if next == "hết" || next == "cuối" {
				return true
			}
		}
	}
	return false
}

// inName reports whether a verb is of the name of somebody: "Ban Xây dựng Đảng".
func inName(t *scan.Text, h scan.Hit, c Clause) bool {
	return h.First > c.First && t.Tokens[h.First].Upper && t.Tokens[h.First-1].Kind == scan.Word && t.Tokens[h.First-1].Upper && !t.Tokens[h.First].AllUpper
}

// leadsIn reports whether a word that hands something to somebody only leads to what is asked
// behind a colon: "Tôi mong các cấp ủy bắt tay vào việc: mỗi huyện ủy phải …".
func (r *Reader) leadsIn(t *scan.Text, h scan.Hit, c Clause) bool {
	for i := h.Last; i < c.Last; i++ {
		if !t.Is(i, ':') {
			continue
		}
		for _, d := range t.HitsIn(r.demands, i, c.Last) {
			if d.Value == 2 {
				return true
			}
		}
		return false
	}
	return false
}

// toldBy reports whether behind the comma of an aim somebody did something about it: "Để
// khắc phục hạn chế trên, Ban Thường vụ đã chỉ đạo …".
func toldBy(t *scan.Text, i int32, c Clause) bool {
	comma := false
	for ; i < c.Last; i++ {
		comma = comma || t.Is(i, ',')
		if comma && t.Word(i) == "đã" && t.Fold(behindMark(t, c)) == "để" {
			return true
		}
	}
	return false
}

// defines reports whether a verb at the start of a clause is its subject: "Chuẩn bị
// nhân sự là khâu quan trọng".
func defines(t *scan.Text, h scan.Hit, c Clause) bool {
	if h.First != behindMark(t, c) {
		return false
	}
	if t.Fold(h.First) == "sớm" && t.Word(h.Last) == "nhất" {
		return true // "Sớm nhất là …" tells who came first
	}
	for i := h.Last; i < min(h.Last+10, c.Last) && !t.Is(i, ',') && !t.Is(i, ':'); i++ {
		if t.Word(i) == "là" && t.Word(i-1) != "nhất" && t.Word(i+1) != "phải" {
			return true
		}
	}
	return false
}

// opensFor reports whether a verb at the start of a clause only tells what for somebody does
// what is told behind the comma: "Chuẩn bị cho đại hội, Huyện ủy dự kiến …".
func opensFor(t *scan.Text, h scan.Hit, c Clause) bool {
	if h.First != behindMark(t, c) {
		return false
	}
	for i := h.Last; i < min(h.Last+20, c.Last-4); i++ {
		if !t.Is(i, ',') {
			continue
		}
		if !t.Tokens[i+1].Upper || !namesAsked(t, i+1) {
			continue
		}
		for j := i + 2; j < min(i+9, c.Last-1); j++ {
			switch w := t.Fold(j); {
			case w == "đã", w == "vừa", w == "đang", w == "dự" && t.Fold(j+1) == "kiến":
				return true
			}
		}
	}
	return false
}

// leadsTo reports whether a verb at the start of a clause tells what something else came
// of: "Phân công rõ người nên các tiểu ban vận hành trơn tru".
func leadsTo(t *scan.Text, h scan.Hit, c Clause) bool {
	for i := h.Last + 1; i < c.Last-2; i++ {
		if t.Word(i) == "nên" && t.Word(i-1) != "không" && t.Word(i-1) != "cũng" && t.Word(i-1) != "chỉ" && t.Word(i-1) != "trở" {
			return true
		}
	}
	return false
}

// behindMark returns the first word of a clause behind the mark of a list item.
func behindMark(t *scan.Text, c Clause) int32 {
	for i := c.First; i < min(c.First+5, c.Last); i++ {
		if t.Tokens[i].Kind == scan.Word && t.Tokens[i].End-t.Tokens[i].Start > 1 {
			return i
		}
	}
	return c.First
}

// inWord reports whether a word that would demand is a syllable of another: the
// "cần" of "hậu cần" and "chuyên cần", of Cần Thơ and other names.
func inWord(t *scan.Text, h scan.Hit, c Clause) bool {
	if w := t.Fold(h.First); (w == "kiến" || w == "đề") && h.First > c.First && h.Last-h.First == 2 {
		switch t.Fold(h.First - 1) {
		case "nặng", "nhiều", "ít", "những", "nêu", "gửi", "mỗi", "lượt", "số", "bản", "lời", "nội", "và", "thành":
			return t.Fold(h.First-1) != "và" || t.Fold(h.First-2) == "kiến" // "ý kiến và kiến nghị"
		}
	}
	if t.Fold(h.First) != "cần" {
		return false
	}
	if h.First > c.First {
		switch t.Fold(h.First - 1) {
		case "hậu", "chuyên", "ân":
			return true
		}
	}
	if h.Last >= c.Last || !t.Tokens[h.First].Upper || !t.Tokens[h.Last].Upper {
		return false
	}
	switch t.Fold(h.Last) {
	case "thơ", "giờ", "giuộc", "đước":
		return true
	}
	return h.First > c.First && t.Tokens[h.First-1].Kind == scan.Word && !t.Tokens[h.First].AllUpper
}

// behindAdverbial returns the first token behind what stands before the subject
// of a clause: "Thời gian tới, …", "Chậm nhất ngày 15/12, …".
func (r *Reader) behindAdverbial(t *scan.Text, c Clause) int32 {
	switch t.Fold(behindMark(t, c)) {
	case "thời", "trong", "từ", "trước", "để", "sau", "nhân", "qua", "về", "đối", "cùng", "với", "ngay", "chậm":
	default:
		return c.First
	}
	for i := c.First; i < min(c.First+14, c.Last-1); i++ {
		if t.Is(i, ',') || t.Is(i, ':') {
			return i + 1
		}
	}
	return c.First
}

// ahead returns the second word of a time that lies ahead by the first, both folded; "" for
// any other word.
func ahead(first string) string {
	switch first {
	case "trước":
		return "mắt"
	case "tới":
		return "đây"
	case "sắp":
		return "tới"
	case "thời":
		return "gian"
	case "từ":
		return "nay"
	case "những":
		return "ngày"
	}
	return ""
}

// behindAhead returns the first token behind a time that lies ahead and its comma: "Trước
// mắt, tập trung …", "Thời gian tới, tiếp tục …"; -1 for none.
func behindAhead(t *scan.Text, c Clause) int32 {
	i := behindMark(t, c)
	if t.Fold(i) == "trong" {
		i++
	}
	if i+1 >= c.Last {
		return -1
	}
	if second := ahead(t.Fold(i)); second == "" || second != t.Fold(i+1) {
		return -1
	}
	switch t.Fold(i + 1) {
	case "gian", "ngày":
		if w := t.Fold(i + 2); w != "tới" && w != "sắp" && w != "còn" && w != "này" && w != "tiếp" {
			return -1 // "Thời gian qua, …"
		}
	}
	for j := i + 2; j < min(i+16, c.Last-1); j++ {
		if t.Is(j, ',') {
			return j + 1
		}
	}
	return -1
}

// numbered returns the token behind what numbers the demands of a speech, "Hai là,",
// -1 where nothing does.
func numbered(t *scan.Text, c Clause) int32 {
	i := behindMark(t, c)
	if i+2 >= c.Last || !t.Is(i+2, ',') || t.Fold(i+1) != "là" && t.Fold(i) != "thứ" {
		return -1
	}
	switch t.Fold(i) {
	case "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "thứ":
		return i + 3
	}
	return -1
}

// forced reports whether "phải" tells what had to be done instead of what must
// be: in a part on shortcomings, or before a verb of repair ("phải bầu lại").
func (r *Reader) forced(t *scan.Text, h scan.Hit, c Clause) bool {
	if h.Last-h.First > 1 || t.Word(h.First) != "phải" {
		return false
	}
	if h.Last < c.Last && (stillAsks(t, h, c) || prescribes(t) && c.Part != Limits && !c.Turned && !r.BeginsBefore(t, c.Sentence)) {
		return false
	}
	if (c.Part == Limits || c.Turned) && behindAhead(t, c) < 0 || h.Last >= c.Last || came(t, h, c) {
		return true
	}
	if t.Word(h.Last) == "tự" && t.Word(h.Last+1) == "hỏi" || h.First > c.First && t.Fold(h.First-1) == "vẫn" {
		return true // "vẫn phải làm quen với mô hình mới"
	}
	if t.Word(h.Last) == "bầu" {
		w := t.Word(h.Last + 1)
		return w != "đủ" && w != "đúng"
	}
	if t.Word(h.Last) == "làm" {
		return t.Word(h.Last+1) == "lại" || t.Word(h.Last+1) == "đi"
	}
	if w := t.Word(h.Last); w == "công" || w == "chỉ" {
		return w == "công" && t.Word(h.Last+1) == "bố" || w == "chỉ" && t.Word(h.Last+1) == "định"
	}
	switch t.Word(h.Last) {
	case "bầu", "lùi", "rút", "điều", "kiểm", "trả", "sửa", "nhắc", "bổ", "hướng", "thay", "hoãn", "chờ", "kéo", "dừng", "để", "hội", "xin", "chạy", "ngừng", "xem", "in", "phát", "đọc", "đếm", "cắt", "dời", "chuyển", "ghép", "tạm", "bỏ", "nghỉ", "tiến", "ngồi", "đổi", "chỉnh", "đính", "soạn", "viết", "nộp", "nhờ", "thu", "mượn", "thuê", "che", "kê", "mời", "cầu", "khiêng", "lội", "đi", "trải", "bật", "gọi", "mang", "dùng", "đứng", "căng", "nối", "bê", "dọn", "quay":
		return true
	}
	return false
}

// stillAsks reports whether a "phải" asks whatever else its clause tells: for a plan, for
// lessons to be drawn, by a day: "phải có phương án kiện toàn", "phải thay trước 1/10".
func stillAsks(t *scan.Text, h scan.Hit, c Clause) bool {
	switch t.Word(h.Last) + " " + t.Word(h.Last+1) {
	case "rút kinh", "kiểm điểm":
		return c.Part != Results && (h.First == c.First || t.Word(h.First-1) != "đã")
	case "có phương", "có kế", "có lịch", "có lộ", "có giải", "có biện":
		return true
	}
	for i := c.First; i < h.First-1; i++ {
		if w := t.Fold(i); (w == "chậm" || w == "muộn") && t.Word(i+1) == "nhất" {
			return c.Part != Results && c.Part != Limits // "Chậm nhất 25/12 các tiểu ban phải chạy thử kịch bản"
		}
	}
	for i := h.Last + 1; i < c.Last-1; i++ {
		due := t.Word(i) == "trước" || t.Word(i) == "chậm" && t.Word(i+1) == "nhất" || t.Word(i) == "xong" && (t.Word(i+1) == "trong" || t.Word(i+1) == "trước")
		if !due {
			continue
		}
		if t.Word(i) != "trước" || t.Tokens[i+1].Kind == scan.Number || t.Word(i+1) == "ngày" || t.Word(i+1) == "tháng" {
			return c.Part != Results && c.Part != Limits
		}
	}
	return false
}

// came reports whether a "phải" tells what something came to: behind a cause, behind "nên"
// or "khiến", of none at all, or again and again: "Do danh sách sai, chi bộ phải tổ chức
// lại đại hội".
func came(t *scan.Text, h scan.Hit, c Clause) bool {
	if w := t.Word(h.First - 1); h.First > c.First && (w == "do" || w == "vì") {
		return true // "còn chậm do phải xác minh nhiều nơi"
	}
	if h.First > c.First && t.Word(h.First-1) == "mà" {
		return true // "mới nửa tháng mà phải làm mọi thứ từ đầu"
	}
	if tolled(t, h.Last, c.Last) {
		return true
	}
	none := false
	for i := c.First; i < h.First; i++ {
		switch t.Fold(i) {
		case "do", "vì":
			if w := t.Fold(i + 1); i == c.First && w != "vậy" && w != "đó" && w != "thế" {
				return true
			}
		case "nên", "khiến", "buộc":
			if i > c.First && t.Fold(i-1) != "không" {
				return true
			}
		case "không", "chưa":
			none = true
		case "nào":
			if none {
				return true
			}
		}
		if t.Is(i, ',') && h.First-i > 1 && (late(t, i-1) || late(t, i-2)) {
			return true // "gửi về chậm, các cơ quan phải …"
		}
	}
	if w := t.Word(h.First - 1); (w == "cầu" || w == "định") && h.First-c.First > 3 && t.Word(h.First-3) == "với" {
		return true // "chậm so với yêu cầu phải xong …"
	}
	for i := h.Last + 2; i < c.Last-1; i++ {
		if t.Word(i) != "mới" {
			continue
		}
		switch t.Word(i + 1) {
		case "đủ", "xong", "được", "đạt", "trúng", "quá", "hết", "tìm", "chọn", "thống", "kín", "kịp":
			return true // "phải bỏ phiếu lần hai mới đủ số lượng"
		}
	}
	switch t.Word(h.Last) + " " + t.Word(h.Last+1) {
	case "tổ chức", "xếp lại", "làm ngoài", "làm lại":
		return t.Word(h.Last) != "tổ" || t.Word(h.Last+2) == "lại"
	}
	if leadsTo(t, h, c) {
		return true // "phải đi xa, mất thời gian nên chậm"
	}
	for i := h.Last; i < min(h.Last+4, c.Last-1); i++ {
		if t.Word(i) == "đi" && i+2 < c.Last && t.Word(i+2) == "lại" && t.Word(i+1) == t.Word(i-1) { // "phải sửa đi sửa lại"
			return true
		}
		if t.Word(i) == "nhiều" && t.Word(i+1) == "lần" || t.Word(i) == "gia" && t.Word(i+1) == "hạn" {
			return true
		}
	}
	return false
}

// tolled reports whether what had to be done took its toll: "phải xác minh lâu", "phải làm thâu
// đêm", "phải chờ cả tháng".
func tolled(t *scan.Text, first, last int32) bool {
	for i := first + 1; i < last; i++ {
		switch t.Word(i) {
		case "lâu":
			if w := t.Word(i - 1); w != "bao" && w != "quá" && t.Word(i+1) != "dài" && t.Word(i+1) != "năm" {
				return true
			}
		case "thâu", "suốt":
			return t.Word(i+1) == "đêm"
		case "cả":
			if w := t.Word(i + 1); w == "tháng" || w == "tuần" || w == "đêm" {
				return true
			}
		}
	}
	return false
}

// late reports whether a word ends in saying that something was late or is missing.
func late(t *scan.Text, i int32) bool {
	switch t.Word(i) {
	case "chậm", "muộn", "trễ", "thiếu":
		return true
	case "thời":
		return t.Word(i-1) == "kịp" && (t.Word(i-2) == "chưa" || t.Word(i-2) == "không")
	}
	return false
}

// reported reports whether a demanding word is told of the past: "đã đề nghị",
// "theo yêu cầu", "đáp ứng yêu cầu", "không phải".
func (r *Reader) reported(t *scan.Text, i, from int32) bool {
	if w := t.Word(i + 2); i+3 < int32(len(t.Tokens)) && (w == "ấy" || w == "đó" || w == "này" || w == "trên") {
		return true // "đề nghị ấy được tiếp thu"
	}
	if i <= from {
		return false
	}
	if i+1 < int32(len(t.Tokens)) {
		switch t.Word(i + 1) {
		case "đề", "đặt", "của", "nhiệm":
			return t.Word(i) == "yêu" || t.Word(i) == "nhu"
		}
		if t.Word(i) == "yêu" && i+2 < int32(len(t.Tokens)) {
			switch t.Word(i + 2) {
			case "đề", "đặt", "của", "nhiệm", "về", "đổi", ".", "là":
				return true
			case ",":
				return t.Word(i+3) != "không"
			}
		}
	}
	if t.Word(i) == "chịu" && (t.Fold(i-1) == "ai" || t.Fold(i-1) == "người" || t.Fold(i-1) == "phải" && t.Fold(i-2) == "ai") {
		return true // "chưa nêu ai chịu trách nhiệm"
	}
	if t.Word(i) == "chịu" {
		for j := i - 1; j > max(from, i-7); j-- {
			if w := t.Fold(j); w == "rõ" || w == "tên" {
				return true // "nêu rõ từng người chịu trách nhiệm"
			}
		}
	}
	if t.Word(i) == "yêu" && (t.Fold(i-1) == "được" && (hands(t, i+2) || t.Is(i+2, ':')) || t.Fold(i-2) == "ngoài" && t.Fold(i-1) == "ra") {
		return false // "các đơn vị được yêu cầu gửi …"
	}
	for j := i - 1; j >= max(from, i-5); j-- {
		if t.Word(j) == "khi" {
			return true // "khi có đại biểu đề nghị kiểm lại phiếu"
		}
	}
	if relative(t, i, from) || counted(t, i) || single(t, i) || stated(t, i, from) {
		return true
	}
	if t.Is(i-1, ',') && i-2 > from && t.Fold(i-2) == "đích" {
		return true // "quán triệt mục đích, yêu cầu đại hội"
	}
	if t.Tokens[i-1].Upper && t.Fold(i-1) == "và" {
		return false // it begins the sentence
	}
	switch t.Fold(i - 1) {
	case "đơn", "thư":
		return t.Word(i) == "kiến" // "có đơn kiến nghị"
	case "sơ", "trình":
		return t.Word(i) == "đề" // "gửi hồ sơ đề nghị chuẩn y"
	case "và": // "… và yêu cầu Ủy ban Kiểm tra …", "và đề nghị không để tái diễn"
		if t.Is(i+2, ':') {
			return false
		}
		return !t.Tokens[i-1].Upper && !(int(i)+2 < len(t.Tokens) && (t.Tokens[i+2].Upper && namesAsked(t, i+2) || hands(t, i+2) || t.Word(i+2) == "không" || t.Word(i+2) == "các" || t.Word(i+2) == "mỗi" || t.Word(i+2) == "từng"))
	case "đảm", "ứng", "đúng", "đạt", "với", "một", "mọi", "bảo", "nội", "vượt", "so", "hơn", "dưới",
		"đã", "theo", "không", "chưa", "được", "nhu", "còn", "lẽ", "đáp", "ra", "các", "những", "từng", "hay":
		return true
	case "do", "vì", "trước", "từ":
		return t.Word(i) == "yêu" // "do yêu cầu phòng, chống dịch"
	case "mức", "ngưỡng", "chuẩn", "bằng", "sát", "kịp", "chạm", "trái", "khỏi":
		return t.Word(i) == "yêu" // "dưới mức yêu cầu 30%"
	}
	return false
}

// hands reports whether a verb at a token is one of work that is handed in or done.
func hands(t *scan.Text, i int32) bool {
	switch t.Word(i) {
	case "gửi", "nộp", "báo", "hoàn", "rà", "làm", "kiện", "tổ", "khẩn", "sớm":
		return true
	}
	return false
}

// single reports whether one member of the congress asks for something in it, which is
// told: "có 01 đại biểu đề nghị kiểm lại phiếu".
func single(t *scan.Text, i int32) bool {
	if i < 4 || t.Fold(i-2) != "đại" || t.Fold(i-1) != "biểu" {
		return false
	}
	return t.Tokens[i-3].Kind == scan.Number || t.Fold(i-3) == "một"
}

// relative reports whether "cần" or "phải" only tells what kind of thing a noun
// means, or says that nobody had to: "những điều cần rút ra", "bài học mà Ban Chấp
// hành phải ghi nhớ", "không đại hội nào phải bầu lại". "Việc cần làm ngay là …" asks.
func relative(t *scan.Text, i, from int32) bool {
	w := t.Word(i)
	if w != "cần" && w != "phải" {
		return false
	}
	if owns(t, i+1) {
		return true
	}
	switch t.Fold(i - 1) {
	case "nào", "chỉ", "điều": // "còn nhiều điều phải bàn"
		return true
	case "hợp":
		return t.Fold(i-2) == "trường" // "chưa có trường hợp phải kết luận lại"
	case "hiện", "lạc", "kém", "cập", "mắc":
		if w == "cần" && mended(t, i+1) {
			return true // "một số biểu hiện cần uốn nắn"
		}
	case "đề", "học", "khâu", "mặt", "chế", "điểm", "tại", "sót", "dung":
		return w == "cần"
	case "việc":
		if w == "phải" && t.Word(i+1) == "làm" && (int(i)+2 >= len(t.Tokens) || t.Tokens[i+2].Kind != scan.Word) {
			return true // "bây giờ đến việc phải làm"
		}
		return w == "cần" && i > from+1 && t.Fold(i-2) != "công"
	case "vụ":
		return w == "cần" && t.Fold(i-2) == "nhiệm"
	}
	for j := i - 2; j >= max(from, i-8) && t.Tokens[j].Kind == scan.Word; j-- {
		if t.Word(j) == "mà" {
			return true
		}
		if j > from+1 && w == "phải" && t.Word(j-1) == "những" && t.Word(j-2) == "là" && (t.Word(j) == "vấn" || t.Word(j) == "việc" || t.Word(j) == "điều") {
			return true // "là những vấn đề đời sống phải lo"
		}
	}
	return false
}

// mended reports whether a verb of setting right stands at a token.
func mended(t *scan.Text, i int32) bool {
	switch t.Word(i) + " " + t.Word(i+1) {
	case "uốn nắn", "khắc phục", "chấn chỉnh", "rút kinh", "nhắc nhở", "sửa chữa", "điều chỉnh":
		return true
	}
	return false
}

// stated reports whether "yêu cầu" ends what tells which standard is meant: "mức 10% mà
// Chỉ thị yêu cầu", "như cấp trên yêu cầu".
func stated(t *scan.Text, i, from int32) bool {
	if t.Word(i) != "yêu" || int(i)+2 < len(t.Tokens) && t.Tokens[i+2].Kind == scan.Word && t.Tokens[i+2].Sentence == t.Tokens[i].Sentence {
		return false
	}
	for j := i - 1; j >= max(from, i-9); j-- {
		switch t.Word(j) {
		case "mà", "như":
			return j > from
		}
		if t.Tokens[j].Kind == scan.Punct {
			return false
		}
	}
	return false
}

// owns reports whether what "cần" or "phải" stands before is only to be told, which asks
// nobody: "cũng phải thấy", "một số đảng bộ cần nêu riêng", "phải kể đến".
func owns(t *scan.Text, i int32) bool {
	if int(i)+1 >= len(t.Tokens) {
		return false
	}
	next := t.Word(i + 1)
	switch t.Word(i) {
	case "thấy", "kể":
		return true
	case "nói": // "cần nói thẳng" asks
		return next == "rằng" || next == "thêm" || next == "là" || next == "đến" || next == "cho"
	case "khen", "cảm", "biểu":
		return true
	case "ghi", "thú":
		return next == "nhận" || next == "công"
	case "thừa", "công", "nhìn":
		return next == "nhận"
	case "nêu":
		return next == "riêng" || next == "tên" || next == "ra" || next == "thêm" || t.Is(i+1, ':')
	case "nhắc":
		return next == "đến" || next == "tới" || next == "thêm"
	}
	return false
}

// counted reports whether "kiến nghị" or "đề nghị" is what somebody sent in: "12
// kiến nghị", "không có phản ánh, kiến nghị nào".
func counted(t *scan.Text, i int32) bool {
	if w := t.Word(i); w != "kiến" && w != "đề" || int(i)+2 >= len(t.Tokens) {
		return false
	}
	switch t.Word(i + 2) {
	case "từ":
		return t.Word(i) == "kiến" // "giải quyết nhanh kiến nghị từ cơ sở"
	case "đưa", "nêu":
		return t.Word(i+3) == "ra" // "kiến nghị đưa ra chưa nhiều"
	case "gì", "điều", "ấy", "đó", "này", "trên", "trước", "của":
		return t.Word(i+2) != "điều" || t.Word(i+3) == "gì"
	}
	switch t.Fold(i - 1) {
	case "lý", "lí", "quyết", "xét", "thu", "lời": // "xử lý kiến nghị", "xét đề nghị", "tiếp thu kiến nghị"
		return true
	}
	if t.Word(i+2) == "nào" || t.Tokens[i-1].Kind == scan.Number || few(t, i) || t.Is(i-1, ',') && i > 3 && t.Fold(i-2) == "xuất" && few(t, i-3) {
		return true
	}
	switch t.Fold(i - 1) {
	case "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nhiều", "số", "lượt":
		return true
	}
	switch t.Fold(i - 1) {
	case "cáo", "nại":
		return true // "tình hình tố cáo kiến nghị"
	}
	if !t.Is(i-1, ',') || i < 2 {
		return false
	}
	switch t.Fold(i - 2) {
	case "ánh", "kiến", "vọng", "nại", "cáo", "thư", "mắc":
		return true
	}
	return false
}

// few reports whether a noun is scarce or missing: "ít kiến nghị", "chưa có đề nghị".
func few(t *scan.Text, i int32) bool {
	switch t.Fold(i - 1) {
	case "ít", "thiếu", "vài":
		return true
	case "có":
		switch t.Word(i + 2) {
		case "rõ", "cụ", "hay", "sát", "thiết", "xác":
			return true // "tham luận đều có kiến nghị rõ"
		}
		return i > 1 && (t.Fold(i-2) == "chưa" || t.Fold(i-2) == "không" || t.Fold(i-2) == "ít")
	}
	return false
}
