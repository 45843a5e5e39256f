// Package scoretest scores what rules find in texts whose rows are known, and
// holds the scores in files under version control: who moves one moves it in the
// diff, on purpose.
//
// A test that uses it takes two flags: -update writes its scores anew, -misses
// prints what is wrong in the half of the texts that rules are mended by.
package scoretest

import (
	"flag"
	"os"
	"slices"
	"testing"
)

var (
	update = flag.Bool("update", false, "write the files of scores anew")
	misses = flag.Bool("misses", false, "print what is missed and what is too many in the open half")
)

// Misses reports whether what is wrong in the open half is to be printed.
func Misses() bool { return *misses }

// Count is how rows compare with those that are wanted.
type Count struct{ Hit, More, Missing int }

// Plus adds the rows of another text.
func (c Count) Plus(o Count) Count {
	return Count{c.Hit + o.Hit, c.More + o.More, c.Missing + o.Missing}
}

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	if c.Hit == 0 {
		return 0
	}
	return 2 * float64(c.Hit) / float64(2*c.Hit+c.More+c.Missing)
}

// Diff is what parts the rows that were got from those that are wanted.
type Diff struct {
	Count
	TooMany, Missed []string
}

// Compare finds each wanted row once among those that were got. Rows of either may
// be there or not.
func Compare(want, got, either []string) (d Diff) {
	d.Missed = slices.Clone(want)
	for _, g := range got {
		switch i := slices.Index(d.Missed, g); {
		case i >= 0:
			d.Missed = slices.Delete(d.Missed, i, i+1)
			d.Hit++
		case !slices.Contains(either, g):
			d.TooMany = append(d.TooMany, g)
		}
	}
	d.More, d.Missing = len(d.TooMany), len(d.Missed)
	return d
}

// Kept returns the scores that a file holds. With -update it holds those of now.
func Kept(t *testing.T, file, now string) string {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
		return now
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
