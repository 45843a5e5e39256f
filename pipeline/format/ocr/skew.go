package ocr

import (
	"image"
	"math"
)

const (
	steepest = 3.0  // degrees that a page may lean; more is no mistake of the scanner
	fineness = 0.1  // degrees
	harmless = 0.15 // degrees that disturb neither Tesseract nor the search for rules
	dark     = 140  // and less is ink
)

// skew estimates by how many degrees the lines of a page fall to the right. At
// the right angle the dots of lines fall together, so that the sums along them
// differ most.
func skew(m *image.Gray) float64 {
	points := inkOf(m)
	const enough = 2000
	if len(points) < enough {
		return 0
	}
	best, most := 0.0, spread(points, 0)*1.02 // a level page must be beaten clearly
	for i := 1; i <= int(steepest/fineness); i++ {
		for _, angle := range [2]float64{float64(i) * fineness, -float64(i) * fineness} {
			if s := spread(points, angle); s > most {
				best, most = angle, s
			}
		}
	}
	return best
}

// inkOf returns the dots of ink on every fourth row and column.
func inkOf(m *image.Gray) []image.Point {
	const step, most = 4, 200_000
	var out []image.Point
	b := m.Bounds()
	for y := 0; y < b.Dy(); y += step {
		row := m.Pix[y*m.Stride:][:b.Dx()]
		for x := 0; x < len(row); x += step {
			if row[x] < dark && len(out) < most {
				out = append(out, image.Point{X: x, Y: y})
			}
		}
	}
	return out
}

// spread is the sum of the squares of how much ink lies on each line of an
// angle.
func spread(points []image.Point, degrees float64) float64 {
	const height = 3 // dots of a line
	slope := math.Tan(degrees * math.Pi / 180)
	lo, hi := 0, 0
	index := func(p image.Point) int { return int(math.Floor((float64(p.Y) - slope*float64(p.X)) / height)) }
	for _, p := range points {
		i := index(p)
		lo, hi = min(lo, i), max(hi, i)
	}
	bins := make([]int, hi-lo+1)
	for _, p := range points {
		bins[index(p)-lo]++
	}
	total := 0.0
	for _, n := range bins {
		total += float64(n) * float64(n)
	}
	return total
}

// level turns a page so that its lines are level.
func level(m *image.Gray) *image.Gray {
	angle := skew(m)
	if math.Abs(angle) < harmless {
		return m
	}
	b := m.Bounds()
	out := image.NewGray(b)
	sin, cos := math.Sincos(angle * math.Pi / 180)
	cx, cy := float64(b.Dx())/2, float64(b.Dy())/2
	for y := range b.Dy() {
		for x := range b.Dx() {
			dx, dy := float64(x)-cx, float64(y)-cy
			out.Pix[y*out.Stride+x] = sample(m, cx+cos*dx-sin*dy, cy+sin*dx+cos*dy)
		}
	}
	return out
}

// sample is the shade between four dots; paper outside the page.
func sample(m *image.Gray, x, y float64) uint8 {
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	b := m.Bounds()
	if x0 < 0 || y0 < 0 || x0+1 >= b.Dx() || y0+1 >= b.Dy() {
		return 255
	}
	fx, fy := x-float64(x0), y-float64(y0)
	at := y0*m.Stride + x0
	top := float64(m.Pix[at])*(1-fx) + float64(m.Pix[at+1])*fx
	bottom := float64(m.Pix[at+m.Stride])*(1-fx) + float64(m.Pix[at+m.Stride+1])*fx
	return uint8(top*(1-fy) + bottom*fy + 0.5)
}
