package format

import "testing"

// A media type has one reader: of two the last one listed would read in silence.
func TestEveryMediaTypeHasOneReader(t *testing.T) {
	for _, whole := range []bool{false, true} {
		seen := map[string]bool{}
		for _, k := range (Config{}).kinds(whole, nil) {
			for _, m := range k.Media {
				if seen[m] {
					t.Errorf("two readers of %s", m)
				}
				seen[m] = true
			}
		}
	}
}
