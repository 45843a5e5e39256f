package measure

import (
	"math"

	"github.com/tongket/tongket/pipeline/report"
)

// flush emits the facts but for rounded restatements: "gần 66%" beside 65,97%,
// "hơn 1.500 đại biểu" beside 1.510.
func (r *reader) flush() {
	if r.d.heldDated {
		r.dateHeld()
	}
	exact := r.exactValues()
	for i := range r.facts {
		if len(exact) == 0 || !r.rounded(i, exact) {
			r.emit(r.facts[i])
		}
	}
}

// rough reports whether a figure is stated as about so many.
func rough(f *report.Fact) bool {
	bound := f.Get("bound").Text()
	return bound == "gt" || bound == "lt" || bound == "approx"
}

// rounded reports whether fact i is a rounded form of an exact one (see
// exactValues).
func (r *reader) rounded(i int, list []exact) bool {
	f := &r.facts[i]
	if !rough(f) {
		return false
	}
	bound := f.Get("bound").Text()
	v, _ := f.Get("value").Number()
	room := v * 0.03
	if f.Get("stat").Text() == "percent" {
		room = 1
	}
	e := valuesOf(list, figureOf(f))
	if e == nil {
		return false
	}
	for _, w := range e.values {
		d := w - v
		if d == 0 || math.Abs(d) > room || bound == "gt" && d < 0 || bound == "lt" && d > 0 {
			continue
		}
		return true
	}
	return false
}

// exactValues gathers the figures that are stated as one number, by what they
// are figures of, where a rough figure is one of that, too: some few in a document.
func (r *reader) exactValues() []exact {
	var out []exact
	for i := range r.facts {
		if f := &r.facts[i]; rough(f) {
			if key := figureOf(f); valuesOf(out, key) == nil {
				out = append(out, exact{of: key})
			}
		}
	}
	if out == nil {
		return nil
	}
	for i := range r.facts {
		f := &r.facts[i]
		if f.Get("bound").Text() != "eq" {
			continue
		}
		if e := valuesOf(out, figureOf(f)); e != nil {
			v, _ := f.Get("value").Number()
			e.values = append(e.values, v)
		}
	}
	return out
}

// exact are the figures that are stated as one number and count one thing.
type exact struct {
	of     of
	values []float64
}

// valuesOf returns those of one thing, nil where there are none.
func valuesOf(list []exact, key of) *exact {
	for i := range list {
		if list[i].of == key {
			return &list[i]
		}
	}
	return nil
}

// of is what a figure counts.
type of struct{ body, attribute, stat, qualifier, place string }

func figureOf(f *report.Fact) of {
	return of{f.Get("body").Text(), f.Get("attribute").Text(), f.Get("stat").Text(), f.Get("qualifier").Text(), f.Get("place").Text()}
}
