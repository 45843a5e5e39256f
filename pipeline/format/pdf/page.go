package pdf

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/report"
)

// page is what was found on one page.
type page struct {
	sheet   sheet
	glyphs  []glyph
	rules   []segment
	counts  objectCounts
	unknown int // characters without a Unicode value
	signs   int // ASCII signs that prose has few of
	visible int // characters that show something
}

// glyph is a character in PDF coordinates.
type glyph struct {
	r          rune
	box        [4]float32 // left, top, right, bottom
	x, y, size float32    // of the baseline's beginning: of the text object
	font       int32
	dir        direction
}

// segment is a straight line in PDF coordinates.
type segment struct{ x0, y0, x1, y1 float32 }

// look is what all characters of one text object share.
type look struct {
	object uint64
	font   int32
	size   float32
	y, x   float32
	dir    direction
}

// readPage reads the text, lines and pictures of page i.
func (d *document) readPage(handle uint64) page {
	p := page{sheet: d.sheetOf(handle), glyphs: d.glyphs[:0], rules: d.rules[:0]}
	d.readGlyphs(handle, &p)
	d.readObjects(handle, &p)
	d.glyphs, d.rules = p.glyphs, p.rules
	return p
}

func (d *document) sheetOf(handle uint64) sheet {
	box := d.area(0)
	var r [4]float32 // left, top, right, bottom
	if d.ok(getPageBox, handle, box) {
		d.floats(box, r[:])
	} else {
		r = [4]float32{0, d.float(pageHeight, handle), d.float(pageWidth, handle), 0}
	}
	return sheet{left: r[0], top: r[1], width: r[2] - r[0], height: r[1] - r[3]}
}

func (d *document) readGlyphs(handle uint64, p *page) {
	text := d.call(textLoadPage, handle)
	if text == 0 {
		return
	}
	defer d.call(textClosePage, text)
	n := min(d.count(textCountChars, text), d.limits.Glyphs-d.seen)
	d.seen += n
	p.glyphs = slices.Grow(p.glyphs, n)
	units := d.units(text, n)
	box := d.area(0)
	var now look
	var whole [4]float32 // of the glyph before
	for i := range uint64(n) {
		object := d.call(textObject, text, i)
		if object == 0 {
			continue // a line end that PDFium made up
		}
		if object != now.object {
			now, whole = d.lookOf(text, i, object), [4]float32{}
		}
		r := d.unicode(text, units, i, now.font)
		g := glyph{r: r, x: now.x, y: now.y, size: now.size, font: now.font, dir: now.dir}
		if !d.ok(textLooseBox, text, i, box) {
			continue
		}
		d.floats(box, g.box[:])
		if r == ' ' && g.box[0] == g.box[2] {
			continue // made up too, from a gap that another font's letter may fill
		}
		if n := len(p.glyphs); n > 0 && utf16.IsSurrogate(r) {
			if last := &p.glyphs[n-1]; utf16.IsSurrogate(last.r) { // two halves of a rare character
				last.r = utf16.DecodeRune(last.r, r)
				continue
			}
		}
		if n := len(p.glyphs); n > 0 && whole == g.box {
			g.box = further(p.glyphs[n-1].box)
		} else {
			whole = g.box
		}
		p.count(r)
		p.glyphs = append(p.glyphs, g)
		if d.err != nil {
			return
		}
	}
}

// further is where the next of several letters that one glyph shows stands: within
// the glyph, but not where the one before it begins. Where two letters stand on one
// place, one was drawn to look bold.
func further(box [4]float32) [4]float32 {
	box[0] = (box[0] + box[2]) / 2
	return box
}

// units returns a page's n characters at once, as UTF-16: a call for each would
// cost a thirtieth of the page. It returns nil where they need not stand one for
// one: characters without a value are left out, rare ones take two units.
func (d *document) units(text uint64, n int) []uint16 {
	const most = 100_000 // characters; none but a hostile page has more
	if n == 0 || n > most {
		return nil
	}
	p := d.alloc(4 * (n + 1))
	defer d.call(free, p)
	if got := d.count(textAll, text, 0, uint64(n), p); got != n+1 {
		return nil
	}
	view, ok := d.memory.Read(uint32(p), uint32(2*n))
	if !ok {
		return nil
	}
	d.utf16 = d.utf16[:0]
	for i := 0; i < len(view); i += 2 {
		u := binary.LittleEndian.Uint16(view[i:])
		if utf16.IsSurrogate(rune(u)) {
			return nil
		}
		d.utf16 = append(d.utf16, u)
	}
	return d.utf16
}

// unicode returns a character. What is no letter of ours is asked for by itself:
// in one go a hyphen at a line's end is another character, and values beyond
// Unicode lose their upper half.
func (d *document) unicode(text uint64, units []uint16, i uint64, font int32) rune {
	const certain = 0x8000 // Vietnamese letters end at 1EF9, punctuation at 206F
	if units != nil && units[i] < certain {
		return rune(units[i])
	}
	r := rune(uint32(d.call(textUnicode, text, i)))
	if r == lineHyphen {
		return d.hyphenOf(font)
	}
	return r
}

// lineHyphen is what PDFium makes of a hyphen at the end of a line, and of the
// hyphen that only shows there, which is U+00AD.
const lineHyphen = 2

