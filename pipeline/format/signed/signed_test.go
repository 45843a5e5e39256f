package signed_test

import (
	"context"
	"errors"
	"fmt"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"os"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format/signed"
	"github.com/tongket/tongket/pipeline/report"
)

func TestContent(t *testing.T) {
	for name, begins := range map[string]string{
		"bao-cao.txt.p7m": "Kính gửi: đại hội bầu 39 đồng chí.\n",
		"stream.p7m":      "Content-Type: multipart/mixed; boundary=b\r\n",
	} {
		got, err := signed.Content(t.Context(), formattest.File(t, "testdata/"+name))
		if err != nil || !strings.HasPrefix(string(got), begins) {
			t.Errorf("%s: %v, got %q", name, err, got)
		}
		if mail := signed.IsMail(got); mail != strings.HasPrefix(begins, "Content-") {
			t.Errorf("%s: is a mail: %v", name, mail)
		}
	}
}

func TestPiecesAreJoined(t *testing.T) {
	const head = "\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80\x30\x80\x02\x01\x01\x31\x00\x30\x80\x06\x01\x01\xa0\x80"
	for _, c := range []struct{ why, octets, want string }{
		{"one", "\x04\x03abc", "abc"},
		{"pieces", "\x24\x80\x04\x02ab\x04\x01c\x00\x00", "abc"},
		{"pieces of known length", "\x24\x07\x04\x02ab\x04\x01c", "abc"},
		{"pieces of pieces", "\x24\x80\x24\x04\x04\x02ab\x24\x80\x04\x01c\x00\x00\x00\x00", "abc"},
	} {
		got, err := signed.Content(t.Context(), []byte(head+c.octets+strings.Repeat("\x00\x00", 6)))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v, got %q", c.why, err, got)
		}
	}
}

func TestTroubles(t *testing.T) {
	whole := formattest.File(t, "testdata/stream.p7m")
	for _, c := range []struct {
		why  string
		data []byte
		want report.Reason
	}{
		{"encrypted", formattest.File(t, "testdata/locked.p7m"), report.Locked},
		{"a signature beside its text", formattest.File(t, "testdata/detached.p7s"), report.Empty},
		{"cut short", whole[:200], report.Truncated},
		{"something else", []byte("Kính gửi"), report.Damaged},
		{"elements inside elements", []byte(string(whole[:17]) + strings.Repeat("\x30\x80", 1<<20)), report.Truncated},
	} {
		_, err := signed.Content(t.Context(), c.data)
		if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != c.want {
			t.Errorf("%s: got %v, want %s", c.why, err, c.want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := signed.Content(ctx, whole); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func FuzzContent(f *testing.F) {
	for _, name := range []string{"bao-cao.txt.p7m", "stream.p7m", "locked.p7m", "detached.p7s"} {
		f.Add(formattest.File(f, "testdata/"+name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		content, err := signed.Content(t.Context(), data)
		switch failure, ok := errors.AsType[*report.Failure](err); {
		case err == nil && (len(content) == 0 || len(content) > len(data)):
			t.Errorf("%d bytes hold %d", len(data), len(content))
		case err != nil && (!ok || failure.Reason == report.Internal):
			t.Errorf("an error without a reason: %v", err)
		case !signed.Is(data) && err == nil:
			t.Error("read what is no signed file")
		}
	})
}

func Example() {
	data, err := os.ReadFile("testdata/bao-cao.txt.p7m")
	if err != nil {
		return
	}
	content, err := signed.Content(context.Background(), data)
	if err != nil {
		return
	}
	fmt.Print(string(content))
	// Output: Kính gửi: đại hội bầu 39 đồng chí.
}
