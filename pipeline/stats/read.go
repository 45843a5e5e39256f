package stats

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	units "github.com/tongket/tongket/pipeline/unit"
)

// document is one input that was read, while its rows are counted.
type document struct {
	number                                      int // among the documents
	key                                         units.Key
	id, unit, upper, province, since2025, level string
	term, termEnd                               int
	date                                        report.Date
	limitations                                 map[string]bool
	assessments                                 map[[2]string]bool
	shortcomings                                bool // it could have stated a limitation
}

// feed is one table that is read beside the documents: the rows of a document
// stand together in every table, and in the order of the documents.
type feed struct {
	table string
	add   func(*document, []report.Row)
	doc   int // the column of the doc_id
	next  func() (report.Row, error, bool)
	head  report.Row
	ok    bool
	rows  []report.Row
	cells []report.Value // of rows
}

func (f *feed) step() error {
	r, err, ok := f.next()
	if err != nil {
		return err
	}
	f.head, f.ok = r, ok
	return nil
}

// of returns the rows of a document, until it is asked for those of the next.
func (f *feed) of(id string) ([]report.Row, error) {
	f.rows, f.cells = f.rows[:0], f.cells[:0]
	for f.ok && f.head.Cells[f.doc].Text() == id {
		n := len(f.cells)
		f.cells = append(f.cells, f.head.Cells...)
		f.rows = append(f.rows, report.Row{Table: f.head.Table, Cells: f.cells[n:len(f.cells):len(f.cells)]})
		if err := f.step(); err != nil {
			return nil, err
		}
	}
	return f.rows, nil
}

// open begins to read tables, those that ds has.
func open(ds report.Dataset, feeds []*feed) (opened []*feed, stop func(), err error) {
	var stops []func()
	stop = func() {
		for _, f := range stops {
			f()
		}
	}
	for _, f := range feeds {
		i := slices.IndexFunc(ds.Tables(), func(t *report.Table) bool { return t.Name == f.table })
		if i < 0 {
			continue
		}
		if f.doc = ds.Tables()[i].Index("doc_id"); f.doc < 0 {
			continue
		}
		next, end := iter.Pull2(ds.Rows(f.table))
		f.next, stops = next, append(stops, end)
		if err := f.step(); err != nil {
			return nil, stop, err
		}
		opened = append(opened, f)
	}
	return opened, stop, nil
}

// together yields every row of documents with its number, once the feeds have
// taken the rows of that document.
func together(ds report.Dataset, feeds []*feed, each func(number int, r report.Row) (*document, func())) error {
	feeds, stop, err := open(ds, feeds)
	defer stop()
	if err != nil {
		return err
	}
	number := 0
	for r, err := range ds.Rows("documents") {
		if err != nil {
			return err
		}
		d, done := each(number, r)
		number++
		id := r.Get("doc_id").Text()
		if id == "" {
			continue
		}
		for _, f := range feeds {
			rows, err := f.of(id)
			if err != nil {
				return err
			}
			if d != nil && len(rows) > 0 {
				f.add(d, rows)
			}
		}
		if d != nil {
			done()
		}
	}
	for _, f := range feeds {
		if f.ok {
			return unordered(f.table, f.head.Cells[f.doc].Text())
		}
	}
	return nil
}

// unordered is the error of rows that are not met where their document is.
func unordered(table, doc string) error {
	return fmt.Errorf("%s: the rows of document %s do not stand in the order of the documents", table, doc)
}

// read goes once through every table that is counted, document by document.
func (s *state) read(ds report.Dataset) error {
	p := newPages(s)
	err := together(ds, []*feed{
		{table: "measures", add: p.addMeasures},
		{table: "people", add: each(p.addPerson)},
		{table: "citations", add: each(s.addCitation)},
		{table: "assessments", add: each(s.addAssessment)},
		{table: "limitations", add: each(p.addLimitation)},
	}, func(number int, r report.Row) (*document, func()) {
		d := newDocument(number, r)
		if d == nil {
			if !r.Get("same_as").IsNull() {
				s.others[strings.Clone(r.Get("doc_id").Text())] = true
				s.unsure[keyOf(r).Base] = true
			}
			return nil, nil
		}
		p.begin(d)
		s.crossDocument(r, d)
		return d, func() {
			p.end()
			s.endDocument(d)
		}
	})
	if err != nil {
		return err
	}
	p.cross()
	for r, err := range ds.Rows("findings") {
		if err != nil {
			return err
		}
		s.addFinding(r)
	}
	s.keep(s.cited.Sort())
	return s.err
}

func each(add func(*document, report.Row)) func(*document, []report.Row) {
	return func(d *document, rows []report.Row) {
		for _, r := range rows {
			add(d, r)
		}
	}
}

// newDocument returns the identity of a document that was read, nil for an input
// that was not, whose bytes were read before, or that another document counts
// for.
func newDocument(number int, r report.Row) *document {
	status := report.Status(r.Get("status").Text())
	id := r.Get("doc_id").Text()
	if id == "" || status != report.OK && status != report.Partial || !r.Get("same_as").IsNull() {
		return nil
	}
	d := &document{
		number: number, id: id, key: keyOf(r), unit: r.Get("org_unit").Text(), upper: r.Get("upper_unit").Text(), province: r.Get("province").Text(),
		since2025: r.Get("province_2025").Text(), level: r.Get("org_level").Text(), term: whole(r, "term_start"), termEnd: whole(r, "term_end"),
	}
	d.date, _ = r.Get("doc_date").Date()
	// A report with a part on shortcomings could have stated one; having named
	// one shows it too.
	d.shortcomings, _ = r.Get("shortcomings_part").Bool()
	return d
}

// keyOf is the key of a document's organisation.
func keyOf(r report.Row) units.Key {
	return units.Of(r.Get("org_level").Text(), r.Get("province").Text(), r.Get("org_unit").Text(), r.Get("upper_unit").Text())
}

// endDocument counts a document of which all is known.
func (s *state) endDocument(d *document) {
	s.documents[d.term]++
	if d.shortcomings {
		s.limitations.add(d, setOf(d.limitations))
		s.addHeat(d)
	}
	if len(d.assessments) > 0 {
		s.assessments.add(d, setOf(d.assessments))
	}
}

func whole(r report.Row, column string) int {
	n, _ := r.Get(column).Number()
	return int(n)
}
