package excel

import (
	"context"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
)

const (
	headerRow = 3   // of a data sheet: a title and a note stand above
	sampled   = 500 // rows whose texts decide the widths of the columns
	minWidth  = 6.0
	maxWidth  = 60.0
)

// data writes one table, over as many sheets as its rows need.
func (b *book) data(ctx context.Context, t *report.Table, name string) error {
	w := &dataWriter{book: b, table: t, columns: b.columns(t)}
	w.cells = make([]excelize.Cell, len(w.columns))
	w.row = make([]any, len(w.columns))
	var sample []report.Row
	for r, err := range b.ds.Rows(t.Name) {
		if err == nil {
			err = context.Cause(ctx)
		}
		if err != nil {
			return err
		}
		if w.sheet == nil && len(sample) < sampled {
			sample = append(sample, r)
			continue
		}
		if w.sheet == nil {
			if err := w.begin(name, sample); err != nil {
				return err
			}
		}
		if err := w.write(r); err != nil {
			return err
		}
	}
	if w.sheet == nil {
		if err := w.begin(name, sample); err != nil {
			return err
		}
	}
	return w.end()
}

// dataWriter writes the rows of one table.
type dataWriter struct {
	book    *book
	table   *report.Table
	columns []column
	widths  []float64
	sheet   *sheet
	parts   int
	cells   []excelize.Cell // one a column, used again for every row
	row     []any
}

// begin starts the first sheet, once enough rows are known to choose widths.
func (w *dataWriter) begin(name string, sample []report.Row) error {
	w.widths = w.measure(sample)
	if err := w.start(name); err != nil {
		return err
	}
	for _, r := range sample {
		if err := w.write(r); err != nil {
			return err
		}
	}
	return nil
}

func (w *dataWriter) start(name string) error {
	var hidden []int
	for i, c := range w.columns {
		if c.hidden {
			hidden = append(hidden, i+1)
		}
	}
	s, err := w.book.begin(name, look{widths: w.widths, hidden: hidden, freezeRows: headerRow, freezeCols: 1})
	if err != nil {
		return err
	}
	w.sheet, w.parts = s, w.parts+1
	st := w.book.styles
	title := w.book.label(w.table.Label)
	if w.parts > 1 {
		title += fmt.Sprintf(" (%d)", w.parts)
	}
	if err := s.add([]any{excelize.Cell{StyleID: st.title, Value: title}}); err != nil {
		return err
	}
	if err := s.add([]any{excelize.Cell{StyleID: st.note, Value: w.table.Description}}); err != nil {
		return err
	}
	headers := make([]any, len(w.columns))
	for i, c := range w.columns {
		headers[i] = excelize.Cell{StyleID: st.header, Value: c.header}
	}
	return s.add(headers, excelize.RowOpts{Height: 45})
}

func (w *dataWriter) write(r report.Row) error {
	if w.sheet.row == maxRows {
		if err := w.next(); err != nil {
			return err
		}
	}
	for i := range w.columns {
		c := &w.columns[i]
		cell := &w.cells[i]
		cell.Formula, cell.Value, cell.StyleID = "", nil, c.style
		c.write(r, cell)
		w.row[i] = nil
		if cell.Value != nil || cell.Formula != "" {
			w.row[i] = cell
		}
	}
	return w.sheet.add(w.row)
}

// next goes on to another sheet when this one is full.
func (w *dataWriter) next() error {
	before := w.sheet.name
	if err := w.finish(); err != nil {
		return err
	}
	name, err := w.book.sheet(w.book.label(w.table.Label))
	if err != nil {
		return err
	}
	if err := w.book.after(name, before); err != nil {
		return err
	}
	return w.start(name)
}

// after moves the sheet name to stand behind another.
func (b *book) after(name, other string) error {
	list := b.file.GetSheetList()
	for i, s := range list[:len(list)-1] {
		if s == other && list[i+1] != name {
			return b.file.MoveSheet(name, list[i+1])
		}
	}
	return nil
}

func (w *dataWriter) end() error { return w.finish() }

func (w *dataWriter) finish() error {
	name := w.table.Name
	if w.parts > 1 {
		name = fmt.Sprintf("%s_%d", name, w.parts)
	}
	w.sheet.table(name, headerRow, len(w.columns))
	w.book.layout = append(w.book.layout, sheetLayout{w.sheet.name, w.table.Name, headerRow, w.sheet.row, w.columns})
	return w.sheet.end()
}

// measure chooses widths from the headers and the first rows.
func (w *dataWriter) measure(sample []report.Row) []float64 {
	widths := make([]float64, len(w.columns))
	for i, c := range w.columns {
		widths[i] = max(minWidth, float64(longestWord(c.header))+3, c.width)
		if c.width > 0 {
			continue
		}
		for _, r := range sample {
			var cell excelize.Cell
			c.write(r, &cell)
			widths[i] = max(widths[i], width(cell.Value))
		}
		widths[i] = min(widths[i], maxWidth)
	}
	w.book.losses = losses{} // the sample is written once more
	return widths
}

func width(value any) float64 {
	switch v := value.(type) {
	case string:
		return float64(utf8.RuneCountInString(v))*1.1 + 1
	case float64:
		return math.Floor(math.Log10(max(math.Abs(v), 1)))*1.3 + 4
	case nil:
		return 0
	}
	return 11
}

func longestWord(s string) int {
	longest := 0
	for word := range strings.FieldsSeq(s) {
		longest = max(longest, utf8.RuneCountInString(word))
	}
	return longest
}
