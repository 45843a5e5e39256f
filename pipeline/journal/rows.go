package journal

import (
	"errors"
	"slices"
	"sync"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
)

// ErrDamaged says that the bytes of a frame are not what was written: the disk
// lost them, or somebody changed the file. What they held must be read again.
var ErrDamaged = errors.New("frame is damaged")

// formatRows is the version of the encoding below.
const formatRows = 3

// small is the size under which a section is not worth packing.
const small = 100

// encoding is memory that packing one document after another uses again.
type encoding struct {
	head, body codec.Encoder
	packed     []byte
}

var encodings = sync.Pool{New: func() any { return &encoding{} }}

// rows writes the rows of one document, each table as a section of its own, so
// that a reader of one table unpacks no other:
//
//	version, number of tables, then per table: rows, raw length, stored length; then the sections
func (x *encoding) rows(tables []*report.Table, rows []report.Row) []byte {
	x.head.B, x.packed = x.head.B[:0], x.packed[:0]
	x.head.Byte(formatRows)
	x.head.Uint(uint64(len(tables)))
	for _, t := range tables {
		x.body.B = x.body.B[:0]
		n := encodeSection(&x.body, t, rows)
		before := len(x.packed)
		x.packed = stored(x.packed, x.body.B)
		x.head.Uint(uint64(n))
		x.head.Uint(uint64(len(x.body.B)))
		x.head.Uint(uint64(len(x.packed) - before))
	}
	x.body.Once() // lets go of the texts
	return slices.Concat(x.head.B, x.packed)
}

// document writes a document, packed.
func (x *encoding) document(d *report.Document) []byte {
	x.body.B = x.body.B[:0]
	encodeDocument(&x.body, d)
	x.packed = pack(x.packed[:0], x.body.B)
	return slices.Clone(x.packed)
}

// stored appends a section as it is kept.
func stored(to, section []byte) []byte {
	if len(section) < small {
		return append(to, section...)
	}
	return pack(to, section)
}

// encodeSection writes those of some rows that are of one table, and says how many
// they are.
func encodeSection(e *codec.Encoder, t *report.Table, rows []report.Row) (n int) {
	e.Once()
	var above []report.Value
	for _, r := range rows {
		if r.Table != t {
			continue
		}
		e.Row(r.Cells, above)
		above = r.Cells
		n++
	}
	return n
}

// scratch is memory that reading one section after another uses again.
type scratch struct {
	section []byte
	cells   []report.Value
	decoder codec.Decoder
}

// decodeSection reads the cells of n rows of so many columns, until it is called
// again.
func (s *scratch) decodeSection(section string, width, n int) ([]report.Value, error) {
	d := &s.decoder
	d.Reset(section)
	if n < 0 || n > len(section)/max(codec.RowBytes(width), 1) {
		return nil, ErrDamaged
	}
	d.Once()
	s.cells = slices.Grow(s.cells[:0], n*width)[:n*width]
	for i := range n {
		row := s.cells[i*width : (i+1)*width]
		if i == 0 {
			clear(row)
		} else {
			copy(row, s.cells[(i-1)*width:])
		}
		d.Row(row)
	}
	if d.Err() != nil {
		return nil, ErrDamaged
	}
	return s.cells, nil
}

// decodeRows reads the cells of the rows of table number i from what
// encoding.rows wrote, one row behind the other, until it is called again.
func (s *scratch) decodeRows(frame []byte, t *report.Table, i, tables int) ([]report.Value, error) {
	d := codec.Decode(string(frame[:min(len(frame), 32*(tables+1))]))
	if d.Byte() != formatRows || d.Uint() != uint64(tables) {
		return nil, ErrDamaged
	}
	var rows, raw, stored, offset int
	for n := range tables {
		r, w, s := int(d.Uint()), int(d.Uint()), int(d.Uint())
		if n == i {
			rows, raw, stored = r, w, s
		}
		if n < i {
			offset += s
		}
	}
	head := min(len(frame), 32*(tables+1)) - d.Rest()
	start := head + offset
	if d.Bad() || start < 0 || stored < 0 || stored > len(frame)-start || raw < 0 || raw > 1<<31 {
		return nil, ErrDamaged
	}
	if rows == 0 {
		return nil, nil
	}
	return s.cellsOf(section{rows, raw, frame[start : start+stored]}, len(t.Columns))
}

// section is one table of what encoding.rows wrote.
type section struct {
	rows, raw int
	stored    []byte
}

// cellsOf reads the cells of a section of so many columns, until it is called
// again.
func (s *scratch) cellsOf(x section, width int) ([]report.Value, error) {
	if x.raw < small {
		return s.decodeSection(string(x.stored), width, x.rows)
	}
	var err error
	if s.section, err = unpack(x.stored, s.section); err != nil || len(s.section) != x.raw {
		return nil, ErrDamaged
	}
	return s.decodeSection(string(s.section), width, x.rows)
}

// sectionsOf takes what encoding.rows wrote apart.
func sectionsOf(frame []byte, tables int) ([]section, error) {
	d := codec.Decode(string(frame[:min(len(frame), 32*(tables+1))]))
	begin := d.Rest()
	if d.Byte() != formatRows || d.Uint() != uint64(tables) {
		return nil, ErrDamaged
	}
	all, sizes := make([]section, tables), make([]int, tables)
	for i := range all {
		all[i].rows, all[i].raw, sizes[i] = int(d.Uint()), int(d.Uint()), int(d.Uint())
	}
	rest := frame[begin-d.Rest():]
	if d.Bad() {
		return nil, ErrDamaged
	}
	for i, size := range sizes {
		if size < 0 || size > len(rest) || all[i].raw < 0 || all[i].raw > mostUnpacked {
			return nil, ErrDamaged
		}
		all[i].stored, rest = rest[:size], rest[size:]
	}
	return all, nil
}
