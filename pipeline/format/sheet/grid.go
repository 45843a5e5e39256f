package sheet

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// Cell is one cell that shows something.
type Cell struct {
	Row, Col int32 // from 0
	Text     string
	Font     string
	Bold     bool
	Centre   bool
	// Rich are the runs of a text in several fonts; Text is "" then.
	Rich []report.Run
}

// Area is a rectangle of merged cells; all four sides belong to it.
type Area struct{ Top, Left, Bottom, Right int32 }

// Grid collects the cells of one sheet.
type Grid struct {
	Name   string
	Cells  []Cell
	Merged []Area
	// Head and Foot are the running head and foot of the printed sheet; Boxes
	// are the text boxes that float over it.
	Head, Foot string
	Boxes      []string
}

// MaxRows and MaxCols are the size of the largest sheet there is.
const (
	MaxRows = 1 << 20
	MaxCols = 1 << 14
)

// sparse is how many empty cells a sheet may have for each full one, beside an
// allowance, before they are left out: beyond it a lost cell far away makes the
// grid, not a form.
const (
	sparse    = 8
	allowance = 20_000
)

// Write appends the sheet to out: its name as a heading, then its cells row by
// row. Empty cells inside the used rectangle are cells too, except in rows that
// are empty throughout and in sheets that are mostly empty, of which it returns
// true. A sheet without any cell writes nothing.
func (g *Grid) Write(ctx context.Context, out *parts.Builder, table int) (thin bool, err error) {
	g.sort()
	if len(g.Cells) == 0 && len(g.Boxes) == 0 {
		return false, nil
	}
	simple(out, report.Part{Kind: report.Heading, Level: 1}, g.Name)
	simple(out, report.Part{Kind: report.PageHeader}, g.Head)
	if len(g.Cells) > 0 {
		w := &writer{Grid: g, ctx: ctx, out: out, table: table}
		w.measure()
		thin, err = w.thin, w.rows()
	}
	for _, box := range g.Boxes {
		simple(out, report.Part{Kind: report.TextBox}, box)
	}
	simple(out, report.Part{Kind: report.PageFooter}, g.Foot)
	return thin, err
}

func simple(out *parts.Builder, p report.Part, text string) {
	if text == "" || out.Full() {
		return
	}
	out.Begin(p)
	out.WriteString(text)
	out.End(false)
}

// sort puts cells in the order of reading; the last of several that claim one
// place counts. Files keep the order, so that this costs one comparison a cell.
func (g *Grid) sort() {
	byPlace := func(a, b Cell) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	}
	if !slices.IsSortedFunc(g.Cells, byPlace) {
		slices.SortStableFunc(g.Cells, byPlace)
	}
	kept := g.Cells[:0]
	for _, c := range g.Cells {
		if n := len(kept); n > 0 && byPlace(kept[n-1], c) == 0 {
			kept[n-1] = c
			continue
		}
		kept = append(kept, c)
	}
	g.Cells = kept
}

type spot struct{ row, col int32 }

// writer writes one grid.
type writer struct {
	*Grid
	ctx         context.Context
	out         *parts.Builder
	table       int
	left, right int32
	bottom      int32
	thin        bool
	spans       map[spot]Area
	covered     map[spot]bool
}

// measure finds the used rectangle and what merged cells cover of it.
func (w *writer) measure() {
	w.left, w.right = w.Cells[0].Col, w.Cells[0].Col
	rows, last := 0, int32(-1)
	for _, c := range w.Cells {
		w.left, w.right = min(w.left, c.Col), max(w.right, c.Col)
		if c.Row != last {
			rows++
			last = c.Row
		}
	}
	w.bottom = last
	w.thin = rows*int(w.right-w.left+1) > sparse*len(w.Cells)+allowance
	w.spans, w.covered = make(map[spot]Area), make(map[spot]bool)
	top := w.Cells[0].Row
	for _, a := range w.Merged {
		a = Area{max(a.Top, 0), max(a.Left, 0), min(a.Bottom, w.bottom), min(a.Right, w.right)}
		if a.Top >= top && a.Left >= w.left && a.Top <= a.Bottom && a.Left <= a.Right {
			w.merge(a)
		}
	}
}

