package layout

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// line is one printed line of a column.
type line struct {
	segment
	bold   bool    // every visible letter is
	plain  bool    // none is
	centre bool    // it stands in the middle, with white on both sides
	even   bool    // the white on both sides is the same, if only a little
	label  int     // glyphs of the number or bullet that it begins with, 0 for none
	body   float32 // where the text behind the label begins
}

// frame is the column that lines stand in.
type frame struct {
	left, right, pitch float32
	narrow             bool // its edges are those of the few lines in it
}

// paragraph is a run of lines, still with its places.
type paragraph struct {
	lines  []line
	centre bool
	bold   bool
}

// linesOf makes one line of each row.
func (b *Builder) linesOf(rows []row) []line {
	lines := make([]line, 0, len(rows))
	for _, r := range rows {
		s := r.segs[0]
		for _, next := range r.segs[1:] {
			s = joinSegments(s, next)
		}
		l := line{segment: s}
		l.bold, l.plain = b.weight(s.glyphs)
		l.label, l.body = labelOf(s.glyphs)
		lines = append(lines, l)
	}
	return lines
}

// weight reports whether all, and whether none, of the letters are bold.
func (b *Builder) weight(glyphs []Glyph) (bold, plain bool) {
	bold, plain = !b.page.Rough, true
	seen, heavy, font := false, false, noFont
	for i := range glyphs {
		if f := glyphs[i].Font; f != font {
			heavy, font = b.isBold(f), f
		}
		if heavy && !plain || !heavy && !bold { // it is known already
			continue
		}
		if r := glyphs[i].R; !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		seen = true
		if heavy {
			plain = false
		} else {
			bold = false
		}
	}
	return bold && seen, plain
}

// noFont is the index of a font that is unknown.
const noFont = int32(-1)

func (b *Builder) isBold(font int32) bool {
	return font >= 0 && int(font) < len(b.fonts) && b.fonts[font].Bold
}

// labelOf returns the number of glyphs of a number or bullet at the beginning
// of a line, and where the text behind it begins.
func labelOf(glyphs []Glyph) (int, float32) {
	const longest = 8
	var token [longest]rune
	n := 0
	for ; n < len(glyphs) && n < longest && !blank(glyphs[n].R) && (n == 0 || glyphs[n].X0-glyphs[n-1].X1 < 0.25*glyphs[n].Size); n++ {
		token[n] = glyphs[n].R
	}
	if n == 0 || n == len(glyphs) || !isLabel(token[:n]) {
		return 0, 0
	}
	for i := n; i < len(glyphs); i++ {
		if !blank(glyphs[i].R) {
			return n, glyphs[i].X0
		}
	}
	return 0, 0
}

// isLabel knows bullets and "1.", "1.2.", "IV.", "IV-", "a)", "(1)".
func isLabel(token []rune) bool {
	if len(token) == 1 {
		switch token[0] {
		case '-', '–', '—', '+', '*', '•', '●', '▪', '■', '◦', 'o', '\uf0b7', '\uf02d', '\uf0a7':
			return true
		}
		return false
	}
	last := token[len(token)-1]
	if last != '.' && last != ')' && last != '-' && last != '/' && last != ':' {
		return false
	}
	core := token[:len(token)-1]
	if core[0] == '(' {
		core = core[1:]
	}
	digits, romans := 0, 0
	for _, r := range core {
		switch {
		case r >= '0' && r <= '9' || r == '.':
			digits++
		case r == 'I' || r == 'V' || r == 'X':
			romans++
		}
	}
	return len(core) > 0 && (digits == len(core) || romans == len(core) || len(core) == 1 && unicode.IsLetter(core[0]))
}

