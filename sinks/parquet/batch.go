package parquet

import (
	"fmt"
	"math"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"

	"github.com/tongket/tongket/pipeline/report"
)

// batch gathers rows as columns.
type batch struct {
	schema  *arrow.Schema
	columns []column
	habits  []habit // of the first batch; nil after
	rows    int
	most    int // rows
	longest int // texts of a column, in bytes
}

func newBatch(schema *arrow.Schema, t *report.Table) *batch {
	b := &batch{schema: schema, most: batchRows, columns: make([]column, len(t.Columns)), habits: make([]habit, len(t.Columns))}
	for i := range b.columns {
		b.columns[i] = column{Column: &t.Columns[i], kind: schema.Field(i).Type, layout: layouts[t.Columns[i].Type]}
	}
	return b
}

// full reports whether a row has no place any more.
func (b *batch) full(r report.Row) bool {
	if b.rows == b.most || b.longest <= batchBytes/2 {
		return b.rows == b.most // one text that is longer than the rest still goes in
	}
	for i := range b.columns {
		if n := len(b.columns[i].texts); n > 0 && n+len(r.Cells[i].Text()) > batchBytes {
			return true
		}
	}
	return false
}

func (b *batch) add(r report.Row) error {
	for i := range b.columns {
		c := &b.columns[i]
		if err := c.add(r.Cells[i]); err != nil {
			return err
		}
		b.longest = max(b.longest, len(c.texts))
	}
	for i := range b.habits {
		if t := b.columns[i].Type; t != report.TypeCode && t != report.TypeBoolean { // what they repeat is known
			b.habits[i].note(r.Cells[i])
		}
	}
	b.rows++
	return nil
}

// learned returns what the rows so far told of each column, and stops watching.
func (b *batch) learned() []habit {
	h := b.habits
	b.habits, b.most = nil, laterRows
	return h
}

// record returns the rows, of which the batch then has none. It is valid until
// the next row is added.
func (b *batch) record() arrow.Record {
	arrays := make([]arrow.Array, len(b.columns))
	for i := range b.columns {
		arrays[i] = b.columns[i].array()
	}
	n := b.rows
	b.rows, b.longest = 0, 0
	return array.NewRecord(b.schema, arrays, int64(n))
}

// column is the values of one column as Arrow lays them out, of which one slice
// is in use: for texts the end of each and all of them in a row. Arrow's own
// builders take three times as long, because they ask at every value whether
// there is room.
type column struct {
	*report.Column
	kind    arrow.DataType
	layout  layout
	rows    int
	nulls   int
	present []byte // bits, once there is a null
	ends    []int32
	texts   []byte
	ints    []int64
	floats  []float64
	days    []int32
	truths  []byte // bits
}

// layout is which of a column's slices is in use.
type layout uint8

const (
	asTexts layout = iota
	asInts
	asFloats
	asDays
	asTruths
)

var layouts = map[report.Type]layout{
	report.TypeString: asTexts, report.TypeCode: asTexts, report.TypeInteger: asInts, report.TypeNumber: asFloats, report.TypeDate: asDays,
	report.TypeBoolean: asTruths,
}

// add takes a cell in. A value of another type than its column's, or an absent
// one where the codebook promises a value, is our bug and stops the file.
func (c *column) add(v report.Value) error {
	there, ok := !v.IsNull(), true
	switch c.layout {
	case asTexts:
		s := v.Text()
		ok = s != ""
		if c.rows == 0 {
			c.ends = append(c.ends[:0], 0)
		}
		c.texts = append(c.texts, s...)
		c.ends = append(c.ends, int32(len(c.texts)))
	case asInts:
		var n float64
		n, ok = v.Number()
		ok = ok && n == math.Trunc(n) && math.Abs(n) <= 1<<53
		c.ints = append(c.ints, int64(n))
	case asFloats:
		var n float64
		n, ok = v.Number()
		c.floats = append(c.floats, n)
	case asDays:
		var d report.Date
		day := arrow.Date32(0)
		if d, ok = v.Date(); ok {
			day = arrow.Date32FromTime(d.First())
		}
		c.days = append(c.days, int32(day))
	case asTruths:
		var x bool
		x, ok = v.Bool()
		c.truths = appendBit(c.truths, c.rows, x)
	}
	switch {
	case !there && !c.Nullable:
		return fmt.Errorf("column %s: null, but the codebook promises a value", c.Name)
	case there && !ok:
		return fmt.Errorf("column %s: %q is no %s", c.Name, v, c.Type)
	case !there && c.present == nil:
		c.present = make([]byte, 0, batchRows/8)
		for i := range c.rows {
			c.present = appendBit(c.present, i, true)
		}
	}
	if !there {
		c.nulls++
	}
	if c.present != nil {
		c.present = appendBit(c.present, c.rows, there)
	}
	c.rows++
	return nil
}

// appendBit adds bit number n to a bitmap.
func appendBit(bits []byte, n int, x bool) []byte {
	if n&7 == 0 {
		bits = append(bits, 0)
	}
	if x {
		bits[n>>3] |= 1 << (n & 7)
	}
	return bits
}

// room is how many bytes the texts of the next batch take, if they are like
// these, and an eighth more: to grow copies all of them.
func (c *column) room() int {
	if c.rows <= laterRows {
		return len(c.texts) + len(c.texts)/8
	}
	later := len(c.texts) / c.rows * laterRows // fewer rows are taken from now on
	return later + later/8
}

// array returns the values and begins anew. The writer keeps the least and the
// greatest text of a row group where they lie, so these get new room.
func (c *column) array() arrow.Array {
	buffers := []*memory.Buffer{nil}
	if c.nulls > 0 {
		buffers[0] = memory.NewBufferBytes(c.present)
	}
	switch c.layout {
	case asTexts:
		if c.rows == 0 {
			c.ends = append(c.ends[:0], 0)
		}
		buffers = append(buffers, memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(c.ends)), memory.NewBufferBytes(c.texts))
	case asInts:
		buffers = append(buffers, memory.NewBufferBytes(arrow.Int64Traits.CastToBytes(c.ints)))
	case asFloats:
		buffers = append(buffers, memory.NewBufferBytes(arrow.Float64Traits.CastToBytes(c.floats)))
	case asDays:
		buffers = append(buffers, memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(c.days)))
	case asTruths:
		buffers = append(buffers, memory.NewBufferBytes(c.truths))
	}
	data := array.NewData(c.kind, c.rows, buffers, nil, c.nulls, 0)
	if c.layout == asTexts {
		c.texts = make([]byte, 0, c.room())
	}
	c.rows, c.nulls, c.present = 0, 0, nil
	c.ends, c.ints, c.floats, c.days, c.truths = c.ends[:0], c.ints[:0], c.floats[:0], c.days[:0], c.truths[:0]
	return array.MakeFromData(data)
}
