package measure

import (
	"math"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// flush emits the facts but for rounded restatements: "gần 66%" beside 65,97%,
// "hơn 1.500 đại biểu" beside 1.510.
func (r *reader) flush() {
	exact := map[string][]float64{}
	rough := slices.ContainsFunc(r.facts, func(f report.Fact) bool { return f.Get("bound").Text() != "eq" })
	for i := 0; rough && i < len(r.facts); i++ {
		if f := &r.facts[i]; f.Get("bound").Text() == "eq" {
			v, _ := f.Get("value").Number()
			exact[subject(f)] = append(exact[subject(f)], v)
		}
	}
	for i := range r.facts {
		if f := &r.facts[i]; !rounded(f, exact) {
			r.emit(*f)
		}
	}
}

// subject is what a fact counts, whatever its value.
func subject(f *report.Fact) string {
	return strings.Join([]string{
		f.Get("body").Text(), f.Get("attribute").Text(), f.Get("stat").Text(), f.Get("qualifier").Text(), f.Get("place").Text(),
	}, "|")
}

// rounded reports whether a fact is a rounded form of an exact one.
func rounded(f *report.Fact, exact map[string][]float64) bool {
	bound := f.Get("bound").Text()
	if bound != "gt" && bound != "lt" && bound != "approx" {
		return false
	}
	v, _ := f.Get("value").Number()
	room := v * 0.03
	if f.Get("stat").Text() == "percent" {
		room = 1
	}
	for _, w := range exact[subject(f)] {
		d := w - v
		if d != 0 && math.Abs(d) <= room && !(bound == "gt" && d < 0) && !(bound == "lt" && d > 0) {
			return true
		}
	}
	return false
}
