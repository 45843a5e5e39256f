package layout

import "slices"

// region is a run of rows that are read together.
type region struct {
	kind regionKind
	rows []row   // of text and table
	cols [][]row // of columns and cells: each column's own rows
}

type regionKind uint8

const (
	flow    regionKind = iota // one column
	columns                   // newspaper columns: one after the other
	cells                     // a layout table of one row: the head of a document
	table                     // a table without rules: row by row
)

const (
	narrowest = 0.8 // ems that a gutter is wide at least
	lookAhead = 4   // rows of one column only that may stand above the first pair
)

// regionsOf parts the rows of a page, or of a column, where columns begin and
// end.
func (b *Builder) regionsOf(rows []row) []region {
	var out []region
	plain := 0
	for i := 0; i < len(rows); {
		j, g := b.gutter(rows, i)
		if j == 0 {
			i++
			continue
		}
		if plain < i {
			out = append(out, region{kind: flow, rows: rows[plain:i]})
		}
		out = append(out, split(rows[i:j], g))
		i, plain = j, j
	}
	if plain < len(rows) {
		out = append(out, region{kind: flow, rows: rows[plain:]})
	}
	return out
}

// gap is a stretch of white between columns.
type gap struct{ x0, x1 float32 }

// gutter looks for columns that begin with rows[i]. It returns the end of their
// rows and the gap between the first column and the others, or 0.
func (b *Builder) gutter(rows []row, i int) (int, gap) {
	pair := i
	for pair < len(rows) && pair < i+lookAhead && len(rows[pair].segs) < 2 {
		if pair > i && far(rows[pair-1], rows[pair]) {
			return 0, gap{}
		}
		pair++
	}
	if pair > i && i > 0 && rows[i].y-rows[i-1].y < 1.8*rows[i].size {
		return 0, gap{} // the row goes on from the paragraph above
	}
	if pair == len(rows) || pair == i+lookAhead || len(rows[pair].segs) < 2 || pair > i && far(rows[pair-1], rows[pair]) {
		return 0, gap{}
	}
	best, bestGap := 0, gap{}
	segs := rows[pair].segs
	for k := 1; k < len(segs); k++ {
		g := gap{segs[k-1].x1, segs[k].x0}
		if end, grown := b.grow(rows, i, g); end > best {
			best, bestGap = end, grown
		}
	}
	if best == 0 || !worthwhile(rows[i:best], bestGap) {
		return 0, gap{}
	}
	return best, bestGap
}

// grow follows a gap downwards as long as no row crosses it.
func (b *Builder) grow(rows []row, i int, g gap) (int, gap) {
	end := i
	left, right := noRect, noRect
	for ; end < len(rows); end++ {
		r := rows[end]
		if end > i && gulf(rows[end-1], r) {
			break
		}
		narrowed, ok := narrow(g, r)
		if !ok {
			break
		}
		if len(r.segs) == 1 && end > i && b.standsAlone(rows[end-1], r, left, right) {
			break
		}
		g = narrowed
		for _, s := range r.segs {
			side := &left
			if s.centre() > (g.x0+g.x1)/2 {
				side = &right
			}
			side.add(rect{s.x0, s.y - s.size, s.x1, s.y})
		}
	}
	return end, g
}

var noRect = rect{1e9, 1e9, -1e9, -1e9}

// narrow takes from a gap what a row covers; false when the row crosses it.
func narrow(g gap, r row) (gap, bool) {
	for _, s := range r.segs {
		switch {
		case s.x1 <= g.x0 || s.x0 >= g.x1:
		case s.x0 < g.x0 && s.x1 < g.x1:
			g.x0 = s.x1
		case s.x0 > g.x0 && s.x1 > g.x1:
			g.x1 = s.x0
		case s.x0 == g.x0 && s.x1 < g.x1:
			g.x0 = s.x1
		case s.x1 == g.x1 && s.x0 > g.x0:
			g.x1 = s.x0
		default:
			return g, false
		}
	}
	return g, g.x1-g.x0 >= narrowest*r.size
}

// standsAlone reports whether a row with one segment no longer belongs to the
// columns above: a title in the middle of the page below the head.
func (b *Builder) standsAlone(above, r row, left, right rect) bool {
	if right.x1 < left.x0 { // one side is still empty
		return false
	}
	s := &r.segs[0]
	middle := (b.frame.x0 + b.frame.x1) / 2
	side := left
	if s.centre() > (left.x1+right.x0)/2 {
		side = right
	}
	off := abs(s.centre() - (side.x0+side.x1)/2)
	if off < s.size { // the name below a signature
		return false
	}
	return abs(s.centre()-middle) < 0.3*off || far(above, r)
}

// far reports whether more than one and a half lines of white stand between
// two rows.
func far(above, below row) bool { return below.y-above.y > 2.6*max(above.size, below.size) }

// gulf reports whether two rows are so far apart that nothing joins them.
func gulf(above, below row) bool { return below.y-above.y > 7*max(above.size, below.size) }

// worthwhile reports whether rows beside a gap are columns: at least two rows,
// with something on both sides, and not two lines that only have a gap each.
func worthwhile(rows []row, g gap) bool {
	left, right := 0, 0
	for _, r := range rows {
		l, rr := false, false
		for _, s := range r.segs {
			if s.centre() < (g.x0+g.x1)/2 {
				l = true
			} else {
				rr = true
			}
		}
		if l {
			left++
		}
		if rr {
			right++
		}
	}
	return left > 0 && right > 0 && len(rows) >= 2 && left+right >= 3
}

