package judgement

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// TaskConfig sets the words of demands.
type TaskConfig struct {
	Addressees []string `yaml:"addressees"` // who is asked: các cấp ủy, ban tổ chức
	Deadlines  []string `yaml:"deadlines"`  // words before a deadline: trước ngày, chậm nhất
}

// Task finds demands on future congress work.
type Task struct {
	id         string
	c          *common
	g          *grammar.Grammar
	addressees *scan.Class
	deadlines  *scan.Class
}

// NewTask makes the extractor of a rule.
func NewTask(id string, c TaskConfig, env *kind.Env) (*Task, error) {
	common, err := newCommon(env)
	if err != nil {
		return nil, err
	}
	return &Task{id: id, c: common, g: env.Grammar, addressees: words(env, "addressees", c.Addressees), deadlines: words(env, "deadlines", c.Deadlines)}, nil
}

// Facts emits a fact per clause that demands congress work. A clause after a
// semicolon goes on with the demand of the one before.
func (x *Task) Facts(t *scan.Text, emit func(report.Fact)) {
	scope := x.c.inScope(t)
	sentence := -1
	demanded, addressee := false, ""
	handed, block := false, -1 // the paragraph, or the conclusion, hands out work
	listed := -1               // the sentence that lists what is to be mended
	clauses := x.c.reader.Clauses(t)
	for i, cl := range clauses {
		if i > 0 && x.onlyDue(t, clauses[i-1], cl) {
			continue // it is of the demand before it
		}
		if i+1 < len(clauses) && x.onlyDue(t, cl, clauses[i+1]) {
			cl.Last = clauses[i+1].Last
		}
		if cl.Sentence != sentence {
			sentence, demanded, addressee = cl.Sentence, false, ""
		}
		if b := t.Sentences[cl.Sentence].Block; b != block {
			handed, block = handed && decides(t), b
		}
		if topic, _ := x.c.scope.Range(t, cl.First, cl.Last); !scope[cl.Sentence] || topic != "" || cl.Part == discourse.Causes || cl.Heading {
			demanded = false
			continue
		}
		if listed == cl.Sentence {
			continue // what is to be mended is listed, not asked
		}
		goes := (demanded && (cl.Goes || x.onward(t, cl)) || x.prescribed(t, cl) || handed && x.handedOut(t, cl)) && cl.Last-cl.First >= 4
		handed = handed || cl.Demand >= 0
		if cl.Demand < 0 && !goes && !x.urged(t, cl) || x.condition(t, cl) || x.formula(t, cl) || t.Is(cl.Last-1, ':') || x.target(t, cl) {
			continue
		}
		if !goes && cl.Part != discourse.Tasks && !cl.Listed && !x.about(t, cl) && !(decides(t) && cl.Demand == afterLabel(t, cl)) {
			continue
		}
		demanded = true
		if prescribes(t) && x.lists(t, cl) {
			listed = cl.Sentence
		}
		whom := addressee
		if first, last, ok := x.addressee(t, cl); ok {
			addressee = t.String(first, last)
			whom = addressee
		} else if x.another(t, cl) {
			whom = ""
		}
		x.emit(t, cl, whom, emit)
	}
}

// decides reports whether a document is what a body decided: from its first order on
// each paragraph that begins with somebody orders him.
func decides(t *scan.Text) bool {
	switch t.Identity.Type {
	case "decision", "conclusion", "notice":
		return true
	}
	return false
}

