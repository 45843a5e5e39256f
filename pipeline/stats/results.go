package stats

import (
	"slices"
	"sort"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// bodies are the rows that each unit has in unit_results, in this order.
var bodies = []string{"committee", "standing_committee", "secretary", "deputy_secretary", "inspection_committee", "inspection_head", "delegate", "upper_delegation"}

// seat is a column of unit_results that is a plain count; part one that is a
// share of a base as well.
type seat struct{ column, attribute, phase string }

var seats = []seat{
	{"decided", "total", "planned"},
	{"listed", "total", "nominated"},
	{"members", "total", "actual"},
	{"elected", "elected", "actual"},
	{"appointed", "appointed", "actual"},
	{"direct", "direct_election", "actual"},
}

type part struct {
	column, attribute string
	phases            []string // the first that is stated
	qualifiers        []string // any of them; empty accepts every one
}

var actual = []string{"actual"}

var parts = []part{
	{"short", "shortfall", actual, nil},
	{"surplus", "surplus", []string{"nominated", "actual"}, nil},
	{"re_elected", "re_elected", actual, nil},
	{"first_time", "first_time", actual, nil},
	{"women", "female", actual, nil},
	{"young", "young", actual, nil},
	{"minority", "ethnic_minority", actual, nil},
	{"non_local", "non_local", actual, nil},
	{"under_40", "age_band", actual, []string{"<40"}},
	{"from_40_to_50", "age_band", actual, []string{"40-50"}},
	{"over_50", "age_band", actual, []string{">50", ">=50", "≥50"}},
	{"bachelor", "education", actual, []string{"bachelor"}},
	{"master", "education", actual, []string{"master"}},
	{"doctor", "education", actual, []string{"doctor"}},
	{"theory_intermediate", "theory", actual, []string{"intermediate"}},
	{"theory_advanced", "theory", actual, []string{"advanced"}},
}

// figure returns the figure of a name, nil for none.
func (t *unitTerm) figure(key figureKey) *figure { return t.byKey[key] }

// of returns the figures of a body and attribute, in order.
func (t *unitTerm) of(body, attribute string) []namedFigure {
	from := sort.Search(len(t.figures), func(i int) bool {
		f := &t.figures[i].figureKey
		return f.body > body || f.body == body && f.attribute >= attribute
	})
	to := from
	for to < len(t.figures) && t.figures[to].body == body && t.figures[to].attribute == attribute {
		to++
	}
	return t.figures[from:to]
}

// find returns the newest figure that fits, and its qualifier.
func (t *unitTerm) find(body, attribute string, phases, qualifiers []string) (*figure, string) {
	var best *figure
	var qualifier string
	figures := t.of(body, attribute)
	for _, phase := range phases {
		for _, f := range figures {
			if f.phase != phase || len(qualifiers) > 0 && !slices.Contains(qualifiers, strings.ReplaceAll(f.qualifier, " ", "")) {
				continue
			}
			if best == nil || f.newest().better(best.newest()) {
				best, qualifier = f.figure, f.qualifier
			}
		}
		if best != nil {
			return best, qualifier
		}
	}
	return nil, ""
}

func compareFigures(a, b figureKey) int {
	return cmpStrings(a.body, b.body, a.attribute, b.attribute, a.phase, b.phase, a.qualifier, b.qualifier)
}

// cmpStrings compares pairs of strings, the first that differs deciding.
func cmpStrings(pairs ...string) int {
	for i := 0; i < len(pairs); i += 2 {
		if c := strings.Compare(pairs[i], pairs[i+1]); c != 0 {
			return c
		}
	}
	return 0
}

// members returns how many a body has: in all, else the elected or the
// appointed when only these are told.
func (t *unitTerm) members(body string) *figure {
	for _, attribute := range []string{"total", "elected", "appointed"} {
		if f := t.figure(figureKey{body, attribute, "actual", ""}); f.get(count).stated() {
			return f
		}
	}
	return nil
}

func unitResults(u *unit) {
	o := u.s.out["unit_results"]
	if o == nil {
		return
	}
	for _, t := range u.ordered {
		for _, body := range bodies {
			if t.bodies[body] == nil {
				continue
			}
			if r, ok := t.result(body, o.rowOf(u, t.subject, t.termEnd)); ok {
				o.add(t.place, r)
			}
		}
	}
}

// result fills one row; a row in which nothing of the table is stated is none.
func (t *unitTerm) result(body string, r report.Row) (report.Row, bool) {
	r.Set("body", report.Text(body))
	r.Set("documents", report.Int(t.bodies[body].documents))
	var newest candidate
	stated := false
	used := func(f *figure) {
		stated = true
		if c := f.newest(); !newest.stated() || c.date > newest.date {
			newest = c
		}
	}
	for _, x := range seats {
		f := t.figure(figureKey{body, x.attribute, x.phase, ""})
		if x.column == "members" {
			f = t.members(body)
		}
		if c := f.get(count); c.stated() {
			put(r, x.column, wholeValue(c.value))
			put(r, x.column+"_row", report.Text(c.row))
			used(f)
		}
	}
	for _, x := range parts {
		f, qualifier := t.find(body, x.attribute, x.phases, x.qualifiers)
		if f != nil {
			setPart(r, x.column, f)
			put(r, x.column+"_cutoff", report.Text(qualifier))
			used(f)
		}
	}
	if f, _ := t.find(body, "age", actual, nil); f.get(mean).stated() {
		c := f.get(mean)
		r.Set("mean_age", report.Number(c.value))
		r.Set("mean_age_row", report.Text(c.row))
		used(f)
	}
	r.Set("as_of", newest.day())
	return r, stated
}

func setPart(r report.Row, column string, f *figure) {
	row := ""
	if c := f.get(count); c.stated() {
		put(r, column, wholeValue(c.value))
		row = c.row
	}
	if base, _, ok := f.base(); ok {
		put(r, column+"_base", wholeValue(base))
	}
	if share, from, ok := f.share(); ok {
		put(r, column+"_share", report.Number(share))
		if row == "" {
			row = from
		}
	}
	put(r, column+"_row", report.Text(row))
}

// wholeValue is null for what is no whole number: a count of people is.
func wholeValue(x float64) report.Value {
	if x != float64(int64(x)) {
		return report.Value{}
	}
	return report.Number(x)
}

func unitFigures(u *unit) {
	o := u.s.out["unit_figures"]
	if o == nil {
		return
	}
	for _, t := range u.ordered {
		for _, f := range t.figures {
			if f.newest().stated() { // else a denominator alone
				o.add(t.place, figureRow(f, o.rowOf(u, t.subject, t.termEnd)))
			}
		}
	}
}

func figureRow(f namedFigure, r report.Row) report.Row {
	r.Set("body", report.Text(f.body))
	r.Set("attribute", report.Text(f.attribute))
	r.Set("phase", report.Text(f.phase))
	r.Set("qualifier", report.Text(f.qualifier))
	c, p, m := f.get(count), f.percent(), f.get(mean)
	r.Set("figure", known(c.value, c.stated()))
	r.Set("figure_row", report.Text(c.row))
	if base, row, ok := f.base(); ok {
		r.Set("base", report.Number(base))
		r.Set("base_row", report.Text(row))
	}
	if share, row, ok := f.share(); ok {
		r.Set("share", report.Number(share))
		r.Set("share_row", report.Text(row))
	}
	r.Set("share_stated", known(p.value, p.stated()))
	r.Set("mean", known(m.value, m.stated()))
	r.Set("mean_row", report.Text(m.row))
	newest := f.newest()
	r.Set("bound", report.Text(newest.bound))
	r.Set("as_of", newest.day())
	r.Set("doc_id", report.Text(newest.doc.id))
	check, low := "", uint8(0)
	for _, x := range []candidate{c, p, m} {
		if x.stated() {
			low = max(low, x.confidence)
			if x.check != "" && x.check != "ok" || check == "" {
				check = x.check
			}
		}
	}
	r.Set("check", report.Text(check))
	r.Set("confidence", report.Text(confidences[low]))
	others := 0
	for range f.rivals() {
		others++
	}
	r.Set("others", report.Int(others))
	return r
}
