// Package extractors makes a profile into a set of rules that reads documents.
//
//	set, err := extractors.New(profile)      // all faults of all rules at once
//	rows := set.Rows(doc)                    // every row of every table
//
// A kind of rule is a folder beside this file and one line in Builtin. Kinds
// know neither YAML nor this package: they get their typed settings and a
// kind.Env.
package extractors

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/assemble"
	"github.com/tongket/tongket/pipeline/audit"
	"github.com/tongket/tongket/pipeline/report"
)

// Kind makes an extractor of one rule of a profile.
type Kind struct {
	// Doc says in one line what the kind finds.
	Doc   string
	make  func(rule configs.Rule, env *kind.Env) (kind.Extractor, error)
	fills []string // columns that each of its rows has
	into  []string // tables that its facts are of, whatever that of its rule
	group string   // of the kinds whose rules ask each other
	apart bool     // its rules do not ask what a document is about
	turn  int      // among those that say what a document is about, from 1; 0 for the others
}

// filling says which columns each row of a kind has, whatever its settings.
func (k Kind) filling(columns ...string) Kind {
	k.fills = columns
	return k
}

// writing says of which tables the facts of a kind are, whatever that of its rule.
func (k Kind) writing(tables ...string) Kind {
	k.into = tables
	return k
}

// asking names a group of kinds whose rules ask each other what they found.
func (k Kind) asking(group string) Kind {
	k.group = group
	return k
}

// byItself says that rules of a kind do not ask what a document is about, see
// scan.Text.Identity.
func (k Kind) byItself() Kind {
	k.apart = true
	return k
}

// inTurn says that rules of a kind ask what those with a lower number said a document is
// about. They wait for them, whoever wrote the rule.
func (k Kind) inTurn(n int) Kind {
	k.turn = n
	return k
}

// tables are those that a rule of a table fills.
func (k Kind) tables(of string) []string { return append(slices.Clip(k.into), of) }

// Kinds are the kinds of a program by the name that rules use.
type Kinds map[string]Kind

// together reports whether rules of two kinds ask each other.
func (k Kinds) together(a, b string) bool { return k[a].group != "" && k[a].group == k[b].group }

// of adapts a constructor with typed settings: the settings of the rule are
// decoded strictly over the kind's defaults.
func of[C any, E kind.Extractor](doc string, defaults C, construct func(id string, c C, env *kind.Env) (E, error)) Kind {
	return Kind{Doc: doc, make: func(rule configs.Rule, env *kind.Env) (kind.Extractor, error) {
		c := defaults
		if err := rule.Settings.Decode(&c); err != nil {
			return nil, err
		}
		return construct(rule.ID, c, env)
	}}
}

// Set is a profile ready to read. It is safe for any number of goroutines.
type Set struct {
	rules   []rule // those of documents first
	lexicon *scan.Lexicon
	tables  []*report.Table
	view    view
	works   sync.Pool // of *work, for their memory
}

// view is which rows of a document are wanted: of all tables, or of some.
type view struct {
	assemble *assemble.Assembler
	findings *report.Table     // nil when none are
	parts    *discourse.Reader // nil in a profile that does not ask for parts
	// tablesOnly leaves out the rows that say what a document is about.
	tablesOnly bool
	// asked are the rules that are asked, by their place in the set; nil for all.
	asked []bool
}

type rule struct {
	configs.Rule
	extractor kind.Extractor
	classes   []*scan.Class // the words that were registered when it was made
}

// New makes the rules of a profile with the kinds of this program. It does not
// run the examples; see Check. The set that comes with faults has the rules that
// could be made, so that their examples can be tried as well.
func New(p *configs.Profile) (*Set, error) { return NewWith(p, Builtin()) }

// NewWith is New with other kinds.
func NewWith(p *configs.Profile, kinds Kinds) (*Set, error) {
	return newSet(p, kinds, scan.NewBuilder())
}

