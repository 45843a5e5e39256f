package grammar

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// When is a date of the text. A day or month without a year has no Date but
// keeps its Day and Month, for callers that know the year from elsewhere.
type When struct {
	Date       report.Date // zero when the year is not stated
	Day, Month int         // 0 when not stated
	First      int32       // token range, half open, with "ngày" or "tháng"
	Last       int32
}

// Date reads the date that begins at token i:
//
//	ngày 15 tháng 02 năm 2024    ngày 15/02/2024    15-2-2024    15.2.2024
//	tháng 02 năm 2024            tháng 2/2024       02/2024      quý I/2025 (its first month)
//	năm 2024                     ngày 31/8          31/8 (after ngày only)
//
// Blank forms ("ngày   tháng   năm 2026") give the year.
func (g *Grammar) Date(t *scan.Text, i int32) (When, bool) {
	if uint(i) >= uint(len(t.Tokens)) {
		return When{}, false
	}
	if t.Tokens[i].Kind == scan.Number {
		return g.numeric(t, i, i, false)
	}
	if h, ok := t.At(g.day, i); ok {
		return g.afterDay(t, i, h.Last)
	}
	if h, ok := t.At(g.month, i); ok {
		return g.afterMonth(t, i, h.Last, 0)
	}
	if h, ok := t.At(g.year, i); ok {
		if y, ok := year(t, h.Last); ok {
			return whenOf(y, 0, 0, i, h.Last+1)
		}
		return When{}, false
	}
	if h, ok := t.At(g.quarter, i); ok {
		return g.afterQuarter(t, i, h.Last)
	}
	return When{}, false
}

// Days reports whether a range of tokens has a word for a day or a month.
func (g *Grammar) Days(t *scan.Text, first, last int32) bool {
	return t.Has(g.day, first, last) || t.Has(g.month, first, last)
}

// DayAt reports whether the word "ngày" is token i.
func (g *Grammar) DayAt(t *scan.Text, i int32) bool {
	_, ok := t.At(g.day, i)
	return ok && t.Fold(i) == "ngày"
}

// afterDay reads what follows "ngày".
func (g *Grammar) afterDay(t *scan.Text, first, i int32) (When, bool) {
	if h, ok := t.At(g.month, i); ok { // a blank form: ngày … tháng … năm 2026
		return g.afterMonth(t, first, h.Last, 0)
	}
	if dots := skipBlank(t, i); dots > i {
		if h, ok := t.At(g.month, dots); ok {
			return g.afterMonth(t, first, h.Last, 0)
		}
	}
	d, ok := small(t, i, 31)
	if !ok {
		if int(i) < len(t.Tokens) && t.Tokens[i].Kind == scan.Number {
			return g.numeric(t, first, i, true)
		}
		return When{}, false
	}
	if h, ok := t.At(g.month, i+1); ok {
		return g.afterMonth(t, first, h.Last, d)
	}
	return g.numeric(t, first, i, true)
}

// afterMonth reads what follows "tháng": the month, then the year if any.
func (g *Grammar) afterMonth(t *scan.Text, first, i int32, day int) (When, bool) {
	m, ok := small(t, i, 12)
	next := i + 1
	if !ok {
		next = skipBlank(t, i)
		// "tháng năm 2026" is an unfilled form rather than May: năm with a year
		// after it is the word year.
		if h, word := t.At(g.months, i); word && !yearFollows(t, h) {
			m, next = int(h.Value), h.Last
		}
	}
	if h, found := t.At(g.year, next); found {
		if y, fine := year(t, h.Last); fine {
			return whenOf(y, m, day, first, h.Last+1)
		}
	}
	if (t.Is(next, '/') || t.Is(next, '-') || t.Is(next, '.')) && m > 0 {
		if y, fine := year(t, next+1); fine {
			return whenOf(y, m, day, first, next+2)
		}
	}
	if t.Is(next, ',') && day > 0 && m > 0 { // ngày 18 tháng 5, 2015
		if y, fine := year(t, next+1); fine {
			return whenOf(y, m, day, first, next+2)
		}
	}
	if m == 0 {
		return When{}, false
	}
	return When{Day: day, Month: m, First: first, Last: next}, true
}

