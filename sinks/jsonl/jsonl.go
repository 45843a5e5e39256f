// Package jsonl writes every table as a file of JSON lines: one object a row,
// its columns in the order of the table, null for what is not stated, dates as
// whole days. It is what a script reads that has no Parquet at hand.
package jsonl

import (
	"io"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/whole"
)

// New returns a sink that writes <dir>/<table>.jsonl. A nil f is the machine's
// file system.
func New(f fsys.FS, dir string) *whole.Sink {
	return whole.New(f, dir, whole.Format{Name: "jsonl", Extension: ".jsonl", Open: func(w io.Writer, _ *report.Table) (whole.Table, error) {
		return lines{w}, nil
	}})
}

// lines is one file.
type lines struct{ w io.Writer }

func (l lines) Add(r report.Row) error {
	line, err := r.MarshalJSON()
	if err == nil {
		_, err = l.w.Write(append(line, '\n'))
	}
	return err
}

func (l lines) Close() error { return nil }
