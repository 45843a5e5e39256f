package judgement

import (
	"strconv"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
)

// What a word for seats without holders says of them.
const (
	empty int32 = iota // khuyết, bỏ trống: what else is told decides
	voted              // không ai quá bán: they were voted on
	kept               // để lại: they wait for somebody
)

// vacancies are such words.
var vacancies = [][]string{
	{"thiếu", "khuyết", "hụt", "sót", "trống", "bỏ trống", "bỏ ngỏ", "còn trống", "còn thiếu", "còn khuyết", "{đành|chấp nhận} {thiếu|khuyết|trống}", "chưa {có|đủ} người", "chưa có nhân sự", "thay vì"},
	{"không ai {đủ|đạt|được|có} {|số }{phiếu|quá bán|quá nửa}", "không ai {quá bán|quá nửa|trúng}", "bầu {không|chưa} {được|trúng|đủ}", "{không|chưa} bầu được", "{không|chưa} {đủ|đạt} phiếu", "{không|thôi|dừng|ngừng} bầu {tiếp|thêm|nữa|lần hai|lần 2|lần thứ hai|vòng hai|vòng 2}"},
	{"để trống", "để ngỏ", "để khuyết", "để lại", "để dành", "dành lại", "chừa lại", "giữ lại", "chưa chỉ định", "chưa phân bổ", "tạm {|thời }{khuyết|để|chưa bầu}", "chủ động {khuyết|bầu thiếu|để}"},
}

// keeping are words by which seats wait for somebody and were not missed.
var keeping = []string{"để trống", "để ngỏ", "để khuyết", "để lại", "để dành", "dành lại", "dành {|riêng }cho", "chủ động", "chủ trương", "chủ ý", "{chờ|đợi} {|để |khi |có }{bổ sung|luân chuyển|điều động|sắp xếp|kiện toàn|nhân sự|cán bộ|người|tinh giản|cấp trên|huyện|tỉnh|thành|trung ương}", "{sẽ|dự kiến} {|được }{bổ sung|kiện toàn|bầu bổ sung|chỉ định}", "{bổ sung|kiện toàn} {sau|dần|trong nhiệm kỳ}", "để {|sau |sau này }{bổ sung|kiện toàn|luân chuyển|điều động}", "chưa {tìm|chuẩn bị|chọn|sắp xếp|bố trí|giới thiệu} được {|người|nhân sự|nguồn}", "{đợi|chờ} {điều động|luân chuyển}", "chưa được {điều động|bổ nhiệm|luân chuyển|phân công}", "để {bố trí|dành|luân chuyển}", "{để|chờ} {tỉnh|huyện|thành phố|cấp trên|trung ương|tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|ban thường vụ} {luân chuyển|điều động|tăng cường|bổ sung|bố trí|giới thiệu|chỉ định|sắp xếp}", "{chưa|không} {bố trí|chỉ định|sắp xếp} {|được }đủ", "{dành|để} {|riêng |lại }cho", "{chưa|không} có {|sẵn |đủ }{nhân sự|nguồn|người}", "đang chờ"}

// ordered words: a seat is kept for those above who said so, which is no shortcoming.
var byOrder = []string{"theo {|sự |tinh thần |ý kiến }{chỉ đạo|chủ trương|định hướng}", "{thực hiện|chấp hành} {|sự |ý kiến }{chỉ đạo|chủ trương}"}

// votes are words of a vote for a body, without its name.
var votes = []string{"bầu", "trúng", "trúng cử", "đắc cử", "kiểm phiếu", "quá bán", "quá nửa", "đủ phiếu", "vòng hai", "chỉ định", "danh sách bầu"}

// seatWords are the classes of words by which empty seats are told.
type seatWords struct {
	vacant, keeping, byOrder, votes, filled *scan.Class
}

func newSeatWords(env *kind.Env) seatWords {
	w := seatWords{vacant: env.Builder.Class("judgement.vacant"), keeping: words(env, "keeping", keeping), byOrder: words(env, "by_order", byOrder), votes: words(env, "votes", votes),
		filled: words(env, "filled", []string{"{đã|được} {|được }{bầu đủ|bổ sung|kiện toàn|lấp đầy|bầu bổ sung|giải quyết}", "{lấp|điền} {đầy|kín}"})}
	for what, list := range vacancies {
		for _, phrase := range list {
			add(w.vacant, phrase, int32(what))
		}
	}
	return w
}

