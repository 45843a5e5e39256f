package stats

import (
	"slices"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
)

// ofInterest are the people whose absence from a body is asked for.
var ofInterest = []string{"female", "young", "ethnic_minority", "age_band"}

// noneUnits lists the units that state that a body has none of some people:
// districts without a woman in the standing committee. A unit that says nothing
// is not among them. The order is body, people and newest term first, then the
// units.
func noneUnits(u *unit) {
	o := u.s.out["none_units"]
	if o == nil {
		return
	}
	for _, t := range u.ordered {
		if t.scope != ownScope || t.key == "" {
			continue
		}
		for _, f := range t.figures {
			c := f.get(count)
			if f.phase != "actual" || !slices.Contains(bodies, f.body) || !slices.Contains(ofInterest, f.attribute) || !c.stated() || c.value != 0 || c.bound != "eq" {
				continue
			}
			base, _, _ := f.base()
			if base == 0 {
				base = t.members(f.body).get(count).value
			}
			r := o.rowOf(u, t.subject, t.termEnd)
			r.Set("body", report.Text(f.body))
			r.Set("attribute", report.Text(f.attribute))
			r.Set("qualifier", report.Text(f.qualifier))
			r.Set("figure", report.Int(0))
			r.Set("figure_row", report.Text(c.row))
			if base > 0 {
				r.Set("base", wholeValue(base))
			}
			r.Set("as_of", c.day())
			key := spill.AppendInt(nil, slices.Index(bodies, f.body)*len(ofInterest)+slices.Index(ofInterest, f.attribute))
			key = spill.AppendInt(spill.AppendString(key, f.qualifier), -t.term)
			o.add(u.at(key, t.subject), r)
		}
	}
}
