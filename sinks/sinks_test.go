package sinks_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
	"github.com/tongket/tongket/sinks"
	"github.com/tongket/tongket/sinks/sinktest"
)

// The promises of each kind are tested in its own folder; here, that the table
// hands a run's folder and file system on.
func TestKindsWrite(t *testing.T) {
	for _, kind := range sinks.Builtin() {
		dir := t.TempDir()
		count := fsystest.Over(fsys.OS)
		if err := kind.New(sinks.Run{FS: count, Dir: dir, Program: "tongket"}).Write(t.Context(), sinktest.Sample()); err != nil {
			t.Errorf("%s: %v", kind.Name, err)
		}
		if len(sinktest.Names(t, dir)) == 0 || count.Count() == 0 {
			t.Errorf("%s: %v after %d operations", kind.Name, sinktest.Names(t, dir), count.Count())
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	_, err := sinks.Builtin().New(sinks.Run{}, "xlsx", "pdf")
	if err == nil || !strings.Contains(err.Error(), `format "pdf"`) || !strings.Contains(err.Error(), "parquet") {
		t.Errorf("want an error that names pdf and the formats, got %v", err)
	}
}

func Example() {
	dir, _ := os.MkdirTemp("", "out")
	defer os.RemoveAll(dir)
	sink, err := sinks.Builtin().New(sinks.Run{Dir: dir, Program: "tongket"}, sinks.Builtin().Default()...)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := sink.Write(context.Background(), sinktest.Sample()); err != nil {
		fmt.Println(err)
	}
	for _, pattern := range []string{"*", "*/*"} {
		files, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, f := range files {
			name, _ := filepath.Rel(dir, f)
			fmt.Println(name)
		}
	}
	// Output:
	// congress.xlsx
	// datapackage.json
	// parquet
	// parquet/documents.parquet
	// parquet/measures.parquet
	// parquet/tasks.parquet
}
