package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// electing are verbs behind which the number of seats stands that were filled.
var electing = []string{"{chỉ|mới|mới chỉ} {bầu được|bầu đủ|trúng|trúng cử}", "bầu được", "bầu {ban thường vụ|BTV|ban chấp hành|BCH|chi ủy|ủy ban kiểm tra} {|chỉ |mới }được", "phiếu chỉ cho", "chỉ bầu", "mới bầu", "chỉ đủ", "chỉ được", "mới được", "trúng cử", "bầu"}

// passing are words behind the number of those who won a seat.
var passing = []string{"{đạt|đủ|được|có} {quá bán|quá nửa}", "{đủ|đạt} {|số }phiếu", "quá bán", "quá nửa", "trúng cử", "đắc cử", "trúng"}

// planning are words before or behind the number of seats that were to be filled.
var planning = []string{"định", "định bầu", "chốt", "phương án", "đề án", "quyết định", "đã định", "ấn định", "quy định", "kế hoạch", "dự kiến", "biểu quyết", "được duyệt", "được phê duyệt", "{cần|phải} bầu", "số lượng"}

// shortfalls say that seats or posts were missed.
var shortfalls = []string{"bầu thiếu", "bầu hụt", "bầu khuyết", "bầu không đủ", "thiếu", "hụt", "khuyết", "{không|chưa} {trúng|đủ phiếu|đủ số phiếu|đạt|bầu}"}

// fewer returns where a sentence says with two numbers that fewer seats were filled than
// planned: "bầu được 4 trên 5 ủy viên theo phương án", "quyết định 11 ủy viên, bầu được
// 9", "cần bầu 9, chỉ 8 người quá bán". Votes that were won of those on a ballot are no
// shortfall, so that the plan must be named.
func (x *Code) fewer(t *scan.Text, u unit) (scan.Hit, bool) {
	s := t.Sentences[u.Sentence]
	if !x.counts || !t.Has(x.c.electing, u.First, u.Last) && !t.Has(x.c.passing, u.First, u.Last) {
		return scan.Hit{}, false
	}
	ended := x.c.votedOn(t, s)
	if !ended && (!t.Has(x.c.planned, s.First, u.Last) && !over(t, u) && !x.sizeBefore(t, u) || awaits(t, s)) {
		return scan.Hit{}, false
	}
	whole := u.Clause
	whole.First = s.First
	if x.c.reader.Before(t, whole) {
		return scan.Hit{}, false // "Nhiệm kỳ trước, …"
	}
	for _, h := range t.HitsIn(x.c.electing, u.First, u.Last) {
		n, ok := x.c.g.Figure(t, h.Last)
		if !ok || n.Value != float64(int(n.Value)) || n.Value < 1 {
			continue
		}
		if m, ok := x.c.g.Figure(t, ofWhole(t, n.Last)); ok && ofWhole(t, n.Last) > n.Last && m.Value > n.Value && m.Value < mostSeatsOfAll {
			if ended || namesBody(t, h) || t.Has(x.c.planned, u.First, u.Last) || word(t, n.Last) == "trên" && seatNoun(t, m.Last) >= m.Last+2 {
				return scan.Hit{First: h.First, Last: m.Last}, true
			}
			continue
		}
		if m, ok := x.plannedBefore(t, u, h.First); ok && m > n.Value {
			return scan.Hit{First: h.First, Last: n.Last}, true
		}
	}
	return x.fewerPassed(t, u)
}

// over reports whether a unit parts a number from the whole by "trên", as seats are: "12
// trên 15 ủy viên".
func over(t *scan.Text, u unit) bool {
	for i := u.First + 1; i < u.Last-1; i++ {
		if word(t, i) == "trên" && t.Tokens[i-1].Kind == scan.Number && t.Tokens[i+1].Kind == scan.Number {
			return true
		}
	}
	return false
}

