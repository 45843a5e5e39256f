package identity

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// dates emits every date that may be the document's own, by the rank of its
// place.
func (d *Document) dates(t *scan.Text, hasHead bool, emit func(report.Fact)) {
	lines := d.v.lines(t)
	for i := range t.Doc.Blocks {
		b := &t.Doc.Blocks[i]
		first, last := t.Block(i)
		if b.Kind == report.FileHeader {
			d.fileDate(t, first, last, emit)
			continue
		}
		if b.Start > headBytes {
			break
		}
		for _, l := range lines.of(i) {
			if !hasHead && !t.Is(l.First, '(') {
				continue
			}
			w, ok := d.placeAndDate(t, l.First, l.Last)
			if !ok {
				w, ok = d.behindNumber(t, l)
			}
			if ok {
				f := report.Fact{Rule: d.id + "/head", Rank: rankHead, Span: t.Span(w.First, w.Last)}
				emitField(t, emit, f, "doc_date", report.Day(w.Date))
			}
		}
		if w, ok := d.bracketed(t, first, last); ok {
			f := report.Fact{Rule: d.id + "/head", Rank: rankHead, Span: t.Span(w.First, w.Last)}
			emitField(t, emit, f, "doc_date", report.Day(w.Date))
		}
		if w, ok := d.setDown(t, i, first, last); ok {
			f := report.Fact{Rule: d.id + "/head", Rank: rankTitle, Span: t.Span(w.First, w.Last)}
			emitField(t, emit, f, "doc_date", report.Day(w.Date))
		}
		if w, ok := d.delivered(t, i, first, last); ok {
			f := report.Fact{Rule: d.id + "/head", Rank: rankHead, Span: t.Span(w.First, w.Last)}
			emitField(t, emit, f, "doc_date", report.Day(w.Date))
		}
		if w, ok := d.stamp(t, first, last); ok {
			f := report.Fact{Rule: d.id + "/stamp", Rank: rankTitle, Span: t.Span(w.First, w.Last)}
			emitField(t, emit, f, "doc_date", report.Day(w.Date))
		}
	}
	d.signed(t, hasHead, emit)
	d.meeting(t, emit)
	d.today(t, emit)
	for _, m := range t.Doc.Meta {
		if m.Key == "published" && len(m.Value) >= 10 {
			if date, err := report.ParseDate(m.Value[:10]); err == nil {
				f := report.Fact{Rule: d.id + "/metadata", Rank: rankMeta, Meta: m.Key + "=" + m.Value}
				emitField(t, emit, f, "doc_date", report.Day(date))
			}
		}
	}
}

// behindNumber reads the place and date of a letterhead whose lines a page has put into one: "HUYỆN ỦY A Số
// 34-TB/HU Quan Sơn, ngày 9 tháng 3 năm 2031".
func (d *Document) behindNumber(t *scan.Text, l scan.Sentence) (grammar.When, bool) {
	h, _ := d.v.findHead(t)
	if !h.hasNumber || h.number.First < l.First || h.number.Last >= l.Last {
		return grammar.When{}, false
	}
	return d.placeAndDate(t, h.number.Last, l.Last)
}

// setDown reads the day that a line near the title gives in brackets as the one on which the document was
// passed, held or issued: "(Thông qua ngày 9 tháng 3 năm 2031)", "(tỉnh Lâm Đồng, 25/9/2025)", "[… phát sóng 5
// giờ 30 sáng 11/8/2020, Đài …]". A day up to which something was counted is none, nor that of a document cited.
func (d *Document) setDown(t *scan.Text, block int, first, last int32) (grammar.When, bool) {
	if block > setDownBlocks || last-first > 2*longBracket {
		return grammar.When{}, false
	}
	for i := first; i < last; i++ {
		if !t.Is(i, '(') && !t.Is(i, '[') {
			continue
		}
		end := i + 1
		for end < last && !t.Is(end, ')') && !t.Is(end, ']') {
			end++
		}
		if w, ok := d.dayInside(t, i+1, end); ok {
			return w, true
		}
		i = end
	}
	return grammar.When{}, false
}

