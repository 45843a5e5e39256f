package pdf

import (
	"bytes"

	"github.com/tongket/tongket/pipeline/format/pdf/cos"
)

// point is a place on the page.
type point struct{ x, y float32 }

func (m matrix) at(p point) point {
	x, y := m.apply(p.x, p.y)
	return point{x, y}
}

// graphics is the state that q keeps and Q brings back.
type graphics struct {
	ctm           matrix
	text          matrix
	at, line      point // in the space of text
	font          *textFont
	fontName      []byte // in the resources of the page
	size          float32
	letter, word  float32 // spaces that are added
	scale         float32 // across
	leading, rise float32
	lineWidth     float32
}

// content runs the content of one page.
type content struct {
	*direct
	graphics
	page      *page
	resources cos.Dict
	named     map[string]*textFont
	kept      []graphics
	path      []step
	current   point
	start     point
	operands  []cos.Value
	objects   int
	recent    [sameWithin + 1]drawnText // and the one under way
	turn      int
	drawing   drawing // the one under way
	tail      tail
}

// step is a part of a path.
type step struct {
	kind  int // segmentMove, segmentLine or segmentBezier
	to    point
	close bool
}

const (
	maxKept     = 256     // states that q keeps
	maxOperands = 1 << 10 // of a path's dashes at the most
	maxSteps    = 1 << 17
)

// run carries out the operators. Those that PDFium would carry out in a way that
// is not clear end it.
func (c *content) run(data []byte) error {
	s := cos.NewScanner(data)
	c.graphics = graphics{ctm: identity, text: identity, scale: 1, lineWidth: 1}
	const often = 1 << 16 // some milliseconds
	for n := 0; ; n++ {
		if n%often == 0 {
			if err := c.ctx.Err(); err != nil {
				return err
			}
		}
		v, ok, err := s.Next()
		if err != nil {
			return err
		}
		if !ok {
			return nil
		}
		if v.Kind != cos.Keyword {
			if c.operands = append(c.operands, v); len(c.operands) > maxOperands {
				return errUnsure
			}
			continue
		}
		if err := c.operate(string(v.Bytes)); err != nil {
			return err
		}
		c.operands = c.operands[:0]
	}
}

// numbers checks that the operands are so many numbers.
func (c *content) numbers(n int) bool {
	if len(c.operands) != n {
		return false
	}
	for i := range c.operands {
		if c.operands[i].Kind != cos.Number {
			return false
		}
	}
	return true
}

func (c *content) num(i int) float32 { return c.operands[i].Num }

func (c *content) point(i int) point { return point{c.num(i), c.num(i + 1)} }

// arity is how many numbers an operator takes, -1 for one that takes other things.
func arity(op string) int {
	switch op {
	case "BT", "ET", "T*", "q", "Q", "h", "n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*":
		return 0
	case "w", "Tc", "Tw", "Tz", "TL", "Ts":
		return 1
	case "m", "l", "Td", "TD":
		return 2
	case "v", "y", "re":
		return 4
	case "c", "cm", "Tm":
		return 6
	}
	return -1
}

func (c *content) operate(op string) error {
	if n := arity(op); n >= 0 {
		if !c.numbers(n) {
			return errUnsure
		}
		return c.measured(op)
	}
	switch op {
	case "Tf":
		return c.setFont()
	case "Tj", "'", "\"", "TJ":
		return c.show(op)
	case "Do":
		return c.object()
	case "gs":
		return c.setState()
	case "BDC":
		return c.marked()
	case "W", "W*", "BMC", "EMC", "MP", "Tr",
		"J", "j", "M", "d", "ri", "i", "g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN":
		return nil // colours and the like show no letters
	}
	return errUnsure
}

// measured carries out an operator that takes numbers.
func (c *content) measured(op string) error {
	switch op {
	case "w":
		c.lineWidth = c.num(0)
	case "cm":
		c.ctm = c.matrixOperand().after(c.ctm)
	case "q":
		if len(c.kept) >= maxKept {
			return errUnsure
		}
		c.kept = append(c.kept, c.graphics)
	case "Q":
		if n := len(c.kept); n > 0 {
			c.graphics, c.kept = c.kept[n-1], c.kept[:n-1]
		}
	case "m", "l", "c", "v", "y", "re", "h":
		return c.draw(op)
	case "n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*":
		return c.paint(op)
	default:
		c.place(op)
	}
	return nil
}

func (c *content) matrixOperand() matrix {
	return matrix{c.num(0), c.num(1), c.num(2), c.num(3), c.num(4), c.num(5)}
}

