package excel

import (
	"cmp"
	"errors"
	"fmt"

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
	zoom       float64
	grid       bool
	portrait   bool
}

// sheet is one streamed worksheet. It applies every feature at the one moment
// when the stream still takes it:
//
//	before the stream      tab colour, fit to page
//	before the first row   panes, zoom, grid, widths, outline
//	while rows come        cells
//	before the stream ends table, validation, conditional formats, page setup,
//	                       charts that stand on the sheet
//
// excelize returns nil for most of them at other moments, and drops them.
// Callers say what they want in any order, with late; end brings it in.
type sheet struct {
	book   *book
	name   string
	stream *excelize.StreamWriter
	row    int // last row written
	late   []func() error
	asked  int // features asked for, for the test that counts
}

// begin starts the rows of a sheet that add has put in the book.
func (b *book) begin(name string, o look) (*sheet, error) {
	fit, width := true, 10.0
	props := excelize.SheetPropsOptions{FitToPage: &fit, BaseColWidth: new(uint8(width)), OutlineSummaryRight: new(false)}
	if o.colour != "" {
		props.TabColorRGB = &o.colour
	}
	if err := errors.Join(b.file.SetSheetProps(name, &props), b.file.SetSheetDimension(name, "")); err != nil {
		return nil, err
	}
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	zoom := cmp.Or(o.zoom, 100)
	faults := []error{b.file.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &o.grid, ZoomScale: &zoom})}
	if o.freezeRows > 0 || o.freezeCols > 0 {
		faults = append(faults, stream.SetPanes(panes(o.freezeRows, o.freezeCols)))
	}
	for i, w := range o.widths {
		faults = append(faults, stream.SetColWidth(i+1, i+1, w))
	}
	for _, col := range o.hidden {
		faults = append(faults, stream.SetColOutlineLevel(col, 1), stream.SetColVisible(col, col, false))
	}
	s := &sheet{book: b, name: name, stream: stream}
	s.page(o.portrait, o.freezeRows)
	return s, errors.Join(faults...)
}

func panes(rows, cols int) *excelize.Panes {
	corner, _ := excelize.CoordinatesToCellName(cols+1, rows+1)
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

// page sets A4, fitted to the width, with page numbers and, where rows are
// frozen, these repeated on every page.
func (s *sheet) page(portrait bool, repeat int) {
	f, orientation := s.book.file, "landscape"
	if portrait {
		orientation = "portrait"
	}
	s.then(func() error {
		return errors.Join(
			f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: new(9), Orientation: &orientation, FitToWidth: new(1), FitToHeight: new(0)}),
			f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: new(0.4), Right: new(0.4), Top: new(0.6), Bottom: new(0.6), Header: new(0.3), Footer: new(0.3)}),
			f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&L" + headerText(s.book.footer()) + "&R" + s.book.say("Trang", "Page") + " &P/&N", OddHeader: "&L&A"}),
		)
	})
	if repeat > 0 {
		s.then(func() error {
			return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted(s.name), 1, repeat), Scope: s.name})
		})
	}
}

// headerText keeps a text from being read as commands of a page header.
func headerText(s string) string {
	var out []rune
	for _, r := range s {
		if out = append(out, r); r == '&' {
			out = append(out, '&')
		}
	}
	return string(out)
}

// quoted returns a sheet's name as formulas need it.
func quoted(name string) string {
	out := []rune{'\''}
	for _, r := range name {
		if out = append(out, r); r == '\'' {
			out = append(out, '\'')
		}
	}
	return string(append(out, '\''))
}

// then keeps a feature for the moment before the stream ends.
func (s *sheet) then(f func() error) {
	s.late = append(s.late, f)
	s.asked++
}

// add writes the next row: values or *excelize.Cell, nil for a blank.
func (s *sheet) add(cells []any, options ...excelize.RowOpts) error {
	s.row++
	return s.stream.SetRow(cellName(1, s.row), cells, options...)
}

// skip leaves n rows blank.
func (s *sheet) skip(n int) { s.row += n }

// table makes the rows from header to the last one a real Excel table.
func (s *sheet) table(name string, header, columns int) {
	s.then(func() error {
		return s.stream.AddTable(&excelize.Table{
			Range: cellName(1, header) + ":" + cellName(columns, max(s.row, header+1)), Name: name, StyleName: "TableStyleLight1", ShowRowStripes: new(true),
		})
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

func cellName(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return "A1" // cannot be: columns and rows come from us, within the limits
	}
	return name
}
