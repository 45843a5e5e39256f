package whole

import (
	"bytes"
	"io"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/again"
)

// standing is the name of the file of the open table among those that stand.
func (w *Writing) standing() string {
	name := w.name + w.format.Extension
	if w.sink.folder != "" {
		name = w.sink.folder + "/" + name
	}
	return name
}

// again makes the file of the open table of the one that stands, where that was
// made of the same. What stands and cannot be read, or was changed, is made anew.
func (w *Writing) again(t *report.Table) (bool, error) {
	note, ok := w.sink.ledger.Known(w.standing(), w.of)
	if !ok {
		return false, nil
	}
	f, err := w.sink.ledger.Open(w.standing())
	if err != nil {
		return false, nil
	}
	defer f.Close()
	if !w.sink.ledger.Stands(w.standing(), f, note) {
		return false, nil
	}
	var tail bytes.Buffer // a file of which it cannot be made is written anew, so it comes first
	if w.format.Tail != nil {
		size, err := sizeOf(f)
		if err != nil || w.format.Tail(&tail, t, f, size) != nil {
			return false, nil
		}
	}
	if _, err := io.CopyBuffer(onlyWriter{w.out}, onlyReader{io.NewSectionReader(f, 0, note.Size)}, make([]byte, 1<<18)); err != nil {
		return false, err
	}
	if _, err := tail.WriteTo(w.out); err != nil {
		return false, err
	}
	w.sink.ledger.Keep(w.standing(), note)
	return true, w.out.Flush()
}

// note notes what the file was made of that is complete.
func (w *Writing) note() error {
	if w.of == "" {
		return nil
	}
	size, err := sizeOf(w.file)
	if err == nil && w.format.Body != nil {
		size, err = w.format.Body(w.file, size)
	}
	if err != nil {
		return err
	}
	sum, err := again.Sum(w.file, 0, size)
	w.sink.ledger.Keep(w.standing(), again.Note{Of: w.of, Rows: w.rows, Size: size, Sum: sum})
	return err
}

func sizeOf(f fsys.File) (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

type (
	onlyReader struct{ io.Reader }
	onlyWriter struct{ io.Writer }
)
