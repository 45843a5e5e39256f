package audit

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/tongket/tongket/pipeline/report"
)

// Document returns the findings of one document's measures, in the order of
// the text. rows are all rows of the document; findings is the table to fill;
// id makes a row's id (see assemble.RowID).
func Document(rows []report.Row, findings *report.Table, id func(doc, table, key string, s report.Span) string) []report.Row {
	a := auditor{table: findings, id: id, figures: figures(rows), level: levelOf(rows)}
	if len(a.figures) == 0 {
		return nil
	}
	slices.SortStableFunc(a.figures, func(f, g figure) int { return cmp.Compare(f.start, g.start) })
	a.index = indexOf(a.figures)
	a.percents()
	a.sums()
	a.parts()
	a.seats()
	a.committees()
	a.twice()
	slices.SortStableFunc(a.out, func(r, s report.Row) int {
		x, _ := r.Get("evidence_start").Number()
		y, _ := s.Get("evidence_start").Number()
		return cmp.Or(cmp.Compare(x, y), strings.Compare(r.Get("kind").Text(), s.Get("kind").Text()))
	})
	return a.out
}

// Again is Document for rows of which a person corrected some: shares that
// lean on corrected figures are checked once more, and the findings made before
// give way to the new ones. It returns all rows of the document.
func Again(rows []report.Row, findings *report.Table, id func(doc, table, key string, s report.Span) string) []report.Row {
	a := auditor{figures: figures(rows)}
	slices.SortStableFunc(a.figures, func(f, g figure) int { return cmp.Compare(f.start, g.start) })
	a.index = indexOf(a.figures)
	for i := range a.figures {
		a.recheck(&a.figures[i])
	}
	rows = slices.DeleteFunc(rows, func(r report.Row) bool {
		return r.Table == findings && strings.HasPrefix(r.Get("rule").Text(), "audit.")
	})
	return append(rows, Document(rows, findings, id)...)
}

// readAs is what the program read where a reviewer corrected the figure; "" for
// a figure as it was read.
func readAs(f *figure) string {
	read, _ := f.row.ReadAs("value")
	return read
}

// recheck compares a share with its count and base as they are now, when one of
// the three was corrected.
func (a *auditor) recheck(p *figure) {
	c := a.partner(p)
	name, was, ok := strings.Cut(p.row.Get("base").Text(), "=")
	if c == nil || !ok || p.row.Get("check").IsNull() {
		return
	}
	whole, err := strconv.ParseFloat(was, 64)
	if err != nil {
		return
	}
	touched := !p.row.Get("corrected").IsNull() || !c.row.Get("corrected").IsNull()
	for _, g := range a.index.ofShares().named[name] {
		if readAs(g) != was {
			continue
		}
		whole, touched = g.value, true
		p.row.Set("base", report.Text(name+"="+strconv.FormatFloat(whole, 'f', -1, 64)))
	}
	if !touched {
		return
	}
	p.row.Set("check", report.Text(map[agreement]string{agrees: "ok", truncated: "truncated", differs: "mismatch"}[compare(p.value, c.value, whole)]))
}

type auditor struct {
	table   *report.Table
	id      func(doc, table, key string, s report.Span) string
	level   string // of the organisation that the document is about
	figures []figure
	index   index
	out     []report.Row
}

// finding is one row to come.
type finding struct {
	kind, severity, candidates string
	message                    report.Label
	a                          *figure
	b                          *figure // nil for none
	stated, expected           float64
}

func (a *auditor) add(f finding) {
	row := report.NewRow(a.table)
	for _, c := range []string{"doc_id", "evidence_start", "evidence_end", "evidence", "page"} {
		row.Set(c, f.a.row.Get(c))
	}
	row.Set("rule", report.Text("audit."+f.kind))
	row.Set("confidence", f.a.row.Get("confidence"))
	row.Set("kind", report.Text(f.kind))
	row.Set("severity", report.Text(f.severity))
	row.Set("message", f.message.Said())
	row.Set("stated", report.Number(f.stated))
	row.Set("expected", report.Number(f.expected))
	row.Set("candidates", report.Text(f.candidates))
	row.Set("row_a", f.a.row.Get("row_id"))
	if read := readAs(f.a); read != "" { // what is stated here is a reviewer's, not at the evidence
		row.Set("corrected", report.Text("stated: "+read))
	}
	key := f.kind
	if f.b != nil {
		row.Set("row_b", f.b.row.Get("row_id"))
		row.Set("other_start", f.b.row.Get("evidence_start"))
		row.Set("other_end", f.b.row.Get("evidence_end"))
		row.Set("other_evidence", f.b.row.Get("evidence"))
		key += fmt.Sprint("|", f.b.start)
	}
	end, _ := f.a.row.Get("evidence_end").Number()
	row.Set("row_id", report.Text(a.id(f.a.row.Get("doc_id").Text(), "findings", key, report.Span{Start: f.a.start, End: int(end)})))
	a.out = append(a.out, row)
}

