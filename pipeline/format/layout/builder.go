package layout

import (
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// Builder makes parts of pages. It belongs to one goroutine.
type Builder struct {
	fonts []Font
	items []item
	table int     // the last table's number
	size  float32 // of most text, once the pages are in
	sizes map[float32]int

	page  Page
	frame rect // of the text on the page
	// scratch
	chunks []chunk
	gaps   []float32
	pieces []piece
}

// New returns a builder.
func New() *Builder { return &Builder{sizes: map[float32]int{}} }

// Fonts sets the fonts that glyphs name. It is called before Page, with a list
// that only grows.
func (b *Builder) Fonts(fonts []Font) { b.fonts = fonts }

// item is one part with what is needed to join it with others.
type item struct {
	part   report.Part
	page   int
	height float32 // of the page
	box    rect
	size   float32
	lines  int
	full   bool // the last line reaches the right edge
	indent bool // the first line is indented or labelled
	flow   bool // running text, not in a cell or a column of its own
	rough  bool
	edges  []float32
}

// Page adds a page. Its glyphs are reordered in place.
func (b *Builder) Page(p Page) {
	b.page = p
	grids := gridsOf(p.Rules)
	rest := b.intoCells(p.Glyphs, grids)
	rows := b.rowsOf(rest)
	b.frame = frameOf(rows)
	first := len(b.items)
	next := 0
	for i := range grids {
		cut := next
		for cut < len(rows) && rows[cut].y <= grids[i].box.y0+0.5*rows[cut].size {
			cut++
		}
		b.rows(rows[next:cut], 0)
		b.grid(&grids[i])
		next = cut
	}
	b.rows(rows[next:], 0)
	for i := first; i < len(b.items); i++ {
		b.items[i].page, b.items[i].height = p.Number, p.Height
		b.items[i].part.Page, b.items[i].rough = p.Number, p.Rough
	}
	b.page = Page{}
}

// intoCells gives glyphs to the cells they stand in and returns the others.
func (b *Builder) intoCells(glyphs []Glyph, grids []grid) []Glyph {
	if len(grids) == 0 {
		return glyphs
	}
	rest := glyphs[:0] // overtakes none: cells take copies
	for _, g := range glyphs {
		x, y := (g.X0+g.X1)/2, g.Y-0.3*g.Size
		i := slices.IndexFunc(grids, func(t grid) bool { return t.box.has(x, y) })
		if i < 0 {
			rest = append(rest, g)
			continue
		}
		c := grids[i].cellAt(x, y)
		c.glyphs = append(c.glyphs, g)
	}
	return rest
}

func frameOf(rows []row) rect {
	f := noRect
	for _, r := range rows {
		for _, s := range r.segs {
			f.add(rect{s.x0, s.y - s.size, s.x1, s.y})
		}
	}
	return f
}

// rows adds rows of one column.
func (b *Builder) rows(rows []row, depth int) {
	const deepest = 4 // columns in columns
	if len(rows) == 0 {
		return
	}
	f := b.columnFrame(rows, depth)
	if depth >= deepest {
		b.flow(rows, f, depth)
		return
	}
	for _, r := range b.regionsOf(rows) {
		switch r.kind {
		case flow:
			b.flow(r.rows, f, depth)
		case columns:
			for _, col := range r.cols {
				b.rows(col, depth+1)
			}
		case cells:
			b.cells(r.cols)
		case table:
			b.loose(r.rows)
		}
	}
}

// columnFrame returns the edges between which the lines of a column run. A
// stray line that sticks out does not count, nor does a column of short lines
// make an edge of the longest.
func (b *Builder) columnFrame(rows []row, depth int) frame {
	f := frameOf(rows)
	if depth > 0 || len(rows) < 8 {
		if depth == 0 {
			f.x0, f.x1 = min(f.x0, b.frame.x0), max(f.x1, b.frame.x1)
		}
		return frame{left: f.x0, right: f.x1}
	}
	rights := make([]float32, 0, len(rows))
	for _, r := range rows {
		rights = append(rights, r.segs[len(r.segs)-1].x1)
	}
	slices.Sort(rights)
	return frame{left: f.x0, right: rights[len(rights)*9/10]}
}

// flow adds running text.
func (b *Builder) flow(rows []row, f frame, depth int) {
	for _, p := range b.paragraphsOf(b.linesOf(rows), f) {
		b.add(&p, f, report.Paragraph, report.Cell{}, depth == 0)
		if len(rows) < 3 { // too few to know where the right edge is
			b.items[len(b.items)-1].full = false
		}
	}
}

// add adds a paragraph.
func (b *Builder) add(p *paragraph, f frame, kind report.Kind, c report.Cell, flow bool) {
	pieces := b.pieces[:0]
	box := noRect
	for i := range p.lines {
		l := &p.lines[i]
		box.add(rect{l.x0, l.y - l.size, l.x1, l.y})
		b.sizes[l.size] += len(l.glyphs)
		if i > 0 && !endsWithHyphen(pieces) {
			pieces = appendSpace(pieces, nil)
		}
		pieces = b.appendText(pieces, l.glyphs)
	}
	b.pieces = pieces
	first, last := &p.lines[0], &p.lines[len(p.lines)-1]
	b.items = append(b.items, item{
		part: report.Part{Kind: kind, Bold: p.bold, Centre: p.centre, Cell: c, Runs: b.runsOf(pieces)},
		box:  box, size: first.size, lines: len(p.lines), flow: flow,
		full:   f.right-last.x1 < 3*last.size && !p.centre,
		indent: first.label > 0 || first.x0 > f.left+0.5*first.size || p.centre,
	})
}

// endsWithHyphen reports whether text ends inside a word or a range that a line
// break cut: "2020-", but not "… - ".
func endsWithHyphen(pieces []piece) bool {
	if len(pieces) == 0 {
		return false
	}
	t := pieces[len(pieces)-1].text
	return len(t) >= 2 && t[len(t)-1] == '-' && t[len(t)-2] > ' '
}

// cells adds the columns of a layout table, as the cells of its one row.
func (b *Builder) cells(cols [][]row) {
	b.table++
	for i, col := range cols {
		f := frameOf(col)
		c := report.Cell{Table: b.table, Col: i, RowSpan: 1, ColSpan: 1, Borderless: true}
		for _, p := range b.paragraphsOf(b.linesOf(col), frame{left: f.x0, right: f.x1, pitch: 1.5, narrow: true}) {
			b.add(&p, frame{left: f.x0, right: f.x1}, report.TableCell, c, false)
		}
	}
}

// loose adds a table without rules.
func (b *Builder) loose(rows []row) {
	b.table++
	for y, r := range rows {
		for x, s := range r.segs {
			c := report.Cell{Table: b.table, Row: y, Col: x, RowSpan: 1, ColSpan: 1, Borderless: true}
			if s.glyphs == nil {
				b.items = append(b.items, item{part: report.Part{Kind: report.TableCell, Cell: c}})
				continue
			}
			l := line{segment: s}
			l.bold, l.plain = b.weight(s.glyphs)
			p := paragraph{lines: []line{l}, bold: l.bold}
			b.add(&p, frame{left: s.x0, right: s.x1}, report.TableCell, c, false)
		}
	}
}

// grid adds a ruled table. A cell without text is a part without runs: an
// empty cell says something else than a 0.
func (b *Builder) grid(g *grid) {
	b.table++
	for i := range g.cells {
		c := &g.cells[i]
		at := report.Cell{Table: b.table, Row: c.row, Col: c.col, RowSpan: c.rows, ColSpan: c.cols}
		rows := b.rowsOf(c.glyphs)
		if len(rows) == 0 {
			b.items = append(b.items, item{part: report.Part{Kind: report.TableCell, Cell: at}, edges: g.xs})
			continue
		}
		f := frame{left: g.xs[c.col] + 2, right: g.xs[c.col+c.cols] - 2, pitch: 1.5}
		for _, p := range b.paragraphsOf(b.linesOf(rows), f) {
			b.add(&p, f, report.TableCell, at, false)
			b.items[len(b.items)-1].edges = g.xs
		}
	}
}

// Parts returns everything in the order of reading, and empties the builder.
func (b *Builder) Parts() []report.Part {
	b.size = b.mainSize()
	markRunning(b.items)
	b.items = joinPages(b.items)
	parts := make([]report.Part, 0, len(b.items))
	for i := range b.items {
		it := &b.items[i]
		if it.part.Kind == report.Paragraph && b.isTitle(it) {
			it.part.Kind, it.part.Level = report.Heading, 1
		}
		parts = append(parts, it.part)
	}
	renumber(parts)
	b.items, b.table, b.sizes = nil, 0, map[float32]int{}
	return parts
}

func (b *Builder) mainSize() float32 {
	best, most := float32(0), 0
	for size, n := range b.sizes {
		if n > most || n == most && size < best {
			best, most = size, n
		}
	}
	return best
}

// isTitle reports whether a paragraph looks like a title: short, and larger
// than the text or bold in the middle.
func (b *Builder) isTitle(it *item) bool {
	const longest = 4 // lines
	if it.rough || !it.flow || it.lines > longest || len(it.part.Runs) == 0 {
		return false
	}
	return it.size > 1.15*b.size && b.size > 0 || it.part.Bold && it.part.Centre
}

// renumber numbers the tables from 1 in order, after some were joined.
func renumber(parts []report.Part) {
	numbers := map[int]int{}
	for i := range parts {
		if c := &parts[i].Cell; c.Table > 0 {
			if numbers[c.Table] == 0 {
				numbers[c.Table] = len(numbers) + 1
			}
			c.Table = numbers[c.Table]
		}
	}
}

// byPage finds the items of each page.
func byPage(items []item) [][]item {
	var out [][]item
	for start := 0; start < len(items); {
		end := start + 1
		for end < len(items) && items[end].page == items[start].page {
			end++
		}
		out = append(out, items[start:end])
		start = end
	}
	return out
}
