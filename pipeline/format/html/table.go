package html

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	"golang.org/x/net/html/atom"
)

// maxColumns bounds what one cell may span, and maxGrid the columns of a table.
const (
	maxColumns = 1000
	maxGrid    = 4096
)

// grid is a table being laid out.
type grid struct {
	rows     [][]int32 // the cells of each row
	captions []int32
	nested   bool // a cell holds a table
	heads    bool
	ruled    bool
}

// gather collects the rows of a table, not of tables inside it.
func (p *page) gather(n *node, g *grid) {
	for i := n.first; i >= 0; i = p.nodes[i].next {
		c := &p.nodes[i]
		switch {
		case c.hidden:
		case c.tag == atom.Tr:
			g.rows = append(g.rows, p.cellsOf(c, g))
		case c.tag == atom.Td || c.tag == atom.Th: // a row that was not opened
			if len(g.rows) == 0 {
				g.rows = append(g.rows, nil)
			}
			last := len(g.rows) - 1
			g.rows[last] = append(g.rows[last], i)
			p.look(c, g)
		case c.tag == atom.Caption:
			g.captions = append(g.captions, i)
		case c.tag != 0 && c.tag != atom.Table:
			g.heads = g.heads || c.tag == atom.Thead
			p.gather(c, g)
		}
	}
}

func (p *page) cellsOf(row *node, g *grid) []int32 {
	var cells []int32
	for i := row.first; i >= 0; i = p.nodes[i].next {
		c := &p.nodes[i]
		switch {
		case c.hidden:
		case c.tag == atom.Td || c.tag == atom.Th:
			cells = append(cells, i)
			p.look(c, g)
		case c.tag != 0 && c.tag != atom.Table:
			cells = append(cells, p.cellsOf(c, g)...)
		}
	}
	return cells
}

// look notes what a cell tells about its table.
func (p *page) look(c *node, g *grid) {
	g.heads = g.heads || c.tag == atom.Th
	if s := p.attr(c, keyStyle); !g.ruled && strings.Contains(s, "border") {
		g.ruled = p.rules(s)
	}
}

func (p *page) rules(style string) bool {
	r := declarations(style)
	return r.rule == yes
}

// table reads a table as cells, or as plain blocks when it only lays out the
// page.
func (w *writer) table(i int32, n *node) {
	var g grid
	w.gather(n, &g)
	for j := i + 1; j < n.end && !g.nested; j++ {
		g.nested = w.nodes[j].tag == atom.Table && w.main.live[j]
	}
	if b := w.attr(n, keyBorder); b != "" && b != "0" {
		g.ruled = true
	}
	if r := w.attr(n, keyRules); r != "" && !strings.EqualFold(r, "none") || containsFold(w.attr(n, keyClass), "bordered") { // the class is Bootstrap's
		g.ruled = true
	}
	if s := w.attr(n, keyStyle); strings.Contains(s, "border") && !strings.Contains(s, "border-collapse") || strings.Count(s, "border") > 1 {
		g.ruled = g.ruled || w.rules(s)
	}
	for _, c := range g.captions {
		w.block(&w.nodes[c])
	}
	if w.layout(&g) {
		w.dissolve(n, &g)
		return
	}
	w.cells(&g)
}

// longCell is the length in bytes from which a cell without neighbours' like is
// a column of the page rather than of a table: about half a printed page.
const longCell = 1500

// layout reports whether a table only lays out the page.
func (w *writer) layout(g *grid) bool {
	rows, widest, cells, long := 0, 0, 0, false
	for _, row := range g.rows {
		live := 0
		for _, c := range row {
			if !w.main.live[c] {
				continue
			}
			live++
			n := &w.nodes[c]
			long = long || w.weighs(c, n) > longCell
		}
		if live > 0 {
			rows++
		}
		cells += live
		widest = max(widest, live)
	}
	switch {
	case widest <= 1:
		return !g.ruled || cells <= 1
	case g.ruled || g.heads:
		return false
	case g.nested:
		return true
	}
	return long && rows <= 3
}

