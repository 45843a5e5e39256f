package configs

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"
)

// utf16Text is a text as an editor of Windows saves it.
func utf16Text(s string) string {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

// What a user's file says and would not be heard, or would be heard otherwise, is
// refused with its line.
func TestOwnFaults(t *testing.T) {
	const storms = "tables:\n  - name: storms\n    label: {vi: Bão}\n    columns:\n      - "
	const rule = "rules:\n  - {id: a, kind: pattern, table: documents}\n"
	for _, c := range []struct{ name, file, text, want string }{
		{"another encoding", "fields/a.yaml", "# vi\u1ec7t\nrules:\n  - {id: \xd0\xe1ng, kind: pattern, table: documents}\n", "a.yaml:3: the line is not in UTF-8; save the file as UTF-8"},
		{"another encoding of a lexicon", "lexicons/scope.tsv", "phrase\ttopic\treach\nx\u1ea3y\txin\tx\nl\xf2i\ta\tb\n", "scope.tsv:3: the line is not in UTF-8"},
		{"UTF-16", "fields/a.yaml", utf16Text(rule), "a.yaml: the file is in UTF-16; save it as UTF-8"},
		{"UTF-16 without a mark", "fields/a.yaml", utf16Text(rule)[2:], "a.yaml:1: a byte 0 stands there"},
		{"a mark of UTF-8", "fields/a.yaml", "\ufeff" + rule, ""},
		{"a mark of UTF-8 before tables", "tables.yaml", "\ufeff" + storms + "{name: a, type: string, label: {vi: A}}\n", ""},
		{"a mark of UTF-8 before a lexicon", "lexicons/scope.tsv", "\ufeffphrase\ttopic\treach\n", ""},
		{"a choice that is not closed", "lexicons/scope.tsv", "phrase\ttopic\treach\n{quá|rất\tassembly\tsentence\n", `scope.tsv:2: "{quá|rất\tassembly\tsentence" has a brace without its partner`},
		{"a code twice", "tables.yaml", storms + "{name: a, type: code, label: {vi: A}, codes: [{code: x}, {code: y}, {code: x}]}\n", `tables.yaml:5: storms: column a: code "x" stands twice`},
		{"a code with a blank", "tables.yaml", storms + "{name: a, type: code, label: {vi: A}, codes: [{code: 'late storm'}]}\n", `tables.yaml:5: storms: column a: "late storm" is no code`},
		{"no code", "tables.yaml", storms + "{name: a, type: code, label: {vi: A}, codes: [{label: {vi: x}}]}\n", `column a: "" is no code`},
		{"a column with a blank", "tables.yaml", storms + "{name: nơi họp, type: string, label: {vi: A}}\n", `tables.yaml:5: storms: "nơi họp" is no name of a column; want small letters`},
		{"a table with a capital", "tables.yaml", "tables:\n  - name: Storms\n    label: {vi: A}\n", `tables.yaml:2: "Storms" is no name of a table`},
		{"a column of the base, said otherwise", "tables.yaml", "tables:\n  - name: documents\n    columns:\n      - {name: doc_number, key: true, unit: x, label: {vi: Số}, description: Another}\n", "tables.yaml:4: documents: column doc_number is there already; only codes can be added to it, so leave out unit, key, label, description, or give"},
		{"a table of the base, said otherwise", "tables.yaml", "tables:\n  - name: tasks\n    once: place\n    label: {vi: Việc}\n", "tables.yaml:2: table tasks is there already; only columns and codes can be added to it, so leave out label, once"},
		{"a code of the base, said otherwise", "tables.yaml", "tables:\n  - name: limitations\n    columns:\n      - name: code\n        codes:\n          - {code: female_low, label: {vi: khác}}\n", `tables.yaml:6: limitations: column code: code "female_low" is there already and keeps its label`},
		{"a rule without some keys", "fields/a.yaml", "rules:\n  - {kind: pattern}\n", "a.yaml:2: a rule needs id, kind and table; this one lacks id, table"},
		{"a rule twice", "fields/a.yaml", rule + "  - {id: a, kind: pattern, table: documents}\n", "a.yaml:3: rule a stands twice, also at profile/fields/a.yaml:2; give one another id"},
		{"a rule of one's own off", "fields/a.yaml", "off: [a]\n" + rule, "a.yaml:1: off: rule a is your own, at profile/fields/a.yaml:3; take it out there"},
		{"the name of a text file", "fields/held.yaml.txt", "x", `did you mean "fields/held.yaml"?`},
		{"a tab", "fields/a.yaml", "rules:\n\t- {id: a}\n", "a.yaml:2: no YAML: found character '\t' that cannot start any token; look at the line and the one above"},
		{"a key twice", "fields/a.yaml", "rules:\n  - {id: a, kind: pattern, table: documents, id: b}\n", `a.yaml:2: the key "id" stands twice, also in line 2`},
		{"a list for a text", "fields/a.yaml", "rules:\n  - {id: [a], kind: pattern, table: documents}\n", "a.yaml:2: id: want one text, in quotes if it looks like something else, have a list"},
		{"a text for a label", "tables.yaml", storms + "{name: a, type: string, label: A}\n", "tables.yaml:5: label: want a label in two languages: {vi: a, en: b}, have one text"},
		{"words for codes", "tables.yaml", storms + "{name: a, type: code, label: {vi: A}, codes: [x, y]}\n", "tables.yaml:5: codes: want a list of codes: [{code: a, label: {vi: b, en: c}}], have a list with one text"},
		{"common columns", "tables.yaml", "common: {before: []}\ntables: []\n", "tables.yaml:1: common is the base's"},
		{"a column of every table", "tables.yaml", "tables:\n  - name: people\n    columns:\n      - {name: page, type: integer, label: {vi: Trang}}\n", "profile/tables.yaml:4: people: every table has a column page already; give yours another name"},
		{"a column of every table in one's own", "tables.yaml", storms + "{name: rule, type: string, label: {vi: A}}\n", "profile/tables.yaml:5: storms: every table has a column rule already"},
		{"a column of other tables in documents", "tables.yaml", "tables:\n  - name: documents\n    columns:\n      - {name: rule, type: string, label: {vi: A}}\n", ""},
		{"a key like no other", "fields/a.yaml", "rules:\n  - {id: a, kind: pattern, table: documents, priority: 3}\n", `a.yaml:2: unknown key "priority"; there are examples, id, kind, settings, table`},
		{"no key rules", "fields/a.yaml", "- {id: a, kind: pattern, table: documents}\n", "a.yaml:1: want keys with values: off, rules, have a list"},
		{"a text for an example", "fields/a.yaml", "rules:\n  - id: a\n    kind: pattern\n    table: documents\n    examples:\n      - 'Bão.'\n", "a.yaml:6: examples: want a list of keys with values: [{key: value}], have a list with one text"},
		{"a word for yes", "tables.yaml", storms + "{name: a, type: string, label: {vi: A}, key: maybe}\n", "tables.yaml:5: key: want true or false, have one text"},
		{"a bracket that is open", "tables.yaml", storms + "{name: a, type: string, label: {vi: A}\n", "tables.yaml:5: no YAML: "},
		{"quotes that are open", "fields/a.yaml", "rules:\n  - {id: \"a, kind: pattern}\n", "a.yaml:2: no YAML: could not find end character of double-quoted text"},
		{"a colon in a sentence", "fields/a.yaml", "rules:\n  - id: a\n    kind: pattern: b\n", "a.yaml:3: no YAML: "},
		{"a text for rules", "fields/a.yaml", "rules: all\n", "a.yaml:1: rules: want a list, have one text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(fstest.MapFS{c.file: {Data: []byte(c.text)}})
			switch {
			case c.want == "" && err != nil:
				t.Errorf("%v, want no fault", err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

// What may be meant and does nothing is remarked on.
func TestRemarks(t *testing.T) {
	p, err := Load(fstest.MapFS{
		"fields/a.yaml":      {Data: []byte("# nothing yet\n")},
		"lexicons/scope.tsv": {Data: []byte("phrase\ttopic\treach\n# nothing yet\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range p.Remarks {
		got = append(got, r.Error())
	}
	if want := "profile/fields/a.yaml: no rule stands in it\nprofile/lexicons/scope.tsv: no word stands in it"; strings.Join(got, "\n") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A file of tables that could not be read makes no faults of its rules.
func TestBrokenTables(t *testing.T) {
	p, err := Load(fstest.MapFS{
		"tables.yaml":   {Data: []byte("tables:\n  - name: [storms\n")},
		"fields/a.yaml": {Data: []byte("rules:\n  - {id: a, kind: pattern, table: storms}\n")},
	})
	if err == nil || strings.Contains(err.Error(), "a.yaml") || !p.Partial {
		t.Errorf("%v, partial %v", err, p.Partial)
	}
}

func TestUnclosed(t *testing.T) {
	for phrase, want := range map[string]bool{"a": false, "{a|b} c": false, "{a": true, "a}": true, "{a{b}": true, "{a} }": true} {
		if Unclosed(phrase) != want {
			t.Errorf("%q: %v", phrase, !want)
		}
	}
}
