package excel

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// leads name the columns that say what a row of a wide table is about. They
// stand first, stay in sight when the sheet is scrolled, and are repeated on every
// page of its print.
var leads = map[string][]string{
	"unit_results":     {"unit", "term_start", "body"},
	"unit_figures":     {"unit", "term_start", "body", "attribute"},
	"threshold_checks": {"title", "unit", "term_start"},
	"none_units":       {"unit", "term_start", "body", "attribute"},
	"changes":          {"unit", "term_now", "body", "attribute"},
	"coverage":         {"unit", "term_start"},
	"series":           {"level", "term_start", "province_2025", "body", "attribute"},
	"series_changes":   {"level", "term_now", "body", "attribute", "qualifier"},
}

// leadsFirst puts the leads of a table first.
func leadsFirst(t *report.Table, columns []column) {
	order := leads[t.Name]
	if t.Name == "threshold_checks" && !slices.ContainsFunc(columns, func(c column) bool { return c.name == order[0] }) {
		order = append([]string{"title_en"}, order[1:]...)
	}
	slices.SortStableFunc(columns, func(c, d column) int {
		place := func(name string) int {
			if i := slices.Index(order, name); i >= 0 {
				return i
			}
			return len(order)
		}
		return cmp.Compare(place(c.name), place(d.name))
	})
}

// leading is how many columns stay in sight: the leads, or the first.
func leading(t *report.Table, columns []column) int {
	n := 0
	for n < len(columns) && slices.Contains(leads[t.Name], strings.TrimSuffix(columns[n].name, "_en")) {
		n++
	}
	return max(n, 1)
}

// sentencesTogether puts the sentence of a row before the other one that it is
// held against.
func sentencesTogether(columns []column) {
	named := func(name string) int {
		return slices.IndexFunc(columns, func(c column) bool { return c.name == name })
	}
	own, other := named("evidence"), named("other_evidence")
	if other < 0 || own < other {
		return
	}
	c := columns[own]
	copy(columns[other+1:own+1], columns[other:own])
	columns[other] = c
}
