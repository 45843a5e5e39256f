package stats

import (
	"cmp"
	"encoding/binary"
	"iter"
	"maps"
	"math"
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
	number       uint32 // under which its shares lie in state.shares
	shares       int    // how many
	quartiles    [3]float64
	spread       bool // there are quartiles
	bare         int  // units with a figure and no base
	bareFigure   sum
}

func series(s *state, t *report.Table) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		s.keep(s.spreads())
		for _, k := range slices.SortedFunc(maps.Keys(s.tallies), compareSeries) {
			if !yield(s.seriesRow(k, s.tallies[k], t)) {
				return
			}
		}
	}
}

// spreads works out the quartiles of every tally.
func (s *state) spreads() error {
	byNumber := make([]*tally, len(s.tallies))
	for _, x := range s.tallies {
		byNumber[x.number] = x
	}
	var shares []float64
	for group, err := range s.shares.Groups() {
		if err != nil {
			return err
		}
		shares = shares[:0]
		for _, data := range group.Data {
			shares = append(shares, math.Float64frombits(binary.LittleEndian.Uint64(data)))
		}
		x := byNumber[binary.BigEndian.Uint32(group.Key)]
		x.quartiles[0], x.quartiles[1], x.quartiles[2], x.spread = Quartiles(shares)
	}
	return nil
}

// tally pools the own figures of a unit with those of others, for its province
// and for all, and counts the units that state how many members a body has.
func (u *unit) tally() {
	provinces := []string{""}
	if p := u.name.since2025; p != "" {
		provinces = append(provinces, p)
	}
	s := u.s
	for _, t := range u.ordered {
		if t.scope != ownScope {
			continue
		}
		for _, body := range bodies {
			if t.members(body) == nil {
				continue
			}
			for _, province := range provinces {
				s.members[seriesKey{level: t.level, term: t.term, province: province, body: body}]++
			}
		}
		for _, f := range t.figures {
			if !compared(f.figureKey) {
				continue
			}
			for _, province := range provinces {
				s.addTally(seriesKey{t.level, t.term, province, f.body, f.attribute, f.qualifier}, f.figure)
			}
		}
	}
}

func (s *state) addTally(k seriesKey, f *figure) {
	x := s.tallies[k]
	if x == nil {
		x = &tally{number: uint32(len(s.tallies))}
		s.tallies[k] = x
	}
	x.add(f)
	if share, _, ok := f.share(); ok {
		x.shares++
		var key, data [8]byte
		s.keep(s.shares.Add(binary.BigEndian.AppendUint32(key[:0], x.number), binary.LittleEndian.AppendUint64(data[:0], math.Float64bits(share))))
	}
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
}

func compareSeries(a, b seriesKey) int {
	return cmp.Or(compareLevels(a.level, b.level), cmp.Compare(a.term, b.term),
		cmpStrings(a.province, b.province, a.body, b.body, a.attribute, b.attribute, a.qualifier, b.qualifier, a.level, b.level))
}

func (s *state) seriesRow(k seriesKey, x *tally, t *report.Table) report.Row {
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
	silent := s.members[seriesKey{level: k.level, term: k.term, province: k.province, body: k.body}] - x.shares
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
	if x.spread {
		r.Set("quartile_1", report.Number(x.quartiles[0]))
		r.Set("median", report.Number(x.quartiles[1]))
		r.Set("quartile_3", report.Number(x.quartiles[2]))
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
