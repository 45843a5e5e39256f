package discourse

import "github.com/tongket/tongket/extractors/scan"

// Denial is what a clause says of a trouble that it names.
type Denial uint8

// The denials.
const (
	Stands  Denial = iota // it is said as it is
	Absent                // there is none: "không có", or it is over
	Averted               // it is to be prevented or overcome: "tránh", "khắc phục"
)

// Denial tells whether what stands at token i of a clause is denied: a word such
// as "không để xảy ra" or "khắc phục tình trạng" before it in the clause, or "đã
// được giải quyết" anywhere in it.
func (r *Reader) Denial(t *scan.Text, c Clause, i, end int32) Denial {
	d, _ := r.DenialAt(t, c, i, end)
	return d
}

// DenialAt is Denial with the token where what denies begins, i where it stands
// behind or elsewhere.
func (r *Reader) DenialAt(t *scan.Text, c Clause, i, end int32) (Denial, int32) {
	for _, h := range t.HitsIn(r.deny, max(c.First, i-longSentence), min(i+3, c.Last)) {
		if Denial(h.Value) == Averted && h.Last <= i && h.Last >= i-longestList && evilsBehind(t, h.Last) {
			return Averted, h.First // "tránh mọi biểu hiện cục bộ, khép kín, nể nang"
		}
		if Denial(h.Value) == Averted && h.Last <= i && h.Last >= i-longestList && asWell(t, h.Last, i) {
			return Averted, h.First
		}
		if Denial(h.Value) == Stands || h.Last < i-6 && !none(t, h, i) && !(h.Last-h.First > 2 && h.Last >= i-12) && !(evils(t, h) && h.Last >= i-longestList) || h.Last-h.First == 1 && !reaches(t, h, i) {
			continue
		}
		if h.First < i && (h.Last > i || none(t, h, i) && !elsewhere(t, h.Last, i) || !commaBetween(t, h, i)) {
			return Denial(h.Value), h.First // "không phát sinh" may overlap "phát sinh đơn thư"
		}
	}
	if absentBehind(t, c, end) {
		return Absent, i
	}
	if r.solvedIn(t, c.First, max(c.Last, t.SentenceOf(c.First).Last)) {
		return Absent, i
	}
	return Stands, i
}

// reaches reports whether a bare "không" denies what stands at a token: the word
// behind it or the one after that, or an item of its list ("không dàn trải, chung
// chung"). "xử lý phiếu không hợp lệ chưa thống nhất" denies nothing but hợp lệ.
func reaches(t *scan.Text, h scan.Hit, i int32) bool {
	switch t.Fold(h.First) {
	case "bớt", "đỡ":
		return i == h.Last // "bớt dàn trải": what became less stands right behind it
	}
	if i-h.Last <= 1 || none(t, h, i) || t.Fold(h.First) != "không" {
		return true
	}
	switch t.Word(i) {
	case "phải", "bị", "còn", "vẫn", "nên", "mà": // "không bám cơ cấu, phải trả lại đề án"
		return false
	}
	w := t.Word(i - 1)
	return t.Is(i-1, ',') || w == "và" || w == "hay" || w == "hoặc" || t.Is(i-2, ',') || t.Word(i-2) == "và" || t.Word(i-2) == "hay"
}

// absentBehind reports whether a clause ends in saying that there is none of what
// ends at a token: "chuyện bè phái thì không có", "… tôi khẳng định là không có".
func absentBehind(t *scan.Text, c Clause, end int32) bool {
	last := c.Last
	for last > end && t.Tokens[last-1].Kind == scan.Punct {
		last--
	}
	if last-3 < end {
		return false
	}
	w := t.Fold(last-3) + " " + t.Fold(last-2) + " " + t.Fold(last-1)
	switch w {
	case "không lặp lại", "không tái diễn", "chưa diễn ra", "không diễn ra", "đã không xảy", "không hề xảy", "không xảy ra", "cũng không có", "tế không có", "nào không có", "không hề có", "nay không còn", "đã không còn", "không còn nữa", "cũng không còn", "hầu không còn", "đã khắc phục", "đã chấm dứt":
		return true
	}
	return w == "thì không có" || w == "là không có" || w == "hoàn toàn không" || w == "tuyệt nhiên không"
}

// none reports whether a denial holds for its whole clause: "không có đại hội
// nào …".
func none(t *scan.Text, h scan.Hit, end int32) bool {
	if t.Word(h.Last-1) == "nào" {
		return true
	}
	for i := h.Last; i < min(h.Last+6, end); i++ {
		if t.Word(i) == "nào" {
			return true
		}
	}
	return false
}

// longestList is how many tokens behind its denial an item of a list of evils may
// stand: five items of four words.
const longestList = 24

// evils reports whether a denial ends in a word that only evils follow, so that it
// holds for a list of them: "không nơi nào có tình trạng", "không có biểu hiện".
func evils(t *scan.Text, h scan.Hit) bool {
	if h.Last-h.First < 3 {
		return false
	}
	switch t.Fold(h.Last-2) + " " + t.Fold(h.Last-1) {
	case "tình trạng", "biểu hiện", "hiện tượng", "dấu hiệu", "tư tưởng":
		return true
	}
	return false
}

// evilsBehind reports whether a word that only evils follow stands at a token, behind a word for
// all of them at most.
func evilsBehind(t *scan.Text, i int32) bool {
	switch t.Fold(i) {
	case "mọi", "các", "những":
		i++
	}
	if int(i)+1 >= len(t.Tokens) {
		return false
	}
	switch t.Fold(i) + " " + t.Fold(i+1) {
	case "tình trạng", "biểu hiện", "hiện tượng", "tư tưởng":
		return true
	}
	return false
}