// place carries out the operators that say where text stands.
func (c *content) place(op string) {
	switch op {
	case "BT":
		c.text, c.at, c.line = identity, point{}, point{}
	case "Td":
		c.move(c.num(0), c.num(1))
	case "TD":
		c.leading = -c.num(1)
		c.move(c.num(0), c.num(1))
	case "T*":
		c.move(0, -c.leading)
	case "Tm":
		c.text, c.at, c.line = c.matrixOperand(), point{}, point{}
	case "Tc":
		c.letter = c.num(0)
	case "Tw":
		c.word = c.num(0)
	case "Tz":
		c.scale = c.num(0) / 100
	case "TL":
		c.leading = c.num(0)
	case "Ts":
		c.rise = c.num(0)
	}
}

func (c *content) move(x, y float32) {
	c.line.x += x
	c.line.y += y
	c.at = c.line
}

func (c *content) setFont() error {
	if len(c.operands) != 2 || c.operands[0].Kind != cos.Name || c.operands[1].Kind != cos.Number || c.num(1) == 0 {
		return errUnsure
	}
	named := c.operands[0].Bytes
	if c.font != nil && bytes.Equal(c.fontName, named) {
		c.size = c.num(1)
		return nil
	}
	f := c.named[string(named)]
	if f == nil {
		name := string(named)
		fonts, err := c.Get(c.resources, "Font")
		if err != nil {
			return err
		}
		if f, err = c.fontOf(fonts.Dict().Get(name)); err != nil {
			return err
		}
		c.named[name] = f
	}
	c.font, c.fontName, c.size = f, named, c.num(1)
	return nil
}

// setState takes what a named state says of lines; others say nothing of text.
func (c *content) setState() error {
	v, err := c.resource("ExtGState")
	if err != nil {
		return err
	}
	if v.Dict().Get("Font").Kind != cos.Null {
		return errUnsure
	}
	if w, err := c.Get(v.Dict(), "LW"); err != nil {
		return err
	} else if w.Kind == cos.Number {
		c.lineWidth = w.Num
	}
	return nil
}

// resource returns the resource of a kind that the operand names.
func (c *content) resource(kind string) (cos.Value, error) {
	if len(c.operands) == 0 || c.operands[len(c.operands)-1].Kind != cos.Name {
		return cos.Value{}, errUnsure
	}
	all, err := c.Get(c.resources, kind)
	if err != nil {
		return all, err
	}
	v, err := c.Get(all.Dict(), string(c.operands[len(c.operands)-1].Bytes))
	if err == nil && v.Kind != cos.Dictionary {
		err = errUnsure
	}
	return v, err
}

// marked looks whether a stretch says what it stands for, which then counts.
func (c *content) marked() error {
	if len(c.operands) != 2 {
		return errUnsure
	}
	v := c.operands[1]
	if v.Kind == cos.Name {
		var err error
		if v, err = c.resource("Properties"); err != nil {
			return err
		}
	}
	if v.Dict().Get("ActualText").Kind != cos.Null {
		return errUnsure
	}
	return nil
}

// object counts a picture. What else is drawn by its name is not read here.
func (c *content) object() error {
	v, err := c.resource("XObject")
	if err != nil {
		return err
	}
	if subtype, err := c.Get(v.Dict(), "Subtype"); err != nil || !subtype.Is("Image") {
		return errUnsure
	}
	c.page.addImage(c.ctm.box([4]float32{0, 0, 1, 1}))
	return c.one()
}

// one counts an object of the page.
func (c *content) one() error {
	if c.objects++; c.objects > c.limits.Objects {
		return errUnsure
	}
	return nil
}

