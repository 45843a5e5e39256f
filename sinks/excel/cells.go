package excel

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// cell is what one cell of a data row holds.
type cell struct {
	kind    cellKind
	style   int
	number  float64
	text    string
	looked  letters // of the text; the zero letters where nobody looked
	shared  int     // the number of the text among those of the book + 1, 0 for a text of its own
	formula string  // a link; the value is what it shows
	link    rowLink
}

type cellKind uint8

const (
	blank cellKind = iota
	textCell
	numberCell
)

// rowLink is a link to a row of the book. The zero rowLink is none.
type rowLink struct {
	before string // its formula up to the number of the row, escaped
	row    int
}

func (c *cell) setText(s string) { c.kind, c.text = textCell, s }

func (c *cell) setShared(s string, n int) { c.kind, c.text, c.shared = textCell, s, n }

func (c *cell) setNumber(n float64) { c.kind, c.number = numberCell, n }

// linked reports whether the cell links to something.
func (c *cell) linked() bool { return c.formula != "" || c.link.before != "" }

// appendRow appends the XML of one row. excelize's stream would do the same for
// three times the CPU time: it boxes every value, and its writer is general.
// Cells have no address, which was nearly half of the book: each is right
// of the one before, and a blank one stands between.
func appendRow(b []byte, row int, height float64, cells []said) []byte {
	b = append(b, `<row r="`...)
	b = strconv.AppendInt(b, int64(row), 10)
	if height > 0 {
		b = append(b, `" ht="`...)
		b = strconv.AppendFloat(b, height, 'f', -1, 64)
		b = append(b, `" customHeight="1`...)
	}
	b = append(b, `">`...)
	blanks := 0
	for i := range cells {
		if len(cells[i].xml) == 0 {
			blanks++
			continue
		}
		for ; blanks > 0; blanks-- {
			b = append(b, `<c/>`...)
		}
		b = append(b, cells[i].xml...)
	}
	return append(b, `</row>`...)
}

// opened is how cells of most styles begin.
var opened = func() (begin [64]string) {
	for style := range begin {
		begin[style] = openCell(style)
	}
	return begin
}()

func openCell(style int) string {
	if style == 0 {
		return `<c`
	}
	return `<c s="` + strconv.Itoa(style) + `"`
}

func appendCell(b []byte, c *cell) []byte {
	if c.style < len(opened) {
		b = append(b, opened[c.style]...)
	} else {
		b = append(b, openCell(c.style)...)
	}
	switch {
	case c.kind == numberCell:
		b = append(b, '>')
		b, number := appendFormula(b, c)
		b = append(b, `<v>`...)
		if number != nil {
			b = append(b, number...)
		} else {
			b = appendNumber(b, c.number)
		}
		return append(b, `</v></c>`...)
	case c.linked():
		b = append(b, ` t="str">`...)
		b, _ = appendFormula(b, c)
		b = append(b, `<v>`...)
		b = c.appendText(b)
		return append(b, `</v></c>`...)
	case c.shared > 0:
		b = append(b, ` t="s"><v>`...)
		b = strconv.AppendInt(b, int64(c.shared-1), 10)
		return append(b, `</v></c>`...)
	}
	b = append(b, ` t="inlineStr"><is><t`...)
	if s := c.text; s != "" && (s[0] <= ' ' || s[len(s)-1] <= ' ') {
		b = append(b, ` xml:space="preserve"`...)
	}
	b = append(b, '>')
	b = c.appendText(b)
	return append(b, `</t></is></c>`...)
}

// appendFormula writes the link of a cell, if it is one, and returns the number
// that it shows, if it does, so that nobody writes it a second time.
func appendFormula(b []byte, c *cell) (all, number []byte) {
	if !c.linked() {
		return b, nil
	}
	b = append(b, `<f>`...)
	if c.formula != "" {
		b = appendEscaped(b, c.formula)
		return append(b, `</f>`...), nil
	}
	b = append(b, c.link.before...)
	b = strconv.AppendInt(b, int64(c.link.row), 10)
	b = append(b, `",`...)
	from := len(b)
	if c.kind == numberCell {
		b = appendNumber(b, c.number)
		number = b[from:]
	} else {
		b = appendEscaped(b, literal(c.text))
	}
	return append(b, `)</f>`...), number
}

// appendNumber writes a number with as many digits as it takes.
func appendNumber(b []byte, n float64) []byte {
	if i := int64(n); float64(i) == n && i != 0 && i > -1<<53 && i < 1<<53 {
		return strconv.AppendInt(b, i, 10)
	}
	return strconv.AppendFloat(b, n, 'f', -1, 64)
}

// appendText appends the text of a cell.
func (c *cell) appendText(b []byte) []byte {
	if c.looked.plain {
		return append(b, c.text...)
	}
	return appendText(b, c.text)
}

// appendText escapes a text for a cell. What looks like Excel's own escape of a
// character (_x0041_) gets one in front, so that it stays what it is.
func appendText(b []byte, s string) []byte {
	for {
		i := strings.Index(s, "_x")
		if i < 0 {
			return appendEscaped(b, s)
		}
		b = appendEscaped(b, s[:i])
		if looksEscaped(s[i:]) {
			b = append(b, `_x005F`...)
		}
		b = append(b, `_x`...)
		s = s[i+2:]
	}
}

func looksEscaped(s string) bool {
	if len(s) < 7 || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'f') {
			return false
		}
	}
	return true
}

// appendEscaped escapes what XML needs escaped. Characters that it forbids were
// taken out before.
func appendEscaped(b []byte, s string) []byte {
	start := 0
	for i := range len(s) {
		var with string
		switch s[i] {
		case '&':
			with = "&amp;"
		case '<':
			with = "&lt;"
		case '>':
			with = "&gt;"
		default:
			continue
		}
		b = append(b, s[start:i]...)
		b = append(b, with...)
		start = i + 1
	}
	return append(b, s[start:]...)
}

// columnNames returns the letters of the first n columns.
func columnNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i], _ = excelize.ColumnNumberToName(i + 1)
	}
	return names
}
