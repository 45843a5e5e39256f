package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/extractors/scope"
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
	months     *scan.Class // words for a part of a year that a number follows
	followups  *scan.Class // what is to be done once a congress is over
	closings   *scan.Class // see formula
	matters    *scan.Class // what is of the Party's life without a word of congresses
	quarters   *scan.Class // quarters of a year that the text does not tell
	leftover   *scan.Class // what a congress leaves to be done, whoever is asked
}

// NewTask makes the extractor of a rule.
func NewTask(id string, c TaskConfig, env *kind.Env) (*Task, error) {
	common, err := newCommon(env)
	if err != nil {
		return nil, err
	}
	return &Task{id: id, c: common, g: env.Grammar, addressees: words(env, "addressees", c.Addressees), deadlines: words(env, "deadlines", c.Deadlines), months: words(env, "months", []string{"tháng", "quý"}), followups: words(env, "followups", followups), matters: words(env, "matters", matters), closings: words(env, "closings", closings), leftover: words(env, "leftover", leftover), quarters: words(env, "quarters", []string{"trong {quý|quí} {I|II|III|IV}", "trong tuần {này|tới|sau|đầu|cuối}", "trong tháng {này|tới|sau}"})}, nil
}

// Facts emits a fact per clause that demands congress work. A clause after a
// semicolon goes on with the demand of the one before.
func (x *Task) Facts(t *scan.Text, emit func(report.Fact)) {
	about := x.c.inScope(t)
	sentence := -1
	demanded, addressee := false, ""
	handed, block := false, -1 // the paragraph, or the conclusion, hands out work
	listed := -1               // the sentence that lists what is to be mended
	under := ""                // whom the heading above names
	concluded := false         // minutes have come to what was decided
	asking := -2               // the last sentence that asked
	var due report.Date        // the day that a lead of the sentence sets for what follows
	points, pointed := -1, ""  // the paragraph that goes on with points that were announced, and whom they are for
	congress := x.ofCongresses(t)
	clauses := x.c.reader.Clauses(t)
	for i, cl := range clauses {
		if i > 0 && x.onlyDue(t, &clauses[i-1], &clauses[i]) {
			continue // it is of the demand before it
		}
		if i+1 < len(clauses) && x.onlyDue(t, &clauses[i], &clauses[i+1]) {
			cl.Last = clauses[i+1].Last
		}
		if cl.Sentence != sentence {
			sentence, demanded, addressee, due = cl.Sentence, false, "", x.leadDue(t, cl)
			if whom, head := x.heads(t, cl); head {
				under, concluded = whom, concludes(t, cl)
			}
		}
		if b := t.Sentences[cl.Sentence].Block; b != block {
			handed, block = handed && decides(t) || concluded, b
		}
		next := cl.First == t.Sentences[cl.Sentence].First && cl.Sentence > 0 && asking == cl.Sentence-1 && t.Sentences[asking].Block == block
		if next && x.ofEconomy(t, cl) {
			asking = cl.Sentence // on other work, among what is asked
		}
		next = next && x.follows(t, cl)
		if !about[cl.Sentence] && !next && !(congress && (cl.Demand >= 0 || demanded && cl.Goes) && (t.Identity.Type == "minutes" || t.Has(x.leftover, cl.First, t.Sentences[cl.Sentence].Last))) {
			demanded = false
			continue
		}
		if i := behindConclusion(t, cl); i > cl.First {
			cl.First, handed = i, true
		}
		if cl.Demand < 0 {
			cl.Demand = max(x.should(t, cl), assigns(t, cl))
		}
		if !demanded && !handed && points != block && !next && !x.mayDemand(t, &cl) {
			continue
		}
		if topic, _ := x.c.scope.Range(t, cl.First, cl.Last); topic != "" && !x.barsPeople(t, cl, topic) && !x.sources(t, cl, topic) || cl.Part == discourse.Causes || cl.Heading || x.lesson(t, cl) || numberedHead(t, cl) {
			demanded = false
			continue
		}
		if listed == cl.Sentence {
			continue // what is to be mended is listed, not asked
		}
		goes := (demanded && (cl.Goes || x.onward(t, cl)) || x.prescribed(t, cl) || x.labelled(t, cl) || handed && (x.handedOut(t, cl) || x.handedOn(t, cl))) && cl.Last-cl.First >= 4
		goes = goes || next
		handed = handed || cl.Demand >= 0
		if x.c.pointsOut(t, cl) {
			points = t.Sentences[cl.Sentence].Block
			if first, last, ok := x.addressee(t, cl); ok {
				pointed = t.String(first, beforeTime(t, first, last))
			} else {
				pointed = ""
			}
			continue
		}
		if points == t.Sentences[cl.Sentence].Block && cl.Demand < 0 && x.counts(t, cl) > cl.First && cl.First == t.Sentences[cl.Sentence].First {
			goes, addressee = cl.Last-cl.First >= 4, pointed
		}
		if cl.Demand < 0 && x.states(t, cl) {
			continue
		}
		if cl.Demand < 0 && !goes && !x.urged(t, cl) || x.condition(t, cl) || x.formula(t, cl) || acclaims(t, cl) || t.Is(cl.Last-1, ':') || x.target(t, cl) || proposes(t, cl) {
			continue
		}
		if x.ofOtherWork(t, cl) || titleOnly(t, cl) || goes && cl.Demand < 0 && cl.Goes && t.Identity.Type == "news" && !x.ofParty(t, cl) {
			continue
		}
		if !goes && cl.Part != discourse.Tasks && !cl.Listed && !x.about(t, cl) && !(decides(t) && (cl.Demand == afterLabel(t, cl) || received(t, cl))) {
			continue
		}
		demanded = true
		if prescribes(t) && x.lists(t, cl) {
			listed = cl.Sentence
		}
		whom := addressee
		first, last, ok := x.addressee(t, cl)
		if a, b, found := x.remaining(t, cl); found && cl.Demand < 0 {
			first, last, ok = a, b, true
		}
		if ok {
			if next {
				first = x.counted(t, first, cl.First) // "5 chi bộ thiếu chi ủy bổ sung …"
			}
			whom = t.String(first, beforeTime(t, first, last))
			if addressee == "" || !x.another(t, cl) {
				addressee = whom // "yêu cầu các xã …; chủ tọa phải …; hoàn thành …" goes on with the first
			}
		} else if x.another(t, cl) {
			whom = ""
		}
		if whom == "" && cl.Demand <= afterLabel(t, cl) && !x.another(t, cl) {
			whom = under
		}
		asking = cl.Sentence
		x.emit(t, cl, whom, due, emit)
	}
}

