package journal

import (
	"errors"
	"slices"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
)

// errFrame says that the bytes of a frame are not what was written.
var errFrame = errors.New("frame is damaged")

// formatRows is the version of the encoding below.
const formatRows = 2

// small is the size under which a section is not worth packing.
const small = 100

// encodeRows writes the rows of one document, each table as a section of its
// own, so that a reader of one table unpacks no other:
//
//	version, number of tables, then per table: rows, raw length, stored length; then the sections
func encodeRows(tables []*report.Table, rows []report.Row) []byte {
	byTable := make(map[*report.Table][]report.Row, len(tables))
	for _, r := range rows {
		byTable[r.Table] = append(byTable[r.Table], r)
	}
	var head, e codec.Encoder
	head.Byte(formatRows)
	head.Uint(uint64(len(tables)))
	var sections []byte
	for _, t := range tables {
		e.B = e.B[:0]
		encodeSection(&e, byTable[t])
		before := len(sections)
		if len(e.B) < small {
			sections = append(sections, e.B...)
		} else {
			sections = pack(sections, e.B)
		}
		head.Uint(uint64(len(byTable[t])))
		head.Uint(uint64(len(e.B)))
		head.Uint(uint64(len(sections) - before))
	}
	return append(head.B, sections...)
}

// encodeSection writes the rows of one table. A cell that is like the one above
// it, as half of them are, is a mark.
func encodeSection(e *codec.Encoder, rows []report.Row) {
	e.Once()
	for i, r := range rows {
		for k, v := range r.Cells {
			if i > 0 && !v.IsNull() && v.Equal(rows[i-1].Cells[k]) {
				e.Same()
			} else {
				e.Value(v)
			}
		}
	}
}

// scratch is memory that reading one section after another uses again.
type scratch struct {
	frame, section []byte
	cells          []report.Value
	decoder        codec.Decoder
}

// decodeSection reads the cells of n rows of a table, until it is called again.
func (s *scratch) decodeSection(section string, t *report.Table, n int) ([]report.Value, error) {
	d, width := &s.decoder, len(t.Columns)
	d.Reset(section)
	n *= width
	if n > len(section) {
		return nil, errFrame
	}
	d.Once()
	s.cells = slices.Grow(s.cells[:0], n)[:n]
	for i := range s.cells {
		if i >= width && d.Same() {
			s.cells[i] = s.cells[i-width]
		} else {
			s.cells[i] = d.Value()
		}
	}
	if d.Err() != nil {
		return nil, errFrame
	}
	return s.cells, nil
}

// decodeRows reads the cells of the rows of table number i from what encodeRows
// wrote, one row behind the other, until it is called again.
func (s *scratch) decodeRows(frame []byte, t *report.Table, i, tables int) ([]report.Value, error) {
	d := codec.Decode(string(frame[:min(len(frame), 32*(tables+1))]))
	if d.Byte() != formatRows || d.Uint() != uint64(tables) {
		return nil, errFrame
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
	if d.Bad() || start < 0 || stored < 0 || start+stored > len(frame) || raw < 0 || raw > 1<<31 {
		return nil, errFrame
	}
	if rows == 0 {
		return nil, nil
	}
	section := frame[start : start+stored]
	if raw < small {
		return s.decodeSection(string(section), t, rows)
	}
	var err error
	if s.section, err = unpack(section, s.section); err != nil || len(s.section) != raw {
		return nil, errFrame
	}
	return s.decodeSection(string(s.section), t, rows)
}
