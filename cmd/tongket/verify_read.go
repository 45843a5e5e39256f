package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"time"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
)

// readRows yields the rows of a published table. Parquet files describe
// themselves; JSON lines take their columns from tables.
func readRows(ctx context.Context, f fsys.FS, name string, tables []*report.Table) iter.Seq2[report.Row, error] {
	base := filepath.Base(name)
	table := strings.TrimSuffix(base, filepath.Ext(base))
	rows := func(yield func(report.Row, error) bool) error {
		if filepath.Ext(base) == ".parquet" {
			return parquetRows(ctx, f, name, table, yield)
		}
		for _, t := range tables {
			if t.Name == table {
				return jsonRows(f, name, t, yield)
			}
		}
		return fmt.Errorf("the profile has no table %s; name the profile of the run with --profile", table)
	}
	return func(yield func(report.Row, error) bool) {
		if err := rows(yield); err != nil {
			yield(report.Row{}, fmt.Errorf("%s: %w", name, err))
		}
	}
}

func jsonRows(f fsys.FS, name string, t *report.Table, yield func(report.Row, error) bool) error {
	r, err := fsys.Open(f, name)
	if err != nil {
		return err
	}
	defer r.Close()
	lines := bufio.NewReaderSize(r, 1<<16)
	for {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) && len(bytes.TrimSpace(line)) == 0 {
			return nil
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		row, err := report.UnmarshalRow(t, line)
		if errors.Is(err, report.ErrColumn) {
			return fmt.Errorf("%w; name the profile of the run with --profile", err)
		}
		if err != nil {
			return err
		}
		if !yield(row, nil) {
			return nil
		}
	}
}

// parquetRows reads a Parquet file in batches. A damaged file may make the
// library panic; that is an error of the file.
func parquetRows(ctx context.Context, f fsys.FS, name, table string, yield func(report.Row, error) bool) error {
	r, err := fsys.Open(f, name)
	if err != nil {
		return err
	}
	defer r.Close()
	batches, err := openParquet(ctx, r)
	if err != nil {
		return err
	}
	defer batches.Release()
	t := tableOf(table, batches.Schema())
	for {
		more, err := nextBatch(batches)
		if err != nil {
			return err
		}
		if !more {
			break
		}
		rec := batches.Record()
		for i := range int(rec.NumRows()) {
			row := report.NewRow(t)
			for c := range t.Columns {
				row.Cells[c] = cell(rec.Column(c), i)
			}
			if !yield(row, nil) {
				return nil
			}
		}
	}
	if err := batches.Err(); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

func nextBatch(batches pqarrow.RecordReader) (more bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("damaged Parquet file: %v", p)
		}
	}()
	return batches.Next(), nil
}

func openParquet(ctx context.Context, r fsys.File) (batches pqarrow.RecordReader, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("no Parquet file: %v", p)
		}
	}()
	pf, err := file.NewParquetReader(r)
	if err != nil {
		return nil, err
	}
	fr, err := pqarrow.NewFileReader(pf, pqarrow.ArrowReadProperties{BatchSize: 4096}, memory.DefaultAllocator)
	if err != nil {
		return nil, err
	}
	return fr.GetRecordReader(ctx, nil, nil)
}

// tableOf makes a table of what a Parquet file says of its columns.
func tableOf(name string, s *arrow.Schema) *report.Table {
	var columns []report.Column
	for _, f := range s.Fields() {
		c := report.Column{Name: f.Name, Nullable: f.Nullable, Type: report.TypeString}
		if t, ok := f.Metadata.GetValue("type"); ok {
			c.Type = report.Type(t)
		}
		columns = append(columns, c)
	}
	return report.NewTable(name, report.Label{}, "", columns)
}

func cell(a arrow.Array, i int) report.Value {
	if a.IsNull(i) {
		return report.Value{}
	}
	switch a := a.(type) {
	case *array.String:
		return report.Text(a.Value(i))
	case *array.LargeString:
		return report.Text(a.Value(i))
	case *array.Dictionary:
		return cell(a.Dictionary(), a.GetValueIndex(i))
	case *array.Int64:
		return report.Number(float64(a.Value(i)))
	case *array.Float64:
		return report.Number(a.Value(i))
	case *array.Boolean:
		return report.Bool(a.Value(i))
	case *array.Date32:
		t := a.Value(i).ToTime().In(time.UTC)
		d, _ := report.NewDate(t.Year(), int(t.Month()), t.Day())
		return report.Day(d)
	}
	return report.Value{}
}
