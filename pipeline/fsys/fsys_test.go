package fsys_test

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
)

// Whatever operation fails, a reader finds the old content or the new, and the
// error names the file.
func TestWriteFileWholeOrNotAtAll(t *testing.T) {
	clean := fsystest.Over(fsys.OS)
	if err := fsys.WriteFile(clean, filepath.Join(t.TempDir(), "a/b.txt"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	for _, short := range []bool{false, true} {
		for i := 1; i <= clean.Count(); i++ {
			dir := t.TempDir()
			name := filepath.Join(dir, "a", "b.txt")
			if err := fsys.WriteFile(fsys.OS, name, []byte("old")); err != nil {
				t.Fatal(err)
			}
			f := &fsystest.Faults{FS: fsys.OS, At: i, Err: syscall.ENOSPC, Short: short}
			if err := fsys.WriteFile(f, name, []byte("new")); !errors.Is(err, syscall.ENOSPC) {
				t.Errorf("%s: error %v", f.Describe(), err)
			}
			got, err := os.ReadFile(name)
			if err != nil || string(got) != "old" && string(got) != "new" {
				t.Errorf("%s: content %q, %v", f.Describe(), got, err)
			}
			if left, _ := fsystest.Leftovers(dir); len(left) > 0 {
				t.Errorf("%s: left %v", f.Describe(), left)
			}
		}
	}
}

func TestRemoveAll(t *testing.T) {
	dir := t.TempDir()
	for _, n := range []string{"x/1", "x/y/2", "z"} {
		if err := fsys.WriteFile(fsys.OS, filepath.Join(dir, n), nil); err != nil {
			t.Fatal(err)
		}
	}
	for _, n := range []string{"x", "z", "not there"} {
		if err := fsys.RemoveAll(fsys.OS, filepath.Join(dir, n)); err != nil {
			t.Error(err)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("left %v, %v", left, err)
	}
}

func ExampleWriteFile() {
	dir, _ := os.MkdirTemp("", "example")
	defer os.RemoveAll(dir)

	name := filepath.Join(dir, "run.json")
	if err := fsys.WriteFile(fsys.OS, name, []byte("{}\n")); err != nil {
		return
	}
	data, _ := fsys.ReadFile(fsys.OS, name)
	os.Stdout.Write(data)
	// Output: {}
}