// weighs is the number of bytes of kept text in a cell.
func (w *writer) weighs(i int32, n *node) int {
	chars := 0
	for j := i; j < n.end; j++ {
		if t := &w.nodes[j]; t.tag == 0 && w.main.live[j] {
			chars += int(t.size)
		}
	}
	return chars
}

// dissolve reads the cells as blocks. The short text below a picture in such a
// table is its caption.
func (w *writer) dissolve(n *node, g *grid) {
	picture := false
	for _, row := range g.rows {
		for _, c := range row {
			cell := &w.nodes[c]
			if w.holds(cell, atom.Img) && !w.main.live[c] {
				picture = true
				continue
			}
			outer := w.now
			if picture && w.main.live[c] && w.weighs(c, cell) < 600 && w.now.Kind == report.Paragraph {
				w.now.Kind = report.Caption
			}
			picture = false
			w.block(cell)
			w.now = outer
		}
	}
	if len(g.rows) == 0 {
		w.children(n)
	}
}

func (w *writer) holds(n *node, tag atom.Atom) bool {
	for j := n.first; j >= 0 && j < n.end; j++ {
		if w.nodes[j].tag == tag {
			return true
		}
	}
	return false
}

// cells lays a table out in its grid.
func (w *writer) cells(g *grid) {
	w.tables++
	id := w.tables
	outer, lists := w.now, w.lists
	w.lists = nil
	borderless := !g.ruled && !g.heads && len(g.rows) <= letterheadRows
	var taken []int // for each column, the rows from the current one on that a cell above covers
	for r, row := range g.rows {
		col := 0
		for _, c := range row {
			for col < len(taken) && taken[col] > 0 {
				col++
			}
			if col >= maxGrid {
				break
			}
			n := &w.nodes[c]
			cell := report.Cell{
				Table: id, Row: r, Col: col, Borderless: borderless,
				RowSpan: w.rowSpan(n, len(g.rows)-r), ColSpan: w.colSpan(n, taken, col),
			}
			for len(taken) < col+cell.ColSpan {
				taken = append(taken, 0)
			}
			for k := range cell.ColSpan {
				taken[col+k] = cell.RowSpan
			}
			col += cell.ColSpan
			w.cell(n, cell)
			if w.out.Full() {
				break
			}
		}
		for k := range taken {
			taken[k] = max(taken[k]-1, 0)
		}
	}
	w.now, w.lists = outer, lists
}

// letterheadRows is the most rows of a table that is taken for borderless when
// the page does not say: heads and signatures of Party documents have one to
// four.
const letterheadRows = 4

// cell writes the paragraphs of one cell; an empty cell is an empty part.
func (w *writer) cell(n *node, cell report.Cell) {
	w.end()
	w.now = report.Part{Kind: report.TableCell, Cell: cell}
	w.kept = false
	w.children(n)
	w.end()
	if !w.kept {
		w.out.Begin(w.now)
		w.out.End(true)
	}
	w.kept = true
}

func (w *writer) rowSpan(n *node, left int) int {
	v, err := strconv.Atoi(strings.TrimSpace(w.attr(n, keyRowspan)))
	switch {
	case err != nil:
		return 1
	case v == 0: // to the end
		return max(left, 1)
	}
	return min(max(v, 1), max(left, 1))
}

// colSpan is the width of a cell, cut where a cell from above begins.
func (w *writer) colSpan(n *node, taken []int, col int) int {
	v, err := strconv.Atoi(strings.TrimSpace(w.attr(n, keyColspan)))
	if err != nil {
		return 1
	}
	v = min(max(v, 1), maxColumns, maxGrid-col)
	for k := 1; k < v && col+k < len(taken); k++ {
		if taken[col+k] > 0 {
			return k
		}
	}
	return v
}
