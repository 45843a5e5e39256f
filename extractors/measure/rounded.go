package measure

import (
	"math"

	"github.com/tongket/tongket/pipeline/report"
)

// flush emits the facts but for rounded restatements: "gần 66%" beside 65,97%,
// "hơn 1.500 đại biểu" beside 1.510.
func (r *reader) flush() {
	rough := false
	for i := range r.facts {
		if b := r.facts[i].Get("bound").Text(); b == "gt" || b == "lt" || b == "approx" {
			rough = true
		}
	}
	var exact map[of][]float64
	if rough {
		exact = r.exactValues()
	}
	for i := range r.facts {
		if rough && r.rounded(i, exact) {
			continue
		}
		r.emit(r.facts[i])
	}
}

// rounded reports whether fact i is a rounded form of an exact one (see
// exactValues).
func (r *reader) rounded(i int, exact map[of][]float64) bool {
	f := &r.facts[i]
	bound := f.Get("bound").Text()
	if bound != "gt" && bound != "lt" && bound != "approx" {
		return false
	}
	v, _ := f.Get("value").Number()
	room := v * 0.03
	if f.Get("stat").Text() == "percent" {
		room = 1
	}
	for _, w := range exact[figureOf(f)] {
		d := w - v
		if d == 0 || math.Abs(d) > room || bound == "gt" && d < 0 || bound == "lt" && d > 0 {
			continue
		}
		return true
	}
	return false
}

// exactValues gathers the figures that are stated as one number, by what they
// are figures of.
func (r *reader) exactValues() map[of][]float64 {
	out := map[of][]float64{}
	for i := range r.facts {
		if f := &r.facts[i]; f.Get("bound").Text() == "eq" {
			v, _ := f.Get("value").Number()
			key := figureOf(f)
			out[key] = append(out[key], v)
		}
	}
	return out
}

// of is what a figure counts.
type of struct{ body, attribute, stat, qualifier, place string }

func figureOf(f *report.Fact) of {
	return of{f.Get("body").Text(), f.Get("attribute").Text(), f.Get("stat").Text(), f.Get("qualifier").Text(), f.Get("place").Text()}
}
