package discourse

import (
	"strconv"

	"github.com/tongket/tongket/extractors/scan"
)

// Past reports whether a range has a word that tells what was done.
func (r *Reader) Past(t *scan.Text, first, last int32) bool { return t.Has(r.past, first, last) }

// Told reports whether a clause tells what was done: đã, được.
func (r *Reader) Told(t *scan.Text, c Clause) bool {
	for _, h := range t.HitsIn(r.past, c.First, c.Last) {
		if (t.Word(h.First) == "đã" || t.Word(h.First) == "vừa") && !within(t, c.First, h.First) {
			return true
		}
	}
	return false
}

// within reports whether what was done only tells which thing is meant: "những thiếu sót mà
// hội nghị đã chỉ ra", "như đã nêu".
func within(t *scan.Text, first, i int32) bool {
	if i > first && t.Word(i-1) == "như" {
		return true
	}
	for j := i - 1; j >= max(first, i-6) && t.Tokens[j].Kind == scan.Word; j-- {
		if t.Word(j) == "mà" {
			return true
		}
	}
	return false
}

// toldSoon reports whether a clause tells what was done in its first words.
func (r *Reader) toldSoon(t *scan.Text, c Clause) bool {
	c.Last = min(c.Last, c.First+7)
	return r.Told(t, c)
}

// Before reports whether a clause begins with words that put it into the term
// before: "Nhiệm kỳ trước, …".
func (r *Reader) Before(t *scan.Text, c Clause) bool {
	if yearsAgo(t, c) || termBefore(t, c) {
		return true
	}
	hits := t.HitsIn(r.before, c.First, min(c.First+5, c.Last))
	return len(hits) > 0 && hits[0].First <= c.First+1 && !ownTerm(t, hits[0])
}

// yearsAgo reports whether a clause begins with a year two or more before that of its document,
// "Năm 2010, đại hội từng phải dời", or says "từng" of what came about then.
func yearsAgo(t *scan.Text, c Clause) bool {
	i := behindMark(t, c)
	if t.Identity.Date.Year == 0 || t.Fold(i) != "năm" || i+1 >= c.Last || t.Tokens[i+1].Kind != scan.Number {
		return false
	}
	year, err := strconv.Atoi(t.Word(i + 1))
	return err == nil && year > 1945 && year <= t.Identity.Date.Year-2 && t.Is(i+2, ',')
}

// termBefore reports whether a clause begins with a look back at the term before that of its
// document, by its years: "Nhìn lại đại hội nhiệm kỳ 2010 - 2015, …".
func termBefore(t *scan.Text, c Clause) bool {
	i := behindMark(t, c)
	if t.Identity.Start == 0 || t.Fold(i) != "nhìn" || t.Fold(i+1) != "lại" {
		return false
	}
	for j := i + 2; j < min(i+9, c.Last-1); j++ {
		if t.Tokens[j].Kind == scan.Number && (t.Fold(j-1) == "kỳ" || t.Fold(j-1) == "kì") {
			year, err := strconv.Atoi(t.Word(j))
			return err == nil && year > 1945 && year < t.Identity.Start
		}
	}
	return false
}

// BeginsBefore is Before for a sentence.
func (r *Reader) BeginsBefore(t *scan.Text, sentence int) bool {
	s := t.Sentences[sentence]
	return r.Before(t, Clause{First: s.First, Last: s.Last, Sentence: sentence})
}

// Recalls reports whether a sentence names the term that ends, by its years or as the one
// that has passed, and compares nothing with it.
func (r *Reader) Recalls(t *scan.Text, sentence int) bool {
	s := t.Sentences[sentence]
	for _, h := range t.HitsIn(r.before, s.First, s.Last) {
		if w := t.Word(h.Last - 1); w != "trước" && w != "cũ" && h.Last-h.First > 2 && !ownTerm(t, h) && !compared(t, max(s.First, h.First-3), h.First) && !setBeside(t, h.First) {
			return true
		}
	}
	return false
}

// setBeside reports whether a figure is compared with that of a term: "cao gấp đôi nhiệm
// kỳ 2015 - 2020".
func setBeside(t *scan.Text, i int32) bool {
	if i == 0 {
		return false
	}
	switch t.Fold(i - 1) {
	case "hơn", "đôi", "rưỡi", "bằng", "kỳ": // "cùng kỳ nhiệm kỳ trước"
		return true
	}
	return false
}

