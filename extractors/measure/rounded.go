package measure

import (
	"math"
	"strings"

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
	var exact map[string][]float64
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
func (r *reader) rounded(i int, exact map[string][]float64) bool {
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
func (r *reader) exactValues() map[string][]float64 {
	out := map[string][]float64{}
	for i := range r.facts {
		if f := &r.facts[i]; f.Get("bound").Text() == "eq" {
			v, _ := f.Get("value").Number()
			key := figureOf(f)
			out[key] = append(out[key], v)
		}
	}
	return out
}

// figureOf joins the columns that say what a figure counts.
func figureOf(f *report.Fact) string {
	var b strings.Builder
	for _, c := range []string{"body", "attribute", "stat", "qualifier", "place"} {
		b.WriteString(f.Get(c).Text())
		b.WriteByte(0)
	}
	return b.String()
}
