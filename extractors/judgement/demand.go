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
	if t.Identity.Type == "minutes" && member(t, cl) > 0 {
		return true // "giao: đồng chí Thắng …; đồng chí Hạnh rà lại …"
	}
	return (asked[w+" "+word(t, cl.First+1)] || asked[w] || w == "cùng") && !x.c.reader.Past(t, cl.First, cl.Last)
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
	if t.Identity.Type == "minutes" && member(t, cl) > 0 {
		return true
	}
	if first := afterLabel(t, cl); decides(t) && cl.First == t.Sentences[cl.Sentence].First && first < cl.Last && t.Tokens[first].Upper && asked[word(t, first)+" "+word(t, first+1)] && word(t, first) != "thống" && word(t, first) != "quyết" && !t.Is(first+2, ':') && t.Has(x.c.aspects, first, cl.Last) && !t.Has(x.c.ratings, first, cl.Last) {
		return !x.quota(t, cl) // "…. Mở rộng hình thức góp ý văn kiện, nhất là của Mặt trận."
	}
	_, last, ok := x.subject(t, cl)
	return ok && (asked[word(t, last)+" "+word(t, last+1)] || asked[word(t, last)])
}

// handedOn reports whether a clause of the press or of a speech goes on with a paragraph that
// has asked somebody: it begins with who else is asked, sets a day and tells nothing of the past.
func (x *Task) handedOn(t *scan.Text, cl discourse.Clause) bool {
	switch t.Identity.Type {
	case "", "news", "speech", "interview", "letter", "report":
	default:
		return false
	}
	if cl.Heading || cl.First != t.Sentences[cl.Sentence].First || x.c.reader.Told(t, cl) || x.formula(t, cl) || cl.Part == discourse.Results || cl.Part == discourse.Limits || x.ofEconomy(t, cl) {
		return false
	}
	_, last, ok := x.subject(t, cl)
	return ok && (asked[word(t, last)+" "+word(t, last+1)] || worksAlone(word(t, last))) && (x.byDay(t, cl) || t.Has(x.leftover, cl.First, cl.Last))
}

// member returns the token behind the name of somebody who begins a clause of minutes and
// is told to do something, 0 for none: "Đồng chí Sơn gọi điện mời …".
func member(t *scan.Text, cl discourse.Clause) int32 {
	last := personAt(t, afterLabel(t, cl), cl.Last)
	if last == 0 || last+1 >= cl.Last || t.Tokens[last].Kind != scan.Word {
		return 0
	}
	switch word(t, last) {
	case "phát", "đề", "tiếp", "nêu", "cho", "hỏi", "báo", "trình", "đọc", "thông", "kết", "ý", "í", "nhất", "là", "được", "bị", "và", "có", "giải", "góp", "bổ", "thay", "chủ", "khai", "bế", "thư", "ủy", "uỷ", "trưởng", "phó":
		return 0
	}
	return last
}

// prescribed reports whether a clause demands by its place alone: in a part on
// tasks or a list below a demand, with an addressee for its subject or a verb of
// prevention at its start, and nothing told of the past.
func (x *Task) prescribed(t *scan.Text, cl discourse.Clause) bool {
	if cl.Part != discourse.Tasks && !cl.Listed && !(prescribes(t) && cl.Part == discourse.None) || cl.Heading || x.c.reader.Told(t, cl) || prescribes(t) && (statute(t, cl) || x.c.reader.Before(t, cl) || x.c.reader.BeginsBefore(t, cl.Sentence)) {
		return false
	}
	return x.placed(t, cl) && !x.formula(t, cl)
}

// placed reports whether a clause that tells nothing demands by its place and words.
func (x *Task) placed(t *scan.Text, cl discourse.Clause) bool {
	first := behindAdverbial(t, cl)
	if x.quota(t, cl) {
		if _, last, ok := x.subject(t, cl); !ok || !worksAlone(word(t, last)) && !asked[word(t, last)+" "+word(t, last+1)] {
			return false // "Ban Tổ chức tham mưu phương án bổ sung 3 ủy viên" gives no numbers alone
		}
	}
	if i := topicEnd(t, cl, first); i > first && prescribes(t) && t.Has(x.c.ballot, first, i) && sets(t, i, cl.Last) && word(t, i) != "không" && word(t, i) != "có" {
		return true // "Phiếu bầu: đóng dấu của cấp ủy"
	}
	first = topicEnd(t, cl, first)
	if prescribes(t) && x.dueBy(t, cl) {
		return true
	}
	if cl.Part == discourse.Tasks && cl.Last-first >= 6 && x.about(t, cl) && (prescribes(t) || !t.Has(x.c.ratings, cl.First, cl.Last) || asked[word(t, first)+" "+word(t, first+1)]) {
		return true
	}
	if h, ok := t.At(x.addressees, first); ok && h.Last+2 < cl.Last && !t.Is(h.Last, ':') {
		return true
	}
	if first+1 < cl.Last && (t.Fold(first) == "các" || cl.Part == discourse.Tasks && numeral(t, first)) {
		if h, ok := t.At(x.addressees, first+1); ok {
			return t.Fold(first) == "các" || h.Last+2 < cl.Last && !t.Has(x.c.ratings, first, cl.Last)
		}
	}
	if (cl.Part == discourse.Tasks || cl.Listed || prescribes(t) && inItem(t, cl)) && x.titled(t, first, cl.Last) > first {
		return true
	}
	if last := unitsNamed(t, first, cl.Last); cl.Part == discourse.Tasks && last > first && verbAt(t, last) {
		return true // "Xã Châu Bình kiện toàn chức danh bí thư trong quý IV"
	}
	if cl.Part == discourse.Tasks && t.Has(x.deadlines, first, cl.Last) && t.Has(x.c.meeting, first, cl.Last) && cl.Last-first >= 6 {
		return true // "3 đảng bộ này đại hội dứt điểm trước 15/6"
	}
	if cl.Part == discourse.Tasks && sets(t, first, cl.Last) && x.leaves(t, cl) {
		return true // "Gửi hồ sơ đề nghị chuẩn y"
	}
	if prescribes(t) && x.reports(t, cl) {
		return true
	}
	if prescribes(t) && (x.rules(t, cl, first) || x.within(t, first, cl.Last)) {
		return true
	}
	switch word(t, first) + " " + word(t, first+1) {
	case "tránh tình", "tránh kéo", "tránh nêu", "tránh lặp", "tránh trùng", "không xem", "không lấy", "không nhận",
		"không để", "hạn chế", "tránh để", "kiên quyết", "ngăn chặn", "phòng ngừa", "không đưa", "không giới", "không bố", "không cơ", "không tái":
		return true
	}
	if word(t, first) == "báo" && word(t, first+1) == "cáo" && t.Has(x.addressees, first+2, cl.Last) {
		return true // "Báo cáo kết quả về Ban Tổ chức"
	}
	return cl.Listed && (t.Has(x.c.congress, cl.First, cl.Last) || t.Identity.Type != "news" && sets(t, first, cl.Last))
}

