package measure

import "github.com/tongket/tongket/pipeline/report"

// sum is what the rows of a column add up to, and what its total says.
type sum struct {
	units, sections float64 // of units, and of the sections that they stand in
	rows, heads     int     // how many
	total           *cell
	totals          int
}

// add takes one figure into the sum of its column.
func (g *grid) add(row, x int, m *measure) {
	c := g.cell(row, x)
	if m.stat != "count" || m.attr == "change" || c.percent || c.bound != "" || c.total > 0 || c.signed {
		return
	}
	if g.sums == nil {
		g.sums = make([]sum, len(g.columns))
	}
	s := &g.sums[x]
	switch l := &g.rows[row]; {
	case l.total:
		s.total = c
		s.totals++
	case g.lettered(row):
		s.sections += c.value
		s.heads++
	case l.unit:
		s.units += c.value
		s.rows++
	}
}

// compareTotals reports the totals of columns that are not what the rows of units
// above or below them add up to. A table that goes on over a page is not looked
// at: its rows are not all here.
func (g *grid) compareTotals() {
	if g.continued {
		return
	}
	for x := range g.sums {
		s := &g.sums[x]
		if s.totals != 1 || s.rows < 2 || s.units == s.total.value || s.heads > 0 && s.sections == s.total.value {
			continue
		}
		g.totalDiffers(s, x)
	}
}

// totalDiffers makes the finding of one column.
func (g *grid) totalDiffers(s *sum, x int) {
	r := g.r
	out := report.Fact{Table: "findings", Rule: "column_total", Span: s.total.digits, Fields: r.t.Room(5)}
	out.Set("kind", report.Text("parts_differ_from_total"))
	out.Set("severity", report.Text("warning"))
	out.Set("message", report.Label{
		VI: "Cột “" + g.headText(x) + "”: các dòng cộng lại là " + decimal(s.units) + "; dòng tổng ghi " + decimal(s.total.value),
		EN: "Column “" + g.headText(x) + "”: the rows add up to " + decimal(s.units) + "; the total says " + decimal(s.total.value),
	}.Said())
	out.Set("stated", report.Number(s.total.value))
	out.Set("expected", report.Number(s.units))
	r.emit(out)
}