func (g *Grammar) afterQuarter(t *scan.Text, first, i int32) (When, bool) {
	if int(i) >= len(t.Tokens) {
		return When{}, false
	}
	q := map[string]int{"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}[t.Word(i)]
	if q == 0 {
		return When{}, false
	}
	next := i + 1
	if t.Is(next, '/') || t.Is(next, '-') {
		next++
	} else if h, ok := t.At(g.year, next); ok {
		next = h.Last
	}
	if y, ok := year(t, next); ok {
		return whenOf(y, 3*q-2, 0, first, next+1)
	}
	return When{}, false
}

// DateMay reports whether a number can begin a date by what it is and what stands
// behind it, as few do: the rest need not be read.
func DateMay(t *scan.Text, i int32) bool {
	return separator(t, i+1) || t.Tokens[i].End-t.Tokens[i].Start > 2 && strings.IndexByte(t.Word(i), '.') > 0
}

// numeric reads 15/02/2024, 15-2-2024, 15.2.2024, 02/2024 and, after "ngày",
// 31/8. bare tells whether a day and month alone are enough.
func (g *Grammar) numeric(t *scan.Text, first, i int32, bare bool) (When, bool) {
	if !DateMay(t, i) {
		return When{}, false
	}
	word := t.Word(i)
	if day, rest, dotted := strings.Cut(word, "."); dotted {
		month, last, full := strings.Cut(rest, ".")
		if full && !strings.ContainsAny(last, ".") && !strings.Contains(word, ",") {
			if y, err := strconv.Atoi(last); err == nil && len(last) == 4 {
				return whenOf(y, atoi(month), atoi(day), first, i+1)
			}
		} else if !full && bare && Ambiguous(word) {
			return When{Day: atoi(day), Month: atoi(month), First: first, Last: i + 1}, true
		}
	}
	a, ok := small(t, i, 31)
	if !ok || !separator(t, i+1) {
		return When{}, false
	}
	if y, ok := year(t, i+2); ok { // 02/2024
		if a > 12 || !t.Is(i+1, '/') && !bare {
			return When{}, false
		}
		return whenOf(y, a, 0, first, i+3)
	}
	b, ok := small(t, i+2, 12)
	if !ok {
		return When{}, false
	}
	if separator(t, i+3) && t.Tokens[i+1].ID == t.Tokens[i+3].ID {
		if y, ok := year(t, i+4); ok {
			return whenOf(y, b, a, first, i+5)
		}
	}
	if bare && t.Is(i+1, '/') || bare && t.Is(i+1, '-') && !t.Tokens[i+1].Space {
		return When{Day: a, Month: b, First: first, Last: i + 3}, true
	}
	return When{}, false
}

func whenOf(y, m, d int, first, last int32) (When, bool) {
	date, ok := report.NewDate(y, m, d)
	if !ok {
		return When{}, false
	}
	return When{Date: date, Day: d, Month: m, First: first, Last: last}, true
}

func separator(t *scan.Text, i int32) bool { return t.Is(i, '/') || t.Is(i, '-') }

// skipBlank passes over the dots and lines of an unfilled form.
func skipBlank(t *scan.Text, i int32) int32 {
	for t.Is(i, '.') || t.Is(i, '_') || t.Is(i, '/') {
		i++
	}
	return i
}

// small reads a whole number from 1 to most.
func small(t *scan.Text, i int32, most int) (int, bool) {
	if int(i) >= len(t.Tokens) || t.Tokens[i].Kind != scan.Number {
		return 0, false
	}
	w := t.Word(i)
	if len(w) > 2 {
		return 0, false
	}
	n := atoi(w)
	return n, n >= 1 && n <= most
}

// year reads a year that a congress report can mean: the Party was founded in
// 1930, plans do not reach past 2100.
func year(t *scan.Text, i int32) (int, bool) {
	if i < 0 || int(i) >= len(t.Tokens) || t.Tokens[i].Kind != scan.Number {
		return 0, false
	}
	w := t.Word(i)
	if len(w) != 4 {
		return 0, false
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n >= 1930 && n <= 2100
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func yearFollows(t *scan.Text, month scan.Hit) bool {
	_, ok := year(t, month.Last)
	return ok && month.Value == 5
}

// ParseDate reads one date that stands alone: 15/02/2024, 15-2-2024, 15.2.2024,
// "15 tháng 02 năm 2024", with or without "ngày" before it, or ISO 8601.
func ParseDate(s string) (report.Date, bool) {
	if d, err := report.ParseDate(s); err == nil {
		return d, true
	}
	b := scan.NewBuilder()
	g := New(b)
	t := b.Build().Scan(scan.Plain("ngày " + strings.TrimPrefix(strings.TrimPrefix(s, "ngày "), "Ngày ")))
	w, ok := g.Date(t, 0)
	return w.Date, ok && !w.Date.IsZero() && int(w.Last) == len(t.Tokens)
}
