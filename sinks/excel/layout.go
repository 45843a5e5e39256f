package excel

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// layoutSheet is the hidden sheet with the machine's view of the book.
const layoutSheet = report.LayoutSheet

// layoutVersion changes when an older reader would misread a book.
const layoutVersion = 1

// sheetLayout is one data sheet as the hidden sheet describes it.
type sheetLayout struct {
	sheet, table string
	header, last int // rows
	columns      []column
	link         string // of a link to a row, see rowLink
}

// linkBefore is the formula of a link to a row of a sheet, up to its number.
func linkBefore(sheet string) string {
	return string(appendEscaped(nil, "HYPERLINK("+strings.TrimSuffix(literal(place(sheet, "A")), `"`)))
}

// hiddenLayout writes the machine's view: a line for the book, then a line for
// every column of every data sheet.
func (b *book) hiddenLayout() error {
	rows := [][]any{
		{"version", layoutVersion, "run", b.config.Run, "lang", map[bool]string{true: "en", false: "vi"}[b.config.Lang == "en"]},
		{"sheet", "table", "header_row", "last_row", "column", "name", "role", "header"},
	}
	for _, s := range b.layout {
		for i, c := range s.columns {
			name := c.name
			if c.role == roleField {
				name = mainColumns[s.table] // what a correction means that names no column
			}
			rows = append(rows, []any{s.sheet, s.table, s.header, s.last, i + 1, name, string(c.role), c.header})
		}
	}
	stream, err := b.file.NewStreamWriter(layoutSheet)
	if err != nil {
		return err
	}
	for i, r := range rows {
		if err := stream.SetRow("A"+strconv.Itoa(i+1), r); err != nil {
			return err
		}
	}
	return stream.Flush()
}
