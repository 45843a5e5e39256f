package review

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/excel"
	"github.com/tongket/tongket/sinks/sinktest"
)

// reviewable writes a workbook of one unit and returns its name and tables.
func reviewable(f *testing.F) (string, []*report.Table) {
	f.Helper()
	p, err := configs.Embedded()
	if err != nil {
		f.Fatal(err)
	}
	dir := f.TempDir()
	if err := excel.New(excel.Config{Dir: dir, Program: "tongket", Run: "r"}).Write(f.Context(), sinktest.NewDemo(p.Tables, 1, 1)); err != nil {
		f.Fatal(err)
	}
	return filepath.Join(dir, "congress.xlsx"), p.Tables
}

// A workbook of any bytes is read or refused, never a panic.
func FuzzReadBook(f *testing.F) {
	name, tables := reviewable(f)
	whole, err := os.ReadFile(name)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		name := filepath.Join(t.TempDir(), "book.xlsx")
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if book, err := ReadBook(name, tables, nil); (book == nil) != (err != nil) {
			t.Errorf("book %v, error %v", book, err)
		}
	})
}

// Whatever a person types into the columns of a review is taken over with its
// place, or refused with the address of the cell.
func FuzzReviewCells(f *testing.F) {
	name, tables := reviewable(f)
	file, err := excelize.OpenFile(name, excelize.Options{RawCellValue: true})
	if err != nil {
		f.Fatal(err)
	}
	defer file.Close()
	fresh := func() *bookReader {
		return &bookReader{file: file, name: "book.xlsx", tables: tables, sums: map[string]string{}}
	}
	b := fresh()
	sheets, err := b.layout()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range sheets {
		b.sheet(s)
	}
	if len(b.faults) > 0 {
		f.Fatal(b.faults)
	}
	measures := sheets[slices.IndexFunc(sheets, func(s *bookSheet) bool { return s.table.Name == "measures" })]
	rows, err := file.GetRows(measures.name, excelize.Options{RawCellValue: true})
	if err != nil {
		f.Fatal(err)
	}
	first := slices.Index(rows[2], "Xét duyệt")
	f.Add("sai", "Giá trị", "16", "đếm lại")
	f.Add("đúng", "", "", "")
	f.Add("wrong", "Chỉ tiêu", "nữ", "")
	f.Add("sai", "Tính đến ngày", "31/8/2020", "=1+1")
	f.Add("sai", "Giá trị", "-5", "")
	f.Add("sai", "", "1234,5", "")
	f.Add("?", "Giá trị", "1.298", "\x00")
	f.Fuzz(func(t *testing.T, verdict, field, value, note string) {
		b := &bookReader{file: file, name: "book.xlsx", lang: b.lang, tables: tables, sums: b.sums}
		cells := append(append(slices.Clone(rows[3]), make([]string, first)...)[:first], verdict, field, value, note)
		b.row(measures, nil, cells, 4)
		switch said := b.book.Corrections; {
		case len(b.faults) > 0 && (len(said) > 0 || !strings.HasPrefix(b.faults[0].Error(), measures.name+"!")):
			t.Errorf("%q %q %q %q: %d corrections, refused with %v", verdict, field, value, note, len(said), b.faults)
		case len(b.faults) == 0 && len(said) == 0 && strings.TrimSpace(verdict+field+value+note) != "":
			t.Errorf("%q %q %q %q: lost without a word", verdict, field, value, note)
		case len(said) == 1 && !strings.Contains(said[0].Place, measures.name+"!"):
			t.Errorf("a correction without its place: %v", said[0])
		}
	})
}
