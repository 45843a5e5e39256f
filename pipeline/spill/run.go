package spill

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/s2"

	"github.com/tongket/tongket/pipeline/fsys"
)

// blockBytes is the size from which a block of records is packed and written.
// With 64 KiB the files are a tenth smaller and a merge takes four times the
// memory.
const blockBytes = 16 << 10

// run is a stretch of a file with sorted records, in blocks:
//
//	length as it is, packed length, packed bytes
type run struct{ from, to int64 }

var (
	errDamaged  = errors.New("sorted file is damaged")
	errUnsorted = errors.New("records are read before they were sorted")
)

type runWriter struct {
	file   fsys.File
	at     int64
	block  []byte
	packed []byte
	there  bool // the file stands at its end
}

func (w *runWriter) add(r Record) error {
	w.block = binary.AppendUvarint(w.block, uint64(len(r.Key)))
	w.block = binary.AppendUvarint(w.block, uint64(len(r.Data)))
	w.block = append(append(w.block, r.Key...), r.Data...)
	if len(w.block) < blockBytes {
		return nil
	}
	return w.end()
}

// end writes the open block.
func (w *runWriter) end() error {
	if len(w.block) == 0 {
		return nil
	}
	if most := s2.MaxEncodedLen(len(w.block)); cap(w.packed) < 8+most {
		w.packed = make([]byte, 8+most)
	}
	w.packed = w.packed[:cap(w.packed)]
	n := len(s2.Encode(w.packed[8:], w.block))
	binary.LittleEndian.PutUint32(w.packed, uint32(len(w.block)))
	binary.LittleEndian.PutUint32(w.packed[4:], uint32(n))
	if !w.there {
		if _, err := w.file.Seek(w.at, io.SeekStart); err != nil {
			return err
		}
		w.there = true // nobody else moves it: readers say where they read
	}
	if _, err := w.file.Write(w.packed[:8+n]); err != nil {
		return err
	}
	w.at += int64(8 + n)
	w.block = w.block[:0]
	return nil
}

type runReader struct {
	file    fsys.File
	at, end int64
	order   int
	block   []byte // what is left of it
	whole   []byte
	packed  []byte
	record  Record
	done    bool
}

// before reports whether the record of h comes before that of x.
func (h *runReader) before(x *runReader) bool {
	c := bytes.Compare(h.record.Key, x.record.Key)
	return c < 0 || c == 0 && h.order < x.order
}

// next goes on to the next record.
func (h *runReader) next() error {
	if len(h.block) == 0 {
		if h.done = h.at >= h.end; h.done {
			return nil
		}
		if err := h.load(); err != nil {
			return fmt.Errorf("%s: %w", h.file.Name(), err)
		}
	}
	key, rest, ok := uvarint(h.block)
	data, rest, ok2 := uvarint(rest)
	if !ok || !ok2 || key > uint64(len(rest)) || data > uint64(len(rest))-key {
		return fmt.Errorf("%s: %w", h.file.Name(), errDamaged)
	}
	h.record = Record{rest[:key:key], rest[key : key+data]}
	h.block = rest[key+data:]
	return nil
}

// load reads the next block.
func (h *runReader) load() error {
	var head [8]byte
	if _, err := h.file.ReadAt(head[:], h.at); err != nil {
		return err
	}
	length, n := binary.LittleEndian.Uint32(head[:]), int64(binary.LittleEndian.Uint32(head[4:]))
	if h.at+8+n > h.end {
		return errDamaged
	}
	if int64(cap(h.packed)) < n {
		h.packed = make([]byte, n)
	}
	h.packed = h.packed[:n]
	if _, err := h.file.ReadAt(h.packed, h.at+8); err != nil {
		return err
	}
	if raw, err := s2.DecodedLen(h.packed); err != nil || raw != int(length) {
		return errDamaged
	}
	if cap(h.whole) < int(length) {
		h.whole = make([]byte, length)
	}
	whole, err := s2.Decode(h.whole[:cap(h.whole)], h.packed)
	if err != nil {
		return errDamaged
	}
	h.whole, h.block = whole, whole
	h.at += 8 + n
	return nil
}
