package whole

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
)

// Format is a kind of file that holds one table.
type Format struct {
	// Name stands in errors, Extension behind the name of a table: ".parquet".
	Name, Extension string
	// Open begins the file of a table. The writer is buffered.
	Open func(w io.Writer, t *report.Table) (Table, error)
}

// Table takes the rows of one table. A row is the caller's again after Add.
type Table interface {
	Add(report.Row) error
	// Close ends the file; the writer stays open.
	Close() error
}

// Sink writes every table of a Dataset into a file of its own.
type Sink struct {
	fs     fsys.FS
	dir    string
	format Format
}

// New returns a sink that writes <dir>/<table><extension>. A nil f is the
// machine's file system.
func New(f fsys.FS, dir string, format Format) *Sink { return &Sink{f, dir, format} }

// Write writes every table of ds, or leaves the folder as it was.
func (s *Sink) Write(ctx context.Context, ds report.Dataset) error {
	w := s.Begin()
	defer w.Drop()
	for _, t := range ds.Tables() {
		if err := w.all(ctx, ds, t); err != nil {
			return err
		}
	}
	return w.Publish()
}

// Writing is the files of a sink on their way, for who has the rows already: one
// table after the other, in any order.
type Writing struct {
	format Format
	files  *Set
	out    *bufio.Writer
	name   string // of the open table
	table  Table
}

// Begin begins to write. Publish, then Drop, end it.
func (s *Sink) Begin() *Writing {
	return &Writing{format: s.format, files: In(s.fs, s.dir), out: bufio.NewWriterSize(nil, 1<<18)}
}

// all writes one table.
func (w *Writing) all(ctx context.Context, ds report.Dataset, t *report.Table) error {
	if err := w.Open(t); err != nil {
		return err
	}
	for r, err := range ds.Rows(t.Name) {
		if err == nil && ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		if err != nil {
			return w.named(err)
		}
		if err := w.Add(r); err != nil {
			return err
		}
	}
	return w.Close()
}

// Open begins the file of a table.
func (w *Writing) Open(t *report.Table) error {
	w.name, w.table = t.Name, nil
	f, err := w.files.Create(t.Name + w.format.Extension)
	if err == nil {
		w.out.Reset(f)
		w.table, err = w.format.Open(w.out, t)
	}
	return w.named(err)
}

// Add writes a row of the open table.
func (w *Writing) Add(r report.Row) error { return w.named(w.table.Add(r)) }

// Close completes the file of the open table.
func (w *Writing) Close() error {
	err := w.table.Close()
	if err == nil {
		err = w.out.Flush()
	}
	return w.named(err)
}

// Publish brings the files to their places.
func (w *Writing) Publish() error {
	if err := w.files.Publish(); err != nil {
		return fmt.Errorf("%s: %w", w.format.Name, err)
	}
	return nil
}

// Drop removes what was not published.
func (w *Writing) Drop() { w.files.Drop() }

// named says of an error which format and table it is about.
func (w *Writing) named(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %s: %w", w.format.Name, w.name, err)
}
