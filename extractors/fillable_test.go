package extractors

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// What a rule cannot fill is refused before a run, in words.
func TestWhatNoRuleFills(t *testing.T) {
	for _, c := range []struct{ name, rule, want string }{
		{"a table of statistics", "kind: keyword, table: limitation_rates, settings: {column: code, words: {female_low: [bão]}}", "mine.yaml:2: rule my.x: no rule fills the table limitation_rates: "},
		{"pooled series", "kind: pattern, table: series, settings: {column: body, near: [bão], expr: '(?P<value>bão)'}", "rules fill documents, people, citations, measures, assessments, limitations, tasks, findings"},
		{"evidence of identity", "kind: keyword, table: identity_evidence, settings: {column: value, words: {x: [bão]}}", "no rule fills the table identity_evidence"},
		{"what a reviewer said", "kind: keyword, table: corrections, settings: {column: value, words: {x: [bão]}}", "no rule fills the table corrections"},
		{"a kind of another table", "kind: document, table: tasks", "this kind fills the table documents, not tasks"},
		{"pages", "kind: pattern, table: documents, settings: {column: pages, near: [bão], expr: '(?P<value>[0-9]+) bão'}", "column: column pages of documents is filled by the program itself"},
		{"status by words", "kind: keyword, table: documents, settings: {column: status, words: {ok: [bão]}}", "column: column status of documents is filled by the program itself"},
		{"a group like a path", "kind: pattern, table: documents, settings: {near: [bão], expr: '(?P<source_path>[0-9]+) bão'}", `expr: group "source_path": column source_path of documents is filled`},
		{"a constant", "kind: pattern, table: limitations, settings: {column: code, near: [bão], expr: '(?P<value>female_low) bão', set: {confidence: high}}", "set: column confidence of limitations is filled"},
		{"the group value without its column", "kind: pattern, table: documents, settings: {near: [bão], expr: '(?P<value>bão)'}", "column: name the column that gets the group value"},
		{"words without a column", "kind: keyword, table: documents, settings: {words: {minutes: [bão]}}", "column: name the column that gets the codes"},
		{"no code", "kind: code, table: limitations, settings: {cue: [bão]}", "code: name the code that the rule finds"},
		{"an aspect that is none", "kind: code, table: limitations, settings: {code: female_low, cue: [bão], aspect: logistic}", `aspect: assessments.aspect has no code "logistic"; did you mean "logistics"?`},
		{"an aspect that is none among several", "kind: code, table: limitations, settings: {code: female_low, cue: [bão], of: [overall, logistic]}", `of: assessments.aspect has no code "logistic"; did you mean "logistics"?`},
		{"a body that is none", "kind: code, table: limitations, settings: {code: female_low, cue: [bão], body: comittee}", `body: limitations.body has no code "comittee"; did you mean "committee"?`},
		{"a table of one's own", "kind: keyword, table: storms, settings: {column: name, words: {x: [bão]}}", ""},
		{"a finding of one's own", "kind: pattern, table: findings, settings: {column: stated, near: [bão], expr: '(?P<value>bão)', set: {kind: unread_figure, severity: info, message: mine}}", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := configs.Load(fstest.MapFS{
				"fields/mine.yaml": {Data: []byte("rules:\n  - {id: my.x, " + c.rule + "}\n")},
				"tables.yaml":      {Data: []byte("tables:\n  - {name: storms, label: {vi: Bão}, columns: [{name: name, type: string, label: {vi: Tên}}]}\n")},
			})
			if err != nil {
				t.Fatal(err)
			}
			set, err := New(p)
			switch {
			case c.want == "" && err == nil:
				if _, err := set.Rows(scan.Plain("Đại hội họp muộn vì bão.")); err != nil {
					t.Error(err)
				}
			case c.want == "":
				t.Error(err)
			case err == nil || !strings.Contains(err.Error(), c.want):
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

// Each column of documents is filled by the program or by a rule of the profile.
func TestColumnsOfDocumentsHaveAFiller(t *testing.T) {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	ruled := []string{"doc_date", "doc_number", "doc_type", "province", "org_unit", "org_level", "upper_unit", "congress_ordinal", "term_start", "term_end"}
	n := 0
	for _, c := range p.Table("documents").Columns {
		if !kind.ProgramFills("documents", c.Name) {
			if n++; !slices.Contains(ruled, c.Name) {
				t.Errorf("nothing is known to fill documents.%s", c.Name)
			}
		}
	}
	if n != len(ruled) {
		t.Errorf("%d columns are for rules, want %d", n, len(ruled))
	}
	if kind.Fillable(report.NewTable("x", report.Label{}, "", []report.Column{{Name: "doc_id"}})) {
		t.Error("a table without evidence is filled")
	}
}