// leadDue returns the day before the colon of a sentence, by which all that follows it is to
// be done: "Việc của tháng 3/2031: chốt danh sách; …".
func (x *Task) leadDue(t *scan.Text, cl discourse.Clause) report.Date {
	for i := cl.First + 2; i < min(cl.First+2*longestName+4, cl.Last-2); i++ {
		if t.Is(i, ':') {
			cl.Last = i
			return x.deadline(t, cl)
		}
	}
	return report.Date{}
}

// ofOtherWork reports whether what a part on tasks asks for is of the economy or the life of
// the people and not of a congress: "Tập trung khắc phục hậu quả hạn hán, ổn định đời sống".
func (x *Task) ofOtherWork(t *scan.Text, cl discourse.Clause) bool {
	if cl.Part != discourse.Tasks || prescribes(t) || x.about(t, cl) || t.Has(x.addressees, cl.First, cl.Last) {
		return false
	}
	other := false
	for _, h := range t.HitsIn(x.c.aspects, cl.First, cl.Last) {
		switch y := x.c.subjects[h.Value]; {
		case y.aspect == alien:
			other = true
		case y.aspect != "" && !y.weak:
			return false
		}
	}
	return other
}

// matters are of the Party's life: a demand goes on with them where it names no congress.
var matters = []string{"tư tưởng", "đoàn kết", "cục bộ", "bè phái", "danh sách", "phiếu bầu", "lá phiếu", "hồ sơ", "cán bộ", "cấp ủy viên", "đảng viên", "chi ủy", "nhiệm kỳ", "nghị quyết", "phân công", "ghế", "chức danh"}

