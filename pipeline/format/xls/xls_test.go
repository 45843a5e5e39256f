package xls_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/xls"
	"github.com/tongket/tongket/pipeline/report"
)

func read(t *testing.T, data []byte) *report.Raw {
	t.Helper()
	raw, err := xls.New(xls.Config{}).Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// TestAFormOfLibreOffice reads a form that LibreOffice wrote as Excel 97; the
// same form stands in the tests of xlsx and odt.
func TestAFormOfLibreOffice(t *testing.T) {
	data, err := os.ReadFile("testdata/bieu.xls")
	if err != nil {
		t.Fatal(err)
	}
	raw := read(t, data)
	want := "# Biểu 1\n" +
		"1[0,0] BIỂU TỔNG HỢP\n1[0,1] \n1[0,2] \n1[0,3] \n" +
		"1[2,0 2x1] TT\n1[2,1 2x1] Tên đảng bộ\n1[2,2 1x2] Cấp ủy viên\n" +
		"1[3,2] SL\n1[3,3] %\n" +
		"1[4,0] 1\n1[4,1] An Sơn\n1[4,2] 27\n1[4,3] 17,4%\n" +
		"1[5,0] 2\n1[5,1] Hòa Mỹ\n1[5,2] 1.298\n1[5,3] \n" +
		"1[6,0] \n1[6,1] Ngày lập\n1[6,2] 05/10/2020\n1[6,3] \n" +
		"1[7,0] \n1[7,1] TRUE\n1[7,2] \n1[7,3] #DIV/0!\n" +
		"1[8,0] Ghi chó: số liệu\n1[8,1] \n1[8,2] \n1[8,3] \n" +
		"# Ẩn\n2[1,1] kín\n"
	if d := cmp.Diff(want, formattest.Text(raw.Parts)); d != "" {
		t.Error(d)
	}
	title := raw.Parts[1]
	if !title.Bold || !title.Centre || title.Runs[0].Font != ".VnTime" {
		t.Errorf("look of the title: %+v", title)
	}
	if d := cmp.Diff([]report.Note{{Code: "hidden_sheet", Text: "hidden sheet Ẩn"}}, raw.Notes); d != "" {
		t.Error(d)
	}
	for _, p := range raw.Parts {
		if strings.HasPrefix(p.Text(), "Ghi") && (p.Runs[0].Font != ".VnTime" || p.Runs[1].Font != "Arial") {
			t.Errorf("fonts of a text in two: %+v", p.Runs)
		}
	}
}

func TestACutFileGivesWhatIsLeft(t *testing.T) {
	data, err := os.ReadFile("testdata/bieu.xls")
	if err != nil {
		t.Fatal(err)
	}
	raw := read(t, data[:len(data)*3/4]) // without the directory of streams
	if len(raw.Parts) < 20 || raw.Err == nil {
		t.Errorf("got %d parts, %v", len(raw.Parts), raw.Err)
	}
}

// rec is a record of a kind with a body of numbers and bytes.
func rec(kind uint16, body ...any) []byte {
	var b []byte
	for _, x := range body {
		switch x := x.(type) {
		case uint8:
			b = append(b, x)
		case int:
			b = binary.LittleEndian.AppendUint16(b, uint16(x))
		case uint32:
			b = binary.LittleEndian.AppendUint32(b, x)
		case float64:
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
		case string:
			b = append(b, x...)
		case []byte:
			b = append(b, x...)
		}
	}
	out := binary.LittleEndian.AppendUint16(nil, kind)
	out = binary.LittleEndian.AppendUint16(out, uint16(len(b)))
	return append(out, b...)
}

// book joins globals and one sheet named "a", whose place it fills in.
func book(version int, globals, cells []byte) []byte {
	name := []byte("\x01a")
	if version == 0x600 {
		name = []byte("\x01\x00a")
	}
	head := append(rec(0x809, version, 5), globals...)
	entry := len(rec(0x85, uint32(0), 0, name))
	sheetAt := len(head) + entry + len(rec(0x0A))
	out := append(head, rec(0x85, uint32(sheetAt), 0, name)...)
	out = append(out, rec(0x0A)...)
	out = append(out, rec(0x809, version, 0x10)...)
	out = append(out, cells...)
	return append(out, rec(0x0A)...)
}

func join(records ...[]byte) []byte { return bytes.Join(records, nil) }

func TestRecords(t *testing.T) {
	sst := func(pieces ...[]byte) []byte {
		return join(append([][]byte{rec(0xFC, uint32(1), uint32(1), pieces[0])}, pieces[1:]...)...)
	}
	label := rec(0xFD, 0, 0, 0, uint32(0))
	for name, c := range map[string]struct {
		globals, cells []byte
		want           string
	}{
		"packed numbers": {nil, join(rec(0x27E, 0, 0, 0, uint32(1298<<2|2)), rec(0x27E, 0, 1, 0, uint32(1740<<2|3)), rec(0xBD, 1, 0, 0, uint32(1<<2|2), 0, uint32(2<<2|2), 1)),
			"1[0,0] 1298\n1[0,1] 17,4\n1[1,0] 1\n1[1,1] 2\n"},
		"a text that goes on in the next record, now in two bytes a letter": {
			sst([]byte("\x04\x00\x00ab"), rec(0x3C, "\x01\xa1\x01d\x00")), label, "1[0,0] abơd\n"},
		"a text with fonts and a reading aid": {
			sst([]byte("\x02\x00\x0c\x01\x00\x04\x00\x00\x00ab\x01\x00\x00\x00zzzz")), label, "1[0,0] ab\n"},
		"a formula with a text": {nil, join(rec(0x06, 0, 0, 0, "\x00\x00\x00\x00\x00\x00", 0xFFFF, 0), rec(0x04BC, 0), rec(0x207, 2, "\x00ok")), "1[0,0] ok\n"},
		"formulas with a number, a truth and an error": {nil, join(rec(0x06, 0, 0, 0, 2.5, 0), rec(0x06, 0, 1, 0, "\x01\x00\x01\x00\x00\x00", 0xFFFF, 0), rec(0x06, 0, 2, 0, "\x02\x00\x07\x00\x00\x00", 0xFFFF, 0)),
			"1[0,0] 2,5\n1[0,1] TRUE\n1[0,2] #DIV/0!\n"},
		"a date in the calendar from 1904": {join(rec(0x22, 1), rec(0xE0, 0, 14, 0, uint8(0))), rec(0x203, 0, 0, 0, 1.0), "1[0,0] 02/01/1904\n"},
		"a format of its own":              {join(rec(0x41E, 164, 4, "\x000.0%"), rec(0xE0, 0, 164, 0, uint8(0))), rec(0x203, 0, 0, 0, 0.174), "1[0,0] 17,4%\n"},
		"merged cells":                     {nil, join(rec(0x203, 0, 0, 0, 1.0), rec(0x203, 1, 1, 0, 2.0), rec(0xE5, 1, 0, 0, 0, 1)), "1[0,0 1x2] 1\n1[1,0] \n1[1,1] 2\n"},
		"a text box, and a comment":        {nil, join(rec(0x5D, 0, 0, 6), rec(0x1B6, 0, 0, 0, 0, 0, 3), rec(0x3C, "\x00box"), rec(0x5D, 0, 0, 0x19), rec(0x1B6, 0, 0, 0, 0, 0, 3), rec(0x3C, "\x00cmt"), rec(0x203, 0, 0, 0, 1.0)), "1[0,0] 1\ntext_box: box\n"},
		"a chart inside the sheet":         {nil, join(rec(0x809, 0x600, 0x20), rec(0x203, 5, 5, 0, 9.0), rec(0x0A), rec(0x203, 0, 0, 0, 1.0)), "1[0,0] 1\n"},
		"a running head":                   {nil, join(rec(0x14, 8, "\x00&CBieu 1"), rec(0x203, 0, 0, 0, 1.0)), "page_header: Bieu 1\n1[0,0] 1\n"},
	} {
		t.Run(name, func(t *testing.T) {
			raw := read(t, book(0x600, c.globals, c.cells))
			if d := cmp.Diff("# a\n"+c.want, formattest.Text(raw.Parts)); d != "" || raw.Err != nil {
				t.Error(d, raw.Err)
			}
		})
	}
}

func TestExcel5(t *testing.T) {
	font := func(name string) []byte {
		return rec(0x31, 200, 0, 0, 400, 0, uint32(0), uint8(len(name)), name)
	}
	globals := join(rec(0x42, 1258), font("Arial"), font(".VnTime"), rec(0xE0, 0, 0, 0, uint8(0)), rec(0xE0, 1, 0, 0, uint8(0)))
	cells := join(
		rec(0x204, 0, 0, 0, 5, "\xd0\xea\xcc a"),          // code page 1258: Đ ê and a combining grave
		rec(0x204, 0, 1, 1, 4, "x\xb7 \xae"),              // .VnTime: the bytes as Windows-1252 letters
		rec(0xD6, 1, 0, 0, 2, "ab", uint8(1), "\x01\x01"), // its second letter in font 1
	)
	raw := read(t, book(0x500, globals, cells))
	want := "# a\n1[0,0] Đê\u0300 a\n1[0,1] x· ®\n1[1,0] ab\n1[1,1] \n"
	if d := cmp.Diff(want, formattest.Text(raw.Parts)); d != "" {
		t.Error(d)
	}
	if got := raw.Parts[3].Runs; len(got) != 2 || got[1].Font != ".VnTime" {
		t.Errorf("fonts of a text in two: %+v", got)
	}
}

func TestRefusals(t *testing.T) {
	many := make([][]byte, 300)
	for i := range many {
		many[i] = rec(0x203, i, 0, 0, 1.0)
	}
	long := rec(0xFC, uint32(1), uint32(1), "\x00\x10\x00"+strings.Repeat("x", 0x1000))
	repeats := make([][]byte, 100)
	for i := range repeats {
		repeats[i] = rec(0xFD, i, 0, 0, uint32(0))
	}
	whole := book(0x600, nil, rec(0x203, 0, 0, 0, 1.0))
	small := xls.New(xls.Config{Limits: parts.Limits{Parts: 100, Part: 1 << 16}})
	for name, c := range map[string]struct {
		data []byte
		want report.Reason
	}{
		"no bytes":                     {nil, report.Empty},
		"no records":                   {[]byte("chữ thường thôi"), report.Damaged},
		"Excel 4":                      {rec(0x0409, 0, 0x10), report.Unsupported},
		"a password":                   {book(0x600, rec(0x2F, 1, 1, 1, strings.Repeat("x", 48)), nil), report.Locked},
		"a password of Excel 5":        {book(0x500, rec(0x2F, 1, 2), nil), report.Locked},
		"too many cells":               {book(0x600, nil, join(many...)), report.TooMany},
		"one long text in many places": {book(0x600, long, join(repeats...)), report.Expansion},
		"a cut sheet":                  {whole[:len(whole)-4], report.Truncated},
	} {
		formattest.Trouble(t, name, small, c.data, c.want)
	}
}

func TestAPasswordOfTheUser(t *testing.T) {
	// The key and proof that Excel stores for the password "abc" hidden by XOR.
	locked := book(0x600, rec(0x2F, 0, 0x514A, 0xCC1A), nil)
	if _, err := xls.New(xls.Config{}).Read(t.Context(), locked); err == nil {
		t.Error("read without a password")
	}
	raw, err := xls.New(xls.Config{Passwords: []string{"sai", "abc"}}).Read(t.Context(), locked)
	if f, ok := errors.AsType[*report.Failure](err); ok && f.Reason == report.Locked {
		t.Errorf("the right password: got %v, %v", raw, err)
	}
}

func seeds() fstest.MapFS {
	fs := fstest.MapFS{
		"raw.xls": {Data: book(0x600, join(rec(0x41E, 164, 4, "\x000.0%"), rec(0xE0, 0, 164, 0, uint8(0)), rec(0xFC, uint32(1), uint32(1), "\x04\x00\x00ab"), rec(0x3C, "\x01\xa1\x01d\x00")),
			join(rec(0xFD, 0, 0, 0, uint32(0)), rec(0x203, 0, 1, 0, 0.174), rec(0xE5, 1, 0, 0, 0, 1)))},
		"biff5.xls": {Data: book(0x500, nil, rec(0x204, 0, 0, 0, 2, "ab"))},
	}
	if data, err := os.ReadFile("testdata/bieu.xls"); err == nil {
		fs["bieu.xls"] = &fstest.MapFile{Data: data}
	}
	return fs
}

func TestPromises(t *testing.T) { formattest.Run(t, xls.New(xls.Config{}), seeds()) }

func FuzzRead(f *testing.F) {
	formattest.Fuzz(f, xls.New(xls.Config{Limits: parts.Limits{Parts: 10_000}}), seeds())
}

func Example() {
	data := book(0x600, nil, rec(0x203, 0, 0, 0, 1298.0))
	raw, err := xls.New(xls.Config{}).Read(context.Background(), data)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range raw.Parts {
		fmt.Println(p.Kind, p.Text())
	}
	// Output:
	// heading a
	// cell 1298
}
