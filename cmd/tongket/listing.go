package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/xuri/excelize/v2"
)

// listing is a small table that a verb shows: on the terminal, and as a sheet of a
// workbook where one is asked for.
type listing struct {
	name   string
	header []string
	rows   [][]any
}

func (l *listing) add(cells ...any) { l.rows = append(l.rows, cells) }

// print writes the list in columns.
func (l *listing) print(w io.Writer) {
	if len(l.rows) == 0 {
		return
	}
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	fmt.Fprintln(t, strings.Join(l.header, "\t"))
	for _, r := range l.rows {
		cells := make([]string, len(r))
		for i, x := range r {
			if f, ok := x.(float64); ok {
				cells[i] = fmt.Sprintf("%.3f", f)
			} else if x != nil {
				cells[i] = short(oneLine(fmt.Sprint(x)))
			}
		}
		fmt.Fprintln(t, strings.Join(cells, "\t"))
	}
	t.Flush()
	fmt.Fprintln(w)
}

// writeLists writes lists as the sheets of a workbook, texts as texts.
func writeLists(name string, lists ...*listing) error {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	for i, l := range lists {
		sheet := l.name
		if i == 0 {
			if err := f.SetSheetName("Sheet1", sheet); err != nil {
				return err
			}
		} else if _, err := f.NewSheet(sheet); err != nil {
			return err
		}
		if err := fillSheet(f, sheet, l); err != nil {
			return err
		}
	}
	out, err := os.Create(name)
	if err != nil {
		return &unreachable{err}
	}
	if err := f.Write(out); err != nil {
		out.Close()
		return &unreachable{fmt.Errorf("%s: %w", name, err)}
	}
	return out.Close()
}

func fillSheet(f *excelize.File, sheet string, l *listing) error {
	s, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := s.SetColWidth(1, len(l.header), 22); err != nil {
		return err
	}
	header := make([]any, len(l.header))
	for i, h := range l.header {
		header[i] = h
	}
	for i, r := range append([][]any{header}, l.rows...) {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return fmt.Errorf("more rows than a sheet holds: %w", err)
		}
		if err := s.SetRow(cell, r); err != nil {
			return err
		}
	}
	return s.Flush()
}
