package ocr

import (
	"image"

	"github.com/tongket/tongket/pipeline/format/layout"
)

// Rulings in inches. Letters are not as high as an upright rule is long; a line
// below a word is as long as a level one, and is no letter either.
const (
	shortestUpright = 0.3
	shortestLevel   = 0.4
	thickest        = 0.06
)

// takeRules finds the straight lines of a page, makes them white, and returns
// them in points. Tesseract reads the rule beside a number as a 1, and a table
// is a table by its rules.
func takeRules(m *image.Gray, dpi float64) []layout.Rule {
	level := take(m, line{count: m.Bounds().Dy(), length: m.Bounds().Dx(), step: 1, stride: m.Stride, shortest: int(shortestLevel * dpi), thickest: int(thickest*dpi) + 1})
	upright := take(m, line{count: m.Bounds().Dx(), length: m.Bounds().Dy(), step: m.Stride, stride: 1, shortest: int(shortestUpright * dpi), thickest: int(thickest*dpi) + 1})
	for _, b := range append(level, upright...) {
		b.wipe(m)
	}
	points := float32(72 / dpi)
	var out []layout.Rule
	for _, b := range level {
		y := float32(b.first+b.last+1) / 2 * points
		out = append(out, layout.Rule{X0: float32(b.from) * points, Y0: y, X1: float32(b.to) * points, Y1: y})
	}
	for _, b := range upright {
		x := float32(b.first+b.last+1) / 2 * points
		out = append(out, layout.Rule{X0: x, Y0: float32(b.from) * points, X1: x, Y1: float32(b.to) * points})
	}
	return out
}

// line says how to run through a picture by rows or by columns.
type line struct {
	count, length, step, stride int
	shortest, thickest          int
}

// bar is a straight line of ink: from and to along it, first and last across.
type bar struct {
	line
	from, to, first, last int
}

// take finds the bars along one direction: long runs of ink in neighbouring
// lines, not thicker than a rule.
func take(m *image.Gray, l line) []bar {
	var done, open []bar
	for i := range l.count {
		var next []bar
		for _, r := range l.runs(m, i) {
			next = extend(next, open, r, i)
		}
		for _, b := range open {
			if b.last < i { // not extended
				done = append(done, b)
			}
		}
		open = next
	}
	done = append(done, open...)
	thin := done[:0]
	for _, b := range done {
		if b.last-b.first < l.thickest {
			thin = append(thin, b)
		}
	}
	return thin
}

// runs finds the long runs of ink on one line. A scan breaks lines up, so short
// gaps count as ink.
func (l line) runs(m *image.Gray, i int) []bar {
	const broken = 3
	var out []bar
	start, last := -1, -1
	end := func() {
		if start >= 0 && last-start+1 >= l.shortest {
			out = append(out, bar{line: l, from: start, to: last + 1, first: i, last: i})
		}
	}
	at := i * l.stride
	for j := range l.length {
		if m.Pix[at] < dark {
			if start < 0 || j-last > broken {
				end()
				start = j
			}
			last = j
		}
		at += l.step
	}
	end()
	return out
}

// extend adds a run to the bar that it touches, or begins one.
func extend(next, open []bar, r bar, i int) []bar {
	for k := range open {
		if b := &open[k]; b.last >= i-1 && r.from < b.to && b.from < r.to {
			b.last = i
			merged := *b
			merged.from, merged.to = min(b.from, r.from), max(b.to, r.to)
			for n := range next {
				if next[n].first == merged.first && next[n].from < merged.to && merged.from < next[n].to {
					next[n].from, next[n].to = min(next[n].from, merged.from), max(next[n].to, merged.to)
					return next
				}
			}
			return append(next, merged)
		}
	}
	return append(next, r)
}

// wipe makes a bar and the dots beside it white.
func (b bar) wipe(m *image.Gray) {
	for i := max(b.first-1, 0); i <= min(b.last+1, b.count-1); i++ {
		at := i*b.stride + b.from*b.step
		for range b.to - b.from {
			m.Pix[at] = 255
			at += b.step
		}
	}
}
