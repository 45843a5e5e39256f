package sinktest

import (
	"iter"

	"github.com/tongket/tongket/pipeline/report"
)

// Dataset is tables with their rows in memory. The zero Dataset is empty.
type Dataset struct {
	tables []*report.Table
	rows   map[string][]report.Row
	// Err ends the rows of the table Fails after the first half of them.
	Fails string
	Err   error
}

// Add adds a table with its rows.
func (d *Dataset) Add(t *report.Table, rows ...report.Row) {
	if d.rows == nil {
		d.rows = map[string][]report.Row{}
	}
	if _, known := d.rows[t.Name]; !known {
		d.tables = append(d.tables, t)
	}
	d.rows[t.Name] = append(d.rows[t.Name], rows...)
}

// Tables returns the tables in the order of Add.
func (d *Dataset) Tables() []*report.Table { return d.tables }

// Rows yields the rows of one table.
func (d *Dataset) Rows(table string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		rows := d.rows[table]
		for i, r := range rows {
			if d.Err != nil && table == d.Fails && i >= len(rows)/2 {
				yield(report.Row{}, d.Err)
				return
			}
			r = r.Clone()
			if !yield(r, nil) {
				return
			}
			clear(r.Cells) // who keeps a row keeps a clone
		}
		if d.Err != nil && table == d.Fails && len(rows) == 0 {
			yield(report.Row{}, d.Err)
		}
	}
}

// RowOf returns a row of t with the given cells; a nil is null. It panics when
// a cell does not fit its column: the test is wrong then.
func RowOf(t *report.Table, cells ...any) report.Row {
	r := report.NewRow(t)
	for i, x := range cells {
		if v, ok := x.(report.Value); ok {
			r.Cells[i] = v
			continue
		}
		v, err := t.Columns[i].Value(x)
		if err != nil {
			panic(err)
		}
		r.Cells[i] = v
	}
	return r
}