// onlyDue reports whether a clause only says by when the one before it in its sentence
// is to be done: "…; hoàn thành trước ngày 30/6/2020".
func (x *Task) onlyDue(t *scan.Text, before, cl discourse.Clause) bool {
	if cl.Sentence != before.Sentence || cl.Last-cl.First > 14 {
		return false
	}
	i := cl.First
	switch word(t, i) + " " + word(t, i+1) {
	case "hoàn thành", "hoàn tất", "kết thúc", "thực hiện":
		i += 2
	}
	if word(t, i) == "xong" {
		i++
	}
	_, due := t.At(x.deadlines, i)
	if !due && i > cl.First {
		_, due = t.At(x.deadlines, cl.First)
	}
	return due && i > cl.First
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

// another reports whether a clause has a subject of its own before its "phải" or
// "cần", so that it asks nobody named before: "…; báo cáo chính trị phải ngắn gọn".
func (x *Task) another(t *scan.Text, cl discourse.Clause) bool {
	if cl.Demand < 0 || cl.Demand < afterLabel(t, cl)+2 {
		return false
	}
	w := word(t, cl.Demand)
	return w == "phải" || w == "cần"
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

// dueBy reports whether a clause sets a day by which something is to be done: "Đại
// hội cấp cơ sở không quá 02 ngày, hoàn thành trước 30/6/2025".
func (x *Task) dueBy(t *scan.Text, cl discourse.Clause) bool {
	for _, h := range t.HitsIn(x.deadlines, cl.First, cl.Last) {
		switch word(t, h.First-1) {
		case "thành", "xong", "thúc", "tất":
			return true
		}
		switch word(t, h.First) {
		case "hoàn", "xong":
			return true
		}
		if t.Is(h.First-1, ':') { // "Đại hội Đảng bộ huyện: trong tháng 8/2020"
			return true
		}
	}
	return false
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

// ahead reports whether a clause sets a day that lies ahead: in a report an earlier
// one is told. Where the text has no date any does.
func (x *Task) ahead(t *scan.Text, cl discourse.Clause) bool {
	if t.Identity.Type != "report" && t.Identity.Type != "resolution" {
		for _, h := range t.HitsIn(x.deadlines, cl.First, cl.Last) {
			w := word(t, h.Last)
			if h.Last-h.First > 1 || h.First > afterLabel(t, cl) || w != "đại" && w != "khi" { // "Trước đại hội, …" only tells when
				return true
			}
		}
		return false
	}
	d := x.deadline(t, cl)
	return !d.IsZero() && !t.Identity.Date.IsZero() && t.Identity.Date.Before(d)
}

// condition reports whether a clause says what persons must be: "Người tái cử
// phải còn ít nhất 48 tháng công tác".
func (x *Task) condition(t *scan.Text, cl discourse.Clause) bool {
	if cl.Demand < 0 || word(t, cl.Demand) != "phải" {
		return false
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

// about reports whether a demand is on congress work: the clause names it, or
// the sentence does.
func (x *Task) about(t *scan.Text, cl discourse.Clause) bool {
	s := t.Sentences[cl.Sentence]
	return t.Has(x.c.congress, x.c.behindSpeaker(t, cl.First), cl.Last) || t.Has(x.c.congress, x.c.behindSpeaker(t, s.First), s.Last)
}

// behindSpeaker returns the token behind a congress that only speaks at the start
// of a sentence: what "Đại hội xác định phải" asks for need not be about it.
func (c *common) behindSpeaker(t *scan.Text, i int32) int32 {
	h, ok := t.At(c.meeting, i)
	if !ok {
		return i
	}
	for j := h.Last; j < min(h.Last+6, int32(len(t.Tokens))); j++ {
		switch word(t, j) + " " + word(t, j+1) {
		case "xác định", "đề ra", "thông qua", "nhấn mạnh", "quyết nghị", "quyết định", "thống nhất", "đặt ra", "chỉ rõ", "yêu cầu", "iêu cầu", "đề nghị":
			return j
		}
	}
	return i
}

// addressee returns the tokens of who is asked: directly before the word that
// demands, or behind it ("đề nghị các đảng bộ …").
func (x *Task) addressee(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	if first, last, ok := x.addressed(t, cl); ok {
		return first, last, true
	}
	if cl.Demand < 0 {
		return x.subject(t, cl)
	}
	if first, last, ok := x.begins(t, cl); ok {
		return first, last, true
	}
	before := t.HitsIn(x.addressees, max(cl.First, cl.Demand-16), cl.Demand)
	w := word(t, cl.Demand)
	asks := w == "đề" || w == "iêu" || w == "yêu" || w == "giao" || w == "kiến" || w == "lưu" || w == "nhắc" || w == "mong" || w == "gợi" || w == "khuyến" || w == "đồng"
	if asks { // who is asked stands behind: đề nghị, yêu cầu, giao, kiến nghị
		before = nil
	}
	if n := len(before); n > 0 && x.qualified(t, before[0], cl) {
		return x.counted(t, before[0].First, cl.First), cl.Demand, true
	}
	if n := len(before); n > 0 && cl.Demand-x.named(t, before[n-1].Last, cl.Demand) <= 3 {
		first, last = before[n-1].First, x.named(t, before[n-1].Last, cl.Demand)
		for i := n - 2; i >= 0 && first-before[i].Last <= 1; i-- { // "các địa phương, đơn vị"
			first = before[i].First
		}
		return x.counted(t, first, cl.First), last, true
	}
	if !asks {
		if first, last, ok := x.phrase(t, cl); ok {
			return first, last, true
		}
	}
	from := x.behindTime(t, cl)
	after := t.HitsIn(x.addressees, from, min(from+12, cl.Last))
	if !asks || len(after) == 0 || after[0].First > from+5 { // "Kiện toàn Ban Thường vụ" asks nobody
		return 0, 0, false
	}
	return x.counted(t, after[0].First, cl.Demand), x.list(t, after[0], cl), true
}

// behindTime returns the token behind the time that stands between the word that
// demands and who is asked, "đề nghị sau đại hội, Đảng ủy xã …", else that word.
func (x *Task) behindTime(t *scan.Text, cl discourse.Clause) int32 {
	switch word(t, cl.Demand+2) {
	case "sau", "ngay", "trong", "trước", "từ", "thời":
		for i := cl.Demand + 3; i < min(cl.Demand+12, cl.Last); i++ {
			if t.Is(i, ',') {
				return i + 1
			}
		}
	}
	return cl.Demand
}

// begins returns who begins a clause and is set to work by the verb behind him, before
// a comma and the word that demands: nobody named later is asked, as in "Các đảng ủy
// chủ động tạo nguồn, đề xuất Ban Thường vụ …".
func (x *Task) begins(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	first, last, ok = x.subject(t, cl)
	if !ok || last >= cl.Demand || !urges[word(t, last)+" "+word(t, last+1)] {
		return 0, 0, false
	}
	for i := last; i < cl.Demand; i++ {
		if t.Is(i, ',') {
			return first, last, true
		}
	}
	return 0, 0, false
}

// qualified reports whether a word of who is asked begins the clause and is
// qualified up to the word that demands: "Các đảng bộ còn thiếu phó bí thư phải …".
func (x *Task) qualified(t *scan.Text, h scan.Hit, cl discourse.Clause) bool {
	if h.First > afterLabel(t, cl)+1 || cl.Demand-h.First > 2*longestName {
		return false
	}
	for i := h.Last; i < cl.Demand; i++ {
		if t.Tokens[i].Kind != scan.Word {
			return false
		}
	}
	switch word(t, x.named(t, h.Last, cl.Demand)) {
	case "còn", "chưa", "thuộc", "nơi", "đang":
		return true
	}
	return false
}

// addressed returns who is asked before a colon: "Với các đảng ủy trực thuộc: …",
// "Đối với Tỉnh ủy: …".
func (x *Task) addressed(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	i := afterLabel(t, cl)
	switch word(t, i) {
	case "với":
		i++
	case "đối":
		i += 2
	default:
		return 0, 0, false
	}
	h, ok := t.At(x.addressees, i)
	if !ok && word(t, i) == "các" {
		h, ok = t.At(x.addressees, i+1)
	}
	if !ok {
		return 0, 0, false
	}
	last = x.list(t, h, cl)
	if !t.Is(last, ':') {
		return 0, 0, false
	}
	return i, last, true
}

// list returns the end of an addressee with those that are joined to it, and
// with its name: "các chi bộ, đảng bộ", "Đảng ủy xã Thu Ngạc".
func (x *Task) list(t *scan.Text, h scan.Hit, cl discourse.Clause) int32 {
	last := x.toVerb(t, x.named(t, h.Last, cl.Last), cl.Last)
	for _, g := range t.HitsIn(x.addressees, last, cl.Last) {
		joined := g.First-last == 0 || g.First-last == 1 && (t.Is(last, ',') || word(t, last) == "và")
		if !joined {
			break
		}
		last = x.toVerb(t, x.named(t, g.Last, cl.Last), cl.Last)
	}
	return last
}

// longestName is how many words of an addressee may follow its capitals: "Chi bộ
// Bảo hiểm xã hội", "Trạm Quản lý du lịch", "các đảng bộ còn thiếu phó bí thư".
const longestName = 6

// toVerb takes the words up to the verb that says what is asked into a name.
func (x *Task) toVerb(t *scan.Text, last, end int32) int32 {
	if word(t, last) == "các" { // "Đảng ủy các công ty, nhà máy"
		for i := last; i < min(last+2*longestName, end) && (t.Tokens[i].Kind == scan.Word || t.Is(i, ',')); i++ {
			if asked[word(t, i)+" "+word(t, i+1)] || asked[word(t, i)] {
				return i
			}
		}
	}
	for i := last; i < min(last+longestName, end); i++ {
		if word(t, i) == "được" && asked[word(t, i+1)+" "+word(t, i+2)] {
			return i // "Đồng ý cho Đảng ủy Khối Doanh nghiệp tỉnh được kiện toàn …"
		}
		if t.Tokens[i].Kind != scan.Word || x.starts(t, i) || tells[word(t, i)] {
			return last
		}
		if asked[word(t, i)+" "+word(t, i+1)] || asked[word(t, i)] {
			return i
		}
	}
	return last
}

// tells are words that tell something of a name before a verb follows, folded.
var tells = map[string]bool{"còn": true, "đã": true, "được": true, "chưa": true, "sẽ": true, "bị": true, "là": true, "và": true, "vẫn": true, "khi": true, "sau": true}

// asked are the verbs that begin what is asked of somebody, folded.
var asked = map[string]bool{
	"phải": true, "cần": true, "chuẩn bị": true, "hoàn chỉnh": true, "hoàn thiện": true, "hoàn thành": true, "hướng dẫn": true, "tham mưu": true,
	"phối hợp": true, "chủ trì": true, "tổ chức": true, "xây dựng": true, "rà soát": true, "theo dõi": true, "đôn đốc": true, "kiểm tra": true,
	"giám sát": true, "báo cáo": true, "lập": true, "trình": true, "gửi": true, "ban hành": true, "dự thảo": true, "bổ sung": true, "bố trí": true,
	"khắc phục": true, "rút kinh": true, "tiếp tục": true, "tập trung": true, "khẩn trương": true, "chủ động": true, "sớm": true, "tăng cường": true,
	"đổi mới": true, "kiện toàn": true, "giải quyết": true, "thẩm tra": true, "thẩm định": true, "phân công": true, "quán triệt": true, "triển khai": true,
	"tuyên truyền": true, "chỉ đạo": true, "lãnh đạo": true, "nghiêm túc": true, "chịu trách": true, "căn cứ": true, "thực hiện": true, "làm": true,
	"cụ thể": true, "bầu": true, "xem xét": true, "quy định": true, "qui định": true, "sửa": true, "cho": true, "nghiên cứu": true, "đề xuất": true, "xác minh": true, "kết luận": true, "hỗ trợ": true, "đẩy mạnh": true, "định hướng": true, "bám sát": true, "giúp": true, "tổng hợp": true, "hoàn tất": true, "kịp thời": true, "dự": true, "trực tiếp": true, "giải trình": true, "quan tâm": true, "giảm": true, "tăng": true, "coi trọng": true, "chú ý": true, "chú trọng": true, "thường xuyên": true, "tích cực": true, "nắm": true, "vận động": true, "lựa chọn": true, "giới thiệu": true, "sắp xếp": true, "điều chỉnh": true, "bàn giao": true, "tiếp thu": true, "tiếp nhận": true, "xử lí": true, "soạn": true, "biên soạn": true, "biên tập": true, "in": true, "cung cấp": true, "truyền đạt": true, "thông báo": true, "phổ biến": true, "học tập": true, "cân nhắc": true, "lưu ý": true, "thành lập": true, "cập nhật": true, "thẩm duyệt": true, "duyệt": true, "công khai": true, "mở": true, "lấy": true, "hãy": true, "đánh giá": true, "thống nhất": true, "nhận": true, "có": true, "đăng kí": true, "nâng cao": true, "ưu tiên": true, "tạo": true, "gương mẫu": true, "không": true, "cử": true, "chấp hành": true, "bảo đảm": true, "đảm bảo": true,
}

// named returns the end of an addressee's name: capitals, a second kind of unit
// ("Đảng ủy xã, phường"), and what tells which ("phụ trách huyện", "còn lại").
func (x *Task) named(t *scan.Text, last, end int32) int32 {
	for last < end {
		switch {
		case t.Tokens[last].Kind == scan.Word && t.Tokens[last].Upper:
			last++
		case t.Is(last, ',') && last+1 < end && unitWord(word(t, last+1)) && !x.starts(t, last+1):
			last += 2
			if w := word(t, last-1) + " " + word(t, last); last < end && (w == "đặc khu" || w == "thị trấn" || w == "thị xã" || w == "cơ quan" || w == "đơn vị") {
				last++
			}
		case last+1 < end && t.Tokens[last+1].Upper && innerWord(word(t, last)):
			last += 2
		case (word(t, last-1) == "bộ" || word(t, last-1) == "uỷ" || word(t, last-1) == "ủy") && unitWord(word(t, last)):
			last++
			if w := word(t, last-1) + " " + word(t, last); last < end && (w == "cơ sở" || w == "cơ quan" || w == "đơn vị") {
				last++
			}
		case t.Tokens[last].Kind == scan.Word && t.Tokens[last-1].Upper && offices[word(t, last-1)+" "+word(t, last)]:
			last++
		case word(t, last) == "khoá" && last+1 < end && (word(t, last+1) == "tới" || word(t, last+1) == "này" || word(t, last+1) == "sau"):
			last += 2
		case word(t, last) == "khoá" || word(t, last) == "mới":
			last++
		case last+1 < end && (t.Is(last, ',') || word(t, last) == "và") && t.Tokens[last-1].Upper && t.Tokens[last+1].Upper && !t.Tokens[last+1].AllUpper && !organised[word(t, last+1)]:
			last += 2 // "các huyện ủy Yên Lập, Thanh Sơn"
		case last+1 < end && (word(t, last) == "còn" && word(t, last+1) == "lại" || word(t, last) == "trực" && word(t, last+1) == "thuộc" || word(t, last) == "cùng" && word(t, last+1) == "cấp" || word(t, last) == "lâm" && word(t, last+1) == "thời"):
			last += 2
		case last+2 < end && word(t, last) == "phụ" && word(t, last+1) == "trách":
			last += 3
		default:
			return last
		}
	}
	return last
}

// offices are words of two syllables in the names of offices and boards, of which only
// the first has a capital, folded: "Tiểu ban Phục vụ", "Phòng Tổ chức cán bộ".
var offices = map[string]bool{
	"phục vụ": true, "tuyên truyền": true, "văn kiện": true, "nhân sự": true, "nội dung": true, "tổ chức": true, "hậu cần": true, "xây dựng": true, "kiểm tra": true,
	"thông tin": true, "tài chính": true, "hành chính": true, "bảo vệ": true, "khánh tiết": true, "cảnh sát": true, "tham mưu": true, "chính trị": true, "dân vận": true, "nội chính": true,
	"công tác": true, "kế hoạch": true, "giáo dục": true, "y tế": true, "lễ tân": true, "an ninh": true, "tổng hợp": true, "quản trị": true,
}

// starts reports whether an addressee begins at a token.
func (x *Task) starts(t *scan.Text, i int32) bool {
	_, ok := t.At(x.addressees, i)
	return ok
}

// innerWord tells small words inside names: "Công ty Cấp nước".
func innerWord(w string) bool {
	switch w {
	case "ty", "ti", "xã", "huyện", "phường", "tỉnh", "quận":
		return true
	}
	return false
}

func unitWord(w string) bool {
	switch w {
	case "phường", "xã", "huyện", "quận", "thị", "cơ", "đơn", "ngành", "đặc":
		return true
	}
	return false
}

// counted takes a number and "các" before an addressee into it: "24 đảng bộ còn
// lại".
func (x *Task) counted(t *scan.Text, first, from int32) int32 {
	if b := first - 1; b >= from && (t.Tokens[b].Kind == scan.Number && !t.Is(b-1, '/') && word(t, b-1) != "ngày" && word(t, b-1) != "năm" || word(t, b) == "các") {
		return b
	}
	return first
}

// phrase returns the words between the start of a clause and the word that
// demands, when they are a name: "Chi bộ Trường THCS Minh Đài cần …".
func (x *Task) phrase(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	first, last = afterLabel(t, cl), cl.Demand
	if last-first < 2 || last-first > 12 || !t.Tokens[first].Upper {
		return 0, 0, false
	}
	capitals := 0
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind != scan.Word && t.Tokens[i].Kind != scan.Number {
			return 0, 0, false
		}
		if t.Tokens[i].Upper && i > first {
			capitals++
		}
	}
	if organised[word(t, first)] {
		return first, last, capitals > 0
	}
	return 0, 0, false
}

func (x *Task) emit(t *scan.Text, cl discourse.Clause, addressee string, emit func(report.Fact)) {
	first, last := max(x.begin(t, cl), afterLabel(t, cl)), cl.Last
	for first < last && t.Tokens[first].Kind == scan.Punct {
		first++
	}
	for last > first && t.Tokens[last-1].Kind == scan.Punct && !t.Is(last-1, ')') && !t.Is(last-1, '"') {
		last--
	}
	if last-first < 3 {
		return
	}
	span := t.Span(first, last)
	f := report.Fact{Table: "tasks", Rule: x.id, Span: span, Fields: t.Room(3)}
	f.Set("text", report.Text(vn.Squeeze(t.Doc.At(span))))
	f.Set("addressee", report.Text(addressee))
	f.Set("deadline", report.Day(x.deadline(t, cl)))
	if addressee == "" && cl.Part != discourse.Tasks && !cl.Listed {
		f.Doubt("no_addressee") // nobody is asked, and the place does not say that it is a task
	}
	if !t.Has(x.c.congress, cl.First, cl.Last) {
		f.Doubt("topic_before") // only a sentence before it tells that it is on congress work
	}
	emit(f)
}

// subject returns the addressee that begins a clause.
func (x *Task) subject(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	first = afterLabel(t, cl)
	if i := x.counts(t, cl); i > cl.First {
		first = i
	} else if i := adverbial(t, cl); i > cl.First {
		first = i
	}
	if prescribes(t) {
		first = behindTopic(t, cl, first)
	}
	h, ok := t.At(x.addressees, first)
	if !ok && first+1 < cl.Last && t.Fold(first) == "các" {
		h, ok = t.At(x.addressees, first+1)
	}
	if !ok {
		last = x.titled(t, first, cl.Last)
		return first, last, last > first
	}
	last = x.list(t, h, cl)
	switch word(t, last) { // "Các đơn vị chưa đại hội khẩn trương …"
	case "còn", "chưa", "đang", "nơi", "bầu", "có", "thiếu", "khuyết":
		for i := last + 1; i < min(last+14, cl.Last) && (t.Tokens[i].Kind == scan.Word || t.Is(i, ',')); i++ {
			if urges[word(t, i)+" "+word(t, i+1)] && !t.Is(i-1, ',') {
				return first, i, true
			}
		}
	}
	return first, last, true
}

// urges are verbs that set their subject to work.
var urges = map[string]bool{"khẩn trương": true, "tập trung": true, "tiếp tục": true, "chủ động": true, "nghiêm túc": true, "sớm hoàn": true, "phải chuẩn": true}

// titled returns the end of the name of an organisation that stands before a verb
// of asking: "Tổng cục Chính trị hướng dẫn …", "Trạm Quản lý du lịch phối hợp …".
func (x *Task) titled(t *scan.Text, first, end int32) int32 {
	if first+2 >= end || !t.Tokens[first].Upper || t.Tokens[first].AllUpper || !organised[word(t, first)] {
		return first
	}
	capitals := 0
	for i := first + 1; i < min(first+10, end); i++ {
		if t.Tokens[i].Kind != scan.Word {
			return first
		}
		if word(t, i) == "cần" && word(t, i-1) == "hậu" {
			continue
		}
		if !t.Tokens[i].Upper && !offices[word(t, i-1)+" "+word(t, i)] && (asked[word(t, i)+" "+word(t, i+1)] || asked[word(t, i)]) {
			if capitals == 0 {
				return first
			}
			return i
		}
		if t.Tokens[i].Upper {
			capitals++
		}
	}
	return first
}

// organised are the first words of the names of organisations, folded.
var organised = map[string]bool{
	"chi": true, "đảng": true, "ban": true, "công": true, "trạm": true, "văn": true, "ủy": true, "uỷ": true, "sở": true, "phòng": true, "trung": true, "trường": true,
	"hội": true, "đoàn": true, "bộ": true, "thường": true, "tổ": true, "huyện": true, "tỉnh": true, "thành": true, "mặt": true, "tổng": true, "cục": true, "quân": true, "báo": true, "đài": true, "tiểu": true, "viện": true, "liên": true,
}

// afterLabel returns the first word of a clause behind its number: "a)", "1.",
// "2.1-", "-".
func afterLabel(t *scan.Text, cl discourse.Clause) int32 {
	i := cl.First
	for i < cl.Last {
		switch {
		case t.Tokens[i].Kind != scan.Word:
			i++
		case i+1 < cl.Last && t.Tokens[i].End-t.Tokens[i].Start <= 2 && (t.Is(i+1, ')') || t.Is(i+1, '.')):
			i += 2
		default:
			return i
		}
	}
	return i
}

// begin returns where a demand begins: after the colon of a reported speech, at
// the one who is asked when he stands before the word that demands.
func (x *Task) begin(t *scan.Text, cl discourse.Clause) int32 {
	first := cl.First
	for i := cl.First; i < cl.Demand; i++ {
		if t.Is(i, ':') {
			first = i + 1
		}
	}
	if _, last, ok := x.addressed(t, cl); ok {
		return last + 1
	}
	if i := x.counts(t, cl); i > first {
		first = i
	}
	if a, last, ok := x.addressee(t, cl); ok && last <= cl.Demand && a > first {
		return a
	}
	return first
}

// counts returns the token behind what numbers the demands of a speech: "Một là,",
// "Thứ hai,".
func (x *Task) counts(t *scan.Text, cl discourse.Clause) int32 {
	i := afterLabel(t, cl)
	if i+2 < cl.Last && (word(t, i+1) == "là" || word(t, i) == "thứ") && t.Is(i+2, ',') {
		switch word(t, i) {
		case "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "thứ":
			return i + 3
		}
	}
	return cl.First
}

// deadline reads the date after a word such as "trước ngày". A day and month
// without a year take the document's year when they lie after its date.
func (x *Task) deadline(t *scan.Text, cl discourse.Clause) report.Date {
	for _, h := range t.HitsIn(x.deadlines, cl.First, cl.Last) {
		for _, i := range []int32{h.Last, h.Last - 1} {
			if i < 0 || int(i) >= len(t.Tokens) {
				continue
			}
			w, ok := x.g.Date(t, i)
			if !ok {
				continue
			}
			if d := w.Date; !d.IsZero() {
				if (word(t, i) == "quí" || word(t, i-1) == "quí") && d.Month > 0 {
					d.Month += 2 // "trong quý IV" ends with its last month
				}
				return d
			}
			if y := t.Identity.Date.Year; y > 0 {
				d, fine := report.NewDate(y, w.Month, w.Day)
				if fine && (!d.Before(t.Identity.Date) || w.Day == 0 && w.Month == t.Identity.Date.Month) {
					return d
				}
			}
		}
		year := h.Last - 1
		if word(t, h.Last) == "năm" { // "xong trong năm nay"
			year = h.Last
		}
		if y := t.Identity.Date.Year; y > 0 && word(t, year) == "năm" && (word(t, year+1) == "nay" || word(t, year+1) == "này") {
			return report.Date{Year: y, Precision: report.Year}
		}
		if d := x.dotted(t, h.Last); !d.IsZero() {
			return d
		}
	}
	return report.Date{}
}

// dotted reads "30.6" behind a word that sets a deadline, in the document's year.
func (x *Task) dotted(t *scan.Text, i int32) report.Date {
	if int(i) >= len(t.Tokens) || t.Tokens[i].Kind != scan.Number || t.Identity.Date.Year == 0 {
		return report.Date{}
	}
	day, month, _ := strings.Cut(t.Word(i), ".")
	if y, err := strconv.Atoi(month); err == nil && y > 2000 && word(t, i-1) == "tháng" { // tháng 3.2016
		if m, err := strconv.Atoi(day); err == nil && m >= 1 && m <= 12 {
			return report.Date{Year: y, Month: m, Precision: report.Month}
		}
	}
	m, err := strconv.Atoi(month)
	if err != nil {
		return report.Date{}
	}
	n, err := strconv.Atoi(day)
	if err != nil {
		return report.Date{}
	}
	d, _ := report.NewDate(t.Identity.Date.Year, m, n)
	return d
}
