package review

import (
	"math"
	"testing"
)

// The reliability data of Krippendorff's own example (Computing Krippendorff's
// Alpha-Reliability, 2011, section C and D): four observers, twelve units,
// values missing. NaN stands for missing.
func example() [][]float64 {
	no := math.NaN()
	observers := [][]float64{
		{1, 2, 3, 3, 2, 1, 4, 1, 2, no, no, no},
		{1, 2, 3, 3, 2, 2, 4, 1, 2, 5, no, 3},
		{no, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, no},
		{1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, no},
	}
	units := make([][]float64, 12)
	for _, o := range observers {
		for u, v := range o {
			if !math.IsNaN(v) {
				units[u] = append(units[u], v)
			}
		}
	}
	return units
}

// The published alphas of that example: nominal .743, interval .849, ratio .797.
// Two observers and ten units of 0 and 1 (section A): .095; twelve units of five
// names (section B): .692.
func TestAlphaAsPublished(t *testing.T) {
	pairs := func(a, b []float64) (units [][]float64) {
		for i := range a {
			units = append(units, []float64{a[i], b[i]})
		}
		return units
	}
	for _, x := range []struct {
		name  string
		units [][]float64
		m     Metric
		want  float64
	}{
		{"four observers, nominal", example(), Nominal, 0.743},
		{"four observers, interval", example(), Interval, 0.849},
		{"four observers, ratio", example(), Ratio, 0.797},
		{"two observers, two values", pairs([]float64{0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, []float64{1, 1, 1, 0, 0, 1, 0, 0, 0, 0}), Nominal, 0.095},
		{"two observers, five names", pairs([]float64{1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1}, []float64{2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4}), Nominal, 0.692},
		{"agreement", pairs([]float64{1, 2, 3}, []float64{1, 2, 3}), Nominal, 1},
	} {
		if got := Alpha(x.units, x.m); math.Abs(got-x.want) > 0.0005 {
			t.Errorf("%s: %.4f, published %.3f", x.name, got, x.want)
		}
	}
	if got := Alpha([][]float64{{1, 1}, {1, 1}}, Nominal); !math.IsNaN(got) {
		t.Errorf("without variation: %g", got)
	}
}

// The interval holds alpha, is the same for a seed, and narrows with more units.
func TestAlphaInterval(t *testing.T) {
	units := example()
	low, high := AlphaInterval(units, Nominal, 1)
	if a := Alpha(units, Nominal); low >= a || high <= a {
		t.Errorf("%.3f to %.3f does not hold %.3f", low, high, a)
	}
	if l, h := AlphaInterval(units, Nominal, 1); l != low || h != high {
		t.Error("the same seed gives another interval")
	}
	many := units
	for range 9 {
		many = append(many, units...)
	}
	if l, h := AlphaInterval(many, Nominal, 1); h-l >= (high-low)/2 {
		t.Errorf("ten times the units: %.3f to %.3f", l, h)
	}
}