// fewerPassed is fewer for winners that are counted before their verb: "chỉ 8 người đủ
// quá nửa".
func (x *Code) fewerPassed(t *scan.Text, u unit) (scan.Hit, bool) {
	for _, h := range t.HitsIn(x.c.passing, u.First, u.Last) {
		i := h.First
		for i > max(u.First, h.First-4) && t.Tokens[i-1].Kind == scan.Word {
			i--
		}
		n, ok := x.c.g.Figure(t, i-1)
		if w := word(t, i-2); !ok || n.Last != i || w != "chỉ" && w != "mới" && w != "có" && w != "cuộc" && w != "còn" && w != "được" {
			continue
		}
		first := scan.Hit{First: i - 2, Last: h.Last}
		if m, ok := x.plannedBefore(t, u, first.First); ok && m > n.Value {
			return first, true
		}
		for _, p := range t.HitsIn(x.c.planned, h.Last, t.Sentences[u.Sentence].Last) {
			if m, ok := x.c.g.Figure(t, p.Last); ok && m.Value > n.Value && m.Value < mostSeats {
				return first, true
			}
		}
	}
	return scan.Hit{}, false
}

// votedOn reports whether a sentence says that the congress votes no further, so that the
// seats it has not filled were missed and not kept: "không bầu lần hai, thiếu 1 sẽ bổ
// sung sau".
func (c *common) votedOn(t *scan.Text, s scan.Sentence) bool {
	for _, h := range t.HitsIn(c.electing, s.First+1, s.Last-1) {
		i := h.Last - 1
		if word(t, i) != "bầu" {
			continue
		}
		switch word(t, i-1) {
		case "không", "thôi", "dừng", "ngừng":
			switch word(t, i+1) {
			case "lần", "thêm", "tiếp", "nữa", "bổ", "vòng", "lượt":
				return true
			}
		}
	}
	return false
}

// awaits reports whether a sentence says that a seat waits for somebody.
func awaits(t *scan.Text, s scan.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		switch word(t, i) {
		case "chờ", "đợi", "dành":
			return true
		}
	}
	return false
}

// sentBy reports whether behind the first word for those above somebody is sent by them:
// "để [tỉnh] luân chuyển cán bộ", "để [Thành] ủy điều động".
func sentBy(t *scan.Text, i, last int32) bool {
	for j := i; j < min(i+5, last-1); j++ {
		switch word(t, j) + " " + word(t, j+1) {
		case "luân chuyển", "điều động", "điều về", "tăng cường", "bổ sung", "bố trí", "giới thiệu", "chỉ định", "sắp xếp":
			return true
		}
	}
	return false
}

// keptOpen reports whether behind a shortfall it is said that the seats wait: "còn khuyết
// 3 ủy viên, để bổ sung khi có nhân sự".
func (c *common) keptOpen(t *scan.Text, u unit, h scan.Hit) bool {
	s := t.Sentences[u.Sentence]
	if c.votedOn(t, s) {
		return false
	}
	s.First, s.Last = max(s.First, h.First-longestWaiting), min(s.Last, h.Last+longestWaiting)
	if c.appointed(t, s) {
		return true // "được chỉ định 29 đồng chí, còn khuyết 4": nobody voted
	}
	for i := s.First + 1; i+2 < h.First; i++ {
		if word(t, i+2) != "đủ" || word(t, i-1) != "chưa" && word(t, i-1) != "không" {
			continue
		}
		switch word(t, i) + " " + word(t, i+1) {
		case "bố trí", "chỉ định", "sắp xếp":
			return true // "chưa bố trí đủ ủy viên theo số lượng được phân bổ, thiếu 4 người"
		}
	}
	switch word(t, h.First-1) {
	case "để", "tạm":
		return !voteLost(t, h.Last, s.Last)
	}
	for i := h.Last; i < s.Last-1; i++ {
		if lackOf(t, i, s.Last) {
			return true
		}
		switch word(t, i) {
		case "theo":
			if w := word(t, i+1); w == "chủ" || w == "chỉ" {
				return true // "…, theo chủ trương của Thành ủy"
			}
		case "đợi":
			return true
		case "dành":
			return true // "…, chỗ khuyết dành cho Chỉ huy trưởng"
		case "để", "sẽ", "chờ", "kiến": // "dự kiến bổ sung"
			switch word(t, i+1) {
			case "bố", "bổ", "luân", "điều", "dành", "bầu", "kiện", "sắp":
				return true
			case "huyện", "tỉnh", "thành", "cấp", "quận", "thị", "người", "cán", "trung", "ban":
				return word(t, i) == "chờ" || word(t, i) == "để" && sentBy(t, i+2, s.Last)
			}
		}
	}
	return false
}

