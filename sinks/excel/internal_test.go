package excel

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
)

func TestCut(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"báo cáo", "báo cáo", "short enough"},
		{"tổng kết đại hội", "tổng kết…", "the sign is part of the limit"},
		{"tổng kếe\u0323\u0302t", "tổng kế…", "not between a letter and its marks"},
		{"12345678🇻🇳", "12345678…", "not inside a flag"},
		{"1234567🇻🇳🇻🇳", "1234567…", "four units of a flag do not fit into one"},
		{"12👩\u200d👩\u200d👧xy", "12…", "not inside a family"},
		{"12345678𠮷", "12345678…", "a letter of two units"},
	} {
		got, was := cut(c.text, 9)
		if got != c.want || was != (c.text != c.want) {
			t.Errorf("cut(%q) = %q, %v; want %q: %s", c.text, got, was, c.want, c.why)
		}
	}
}

// Whatever the text, what is cut fits, is valid, and begins the text.
func TestCutProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		limit := rapid.IntRange(1, 40).Draw(t, "limit")
		got, was := cut(s, limit)
		if n := len(utf16.Encode([]rune(got))); n > limit || !utf8.ValidString(got) {
			t.Fatalf("%q has %d units", got, n)
		}
		if !was && got != s || was && !strings.HasPrefix(s, strings.TrimSuffix(got, "…")) {
			t.Fatalf("%q of %q", got, s)
		}
	})
}

func TestClean(t *testing.T) {
	var l losses
	for text, want := range map[string]string{
		"một\r\nhai\rba":  "một\nhai\nba",
		"a\x00b\x1fc\x7f": "abc",
		"trái \u202ephải": "trái phải",
		"hỏng \xff byte":  "hỏng \ufffd byte",
		"=1+1":            "=1+1", // stays text: cells say that they are text
		"cột\tđôi":        "cột\tđôi",
	} {
		if got := l.clean(text); got != want {
			t.Errorf("clean(%q) = %q, want %q", text, got, want)
		}
	}
	if l.Stripped != 4 || l.Cut != 0 {
		t.Errorf("%+v", l)
	}
	if got := l.clean(strings.Repeat("x", cellLimit+1)); len(got) != cellLimit-1+len("…") || l.Cut != 1 {
		t.Errorf("%d bytes, %+v", len(got), l)
	}
}

// What is looked at by its first bytes is what is looked at letter by letter.
func TestPrintable(t *testing.T) {
	for r := range rune(utf8.MaxRune + 1) {
		if s := "nữ " + string(r) + " 3"; utf8.ValidRune(r) && printable(s) == forbidden(r) {
			t.Fatalf("printable(%q) = %v", s, printable(s))
		}
	}
	for _, s := range []string{"n\xe1", "\xc2", "\xe2\x80", "\xff ba"} {
		if printable(s) {
			t.Errorf("%q is not valid", s)
		}
	}
}

func TestHyperlink(t *testing.T) {
	for target, want := range map[string]string{
		"#'Số liệu'!A5":               `HYPERLINK("#'Số liệu'!A5","x")`,
		"../2020/báo cáo \"mới\".doc": `HYPERLINK("../2020/báo cáo ""mới"".doc","x")`,
		"https://example.org/a":       `HYPERLINK("https://example.org/a","x")`,
		"file:///c:/a.doc":            `HYPERLINK("file:///c:/a.doc","x")`,
		"a.zip!b/c.docx":              `HYPERLINK("a.zip!b/c.docx","x")`,
		"javascript:alert(1)":         "",
		"mailto:a@example.org":        "",
		`\\server\share\a.doc`:        "",
		"//server/share":              "",
		"a\nb":                        "",
		"":                            "",
		strings.Repeat("á", 256):      "",
	} {
		if got := hyperlink(target, "x"); got != want {
			t.Errorf("%q: %q, want %q", target, got, want)
		}
	}
}

