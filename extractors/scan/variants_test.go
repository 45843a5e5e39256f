package scan

import (
	"slices"
	"testing"
)

func TestVariants(t *testing.T) {
	for phrase, want := range map[string][]string{
		"đúng quy định":             {"đúng quy định"},
		"{không|chưa} để {|xảy ra}": {"không để", "không để xảy ra", "chưa để", "chưa để xảy ra"},
		"còn {rất |}ít":             {"còn rất ít", "còn ít"},
		"một { dấu":                 {"một { dấu"},
	} {
		if got := Variants(phrase); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", phrase, got, want)
		}
	}
}
