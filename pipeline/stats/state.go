package stats

import (
	"iter"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// state is what one pass over the tables leaves.
type state struct {
	config    Config
	provinces map[string]province // by canonical name
	strings   map[string]string   // one copy of each key

	documents map[string]*document
	order     []*document // as they came
	units     map[subject]*unitTerm
	names     map[string]*unitName // by unit key
	progress  map[snapshotKey]*snapshot
	posts     map[postKey]*post
	cites     map[citeKey]*cite
	recurring map[recurKey]map[int]mention // by term
	cross     map[crossKey]int
	seq       int
}

type province struct{ kind, since2025 string }

// document is what is kept of one input.
type document struct {
	id, key, unit, province, since2025, level string
	term, termEnd                             int
	date                                      report.Date
	limitations                               map[string]bool
	assessments                               map[[2]string]bool
	shortcomings                              bool // it could have stated a limitation
	cites                                     map[citeKey]bool
}

func newState(c Config) *state {
	s := &state{
		config: c, provinces: map[string]province{}, strings: map[string]string{}, documents: map[string]*document{}, units: map[subject]*unitTerm{},
		names: map[string]*unitName{}, progress: map[snapshotKey]*snapshot{}, posts: map[postKey]*post{}, cites: map[citeKey]*cite{},
		recurring: map[recurKey]map[int]mention{}, cross: map[crossKey]int{},
	}
	if c.Provinces != nil {
		for _, r := range c.Provinces.Rows {
			s.provinces[r.Get("canonical")] = province{kind: r.Get("type"), since2025: r.Get("province_2025")}
		}
	}
	return s
}

// intern returns the one copy of a text that rows repeat.
func (s *state) intern(text string) string {
	if one, ok := s.strings[text]; ok {
		return one
	}
	s.strings[text] = text
	return text
}

// read goes once through every table that is counted.
func (s *state) read(ds report.Dataset) error {
	for _, x := range []struct {
		table string
		rows  func(iter.Seq2[report.Row, error]) error
	}{
		{"documents", each(s.addDocument)},
		{"measures", s.addMeasures},
		{"people", each(s.addPerson)},
		{"citations", each(s.addCitation)},
		{"assessments", each(s.addAssessment)},
		{"limitations", each(s.addLimitation)},
		{"findings", each(s.addFinding)},
	} {
		if !slices.ContainsFunc(ds.Tables(), func(t *report.Table) bool { return t.Name == x.table }) {
			continue
		}
		if err := x.rows(ds.Rows(x.table)); err != nil {
			return err
		}
	}
	return nil
}

func each(add func(report.Row)) func(iter.Seq2[report.Row, error]) error {
	return func(rows iter.Seq2[report.Row, error]) error {
		for r, err := range rows {
			if err != nil {
				return err
			}
			add(r)
		}
		return nil
	}
}

// addDocument keeps the identity of a document that was read. A later input
// with the same bytes adds nothing.
func (s *state) addDocument(r report.Row) {
	status := report.Status(r.Get("status").Text())
	id := r.Get("doc_id").Text()
	if id == "" || status != report.OK && status != report.Partial || s.documents[id] != nil {
		return
	}
	d := &document{
		id: id, key: s.intern(r.Get("unit_key").Text()), unit: r.Get("org_unit").Text(), province: s.intern(r.Get("province").Text()),
		since2025: s.intern(r.Get("province_2025").Text()), level: s.intern(r.Get("org_level").Text()),
		term: whole(r, "term_start"), termEnd: whole(r, "term_end"),
	}
	d.date, _ = r.Get("doc_date").Date()
	// A report with a part on shortcomings could have stated one; having named
	// one shows it too.
	d.shortcomings, _ = r.Get("shortcomings_part").Bool()
	s.documents[id] = d
	s.order = append(s.order, d)
	if d.key != "" {
		u := s.unit(subject{d.key, d.level, ownScope, d.term}, d)
		u.documents++
	}
	s.crossDocument(r, d)
}

func whole(r report.Row, column string) int {
	n, _ := r.Get(column).Number()
	return int(n)
}

// documentOf returns the document of a row, nil for one that is not there.
func (s *state) documentOf(r report.Row) *document { return s.documents[r.Get("doc_id").Text()] }
