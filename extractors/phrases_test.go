package extractors

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// Phrases that would find nothing, or stand for themselves by a slip, are refused with
// their place; choices are written out in the settings of every kind.
func TestPhrasesOfOwnRules(t *testing.T) {
	keyword := func(settings string) string {
		return "kind: keyword, table: limitations, settings: {column: code, " + settings + "}"
	}
	code := func(settings string) string {
		return "kind: code, table: limitations, settings: {code: female_low, " + settings + "}"
	}
	for _, c := range []struct{ name, rule, want string }{
		{"an empty list", keyword("words: {female_low: []}"), "mine.yaml:2: rule my.x: words: female_low: the list has no word"},
		{"an empty word", keyword("words: {female_low: [bão, '']}"), `words: female_low: the word "" is empty or may be`},
		{"a list without a value", keyword("words: {female_low: }"), "words: female_low: a word or list has no value"},
		{"a choice that may be empty", keyword("words: {female_low: ['{|bão}']}"), `the word "{|bão}" is empty or may be`},
		{"a choice that is not closed", code("cue: ['{quá', 'rất}']"), `cue: "{quá" has a brace without its partner; choices look like {a|b}`},
		{"an empty group of words", code("cue: [bão], need: [[]]"), "need: the list has no word"},
		{"an empty word near", "kind: pattern, table: documents, settings: {column: doc_number, near: [' '], expr: '(?P<value>x)'}", `near: the word " " is empty`},
		{"a list of lists where words are wanted", keyword("words: {female_low: [bão]}, need: [[đại hội]]"), "need: want a list of words: [a, b], have a list with a list"},
		{"words where lists are wanted", code("cue: [bão], need: [đại hội]"), "need: want a list of lists of words: [[a, b], [c]], have a list with one text"},
		{"choices without quotes", keyword("words: {female_low: [{bão|lũ}]}"), "female_low: want a list of words: [a, b], have a list with keys with values; a word that begins with { stands in quotes"},
		{"a word for yes", code("cue: [bão], blame: yes please"), "blame: want true or false, have one text"},
		{"a setting of another kind", code("cue: [bão], not: [hội thảo]"), `unknown key "not"; here it is called "forbid"`},
		{"choices of a keyword", keyword("words: {female_low: ['{bão|lũ} {lớn|nhỏ}']}, need: ['{đại hội|hội nghị}'], not: ['{lở|sạt}']"), ""},
		{"choices of a pattern", "kind: pattern, table: tasks, settings: {column: text, near: ['{bão|lũ} {lớn|nhỏ}'], not: ['{lở|sạt}'], expr: '(?P<value>lũ lớn)'}", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := configs.Load(fstest.MapFS{"fields/mine.yaml": {Data: []byte("rules:\n  - {id: my.x, " + c.rule + "}\n")}})
			if err != nil {
				t.Fatal(err)
			}
			set, err := New(p)
			if c.want != "" {
				if err == nil || !strings.Contains(err.Error(), c.want) {
					t.Errorf("%v, want %q", err, c.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			found := 0
			for _, f := range set.Facts(scan.Plain("Đại hội họp muộn vì lũ lớn. Hội nghị sạt vì lũ lớn. Cuộc thi gặp lũ lớn.")) {
				if f.Rule == "my.x" {
					found++
				}
			}
			if found == 0 {
				t.Error("nothing was found")
			}
		})
	}
}

// An example states codes of its document that there are.
func TestExampleGivesCodesThatAre(t *testing.T) {
	p, err := configs.Load(fstest.MapFS{"fields/mine.yaml": {Data: []byte(`rules:
  - id: my.x
    kind: keyword
    table: limitations
    settings: {column: code, words: {female_low: [bão]}}
    examples:
      - {text: "Gặp bão.", given: {doc_type: minute}, rows: [{code: female_low}]}
`)}})
	if err != nil {
		t.Fatal(err)
	}
	set, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	err = set.Check(func(text string) (*report.Document, error) { return scan.Plain(text), nil })
	const want = `mine.yaml:7: rule my.x: example 1: given: documents.doc_type has no code "minute"; did you mean "minutes"?`
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %q", err, want)
	}
}
