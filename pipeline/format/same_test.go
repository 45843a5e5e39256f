package format_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/report"
)

// readFixture reads a fixture under a name that says nothing.
func readFixture(t *testing.T, path string) []report.Part {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := format.Builtin(format.Limits{}).Read(t.Context(), "x", data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if raw.Err != nil {
		t.Errorf("%s: %v", path, raw.Err)
	}
	return raw.Parts
}

func TestOneReportReadsTheSameInEveryOfficeFormat(t *testing.T) {
	want := readFixture(t, "odt/testdata/baocao.odt")
	for _, path := range []string{"odt/testdata/baocao.fodt", "docx/testdata/baocao.docx", "msword/testdata/baocao.doc", "rtf/testdata/baocao.rtf"} {
		if d := cmp.Diff(formattest.Text(want), formattest.Text(readFixture(t, path))); d != "" {
			t.Errorf("%s: %s", path, d)
		}
	}
	if !want[0].Cell.Borderless || want[len(want)-1].Cell.Borderless {
		t.Error("the letterhead has no rules, the last table has")
	}
}

func TestALongReportReadsTheSameInEveryOfficeFormat(t *testing.T) {
	want := formattest.Text(readFixture(t, "odt/testdata/15-trang.odt"))
	for _, path := range []string{"docx/testdata/15-trang.docx", "fixtures/15-trang.doc", "fixtures/15-trang.rtf"} {
		if d := cmp.Diff(want, formattest.Text(readFixture(t, path))); d != "" {
			t.Errorf("%s: %s", path, d)
		}
	}
}

func TestTheFullReportReadsTheSameInDocAndRTF(t *testing.T) {
	want := formattest.Text(readFixture(t, "msword/testdata/report.doc"))
	if d := cmp.Diff(want, formattest.Text(readFixture(t, "rtf/testdata/report.rtf"))); d != "" {
		t.Error(d)
	}
}

func TestOneFormReadsTheSameInEverySpreadsheet(t *testing.T) {
	want := formattest.Text(readFixture(t, "xls/testdata/bieu.xls"))
	for _, path := range []string{"xlsx/testdata/bieu.xlsx", "odt/testdata/bieu.ods"} {
		if d := cmp.Diff(want, formattest.Text(readFixture(t, path))); d != "" {
			t.Errorf("%s: %s", path, d)
		}
	}
}