// split makes a region of rows with columns.
func split(rows []row, g gap) region {
	gaps := gapsOf(rows)
	if len(gaps) >= 2 && aligned(rows, gaps) {
		return region{kind: table, cols: nil, rows: toTable(rows, gaps)}
	}
	cols := sides(rows, g)
	if newspaper(cols) {
		return region{kind: columns, cols: cols}
	}
	if len(gaps) == 1 && paired(rows, cols) {
		return region{kind: table, rows: toTable(rows, gaps)}
	}
	return region{kind: cells, cols: cols}
}

// sides parts every row at a gap.
func sides(rows []row, g gap) [][]row {
	cols := make([][]row, 2)
	for _, r := range rows {
		var parted [2][]segment
		for _, s := range r.segs {
			side := 0
			if s.centre() > (g.x0+g.x1)/2 {
				side = 1
			}
			parted[side] = append(parted[side], s)
		}
		for i, segs := range parted {
			if len(segs) > 0 {
				cols[i] = append(cols[i], makeRow(segs))
			}
		}
	}
	return cols
}

// gapsOf returns the white stretches that no row covers, but those at the
// sides.
func gapsOf(rows []row) []gap {
	var covered []gap
	var size float32
	for _, r := range rows {
		size = max(size, r.size)
		for _, s := range r.segs {
			covered = append(covered, gap{s.x0, s.x1})
		}
	}
	slices.SortFunc(covered, func(p, q gap) int {
		if p.x0 < q.x0 {
			return -1
		}
		return 1
	})
	var gaps []gap
	end := covered[0].x1
	for _, c := range covered[1:] {
		if c.x0-end >= narrowest*size {
			gaps = append(gaps, gap{end, c.x0})
		}
		end = max(end, c.x1)
	}
	return gaps
}

// aligned reports whether rows with three columns or more are a table: most of
// them fill most columns.
func aligned(rows []row, gaps []gap) bool {
	full := 0
	for _, r := range rows {
		if len(r.segs)*2 > len(gaps)+1 {
			full++
		}
	}
	return len(rows) >= 3 && full*3 >= len(rows)*2
}

// paired reports whether two columns are a table: nearly every row has both,
// and both begin at one edge.
func paired(rows []row, cols [][]row) bool {
	pairs := 0
	for _, r := range rows {
		if len(r.segs) >= 2 {
			pairs++
		}
	}
	if len(rows) < 4 || pairs*10 < len(rows)*9 {
		return false
	}
	for _, col := range cols {
		edge := col[0].segs[0].x0
		for _, r := range col[1:] {
			if abs(r.segs[0].x0-edge) > 0.5*r.size {
				return false
			}
		}
	}
	return true
}

// newspaper reports whether columns are running text: long ones whose lines
// mostly reach their edge.
func newspaper(cols [][]row) bool {
	for _, col := range cols {
		width := float32(0)
		for _, r := range col {
			width = max(width, r.segs[len(r.segs)-1].x1-r.segs[0].x0)
		}
		filled, letters := 0, 0
		for _, r := range col {
			if r.segs[len(r.segs)-1].x1-r.segs[0].x0 >= 0.8*width {
				filled++
			}
			for _, s := range r.segs {
				letters += len(s.glyphs)
			}
		}
		if len(col) < 5 || filled*2 < len(col) || letters < 18*len(col) {
			return false
		}
	}
	return true
}

// toTable puts every segment into its column. A row without anything in the
// first column, or with less than half of them, goes on from the row above.
func toTable(rows []row, gaps []gap) []row {
	var out []row
	for _, r := range rows {
		placed := row{y: r.y, size: r.size, segs: make([]segment, len(gaps)+1)}
		for _, s := range r.segs {
			c := columnOf(gaps, s.centre())
			placed.segs[c] = joinSegments(placed.segs[c], s)
		}
		if n := len(out); n > 0 && placed.segs[0].glyphs == nil && !far(row{y: lastY(out[n-1]), size: r.size}, r) {
			for c, s := range placed.segs {
				out[n-1].segs[c] = stack(out[n-1].segs[c], s)
			}
			continue
		}
		out = append(out, placed)
	}
	return out
}

func columnOf(gaps []gap, x float32) int {
	for i, g := range gaps {
		if x < (g.x0+g.x1)/2 {
			return i
		}
	}
	return len(gaps)
}

// lastY is the baseline of the lowest line of a table row.
func lastY(r row) float32 {
	y := r.y
	for _, s := range r.segs {
		for _, g := range s.glyphs {
			y = max(y, g.Y)
		}
	}
	return y
}

// joinSegments makes one segment of two on one baseline.
func joinSegments(p, q segment) segment {
	if p.glyphs == nil {
		return q
	}
	space := Glyph{R: ' ', X0: p.x1, X1: q.x0, Y: p.y, Size: p.size, Font: p.glyphs[len(p.glyphs)-1].Font}
	glyphs := slices.Concat(p.glyphs, []Glyph{space}, q.glyphs)
	return segment{glyphs: glyphs, x0: p.x0, x1: q.x1, y: p.y, size: p.size}
}

// stack puts a line below another one of the same cell.
func stack(above, below segment) segment {
	if above.glyphs == nil || below.glyphs == nil {
		if above.glyphs == nil {
			return below
		}
		return above
	}
	return joinSegments(above, below)
}
