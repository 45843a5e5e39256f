package layout

// Font is a font of the document, as glyphs name it by its index.
type Font struct {
	Name string
	Bold bool
}

// Glyph is one character at its place.
type Glyph struct {
	R          rune
	X0, X1     float32 // where it begins, and where the next one would
	Y          float32 // of the baseline, downwards
	Size       float32 // of the font
	Font       int32   // index of the Font; -1 when unknown
	Confidence uint8   // of OCR, 1 to 100; 0 when not recognised from a picture
}

// Rule is a straight horizontal or vertical line. Thick ones are given by their
// middle.
type Rule struct{ X0, Y0, X1, Y1 float32 }

// Page is what stands on one page. Glyphs may come in any order, but order is
// rewarded: characters that follow each other on a line need no sorting.
type Page struct {
	Number        int // from 1
	Width, Height float32
	Glyphs        []Glyph
	Rules         []Rule
	// Rough says that places are inexact, as OCR's are: weight and size tell
	// nothing, and lines may lean.
	Rough bool
}

// rect is a box; y grows downwards.
type rect struct{ x0, y0, x1, y1 float32 }

func (r rect) has(x, y float32) bool { return r.x0 <= x && x <= r.x1 && r.y0 <= y && y <= r.y1 }

func (r *rect) add(o rect) {
	r.x0, r.y0 = min(r.x0, o.x0), min(r.y0, o.y0)
	r.x1, r.y1 = max(r.x1, o.x1), max(r.y1, o.y1)
}
