package measure

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// date reads the date at a cue such as "ngày" or "tính đến" and remembers the
// day that figures stand for.
func (r *reader) date(first, after int32) (int32, bool) {
	c := r.peek(first)
	at := first
	merely := r.t.Fold(first) == "thời" && after == first+2 && first > r.first && !r.t.Is(first-1, '(') // "trước thời điểm 30/6"
	if c.link == "asof" {
		at = r.hour(r.opening(after))
	}
	w, ok := r.x.grammar.Date(r.t, at)
	if !ok {
		w, ok = r.day(at)
	}
	if !ok && at+1 < r.last && r.t.Word(at) == "ngày" && (r.t.Word(at+1) == "đó" || r.t.Word(at+1) == "ấy") && (c.link == "asof" || r.until(first)) {
		r.s.asOf = r.dayBefore(at)
		return at + 2, true
	}
	if !ok || w.Last > r.last {
		return 0, false
	}
	r.items = append(r.items, item{first: first, last: w.Last, when: true, cue: &nothing})
	asof := c.link == "asof" && !merely || r.until(first) || r.labelDay(first, w.Last)
	if first == r.firstWord() && r.t.Fold(after-1) == "nhật" {
		return w.Last, true // "Cập nhật: 14/08/2010" is of the page
	}
	for k := len(r.items) - 2; k >= 0 && k >= len(r.items)-4 && first-r.items[k].last <= 3; k-- {
		asof = asof || r.items[k].c().link == "asof"
	}
	if asof {
		r.s.asOf = r.whole(w)
		r.s.days = append(r.s.days, dayFrom{w.Last, r.dayClause(first), r.dayPart(first), r.s.asOf})
		if strings.EqualFold(r.t.Word(at), "quý") && r.s.asOf.Month > 0 {
			r.s.asOf.Month += 2 // "hết quý II" is its last month
		}
	}
	return w.Last, true
}

// dayClause returns the token behind the semicolon of a clause that begins with a day, 0
// for another: "Đầu nhiệm kỳ có 312 đảng viên; đến tháng 3/2025 có 367 đảng viên".
func (r *reader) dayClause(day int32) int32 {
	for i := day - 1; i > max(r.first, day-5); i-- {
		if r.t.Is(i, ';') {
			return i + 1
		}
	}
	return 0
}

// dayPart returns the first token of the part of a sentence that a day opens behind a comma
// or closes in brackets, 0 for none: what there is was counted before it, "có 53 tổ chức cơ sở
// đảng, đến cuối tháng 5 đã có 21 …", "có 493 tổ chức, trong đó 480 đã đại hội (tính đến 28/6)".
func (r *reader) dayPart(day int32) int32 {
	i := day - 1
	for i > r.first && i > day-4 && r.t.Tokens[i].Kind == scan.Word {
		i--
	}
	if r.t.Is(i, ',') {
		return i + 1
	}
	if !r.t.Is(i, '(') {
		return 0
	}
	for i--; i > r.first && !r.t.Is(i, ';'); i-- {
		if r.t.Fold(i) == "trong" && (r.t.Fold(i+1) == "đó" || r.t.Fold(i+1) == "số") {
			return i
		}
	}
	return 0
}

// opening passes over what may stand between "số liệu chốt" and its date: also what was
// then, before brackets with the date, "tại thời điểm triệu tập đại hội (01/7/2020)".
func (r *reader) opening(i int32) int32 {
	for j := i; j < min(i+longestThen, r.last) && r.t.Tokens[j].Kind == scan.Word; j++ {
		if r.t.Is(j+1, '(') && j+2 < r.last && (r.numberAt(j+2) || r.t.Word(j+2) == "ngày") {
			i = j + 1
			break
		}
	}
	for i < r.last && (r.t.Is(i, ':') || r.t.Is(i, '(') || r.t.Word(i) == "này" || r.t.Word(i) == "là" || r.t.Word(i) == "ngày" && r.t.Is(i+1, ':')) {
		i++
	}
	return i
}

