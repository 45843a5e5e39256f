package pdf

// The types of page objects.
const (
	objectText  = 1
	objectPath  = 2
	objectImage = 3
	objectForm  = 5
)

// objectCounts say what a page is made of.
type objectCounts struct {
	images float32 // share of the page that pictures cover
	paths  int
}

const (
	thin        = 3    // points: a path this flat is a rule
	shortest    = 4    // points: shorter lines are dots and dashes
	maxSegments = 2000 // of one path; more are a drawing
	formDepth   = 4    // forms in forms
)

// readObjects finds ruling lines and pictures.
func (d *document) readObjects(handle uint64, p *page) {
	left := d.limits.Objects
	n := d.count(countObjects, handle)
	for i := range uint64(min(n, left)) {
		left--
		d.readObject(d.call(getObject, handle, i), identity, p, &left, 0)
		if d.err != nil {
			return
		}
	}
}

func (d *document) readObject(object uint64, m matrix, p *page, left *int, depth int) {
	switch d.call(objectType, object) {
	case objectPath:
		p.counts.paths++
		d.readPath(object, m, p)
	case objectImage:
		if box, ok := d.bounds(object, m); ok {
			p.addImage(box)
		}
	case objectForm:
		d.readForm(object, m, p, left, depth)
	}
}

// readForm reads the objects inside a form.
func (d *document) readForm(object uint64, m matrix, p *page, left *int, depth int) {
	if depth >= formDepth {
		return
	}
	inner := d.matrixOf(object).after(m)
	n := d.count(formCountObjects, object)
	for i := range uint64(n) {
		if *left--; *left < 0 || d.err != nil {
			return
		}
		d.readObject(d.call(formGetObject, object, i), inner, p, left, depth+1)
	}
}

func (d *document) matrixOf(object uint64) matrix {
	area := d.area(0)
	if !d.ok(objectMatrix, object, area) {
		return identity
	}
	var m matrix
	d.floats(area, m[:])
	return m
}

// bounds returns the box of an object as left, bottom, right, top.
func (d *document) bounds(object uint64, m matrix) ([4]float32, bool) {
	a := d.area(0)
	if !d.ok(objectBounds, object, a, a+4, a+8, a+12) {
		return [4]float32{}, false
	}
	var b [4]float32
	d.floats(a, b[:])
	if m != identity {
		x0, y0 := m.apply(b[0], b[1])
		x1, y1 := m.apply(b[2], b[3])
		b = [4]float32{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
	}
	return b, true
}

// addImage adds the share of the page that a picture covers.
func (p *page) addImage(b [4]float32) {
	s := p.sheet
	w := min(b[2], s.left+s.width) - max(b[0], s.left)
	h := min(b[3], s.top) - max(b[1], s.top-s.height)
	if w > 0 && h > 0 && s.width > 0 && s.height > 0 {
		p.counts.images += w * h / (s.width * s.height)
	}
}

// readPath takes the ruling lines of a path.
func (d *document) readPath(object uint64, m matrix, p *page) {
	b, ok := d.bounds(object, m)
	if !ok {
		return
	}
	w, h := b[2]-b[0], b[3]-b[1]
	switch {
	case w <= thin && h <= thin:
	case h <= thin && w >= shortest:
		y := (b[1] + b[3]) / 2
		p.rules = append(p.rules, segment{b[0], y, b[2], y})
	case w <= thin && h >= shortest:
		x := (b[0] + b[2]) / 2
		p.rules = append(p.rules, segment{x, b[1], x, b[3]})
	case w > thin && h > thin:
		d.readSegments(object, m, p)
	}
}

// The types of path segments.
const (
	segmentLine   = 0
	segmentBezier = 1
	segmentMove   = 2
)

// readSegments takes the level and upright lines of a path with an extent: a
// box, or the whole frame of a table.
func (d *document) readSegments(object uint64, m matrix, p *page) {
	n := d.count(pathCountSegments, object)
	if n > maxSegments || !d.drawn(object) {
		return
	}
	m = d.matrixOf(object).after(m)
	area := d.area(1)
	var start, last [2]float32
	for i := range uint64(n) {
		s := d.call(pathSegment, object, i)
		if s == 0 || !d.ok(segmentPoint, s, area, area+4) {
			continue
		}
		var at [2]float32
		d.floats(area, at[:])
		at[0], at[1] = m.apply(at[0], at[1])
		switch d.call(segmentType, s) {
		case segmentMove:
			start = at
		case segmentLine:
			p.addLine(last, at)
		case segmentBezier:
		}
		last = at
		if d.ok(segmentClose, s) {
			p.addLine(last, start)
			last = start
		}
	}
}

// drawn reports whether a path shows: it is stroked or filled, and does not
// only clip.
func (d *document) drawn(object uint64) bool {
	a := d.area(0)
	if !d.ok(pathDrawMode, object, a, a+4) {
		return true
	}
	fill, _ := d.memory.ReadUint32Le(uint32(a))
	stroke, _ := d.memory.ReadUint32Le(uint32(a + 4))
	return fill != 0 || stroke != 0
}

func (p *page) addLine(a, b [2]float32) {
	dx, dy := abs(a[0]-b[0]), abs(a[1]-b[1])
	if max(dx, dy) >= shortest && min(dx, dy) <= 1 {
		p.rules = append(p.rules, segment{a[0], a[1], b[0], b[1]})
	}
}
