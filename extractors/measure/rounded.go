package measure

import "math"

// flush emits the facts but for rounded restatements: "gần 66%" beside 65,97%,
// "hơn 1.500 đại biểu" beside 1.510.
func (r *reader) flush() {
	rough := false
	for i := range r.facts {
		if b := r.facts[i].Get("bound").Text(); b == "gt" || b == "lt" || b == "approx" {
			rough = true
		}
	}
	for i := range r.facts {
		if rough && r.rounded(i) {
			continue
		}
		r.emit(r.facts[i])
	}
}

// rounded reports whether fact i is a rounded form of an exact one.
func (r *reader) rounded(i int) bool {
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
	for j := range r.facts {
		g := &r.facts[j]
		if j == i || g.Get("bound").Text() != "eq" {
			continue
		}
		w, _ := g.Get("value").Number()
		d := w - v
		if d == 0 || math.Abs(d) > room || bound == "gt" && d < 0 || bound == "lt" && d > 0 {
			continue
		}
		same := true
		for _, c := range []string{"body", "attribute", "stat", "qualifier", "place"} {
			same = same && f.Get(c).Text() == g.Get(c).Text()
		}
		if same {
			return true
		}
	}
	return false
}