// total returns the total that governs a figure: the nearest before it of the
// same body and scope, else the first after it.
func (a *auditor) total(f *figure, phase string) *figure {
	k := f.scopeKey()
	k.phase = phase
	list := a.index.members[member{f.body, "total", k}]
	return nearest(list, sort.Search(len(list), func(i int) bool { return list[i].start > f.start }))
}

// nearest returns the last of the first n figures of a list, else the first behind
// them.
func nearest(list []*figure, n int) *figure {
	switch {
	case n > 0:
		return list[n-1]
	case len(list) > 0:
		return list[0]
	}
	return nil
}

// percents reports the shares that the rule which read them found wrong (see
// the columns base and check of measures), with the bases that would be right.
func (a *auditor) percents() {
	for i := range a.figures {
		p := &a.figures[i]
		check := p.row.Get("check").Text()
		if check != "truncated" && check != "mismatch" {
			continue
		}
		c := a.partner(p)
		if c == nil {
			continue
		}
		base, whole := a.base(p)
		if whole <= 0 {
			continue
		}
		share := 100 * c.value / whole
		f := finding{kind: percentTruncated, severity: "info", a: p, b: base, stated: p.value, expected: round2(share),
			message: say("%s trên %s là %s; văn bản ghi %s (cắt bớt chữ số)", "%s of %s is %s; the text says %s (digits cut off)", c.value, whole, percentage(share), percentage(p.value))}
		if check == "mismatch" {
			f.kind, f.severity, f.candidates = percentMismatch, "warning", a.candidates(p, c)
			if f.candidates != "" { // right, but of another whole
				f.severity = "info"
			}
			f.message = say("%s trên %s là %s; văn bản ghi %s", "%s of %s is %s; the text says %s", c.value, whole, percentage(share), percentage(p.value))
		}
		a.add(f)
	}
}

// partner returns the count that a percent restates: the same key, in the same
// sentence, the nearest before it, else the first behind it.
func (a *auditor) partner(p *figure) *figure {
	list := a.index.ofShares().sentence[restated{member{p.body, p.attribute, p.scopeKey()}, p.qualifier, p.row.Get("evidence").Text()}]
	c := nearest(list, sort.Search(len(list), func(i int) bool { return list[i].start >= p.start }))
	if c != nil || !p.cell || p.row.Get("check").IsNull() {
		return c
	}
	list = a.index.members[member{p.body, p.attribute, p.scopeKey()}] // a row of shares below that of the counts
	for i := sort.Search(len(list), func(i int) bool { return list[i].start >= p.start }) - 1; i >= 0; i-- {
		if g := list[i]; g.cell && g.qualifier == p.qualifier {
			return g
		}
	}
	return nil
}

// base reads the column base ("committee.total=36954") and finds the figure
// that it names, nil when the document states it in another way.
func (a *auditor) base(p *figure) (*figure, float64) {
	name, value, ok := strings.Cut(p.row.Get("base").Text(), "=")
	whole, err := strconv.ParseFloat(value, 64)
	if !ok || err != nil {
		return nil, 0
	}
	if g := a.index.ofShares().own[statedIn{stated{name, whole}, p.scopeKey()}]; g != nil { // of its own row
		return g, whole
	}
	if g := a.index.ofShares().valued[stated{name, whole}]; g != nil && g.place == p.place {
		return g, whole
	}
	if g := a.index.ofShares().valued[stated{p.name(), whole}]; g != nil && g.place == p.place && g.stat == "ratio_total" { // the M of its own N/M
		return g, whole
	}
	if body, ok := strings.CutSuffix(name, ".total"); ok { // a body that was appointed as a whole
		for _, g := range a.index.members[member{body, "appointed", p.scopeKey()}] {
			if g.value == whole {
				return g, whole
			}
		}
	}
	return nil, whole
}

