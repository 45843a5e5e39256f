package pdf

import (
	"math"
	"slices"

	"github.com/tongket/tongket/pipeline/format/pdf/cos"
)

// sameWithin is how far back PDFium looks for a text that was drawn before, to
// look bold.
const sameWithin = 5

// drawnText is a text that was drawn.
type drawnText struct {
	codes []uint32
	at    point
	long  float32 // from end to end
	high  float32
}

// tail is the letters that were drawn last. Their codes stand by themselves, because
// nearly always none of them is the one that is looked for.
type tail struct {
	codes  [glyphsBack]uint32
	drawn  [glyphsBack]drawnGlyph
	oldest int
}

// drawnGlyph is where a letter was drawn.
type drawnGlyph struct {
	font *textFont
	at   point
}

// glyphsBack is how far PDFium looks back for the same letter.
const glyphsBack = 7

// clear forgets all letters.
func (t *tail) clear() {
	*t = tail{}
	for i := range t.codes {
		t.codes[i] = maxCode + 1 // none
	}
}

// show draws text.
func (c *content) show(op string) error {
	switch op {
	case "'":
		c.move(0, -c.leading)
	case "\"":
		if len(c.operands) != 3 || c.operands[0].Kind != cos.Number || c.operands[1].Kind != cos.Number {
			return errUnsure
		}
		c.word, c.letter = c.num(0), c.num(1)
		c.operands = c.operands[2:]
		c.move(0, -c.leading)
	}
	if len(c.operands) != 1 {
		return errUnsure
	}
	v := c.operands[0]
	if op == "TJ" {
		if v.Kind != cos.Array {
			return errUnsure
		}
		return c.drawStrings(v.List())
	}
	if v.Kind != cos.String {
		return errUnsure
	}
	return c.drawStrings(c.operands)
}

// drawStrings draws strings with the kerning between them: one object, whose letters
// stand on one line.
func (c *content) drawStrings(list []cos.Value) error {
	if c.font == nil {
		return errUnsure
	}
	for len(list) > 0 && (list[0].Kind == cos.Number || list[0].Kind == cos.String && len(list[0].Bytes) == 0) {
		if list[0].Kind == cos.Number {
			c.at.x -= list[0].Num * c.size * c.scale / 1000
		}
		list = list[1:]
	}
	if len(list) == 0 {
		return nil
	}
	if err := c.one(); err != nil {
		return err
	}
	o := c.begin()
	for i := range list {
		var err error
		switch list[i].Kind {
		case cos.Number:
			o.kern += list[i].Num
		case cos.String:
			err = o.add(list[i].Bytes)
		default:
			err = errUnsure
		}
		if err != nil {
			return err
		}
	}
	return o.finish()
}

// drawing is a text that is being drawn.
type drawing struct {
	*content
	look     look
	m        matrix
	first    int     // of its glyphs
	x        float32 // how far it has come, in the space of text
	kern     float32 // before what comes
	codes    []uint32
	up, down float32 // of letters, in the space of text
	near     float32 // how close the same letter looks bold
	// Of text that is not turned, where all its letters stand on the page.
	level       bool
	bottom, top float32
}

// begin takes what the letters share.
func (c *content) begin() *drawing {
	m := matrix{c.scale, 0, 0, 1, 0, 0}.after(c.text).after(c.ctm)
	at := c.ctm.at(c.text.at(point{c.at.x, c.at.y + c.rise}))
	m[4], m[5] = at.x, at.y
	o := &c.drawing
	*o = drawing{content: c, m: m, first: len(c.page.glyphs), codes: c.recent[c.turn].codes[:0]}
	o.look = look{font: c.font.index, size: sizeOf(float64(c.size), m), x: at.x, y: at.y, dir: directionOf(m[0], m[1])}
	o.up, o.down = c.size*c.font.ascent/1000, c.size*c.font.descent/1000
	o.near = 0.2 * abs(c.size) * max(abs(m[0]), abs(m[1]), abs(m[2]), abs(m[3]))
	if o.level = m[1] == 0 && m[2] == 0 && finite(o.up) && finite(o.down); o.level {
		b := m.box([4]float32{0, o.down, 0, o.up})
		o.bottom, o.top = b[1], b[3]
	}
	return o
}

