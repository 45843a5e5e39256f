package configs

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestEmbeddedProfileLoads(t *testing.T) {
	p, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"documents", "identity_evidence", "people", "citations", "measures", "assessments", "limitations", "tasks", "findings"} {
		table := p.Table(name)
		if table == nil {
			t.Fatalf("no table %s", name)
		}
		for _, c := range table.Columns {
			if c.Label.VI == "" || c.Label.EN == "" || c.Description == "" {
				t.Errorf("%s.%s: label or description is missing", name, c.Name)
			}
			for _, code := range c.Codes {
				if code.Label.VI == "" || code.Label.EN == "" {
					t.Errorf("%s.%s: code %s has no label", name, c.Name, code.Code)
				}
			}
		}
	}
}

// Every mistake names its place and its cure, and all come at once.
func TestFaults(t *testing.T) {
	_, err := Load(fstest.MapFS{
		"fields/mine.yaml": {Data: []byte(`off: [no.such.rule]
rules:
  - {id: a, kind: pattern, tabel: documents}
  - {id: b, kind: pattern, table: document}
`)},
		"lexicons/provinces.tsv": {Data: []byte("canonical\ttype\n")},
		"tables.yaml":            {Data: []byte("tables:\n  - name: documents\n    columns:\n      - {name: venue, type: strng, label: {vi: Nơi họp}}\n")},
		"filds/mine.yaml":        {Data: []byte("rules: []")},
	})
	if err == nil {
		t.Fatal("want faults")
	}
	for _, want := range []string{
		`profile/fields/mine.yaml:3: unknown key "tabel"; did you mean "table"?`,
		`profile/fields/mine.yaml:4: rule b: no table "document"; did you mean "documents"?`,
		`no rule "no.such.rule"`,
		`profile/lexicons/provinces.tsv:1: columns`,
		`no type "strng"; did you mean "string"?`,
		`profile/filds/mine.yaml: not a file of a profile`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in:\n%v", want, err)
		}
	}
}
