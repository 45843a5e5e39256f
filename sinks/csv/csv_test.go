package csv_test

import (
	stdcsv "encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/sinks/csv"
	"github.com/tongket/tongket/sinks/sinktest"
)

func TestPromises(t *testing.T) {
	sinktest.Promises(t, func(f fsys.FS, dir string) sinktest.Sink { return csv.New(f, dir) })
}

func TestGuard(t *testing.T) {
	for text, want := range map[string]string{
		"43 đồng chí":     "43 đồng chí",
		"đạt 15% trở lên": "đạt 15% trở lên",
		"":                "",
		"=1+1":            "'=1+1",
		"+84 24":          "'+84 24",
		"-5 điểm":         "'-5 điểm",
		"@SUM(A1)":        "'@SUM(A1)",
		"  =1+1":          "'  =1+1",   // blanks are stripped by some programs
		"\"=1+1\"":        "'\"=1+1\"", // quotation marks too
		"\t=1+1":          "'\t=1+1",
		"＝1+1":            "'＝1+1", // full width, taken for = in East Asian settings
		"\r=1":            "'\r=1",
	} {
		if got := csv.Guard(text); got != want {
			t.Errorf("Guard(%q) = %q, want %q", text, got, want)
		}
	}
}

// No cell of a file begins with what makes a formula, but for numbers.
func TestNoFormulaInFile(t *testing.T) {
	dir := t.TempDir()
	if err := csv.New(nil, dir).Write(t.Context(), sinktest.Sample()); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "measures.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(data), "\ufeffdoc_id,") {
		t.Errorf("no byte order mark and header: %q", data[:20])
	}
	records, err := stdcsv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range records[1:] {
		for _, cell := range record {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("a cell begins like a formula: %q", cell)
			}
		}
	}
}

func ExampleGuard() {
	fmt.Println(csv.Guard("=HYPERLINK(\"http://example.org\")"))
	fmt.Println(csv.Guard("Đảng bộ huyện Sông Mây"))
	// Output:
	// '=HYPERLINK("http://example.org")
	// Đảng bộ huyện Sông Mây
}
