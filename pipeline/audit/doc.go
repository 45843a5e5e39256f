// Package audit checks the arithmetic of what one document states and reports
// what does not agree as rows of the table findings.
//
// Nothing is corrected. About one published pair of count and percent in ten
// does not agree, some by a truncated digit, some because the base is another
// than the sentence names; so a finding gives the figure as stated, the figure
// as recomputed, and the bases with which it would agree.
package audit

import (
	"math"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Codes of findings.
const (
	percentTruncated  = "percent_truncated"
	percentMismatch   = "percent_mismatch"
	partExceedsTotal  = "part_exceeds_total"
	partsDiffer       = "parts_differ_from_total"
	surplusMismatch   = "surplus_mismatch"
	shortfallMismatch = "shortfall_mismatch"
	standingExceeds   = "standing_exceeds_committee"
	statedTwice       = "stated_twice"
	proseTableDiffer  = "prose_table_differ"
)

// figure is one measures row, read once.
type figure struct {
	row                          report.Row
	body, attribute, phase, stat string
	qualifier, place, level      string
	asOf, bound                  string
	value                        float64
	start, at                    int // byte of the text, place among the figures
	cell, whole                  bool
}

// scopeKey groups figures that are about the same people: body apart.
func (f *figure) scopeKey() scope { return scope{f.phase, f.place, f.level, f.asOf} }

type scope struct{ phase, place, level, asOf string }

// key is everything but the value.
func (f *figure) key() key { return key{f.body, f.attribute, f.stat, f.qualifier, f.scopeKey()} }

type key struct {
	body, attribute, stat, qualifier string
	scope
}

// columns are where the columns of measures stand that a figure is read from.
type columns struct {
	body, attribute, phase, stat, qualifier, place, level, asOf, bound, value, max, start, evidence int
}

func columnsOf(t *report.Table) columns {
	return columns{
		body: t.Index("body"), attribute: t.Index("attribute"), phase: t.Index("phase"), stat: t.Index("stat"),
		qualifier: t.Index("qualifier"), place: t.Index("place"), level: t.Index("level"), asOf: t.Index("as_of"),
		bound: t.Index("bound"), value: t.Index("value"), max: t.Index("value_max"), start: t.Index("evidence_start"), evidence: t.Index("evidence"),
	}
}

// figures reads the measures among the rows of a document.
func figures(rows []report.Row) (out []figure) {
	n := 0
	for _, r := range rows {
		if r.Table.Name == "measures" {
			n++
		}
	}
	out = make([]figure, 0, n)
	var table *report.Table
	var c columns
	for _, r := range rows {
		if r.Table != table {
			if r.Table.Name != "measures" {
				continue
			}
			table, c = r.Table, columnsOf(r.Table)
		}
		out = append(out, c.read(r))
	}
	return out
}

func (c *columns) read(r report.Row) figure {
	cell := func(column int) report.Value { // null for a column that the profile took out
		if column < 0 {
			return report.Value{}
		}
		return r.Cells[column]
	}
	text := func(column int) string { return cell(column).Text() }
	f := figure{
		row: r, body: text(c.body), attribute: text(c.attribute), phase: text(c.phase), stat: text(c.stat),
		qualifier: text(c.qualifier), place: text(c.place), level: text(c.level), asOf: cell(c.asOf).String(), bound: text(c.bound),
	}
	f.whole = (f.bound == "eq" || f.bound == "") && cell(c.max).IsNull()
	f.value, _ = cell(c.value).Number()
	start, _ := cell(c.start).Number()
	f.start = int(start)
	f.cell = strings.Contains(text(c.evidence), "\t")
	return f
}

// exact reports whether a figure is stated as one number.
func (f *figure) exact() bool { return f.whole }

// decimals is the number of digits after the decimal mark with which a figure
// is stated.
func decimals(v float64) int {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if i := strings.IndexByte(s, '.'); i >= 0 {
		return len(s) - i - 1
	}
	return 0
}

// agreement compares a stated percent with the recomputed share.
type agreement uint8

const (
	agrees agreement = iota
	truncated
	differs
)

// Agrees reports whether a percent, as stated, is the share of part in whole, be
// it that its digits were cut off.
func Agrees(percent, part, whole float64) bool { return compare(percent, part, whole) != differs }

// compare tells whether a percent, as stated, is the share of part in whole: it
// agrees when it is the share rounded, or within one unit of the last stated
// digit (domain practice: published tables round sums and parts apart);
// truncated when the digits beyond are cut off.
func compare(percent, part, whole float64) agreement {
	if whole <= 0 {
		return differs
	}
	share := 100 * part / whole
	unit := math.Pow(10, -float64(decimals(percent)))
	const slack = 1e-9
	switch {
	case math.Abs(percent-share) <= unit/2+slack:
		return agrees
	case math.Abs(math.Floor(share/unit+slack)*unit-percent) < slack:
		return truncated
	case decimals(percent) > 0 && math.Abs(percent-share) <= unit+slack:
		return agrees
	}
	return differs
}

func (f *figure) name() string { return f.body + "." + f.attribute }