// candidates lists the counts of the document with which a percent would agree:
// those in the range of wholes that rounding and cutting off leave.
func (a *auditor) candidates(p, c *figure) string {
	unit := 2 * math.Pow10(-decimals(p.value))
	least, most := 100*c.value/(p.value+unit), math.Inf(1)
	if p.value > unit {
		most = 100 * c.value / (p.value - unit)
	}
	counts := a.index.ofShares().counts
	var fits []*figure
	for i := sort.Search(len(counts), func(i int) bool { return counts[i].value >= least }); i < len(counts) && counts[i].value <= most; i++ {
		if g := counts[i]; g.value > c.value && compare(p.value, c.value, g.value) != differs {
			fits = append(fits, g)
		}
	}
	slices.SortFunc(fits, func(f, g *figure) int { return cmp.Compare(f.at, g.at) })
	var out []string
	for _, g := range fits {
		out = append(out, g.name()+"="+strconv.FormatFloat(g.value, 'f', -1, 64))
	}
	return strings.Join(out, "; ")
}

// sums of attributes that make up the total of a body.
var wholes = []struct {
	body  string // "" for any
	parts []string
}{
	{"", []string{"re_elected", "first_time"}},
	{"delegate", []string{"ex_officio", "elected", "appointed"}},
	{"upper_delegation", []string{"ex_officio", "elected"}},
	{"vote", []string{"valid", "invalid"}},
}

// sums compares parts that make up a whole with it, where all are stated.
func (a *auditor) sums() {
	for i := range a.figures {
		t := &a.figures[i]
		if t.stat != "count" || !t.exact() || t.attribute != "total" && !(t.body == "vote" && t.attribute == "returned") {
			continue
		}
		for _, w := range wholes {
			if w.body != "" && w.body != t.body || (t.body == "vote") != (w.body == "vote") {
				continue
			}
			sum, last, all := 0.0, t, true
			for _, attribute := range w.parts {
				f := a.one(t, attribute)
				if f == nil {
					all = all && attribute == "appointed"
					continue
				}
				sum, last = sum+f.value, f
			}
			if all && sum != t.value && (t.body == "vote" || a.total(last, last.phase) == t) {
				a.add(finding{kind: partsDiffer, severity: "warning", a: t, b: last, stated: t.value, expected: sum,
					message: say("%s: các phần cộng lại là %s; tổng ghi %s", "%s: the parts add up to %s; the total says %s", t, sum, t.value)})
			}
		}
	}
}

// one returns the one count of an attribute in the scope of a total.
func (a *auditor) one(t *figure, attribute string) *figure {
	fs := a.index.members[member{t.body, attribute, t.scopeKey()}]
	if len(fs) != 1 {
		return nil
	}
	return fs[0]
}

// within are attributes that count members of a body.
var within = []string{"female", "young", "ethnic_minority", "re_elected", "first_time", "appointed", "elected", "ex_officio", "non_local", "age_band", "education", "theory", "concurrent", "direct_election"}

// parts finds counts and shares of members that exceed the total of their body.
func (a *auditor) parts() {
	for i := range a.figures {
		f := &a.figures[i]
		if !f.exact() || !slices.Contains(within, f.attribute) {
			continue
		}
		if f.stat == "percent" && f.value > 100 && f.row.Get("check").IsNull() && !a.exceeds(a.partner(f)) {
			a.add(finding{kind: partExceedsTotal, severity: "error", a: f, stated: f.value, expected: 100,
				message: say("%s chiếm %s, lớn hơn cả tổng", "%s is %s, more than the whole", f, percentage(f.value))})
		}
		if f.stat != "count" {
			continue
		}
		if t := a.total(f, f.phase); a.exceeds(f) {
			a.add(finding{kind: partExceedsTotal, severity: "error", a: f, b: t, stated: f.value, expected: t.value,
				message: say("%s là %s, lớn hơn tổng %s", "%s is %s, more than the total of %s", f, f.value, t.value)})
		}
	}
}

// exceeds reports whether a count of members is more than the total of their body.
func (a *auditor) exceeds(f *figure) bool {
	if f == nil {
		return false
	}
	t := a.total(f, f.phase)
	return t != nil && f.value > t.value
}

