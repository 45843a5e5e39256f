package layout

import (
	"cmp"
	"slices"
)

// segment is a stretch of one row without a wide gap: a line of a column.
type segment struct {
	glyphs []Glyph // sorted from left to right
	x0, x1 float32 // of what is visible
	y      float32 // of the baseline
	size   float32 // of most of it
}

func (s *segment) centre() float32 { return (s.x0 + s.x1) / 2 }

// row is the segments on one baseline, from left to right.
type row struct {
	y    float32
	size float32
	segs []segment
}

// chunk is a stretch of glyphs that follow each other in the file and on the
// page. There are far fewer of them than glyphs, which makes sorting cheap.
type chunk struct {
	glyphs []Glyph
	y      float32
	size   float32
	x0, x1 float32
}

// rowsOf gathers glyphs into rows, from top to bottom. The glyphs are reordered
// in place.
func (b *Builder) rowsOf(glyphs []Glyph) []row {
	chunks := b.chunksOf(glyphs)
	slices.SortStableFunc(chunks, func(p, q chunk) int { return cmp.Compare(p.y, q.y) })
	var rows []row
	for i := 0; i < len(chunks); {
		j := b.rowEnd(chunks, i)
		if segs := b.segmentsOf(chunks[i:j]); len(segs) > 0 {
			rows = append(rows, makeRow(segs))
		}
		i = j
	}
	return rows
}

func makeRow(segs []segment) row {
	r := row{y: segs[0].y, size: segs[0].size, segs: segs}
	for _, s := range segs[1:] {
		r.y, r.size = min(r.y, s.y), max(r.size, s.size)
	}
	return r
}

func (b *Builder) chunksOf(glyphs []Glyph) []chunk {
	chunks := b.chunks[:0]
	start := 0
	for i := 1; i <= len(glyphs); i++ {
		if i < len(glyphs) && follows(&glyphs[i-1], &glyphs[i]) {
			continue
		}
		if start < i {
			g := glyphs[start]
			chunks = append(chunks, chunk{glyphs[start:i:i], g.Y, g.Size, g.X0, glyphs[i-1].X1})
		}
		start = i
	}
	b.chunks = chunks
	return chunks
}

// follows reports whether q stands behind p on the same baseline. A gap of a
// letter or two is left for the letters of a second font.
func follows(p, q *Glyph) bool {
	const still = 0.01 // of the size: rounding of the producer
	return (p.Y == q.Y || abs(p.Y-q.Y) <= still*p.Size) && p.Size == q.Size && q.X0 >= p.X0 && q.X0-p.X1 < 2*p.Size && q.X0 > p.X1-p.Size
}

// rowEnd returns the end of the row that begins with chunks[i]. Baselines of
// one row differ by rounding, by the skew of a scan, and for small figures set
// higher or lower. Beside each other, apart by a gutter, they may differ by half
// a line: the two cells of a document's head are set in different sizes.
func (b *Builder) rowEnd(chunks []chunk, i int) int {
	base, size := chunks[i].y, chunks[i].size
	j := i + 1
	for ; j < len(chunks); j++ {
		c := chunks[j]
		apart, larger := c.y-base, max(size, c.size)
		near := 0.2 * min(size, c.size)
		if b.page.Rough {
			near = 0.35 * min(size, c.size)
		}
		unlike := c.size <= small*size || size <= small*c.size
		switch {
		case apart <= near, unlike && apart <= 0.45*larger:
		case apart <= 0.5*larger && beside(chunks[i:j], c, wideEms*larger):
			continue // and the baseline stays that of the first
		default:
			return j
		}
		if c.size > size { // the main line of a raised figure
			base, size = c.y, c.size
		}
	}
	return j
}

// beside reports whether a chunk stands clear of all others of a row.
func beside(row []chunk, c chunk, gap float32) bool {
	const most = 64 // pieces; a row of more is no head
	return len(row) <= most && !slices.ContainsFunc(row, func(o chunk) bool { return c.x0 < o.x1+gap && o.x0 < c.x1+gap })
}

