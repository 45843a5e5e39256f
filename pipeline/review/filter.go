package review

import (
	"iter"

	"github.com/tongket/tongket/pipeline/report"
)

// Only returns the rows of a dataset that a sample drew, with the documents
// that they stand in.
func Only(ds report.Dataset, s *Sample) report.Dataset {
	return &sampled{ds, s, nil}
}

type sampled struct {
	base   report.Dataset
	sample *Sample
	docs   map[string]bool
}

// Tables returns the documents and the tables that samples are drawn of.
func (s *sampled) Tables() []*report.Table {
	var out []*report.Table
	for _, t := range s.base.Tables() {
		if t.Name == "documents" || t.Index("evidence") >= 0 && t.Name != "findings" {
			out = append(out, t)
		}
	}
	return out
}

// Rows yields the rows of one table.
func (s *sampled) Rows(table string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		if err := s.gather(); err != nil {
			yield(report.Row{}, err)
			return
		}
		for r, err := range s.base.Rows(table) {
			if err == nil {
				switch {
				case table == "documents" && (!original(r) || !s.docs[r.Get("doc_id").Text()]),
					table != "documents" && !s.sample.Has(r.Get("row_id").Text()):
					continue
				}
			}
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// gather finds the documents of the sample, once.
func (s *sampled) gather() error {
	if s.docs != nil {
		return nil
	}
	docs := map[string]bool{}
	err := eachSampled(s.base, nil, func(_ stratum, r report.Row) {
		if s.sample.Has(r.Get("row_id").Text()) {
			docs[r.Get("doc_id").Text()] = true
		}
	})
	s.docs = docs
	return err
}
