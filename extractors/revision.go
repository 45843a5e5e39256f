package extractors

import (
	"maps"
	"slices"
	"strings"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// Revision reads documents whose rows under an earlier profile are known. It asks the
// rules that may say something else only, and them only where a word of what changed
// stands. It is safe for any number of goroutines.
type Revision struct {
	set        *Set // of the rules to ask
	tables     []string
	conditions [][]*scan.Class
}

// Revise compares a profile, whose outline is now, with an earlier one; ok is false when
// every rule has to go over every document.
func Revise(before, now Outline, p *configs.Profile) (r *Revision, ok bool) {
	d, ok := differ(before, now)
	if !ok {
		return nil, false
	}
	b := scan.NewBuilder()
	r = &Revision{}
	for _, c := range d.conditions {
		r.conditions = append(r.conditions, c.classes(b))
	}
	kinds := Builtin()
	anew := kinds.touchedBy(d, before, now)
	part := *p
	if anew != nil {
		part.Rules = kinds.asked(p.Rules, anew)
	}
	var err error
	if r.set, err = newSet(&part, kinds, b); err != nil {
		return nil, false
	}
	if anew == nil {
		return r, true
	}
	r.tables = slices.Sorted(maps.Keys(anew))
	r.set.only(anew)
	return r, true
}

// classes registers the words of a condition.
func (c condition) classes(b *scan.Builder) []*scan.Class {
	out := make([]*scan.Class, len(c))
	for i, words := range c {
		out[i] = b.Class("changed")
		for _, w := range words {
			out[i].Add(w, 0)
		}
	}
	return out
}

// only makes a set of some of the rules give the rows of some tables.
func (s *Set) only(tables map[string]bool) {
	s.assemble.Only(tables)
	if !tables[about[0]] {
		s.parts = nil
	}
	if !tables[audited[0]] {
		s.findings = nil
	}
	s.tablesOnly = !tables[about[0]] && s.findings == nil // the audit asks for the level of the unit
}

// Tables that are made together: what a document is about, with its evidence, and figures
// with what the audit says of them.
var (
	about   = []string{"documents", "identity_evidence"}
	audited = []string{"measures", "findings"}
)

// touchedBy are the tables whose rows may differ where a condition is met; nil when all
// may. What a document is about governs all rules, and a lexicon may be used by any.
func (k Kinds) touchedBy(d differences, profiles ...Outline) map[string]bool {
	if d.listed || slices.ContainsFunc(d.rules, RuleOutline.governs) {
		return nil
	}
	tables := map[string]bool{}
	add := func(r RuleOutline) {
		for _, t := range k[r.Kind].tables(r.Table) {
			tables[t] = true
		}
	}
	for _, r := range d.rules {
		add(r)
		for _, o := range profiles {
			for _, other := range o.Rules {
				if k.together(r.Kind, other.Kind) {
					add(other)
				}
			}
		}
	}
	for _, joined := range [][]string{about, audited} {
		if slices.ContainsFunc(joined, func(t string) bool { return tables[t] }) {
			for _, t := range joined {
				tables[t] = true
			}
		}
	}
	return tables
}

// governing are the columns of documents that rules of other tables ask for, see merge.
var governing = []string{"doc_type", "province", "org_unit", "org_level", "congress_ordinal", "term_start", "term_end", "doc_date"}

// governs reports whether a rule may say of a document what governs other rules: one of
// the program's kinds, or one in whose settings the name of such a column stands.
func (x RuleOutline) governs() bool {
	if x.Table != "documents" {
		return false
	}
	return x.Kind != "pattern" && x.Kind != "keyword" || slices.ContainsFunc(governing, func(column string) bool { return strings.Contains(x.Rest, column) })
}

// asked are those of some rules that have to be asked for the rows of tables: what fills
// them, what says what a document is about, and whom these ask.
func (k Kinds) asked(rules []configs.Rule, tables map[string]bool) []configs.Rule {
	fills := func(r configs.Rule, tables map[string]bool) bool {
		return slices.ContainsFunc(k[r.Kind].tables(r.Table), func(t string) bool { return tables[t] })
	}
	identity := tables[audited[0]] || slices.ContainsFunc(rules, func(r configs.Rule) bool { return fills(r, tables) && !k[r.Kind].apart })
	needed := func(r configs.Rule) bool {
		return fills(r, tables) || identity && fills(r, map[string]bool{about[0]: true})
	}
	kinds := map[string]bool{}
	for _, r := range rules {
		if needed(r) {
			kinds[r.Kind] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(rules), func(r configs.Rule) bool {
		if needed(r) {
			return false
		}
		for kind := range kinds {
			if k.together(kind, r.Kind) {
				return false
			}
		}
		return true
	})
}

// Tables are those of which Each gives rows, in the order of their names: the rows of the
// others stand. None are named when it gives all rows.
func (r *Revision) Tables() []string { return r.tables }

// Each gives of each document whether all its rows stand, or else those of Tables, and
// maybe of others, as Set.Each does.
func (r *Revision) Each(docs []*report.Document) (rows [][]report.Row, stand []bool, err error) {
	rows, stand = make([][]report.Row, len(docs)), make([]bool, len(docs))
	if len(r.conditions) == 0 {
		return rows, slices.Repeat([]bool{true}, len(docs)), nil
	}
	var texts []*scan.Text
	var at []int
	for i, d := range docs {
		t := r.set.Scan(d)
		defer t.Release()
		if stand[i] = !r.touches(t); !stand[i] {
			texts, at = append(texts, t), append(at, i)
		}
	}
	some, err := r.set.rowsOf(texts)
	if err != nil {
		return nil, nil, err
	}
	for n, i := range at {
		rows[i] = some[n]
	}
	return rows, stand, nil
}

func (r *Revision) touches(t *scan.Text) bool {
	missing := func(c *scan.Class) bool { return len(t.Hits(c)) == 0 }
	return slices.ContainsFunc(r.conditions, func(all []*scan.Class) bool { return !slices.ContainsFunc(all, missing) })
}
