package stats

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// group is a set of documents that rates are reckoned over.
type group struct {
	grouping string // all, term, level, province or cell
	level    string
	term     int
	province string
}

// groups are the sets that a document belongs to, one of each grouping.
func (d *document) groups() []group {
	return []group{
		{grouping: "all"},
		{grouping: "term", term: d.term},
		{"level", d.level, d.term, ""},
		{"province", "", d.term, d.since2025},
		{"cell", d.level, d.term, d.since2025},
	}
}

func compareGroups(a, b group) int {
	order := []string{"all", "term", "level", "province", "cell"}
	return cmp.Or(cmp.Compare(slices.Index(order, a.grouping), slices.Index(order, b.grouping)), cmp.Compare(a.term, b.term),
		compareLevels(a.level, b.level), cmpStrings(a.province, b.province))
}

// rated counts, over groups of documents, those that may state something and
// those that state each thing.
type rated[K comparable] struct {
	base   map[group]int
	stated map[group]map[K]int
}

func rate[K comparable](documents []*document, could func(*document) bool, things func(*document) iter.Seq[K]) rated[K] {
	x := rated[K]{map[group]int{}, map[group]map[K]int{}}
	for _, d := range documents {
		if !could(d) {
			continue
		}
		for _, g := range d.groups() {
			x.base[g]++
			if x.stated[g] == nil {
				x.stated[g] = map[K]int{}
			}
			for k := range things(d) {
				x.stated[g][k]++
			}
		}
	}
	return x
}

// rows yields a row for each group and each thing that any document states.
// In the fine groups, by province, only what is stated there.
func (x rated[K]) rows(t *report.Table, compare func(a, b K) int, name func(report.Row, K)) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		things := slices.SortedFunc(maps.Keys(x.stated[group{grouping: "all"}]), compare)
		for _, g := range slices.SortedFunc(maps.Keys(x.base), compareGroups) {
			for _, k := range things {
				n := x.stated[g][k]
				if n == 0 && (g.grouping == "province" || g.grouping == "cell") {
					continue
				}
				r := report.NewRow(t)
				r.Set("grouping", report.Text(g.grouping))
				name(r, k)
				r.Set("level", report.Text(g.level))
				r.Set("term_start", positive(g.term))
				r.Set("province_2025", report.Text(g.province))
				r.Set("documents", report.Int(n))
				r.Set("base", report.Int(x.base[g]))
				setShare(r, float64(n), float64(x.base[g]))
				if !yield(r) {
					return
				}
			}
		}
	}
}

func (s *state) addLimitation(r report.Row) {
	d := s.documentOf(r)
	if d == nil {
		return
	}
	if d.limitations == nil {
		d.limitations = map[string]bool{}
	}
	code := s.intern(r.Get("code").Text())
	d.limitations[code], d.shortcomings = true, true
	s.cross[crossKey{"limitations_code_level", code, d.level}]++
	s.cross[crossKey{"limitations_code_term", code, yearText(d.term)}]++
	sub := s.about(r, d)
	if r.Get("place").IsNull() { // of its cells too: the unit says it of its own congress
		sub = subject{d.key, d.level, ownScope, d.term}
	}
	if sub.key == "" || sub.term == 0 || sub.scope != ownScope {
		return
	}
	if s.names[sub.key] == nil {
		s.names[sub.key] = &unitName{d.unit, d.province, d.since2025, d.date, false}
	}
	k := recurKey{sub.key, sub.level, code}
	if s.recurring[k] == nil {
		s.recurring[k] = map[int]mention{}
	}
	if m, known := s.recurring[k][sub.term]; !known || d.id < m.doc {
		s.recurring[k][sub.term] = mention{d.id, r.Get("row_id").Text()}
	}
}

// mention is where something is said first: in the document of the smallest id.
type mention struct{ doc, row string }

func limitationRates(s *state, t *report.Table) iter.Seq[report.Row] {
	x := rate(s.order, func(d *document) bool { return d.shortcomings }, func(d *document) iter.Seq[string] { return maps.Keys(d.limitations) })
	return x.rows(t, cmp.Compare[string], func(r report.Row, code string) { r.Set("code", report.Text(code)) })
}

func (s *state) addAssessment(r report.Row) {
	d := s.documentOf(r)
	if d == nil {
		return
	}
	if d.assessments == nil {
		d.assessments = map[[2]string]bool{}
	}
	aspect, polarity := s.intern(r.Get("aspect").Text()), s.intern(r.Get("polarity").Text())
	if known := d.assessments[[2]string{aspect, polarity}]; !known { // several sentences may say it; documents count
		d.assessments[[2]string{aspect, polarity}] = true
		s.cross[crossKey{"assessments_aspect_polarity", aspect, polarity}]++
	}
	d.shortcomings = d.shortcomings || polarity == "limitation"
}

func assessmentRates(s *state, t *report.Table) iter.Seq[report.Row] {
	x := rate(s.order, func(d *document) bool { return len(d.assessments) > 0 }, func(d *document) iter.Seq[[2]string] { return maps.Keys(d.assessments) })
	compare := func(a, b [2]string) int { return cmpStrings(a[0], b[0], a[1], b[1]) }
	return x.rows(t, compare, func(r report.Row, k [2]string) {
		r.Set("aspect", report.Text(k[0]))
		r.Set("polarity", report.Text(k[1]))
	})
}

// recurKey is one shortcoming of one unit.
type recurKey struct{ key, level, code string }

func recurrences(s *state, t *report.Table) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		keys := slices.SortedFunc(maps.Keys(s.recurring), func(a, b recurKey) int {
			return cmp.Or(cmp.Compare(len(s.recurring[b]), len(s.recurring[a])), compareLevels(a.level, b.level), cmpStrings(a.key, b.key, a.code, b.code))
		})
		for _, k := range keys {
			terms := slices.Sorted(maps.Keys(s.recurring[k]))
			if len(terms) < 2 {
				return // the keys come with the most terms first
			}
			r := report.NewRow(t)
			s.identify(r, subject{key: k.key, level: k.level}, 0)
			r.Set("code", report.Text(k.code))
			r.Set("times", report.Int(len(terms)))
			years := make([]string, len(terms))
			for i, year := range terms {
				years[i] = yearText(year)
			}
			first, last := terms[0], terms[len(terms)-1]
			r.Set("terms", report.Text(strings.Join(years, "; ")))
			r.Set("first_term", report.Int(first))
			r.Set("first_term_row", report.Text(s.recurring[k][first].row))
			r.Set("last_term", report.Int(last))
			r.Set("last_term_row", report.Text(s.recurring[k][last].row))
			if !yield(r) {
				return
			}
		}
	}
}
