package stats

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// compared reports whether a figure is one that terms are compared by.
func compared(k figureKey) bool {
	if k.phase != "actual" || !slices.Contains(bodies, k.body) {
		return false
	}
	switch k.attribute {
	case "other", "approval", "change", "completed", "meets_target", "age":
		return false
	}
	return true
}

// pair is one figure of a unit in two terms.
type pair struct {
	key         figureKey
	before, now *unitTerm
	then, since *figure
	restated    bool // then is what the later report says of the term before
}

// pairs returns every figure of a unit that two following terms state, in
// order. terms are the unit's, in order.
func pairs(terms []*unitTerm) []pair {
	var out []pair
	for i, now := range terms {
		for _, f := range now.figures {
			key := f.figureKey
			if !compared(key) {
				continue
			}
			p := pair{key: key, now: now, since: f.figure}
			for j := i - 1; j >= 0 && p.then == nil; j-- {
				p.before, p.then = terms[j], terms[j].figure(key)
			}
			if p.then == nil {
				previous := key
				previous.phase = "previous"
				p.before, p.then, p.restated = nil, now.figure(previous), true
			}
			if p.then != nil {
				out = append(out, p)
			}
		}
	}
	return out
}

// followed yields the unit's own terms at each level, in order; terms that are
// not stated cannot be compared.
func (u *unit) followed() iter.Seq[[]*unitTerm] {
	return func(yield func([]*unitTerm) bool) {
		var terms []*unitTerm
		for _, t := range u.ordered {
			if t.scope != ownScope || t.key == "" || t.term == 0 {
				continue
			}
			if len(terms) > 0 && terms[0].level != t.level {
				if !yield(terms) {
					return
				}
				terms = nil
			}
			terms = append(terms, t)
		}
		if len(terms) > 0 {
			yield(terms)
		}
	}
}

func changes(u *unit) {
	o := u.s.out["changes"]
	if o == nil {
		return
	}
	for terms := range u.followed() {
		for _, p := range pairs(terms) {
			o.add(p.now.place, u.changeRow(p, o.rowOf(u, p.now.subject, p.now.termEnd)))
		}
	}
}

func (u *unit) changeRow(p pair, r report.Row) report.Row {
	r.Set("body", report.Text(p.key.body))
	r.Set("attribute", report.Text(p.key.attribute))
	r.Set("qualifier", report.Text(p.key.qualifier))
	r.Set("term_now", report.Int(p.now.term))
	if p.before != nil {
		r.Set("term_before", report.Int(p.before.term))
	}
	r.Set("before_stated", report.Bool(p.restated))
	setFigure(r, "before", p.then)
	setFigure(r, "now", p.since)
	a, _, okA := p.then.share()
	b, _, okB := p.since.share()
	if okA && okB {
		r.Set("difference", report.Number(b-a))
	}
	k1, n1, exact1 := p.then.exact()
	k2, n2, exact2 := p.since.exact()
	if exact1 && exact2 {
		setDifference(r, k1, n1, k2, n2)
	}
	return r
}

func setFigure(r report.Row, when string, f *figure) {
	c := f.get(count)
	r.Set("figure_"+when, known(c.value, c.stated()))
	r.Set("figure_"+when+"_row", report.Text(c.row))
	if base, _, ok := f.base(); ok {
		r.Set("base_"+when, report.Number(base))
	}
	if share, row, ok := f.share(); ok {
		r.Set("share_"+when, report.Number(share))
		r.Set("share_"+when+"_row", report.Text(row))
	}
}

// setDifference fills interval, effect size and test of k1 of n1 against k2 of
// n2, and returns p.
func setDifference(r report.Row, k1, n1, k2, n2 float64) float64 {
	low, high := Newcombe(k1, n1, k2, n2)
	test, p := Compare(k1, n1, k2, n2)
	r.Set("low", report.Number(low*100))
	r.Set("high", report.Number(high*100))
	r.Set("effect", report.Number(CohenH(k1/n1, k2/n2)))
	r.Set("test", report.Text(string(test)))
	r.Set("p", report.Number(p))
	return p
}

// pooled is two terms of one level and indicator, over the units that have
// both.
type pooledKey struct {
	level                      string
	body, attribute, qualifier string
	before, now                int
}

type pooled struct {
	k1, n1, k2, n2 sum
	units          int
}

// pool adds up exact figures of following terms. A unit that has only one of
// two terms that follow each other elsewhere is left out and counted.
func (u *unit) pool() {
	s := u.s
	for terms := range u.followed() {
		for _, t := range terms {
			for _, f := range t.figures {
				if _, _, ok := f.exact(); ok && compared(f.figureKey) && f.attribute != "total" {
					k := pooledKey{level: t.level, body: f.body, attribute: f.attribute, qualifier: f.qualifier}
					if s.have[k] == nil {
						s.have[k] = map[int]int{}
					}
					s.have[k][t.term]++
				}
			}
		}
		for _, p := range pairs(terms) {
			k1, n1, ok1 := p.then.exact()
			k2, n2, ok2 := p.since.exact()
			if p.restated || !ok1 || !ok2 || p.key.attribute == "total" {
				continue
			}
			k := pooledKey{p.now.level, p.key.body, p.key.attribute, p.key.qualifier, p.before.term, p.now.term}
			x := s.pooled[k]
			if x == nil {
				x = &pooled{}
				s.pooled[k] = x
			}
			x.units++
			x.k1.add(k1)
			x.n1.add(n1)
			x.k2.add(k2)
			x.n2.add(n2)
		}
	}
}

// leftOut is how many units have one of the two terms and not both.
func (s *state) leftOut(k pooledKey) int {
	any := k
	any.before, any.now = 0, 0
	return s.have[any][k.before] + s.have[any][k.now] - 2*s.pooled[k].units
}

func seriesChanges(s *state, t *report.Table) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		all := s.pooled
		var rows []report.Row
		var ps []float64
		for _, k := range slices.SortedFunc(maps.Keys(all), comparePooled) {
			x := all[k]
			r := report.NewRow(t)
			r.Set("level", report.Text(k.level))
			r.Set("body", report.Text(k.body))
			r.Set("attribute", report.Text(k.attribute))
			r.Set("qualifier", report.Text(k.qualifier))
			r.Set("term_before", report.Int(k.before))
			r.Set("term_now", report.Int(k.now))
			r.Set("units", report.Int(x.units))
			r.Set("units_left_out", report.Int(s.leftOut(k)))
			k1, n1, k2, n2 := x.k1.value(), x.n1.value(), x.k2.value(), x.n2.value()
			r.Set("figure_before", report.Number(k1))
			r.Set("base_before", report.Number(n1))
			r.Set("share_before", report.Number(k1/n1*100))
			r.Set("figure_now", report.Number(k2))
			r.Set("base_now", report.Number(n2))
			r.Set("share_now", report.Number(k2/n2*100))
			r.Set("difference", report.Number((k2/n2-k1/n1)*100))
			ps = append(ps, setDifference(r, k1, n1, k2, n2))
			rows = append(rows, r)
		}
		for i, p := range Adjust(ps) {
			rows[i].Set("p_adjusted", report.Number(p))
			if !yield(rows[i]) {
				return
			}
		}
	}
}

func comparePooled(a, b pooledKey) int {
	return cmp.Or(compareLevels(a.level, b.level), cmpStrings(a.body, b.body, a.attribute, b.attribute, a.qualifier, b.qualifier),
		cmp.Compare(a.before, b.before), cmp.Compare(a.now, b.now))
}
