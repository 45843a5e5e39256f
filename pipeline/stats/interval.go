package stats

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// z95 is the two-sided 95 % quantile of the normal distribution.
var z95 = distuv.UnitNormal.Quantile(0.975)

// Wilson returns the Wilson score interval at 95 % for k of n, as shares from 0
// to 1. It holds its level for small n and shares near 0 and 1, where the
// textbook interval does not. Without trials it is the whole range.
func Wilson(k, n float64) (low, high float64) {
	if n <= 0 {
		return 0, 1
	}
	p, z2 := k/n, z95*z95
	centre := (p + z2/(2*n)) / (1 + z2/n)
	half := z95 / (1 + z2/n) * math.Sqrt(p*(1-p)/n+z2/(4*n*n))
	low, high = max(0, centre-half), min(1, centre+half)
	// The bounds at the ends are exact; rounding must not move them past p.
	if k == 0 {
		low = 0
	}
	if k == n {
		high = 1
	}
	return low, high
}

// Newcombe returns the 95 % interval of the difference k2/n2 − k1/n1 of two
// independent shares: Newcombe's hybrid score method, number 10 of his paper of
// 1998.
func Newcombe(k1, n1, k2, n2 float64) (low, high float64) {
	p1, p2 := k1/n1, k2/n2
	l1, u1 := Wilson(k1, n1)
	l2, u2 := Wilson(k2, n2)
	d := p2 - p1
	return d - math.Hypot(p2-l2, u1-p1), d + math.Hypot(u2-p2, p1-l1)
}

// CohenH is the size of the difference between two shares on a scale where
// equal steps are equally easy to see: 0.2 is small, 0.5 medium, 0.8 large.
func CohenH(p1, p2 float64) float64 {
	return 2*math.Asin(math.Sqrt(p2)) - 2*math.Asin(math.Sqrt(p1))
}

// Test is what compared two shares.
type Test string

// The tests.
const (
	ChiSquare Test = "chi_square"
	Fisher    Test = "fisher"
)

// Compare tests whether k1 of n1 and k2 of n2 differ, two-sided: chi-square
// where every expected count is at least 5, else Fisher's exact test. Counts
// must be whole.
func Compare(k1, n1, k2, n2 float64) (Test, float64) {
	k, n := k1+k2, n1+n2
	if min(n1, n2)*min(k, n-k)/n >= 5 {
		return ChiSquare, chiSquare(k1, n1, k2, n2)
	}
	return Fisher, fisher(k1, n1, k2, n2)
}

// chiSquare is Pearson's test on the two by two table, without correction.
func chiSquare(k1, n1, k2, n2 float64) float64 {
	k, n := k1+k2, n1+n2
	if k == 0 || k == n {
		return 1
	}
	d := k1*(n2-k2) - k2*(n1-k1)
	x := n * d * d / (n1 * n2 * k * (n - k))
	return distuv.ChiSquared{K: 1}.Survival(x)
}

// fisher adds up the tables with the same margins that are no likelier than the
// one seen. A relative 1e-7 lets ties be ties, as R does.
func fisher(k1, n1, k2, n2 float64) float64 {
	k := k1 + k2
	logP := func(x float64) float64 { return logChoose(n1, x) + logChoose(n2, k-x) - logChoose(n1+n2, k) }
	seen := math.Exp(logP(k1)) * (1 + 1e-7)
	var s sum
	for x := max(0, k-n2); x <= min(k, n1); x++ {
		if p := math.Exp(logP(x)); p <= seen {
			s.add(p)
		}
	}
	return min(1, s.value())
}

func logChoose(n, k float64) float64 {
	a, _ := math.Lgamma(n + 1)
	b, _ := math.Lgamma(k + 1)
	c, _ := math.Lgamma(n - k + 1)
	return a - b - c
}

// Adjust returns the p values adjusted for their number by Benjamini and
// Hochberg's step-up method, in the order given.
func Adjust(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(p[b], p[a]), cmp.Compare(b, a)) })
	out := make([]float64, len(p))
	least := 1.0
	for rank, i := range order {
		least = min(least, p[i]*float64(len(p))/float64(len(p)-rank))
		out[i] = least
	}
	return out
}

// Withheld says why a share must not be shown.
type Withheld string

// The reasons; the empty one lets a share be shown.
const (
	Shown Withheld = ""
	Few   Withheld = "few"
	Wide  Withheld = "wide"
)

// Withhold applies the one rule for small numbers, which follows the standard
// of the National Center for Health Statistics for proportions of 2017: no
// share of fewer than 30, none whose 95 % interval is 30 points or wider, none
// whose interval is wider than 5 points and than 1.3 times the share itself.
// The count and the base stay; only the share is withheld.
func Withhold(k, n float64) Withheld {
	if n < 30 {
		return Few
	}
	low, high := Wilson(k, n)
	switch width := high - low; {
	case width <= 0.05:
		return Shown
	case width >= 0.30, width > 1.3*k/n:
		return Wide
	}
	return Shown
}