// newSet is NewWith with the words that a builder has besides.
func newSet(p *configs.Profile, kinds Kinds, b *scan.Builder) (*Set, error) {
	g := grammar.New(b)
	shared := map[string]any{}
	s := &Set{tables: p.Tables, view: view{findings: p.Table("findings")}}
	var faults []error
	for _, r := range p.Rules {
		k, ok := kinds[r.Kind]
		if !ok {
			faults = append(faults, fmt.Errorf("%s: rule %s: no kind %q%s; there are %s", r.Place("kind"), r.ID, r.Kind, report.DidYouMean(r.Kind, slices.Collect(maps.Keys(kinds))), strings.Join(slices.Sorted(maps.Keys(kinds)), ", ")))
			continue
		}
		if p.Table(r.Table) == nil {
			continue // said when the profile was read
		}
		if err := k.mayFill(p, r.Table); err != nil {
			faults = append(faults, fmt.Errorf("%s: rule %s: %w", r.Place("table"), r.ID, err))
			continue
		}
		if r.Own {
			if err := phraseFaults(r); err != nil {
				faults = append(faults, located(r, err)...)
			}
		}
		words := len(b.Classes())
		x, err := k.make(r, &kind.Env{Builder: b, Grammar: g, Table: p.Table(r.Table), Other: p.Table, Wordlist: p.Wordlist, Shared: shared})
		if err != nil {
			faults = append(faults, located(r, err)...) // a lexicon that several rules share says its own again
			continue
		}
		if err := promises(p.Table(r.Table), k, x); err != nil {
			faults = append(faults, located(r, err)...)
			continue
		}
		s.rules = append(s.rules, rule{r, x, b.Classes()[words:]})
	}
	if t := p.Table("documents"); t != nil && t.Index(shortcomingsPart) >= 0 {
		var err error
		s.view.parts, err = discourse.Shared(&kind.Env{Builder: b, Grammar: g, Table: t, Wordlist: p.Wordlist, Shared: shared})
		faults = append(faults, err)
	}
	slices.SortStableFunc(s.rules, func(a, b rule) int {
		return cmp.Or(a.stage()-b.stage(), kinds[a.Kind].turn-kinds[b.Kind].turn, a.second()-b.second())
	})
	s.lexicon = b.Build()
	faults = once(faults)
	var err error
	if s.view.assemble, err = assemble.New(p.Tables, p.Wordlists["provinces"]); err != nil {
		faults = append(faults, err)
	}
	return s, errors.Join(faults...)
}

// once drops faults that say what an earlier one says.
func once(faults []error) []error {
	var out []error
	said := map[string]bool{}
	for _, err := range faults {
		if err != nil && !said[err.Error()] {
			said[err.Error()] = true
			out = append(out, err)
		}
	}
	return out
}

// placed is how an error begins that names its file and line itself.
var placed = regexp.MustCompile(`^[^ ]+\.(yaml|tsv):\d+: `)

// located gives each fault of a rule its file and line: those of the setting by
// whose name the fault begins.
func located(r configs.Rule, err error) []error {
	out := apart(err)
	for i, e := range out {
		if !placed.MatchString(e.Error()) {
			key, _, _ := strings.Cut(e.Error(), ": ")
			out[i] = fmt.Errorf("%s: rule %s: %w", r.Place("settings", key), r.ID, e)
		}
	}
	return out
}

// apart takes joined errors apart.
func apart(err error) []error {
	several, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var out []error
	for _, e := range several.Unwrap() {
		out = append(out, apart(e)...)
	}
	return out
}

// shortcomingsPart is the column of documents that says whether a report could
// have stated a shortcoming.
const shortcomingsPart = "shortcomings_part"

// stage puts identity first: what a document is about governs how the rest is read.
func (r rule) stage() int {
	if r.Table == aboutTables[0] {
		return 0
	}
	return 1
}

// second puts the rules of who reads before the embedded ones: of two that find one row
// at one place the first has it.
func (r rule) second() int {
	if r.Own {
		return 0
	}
	return 1
}

// Tables are the tables of the profile.
func (s *Set) Tables() []*report.Table { return s.tables }

// Scan reads a document and finds its identity; it is the first half of Facts,
// for callers that explain.
func (s *Set) Scan(doc *report.Document) *scan.Text { return s.lexicon.Scan(doc) }

// Facts returns what all rules found, identity first, each table in the order
// of the text.
func (s *Set) Facts(doc *report.Document) []report.Fact {
	t := s.Scan(doc)
	defer t.Release()
	return s.FactsOf(t)
}

// FactsOf is Facts over a text that Scan has read.
func (s *Set) FactsOf(t *scan.Text) (facts []report.Fact) {
	s.found([]*scan.Text{t}, nil, func(_ int, _ *view, _ int64, all []report.Fact) { facts = kept(all) })
	return facts
}

// kept copies facts with their fields, which are their text's.
func kept(facts []report.Fact) []report.Fact {
	n := 0
	for i := range facts {
		n += len(facts[i].Fields)
	}
	out, fields := slices.Clone(facts), make([]report.Field, 0, n)
	for i := range out {
		from := len(fields)
		fields = append(fields, out[i].Fields...)
		out[i].Fields = slices.Clip(fields[from:])
	}
	return out
}

// work is the memory of found.
type work struct {
	lists [][]report.Fact
	views []*view
	about []int64
}

