package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/text"
	"github.com/tongket/tongket/pipeline/vn"
)

// sameRows are files of one text each: the first, which the others must agree
// with, and how many rows it gives at least.
var sameRows = []struct {
	name, first, others string
	rows                int
}{
	{"a report in every format and encoding", "testdata/formats/unicode.docx", "testdata/formats/[^fl]*.*", 90},
	{"a form with merged heads, section rows, noughts and dashes", "testdata/reports/2025/bieu-thong-ke-cap-uy-dang-bo-xa-ca-mau.html", "testdata/formats/form.*", 40},
	{"a meeting told under a letterhead: a borderless table, a portal page, lines", "testdata/formats/letterhead.docx", "testdata/formats/letterhead.*", 20},
	{"notes, a table with merged heads and three paragraphs in old fonts", "pipeline/format/msword/testdata/report.doc", "pipeline/format/*/testdata/report.*", 17},
	{"the same as a person typed it", "pipeline/format/msword/testdata/report.doc", "pipeline/format/fixtures/report.*", 17},
}

// One report gives the same rows in every format, in whatever a mail program or
// browser packs it into, and in every encoding. Spelling is folded: an encoding
// without capitals loses them.
func TestOneReportGivesTheSameRowsInEveryFormat(t *testing.T) {
	rows := rowsOf(t)
	for _, x := range sameRows {
		t.Run(x.name, func(t *testing.T) {
			want := rows(atRoot(x.first))
			if len(want) < x.rows {
				t.Errorf("only %d rows in %s", len(want), x.first)
			}
			others, err := filepath.Glob(atRoot(x.others))
			if err != nil || len(others) == 0 {
				t.Fatal(x.others, err)
			}
			for _, name := range others {
				switch filepath.Base(name) {
				case "README.md", "office.sh":
					continue
				}
				if d := cmp.Diff(want, rows(name)); d != "" {
					t.Errorf("%s: %s", name, d)
				}
			}
		})
	}
	t.Run("as the body of an Outlook message, and with the lines of Windows", func(t *testing.T) {
		page, err := os.ReadFile(atRoot("pipeline/format/html/testdata/report.html"))
		if err != nil {
			t.Fatal(err)
		}
		plain, err := os.ReadFile(atRoot("testdata/formats/letterhead.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			name, like string
			data       []byte
		}{
			{"report.msg", "pipeline/format/html/testdata/report.html", formattest.Compound("__properties_version1.0", "", "__substg1.0_10130102", string(page))},
			{"windows.txt", "testdata/formats/letterhead.txt", []byte(strings.ReplaceAll(string(plain), "\n", "\r\n"))},
		} {
			name := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(name, c.data, 0o600); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(rows(atRoot(c.like)), rows(name)); d != "" {
				t.Errorf("%s: %s", c.name, d)
			}
		}
	})
}

// atRoot is a path below the root of the project.
func atRoot(name string) string { return filepath.Join("..", "..", filepath.FromSlash(name)) }

// where are the columns that say where a value stands.
var where = []string{"doc_id", "row_id", "evidence_start", "evidence_end", "evidence", "page"}

// rowsOf returns a function that reads a file and gives its rows, one a line:
// the table and the values, without what differs by the file (its name and
// hash) or by where it keeps its pages.
func rowsOf(t *testing.T) func(name string) []string {
	profile, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	set, err := extractors.New(profile)
	if err != nil {
		t.Fatal(err)
	}
	readers := format.Builtin(format.Limits{})
	return func(name string) []string {
		t.Helper()
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := readers.Read(t.Context(), filepath.Base(name), data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		doc, err := text.Normalise(t.Context(), filepath.Base(name), strings.Repeat("0", 64), raw)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		rows, err := set.Rows(doc)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var out []string
		for _, r := range rows {
			if r.Table.Name == "documents" {
				continue
			}
			line := r.Table.Name
			for i, c := range r.Table.Columns {
				if v := r.Cells[i]; !v.IsNull() && !slices.Contains(where, c.Name) {
					line += " " + c.Name + "=" + v.String()
				}
			}
			// The signature is one paragraph here and three in a PDF file: "for the
			// head, the deputy head".
			out = append(out, strings.ReplaceAll(vn.Fold(line), "titles=trưởng ban phó", "titles=phó"))
		}
		slices.Sort(out)
		return out
	}
}
