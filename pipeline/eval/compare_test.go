package eval

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tongket/tongket/pipeline/report"
)

// row is a measure of a committee.
func row(attribute string, value float64, bound string) report.Row {
	var columns []report.Column
	for _, c := range []string{"body", "attribute", "phase", "stat", "value", "qualifier", "place", "bound", "evidence"} {
		columns = append(columns, report.Column{Name: c, Key: c != "evidence"})
	}
	r := report.NewRow(report.NewTable("measures", report.Label{}, "", columns))
	for c, v := range map[string]string{"body": "committee", "attribute": attribute, "phase": "actual", "stat": "count", "bound": bound} {
		r.Set(c, report.Text(v))
	}
	r.Set("value", report.Number(value))
	return r
}

// Codes are told as they stand in the labels and tables, not as names are compared.
func TestCodesAreShownAsTheyAre(t *testing.T) {
	gold, err := Read(strings.NewReader(`{"id":"a","measures":[{"body":"secretary","attribute":"party_member","stat":"count","value":4}],"limitations":["ethnic_minority_low"]}`))
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, d := range Compare(gold, func(string) ([]report.Row, bool) { return []report.Row{row("ethnic_minority", 9, "eq")}, true }).Differences {
		told = append(told, d.Key)
	}
	all := strings.Join(told, "\n")
	for _, want := range []string{"secretary | party_member | count | 4", "committee | ethnic_minority | count | 9", "ethnic_minority_low"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in:\n%s", want, all)
		}
	}
}

// One row right, one false, one missed: hand-worked scores.
func TestCompare(t *testing.T) {
	gold, err := Read(strings.NewReader(`{"id":"a","identity":{"doc_type":"news"},"measures":[` +
		`{"body":"committee","attribute":"total","phase":"actual","stat":"count","value":45,"bound":"eq"},` +
		`{"body":"committee","attribute":"female","phase":"actual","stat":"count","value":9,"bound":"gt"}],` +
		`"limitations":["female_low"],"tasks":2}`))
	if err != nil {
		t.Fatal(err)
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

// Labels that are read when their document comes give the scores of Compare, in
// whatever order the documents come.
func TestLabels(t *testing.T) {
	const file = `{"id":"a","split":"open","measures":[{"body":"committee","attribute":"female","phase":"actual","stat":"count","value":9,"bound":"eq"}]}` + "\r\n\n" +
		`{"id":"b","split":"held","limitations":["female_low"],"tasks":[]}` + "\n" +
		`{"id":"c","split":"open","measures":[{"body":"committee","attribute":"young","phase":"actual","stat":"count","value":7,"bound":"eq"}],"tasks":[{"text":"a task"}]}` + "\n" +
		`{"id":"d","split":"open","identity":{"doc_type":"news"},"limitations":["young_low"]}`
	rows := map[string][]report.Row{"a": {row("female", 9, "gt"), row("total", 45, "eq")}, "b": {row("total", 1, "eq")}, "c": {row("young", 7, "eq")}}
	for _, split := range []string{"", "open", "held"} {
		all, err := Read(strings.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		gold := slices.DeleteFunc(all, func(g Gold) bool { return split != "" && g.Split != split })
		want := Compare(gold, func(id string) ([]report.Row, bool) { r, ok := rows[id]; return r, ok })
		l, err := OpenLabels("gold.jsonl", strings.NewReader(file), split)
		if err != nil || l.Len() != len(gold) {
			t.Fatal(l.Len(), err)
		}
		for _, id := range []string{"c", "b", "a", "c", "x"} {
			if !l.Waiting(id) {
				continue
			}
			if err := l.Compare(id, rows[id]); err != nil {
				t.Fatal(err)
			}
		}
		got, err := l.Scores()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("split %q: %s", split, diff)
		}
	}
	if _, err := OpenLabels("gold.jsonl", strings.NewReader("{}\n"), ""); err == nil || err.Error() != "gold.jsonl: line 1: no id" {
		t.Errorf("got %v", err)
	}
}