// asWell reports whether what ends before a token goes on behind "cũng như" with more evils of
// the same verb: "để hạn chế chạy phiếu cũng như các tiêu cực, yếu kém khác". With a predicate of
// its own behind it ("cũng như văn kiện còn yếu") it is told as it is.
func asWell(t *scan.Text, first, last int32) bool {
	for i := first; i+2 < last; i++ {
		if t.Fold(i) != "cũng" || t.Fold(i+1) != "như" {
			continue
		}
		switch t.Fold(i + 2) {
		case "các", "những", "mọi":
		default:
			return false
		}
		for j := i + 3; j < last; j++ {
			switch t.Fold(j) {
			case "còn", "chưa", "vẫn", "bị", "là", "được", "rất", "khá":
				return false
			}
		}
		return true
	}
	return false
}

// elsewhere reports whether behind a comma others are told of: "không đại hội nào phải
// hoãn, một số nơi còn …".
func elsewhere(t *scan.Text, first, last int32) bool {
	behind := false
	for i := first; i < last; i++ {
		switch {
		case t.Is(i, ','):
			behind = true
		case !behind:
		default:
			switch t.Word(i) {
			case "còn", "vẫn", "nhưng", "song", "riêng", "vài":
				return true
			}
		}
	}
	return false
}

// Denies reports whether a denial begins where a hit does: "chưa phát sinh …".
func (r *Reader) Denies(t *scan.Text, h scan.Hit) bool {
	d, ok := t.At(r.deny, h.First)
	return ok && Denial(d.Value) == Absent && d.Last >= h.Last
}

// Denied reports whether there is a denial.
func (r *Reader) Denied(t *scan.Text, c Clause, i, end int32) bool {
	return r.Denial(t, c, i, end) != Stands
}

// Solved reports whether a clause says that a trouble was overcome.
func (r *Reader) Solved(t *scan.Text, c Clause) bool { return r.solvedIn(t, c.First, c.Last) }

func (r *Reader) solvedIn(t *scan.Text, first, last int32) bool {
	for _, h := range t.HitsIn(r.solved, first, last) {
		if solves(t, h) {
			return true
		}
	}
	return settledBy(t, first, last)
}

// longSentence is the most tokens in which the rest of a sentence is asked: few that are
// written have more.
const longSentence = 200

// settledBy reports whether a range says who settled something between the auxiliary and its
// verb: "đã được Ủy ban Kiểm tra Tỉnh ủy giải quyết".
func settledBy(t *scan.Text, first, last int32) bool {
	last = min(last, first+longSentence)
	for i := first; i < last-3; i++ {
		if !t.Tokens[i+1].Upper || t.Tokens[i+1].Kind != scan.Word || t.Word(i) != "được" {
			continue
		}
		for j := i + 2; j < min(i+10, last-1) && t.Tokens[j].Kind == scan.Word; j++ {
			switch t.Word(j) + " " + t.Word(j+1) {
			case "giải quyết", "kết luận", "xử lý", "xử lí", "xem xét", "làm rõ", "trả lời", "xác minh":
				return solves(t, scan.Hit{First: i, Last: j + 2})
			}
		}
	}
	return false
}

// Leaves reports whether a sentence goes on behind a token with what is still open.
func (r *Reader) Leaves(t *scan.Text, i int32) bool { return i > 0 && leaves(t, i) }

// solves reports whether words that settle something say that it is done: "chưa được
// giải quyết" and "đang được xác minh" do not.
func solves(t *scan.Text, h scan.Hit) bool {
	switch t.Fold(max(h.First-1, 0)) {
	case "chưa", "không", "việc", "đang", "sẽ", "cần", "phải":
		return false
	}
	return !leaves(t, h.Last)
}

// leaves reports whether the sentence goes on with what is still open behind words that
// settle something: "đã xem xét, kết luận 5 đơn; còn 01 đơn chưa giải quyết xong".
func leaves(t *scan.Text, i int32) bool {
	for last := min(t.SentenceOf(i-1).Last, i+longSentence); i < last-1; i++ {
		switch t.Fold(i) {
		case "còn":
			if t.Tokens[i+1].Kind == scan.Number {
				return true
			}
		case "đang":
			switch t.Fold(i + 1) {
			case "xử", "xem", "xác", "giải", "thẩm", "tiếp":
				return true
			}
		case "chưa":
			switch t.Fold(i + 1) {
			case "được", "giải", "xem", "kết", "xử", "có", "xong", "trả":
				return true
			}
		}
	}
	return false
}

// commaBetween reports whether a comma parts a denial from what stands at last,
// unless they are items of one list: "không để cục bộ, mất đoàn kết", and behind a
// denial of several words also "chưa phát hiện bè phái, vận động bầu cử không lành
// mạnh".
func commaBetween(t *scan.Text, h scan.Hit, last int32) bool {
	first, phrase, listed := h.Last, h.Last-h.First > 1, evils(t, h)
	from := first
	for i := first; i < last; i++ {
		if !t.Is(i, ',') {
			continue
		}
		if i-from > 4 && !(phrase && from == first && i-from <= 6) && !(listed && i-from <= 10 && !tellsAnew(t, from, i)) { // "không có | biểu hiện mất đoàn kết, …"
			return true
		}
		from = i + 1
	}
	if from == first || last == from {
		return false
	}
	return !phrase || last-from > 4 || tellsAnew(t, from, last)
}

// tellsAnew reports whether words have one that opens a statement of its own.
func tellsAnew(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		switch t.Word(i) {
		case "còn", "vẫn", "đã", "được", "có", "bị", "nhưng", "song", "đều", "là":
			return true
		}
	}
	return false
}
