package spill_test

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"syscall"
	"testing"

	"pgregory.net/rapid"

	"github.com/tongket/tongket/pipeline/fsys/fsystest"
	"github.com/tongket/tongket/pipeline/spill"
)

// Whatever is added comes back by key, equal keys in their order, whether it
// had room in memory or went through any number of runs; and again when it is
// read again.
func TestSorted(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		folder := spill.In(fsystest.NewMemory(), "tmp")
		s := folder.Sorter(rapid.SampledFrom([]int{1, 40, 500, 1 << 20}).Draw(rt, "share"))
		defer s.Close()
		n := rapid.IntRange(0, 400).Draw(rt, "records")
		var want []string
		for i := range n {
			key := spill.AppendString(nil, rapid.StringMatching("[a-c\x00]{0,3}").Draw(rt, "key"))
			data := fmt.Sprint(i, strings.Repeat("x", rapid.IntRange(0, 50).Draw(rt, "length")))
			if err := s.Add(key, []byte(data)); err != nil {
				rt.Fatal(err)
			}
			want = append(want, string(key)+"|"+data)
		}
		slices.SortStableFunc(want, func(a, b string) int {
			x, _, _ := strings.Cut(a, "|")
			y, _, _ := strings.Cut(b, "|")
			return strings.Compare(x, y)
		})
		if err := s.Sort(); err != nil {
			rt.Fatal(err)
		}
		for range 2 {
			if got := all(rt, s); !slices.Equal(got, want) {
				rt.Fatalf("got %q\nwant %q", got, want)
			}
			if err := s.Merge(); err != nil {
				rt.Fatal(err)
			}
		}
		var grouped []string
		for g, err := range s.Groups() {
			if err != nil {
				rt.Fatal(err)
			}
			for _, d := range g.Data {
				grouped = append(grouped, string(g.Key)+"|"+string(d))
			}
		}
		if !slices.Equal(grouped, want) {
			rt.Fatalf("groups: got %q\nwant %q", grouped, want)
		}
	})
}

func all(t rapid.TB, s *spill.Sorter) []string {
	var out []string
	for r, err := range s.All() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(r.Key)+"|"+string(r.Data))
	}
	return out
}

// Who forgets to sort hears of it.
func TestReadBeforeItIsSorted(t *testing.T) {
	s := spill.In(fsystest.NewMemory(), "tmp").Sorter(1)
	defer s.Close()
	if err := s.Add([]byte("a"), nil); err != nil {
		t.Fatal(err)
	}
	for _, err := range s.All() {
		if err == nil {
			t.Error("a record came before they were sorted")
		}
	}
}

// Keys are in the order of the values that they are made of.
func TestKeys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		if got, want := bytes.Compare(spill.AppendString(nil, a), spill.AppendString(nil, b)), strings.Compare(a, b); got != want {
			t.Fatalf("%q, %q: %d, want %d", a, b, got, want)
		}
		m, n := rapid.Int().Draw(t, "m"), rapid.Int().Draw(t, "n")
		if got, want := bytes.Compare(spill.AppendInt(nil, m), spill.AppendInt(nil, n)), cmp.Compare(m, n); got != want {
			t.Fatalf("%d, %d: %d, want %d", m, n, got, want)
		}
		x, y := rapid.Float64().Draw(t, "x"), rapid.Float64().Draw(t, "y")
		if got, want := bytes.Compare(spill.AppendFloat(nil, x), spill.AppendFloat(nil, y)), cmp.Compare(x, y); got != want {
			t.Fatalf("%g, %g: %d, want %d", x, y, got, want)
		}
	})
	if !bytes.Equal(spill.AppendFloat(nil, 0), spill.AppendFloat(nil, math.Copysign(0, -1))) {
		t.Error("-0 is not 0")
	}
}

// A disk that fails is told, wherever it fails.
func TestFaults(t *testing.T) {
	for i := 1; ; i++ {
		faulty := fsystest.Over(fsystest.NewMemory())
		faulty.At, faulty.Err = i, syscall.ENOSPC
		err := use(spill.In(faulty, "tmp"))
		if faulty.Failed() == "" {
			if err != nil {
				t.Fatal(err)
			}
			if i < 20 {
				t.Fatalf("only %d operations: nothing was spilled", i)
			}
			return
		}
		if err == nil && faulty.Failed() != "remove tmp" {
			t.Errorf("nobody heard of %s", faulty.Describe())
		}
	}
}

func use(folder *spill.Folder) (err error) {
	s := folder.Sorter(1000)
	defer func() { err = errors.Join(err, s.Close()) }()
	for i := range 300 {
		if err := s.Add(spill.AppendInt(nil, i*7%300), []byte("twenty bytes of data")); err != nil {
			return err
		}
	}
	if err := s.Sort(); err != nil {
		return err
	}
	if err := s.Merge(); err != nil {
		return err
	}
	for _, err := range s.All() {
		if err != nil {
			return err
		}
	}
	return nil
}

// What was put on a shelf is found again under its number, in the order in which
// it was put there, from memory and from the disk.
func TestShelf(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := spill.In(fsystest.NewMemory(), "tmp").Shelf(rapid.SampledFrom([]int{1, 300, 1 << 20}).Draw(rt, "share"))
		defer s.Close()
		want := map[uint64]string{}
		for range rapid.IntRange(0, 300).Draw(rt, "puts") {
			key, data := rapid.Uint64Range(0, 99).Draw(rt, "key"), rapid.StringN(0, 9, -1).Draw(rt, "data")
			if err := s.Put(key, []byte(data)); err != nil {
				rt.Fatal(err)
			}
			want[key] += data
		}
		if err := s.Seal(); err != nil {
			rt.Fatal(err)
		}
		for range 300 {
			key := rapid.Uint64Range(0, 120).Draw(rt, "get")
			if got, err := s.Get(key); err != nil || string(got) != want[key] {
				rt.Fatalf("%d: %q, %v, want %q", key, got, err, want[key])
			}
		}
	})
}
