package main

import (
	"encoding/base64"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors"
	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/text"
)

// formats are the files of the report that LibreOffice makes of
// pipeline/format/fixtures/report.fodt, and one that a person typed.
var formats = []string{
	"docx/testdata/report.docx", "odt/testdata/report.odt", "fixtures/report.fodt", "rtf/testdata/report.rtf",
	"html/testdata/report.html", "fixtures/report.md",
}

// The same report gives the same rows in every format, in whatever a mail
// program or browser packs it into, and in every encoding as a plain text. Its
// figures stand in a list, a sentence and a table with merged heads; three of
// its paragraphs are in old fonts.
func TestTheSameReportGivesTheSameRowsInEveryFormat(t *testing.T) {
	at := func(name string) []byte {
		data, err := os.ReadFile(path.Join("../../pipeline/format", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	rows := rowsOf(t)
	want := rows("report.doc", at("msword/testdata/report.doc"))
	if len(want) < 17 {
		t.Fatalf("only %d rows: %v", len(want), want)
	}
	for _, name := range formats {
		if d := cmp.Diff(want, rows(path.Base(name), at(name))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	page := "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString(at("html/testdata/report.html")) + "\r\n"
	for name, data := range map[string]string{
		"eml": "From: a@x.vn\r\nTo: b@x.vn\r\nSubject: BC\r\nMIME-Version: 1.0\r\n" + page,
		"mht": "MIME-Version: 1.0\r\nSubject: BC\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n" + page + "--b--\r\n",
		"msg": string(formattest.Compound("__properties_version1.0", "", "__substg1.0_10130102", string(at("html/testdata/report.html")))),
	} {
		if d := cmp.Diff(want, rows("x", []byte(data))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// rowsOf returns a function that reads a file and gives its rows, one a line:
// the table and the values, without what differs by the file (its name and
// hash) or by where it keeps its pages.
func rowsOf(t *testing.T) func(name string, data []byte) []string {
	profile, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	set, err := extractors.New(profile)
	if err != nil {
		t.Fatal(err)
	}
	readers := format.Builtin(format.Limits{})
	return func(name string, data []byte) []string {
		t.Helper()
		raw, err := readers.Read(t.Context(), name, data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		doc, err := text.Normalise(t.Context(), name, strings.Repeat("0", 64), raw)
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
			out = append(out, line)
		}
		slices.Sort(out)
		return out
	}
}

// where are the columns that say where a value stands.
var where = []string{"doc_id", "row_id", "evidence_start", "evidence_end", "evidence", "page"}

// As a plain text the report has no cells and keeps the rows of its sentences,
// the same in every encoding; TCVN3 without the capitals that it has no bytes for.
func TestTheSameTextGivesTheSameRowsInEveryEncoding(t *testing.T) {
	data, err := os.ReadFile("../../pipeline/format/msword/testdata/report.doc")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := format.Builtin(format.Limits{}).Read(t.Context(), "x", data)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := text.Normalise(t.Context(), "x", strings.Repeat("0", 64), raw)
	if err != nil {
		t.Fatal(err)
	}
	rows := rowsOf(t)
	want := rows("x.txt", []byte(doc.Text))
	if len(want) < 12 {
		t.Fatalf("only %d rows: %v", len(want), want)
	}
	files := map[string][]byte{
		"UTF-8 with a mark": []byte("\ufeff" + doc.Text), "decomposed": norm.NFD.Bytes([]byte(doc.Text)), "lines of Windows": []byte(strings.ReplaceAll(doc.Text, "\n", "\r\n")),
	}
	for _, e := range []charset.Encoding{charset.TCVN3, charset.VNI, charset.VISCII, charset.VPS, charset.Windows1258, charset.VIQR} {
		files[e.Name()], _ = e.Encode(doc.Text)
	}
	for name, order := range map[string]unicode.Endianness{"UTF-16LE": unicode.LittleEndian, "UTF-16BE": unicode.BigEndian} {
		if files[name], err = unicode.UTF16(order, unicode.UseBOM).NewEncoder().Bytes([]byte(doc.Text)); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range files {
		if d := cmp.Diff(want, rows("x.txt", data)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}
