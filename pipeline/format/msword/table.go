package msword

import (
	"encoding/binary"

	"github.com/tongket/tongket/pipeline/format/wordtable"
	"github.com/tongket/tongket/pipeline/report"
)

// table is a table being read. Where its columns are is known only at the end
// of each row, so cells are placed when the table ends.
type table struct {
	id    int
	parts []int   // of the current cell, indexes in the builder
	cells [][]int // of the current row
	rows  []wordtable.Row
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
	t.cells = append(t.cells, t.parts)
	t.parts = nil
}

// rowEnd closes the current row; its mark carries the places of the cells.
func (w *walker) rowEnd(t *table, mark int) {
	if len(t.parts) > 0 {
		t.endCell()
	}
	if len(t.cells) > 0 {
		row := w.row(mark)
		row.Parts = t.cells
		t.rows = append(t.rows, row)
		t.cells = nil
	}
}

// row reads the modifiers of a row's mark.
func (w *walker) row(mark int) wordtable.Row {
	w.seek(mark)
	if w.piece >= len(w.pieces) {
		return wordtable.Row{}
	}
	f := w.paras.get(w.pieces[w.piece].place(mark))
	var r rowReader
	r.read(f.list, w.data, 0)
	return r.Row
}

type rowReader struct{ wordtable.Row }

// maxCells is the most cells of a row that Word writes.
const maxCells = 64

func (d *rowReader) read(list, data []byte, depth int) {
	for sprm, v := range modifiers(list) {
		switch sprm {
		case sprmHuge, sprmHuge97:
			if at := int64(binary.LittleEndian.Uint32(v)); depth == 0 && at+2 <= int64(len(data)) {
				d.read(cut(data, int(at)+2, word(data[at:])), nil, 1)
			}
		case sprmTable:
			d.define(v)
		case sprmTableBorders:
			d.Ruled = drawn(v, 8, 5)
		case sprmTableBorder80:
			d.Ruled = drawn(v, 4, 1)
		case sprmVerticalMerge:
			if len(v) >= 2 && int(v[0]) < len(d.Cells) {
				d.Cells[v[0]].GoesOn = v[1] == 1
				d.Cells[v[0]].Begins = v[1] == 3
			}
		case sprmMergeCells:
			for i := int(v[0]); i < min(int(v[1]), len(d.Cells)); i++ {
				d.Cells[i].Merged = i > int(v[0])
			}
		case sprmSplitCells:
			for i := int(v[0]); i < min(int(v[1]), len(d.Cells)); i++ {
				d.Cells[i].Merged = false
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
func (d *rowReader) define(v []byte) {
	if len(v) < 1 {
		return
	}
	n := min(int(v[0]), maxCells)
	if 1+2*(n+1) > len(v) {
		return
	}
	d.Edges = make([]int, n+1)
	for i := range d.Edges {
		d.Edges[i] = int(int16(word(v[1+2*i:])))
	}
	d.Cells = make([]wordtable.Cell, n)
	const size = 20
	rest := v[1+2*(n+1):]
	for i := range d.Cells {
		if size*i+size > len(rest) {
			break
		}
		tc := rest[size*i : size*i+size]
		flags := word(tc)
		d.Cells[i] = wordtable.Cell{
			Merged: flags&2 != 0,
			GoesOn: flags&0x20 != 0 && flags&0x40 == 0, Begins: flags&0x40 != 0,
			Ruled: drawn(tc[4:], 4, 1),
		}
	}
}

// finish places the cells of a table that ended.
func (w *walker) finish(t *table) {
	if len(t.parts) > 0 { // a row that never ended
		t.endCell()
	}
	if len(t.cells) > 0 {
		t.rows = append(t.rows, wordtable.Row{Parts: t.cells})
	}
	wordtable.Place(t.id, t.rows,
		func(i int) bool { return w.empty[i] },
		func(i int, c report.Cell) { w.out.At(i).Cell = c },
		func(i int) { *w.out.At(i) = report.Part{} })
}
