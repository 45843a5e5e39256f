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
	"io"

	"github.com/apache/arrow/go/v17/arrow"
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
		w := &writer{config: c, table: t, schema: schemaOf(t, c), out: out}
		w.batch = newBatch(w.schema, t)
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
	file   *pqarrow.FileWriter
	bytes  []int // of the texts of each column in the open row group
	rows   int   // likewise
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
	return w.file.Close()
}

// write hands the batch over.
func (w *writer) write() error {
	b := w.batch
	if w.file == nil {
		props := properties(w.config, w.table, b.learned())
		file, err := pqarrow.NewFileWriter(w.schema, plainWriter{w.out}, props, arrowProperties())
		if err != nil {
			return err
		}
		w.file = file
	}
	if b.rows == 0 {
		return nil
	}
	w.group(b)
	return w.file.WriteBuffered(b.record())
}

func arrowProperties() pqarrow.ArrowWriterProperties {
	return pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema())
}

// group opens a new row group where the batch does not fit into the open one.
func (w *writer) group(b *batch) {
	if w.bytes == nil {
		w.bytes = make([]int, len(b.columns))
	}
	fits := w.rows+b.rows <= groupRows
	for i := range b.columns {
		fits = fits && w.bytes[i]+len(b.columns[i].texts) <= groupBytes
	}
	if !fits && w.rows > 0 {
		w.file.NewBufferedRowGroup()
		clear(w.bytes)
		w.rows = 0
	}
	w.rows += b.rows
	for i := range b.columns {
		w.bytes[i] += len(b.columns[i].texts)
	}
}

// plainWriter hides the other methods of a writer: the library would close it.
type plainWriter struct{ w io.Writer }

func (p plainWriter) Write(b []byte) (int, error) { return p.w.Write(b) }
