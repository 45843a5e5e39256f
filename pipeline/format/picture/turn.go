package picture

import (
	"image"
	"image/color"
)

// turn says how a picture must be turned to be seen as it was taken: the
// Orientation of TIFF 6.0 and Exif, 1 to 8. Phones store pages as the sensor
// lies and leave the turning to whoever shows them.
type turn uint16

// upright is a picture that needs no turning, as does one that does not say.
const upright = 1

// of turns a picture. It is a view and takes no memory.
func (t turn) of(m image.Image) image.Image {
	if t <= upright || t > 8 {
		return m
	}
	return turned{m, t}
}

type turned struct {
	image.Image
	way turn
}

// Bounds are those of the turned picture.
func (t turned) Bounds() image.Rectangle {
	b := t.Image.Bounds()
	if t.way >= 5 {
		return image.Rect(0, 0, b.Dy(), b.Dx())
	}
	return image.Rect(0, 0, b.Dx(), b.Dy())
}

// At returns the colour at a place of the turned picture.
func (t turned) At(x, y int) color.Color {
	b := t.Image.Bounds()
	right, bottom := b.Dx()-1, b.Dy()-1
	switch t.way {
	case 2:
		x = right - x
	case 3:
		x, y = right-x, bottom-y
	case 4:
		y = bottom - y
	case 5:
		x, y = y, x
	case 6:
		x, y = y, bottom-x
	case 7:
		x, y = right-y, bottom-x
	case 8:
		x, y = right-y, x
	}
	return t.Image.At(b.Min.X+x, b.Min.Y+y)
}
