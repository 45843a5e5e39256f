package pdf

import "slices"

// The types of annotations and form fields.
const (
	annotFreeText = 3
	annotWidget   = 20
	fieldButton   = 1
	fieldCheckbox = 2
	fieldRadio    = 3
	fieldCombo    = 4
	fieldList     = 5
	fieldText     = 6
)

// Flags of annotations.
const (
	hidden = 1 << 1
	unseen = 1 << 5 // on screen
)

// maxFields bounds the fields of one page.
const maxFields = 2000

// openForm makes the values of fields known, if the document is a form.
func (d *document) openForm() {
	if d.count(getFormType, d.handle) == 0 {
		return
	}
	d.formInfo = d.call(formInfoCreate)
	if d.formInfo != 0 {
		d.form = d.call(formInit, d.handle, d.formInfo)
	}
}

// readFields puts the values of form fields, and notes that are typed onto the
// page, where they stand: they are no part of the page's text. It returns the
// indices of annotations that have text only in how they look.
func (d *document) readFields(handle uint64, p *page) []int {
	n := min(d.count(annotCount, handle), maxFields)
	var drawn []int
	for i := range n {
		annot := d.call(annotGet, handle, uint64(i))
		if annot == 0 {
			continue
		}
		switch kind := d.call(annotSubtype, annot); {
		case kind == annotWidget && d.form != 0:
			if d.readField(annot, p) {
				drawn = append(drawn, i)
			}
		case kind == annotFreeText:
			if text := d.entry(annot, "Contents"); text != "" {
				d.typeOn(annot, text, p)
			} else if d.looks(annot) {
				drawn = append(drawn, i)
			}
		}
		d.call(annotClose, annot)
	}
	return drawn
}

// draw makes annotations part of the page, all others left out, and returns the
// page that then is.
func (d *document) draw(handle uint64, number int, drawn []int) uint64 {
	for i := d.count(annotCount, handle) - 1; i >= 0; i-- {
		if !slices.Contains(drawn, i) {
			d.call(annotRemove, handle, uint64(i))
		}
	}
	const onScreen = 0
	d.call(flatten, handle, onScreen)
	d.call(closePage, handle)
	return d.call(loadPage, d.handle, uint64(number))
}

// readField types the value of a field. It reports whether there is none, but a
// look: a button with its name on it.
func (d *document) readField(annot uint64, p *page) bool {
	switch d.call(annotFieldType, d.form, annot) {
	case fieldText, fieldCombo, fieldList:
		d.typeOn(annot, d.text(annotFieldValue, d.form, annot), p)
	case fieldCheckbox, fieldRadio:
		// The state that is shown: "Off", or a name of the producer's choice.
		if state := d.entry(annot, "AS"); state != "" && state != "Off" {
			d.typeOn(annot, "x", p) // as on paper
		}
	case fieldButton:
		return d.looks(annot)
	}
	return false
}

// looks reports whether an annotation is drawn by a content of its own.
func (d *document) looks(annot uint64) bool {
	const normal = 0
	return d.call(annotFlags, annot)&(hidden|unseen) == 0 && d.call(annotLook, annot, normal, 0, 0) > 2 // bytes: the zero at the end
}

// entry reads a string or name of an annotation.
func (d *document) entry(annot uint64, key string) string {
	k := d.put([]byte(key + "\x00"))
	defer d.call(free, k)
	return d.text(annotString, annot, k)
}

// typeOn puts a value into the box of an annotation, if that shows.
func (d *document) typeOn(annot uint64, value string, p *page) {
	area := d.area(0)
	if value == "" || d.call(annotFlags, annot)&hidden != 0 || !d.ok(annotRect, annot, area) {
		return
	}
	var r [4]float32 // left, top, right, bottom
	d.floats(area, r[:])
	p.typeIn(value, r)
}

// typeIn sets the letters of a value into a box, line by line.
func (p *page) typeIn(value string, r [4]float32) {
	left, top, right, bottom := min(r[0], r[2]), max(r[1], r[3]), max(r[0], r[2]), min(r[1], r[3])
	const usual = 12
	size := min(usual, max((top-bottom)*0.7, 4))
	letters := float32(len([]rune(value)))
	step := min(0.5*size, max((right-left)/max(letters, 1), 0.1))
	x, y := left+1, bottom+0.3*size
	if top-bottom > 2.5*size {
		y = top - 1.2*size
	}
	for _, r := range value {
		if r == '\r' || r == '\n' {
			x, y = left+1, y-1.2*size
			continue
		}
		g := glyph{r: r, x: x, y: y, size: size, font: -1, box: [4]float32{x, y + 0.8*size, x + step, y - 0.2*size}}
		p.glyphs = append(p.glyphs, g)
		p.count(r)
		x += step
	}
}
