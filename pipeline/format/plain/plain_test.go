package plain_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/plain"
	"github.com/tongket/tongket/pipeline/report"
)

func lines(t *testing.T, data []byte) []string {
	t.Helper()
	raw, err := plain.New(plain.Config{}).Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range raw.Parts {
		out = append(out, p.Text())
	}
	return out
}

func TestLines(t *testing.T) {
	u16 := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune("Đảng bộ\r\n\r\nhuyện Yên Lạc")) {
		u16 = append(u16, byte(u), byte(u>>8))
	}
	want := "Đảng bộ||huyện Yên Lạc"
	for why, data := range map[string]string{
		"unix line ends":    "Đảng bộ\n\nhuyện Yên Lạc\n",
		"Windows line ends": "Đảng bộ\r\n\r\nhuyện Yên Lạc\r\n\r\n",
		"old Mac line ends": "Đảng bộ\r\rhuyện Yên Lạc",
		"a byte order mark": "\ufeffĐảng bộ\n\nhuyện Yên Lạc",
		"UTF-16":            string(u16),
		"spaces at the end": "Đảng bộ  \n \t\nhuyện Yên Lạc \n",
	} {
		if got := strings.Join(lines(t, []byte(data)), "|"); got != want {
			t.Errorf("%s: got %q, want %q", why, got, want)
		}
	}
}

func TestFormFeedsArePages(t *testing.T) {
	raw, err := plain.New(plain.Config{}).Read(t.Context(), []byte("trang một\n\ftrang hai\n\f"))
	if err != nil {
		t.Fatal(err)
	}
	if raw.Pages != 2 || raw.Parts[len(raw.Parts)-1].Page != 2 {
		t.Errorf("got %d pages, %+v", raw.Pages, raw.Parts)
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		why  string
		data string
		want report.Reason
	}{
		{"no bytes", "", report.Empty},
		{"only blank lines", " \n\n\t\n", report.Empty},
		{"a program", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00", report.NoDocument},
	} {
		formattest.Trouble(t, c.why, plain.New(plain.Config{}), []byte(c.data), c.want)
	}
}

func TestTooManyLinesKeepsTheFirst(t *testing.T) {
	raw, err := plain.New(plain.Config{Limits: parts.Limits{Parts: 2}}).Read(t.Context(), []byte("a\nb\nc\n"))
	if err != nil || raw.Err == nil || len(raw.Parts) != 2 {
		t.Errorf("got %+v, %v", raw, err)
	}
}

func TestPromises(t *testing.T) {
	formattest.Run(t, plain.New(plain.Config{}), os.DirFS("testdata"))
}

func FuzzRead(f *testing.F) {
	formattest.Fuzz(f, plain.New(plain.Config{}), os.DirFS("testdata"))
}

func Example() {
	raw, err := plain.New(plain.Config{}).Read(context.Background(), []byte("BÁO CÁO\n\ntổng kết đại hội đảng bộ xã\n"))
	if err != nil {
		panic(err)
	}
	for _, p := range raw.Parts {
		fmt.Printf("%q\n", p.Text())
	}
	// Output:
	// "BÁO CÁO"
	// ""
	// "tổng kết đại hội đảng bộ xã"
}
