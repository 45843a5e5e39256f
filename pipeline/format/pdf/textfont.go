package pdf

import (
	"slices"

	"github.com/tongket/tongket/pipeline/format/pdf/cos"
)

// errUnsure says that a file holds something whose reading is PDFium's affair.
const errUnsure cos.Unsure = "for PDFium"

// textFont is what the letters of a font mean and how wide they are, as PDFium
// has it.
type textFont struct {
	index           int32            // among those of the document
	wide            bool             // codes of two bytes
	widths          [256]*[256]int32 // by the bytes of a code
	standard        int32            // the width of codes that have none, noWidth for none
	meanings        *toUnicode
	latin           bool // what has no meaning there is ASCII, where it can be
	ascent, descent float32
	letters         [256]*[256]letter // that were drawn, by the bytes of their code
}

// letter is what a code shows and how wide it is, in thousandths of the size.
type letter struct {
	r     rune
	width int32
}

// known returns the letter of a code that was drawn before and is one character.
func (f *textFont) known(code uint32) (letter, bool) {
	if row := f.letters[code>>8&0xff]; row != nil {
		l := row[code&0xff]
		return l, l.r != 0
	}
	return letter{}, false
}

// look returns the letter of a code, and what follows it where one code stands for
// several.
func (f *textFont) look(code uint32) (letter, []rune, error) {
	width, err := f.width(code)
	if err != nil {
		return letter{}, nil, err
	}
	r, more, err := f.meaning(code)
	if err != nil {
		return letter{}, nil, err
	}
	l := letter{r, width}
	if more == nil {
		row := &f.letters[code>>8&0xff]
		if *row == nil {
			*row = new([256]letter)
		}
		(*row)[code&0xff] = l
	}
	return l, more, nil
}

const noWidth = -1 << 30

// Flags of font descriptors.
const (
	symbolic    = 1 << 2
	nonsymbolic = 1 << 5
	allCaps     = 1 << 16
)

// loadFont reads a font's dictionary.
func (d *direct) loadFont(v cos.Value) (*textFont, error) {
	v, err := d.Resolve(v)
	if err != nil || v.Kind != cos.Dictionary {
		return nil, errUnsure
	}
	f := &textFont{standard: noWidth}
	subtype, err := d.Get(v.Dict(), "Subtype")
	if err != nil {
		return nil, err
	}
	if f.meanings, err = d.loadMeanings(v.Dict().Get("ToUnicode")); err != nil {
		return nil, err
	}
	named := v.Dict() // which has the name and the descriptor
	switch {
	case subtype.Is("Type0") && f.meanings != nil:
		if named, err = d.descendant(v.Dict()); err == nil {
			err = d.wideWidths(f, named)
		}
	case subtype.Is("TrueType"), subtype.Is("Type1") && f.meanings != nil:
		err = d.narrowWidths(f, v.Dict())
	default:
		err = errUnsure
	}
	if err != nil {
		return nil, err
	}
	return f, d.describe(f, named)
}

// describe reads the descriptor: name, weight and the height of letters.
func (d *direct) describe(f *textFont, named cos.Dict) error {
	v, err := d.Get(named, "FontDescriptor")
	if err != nil || v.Kind != cos.Dictionary {
		return errUnsure
	}
	number := func(key string, standard int) int {
		n, err2 := d.Get(v.Dict(), key)
		switch {
		case err2 != nil:
			err = err2
		case n.Kind == cos.Number:
			return n.Int
		case n.Kind != cos.Null:
			err = errUnsure
		}
		return standard
	}
	ascent, descent, flags := number("Ascent", 0), number("Descent", 0), number("Flags", nonsymbolic)
	weight := number("FontWeight", weightOf(number("StemV", 0)))
	if descent > 10 {
		descent = -descent
	}
	if missing := number("MissingWidth", noWidth); !f.wide && missing != noWidth {
		f.standard = int32(missing)
	}
	if err != nil {
		return err
	}
	if f.latin && (flags&symbolic != 0 || flags&nonsymbolic == 0) {
		f.latin = false
	}
	if flags < 0 || !f.wide && flags&allCaps != 0 {
		return errUnsure // PDFium gives small letters the measures of capitals
	}
	box, err := d.rectangle(v.Dict().Get("FontBBox"))
	if err != nil || box[3] <= box[1] {
		return errUnsure // PDFium takes its measures from the letters
	}
	f.ascent, f.descent = max(float32(ascent), box[3]), min(float32(descent), box[1])
	name, err := d.Get(named, "BaseFont")
	if err != nil || name.Kind != cos.Name || len(d.fonts) >= maxFonts {
		return errUnsure
	}
	f.index = int32(len(d.fonts))
	d.fonts = append(d.fonts, fontNamed(string(name.Bytes), flags, weight))
	return nil
}

// weightOf is PDFium's guess of a weight from the width of upright stems.
func weightOf(stem int) int {
	if stem < 140 {
		return 5 * stem
	}
	return 4*stem + 140
}

// descendant returns the font inside one of wide codes. Others than the plain
// encoding of two bytes are not read.
func (d *direct) descendant(font cos.Dict) (cos.Dict, error) {
	encoding, err := d.Get(font, "Encoding")
	if err != nil || !encoding.Is("Identity-H") {
		return nil, errUnsure
	}
	list, err := d.Get(font, "DescendantFonts")
	if err != nil || len(list.List()) != 1 {
		return nil, errUnsure
	}
	v, err := d.Resolve(list.List()[0])
	if err != nil || v.Kind != cos.Dictionary {
		return nil, errUnsure
	}
	return v.Dict(), nil
}