// longestWaiting is within how many words of an empty seat it is said that it waits, more than
// any sentence on one has: a list of a whole province in one sentence has thousands.
const longestWaiting = 120

// appointed reports whether a sentence tells whom those above named and no vote, so that its
// empty seats were not missed.
func (c *common) appointed(t *scan.Text, s scan.Sentence) bool {
	named := false
	for i := s.First; i < s.Last-1; i++ {
		switch word(t, i) {
		case "chỉ":
			named = named || word(t, i+1) == "định"
		case "bầu", "trúng", "đắc", "phiếu":
			return false
		}
	}
	return named
}

// voteLost reports whether a range says that somebody did not get the votes.
func voteLost(t *scan.Text, first, last int32) bool {
	for i := first; i < min(last-1, first+longestWaiting/2); i++ {
		switch word(t, i) {
		case "phiếu", "trúng", "tín":
			return true
		case "quá":
			if w := word(t, i+1); w == "bán" || w == "nửa" {
				return true
			}
		}
	}
	return false
}

// lackOf reports whether a reason at a token is that nobody was there to be chosen yet: "do chưa
// có nguồn", "vì chưa sắp xếp được nhân sự", "do Trưởng Công an chưa được điều động".
func lackOf(t *scan.Text, i, last int32) bool {
	if w := word(t, i); w != "do" && w != "vì" || voteLost(t, i, last) {
		return false
	}
	for j := i + 1; j < min(i+9, last-1); j++ {
		w := word(t, j)
		if w != "chưa" && w != "không" && w != "thiếu" && w != "chờ" {
			continue
		}
		for k := j + 1; k < min(j+5, last); k++ {
			switch word(t, k) {
			case "nguồn", "nhân", "người", "cán", "điều", "luân", "sắp", "bố", "tìm", "chọn", "chuẩn":
				return true
			}
		}
	}
	return false
}

// mostSeats is more than any committee has: the largest of 2020 had 71.
const mostSeats = 100

// mostSeatsOfAll is more than the committees of a province have together, which are
// counted as a share: "bầu 118/120 ủy viên theo số lượng được duyệt".
const mostSeatsOfAll = 20000

// ofWhole returns the token behind the words that part a number from the whole, the
// token itself where none do: "4 trên 5", "4/5", "4 trong tổng số 5".
func ofWhole(t *scan.Text, i int32) int32 {
	switch {
	case t.Is(i, '/'), word(t, i) == "trên":
		return i + 1
	case word(t, i) != "trong":
		return i
	case word(t, i+1) == "số":
		return i + 2
	case word(t, i+1) == "tổng" && word(t, i+2) == "số":
		return i + 3
	}
	return i + 1
}

// plannedBefore returns the number of seats that a word of planning decides before a
// token: "quyết định 11 ủy viên".
func (x *Code) plannedBefore(t *scan.Text, u unit, before int32) (float64, bool) {
	if m, ok := x.bodySize(t, u, before); ok {
		return m, true
	}
	for _, h := range t.HitsIn(x.c.planned, t.Sentences[u.Sentence].First, before) {
		i := h.Last
		for i < before && i < h.Last+8 && t.Tokens[i].Kind != scan.Number {
			i++
		}
		m, ok := x.c.g.Figure(t, i)
		if !ok || i >= before || m.Value >= mostSeats {
			continue
		}
		switch word(t, m.Last) {
		case "đồng", "đ", "đc", "uỷ", "ủy", "người", "cấp", "đảng", "chi", "ghế":
			return m.Value, true
		}
		if i <= h.Last+1 && m.Value >= fewestSeats && alone(t, m.Last) && seatPlan(word(t, h.Last-1)) && (i == h.Last || word(t, h.Last) == "là") {
			return m.Value, true // "theo đề án 11, đại hội bầu 10"
		}
	}
	return 0, false
}

