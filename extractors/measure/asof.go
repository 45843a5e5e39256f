package measure

import (
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
	if c.link == "asof" {
		at = r.hour(after)
	}
	w, ok := r.x.grammar.Date(r.t, at)
	if !ok || w.Last > r.last {
		return 0, false
	}
	r.items = append(r.items, item{first: first, last: w.Last, when: true})
	asof := c.link == "asof" || r.until(first)
	for k := len(r.items) - 2; k >= 0 && k >= len(r.items)-4 && first-r.items[k].last <= 3; k-- {
		asof = asof || r.items[k].c().link == "asof"
	}
	if asof {
		r.s.asOf = r.whole(w)
	}
	return w.Last, true
}

// hour passes over the time of day in "tính đến 17 giờ 30, ngày 15/8".
func (r *reader) hour(i int32) int32 {
	if !r.numberAt(i) || i+1 >= r.last || !strings.EqualFold(r.t.Word(i+1), "giờ") && !strings.EqualFold(r.t.Word(i+1), "h") {
		return i
	}
	for i += 2; i < r.last && (r.t.Tokens[i].Kind != scan.Word || strings.EqualFold(r.t.Word(i), "phút")); i++ {
	}
	return i
}

// until reports whether "đến" or "đến hết" stands before a date that begins
// the sentence or a clause: "Đến ngày 29/10, 63 đảng bộ …".
func (r *reader) until(first int32) bool {
	i := first - 1
	for i > r.first {
		w := r.t.Word(i)
		if w != "hết" && w != "nay" && w != "cuối" && w != "thời" && w != "điểm" && !r.t.Is(i, '(') && !r.t.Is(i, ',') {
			break
		}
		i--
	}
	if i < r.first {
		return false
	}
	switch r.t.Word(i) {
	case "Đến":
		return true
	case "đến":
		if i == r.first || r.t.Is(i-1, ',') || r.t.Is(i-1, '(') {
			return true
		}
		switch r.t.Word(i - 1) {
		case "Tính", "tính", "liệu", "chốt":
			return true
		}
	}
	return false
}

// stated finds the day that a note says all figures of the document stand for:
// "(Số liệu tính đến ngày 15/8/2020)", before them or behind.
func (r *reader) stated() report.Date {
	for i := range r.hits {
		if c := &r.x.words.cues[r.hits[i].Value]; c.link != "asof" {
			continue
		}
		s := r.t.SentenceOf(r.hits[i].First)
		if s.Last-s.First > longestNote || s.Last <= s.First {
			continue
		}
		r.s, r.figs, r.hit = sentence{}, r.figs[:0], r.from(s.First)
		if r.read(s.First, s.Last); len(r.figs) == 0 && !r.s.asOf.IsZero() {
			return r.s.asOf
		}
	}
	return report.Date{}
}

// longestNote is how many tokens a note on the day of the figures has at most.
const longestNote = 40

// whole completes a date: a day without a year takes the year of the document
// where that is certain.
func (r *reader) whole(w grammar.When) report.Date {
	if !w.Date.IsZero() {
		return w.Date
	}
	// A day without a year is the last such day before the document's own date.
	if d := r.t.Identity.Date; d.Day > 0 && w.Month > 0 {
		year := d.Year
		if w.Month > d.Month || w.Month == d.Month && w.Day > d.Day {
			year--
		}
		if date, ok := report.NewDate(year, w.Month, w.Day); ok {
			return date
		}
	}
	return report.Date{}
}
