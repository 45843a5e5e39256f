// Package scoretest scores what rules find in texts whose rows are known, and
// holds the scores in files under version control: who moves one moves it in the
// diff, on purpose.
//
// A test that uses it takes two flags: -update writes its scores anew, -misses
// prints what is wrong in the half of the texts that rules are mended by.
package scoretest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
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

// Halves scores every file of testdata/spread, a line each, and holds the lines in
// testdata/spread/scores.golden. Score gives the line of a file; it tells what is
// wrong where it may be read: in the open half, with -misses.
func Halves(t *testing.T, score func(name string, tell bool) string) {
	t.Helper()
	names, err := filepath.Glob("testdata/spread/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, name := range names {
		half := strings.TrimSuffix(filepath.Base(name), ".txt")
		fmt.Fprintf(&out, "%s: %s\n", half, score(name, *misses && strings.HasSuffix(half, "open")))
	}
	if want := Kept(t, "testdata/spread/scores.golden", out.String()); want != out.String() {
		t.Errorf("the scores are not those that are kept (-update writes them anew)\ngot:\n%swant:\n%s", out.String(), want)
	}
}

// Cases scores the cases of a file of rows: differ gives what parts a case from what
// it wants.
func Cases[C any](all []C, differ func(C) Diff) string {
	var sum Count
	whole := 0
	for _, c := range all {
		d := differ(c)
		sum = sum.Plus(d.Count)
		if d.More+d.Missing == 0 {
			whole++
		}
	}
	return fmt.Sprintf("F1 %.3f, rows %d hit %d false %d miss, %d of %d cases whole",
		sum.F1(), sum.Hit, sum.More, sum.Missing, whole, len(all))
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