// longestThen is how many words tell at most what was at the time that brackets give.
const longestThen = 6

// hour passes over the time of day in "tính đến 17 giờ 30, ngày 15/8".
func (r *reader) hour(i int32) int32 {
	if !r.numberAt(i) || i+1 >= r.last || !strings.EqualFold(r.t.Word(i+1), "giờ") && !strings.EqualFold(r.t.Word(i+1), "h") {
		return i
	}
	for i += 2; i < r.last && (r.t.Tokens[i].Kind != scan.Word || strings.EqualFold(r.t.Word(i), "phút")); i++ {
		if r.numberAt(i) && r.dated(i) {
			break // "17h00, 30/6/2020"
		}
	}
	return i
}

// dated reports whether a day and month begin at a number: "30/6", "30.6.2020".
func (r *reader) dated(i int32) bool {
	if w, ok := r.x.grammar.Date(r.t, i); ok {
		return w.Last > i+1 || strings.Count(r.t.Word(i), ".") == 2
	}
	_, ok := r.day(i)
	return ok
}

// day reads a day and month without a word before it: "Đến 25/6", "đến trưa nay, 24.10".
func (r *reader) day(i int32) (grammar.When, bool) {
	if r.numberAt(i) && i > r.first {
		p := i - 1
		if (r.t.Is(p, ',') || r.t.Is(p, '(')) && p > r.first {
			p--
		}
		if day, month, ok := strings.Cut(r.t.Word(i), "."); ok && (partsOfDay[r.t.Fold(p)] || upTo[r.t.Fold(p)] && !r.t.Is(i+1, '%')) {
			d, err := strconv.Atoi(day)
			m, err2 := strconv.Atoi(month)
			if err == nil && err2 == nil && d > 0 && d <= 31 && m > 0 && m <= 12 && !r.noun(i+1) {
				return grammar.When{Day: d, Month: m, First: i, Last: i + 1}, true
			}
		}
	}
	dash := i > r.first && r.t.Is(i+1, '-') && !r.t.Tokens[i+1].Space && i+2 < r.last && !r.t.Tokens[i+2].Space && (partsOfDay[r.t.Fold(i-1)] && r.t.Fold(i-1) != "ngày" || upTo[r.t.Fold(i-1)])
	if !r.numberAt(i) || !r.t.Is(i+1, '/') && !dash || !r.numberAt(i+2) || r.t.Is(i+3, '/') || dash && r.t.Is(i+3, '-') || r.noun(i+3) {
		return grammar.When{}, false
	}
	d, _ := grammar.ParseNumber(r.t.Word(i))
	m, _ := grammar.ParseNumber(r.t.Word(i + 2))
	if d < 1 || d > 31 || m < 1 || m > 12 || d != float64(int(d)) {
		return grammar.When{}, false
	}
	return grammar.When{Day: int(d), Month: int(m), First: i, Last: i + 3}, true
}

// dayBefore is the day told last before a token: that of "tính đến ngày đó".
func (r *reader) dayBefore(at int32) report.Date {
	for i := at - 1; i > 0 && i > at-longestNote; i-- {
		if r.t.Tokens[i].Kind != scan.Number || !partsOfDay[r.t.Fold(i-1)] {
			continue
		}
		if w, ok := r.x.grammar.Date(r.t, i); ok {
			return r.whole(w)
		}
		text := r.t.Word(i)
		if r.t.Is(i+1, '/') && i+2 < at {
			text += "." + r.t.Word(i+2)
		}
		if day, month, ok := strings.Cut(text, "."); ok {
			d, err := strconv.Atoi(day)
			m, err2 := strconv.Atoi(month)
			if err == nil && err2 == nil && d > 0 && d <= 31 && m > 0 && m <= 12 {
				return r.whole(grammar.When{Day: d, Month: m})
			}
		}
	}
	return report.Date{}
}

// partsOfDay are words before a day that its name follows.
var partsOfDay = map[string]bool{"sáng": true, "trưa": true, "chiều": true, "tối": true, "nay": true, "ngày": true, "hôm": true}

