// Package wordtable lays out the tables of Word's old formats, doc and rtf.
//
// There a table is no more than rows, and a row says where the edges of its
// cells lie on the paper. Columns, and cells that span some, follow from the
// edges of all rows together.
package wordtable

import (
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// Cell is what a row says about one of its cells.
type Cell struct {
	Begins bool // a cell that goes on below
	GoesOn bool // from the cell above
	Merged bool // into the cell before
	Ruled  bool // some line around it is drawn
}

// Row is a row that ended.
type Row struct {
	Edges []int // in twentieths of a point; one more than cells
	Cells []Cell
	Ruled bool
	Parts [][]int // of each cell, as indexes that Place hands back
}

// near is the distance, in twentieths of a point, at which two edges are one:
// rows that were dragged by hand differ a little.
const near = 20

// placed is a cell in the grid with its parts.
type placed struct {
	report.Cell
	parts []int
}

// Place finds the place of every cell of a table, and calls set with each part.
// The empty paragraph of a cell that only goes on from above is not set but
// dropped.
func Place(table int, rows []Row, empty func(part int) bool, set func(part int, c report.Cell), drop func(part int)) {
	columns := columns(rows)
	open := make(map[int]*placed) // merges that go on, by their column
	count := 0
	for r := range rows {
		count += len(rows[r].Parts)
	}
	all := make([]placed, 0, count) // never grows: pointers into it stay
	ruled, cells := 0, 0
	for r := range rows {
		row := &rows[r]
		var before *placed
		col := 0
		for i, parts := range row.Parts {
			def := row.cell(i)
			if cells++; def.Ruled || row.Ruled {
				ruled++
			}
			start, end := row.place(i, col, columns)
			col = end
			up := open[start]
			switch {
			case def.Merged && before != nil:
				before.ColSpan = end - before.Col
				before.parts = append(before.parts, parts...)
				continue
			case def.GoesOn && up != nil && up.Row+up.RowSpan == r && up.ColSpan == end-start:
				up.RowSpan++
				for _, p := range parts {
					if empty(p) {
						drop(p)
					} else {
						up.parts = append(up.parts, p)
					}
				}
				continue
			}
			delete(open, start)
			all = append(all, placed{report.Cell{Table: table, Row: r, Col: start, RowSpan: 1, ColSpan: end - start}, slices.Clip(parts)})
			before = &all[len(all)-1]
			if def.Begins {
				open[start] = before
			}
		}
	}
	for _, c := range all {
		c.Borderless = ruled*2 < cells
		for _, p := range c.parts {
			set(p, c.Cell)
		}
	}
}

func (r *Row) cell(i int) Cell {
	if i < len(r.Cells) {
		return r.Cells[i]
	}
	return Cell{}
}

// place returns the columns that a cell begins and ends at, which are behind
// those of the cells before it.
func (r *Row) place(i, col int, columns []int) (start, end int) {
	if len(r.Edges) < len(r.Parts) || i+1 >= len(r.Edges) {
		return col, col + 1
	}
	start = max(column(columns, r.Edges[i]), col)
	return start, max(column(columns, r.Edges[i+1]), start+1)
}

// columns returns the edges of all rows, each once.
func columns(rows []Row) []int {
	var all []int
	for i := range rows {
		if i == 0 || !slices.Equal(rows[i].Edges, rows[i-1].Edges) {
			all = append(all, rows[i].Edges...)
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
