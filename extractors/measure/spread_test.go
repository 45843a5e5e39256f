package measure_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/extractors/scoretest"
)

// The cases of testdata/spread go through bodies, attributes, statistics and
// phases of the codebook in as many constructions as came to mind, written with
// their rows before the rules were tried on them. Every second one was put aside
// in the check half: rules are mended by the open half, and the check half is only
// counted, so that it says what mending is worth beyond the cases at hand. Each
// number is a batch of its own, written when the one before was worn; the check half of
// an old batch is opened then, as its head says.
func TestSpread(t *testing.T) {
	r := newReading(t)
	var out strings.Builder
	names, err := filepath.Glob("testdata/spread/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		var sum scoretest.Count
		whole := 0
		half := strings.TrimSuffix(filepath.Base(name), ".txt")
		all := frames(t, name)
		for _, f := range all {
			d := scoretest.Compare(f.rows, r.rows(scan.Plain(f.text), documents[f.document]), nil)
			sum = sum.Plus(d.Count)
			if d.More+d.Missing == 0 {
				whole++
			}
			if scoretest.Misses() && strings.HasSuffix(half, "open") {
				printDiff(t, f, d)
			}
		}
		fmt.Fprintf(&out, "%s: F1 %.3f, rows %d hit %d false %d miss, %d of %d cases whole\n",
			half, sum.F1(), sum.Hit, sum.More, sum.Missing, whole, len(all))
	}
	if want := scoretest.Kept(t, "testdata/spread/scores.golden", out.String()); want != out.String() {
		t.Errorf("scores moved; if on purpose, run go test ./extractors/measure -run Spread -update\ngot:\n%swant:\n%s", out.String(), want)
	}
}

func printDiff(t *testing.T, f frame, d scoretest.Diff) {
	t.Helper()
	for _, w := range d.Missed {
		t.Logf("@%s %s\n  missing  %s", f.document, f.text, w)
	}
	for _, g := range d.TooMany {
		t.Logf("@%s %s\n  unwanted %s", f.document, f.text, g)
	}
}
