package format_test

import (
	"encoding/base64"
	"encoding/binary"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/report"
)

// readFixture reads a fixture under a name that says nothing.
func readFixture(t *testing.T, path string) []report.Part {
	t.Helper()
	data := formattest.File(t, path)
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

// The same report as mail programs, browsers and Outlook keep it, and as a
// person types it.
func TestOneReportReadsTheSameHoweverItIsPacked(t *testing.T) {
	page, rich := formattest.File(t, "fixtures/baocao.html"), formattest.File(t, "rtf/testdata/baocao.rtf")
	const part = "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
	coded := part + base64.StdEncoding.EncodeToString(page) + "\r\n"
	size := binary.LittleEndian.AppendUint32(nil, uint32(len(rich)))
	want := formattest.Text(readFixture(t, "odt/testdata/baocao.odt"))
	for name, data := range map[string]string{
		"html": string(page),
		"eml":  "From: a@x.vn\r\nTo: b@x.vn\r\nSubject: BC\r\nMIME-Version: 1.0\r\n" + coded,
		"mht":  "MIME-Version: 1.0\r\nSubject: BC\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n" + coded + "--b--\r\n",
		"msg":  string(formattest.Compound("__properties_version1.0", "", "__substg1.0_10130102", string(page))),
		"msg with rich text": string(formattest.Compound("__properties_version1.0", "",
			"__substg1.0_10090102", string(size)+string(size)+"MELA\x00\x00\x00\x00"+string(rich))),
	} {
		raw, err := format.Builtin(format.Limits{}).Read(t.Context(), "x", []byte(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if d := cmp.Diff(want, formattest.Text(raw.Parts)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
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