// upTo are words before a day that say up to when: "tính đến 17.8", "hết 30-6", "đến thời điểm
// này (16.6)". Whoever asks for a day there knows that it is none of a range.
var upTo = map[string]bool{"đến": true, "tới": true, "hết": true, "điểm": true, "này": true}

// until reports whether "đến" or "đến hết" stands before a date that begins
// the sentence or a clause: "Đến ngày 29/10, 63 đảng bộ …".
func (r *reader) until(first int32) bool {
	i := first - 1
	for ; i > r.first; i-- {
		if r.t.Tokens[i].Kind == scan.Number && i+1 < first && (strings.EqualFold(r.t.Word(i+1), "giờ") || strings.HasPrefix(r.t.Word(i+1), "h")) || r.t.Word(i) == "h" {
			continue // "16 giờ", "16h"
		}
		switch r.t.Word(i) {
		case "hết", "nay", "cuối", "giữa", "đầu", "trung", "thượng", "hạ", "tuần", "thời", "điểm", "này", "giờ", "trưa", "chiều", "sáng", "hôm", "qua", "vừa", "rồi", "(", ",":
			continue
		}
		break
	}
	if i < r.first {
		return false
	}
	switch r.t.Word(i) {
	case "Đến", "Tới", "Hết":
		return true
	case "thúc": // "Kết thúc quý I/2020", "kết thúc tháng 6"
		w := r.t.Fold(first)
		return i-1 == r.first && r.t.Word(i-1) == "Kết" && (w == "quí" || w == "tháng" || w == "năm")
	case "hết":
		return i == r.first
	case ":", ";":
		return r.t.Word(i+1) == "hết" // "Tiến độ: hết ngày 10/6 đã có …"
	case "đến", "tới":
		if r.t.Word(i-1) == "nhất" && i-2 == r.first { // "Chậm nhất đến ngày"
			return true
		}
		if i == r.first || r.t.Is(i-1, ',') || r.t.Is(i-1, ';') || r.t.Is(i-1, ':') || r.t.Is(i-1, '(') || r.t.Fold(i-1) == "cho" {
			return true
		}
		switch r.t.Word(i - 1) {
		case "thì", "song", "nhưng", "chung", "riêng", "vậy", "tế": // "tính chung đến ngày"
			return true
		case "năm", "đợt", "tháng", "kỳ":
			return i-3 >= r.first && r.t.Fold(i-2) == "đầu" && r.t.Fold(i-3) == "từ" // "Lũy kế từ đầu năm đến 20/8"
		case "Tính", "tính", "nhanh", "liệu", "chốt", "hợp", "kê", "độ", "nhật", "quả", "soát": // số liệu tổng hợp, thống kê, tiến độ, cập nhật, kết quả đến ngày
			return true
		}
	}
	return false
}

// labelDay reports whether a day ends the label of a list or stands before what had come
// about by then: "Tiến độ đại hội đến 31/5: …", "đến 20/5 mới đạt". A span of days has "từ"
// before it.
func (r *reader) labelDay(first, last int32) bool {
	if first <= r.first || !r.t.Is(last, ':') && !thenTold[r.t.Fold(last)] {
		return false
	}
	i := first - 1
	if r.t.Fold(i) == "hết" || r.t.Fold(i) == "ngày" {
		i--
	}
	for n := 0; n < 4 && i > r.first && (r.t.Tokens[i].Kind == scan.Number || r.t.Fold(i) == "giờ" || r.t.Fold(i) == "h" || r.t.Fold(i) == "phút"); n++ {
		i-- // "đến 17h30 ngày 20/6:"
	}
	if w := r.t.Fold(i); w != "đến" && w != "tới" || i <= r.first || r.t.Fold(i-1) == "nhất" {
		return false
	}
	for i--; i >= r.first; i-- {
		if r.t.Fold(i) == "từ" {
			return false
		}
	}
	return true
}