// setDownBlocks is how many paragraphs the title of a document has above such a line at most.
const setDownBlocks = 3

// dayInside returns the one full day of a bracket, where its words do not say that it is of something else.
func (d *Document) dayInside(t *scan.Text, first, last int32) (grammar.When, bool) {
	var out grammar.When
	attached := false
	for i := first; i < last; i++ {
		switch t.Fold(i) {
		case "kèm":
			attached = true
		case "chỉ", "nghị", "quyết", "kế", "công":
			if n := t.Fold(i + 1); !attached && (n == "thị" || n == "quyết" || n == "định" || n == "hoạch" || n == "văn") {
				return grammar.When{}, false
			}
		}
		if t.Tokens[i].Kind != scan.Number && !d.g.DayAt(t, i) || t.Tokens[i].Kind == scan.Number && !grammar.DateMay(t, i) {
			continue
		}
		w, ok := d.g.Date(t, i)
		if !ok || w.Date.Precision != report.DayOfMonth {
			continue
		}
		from := i - 1
		if from >= first && t.Fold(from) == "ngày" {
			from--
		}
		i = w.Last - 1
		if from >= first && notSetDown[t.Fold(from)] {
			continue
		}
		if from >= first && !t.Is(from, ',') && !setDownWords[t.Fold(from)] && t.Tokens[from].Kind == scan.Word && !attached {
			continue
		}
		if !out.Date.IsZero() {
			return grammar.When{}, false
		}
		out = w
	}
	return out, !out.Date.IsZero()
}

// notSetDown stand before a day up to which or from which on something is told, folded.
var notSetDown = map[string]bool{"đến": true, "tới": true, "hết": true, "từ": true, "trước": true, "sau": true, "chốt": true, "điểm": true, "và": true}

// setDownWords end what is said before the day on which a document was read, passed, sent or issued, folded.
var setDownWords = map[string]bool{
	"đọc": true, "qua": true, "hành": true, "sóng": true, "bày": true, "biểu": true, "nghị": true, "lập": true, "gửi": true, "sáng": true, "chiều": true, "trưa": true, "tối": true, "đăng": true, "giờ": true, "phút": true, "h": true, "ngày": true,
}

// signed reads the place and date above the signature of a form, which has none in its
// head: "Vị Thanh, ngày 31 tháng 8 năm 2015".
func (d *Document) signed(t *scan.Text, hasHead bool, emit func(report.Fact)) {
	for i := len(t.Doc.Blocks) - 1; i >= max(0, len(t.Doc.Blocks)-signature); i-- {
		if t.Doc.Blocks[i].Start <= headBytes && (hasHead || i < 3) {
			return
		}
		first, last := t.Block(i)
		if !d.g.Days(t, first, last) {
			continue
		}
		for _, l := range d.v.cut(t, first, last, nil) {
			w, ok := d.placeAndDate(t, l.First, l.Last)
			if !ok || w.First == l.First || w.Date.Precision != report.DayOfMonth {
				continue
			}
			f := report.Fact{Rule: d.id + "/signature", Rank: rankTitle, Span: t.Span(w.First, w.Last)}
			emitField(t, emit, f, "doc_date", report.Day(w.Date))
			return
		}
	}
}

// signature is how many paragraphs from the end the place and date above a signature
// stand at most: offices, a note, names, recipients.
const signature = 12

// fileDate reads the line that an archive puts before a text: date 2024-02.
func (d *Document) fileDate(t *scan.Text, first, last int32, emit func(report.Fact)) {
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind != scan.Number {
			continue
		}
		s := strings.TrimSpace(t.String(i, last))
		if date, err := report.ParseDate(s); err == nil {
			f := report.Fact{Rule: d.id + "/file", Rank: rankFile, Span: t.Span(i, last)}
			emitField(t, emit, f, "doc_date", report.Day(date))
		}
		return
	}
}