// seatless returns where a unit tells in counted seats that some have no holder, and
// whether they wait for one or were missed: "hai ghế còn lại bỏ trống", "để lại 3 suất
// cho cán bộ luân chuyển", "bầu sót 1 ủy viên". Seats are those of the body that is
// named before, in the unit or the sentences before it, or behind.
func (x *Code) seatless(t *scan.Text, u unit) (scan.Hit, bool) {
	w := &x.c.seatWords
	if t.Has(w.filled, u.First, u.Last) || t.Has(w.byOrder, u.First, u.Last) {
		return scan.Hit{}, false
	}
	for _, h := range t.HitsIn(w.vacant, u.First, u.Last) {
		span, noun, ok := x.seated(t, u, h)
		if !ok || x.c.reader.Unreal(t, u.Clause, h.First) && h.Value != kept || x.c.reader.Earlier(t, u.Clause, h.First) || x.hasSeats(t, u, h) || noneOf(t, span.First) {
			continue
		}
		what := h.Value
		s := t.Sentences[u.Sentence]
		switch {
		case what != empty:
		case x.c.appointed(t, scan.Sentence{First: max(s.First, h.First-longestWaiting), Last: min(s.Last, h.Last+longestWaiting)}), word(t, h.First) == "khuyết" && word(t, h.First-1) == "bầu" && !lostSeat(t, u):
			what = kept
		case t.Has(w.keeping, u.First, u.Last) || t.Has(w.keeping, u.Last, x.clauseEnd(t, u.Last, s.Last)) && !x.c.votedOn(t, s):
			what = kept
		default:
			what = voted
		}
		if (what == kept) != (x.code == "seats_left_vacant") {
			continue
		}
		for {
			body, found := x.seatBody(t, u, span, noun)
			if found && (what == kept || body == x.body) {
				return span, true
			}
			next, more := nextSeats(t, span.Last, u.Last) // "bầu thiếu 1 cấp ủy viên, 2 ủy viên ban thường vụ"
			if !more || what == kept || noun < 0 {
				break
			}
			span, noun = scan.Hit{First: span.First, Last: seatNoun(t, next)}, next
		}
	}
	return scan.Hit{}, false
}

// clauseEnd returns the semicolon behind a token, or the end of its sentence. What goes on
// behind one without naming another unit tells of the same seats.
func (x *Code) clauseEnd(t *scan.Text, i, last int32) int32 {
	for i < last && (!t.Is(i, ';') || !t.Has(x.c.kinds, i, min(i+5, last)) || !t.Has(x.c.seatWords.vacant, i, last)) {
		i++
	}
	return i
}

// hasSeats reports whether it is denied that seats are empty, with no comma between.
func (x *Code) hasSeats(t *scan.Text, u unit, h scan.Hit) bool {
	denial, at := x.c.reader.DenialAt(t, u.Clause, h.First, h.Last)
	if denial == discourse.Stands {
		return false
	}
	for i := at; i < h.First; i++ {
		if t.Is(i, ',') {
			switch word(t, i+1) {
			case "đành", "phải", "còn", "vẫn", "nên", "chấp":
				return false // "không ai quá nửa, đành chấp nhận thiếu một ủy viên"
			}
		}
	}
	return true
}

// noneOf reports whether a seat is one of none, "không chỗ nào", or its word a syllable of
// another.
func noneOf(t *scan.Text, i int32) bool {
	switch word(t, i-1) {
	case "không", "chẳng", "dự": // dự khuyết
		return true
	}
	return false
}