// maxCovered bounds the cells under merged areas of one sheet.
const maxCovered = 1 << 20

// merge books an area unless it lies over one before.
func (w *writer) merge(a Area) {
	size := int(a.Bottom-a.Top+1) * int(a.Right-a.Left+1)
	if size < 2 || size+len(w.covered) > maxCovered {
		return
	}
	for row := a.Top; row <= a.Bottom; row++ {
		for col := a.Left; col <= a.Right; col++ {
			if _, begun := w.spans[spot{row, col}]; begun || w.covered[spot{row, col}] {
				return
			}
		}
	}
	for row := a.Top; row <= a.Bottom; row++ {
		for col := a.Left; col <= a.Right; col++ {
			w.covered[spot{row, col}] = true
		}
	}
	delete(w.covered, spot{a.Top, a.Left})
	w.spans[spot{a.Top, a.Left}] = a
}

func (w *writer) rows() error {
	for i := 0; i < len(w.Cells); {
		end := i
		for end < len(w.Cells) && w.Cells[end].Row == w.Cells[i].Row {
			end++
		}
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if !w.row(w.Cells[i:end]) {
			return report.Becausef(report.TooMany, "sheet %s: more cells than the limit", w.Name)
		}
		i = end
	}
	return nil
}

// row writes one row and reports whether there was room for it.
func (w *writer) row(cells []Cell) bool {
	row, next := cells[0].Row, w.left
	for _, c := range cells {
		if !w.fill(row, next, c.Col) {
			return false
		}
		next = c.Col + 1
		if w.covered[spot{row, c.Col}] {
			continue
		}
		if w.out.Full() {
			return false
		}
		w.cell(c)
	}
	return w.fill(row, next, w.right+1)
}

// fill writes empty cells for columns from to before to.
func (w *writer) fill(row, from, to int32) bool {
	for col := from; col < to; col++ {
		_, begins := w.spans[spot{row, col}]
		if w.covered[spot{row, col}] || w.thin && !begins {
			continue
		}
		if w.out.Full() {
			return false
		}
		w.cell(Cell{Row: row, Col: col})
	}
	return true
}

func (w *writer) cell(c Cell) {
	at := report.Cell{Table: w.table, Row: int(c.Row), Col: int(c.Col), RowSpan: 1, ColSpan: 1}
	if a, merged := w.spans[spot{c.Row, c.Col}]; merged {
		at.RowSpan, at.ColSpan = int(a.Bottom-a.Top+1), int(a.Right-a.Left+1)
	}
	w.out.Begin(report.Part{Kind: report.TableCell, Cell: at, Centre: c.Centre})
	w.out.Look(c.Font, c.Bold)
	w.out.WriteString(c.Text)
	for _, r := range c.Rich {
		w.out.Look(r.Font, c.Bold)
		w.out.WriteString(r.Text)
	}
	w.out.End(true)
}

// Margin takes the codes out of a running head or foot: &C for its middle part,
// &"Arial,Bold"&12 for its font, &P for the page.
func Margin(t string) string {
	var b strings.Builder
	for {
		before, code, ok := strings.Cut(t, "&")
		b.WriteString(before)
		if !ok || code == "" {
			break
		}
		switch c := code[0]; {
		case c == '&':
			b.WriteByte('&')
			t = code[1:]
		case c == '"':
			_, t, _ = strings.Cut(code[1:], `"`)
		case c == 'K' && len(code) > 6:
			t = code[7:]
		case c >= '0' && c <= '9':
			t = strings.TrimLeft(code, "0123456789")
		case c == 'L' || c == 'C' || c == 'R':
			b.WriteByte('\t')
			t = code[1:]
		default:
			t = code[1:]
		}
	}
	return strings.TrimSpace(b.String())
}
