package excel_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/sinks/excel"
	"github.com/tongket/tongket/sinks/sinktest"
)

func TestPromises(t *testing.T) {
	sinktest.Promises(t, func(f fsys.FS, dir string) sinktest.Sink {
		return excel.New(excel.Config{FS: f, Dir: dir, Program: "tongket", Version: "1", Run: "r1", Source: beside})
	})
}

func beside(path string) string { return "../reports/" + path }

func opened(t *testing.T) *excelize.File {
	t.Helper()
	dir := t.TempDir()
	if err := excel.New(excel.Config{Dir: dir, Program: "tongket", Version: "1", Run: "r1", Source: beside}).Write(t.Context(), sinktest.Sample()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(filepath.Join(dir, "congress.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// The only formulas of a book are links that the program built; whatever a text
// begins with, it stays a text.
func TestNoTextBecomesFormula(t *testing.T) {
	f := opened(t)
	links := 0
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c := range row {
				name, _ := excelize.CoordinatesToCellName(c+1, r+1)
				formula, err := f.GetCellFormula(sheet, name)
				if err != nil {
					t.Fatal(err)
				}
				if formula == "" {
					continue
				}
				if links++; !strings.HasPrefix(formula, `HYPERLINK("`) {
					t.Errorf("%s!%s: formula %q", sheet, name, formula)
				}
			}
		}
	}
	if links == 0 {
		t.Error("no links at all")
	}
}
