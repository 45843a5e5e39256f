package report_test

import (
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

func TestShownComesBack(t *testing.T) {
	code := func(code, vi, en string) report.Code {
		return report.Code{Code: code, Label: report.Label{VI: vi, EN: en}}
	}
	measures := report.NewTable("measures", report.Label{}, "", []report.Column{
		{Name: "body", Type: report.TypeCode, Codes: []report.Code{code("committee", "ban chấp hành", "committee")}},
		{Name: "attribute", Type: report.TypeCode, Codes: []report.Code{code("total", "tổng số", "total")}},
	})
	documents := report.NewTable("documents", report.Label{}, "", []report.Column{
		{Name: "org_level", Label: report.Label{VI: "Cấp", EN: "Level"}, Type: report.TypeCode, Codes: []report.Code{code("province", "tỉnh", "province")}},
		{Name: "doc_date", Label: report.Label{VI: "Ngày", EN: "Date"}, Type: report.TypeDate},
		{Name: "org_unit", Label: report.Label{VI: "Đơn vị", EN: "Unit"}, Type: report.TypeString},
	})
	for base, want := range map[string]string{
		"committee.total=47": "ban chấp hành, tổng số = 47", "committee.total=12.5": "ban chấp hành, tổng số = 12.5", "club.total=3": "club.total=3", "": "",
	} {
		got := report.ShowBase(measures, "vi", base)
		if got != want || report.HideBase(measures, got) != base {
			t.Errorf("%q is shown as %q and comes back as %q", base, got, report.HideBase(measures, got))
		}
	}
	for _, x := range [][4]string{
		{"org_level", "province", "Cấp", "tỉnh"}, {"org_unit", "Đảng bộ tỉnh", "Đơn vị", "Đảng bộ tỉnh"}, {"mine", "1", "mine", "1"}, {"doc_date", "2020-06", "Ngày", "06/2020"}, {"doc_date", "2020-06-30", "Ngày", "30/06/2020"},
	} {
		f, v := report.ShowField(documents, "vi", x[0], x[1])
		bf, bv := report.HideField(documents, f, v)
		if f != x[2] || v != x[3] || bf != x[0] || bv != x[1] {
			t.Errorf("%v is shown as %q, %q and comes back as %q, %q", x, f, v, bf, bv)
		}
	}
	if got := report.ShowDoubts("governed; strange", "en"); got != "the body stands in a sentence before; strange" {
		t.Error(got)
	}
	if got := report.ShowDerived(documents, "vi", "org_level: Đảng bộ tỉnh; mine: x"); got != "Cấp: Đảng bộ tỉnh; mine: x" {
		t.Error(got)
	}
}
