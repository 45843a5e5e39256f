package configs

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
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
		"fields/mine.yaml": {Data: []byte(`off:
  - no.such.rule
  - limitation.disunit
rules:
  - {id: a, kind: pattern, tabel: documents, exampels: []}
  - {id: b, kind: pattern, table: document}
  - id: c
    kind: pattern
    table: documents
    examples:
      - {text: x, row: []}
      - {texte: x}
`)},
		"lexicons/provinces.tsv": {Data: []byte("canonical\ttype\n")},
		"tables.yaml": {Data: []byte(`tables:
  - name: documents
    columns:
      - {name: venue, type: strng, label: {vi: Nơi họp}}
      - {name: hall, type: string}
      - {name: doc_number, type: integer}
  - name: mesures
    columns: []
`)},
		"thresholds.yaml": {Data: []byte("version: 1\noff:\n  - xiii.committee.woman\n")},
		// What nobody would read.
		"filds/mine.yaml":       {Data: []byte("rules: []")},
		"lexicon/titles.tsv":    {Data: []byte("x")},
		"lexicons/titles.txt":   {Data: []byte("x")},
		"fields/people.yml":     {Data: []byte("rules: []")},
		"table.yaml":            {Data: []byte("tables: []")},
		"fields/README.md":      {Data: []byte("this is fine")},
		"notes/thoughts.txt":    {Data: []byte("and this")},
		".git/config.yaml":      {Data: []byte("and this")},
		"lexicons/.#titles.tsv": {Data: []byte("and this")},
	})
	if err == nil {
		t.Fatal("want faults")
	}
	got := strings.Split(err.Error(), "\n")
	want := []string{
		`profile/fields/mine.yaml:5: unknown key "tabel"; did you mean "table"?`,
		`profile/fields/mine.yaml:5: unknown key "exampels"; did you mean "examples"?`,
		`profile/fields/mine.yaml:11: unknown key "row"; did you mean "rows"?`,
		`profile/fields/mine.yaml:12: unknown key "texte"; did you mean "text"?`,
		`profile/fields/people.yml: not a file of a profile; it has tables.yaml, thresholds.yaml, fields/*.yaml and lexicons/*.tsv; did you mean "fields/people.yaml"?`,
		`profile/filds: not a folder of a profile; did you mean "fields"?`,
		`profile/lexicon: not a folder of a profile; did you mean "lexicons"?`,
		`profile/lexicons/provinces.tsv:1: columns ["canonical" "type"], want ["canonical" "type" "valid_from" "valid_to" "province_2025" "aliases"] as in the profile below`,
		`profile/lexicons/titles.txt: not a file of a profile; it has tables.yaml, thresholds.yaml, fields/*.yaml and lexicons/*.tsv; did you mean "lexicons/titles.tsv"?`,
		`profile/table.yaml: not a file of a profile; it has tables.yaml, thresholds.yaml, fields/*.yaml and lexicons/*.tsv; did you mean "tables.yaml"?`,
		`profile/tables.yaml:6: documents: column doc_number is there already, of type string; only codes can be added to it`,
		`profile/tables.yaml:7: no table "mesures"; did you mean "measures"?`,
		`profile/thresholds.yaml:3: no threshold "xiii.committee.woman"; did you mean "xiii.committee.women"?`,
		`profile/tables.yaml:4: documents: column venue: no type "strng"; did you mean "string"?; there are string, code, integer, number, date, boolean`,
		`profile/tables.yaml:5: documents: column hall: no Vietnamese label`,
		`profile/fields/mine.yaml:2: off: no rule "no.such.rule"`,
		`profile/fields/mine.yaml:3: off: no rule "limitation.disunit"; did you mean "limitation.disunity"?`,
		`profile/fields/mine.yaml:6: rule b: no table "document"; did you mean "documents"?`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A lexicon of one's own that no rule asks for would do nothing.
func TestUnasked(t *testing.T) {
	p, err := Load(fstest.MapFS{"lexicons/province.tsv": {Data: []byte("word\na\n")}, "lexicons/mine.tsv": {Data: []byte("word\na\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Wordlist("mine"); err != nil {
		t.Fatal(err)
	}
	if err := p.Unasked(); err == nil || err.Error() != `profile/lexicons/province.tsv: no rule uses this lexicon; did you mean "provinces"?` {
		t.Error(err)
	}
}

// The rows of the base have no value in a column that a layer adds, so that it
// cannot promise one; a table of its own can.
func TestAddedColumnMayBeEmpty(t *testing.T) {
	load := func(table string) error {
		_, err := Load(fstest.MapFS{"tables.yaml": {Data: []byte("tables:\n  - name: " + table + "\n    columns:\n      - {name: hall, type: string, nullable: false, label: {vi: Nơi họp}}\n")}})
		return err
	}
	const want = "profile/tables.yaml:4: documents: column hall: the rows of the base have no value in it; leave out nullable: false"
	if err := load("documents"); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	if err := load("halls\n    label: {vi: Bảng}"); err != nil {
		t.Errorf("a table of one's own: %v", err)
	}
}
