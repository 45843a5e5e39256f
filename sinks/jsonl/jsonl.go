// Package jsonl writes every table as a file of JSON lines: one object a row,
// its columns in the order of the table, null for what is not stated, dates as
// whole days. It is what a script reads that has no Parquet at hand.
package jsonl

import (
	"bufio"
	"context"
	"fmt"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/whole"
)

// Sink writes <Dir>/<table>.jsonl.
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
			return fmt.Errorf("jsonl: %s: %w", t.Name, err)
		}
	}
	if err := files.Publish(); err != nil {
		return fmt.Errorf("jsonl: %w", err)
	}
	return nil
}

func write(ctx context.Context, files *whole.Set, ds report.Dataset, t *report.Table) error {
	f, err := files.Create(t.Name + ".jsonl")
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<16)
	for row, err := range ds.Rows(t.Name) {
		if err == nil {
			err = context.Cause(ctx)
		}
		if err != nil {
			return err
		}
		line, err := row.MarshalJSON()
		if err != nil {
			return err
		}
		if _, err := w.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return w.Flush()
}
