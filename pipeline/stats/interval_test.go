package stats

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s: %.10g, want %.10g", what, got, want)
	}
}

// Wilson 1927 as worked in Newcombe 1998, "Two-sided confidence intervals for
// the single proportion", table I, method 3.
func TestWilsonPublished(t *testing.T) {
	for _, c := range []struct{ k, n, low, high float64 }{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
	} {
		low, high := Wilson(c.k, c.n)
		near(t, fmt.Sprintf("%v of %v low", c.k, c.n), low, c.low, 5e-5)
		near(t, fmt.Sprintf("%v of %v high", c.k, c.n), high, c.high, 5e-5)
	}
}

// Newcombe 1998, "Interval estimation for the difference between independent
// proportions", table II, method 10.
func TestNewcombePublished(t *testing.T) {
	for _, c := range []struct{ k1, n1, k2, n2, low, high float64 }{
		{48, 80, 56, 70, 0.0524, 0.3339},
		{3, 10, 9, 10, 0.1705, 0.8090},
		{2, 7, 6, 7, 0.0582, 0.8062},
		{0, 29, 5, 56, -0.0381, 0.1926},
		{0, 20, 10, 10, 0.6791, 1.0000},
		{0, 10, 10, 10, 0.6075, 1.0000},
	} {
		low, high := Newcombe(c.k1, c.n1, c.k2, c.n2)
		near(t, fmt.Sprintf("%v low", c), low, c.low, 1e-4)
		near(t, fmt.Sprintf("%v high", c), high, c.high, 1e-4)
	}
}

// Fisher's lady tasting tea: 3 of 4 cups right gives p = 34/70; all four right
// 2/70 both ways.
func TestFisherTea(t *testing.T) {
	near(t, "3 of 4", fisher(3, 4, 1, 4), 34.0/70, 1e-12)
	near(t, "4 of 4", fisher(4, 4, 0, 4), 2.0/70, 1e-12)
	if test, _ := Compare(3, 4, 1, 4); test != Fisher {
		t.Errorf("small counts went to %s", test)
	}
}

// By hand: 30 of 100 against 50 of 100: chi-square = 200·(30·50−50·70)²/(100·100·80·120)
// = 200·4,000,000/96,000,000 = 8.333…; its p is 0.003892.
func TestChiSquareByHand(t *testing.T) {
	test, p := Compare(30, 100, 50, 100)
	if test != ChiSquare {
		t.Errorf("large counts went to %s", test)
	}
	near(t, "p", p, 0.0038924171, 1e-9)
	near(t, "nobody in either", chiSquare(0, 50, 0, 60), 1, 0)
}

// Cohen 1988, table 6.2.2: φ of 0.50 is 1.571, of 0.65 is 1.875.
func TestCohenPublished(t *testing.T) {
	near(t, "h", CohenH(0.50, 0.65), 1.875-1.571, 1e-3)
	near(t, "no difference", CohenH(0.3, 0.3), 0, 0)
}

// By hand: p·m/rank from the largest down, never rising again: 0.01·4/1 = 0.04,
// 0.02·4/2 = 0.04, 0.03·4/3 = 0.04, 0.5.
func TestAdjustByHand(t *testing.T) {
	for i, want := range []float64{0.5, 0.04, 0.04, 0.04} {
		near(t, "adjusted", Adjust([]float64{0.5, 0.01, 0.03, 0.02})[i], want, 1e-15)
	}
	if len(Adjust(nil)) != 0 {
		t.Error("something of nothing")
	}
}

func TestWithhold(t *testing.T) {
	for _, c := range []struct {
		k, n float64
		want Withheld
		why  string
	}{
		{5, 29, Few, "29 are too few"},
		{15, 30, Wide, "15 of 30 is 33 to 67 %: 34 points"},
		{30, 100, Shown, "30 of 100 is 22 to 40 %: 18 points, less than 39"},
		{1, 100, Wide, "1 of 100 is 0.2 to 5.4 %: wider than 5 points and than 1.3 points"},
		{10, 1000, Shown, "10 of 1,000 is 0.5 to 1.8 %: narrower than 5 points"},
		{0, 1000, Shown, "none of 1,000 is under 0.4 %"},
	} {
		if got := Withhold(c.k, c.n); got != c.want {
			t.Errorf("%v of %v: %q, want %q: %s", c.k, c.n, got, c.want, c.why)
		}
	}
}

// The interval holds the share, lies between 0 and 1, mirrors, and is narrower
// for more of the same.
func TestWilsonProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := float64(rapid.IntRange(1, 100_000).Draw(t, "n"))
		k := float64(rapid.IntRange(0, int(n)).Draw(t, "k"))
		low, high := Wilson(k, n)
		if low < 0 || high > 1 || low > k/n+1e-12 || high < k/n-1e-12 {
			t.Fatalf("%v of %v: %v to %v", k, n, low, high)
		}
		mlow, mhigh := Wilson(n-k, n)
		if math.Abs(mlow-(1-high)) > 1e-9 || math.Abs(mhigh-(1-low)) > 1e-9 {
			t.Fatalf("%v of %v is no mirror", k, n)
		}
		if l, h := Wilson(k*10, n*10); h-l > high-low {
			t.Fatalf("%v of %v: ten times as many is wider", k, n)
		}
	})
}

// The two tests agree in order of size where both apply, and p is a share.
func TestCompareProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n1, n2 := float64(rapid.IntRange(1, 300).Draw(t, "n1")), float64(rapid.IntRange(1, 300).Draw(t, "n2"))
		k1, k2 := float64(rapid.IntRange(0, int(n1)).Draw(t, "k1")), float64(rapid.IntRange(0, int(n2)).Draw(t, "k2"))
		_, p := Compare(k1, n1, k2, n2)
		_, q := Compare(k2, n2, k1, n1)
		if p < 0 || p > 1 || math.Abs(p-q) > 1e-9 {
			t.Fatalf("p %v, turned round %v", p, q)
		}
		low, high := Newcombe(k1, n1, k2, n2)
		if d := k2/n2 - k1/n1; low > d+1e-12 || high < d-1e-12 || low < -1-1e-12 || high > 1+1e-12 {
			t.Fatalf("difference %v in %v to %v", d, low, high)
		}
	})
}

func TestSumKeepsSmallNumbers(t *testing.T) {
	var s sum
	for _, x := range []float64{1, 1e100, 1, -1e100} {
		s.add(x)
	}
	near(t, "sum", s.value(), 2, 0)
}

// As QUARTILE of a spreadsheet gives them.
func TestQuartilesByHand(t *testing.T) {
	q1, m, q3, ok := Quartiles([]float64{4, 1, 3, 2})
	if !ok {
		t.Fatal("none")
	}
	near(t, "first", q1, 1.75, 1e-12)
	near(t, "median", m, 2.5, 1e-12)
	near(t, "third", q3, 3.25, 1e-12)
	if _, _, _, ok := Quartiles(nil); ok {
		t.Error("quartiles of nothing")
	}
}

func ExampleWilson() {
	low, high := Wilson(7, 43) // 7 women of 43 members
	fmt.Printf("16.3 %%, from %.1f to %.1f\n", low*100, high*100)
	// Output: 16.3 %, from 8.1 to 30.0
}