// Reviews reports whether a sentence has put what stands at a token into the term that
// ends, which goes on to its full stop: "công tác lãnh đạo của Ban Chấp hành nhiệm kỳ qua
// có đổi mới; kiểm tra, giám sát được tăng cường".
func (r *Reader) Reviews(t *scan.Text, c Clause) bool {
	first := t.Sentences[c.Sentence].First
	for _, h := range t.HitsIn(r.before, first, c.Last) {
		w := t.Word(h.Last - 1)
		if (w == "qua" || graded(t, h)) && !compared(t, max(first, h.First-3), h.First) {
			return true
		}
		if h.First <= first+1 && w != "trước" && w != "cũ" && !ownTerm(t, h) && !now(t, c) {
			return true
		}
	}
	return false
}

// graded reports whether a term, told by its years, is what somebody judges before a colon:
// "Đại hội thống nhất đánh giá nhiệm kỳ 2015 - 2020: …".
func graded(t *scan.Text, h scan.Hit) bool {
	if h.First < 2 || t.Fold(h.First-1) != "giá" || ownTerm(t, h) {
		return false
	}
	i := h.Last
	for i < h.Last+4 && (t.Is(i, '-') || int(i) < len(t.Tokens) && t.Tokens[i].Kind == scan.Number) {
		i++
	}
	return t.Is(i, ':')
}

// now reports whether a clause begins with the congress or term that is the present one,
// set against the one before.
func now(t *scan.Text, c Clause) bool {
	for i := c.First; i < min(c.First+5, c.Last); i++ {
		switch t.Fold(i) {
		case "nay", "này", "hiện":
			return true
		}
	}
	return false
}

// ownTerm reports whether words for a term name the one that the document is about, or a
// later one, by its years: "Đại hội …, nhiệm kỳ 2025 - 2030 đã thành công".
func ownTerm(t *scan.Text, h scan.Hit) bool {
	switch t.Fold(h.Last) {
	case "này", "mới", "nay", "tới":
		return true // "nhiệm kỳ này"
	}
	for i := h.First; i < h.Last; i++ {
		if t.Tokens[i].Kind != scan.Number {
			continue
		}
		year, err := strconv.Atoi(t.Word(i))
		return err == nil && year > 1900 && t.Identity.Start > 0 && year >= t.Identity.Start
	}
	return false
}

// Earlier reports whether what stands at a token is told of the term before, named
// directly before it: "…, trong khi nhiệm kỳ trước chỉ có 19,8%".
func (r *Reader) Earlier(t *scan.Text, c Clause, i int32) bool {
	if y := t.Identity.Date.Year; y > 0 && i >= c.First+2 && t.Fold(i-2) == "năm" && t.Tokens[i-1].Kind == scan.Number {
		if year, err := strconv.Atoi(t.Word(i - 1)); err == nil && year > 1945 && year <= y-2 {
			return true // "25,4%, năm 2010 chỉ 21,9%"
		}
	}
	for _, h := range t.HitsIn(r.before, max(c.First, i-8), i) {
		if h.Last < i-2 || ownTerm(t, h) || compared(t, max(c.First, h.First-6), h.First) {
			continue
		}
		switch t.Fold(max(0, h.First-1)) {
		case "với", "hơn", "như", "của", "bằng", "từ", "viên", "thư", "tịch":
			return false // "hai cấp ủy viên khóa trước không trúng cấp ủy" is of now
		}
		return true
	}
	return false
}

// conceded reports whether a clause behind a demand tells what was good or bad instead of
// going on: "…; tuy nhiên còn nặng về kể thành tích", "…; các ý kiến cơ bản bám sát chủ đề".
func (r *Reader) conceded(t *scan.Text, c Clause) bool {
	first := behindMark(t, c)
	switch t.Fold(first) {
	case "tuy", "song":
		return true
	}
	return t.Has(r.hedges, min(first+2, c.Last), c.Last) || fallsShort(t, first, c.Last)
}

// fallsShort reports whether a range begins with a part of congress work that it says falls
// short: "…; báo cáo kiểm điểm nể nang, chưa chỉ đích danh". To report is asked for.
func fallsShort(t *scan.Text, first, last int32) bool {
	if last-first < 4 {
		return false
	}
	switch t.Fold(first) + " " + t.Fold(first+1) {
	case "văn kiện", "dự thảo", "tham luận", "thảo luận", "công tác", "điều hành", "tuyên truyền", "kiểm phiếu":
	case "báo cáo":
		if w := t.Fold(first + 2); w != "kiểm" && w != "chính" {
			return false
		}
	default:
		if w := t.Fold(first); w != "khâu" && w != "phần" && w != "việc" {
			return false
		}
	}
	for i := first + 2; i < last; i++ {
		switch t.Word(i) {
		case "còn", "chưa", "quá":
			return true
		}
	}
	return false
}

// compared reports whether "so với" stands in a range: what follows is of now.
func compared(t *scan.Text, first, last int32) bool {
	for i := first; i+1 < last; i++ {
		if t.Fold(i) == "so" && t.Fold(i+1) == "với" {
			return true
		}
	}
	return false
}
