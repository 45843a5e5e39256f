package evidence

import (
	"iter"

	"github.com/tongket/tongket/pipeline/report"
)

// Gatherer collects the rows of one document after the other from a Dataset
// whose tables keep the documents in one order. It holds no more than the rows
// of one document.
type Gatherer struct{ tables []*reader }

// reader is one table under way; row is the next one.
type reader struct {
	all  bool // the documents: also those that nobody asks for
	next func() (report.Row, error, bool)
	stop func()
	row  report.Row
	err  error
	ok   bool
}

// Gather begins with the documents and every table that has evidence. Close it.
func Gather(ds report.Dataset) *Gatherer {
	g := &Gatherer{}
	for _, t := range ds.Tables() {
		if t.Index("evidence") < 0 && t.Name != "documents" {
			continue
		}
		r := &reader{all: t.Name == "documents"}
		r.next, r.stop = iter.Pull2(ds.Rows(t.Name))
		r.advance()
		g.tables = append(g.tables, r)
	}
	return g
}

func (r *reader) advance() { r.row, r.err, r.ok = r.next() }

func (r *reader) of() string { return r.row.Get("doc_id").Text() }

// Rows returns the rows of the next document by its doc_id.
func (g *Gatherer) Rows(id string) ([]report.Row, error) {
	var out []report.Row
	for _, r := range g.tables {
		for r.all && r.ok && r.err == nil && r.of() != id {
			r.advance() // an input without text, or the same bytes again
		}
		for r.ok && (r.err != nil || r.of() == id) {
			if r.err != nil {
				return nil, r.err
			}
			out = append(out, r.row.Clone())
			r.advance()
		}
	}
	return out, nil
}

// Close ends the reading of all tables.
func (g *Gatherer) Close() {
	for _, r := range g.tables {
		r.stop()
	}
}
