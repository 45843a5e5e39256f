package parquet

import (
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/file"

	"github.com/tongket/tongket/pipeline/report"
)

// batch gathers rows as columns.
type batch struct {
	columns []column
	rows    int
	most    int                 // rows
	longest int                 // texts of a column, in bytes
	texts   []parquet.ByteArray // room for those of one column
}

func newBatch(t *report.Table) *batch {
	b := &batch{most: batchRows, columns: make([]column, len(t.Columns))}
	for i := range b.columns {
		b.columns[i] = newColumn(&t.Columns[i])
	}
	return b
}

// full reports whether a row has no place any more.
func (b *batch) full(r report.Row) bool {
	if b.rows == b.most || b.longest <= batchBytes/2 {
		return b.rows == b.most // one text that is longer than the rest still goes in
	}
	for i := range b.columns {
		if n := b.columns[i].bytes(); n > 0 && n+len(r.Cells[i].Text()) > batchBytes {
			return true
		}
	}
	return false
}

func (b *batch) add(r report.Row) error {
	for i := range b.columns {
		c := &b.columns[i]
		grown, err := c.add(&r.Cells[i])
		if err != nil {
			return err
		}
		if grown {
			b.longest = max(b.longest, c.bytes())
		}
	}
	b.rows++
	return nil
}

// learned returns what the rows so far told of each column, and stops watching.
func (b *batch) learned() []habit {
	habits := make([]habit, len(b.columns))
	for i := range b.columns {
		if h := b.columns[i].habit; h != nil {
			h.seen = b.columns[i].words.values.n
			habits[i] = *h
		}
		b.columns[i].settle()
	}
	b.most, b.texts = laterRows, make([]parquet.ByteArray, 0, batchRows)
	return habits
}

// write hands the rows over, of which the batch then has none.
func (b *batch) write(to file.BufferedRowGroupWriter) error {
	for i := range b.columns {
		w, err := to.Column(i)
		if err != nil {
			return err
		}
		if err := b.columns[i].write(w, b.texts[:0]); err != nil {
			return err
		}
	}
	b.rows, b.longest = 0, 0
	return nil
}

// renumber begins dictionaries of a new row group, with the values of the batch.
func (b *batch) renumber() {
	for i := range b.columns {
		b.columns[i].renumber()
	}
}

// end completes a row group.
func (b *batch) end(group file.BufferedRowGroupWriter) error {
	for i := range b.columns {
		w, err := group.Column(i)
		if err != nil {
			return err
		}
		if err := b.columns[i].end(w); err != nil {
			return err
		}
	}
	return group.Close()
}
