package excel

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Limits of Excel.
const (
	maxRows      = 1_048_576
	maxSheetName = 31
)

// look is what a sheet is given before its first row: a stream takes none of it
// later.
type look struct {
	colour     string    // of the tab
	widths     []float64 // of the columns, from A
	hidden     []int     // columns (from 1) that are folded away; a click on the outline shows them
	freezeRows int
	freezeCols int
	grid       bool
	portrait   bool
	pages      int // how many pages the sheet is wide in print; 1 when 0
}

// sheet is one streamed worksheet. It applies every feature at the one moment
// when the stream still takes it:
//
//	before the stream      tab colour, fit to page
//	before the first row   panes, grid, widths, outline
//	while rows come        cells
//	before the stream ends table, validation, conditional formats, page setup
//
// excelize returns nil for most of them at other moments, and drops them.
// Callers say what they want in any order; end brings it in.
type sheet struct {
	book   *book
	name   string
	stream *excelize.StreamWriter
	row    int // last row written
	late   []func() error
}

// begin starts the rows of a sheet of the book.
func (b *book) begin(name string, o look) (*sheet, error) {
	if err := b.appear(name, o); err != nil {
		return nil, err
	}
	if err := b.file.SetSheetDimension(name, ""); err != nil { // it would say A1, and readers that believe it would stop there
		return nil, err
	}
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	faults := []error{b.file.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &o.grid})}
	if o.freezeRows > 0 || o.freezeCols > 0 {
		faults = append(faults, stream.SetPanes(panes(o.freezeRows, o.freezeCols)))
		b.asked.panes++
	}
	for i, w := range o.widths {
		faults = append(faults, stream.SetColWidth(i+1, i+1, w))
	}
	for _, col := range o.hidden {
		faults = append(faults, stream.SetColOutlineLevel(col, 1), stream.SetColVisible(col, col, false))
	}
	s := &sheet{book: b, name: name, stream: stream}
	s.then(func() error { return b.page(name, o) })
	return s, errors.Join(faults...)
}

// appear sets what a sheet must be told before a stream of it is made.
func (b *book) appear(name string, o look) error {
	props := excelize.SheetPropsOptions{FitToPage: new(true), OutlineSummaryRight: new(false)}
	if o.colour != "" {
		props.TabColorRGB = &o.colour
	}
	return b.file.SetSheetProps(name, &props)
}

func panes(rows, cols int) *excelize.Panes {
	corner := cellName(cols+1, rows+1)
	p := &excelize.Panes{Freeze: true, XSplit: cols, YSplit: rows, TopLeftCell: corner, ActivePane: "bottomRight"}
	switch {
	case cols == 0:
		p.ActivePane = "bottomLeft"
	case rows == 0:
		p.ActivePane = "topRight"
	}
	p.Selection = []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: p.ActivePane}}
	return p
}

// page sets A4, fitted to the width, with the sheet's name above, the run below
// and, where rows and columns are frozen, these repeated on every page.
func (b *book) page(name string, o look) error {
	orientation := "landscape"
	if o.portrait {
		orientation = "portrait"
	}
	b.asked.footers++
	faults := []error{
		b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: new(9), Orientation: &orientation, FitToWidth: new(max(o.pages, 1)), FitToHeight: new(0)}),
		b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: new(0.4), Right: new(0.4), Top: new(0.6), Bottom: new(0.6), Header: new(0.3), Footer: new(0.3)}),
		b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L" + headerText(b.footer()) + "&R" + b.say("Trang", "Page") + " &P/&N", OddHeader: "&R&A"}),
	}
	if o.freezeRows > 0 {
		b.asked.titles++
		repeat := fmt.Sprintf("%s!$1:$%d", quoted(name), o.freezeRows)
		if o.pages > 1 && o.freezeCols > 0 {
			repeat = fmt.Sprintf("%s!$A:$%s,%s", quoted(name), columnNames(o.freezeCols)[o.freezeCols-1], repeat)
		}
		b.printNames = append(b.printNames, excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: repeat, Scope: name})
	}
	return errors.Join(faults...)
}

