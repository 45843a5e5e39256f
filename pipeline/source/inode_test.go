//go:build linux || darwin

package source_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/tongket/tongket/pipeline/source"
)

// A corrected version of the same length, copied over the old one with its time
// kept, is another file.
func TestStampTellsCopiesThatKeepTheTime(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.txt")
	old := time.Now().Add(-time.Hour)
	stampOf := func(content string) string {
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, old, old); err != nil {
			t.Fatal(err)
		}
		for b := range source.Open(t.Context(), []string{name}, source.Options{}) {
			return b.Stamp
		}
		return ""
	}
	first := stampOf("bầu 15 đồng chí")
	for range 1000 { // systems count this time in steps of some milliseconds
		if stampOf("bầu 17 đồng chí") != first {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("stamp %q of both", first)
}
