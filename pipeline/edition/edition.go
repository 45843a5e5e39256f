// Package edition finds the documents of an archive that are one report: the
// Word file, the PDF made of it and the page of the portal. One of them counts;
// the others stay, with their rows, and say in the column same_as which it is. What
// is to be looked at, the findings, is given once: those of the document that counts.
//
// Two documents are one report when they have the same text, whatever parts its
// words, or the same number, day and organisation. A report that lacks any of
// the three is known by its text only.
package edition

import (
	"encoding/hex"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/tongket/tongket/pipeline/report"
)

// Dataset is another Dataset whose documents say which of them is the same
// report as another one.
type Dataset struct {
	report.Dataset

	once   sync.Once
	others map[int]int      // the document that counts for another one, by their numbers
	ids    map[[8]byte]bool // of those others
	named  map[int]string   // paths of the documents that count, by number
	err    error
}

// Find returns ds with its editions. Nothing is read before the first row of
// documents is asked for.
func Find(ds report.Dataset) *Dataset { return &Dataset{Dataset: ds} }

// Rows yields the rows of one table.
func (d *Dataset) Rows(table string) iter.Seq2[report.Row, error] {
	switch table {
	case "documents":
		return d.documents()
	case "findings":
		return d.findings()
	}
	return d.Dataset.Rows(table)
}

// Digest returns a hash of the rows of a table. Which documents are one report
// follows from the documents.
func (d *Dataset) Digest(table string) (string, error) {
	s, err := report.Digest(d.Dataset, table)
	if table != "findings" || s == "" {
		return s, err
	}
	documents, err := report.Digest(d.Dataset, "documents")
	if documents == "" {
		return "", err
	}
	return s + documents, nil
}

// findings yields those of documents that count.
func (d *Dataset) findings() iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		if err := d.found(); err != nil {
			yield(report.Row{}, err)
			return
		}
		for r, err := range d.Dataset.Rows("findings") {
			if err == nil && d.ids[idOf(r)] {
				continue
			}
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// documents yields the documents, each with the one that counts for it.
func (d *Dataset) documents() iter.Seq2[report.Row, error] {
	const table = "documents"
	return func(yield func(report.Row, error) bool) {
		if err := d.found(); err != nil {
			yield(report.Row{}, err)
			return
		}
		n := -1
		for r, err := range d.Dataset.Rows(table) {
			n++
			if err == nil && r.Table.Index("same_as") >= 0 {
				if i, other := d.others[n]; other {
					r.Cells = slices.Clone(r.Cells)
					r.Set("same_as", report.Text(d.named[i]))
				}
			}
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// Others is how many documents another one counts for.
func (d *Dataset) Others() (int, error) {
	err := d.found()
	return len(d.others), err
}

// found reads the documents once for what they are, and once more for the names
// of those that count. Only what is the same as something else stays in memory.
func (d *Dataset) found() error {
	d.once.Do(func() {
		f := newFinder()
		for r, err := range d.Dataset.Rows("documents") {
			if d.err = err; err != nil {
				return
			}
			f.add(r)
		}
		d.others, d.ids = f.settle()
		d.err = d.name()
	})
	return d.err
}

// idOf is the doc_id of a row; the zero one where it is no hash, and so no
// document's.
func idOf(r report.Row) (id [8]byte) {
	if s := r.Get("doc_id").Text(); len(s) == 2*len(id) {
		_, _ = hex.Decode(id[:], []byte(s))
	}
	return id
}

// name reads the paths of the documents that count for others.
func (d *Dataset) name() error {
	d.named = map[int]string{}
	for _, n := range d.others {
		d.named[n] = ""
	}
	if len(d.named) == 0 {
		return nil
	}
	n := 0
	for r, err := range d.Dataset.Rows("documents") {
		if err != nil {
			return err
		}
		if _, asked := d.named[n]; asked {
			d.named[n] = strings.Clone(r.Get("source_path").Text())
		}
		n++
	}
	return nil
}