// reports reports whether those who meet with trouble are to tell of it: "có gì vướng mắc các
// đơn vị phản ánh về Ban".
func (x *Task) reports(t *scan.Text, cl discourse.Clause) bool {
	for i := cl.First + 1; i < cl.Last-4; i++ {
		if word(t, i) != "mắc" || word(t, i-1) != "vướng" {
			continue
		}
		for _, h := range t.HitsIn(x.addressees, i, min(i+4, cl.Last)) {
			if w := word(t, h.Last); w == "phản" || w == "báo" || w == "trao" || w == "liên" || w == "kịp" {
				return true
			}
		}
	}
	return false
}

// inItem reports whether a clause begins an item of a list.
func inItem(t *scan.Text, cl discourse.Clause) bool {
	return cl.First < afterLabel(t, cl) && cl.First == t.Sentences[cl.Sentence].First
}

// behindAdverbial returns the first word of a clause behind its number or mark and behind the
// time, place or condition that stands before its subject.
func behindAdverbial(t *scan.Text, cl discourse.Clause) int32 {
	cl.First = afterLabel(t, cl)
	return adverbial(t, cl)
}

// sets reports whether a verb of work stands at a token.
func sets(t *scan.Text, i, last int32) bool {
	return i+1 < last && (asked[word(t, i)+" "+word(t, i+1)] || asked[word(t, i)])
}

// records reports whether a document takes down what was decided or handed out.
func records(t *scan.Text) bool { return decides(t) || t.Identity.Type == "minutes" }

// concludes reports whether a line of minutes leads to what was decided and handed out:
// "5. Kết luận của chủ tọa", "Phân công nhiệm vụ:".
func concludes(t *scan.Text, cl discourse.Clause) bool {
	if t.Identity.Type != "minutes" {
		return false
	}
	s := t.Sentences[cl.Sentence]
	if !titleLine(t, cl) && !t.Is(s.Last-1, ':') || s.Last-s.First > 2*longestHead {
		return false
	}
	for i := s.First; i < s.Last-1; i++ {
		switch word(t, i) + " " + word(t, i+1) {
		case "kết luận", "phân công":
			return true
		}
	}
	return false
}

// behindConclusion returns the token behind the colon with which minutes come to what the
// chair decides, "Chủ tọa kết luận: …", the clause's first elsewhere.
func behindConclusion(t *scan.Text, cl discourse.Clause) int32 {
	if t.Identity.Type != "minutes" {
		return cl.First
	}
	for i := cl.First + 1; i < min(cl.First+longestName+4, cl.Last-2); i++ {
		if t.Is(i, ':') {
			if a := word(t, i-2); a == "kết" && word(t, i-1) == "luận" || a == "chủ" && (word(t, i-1) == "trì" || word(t, i-1) == "tọa" || word(t, i-1) == "toạ") && i <= cl.First+6 {
				return i + 1
			}
			break
		}
	}
	return cl.First
}

// labelled reports whether a clause hands its work to the one who stands before its
// colon: "- Ban Dân vận: nắm tình hình …".
func (x *Task) labelled(t *scan.Text, cl discourse.Clause) bool {
	if i := aheadLabel(t, cl); i > cl.First && sets(t, i, cl.Last) {
		return true
	}
	if !records(t) && !prescribes(t) && cl.Part != discourse.Tasks || cl.Heading || x.c.reader.Told(t, cl) || x.foundSo(t, cl) {
		return false
	}
	if _, colon := charged(t, cl); colon > 0 {
		return true
	}
	if _, _, ok := x.addressed(t, cl); ok {
		return true // "Đối với Công an huyện: hoàn thành …"
	}
	if _, last, ok := inCharge(t, cl); ok && prescribes(t) {
		return word(t, last) == "phụ" || sets(t, last, cl.Last)
	}
	_, last, ok := x.subject(t, cl)
	if !ok {
		return false
	}
	if t.Is(last, ':') {
		last++
	}
	if t.Is(last-1, ':') && last < cl.Last && prescribes(t) && cl.Part != discourse.Results && office(word(t, afterLabel(t, cl))) && !t.Tokens[last].Upper && t.Tokens[last].Kind == scan.Word && word(t, last) != "không" {
		return !x.quota(t, cl) // "Văn phòng: kịch bản chi tiết, nước uống cho đại biểu"
	}
	return t.Is(last-1, ':') && sets(t, last, cl.Last) && !(prescribes(t) && word(t, last) == "không") // "Đảng ủy xã: không quá 15 đồng chí"
}

// aheadLabel returns the token behind a label that says what lies ahead, "Công việc tuần tới của
// phường: …", the clause's first where none does.
func aheadLabel(t *scan.Text, cl discourse.Clause) int32 {
	first := afterLabel(t, cl)
	switch word(t, first) {
	case "công", "việc", "nhiệm", "kế":
	default:
		return cl.First
	}
	coming := false
	for i := first + 1; i < min(first+2*longestName, cl.Last-2); i++ {
		if t.Is(i, ':') {
			if coming {
				return i + 1
			}
			break
		}
		coming = coming || word(t, i) == "tới" || word(t, i) == "làm" || word(t, i) == "theo" && word(t, i-1) == "tiếp"
	}
	return cl.First
}

