package stats

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
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

func newRated[K comparable]() rated[K] { return rated[K]{map[group]int{}, map[group]map[K]int{}} }

// setOf yields what a document states.
func setOf[K comparable](things map[K]bool) iter.Seq[K] { return maps.Keys(things) }

// add counts a document that may state something, and what it states.
func (x rated[K]) add(d *document, things iter.Seq[K]) {
	for _, g := range d.groups() {
		x.base[g]++
		if x.stated[g] == nil {
			x.stated[g] = map[K]int{}
		}
		for k := range things {
			x.stated[g][k]++
		}
	}
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

// mention is where something is said first: in the document of the smallest id.
type mention struct{ doc, row string }

func limitationRates(s *state, t *report.Table) iter.Seq[report.Row] {
	return s.limitations.rows(t, cmp.Compare[string], func(r report.Row, code string) { r.Set("code", report.Text(code)) })
}

func (s *state) addAssessment(d *document, r report.Row) {
	if d.assessments == nil {
		d.assessments = map[[2]string]bool{}
	}
	aspect, polarity := r.Get("aspect").Text(), r.Get("polarity").Text()
	if known := d.assessments[[2]string{aspect, polarity}]; !known { // several sentences may say it; documents count
		d.assessments[[2]string{aspect, polarity}] = true
		s.cross[crossKey{"assessments_aspect_polarity", aspect, polarity}]++
	}
	d.shortcomings = d.shortcomings || polarity == "limitation"
}

func assessmentRates(s *state, t *report.Table) iter.Seq[report.Row] {
	compare := func(a, b [2]string) int { return cmpStrings(a[0], b[0], a[1], b[1]) }
	return s.assessments.rows(t, compare, func(r report.Row, k [2]string) {
		r.Set("aspect", report.Text(k[0]))
		r.Set("polarity", report.Text(k[1]))
	})
}

// recurKey is one shortcoming of one unit.
type recurKey struct{ level, code string }

// limitation takes a shortcoming in that a unit states of itself.
func (u *unit) limitation(d *codec.Decoder, sub subject, src *source) {
	code, row := d.Text(), d.Text()
	k := recurKey{sub.level, code}
	if u.recurring[k] == nil {
		u.recurring[k] = map[int]mention{}
	}
	if m, known := u.recurring[k][sub.term]; !known || src.id < m.doc {
		u.recurring[k][sub.term] = mention{src.id, row}
	}
}

// recurrences lists the shortcomings that a unit states in several terms; those
// of most terms come first.
func recurrences(u *unit) {
	o := u.s.out["recurrences"]
	if o == nil {
		return
	}
	for k, by := range u.recurring {
		if len(by) < 2 {
			continue
		}
		terms := slices.Sorted(maps.Keys(by))
		r := o.rowOf(u, subject{key: u.key, level: k.level}, 0)
		r.Set("code", report.Text(k.code))
		r.Set("times", report.Int(len(terms)))
		years := make([]string, len(terms))
		for i, year := range terms {
			years[i] = yearText(year)
		}
		first, last := terms[0], terms[len(terms)-1]
		r.Set("terms", report.Text(strings.Join(years, "; ")))
		r.Set("first_term", report.Int(first))
		r.Set("first_term_row", report.Text(by[first].row))
		r.Set("last_term", report.Int(last))
		r.Set("last_term_row", report.Text(by[last].row))
		key := append(spill.AppendInt(nil, -len(terms)), byte(ranks[k.level]))
		for _, x := range []string{u.key, k.code, k.level} {
			key = spill.AppendString(key, x)
		}
		o.add(key, r)
	}
}
