// Package diff tells what two runs say differently, and why.
//
// A value was added, lost or changed; the cause is the first that holds of:
//
//	input   the document is only in one run, or was read in one and not in the other
//	review  a reviewer corrected the value in one run and not in the other
//	reader  the canonical text of the document is another
//	rule    the text is the same: rules, words or the program read it otherwise
//
// Rows are paired by their ids, by their place, by what they say, and by a place
// that touches in the same sentence. Memory holds a number for each row of the
// first run, and the rows that differ.
package diff

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/review"
)

// Cause is why two runs differ.
type Cause string

// The causes.
const (
	Input  Cause = "input"
	Review Cause = "review"
	Reader Cause = "reader"
	Rule   Cause = "rule"
)

// Kind is what became of a value.
type Kind string

// The kinds.
const (
	Added   Kind = "added"
	Lost    Kind = "lost"
	Changed Kind = "changed"
)

// Run is the outputs of one run.
type Run struct {
	report.Dataset
	// Text returns a hash of the canonical text of a document, "" when there
	// is none.
	Text func(docID string) (string, error)
}

// Change is one row or value that differs.
type Change struct {
	Kind  Kind
	Cause Cause
	// Path is the source_path of the document.
	Path, Doc, Table string
	// Field is the column; empty for a whole row, of which Before or After then
	// tell the values.
	Field         string
	Before, After string
	// Rule is the rule that found the row, of the second run where it is there.
	Rule     string
	Evidence string
	start    float64
}

// Count is how many values of one column differ for one cause. The empty column
// counts whole rows; the values of such rows are counted at their columns too.
type Count struct {
	Table, Field         string
	Cause                Cause
	Added, Lost, Changed int
}

// Diff is what two runs say differently.
type Diff struct {
	Changes []Change
	Counts  []Count
	Same    int // rows that say the same
	// Documents are in both runs; OnlyA and OnlyB in one.
	Documents, OnlyA, OnlyB int
}

// Compare compares two runs: the identity of documents, and every table that
// stands on their text. What is made of these (findings, statistics) follows
// and is left out.
func Compare(a, b Run) (*Diff, error) {
	c := &comparer{a: a, b: b, seed: maphash.MakeSeed(), causes: map[string]Cause{}, withdrawn: map[string]bool{}, corrected: map[string]bool{}, counts: map[Count]*Count{}}
	var err error
	if c.inA, err = documents(a); err != nil {
		return nil, err
	}
	if c.inB, err = documents(b); err != nil {
		return nil, err
	}
	for _, r := range []Run{a, b} {
		if err := c.reviewers(r); err != nil {
			return nil, err
		}
	}
	for id := range c.inA {
		if _, both := c.inB[id]; both {
			c.out.Documents++
		} else {
			c.out.OnlyA++
		}
	}
	c.out.OnlyB = len(c.inB) - c.out.Documents
	for _, t := range tables(a, b) {
		if err := c.table(t); err != nil {
			return nil, err
		}
	}
	c.sort()
	return &c.out, nil
}

// reviewers notes what reviewers did in a run.
func (c *comparer) reviewers(r Run) error {
	for row, err := range r.Rows(review.Table) {
		if err != nil {
			return err
		}
		switch review.State(row.Get("state").Text()) {
		case review.Withdrawn:
			c.withdrawn[row.Get("row").Text()] = true
			c.corrected[row.Get("doc_id").Text()] = true
		case review.Applied:
			c.corrected[row.Get("doc_id").Text()] = true
		case review.Agrees, review.Noted, review.Differs, review.Lost, review.Absent:
		}
	}
	return nil
}

// documents returns the documents of a run that were read, with the path of the
// first input that holds each.
func documents(r Run) (map[string]string, error) {
	out := map[string]string{}
	for row, err := range r.Rows("documents") {
		if err != nil {
			return nil, err
		}
		id := row.Get("doc_id").Text()
		if _, known := out[id]; read(row) && !known {
			out[id] = row.Get("source_path").Text()
		}
	}
	return out, nil
}

// read reports whether a documents row is that of a document that was read.
func read(row report.Row) bool {
	s := report.Status(row.Get("status").Text())
	return row.Get("doc_id").Text() != "" && (s == report.OK || s == report.Partial)
}

// tables lists the tables that are compared: those of either run.
func tables(runs ...Run) []string {
	var out []string
	for _, r := range runs {
		for _, t := range r.Tables() {
			compared := t.Name == "documents" || t.Index("evidence") >= 0 && t.Name != "findings" && t.Name != "identity_evidence"
			if compared && !slices.Contains(out, t.Name) {
				out = append(out, t.Name)
			}
		}
	}
	return out
}

