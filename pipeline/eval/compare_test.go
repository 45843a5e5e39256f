package eval

import (
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

// One row right, one false, one missed: hand-worked scores.
func TestCompare(t *testing.T) {
	gold, err := Read(strings.NewReader(`{"id":"a","identity":{"doc_type":"news"},"measures":[` +
		`{"body":"committee","attribute":"total","phase":"actual","stat":"count","value":45,"bound":"eq"},` +
		`{"body":"committee","attribute":"female","phase":"actual","stat":"count","value":9,"bound":"gt"}],` +
		`"limitations":["female_low"],"tasks":2}`))
	if err != nil {
		t.Fatal(err)
	}
	var columns []report.Column
	for _, c := range []string{"body", "attribute", "phase", "stat", "value", "qualifier", "place", "bound", "evidence"} {
		columns = append(columns, report.Column{Name: c, Key: c != "evidence"})
	}
	table := report.NewTable("measures", report.Label{}, "", columns)
	row := func(attribute string, value float64, bound string) report.Row {
		r := report.NewRow(table)
		for c, v := range map[string]string{"body": "committee", "attribute": attribute, "phase": "actual", "stat": "count", "bound": bound} {
			r.Set(c, report.Text(v))
		}
		r.Set("value", report.Number(value))
		return r
	}
	s := Compare(gold, func(string) ([]report.Row, bool) {
		return []report.Row{row("female", 9, "eq"), row("young", 7, "eq"), row("young", 7, "eq")}, true
	})
	got := map[string]Tally{}
	for _, x := range s.Tallies {
		got[x.Kind] = x
	}
	for kind, want := range map[string]Tally{
		"measures":       {Hit: 1, False: 1, Missed: 1},
		"measures.bound": {Hit: 0, False: 1, Missed: 1},
		"limitations":    {Missed: 1},
		"identity":       {Missed: 1},
	} {
		want.Kind = kind
		if got[kind] != want {
			t.Errorf("%s: %+v, want %+v", kind, got[kind], want)
		}
	}
	if f := got["measures"].F1(); f != 0.5 {
		t.Errorf("F1 = %v, want 0.5", f)
	}
	if s.Duplicates != 1 {
		t.Errorf("duplicates = %d, want 1", s.Duplicates)
	}
}