// ofParty reports whether what goes on with a demand in news is on the congress or what it
// leaves to be done: "…; tập trung khơi thông hạ tầng cao tốc" is not.
func (x *Task) ofParty(t *scan.Text, cl discourse.Clause) bool {
	if first := afterLabel(t, cl); unitsNamed(t, first, cl.Last) > first {
		return true // another one is asked
	}
	return t.Has(x.matters, cl.First, cl.Last) || t.Has(x.c.evils, cl.First, cl.Last) || t.Has(x.c.congress, cl.First, cl.Last) || t.Has(x.followups, cl.First, cl.Last) || t.Has(x.addressees, cl.First, cl.Last) || t.Has(x.deadlines, cl.First, cl.Last) || t.Has(x.c.aspects, cl.First, cl.Last) || t.Has(x.c.troubles, cl.First, cl.Last)
}

// titleOnly reports whether a clause is the title of a document that begins with what it is
// about: "Rút kinh nghiệm đại hội chi bộ quý I/2025", or who issued it and when.
func titleOnly(t *scan.Text, cl discourse.Clause) bool {
	s := t.Sentences[cl.Sentence]
	if cl.Sentence > 3 || t.Is(s.Last-1, '.') || t.Is(s.Last-1, ';') || t.Is(s.Last-1, ':') {
		return false
	}
	if cl.Sentence == 0 && cl.Demand == s.First {
		switch word(t, cl.Demand) {
		case "rút", "khắc", "chuẩn", "tăng", "nâng", "phát", "tập", "đẩy", "chủ":
			return true
		}
	}
	for i := s.First + 1; i+2 < s.Last; i++ {
		if t.Is(i-1, ',') && word(t, i) == "ngày" && t.Tokens[i+1].Kind == scan.Number && s.Last-i <= 8 && cl.Demand < 0 {
			return true
		}
	}
	return false
}

// barsPeople reports whether discipline is only named to tell who may not stand, or what
// is to be looked into after a congress: "Không giới thiệu nhân sự đang bị xem xét kỷ luật".
func (x *Task) barsPeople(t *scan.Text, cl discourse.Clause, topic scope.Topic) bool {
	return topic == scope.Discipline && (prescribes(t) || decides(t)) && (t.Has(x.c.bodies, cl.First, cl.Last) || t.Has(x.c.ballot, cl.First, cl.Last) || t.Has(x.c.agents, cl.First, cl.Last) || t.Has(x.c.aspects, cl.First, min(cl.First+8, cl.Last)))
}

// sources reports whether the planning of cadres is only named as where the people of a
// committee or a congress are to come from: "tạo nguồn, đưa nữ vào quy hoạch cấp ủy", "rà soát
// quy hoạch để chuẩn bị nhân sự đại hội".
func (x *Task) sources(t *scan.Text, cl discourse.Clause, topic scope.Topic) bool {
	return topic == scope.Planning && (t.Has(x.c.meeting, cl.First, cl.Last) || t.Has(x.c.bodies, cl.First, cl.Last) || t.Has(x.leftover, cl.First, cl.Last))
}

// mayDemand reports whether a clause behind which nothing is demanded could demand: by a
// word, a day or its place. Most clauses of a report cannot.
func (x *Task) mayDemand(t *scan.Text, cl *discourse.Clause) bool {
	return cl.Demand >= 0 || cl.Part == discourse.Tasks || cl.Listed || prescribes(t) || records(t) || t.Identity.Type == "speech" && x.counts(t, *cl) > cl.First || t.Has(x.deadlines, cl.First, t.Sentences[cl.Sentence].Last)
}

// about reports whether a demand is on congress work: the clause names it, or
// the sentence does.
func (x *Task) about(t *scan.Text, cl discourse.Clause) bool {
	s := t.Sentences[cl.Sentence]
	return prescribes(t) || x.ofCongress(t, cl) || x.partyWork(t, cl) || x.leaves(t, cl) || t.Has(x.followups, cl.First, cl.Last) && t.Has(x.addressees, cl.First, cl.Last) || t.Has(x.c.congress, x.c.behindSpeaker(t, cl.First), cl.Last) || t.Has(x.c.congress, x.c.behindSpeaker(t, s.First), s.Last)
}

