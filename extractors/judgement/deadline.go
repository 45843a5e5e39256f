package judgement

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// longestDone are the words before the day: "thực hiện xong".
const longestDone = 3

// onlyDue reports whether a clause only says by when the one before it in its sentence
// is to be done: "…; hoàn thành trước ngày 30/6/2020".
func (x *Task) onlyDue(t *scan.Text, before, cl *discourse.Clause) bool {
	if cl.Sentence != before.Sentence || cl.Last-cl.First > 14 {
		return false
	}
	if last := t.Sentences[cl.Sentence].Last; cl.First+longestDone < last && word(t, cl.First) != "hạn" && !t.Has(x.deadlines, cl.First, last) {
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
	if word(t, i) == "hạn" { // "…; hạn báo cáo là 31/8", "…; hạn nộp: 15/6"
		for j := i + 2; j < min(i+5, cl.Last-1); j++ {
			if (word(t, j) == "là" || t.Is(j, ':')) && t.Tokens[j+1].Kind == scan.Number {
				return true
			}
		}
	}
	if !due && i > cl.First {
		_, due = t.At(x.deadlines, cl.First)
	}
	return due && i > cl.First
}

// dueBy reports whether a clause sets a day by which something is to be done: "Đại
// hội cấp cơ sở không quá 02 ngày, hoàn thành trước 30/6/2025".
func (x *Task) dueBy(t *scan.Text, cl discourse.Clause) bool {
	for _, h := range t.HitsIn(x.deadlines, cl.First, cl.Last) {
		switch word(t, h.First-1) {
		case "thành", "xong", "thúc", "tất", "hành":
			return true
		}
		switch word(t, h.First) {
		case "hoàn", "xong":
			return true
		}
		for i := max(cl.First, h.First-16); i < h.First; i++ { // "Hồ sơ gửi về … chậm nhất 30 ngày trước đại hội"
			if w := word(t, i); w == "gửi" || w == "nộp" {
				return true
			}
		}
		if t.Is(h.First-1, ':') { // "Đại hội Đảng bộ huyện: trong tháng 8/2020"
			return true
		}
	}
	if !prescribes(t) {
		return false
	}
	if d := colonDay(x, t, cl); !d.IsZero() {
		return true
	}
	d := x.deadline(t, cl) // "đại hội điểm 2 đơn vị trong tháng 3/2025" in a plan
	return !d.IsZero() && !t.Identity.Date.IsZero() && !d.Before(t.Identity.Date) && (t.Has(x.c.congress, cl.First, cl.Last) || t.Has(x.addressees, cl.First, cl.Last))
}

// colonDay reads the day behind the colon that ends a line of a plan: "Duyệt nội dung với
// Tổ công tác: 28-7-2025".
func colonDay(x *Task, t *scan.Text, cl discourse.Clause) report.Date {
	if !prescribes(t) {
		return report.Date{}
	}
	for i := max(cl.First+2, cl.Last-8); i < cl.Last-1; i++ {
		if !t.Is(i, ':') {
			continue
		}
		if w, ok := x.g.Date(t, i+1); ok && w.Date.Precision == report.DayOfMonth && w.Last >= cl.Last-1 {
			return w.Date
		}
	}
	return report.Date{}
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

// deadline reads the date after a word such as "trước ngày". A day and month
// without a year take the document's year when they lie after its date.
func (x *Task) deadline(t *scan.Text, cl discourse.Clause) report.Date {
	for _, h := range t.HitsIn(x.deadlines, cl.First, cl.Last) {
		h.Last = behindHour(t, h.Last)
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
		if d := yearless(t, h.Last); !d.IsZero() && !d.Before(t.Identity.Date) {
			return d
		}
		if d := withinYear(t, h.Last); !d.IsZero() {
			return d
		}
	}
	if d := x.bareDay(t, cl); !d.IsZero() {
		return d
	}
	return colonDay(x, t, cl)
}

// bareDay reads a month or a quarter with its year that stands at the start of a clause or
// behind a comma, before the verb of what is due then: "…, tháng 9/2020 báo cáo".
func (x *Task) bareDay(t *scan.Text, cl discourse.Clause) report.Date {
	for _, h := range t.HitsIn(x.months, afterLabel(t, cl), cl.Last-3) {
		i := h.First
		if w := word(t, i-1); i > cl.First+3 && word(t, i) == "tháng" && (w == "nghị" || w == "họp") && (word(t, i-3) == "trình" || word(t, i-3) == "cáo" || word(t, i-4) == "trình") {
			if d, ok := x.g.Date(t, i); ok && !d.Date.IsZero() {
				return d.Date // "trình hội nghị tháng 10/2020"
			}
		}
		if i > cl.First && t.Tokens[i-1].Kind == scan.Word {
			continue
		}
		d, ok := x.g.Date(t, i)
		if !ok || d.Date.IsZero() || !verbAt(t, d.Last) {
			continue
		}
		if word(t, i) != "tháng" && d.Date.Month > 0 && d.Date.Month < 11 {
			d.Date.Month += 2
		}
		return d.Date
	}
	return report.Date{}
}

// withinYear reads a month, a quarter or the end of the year of the document behind a word
// that sets a deadline, with what tells its part before it: "từ nay đến | cuối tháng 6",
// "xong trong | quý II", "đến | hết năm".
func withinYear(t *scan.Text, i int32) report.Date {
	of := t.Identity.Date
	if of.Year == 0 {
		return report.Date{}
	}
	for last := i + 4; i < last && int(i) < len(t.Tokens); i++ {
		switch word(t, i) {
		case "cuối", "đầu", "giữa", "hết", "tuần", "trong", "ngày", "vào":
			continue
		}
		break
	}
	if int(i) >= len(t.Tokens) {
		return report.Date{}
	}
	month := 0
	switch word(t, i) {
	case "tháng":
		if int(i)+1 < len(t.Tokens) && t.Tokens[i+1].Kind == scan.Number && !t.Is(i+2, '/') && word(t, i+2) != "năm" {
			month, _ = strconv.Atoi(t.Word(i + 1))
		}
	case "quí", "quý":
		if !t.Is(i+2, '/') && word(t, i+2) != "năm" {
			month = quarters[word(t, i+1)]
		}
	case "năm":
		if w := word(t, i-1); (w == "hết" || w == "cuối") && (int(i)+1 >= len(t.Tokens) || t.Tokens[i+1].Kind != scan.Number) && word(t, i+1) != "sau" && word(t, i+1) != "tới" && word(t, i+1) != "học" {
			month = 12
		}
	}
	if month < 1 || month > 12 || month < of.Month {
		return report.Date{}
	}
	return report.Date{Year: of.Year, Month: month, Precision: report.Month}
}

// behindHour passes over the time of day before a date: "hạn cuối là 17 giờ 30 ngày 05/6".
func behindHour(t *scan.Text, i int32) int32 {
	if int(i)+2 >= len(t.Tokens) || t.Tokens[i].Kind != scan.Number || word(t, i+1) != "giờ" && word(t, i+1) != "h" {
		return i
	}
	for i += 2; int(i) < len(t.Tokens) && (t.Is(i, ',') || t.Tokens[i].Kind == scan.Number && !t.Is(i+1, '/') || word(t, i) == "phút"); i++ {
	}
	return i
}

// quarters are Roman numerals with the last month of the quarter.
var quarters = map[string]int{"i": 3, "ii": 6, "iii": 9, "iv": 12}

// yearless reads "15/9", "30-9" or "[quý] III" behind a word that sets a deadline, in the
// document's year.
func yearless(t *scan.Text, i int32) report.Date {
	y := t.Identity.Date.Year
	if y == 0 || int(i)+2 >= len(t.Tokens) {
		return report.Date{}
	}
	if q := word(t, i-1); q == "quí" || q == "quý" {
		if m := quarters[word(t, i)]; m > 0 {
			return report.Date{Year: y, Month: m, Precision: report.Month}
		}
		return report.Date{}
	}
	if t.Tokens[i].Kind != scan.Number || !t.Is(i+1, '/') && !t.Is(i+1, '-') || t.Tokens[i+2].Kind != scan.Number {
		return report.Date{}
	}
	switch word(t, i+3) {
	case "số", "tổng", "đại", "đảng", "đơn", "thành", "trở", "phiếu", "cấp", "uỷ", "ủy", "chi", "xã":
		return report.Date{} // "2/3 số phiếu"
	}
	day, err1 := strconv.Atoi(t.Word(i))
	month, err2 := strconv.Atoi(t.Word(i + 2))
	if err1 != nil || err2 != nil {
		return report.Date{}
	}
	d, _ := report.NewDate(y, month, day)
	return d
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