type comparer struct {
	a, b     Run
	inA, inB map[string]string // doc_id → path
	seed     maphash.Seed
	causes   map[string]Cause // of documents in both
	// What reviewers did in either run: rows that they left out, documents of
	// which they corrected something.
	withdrawn, corrected map[string]bool
	counts               map[Count]*Count
	out                  Diff
}

// idOf names a row within its table. A document is known by its bytes.
func idOf(r report.Row) string {
	if r.Table.Name == "documents" {
		return r.Get("doc_id").Text()
	}
	return r.Get("row_id").Text()
}

// sum is a hash of what a row says and of where it stands.
func (c *comparer) sum(r report.Row) uint64 {
	var h maphash.Hash
	h.SetSeed(c.seed)
	for i, col := range r.Table.Columns {
		if review.Own(r.Table, col.Name) || col.Name == "corrected" {
			h.WriteString(col.Name)
			h.WriteByte(0)
			h.WriteString(r.Cells[i].String())
			h.WriteByte(0)
		}
	}
	return h.Sum64()
}

// rows goes through the rows of a table that are compared.
func rows(r Run, table string, take func(report.Row)) error {
	seen := map[string]bool{}
	for row, err := range r.Rows(table) {
		if err != nil {
			return err
		}
		if table == "documents" {
			if id := row.Get("doc_id").Text(); !read(row) || seen[id] {
				continue
			}
			seen[row.Get("doc_id").Text()] = true
		}
		take(row)
	}
	return nil
}

// table compares one table: first by numbers, then the rows that differ.
func (c *comparer) table(name string) error {
	sums := map[string]uint64{}
	if err := rows(c.a, name, func(r report.Row) { sums[idOf(r)] = c.sum(r) }); err != nil {
		return err
	}
	rest := map[string]*pair{} // by document
	of := func(doc string) *pair {
		if rest[doc] == nil {
			rest[doc] = &pair{}
		}
		return rest[doc]
	}
	err := rows(c.b, name, func(r report.Row) {
		id := idOf(r)
		if s, ok := sums[id]; ok && s == c.sum(r) {
			delete(sums, id)
			c.out.Same++
			return
		}
		p := of(r.Get("doc_id").Text())
		p.b = append(p.b, r.Clone())
	})
	if err != nil {
		return err
	}
	err = rows(c.a, name, func(r report.Row) {
		if _, differs := sums[idOf(r)]; differs {
			p := of(r.Get("doc_id").Text())
			p.a = append(p.a, r.Clone())
		}
	})
	if err != nil {
		return err
	}
	for doc, p := range rest {
		if err := c.document(doc, p); err != nil {
			return err
		}
	}
	return nil
}

// pair is the rows of one document and table that differ.
type pair struct{ a, b []report.Row }

// document pairs the rows of one document, from sure to less sure.
func (c *comparer) document(doc string, p *pair) error {
	cause, err := c.cause(doc)
	if err != nil {
		return err
	}
	always := func(report.Row, report.Row) bool { return true }
	c.pair(p, cause, idOf, always)
	c.pair(p, cause, func(r report.Row) string { return place(r).String() }, always)
	c.pair(p, cause, review.Said, always)
	c.pair(p, cause, func(r report.Row) string { return r.Get("evidence").Text() }, func(r, s report.Row) bool { return place(r).touches(place(s)) })
	for _, r := range p.a {
		c.row(r, Lost, cause)
	}
	for _, r := range p.b {
		c.row(r, Added, cause)
	}
	return nil
}

// pair takes out the rows of both runs that have one key and fit. Rows without a
// key are left.
func (c *comparer) pair(p *pair, cause Cause, key func(report.Row) string, fit func(r, s report.Row) bool) {
	at := map[string][]int{}
	for j, s := range p.b {
		if k := key(s); k != "" {
			at[k] = append(at[k], j)
		}
	}
	used := make([]bool, len(p.b))
	p.a = slices.DeleteFunc(p.a, func(r report.Row) bool {
		of := at[key(r)]
		i := slices.IndexFunc(of, func(j int) bool { return !used[j] && fit(r, p.b[j]) })
		if i < 0 {
			return false
		}
		c.changed(r, p.b[of[i]], cause)
		used[of[i]] = true
		return true
	})
	left := p.b[:0]
	for j, s := range p.b {
		if !used[j] {
			left = append(left, s)
		}
	}
	p.b = left
}

// span is a place in a text, in code points.
type span struct{ start, end float64 }