// placeAndDate reads the line "Bắc Kạn, ngày 15 tháng 02 năm 2024" of a head:
// a short line that ends with its date, or behind a place with its month. The
// date of another document in the subject stands behind a word such as "số" or
// "Nghị quyết".
func (d *Document) placeAndDate(t *scan.Text, first, last int32) (grammar.When, bool) {
	if !d.g.Days(t, first, last) {
		return grammar.When{}, false
	}
	for i := first; i < last; i++ {
		comma := i > first && t.Is(i-1, ',')
		if !d.g.DayAt(t, i) && (!comma || t.Fold(i) != "tháng") {
			continue
		}
		w, ok := d.g.Date(t, i)
		end := last
		for end > first && (t.Is(end-1, ')') || t.Is(end-1, '.') || t.Is(end-1, '*')) {
			end--
		}
		if !ok || w.Date.IsZero() || w.Last < end && !(int(w.Last)+1 < len(t.Tokens) && end-w.Last <= shortLine && allCaps(t, w.Last, w.Last+2)) { // "…, ngày 22/8/2025 TỔ TRƯỞNG: A"
			return grammar.When{}, false
		}
		if !comma && i > first && !(i == first+1 && t.Is(first, '(')) {
			return grammar.When{}, false
		}
		for j := first; j < i; j++ {
			if t.Tokens[j].Kind == scan.Word && !t.Tokens[j].Upper && !(j > first && (t.Fold(j) == "phố" || t.Fold(j) == "xã" || t.Fold(j) == "trấn") && t.Tokens[j-1].Upper) || t.Tokens[j].Kind == scan.Number && j > first+3 {
				return grammar.When{}, false
			}
		}
		return w, true
	}
	return grammar.When{}, false
}

// stamp reads the time stamp of a page: a short line with a full date and a
// time, a weekday or a word such as "Cập nhật".
func (d *Document) stamp(t *scan.Text, first, last int32) (grammar.When, bool) {
	if _, ok := meetingLine(t, first, last); ok && first < last && d.spokenOrWritten(t, t.Doc.BlockAt(int(t.Tokens[first].Start))) {
		return grammar.When{}, false // of minutes: see meeting
	}
	days := d.g.Days(t, first, min(last, first+14))
	for i := first; i < min(last, first+14); i++ {
		if t.Tokens[i].Kind != scan.Number && !(days && d.g.DayAt(t, i)) || t.Tokens[i].Kind == scan.Number && !grammar.DateMay(t, i) {
			continue
		}
		w, ok := d.g.Date(t, i)
		if !ok || w.Date.Precision != report.DayOfMonth {
			continue
		}
		if t.Has(d.stamps, first, w.Last) || t.Has(d.weekdays, first, i) && last-first < 24 || last-first < 24 && clock(t, first, last) {
			return w, true
		}
		if dateline(t, first, last, w) {
			return w, true
		}
		if w.First == first && last-first <= shortLine && w.Last+1 < last && (t.Is(w.Last, '-') || t.Is(w.Last, '|')) && t.Fold(w.Last+1) == "báo" {
			return w, true // "28/05/2015 - Báo Bình Phước"
		}
		if w.Last >= last-1 && last-first <= shortLine && (w.First > first && t.Is(w.First-1, '|') || w.First > first+1 && t.Is(w.First-2, '|')) {
			return w, true // "Người đăng: admin | Ngày 11/11/2022"
		}
		if w.Last >= last-1 && first == 0 && last <= digestWords && (t.Fold(0) == "điểm" || t.Fold(0) == "bản" || t.Fold(0) == "tin") {
			return w, true // "Điểm tin đại hội ngày 12-3-2031"
		}
		if w.Last >= last-1 && (w.First == first || last-first <= shortLine && credit(t, first, w.First)) {
			return w, true // alone, or behind the author's name
		}
		i = w.Last
	}
	if w, ok := d.issue(t, first, last); ok {
		return w, true
	}
	return d.trailing(t, first, last)
}

