// Package csv writes every table as a CSV file for programs that read nothing
// else. Excel is served better by the workbook: CSV has no types.
//
// The files are UTF-8 with a byte order mark, without which Excel reads
// Vietnamese letters wrongly, and guarded: a text that a spreadsheet would take
// for a formula gets an apostrophe in front. Who needs the text untouched takes
// Parquet or JSON lines.
package csv

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/whole"
)

// New returns a sink that writes <dir>/<table>.csv. A nil f is the machine's
// file system.
func New(f fsys.FS, dir string) *whole.Sink {
	return whole.New(f, dir, whole.Format{Name: "csv", Extension: ".csv", Open: open})
}

// records is one file.
type records struct {
	w      *csv.Writer
	record []string
}

func open(out io.Writer, t *report.Table) (whole.Table, error) {
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return nil, err
	}
	w := records{csv.NewWriter(out), make([]string, len(t.Columns))}
	w.w.UseCRLF = true // RFC 4180
	for i, c := range t.Columns {
		w.record[i] = c.Name
	}
	return w, w.w.Write(w.record)
}

func (w records) Add(r report.Row) error {
	for i, v := range r.Cells {
		w.record[i] = cell(v)
	}
	return w.w.Write(w.record)
}

func (w records) Close() error {
	w.w.Flush()
	return w.w.Error()
}

func cell(v report.Value) string {
	if d, ok := v.Date(); ok {
		return d.First().Format("2006-01-02")
	}
	if v.Text() != "" {
		return Guard(v.Text())
	}
	return v.String()
}

// Guard returns s so that no spreadsheet takes it for a formula: an apostrophe
// goes in front of a text that begins with one of = + - @, a tab, a line break
// or their full-width forms, also behind blanks or quotation marks, which some
// programs strip first. Undo it by taking the apostrophe off.
func Guard(s string) string {
	head := strings.TrimLeft(s, " \u00a0\u200b\ufeff\"'")
	if head == "" {
		head = s
	}
	if strings.ContainsAny(firstRune(head), "=+-@＝＋－＠|%") || strings.ContainsAny(firstRune(s), "\t\r\n\x00") {
		return "'" + s
	}
	return s
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}