// seated returns the tokens of a word for empty seats with the seats that it counts, right
// behind it or before it, and where the noun of the seats begins, -1 where none stands.
func (x *Code) seated(t *scan.Text, u unit, h scan.Hit) (span scan.Hit, noun int32, ok bool) {
	switch {
	case h.Value == voted && word(t, h.First+1) == "bầu" && word(t, h.Last-1) != "được":
		return h, -1, x.endsShort(t, u)
	case word(t, h.First) == "thay":
		return instead(t, u, h)
	}
	i := h.Last
	for i < u.Last && quantifier(word(t, i)) {
		i++
	}
	if i < u.Last && numeral(t, i) && !t.Is(i+1, '%') && !t.Is(i+1, '/') {
		end := seatNoun(t, i+1)
		switch {
		case end > i+1 && !special(t, end):
			return scan.Hit{First: h.First, Last: end}, i + 1, true
		case end == i+1 && h.Value != kept && implied(t, i+1):
			return scan.Hit{First: h.First, Last: i + 1}, -1, true
		}
	}
	if span, ok := x.postOpen(t, u, h); ok {
		return span, -1, true
	}
	for i := h.First - 1; i >= max(u.First, h.First-8) && t.Tokens[i].Kind == scan.Word; i-- {
		switch word(t, i) {
		case "ghế", "suất", "chỗ", "trí": // vị trí
		default:
			continue
		}
		first := i
		if word(t, i) == "trí" {
			if word(t, i-1) != "vị" {
				continue
			}
			first--
		}
		if first > u.First && numeral(t, first-1) {
			return scan.Hit{First: first - 1, Last: h.Last}, first, true
		}
		if h.Value == kept || word(t, i+1) == "còn" && word(t, i+2) == "lại" {
			return scan.Hit{First: first, Last: h.Last}, first, true
		}
	}
	return span, 0, false
}

// endsShort reports whether a congress that votes no further has not filled its seats, by
// the winners that are counted before: "38 đồng chí trúng cử. Đại hội không bầu tiếp".
func (x *Code) endsShort(t *scan.Text, u unit) bool {
	first, s := u.Sentence, t.Sentences[u.Sentence]
	if first > 0 && t.Sentences[first-1].Block == s.Block {
		first--
	}
	last := s.Last
	if u.Sentence+1 < len(t.Sentences) && t.Sentences[u.Sentence+1].Block == s.Block {
		last = t.Sentences[u.Sentence+1].Last
	}
	from := t.Sentences[first].First
	if t.Has(x.c.seatWords.keeping, from, last) {
		return false
	}
	for i := from; i < last-1; i++ {
		if word(t, i) == "đủ" && (word(t, i-1) == "bầu" || word(t, i-1) == "đã" || word(t, i-1) == "được" || word(t, i+1) == "số") {
			return false
		}
	}
	return t.Has(x.c.passing, from, u.Last) || t.Has(x.c.electing, from, u.First)
}

// instead reads two numbers of seats of which the smaller was filled: "4 đồng chí thay vì 5".
func instead(t *scan.Text, u unit, h scan.Hit) (scan.Hit, int32, bool) {
	i := h.First - 1
	for i > max(u.First, h.First-4) && t.Tokens[i].Kind == scan.Word {
		i--
	}
	n, err1 := strconv.Atoi(t.Word(i))
	m, err2 := strconv.Atoi(t.Word(h.Last))
	if err1 != nil || err2 != nil || n >= m || m >= mostSeats {
		return scan.Hit{}, 0, false
	}
	if end := seatNoun(t, i+1); end == i+1 || end < h.First {
		return scan.Hit{}, 0, false
	}
	return scan.Hit{First: i, Last: h.Last + 1}, -1, true
}

// postOpen returns a word for an empty post with the post, right behind it or at the start
// of its unit, where the sentence says that it waits: "khuyết bí thư, chờ luân chuyển".
func (x *Code) postOpen(t *scan.Text, u unit, h scan.Hit) (scan.Hit, bool) {
	if x.code != "seats_left_vacant" || h.Value == voted || !t.Has(x.c.seatWords.keeping, u.First, t.Sentences[u.Sentence].Last) {
		return scan.Hit{}, false
	}
	i := h.Last
	for i < u.Last && (numeral(t, i) || word(t, i) == "chức" || word(t, i) == "danh" || word(t, i) == "vị" || word(t, i) == "trí" || word(t, i) == "đồng" || word(t, i) == "chí") {
		i++
	}
	if b, ok := t.At(x.c.bodies, i); ok && seatBodies[b.Value] == "post" {
		return scan.Hit{First: h.First, Last: b.Last}, true
	}
	for _, b := range t.HitsIn(x.c.bodies, u.First, min(u.First+4, h.First)) {
		if seatBodies[b.Value] == "post" && h.Last-h.First > 1 {
			return scan.Hit{First: b.First, Last: h.Last}, true
		}
	}
	return scan.Hit{}, false
}

