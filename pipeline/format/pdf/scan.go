package pdf

import (
	"image"
	"math"
	"strings"

	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/vn"
	"golang.org/x/text/unicode/norm"
)

// What makes a page a scan.
const (
	fewLetters = 30  // a scan may carry a page number or a stamp's text
	mostly     = 0.5 // of the page is covered by pictures
	manyPaths  = 400 // letters drawn as outlines
	unknownMax = 0.3 // share of characters without a meaning; see sign for the distance to right text
)

// scanned reports whether the page must be read as a picture: its text layer is
// missing or means nothing. A page without a picture over most of it is never
// one as long as its characters are known: it was made by a program.
func (p *page) scanned(fonts []layout.Font) bool {
	switch {
	case float32(p.unknown) > unknownMax*float32(p.visible):
		return true
	case p.visible < fewLetters:
		return p.counts.images >= mostly || p.visible == 0 && p.counts.paths >= manyPaths
	case float32(p.unknown+p.signs) > unknownMax*float32(p.visible):
		return true
	}
	return p.counts.images >= mostly && p.garbled(fonts)
}

// garbled reports whether the words of a page are none: a scan may carry a
// layer of badly recognised text. Less than half of the words with letters
// beyond ASCII are Vietnamese then, in no encoding.
func (p *page) garbled(fonts []layout.Font) bool {
	const enough = 20
	b := layout.New()
	b.Fonts(fonts)
	pages, _ := p.pages(1, nil)
	for _, lp := range pages {
		b.Page(lp)
	}
	var text strings.Builder
	for _, part := range b.Parts() {
		for _, r := range part.Runs {
			if _, old := charset.FromFont(r.Font); !old {
				text.WriteString(r.Text)
			}
		}
		text.WriteByte('\n')
	}
	score := vn.Score(norm.NFC.String(text.String()))
	if score.Marked < enough || score.Share() >= 0.5 {
		return false
	}
	_, old := charset.Detect(text.String())
	return !old
}

const (
	scanDPI   = 200
	maxPixels = 24 << 20 // A3 at 300 dots per inch has 17 million
)

// PDFium's formats and flags.
const (
	bitmapBGRx = 3
	renderAll  = 0x01 // with annotations: stamps may be such
	white      = 0xffffffff
)

// legible is how many dots per inch a scan needs: letters of 14 points are then 19
// dots high. What is read of a coarser one is mostly wrong.
const legible = 100

// density is how many dots per inch the largest picture of a page has, 0 when it
// has none. Of a fax, whose lines are further apart than its dots, it is the
// better way.
func (d *document) density(handle uint64) float64 {
	const (
		most  = 200 // objects of a scan: strips at the most
		least = 100 // dots: what is smaller is a pattern or a logo
	)
	best, dots := float32(0), float32(0)
	for i := range min(d.count(countObjects, handle), most) {
		object := d.call(getObject, handle, uint64(i))
		a := d.area(0) // width, height: 4 bytes each; dots per inch across and down
		if object == 0 || d.count(objectType, object) != objectImage || !d.ok(imageMetadata, object, handle, a) {
			continue
		}
		var dpi [2]float32
		d.floats(a+8, dpi[:])
		width, ok := d.memory.ReadUint32Le(uint32(a))
		height, ok2 := d.memory.ReadUint32Le(uint32(a + 4))
		if area := float32(width) * float32(height); ok && ok2 && min(width, height) >= least && area > best {
			best, dots = area, max(dpi[0], dpi[1])
		}
	}
	return float64(dots)
}

// picture renders a page in colour. It returns the dots per inch that it took:
// fewer for a huge page.
func (d *document) picture(handle uint64) (*image.RGBA, float64) {
	w, h := float64(d.float(pageWidth, handle)), float64(d.float(pageHeight, handle))
	if !(w > 0 && h > 0) {
		return nil, 0
	}
	scale := scanDPI / 72.0
	if pixels := w * h * scale * scale; pixels > maxPixels {
		scale *= math.Sqrt(maxPixels / pixels)
	}
	width, height := max(int(w*scale), 1), max(int(h*scale), 1)
	bitmap := d.call(bitmapCreate, uint64(width), uint64(height), bitmapBGRx, 0, 0)
	if bitmap == 0 {
		return nil, 0
	}
	defer d.call(bitmapDestroy, bitmap)
	d.call(bitmapFill, bitmap, 0, 0, uint64(width), uint64(height), white)
	d.call(renderPage, bitmap, handle, 0, 0, uint64(width), uint64(height), 0, renderAll)
	buffer, stride := d.call(bitmapBuffer, bitmap), d.count(bitmapStride, bitmap)
	view, ok := d.memory.Read(uint32(buffer), uint32(stride*height))
	if d.err != nil || !ok {
		return nil, 0
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		from, to := view[y*stride:], img.Pix[y*img.Stride:]
		for x := range width {
			to[4*x], to[4*x+1], to[4*x+2], to[4*x+3] = from[4*x+2], from[4*x+1], from[4*x], 0xff
		}
	}
	return img, scale * 72
}