// dateline reports whether a full date stands in brackets behind nothing but the letters of
// a paper, "HG-ĐT (14/7/2022) - Ngày 13.7, …", or begins what a page says in brackets or
// bars of itself: "[ 21/04/2025 | Phòng Truyền thông ]".
func dateline(t *scan.Text, first, last int32, w grammar.When) bool {
	begin := w.First == first || t.Is(w.First-1, '[') && w.First-1 == first
	if begin && w.Last < last && (t.Is(w.Last, '|') || t.Is(w.Last, ']')) {
		return true
	}
	if w.First <= first+1 || w.First > first+6 || !t.Is(w.First-1, '(') || w.Last >= last || !t.Is(w.Last, ')') {
		return false
	}
	for i := first; i < w.First-1; i++ {
		if t.Tokens[i].Kind == scan.Word && !t.Tokens[i].AllUpper || t.Tokens[i].Kind == scan.Number {
			return false
		}
	}
	return true
}

// issue reads the month of an issue: "(Bản tin nội bộ, số tháng 4 năm 2025)".
func (d *Document) issue(t *scan.Text, first, last int32) (grammar.When, bool) {
	if last-first > 2*shortLine {
		return grammar.When{}, false
	}
	for _, h := range t.HitsIn(d.issues, first, last) {
		i := h.Last
		if t.Fold(i-1) == "tháng" {
			i--
		}
		if i == first {
			continue
		}
		if w, ok := d.g.Date(t, i); ok && w.Date.Precision == report.Month && (w.Last == last || w.Last == last-1 && t.Is(w.Last, ')')) {
			return w, true
		}
	}
	return grammar.When{}, false
}

// bracketed reads the place and date in brackets that end a title: "… nhiệm kỳ 2020 -
// 2025 (Hòa Bình, ngày 25/11/2020)".
func (d *Document) bracketed(t *scan.Text, first, last int32) (grammar.When, bool) {
	if !t.Is(last-1, ')') {
		return grammar.When{}, false
	}
	for i := last - 2; i >= max(first, last-shortLine); i-- {
		if t.Is(i, '(') {
			return d.placeAndDate(t, i, last)
		}
	}
	return d.held(t, first, last)
}

// held reads the day at the end of a bracket that says who held a speech: "(do đồng
// chí A, Bí thư Huyện ủy trình bày, ngày 31 tháng 7 năm 2015)".
func (d *Document) held(t *scan.Text, first, last int32) (grammar.When, bool) {
	told := false
	for i := max(first, last-longBracket); i < last-1; i++ {
		if t.Is(i, '(') {
			told = false
		}
		w := t.Fold(i) + " " + t.Fold(i+1)
		told = told || w == "trình bày" || w == "phát biểu"
		if !told || !d.g.DayAt(t, i) {
			continue
		}
		if w, ok := d.g.Date(t, i); ok && w.Date.Precision == report.DayOfMonth && w.Last >= last-1 {
			return w, true
		}
	}
	return grammar.When{}, false
}

// delivered reads the day that ends the head of a speech without brackets: "PHÁT BIỂU
// KẾT LUẬN / của đồng chí A … tại Hội nghị …, ngày 08/5/2020".
func (d *Document) delivered(t *scan.Text, block int, first, last int32) (grammar.When, bool) {
	if block > setDownBlocks || block == 0 || !d.g.Days(t, first, last) {
		return grammar.When{}, false
	}
	if !d.spokenOrWritten(t, block) {
		return grammar.When{}, false
	}
	for i := max(first+1, last-shortLine); i < last; i++ {
		if !t.Is(i-1, ',') && !t.Is(i-1, '-') || !d.g.DayAt(t, i) {
			continue
		}
		if w, ok := d.g.Date(t, i); ok && w.Date.Precision == report.DayOfMonth && w.Last == last {
			return w, true
		}
	}
	return grammar.When{}, false
}

