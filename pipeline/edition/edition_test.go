package edition_test

import (
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/edition"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
)

// archive is the rows of documents.
type archive []report.Row

func (a archive) Tables() []*report.Table { return nil }

func (a archive) Rows(string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		for _, r := range a {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// media are the types of file names in these tests.
var media = map[string]string{
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "doc": "application/msword", "pdf": "application/pdf", "html": "text/html",
}

// file is a document as "name, status, text, number, date, unit, within".
func file(t testing.TB, table *report.Table, line string) report.Row {
	t.Helper()
	f := strings.Split(line, ", ")
	r := report.NewRow(table)
	r.Set("doc_id", report.Text(fmt.Sprintf("%016x", f[0])[:16]))
	r.Set("media", report.Text(media[f[0][strings.LastIndexByte(f[0], '.')+1:]]))
	for i, column := range []string{"source_path", "status", "text_id", "doc_number", "doc_date", "org_unit", "upper_unit"} {
		if i >= len(f) || f[i] == "" {
			continue
		}
		v, err := table.Column(column).Value(f[i])
		if err != nil {
			t.Fatal(err)
		}
		r.Set(column, v)
		if column == "doc_date" {
			d, _ := v.Date()
			r.Set("doc_date_precision", report.Text(d.Precision.String()))
		}
	}
	r.Set("org_level", report.Text("grassroots"))
	return r
}

// Which documents are one report, and which of them counts.
func TestEditions(t *testing.T) {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		reason string
		files  []string
		want   string // name=same_as
	}{
		{"the same text: the Word file counts, not the first", []string{"a.pdf, ok, t1", "b.docx, ok, t1", "c.docx, ok, t2"}, "a.pdf=b.docx"},
		{"number, day and organisation", []string{"a.docx, ok, t1, 12-BC/ĐU, 2020-06-15, Đảng bộ xã A", "b.html, ok, t2, 12-bc/đu, 2020-06-15, ĐẢNG BỘ XÃ A"}, "b.html=a.docx"},
		{"three formats, each like another one", []string{"a.html, ok, t3, 12-BC/ĐU, 2020-06-15, Đảng bộ xã A", "b.pdf, ok, t1", "c.doc, ok, t1, 12-BC/ĐU, 2020-06-15, Đảng bộ xã A"}, "a.html=c.doc b.pdf=c.doc"},
		{"a file of which a part is lost gives way", []string{"a.docx, partial, t1, 12-BC/ĐU, 2020-06-15, Đảng bộ xã A", "b.pdf, ok, t2, 12-BC/ĐU, 2020-06-15, Đảng bộ xã A"}, "a.docx=b.pdf"},
		{"another day, another report", []string{"a.docx, ok, t1, 12-BC/ĐU, 2020-06-15, Đảng bộ xã A", "b.pdf, ok, t2, 12-BC/ĐU, 2021-06-15, Đảng bộ xã A"}, ""},
		{"another organisation", []string{"a.docx, ok, t1, 12-BC/ĐU, 2020-06-15, Đảng bộ xã A", "b.pdf, ok, t2, 12-BC/ĐU, 2020-06-15, Đảng bộ xã B"}, ""},
		{"communes of one name in two districts", []string{"a.docx, ok, t1, 01-BC/ĐU, 2020-06-15, Đảng bộ xã A, huyện B", "b.pdf, ok, t2, 01-BC/ĐU, 2020-06-15, Đảng bộ xã A, huyện C"}, ""},
		{"a page that does not say the district", []string{"a.docx, ok, t1, 01-BC/ĐU, 2020-06-15, Đảng bộ xã A, huyện B", "b.html, ok, t2, 01-BC/ĐU, 2020-06-15, Đảng bộ xã A"}, "b.html=a.docx"},
		{"a month is no day", []string{"a.docx, ok, t1, 12-BC/ĐU, 2020-06, Đảng bộ xã A", "b.pdf, ok, t2, 12-BC/ĐU, 2020-06, Đảng bộ xã A"}, ""},
		{"no number", []string{"a.docx, ok, t1, , 2020-06-15, Đảng bộ xã A", "b.pdf, ok, t2, , 2020-06-15, Đảng bộ xã A"}, ""},
		{"what was not read is nothing, nor are the same bytes", []string{"a.docx, failed, t1", "b.docx, duplicate, t1", "c.pdf, ok, t1"}, ""},
	} {
		var a archive
		for _, line := range c.files {
			a = append(a, file(t, p.Table("documents"), line))
		}
		ds := edition.Find(a, spill.In(nil, t.TempDir()))
		var got []string
		for r, err := range ds.Rows("documents") {
			if err != nil {
				t.Fatal(err)
			}
			if !r.Get("same_as").IsNull() {
				got = append(got, r.Get("source_path").Text()+"="+r.Get("same_as").Text())
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", c.reason, s, c.want)
		}
		if n, err := ds.Others(); err != nil || n != len(got) {
			t.Errorf("%s: %d others, %v", c.reason, n, err)
		}
		for _, r := range a {
			if !r.Get("same_as").IsNull() {
				t.Errorf("%s: the rows of the base were written into", c.reason)
			}
		}
	}
}

// paired is an archive of two tables.
type paired struct{ documents, findings archive }

func (p paired) Tables() []*report.Table { return nil }

func (p paired) Rows(table string) iter.Seq2[report.Row, error] {
	if table == "findings" {
		return p.findings.Rows(table)
	}
	return p.documents.Rows(table)
}

// A fault of a report is listed once, whatever formats the archive has of it.
func TestFindingsOfEditions(t *testing.T) {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var a paired
	for _, line := range []string{"a.txt, ok, t1", "b.docx, ok, t1", "c.docx, ok, t2"} {
		d := file(t, p.Table("documents"), line)
		f := report.NewRow(p.Table("findings"))
		f.Set("doc_id", d.Get("doc_id"))
		f.Set("kind", d.Get("source_path"))
		a.documents, a.findings = append(a.documents, d), append(a.findings, f)
	}
	var got []string
	for r, err := range edition.Find(a, spill.In(nil, t.TempDir())).Rows("findings") {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, r.Get("kind").Text())
	}
	if s := strings.Join(got, " "); s != "b.docx c.docx" {
		t.Errorf("findings of %s", s)
	}
}
