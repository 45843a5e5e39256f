package extractors

import (
	"slices"
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

// What a table promises to have in every row a rule has to give: as a constant, as
// a group that every match has, or because its kind always finds it.
func TestRuleGivesWhatItsTablePromises(t *testing.T) {
	pattern := func(settings string) string {
		return "rules:\n  - id: my.born\n    kind: pattern\n    table: people\n    settings: {near: [sinh năm], " + settings + "}\n"
	}
	const born = `(?P<name>Lê Thị Hoa), sinh năm`
	empty := func(table, column string) string {
		return "rule my.born: every row of " + table + " has a value in column " + column + ", but this rule can leave it empty; with kind pattern name the column in set"
	}
	for _, c := range []struct{ name, rules, want string }{
		{"a group, and a column left out", pattern("expr: '" + born + "'"), empty("people", "role")},
		{"a group and a constant", pattern("expr: '" + born + "', set: {role: mentioned}"), ""},
		{"a group that a match may lack", pattern("expr: '(?P<name>Lê Thị Hoa)?, sinh năm', set: {role: mentioned}"), empty("people", "name")},
		{"a group of one alternative", pattern("expr: '((?P<name>Lê Thị Hoa)|Bà), sinh năm', set: {role: mentioned}"), empty("people", "name")},
		{"a group that may repeat no time", pattern("expr: '((?P<name>Lê Thị Hoa), ){0,2}sinh năm', set: {role: mentioned}"), empty("people", "name")},
		{"a group that repeats", pattern("expr: '((?P<name>Lê Thị Hoa), ){1,2}sinh năm', set: {role: mentioned}"), ""},
		{"the group value", pattern("column: name, expr: '(?P<value>Lê Thị Hoa), sinh năm', set: {role: mentioned}"), ""},
		{"a word for one of two columns", "rules:\n  - {id: my.born, kind: keyword, table: assessments, settings: {column: aspect, words: {overall: [mở đầu]}}}\n", empty("assessments", "polarity")},
		{"a word for the one column", "rules:\n  - {id: my.born, kind: keyword, table: limitations, settings: {column: code, words: {female_low: [mở đầu]}}}\n", ""},
		{"a kind of another table", "rules:\n  - {id: my.born, kind: code, table: assessments, settings: {code: female_low, cue: [mở đầu]}}\n", "this kind fills the table limitations, not assessments"},
		{"words for a number", "rules:\n  - {id: my.born, kind: keyword, table: documents, settings: {column: term_start, words: {năm: [mở đầu]}}}\n", "term_start is a column of type integer, and words stand for a code or a text; use a rule of kind pattern"},
		{"a constant that is no number", pattern("expr: '" + born + "', set: {role: mentioned, name: ''}"), `set: name: "" is no string`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := configs.Load(fstest.MapFS{"fields/mine.yaml": {Data: []byte(c.rules)}})
			if err != nil {
				t.Fatal(err)
			}
			_, err = New(p)
			switch {
			case c.want == "" && err != nil:
				t.Errorf("%v, want no fault", err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

// A rule of one's own adds rows. Where one of ours finds a row with the same keys
// at the same place, the row is one's own with its columns; at another place the
// first row stays as it is, and nothing is added to it.
func TestOwnColumnAtThePlaceOfOurs(t *testing.T) {
	set := load(t, fstest.MapFS{
		"tables.yaml": {Data: []byte(`
tables:
  - name: people
    columns:
      - {name: birth_year, type: integer, label: {vi: Năm sinh, en: Born}, description: Year of birth}
`)},
		"fields/mine.yaml": {Data: []byte(`
rules:
  - id: my.born
    kind: pattern
    table: people
    settings: {near: [sinh năm], expr: '(?P<name>Lê Thị Hoa), sinh năm (?P<birth_year>[0-9]{4})', set: {role: mentioned}}
`)}})
	for _, c := range []struct{ name, text, want string }{
		{"the same place", "Đồng chí Lê Thị Hoa, sinh năm 1971, quê xã Thanh Phong.", "my.born 1971"},
		{"another place", "Đồng chí Lê Thị Hoa quê xã Thanh Phong.\nĐồng chí Lê Thị Hoa, sinh năm 1971.", "people.mention "},
	} {
		rows, err := set.Rows(scan.Plain(c.text))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range rows {
			if r.Table.Name == "people" {
				got = append(got, r.Get("rule").Text()+" "+r.Get("birth_year").String())
			}
		}
		if !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A whole number is read into a column of whole numbers, no other.
func TestWholeNumbers(t *testing.T) {
	set := load(t, fstest.MapFS{"fields/mine.yaml": {Data: []byte(`
rules:
  - id: my.term
    kind: pattern
    table: documents
    settings: {column: term_start, near: [từ], expr: 'từ (?P<value>[0-9,]+)'}
    examples:
      - {text: "Nhiệm kỳ từ 2020 đến nay.", rows: [{term_start: 2020}]}
      - {text: "Nhiệm kỳ từ 20,5 đến nay.", rows: []}
`)}})
	if err := set.Check(func(text string) (*report.Document, error) { return scan.Plain(text), nil }); err != nil {
		t.Error(err)
	}
}

// A failed example shows where the texts of a row begin and end.
func TestFailedExampleQuotes(t *testing.T) {
	set := load(t, fstest.MapFS{"fields/mine.yaml": {Data: []byte(`
rules:
  - id: my.unit
    kind: pattern
    table: documents
    settings: {column: org_unit, near: [đảng bộ], expr: '(?P<value>Đảng bộ .*)'}
    examples:
      - {text: "Đại hội Đảng bộ xã Đồng Cao.", rows: [{org_unit: Đảng bộ xã Đồng Cao}]}
`)}})
	err := set.Check(func(text string) (*report.Document, error) { return scan.Plain(text), nil })
	const want = `no row org_unit="Đảng bộ xã Đồng Cao" in "Đại hội Đảng bộ xã Đồng Cao."; found org_unit="Đảng bộ xã Đồng Cao."`
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %s", err, want)
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
