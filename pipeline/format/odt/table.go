package odt

import "github.com/tongket/tongket/pipeline/report"

// The limits on what a table of a text may claim.
const (
	maxSpan   = 1024 // rows or columns that one cell covers
	maxRepeat = 100  // cells or rows that one element stands for
)

// table is a table of a text being read.
type table struct {
	id, row     int
	cells, rule int // cells met, and those with a rule
	taken       map[[2]int]bool
}

// table reads one <table:table> of a text. Tables inside its cells stand
// between the cell's paragraphs, as tables of their own.
func (w *walker) table() {
	w.tables++
	t := &table{id: w.tables, taken: make(map[[2]int]bool)}
	first := w.out.Len()
	outer, outerItem, depth := w.list, w.item, w.depth
	w.list, w.depth = nil, 0
	w.rows(t)
	w.list, w.item, w.depth = outer, outerItem, depth
	if t.rule*2 >= t.cells {
		return
	}
	for i := first; i < w.out.Len(); i++ {
		if c := &w.out.At(i).Cell; c.Table == t.id {
			c.Borderless = true
		}
	}
}

// rows walks what may stand around rows: header rows, groups.
func (w *walker) rows(t *table) {
	for w.s.Child() {
		switch name := w.s.Name(); string(name) {
		case "table-row":
			w.row(t)
		case "soft-page-break":
			w.softBreak()
		case "table-columns", "table-column", "table-header-columns", "table-column-group":
			w.s.Skip()
		default:
			if passed(name) {
				w.s.Skip()
				continue
			}
			w.rows(t)
		}
	}
}

func (w *walker) row(t *table) {
	repeat := min(max(w.s.Int("number-rows-repeated", 1), 1), maxRepeat)
	col := 0
	for w.s.Child() {
		switch string(w.s.Name()) {
		case "table-cell":
			w.cell(t, &col)
		case "covered-table-cell":
			col = min(col+min(max(w.s.Int("number-columns-repeated", 1), 1), maxSpan), maxSpan)
			w.s.Skip()
		default:
			w.s.Skip()
		}
	}
	t.row += repeat
}

// cell reads one cell. One that stands for several is written that often when
// it is empty, as such cells are.
func (w *walker) cell(t *table, col *int) {
	repeat := min(max(w.s.Int("number-columns-repeated", 1), 1), maxRepeat)
	c := report.Cell{
		Table: t.id, Row: t.row, Col: *col,
		RowSpan: min(max(w.s.Int("number-rows-spanned", 1), 1), maxSpan),
		ColSpan: min(max(w.s.Int("number-columns-spanned", 1), 1), maxSpan),
	}
	t.cells++
	if w.styles.get(cellFamily, w.s.RawAttr("style-name")).ruled == yes {
		t.rule++
	}
	at := place{report.TableCell, c}
	first := w.out.Len()
	w.blocks(at)
	*col += repeat
	w.ensure(at, first)
	for range repeat - 1 {
		at.cell.Col++
		w.ensure(at, w.out.Len())
	}
}

// ensure gives a cell without a paragraph an empty one.
func (w *walker) ensure(at place, first int) {
	for i := first; i < w.out.Len(); i++ {
		if w.out.At(i).Cell.Same(at.cell) {
			return
		}
	}
	if w.begin(at) {
		w.out.End(true)
	}
}