// sizeBefore reports whether in a sentence the name of the code's body and a number stand before
// a comma or "nhưng" and the verb of electing, or the verb has the body for its object: "Ban
// Thường vụ 5, bầu 4", "bầu ban thường vụ được 2/3".
func (x *Code) sizeBefore(t *scan.Text, u unit) bool {
	for _, h := range t.HitsIn(x.c.electing, u.First, u.Last) {
		if namesBody(t, h) {
			return true
		}
		if _, ok := x.bodySize(t, u, h.First); ok {
			return true
		}
	}
	return false
}

// namesBody reports whether words of electing have the body in them.
func namesBody(t *scan.Text, h scan.Hit) bool {
	return h.Last-h.First > 2 && word(t, h.First) == "bầu" && word(t, h.First+1) != "được" && word(t, h.First+1) != "đủ"
}

// bodySize returns the number of seats that stands right behind the name of a body and before a
// token, with nothing but a comma between.
func (x *Code) bodySize(t *scan.Text, u unit, before int32) (float64, bool) {
	for _, b := range t.HitsIn(x.c.bodies, t.Sentences[u.Sentence].First, before) {
		if seatBodies[b.Value] != x.body {
			continue
		}
		m, ok := x.c.g.Figure(t, b.Last)
		if ok && m.Value >= fewestSeats && m.Value < mostSeats && (t.Is(m.Last, ',') || word(t, m.Last) == "nhưng") && m.Last+2 >= before {
			return m.Value, true
		}
	}
	return 0, false
}

// fewestSeats is what the smallest committee that is voted has.
const fewestSeats = 3

// alone reports whether a figure ends at a token that goes on with no noun: a mark, or a
// word that sets something against it.
func alone(t *scan.Text, i int32) bool {
	if int(i) >= len(t.Tokens) || t.Is(i, ',') || t.Is(i, ';') || t.Is(i, '.') || t.Is(i, ')') {
		return true
	}
	switch word(t, i) {
	case "nhưng", "song", "mà", "thì", "còn", "chỉ":
		return true
	}
	return false
}

// seatPlan reports whether a word of planning, by its last syllable, is of a plan that
// counts seats: "phương án", "được duyệt". A decision or a rule has a number of its own.
func seatPlan(last string) bool {
	switch last {
	case "án", "kiến", "duyệt", "định", "lượng":
		return true
	}
	return false
}

// standards are words of a share that is asked for.
var standards = []string{"yêu cầu", "chỉ tiêu", "quy định", "ngưỡng", "mức", "chỉ thị"}

// below returns where a unit gives a share and behind it a larger one that is asked for:
// "được 60 người, bằng 6%, trong khi yêu cầu là 10%".
func (x *Code) below(t *scan.Text, u unit) (scan.Hit, bool) {
	if len(x.exist0) == 0 || !t.Has(x.need[0], u.First, u.Last) {
		return scan.Hit{}, false
	}
	for _, s := range t.HitsIn(x.c.standards, u.First, u.Last) {
		wanted, at := x.share(t, s.Last, min(s.Last+8, u.Last))
		if at < 0 {
			continue
		}
		got, from := x.share(t, u.First, s.First)
		if from >= 0 && got < wanted && !x.c.reader.Unreal(t, u.Clause, from) {
			return scan.Hit{First: from, Last: from + 2}, true
		}
	}
	return scan.Hit{}, false
}

// share returns the first share in percent of a range and where it begins, or ends for
// the one that is asked for; -1 where there is none.
func (x *Code) share(t *scan.Text, first, last int32) (float64, int32) {
	for i := first; i+1 < last; i++ {
		if t.Tokens[i].Kind == scan.Number && t.Is(i+1, '%') {
			if f, ok := x.c.g.Figure(t, i); ok {
				return f.Value, i
			}
		}
	}
	return 0, -1
}

