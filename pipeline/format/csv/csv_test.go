package csv_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/csv"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

func TestTables(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"commas":                               {"TT,Tên\n1,An Sơn\n", "1[0,0] TT\n1[0,1] Tên\n1[1,0] 1\n1[1,1] An Sơn\n"},
		"semicolons, for the comma is decimal": {"Tên;Tỷ lệ\nAn Sơn;17,4\nHòa Mỹ;8,25\n", "1[0,0] Tên\n1[0,1] Tỷ lệ\n1[1,0] An Sơn\n1[1,1] 17,4\n1[2,0] Hòa Mỹ\n1[2,1] 8,25\n"},
		"tabs, with commas in the text":        {"a, b\tc\nd, e\tf", "1[0,0] a, b\n1[0,1] c\n1[1,0] d, e\n1[1,1] f\n"},
		"a separator that Excel names":         {"sep=|\r\na|b,c\r\n", "1[0,0] a\n1[0,1] b,c\n"},
		"quotes, line ends and quotes in them": {"\"a, \"\"b\"\"\nc\",d\n1,2\n", "1[0,0] a, \"b\"\\nc\n1[0,1] d\n1[1,0] 1\n1[1,1] 2\n"},
		"a quote that never closes":            {"a,\"b\nc,d\n", "1[0,0] a\n1[0,1] \"b\n1[1,0] c\n1[1,1] d\n"},
		"empty cells stay, empty lines go":     {"a,,c\n\n,b,\n", "1[0,0] a\n1[0,1] \n1[0,2] c\n1[2,0] \n1[2,1] b\n1[2,2] \n"},
		"old line ends":                        {"a,b\rc,d\r", "1[0,0] a\n1[0,1] b\n1[1,0] c\n1[1,1] d\n"},
		"one column":                           {"một\nhai\n", "1[0,0] một\n1[1,0] hai\n"},
		"a byte order mark":                    {"\ufeffa,b\nc,d\n", "1[0,0] a\n1[0,1] b\n1[1,0] c\n1[1,1] d\n"},
	} {
		t.Run(name, func(t *testing.T) {
			raw, err := csv.New(csv.Config{}).Read(t.Context(), []byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, formattest.Text(raw.Parts)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestAnOldEncodingIsNoted(t *testing.T) {
	text := strings.Repeat("\xa7\xb6ng b\xe9;27\nChi b\xe9 x\xb7;15\n", 20) // "Đảng bộ", "Chi bộ xã" in TCVN3
	raw, err := csv.New(csv.Config{}).Read(t.Context(), []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(raw.Notes) != 1 || raw.Notes[0].Code != "encoding" || raw.Parts[0].Text() != "Đảng bộ" {
		t.Errorf("got %v, %q", raw.Notes, raw.Parts[0].Text())
	}
}

func TestLimits(t *testing.T) {
	small := csv.New(csv.Config{Limits: parts.Limits{Parts: 100, Part: 10_000}})
	raw, err := small.Read(t.Context(), []byte(strings.Repeat("a,b\n", 200)))
	if err != nil || len(raw.Parts) != 100 || formattest.Reason(raw.Err) != report.TooMany {
		t.Errorf("too many cells: got %v", err)
	}
	if _, err = small.Read(t.Context(), make([]byte, 20_000)); formattest.Reason(err) != report.TooLarge {
		t.Errorf("too many bytes: got %v", err)
	}
}

func seeds() fstest.MapFS {
	return fstest.MapFS{
		"a.csv": {Data: []byte("TT,Tên,\"Tỷ lệ, %\"\n1,An Sơn,\"17,4\"\n2,\"Hòa\nMỹ\",8\n")},
		"b.csv": {Data: []byte("sep=;\r\na;b\r\n")},
	}
}

func TestPromises(t *testing.T) { formattest.Run(t, csv.New(csv.Config{}), seeds()) }

func FuzzRead(f *testing.F) { formattest.Fuzz(f, csv.New(csv.Config{}), seeds()) }

func Example() {
	raw, err := csv.New(csv.Config{}).Read(context.Background(), []byte("Đơn vị;Tỷ lệ\nAn Sơn;17,4\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range raw.Parts {
		fmt.Println(p.Cell.Row, p.Cell.Col, p.Text())
	}
	// Output:
	// 0 0 Đơn vị
	// 0 1 Tỷ lệ
	// 1 0 An Sơn
	// 1 1 17,4
}
