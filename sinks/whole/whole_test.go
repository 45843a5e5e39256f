package whole_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
	"github.com/tongket/tongket/sinks/whole"
)

// While the contents are brought to the disk nothing has its name yet: a fault
// there leaves the folder as it was.
func TestNothingBeforeAllIsOnTheDisk(t *testing.T) {
	count := fsystest.Over(fsys.OS)
	if err := two(count, t.TempDir()); err != nil {
		t.Fatal(err)
	}
	renamed := false
	for i, operation := range count.Log() {
		renamed = renamed || len(operation) > 6 && operation[:6] == "rename"
		dir := t.TempDir()
		f := fsystest.Over(fsys.OS)
		f.At, f.Err = i+1, syscall.EIO
		err := two(f, dir)
		entries, _ := os.ReadDir(dir)
		if !renamed && errors.Is(err, syscall.EIO) {
			for _, e := range entries {
				if filepath.Ext(e.Name()) != fsys.Partial {
					t.Errorf("%s failed, and %s is there", operation, e.Name())
				}
			}
		}
	}
}

func two(f fsys.FS, dir string) error {
	s := whole.In(f, dir)
	defer s.Drop()
	for _, name := range []string{"a", "b"} {
		w, err := s.Create(name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, name); err != nil {
			return err
		}
	}
	return s.Publish()
}

func Example() {
	dir, _ := os.MkdirTemp("", "whole")
	defer os.RemoveAll(dir)
	s := whole.In(nil, dir)
	defer s.Drop()
	w, _ := s.Create("measures.jsonl")
	_, _ = io.WriteString(w, "{}\n")
	_, err := os.Stat(filepath.Join(dir, "measures.jsonl"))
	fmt.Println("before:", err == nil)
	_ = s.Publish()
	_, err = os.Stat(filepath.Join(dir, "measures.jsonl"))
	fmt.Println("after:", err == nil)
	// Output:
	// before: false
	// after: true
}
