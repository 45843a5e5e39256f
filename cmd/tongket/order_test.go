package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
)

// orders is how many shuffles TestOrderIndependence tries with each number of
// workers; the slow tests try 20.
func orders() int {
	if slow {
		return 20
	}
	return 1
}

// The bytes of every output are the same for any number of workers, whatever
// was read first, and for any way to part the inputs.
func TestOrderIndependence(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "in"), os.DirFS(filepath.Join("..", "..", "testdata", "reports"))); err != nil {
		t.Fatal(err)
	}
	small(t, dir, 12)
	t.Chdir(dir)
	quick := fsystest.Unsynced(fsys.OS)
	run := func(list []string, args ...string) {
		t.Helper()
		var said bytes.Buffer
		a := &app{in: strings.NewReader(strings.Join(list, "\n")), out: &said, err: &said, fs: quick}
		if status := a.run(t.Context(), append(args, "--quiet", "--formats", "xlsx,parquet,jsonl,csv")); status != 0 {
			t.Fatalf("%q: status %d: %s", args, status, said.String())
		}
	}
	run(nil, "run", "in", "-o", "whole")
	want := published(t, "whole")
	same := func(out, how string) {
		t.Helper()
		if got := published(t, out); got != want {
			t.Errorf("%s: other bytes:\n%s\nwant\n%s", how, got, want)
		}
		if err := os.RemoveAll(out); err != nil {
			t.Fatal(err)
		}
	}
	var files []string
	if err := fsys.Walk(fsys.OS, "in", func(name string, _ os.DirEntry) error {
		files = append(files, "in/"+name)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 1))
	for _, workers := range []int{1, 2, 8} {
		for n := range orders() {
			random.Shuffle(len(files), func(i, k int) { files[i], files[k] = files[k], files[i] })
			// A part is read first, in another order, so that the journal has it so.
			run(files[:len(files)*2/3], "run", "-", "-o", "out", "--workers", fmt.Sprint(workers))
			run(nil, "run", "in", "-o", "out", "--workers", fmt.Sprint(workers))
			same("out", fmt.Sprintf("%d workers, shuffle %d", workers, n))
		}
	}
	for of := 2; of <= 3; of++ {
		var parts []string
		for i := 1; i <= of; i++ {
			part := fmt.Sprintf("part%d", i)
			run(nil, "run", "in", "-o", part, "--shard", fmt.Sprintf("%d/%d", i, of), "--workers", fmt.Sprint(i))
			parts = append(parts, part)
		}
		random.Shuffle(of, func(i, k int) { parts[i], parts[k] = parts[k], parts[i] })
		run(nil, append([]string{"merge", "-o", "joined"}, parts...)...)
		same("joined", fmt.Sprintf("%d parts", of))
		for _, p := range parts {
			if err := os.RemoveAll(p); err != nil {
				t.Fatal(err)
			}
		}
	}
}