// spokenOrWritten reports whether a speech, minutes or a script begins with a line of capitals above a block.
func (d *Document) spokenOrWritten(t *scan.Text, block int) bool {
	for i := range block {
		top, end := t.Block(i)
		if top >= end {
			continue
		}
		h, ok := t.At(d.types, top)
		if !ok || !allCaps(t, h.First, h.Last) {
			continue
		}
		switch d.codes[h.Value] {
		case "speech", "minutes", "script":
			return true
		}
	}
	return false
}

// longBracket is how many tokens such a bracket has at most.
const longBracket = 40

// trailing reads a time stamp that lost its line break behind a headline: a
// weekday before a full date, or the time of day right behind it.
func (d *Document) trailing(t *scan.Text, first, last int32) (grammar.When, bool) {
	at, _ := slices.BinarySearch(t.Numbers, first+shortLine)
	behind := first
	for _, i := range t.Numbers[at:] {
		if i >= last {
			break
		}
		if i <= behind || !grammar.DateMay(t, i) {
			continue
		}
		w, ok := d.g.Date(t, i)
		if !ok || w.Date.Precision != report.DayOfMonth {
			continue
		}
		end := min(w.Last+4, last)
		hour := end-w.Last >= 3 && clock(t, w.Last, end)
		if w.First == i && (t.Has(d.weekdays, max(first, i-4), i) || hour) && last-end <= shortLine {
			return w, true
		}
		if b := t.Tokens[i-1]; w.First == i && w.Last == last && (b.Kind == scan.Number || b.Kind == scan.Word && b.Upper) {
			return w, true // a headline that ends in a term or a name
		}
		behind = w.Last
	}
	return grammar.When{}, false
}

// shortLine is longer than a byline of a name and a date in tokens.
const shortLine = 14

// credit reports whether what stands before a date at the end of a line is who wrote it or
// the path of a page: "Bài, ảnh: Hoàng Anh (19/6/2020)", "Tin tức >> 19/6/2020".
func credit(t *scan.Text, first, last int32) bool {
	switch t.Fold(first) {
	case "bài", "ảnh", "tin", "theo", "nguồn":
		return t.Is(last-1, '(') || t.Is(last-1, '-') || t.Is(last-1, ',')
	}
	return t.Is(last-1, '>') || capitalised(t, first, last)
}

// capitalised reports whether every word of a range has a capital.
func capitalised(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind == scan.Word && !t.Tokens[i].Upper {
			return false
		}
	}
	return true
}

// clock reports whether a line has a time of day: 08:11, 15h30, GMT+7.
func clock(t *scan.Text, first, last int32) bool {
	for i := first; i+2 < last; i++ {
		if t.Tokens[i].Kind == scan.Number && (t.Is(i+1, ':') && t.Tokens[i+2].Kind == scan.Number || strings.EqualFold(t.Word(i+1), "h")) {
			return true
		}
		if t.Word(i) == "GMT" {
			return true
		}
	}
	return false
}

// digestWords is how many tokens the headline of a digest of a day's news has at most.
const digestWords = 20

// meeting reads the day on which the meeting ended that minutes without a date line record: "Hồi 8 giờ ngày 9
// tháng 3 năm 2031, tại nhà họp", "TG: 8g00 ngày 9/3/2031 đến 10g00 ngày 10/3/2031".
func (d *Document) meeting(t *scan.Text, emit func(report.Fact)) {
	minutes := false
	for i := range min(meetingBlocks, len(t.Doc.Blocks)) {
		first, last := t.Block(i)
		if first >= last {
			continue
		}
		if h, ok := t.At(d.types, first); ok && d.codes[h.Value] == "minutes" && allCaps(t, h.First, h.Last) {
			minutes = true
			continue
		}
		if !minutes {
			continue
		}
		from, ok := meetingLine(t, first, last)
		if !ok {
			continue
		}
		var end grammar.When
		for j := from; j < min(last, from+longBracket); j++ {
			if t.Tokens[j].Kind != scan.Number && !d.g.DayAt(t, j) || t.Tokens[j].Kind == scan.Number && !grammar.DateMay(t, j) {
				continue
			}
			if w, ok := d.g.Date(t, j); ok && w.Date.Precision == report.DayOfMonth {
				end = w
				j = w.Last - 1
			}
		}
		if !end.Date.IsZero() {
			f := report.Fact{Rule: d.id + "/meeting", Rank: rankLead, Span: t.Span(end.First, end.Last)}
			emitField(t, emit, f, "doc_date", report.Day(end.Date))
			return
		}
	}
}

