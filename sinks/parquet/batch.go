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
	table   *report.Table
	builder *array.RecordBuilder
	habits  []habit // of the first batch; nil after
	rows    int
	bytes   []int // of the texts of each column
}

func newBatch(schema *arrow.Schema, t *report.Table) *batch {
	b := &batch{table: t, builder: array.NewRecordBuilder(memory.DefaultAllocator, schema)}
	b.builder.Reserve(batchRows)
	b.habits, b.bytes = make([]habit, len(t.Columns)), make([]int, len(t.Columns))
	return b
}

func (b *batch) release() { b.builder.Release() }

// full reports whether a row has no place any more.
func (b *batch) full(r report.Row) bool {
	if b.rows == batchRows {
		return true
	}
	for i, n := range b.bytes {
		if n > 0 && n+len(r.Cells[i].Text()) > batchBytes {
			return true
		}
	}
	return false
}

func (b *batch) add(r report.Row) error {
	for i := range b.table.Columns {
		v := r.Cells[i]
		if err := appendValue(b.builder.Field(i), &b.table.Columns[i], v); err != nil {
			return err
		}
		if b.habits != nil {
			b.habits[i].note(v)
		}
		b.bytes[i] += len(v.Text())
	}
	b.rows++
	return nil
}

// learned returns what the rows so far told of each column, and stops watching.
func (b *batch) learned() []habit {
	h := b.habits
	b.habits = nil
	return h
}

func (b *batch) record() arrow.Record {
	b.rows = 0
	clear(b.bytes)
	return b.builder.NewRecord()
}

// appendValue adds one cell. A value of another type than its column's, or an
// absent one where the codebook promises a value, is our bug and stops the
// file.
func appendValue(to array.Builder, c *report.Column, v report.Value) error {
	if v.IsNull() {
		if !c.Nullable {
			return fmt.Errorf("column %s: null, but the codebook promises a value", c.Name)
		}
		to.AppendNull()
		return nil
	}
	switch to := to.(type) {
	case *array.StringBuilder:
		if v.Text() != "" {
			to.Append(v.Text())
			return nil
		}
	case *array.Int64Builder:
		if n, ok := v.Number(); ok && n == math.Trunc(n) && math.Abs(n) <= 1<<53 {
			to.Append(int64(n))
			return nil
		}
	case *array.Float64Builder:
		if n, ok := v.Number(); ok {
			to.Append(n)
			return nil
		}
	case *array.Date32Builder:
		if d, ok := v.Date(); ok {
			to.Append(arrow.Date32FromTime(d.First()))
			return nil
		}
	case *array.BooleanBuilder:
		if x, ok := v.Bool(); ok {
			to.Append(x)
			return nil
		}
	}
	return fmt.Errorf("column %s: %q is no %s", c.Name, v, c.Type)
}
