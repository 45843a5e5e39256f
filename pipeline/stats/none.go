package stats

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// ofInterest are the people whose absence from a body is asked for.
var ofInterest = []string{"female", "young", "ethnic_minority", "age_band"}

// without is one body of a unit that has none of some people.
type without struct {
	unit *unitTerm
	key  figureKey
	none candidate
	base float64
}

// noneUnits lists the units that state that a body has none of some people:
// districts without a woman in the standing committee. A unit that says nothing
// is not among them.
func noneUnits(s *state, t *report.Table) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		for _, x := range s.withouts() {
			r := report.NewRow(t)
			s.identify(r, x.unit.subject, x.unit.termEnd)
			r.Set("body", report.Text(x.key.body))
			r.Set("attribute", report.Text(x.key.attribute))
			r.Set("qualifier", report.Text(x.key.qualifier))
			r.Set("figure", report.Int(0))
			r.Set("figure_row", report.Text(x.none.row))
			if x.base > 0 {
				r.Set("base", wholeValue(x.base))
			}
			r.Set("as_of", x.none.day())
			if !yield(r) {
				return
			}
		}
	}
}

// withouts is in the order of the table: body, people and newest term first,
// then the units.
func (s *state) withouts() []without {
	var out []without
	for _, u := range s.sortedUnits() {
		if u.scope != ownScope || u.key == "" {
			continue
		}
		for _, key := range slices.SortedFunc(maps.Keys(u.figures), compareFigures) {
			c := u.figures[key].get(count)
			if key.phase != "actual" || !slices.Contains(bodies, key.body) || !slices.Contains(ofInterest, key.attribute) || !c.stated() || c.value != 0 || c.bound != "eq" {
				continue
			}
			base, _, _ := u.figures[key].base()
			if base == 0 {
				base = u.members(key.body).get(count).value
			}
			out = append(out, without{u, key, c, base})
		}
	}
	place := func(x without) int {
		return slices.Index(bodies, x.key.body)*len(ofInterest) + slices.Index(ofInterest, x.key.attribute)
	}
	slices.SortStableFunc(out, func(a, b without) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.key.qualifier, b.key.qualifier), cmp.Compare(b.unit.term, a.unit.term))
	})
	return out
}
