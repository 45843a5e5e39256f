package extractors

import (
	"encoding/binary"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/assemble"
	"github.com/tongket/tongket/pipeline/report"
)

// Revision reads documents whose rows under an earlier profile are known. It asks the
// rules that may say something else only, and them only where a word of what changed
// stands. It is safe for any number of goroutines.
type Revision struct {
	set        *Set // of the rules to ask, or of all when one that governs others changed
	tables     []string
	conditions [][]*scan.Class
	// governed says that a rule changed that decides what documents are about: the other
	// rules are asked only where that is something else now. some is asked elsewhere.
	governed bool
	some     view
}

// Revise compares a profile, whose outline is now, with an earlier one; ok is false when
// every rule has to go over every document.
func Revise(before, now Outline, p *configs.Profile) (r *Revision, ok bool) {
	d, ok := differ(before, now)
	if !ok {
		return nil, false
	}
	b := scan.NewBuilder()
	r = &Revision{governed: d.govern()}
	for _, c := range d.conditions {
		r.conditions = append(r.conditions, c.classes(b))
	}
	kinds := Builtin()
	anew := kinds.touchedBy(d, before, now)
	part := *p
	if anew != nil && !r.governed {
		part.Rules = kinds.asked(p.Rules, anew)
	}
	var err error
	if r.set, err = newSet(&part, kinds, b); err != nil {
		return nil, false
	}
	switch {
	case anew == nil:
	case r.governed:
		r.tables = slices.Sorted(maps.Keys(anew))
		r.some = r.set.view.only(anew)
		r.some.asked = r.set.places(kinds.asked(p.Rules, anew))
	default:
		r.tables = slices.Sorted(maps.Keys(anew))
		r.set.view = r.set.view.only(anew)
	}
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

// only is a view of some of the tables.
func (v view) only(tables map[string]bool) view {
	v.assemble = v.assemble.Only(tables)
	if !tables[aboutTables[0]] {
		v.parts = nil
	}
	if !tables[auditedTables[0]] {
		v.findings = nil
	}
	v.tablesOnly = !tables[aboutTables[0]] && v.findings == nil // the audit asks for the level of the unit
	return v
}

// places says of each rule of the set whether it is one of some.
func (s *Set) places(rules []configs.Rule) []bool {
	asked := make([]bool, len(s.rules))
	for i := range s.rules {
		asked[i] = slices.ContainsFunc(rules, func(r configs.Rule) bool { return r.ID == s.rules[i].ID })
	}
	return asked
}

// Tables that are made together: what a document is about, with its evidence, and figures
// with what the audit says of them.
var (
	aboutTables   = []string{"documents", "identity_evidence"}
	auditedTables = []string{"measures", "findings"}
)

// govern reports whether what documents are about may be told otherwise by one of the
// rules that changed, and by nothing else that did.
func (d differences) govern() bool {
	return !d.listed && slices.ContainsFunc(d.rules, RuleOutline.governs)
}

// touchedBy are the tables whose rows may differ where a condition is met, and what the
// document is about is what it was; nil when all may, as any rule may use a lexicon.
func (k Kinds) touchedBy(d differences, profiles ...Outline) map[string]bool {
	if d.listed {
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
	for _, joined := range [][]string{aboutTables, auditedTables} {
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
	identity := tables[auditedTables[0]] || slices.ContainsFunc(rules, func(r configs.Rule) bool { return fills(r, tables) && !k[r.Kind].apart })
	needed := func(r configs.Rule) bool {
		return fills(r, tables) || identity && fills(r, map[string]bool{aboutTables[0]: true})
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

// Each gives of each document whether all its rows stand, or else those of the tables
// that it names, and maybe of others, as Set.Each does. about are what the rules of before
// told others of each, see report.Found, 0 where that is not known.
func (r *Revision) Each(docs []*report.Document, about []int64) ([]report.Found, error) {
	out := make([]report.Found, len(docs))
	for i := range out {
		out[i] = report.Found{Stands: true, About: about[i]}
	}
	if len(r.conditions) == 0 {
		return out, nil
	}
	var texts []*scan.Text
	var at []int
	for i, d := range docs {
		t := r.set.Scan(d)
		defer t.Release()
		if r.touches(t) {
			texts, at = append(texts, t), append(at, i)
		}
	}
	var choose func(i int, told int64) *view
	if r.governed {
		choose = func(i int, told int64) *view {
			if told == about[at[i]] {
				return &r.some
			}
			return &r.set.view
		}
	}
	found, err := r.set.foundIn(texts, choose)
	if err != nil {
		return nil, err
	}
	for n, i := range at {
		out[i] = found[n]
		if !r.governed || found[n].About == about[i] {
			out[i].Tables = r.tables
		}
		if out[i].About == 0 { // rules that say nothing of it were asked
			out[i].About = about[i]
		}
	}
	return out, nil
}

func (r *Revision) touches(t *scan.Text) bool {
	missing := func(c *scan.Class) bool { return len(t.Hits(c)) == 0 }
	return slices.ContainsFunc(r.conditions, func(all []*scan.Class) bool { return !slices.ContainsFunc(all, missing) })
}

// aboutOf hashes what rules are told of what a document is about, and what its row will
// say of that.
func aboutOf(id *scan.Identity, w assemble.Winners) int64 {
	room := make([]byte, 0, 512)
	text := func(s string) { // with its length before it: what follows is not of it
		room = append(binary.AppendUvarint(room, uint64(len(s))), s...)
	}
	text(id.Type)
	text(id.Province)
	text(id.Unit)
	text(id.Level)
	for _, n := range []int64{int64(id.Date.Year), int64(id.Date.Month), int64(id.Date.Day), int64(id.Date.Precision), int64(id.Ordinal), int64(id.Start), int64(id.End)} {
		room = binary.AppendVarint(room, n)
	}
	room = strconv.AppendBool(room, id.Outside)
	for _, column := range governing {
		text(w.Get(column).String())
	}
	h := fnv.New64a()
	_, _ = h.Write(room)
	return max(int64(h.Sum64()>>5), 1) // the journal reads numbers of up to 18 digits quickly; 0 is unknown
}