// hyphenOf undoes that. U+00AD is "ư" in the fonts of TCVN3, where words end
// with it more often than lines with a hyphen.
func (d *document) hyphenOf(font int32) rune {
	if font >= 0 {
		if encoding, old := charset.FromFont(d.fonts[font].Name); old && (encoding == charset.TCVN3 || encoding == charset.TCVN3.Capitals()) {
			return 0xad
		}
	}
	return '-'
}

// add adds what was typed onto a page.
func (p *page) add(typed *page) {
	p.glyphs = append(p.glyphs, typed.glyphs...)
	p.unknown += typed.unknown
	p.signs += typed.signs
	p.visible += typed.visible
}

// count counts what a character says about the quality of the text layer.
func (p *page) count(r rune) {
	switch {
	case r < utf8.RuneSelf && sign[r]:
		p.signs++
		p.visible++
	case r == 0 || r == 0xfffd || r >= 0xe000 && r < 0xf000:
		p.unknown++
		p.visible++
	case r > ' ' && r != 0xa0:
		p.visible++
	}
}

// sign holds the ASCII signs and controls that the letters of a font turn into
// whose codes nobody says the letters of: such fonts number their letters from 1
// or from '!'. Of right text they are less than a tenth, of VIQR a fifth.
var sign = func() (is [utf8.RuneSelf]bool) {
	for r := rune(1); r < ' '; r++ {
		is[r] = r != '\t' && r != '\n' && r != '\r' && r != lineHyphen
	}
	for _, r := range "!\"#$&'<>?@[\\]^`{}~\x7f" {
		is[r] = true
	}
	return is
}()

// lookOf reads what a text object's characters share, from one of them.
func (d *document) lookOf(text, i, object uint64) look {
	l := look{object: object, font: d.fontOf(object), size: 1}
	area := d.area(0)
	size := d.double(textFontSize, text, i)
	var m matrix
	if d.ok(textMatrix, text, i, area) {
		d.floats(area, m[:])
		l.x, l.y, l.dir = m[4], m[5], directionOf(m[0], m[1])
		l.size = sizeOf(size, m)
	}
	return l
}

// directions counts the characters of each direction.
func (p *page) directions() (n [oblique + 1]int) {
	for first := 0; first < len(p.glyphs); { // a line has one
		dir, end := p.glyphs[first].dir, first+1
		for end < len(p.glyphs) && p.glyphs[end].dir == dir {
			end++
		}
		n[dir] += end - first
		first = end
	}
	return n
}

// pages returns the page as layout wants it: first what runs in the direction of
// most characters, then what runs in others, such as the label of a turned table.
// The rotation that the file asks for is not needed: text runs to the right for
// who reads it.
func (p *page) pages(number int, scratch []layout.Glyph) ([]layout.Page, []layout.Glyph) {
	n := p.directions()
	main := rightward
	for dir := range oblique {
		if n[dir] > n[main] {
			main = dir
		}
	}
	var out []layout.Page
	all := slices.Grow(scratch[:0], len(p.glyphs))
	for turn := range direction(4) {
		s := p.sheet
		s.turn = (main + turn) % 4
		if n[s.turn] == 0 && turn != 0 {
			continue
		}
		start := len(all)
		for i := range p.glyphs {
			if g := &p.glyphs[i]; g.dir == s.turn {
				all = all[:len(all)+1] // there is room for each glyph once
				g.turned(&s, &all[len(all)-1])
			}
		}
		w, h := s.size()
		lp := layout.Page{Number: number, Width: w, Height: h, Glyphs: all[start:len(all):len(all)]}
		if turn == 0 {
			for _, r := range p.rules {
				lp.Rules = append(lp.Rules, s.rule(r.x0, r.y0, r.x1, r.y1))
			}
		}
		out = append(out, lp)
	}
	return out, all
}

// turned maps a glyph to the sheet.
func (g *glyph) turned(s *sheet, to *layout.Glyph) {
	x0, y0, x1, y1, base := g.box[0]-s.left, s.top-g.box[1], g.box[2]-s.left, s.top-g.box[3], s.top-g.y
	if s.turn != rightward {
		x0, y0 = s.point(g.box[0], g.box[1])
		x1, y1 = s.point(g.box[2], g.box[3])
		_, base = s.point(g.x, g.y)
	}
	if !(x0 <= x1 && y0 <= y1) { // as few do; NaN too
		x0, y0, x1, y1 = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
	}
	if base < y0-g.size || base > y1+g.size {
		base = y1 - 0.2*(y1-y0) // the object's beginning is on another line
	}
	to.R, to.X0, to.X1, to.Y, to.Size, to.Font, to.Confidence = g.r, x0, x1, base, g.size, g.font, 0
}

// watermark is the text that runs obliquely over the page.
func (p *page) watermark(number int) (report.Part, bool) {
	if p.directions()[oblique] == 0 {
		return report.Part{}, false
	}
	var text []rune
	for i := range p.glyphs {
		if g := &p.glyphs[i]; g.dir == oblique && g.r >= ' ' {
			text = append(text, g.r)
		}
	}
	part := report.Simple(report.TextBox, string(text))
	part.Page = number
	return part, len(text) > 0
}