// box returns the box around a box: left, bottom, right, top.
func (m matrix) box(b [4]float32) [4]float32 {
	x0, y0 := m.apply(b[0], b[1])
	if m[1] == 0 && m[2] == 0 {
		x1, y1 := m.apply(b[2], b[3])
		return [4]float32{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
	}
	out := [4]float32{x0, y0, x0, y0}
	for _, corner := range [...]point{{b[0], b[3]}, {b[2], b[1]}, {b[2], b[3]}} {
		p := m.at(corner)
		out = [4]float32{min(out[0], p.x), min(out[1], p.y), max(out[2], p.x), max(out[3], p.y)}
	}
	return out
}

// draw adds to the path.
func (c *content) draw(op string) error {
	if len(c.path) > maxSteps {
		return errUnsure
	}
	switch op {
	case "m":
		c.start = c.point(0)
		if n := len(c.path); n > 0 && c.path[n-1].kind == segmentMove {
			c.path = c.path[:n-1]
		}
		c.step(segmentMove, c.start)
	case "l":
		c.step(segmentLine, c.point(0))
	case "c":
		c.curve(c.point(0), c.point(2), c.point(4))
	case "v":
		c.curve(c.current, c.point(0), c.point(2))
	case "y":
		c.curve(c.point(0), c.point(2), c.point(2))
	case "re":
		p, w, h := c.point(0), c.num(2), c.num(3)
		if n := len(c.path); n > 0 && c.path[n-1].kind == segmentMove {
			c.path = c.path[:n-1]
		}
		c.start = p
		c.step(segmentMove, p)
		c.step(segmentLine, point{p.x + w, p.y})
		c.step(segmentLine, point{p.x + w, p.y + h})
		c.step(segmentLine, point{p.x, p.y + h})
		c.step(segmentLine, p)
		c.path[len(c.path)-1].close = true
	case "h":
		c.shut()
	}
	return nil
}

func (c *content) step(kind int, to point) {
	c.path = append(c.path, step{kind: kind, to: to})
	c.current = to
}

func (c *content) curve(a, b, to point) {
	c.step(segmentBezier, a)
	c.step(segmentBezier, b)
	c.step(segmentBezier, to)
}

func (c *content) shut() {
	if len(c.path) == 0 {
		return
	}
	if c.start != c.current {
		c.step(segmentLine, c.start)
	}
	c.path[len(c.path)-1].close = true
}

// paint ends a path and takes its lines if it shows.
func (c *content) paint(op string) error {
	if op == "s" || op == "b" || op == "b*" {
		c.shut()
	}
	path := c.path
	c.path = c.path[:0]
	if n := len(path); n > 1 && path[n-1].kind == segmentMove && !path[n-1].close {
		path = path[:n-1]
	}
	if len(path) < 2 || op == "n" {
		return nil
	}
	if path[0].kind != segmentMove {
		return errUnsure
	}
	c.page.counts.paths++
	stroked := op[0]|0x20 == 's' || op[0]|0x20 == 'b'
	if err := c.rules(path, stroked); err != nil {
		return err
	}
	return c.one()
}

// rules takes the ruling lines of a path, as readPath does.
func (c *content) rules(path []step, stroked bool) error {
	b := around(path)
	switch {
	case !stroked:
	case c.lineWidth == 0:
		return errUnsure
	case len(path) == 2 && !path[1].close && (b[0] == b[2] || b[1] == b[3]):
		b = widened(path[0].to, path[1].to, c.lineWidth)
	default:
		if m := c.ctm.box(b); min(m[2]-m[0], m[3]-m[1]) <= thin {
			return errUnsure // how far its corners reach decides
		}
	}
	b = c.ctm.box(b)
	w, h := b[2]-b[0], b[3]-b[1]
	switch {
	case w <= thin && h <= thin:
	case h <= thin && w >= shortest:
		y := (b[1] + b[3]) / 2
		c.page.rules = append(c.page.rules, segment{b[0], y, b[2], y})
	case w <= thin && h >= shortest:
		x := (b[0] + b[2]) / 2
		c.page.rules = append(c.page.rules, segment{x, b[1], x, b[3]})
	case w > thin && h > thin:
		c.segments(path)
	}
	return nil
}

// around returns the box around a path.
func around(path []step) [4]float32 {
	p := path[0].to
	b := [4]float32{p.x, p.y, p.x, p.y}
	for _, s := range path[1:] {
		b = [4]float32{min(b[0], s.to.x), min(b[1], s.to.y), max(b[2], s.to.x), max(b[3], s.to.y)}
	}
	return b
}

// widened returns the box around a level or upright line. PDFium makes it longer
// by its width at both ends, and as much wider to both sides.
func widened(p, q point, by float32) [4]float32 {
	return [4]float32{min(p.x, q.x) - by, min(p.y, q.y) - by, max(p.x, q.x) + by, max(p.y, q.y) + by}
}

// segments takes the level and upright lines of a path with an extent.
func (c *content) segments(path []step) {
	if len(path) > maxSegments {
		return
	}
	var start, last [2]float32
	for _, s := range path {
		x, y := c.ctm.apply(s.to.x, s.to.y)
		at := [2]float32{x, y}
		switch s.kind {
		case segmentMove:
			start = at
		case segmentLine:
			c.page.addLine(last, at)
		}
		last = at
		if s.close {
			c.page.addLine(last, start)
			last = start
		}
	}
}

// finite reports whether a number can be reckoned with: of others the difference
// to itself is no number.
func finite(x float32) bool { return x-x == 0 }
