package journal

import (
	"bytes"
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

// refit returns the rows of a content whose rows are known under the former key, but for
// some tables, in the shapes of now; nil when those stand as they are kept. A column that
// was not there is null.
func (j *Journal) refit(c *Content) ([]byte, error) {
	now := Shapes(j.tables)
	before := j.keys.FormerTables
	if before == nil {
		before = now
	}
	if c.Anew == nil && slices.EqualFunc(before, now, Shape.equal) {
		return nil, nil
	}
	frame, err := j.formerRows(c.ID)
	if err != nil || len(frame) == 0 && c.Anew == nil {
		return nil, err
	}
	f := refitting{before: before, anew: c.Anew, rows: c.Rows}
	out, err := f.all(frame, j.tables, now)
	if bytes.Equal(out, frame) {
		out = nil
	}
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
	anew     []string // tables whose rows do not stand
	rows     []report.Row
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
	if slices.Contains(f.anew, t.Name) {
		return sectionOf(t, f.rows), nil
	}
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
	return sectionOf(t, rows), nil
}

// sectionOf makes the section of a table of those of some rows that are of it.
func sectionOf(t *report.Table, rows []report.Row) section {
	var e codec.Encoder
	n := encodeSection(&e, t, rows)
	return section{n, len(e.B), stored(nil, e.B)}
}
