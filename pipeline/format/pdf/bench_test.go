package pdf

import (
	"os"
	"testing"
)

// BenchmarkRead reads the file that $TONGKET_PDF names, or the report of
// testdata.
func BenchmarkRead(b *testing.B) {
	name := os.Getenv("TONGKET_PDF")
	if name == "" {
		name = "testdata/bao-cao.pdf"
	}
	data, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	r := New(Config{})
	if _, err := r.Read(b.Context(), data); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Read(b.Context(), data); err != nil {
			b.Fatal(err)
		}
	}
}
