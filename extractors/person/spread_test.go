package person_test

import (
	"os"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/extractors/scoretest"
)

// The cases of testdata/spread were written with their rows before the rules were
// tried on them, every second one into the check half, which is only counted: it
// says what mending by the open half is worth beyond the cases at hand. "> " begins
// a text of the report of a district, ">+ " its next paragraph; the lines below are
// its rows. A line "@minutes" before it says what the document is instead.
func TestSpread(t *testing.T) {
	r := newReading(t)
	scoretest.Halves(t, func(name string, tell bool) string {
		return scoretest.Cases(spread(t, name), func(s passage) scoretest.Diff {
			id := district
			id.Type = s.kind
			d := scoretest.Compare(s.rows, r.rows(scan.Plain(s.text), id), nil)
			if tell && d.More+d.Missing > 0 {
				t.Logf("%s\n  missing  %q\n  unwanted %q", s.text, d.Missed, d.TooMany)
			}
			return d
		})
	})
}

// passage is a sentence of a document of a kind.
type passage struct {
	sentence
	kind string
}

func spread(t *testing.T, name string) (out []passage) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	kind := district.Type
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '@':
			kind = line[1:]
		case strings.HasPrefix(line, ">+ "):
			out[len(out)-1].text += "\n" + line[3:]
		case strings.HasPrefix(line, "> "):
			out = append(out, passage{sentence{text: line[2:]}, kind})
			kind = district.Type
		default:
			s := &out[len(out)-1]
			s.rows = append(s.rows, line)
		}
	}
	return out
}