func TestTableName(t *testing.T) {
	for name, want := range map[string]string{"unit_results": "unit_results", "AB12": "t_AB12", "r": "t_r", "tỉnh thành": "t_nh_th_nh", "2020": "t_2020", "rows_2": "rows_2"} {
		if got := tableName(name); got != want {
			t.Errorf("tableName(%q) = %q, want %q", name, got, want)
		}
	}
}

// An escaped path that is too long is written out; what would end a path stays
// escaped.
func TestShort(t *testing.T) {
	long := "../" + strings.Repeat("%C4%90%E1%BA%A3ng/", 20) + "100%25%23.docx"
	if got := short(long); got != "../"+strings.Repeat("Đảng/", 20)+"100%25%23.docx" || hyperlink(got, "x") == "" {
		t.Errorf("%q", got)
	}
	if got := short("a%20b.docx"); got != "a%20b.docx" {
		t.Errorf("%q", got)
	}
}

// Two checksums joined are the checksum of the two texts.
func TestJoinSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.SliceOf(rapid.Byte()).Draw(t, "a"), rapid.SliceOf(rapid.Byte()).Draw(t, "b")
		want := crc32.ChecksumIEEE(append(bytes.Clone(a), b...))
		if got := joinSums(crc32.ChecksumIEEE(a), crc32.ChecksumIEEE(b), int64(len(b))); got != want {
			t.Fatalf("%08x, want %08x", got, want)
		}
	})
}

type rowsOf struct {
	table *report.Table
	rows  []report.Row
}

func (d rowsOf) Tables() []*report.Table { return []*report.Table{d.table} }

func (d rowsOf) Rows(table string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		for _, r := range d.rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// Any row of any values is read back as it was, or as a counted loss.
func TestRowsReadBack(t *testing.T) {
	table := report.NewTable("values", report.Label{VI: "Giá trị"}, "", []report.Column{
		{Name: "text", Type: report.TypeString, Nullable: true, Label: report.Label{VI: "Chữ"}},
		{Name: "number", Type: report.TypeNumber, Nullable: true, Label: report.Label{VI: "Số"}},
		{Name: "flag", Type: report.TypeBoolean, Nullable: true, Label: report.Label{VI: "Cờ"}},
		{Name: "day", Type: report.TypeDate, Nullable: true, Label: report.Label{VI: "Ngày"}},
	})
	rapid.Check(t, func(rt *rapid.T) {
		ds := rowsOf{table: table}
		for range rapid.IntRange(0, 8).Draw(rt, "rows") {
			ds.rows = append(ds.rows, drawRow(rt, table))
		}
		dir := t.TempDir()
		if err := New(Config{Dir: dir}).Write(t.Context(), ds); err != nil {
			rt.Fatal(err)
		}
		f, err := excelize.OpenFile(filepath.Join(dir, "congress.xlsx"))
		if err != nil {
			rt.Fatal(err)
		}
		defer f.Close()
		var l losses
		for i, r := range ds.rows {
			for c, v := range r.Cells {
				got, err := f.GetCellValue("Giá trị", cellName(c+1, headerRow+1+i), excelize.Options{RawCellValue: true})
				if want := expected(&l, v); err != nil || got != want {
					rt.Fatalf("row %d column %d: %q, want %q (%v)", i, c, got, want, err)
				}
			}
		}
	})
}

func drawRow(t *rapid.T, table *report.Table) report.Row {
	r := report.NewRow(table)
	if rapid.Bool().Draw(t, "has text") {
		r.Set("text", report.Text(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"=1+1", "_x0041_", "_x", "_xZZ_", " a ", "<b>&amp;]]>", "\u2063rows:0\u2063"})).Draw(t, "text")))
	}
	if rapid.Bool().Draw(t, "has number") {
		r.Set("number", report.Number(rapid.Float64().Draw(t, "number")))
	}
	if rapid.Bool().Draw(t, "has flag") {
		r.Set("flag", report.Bool(rapid.Bool().Draw(t, "flag")))
	}
	if d, ok := report.NewDate(rapid.IntRange(1850, 2100).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 31).Draw(t, "day")); ok {
		r.Set("day", report.Day(d))
	}
	return r
}