// wideWidths reads the widths of a font of wide codes: of two that tell one code
// the first counts.
func (d *direct) wideWidths(f *textFont, font cos.Dict) error {
	f.wide, f.standard = true, 1000
	system, err := d.Get(font, "CIDSystemInfo")
	if err != nil {
		return err
	}
	if ordering, err := d.Get(system.Dict(), "Ordering"); err != nil || !plainOrdering(ordering) {
		return errUnsure // PDFium knows the letters of some
	}
	if err := d.embedded(font); err != nil {
		return err
	}
	if dw, err := d.Get(font, "DW"); err != nil || dw.Kind == cos.Number {
		f.standard = int32(dw.Int)
	} else if dw.Kind != cos.Null {
		return errUnsure
	}
	w, err := d.Get(font, "W")
	if err != nil {
		return err
	}
	for i := 0; i < len(w.List()); {
		used, err := d.widthsFrom(f, w.List()[i:])
		if err != nil {
			return err
		}
		i += used
	}
	return nil
}

func plainOrdering(v cos.Value) bool {
	switch string(v.Bytes) {
	case "Identity", "UCS":
		return v.Kind == cos.String
	}
	return false
}

// embedded makes sure that a font is in the file: PDFium would take another.
func (d *direct) embedded(font cos.Dict) error {
	v, err := d.Get(font, "FontDescriptor")
	if err != nil {
		return err
	}
	for _, key := range []string{"FontFile2", "FontFile3"} {
		if v.Dict().Get(key).Kind == cos.Reference {
			return nil
		}
	}
	return errUnsure
}

// widthsFrom reads the first group of a list of widths: a code and a list, or two
// codes and the width of all between. It returns how many values that are.
func (d *direct) widthsFrom(f *textFont, list []cos.Value) (int, error) {
	if len(list) < 2 {
		return 0, errUnsure
	}
	first, err := d.Resolve(list[0])
	second, err2 := d.Resolve(list[1])
	if err != nil || err2 != nil || first.Kind != cos.Number || first.Int < 0 || first.Int > maxCode {
		return 0, errUnsure
	}
	if second.Kind == cos.Array {
		for i, w := range second.List() {
			if w, err = d.Resolve(w); err != nil || w.Kind != cos.Number || first.Int+i > maxCode {
				return 0, errUnsure
			}
			f.setWidth(first.Int+i, int32(w.Int))
		}
		return 2, nil
	}
	if len(list) < 3 || second.Kind != cos.Number || second.Int > maxCode {
		return 0, errUnsure
	}
	w, err := d.Resolve(list[2])
	if err != nil || w.Kind != cos.Number {
		return 0, errUnsure
	}
	for code := first.Int; code <= second.Int; code++ {
		f.setWidth(code, int32(w.Int))
	}
	return 3, nil
}

const maxCode = 0xffff

func (f *textFont) setWidth(code int, width int32) {
	row := f.widths[code>>8]
	if row == nil {
		row = new([256]int32)
		for i := range row {
			row[i] = noWidth
		}
		f.widths[code>>8] = row
	}
	if row[code&0xff] == noWidth {
		row[code&0xff] = width
	}
}

// narrowWidths reads the widths of a font of codes of one byte.
func (d *direct) narrowWidths(f *textFont, font cos.Dict) error {
	w, err := d.Get(font, "Widths")
	first, err2 := d.Get(font, "FirstChar")
	if err != nil || err2 != nil || w.Kind != cos.Array || !first.Whole || first.Int < 0 || first.Int+len(w.List()) > 256 {
		return errUnsure
	}
	for i, v := range w.List() {
		if v, err = d.Resolve(v); err != nil || v.Kind != cos.Number {
			return errUnsure
		}
		f.setWidth(first.Int+i, int32(v.Int))
	}
	encoding, err := d.Get(font, "Encoding")
	if err != nil {
		return err
	}
	f.latin = encoding.Is("WinAnsiEncoding")
	return nil
}

// width returns the width of a code in thousandths of the size.
func (f *textFont) width(code uint32) (int32, error) {
	if row := f.widths[code>>8&0xff]; row != nil && row[code&0xff] != noWidth {
		return row[code&0xff], nil
	}
	if f.standard == noWidth {
		return 0, errUnsure
	}
	return f.standard, nil
}

// meaning returns the character of a code, and what follows it where one code
// stands for several. A wide code that has none stands for itself.
func (f *textFont) meaning(code uint32) (rune, []rune, error) {
	r, more := f.meanings.look(code)
	if r == 0 && (f.wide || f.latin && code < 0x7f) { // of other codes the letters of the font decide
		r = rune(code)
	}
	if odd(r) || slices.ContainsFunc(more, odd) {
		return r, nil, errUnsure
	}
	return r, more, nil
}

// odd reports whether PDFium may do more with a character than to take it: controls,
// ligatures, marks that change places, what runs to the left. Letters of
// the Latin alphabet, signs and the private letters of symbol fonts are none.
func odd(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r < 0xa0:
		return true
	case r < 0x370, r >= 0x1e00 && r < 0x1f00:
		return false
	case r >= 0x2010 && r < 0x2028, r >= 0x2030 && r < 0x2c00, r >= 0xe000 && r < 0xf900:
		return false
	}
	return true
}