// seats compares shortfall and surplus with what was decided, listed, elected.
func (a *auditor) seats() {
	for i := range a.figures {
		f := &a.figures[i]
		if !f.exact() {
			continue
		}
		switch {
		case f.attribute == "shortfall" && f.stat == "count":
			planned, actual := a.total(f, "planned"), a.total(f, "actual")
			if planned != nil && actual != nil && planned.value-actual.value != f.value {
				a.add(finding{kind: shortfallMismatch, severity: "warning", a: f, b: planned, stated: f.value, expected: planned.value - actual.value,
					message: say("quyết định %s, bầu được %s, thiếu %s; văn bản ghi thiếu %s", "%s decided, %s elected, %s short; the text says %s", planned.value, actual.value, planned.value-actual.value, f.value)})
			}
		case f.attribute == "surplus" && f.stat == "percent":
			listed := a.scopeTotal(f, "nominated")
			seats := cmp.Or(a.scopeTotal(f, "planned"), a.scopeTotal(f, "actual"))
			if listed == nil || seats == nil || seats.value <= 0 {
				continue
			}
			if compare(f.value, listed.value-seats.value, seats.value) == differs {
				share := 100 * (listed.value - seats.value) / seats.value
				a.add(finding{kind: surplusMismatch, severity: "warning", a: f, b: listed, stated: f.value, expected: round2(share),
					message: say("danh sách %s để bầu %s, số dư %s; văn bản ghi %s", "%s listed for %s seats is a surplus of %s; the text says %s", listed.value, seats.value, percentage(share), percentage(f.value))})
			}
		}
	}
}

// scopeTotal is total without regard to the figure's own phase.
func (a *auditor) scopeTotal(f *figure, phase string) *figure {
	g := *f
	g.phase = phase
	return a.total(&g, phase)
}

// committees compares the standing committee with its committee.
func (a *auditor) committees() {
	for i := range a.figures {
		s := &a.figures[i]
		if !s.exact() || s.body != "standing_committee" || s.attribute != "total" || s.stat != "count" || s.phase != "actual" {
			continue
		}
		c := *s
		c.body = "committee"
		if t := a.total(&c, "actual"); t != nil && s.value > t.value {
			a.add(finding{kind: standingExceeds, severity: "error", a: s, b: t, stated: s.value, expected: t.value,
				message: say("ban thường vụ %s người, ban chấp hành chỉ %s người", "a standing committee of %s, a committee of only %s", s.value, t.value)})
		}
	}
}

// single are bodies of which one congress has one: two values of one key are a
// contradiction. Organisations, delegates and members are counted by kinds and
// events that the columns do not part.
var single = []string{"committee", "standing_committee", "secretary", "deputy_secretary", "inspection_committee", "inspection_head"}

// twice finds one figure that is stated with two values. What the text calls
// other is named by its words only and may be two things; a figure whose body
// another sentence governs or only the head of a table lets guess may belong
// elsewhere.
func (a *auditor) twice() {
	first, scopes := map[key]*figure{}, sync.OnceValue(a.scopes) // few documents state one figure with two values
	for i := range a.figures {
		f := &a.figures[i]
		if !f.exact() || f.attribute == "other" || f.attribute == "meets_target" || f.attribute == "change" ||
			!slices.Contains(single, f.body) || f.row.Get("confidence").Text() == "low" || f.guessed() {
			continue
		}
		g, ok := first[f.key()]
		if !ok {
			first[f.key()] = f
			continue
		}
		if g.value == f.value {
			continue
		}
		if scopes().differ(f, g) {
			if g.cell && !f.cell { // a part came first: the whole may yet be stated twice
				first[f.key()] = f
			}
			continue
		}
		kind, severity := statedTwice, "info"
		if g.cell != f.cell {
			kind, severity = proseTableDiffer, "warning"
		}
		a.add(finding{kind: kind, severity: severity, a: f, b: g, stated: f.value, expected: g.value,
			message: say("%s: chỗ này %s, chỗ khác %s", "%s: %s here, %s elsewhere", f, f.value, g.value)})
	}
}

// guessed reports whether a figure does not say itself whom it counts.
func (f *figure) guessed() bool {
	doubts := f.row.Get("doubts").Text()
	return strings.Contains(doubts, "governed") || strings.Contains(doubts, "table_header_guess")
}

func round2(v float64) float64 { return math.Round(v*100) / 100 }
