package rtf_test

import (
	"encoding/hex"
	"errors"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format/rtf"
	"github.com/tongket/tongket/pipeline/report"
)

// The two examples of the specification [MS-OXRTFCP], section 3.
var packed = map[string]string{
	"2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0": "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
	"1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0":                                       `{\rtf1 WXYZWXYZWXYZWXYZWXYZ}`,
}

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDecompress(t *testing.T) {
	for in, want := range packed {
		got, err := rtf.Decompress(unhex(t, in), 1000)
		if err != nil || string(got) != want {
			t.Errorf("%v: got %q, want %q", err, got, want)
		}
		if got, err = rtf.Decompress(unhex(t, in), 10); err != nil || string(got) != want[:10] {
			t.Errorf("with a limit: %v: got %q", err, got)
		}
		if got, err = rtf.Decompress(unhex(t, in)[:24], 1000); err != nil || !strings.HasPrefix(want, string(got)) || len(got) == 0 {
			t.Errorf("cut: %v: got %q", err, got)
		}
	}
	for in, want := range map[string]report.Reason{"00": report.Truncated, "2d0000002b0000005858585800000000": report.Damaged} {
		_, err := rtf.Decompress(unhex(t, in), 1000)
		if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != want {
			t.Errorf("%s: got %v, want %s", in, err, want)
		}
	}
}

func FuzzDecompress(f *testing.F) {
	for in := range packed {
		f.Add(unhex(f, in))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const limit = 1 << 16
		if out, _ := rtf.Decompress(data, limit); len(out) > limit {
			t.Errorf("%d bytes", len(out))
		}
	})
}
