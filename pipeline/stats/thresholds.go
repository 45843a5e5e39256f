package stats

import (
	"math"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
	"github.com/tongket/tongket/pipeline/vn"
)

// thresholdChecks holds a unit against the thresholds of its rounds. In the
// table come, threshold by threshold, those that miss it by most first, then
// those that met it, then those that do not say.
func thresholdChecks(u *unit) {
	o := u.s.out["threshold_checks"]
	if o == nil {
		return
	}
	for i := range u.s.config.Thresholds {
		x := &u.s.config.Thresholds[i]
		if x.Off {
			continue
		}
		for _, t := range u.ordered {
			if t.term != x.Term || t.scope != ownScope || t.bodies[x.Body] == nil || !u.concerned(x, t) {
				continue
			}
			c := t.check(x)
			key := spill.AppendFloat(spill.AppendInt(spill.AppendInt(nil, i), c.class()), -math.Abs(c.gap))
			o.add(u.at(key, t.subject), checkRow(x, c, o.rowOf(u, t.subject, t.termEnd)))
		}
	}
}

// check is one unit against one threshold.
type check struct {
	figure    *figure
	value     float64
	row       string
	known     bool
	met, sure bool
	gap       float64
}

// class is where a check stands among those of its threshold.
func (c check) class() int {
	switch {
	case !c.sure:
		return 2
	case c.met:
		return 1
	}
	return 0
}

// concerned reports whether a threshold holds for a unit.
func (u *unit) concerned(x *report.Threshold, t *unitTerm) bool {
	n := u.name
	switch {
	case len(x.Levels) > 0 && !slices.Contains(x.Levels, t.level),
		len(x.Provinces) > 0 && !slices.Contains(x.Provinces, n.province),
		slices.Contains(x.Except, n.province):
		return false
	case len(x.Units) == 0:
		return true
	}
	name := vn.Fold(n.unit)
	return slices.ContainsFunc(x.Units, func(w string) bool { return strings.HasPrefix(name, vn.Fold("đảng bộ "+w)+" ") })
}

func (t *unitTerm) check(x *report.Threshold) check {
	var c check
	phases := actual
	if x.Attribute == "surplus" {
		phases = []string{"nominated", "actual"}
	}
	if x.Attribute == "total" {
		c.figure = t.members(x.Body)
	} else {
		var qualifiers []string
		if x.Qualifier != "" {
			qualifiers = []string{strings.ReplaceAll(x.Qualifier, " ", "")}
		}
		c.figure, _ = t.find(x.Body, x.Attribute, phases, qualifiers)
	}
	if c.figure == nil {
		return c
	}
	bound := ""
	if x.Stat == "percent" {
		if c.value, c.row, c.known = c.figure.share(); c.known {
			bound = c.figure.newest().bound
		}
	} else if k := c.figure.get(count); k.stated() {
		c.value, c.row, c.known, bound = k.value, k.row, true, k.bound
	}
	if c.known {
		c.met, c.sure = meets(c.value, bound, x.Min, x.Max)
		c.gap = gap(c.value, x.Min, x.Max)
	}
	return c
}

// meets reports whether a value lies within the limits, and whether its bound
// lets one say so: "more than 16" meets 15, "more than 14" may.
func meets(value float64, bound string, least, most *float64) (met, sure bool) {
	low, high := value, value
	switch bound {
	case "gt", "ge":
		high = math.Inf(1)
	case "lt", "le":
		low = math.Inf(-1)
	case "approx":
		return false, false
	}
	inside := (least == nil || low >= *least) && (most == nil || high <= *most)
	below := least != nil && (high < *least || bound == "lt" && high == *least)
	above := most != nil && (low > *most || bound == "gt" && low == *most)
	return inside, inside || below || above
}

// gap is how far a value lies outside the limits, 0 inside.
func gap(value float64, least, most *float64) float64 {
	switch {
	case least != nil && value < *least:
		return value - *least
	case most != nil && value > *most:
		return value - *most
	}
	return 0
}

func checkRow(x *report.Threshold, c check, r report.Row) report.Row {
	r.Set("threshold", report.Text(x.ID))
	r.Set("title", report.Text(x.Title.VI))
	r.Set("title_en", report.Text(x.Title.EN))
	r.Set("body", report.Text(x.Body))
	r.Set("attribute", report.Text(x.Attribute))
	if x.Min != nil {
		r.Set("required_min", report.Number(*x.Min))
	}
	if x.Max != nil {
		r.Set("required_max", report.Number(*x.Max))
	}
	r.Set("aim", report.Bool(x.Aim))
	r.Set("source", report.Text(x.Source))
	if !c.known {
		return r
	}
	r.Set("value", report.Number(c.value))
	r.Set("value_row", report.Text(c.row))
	if k := c.figure.get(count); k.stated() {
		r.Set("figure", report.Number(k.value))
	}
	if base, _, ok := c.figure.base(); ok && x.Stat == "percent" {
		r.Set("base", report.Number(base))
	}
	r.Set("none", report.Bool(c.value == 0))
	if c.sure {
		r.Set("met", report.Bool(c.met))
		r.Set("gap", report.Number(c.gap))
	}
	return r
}
