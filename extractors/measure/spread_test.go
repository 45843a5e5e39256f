package measure_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
)

var (
	update = flag.Bool("update", false, "write testdata/spread/scores.golden anew")
	misses = flag.Bool("misses", false, "print what is missed of the open half")
)

// The cases of testdata/spread go through bodies, attributes, statistics
// and phases of the codebook in as many constructions as came to mind, written
// with their rows before the rules were tried on them. Every second one was put
// aside in the check half: rules are mended by the open half, and the check half
// is only counted, so that it says what mending is worth beyond the cases at hand. Each number is a
// batch of its own, written when the one before was worn.
func TestSpread(t *testing.T) {
	r := newReading(t)
	var out strings.Builder
	names, err := filepath.Glob("testdata/spread/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		var hit, false_, miss, whole int
		half := strings.TrimSuffix(filepath.Base(name), ".txt")
		all := frames(t, name)
		for _, f := range all {
			h, fa, m := spread(t, r, f, *misses && strings.HasSuffix(half, "open"))
			hit, false_, miss = hit+h, false_+fa, miss+m
			if fa+m == 0 {
				whole++
			}
		}
		fmt.Fprintf(&out, "%s: F1 %.3f, rows %d hit %d false %d miss, %d of %d cases whole\n",
			half, 2*float64(hit)/float64(2*hit+false_+miss), hit, false_, miss, whole, len(all))
	}
	if *update {
		if err := os.WriteFile("testdata/spread/scores.golden", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/spread/scores.golden")
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != out.String() {
		t.Errorf("scores moved; if on purpose, run go test ./extractors/measure -run Spread -update\ngot:\n%swant:\n%s", out.String(), want)
	}
}

// spread counts the rows of a case that are hit, false and missed.
func spread(t *testing.T, r reading, f frame, print bool) (hit, false_, miss int) {
	got := r.rows(scan.Plain(f.text), documents[f.document])
	for _, w := range f.rows {
		if i := slices.Index(got, w); i >= 0 {
			got = slices.Delete(got, i, i+1)
			hit++
			continue
		}
		miss++
		if print {
			t.Logf("@%s %s\n  missing  %s", f.document, f.text, w)
		}
	}
	for _, g := range got {
		if print {
			t.Logf("@%s %s\n  unwanted %s", f.document, f.text, g)
		}
	}
	return hit, len(got), miss
}