// paragraphsOf joins lines to paragraphs.
func (b *Builder) paragraphsOf(lines []line, f frame) []paragraph {
	if f.pitch == 0 {
		f.pitch = pitchOf(lines)
	}
	for i := range lines {
		lines[i].centre, lines[i].even = centred(&lines[i], f)
	}
	var out []paragraph
	for i := range lines {
		if n := len(out); n > 0 && b.goesOn(&out[n-1], &lines[i], f) {
			out[n-1].lines = append(out[n-1].lines, lines[i])
			continue
		}
		out = append(out, paragraph{lines: lines[i : i+1 : i+1]})
	}
	for i := range out {
		p := &out[i]
		p.centre = !slices.ContainsFunc(p.lines, func(l line) bool { return !l.even }) &&
			slices.ContainsFunc(p.lines, func(l line) bool { return l.centre })
		p.bold = !slices.ContainsFunc(p.lines, func(l line) bool { return !l.bold })
	}
	return out
}

// pitchOf returns the usual distance of lines in sizes of their font.
func pitchOf(lines []line) float32 {
	var steps []float32
	for i := 1; i < len(lines); i++ {
		if lines[i].size == lines[i-1].size {
			if step := (lines[i].y - lines[i-1].y) / lines[i].size; step > 0.8 && step < 2.5 {
				steps = append(steps, step)
			}
		}
	}
	if len(steps) < 3 {
		return 1.5
	}
	slices.Sort(steps)
	// Distances between paragraphs are wider, so the usual one lies below the
	// middle.
	return max(steps[len(steps)*2/5], 1)
}

// centred reports whether a line stands in the middle of its column, with
// white on both sides, and whether it does so but for the white.
func centred(l *line, f frame) (centre, even bool) {
	left, right := l.x0-f.left, f.right-l.x1
	loose := 0.8 * l.size
	if min(left, right) > 0.15*(f.right-f.left) {
		loose = 2.2 * l.size // centred, and indented by mistake
	}
	even = abs(left-right) < max(0.05*(left+right), loose)
	return even && left > 0.06*(f.right-f.left) && right > 0, even
}

// goesOn reports whether a line continues a paragraph.
func (b *Builder) goesOn(p *paragraph, l *line, f frame) bool {
	last := &p.lines[len(p.lines)-1]
	size := max(last.size, l.size)
	tolerance := float32(0.1)
	if b.page.Rough {
		tolerance = 0.4
	}
	switch {
	case abs(last.size-l.size) > tolerance*size:
		return false
	case l.y-last.y > 1.25*f.pitch*size || l.y < last.y-0.3*size:
		return false
	case !b.page.Rough && (last.bold && l.plain || last.plain && l.bold):
		return false
	case last.centre && !l.even || l.centre && (!last.even || endsClause(last)):
		return false
	case l.label > 0 && (endsClause(last) || p.lines[0].label > 0 && abs(l.x0-p.lines[0].x0) < 0.5*size):
		return false
	case f.narrow && beginsSmall(l) && !endsClause(last):
		return true // "Phú Thọ, ngày 18 tháng 8" and "năm 2020"
	case hasRoom(last, l, f):
		return false
	}
	return sameBody(p, last, l, size)
}

// sameBody compares the left edges of a line and of the paragraph above it.
// The first line of a paragraph stands further to the right, or further to the
// left where a number or bullet hangs.
func sameBody(p *paragraph, last, l *line, size float32) bool {
	step := l.x0 - last.x0
	if last.even && l.even {
		return true
	}
	if len(p.lines) == 1 {
		if p.lines[0].label > 0 && abs(l.x0-p.lines[0].body) < 0.5*size {
			return true
		}
		return step < 0.5*size
	}
	return abs(step) < 0.7*size
}

// hasRoom reports whether the first word of a line would have fitted behind
// the line above it: whoever broke there meant to.
func hasRoom(last, l *line, f frame) bool {
	room := f.right - last.x1
	if last.even && l.even && (last.centre || l.centre) {
		room = (f.right - f.left) - (last.x1 - last.x0)
	}
	const slack = 0.6 // ems: a space, and what justification may squeeze
	return room > firstWord(l)+slack*l.size
}

// beginsSmall reports whether a line begins with a small letter, as no line of
// its own does.
func beginsSmall(l *line) bool { return l.label == 0 && unicode.IsLower(l.glyphs[0].R) }

func firstWord(l *line) float32 {
	end := l.x1
	for i := 1; i < len(l.glyphs); i++ {
		if g := &l.glyphs[i]; blank(g.R) || g.X0-l.glyphs[i-1].X1 > 0.25*g.Size {
			end = l.glyphs[i-1].X1
			break
		}
	}
	return end - l.glyphs[0].X0
}

