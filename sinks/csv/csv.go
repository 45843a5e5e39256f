// Package csv writes every table as a CSV file for programs that read nothing
// else. Excel is served better by the workbook: CSV has no types.
//
// The files are UTF-8 with a byte order mark, without which Excel reads
// Vietnamese letters wrongly, and guarded: a text that a spreadsheet would take
// for a formula gets an apostrophe in front. Who needs the text untouched takes
// Parquet or JSON lines.
package csv

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/whole"
)

// Sink writes <Dir>/<table>.csv.
type Sink struct {
	fs  fsys.FS
	dir string
}

// New returns a sink that writes into dir. A nil f is the machine's file
// system.
func New(f fsys.FS, dir string) *Sink { return &Sink{f, dir} }

// Write writes every table of ds, or leaves the folder as it was.
func (s *Sink) Write(ctx context.Context, ds report.Dataset) error {
	files := whole.In(s.fs, s.dir)
	defer files.Drop()
	for _, t := range ds.Tables() {
		if err := write(ctx, files, ds, t); err != nil {
			return fmt.Errorf("csv: %s: %w", t.Name, err)
		}
	}
	if err := files.Publish(); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	return nil
}

func write(ctx context.Context, files *whole.Set, ds report.Dataset, t *report.Table) error {
	f, err := files.Create(t.Name + ".csv")
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(f, 1<<16)
	if _, err := b.WriteString("\ufeff"); err != nil {
		return err
	}
	w := csv.NewWriter(b)
	w.UseCRLF = true // RFC 4180
	record := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		record[i] = c.Name
	}
	if err := w.Write(record); err != nil {
		return err
	}
	for row, err := range ds.Rows(t.Name) {
		if err == nil {
			err = context.Cause(ctx)
		}
		if err != nil {
			return err
		}
		for i, v := range row.Cells {
			record[i] = cell(v)
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	if w.Flush(); w.Error() != nil {
		return w.Error()
	}
	return b.Flush()
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
