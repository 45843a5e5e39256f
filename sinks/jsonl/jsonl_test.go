package jsonl_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/jsonl"
	"github.com/tongket/tongket/sinks/sinktest"
)

func TestPromises(t *testing.T) {
	sinktest.Promises(t, func(f fsys.FS, dir string) sinktest.Sink { return jsonl.New(f, dir) })
}

// Whatever a row holds, reading its line gives the row back; only the precision
// of a partial date is in the column beside it.
func TestLinesReadBack(t *testing.T) {
	dir := t.TempDir()
	ds := sinktest.Sample()
	if err := jsonl.New(nil, dir).Write(t.Context(), ds); err != nil {
		t.Fatal(err)
	}
	for _, table := range ds.Tables() {
		data, err := os.ReadFile(filepath.Join(dir, table.Name+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		lines := bytes.Split(bytes.TrimSuffix(data, []byte("\n")), []byte("\n"))
		i := 0
		for row := range ds.Rows(table.Name) {
			got, err := report.UnmarshalRow(table, lines[i])
			if err != nil {
				t.Fatal(err)
			}
			for c := range table.Columns {
				want := row.Cells[c]
				if d, ok := want.Date(); ok {
					want = report.Day(report.Date{Year: d.Year, Month: max(d.Month, 1), Day: max(d.Day, 1), Precision: report.DayOfMonth})
				}
				if s := want.Text(); strings.ToValidUTF8(s, "") == s && !got.Cells[c].Equal(want) {
					t.Errorf("%s line %d %s: %q, want %q", table.Name, i+1, table.Columns[c].Name, got.Cells[c], want)
				}
			}
			i++
		}
	}
}

func Example() {
	dir, _ := os.MkdirTemp("", "jsonl")
	defer os.RemoveAll(dir)
	var ds sinktest.Dataset
	table := report.NewTable("tasks", report.Label{VI: "Nhiệm vụ"}, "", []report.Column{
		{Name: "text", Type: report.TypeString}, {Name: "deadline", Type: report.TypeDate, Nullable: true},
	})
	ds.Add(table, sinktest.RowOf(table, "bổ sung cấp ủy viên còn thiếu", "2025-06"), sinktest.RowOf(table, "kiện toàn ban thường vụ"))
	if err := jsonl.New(nil, dir).Write(context.Background(), &ds); err != nil {
		fmt.Println(err)
	}
	data, _ := os.ReadFile(filepath.Join(dir, "tasks.jsonl"))
	os.Stdout.Write(data)
	// Output:
	// {"text":"bổ sung cấp ủy viên còn thiếu","deadline":"2025-06-01"}
	// {"text":"kiện toàn ban thường vụ","deadline":null}
}
