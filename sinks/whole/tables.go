package whole

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/again"
)

// Format is a kind of file that holds one table.
type Format struct {
	// Name stands in errors, Extension behind the name of a table: ".parquet".
	Name, Extension string
	// Open begins the file of a table. The writer is buffered.
	Open func(w io.Writer, t *report.Table) (Table, error)
	// Body and Tail are of formats whose files also tell of the run: how much of
	// a file does not, and what stands behind it for this run. Nil are those of
	// formats that do not.
	Body func(f io.ReaderAt, size int64) (int64, error)
	Tail func(w io.Writer, t *report.Table, f io.ReaderAt, size int64) error
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
	ledger *again.Ledger
	folder string // of the files that stand, in the ledger's
}

// Again lets the sink use files of the run before, which stand in a folder of the
// ledger's.
func (s *Sink) Again(l *again.Ledger, folder string) *Sink {
	s.ledger, s.folder = l, folder
	return s
}

// New returns a sink that writes <dir>/<table><extension>. A nil f is the
// machine's file system.
func New(f fsys.FS, dir string, format Format) *Sink { return &Sink{fs: f, dir: dir, format: format} }

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
	sink   *Sink
	format Format
	files  *Set
	file   fsys.File // of the open table
	out    *bufio.Writer
	name   string // of the open table
	of     string // all that it is made of, "" when that is not known
	rows   int
	table  Table
}

// Begin begins to write. Publish, then Drop, end it.
func (s *Sink) Begin() *Writing {
	return &Writing{sink: s, format: s.format, files: In(s.fs, s.dir), out: bufio.NewWriterSize(nil, 1<<18)}
}

// all writes one table.
func (w *Writing) all(ctx context.Context, ds report.Dataset, t *report.Table) error {
	if done, err := w.Open(ds, t); err != nil || done {
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

// Open begins the file of a table. When it is made already, of one that stands, the
// table is done and takes no rows.
func (w *Writing) Open(ds report.Dataset, t *report.Table) (done bool, err error) {
	w.name, w.table, w.rows = t.Name, nil, 0
	if w.of, err = w.sink.ledger.Of(ds, t, w.format.Name); err == nil {
		w.file, err = w.files.Create(t.Name + w.format.Extension)
	}
	if err == nil {
		w.out.Reset(w.file)
		done, err = w.again(t)
	}
	if err == nil && !done {
		w.table, err = w.format.Open(w.out, t)
	}
	return done, w.named(err)
}

// Add writes a row of the open table.
func (w *Writing) Add(r report.Row) error {
	w.rows++
	return w.named(w.table.Add(r))
}

// Close completes the file of the open table.
func (w *Writing) Close() error {
	err := w.table.Close()
	if err == nil {
		err = w.out.Flush()
	}
	if err == nil {
		err = w.note()
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
