package ocr

import (
	"fmt"
	"image"
	"image/color"
)

// grey makes a picture grey, and red ink white: the seal lies over the
// signature and often over the last lines of text.
func grey(m image.Image) *image.Gray {
	b := m.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	switch m := m.(type) {
	case *image.Gray:
		for y := range b.Dy() {
			copy(out.Pix[y*out.Stride:][:b.Dx()], m.Pix[m.PixOffset(b.Min.X, b.Min.Y+y):])
		}
	case *image.RGBA:
		for y := range b.Dy() {
			row := m.Pix[m.PixOffset(b.Min.X, b.Min.Y+y):]
			for x := range b.Dx() {
				out.Pix[y*out.Stride+x] = shade(row[4*x], row[4*x+1], row[4*x+2])
			}
		}
	default:
		for y := range b.Dy() {
			for x := range b.Dx() {
				c := color.NRGBAModel.Convert(m.At(b.Min.X+x, b.Min.Y+y)).(color.NRGBA)
				if c.A < 128 {
					c = color.NRGBA{255, 255, 255, 255} // paper shows through
				}
				out.Pix[y*out.Stride+x] = shade(c.R, c.G, c.B)
			}
		}
	}
	return out
}

// redder is how much more red than green and blue makes red ink, of 255.
// Yellowed paper has 20, brown ink 30.
const redder = 40

// shade is how bright a dot is. Red ink lets red light through, and black ink
// under it does not: so a red dot is as bright as its red, and the red of a
// seal, 190 and more, is paper.
func shade(r, g, b uint8) uint8 {
	if rest := max(g, b); r > rest && r-rest > redder {
		const seal = 190
		return uint8(min(255, int(r)*255/seal))
	}
	return uint8((299*int(r) + 587*int(g) + 114*int(b)) / 1000)
}

// blank reports whether a page holds less ink than a short word: 100 dots at 200
// to the inch. Tesseract must not see such a page: it takes the grain of the
// paper for letters, and minutes for it.
func blank(m *image.Gray) bool {
	const word = 100
	n := 0
	for _, v := range m.Pix {
		if v < dark {
			if n++; n >= word {
				return false
			}
		}
	}
	return true
}

// encode writes a picture as PGM, the plainest format that Tesseract takes.
func encode(m *image.Gray) []byte {
	b := m.Bounds()
	out := fmt.Appendf(make([]byte, 0, b.Dx()*b.Dy()+32), "P5\n%d %d\n255\n", b.Dx(), b.Dy())
	for y := range b.Dy() {
		out = append(out, m.Pix[y*m.Stride:][:b.Dx()]...)
	}
	return out
}
