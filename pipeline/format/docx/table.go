package docx

import (
	"github.com/tongket/tongket/pipeline/report"
)

// maxSpan bounds the columns that one cell may claim: Word itself stops at 63.
const maxSpan = 1024

// table is a table being read.
type table struct {
	id     int
	row    int
	ruled  choice // the table as a whole
	merged map[int]*merge
	spans  map[spot]int // rows of merged cells, by their upper left corner

	cells, rules int // cells met, and those with a rule of their own or the table's
}

type spot struct{ row, col int }

// merge is a cell that goes on in the rows below.
type merge struct {
	spot
	width int
}

// table reads one <w:tbl>. Tables inside its cells stand between the cell's
// paragraphs, as tables of their own.
func (w *walker) table() {
	w.tables++
	t := &table{id: w.tables, ruled: w.styles.table.ruled, merged: make(map[int]*merge), spans: make(map[spot]int)}
	first := w.out.Len()
	w.rows(t)
	borderless := t.rules*2 < t.cells
	if !borderless && len(t.spans) == 0 {
		return
	}
	for i := first; i < w.out.Len(); i++ {
		c := &w.out.At(i).Cell
		if c.Table != t.id {
			continue
		}
		c.Borderless = borderless
		if n := t.spans[spot{c.Row, c.Col}]; n > 1 {
			c.RowSpan = n
		}
	}
}

// rows walks what may stand between rows: content controls, insertions.
func (w *walker) rows(t *table) {
	for w.s.Child() {
		switch name := w.s.Name(); string(name) {
		case "tblPr":
			w.tableProperties(t)
		case "tr":
			w.row(t)
		default:
			if passed(name) {
				w.s.Skip()
				continue
			}
			w.rows(t)
		}
	}
}

func (w *walker) tableProperties(t *table) {
	own := unset
	for w.s.Child() {
		switch string(w.s.Name()) {
		case "tblStyle":
			t.ruled = w.styles.get(w.s.RawAttr("val")).ruled
			w.s.Skip()
		case "tblBorders":
			own = rules(w.s)
		default:
			w.s.Skip()
		}
	}
	t.ruled = own.or(t.ruled)
}

// row reads one <w:tr>; a row that was deleted is passed by.
func (w *walker) row(t *table) {
	col := 0
	deleted := false
	w.cells(t, &col, &deleted)
	if !deleted {
		t.row++
	}
}

func (w *walker) cells(t *table, col *int, deleted *bool) {
	for w.s.Child() {
		switch name := w.s.Name(); {
		case string(name) == "trPr":
			*deleted = w.rowProperties(col)
		case *deleted || passed(name):
			w.s.Skip()
		case string(name) == "tc":
			w.cell(t, col)
		default:
			w.cells(t, col, deleted)
		}
	}
}

func (w *walker) rowProperties(col *int) (deleted bool) {
	for w.s.Child() {
		switch string(w.s.Name()) {
		case "del":
			deleted = true
		case "gridBefore":
			*col = min(max(w.s.Int("val", 0), 0), maxSpan)
		}
		w.s.Skip()
	}
	return deleted
}

// cellProperties are what <w:tcPr> says.
type cellProperties struct {
	span     int
	restarts bool // begins a vertical merge
	goesOn   bool // continues one
	ruled    choice
	deleted  bool
}

func (w *walker) cellProperties() cellProperties {
	p := cellProperties{span: 1}
	for w.s.Child() {
		switch string(w.s.Name()) {
		case "gridSpan":
			p.span = min(max(w.s.Int("val", 1), 1), maxSpan)
		case "vMerge":
			p.restarts = w.s.Is("val", "restart")
			p.goesOn = !p.restarts
		case "cellDel":
			p.deleted = true
		case "tcBorders":
			p.ruled = rules(w.s)
			continue
		}
		w.s.Skip()
	}
	return p
}

// cell reads one <w:tc>. Its properties come first, if at all.
func (w *walker) cell(t *table, col *int) {
	p := cellProperties{span: 1}
	at := place{kind: report.TableCell}
	first := w.out.Len()
	placed := false
	for w.s.Child() {
		if !placed {
			placed = true
			if string(w.s.Name()) == "tcPr" {
				p = w.cellProperties()
				at.cell = t.place(p, *col)
				continue
			}
			at.cell = t.place(p, *col)
		}
		w.block(at)
	}
	if !placed {
		at.cell = t.place(p, *col)
	}
	*col += p.span
	if p.goesOn && at.cell.Row < t.row {
		return // the cell above has its paragraphs already
	}
	for i := first; i < w.out.Len(); i++ {
		if w.out.At(i).Cell.Same(at.cell) {
			return
		}
	}
	if w.begin(at) {
		w.out.End(true)
	}
}

// place returns the cell of the grid that a <w:tc> at a column is part of.
func (t *table) place(p cellProperties, col int) report.Cell {
	t.cells++
	if p.ruled.or(t.ruled) == yes {
		t.rules++
	}
	c := report.Cell{Table: t.id, Row: t.row, Col: col, RowSpan: 1, ColSpan: p.span}
	above := t.merged[col]
	if p.goesOn && above != nil && above.width == p.span && above.row+max(t.spans[above.spot], 1) == t.row {
		t.spans[above.spot] = t.row - above.row + 1
		c.Row = above.row
		return c
	}
	if p.restarts || p.goesOn {
		t.merged[col] = &merge{spot{t.row, col}, p.span}
	} else {
		delete(t.merged, col)
	}
	return c
}
