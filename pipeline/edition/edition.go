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
	"strings"
	"sync"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
)

const documents = "documents"

// Dataset is another Dataset whose documents say which of them is the same
// report as another one.
type Dataset struct {
	report.Dataset

	once   sync.Once
	table  *report.Table    // of documents
	rows   *spill.Sorter    // its rows: what became of an input is gathered from several files, once
	others map[int]int      // the document that counts for another one, by their numbers
	ids    map[[8]byte]bool // of those others
	named  map[int]string   // paths of the documents that count, by number
	err    error
}

// rowsShare is what the documents take of memory; in a large archive they lie in
// the folder.
const rowsShare = 1 << 20

// Find returns ds with its editions. Nothing is read before the first row of
// documents is asked for.
func Find(ds report.Dataset, folder *spill.Folder) *Dataset {
	return &Dataset{Dataset: ds, rows: folder.Sorter(rowsShare)}
}

// Close lets go of the documents.
func (d *Dataset) Close() error { return d.rows.Close() }

// Rows yields the rows of one table.
func (d *Dataset) Rows(table string) iter.Seq2[report.Row, error] {
	switch table {
	case documents:
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
	of, err := report.Digest(d.Dataset, documents)
	if of == "" {
		return "", err
	}
	return s + of, nil
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
	return func(yield func(report.Row, error) bool) {
		if err := d.found(); err != nil {
			yield(report.Row{}, err)
			return
		}
		n := 0
		for r, err := range d.kept() {
			if i, other := d.others[n]; err == nil && other && r.Table.Index("same_as") >= 0 {
				r.Set("same_as", report.Text(d.named[i]))
			}
			n++
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// keep puts a row of documents aside.
func (d *Dataset) keep(n int, r report.Row, e *codec.Encoder) error {
	d.table = r.Table
	e.B = e.B[:0]
	e.Row(r.Cells, nil)
	return d.rows.Add(spill.AppendInt(nil, n), e.B)
}

// kept yields the rows of documents; each holds until the next.
func (d *Dataset) kept() iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		if d.table == nil {
			return // there are none
		}
		r := report.NewRow(d.table)
		var from codec.Decoder
		for x, err := range d.rows.All() {
			if err == nil {
				from.Reset(string(x.Data))
				clear(r.Cells)
				from.Row(r.Cells)
				err = from.Err()
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

// found reads the documents once. Only what is the same as something else stays in
// memory.
func (d *Dataset) found() error {
	d.once.Do(func() { d.err = d.find() })
	return d.err
}

func (d *Dataset) find() error {
	f, n := newFinder(), 0
	var e codec.Encoder
	for r, err := range d.Dataset.Rows(documents) {
		if err == nil {
			err = d.keep(n, r, &e)
		}
		if err != nil {
			return err
		}
		f.add(r)
		n++
	}
	if err := d.rows.Sort(); err != nil {
		return err
	}
	d.others, d.ids = f.settle()
	return d.name()
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
	for r, err := range d.kept() {
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
