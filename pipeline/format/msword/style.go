package msword

import (
	"encoding/binary"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/format/glyph"
)

// look is how characters show.
type look struct {
	font, other int // of ASCII letters, of all others
	bold        bool
	hidden      bool
	deleted     bool
	raised      bool // as superscript
	special     bool
	symbol      uint16
	symbolFont  int
}

// paragraph is what a paragraph's modifiers say.
type paragraph struct {
	style   int
	centre  bool
	depth   int // of tables around it
	rowEnd  bool
	inner   bool // ends a cell of an inner table
	level   int  // of the list, from 0
	list    int  // the list override, 0 for none
	outline int  // 0 to 8 for a heading, 9 for text
}

// style is one style of the sheet, with those it is based on applied.
type style struct {
	look    look
	para    paragraph
	done    bool
	open    bool
	kind    byte
	base    int
	builtin int
	chars   []byte
	paras   []byte
}

const (
	paraStyle = 1
	charStyle = 2
	noStyle   = 0xFFF
	textLevel = 9
	maxStyles = 4096
)

// readStyles reads the style sheet.
func (d *document) readStyles() {
	sheet := d.part(fibStyles)
	d.base = look{}
	if len(sheet) < 18 {
		return
	}
	head := word(sheet)
	count, baseSize := word(sheet[2:]), word(sheet[4:])
	if head >= 16 {
		d.base.font = word(sheet[14:])
		d.base.other = d.base.font
	}
	if head >= 18 && len(sheet) >= 20 {
		d.base.other = word(sheet[18:])
	}
	rest := sheet[min(2+head, len(sheet)):]
	for range min(count, maxStyles) {
		if len(rest) < 2 {
			break
		}
		n := word(rest)
		d.styles = append(d.styles, readStyle(cut(rest, 2, n), baseSize))
		rest = rest[min(2+n, len(rest)):]
	}
	for i := range d.styles {
		d.resolve(i, 0)
	}
}

func readStyle(std []byte, baseSize int) style {
	s := style{base: noStyle, builtin: -1}
	if len(std) < 10 || baseSize < 8 {
		return s
	}
	s.builtin = word(std) & 0xFFF
	s.kind = std[2] & 0xF
	s.base = word(std[2:]) >> 4
	upx := int(std[4] & 0xF)
	at := baseSize
	if at+2 > len(std) {
		return s
	}
	at += 2 + 2*word(std[at:]) + 2 // the name with its zero
	for i := range upx {
		at += at & 1
		if at+2 > len(std) {
			break
		}
		n := word(std[at:])
		body := cut(std, at+2, n)
		at += 2 + n
		switch {
		case s.kind == paraStyle && i == 0 && len(body) >= 2:
			s.paras = body[2:]
		case s.kind == paraStyle && i == 1, s.kind == charStyle && i == 0:
			s.chars = body
		}
	}
	return s
}

// maxInherit bounds the styles that one style is based on.
const maxInherit = 32

// resolve applies the styles that a style is based on, and its own modifiers.
func (d *document) resolve(i, depth int) *style {
	if i < 0 || i >= len(d.styles) {
		return nil
	}
	s := &d.styles[i]
	if s.done || s.open || depth > maxInherit {
		return s
	}
	s.open = true
	s.look, s.para = d.base, paragraph{style: i, outline: textLevel}
	if up := d.resolve(s.base, depth+1); up != nil && s.base != i && up.done {
		s.look, s.para = up.look, up.para
		s.para.style = i
	}
	if s.kind == paraStyle {
		if s.builtin >= 1 && s.builtin <= 9 {
			s.para.outline = s.builtin - 1
		}
		s.para = s.para.with(s.paras, nil)
	}
	s.look = d.with(s.look, s.chars, &s.look)
	s.open, s.done = false, true
	return s
}

// styleLook is the look of text in a paragraph style.
func (d *document) styleLook(i int) look {
	if i < len(d.styles) && d.styles[i].done {
		return d.styles[i].look
	}
	return d.base
}

// toggle reads a switch: off, on, as the style has it, the other way round.
func toggle(v byte, style bool) bool {
	switch v {
	case 0x80:
		return style
	case 0x81:
		return !style
	}
	return v != 0
}

