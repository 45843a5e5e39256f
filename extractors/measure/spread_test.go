package measure_test

import (
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
	scoretest.Halves(t, func(name string, tell bool) string {
		return scoretest.Cases(frames(t, name), func(f frame) scoretest.Diff {
			d := scoretest.Compare(f.rows, r.rows(scan.Plain(f.text), documents[f.document]), nil)
			if tell {
				printDiff(t, f, d)
			}
			return d
		})
	})
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