// add draws a string.
func (o *drawing) add(s []byte) error {
	if len(s) == 0 {
		return nil
	}
	if o.kern != 0 {
		o.x -= o.kern * o.size / 1000
		o.kern = 0
	}
	if !o.font.wide {
		for _, b := range s {
			if err := o.letterOf(uint32(b)); err != nil {
				return err
			}
		}
		return nil
	}
	if len(s)%2 != 0 {
		return errUnsure
	}
	for i := 0; i < len(s); i += 2 {
		if err := o.letterOf(uint32(s[i])<<8 | uint32(s[i+1])); err != nil {
			return err
		}
	}
	return nil
}

// letterOf draws one letter.
func (o *drawing) letterOf(code uint32) error {
	l, ok := o.font.known(code)
	var more []rune
	if !ok {
		var err error
		if l, more, err = o.font.look(code); err != nil {
			return err
		}
	}
	x, y := o.m.apply(o.x, 0)
	if !finite(x) || !finite(y) || o.twice(code, point{x, y}) {
		return errUnsure
	}
	o.codes = append(o.codes, code)
	b := o.box(x, o.x+o.size/1000*float32(l.width))
	o.put(l.r, &b)
	for _, m := range more {
		b = further(b)
		o.put(m, &b)
	}
	o.x += float32(l.width) * o.size / 1000
	if code == ' ' && !o.font.wide {
		o.x += o.word
	}
	o.x += o.letter
	return nil
}

// box returns the box of the letter that begins at x of the page and ends at end in
// the space of text: left, top, right, bottom.
func (o *drawing) box(x, end float32) [4]float32 {
	if o.level {
		if right := o.m[0]*end + o.m[4]; finite(right) {
			if right < x {
				x, right = right, x
			}
			return [4]float32{x, o.top, right, o.bottom}
		}
	}
	b := o.m.box([4]float32{o.x, o.down, end, o.up})
	return [4]float32{b[0], b[3], b[2], b[1]}
}

func (o *drawing) put(r rune, box *[4]float32) {
	p, l := o.page, &o.look
	p.count(r)
	if len(p.glyphs) == cap(p.glyphs) {
		p.glyphs = slices.Grow(p.glyphs, 1)
	}
	p.glyphs = p.glyphs[:len(p.glyphs)+1]
	p.glyphs[len(p.glyphs)-1] = glyph{r: r, box: *box, x: l.x, y: l.y, size: l.size, font: l.font, dir: l.dir}
}

// twice reports whether the same letter was drawn on nearly the same place before.
func (o *drawing) twice(code uint32, at point) bool {
	t := &o.tail
	for i := slices.Index(t.codes[:], code); i >= 0 && i < glyphsBack; i++ {
		if g := &t.drawn[i]; t.codes[i] == code && g.font == o.font && abs(g.at.x-at.x) < o.near && abs(g.at.y-at.y) < o.near {
			return true
		}
	}
	t.codes[t.oldest], t.drawn[t.oldest] = code, drawnGlyph{o.font, at}
	if t.oldest++; t.oldest == glyphsBack {
		t.oldest = 0
	}
	return false
}

// finish moves on behind the text. A single space that stands alone shows nothing,
// and PDFium has no letter for it.
func (o *drawing) finish() error {
	c := o.content
	end := o.x
	if o.kern != 0 {
		end -= o.kern * o.size / 1000
	}
	c.at.x += end * c.scale
	if len(o.codes) == 1 && len(c.page.glyphs) == o.first+1 && c.page.glyphs[o.first].r == ' ' {
		c.page.glyphs = c.page.glyphs[:o.first]
	}
	now := drawnText{o.codes, point{o.m[4], o.m[5]}, abs(o.m[0] * o.x), o.look.size}
	for i := range c.recent {
		if i != c.turn && now.same(&c.recent[i]) {
			return errUnsure
		}
	}
	c.recent[c.turn] = now
	c.turn = (c.turn + 1) % len(c.recent)
	if c.seen += len(c.page.glyphs) - o.first; c.seen > c.limits.Glyphs {
		return errUnsure
	}
	return nil
}

// same reports whether two texts are the same and lie over each other.
func (t *drawnText) same(o *drawnText) bool {
	return len(t.codes) > 0 && abs(t.at.x-o.at.x) <= t.long+t.high && abs(t.at.y-o.at.y) <= t.high && slices.Equal(t.codes, o.codes)
}

// sizeOf is the size of letters on the page, rounded so that sizes can be
// compared: producers scale 13.98 to 14.
func sizeOf(size float64, m matrix) float32 {
	s := abs(float32(size * math.Hypot(float64(m[2]), float64(m[3]))))
	if !(s > 0.5 && s < 2000) { // NaN too
		s = 0.5
	}
	return float32(math.Round(float64(s)*4) / 4)
}