// praises reports whether what somebody says behind a colon only judges: "phát biểu chỉ đạo:
// Chi bộ chuẩn bị đại hội chu đáo".
func (x *Task) praises(t *scan.Text, cl discourse.Clause) bool {
	colon, last, hits := x.judgedBehind(t, cl.Demand+2, cl.Last)
	return len(hits) > 0 && !sets(t, colon+1, last) && last-colon <= 2*longestHead
}

// judgedBehind returns the first colon of a range, the end of what stands behind it, and the
// judgements there; none where what stands there does not end in one.
func (x *Task) judgedBehind(t *scan.Text, first, end int32) (colon, last int32, hits []scan.Hit) {
	for i := first; i < end-2; i++ {
		if !t.Is(i, ':') {
			continue
		}
		last := end
		for last > i && t.Tokens[last-1].Kind == scan.Punct {
			last--
		}
		hits := t.HitsIn(x.c.ratings, i+1, last)
		if len(hits) > 0 && hits[len(hits)-1].Last == last {
			return i, last, hits
		}
		break
	}
	return 0, 0, nil
}

// office tells the first words of the names of those who are handed work, and not of an
// organisation of which numbers are told.
func office(w string) bool {
	switch w {
	case "ban", "văn", "tiểu", "tổ", "uỷ", "ủy", "ubkt", "đài", "trung", "phòng", "công", "đoàn", "hội", "mặt", "trạm":
		return true
	}
	return false
}

// acclaims reports whether a clause only praises or blames: "BTV hoan nghênh sự chủ động của
// các phường", "Phê bình 2 đảng ủy nộp chậm đề án".
func acclaims(t *scan.Text, cl discourse.Clause) bool {
	i := afterLabel(t, cl)
	if cl.Demand > i || i >= cl.Last {
		return false
	}
	if t.Tokens[i].AllUpper { // "BTV hoan nghênh"
		i++
	} else if word(t, i) == "ban" && word(t, i+1) == "thường" {
		i += 3
	}
	switch word(t, i) + " " + word(t, i+1) {
	case "phê bình", "biểu dương", "hoan nghênh", "ghi nhận", "khen ngợi":
		return true
	}
	return false
}

