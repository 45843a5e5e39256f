package stats

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

type seriesKey struct {
	level                      string
	term                       int
	province                   string // of 2025; "" for all
	body, attribute, qualifier string
}

// tally is one pooled indicator.
type tally struct {
	figure, base sum
	units, none  int
	shares       []float64
	bare         int // units with a figure and no base
	bareFigure   sum
}

func series(s *state, t *report.Table) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		all, members := s.tallies()
		for _, k := range slices.SortedFunc(maps.Keys(all), compareSeries) {
			if !yield(s.seriesRow(k, all[k], members, t)) {
				return
			}
		}
	}
}

// tallies pools the own figures of all units, for each province and for all,
// and counts the units that state how many members a body has.
func (s *state) tallies() (all map[seriesKey]*tally, members map[seriesKey]int) {
	all, members = map[seriesKey]*tally{}, map[seriesKey]int{}
	for _, u := range s.sortedUnits() {
		if u.scope != ownScope {
			continue
		}
		provinces := []string{""}
		if p := s.nameOf(u.key).since2025; p != "" {
			provinces = append(provinces, p)
		}
		for _, province := range provinces {
			for _, body := range bodies {
				if u.members(body) != nil {
					members[seriesKey{level: u.level, term: u.term, province: province, body: body}]++
				}
			}
			for _, key := range slices.SortedFunc(maps.Keys(u.figures), compareFigures) {
				if compared(key) {
					k := seriesKey{u.level, u.term, province, key.body, key.attribute, key.qualifier}
					if all[k] == nil {
						all[k] = &tally{}
					}
					all[k].add(u.figures[key])
				}
			}
		}
	}
	return all, members
}

func (x *tally) add(f *figure) {
	c := f.get(count)
	if k, n, ok := f.exact(); ok {
		x.figure.add(k)
		x.base.add(n)
		x.units++
		if k == 0 {
			x.none++
		}
	} else if c.stated() && c.bound == "eq" && !c.baseKnown {
		x.bareFigure.add(c.value)
		x.bare++
	}
	if share, _, ok := f.share(); ok {
		x.shares = append(x.shares, share)
	}
}

func compareSeries(a, b seriesKey) int {
	return cmp.Or(compareLevels(a.level, b.level), cmp.Compare(a.term, b.term), cmpStrings(a.province, b.province, a.body, b.body, a.attribute, b.attribute, a.qualifier, b.qualifier))
}

func (s *state) seriesRow(k seriesKey, x *tally, members map[seriesKey]int, t *report.Table) report.Row {
	r := report.NewRow(t)
	r.Set("level", report.Text(k.level))
	r.Set("term_start", positive(k.term))
	r.Set("province_2025", report.Text(k.province))
	r.Set("body", report.Text(k.body))
	r.Set("attribute", report.Text(k.attribute))
	r.Set("qualifier", report.Text(k.qualifier))
	units, figure, base := x.units, x.figure.value(), x.base.value()
	if k.attribute == "total" { // has no base: its figure is the base of the others
		units, figure = x.bare, x.bareFigure.value()
	}
	r.Set("units", report.Int(units))
	r.Set("units_none", report.Int(x.none))
	silent := members[seriesKey{level: k.level, term: k.term, province: k.province, body: k.body}] - len(x.shares)
	if k.attribute == "total" {
		silent = 0
	}
	r.Set("units_silent", report.Int(max(0, silent)))
	if units > 0 {
		r.Set("figure", report.Number(figure))
	}
	if base > 0 {
		r.Set("base", report.Number(base))
		setShare(r, figure, base)
	}
	if q1, m, q3, ok := Quartiles(x.shares); ok {
		r.Set("quartile_1", report.Number(q1))
		r.Set("median", report.Number(m))
		r.Set("quartile_3", report.Number(q3))
	}
	return r
}

// setShare fills the share of k in n with its interval, or says why it is
// withheld.
func setShare(r report.Row, k, n float64) {
	if why := Withhold(k, n); why != Shown {
		r.Set("withheld", report.Text(string(why)))
		return
	}
	low, high := Wilson(k, n)
	r.Set("share", report.Number(k/n*100))
	r.Set("low", report.Number(low*100))
	r.Set("high", report.Number(high*100))
}
