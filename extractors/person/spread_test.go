package person_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/extractors/scoretest"
)

// The cases of testdata/spread were written with their rows before the rules were
// tried on them, every second one into the check half, which is only counted: it
// says what mending by the open half is worth beyond the cases at hand. "> " begins
// a text of the report of a district, ">+ " its next paragraph; the lines below are
// its rows.
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
		all := spread(t, name)
		for _, s := range all {
			d := scoretest.Compare(s.rows, r.rows(scan.Plain(s.text), district), nil)
			sum = sum.Plus(d.Count)
			if d.More+d.Missing == 0 {
				whole++
			} else if scoretest.Misses() && strings.HasSuffix(half, "open") {
				t.Logf("%s\n  missing  %q\n  unwanted %q", s.text, d.Missed, d.TooMany)
			}
		}
		fmt.Fprintf(&out, "%s: F1 %.3f, rows %d hit %d false %d miss, %d of %d cases whole\n",
			half, sum.F1(), sum.Hit, sum.More, sum.Missing, whole, len(all))
	}
	if want := scoretest.Kept(t, "testdata/spread/scores.golden", out.String()); want != out.String() {
		t.Errorf("scores moved; if on purpose, run go test ./extractors/person -run Spread -update\ngot:\n%swant:\n%s", out.String(), want)
	}
}

func spread(t *testing.T, name string) (out []sentence) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, ">+ "):
			out[len(out)-1].text += "\n" + line[3:]
		case strings.HasPrefix(line, "> "):
			out = append(out, sentence{text: line[2:]})
		default:
			s := &out[len(out)-1]
			s.rows = append(s.rows, line)
		}
	}
	return out
}