// definePrint gives every sheet its print titles and areas. A name is kept by the
// place of its sheet in the book, so that all sheets must stand by then.
func (b *book) definePrint() error {
	var faults []error
	for i := range b.printNames {
		faults = append(faults, b.file.SetDefinedName(&b.printNames[i]))
	}
	return errors.Join(faults...)
}

// headerText keeps a text from being read as commands of a page header.
func headerText(s string) string { return strings.ReplaceAll(s, "&", "&&") }

// quoted returns a sheet's name as formulas need it.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// then keeps a feature for the moment before the stream ends.
func (s *sheet) then(f func() error) { s.late = append(s.late, f) }

// add writes the next row: values or *excelize.Cell, nil for a blank.
func (s *sheet) add(cells []any, options ...excelize.RowOpts) error {
	s.row++
	return s.stream.SetRow(cellName(1, s.row), cells, options...)
}

// skip leaves n rows blank.
func (s *sheet) skip(n int) { s.row += n }

// table makes the rows from the header to the last one a real Excel table.
func (s *sheet) table(name string, columns int) {
	s.book.asked.tables++
	s.then(func() error {
		return s.stream.AddTable(&excelize.Table{
			Range: cellName(1, headerRow) + ":" + cellName(columns, max(s.row, headerRow+1)), Name: tableName(name), StyleName: "TableStyleLight1", ShowRowStripes: new(true),
		})
	})
}

// tableName returns a name for a table that Excel takes: letters, digits and
// underscores, and nothing that reads as a cell (AB12, R1C1).
func tableName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r == '_' || '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z' {
			return r
		}
		return '_'
	}, name)
	letters := strings.TrimRight(name, "0123456789")
	if letters == "" || len(letters) <= 3 || '0' <= name[0] && name[0] <= '9' {
		return "t_" + name
	}
	return name
}

// list lets the cells of a column take one of a few words, or what stands in a
// range of another sheet.
func (s *sheet) list(col, first, last int, words []string, from string) {
	s.book.asked.validations++
	s.then(func() error {
		v := excelize.NewDataValidation(true)
		v.SetSqref(cellName(col, first) + ":" + cellName(col, last))
		if from != "" {
			v.SetSqrefDropList(from)
		} else if err := v.SetDropList(words); err != nil {
			return err
		}
		v.SetError(excelize.DataValidationErrorStyleStop, s.book.say("Không có trong danh sách", "Not in the list"), s.book.say("Chọn một giá trị trong danh sách hoặc xóa ô.", "Choose from the list, or clear the cell."))
		return s.book.file.AddDataValidation(s.name, v)
	})
}

// mark gives the cells of a column that hold a word another look.
func (s *sheet) mark(col, first, last int, word string, format int) {
	if word == "" {
		return
	}
	s.book.asked.formats++
	s.then(func() error {
		return s.book.file.SetConditionalFormat(s.name, cellName(col, first)+":"+cellName(col, last), []excelize.ConditionalFormatOptions{
			{Type: "cell", Criteria: "=", Value: literal(word), Format: &format},
		})
	})
}

// shade gives a stretch of columns the ground of what a person fills in.
func (s *sheet) shade(from, to, first, last int) {
	s.book.asked.formats++
	s.then(func() error {
		return s.book.file.SetConditionalFormat(s.name, cellName(from, first)+":"+cellName(to, last), []excelize.ConditionalFormatOptions{
			{Type: "formula", Criteria: "TRUE", Format: &s.book.styles.inputFormat},
		})
	})
}

// printArea limits what is printed to the first columns.
func (s *sheet) printArea(columns, last int) {
	end := columnNames(columns)[columns-1]
	s.book.printNames = append(s.book.printNames, excelize.DefinedName{
		Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", quoted(s.name), end, last), Scope: s.name,
	})
}

// end applies what was kept and completes the sheet.
func (s *sheet) end() error {
	for _, f := range s.late {
		if err := f(); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	if err := s.stream.Flush(); err != nil {
		return fmt.Errorf("sheet %s: %w", s.name, err)
	}
	return nil
}

// cellName returns the name of a cell. Columns and rows come from this package,
// within the limits of Excel.
func cellName(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row)
	return name
}