// segmentsOf sorts the glyphs of one row and parts them at wide gaps.
func (b *Builder) segmentsOf(chunks []chunk) []segment {
	glyphs := chunks[0].glyphs
	if len(chunks) > 1 {
		total := 0
		for _, c := range chunks {
			total += len(c.glyphs)
		}
		glyphs = make([]Glyph, 0, total)
		slices.SortStableFunc(chunks, func(p, q chunk) int { return cmp.Compare(p.x0, q.x0) })
		for _, c := range chunks {
			glyphs = append(glyphs, c.glyphs...)
		}
		slices.SortStableFunc(glyphs, byX)
	}
	glyphs = dedupe(glyphs)
	wide := b.wideGap(glyphs)
	var segs []segment
	start, last := -1, -1
	for i := range glyphs {
		if blank(glyphs[i].R) {
			continue
		}
		if last >= 0 && glyphs[i].X0-glyphs[last].X1 > wide {
			segs = append(segs, makeSegment(glyphs[start:last+1]))
			start = i
		}
		if start < 0 {
			start = i
		}
		last = i
	}
	if start >= 0 {
		segs = append(segs, makeSegment(glyphs[start:last+1]))
	}
	if len(chunks) > 1 { // else all are of one size
		for i := range segs {
			b.raise(segs[i].glyphs)
		}
	}
	return segs
}

// byX orders the glyphs of a row. A mark that stands over a letter comes after
// it.
func byX(p, q Glyph) int { return cmp.Compare(p.X0, q.X0) }

// dedupe takes out letters that were printed twice on nearly the same place to
// look bold.
func dedupe(glyphs []Glyph) []Glyph {
	for i := 1; i < len(glyphs); i++ {
		if !overprinted(&glyphs[i-1], &glyphs[i]) {
			continue
		}
		out := glyphs[:i]
		for _, g := range glyphs[i+1:] {
			if !overprinted(&out[len(out)-1], &g) {
				out = append(out, g)
			}
		}
		return out
	}
	return glyphs
}

func overprinted(p, q *Glyph) bool {
	return p.R == q.R && q.X0-p.X0 < 0.1*q.Size && q.R != ' '
}

// wideEms is the gap, in ems, that parts a row; a justified space seldom grows
// to one em.
const wideEms = 1.5

// wideGap is the gap that parts a row. In a justified row all gaps are wide, so
// a gap must also be much wider than the usual one.
func (b *Builder) wideGap(glyphs []Glyph) float32 {
	const usual = 2.2
	var size float32
	gaps := b.gaps[:0]
	last := -1
	for i := range glyphs {
		if blank(glyphs[i].R) {
			continue
		}
		size = max(size, glyphs[i].Size)
		if last >= 0 {
			if gap := glyphs[i].X0 - glyphs[last].X1; gap > 0.15*glyphs[i].Size {
				gaps = append(gaps, gap)
			}
		}
		last = i
	}
	b.gaps = gaps
	wide := wideEms * size
	if len(gaps) >= 4 {
		slices.Sort(gaps)
		wide = max(wide, usual*gaps[len(gaps)/2])
	}
	return wide
}

func makeSegment(glyphs []Glyph) segment {
	s := segment{glyphs: glyphs, x0: glyphs[0].X0, x1: glyphs[len(glyphs)-1].X1}
	s.size, s.y = mainSize(glyphs)
	for i := range glyphs {
		s.x1 = max(s.x1, glyphs[i].X1)
	}
	return s
}

// mainSize returns the size and baseline of most glyphs.
func mainSize(glyphs []Glyph) (size, y float32) {
	votes := 0
	for i := range glyphs { // the majority, by Boyer and Moore
		switch g := &glyphs[i]; {
		case blank(g.R):
		case votes == 0:
			size, y, votes = g.Size, g.Y, 1
		case g.Size == size && g.Y == y:
			votes++
		default:
			votes--
		}
	}
	if votes == 0 {
		return glyphs[0].Size, glyphs[0].Y
	}
	return size, y
}

// blank reports whether a character shows nothing.
func blank(r rune) bool {
	if r > ' ' && r < '\u2002' && r != '\u00a0' { // nearly all
		return false
	}
	switch r {
	case ' ', '\t', '\u00a0', '\u2002', '\u2003', '\u2009', '\u202f', '\u200b', '\ufeff':
		return true
	}
	return r < ' '
}

func abs(x float32) float32 { return max(x, -x) }