// found gives what all rules found in each text to use, which must not keep the slice:
// it is made again of the facts of other texts. Each rule goes over all texts before the
// next does, while its instructions and words are at hand.
//
// Once it is known what a text is about, choose says which rows are wanted of it; nil
// takes those of the set.
func (s *Set) found(texts []*scan.Text, choose func(i int, about int64) *view, use func(i int, v *view, about int64, facts []report.Fact)) {
	w, ok := s.works.Get().(*work)
	if !ok {
		w = &work{}
	}
	for len(w.lists) < len(texts) {
		w.lists, w.views, w.about = append(w.lists, nil), append(w.views, nil), append(w.about, 0)
	}
	lists, at := w.lists[:len(texts)], 0
	for n := range lists {
		w.views[n] = &s.view
	}
	emit := func(f report.Fact) { lists[at] = append(lists[at], f) }
	told := false
	tell := func() {
		for n, t := range texts {
			w.about[n] = aboutOf(&t.Identity, assemble.Identity(lists[n]))
			if choose != nil {
				w.views[n] = choose(n, w.about[n])
			}
		}
		told = true
	}
	for i := range s.rules {
		r := &s.rules[i]
		if !told && r.Table != aboutTables[0] {
			tell()
		}
		for n, t := range texts {
			if asked := w.views[n].asked; asked != nil && !asked[i] {
				continue
			}
			at = n
			r.extractor.Facts(t, emit)
			if r.Table == aboutTables[0] {
				merge(&t.Identity, assemble.Identity(lists[n]))
			}
		}
	}
	if !told {
		tell()
	}
	for n, facts := range lists {
		use(n, w.views[n], w.about[n], facts)
		clear(facts)
		lists[n], w.views[n] = facts[:0], nil
	}
	s.works.Put(w)
}

// merge takes over what the rules decided, but for what a caller gave.
func merge(id *scan.Identity, w assemble.Winners) {
	if id.Type == "" {
		id.Type = w.Text("doc_type")
	}
	if id.Province == "" {
		id.Province = w.Text("province")
	}
	if id.Unit == "" {
		id.Unit = w.Text("org_unit")
	}
	if id.Level == "" {
		id.Level = w.Text("org_level")
	}
	if id.Ordinal == 0 {
		id.Ordinal = w.Int("congress_ordinal")
	}
	if id.Start == 0 {
		id.Start = w.Int("term_start")
	}
	if id.End == 0 {
		id.End = w.Int("term_end")
	}
	if id.Date.IsZero() {
		id.Date, _ = w.Get("doc_date").Date()
	}
}

// Rows returns every row of every table for a document: one documents row with
// its identity columns set, identity_evidence, then the other tables.
func (s *Set) Rows(doc *report.Document) ([]report.Row, error) {
	found, err := s.Each([]*report.Document{doc})
	if err != nil {
		return nil, err
	}
	return found[0].Rows, nil
}

// Each returns what Rows returns for each of some documents, in less time. The error is
// that of the first that has one.
func (s *Set) Each(docs []*report.Document) ([]report.Found, error) {
	texts := make([]*scan.Text, len(docs))
	for i, d := range docs {
		texts[i] = s.Scan(d)
		defer texts[i].Release()
	}
	return s.foundIn(texts, nil)
}

// foundIn is Each of documents that Scan has read; choose is that of found.
func (s *Set) foundIn(texts []*scan.Text, choose func(i int, about int64) *view) ([]report.Found, error) {
	out := make([]report.Found, len(texts))
	var fault error
	s.found(texts, choose, func(i int, v *view, about int64, facts []report.Fact) {
		rows, err := v.rows(texts[i], facts)
		if out[i].Rows = rows; fault == nil {
			fault = err
		}
		if !v.tablesOnly { // else nobody may have asked
			out[i].About = about
		}
	})
	if fault != nil {
		return nil, fault
	}
	return out, nil
}

// rows makes the rows of what was found in a text.
func (v *view) rows(t *scan.Text, facts []report.Fact) ([]report.Row, error) {
	assembled := v.assemble.Rows
	if v.tablesOnly {
		assembled = v.assemble.Tables
	}
	rows, err := assembled(t.Doc, facts)
	if err != nil {
		return nil, err
	}
	if v.parts != nil {
		rows[0].Set(shortcomingsPart, report.Bool(v.parts.Opens(t, discourse.Limits)))
	}
	if v.findings != nil {
		rows = append(rows, audit.Document(rows, v.findings, assemble.RowID)...)
	}
	return rows, nil
}

// Again makes anew what follows from the rows of one document after a person
// corrected some: derived columns, checks and findings.
func (s *Set) Again(rows []report.Row) []report.Row {
	for _, r := range rows {
		if r.Table.Name == "documents" {
			s.view.assemble.Derive(r)
		}
	}
	if s.view.findings == nil {
		return rows
	}
	return audit.Again(rows, s.view.findings, assemble.RowID)
}

// Check runs the examples of all rules. read makes a document of an example's
// text. The error joins every example that fails, with its place.
func (s *Set) Check(read func(text string) (*report.Document, error)) error {
	var faults []error
	for _, r := range s.rules {
		for i, e := range r.Examples {
			if err := s.example(r, e, read); err != nil {
				for _, err := range apart(err) {
					faults = append(faults, fmt.Errorf("%s: rule %s: example %d: %w", r.Place("examples", i), r.ID, i+1, err))
				}
			}
		}
	}
	return errors.Join(faults...)
}
