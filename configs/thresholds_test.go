package configs

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tongket/tongket/pipeline/report"
)

func TestEmbeddedThresholds(t *testing.T) {
	p, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Thresholds) == 0 {
		t.Fatal("no thresholds")
	}
	for _, x := range p.Thresholds {
		if strings.Contains(x.Source, "no document at hand") && !x.Off {
			t.Errorf("%s has no source and is on", x.ID)
		}
		if x.Title.EN == "" {
			t.Errorf("%s has no English title", x.ID)
		}
	}
}

// A user switches entries by id, adds some, and is told of every mistake.
func TestThresholdLayers(t *testing.T) {
	p, err := Load(fstest.MapFS{"thresholds.yaml": {Data: []byte(`version: 1
on: [xiii.committee.renewal]
off: [xiii.committee.women]
thresholds:
  - {id: mine, title: {vi: Nữ từ 20%}, term: 2020, body: committee, attribute: female, stat: percent, min: 20, source: Kế hoạch của tỉnh}
`)}})
	if err != nil {
		t.Fatal(err)
	}
	off := map[string]bool{}
	for _, x := range p.Thresholds {
		off[x.ID] = x.Off
	}
	if off["xiii.committee.renewal"] || !off["xiii.committee.women"] || off["mine"] {
		t.Errorf("off: %v", off)
	}
	_, err = Load(fstest.MapFS{"thresholds.yaml": {Data: []byte(`off: [xiii.committee.woman]
thresholds:
  - {id: a, title: {vi: A}, term: 2020, body: comittee, attribute: female, stat: percent, min: 20, source: S}
  - {id: b, title: {vi: B}, term: 2020, body: committee, attribute: female, stat: percents, min: 20, source: S}
  - {id: c, title: {vi: C}, term: 2020, body: committee, attribute: female, stat: percent, source: S}
`)}})
	for _, want := range []string{
		`no threshold "xiii.committee.woman"; did you mean "xiii.committee.women"?`, `no body "comittee"; did you mean "committee"?`,
		`stat "percents"`, `threshold c: it needs min or max`,
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in %v", want, err)
		}
	}
}

// The code lists of tables_stats.yaml repeat those of tables.yaml.
func TestStatsCodesAgree(t *testing.T) {
	p, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	same := func(t *testing.T, table, column, other, column2 string) {
		a, b := p.Table(table).Column(column), p.Table(other).Column(column2)
		if len(a.Codes) != len(b.Codes) {
			t.Errorf("%s.%s has %d codes, %s.%s %d", table, column, len(a.Codes), other, column2, len(b.Codes))
			return
		}
		for i := range a.Codes {
			if a.Codes[i] != (report.Code{Code: b.Codes[i].Code, Label: b.Codes[i].Label, Description: b.Codes[i].Description}) {
				t.Errorf("%s.%s: %v, %s.%s: %v", table, column, a.Codes[i], other, column2, b.Codes[i])
			}
		}
	}
	for _, x := range [][4]string{
		{"unit_figures", "body", "measures", "body"}, {"unit_figures", "attribute", "measures", "attribute"}, {"unit_figures", "phase", "measures", "phase"},
		{"unit_figures", "level", "documents", "org_level"}, {"unit_figures", "bound", "measures", "bound"}, {"unit_figures", "check", "measures", "check"},
		{"unit_figures", "confidence", "measures", "confidence"}, {"key_posts", "post", "people", "elected_to"}, {"key_posts", "how", "people", "how"},
		{"directives", "kind", "citations", "kind"}, {"limitation_rates", "code", "limitations", "code"},
		{"assessment_rates", "aspect", "assessments", "aspect"}, {"assessment_rates", "polarity", "assessments", "polarity"},
	} {
		same(t, x[0], x[1], x[2], x[3])
	}
}
