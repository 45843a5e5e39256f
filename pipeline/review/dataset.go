package review

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/tongket/tongket/pipeline/report"
)

// Table is the name of the table that lists the corrections of a run.
const Table = "corrections"

// Config says what to apply to a dataset.
type Config struct {
	Corrections []Correction
	// Table is the table of that name of the profile; nil leaves it out.
	Table *report.Table
	// Again makes anew what follows from the rows of a document.
	Again func([]report.Row) []report.Row
}

// Dataset is another Dataset with the corrections of reviewers applied, and the
// table that lists them.
type Dataset struct {
	base   report.Dataset
	config Config
	tables []*report.Table

	once  sync.Once
	docs  map[string]*reviewed // by doc_id
	order map[string]int       // doc_id → its place among the documents
	all   []Result             // in the order of the documents, then what is absent
	err   error
}

// reviewed is one document that somebody reviewed.
type reviewed struct {
	corrections []Correction
	order       int // among the documents; -1 when it is not there
	rows        map[string][]report.Row
	gathered    []report.Row
}

// Apply returns ds with corrections applied. Memory holds the rows of the
// documents that were reviewed; nothing is read before the first row is asked
// for.
func Apply(ds report.Dataset, c Config) *Dataset {
	d := &Dataset{base: ds, config: c, tables: slices.Clone(ds.Tables()), docs: map[string]*reviewed{}, order: map[string]int{}}
	if c.Table != nil {
		d.tables = append(d.tables, c.Table)
	}
	for _, x := range c.Corrections {
		id := idOf(x.Doc)
		if d.docs[id] == nil {
			d.docs[id] = &reviewed{order: -1, rows: map[string][]report.Row{}}
		}
		d.docs[id].corrections = append(d.docs[id].corrections, x)
	}
	return d
}

// idOf is the doc_id of a hash.
func idOf(sum string) string { return sum[:min(16, len(sum))] }

// Tables returns the tables of the base, then the list of corrections.
func (d *Dataset) Tables() []*report.Table { return d.tables }

// Results returns what became of each correction.
func (d *Dataset) Results() ([]Result, error) {
	d.once.Do(func() { d.err = d.read() })
	return d.all, d.err
}

// Rows yields the rows of one table.
func (d *Dataset) Rows(table string) iter.Seq2[report.Row, error] {
	if d.config.Table != nil && table == Table {
		return d.list()
	}
	if len(d.docs) == 0 {
		return d.base.Rows(table)
	}
	return func(yield func(report.Row, error) bool) {
		if _, err := d.Results(); err != nil {
			yield(report.Row{}, err)
			return
		}
		if table == "documents" {
			d.documents(yield)
		} else {
			d.others(table, yield)
		}
	}
}

// Digest returns a hash of the rows of a table: what a correction changes follows
// from it and from any table.
func (d *Dataset) Digest(table string) (string, error) {
	if len(d.docs) == 0 {
		if d.config.Table != nil && table == Table {
			return "none", nil
		}
		return report.Digest(d.base, table)
	}
	h := sha256.New()
	fmt.Fprintln(h, table, Digest(d.config.Corrections))
	for _, t := range d.base.Tables() {
		s, err := report.Digest(d.base, t.Name)
		if s == "" {
			return "", err
		}
		fmt.Fprintln(h, s)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// read gathers the rows of the reviewed documents and applies the corrections.
func (d *Dataset) read() error {
	if len(d.docs) == 0 {
		return nil
	}
	for _, t := range d.base.Tables() {
		n := 0
		for r, err := range d.base.Rows(t.Name) {
			if err != nil {
				return err
			}
			id := r.Get("doc_id").Text()
			x := d.docs[id]
			if t.Name == "documents" {
				n++
				if !original(r) || d.order[id] > 0 {
					continue
				}
				if d.order[id] = n; x != nil {
					x.order = n
				}
			}
			if x != nil {
				x.gathered = append(x.gathered, r.Clone())
			}
		}
	}
	for _, x := range d.sorted() {
		if x.order < 0 {
			for _, c := range x.corrections {
				d.all = append(d.all, Result{Correction: c, State: Absent, Row: c.Row})
			}
			continue
		}
		rows, results := Rows(x.gathered, x.corrections, d.config.Again)
		for _, r := range rows {
			x.rows[r.Table.Name] = append(x.rows[r.Table.Name], r)
		}
		x.gathered = nil
		d.all = append(d.all, results...)
	}
	return nil
}

// original reports whether a documents row bears its document's identity.
func original(r report.Row) bool {
	s := report.Status(r.Get("status").Text())
	return s == report.OK || s == report.Partial
}

// sorted returns the reviewed documents in their order, those that are absent
// last in the order of their hashes.
func (d *Dataset) sorted() []*reviewed {
	out := make([]*reviewed, 0, len(d.docs))
	for _, x := range d.docs {
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b *reviewed) int {
		if (a.order < 0) != (b.order < 0) {
			return b.order - a.order
		}
		if a.order != b.order {
			return a.order - b.order
		}
		return strings.Compare(a.corrections[0].Doc, b.corrections[0].Doc)
	})
	return out
}

// documents yields the documents, those that were reviewed as corrected.
func (d *Dataset) documents(yield func(report.Row, error) bool) {
	n := 0
	for r, err := range d.base.Rows("documents") {
		n++
		if x := d.docs[r.Get("doc_id").Text()]; err == nil && x != nil && x.order == n && len(x.rows["documents"]) == 1 {
			r = x.rows["documents"][0]
		}
		if !yield(r, err) || err != nil {
			return
		}
	}
}

// others yields the rows of another table: those of a reviewed document as
// corrected, in the place of the document, also where it had none before.
func (d *Dataset) others(table string, yield func(report.Row, error) bool) {
	var waiting []*reviewed
	for _, x := range d.sorted() {
		if x.order >= 0 {
			waiting = append(waiting, x)
		}
	}
	flush := func(before int) bool {
		for len(waiting) > 0 && waiting[0].order <= before {
			for _, r := range waiting[0].rows[table] {
				if !yield(r, nil) {
					return false
				}
			}
			waiting = waiting[1:]
		}
		return true
	}
	last := ""
	for r, err := range d.base.Rows(table) {
		if err != nil {
			yield(r, err)
			return
		}
		id := r.Get("doc_id").Text()
		if id != last {
			if at, known := d.order[id]; known && !flush(at) {
				return
			}
			last = id
		}
		if x := d.docs[id]; x != nil && x.order >= 0 {
			continue
		}
		if !yield(r, nil) {
			return
		}
	}
	flush(1 << 62)
}

// list yields the corrections as rows.
func (d *Dataset) list() iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		results, err := d.Results()
		if err != nil {
			yield(report.Row{}, err)
			return
		}
		for _, x := range results {
			r := report.NewRow(d.config.Table)
			right := x.Value
			if x.Verdict == Right && x.Field != "" {
				right = x.Was[x.Field]
			}
			for column, s := range map[string]string{
				"doc_id": idOf(x.Doc), "table": x.Table, "row": x.Row, "field": x.Field, "verdict": string(x.Verdict), "read": x.Read, "right": right,
				"state": string(x.State), "note": x.Note, "sentence": x.Evidence, "place": x.Place,
			} {
				if r.Table.Index(column) >= 0 {
					r.Set(column, report.Text(s))
				}
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

var _ report.Dataset = (*Dataset)(nil)
