package measure_test

import "testing"

// What was once read wrongly: see testdata/faults.txt.
func TestFaults(t *testing.T) {
	r := newReading(t)
	for _, f := range frames(t, "testdata/faults.txt") {
		check(t, r, f.text, documents[f.document], f.rows...)
	}
}
