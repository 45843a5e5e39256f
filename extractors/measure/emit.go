package measure

import (
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// rows emits the count, the total and the share of a group.
func (r *reader) rows(g *group, m *measure) {
	f := g.main
	stat := m.stat
	if stat == "" || stat == "count" {
		stat = "count"
		if f.percent {
			stat = "percent"
		}
	}
	f.claimed = true
	for _, p := range r.alike(g, m) {
		twin := *m
		twin.place = p.place
		r.put(r.fact(&twin, stat, f))
	}
	r.put(r.fact(m, stat, f))
	r.keep(m, stat, f.value)
	count := f.value
	if f.ratio {
		t := *f
		t.value, t.first, t.last, t.end, t.ranged, t.bound = f.total, f.totalAt, f.totalAt+1, f.totalAt+1, false, ""
		r.ratio(g, m, &t)
		if m.attr == "completed" && f.total > f.value {
			r.d.count(f.total-f.value, m.level) // those that are left over
		}
	}
	if g.pct != nil {
		g.pct.claimed = true
		share := r.fact(m, "percent", g.pct)
		switch {
		case g.pct.bound != "" || g.pct.ranged:
		case f.ratio:
			r.checkRatio(&share, m, g.pct, f)
		default:
			r.check(&share, m, g.pct.value, count, r.t.Word(g.pct.first))
		}
		r.put(share)
	}
}

// ratio emits what the M of N/M means: the list that was elected from, what was
// decided, or the whole.
func (r *reader) ratio(g *group, m *measure, f *figure) {
	switch {
	case m.attr == "total" && m.phase == "actual" && isSeats(m.body):
		list := *m
		list.phase = "nominated"
		if r.decided(g) || r.d.plans[m.body] == f.value || r.nearlyAll(g) || r.lackedNext(g.main) {
			list.phase = "planned"
		}
		r.put(r.fact(&list, "count", f))
	case m.attr == "other" && m.body == "organization":
		r.put(r.fact(m, "ratio_total", f))
	case m.body == "vote" && r.d.ballots == f.value && m.qual == "": // told with the votes before
	default:
		if m.body == "vote" && m.qual == "" {
			r.d.ballots = f.value
		}
		r.put(r.fact(m, "ratio_total", f))
	}
}

func isSeats(body string) bool {
	switch body {
	case "committee", "standing_committee", "inspection_committee", "secretary", "deputy_secretary", "upper_delegation":
		return true
	}
	return false
}

// decided reports whether N of M are elected of what was decided rather than
// of a list.
func (r *reader) decided(g *group) bool {
	for k := max(g.left, 0); k < g.wide && k < len(r.items); k++ {
		c := r.items[k].c()
		if c.phase == "planned" && c.reach != "aim" || c.phase == "target" || c.attr == "shortfall" {
			return true
		}
		if w := r.t.Word(r.items[k].last - 1); w == "đủ" {
			return true
		}
	}
	for k := g.wide; k < len(r.items) && r.items[k].mark == 0 && r.items[k].fig == nil; k++ {
		if r.items[k].c().phase == "planned" {
			return true // trên tổng số 573 đồng chí theo đề án, thiếu …
		}
	}
	if k := g.wide; k+1 < len(r.items) && r.items[k].mark == ',' && r.items[k+1].c().attr == "shortfall" {
		return true // bầu 40/41 đồng chí, thiếu 01 so với số lượng đã quyết
	}
	for k := g.end; k < len(r.items) && g.main.value < g.main.total && r.items[k].mark != ';'; k++ {
		if r.items[k].c().attr == "shortfall" {
			return true // bầu 14/15 người do chưa có nhân sự nên để khuyết một ghế
		}
	}
	return g.main.first > r.first && r.t.Word(g.main.first-1) == "đủ"
}

// nearlyAll reports whether so many of M were elected that M is what was decided: a list has a
// surplus of at least one in ten, unless the words say that it is one. Who fell short of what was
// decided has "mới" or "chỉ" before him, whatever the share.
func (r *reader) nearlyAll(g *group) bool {
	f := g.main
	for k := g.left; k < g.wide && k < len(r.items); k++ {
		if c := r.items[k].c(); c.phase == "nominated" && (k > g.at || k+1 >= g.at || r.items[k].last == f.first) {
			return false
		}
	}
	if g.head != nil && g.head.phase == "nominated" {
		return false // "52/60 ứng viên"
	}
	if f.value*surplusOf > f.total*(surplusOf-1) {
		return true
	}
	for i := f.first - 1; i > r.first && i >= f.first-3; i-- {
		if w := r.t.Fold(i); w == "mới" || w == "chỉ" {
			return f.value < f.total
		}
	}
	return false
}

// surplusOf is of how many on a list at least one is the surplus. Rules ask for one in ten to one in
// seven; between that and eleven in twelve no list was seen, and no number decided.
const surplusOf = 12

// fact makes one row.
func (r *reader) fact(m *measure, stat string, f *figure) report.Fact {
	value := f.value
	out := report.Fact{Table: "measures", Rule: r.x.id, Span: r.t.Span(f.first, max(f.end, f.first+1))}
	if f.ranged {
		out.Span = r.t.Span(f.first, r.endOfRange(f))
	}
	if m.negative {
		value = -value
		out.Derived = "value: giảm"
	}
	bound := f.bound
	if bound == "" {
		bound = "eq"
	}
	fields := r.t.Room(fieldsOf(stat))
	fields = withText(fields, "body", m.body)
	fields = withText(fields, "attribute", m.attr)
	fields = withText(fields, "phase", m.phase)
	fields = withText(fields, "stat", stat)
	fields = withNumber(fields, "value", value)
	if f.ranged {
		fields = withNumber(fields, "value_max", f.most)
	}
	fields = withText(fields, "bound", bound)
	fields = withText(fields, "qualifier", m.qual)
	fields = withText(fields, "place", m.place)
	fields = withText(fields, "level", m.level)
	day := first2(r.dayOf(m, f.first), r.heldDay(m))
	if m.attr == "completed" && !day.IsZero() {
		r.d.heldAsOf, r.d.heldBlock, r.d.heldDated = day, r.s.block, true
	}
	asOf := first2(first2(day, r.d.headAsOf), r.d.asOf)
	if !asOf.IsZero() && m.phase == "actual" && !(m.attr == "other" && strings.HasPrefix(m.qual, "sẽ ")) {
		fields = append(fields, report.Field{Column: "as_of", Value: report.Day(asOf)})
	}
	out.Fields = fields
	for _, d := range m.doubts {
		out.Doubt(d)
	}
	return out
}

// withText adds a column of which something is stated. It is a call each: a fact
// written out in one place took a tenth of the cache of instructions.
//
//go:noinline
func withText(fields []report.Field, column, text string) []report.Field {
	if text == "" {
		return fields
	}
	return append(fields, report.Field{Column: column, Value: report.Text(text)})
}

func withNumber(fields []report.Field, column string, n float64) []report.Field {
	if v := report.Number(n); !v.IsNull() {
		fields = append(fields, report.Field{Column: column, Value: v})
	}
	return fields
}

// fieldsOf is how many fields a figure has at most; a share is checked, too.
func fieldsOf(stat string) int {
	if stat == "percent" {
		return 13
	}
	return 11
}

// endOfRange returns the end of a range without its percent sign.
func (r *reader) endOfRange(f *figure) int32 {
	if f.percent {
		return f.last - 1
	}
	return f.last
}

// put keeps a fact until the document is read.
func (r *reader) put(f report.Fact) { r.facts = append(r.facts, f) }