// endsClause reports whether a line ends with a mark after which an item of a
// list may begin.
func endsClause(l *line) bool {
	for _, v := range slices.Backward(l.glyphs) {
		switch r := v.R; r {
		case '.', ';', ':', '!', '?', '…', ',':
			return true
		case '"', '”', '»', ')', ' ':
		default:
			return false
		}
	}
	return false
}

// appendText appends the text of glyphs on one line. Spaces come from the
// producer's spaces, and from gaps where it left them out; see spaceGap.
func (b *Builder) appendText(dst []piece, glyphs []Glyph) []piece {
	open := b.spaceGap(glyphs)
	for i := range glyphs {
		g := &glyphs[i]
		r := b.show(g)
		if r == 0 {
			continue
		}
		if blank(r) {
			dst = appendSpace(dst, g)
			continue
		}
		if i > 0 && !blank(glyphs[i-1].R) && apart(&glyphs[i-1], g, open) {
			dst = appendSpace(dst, g)
		}
		dst = appendRune(dst, r, g)
	}
	return dst
}

// apart reports whether a space stands between two letters. Letters with a horn
// that come from a second font are set narrower than the font says, under the
// next letter; behind them any gap is a space.
func apart(p, q *Glyph, open float32) bool {
	gap := q.X0 - p.X1
	if p.Font != q.Font && gap > 0.05*q.Size && horned(p.R) {
		return true
	}
	return gap > open*q.Size
}

func horned(r rune) bool {
	return r == 'Ơ' || r == 'ơ' || r == 'Ư' || r == 'ư' || r >= 'Ớ' && r <= 'ợ' || r >= 'Ứ' && r <= 'ự'
}

// spaceGap is the gap, in ems, that stands for a space: more than a seventh, as
// a space is a quarter and kerning a twentieth. Spaced-out letters have gaps of
// their own, so the gap must be wider than the usual one of the line.
func (b *Builder) spaceGap(glyphs []Glyph) float32 {
	const least = 0.15
	wide := 0
	for i := 1; i < len(glyphs); i++ {
		if blank(glyphs[i].R) || blank(glyphs[i-1].R) {
			continue
		}
		if glyphs[i].X0-glyphs[i-1].X1 > least*glyphs[i].Size {
			wide++
		}
	}
	if wide*2 < len(glyphs) {
		return least
	}
	gaps := b.gaps[:0]
	for i := 1; i < len(glyphs); i++ {
		if !blank(glyphs[i].R) && !blank(glyphs[i-1].R) {
			gaps = append(gaps, (glyphs[i].X0-glyphs[i-1].X1)/glyphs[i].Size)
		}
	}
	b.gaps = gaps
	slices.Sort(gaps)
	return gaps[len(gaps)/2] + least
}

// show maps a character to what is read: 0 for nothing.
func (b *Builder) show(g *Glyph) rune {
	switch r := g.R; {
	case r >= ' ' && r < '\u00a0', r > '\u00a0' && r < '\u200b': // nearly all
		return r
	case r == 0x02 || r == 0xfffe: // a hyphen at the end of a line
		return '-'
	case r == '\u00a0' || r == '\t' || r == '\n' || r == '\r':
		return ' '
	case r < ' ', r == '\ufeff', r == '\u200b':
		return 0
	case r >= 0xf000 && r <= 0xf0ff: // Symbol and Wingdings: bullets and boxes
		return symbol(r)
	case !utf8.ValidRune(r):
		return utf8.RuneError
	default:
		return r
	}
}

// symbol maps the private characters of symbol fonts: those that stand for
// plain text, else a bullet.
func symbol(r rune) rune {
	switch low := r - 0xf000; {
	case low == '-' || low == '+' || low == '=' || low == '(' || low == ')' || low == '.' || low == ',' || low == '/' || low == '%' || low >= '0' && low <= '9':
		return low
	case low == ' ' || low == 0xa0:
		return ' '
	}
	return '•'
}
