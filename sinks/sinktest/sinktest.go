// Package sinktest holds the promises that every sink keeps, as tests to call
// from the tests of each:
//
//	whole or absent     an error in the middle leaves the folder as it was
//	repeatable          the same rows give the same bytes
//	stoppable           a cancelled context ends the work with its cause
//	tidy                nothing but the outputs is left behind
//	faults              any file operation may fail: what then stands is whole
package sinktest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
	"github.com/tongket/tongket/pipeline/report"
)

// Sink is what the promises are about.
type Sink interface {
	Write(ctx context.Context, ds report.Dataset) error
}

// Promises tests the sink that in makes for a folder.
func Promises(t *testing.T, in func(f fsys.FS, dir string) Sink) {
	t.Helper()
	t.Run("repeatable", func(t *testing.T) { repeatable(t, in) })
	t.Run("whole or absent", func(t *testing.T) { wholeOrAbsent(t, in) })
	t.Run("stoppable", func(t *testing.T) { stoppable(t, in) })
	t.Run("faults", func(t *testing.T) { faults(t, in) })
	t.Run("empty dataset", func(t *testing.T) {
		dir := t.TempDir()
		if err := in(fsys.OS, dir).Write(t.Context(), &Dataset{}); err != nil {
			t.Fatal(err)
		}
		tidy(t, dir)
	})
	t.Run("no such folder can be made", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		err := in(fsys.OS, filepath.Join(file, "out")).Write(t.Context(), Sample())
		if err == nil || !strings.Contains(err.Error(), file) {
			t.Errorf("want an error that names %s, got %v", file, err)
		}
	})
}

func repeatable(t *testing.T, in func(fsys.FS, string) Sink) {
	var first map[string]string
	for range 3 {
		dir := t.TempDir()
		if err := in(fsys.OS, dir).Write(t.Context(), Sample()); err != nil {
			t.Fatal(err)
		}
		tidy(t, dir)
		sums := Sums(t, dir)
		if len(sums) == 0 {
			t.Fatal("nothing was written")
		}
		if first == nil {
			first = sums
		}
		if !maps.Equal(first, sums) {
			t.Fatalf("two runs differ:\n%v\n%v", first, sums)
		}
	}
}

func wholeOrAbsent(t *testing.T, in func(fsys.FS, string) Sink) {
	broken := errors.New("the journal broke")
	for _, table := range Sample().Tables() {
		dir := t.TempDir()
		ds := Sample()
		ds.Fails, ds.Err = table.Name, broken
		if err := in(fsys.OS, dir).Write(t.Context(), ds); !errors.Is(err, broken) {
			t.Fatalf("want the dataset's error, got %v", err)
		}
		if left := Sums(t, dir); len(left) > 0 {
			t.Errorf("%s failed in the middle, but there are files: %v", table.Name, left)
		}
		if err := in(fsys.OS, dir).Write(t.Context(), Sample()); err != nil {
			t.Fatal(err)
		}
		before := Sums(t, dir)
		if err := in(fsys.OS, dir).Write(t.Context(), ds); !errors.Is(err, broken) {
			t.Fatalf("want the dataset's error, got %v", err)
		}
		if after := Sums(t, dir); !maps.Equal(before, after) {
			t.Errorf("%s failed in the middle and touched what stood: %v, before %v", table.Name, after, before)
		}
	}
}

func stoppable(t *testing.T, in func(fsys.FS, string) Sink) {
	dir := t.TempDir()
	cause := errors.New("the user stopped it")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(cause)
	if err := in(fsys.OS, dir).Write(ctx, Sample()); !errors.Is(err, cause) {
		t.Errorf("want the cause of the cancellation, got %v", err)
	}
	if left := Sums(t, dir); len(left) > 0 {
		t.Errorf("files after cancellation: %v", left)
	}
}

// faults fails every file operation in turn: with an error of the device, and
// on a disk that fills up in the middle of a write.
func faults(t *testing.T, in func(fsys.FS, string) Sink) {
	clean := t.TempDir()
	count := fsystest.Over(fsys.OS)
	if err := in(count, clean).Write(t.Context(), Sample()); err != nil {
		t.Fatal(err)
	}
	want := Sums(t, clean)
	for i := 1; i <= count.Count(); i++ {
		for _, cause := range []error{syscall.EIO, syscall.ENOSPC} {
			dir := t.TempDir()
			f := fsystest.Over(fsys.OS)
			f.At, f.Err, f.Short = i, cause, errors.Is(cause, syscall.ENOSPC)
			err := in(f, dir).Write(t.Context(), Sample())
			if err == nil && f.Failed() != "" && !strings.Contains(f.Failed(), ".zip") && !strings.HasPrefix(f.Failed(), "remove") && !strings.HasPrefix(f.Failed(), "close") {
				t.Errorf("operation %d (%s) failed and nobody said so", i, f.Failed())
			}
			if err != nil && !errors.Is(err, cause) {
				t.Errorf("operation %d (%s): %v, want %v in it", i, f.Failed(), err, cause)
			}
			for name, sum := range Sums(t, dir) {
				if !strings.HasSuffix(name, fsys.Partial) && want[name] != sum {
					t.Errorf("operation %d (%s): %s is there and not whole", i, f.Failed(), name)
				}
			}
		}
	}
}

// tidy reports temporary files.
func tidy(t *testing.T, dir string) {
	t.Helper()
	for name := range Sums(t, dir) {
		if strings.HasPrefix(filepath.Base(name), ".") || strings.HasSuffix(name, ".part") || strings.HasSuffix(name, ".tmp") {
			t.Errorf("left behind: %s", name)
		}
	}
}

// Sums returns the SHA-256 of every file under dir by its name there.
func Sums(t *testing.T, dir string) map[string]string {
	t.Helper()
	sums := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		sum := sha256.Sum256(data)
		sums[filepath.ToSlash(name)] = hex.EncodeToString(sum[:])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sums
}

// Names returns the names of the files under dir in order.
func Names(t *testing.T, dir string) []string {
	t.Helper()
	return slices.Sorted(maps.Keys(Sums(t, dir)))
}
