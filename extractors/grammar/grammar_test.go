package grammar

import (
	"fmt"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
)

func read(text string) (*Grammar, *scan.Text) {
	b := scan.NewBuilder()
	g := New(b)
	return g, b.Build().Scan(scan.Plain(text))
}

func TestParseNumber(t *testing.T) {
	for _, c := range []struct {
		in   string
		want float64
		ok   bool
	}{
		{"1.298", 1298, true}, {"36.954", 36954, true}, {"1.141.000", 1141000, true}, {"74,9", 74.9, true},
		{"99.0", 99, true}, {"17.3", 17.3, true}, {"3442", 3442, true}, {"01", 1, true}, {"1.298,5", 1298.5, true},
		{"28.9.2020", 0, false}, {"0.125", 0.125, true}, {"1,298,000", 1298000, true}, {"", 0, false}, {"4.1400", 4.14, true},
		{"1.2,345,678", 0, false}, {"1,29,000", 0, false}, {"1.298.00", 0, false}, {"1.234.567.890.123", 1234567890123, true}, {"1.234.567.890.123.456", 0, false},
	} {
		if got, ok := ParseNumber(c.in); got != c.want || ok != c.ok {
			t.Errorf("ParseNumber(%q) = %v, %v, want %v, %v", c.in, got, ok, c.want, c.ok)
		}
	}
}

func TestFigure(t *testing.T) {
	for text, want := range map[string]float64{
		"26 vạn đảng viên": 260000, "hai bí thư": 2, "mười lăm đồng chí": 15, "hai mươi mốt": 21, "5,6 triệu": 5.6e6,
		"một trăm linh hai": 102, "14, 8 %": 14.8, "ba, bốn": 3, "mười": 10, "ba mươi tư": 34, "bảy đảng bộ": 7,
		"2020 tỷ lệ nữ": 2020, "2020 tỉ lệ": 2020, "2020 triệu tập": 2020, "12 tỷ đồng": 12e9, "3 triệu": 3e6,
	} {
		g, s := read(text)
		if f, ok := g.Figure(s, 0); !ok || f.Value != want {
			t.Errorf("Figure(%q) = %v, %v, want %v", text, f.Value, ok, want)
		}
	}
}

func TestDate(t *testing.T) {
	for text, want := range map[string]string{
		"ngày 15 tháng 02 năm 2024": "2024-02-15", "ngày 15/02/2024": "2024-02-15", "15-2-2024": "2024-02-15",
		"15.2.2024": "2024-02-15", "tháng 02 năm 2024": "2024-02", "tháng 2/2024": "2024-02", "02/2024": "2024-02",
		"năm 2024": "2024", "ngày tháng năm 2026": "2026", "ngày … tháng … năm 2026": "2026", "quý I/2025": "2025-01",
		"ngày 31/8": "/8/31", "ngày 28.9": "/9/28", "tháng 10": "/10/0", "tháng giêng năm 2021": "2021-01",
		"31/8": "none", "ngày 31/2/2024": "none", "1.298/1.311": "none", "năm 1.298": "none", "53/53": "none",
	} {
		g, s := read(text)
		got := "none"
		if w, ok := g.Date(s, 0); ok {
			got = w.Date.String()
			if w.Date.IsZero() {
				got = fmt.Sprintf("/%d/%d", w.Month, w.Day)
			}
		}
		if got != want {
			t.Errorf("Date(%q) = %s, want %s", text, got, want)
		}
	}
}

func TestTermsAndOrdinals(t *testing.T) {
	for text, want := range map[string]string{
		"nhiệm kỳ 2020 - 2025":               "[2020-2025] []",
		"khóa XIX, nhiệm kỳ 2020–2025":       "[2020-2025] [19]",
		"nhiệm kỳ 20252030":                  "[2025-2030] []",
		"lần thứ nhất, nhiệm kì 2025 - 2030": "[2025-2030] [1]",
		"lần thứ hai mươi ba":                "[] [23]",
		"Đại hội XIII của Đảng":              "[] [13]",
		"khóa 15":                            "[] [15]",
		"lần này":                            "[] []",
		"nhiệm kỳ trước":                     "[] []",
	} {
		g, s := read(text)
		n := int32(len(s.Tokens))
		terms, ordinals := []string{}, []int{}
		for _, x := range g.Terms(s, 0, n) {
			terms = append(terms, fmt.Sprintf("%d-%d", x.Start, x.End))
		}
		for _, x := range g.Ordinals(s, 0, n) {
			ordinals = append(ordinals, x.N)
		}
		if got := fmt.Sprint(terms, " ", ordinals); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestSymbolAt(t *testing.T) {
	for text, want := range map[string]string{
		"35-CT/TW": "35-CT/TW", "30 /CT-TTg của": "30/CT-TTg", "31 – HD/BTCTW": "31-HD/BTCTW", "36 - CT / TW": "36-CT/TW",
		"06 HD/TW": "06-HD/TW", "30/2020/NĐ-CP": "30/2020/NĐ-CP", "133/2020/QH14": "133/2020/QH14", "11-NQ/TƯ": "11-NQ/TW",
		"35-CT/T.Ư": "35-CT/TW", "220-QÐ/TWngày 17/4/2009": "220-QĐ/TW", "367 - QĐ/TWĐTN-VP": "367-QĐ/TWĐTN-VP",
		"1365/NQ-UBTVQH15": "1365/NQ-UBTVQH15", "12/BC-UBND": "12/BC-UBND", "53/53 phiếu": "none", "27-33 đồng chí": "none",
		"15/02/2024": "none", "18 chi bộ": "none", "1.298/1.311": "none", "08-CTr/TU": "08-CTr/TU", "45/ĐU": "none",
	} {
		_, s := read(text)
		got := "none"
		if x, ok := SymbolAt(s, 0); ok {
			got = x.Text
		}
		if got != want {
			t.Errorf("SymbolAt(%q) = %s, want %s", text, got, want)
		}
	}
}

// A term may stand in brackets alone, behind the number of its congress.
func TestTermInBrackets(t *testing.T) {
	for text, want := range map[string]int{"(2015 - 2020)": 2015, "(2015-2020) thành công": 2015, "(năm 2015)": 0, "(2015)": 0, "2015 - 2020": 0, "(2015 - 2020": 0} {
		g, s := read(text)
		term, ok := g.TermAt(s, 0)
		if ok != (want > 0) || ok && term.Start != want {
			t.Errorf("%s: %+v, %v", text, term, ok)
		}
	}
}
