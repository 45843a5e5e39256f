package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tongket/tongket/pipeline/vn"
)

// One report gives the same rows in every format and encoding of
// testdata/formats; so does a form with merged heads, section rows, noughts and
// dashes, whatever LibreOffice made of it. Spelling is folded: an encoding
// without capitals loses them.
func TestOneReportGivesTheSameRowsInEveryFormat(t *testing.T) {
	folder := filepath.Join("..", "..", "testdata", "formats")
	rows := rowsOf(t)
	read := func(t *testing.T, name string) []string {
		t.Helper()
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out := rows(filepath.Base(name), data)
		for i := range out {
			// The signature is one paragraph here and three in a PDF file: "for the
			// head, the deputy head".
			out[i] = strings.ReplaceAll(vn.Fold(out[i]), "titles=trưởng ban phó", "titles=phó")
		}
		return out
	}
	report := read(t, filepath.Join(folder, "unicode.docx"))
	form := read(t, filepath.Join(folder, "..", "reports", "2025", "bieu-thong-ke-cap-uy-dang-bo-xa-ca-mau.html"))
	if len(report) < 90 || len(form) < 40 {
		t.Errorf("only %d rows of the report and %d of the form", len(report), len(form))
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		base := filepath.Base(file)
		if base == "README.md" || filepath.Ext(base) == ".sh" {
			continue
		}
		t.Run(base, func(t *testing.T) {
			want := report
			if strings.HasPrefix(base, "form.") {
				want = form
			}
			if d := cmp.Diff(want, read(t, file)); d != "" {
				t.Error(d)
			}
		})
	}
}
