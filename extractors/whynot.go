package extractors

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Silence is a rule that had a word in a sentence and gave no row there.
type Silence struct {
	Rule, Table string
	// Ordinary is false for the rules of identity, whose words stand everywhere.
	Ordinary bool
	Anchors  []string       // the rule's words in the sentence, as written
	Why      []report.Label // which condition failed, where the kind can say
}

// Looked is one sentence with the rules that found something in it and those
// that did not although one of their words stands there.
type Looked struct {
	Sentence string
	Found    []report.Fact
	Silent   []Silence
}

// WhyNot looks at every sentence of a document that holds a part of a text,
// without regard to case, spelling of tones and white space.
func (s *Set) WhyNot(doc *report.Document, part string) []Looked {
	t := s.Scan(doc)
	facts := s.FactsOf(t)
	want := fold(part)
	var out []Looked
	for i := range t.Sentences {
		span := doc.Sentences[i].Span
		text := doc.At(span)
		if want == "" || !strings.Contains(fold(text), want) || t.Sentences[i].First == t.Sentences[i].Last {
			continue
		}
		l := Looked{Sentence: text}
		found := map[string]bool{}
		for _, f := range facts {
			if f.Meta == "" && f.Span.Start >= span.Start && f.Span.End <= span.End {
				l.Found = append(l.Found, f)
				rule, _, _ := strings.Cut(f.Rule, "/")
				found[rule] = true
			}
		}
		l.yield(s.tables)
		for _, r := range s.rules {
			if found[r.ID] {
				continue
			}
			if x := r.silence(t, t.Sentences[i]); len(x.Anchors) > 0 {
				l.Silent = append(l.Silent, x)
			}
		}
		out = append(out, l)
	}
	return out
}

// yield moves facts that another rule states as well to those that gave no row:
// one row has one rule.
func (l *Looked) yield(tables []*report.Table) {
	slices.SortStableFunc(l.Found, func(f, g report.Fact) int {
		return cmp.Or(f.Span.Start-g.Span.Start, f.Span.End-g.Span.End)
	})
	var kept []report.Fact
	for _, f := range l.Found {
		n := slices.IndexFunc(kept, func(g report.Fact) bool { return f.Table == g.Table && same(tables, f, g) })
		if n < 0 {
			kept = append(kept, f)
			continue
		}
		if g := kept[n]; g.Rule != f.Rule {
			l.Silent = append(l.Silent, Silence{Rule: f.Rule, Table: f.Table, Ordinary: f.Table != "documents", Why: []report.Label{{
				VI: "dòng này đã có theo quy tắc " + g.Rule, EN: "rule " + g.Rule + " states the same row",
			}}})
		}
	}
	l.Found = kept
}

// same reports whether two facts of a sentence and a table are one row of it.
func same(tables []*report.Table, f, g report.Fact) bool {
	n := slices.IndexFunc(tables, func(t *report.Table) bool { return t.Name == f.Table })
	if n < 0 || f.Table == "documents" || tables[n].Once == report.OncePerPlace && f.Span.Start != g.Span.Start {
		return false
	}
	for _, c := range tables[n].Columns {
		if c.Key && c.Name != "doc_id" && vn.Fold(f.Get(c.Name).String()) != vn.Fold(g.Get(c.Name).String()) {
			return false
		}
	}
	return true
}

// identityKinds read the columns of documents that the codebook has.
var identityKinds = []string{"document", "congress", "organisation"}

func fold(s string) string { return strings.Join(strings.Fields(vn.Fold(s)), " ") }

// silence gathers the words of a rule in a sentence and what its kind says.
func (r *rule) silence(t *scan.Text, sen scan.Sentence) Silence {
	out := Silence{Rule: r.ID, Table: r.Table, Ordinary: !slices.Contains(identityKinds, r.Kind)}
	seen := map[string]bool{}
	for _, c := range r.classes {
		for _, h := range t.HitsIn(c, sen.First, sen.Last) {
			if w := t.String(h.First, h.Last); h.Value >= 0 && !seen[w] {
				seen[w] = true
				out.Anchors = append(out.Anchors, w)
			}
		}
	}
	if x, ok := r.extractor.(kind.Reasoner); ok && len(out.Anchors) > 0 {
		out.Why = x.WhyNot(t, sen.First, sen.Last)
	}
	return out
}