// thenTold follow a day by which something had come about: "đến 20/5 mới đạt 61,2%".
var thenTold = map[string]bool{"mới": true, "đã": true, "chỉ": true, "vẫn": true, "có": true, "còn": true, "là": true, "như": true, "cụ": true, "cho": true}

// restDay lets the day of a sentence stand for the organisations that are left over, which
// the next one counts: "Đến 31/01 có 478/496 chi bộ đã đại hội. 18 chi bộ còn lại …".
func (r *reader) restDay(block int) {
	s, d := &r.s, &r.d
	if s.asOf.IsZero() && !d.dayBefore.IsZero() && d.dayBlock == block {
		for i := r.first; i+1 < r.last && i < r.first+restWords; i++ {
			if r.t.Fold(i) == "còn" && r.t.Fold(i+1) == "lại" {
				s.asOf = d.dayBefore
				break
			}
		}
	}
	d.dayBefore, d.dayBlock = s.asOf, block
}

// restWords is how many tokens a sentence has at most before "còn lại".
const restWords = 6

// listDay lets the day that a list's lead states stand for its items: "Đến ngày
// 20/6/2020, kết quả như sau:".
func (r *reader) listDay(sen scan.Sentence) {
	s, d := &r.s, &r.d
	switch {
	case !s.asOf.IsZero() && len(r.figs) == 0 && r.t.Is(r.last-1, ':'):
		d.listAsOf, d.listBegan, d.listDepth = s.asOf, sen.Block, r.labelled
	case d.listAsOf.IsZero() || sen.Block == d.listBegan:
	case sen.Block != r.block && r.labelled <= d.listDepth:
		d.listAsOf = report.Date{} // behind the list, or beside the item that led to it
	case s.asOf.IsZero():
		s.asOf = d.listAsOf
	}
}

// whole completes a date: a day without a year takes the year of the document
// where that is certain.
func (r *reader) whole(w grammar.When) report.Date {
	if !w.Date.IsZero() {
		return w.Date
	}
	if w.Month == 0 {
		return report.Date{}
	}
	// A day without a year is the last such day before the document's own date; in a
	// document without one that speaks of a round of congresses it is in the year of the round.
	d, year := r.t.Identity.Date, 0
	switch {
	case d.Precision >= report.Month:
		year = d.Year
		if w.Month > d.Month || w.Month == d.Month && d.Day > 0 && w.Day > d.Day {
			year--
		}
	case d.Year > 0:
		year = d.Year
	case r.t.Identity.Start%5 == 0 && r.ofRound():
		year = r.t.Identity.Start
	}
	if date, ok := report.NewDate(year, w.Month, w.Day); ok && year > 0 {
		return date
	}
	return report.Date{}
}

// ofRound reports whether a sentence speaks of congresses.
func (r *reader) ofRound() bool {
	for i := r.first; i+1 < r.last; i++ {
		if r.t.Fold(i) == "đại" && r.t.Fold(i+1) == "hội" {
			return true
		}
	}
	return false
}

// dayOf is the day that a sentence gives the figure at a token: of several the last
// before it, "Đến 20/6 có 50 đảng bộ, đến 30/6 có 52 đảng bộ đã đại hội".
func (r *reader) dayOf(m *measure, at int32) report.Date {
	if m.undated || len(r.s.days) > 0 && (at < r.s.days[0].clause || at < r.s.days[0].part && m.attr == "total" && (m.body == "organization" || m.body == "party_member") && r.countsFrom(r.s.days[0].part)) {
		return report.Date{} // told in a clause before that of the day
	}
	if len(r.s.days) < 2 || at < r.s.days[0].from {
		return r.s.asOf
	}
	day := r.s.days[0].day
	for _, d := range r.s.days[1:] {
		if d.from <= at {
			day = d.day
		}
	}
	return day
}

// countsFrom reports whether a figure stands behind a token.
func (r *reader) countsFrom(i int32) bool {
	return len(r.groups) > 0 && r.groups[len(r.groups)-1].main.first >= i
}
