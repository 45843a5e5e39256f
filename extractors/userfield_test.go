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
