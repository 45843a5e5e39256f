package stats

import (
	"math"
	"slices"
)

// sum adds numbers with Neumaier's compensation. Callers add in a fixed order,
// so that any number of workers gives the same bits.
type sum struct{ total, lost float64 }

func (s *sum) add(x float64) {
	t := s.total + x
	if math.Abs(s.total) >= math.Abs(x) {
		s.lost += (s.total - t) + x
	} else {
		s.lost += (x - t) + s.total
	}
	s.total = t
}

func (s *sum) value() float64 { return s.total + s.lost }

// Quartiles returns the first quartile, the median and the third quartile of
// xs, which it sorts. Between two values it interpolates as spreadsheets, R and
// DuckDB do (type 7), so that a reader who asks again gets the same; gonum has
// other types only. No values have none.
func Quartiles(xs []float64) (q1, median, q3 float64, ok bool) {
	if len(xs) == 0 {
		return 0, 0, 0, false
	}
	slices.Sort(xs)
	at := func(p float64) float64 {
		h := p * float64(len(xs)-1)
		i := int(math.Floor(h))
		if i+1 == len(xs) {
			return xs[i]
		}
		return xs[i] + (h-float64(i))*(xs[i+1]-xs[i])
	}
	return at(0.25), at(0.5), at(0.75), true
}
