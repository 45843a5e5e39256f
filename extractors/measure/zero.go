package measure

import (
	"iter"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// zeros emits worded zeros: "không có cán bộ nữ tham gia ban thường vụ", once
// for each unit that is named.
func (r *reader) zeros() {
	for k := range r.items {
		c := r.items[k].c()
		none := r.noneOf(k)
		if c.link != "zero" && c.link != "zerosoft" && !none {
			continue
		}
		m := measure{phase: "actual", stat: "count"}
		also := ""
		if none {
			m.body = c.body
		}
		end := k + 1
		for ; end < len(r.items) && end < k+9; end++ {
			it := &r.items[end]
			n := it.c()
			if it.mark == ',' && m.body != "" && end+1 < len(r.items) && r.items[end+1].c().use == "counted" && isSeats(r.items[end+1].c().body) {
				also = r.items[end+1].c().body // "chưa có bí thư, phó bí thư là người dân tộc thiểu số"
				end++
				continue
			}
			if it.mark == ';' || it.mark == ',' || it.mark == '(' || it.fig != nil || n.link == "zero" {
				break
			}
			if n.body != "" && n.use != "actor" && n.body != "comment" && n.body != "vote" && (m.body == "" || n.use == "body") {
				m.body = n.body
			}
		}
		if end == k+1 || r.items[k+1].first-r.items[k].last > 2 {
			continue
		}
		g := &group{at: k, end: k + 1, left: 0, right: end, headAt: -1, main: &figure{}}
		m.attr, m.qual, _ = r.settle(g, r.scan(k+1, end))
		if name := r.peopleNamed(g); m.attr == "" && name != "" {
			m.attr, m.qual = "other", name
		}
		if m.body == "" && m.attr != "" && r.s.body != "" && r.s.body != "delegate" {
			m.body = r.s.body
		}
		if m.body == "" && m.attr != "" {
			m.body = r.without(k)
		}
		if m.attr == "withdrawn" {
			m.body, m.phase = "committee", "nominated"
		}
		if m.body == "" || m.attr == "" || r.countedBefore(k) || c.link == "zerosoft" && !r.unitBefore(k) && !(k == 0 && weight(m.attr) == 2 && r.items[k].first == r.firstWord()) {
			continue
		}
		r.zero(k, end, m)
		if also != "" {
			m.body = also
			r.zero(k, end, m)
		}
	}
}

// noneOf reports whether item k is a post that nobody of a kind has: "không bí thư
// nào là nữ".
func (r *reader) noneOf(k int) bool {
	it := &r.items[k]
	return it.c().use == "counted" && isSeats(it.c().body) && it.first > r.first && strings.EqualFold(r.t.Word(it.first-1), "không") &&
		it.last < r.last && r.t.Word(it.last) == "nào"
}

// without returns the body that item k says has none: "Ban Thường vụ Huyện ủy
// không có …".
func (r *reader) without(k int) string {
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		c := r.items[j].c()
		if c.body != "" && c.use == "body" {
			return c.body
		}
		if c.use != "actor" && r.items[j].place == "" && !c.org && c.link != "filler" {
			break
		}
	}
	return ""
}

// countedBefore reports whether the units without are counted: "3 đơn vị không
// có …" is a figure of units, which are not named here.
func (r *reader) countedBefore(k int) bool {
	return k >= 2 && r.items[k-1].c().org && r.items[k-1].last == r.items[k].first && r.items[k-2].fig != nil
}

// unitsWithout is the level of the units that have none: "Cấp ủy các huyện không
// có …".
func (r *reader) unitsWithout(k int) string {
	if k > 0 && r.items[k-1].c().org && r.items[k-1].last == r.items[k].first {
		return r.levelWord(k - 1)
	}
	return ""
}

// unitBefore reports whether a unit is named right before item k.
func (r *reader) unitBefore(k int) bool {
	return k > 0 && r.items[k-1].place != "" && r.items[k].first-r.items[k-1].last <= 1
}

// zero emits one row for each unit named before or, in brackets, behind.
func (r *reader) zero(k, end int, m measure) {
	var places []int
	for j := k - 1; j >= 0 && r.items[j].mark != ';'; j-- {
		if r.items[j].place != "" {
			places = append(places, j)
		}
	}
	if len(places) == 0 && end < len(r.items) && r.items[end].mark == '(' {
		for j := end + 1; j < len(r.items) && r.items[j].mark != ')'; j++ {
			if r.items[j].place != "" {
				places = append(places, j)
			}
		}
	}
	units := r.unitsWithout(k)
	emit := func(place, level string) {
		f := report.Fact{Table: "measures", Rule: r.x.id, Span: r.t.Span(r.items[k].first, r.items[k].last), Fields: r.t.Room(10)}
		level = first(level, units)
		if level == "" {
			level = r.s.level
		}
		if level == "" {
			level = r.t.Identity.Level
		}
		for _, c := range [][2]string{{"body", m.body}, {"attribute", m.attr}, {"phase", m.phase}, {"stat", "count"}, {"qualifier", m.qual}, {"place", place}, {"level", level}, {"bound", "eq"}} {
			f.Set(c[0], report.Text(c[1]))
		}
		f.Set("value", report.Number(0))
		f.Set("worded_zero", report.Bool(true))
		f.Derived = "value: " + r.t.String(r.items[k].first, r.items[k].last)
		r.put(f)
	}
	if len(places) == 0 {
		emit(r.s.place, "")
		return
	}
	for _, at := range slices.Backward(places) {
		it := &r.items[at]
		if r.own(it.place) {
			emit("", "")
			continue
		}
		emit(it.place, it.placeLevel)
		for name := range r.namesBehind(it.last, r.items[k].first) {
			emit(name, it.placeLevel)
		}
	}
}

// namesBehind yields the names that go on a row of units without their type
// word: "Huyện Cầu Kè, Trà Cú và Càng Long".
func (r *reader) namesBehind(i, stop int32) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i < stop && (r.t.Is(i, ',') || r.t.Word(i) == "và") {
			first := i + 1
			i = first
			for i < stop && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper {
				i++
			}
			if i-first < 2 || i-first > 4 || !yield(r.t.String(first, i)) {
				return
			}
		}
	}
}