func place(r report.Row) span {
	s, _ := r.Get("evidence_start").Number()
	e, _ := r.Get("evidence_end").Number()
	return span{s, e}
}

// String is "" for no place.
func (s span) String() string {
	if s.end == 0 {
		return ""
	}
	return fmt.Sprint(s.start, "-", s.end)
}

func (s span) touches(t span) bool { return s.start < t.end && t.start < s.end }

// cause is why a document's rows differ, reviewers apart.
func (c *comparer) cause(doc string) (Cause, error) {
	_, inA := c.inA[doc]
	_, inB := c.inB[doc]
	if !inA || !inB {
		return Input, nil
	}
	if known, ok := c.causes[doc]; ok {
		return known, nil
	}
	a, err := c.a.Text(doc)
	if err != nil {
		return "", err
	}
	b, err := c.b.Text(doc)
	if err != nil {
		return "", err
	}
	c.causes[doc] = Rule
	if a != b {
		c.causes[doc] = Reader
	}
	return c.causes[doc], nil
}

// differing returns the own columns in which two rows differ.
func differing(r, s report.Row) []string {
	var out []string
	for _, t := range []*report.Table{r.Table, s.Table} {
		for _, col := range t.Columns {
			if review.Own(t, col.Name) && r.Get(col.Name).String() != s.Get(col.Name).String() && !slices.Contains(out, col.Name) {
				out = append(out, col.Name)
			}
		}
	}
	return out
}

// changed notes the columns in which two rows of one thing differ. Rows that
// only stand elsewhere, because the text before them is another, say the same.
func (c *comparer) changed(r, s report.Row, cause Cause) {
	fields := differing(r, s)
	if len(fields) == 0 {
		c.out.Same++
		return
	}
	before, after := review.Corrected(r), review.Corrected(s)
	for _, f := range fields {
		x := c.change(s, cause)
		x.Field, x.Before, x.After = f, r.Get(f).String(), s.Get(f).String()
		_, ra := before[f]
		_, rb := after[f]
		if ra || rb || f == "base" && c.corrected[x.Doc] { // a base follows from other figures
			x.Cause = Review
		}
		switch {
		case x.Before == "":
			x.Kind = Added
		case x.After == "":
			x.Kind = Lost
		default:
			x.Kind = Changed
		}
		c.add(x)
	}
}

// row notes a row that only one run has.
func (c *comparer) row(r report.Row, k Kind, cause Cause) {
	if c.withdrawn[idOf(r)] {
		cause = Review
	}
	x := c.change(r, cause)
	x.Kind = k
	for i, col := range r.Table.Columns {
		if !r.Cells[i].IsNull() && review.Own(r.Table, col.Name) {
			c.count(Count{Table: x.Table, Field: col.Name, Cause: x.Cause}, k)
		}
	}
	if k == Added {
		x.After = review.Said(r)
	} else {
		x.Before = review.Said(r)
	}
	c.add(x)
}

func (c *comparer) change(r report.Row, cause Cause) Change {
	doc := r.Get("doc_id").Text()
	return Change{
		Cause: cause, Path: cmp.Or(c.inB[doc], c.inA[doc]), Doc: doc, Table: r.Table.Name, Rule: r.Get("rule").Text(),
		Evidence: r.Get("evidence").Text(), start: place(r).start,
	}
}

func (c *comparer) add(x Change) {
	c.out.Changes = append(c.out.Changes, x)
	c.count(Count{Table: x.Table, Field: x.Field, Cause: x.Cause}, x.Kind)
}

func (c *comparer) count(key Count, k Kind) {
	n := c.counts[key]
	if n == nil {
		n = &Count{Table: key.Table, Field: key.Field, Cause: key.Cause}
		c.counts[key] = n
	}
	switch k {
	case Added:
		n.Added++
	case Lost:
		n.Lost++
	case Changed:
		n.Changed++
	}
}

// sort brings counts and changes into one order.
func (c *comparer) sort() {
	for _, n := range c.counts {
		c.out.Counts = append(c.out.Counts, *n)
	}
	order := tables(c.a, c.b)
	at := func(table string) int { return slices.Index(order, table) }
	slices.SortFunc(c.out.Counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(at(a.Table), at(b.Table)), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Cause, b.Cause))
	})
	slices.SortStableFunc(c.out.Changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Doc, b.Doc), cmp.Compare(at(a.Table), at(b.Table)), cmp.Compare(a.start, b.start),
			cmp.Compare(a.Field, b.Field), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Before+a.After, b.Before+b.After))
	})
}
