package measure

import (
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// emitAll emits the figures below the head.
func (g *grid) emitAll() {
	totals := g.commonLevel()
	for row := g.head; row < len(g.rows); row++ {
		l := &g.rows[row]
		if l.skip {
			continue
		}
		for x := range g.columns {
			c := g.cell(row, x)
			if c.kind != figures || c.row != row || c.col != x || g.columns[x].role == roleNumber || g.isLabel(x) {
				continue
			}
			if m, ok := g.meet(l, x, totals); ok {
				g.put(c, m, x)
				g.add(row, x, &m)
			}
		}
	}
	g.compareTotals()
}

// meet says what a figure counts: what its row and its column say together.
func (g *grid) meet(l *label, x int, totals string) (measure, bool) {
	col := &g.columns[x]
	row := l.meaning
	if row.attr != "" && col.attr != "" && !(col.role == rolePercent && row.role == rolePercent) && row.attr != col.attr {
		return measure{}, false // women with a degree: no code for both
	}
	m := meaning.over(*col, row)
	m.org = col.org || row.org && col.body == ""
	m.role = max(col.role, row.role)
	if col.role == rolePercent || row.role == rolePercent {
		m.role = rolePercent
	}
	m.difference = col.difference
	if m.difference == 0 {
		m.difference = row.difference
	}
	if !g.known(x) || g.stray(x) || !m.sure && m.role == noRole && m.phase == "" && m.level == "" {
		return measure{}, false
	}
	m = m.over(meaning{found: l.section.found, body: l.section.body, central: l.section.central, phase: l.section.phase})
	m.org = m.org || l.section.org && m.body == ""
	out := measure{attr: m.attr, qual: m.qual, central: m.central, stat: m.stat}
	if !g.body(&out, &m, x) {
		return out, false
	}
	g.fill(&out, &m)
	g.where(&out, l, col, row.level, totals)
	return out, true
}

// unheaded reports whether no word stands over a column.
func (g *grid) unheaded(x int) bool {
	for row := range g.head {
		if c := g.cell(row, x); c.kind == words && c.cols < len(g.at[0]) {
			return false
		}
	}
	return true
}

// body decides whom or what the figure counts.
func (g *grid) body(out *measure, m *meaning, x int) bool {
	switch {
	case m.org && m.body == "" || m.attr == "completed" || m.vacant:
		out.body = "organization"
	case m.ballot:
		out.body = "vote"
	case m.body != "":
		out.body = m.body
	default:
		out.body = g.bodyBeside(x)
		if g.named != "" && g.named != "several" && g.bodyLeft(x) == "" {
			out.body, out.central = g.named, g.caption.central // what the title is about, but behind a column of another body
		}
		if out.body == "" {
			out.body, out.central = g.caption.body, g.caption.central
		}
		if (out.body == "party_member" || out.body == "comment" || out.body == "vote") && g.elects() {
			out.body = "committee" // "Một số đảng bộ trên 100 đảng viên", and below who was listed and who won
		}
		if out.body == "" && !m.sure {
			return false
		}
		if out.body == "" || out.body == "organization" {
			out.body = "committee"
		}
		out.doubts = append(out.doubts, "table_header_guess")
	}
	if out.body == "delegate" && (g.sends || out.attr == "alternate") {
		out.body = "upper_delegation"
	}
	return true
}

// elects reports whether the columns tell who was listed and who was elected.
func (g *grid) elects() bool {
	listed, won := false, false
	for x := range g.columns {
		switch g.columns[x].phase {
		case "nominated", "planned":
			listed = true
		case "actual":
			won = true
		}
	}
	return listed && won
}

// fill completes attribute, phase and statistic.
func (g *grid) fill(out *measure, m *meaning) {
	switch {
	case out.attr == "" && out.body == "vote":
		out.attr = "approval"
	case out.attr == "" && m.phase == "" && m.difference == 0 && g.appoints() && (out.body == "standing_committee" || out.body == "secretary" || out.body == "deputy_secretary"):
		out.attr = "appointed"
	case out.attr == "", out.attr == "elected" && out.body != "delegate" && out.body != "upper_delegation":
		out.attr, out.qual = "total", ""
	}
	if m.difference != 0 {
		if out.qual == "" || out.attr != "education" && out.attr != "theory" {
			out.qual = out.attr
		}
		out.attr = "change"
		out.negative = m.difference < 0
	}
	out.phase = first(m.phase, g.caption.phase)
	if out.body == "party_member" || out.body == "organization" && m.phase == "" {
		out.phase = "actual"
	}
	if out.phase == "" {
		out.phase = g.r.usualPhase(out)
	}
	out.of = m.of
	if out.stat == "" {
		out.stat = "count"
	}
	if (m.role == rolePercent || m.role == noRole && g.caption.role == rolePercent) && out.stat == "count" {
		out.stat = "percent"
	}
}

// where decides place and level.
func (g *grid) where(out *measure, l *label, col *meaning, stated, totals string) {
	if out.central {
		out.level = "central"
		return
	}
	colLevel := col.level
	if out.body == "delegate" || out.body == "upper_delegation" {
		colLevel = ""
	}
	caption := g.captionLevel()
	if out.body == "party_member" {
		caption = "" // "Số tổ chức cơ sở đảng và đảng viên"
	}
	stated = first(colLevel, stated, l.section.level, caption)
	switch {
	case out.body == "vote" && (l.person || l.placeLevel == "" && personName(l.place) && !g.columns[g.unitsAt].units):
		out.level = g.r.t.Identity.Level
	case l.unit:
		out.place = l.place
		out.level = first(stated, g.spokenLevel(g.unitLevel(l.place, l.placeLevel)))
		if own := g.r.t.Identity.Level; out.body == "delegate" && out.phase == "planned" && l.section.level == "" && own != "" {
			out.level = own // allotted to units, they meet at the congress of all
		}
	case col.named || col.place != "":
		out.place = col.place
		out.level = first(stated, g.unitLevel(col.place, col.placeLevel))
	case l.total || col.role == roleTotal && totals != "":
		out.level = first(stated, g.spokenLevel(totals), g.r.d.title, g.r.t.Identity.Level)
	case g.place != "":
		out.place, out.level = g.place, first(stated, g.level)
	default:
		out.level = first(stated, g.r.d.level, g.r.t.Identity.Level)
	}
}

// spokenLevel is the level that the title of the document is about where the units
// of a table stand above it: provinces in a report on district congresses.
func (g *grid) spokenLevel(unit string) string {
	if t := g.r.d.title; t != "" && rank(unit) > rank(t) {
		return t
	}
	return unit
}

// captionLevel is the level that the caption states, unless it only names the
// document's own organisation.
func (g *grid) captionLevel() string {
	if own := g.r.t.Identity.Level; own != "" && rank(g.caption.level) >= rank(own) {
		return ""
	}
	return g.caption.level
}

// put emits the rows of a cell.
func (g *grid) put(c *cell, m measure, x int) {
	r := g.r
	if c.total > 0 && m.body == "organization" && m.attr == "total" && strings.Contains(vn.Fold(g.headText(x)), "đại hội") {
		m.attr = "completed" // "Đại hội chi bộ | 55/55"
	}
	if c.percent && m.stat == "count" {
		m.stat = "percent"
	}
	if c.signed && m.attr != "change" {
		return
	}
	value := c.value
	if m.negative && value > 0 {
		value = -value
	}
	if m.attr == "total" && m.stat == "percent" && value == 100 {
		return // the whole is all of itself
	}
	f := g.fact(&m, m.stat, value, c.digits, x)
	if c.bound != "" {
		f.Set("bound", report.Text(c.bound))
	}
	if m.stat == "percent" && x > 0 {
		g.compare(&f, c, x, &m)
	}
	r.put(f)
	if c.total > 0 {
		whole, stat := m, "ratio_total"
		if m.attr == "total" && isSeats(m.body) {
			whole.phase, stat = first(m.of, "nominated"), "count"
		}
		r.put(g.fact(&whole, stat, c.total, c.totalSpan, x))
	}
	r.keep(&m, m.stat, c.value)
	if c.share > 0 {
		f := g.fact(&m, "percent", c.share, c.shareSpan, x)
		r.check(&f, &m, c.share, c.value, r.t.Doc.At(c.shareSpan))
		r.put(f)
	}
}

// fact makes one row; the head of its column is what it derives from besides
// the cell.
func (g *grid) fact(m *measure, stat string, value float64, span report.Span, x int) report.Fact {
	r := g.r
	f := report.Fact{Table: "measures", Rule: r.x.table, Span: span}
	fields := withText(r.t.Room(fieldsOf(stat)), "body", m.body)
	fields = withText(fields, "attribute", m.attr)
	fields = withText(fields, "phase", m.phase)
	fields = withText(fields, "stat", stat)
	fields = withText(fields, "bound", "eq")
	fields = withText(fields, "qualifier", m.qual)
	fields = withText(fields, "place", m.place)
	fields = withText(fields, "level", m.level)
	f.Fields = withNumber(fields, "value", value)
	asOf := g.asOf
	if asOf.IsZero() {
		asOf = r.d.asOf
	}
	if !asOf.IsZero() && m.phase == "actual" {
		f.Set("as_of", report.Day(asOf))
	}
	if m.place != "" || m.level != "" {
		f.Derived = g.headOf(x)
	}
	for _, d := range m.doubts {
		f.Doubt(d)
	}
	return f
}

// headOf names the head of a column as what a value derives from, made once.
func (g *grid) headOf(x int) string {
	if g.headsOf == nil {
		g.headsOf = make([]string, len(g.columns))
	}
	if g.headsOf[x] == "" {
		g.headsOf[x] = report.HeadOfColumn + g.headText(x)
	}
	return g.headsOf[x]
}

// headText is the text of the lowest head cell of a column.
func (g *grid) headText(x int) string {
	for row := g.head - 1; row >= 0; row-- {
		if c := g.cell(row, x); c.kind == words {
			return g.text(c)
		}
	}
	return ""
}

// compare checks a share in a table against its count and the total of the row or,
// where the rows are indicators, of the column.
func (g *grid) compare(f *report.Fact, c *cell, x int, m *measure) {
	count := g.cell(c.row, x-1)
	switch l := &g.rows[c.row]; {
	case l.role == rolePercent && g.columns[x].role != rolePercent:
		count = g.countAbove(c.row, x)
	case g.columns[x-1].attr != g.columns[x].attr || g.columns[x-1].phase != g.columns[x].phase:
		return
	}
	total := g.r.d.totals[m.whole()]
	if count == nil || count.kind != figures || total <= 0 || count.value > total || m.attr == "total" {
		return
	}
	f.Set("base", report.Text(m.body+".total="+decimal(total)))
	f.Set("check", report.Text(agree(count.value/total*100, c.value, decimals(g.r.t.Doc.At(c.digits)))))
}

// countAbove returns the cell of which a row of shares states the share: that of the
// nearest row above with the same attribute; nil for none.
func (g *grid) countAbove(row, x int) *cell {
	of := &g.rows[row]
	for y := row - 1; y >= g.head; y-- {
		l := &g.rows[y]
		if l.skip || l.unit || l.total {
			return nil
		}
		if l.role != rolePercent && l.attr == of.attr && l.qual == of.qual && l.body == of.body {
			return g.cell(y, x)
		}
	}
	return nil
}

// stray reports whether a column of shares says nothing itself and stands behind a
// column that was not understood: whose share it is is not known.
func (g *grid) stray(x int) bool {
	c := &g.columns[x]
	return c.role == rolePercent && !c.sure && c.attr == "" && x > 0 && !g.isLabel(x-1) && g.counts(x-1) && !g.known(x-1)
}

// known reports whether the head of a column tells anything, or there is none.
func (g *grid) known(x int) bool {
	c := &g.columns[x]
	return c.sure || c.role != noRole || c.phase != "" || c.level != "" || c.named || c.place != "" || g.unheaded(x)
}
