package race_test

import (
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/tongket/tongket/cmd/bench/race"
)

func TestEveryFormatHasItsLine(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("CPU time is measured on Unix only")
	}
	var out strings.Builder
	folder := filepath.Join("..", "..", "..", "testdata", "formats")
	if err := race.Run(t.Context(), &out, []string{folder}, race.Config{Formats: []string{"doc", "txt"}}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 3 || !strings.Contains(lines[1], "doc") || !strings.Contains(lines[2], "txt") {
		t.Errorf("got\n%s", out.String())
	}
}