// countedShare reports whether a shortcoming of a share is a bare count, which blames
// nobody: "chỉ có 3 nữ", "không có nữ".
func countedShare(t *scan.Text, u unit, h scan.Hit) bool {
	switch word(t, h.First) {
	case "toàn", "đều":
		return true // "toàn nam giới"
	case "nữ":
		return t.Tokens[h.Last-1].Kind == scan.Number // "nữ: 0"
	case "không", "chưa":
		return word(t, h.First+1) == "có" && u.Part != discourse.Limits && !u.Turned
	case "chỉ", "mới", "vỏn":
		for i := h.First; i < min(h.Last+3, int32(len(t.Tokens))); i++ {
			if t.Tokens[i].Kind == scan.Number || word(t, i) == "một" || word(t, i) == "hai" || word(t, i) == "ba" {
				return !t.Is(i+1, '%') // a share that is said to be small is judged
			}
		}
	}
	return false
}

// countedLetters reports whether letters are only counted or still looked into, which
// blames nobody: "tiếp nhận 9 đơn", "2 đơn đang được xác minh". Who lets them arise is
// blamed.
func countedLetters(t *scan.Text, u unit, h scan.Hit) bool {
	counted := false
	for i := max(u.First, h.First-2); i < min(h.Last+2, u.Last-1); i++ {
		switch w := word(t, i); {
		case w == "để" || w == "tăng":
			return false
		case t.Tokens[i].Kind == scan.Number:
			n := word(t, i+1)
			counted = counted || n == "đơn" || n == "lá" || n == "thư"
		}
	}
	for i := h.Last; i < u.Last-1 && !counted; i++ {
		counted = word(t, i) == "đang" && (word(t, i+1) == "được" || word(t, i+1) == "xem" || word(t, i+1) == "xác")
	}
	return counted
}

// countsUnits reports whether a shortcoming of a share is told of organisations that are
// counted: "9/90 đơn vị (chiếm 10%) chưa có cán bộ trẻ", "Số đảng bộ không có nữ: 4".
// That counts and blames nobody.
func countsUnits(t *scan.Text, u unit, before int32) bool {
	for i := u.First; i < before; i++ {
		if t.Tokens[i].Kind != scan.Number && !(word(t, i) == "số" && i <= u.First+2 && word(t, i-1) != "một") {
			continue
		}
		switch word(t, i+1) {
		case "đơn", "đảng", "chi", "tỉnh", "huyện", "xã", "phường", "quận", "cơ", "tổ":
			return word(t, i+2) != "viên" && word(t, i+2) != "chí" && word(t, i+2) != "uỷ" && word(t, i+2) != "ủy" && word(t, i+2) != "cấu"
		}
	}
	return false
}

// causeIn returns the token where a unit begins to tell the cause of what it says,
// its end where it does not: "phải lùi đại hội do văn kiện chưa xong".
func causeIn(t *scan.Text, u unit) int32 {
	for i := u.First + 3; i < u.Last-2; i++ {
		if w := word(t, i); w == "do" || w == "vì" || w == "bởi" {
			if p := word(t, i-1); (w != "do" || p != "tự" && p != "lý" && p != "lí") && p != "là" {
				return i
			}
		}
	}
	return u.Last
}

// headings are for each sentence the one that heads it, as 1 + index.
type headings []int32

// headOf returns the tokens of the short line that heads a sentence, an empty range where
// none does: "2. Ban thường vụ".
func (c *common) headOf(t *scan.Text, sentence int) (first, last int32) {
	of := scan.Memo(t, &c.ofHeads, func(t *scan.Text, of headings) headings {
		of = append(of[:0], make([]int32, len(t.Sentences))...)
		head, block := int32(0), -1
		for i, s := range t.Sentences {
			if s.First == s.Last {
				continue
			}
			if s.Block != block && heads(t, i) {
				head = int32(i) + 1
			} else {
				of[i] = head
			}
			block = s.Block
		}
		return of
	})
	if i := of[sentence]; i > 0 {
		return t.Sentences[i-1].First, t.Sentences[i-1].Last
	}
	return 0, 0
}

// longestHead is how many words a line has at most that only names what follows.
const longestHead = 9

// heads reports whether a sentence is a line of its own that only names something.
func heads(t *scan.Text, i int) bool {
	s := t.Sentences[i]
	if s.Last-s.First > longestHead || t.Is(s.Last-1, '.') || t.Is(s.Last-1, ';') || t.Is(s.Last-1, ',') {
		return false
	}
	first, last := t.Block(s.Block)
	return first == s.First && last == s.Last
}
