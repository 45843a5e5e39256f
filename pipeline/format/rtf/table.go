package rtf

import (
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
	empty map[int]bool
}

func (t *table) add(part int, blank bool) {
	t.parts = append(t.parts, part)
	if blank {
		if t.empty == nil {
			t.empty = make(map[int]bool)
		}
		t.empty[part] = true
	}
}

func (t *table) endCell() {
	t.cells = append(t.cells, t.parts)
	t.parts = nil
}

// endRow ends a row that has the places of its cells from a description.
func (t *table) endRow(def wordtable.Row) {
	if len(t.parts) > 0 {
		t.endCell()
	}
	if len(t.cells) > 0 {
		def.Parts = t.cells
		t.rows = append(t.rows, def)
		t.cells = nil
	}
}

// tables is how many tables are around a paragraph.
func (p *paragraph) tables() int {
	if !p.table {
		return 0
	}
	return max(p.depth, 1)
}

func (s *story) table() *table {
	if len(s.tables) == 0 {
		return nil
	}
	return s.tables[len(s.tables)-1]
}

// maxTables is how deep tables may stand inside each other: layouts made of
// tables reach six or seven. Three letters of a hostile file can ask for any.
const maxTables = 32

// nest opens and closes tables until depth of them are open.
func (d *document) nest(s *story, depth int) {
	depth = min(depth, maxTables)
	for len(s.tables) > depth {
		s.place()
	}
	for len(s.tables) < depth {
		d.tables++
		s.tables = append(s.tables, &table{id: d.tables})
	}
}

// place places the cells of the innermost table, which ends.
func (s *story) place() {
	t := s.table()
	s.tables = s.tables[:len(s.tables)-1]
	t.endRow(wordtable.Row{})
	wordtable.Place(t.id, t.rows,
		func(i int) bool { return t.empty[i] },
		func(i int, c report.Cell) { s.out.At(i).Cell = c },
		func(i int) { *s.out.At(i) = report.Part{} })
}

// cell ends a cell of a table at a depth, 0 for the one that the paragraph says.
func (d *document) cell(depth int) {
	d.decode()
	if d.target != toText || d.html != nil {
		return
	}
	d.end(d.story, depth, true)
	if t := d.story.table(); t != nil {
		t.endCell()
	}
}

// nestCell is the depth of a cell of a table inside a table.
func (d *document) nestCell() int { return max(d.para.depth, 2) }

// endRow ends a row.
func (d *document) endRow(depth int, def *rowDef) {
	d.decode()
	if d.target != toText || d.html != nil {
		return
	}
	s := d.story
	if s.open {
		d.end(s, depth, false)
	}
	d.nest(s, depth)
	if t := s.table(); t != nil {
		t.endRow(def.Row)
	}
}

// border is which line the next words describe.
type border uint8

const (
	borderOther border = iota
	borderRow
	borderCell
)

// rowDef is what \trowd and what follows it say about a row.
type rowDef struct {
	wordtable.Row
	left   int
	next   wordtable.Cell // the cell that the next edge ends
	border border
}

// maxCells bounds the cells of a row; Word writes 63.
const maxCells = 256

// def is the row that is being described.
func (d *document) def() *rowDef {
	if d.inner {
		return &d.story.inner
	}
	return &d.story.row
}

// column ends the description of a cell.
func (r *rowDef) column(edge int) {
	if len(r.Cells) >= maxCells {
		return
	}
	if len(r.Edges) == 0 {
		r.Edges = append(r.Edges, min(r.left, edge))
	}
	r.Edges = append(r.Edges, edge)
	r.Cells = append(r.Cells, r.next)
	r.next = wordtable.Cell{}
}

// drawn says that the line being described is drawn.
func (r *rowDef) drawn() {
	switch r.border {
	case borderRow:
		r.Ruled = true
	case borderCell:
		r.next.Ruled = true
	case borderOther:
	}
}
