package extractors

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// A researcher adds a field in YAML: a column, a rule and its examples.
func TestUserField(t *testing.T) {
	layer := fstest.MapFS{
		"tables.yaml": {Data: []byte(`
tables:
  - name: documents
    columns:
      - {name: venue, type: string, label: {vi: Nơi họp, en: Venue}, description: Where the congress met}
`)},
		"fields/venue.yaml": {Data: []byte(`
rules:
  - id: my.venue
    kind: pattern
    table: documents
    settings:
      column: venue
      near: [hội trường, nhà văn hóa, trung tâm hội nghị]
      expr: 'tại (?P<value>(Hội trường|Nhà văn hóa|Trung tâm [Hh]ội nghị)[^,.;]*)'
    examples:
      - {text: "Đại hội họp tại Hội trường lớn huyện ủy, trong hai ngày.", rows: [{venue: Hội trường lớn huyện ủy}]}
      - {text: "Nhà văn hóa xã mới được xây dựng.", rows: []}
      - {text: "Phiên trù bị diễn ra tại Nhà văn hóa tỉnh.", rows: [{venue: Nhà văn hóa tỉnh}]}
`)},
	}
	set := load(t, layer)
	read := func(text string) (*report.Document, error) { return scan.Plain(text), nil }
	if err := set.Check(read); err != nil {
		t.Fatal(err)
	}
	rows, err := set.Rows(scan.Plain("Đại hội họp tại Hội trường lớn huyện ủy, trong hai ngày."))
	if err != nil {
		t.Fatal(err)
	}
	if got := rows[0].Get("venue").Text(); got != "Hội trường lớn huyện ủy" {
		t.Errorf("venue = %q", got)
	}
}

// A rule whose example fails is named with its place, as is a bad expression.
func TestUserFieldFaults(t *testing.T) {
	p, err := configs.Load(fstest.MapFS{"fields/bad.yaml": {Data: []byte(`
rules:
  - id: bad.expr
    kind: pattern
    table: documents
    settings: {column: org_unit, near: [x], expr: '(?P<value>'}
  - {id: bad.kind, kind: patern, table: documents}
  - id: bad.key
    kind: keyword
    table: documents
    settings:
      colum: doc_type
`)}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = New(p)
	if err == nil {
		t.Fatal("want faults")
	}
	for _, want := range []string{
		"profile/fields/bad.yaml:6: rule bad.expr: expr: error parsing regexp",
		`profile/fields/bad.yaml:7: rule bad.kind: no kind "patern"; did you mean "pattern"?`,
		`profile/fields/bad.yaml:12: unknown key "colum"; did you mean "column"?`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
}

func load(t *testing.T, layer fstest.MapFS) *Set {
	t.Helper()
	p, err := configs.Load(layer)
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Where a rule of one's own finds the row that a rule of ours finds at the same
// place, the row is one's own, and why-not says so of ours.
func TestOwnRuleHasTheRow(t *testing.T) {
	set := load(t, fstest.MapFS{"fields/mine.yaml": {Data: []byte(`
rules:
  - id: my.women
    kind: code
    table: limitations
    settings: {code: female_low, cue: [chưa có], need: [[nữ]], body: committee}
    examples:
      - {text: "Cấp ủy xã Thu Cúc chưa có cán bộ nữ.", rows: [{code: female_low}]}
`)}})
	doc := scan.Plain("BÁO CÁO tổng kết đại hội đảng bộ các cấp\nCấp ủy của hai xã chưa có cán bộ nữ.")
	rows, err := set.Rows(doc)
	if err != nil {
		t.Fatal(err)
	}
	var rules []string
	for _, r := range rows {
		if r.Table.Name == "limitations" {
			rules = append(rules, r.Get("rule").Text())
		}
	}
	if len(rules) != 1 || rules[0] != "my.women" {
		t.Errorf("rows of the rules %q, want one of my.women", rules)
	}
	said := false
	for _, l := range set.WhyNot(doc, "chưa có cán bộ nữ") {
		for _, s := range l.Silent {
			said = said || s.Rule == "limitation.female_low" && len(s.Why) == 1 && strings.Contains(s.Why[0].EN, "my.women states the same row")
		}
	}
	if !said {
		t.Error("why-not does not say that my.women has the row of limitation.female_low")
	}
}
