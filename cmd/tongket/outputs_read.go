package main

import (
	"context"
	"fmt"
	"iter"

	"github.com/tongket/tongket/pipeline/report"
)

// madeRun is the outputs of a run as a Dataset: what was written, read back.
// Rows have the tables of the profile at hand; a column that it lacks is left
// out, one that the run lacked is null.
type madeRun struct {
	*app
	ctx      context.Context
	dir      string
	manifest *manifest
	files    map[string]string
	profile  []*report.Table
}

// openOutputs opens the outputs of a run, whatever they hold.
func (a *app) openOutputs(ctx context.Context, dir string, profile []*report.Table) (*madeRun, error) {
	m, err := readManifest(a.fs, dir)
	if err != nil {
		return nil, &unreachable{err}
	}
	return &madeRun{app: a, ctx: ctx, dir: dir, manifest: m, files: tableFiles(a.fs, dir, m.Outputs), profile: profile}, nil
}

// openRun opens the outputs of a run, which must hold tables.
func (a *app) openRun(ctx context.Context, dir string, profile []*report.Table) (*madeRun, error) {
	p, err := a.openOutputs(ctx, dir, profile)
	if err != nil {
		return nil, err
	}
	if p.files["documents"] == "" {
		return nil, &unreachable{fmt.Errorf("%s: there is neither parquet/ nor jsonl/ to read; run with --formats xlsx,parquet", dir)}
	}
	return p, nil
}

// Tables returns the tables that were written and that the profile knows.
func (p *madeRun) Tables() []*report.Table {
	var out []*report.Table
	for _, t := range p.profile {
		if p.files[t.Name] != "" {
			out = append(out, t)
		}
	}
	return out
}

// Rows yields the rows of one table.
func (p *madeRun) Rows(table string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		for _, t := range p.Tables() {
			if t.Name != table {
				continue
			}
			for r, err := range readRows(p.ctx, p.fs, p.files[table], p.profile) {
				if err == nil {
					err = context.Cause(p.ctx)
				}
				if err != nil {
					yield(report.Row{}, &unreachable{err})
					return
				}
				if !yield(under(t, r), nil) {
					return
				}
			}
		}
	}
}

// under is a row with the columns of a table. A date that was written as a
// whole day is as precise again as the column beside it says.
func under(t *report.Table, r report.Row) report.Row {
	out := report.NewRow(t)
	for i, c := range t.Columns {
		v := r.Get(c.Name)
		if d, ok := v.Date(); ok {
			switch r.Get(c.Name + "_precision").Text() {
			case report.Year.String():
				d.Month, d.Day, d.Precision = 0, 0, report.Year
			case report.Month.String():
				d.Day, d.Precision = 0, report.Month
			}
			v = report.Day(d)
		}
		out.Cells[i] = v
	}
	return out
}

var _ report.Dataset = (*madeRun)(nil)