// inCharge returns the person who begins a clause, with the token behind the colon that
// parts his titles from his work: "Đồng chí Lan, Phó Bí thư Đảng ủy: phụ trách hậu cần".
func inCharge(t *scan.Text, cl discourse.Clause) (first, behind int32, ok bool) {
	first = afterLabel(t, cl)
	last := personAt(t, first, cl.Last)
	if last == 0 {
		return 0, 0, false
	}
	for i := last; i < min(last+2*longestBreath, cl.Last-1); i++ {
		switch {
		case t.Is(i, ':'):
			return first, i + 1, i == last || t.Is(last, ',') || t.Is(last, '-')
		case t.Tokens[i].Kind != scan.Word && !t.Is(i, ',') && !t.Is(i, '-'):
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// longestBreath is half of how many tokens the titles of such a person have at most.
const longestBreath = 12

// foundSo reports whether behind its colon a clause only says how something was found to
// be: "Các chi bộ còn lại: chuẩn bị chu đáo".
func (x *Task) foundSo(t *scan.Text, cl discourse.Clause) bool {
	if cl.Part == discourse.Tasks {
		return false
	}
	colon, _, hits := x.judgedBehind(t, cl.First, cl.Last)
	return len(hits) > 0 && hits[0].First <= colon+3
}

// assigns returns the "phân công" with which minutes or a decision hand work to somebody
// by name, -1 for none: "Phân công đồng chí Lan phụ trách khánh tiết".
func assigns(t *scan.Text, cl discourse.Clause) int32 {
	if !records(t) || t.Identity.Type == "decision" {
		return -1
	}
	for i := cl.First; i < min(cl.First+8, cl.Last-3); i++ {
		if !(word(t, i) == "phân" && word(t, i+1) == "công" || word(t, i) == "giao" && t.Is(i+1, ':')) {
			continue
		}
		if w := word(t, i-1); i > cl.First && (w == "đã" || w == "được" || w == "sự") {
			return -1
		}
		cl.Demand = i
		if _, last, ok := comrade(t, cl); ok && word(t, last) != "giữ" && word(t, last) != "làm" {
			return i // "phân công đồng chí A giữ chức …" is told of people
		}
		return -1
	}
	return -1
}

// received reports whether a clause asks all who get a paper to do as it says: "Nhận được
// Thông báo này, đề nghị …".
func received(t *scan.Text, cl discourse.Clause) bool {
	i := afterLabel(t, cl)
	return word(t, i) == "nhận" && word(t, i+1) == "được" && t.Is(cl.Demand-1, ',')
}

// rules reports whether a clause of guidance begins with a verb of asking, after what it
// holds for: "Thực hiện quy trình nhân sự 5 bước", "Mỗi huyện chọn 2 đơn vị …", "Trường hợp
// … thì dừng bầu".
func (x *Task) rules(t *scan.Text, cl discourse.Clause, first int32) bool {
	if first >= cl.Last {
		return false
	}
	i := first
	switch word(t, i) {
	case "mỗi", "từng":
		if w := word(t, first+1); w == "khóa" || w == "khoá" || w == "nhiệm" {
			return false
		}
		last := min(first+10, cl.Last) // "Mỗi huyện, thành phố, thị xã chọn …"
		for i = first + 1; i < last && !asked[word(t, i)+" "+word(t, i+1)] && !asked[word(t, i)]; i++ {
		}
		return i < last
	case "trường":
		for j := first; j < cl.Last-1; j++ {
			if w := word(t, j); w == "thì" {
				return word(t, j+1) == "dừng" || asked[word(t, j+1)+" "+word(t, j+2)] || asked[word(t, j+1)]
			}
		}
		return false
	case "không":
		return t.Tokens[first].Upper && barsWork(word(t, first+1), word(t, first+2))
	case "có", "bầu", "cho", "quy", "qui":
		return false
	}
	if h, ok := t.At(x.c.meeting, first); ok && word(t, h.Last) == "không" {
		switch word(t, h.Last+1) {
		case "có", "đủ", "quá", "phải", "bầu", "thành", "đạt", "được":
			return false
		}
		return true // "Đại hội không trang trí cầu kỳ"
	}
	switch word(t, i) {
	case "duyệt", "lập", "gửi", "nộp", "trình":
		return t.Tokens[first].Upper && t.Has(x.c.congress, cl.First, cl.Last)
	}
	return t.Tokens[first].Upper && !t.Tokens[first].AllUpper && asked[word(t, i)+" "+word(t, i+1)] && t.Has(x.c.congress, cl.First, cl.Last)
}

// barsWork tells verbs of what guidance forbids: "không sao chép …", "không mời …".
func barsWork(a, b string) bool {
	switch a {
	case "sao", "mời", "tặng", "in", "phô", "kéo", "huy", "treo", "sử", "dùng", "chia", "ghép", "lùi", "gộp", "áp", "chạy", "rập":
		return true
	case "tổ":
		return b == "chức"
	case "trang":
		return b == "trí"
	}
	return false
}

// within reports whether a clause sets how long a paper or a speech may be, "không quá 15
// trang", or a congress that is due by a day.
func (x *Task) within(t *scan.Text, first, last int32) bool {
	for i := first; i < last-3; i++ {
		if word(t, i) == "không" && word(t, i+1) == "quá" && t.Tokens[i+2].Kind == scan.Number {
			unit := i + 3
			if t.Is(unit, '/') {
				unit += 2 // "không quá 1/2 ngày"
			}
			switch word(t, unit) {
			case "trang", "phút":
				return true
			case "ngày", "buổi", "giờ":
				return t.Has(x.deadlines, i+4, last) || word(t, first) == "phiên"
			}
		}
	}
	return false
}

// statute reports whether a clause says of organisations of a size how they meet and
// elect: "Chi bộ có dưới 9 đảng viên bầu bí thư".
func statute(t *scan.Text, cl discourse.Clause) bool {
	i := afterLabel(t, cl)
	if word(t, i) == "thời" && (word(t, i+1) == "điểm" || word(t, i+1) == "gian") {
		return !t.Is(i+2, ':') || word(t, i+3) == "từ" // "Thời gian: cấp cơ sở xong trước 30/6" sets a day
	}
	for j := i; j < min(i+12, cl.Last-3); j++ {
		if t.Tokens[j+2].Kind == scan.Number && sized(word(t, j), word(t, j+1)) {
			return word(t, j+3) == "đảng" || word(t, j+3) == "đại"
		}
	}
	return false
}

// sized reports whether two words stand before the size of an organisation.
func sized(a, b string) bool {
	return a == "có" && (b == "dưới" || b == "từ" || b == "trên")
}

// behindTopic returns the token behind a short topic and its colon, "Về văn kiện: …",
// else the token given, as where who is asked stands before it.
func (x *Task) behindTopic(t *scan.Text, cl discourse.Clause, first int32) int32 {
	if _, ok := t.At(x.addressees, first); ok {
		return first
	}
	if x.titled(t, first, cl.Last) > first {
		return first
	}
	return topicEnd(t, cl, first)
}

// topicEnd is as behindTopic, whoever the topic is.
func topicEnd(t *scan.Text, cl discourse.Clause, first int32) int32 {
	for i := first; i < min(first+5, cl.Last-2) && t.Tokens[i].Kind == scan.Word || t.Is(i, ':'); i++ {
		if t.Is(i, ':') {
			return i + 1
		}
	}
	return first
}

// followups are what a congress leaves to be done: asked of somebody in the Party, they
// are work on it.
var followups = []string{"cụ thể hóa nghị quyết", "cụ thể hóa ngay nghị quyết", "đưa nghị quyết vào cuộc sống", "đưa nghị quyết vào thực tiễn", "quán triệt nghị quyết", "học tập nghị quyết", "triển khai nghị quyết", "phổ biến nghị quyết", "niêm yết nghị quyết", "kiện toàn", "cấp ủy viên", "ủy viên ban chấp hành", "ủy viên ban thường vụ", "bổ sung 7 ủy viên", "phương án bổ sung", "phương án nhân sự", "kịch bản", "quy chế làm việc", "chương trình hành động", "bầu thiếu", "rút kinh nghiệm", "nguồn cán bộ", "nguồn nữ", "nguồn trẻ", "nguồn nhân sự", "nhiệm kỳ sau", "nhiệm kỳ tới", "khóa tới", "chức danh còn khuyết", "chức danh còn thiếu", "còn khuyết", "còn thiếu"}

// lesson reports whether a clause only says what was learnt: its sentence begins with
// such a label, or it ends in calling itself so.
func (x *Task) lesson(t *scan.Text, cl discourse.Clause) bool {
	if cl.Part == discourse.Lessons && !t.Has(x.addressees, cl.First, cl.Last) {
		return true
	}
	first := afterLabel(t, cl)
	for i := first; i < min(first+20, cl.Demand-1); i++ { // "Bài học rút ra là phải …", "Bí thư A rút ra rằng phải …"
		if word(t, i) == "rút" && word(t, i+1) == "ra" {
			return true
		}
	}
	if word(t, first) == "phải" || word(t, first) == "có" { // "Phải làm tốt … thì đại hội mới thành công"
		then := false
		for i := first; i < cl.Last; i++ {
			if then && word(t, i) == "mới" {
				return true
			}
			then = then || word(t, i) == "thì"
		}
	}
	if from := t.Sentences[cl.Sentence].First; cl.First > from {
		for i := from; i < min(from+12, cl.First-2); i++ { // "Qua thực tiễn, rút ra bài học: …; phải …"
			if (word(t, i) == "bài" && word(t, i+1) == "học" || word(t, i) == "kinh" && word(t, i+1) == "nghiệm" && word(t, i-1) != "rút") && t.Is(i+2, ':') {
				return true
			}
		}
		first = from
		for first < cl.First && t.Tokens[first].Kind != scan.Word {
			first++
		}
	}
	switch word(t, first) {
	case "kinh":
		if word(t, first+1) != "nghiệm" {
			return false
		}
	case "bài":
		if word(t, first+1) != "học" {
			return false
		}
	default:
		return false
	}
	for i := first + 2; i < min(first+6, cl.Last); i++ {
		if t.Is(i, ':') || t.Is(i, '-') {
			return true
		}
	}
	return false
}

// numberedHead reports whether a clause is a numbered line of its own that only names
// what follows: "3. Chuẩn bị đại hội đảng bộ cơ sở", or the title of what somebody said.
func numberedHead(t *scan.Text, cl discourse.Clause) bool {
	s := t.Sentences[cl.Sentence]
	if s.Last-s.First < 2 || s.Last-s.First > longestHead+6 || t.Is(s.Last-1, '.') || t.Is(s.Last-1, ';') || t.Is(s.Last-1, ',') {
		return false
	}
	if first, last := t.Block(s.Block); first != s.First || last != s.Last {
		return false
	}
	switch word(t, s.First) {
	case "ý", "í":
		if word(t, s.First+1) == "kiến" {
			return true
		}
	case "kết":
		if word(t, s.First+1) == "luận" {
			return true
		}
	case "biểu":
		if word(t, s.First+1) == "tổng" {
			return true
		}
	}
	marked := t.Tokens[s.First].Kind == scan.Number || t.Tokens[s.First].AllUpper && t.Tokens[s.First].End-t.Tokens[s.First].Start <= 3 // "B. Chuẩn bị Đại hội huyện"
	return marked && t.Tokens[s.First+1].Kind == scan.Punct && s.Last-s.First <= longestHead+2
}

// quota reports whether a clause only gives numbers of persons: "ban thường vụ
// từ 13 đến 15 đồng chí".
func (x *Task) quota(t *scan.Text, cl discourse.Clause) bool {
	for i := cl.First; i+1 < cl.Last; i++ {
		if t.Tokens[i].Kind != scan.Number {
			continue
		}
		switch word(t, i+1) {
		case "đồng", "đại", "uỷ", "người", "phó", "bí":
			return !t.Has(x.deadlines, cl.First, cl.Last)
		}
		if x.seatsOnly(t, cl, i) {
			return true
		}
	}
	return false
}

// seatsOnly reports whether a number that ends a clause without a verb is how many a body may
// have: "ban thường vụ 11 đến 13", "chi bộ cơ sở không quá 5".
func (x *Task) seatsOnly(t *scan.Text, cl discourse.Clause, i int32) bool {
	last := cl.Last
	for last > i+1 && t.Tokens[last-1].Kind == scan.Punct {
		last--
	}
	if last != i+1 || i < cl.First+2 {
		return false
	}
	switch w := word(t, i-1); {
	case w == "đến", w == "quá", w == "nhất", w == "đa", w == "thiểu":
	case t.Is(i-1, '-') && t.Tokens[i-2].Kind == scan.Number && !t.Is(i-3, '-') && !t.Is(i-3, '/'):
	default:
		return false
	}
	for j := cl.First; j < i; j++ {
		if verbAt(t, j) && word(t, j) != "không" && word(t, j) != "có" && word(t, j) != "phải" {
			return false
		}
	}
	return !t.Has(x.deadlines, cl.First, cl.Last)
}

// urged reports whether a clause sets its subject to work although no word
// demands: "Các cấp ủy khẩn trương phân công …, xong trong quý IV".
func (x *Task) urged(t *scan.Text, cl discourse.Clause) bool {
	if cl.Part == discourse.Results || cl.Part == discourse.Limits || cl.Heading {
		return false
	}
	due := t.Has(x.deadlines, cl.First, cl.Last)
	if !due && !decides(t) && !prescribes(t) && t.Identity.Type != "speech" || x.c.reader.Told(t, cl) || prescribes(t) && statute(t, cl) || dated(t, cl) {
		return false
	}
	if _, _, ok := x.remaining(t, cl); ok {
		return true
	}
	if _, meets := t.At(x.c.meeting, afterLabel(t, cl)); meets && decides(t) && cl.First == t.Sentences[cl.Sentence].First && x.dueBy(t, cl) {
		d := x.deadline(t, cl)
		return !d.IsZero() && !d.Before(t.Identity.Date) // "- Đại hội chi bộ: xong trước ngày 30/4/2025"
	}
	if i := adverbial(t, cl); i > cl.First && (decides(t) || prescribes(t)) && sets(t, i, cl.Last) {
		if d := x.deadline(t, cl); !d.IsZero() && !d.Before(t.Identity.Date) {
			return true // "Trong tháng 11/2020, tổ chức xong hội nghị học tập …"
		}
	}
	if i := x.counts(t, cl); i > cl.First && t.Identity.Type == "speech" && sets(t, i, cl.Last) {
		return true // "Thứ hai, tổ chức quán triệt nghị quyết …"
	}
	if first := afterLabel(t, cl); t.Identity.Type != "" && t.Identity.Type != "news" && ordered(t, cl) && first < cl.Last && t.Tokens[first].Upper && asked[word(t, first)+" "+word(t, first+1)] && word(t, first) != "thống" && word(t, first) != "quyết" && x.open(t, cl) {
		return true // "Điều 6. Tổng hợp ý kiến đóng góp …, gửi Huyện ủy trước 21/3"
	}
	_, last, ok := x.subject(t, cl)
	if !ok || allows(t, cl) {
		return false
	}
	if decides(t) && (ordered(t, cl) || x.counts(t, cl) > cl.First) && (asked[word(t, last)+" "+word(t, last+1)] || urges[word(t, last)+" "+word(t, last+1)] || ordered(t, cl) && worksAlone(word(t, last))) && !x.c.reader.Past(t, cl.First, cl.Last) {
		return true // "2. Ban Tổ chức Huyện ủy rà soát …" among what was decided
	}
	if d := x.deadline(t, cl); word(t, last) == "phấn" && word(t, last+1) == "đấu" && !d.IsZero() && !d.Before(t.Identity.Date) {
		return true // "Toàn tỉnh phấn đấu xong đại hội cấp cơ sở chậm nhất 15/6"
	}
	switch word(t, last) + " " + word(t, last+1) {
	case "khẩn trương", "tập trung", "tiếp tục", "chủ động", "nghiêm túc", "thường xuyên", "chịu trách", "phối hợp":
		return true
	}
	switch t.Identity.Type {
	case "decision", "conclusion", "notice", "plan", "report", "resolution":
		return x.ahead(t, cl) && (asked[word(t, last)+" "+word(t, last+1)] || asked[word(t, last)])
	case "", "news", "speech", "interview", "letter": // what a reporter tells of the past has no day ahead
		return x.byDay(t, cl) && (asked[word(t, last)+" "+word(t, last+1)] || worksAlone(word(t, last)))
	}
	return false
}

// worksAlone reports whether a verb of asking alone sets who stands before it to work, as "có",
// "không" and the like do not.
func worksAlone(w string) bool {
	switch w {
	case "có", "không", "nhận", "bầu", "cho", "làm", "lên", "in", "dự", "phải", "cần", "chọn":
		return false
	}
	return asked[w]
}

// allows reports whether a clause tells what somebody agreed to: "Thường trực Huyện ủy đồng
// ý cho Đảng bộ xã A lùi thời gian đại hội".
func allows(t *scan.Text, cl discourse.Clause) bool {
	for i := afterLabel(t, cl) + 2; i < min(cl.First+12, cl.Last-1); i++ {
		switch word(t, i) + " " + word(t, i+1) {
		case "đồng ý", "đồng í", "cho phép", "nhất trí", "chấp thuận":
			return true
		}
	}
	return false
}

// remaining returns those still to come whom a clause sets to work by a day that is not
// past: "chỉ đạo 21 đảng bộ còn lại hoàn thành trước ngày 30/5".
func (x *Task) remaining(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	for _, h := range t.HitsIn(x.addressees, cl.First, cl.Last) {
		i := h.Last
		if word(t, i) != "còn" || word(t, i+1) != "lại" || !asked[word(t, i+2)+" "+word(t, i+3)] || !t.Has(x.deadlines, i, cl.Last) {
			continue
		}
		first = h.First
		if first > cl.First && (t.Tokens[first-1].Kind == scan.Number || word(t, first-1) == "các") {
			first--
		}
		if _, does, ok := x.subject(t, cl); !ok || word(t, does) != "chỉ" || word(t, does+1) != "đạo" {
			return 0, 0, false // whoever goes on directing them is asked
		}
		d, of := x.deadline(t, cl), t.Identity.Date
		return first, i + 2, !d.IsZero() && (of.IsZero() || !d.Before(of))
	}
	return 0, 0, false
}

// toldOf reports whether somebody's demand is only told of: its clause begins with a time
// that is past, and it stands in no paper that decides or guides.
func toldOf(t *scan.Text, cl discourse.Clause) bool {
	if cl.Demand < 0 || decides(t) || prescribes(t) {
		return false
	}
	switch word(t, cl.Demand) {
	case "yêu", "iêu", "đề", "kiến", "giao", "lưu", "nhắc":
	default:
		return false // "Trước đó, các chi bộ phải …" asks
	}
	if dated(t, cl) && t.Identity.Type != "news" && inLetter(t, cl.First, cl.Demand) {
		return true
	}
	i := afterLabel(t, cl)
	switch word(t, i) + " " + word(t, i+1) {
	case "trước đó", "trước đây", "khi đó", "lúc đó", "khi ấy", "lúc ấy", "hồi đầu", "hồi tháng", "hồi cuối":
		return cl.Demand > i+2
	case "ngay từ", "từ đầu", "từ khi", "từ rất":
		return cl.Demand > i+3
	}
	return false
}

// inLetter reports whether a letter or paper that somebody sent stands in a range of tokens
// before what it asked: "Ngày 5/5, Huyện ủy có Công văn số 812-CV/HU yêu cầu …".
func inLetter(t *scan.Text, first, last int32) bool {
	for i := first; i < last-2; i++ {
		switch word(t, i) {
		case "có", "ra", "gửi", "hành": // ban hành
			switch word(t, i+1) + " " + word(t, i+2) {
			case "công văn", "văn bản", "thông báo", "chỉ thị", "kế hoạch", "công điện", "thông tri":
				return true
			}
		}
	}
	return false
}

// open reports whether the day that a demand sets has not come yet.
func (x *Task) open(t *scan.Text, cl discourse.Clause) bool {
	d := x.deadline(t, cl)
	return !d.IsZero() && !t.Identity.Date.IsZero() && !d.Before(t.Identity.Date)
}

// numbers reports whether a "phải" or "cần" only tells which units or persons are counted:
// "Số chi bộ phải đại hội: 21", "Tổng số đại biểu phải triệu tập là 120".
func numbers(t *scan.Text, cl discourse.Clause) bool {
	i := afterLabel(t, cl)
	if word(t, i) == "tổng" {
		i++
	}
	if word(t, i) != "số" || word(t, i+1) == "lượng" || word(t, i+1) == "dư" {
		return false
	}
	if w := word(t, cl.Demand); w != "phải" && w != "cần" {
		return false
	}
	for j := cl.Demand + 1; j < cl.Last-1; j++ {
		if w := word(t, j); (t.Is(j, ':') || w == "là" || w == "có") && t.Tokens[j+1].Kind == scan.Number {
			return true
		}
	}
	return false
}

// should returns the token of what asks where no word of asking does: the "nên" behind
// somebody who can be asked and before a verb of work ("các chi bộ nên chuẩn bị …"), or
// what is to be done wherever something is so ("nơi nào chưa thống nhất thì dừng, …"). It
// is -1 for none.
func (x *Task) should(t *scan.Text, cl discourse.Clause) int32 {
	if cl.Part == discourse.Results || cl.Part == discourse.Limits || cl.Heading || cl.Goes {
		return -1
	}
	if i := forbidsAll(t, cl); i >= 0 {
		return i
	}
	so, then := t.HitsIn(x.c.so, cl.First+2, cl.Last-2), t.Has(x.c.then, cl.First, cl.Last)
	if len(so) == 0 && !then || x.c.reader.Told(t, cl) {
		return -1 // most clauses
	}
	for _, h := range so {
		who := t.HitsIn(x.addressees, max(cl.First, h.First-8), h.First)
		if n := len(who); n > 0 && h.First-who[n-1].Last <= 2 && asked[word(t, h.Last)+" "+word(t, h.Last+1)] {
			return h.First
		}
	}
	if !then {
		return -1
	}
	if i := x.inCase(t, cl); i >= 0 {
		return i
	}
	return wherever(t, cl)
}

// wherever returns the verb behind the "thì" of a clause that begins with "nơi nào", -1
// where it only tells what follows from what.
func wherever(t *scan.Text, cl discourse.Clause) int32 {
	first := afterLabel(t, cl)
	for i := first; i < min(first+2*longestName+4, cl.Last-3); i++ {
		if t.Is(i, ':') {
			first = i + 1 // "Tỉnh ủy đã chốt với các huyện: nơi nào thiếu thì chưa bầu thêm"
		}
	}
	which := first
	for which < min(first+4, cl.Last) && word(t, which) != "nào" {
		which++
	}
	if which == min(first+4, cl.Last) || which == first {
		return -1
	}
	for i := which + 2; i < cl.Last-1; i++ {
		if word(t, i) != "thì" {
			continue
		}
		switch w := word(t, i+1); {
		case w == "dừng", w == "kiên", w == "phải", w == "cần", asked[w+" "+word(t, i+2)], (w == "chưa" || w == "không" || w == "đừng") && asked[word(t, i+2)+" "+word(t, i+3)]:
			return i + 1
		}
	}
	return -1
}

// proposes reports whether a delegate or a comment proposes something in news, which
// binds nobody: "Anh A, đại biểu trẻ nhất, đề nghị báo cáo nêu rõ …".
func proposes(t *scan.Text, cl discourse.Clause) bool {
	if t.Identity.Type != "news" || cl.Demand < 0 {
		return false
	}
	switch word(t, cl.Demand) {
	case "đề", "kiến", "cần", "nên", "phải":
	default:
		return false
	}
	if w := word(t, cl.Demand); w == "đề" || w == "kiến" {
		switch word(t, cl.Demand+2) + " " + word(t, cl.Demand+3) {
		case "cấp trên", "huyện sớm", "tỉnh sớm", "huyện có", "tỉnh có", "huyện cho", "tỉnh cho", "huyện xem", "tỉnh xem", "huyện bố", "tỉnh bố", "huyện hướng", "tỉnh hướng", "trung ương":
			return true // those above are asked
		}
	}
	for i := cl.First; i < cl.Demand-1; i++ {
		switch word(t, i) + " " + word(t, i+1) {
		case "đại biểu", "ý kiến", "cử tri", "tham luận":
			if w := word(t, i+2); w != "quốc" && w != "dự" && speaksThere(t, i+2, cl.Demand) {
				return true
			}
		}
	}
	return false
}

// speaksThere reports whether somebody proposes in a range of tokens that ends in the
// word that asks.
func speaksThere(t *scan.Text, first, last int32) bool {
	if w := word(t, last); w == "đề" || w == "kiến" {
		return true
	}
	for i := first; i < last-1; i++ {
		switch word(t, i) + " " + word(t, i+1) {
		case "đề nghị", "kiến nghị", "cho rằng", "đề xuất", "cho là":
			return true
		}
	}
	return false
}

// ordered reports whether a clause begins a numbered paragraph.
func ordered(t *scan.Text, cl discourse.Clause) bool {
	s := t.Sentences[cl.Sentence]
	first, _ := t.Block(s.Block)
	if word(t, first) == "điều" && first+1 < cl.Last && t.Tokens[first+1].Kind == scan.Number && cl.First <= first+3 {
		return true // "Điều 4. Đảng ủy phường công bố Quyết định này tại Đại hội"
	}
	return first == s.First && s.Last-s.First > 1 && cl.First <= s.First+2 && t.Tokens[s.First].Kind == scan.Number && t.Tokens[s.First+1].Kind == scan.Punct
}

// dated reports whether a clause begins with the day on which something was done.
func dated(t *scan.Text, cl discourse.Clause) bool {
	i := afterLabel(t, cl)
	switch word(t, i) {
	case "sáng", "chiều", "tối", "ngày", "hôm":
		return true
	}
	return false
}

// condition reports whether a clause says what persons must be, "Người tái cử phải còn ít
// nhất 48 tháng công tác", or holds a word of asking that asks nobody.
func (x *Task) condition(t *scan.Text, cl discourse.Clause) bool {
	if cl.Demand < 0 {
		return false
	}
	if w := word(t, cl.Demand); w == "chỉ" && word(t, cl.Demand-1) == "đã" && !x.open(t, cl) || (w == "chỉ" || w == "phát") && x.praises(t, cl) {
		return true
	}
	if numbers(t, cl) || toldOf(t, cl) && !x.open(t, cl) {
		return true
	}
	if word(t, cl.Demand) != "phải" {
		return false
	}
	if x.ofCongress(t, cl) {
		return false // a paper must be made so
	}
	switch word(t, afterLabel(t, cl)) {
	case "nơi", "đơn", "chi", "đảng", "xã", "huyện", "phường": // "nơi nào bầu thiếu phải có phương án"
		for i := afterLabel(t, cl); i < min(afterLabel(t, cl)+3, cl.Demand); i++ {
			if word(t, i+1) == "nào" {
				return false
			}
		}
	case "người", "nhân", "ứng", "độ", "tuổi":
		return word(t, cl.Demand+1) != "tiến" && word(t, cl.Demand+1) != "được"
	case "trong", "tài", "phiếu", "hồ", "kịch", "hội":
		return false
	}
	switch word(t, cl.Demand+1) {
	case "còn", "là", "có", "đủ":
		if word(t, cl.Demand+2) == "mặt" {
			return false
		}
		switch word(t, cl.Demand+2) + " " + word(t, cl.Demand+3) {
		case "số dư", "phương án", "kế hoạch", "lộ trình", "giải pháp", "biện pháp", "lịch cụ", "văn bản", "báo cáo", "quy chế", "qui chế", "nghị quyết", "chương trình", "kịch bản":
			return false // of a list or an organisation, not of a person
		}
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
func each(w string) bool { return w == "các" || w == "mỗi" || w == "từng" || w == "mọi" }

// target reports whether a clause sets a share to be reached: that is a measure
// of phase target, not a task.
func (x *Task) target(t *scan.Text, cl discourse.Clause) bool {
	if x.strives(t, cl) {
		return true
	}
	for i := cl.First; i < cl.Last; i++ {
		if t.Is(i, '%') && !spare(t, cl.First, i) && !everywhere(t, i) && !looksInto(t, cl.First, i) && !x.hasToReach(t, cl) {
			return true
		}
		if t.Is(i, '/') && i-2 > cl.First {
			switch word(t, i-2) {
			case "khoảng", "thiểu":
				return true // "đổi mới khoảng 1/3"
			case "dưới", "trên", "quá":
				if i+3 >= cl.Last && t.Tokens[i+1].Kind == scan.Number {
					return true // "đổi mới không dưới 1/3"
				}
			}
			if word(t, i-3) == "ít" {
				return true
			}
		}
	}
	return false
}

// hasToReach reports whether a share is asked of somebody, who has to see to it: "cấp ủy các
// xã bảo đảm nữ từ 15% trở lên", "Ban Tổ chức bổ sung nguồn nữ, bảo đảm tối thiểu 15%".
func (x *Task) hasToReach(t *scan.Text, cl discourse.Clause) bool {
	if cl.Part == discourse.Results || cl.Part == discourse.Limits {
		return false
	}
	_, last, ok := x.subject(t, cl)
	return ok && (sets(t, last, cl.Last) || word(t, last) == "phấn") && word(t, last) != "có" && word(t, last) != "không"
}

// strives reports whether a clause tells how many persons are striven for: "phấn đấu có ít
// nhất 01 cấp ủy viên là nữ".
func (x *Task) strives(t *scan.Text, cl discourse.Clause) bool {
	for i := cl.First; i < cl.Last-4; i++ {
		if word(t, i) == "phấn" && word(t, i+1) == "đấu" {
			for j := i + 2; j < min(i+6, cl.Last-1); j++ {
				if t.Tokens[j+1].Kind == scan.Number && (word(t, j) == "nhất" || word(t, j) == "thiểu" || word(t, j) == "trên" || word(t, j) == "từ") {
					return true
				}
			}
		}
	}
	return false
}

// everywhere reports whether a share is all of them, to whom or where something is done: "học
// tập nghị quyết ở 100% chi bộ".
func everywhere(t *scan.Text, i int32) bool {
	if i < 2 || t.Word(i-1) != "100" {
		return false
	}
	switch word(t, i+1) {
	case "đảng", "chi", "tccsđ", "tổ", "cơ", "cấp", "các", "đơn":
		for j := i + 2; j < min(i+8, int32(len(t.Tokens))); j++ {
			if word(t, j) == "phải" {
				return true // "100% đảng bộ cơ sở phải có quy chế làm việc"
			}
		}
	}
	switch word(t, i-2) {
	case "ở", "tại", "cho", "tới", "đến":
		return true
	}
	return false
}

// looksInto reports whether a share is of the units that somebody is to look into: "kiểm tra
// 30% số chi bộ".
func looksInto(t *scan.Text, first, i int32) bool {
	if w := word(t, i+2); word(t, i+1) == "số" && (w == "đảng" || w == "chi" || w == "đơn" || w == "tổ") || t.Is(i+2, '%') || t.Is(i+3, '%') {
		for j := i - 1; j > max(first, i-8); j-- {
			if word(t, j) == "chọn" {
				return true // "chọn từ 10% đến 15% số đảng bộ cơ sở làm điểm"
			}
		}
	}
	j := i - 2
	for j > first+1 && (word(t, j) == "nhất" || word(t, j) == "ít" || word(t, j) == "thiểu" || word(t, j) == "tối" || word(t, j) == "khoảng") {
		j--
	}
	if j <= first {
		return false
	}
	switch word(t, j-1) + " " + word(t, j) {
	case "kiểm tra", "giám sát", "khảo sát", "tập huấn", "bồi dưỡng", "rà soát", "dự ở":
		return true
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
	case "xét", "theo":
		return word(t, i+1) == "đề" && word(t, i+3) == "của" // what a decision is made on
	case "căn", "thực", "chỉ", "quyết", "kế", "thi", "hướng", "quán", "nghị":
		for j := i + 2; j < min(i+6, cl.Last-1); j++ { // "Thực hiện Chỉ thị số 35-CT/TW …; Kế hoạch số …"
			if word(t, j) == "số" && t.Tokens[j+1].Kind == scan.Number && (j == i+2 || j == i+4) {
				return word(t, i) != "quán" || cl.Sentence < titleReach+3
			}
			if j == i+4 && word(t, i) == "căn" && t.Tokens[j].Kind == scan.Number {
				return true // "Căn cứ Chỉ thị 36-CT/TW …"
			}
		}
	case "về":
		return word(t, i+1) == "việc" && cl.Sentence < titleReach+3 && !t.Is(t.Sentences[cl.Sentence].Last-1, '.') // the title of a letter
	case "xin":
		return word(t, i+1) == "chúc"
	case "kí":
		return word(t, i+1) == "tên"
	case "quá":
		return word(t, i+1) == "trình" && cl.Demand < 0 && !x.names(t, i, cl.Last)
	case "nơi":
		return word(t, i+1) == "nhận"
	case "kinh":
		return word(t, i+1) == "phí" && (t.Is(i+2, ':') && t.Tokens[i+3].Kind == scan.Number)
	}
	if hits := t.HitsIn(x.closings, i, cl.Last); len(hits) > 0 {
		return word(t, hits[0].First) != "để" || word(t, hits[0].First+4) == "biết"
	}
	return false
}

// closings are words of such phrases: "chịu trách nhiệm thi hành Quyết định này".
var closings = []string{"trách nhiệm thi", "để các cấp", "thi hành quyết"}

// names reports whether behind a comma or the word that asks somebody is named who is
// to do something: "Quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh …".
func (x *Task) names(t *scan.Text, first, last int32) bool {
	for _, h := range t.HitsIn(x.addressees, first, last) {
		if b := h.First - 1; t.Is(b, ',') || word(t, b) == "nghị" || word(t, b) == "các" && t.Is(b-1, ',') {
			return true
		}
	}
	return false
}