// with applies modifiers to a look; under is the look of the paragraph's style.
func (d *document) with(l look, list []byte, under *look) look {
	style := *under
	for sprm, v := range modifiers(list) {
		switch sprm {
		case sprmPlain:
			l = style
		case sprmCharStyle:
			l, style = d.charStyle(l, style, word(v))
		case sprmBold:
			l.bold = toggle(v[0], style.bold)
		case sprmHidden:
			l.hidden = toggle(v[0], style.hidden)
		case sprmDeleted:
			l.deleted = v[0] != 0
		case sprmScript:
			l.raised = v[0] == superscript
		case sprmRaised:
			l.raised = int16(binary.LittleEndian.Uint16(v)) >= glyph.LeastRise //nolint:gosec // two's complement
		case sprmSpecial:
			l.special = v[0] != 0
		case sprmFontASCII:
			l.font = word(v)
		case sprmFontOther:
			l.other = word(v)
		case sprmSymbol:
			l.symbolFont, l.symbol = word(v), binary.LittleEndian.Uint16(v[2:])
		}
	}
	return l
}

// charStyle lays a character style over a paragraph's look: only what it sets.
func (d *document) charStyle(l, under look, i int) (look, look) {
	if i < 0 || i >= len(d.styles) || d.styles[i].kind != charStyle {
		return l, under
	}
	var chain [][]byte
	for n, s := 0, i; s < len(d.styles) && n < maxInherit && d.styles[s].kind == charStyle; n++ {
		chain = append(chain, d.styles[s].chars)
		s = d.styles[s].base
	}
	for _, c := range slices.Backward(chain) {
		for sprm, v := range modifiers(c) {
			switch sprm {
			case sprmBold:
				l.bold = toggle(v[0], under.bold)
			case sprmHidden:
				l.hidden = toggle(v[0], under.hidden)
			case sprmScript:
				l.raised = v[0] == superscript
			case sprmFontASCII:
				l.font = word(v)
			case sprmFontOther:
				l.other = word(v)
			}
		}
	}
	return l, l
}

// with applies a paragraph's own modifiers.
func (p paragraph) with(list, data []byte) paragraph {
	for sprm, v := range modifiers(list) {
		switch sprm {
		case sprmHuge, sprmHuge97:
			if at := int64(binary.LittleEndian.Uint32(v)); data != nil && at+2 <= int64(len(data)) {
				p = p.with(cut(data, int(at)+2, word(data[at:])), nil)
			}
		case sprmAlign, sprmAlign80:
			p.centre = v[0] == 1
		case sprmInTable:
			if v[0] != 0 {
				p.depth = max(p.depth, 1)
			} else {
				p.depth = 0
			}
		case sprmTableDepth:
			p.depth = max(int(int32(binary.LittleEndian.Uint32(v))), 0)
		case sprmRowEnd:
			p.rowEnd = v[0] != 0
		case sprmInnerRow:
			p.rowEnd = p.rowEnd || v[0] != 0
		case sprmInnerCell:
			p.inner = v[0] != 0
		case sprmListLevel:
			p.level = int(v[0])
		case sprmList:
			p.list = int(int16(word(v)))
		case sprmOutline:
			p.outline = int(v[0])
		}
	}
	return p
}

// fonts

const fontName = 39 // where the name stands in a record

// readFonts reads the names of the fonts.
func (d *document) readFonts() {
	table := d.part(fibFonts)
	if len(table) < 4 {
		return
	}
	n := word(table)
	table = table[4:]
	for range n {
		if len(table) < 1 {
			return
		}
		rec := cut(table, 1, int(table[0]))
		d.fonts = append(d.fonts, zeroed(rec))
		table = table[min(1+int(table[0]), len(table)):]
	}
}

func zeroed(rec []byte) string {
	var b strings.Builder
	for i := fontName; i+1 < len(rec); i += 2 {
		c := binary.LittleEndian.Uint16(rec[i:])
		if c == 0 {
			break
		}
		b.WriteRune(rune(c))
	}
	return strings.ToValidUTF8(b.String(), "")
}

func (d *document) font(i int) string {
	if i >= 0 && i < len(d.fonts) {
		return d.fonts[i]
	}
	return ""
}