// leftover is what a congress leaves to be done: in a text about one it needs no word of
// congresses beside it.
var leftover = []string{"{bồi dưỡng|tập huấn} {|nghiệp vụ |kỹ năng |cho }{|cho }{cấp ủy viên|cấp ủy|bí thư|chi ủy|cán bộ {|người |nữ |trẻ |dân }}", "quy chế {làm việc|bầu cử|phối hợp|lãnh đạo}", "{|phương án |bầu }{bổ sung|kiện toàn}", "phương án nhân sự", "{hồ sơ|đề nghị|quyết định} chuẩn y", "hồ sơ nhân sự", "{phân công|giao} {|công tác |nhiệm vụ }{|cho }{từng |các |}{ủy viên|cấp ủy viên|đồng chí}", "chương trình hành động", "tạo nguồn", "chuẩn y", "nguồn {thay thế|kế cận|cán bộ|nhân sự|nữ|trẻ|cấp ủy}", "rà {|soát }{|lại }nguồn", "rà soát {|lại }{nhân sự|số cán bộ|hồ sơ|quy hoạch}", "{mẫu |lá |in |phát }phiếu", "kiểm phiếu", "kiểm điểm trách nhiệm", "kiểm điểm, {gửi|báo cáo|làm rõ}", "{đơn|đơn thư} tố cáo", "quy chế bầu", "vận động phiếu", "{giao|yêu cầu} ủy ban kiểm tra", "báo cáo kiểm điểm", "văn kiện", "ghi vào nghị quyết", "nghị quyết {đại hội|tới|đến|xuống}", "tài liệu {nghị quyết|hỏi đáp}", "{niêm yết|học tập|phổ biến|quán triệt|tuyên truyền|rà lại|video} nghị quyết", "kịch bản", "{thẩm tra|kiểm tra} tư cách", "bớt {phần |}{văn nghệ|chào mừng|thủ tục}", "thời gian thảo luận", "thảo luận tổ", "{gửi|phát|chuyển} {|trước }tài liệu", "tài liệu {họp|đại hội|sinh hoạt}", "tổng kết ngay", "góp ý văn kiện", "cấp ủy {mới|khóa mới}", "{chi ủy|đảng ủy|ban chấp hành} {|khóa }mới", "nộp góp ý", "{|độ |độ tuổi }tái cử", "{toàn văn|tài liệu} nghị quyết", "giữ khuyết", "cấp ủy viên mới"}

// ofCongresses reports whether a text is about congresses: its first lines name one.
func (x *Task) ofCongresses(t *scan.Text) bool {
	if x.c.scope.Document(t) != scope.In || len(t.Sentences) == 0 {
		return false
	}
	last := t.Sentences[min(9, len(t.Sentences)-1)].Last
	return t.Has(x.c.meeting, 0, last)
}

// leaves reports whether a demand in a text about congresses is on what one leaves to be
// done, or in minutes of one on anything but other work.
func (x *Task) leaves(t *scan.Text, cl discourse.Clause) bool {
	if cl.Demand < 0 && cl.Part != discourse.Tasks || !x.ofCongresses(t) {
		return false
	}
	if t.Has(x.leftover, cl.First, cl.Last) {
		i := afterLabel(t, cl)
		if i < cl.Last && word(t, i) == "sở" && t.Tokens[i].Upper {
			return false // what a department of the State is short of: "Sở A cần bổ sung bác sĩ"
		}
		return !x.ofEconomy(t, cl)
	}
	if cl.Demand >= 0 && (t.Has(x.addressees, cl.First, cl.Last) || t.Has(x.matters, cl.First, cl.Last)) && x.ofBodies(t, cl) && (!x.deadline(t, cl).IsZero() || t.Has(x.quarters, cl.First, cl.Last)) {
		return !x.ofEconomy(t, cl) // "đề nghị các huyện ủy hoàn thành trước ngày 31-8"
	}
	if cl.Demand >= 0 && namesAbove(t, cl) && t.Has(x.c.troubles, cl.First, cl.Last) {
		return !x.ofEconomy(t, cl) // "yêu cầu các xã sửa ngay hạn chế nêu trên"
	}
	switch t.Identity.Type {
	case "minutes", "notice", "conclusion", "interview", "speech":
	default:
		return false
	}
	if cl.Demand < 0 || t.Has(x.c.troubles, cl.First, cl.Last) || x.ofEconomy(t, cl) {
		return false
	}
	w := word(t, cl.Demand)
	return w == "phải" || w == "cần" || w == "đừng" || w == "chớ" || t.Identity.Type != "minutes" && (w == "chỉ" || w == "giao") // "Lần sau cần in 2 màu": what somebody proposes may be on a road
}