func expected(l *losses, v report.Value) string {
	if b, ok := v.Bool(); ok {
		return map[bool]string{true: "có", false: "không"}[b]
	}
	d, ok := v.Date()
	switch {
	case !ok && v.Text() != "":
		return l.clean(v.Text())
	case !ok:
		return v.String()
	case d.Year < 1900 || d.Year == 1900 && d.Month < 3:
		return d.First().Format("02/01/2006")
	}
	return fmt.Sprint(int(d.First().Sub(epoch).Hours() / 24))
}

// A sheet that is full goes on in another, directly behind it, with the same
// header and its own table.
func TestFullSheetGoesOn(t *testing.T) {
	table := report.NewTable("values", report.Label{VI: "Giá trị"}, "", []report.Column{{Name: "n", Type: report.TypeInteger, Label: report.Label{VI: "Số"}}})
	ds := rowsOf{table: table}
	for i := range 25 {
		ds.rows = append(ds.rows, report.Row{Table: table, Cells: []report.Value{report.Int(i)}})
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	spool, err := fsys.OS.OpenFile(filepath.Join(t.TempDir(), "spool"), 0o102, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer spool.Close()
	b, err := newBook(Config{}, ds, newPacker(spool))
	if err != nil {
		t.Fatal(err)
	}
	b.rowLimit = headerRow + 10
	if err := b.fill(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return b.pack })
	var out bytes.Buffer
	if err := b.file.Write(io.Discard); err != nil {
		t.Fatal(err)
	}
	if err := b.pack.finish(&out); err != nil {
		t.Fatal(err)
	}
	if err := fsys.WriteFile(fsys.OS, path, out.Bytes()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list := strings.Join(f.GetSheetList(), ", ")
	if !strings.Contains(list, "Giá trị, Giá trị (2), Giá trị (3), Bảng mã") {
		t.Errorf("sheets: %s", list)
	}
	n := 0
	for i, sheet := range []string{"Giá trị", "Giá trị (2)", "Giá trị (3)"} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows[headerRow:] {
			if r[0] != fmt.Sprint(n) {
				t.Fatalf("%s: %q, want %d", sheet, r, n)
			}
			n++
		}
		tables, err := f.GetTables(sheet)
		if err != nil || len(tables) != 1 || tables[0].Name != []string{"values", "values_2", "values_3"}[i] {
			t.Errorf("%s: tables %v, %v", sheet, tables, err)
		}
	}
	if n != 25 {
		t.Errorf("%d rows", n)
	}
}

// Whatever the text, its cell is XML that reads back as the cleaned text.
func FuzzCell(f *testing.F) {
	for _, s := range []string{"", "=1+1", "_x0041_", "a\x00b", "]]>", " x ", "<&>", "\r\n", "\u202e", strings.Repeat("ế", 40_000), "\xff"} {
		f.Add(s, "../a b.docx")
	}
	f.Fuzz(func(t *testing.T, text, target string) {
		var l losses
		c := cell{style: 3}
		l.write(&c, text)
		if x := c.looked; c.text != new(losses).clean(text) || !x.fit || x.runes != utf8.RuneCountInString(c.text) || x.plain && string(appendText(nil, c.text)) != c.text {
			t.Fatalf("%q: %q, %+v", text, c.text, x)
		}
		c.formula = hyperlink(target, c.text)
		var got struct {
			F string `xml:"f"`
			V string `xml:"v"`
			T string `xml:"is>t"`
		}
		data := appendCell(nil, &c)
		if err := xml.Unmarshal(data, &got); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		want := string(appendText(nil, c.text))
		want = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(want)
		if got.F != c.formula || got.T+got.V != want {
			t.Fatalf("%s: %q %q, want %q %q", data, got.F, got.T+got.V, c.formula, want)
		}
		if n := len(utf16.Encode([]rune(c.text))); n > cellLimit {
			t.Fatalf("%d units", n)
		}
	})
}
