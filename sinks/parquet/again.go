package parquet

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/apache/arrow/go/v17/parquet/metadata"

	"github.com/tongket/tongket/pipeline/report"
)

// magic ends a file, behind the length of its footer in four bytes.
const magic = "PAR1"

// body is how much of a file is the data of its rows: all but the footer, which
// names the run.
func body(f io.ReaderAt, size int64) (int64, error) {
	var end [4 + len(magic)]byte
	if _, err := f.ReadAt(end[:], max(size-int64(len(end)), 0)); err != nil {
		return 0, err
	}
	n := size - int64(len(end)) - int64(binary.LittleEndian.Uint32(end[:]))
	if string(end[4:]) != magic || n < int64(len(magic)) {
		return 0, fmt.Errorf("no footer at the end of a file of %d bytes", size)
	}
	return n, nil
}

// footer reads what a file says of itself.
func footer(f io.ReaderAt, size int64) (*metadata.FileMetaData, error) {
	n, err := body(f, size)
	if err != nil {
		return nil, err
	}
	data := make([]byte, size-n-4-int64(len(magic)))
	if _, err := f.ReadAt(data, n); err != nil {
		return nil, err
	}
	return metadata.NewFileMetaData(data, nil)
}

// tail writes the footer of a file whose rows are those of another one: the other's
// footer, with what a file without rows says of this run.
func tail(c Config) func(io.Writer, *report.Table, io.ReaderAt, int64) error {
	return func(w io.Writer, t *report.Table, f io.ReaderAt, size int64) error {
		var blank bytes.Buffer
		empty, err := newFile(schemaOf(t, c), &blank, properties(c, t, make([]habit, len(t.Columns))))
		if err == nil {
			err = empty.Close()
		}
		if err != nil {
			return err
		}
		now, err := footer(bytes.NewReader(blank.Bytes()), int64(blank.Len()))
		if err != nil {
			return err
		}
		meta, err := footer(f, size)
		if err != nil {
			return err
		}
		meta.FileMetaData.KeyValueMetadata = now.FileMetaData.KeyValueMetadata
		n, err := meta.WriteTo(w, nil)
		if err != nil {
			return err
		}
		_, err = w.Write(append(binary.LittleEndian.AppendUint32(nil, uint32(n)), magic...))
		return err
	}
}
