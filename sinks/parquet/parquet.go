// Package parquet writes every table as a Parquet file that describes itself.
//
// Each column carries its description, unit, labels and codes as field
// metadata, in the Arrow schema stored beside the data. Types are the plain
// ones that every reader knows: UTF-8 text (codes too), 64 bit integers and
// floats, date32, booleans. Absent is null.
//
// The writer's settings are measured, not default; settings.go says why each is
// what it is. The same rows give the same bytes, whatever the machine.
package parquet

import (
	"encoding/base64"
	"errors"
	"io"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/flight"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/metadata"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/whole"
)

// Config says where the files go and what they say of their making.
type Config struct {
	// FS is the file system; nil is the machine's.
	FS fsys.FS
	// Dir is the folder of the files: <Dir>/<table>.parquet.
	Dir string
	// CreatedBy is the program and its version: "tongket 1.2.0".
	CreatedBy string
	// Run is the id of the run, kept in the file's metadata; "" leaves it out.
	Run string
	// SortedBy names the order of the rows for readers that ask the metadata:
	// v17 of the library cannot write it where the format has a place for it.
	SortedBy string
}

// New returns a sink.
func New(c Config) *whole.Sink {
	return whole.New(c.FS, c.Dir, whole.Format{Name: "parquet", Extension: ".parquet", Body: body, Tail: tail(c), Open: func(out io.Writer, t *report.Table) (whole.Table, error) {
		if err := keep(); err != nil {
			return nil, err
		}
		w := &writer{config: c, table: t, schema: schemaOf(t, c), out: out, batch: newBatch(t)}
		return w, nil
	}})
}

// writer is one file. It begins with the first batch, whose values decide how
// each column is encoded.
type writer struct {
	config Config
	table  *report.Table
	schema *arrow.Schema
	batch  *batch
	out    io.Writer
	file   *file.Writer
	group  file.BufferedRowGroupWriter // the open one
	bytes  []int                       // of the texts of each column in it
	rows   int                         // likewise
}

// Add takes a row in.
func (w *writer) Add(r report.Row) error {
	if w.batch.full(r) {
		if err := w.write(); err != nil {
			return err
		}
	}
	return w.batch.add(r)
}

// Close ends the file.
func (w *writer) Close() error {
	if err := w.write(); err != nil {
		return err
	}
	if w.group != nil {
		if err := w.batch.end(w.group); err != nil {
			return err
		}
	}
	return w.file.Close()
}

// write hands the batch over.
func (w *writer) write() error {
	b := w.batch
	if w.file == nil {
		file, err := newFile(w.schema, plainWriter{w.out}, properties(w.config, w.table, b.learned()))
		if err != nil {
			return err
		}
		w.file, w.bytes = file, make([]int, len(b.columns))
	}
	if b.rows == 0 {
		return nil
	}
	if err := w.open(b); err != nil {
		return err
	}
	return b.write(w.group)
}

// newFile begins a file. That of package pqarrow is the same, but its way from
// arrays to columns takes twice as long.
func newFile(schema *arrow.Schema, out io.Writer, props *parquet.WriterProperties) (*file.Writer, error) {
	plain, err := pqarrow.ToParquet(schema, props, pqarrow.DefaultWriterProps())
	if err != nil {
		return nil, err
	}
	var meta metadata.KeyValueMetadata
	for i, key := range schema.Metadata().Keys() {
		err = errors.Join(err, meta.Append(key, schema.Metadata().Values()[i]))
	}
	arrows := flight.SerializeSchema(schema, memory.DefaultAllocator)
	err = errors.Join(err, meta.Append("ARROW:schema", base64.StdEncoding.EncodeToString(arrows)))
	return file.NewParquetWriter(out, plain.Root(), file.WithWriterProps(props), file.WithWriteMetadata(meta)), err
}

// open opens a new row group where the batch does not fit into the open one.
func (w *writer) open(b *batch) error {
	fits := w.group != nil && w.rows+b.rows <= groupRows
	for i := range b.columns {
		fits = fits && w.bytes[i]+len(b.columns[i].plain.texts) <= groupBytes
	}
	if !fits {
		if w.group != nil {
			if err := b.end(w.group); err != nil {
				return err
			}
			b.renumber()
		}
		w.group = w.file.AppendBufferedRowGroup()
		clear(w.bytes)
		w.rows = 0
	}
	w.rows += b.rows
	for i := range b.columns {
		w.bytes[i] += len(b.columns[i].plain.texts)
	}
	return nil
}

// plainWriter hides the other methods of a writer: the library would close it.
type plainWriter struct{ w io.Writer }

func (p plainWriter) Write(b []byte) (int, error) { return p.w.Write(b) }
