package archive

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tongket/tongket/cmd/bench/paper"
)

// draft is a report while it is written: its blocks and what they state.
type draft struct {
	*rand.Rand
	congress *congress
	figures  *figures
	blocks   []paper.Block
	gold     Gold
	chars    int
	stated   map[string]bool // rows that the report states already
	lying    bool            // one of its percentages is wrong
	lies     []Contradiction
	tables   int
	noWoman  []*congress
	format   string
	encoding string
}

// label is one row that a sentence states.
type label any

// say writes a paragraph and what a coder reads out of it. Evidence is the
// paragraph.
func (d *draft) say(text string, labels ...label) {
	d.add(paper.Block{Text: text})
	d.label(text, labels...)
}

func (d *draft) add(b paper.Block) {
	d.blocks = append(d.blocks, b)
	d.chars += len([]rune(b.Text))
}

func (d *draft) label(evidence string, labels ...label) {
	for _, l := range labels {
		if !d.fresh(l) {
			continue
		}
		switch l := l.(type) {
		case Measure:
			l.Evidence = evidence
			d.gold.Measures = append(d.gold.Measures, l)
		case Person:
			l.Evidence = evidence
			d.gold.People = append(d.gold.People, l)
		case Citation:
			l.Evidence = evidence
			d.gold.Citations = append(d.gold.Citations, l)
		case Assessment:
			l.Evidence = evidence
			d.gold.Assessments = append(d.gold.Assessments, l)
		case Limitation:
			l.Evidence = evidence
			if !slices.Contains(d.gold.Limitations, l.Code) {
				d.gold.Limitations = append(d.gold.Limitations, l.Code)
			}
			d.gold.LimitationRows = append(d.gold.LimitationRows, l)
		case Task:
			l.Evidence = evidence
			d.gold.Tasks = append(d.gold.Tasks, l)
		}
	}
}

// fresh reports whether a row is not stated yet: a fact stated twice is one.
func (d *draft) fresh(l label) bool {
	var key string
	switch l := l.(type) {
	case Measure:
		key = fmt.Sprint("m", l.Body, l.Attribute, l.Phase, l.Stat, l.Value, text(l.Qualifier), text(l.Place), text(l.Level))
	case Citation:
		key = "c" + l.Symbol
	case Limitation:
		key = fmt.Sprint("l", l.Code, text(l.Body), text(l.Level))
	default:
		return true
	}
	if d.stated[key] {
		return false
	}
	d.stated[key] = true
	return true
}

// one picks one of several wordings.
func (d *draft) one(wordings ...string) string { return wordings[d.IntN(len(wordings))] }

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// optional is nil for nothing.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// about is where figures belong: the reporting unit, a unit by its name, or all
// units of a level.
type about struct{ place, level string }

// own is the reporting unit itself.
func (d *draft) own() about { return about{level: d.congress.level(d.congress.term)} }

// of is a unit that is named.
func (d *draft) of(c *congress) about { return about{c.full(), c.level(c.term)} }

func (a about) count(body, attribute, phase string, value int) Measure {
	return a.measure(body, attribute, phase, "count", float64(value))
}

func (a about) measure(body, attribute, phase, stat string, value float64) Measure {
	return Measure{Body: body, Attribute: attribute, Phase: phase, Stat: stat, Value: value, Bound: "eq", Place: optional(a.place), Level: optional(a.level)}
}

func qualified(m Measure, q string) Measure {
	m.Qualifier = optional(q)
	return m
}

func dated(m Measure, day time.Time) Measure {
	m.AsOf = new(day.Format(time.DateOnly))
	return m
}

// share writes the percentage of a part and returns what it states. In a report
// that contradicts itself, one percentage is wrong by some points.
func (d *draft) share(a about, body, attribute, qualifier string, part, whole int) (string, []label) {
	p := percent(part, whole)
	if d.lying && part > 0 && len(d.lies) == 0 && d.IntN(3) == 0 {
		wrong := float64(int(10*p)+20+d.IntN(60)) / 10
		if wrong > 95 {
			wrong = float64(int(10*p)-20-d.IntN(60)) / 10
		}
		d.lies = append(d.lies, Contradiction{Unit: d.congress.organisation(), Body: body, Attribute: attribute, Count: part, Base: whole, Stated: wrong, Expected: p})
		p = wrong
	}
	return decimal(p), []label{
		qualified(a.count(body, attribute, "actual", part), qualifier),
		qualified(a.measure(body, attribute, "actual", "percent", p), qualifier),
	}
}

// decimal writes a number as Vietnamese does: 13,3; 20.
func decimal(f float64) string {
	return strings.ReplaceAll(strconv.FormatFloat(f, 'f', -1, 64), ".", ",")
}

// thousands writes a whole number: 5.127.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// two writes small numbers with two figures, as forms do: 05.
func two(n int) string { return fmt.Sprintf("%02d", n) }

// day writes a date: 15/8/2020.
func day(t time.Time) string { return fmt.Sprintf("%d/%d/%d", t.Day(), t.Month(), t.Year()) }

// long writes a date in words: ngày 08 tháng 3 năm 2024.
func long(t time.Time) string {
	month := strconv.Itoa(int(t.Month()))
	if t.Month() < 3 { // one and two could be made ten more
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", t.Day(), month, t.Year())
}
