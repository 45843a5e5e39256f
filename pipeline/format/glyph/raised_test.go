package glyph_test

import (
	"testing"

	"github.com/tongket/tongket/pipeline/format/glyph"
)

func TestRaise(t *testing.T) {
	for _, c := range []struct{ text, font, want string }{
		{"2", "", "41²"}, {"(13)", "Arial", "41(¹³)"}, {"1, 2", "", "41¹, ²"},
		{"2020", "", "412020"}, {"ngày 4", "", "41ngày 4"}, {"*", "", "41*"}, {"2", ".VnTime", "412"},
	} {
		if got := string(glyph.Raise([]byte("41"+c.text), 2, c.font)); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.text, c.font, got, c.want)
		}
	}
}
