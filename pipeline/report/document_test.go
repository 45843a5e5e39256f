package report

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Code points are counted alike in whatever order offsets are asked for, also in a
// text longer than what is counted at once.
func TestRunes(t *testing.T) {
	text := strings.Repeat("Đại hội đã bầu 15 đồng chí.\n", 20)
	forward, backward := NewRunes(text), NewRunes(text)
	for i := range len(text) + 1 {
		if i < len(text) && !utf8.RuneStart(text[i]) {
			continue
		}
		back := len(text) - i
		for back < len(text) && !utf8.RuneStart(text[back]) {
			back++
		}
		if got, want := forward.At(i), utf8.RuneCountInString(text[:i]); got != want {
			t.Fatalf("%d code points before byte %d, want %d", got, i, want)
		}
		if got, want := backward.At(back), utf8.RuneCountInString(text[:back]); got != want {
			t.Fatalf("%d code points before byte %d, want %d", got, back, want)
		}
	}
}
