package review

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Metric says how far two values of a variable are apart.
type Metric int

// The metrics of Krippendorff: names are the same or not; of counts the ratio
// matters, of dates the distance.
const (
	Nominal Metric = iota
	Interval
	Ratio
)

// String returns the name of the metric.
func (m Metric) String() string { return [...]string{"nominal", "interval", "ratio"}[m] }

// apart is the squared difference of two values.
func (m Metric) apart(a, b float64) float64 {
	switch {
	case a == b:
		return 0
	case m == Interval:
		return (a - b) * (a - b)
	case m == Ratio:
		d := (a - b) / (math.Abs(a) + math.Abs(b))
		return d * d
	}
	return 1
}

// Alpha returns Krippendorff's alpha: 1 for agreement, 0 for what chance gives.
// A unit holds the values that coders gave it, those that gave none left out;
// units with fewer than two say nothing. Without any variation alpha is not
// defined and NaN. (Krippendorff, Computing Krippendorff's Alpha-Reliability,
// 2011.)
func Alpha(units [][]float64, m Metric) float64 {
	counts := map[float64]float64{}
	n, seen := 0.0, 0.0
	for _, u := range units {
		if len(u) < 2 {
			continue
		}
		n += float64(len(u))
		for i, a := range u {
			counts[a]++
			for _, b := range u[i+1:] {
				seen += 2 * m.apart(a, b) / float64(len(u)-1)
			}
		}
	}
	by := m.byChance(counts, n)
	if by == 0 {
		return math.NaN()
	}
	return 1 - (n-1)*seen/by
}

// byChance adds up the differences of all pairs of values, whoever gave them.
// Values are gone through in order, so that the same values give the same bits.
func (m Metric) byChance(counts map[float64]float64, n float64) float64 {
	values := make([]float64, 0, len(counts))
	for v := range counts {
		values = append(values, v)
	}
	slices.Sort(values)
	sum := 0.0
	switch m {
	case Nominal:
		for _, v := range values {
			sum += counts[v] * (n - counts[v])
		}
	case Interval: // about the mean, without pairing all with all
		mean := 0.0
		for _, v := range values {
			mean += counts[v] * v / n
		}
		for _, v := range values {
			sum += 2 * n * counts[v] * (v - mean) * (v - mean)
		}
	case Ratio:
		for i, v := range values {
			for _, w := range values[i+1:] {
				sum += 2 * counts[v] * counts[w] * m.apart(v, w)
			}
		}
	}
	return sum
}

// resamples is how often units are drawn for an interval: enough for two
// digits.
const resamples = 1000

// AlphaInterval returns the 95 % interval of alpha by drawing the units again
// and again, with a seed so that it stays the same. Draws without variation are
// left out; when most are, there is no interval and both ends are NaN.
func AlphaInterval(units [][]float64, m Metric, seed uint64) (low, high float64) {
	rng := rand.New(rand.NewPCG(seed, 0))
	var alphas []float64
	drawn := make([][]float64, len(units))
	for range resamples {
		for i := range drawn {
			drawn[i] = units[rng.IntN(len(units))]
		}
		if a := Alpha(drawn, m); !math.IsNaN(a) {
			alphas = append(alphas, a)
		}
	}
	if len(alphas) < resamples/2 {
		return math.NaN(), math.NaN()
	}
	slices.Sort(alphas)
	at := func(q float64) float64 { return alphas[int(q*float64(len(alphas)-1)+0.5)] }
	return at(0.025), at(0.975)
}
