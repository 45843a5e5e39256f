package journal

import (
	"fmt"

	"github.com/klauspost/compress/zstd"

	"github.com/tongket/tongket/pipeline/report"
)

// formatRows is the version of the encoding below.
const formatRows = 1

// small is the size under which a section is not worth compressing: zstd's own
// frame takes some 20 bytes.
const small = 200

// encodeRows writes the rows of one document, each table as a section of its
// own, so that a reader of one table unpacks no other:
//
//	version, number of tables, then per table: rows, raw length, stored length; then the sections
func encodeRows(z *zstd.Encoder, tables []*report.Table, rows []report.Row) []byte {
	byTable := make(map[*report.Table][]report.Row, len(tables))
	for _, r := range rows {
		byTable[r.Table] = append(byTable[r.Table], r)
	}
	head := encoder{}
	head.byte(formatRows)
	head.uint(uint64(len(tables)))
	var sections []byte
	for _, t := range tables {
		var e encoder
		e.section(byTable[t])
		before := len(sections)
		if len(e.b) < small {
			sections = append(sections, e.b...)
		} else {
			sections = z.EncodeAll(e.b, sections)
		}
		head.uint(uint64(len(byTable[t])))
		head.uint(uint64(len(e.b)))
		head.uint(uint64(len(sections) - before))
	}
	return append(head.b, sections...)
}

// decodeRows reads the rows of table number i from what encodeRows wrote.
func decodeRows(z *zstd.Decoder, frame []byte, t *report.Table, i, tables int) ([]report.Row, error) {
	d := decoder{s: string(frame[:min(len(frame), 32*(tables+1))])}
	if d.byte() != formatRows || d.uint() != uint64(tables) {
		return nil, errFrame
	}
	var rows, raw, stored, offset int
	for n := range tables {
		r, w, s := int(d.uint()), int(d.uint()), int(d.uint())
		if n == i {
			rows, raw, stored = r, w, s
		}
		if n < i {
			offset += s
		}
	}
	head := min(len(frame), 32*(tables+1)) - len(d.s)
	start := head + offset
	if d.bad || start < 0 || stored < 0 || start+stored > len(frame) || raw < 0 || raw > 1<<31 {
		return nil, errFrame
	}
	if rows == 0 {
		return nil, nil
	}
	section := frame[start : start+stored]
	if raw >= small {
		var err error
		if section, err = z.DecodeAll(section, make([]byte, 0, raw)); err != nil {
			return nil, fmt.Errorf("%w: %w", errFrame, err)
		}
	}
	s := decoder{s: string(section)}
	out := s.rows(t, rows)
	return out, s.err()
}