// meetingLine returns where a line begins that says when a meeting was, behind its number.
func meetingLine(t *scan.Text, first, last int32) (int32, bool) {
	for first < last-1 && (t.Tokens[first].Kind == scan.Number || t.Tokens[first].Kind == scan.Punct || t.Fold(first) == "vào") {
		first++ // "1. Thời gian: …"
	}
	switch t.Fold(first) + " " + t.Fold(min(first+1, last-1)) {
	case "thời gian", "hôm nay", "bắt đầu":
		return first, true
	}
	w := t.Fold(first)
	return first, w == "hồi" || w == "tg" || w == "lúc"
}

// meetingBlocks is within how many paragraphs minutes say when the meeting was.
const meetingBlocks = 12

// today reads "Sáng nay 16/5": the day of writing, when the year is certain
// because the only years of full dates in the text are one.
func (d *Document) today(t *scan.Text, emit func(report.Fact)) {
	for _, h := range t.Hits(d.now) {
		i := h.Last
		for t.Is(i, ',') || t.Is(i, '(') {
			i++
		}
		w, ok := d.dayAt(t, i)
		if !ok {
			continue
		}
		if w.Date.IsZero() {
			year := d.onlyYear(t)
			if later := d.latestTerm(t); later > year {
				year = 0 // a text of that year could not know the term
			}
			date, fine := report.NewDate(year, w.Month, w.Day)
			if year == 0 || !fine {
				continue
			}
			w.Date = date
		}
		f := report.Fact{Rule: d.id + "/today", Rank: rankBody, Span: t.Span(w.First, w.Last), Derived: fmt.Sprintf("doc_date: năm %d", w.Date.Year)}
		f.Doubt("derived")
		emitField(t, emit, f, "doc_date", report.Day(w.Date))
		return
	}
}

// latestTerm returns the latest first year of a term that has begun, by the text.
func (d *Document) latestTerm(t *scan.Text) int {
	year := 0
	for _, s := range t.Sentences {
		for _, term := range d.g.Terms(t, s.First, s.Last) {
			year = max(year, term.Start)
		}
	}
	return year
}

// dayAt reads a day and month with or without "ngày".
func (d *Document) dayAt(t *scan.Text, i int32) (grammar.When, bool) {
	if w, ok := d.g.Date(t, i); ok && w.Day > 0 {
		return w, true
	}
	if int(i)+2 < len(t.Tokens) && t.Is(i+1, '/') && t.Tokens[i].Kind == scan.Number && t.Tokens[i+2].Kind == scan.Number {
		var day, month int
		if _, err := fmt.Sscan(t.Word(i), &day); err != nil {
			return grammar.When{}, false
		}
		if _, err := fmt.Sscan(t.Word(i+2), &month); err != nil {
			return grammar.When{}, false
		}
		if _, ok := report.NewDate(2024, month, day); ok && month > 0 && day > 0 {
			return grammar.When{Day: day, Month: month, First: i, Last: i + 3}, true
		}
	}
	return grammar.When{}, false
}

// onlyYear returns the latest year of the full dates of the text, 0 when there
// is none or when it is more than 200 days of writing apart from a second one.
func (d *Document) onlyYear(t *scan.Text) int {
	year := 0
	for i := int32(0); int(i) < len(t.Tokens); i++ {
		if t.Tokens[i].Kind != scan.Number && t.Fold(i) != "ngày" {
			continue
		}
		w, ok := d.g.Date(t, i)
		if !ok || w.Date.Precision != report.DayOfMonth {
			continue
		}
		year = max(year, w.Date.Year)
		i = w.Last - 1
	}
	return year
}
