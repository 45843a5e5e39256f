package sheet_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/sheet"
	"github.com/tongket/tongket/pipeline/report"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		format string
		value  float64
		want   string
		why    string
	}{
		{"General", 1298, "1298", "a whole number keeps its digits"},
		{"", 0.174, "0,174", "a broken one gets a comma"},
		{"", 0.1 + 0.2, "0,3", "noise of binary numbers does not show"},
		{"", 4.0 / 23, "0,1739130435", "ten digits after the zero"},
		{"", 100.0 * 4 / 23, "17,39130435", "ten digits in all"},
		{"", -12.5, "-12,5", ""},
		{"", 31234567890, "31234567890", "a citizen's number"},
		{"", 1e30, "1,00000E+30", ""},
		{"", 0, "0", ""},
		{"0.0%", 0.174, "17,4%", "percent"},
		{"0%", 1, "100%", ""},
		{"0.00", 2.675, "2,68", "rounded as the sheet does"},
		{"0.00", 99.995, "100,00", "carried over"},
		{"#,##0", 1298, "1.298", "grouped as in Vietnam"},
		{"#,##0", 1234567.5, "1.234.568", ""},
		{"#,##0.0#", 1298, "1.298,0", "a place that may be left out is"},
		{"#,##0_);(#,##0)", -1298, "(1.298)", "a section for negative numbers"},
		{`0.0;-0.0;"-"`, 0, "-", "and one for zero"},
		{"#,##0,", 1298000, "1.298", "in thousands"},
		{"00000", 42, "00042", "leading zeros"},
		{"000-000", 123456, "123-456", "literals between digits"},
		{`0"đ/c"`, 27, "27đ/c", ""},
		{`#,##0\ [$₫-42A]`, 5000, "5.000 ₫", "currency"},
		{"[Red]0", 5, "5", "colour"},
		{"#.##", 0.5, "0,5", ""},
		{"# ?/?", 0.5, "0,5", "fractions are written with a comma"},
		{"0.00E+00", 12345, "12345", ""},
		{"@", 15, "15", "a number kept as text"},
		{";;;", 15, "", "a format that shows nothing"},
		{`"Có"`, 1, "Có", "a format that shows a word"},
	} {
		if got := sheet.ParseFormat(c.format).Number(c.value, false); got != c.want {
			t.Errorf("%v in %s: got %q, want %q (%s)", c.value, c.format, got, c.want, c.why)
		}
	}
}

func TestMoments(t *testing.T) {
	for _, c := range []struct {
		format string
		value  float64
		want   string
	}{
		{"m/d/yy", 44109, "05/10/2020"},
		{"[$-409]d\\-mmm\\-yyyy;@", 44109, "05/10/2020"},
		{"yyyy", 44109, "2020"},
		{"mm/yyyy", 44109, "10/2020"},
		{"d/m", 44109, "05/10"},
		{"dd/mm/yyyy hh:mm", 44109.5, "05/10/2020 12:00"},
		{"h:mm AM/PM", 0.75, "18:00"},
		{"[h]:mm", 1.5, "36:00"},
		{"mm:ss", 0.5 + 61.0/86400, "01:01"},
		{`"ngày" dd "tháng" mm "năm" yyyy`, 44109, "ngày 05 tháng 10 năm 2020"},
		{"m/d/yy", 1, "01/01/1900"},
		{"m/d/yy", 61, "01/03/1900"},
		{"m/d/yy", -5, "-5"},
	} {
		if got := sheet.ParseFormat(c.format).Number(c.value, false); got != c.want {
			t.Errorf("%v in %s: got %q, want %q", c.value, c.format, got, c.want)
		}
	}
	if got := sheet.ParseFormat("m/d/yy").Number(0, true); got != "01/01/1904" {
		t.Errorf("days from 1904: got %s", got)
	}
}

func write(t *testing.T, g sheet.Grid, limit int) (string, bool, error) {
	t.Helper()
	b := parts.New(limit)
	thin, err := g.Write(t.Context(), b, 1)
	return formattest.Text(b.Finish()), thin, err
}

func TestGrid(t *testing.T) {
	g := sheet.Grid{Name: "Biểu 1", Head: "Mẫu 2", Cells: []sheet.Cell{
		{Row: 2, Col: 1, Text: "TT"}, {Row: 2, Col: 2, Text: "Số lượng"},
		{Row: 3, Col: 3, Text: "%"}, {Row: 5, Col: 1, Text: "1"}, {Row: 3, Col: 2, Text: "SL"},
	}, Merged: []sheet.Area{{2, 1, 3, 1}, {2, 2, 2, 3}, {2, 2, 9, 9}}}
	got, thin, err := write(t, g, 100)
	want := "# Biểu 1\npage_header: Mẫu 2\n1[2,1 2x1] TT\n1[2,2 1x2] Số lượng\n1[3,2] SL\n1[3,3] %\n1[5,1] 1\n1[5,2] \n1[5,3] \n"
	if d := cmp.Diff(want, got); d != "" || thin || err != nil {
		t.Error(d, thin, err)
	}
}

func TestALostCellFarAwayMakesNoGrid(t *testing.T) {
	g := sheet.Grid{Name: "a"}
	for row := range int32(20) {
		g.Cells = append(g.Cells, sheet.Cell{Row: row, Text: "x"})
	}
	g.Cells = append(g.Cells, sheet.Cell{Row: 3, Col: sheet.MaxCols - 1, Text: "lạc"})
	b := parts.New(1000)
	thin, err := g.Write(t.Context(), b, 1)
	if !thin || err != nil || b.Len() != 22 {
		t.Errorf("got %d parts, thin %v, %v", b.Len(), thin, err)
	}
}

func TestTooManyCells(t *testing.T) {
	g := sheet.Grid{Name: "a"}
	for i := range int32(100) {
		g.Cells = append(g.Cells, sheet.Cell{Row: i, Text: "x"})
	}
	_, _, err := write(t, g, 50)
	if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != report.TooMany {
		t.Errorf("got %v", err)
	}
}

func FuzzFormat(f *testing.F) {
	for _, code := range []string{"#,##0.0;[Red]-0;\"x\";@", "dd/mm/yyyy h:mm:ss", "[h]:mm", "0.00E+00", "# ?/?"} {
		f.Add(code, 1234.5)
	}
	f.Fuzz(func(t *testing.T, code string, v float64) {
		n := sheet.ParseFormat(code)
		if got := n.Number(v, false); len(got) > 8*maxTestFormat+1000 {
			t.Errorf("%q of %v is %d bytes", code, v, len(got))
		}
		n.Text(code)
	})
}

const maxTestFormat = 1024

func ExampleNumberFormat() {
	fmt.Println(sheet.ParseFormat("0.0%").Number(0.174, false))
	fmt.Println(sheet.ParseFormat("#,##0").Number(1298, false))
	fmt.Println(sheet.ParseFormat("m/d/yyyy").Number(44109, false))
	// Output:
	// 17,4%
	// 1.298
	// 05/10/2020
}
