package journal

import (
	"slices"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
)

// Shape is a table as rows are kept: its name and its columns.
type Shape struct {
	Name    string   `json:"name"`
	Columns []string `json:"columns"`
}

// Shapes are the shapes of tables.
func Shapes(tables []*report.Table) []Shape {
	out := make([]Shape, len(tables))
	for i, t := range tables {
		out[i].Name = t.Name
		for _, c := range t.Columns {
			out[i].Columns = append(out[i].Columns, c.Name)
		}
	}
	return out
}

func (s Shape) equal(t Shape) bool { return s.Name == t.Name && slices.Equal(s.Columns, t.Columns) }

// refit returns the rows of some bytes, which are known under the former key, in
// the shapes of now; nil when those are the same. A column that was not there is
// null.
func (j *Journal) refit(id ID) ([]byte, error) {
	now := Shapes(j.tables)
	if j.keys.FormerTables == nil || slices.EqualFunc(j.keys.FormerTables, now, Shape.equal) {
		return nil, nil
	}
	frame, err := j.formerRows(id)
	if err != nil || len(frame) == 0 {
		return nil, err
	}
	f := refitting{before: j.keys.FormerTables}
	out, err := f.all(frame, j.tables, now)
	return out, damaged(err)
}

func (j *Journal) formerRows(id ID) ([]byte, error) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	i := j.index.find(id)
	if i < 0 || j.index.entries[i].flags&hasFormer == 0 || j.index.entries[i].rows.length == 0 {
		return nil, nil
	}
	return j.pack.readFrame(j.index.entries[i].rows.frame(), nil)
}

// refitting is what encoding.rows wrote, on its way to other tables.
type refitting struct {
	before   []Shape
	sections []section
	scratch  scratch
}

func (f *refitting) all(frame []byte, tables []*report.Table, now []Shape) ([]byte, error) {
	var err error
	if f.sections, err = sectionsOf(frame, len(f.before)); err != nil {
		return nil, err
	}
	var head codec.Encoder
	head.Byte(formatRows)
	head.Uint(uint64(len(tables)))
	var stored []byte
	for i, t := range tables {
		s, err := f.one(t, now[i])
		if err != nil {
			return nil, err
		}
		head.Uint(uint64(s.rows))
		head.Uint(uint64(s.raw))
		head.Uint(uint64(len(s.stored)))
		stored = append(stored, s.stored...)
	}
	return append(head.B, stored...), nil
}

// one makes the section of one table.
func (f *refitting) one(t *report.Table, now Shape) (section, error) {
	i := slices.IndexFunc(f.before, func(s Shape) bool { return s.Name == now.Name })
	if i < 0 {
		return section{}, nil
	}
	before, s := f.before[i], f.sections[i]
	if s.rows == 0 || before.equal(now) {
		return s, nil
	}
	cells, err := f.scratch.cellsOf(s, len(before.Columns))
	if err != nil {
		return section{}, err
	}
	from := make([]int, len(now.Columns))
	for k, name := range now.Columns {
		from[k] = slices.Index(before.Columns, name)
	}
	var rows []report.Row
	for old := range slices.Chunk(cells, len(before.Columns)) {
		r := report.NewRow(t)
		for k, at := range from {
			if at >= 0 {
				r.Cells[k] = old[at]
			}
		}
		rows = append(rows, r)
	}
	var e codec.Encoder
	encodeSection(&e, t, rows)
	return section{len(rows), len(e.B), stored(nil, e.B)}, nil
}
