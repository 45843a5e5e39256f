package stats

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strconv"

	"github.com/tongket/tongket/pipeline/report"
)

// crossKey is one cell of one cross-tab.
type crossKey struct{ tab, row, column string }

// tabs are the cross-tabs in the order of the table.
var tabs = []string{
	"documents_type_level", "documents_province_term", "measures_body_attribute", "limitations_code_level", "limitations_code_term",
	"assessments_aspect_polarity", "findings_kind_severity",
}

func (s *state) crossDocument(r report.Row, d *document) {
	s.cross[crossKey{"documents_type_level", r.Get("doc_type").Text(), d.level}]++
	s.cross[crossKey{"documents_province_term", d.since2025, yearText(d.term)}]++
}

// addFinding counts a finding that the base has; those that counting makes are
// added where they are made.
func (s *state) addFinding(r report.Row) {
	s.findings.add(r)
	if s.others[r.Get("doc_id").Text()] {
		return
	}
	s.cross[crossKey{"findings_kind_severity", r.Get("kind").Text(), r.Get("severity").Text()}]++
}

// yearText is "" for no year.
func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

func crosstabs(s *state, t *report.Table) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		cells := s.cross // with the findings of rivals, of unit.go
		keys := slices.SortedFunc(maps.Keys(cells), func(a, b crossKey) int {
			return cmp.Or(cmp.Compare(slices.Index(tabs, a.tab), slices.Index(tabs, b.tab)), cmpStrings(a.row, b.row, a.column, b.column))
		})
		for _, k := range keys {
			r := report.NewRow(t)
			r.Set("tab", report.Text(k.tab))
			r.Set("row", report.Text(k.row))
			r.Set("column", report.Text(k.column))
			r.Set("count", report.Int(cells[k]))
			if !yield(r) {
				return
			}
		}
	}
}
