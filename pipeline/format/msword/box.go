package msword

import "encoding/binary"

const (
	boxRecord   = 22
	shapeRecord = 26
)

// boxes are the text boxes of the main story.
type boxes struct {
	texts   map[uint32][2]int // characters of each, by its shape
	anchors []anchor          // in the order of the text
	next    int
	left    [][2]int // that no shape is anchored for
}

type anchor struct {
	char  int
	shape uint32
}

// readBoxes reads where text boxes are anchored.
func (d *document) readBoxes() {
	start, end := d.story(storyBoxes)
	if start >= end {
		return
	}
	d.boxes.texts = make(map[uint32][2]int)
	texts := newPlc(d.part(fibBoxText), boxRecord)
	if texts.n == 0 {
		d.boxes.left = [][2]int{{start, end}}
		return
	}
	shapes := newPlc(d.part(fibShapes), shapeRecord)
	anchored := make(map[uint32]bool, shapes.n)
	for i := range shapes.n {
		a := anchor{shapes.at(i), binary.LittleEndian.Uint32(shapes.record(i))}
		d.boxes.anchors = append(d.boxes.anchors, a)
		anchored[a.shape] = true
	}
	for i := range texts.n {
		a, b := start+texts.at(i), start+texts.at(i+1)
		if a < start || a >= b || b > end {
			continue
		}
		shape := binary.LittleEndian.Uint32(texts.record(i)[14:])
		if _, twice := d.boxes.texts[shape]; anchored[shape] && !twice {
			d.boxes.texts[shape] = [2]int{a, b}
		} else {
			d.boxes.left = append(d.boxes.left, [2]int{a, b})
		}
	}
}

// boxesUntil yields the boxes that are anchored before a character and were not
// read yet.
func (b *boxes) until(char int) [][2]int {
	var out [][2]int
	for b.next < len(b.anchors) && b.anchors[b.next].char < char {
		shape := b.anchors[b.next].shape
		if r, ok := b.texts[shape]; ok {
			out = append(out, r)
			delete(b.texts, shape)
		}
		b.next++
	}
	return out
}
