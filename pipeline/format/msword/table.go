package msword

import (
	"encoding/binary"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// table is a table being read. Where its columns are is known only at the end
// of each row, so cells are placed when the table ends.
type table struct {
	id    int
	parts []int // of the current row, indexes in the builder
	first int   // of parts: where the current cell begins
	cells [][2]int
	rows  []row
}

// row is a row that ended.
type row struct {
	parts []int
	cells [][2]int // ranges of parts
	def   rowDef
}

// rowDef is what a row's modifiers say about its cells.
type rowDef struct {
	edges []int // one more than cells, in twentieths of a point
	cells []cellDef
	ruled bool
}

type cellDef struct {
	goesOn, begins  bool // of a vertical merge
	merged, leading bool // of a horizontal one
	ruled           bool
}

func (w *walker) table() *table {
	if len(w.tables) == 0 {
		return nil
	}
	return w.tables[len(w.tables)-1]
}

// enter opens and closes tables until depth of them are open.
func (w *walker) enter(depth int) {
	depth = min(depth, w.limits.Depth)
	w.leave(depth)
	for len(w.tables) < depth {
		w.document.tables++
		w.tables = append(w.tables, &table{id: w.document.tables})
	}
}

func (w *walker) leave(depth int) {
	for len(w.tables) > depth {
		w.finish(w.table())
		w.tables = w.tables[:len(w.tables)-1]
	}
}

// endCell closes the current cell.
func (t *table) endCell() {
	t.cells = append(t.cells, [2]int{t.first, len(t.parts)})
	t.first = len(t.parts)
}

// rowEnd closes the current row; its mark carries the places of the cells.
func (w *walker) rowEnd(t *table, mark int) {
	if t.first < len(t.parts) {
		t.endCell()
	}
	if len(t.cells) == 0 {
		return
	}
	t.rows = append(t.rows, row{parts: t.parts, cells: t.cells, def: w.rowDef(mark)})
	t.parts, t.cells, t.first = nil, nil, 0
}

// rowDef reads the modifiers of a row's mark.
func (w *walker) rowDef(mark int) rowDef {
	w.seek(mark)
	if w.piece >= len(w.pieces) {
		return rowDef{}
	}
	f := w.paras.get(w.pieces[w.piece].place(mark))
	var def rowDef
	def.read(f.list, w.data, 0)
	return def
}

// maxCells is the most cells of a row that Word writes.
const maxCells = 64

func (d *rowDef) read(list, data []byte, depth int) {
	for sprm, v := range modifiers(list) {
		switch sprm {
		case sprmHuge, sprmHuge97:
			if at := int64(binary.LittleEndian.Uint32(v)); depth == 0 && at+2 <= int64(len(data)) {
				d.read(cut(data, int(at)+2, word(data[at:])), nil, 1)
			}
		case sprmTable:
			d.define(v)
		case sprmTableBorders:
			d.ruled = drawn(v, 8, 5)
		case sprmTableBorder80:
			d.ruled = drawn(v, 4, 1)
		case sprmVerticalMerge:
			if len(v) >= 2 && int(v[0]) < len(d.cells) {
				d.cells[v[0]].goesOn = v[1] == 1
				d.cells[v[0]].begins = v[1] == 3
			}
		case sprmMergeCells:
			for i := int(v[0]); i < min(int(v[1]), len(d.cells)); i++ {
				d.cells[i].leading, d.cells[i].merged = i == int(v[0]), i > int(v[0])
			}
		case sprmSplitCells:
			for i := int(v[0]); i < min(int(v[1]), len(d.cells)); i++ {
				d.cells[i].leading, d.cells[i].merged = false, false
			}
		}
	}
}

// drawn reports whether any of a row's outer or inner lines is drawn.
func drawn(v []byte, size, kind int) bool {
	for i := 0; i+size <= len(v); i += size {
		if k := v[i+kind]; k != 0 && k != 0xFF {
			return true
		}
	}
	return false
}

// define reads the edges and the cells of a row.
func (d *rowDef) define(v []byte) {
	if len(v) < 1 {
		return
	}
	n := min(int(v[0]), maxCells)
	if 1+2*(n+1) > len(v) {
		return
	}
	d.edges = make([]int, n+1)
	for i := range d.edges {
		d.edges[i] = int(int16(word(v[1+2*i:])))
	}
	d.cells = make([]cellDef, n)
	const size = 20
	rest := v[1+2*(n+1):]
	for i := range d.cells {
		if size*i+size > len(rest) {
			break
		}
		tc := rest[size*i : size*i+size]
		flags := word(tc)
		d.cells[i] = cellDef{
			leading: flags&1 != 0, merged: flags&2 != 0,
			goesOn: flags&0x20 != 0 && flags&0x40 == 0, begins: flags&0x40 != 0,
			ruled: drawn(tc[4:], 4, 1),
		}
	}
}

// near is the distance, in twentieths of a point, at which two edges are one:
// rows that were dragged by hand differ a little.
const near = 20

// placed is a cell in the grid with its parts.
type placed struct {
	report.Cell
	parts []int
}

// finish places the cells of a table that ended.
func (w *walker) finish(t *table) {
	if t.first < len(t.parts) { // a row that never ended
		t.endCell()
	}
	if len(t.cells) > 0 {
		t.rows = append(t.rows, row{parts: t.parts, cells: t.cells})
	}
	columns := columns(t.rows)
	open := make(map[int]*placed) // vertical merges by their column
	var all []*placed
	ruled, cells := 0, 0
	for r := range t.rows {
		row := &t.rows[r]
		var before *placed
		col := 0
		for i, span := range row.cells {
			def := row.cell(i)
			if cells++; def.ruled || row.def.ruled {
				ruled++
			}
			parts := row.parts[span[0]:span[1]]
			start, end := row.place(i, col, columns)
			col = end
			up := open[start]
			switch {
			case def.merged && before != nil:
				before.ColSpan = end - before.Col
				before.parts = append(before.parts, parts...)
				continue
			case def.goesOn && up != nil && up.Row+up.RowSpan == r && up.ColSpan == end-start:
				up.RowSpan++
				up.parts = append(up.parts, w.filled(parts)...)
				continue
			}
			delete(open, start)
			before = &placed{report.Cell{Table: t.id, Row: r, Col: start, RowSpan: 1, ColSpan: end - start}, slices.Clone(parts)}
			all = append(all, before)
			if def.begins {
				open[start] = before
			}
		}
	}
	for _, c := range all {
		c.Borderless = ruled*2 < cells
		for _, i := range c.parts {
			w.out.At(i).Cell = c.Cell
		}
	}
}

// filled returns the parts that have text; the empty ones of a cell that only
// goes on from above stop being cells, and are dropped at the end.
func (w *walker) filled(parts []int) []int {
	var out []int
	for _, i := range parts {
		if w.empty[i] {
			*w.out.At(i) = report.Part{}
			continue
		}
		out = append(out, i)
	}
	return out
}

func (r *row) cell(i int) cellDef {
	if i < len(r.def.cells) {
		return r.def.cells[i]
	}
	return cellDef{}
}

// place returns the columns that a cell begins and ends at, which are behind
// those of the cells before it.
func (r *row) place(i, col int, columns []int) (start, end int) {
	if len(r.def.edges) <= len(r.cells)-1 || i+1 >= len(r.def.edges) {
		return col, col + 1
	}
	start = max(column(columns, r.def.edges[i]), col)
	return start, max(column(columns, r.def.edges[i+1]), start+1)
}

// columns returns the edges of all rows, each once.
func columns(rows []row) []int {
	var all []int
	for i := range rows {
		if d := &rows[i].def; i == 0 || !slices.Equal(d.edges, rows[i-1].def.edges) {
			all = append(all, d.edges...)
		}
	}
	slices.Sort(all)
	out := all[:0]
	for _, e := range all {
		if len(out) == 0 || e-out[len(out)-1] > near {
			out = append(out, e)
		}
	}
	return out
}

func column(columns []int, edge int) int {
	i, found := slices.BinarySearch(columns, edge)
	if !found && i > 0 {
		i-- // the edge it was taken for lies a little to the left
	}
	return i
}
