package review

import (
	"strconv"
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

// What people write in a cell, in both languages; "" is refused.
func TestParseCell(t *testing.T) {
	tables := tablesOf(t)
	for _, x := range []struct{ table, column, lang, cell, want string }{
		{"measures", "value", "vi", "1298", "1298"},
		{"measures", "value", "vi", "12,5", "12.5"},
		{"measures", "value", "vi", "12.5", "12.5"},
		{"measures", "value", "vi", "1.298.000", "1298000"},
		{"measures", "value", "vi", "27.690,5", "27690.5"},
		{"measures", "value", "vi", "1.298", ""}, // 1298, or a program's 1.298
		{"measures", "value", "en", "1,298", "1298"},
		{"measures", "value", "en", "1.298", "1.298"},
		{"measures", "value", "en", "12,5", ""},
		{"measures", "value", asStored, "1.298", "1.298"},
		{"measures", "value", "vi", "=1+1", ""},
		{"measures", "value", "vi", "mười", ""},
		{"measures", "value", "vi", "mười lăm", ""},
		{"documents", "term_start", "vi", "2020", "2020"},
		{"documents", "term_start", "vi", "2020,5", ""},
		{"documents", "doc_date", "vi", "15/02/2024", "2024-02-15"},
		{"documents", "doc_date", "vi", "2/2024", "2024-02"},
		{"documents", "doc_date", "vi", "2024", "2024"},
		{"documents", "doc_date", "vi", "2024-02-15", "2024-02-15"},
		{"documents", "doc_date", "vi", "45337", "2024-02-15"}, // days since 1899-12-30
		{"documents", "doc_date", "vi", "30/02/2024", ""},
		{"documents", "doc_date", "vi", "hôm qua", ""},
		{"measures", "attribute", "vi", "nữ", "female"},
		{"measures", "attribute", "vi", "NỮ", "female"},
		{"measures", "attribute", "vi", "female", "female"},
		{"measures", "attribute", "vi", "women", "female"},
		{"measures", "attribute", "vi", "nam", ""},
		{"measures", "worded_zero", "vi", "có", "true"},
		{"measures", "worded_zero", "vi", "0", "false"},
		{"measures", "worded_zero", "vi", "có lẽ", ""},
		{"measures", "place", "vi", " huyện Long Hồ ", "huyện Long Hồ"},
	} {
		v, err := parseCell(tables[x.table].Column(x.column), x.cell, x.lang)
		if got := v.String(); got != x.want && err == nil || (err != nil) != (x.want == "") {
			t.Errorf("%s %s: %q, %v; want %q", x.column, x.lang, got, err, x.want)
		}
	}
}

// What is refused is named as it was typed, blanks and all.
func TestParseCellNamesWhatWasTyped(t *testing.T) {
	for _, typed := range []string{"mười lăm", "1 000 và 5"} {
		if _, err := parseNumber(typed, "vi"); err == nil || err.Error() != strconv.Quote(typed)+" is no number" {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

// Whatever stands in a cell is read or refused, and what is read is written
// back the same.
func FuzzParseCell(f *testing.F) {
	for _, s := range []string{"1.298", "12,5", "15/02/2024", "45337", "nữ", "có", "-1e9", "∞", ""} {
		f.Add(s)
	}
	types := []report.Type{report.TypeString, report.TypeCode, report.TypeInteger, report.TypeNumber, report.TypeDate, report.TypeBoolean}
	f.Fuzz(func(t *testing.T, s string) {
		for _, typ := range types {
			c := &report.Column{Name: "x", Type: typ, Codes: []report.Code{{Code: "a", Label: report.Label{VI: "một"}}}}
			for _, lang := range []string{"vi", "en", asStored} {
				v, err := parseCell(c, s, lang)
				if err != nil {
					continue
				}
				if back, err := value(c, v.String()); err != nil || !back.Equal(v) {
					t.Errorf("%s %q: %v comes back as %v, %v", typ, s, v, back, err)
				}
			}
		}
	})
}
