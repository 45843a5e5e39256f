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
	"bytes"
	"encoding/hex"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/unit"
)

// Dataset is another Dataset whose documents say which of them is the same
// report as another one.
type Dataset struct {
	report.Dataset

	once  sync.Once
	files []file
	named map[int]string // paths of the documents that count for others, by number
	err   error
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

// findings yields those of documents that count.
func (d *Dataset) findings() iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		if err := d.found(); err != nil {
			yield(report.Row{}, err)
			return
		}
		others := map[string]bool{}
		for n := range d.files {
			if d.files[n].same != n {
				others[hex.EncodeToString(d.files[n].id[:])] = true
			}
		}
		for r, err := range d.Dataset.Rows("findings") {
			if err == nil && others[r.Get("doc_id").Text()] {
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
				if i := d.files[n].same; i != n {
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
	n := 0
	err := d.found()
	for i, f := range d.files {
		if f.same != i {
			n++
		}
	}
	return n, err
}

// file is one row of documents.
type file struct {
	same    int // the number of the document that counts, its own by itself
	partial bool
	format  uint8
	id      [8]byte
}

// found reads the documents once for what they are, and once more for the names
// of those that count.
func (d *Dataset) found() error {
	d.once.Do(func() {
		texts, numbers := map[string]int{}, map[numbered][]within{}
		for r, err := range d.Dataset.Rows("documents") {
			if d.err = err; err != nil {
				return
			}
			n := len(d.files)
			d.files = append(d.files, newFile(n, r))
			if !counts(r) {
				continue
			}
			if id := r.Get("text_id").Text(); id != "" {
				if first, known := texts[id]; known {
					d.join(first, n)
				} else {
					texts[strings.Clone(id)] = n
				}
			}
			d.byNumber(numbers, n, r)
		}
		d.settle()
		d.err = d.name()
	})
	return d.err
}

func newFile(n int, r report.Row) file {
	f := file{same: n, partial: r.Get("status").Text() != string(report.OK), format: uint8(len(formats))}
	_, _ = hex.Decode(f.id[:], []byte(r.Get("doc_id").Text())) // one that is no hash is none of ours
	for i, s := range formats {
		if strings.Contains(r.Get("media").Text(), s) {
			f.format = uint8(i)
			break
		}
	}
	return f
}

// counts reports whether a document was read.
func counts(r report.Row) bool {
	s := r.Get("status").Text()
	return s == string(report.OK) || s == string(report.Partial)
}

// numbered is what a report is called.
type numbered struct {
	number, unit string
	date         report.Date
}

// within is one document of a name, with where its organisation is: communes of
// two districts may give one number on one day.
type within struct {
	n     int
	upper string
}

func (d *Dataset) byNumber(numbers map[numbered][]within, n int, r report.Row) {
	date, _ := r.Get("doc_date").Date()
	if r.Get("doc_date_precision").Text() != report.DayOfMonth.String() {
		return
	}
	u := unit.Of(r.Get("org_level").Text(), r.Get("province").Text(), r.Get("org_unit").Text(), r.Get("upper_unit").Text())
	k := numbered{strings.ToUpper(strings.ReplaceAll(r.Get("doc_number").Text(), " ", "")), u.Base, date}
	if k.number == "" || k.unit == "" {
		return
	}
	for _, x := range numbers[k] {
		if unit.Within(x.upper, u.Upper) || unit.Within(u.Upper, x.upper) {
			d.join(x.n, n)
			return
		}
	}
	k.number = strings.Clone(k.number)
	numbers[k] = append(numbers[k], within{n, strings.Clone(u.Upper)})
}

// root is the first document of a report.
func (d *Dataset) root(n int) int {
	for d.files[n].same != n {
		n = d.files[n].same
	}
	return n
}

func (d *Dataset) join(a, b int) {
	a, b = d.root(a), d.root(b)
	d.files[max(a, b)].same = min(a, b)
}

// settle chooses the document of each report that counts: one that was read
// whole, of the format that loses least, at last the smaller id, so that the
// order of the inputs decides nothing.
func (d *Dataset) settle() {
	best := map[int]int{} // by the first
	first := make([]int, len(d.files))
	for n := range d.files {
		first[n] = d.root(n)
		if b, known := best[first[n]]; !known || d.files[n].better(&d.files[b]) {
			best[first[n]] = n
		}
	}
	for n := range d.files {
		d.files[n].same = best[first[n]]
	}
}

func (f *file) better(g *file) bool {
	switch {
	case f.partial != g.partial:
		return g.partial
	case f.format != g.format:
		return f.format < g.format
	}
	return bytes.Compare(f.id[:], g.id[:]) < 0
}

// formats are parts of media types, those first in which an office writes a
// report and keeps its tables; a page of a portal has menus around it, a PDF only
// the places of letters, a picture not even these.
var formats = []string{"wordprocessingml", "msword", "ms-word", "opendocument.text", "rtf", "spreadsheet", "excel", "html", "text/", "pdf", "image/"}

// name reads the paths of the documents that count for others.
func (d *Dataset) name() error {
	d.named = map[int]string{}
	for n, f := range d.files {
		if f.same != n {
			d.named[f.same] = ""
		}
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
