package formattest

import (
	"errors"
	"os"
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

// File returns the bytes of a file that a test needs.
func File(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Reason is the reason that an error carries, "" for none.
func Reason(err error) report.Reason {
	if f, ok := errors.AsType[*report.Failure](err); ok {
		return f.Reason
	}
	return ""
}

// Trouble fails the test unless reading ends with a reason: as an error, or
// behind what was read until then.
func Trouble(t testing.TB, why string, reader Reader, data []byte, want report.Reason) {
	t.Helper()
	raw, err := reader.Read(t.Context(), data)
	if err == nil {
		err = raw.Err
	}
	if Reason(err) != want {
		t.Errorf("%s: got %v, want %s", why, err, want)
	}
}

// Benchmark reads a file again and again.
func Benchmark(b *testing.B, reader Reader, data []byte) {
	b.Helper()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := reader.Read(b.Context(), data); err != nil {
			b.Fatal(err)
		}
	}
}
