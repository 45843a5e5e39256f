package rtf

import (
	"strings"

	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/format/glyph"
)

// font is an entry of the font table.
type font struct {
	name string
	page int // its code page, 0 for the document's
}

// charsets are the code pages of the character sets of Windows.
var charsets = map[int]int{
	0: 1252, 2: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
	177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}

// maxEntries bounds the tables of fonts and styles; Word writes some hundreds.
const maxEntries = 10_000

// current is the font of the text that comes, nil when the file names none.
func (d *document) current() *font {
	if d.font != nil {
		return d.font
	}
	return d.fonts[d.usual]
}

// setFont begins an entry of the font table, or a stretch in another font.
func (d *document) setFont(n int) {
	d.decode()
	f := d.fonts[n]
	if d.target != toFonts {
		d.font = f
		if f != nil && d.inLists() {
			d.levelNow().Font = f.name
		}
		return
	}
	d.nameFont()
	if f == nil && len(d.fonts) < maxEntries {
		f = &font{}
		d.fonts[n] = f
	}
	d.naming = f
}

// setPage sets the code page of the font that is being read.
func (d *document) setPage(page int) {
	if d.naming != nil && page > 0 {
		d.naming.page = page
	}
}

// nameFont ends an entry of the font table.
func (d *document) nameFont() {
	name, _, _ := strings.Cut(d.captured(), ";")
	f := d.naming
	if name = strings.TrimSpace(name); f == nil || f.name != "" || name == "" {
		return // a group inside the entry may end before the name comes
	}
	f.name = name
	if _, old := charset.FromFont(name); old || glyph.IsSymbolFont(name) {
		f.page = 1252 // its letters are those of another encoding anyway
	}
}

// captured returns the text that was captured, once.
func (d *document) captured() string {
	d.decode()
	s := strings.TrimSpace(strings.ToValidUTF8(string(d.capture), "\ufffd"))
	d.capture = d.capture[:0]
	return s
}
