// Package sinktest holds the promises that every sink keeps, as tests to call
// from the tests of each:
//
//	whole or absent     an error in the middle leaves the folder as it was
//	repeatable          the same rows give the same bytes
//	stoppable           a cancelled context ends the work with its cause
//	tidy                nothing but the outputs is left behind
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
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

// Sink is what the promises are about.
type Sink interface {
	Write(ctx context.Context, ds report.Dataset) error
}

// Promises tests the sink that in makes for a folder.
func Promises(t *testing.T, in func(dir string) Sink) {
	t.Helper()
	t.Run("repeatable", func(t *testing.T) { repeatable(t, in) })
	t.Run("whole or absent", func(t *testing.T) { wholeOrAbsent(t, in) })
	t.Run("stoppable", func(t *testing.T) { stoppable(t, in) })
	t.Run("empty dataset", func(t *testing.T) {
		dir := t.TempDir()
		if err := in(dir).Write(t.Context(), &Dataset{}); err != nil {
			t.Fatal(err)
		}
		tidy(t, dir)
	})
	t.Run("no such folder can be made", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		err := in(filepath.Join(file, "out")).Write(t.Context(), Sample())
		if err == nil || !strings.Contains(err.Error(), file) {
			t.Errorf("want an error that names %s, got %v", file, err)
		}
	})
}

func repeatable(t *testing.T, in func(string) Sink) {
	var first map[string]string
	for range 3 {
		dir := t.TempDir()
		if err := in(dir).Write(t.Context(), Sample()); err != nil {
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

func wholeOrAbsent(t *testing.T, in func(string) Sink) {
	broken := errors.New("the journal broke")
	for _, table := range Sample().Tables() {
		dir := t.TempDir()
		ds := Sample()
		ds.Fails, ds.Err = table.Name, broken
		if err := in(dir).Write(t.Context(), ds); !errors.Is(err, broken) {
			t.Fatalf("want the dataset's error, got %v", err)
		}
		if left := Sums(t, dir); len(left) > 0 {
			t.Errorf("%s failed in the middle, but there are files: %v", table.Name, left)
		}
		if err := in(dir).Write(t.Context(), Sample()); err != nil {
			t.Fatal(err)
		}
		before := Sums(t, dir)
		if err := in(dir).Write(t.Context(), ds); !errors.Is(err, broken) {
			t.Fatalf("want the dataset's error, got %v", err)
		}
		if after := Sums(t, dir); !maps.Equal(before, after) {
			t.Errorf("%s failed in the middle and touched what stood: %v, before %v", table.Name, after, before)
		}
	}
}

func stoppable(t *testing.T, in func(string) Sink) {
	dir := t.TempDir()
	cause := errors.New("the user stopped it")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(cause)
	if err := in(dir).Write(ctx, Sample()); !errors.Is(err, cause) {
		t.Errorf("want the cause of the cancellation, got %v", err)
	}
	if left := Sums(t, dir); len(left) > 0 {
		t.Errorf("files after cancellation: %v", left)
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