// namesAbove reports whether a clause points back to what the text has told: "hạn chế nêu
// trên", "các thiếu sót đã chỉ ra".
func namesAbove(t *scan.Text, cl discourse.Clause) bool {
	for i := max(cl.First, cl.Demand) + 2; i < cl.Last-1; i++ {
		switch word(t, i) + " " + word(t, i+1) {
		case "nêu trên", "đã nêu", "đã chỉ", "kể trên", "nói trên", "vừa nêu", "chế trên", "tại trên", "điểm trên", "sót trên", "kém trên":
			return true
		}
	}
	return false
}

// ofBodies reports whether those who are asked in a clause are of the Party, or units that
// have still to hold their congresses, and none of the State.
func (x *Task) ofBodies(t *scan.Text, cl discourse.Clause) bool {
	for i := cl.First; i < cl.Last-1; i++ {
		switch word(t, i) {
		case "ubnd", "hđnd", "sở":
			if word(t, i) != "sở" || t.Tokens[i].Upper {
				return false
			}
		case "nhân":
			if word(t, i+1) == "dân" && word(t, i-1) == "ban" {
				return false
			}
		}
	}
	return true
}

// ofEconomy reports whether a clause names work that is none of the Party's.
func (x *Task) ofEconomy(t *scan.Text, cl discourse.Clause) bool {
	for _, h := range t.HitsIn(x.c.aspects, cl.First, cl.Last) {
		if x.c.subjects[h.Value].aspect == alien {
			return true
		}
	}
	return false
}

// ofCongress reports whether what must be so is a paper or the course of a congress.
func (x *Task) ofCongress(t *scan.Text, cl discourse.Clause) bool {
	if cl.Demand < 0 {
		return false
	}
	of := x.c.amongBefore(t, cl.First, cl.Last, cl.Demand)
	return len(of) > 0 && !of[0].weak && (of[0].aspect == "documents" || of[0].aspect == "proceedings")
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

func (x *Task) emit(t *scan.Text, cl discourse.Clause, addressee string, due report.Date, emit func(report.Fact)) {
	first, last := max(x.begin(t, cl), afterLabel(t, cl)), cl.Last
	if i := accordingTo(t, first, cl); i > first {
		first = i
		last = beforeReason(t, first, last)
	}
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
	if d := x.deadline(t, cl); !d.IsZero() {
		due = d
	}
	f.Set("deadline", report.Day(due))
	if addressee == "" && cl.Part != discourse.Tasks && !cl.Listed {
		f.Doubt("no_addressee") // nobody is asked, and the place does not say that it is a task
	}
	if !t.Has(x.c.congress, cl.First, cl.Last) {
		f.Doubt("topic_before") // only a sentence before it tells that it is on congress work
	}
	emit(f)
}

// accordingTo returns the token behind the one whose view a demand is and the comma, "Còn
// theo đồng chí A, cần tạo nguồn …", the first token elsewhere.
func accordingTo(t *scan.Text, first int32, cl discourse.Clause) int32 {
	i := first
	switch word(t, i) {
	case "còn", "và", "song", "nhưng":
		i++
	}
	if word(t, i) == "theo" && personAt(t, i+1, cl.Last) > 0 && cl.Demand > i && t.Is(cl.Demand-1, ',') {
		return cl.Demand
	}
	return first
}

// beforeReason returns the end of what is asked before the reason for it: ", bởi …".
func beforeReason(t *scan.Text, first, last int32) int32 {
	for i := first + 4; i < last-1; i++ {
		if t.Is(i, ',') && (word(t, i+1) == "bởi" || word(t, i+1) == "vì") {
			return i
		}
	}
	return last
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
	if i := nextTime(t, cl); i > 0 {
		return i + 1
	}
	if _, last, ok := x.addressed(t, cl); ok {
		return last + 1
	}
	if _, colon := charged(t, cl); colon > 0 {
		return colon + 1
	}
	if i := x.counts(t, cl); i > first {
		first = i
	}
	if a, last, ok := x.addressee(t, cl); ok && last <= cl.Demand && a > first {
		return a
	}
	return first
}
