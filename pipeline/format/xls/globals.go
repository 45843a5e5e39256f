package xls

import (
	"github.com/tongket/tongket/pipeline/format/sheet"
	"github.com/tongket/tongket/pipeline/report"
)

// The versions of the format, and the kinds of sheets.
const (
	biff5 = 0x0500
	biff8 = 0x0600

	sheetKind = 0
	macroKind = 1
)

// sheetEntry is a sheet as the globals list it.
type sheetEntry struct {
	name   string
	at     uint32
	kind   byte
	hidden bool
}

type font struct {
	name string
	bold bool
}

// cellFormat is how a cell shows.
type cellFormat struct {
	font   uint16
	number *sheet.NumberFormat
	centre bool
}

// The limits on the lists of the globals: Excel's own are 65,490 formats and as
// many sheets as fit.
const (
	maxSheets  = 5000
	maxFormats = 1 << 16
)

// globals reads what holds for all sheets.
func (b *workbook) globals(r *records) error {
	b.numbers = make(map[uint16]*sheet.NumberFormat)
	for r.next() {
		if err := b.ctx.Err(); err != nil {
			return err
		}
		switch r.kind {
		case recEOF:
			return nil
		case recFilePass:
			c, err := b.unlock(r.body)
			if err != nil {
				return err
			}
			b.cipher, r.cipher = c, c
		case recCodePage:
			b.page = r.uint16(0)
		case recDateMode:
			b.base1904 = r.uint16(0) == 1
		case recFont:
			b.readFont(r)
		case recFormat:
			b.readNumber(r)
		case recXF:
			b.readFormat(r)
		case recBoundSheet:
			b.readSheet(r)
		case recSST:
			b.readStrings(r)
		}
	}
	if len(b.sheets) == 0 {
		return report.Becausef(report.Truncated, "the workbook ends before its list of sheets")
	}
	b.trouble(report.Becausef(report.Truncated, "the workbook ends in its globals"))
	return nil
}

func (b *workbook) readFont(r *records) {
	if len(b.fonts) >= maxFormats {
		return
	}
	const name, weight, boldWeight = 14, 6, 600
	f := font{bold: r.uint16(weight) >= boldWeight}
	f.name = b.shortString(r, name)
	b.fonts = append(b.fonts, f)
	if len(b.fonts) == 4 { // there is no font of number 4
		b.fonts = append(b.fonts, font{})
	}
}

// shortString reads a string of at most 255 characters at a place of a record.
func (b *workbook) shortString(r *records, at int) string {
	n := int(r.byte(at))
	c := &cursor{r, r.tail(at + 1)}
	if b.version == biff8 {
		t, _ := c.unicode(n)
		return b.slice(t, 0, n, "")
	}
	return b.slice(text{bytes: c.rest[:min(n, len(c.rest))]}, 0, n, "")
}

func (b *workbook) readNumber(r *records) {
	if len(b.numbers) >= maxFormats {
		return
	}
	var code string
	if b.version == biff8 {
		c := &cursor{r, r.tail(4)}
		n := int(r.uint16(2))
		t, _ := c.unicode(n)
		code = b.slice(t, 0, n, "")
	} else {
		code = b.shortString(r, 2)
	}
	f := sheet.ParseFormat(code)
	b.numbers[r.uint16(0)] = &f
}

func (b *workbook) readFormat(r *records) {
	if len(b.formats) >= maxFormats {
		return
	}
	const centre, across = 2, 6
	align := r.byte(6) & 7
	id := r.uint16(2)
	n := b.numbers[id]
	if n == nil {
		f := sheet.ParseFormat(sheet.Builtin(int(id)))
		n = &f
		b.numbers[id] = n
	}
	b.formats = append(b.formats, cellFormat{font: r.uint16(0), number: n, centre: align == centre || align == across})
}

func (b *workbook) readSheet(r *records) {
	if len(b.sheets) >= maxSheets {
		return
	}
	b.sheets = append(b.sheets, sheetEntry{
		at:     r.uint32(0),
		hidden: r.byte(4)&3 != 0,
		kind:   r.byte(5),
		name:   b.shortString(r, 6),
	})
}

// readStrings reads the texts that cells name by number.
func (b *workbook) readStrings(r *records) {
	count := r.uint32(4)
	c := &cursor{r, r.tail(8)}
	for range count {
		n, ok := c.uint16()
		if !ok {
			break
		}
		t, whole := c.unicode(int(n))
		b.strings = append(b.strings, t)
		if !whole || b.ctx.Err() != nil {
			break
		}
	}
	if uint32(len(b.strings)) < count {
		b.trouble(report.Becausef(report.Damaged, "the list of texts ends early"))
	}
}

// font returns a font by its number.
func (b *workbook) font(i uint16) font {
	if int(i) < len(b.fonts) {
		return b.fonts[i]
	}
	return font{}
}

var general = &sheet.NumberFormat{}

// format returns a cell format by its number.
func (b *workbook) format(i uint16) cellFormat {
	if int(i) < len(b.formats) {
		return b.formats[i]
	}
	return cellFormat{number: general}
}