// quantifier tells words between what is missing and its number.
func quantifier(w string) bool {
	switch w {
	case "mất", "tới", "đến", "lại", "được":
		return true
	}
	return false
}

// numeral reports whether a token counts: a number, or the word for a small one.
func numeral(t *scan.Text, i int32) bool {
	w := word(t, i)
	return t.Tokens[i].Kind == scan.Number || digit(w) || w == "một"
}

// seatNoun returns the end of a word for seats or their holders at a token.
func seatNoun(t *scan.Text, i int32) int32 {
	switch word(t, i) + " " + word(t, i+1) {
	case "vị trí", "uỷ viên", "ủy viên", "đồng chí", "chức danh":
		return i + 2
	case "cấp uỷ", "cấp ủy", "chi uỷ", "chi ủy", "đảng uỷ", "đảng ủy":
		if word(t, i+2) == "viên" {
			return i + 3
		}
	}
	switch word(t, i) {
	case "ghế", "suất", "chỗ", "người", "uv", "đ", "đc":
		return i + 1
	}
	return i
}

// special reports whether seats are of a group, whose share is another matter: "thiếu 2 ủy
// viên nữ".
func special(t *scan.Text, i int32) bool {
	switch word(t, i) {
	case "nữ", "trẻ", "là", "dân", "phụ", "dưới", "có", "phục", "biết", "làm":
		return true
	}
	return false
}

// implied reports whether a number of seats ends at a token without the noun: "còn thiếu 2",
// "hụt 1 so với đề án".
func implied(t *scan.Text, i int32) bool {
	if int(i) >= len(t.Tokens) || t.Tokens[i].Sentence != t.Tokens[i-1].Sentence || t.Is(i, ',') || t.Is(i, '.') || t.Is(i, ';') || t.Is(i, ')') {
		return true
	}
	switch word(t, i) {
	case "so", "ở", "tại", "nhưng", "vì", "do":
		return true
	}
	return false
}

// nextSeats returns the noun of further seats that a comma or "và" joins to those before a
// token: ", 1 ủy viên ban thường vụ".
func nextSeats(t *scan.Text, i, last int32) (int32, bool) {
	for j := i; j < min(i+6, last-2); j++ {
		if (t.Is(j, ',') || word(t, j) == "và") && numeral(t, j+1) {
			return j + 2, seatNoun(t, j+2) > j+2
		}
	}
	return 0, false
}

// seatBody returns the body whose seats a unit counts.
func (x *Code) seatBody(t *scan.Text, u unit, span scan.Hit, noun int32) (string, bool) {
	if noun >= 0 {
		end := seatNoun(t, noun)
		for _, i := range []int32{noun, end} {
			if b, ok := t.At(x.c.bodies, i); ok {
				return seatBodies[b.Value], true
			}
		}
		if end-noun == 3 { // cấp ủy viên
			return "committee", true
		}
	}
	s := t.Sentences[u.Sentence]
	body, polled := "", t.Has(x.c.seatWords.votes, s.First, u.Last)
	for i := u.Sentence; i >= max(0, u.Sentence-3) && body == "" && t.Sentences[i].Block == s.Block; i-- {
		end := t.Sentences[i].Last
		if i == u.Sentence {
			end = span.First
		}
		for _, b := range t.HitsIn(x.c.bodies, t.Sentences[i].First, end) {
			switch name := seatBodies[b.Value]; {
			case i == u.Sentence:
				body = name
			case name == "post":
			case body != "" && body != name && congressElects(t, s.First, span.First):
				return "committee", true // behind the seats of several a congress elects the committee
			default:
				body = name
			}
		}
		polled = polled || t.Has(x.c.seatWords.votes, t.Sentences[i].First, end)
	}
	if body != "" {
		return body, true
	}
	for _, b := range t.HitsIn(x.c.bodies, span.First, u.Last) {
		return seatBodies[b.Value], true
	}
	first, last := x.c.headOf(t, u.Sentence)
	for _, b := range t.HitsIn(x.c.bodies, first, last) {
		return seatBodies[b.Value], true
	}
	return "committee", polled // whom a congress elects without more words
}
