package datapackage_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/csv"
	"github.com/tongket/tongket/sinks/datapackage"
	"github.com/tongket/tongket/sinks/jsonl"
	"github.com/tongket/tongket/sinks/parquet"
	"github.com/tongket/tongket/sinks/sinktest"
)

func TestPromises(t *testing.T) {
	sinktest.Promises(t, func(f fsys.FS, dir string) sinktest.Sink {
		return reading{datapackage.New(datapackage.Config{FS: f, Dir: dir})}
	})
}

// reading reads the rows first, as no description of files does: the promises
// on broken rows then hold for it too.
type reading struct{ *datapackage.Sink }

func (r reading) Write(ctx context.Context, ds report.Dataset) error {
	for _, t := range ds.Tables() {
		for _, err := range ds.Rows(t.Name) {
			if err != nil {
				return err
			}
		}
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	return r.Sink.Write(ctx, ds)
}

func described(t *testing.T) (string, datapackage.Package, []byte) {
	t.Helper()
	dir := t.TempDir()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	ds := sinktest.NewDemo(p.Tables, 4, 1)
	for _, s := range []sinktest.Sink{
		parquet.New(parquet.Config{Dir: filepath.Join(dir, "parquet")}), csv.New(nil, filepath.Join(dir, "csv")), jsonl.New(nil, filepath.Join(dir, "jsonl")),
		datapackage.New(datapackage.Config{Dir: dir, Program: "tongket", Version: "1.0.0", Run: "r1"}),
	} {
		if err := s.Write(t.Context(), ds); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, datapackage.Name))
	if err != nil {
		t.Fatal(err)
	}
	var got datapackage.Package
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	return dir, got, data
}

// Every file is listed with the size and hash that it has.
func TestHashes(t *testing.T) {
	dir, p, _ := described(t)
	files, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil || len(files) != len(p.Resources) {
		t.Errorf("%d files, %d resources, %v", len(files), len(p.Resources), err)
	}
	names := map[string]bool{}
	for _, r := range p.Resources {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(r.Path)))
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		if r.Bytes != int64(len(data)) || r.Hash != "sha256:"+hex.EncodeToString(sum[:]) {
			t.Errorf("%s: %d bytes %s", r.Path, r.Bytes, r.Hash)
		}
		if names[r.Name] {
			t.Errorf("two resources are called %s", r.Name)
		}
		names[r.Name] = true
	}
}

// Every column has a description, a title and a type; codes have labels.
func TestColumnsAreDescribed(t *testing.T) {
	_, p, _ := described(t)
	for _, r := range p.Resources {
		for _, f := range r.TableSchema.Fields {
			if f.Description == "" || f.Title == "" || f.Type == "" {
				t.Errorf("%s.%s is not described", r.Name, f.Name)
			}
			for _, c := range f.Categories {
				if c.Label == "" {
					t.Errorf("%s.%s: code %s has no label", r.Name, f.Name, c.Value)
				}
			}
		}
	}
}

// The description is what the standard asks for. The schema beside the test
// says in our words what version 2 of the standard requires of the properties
// that we use.
func TestValid(t *testing.T) {
	_, _, data := described(t)
	schema, err := jsonschema.NewCompiler().Compile("testdata/datapackage.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var doc any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Error(err)
	}
	doc.(map[string]any)["resources"].([]any)[0].(map[string]any)["path"] = "../outside"
	if schema.Validate(doc) == nil {
		t.Error("a path that leaves the package is valid")
	}
}

func Example() {
	dir, _ := os.MkdirTemp("", "package")
	defer os.RemoveAll(dir)
	ds := sinktest.Sample()
	ctx := context.Background()
	if err := jsonl.New(nil, filepath.Join(dir, "jsonl")).Write(ctx, ds); err != nil {
		fmt.Println(err)
	}
	if err := datapackage.New(datapackage.Config{Dir: dir, Program: "tongket"}).Write(ctx, ds); err != nil {
		fmt.Println(err)
	}
	data, _ := os.ReadFile(filepath.Join(dir, datapackage.Name))
	var p datapackage.Package
	_ = json.Unmarshal(data, &p)
	for _, r := range p.Resources {
		fmt.Println(r.Path, len(r.TableSchema.Fields), "columns")
	}
	// Output:
	// jsonl/documents.jsonl 9 columns
	// jsonl/measures.jsonl 8 columns
	// jsonl/tasks.jsonl 2 columns
}
