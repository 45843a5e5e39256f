package stats

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// snapshotKey is one subject at one date.
type snapshotKey struct {
	subject
	asOf report.Date
}

// snapshot is what is stated of the progress at one date.
type snapshot struct {
	termEnd                 int
	completed, total, share candidate
}

// addProgress keeps every snapshot: figures of two dates are both right.
func (s *state) addProgress(k totalKey, c candidate) {
	key := snapshotKey{k.subject, k.asOf}
	x := s.progress[key]
	if x == nil {
		x = &snapshot{termEnd: c.doc.termEnd}
		s.progress[key] = x
	}
	keep := func(to *candidate) {
		if !to.stated() || c.better(*to) {
			*to = c
		}
	}
	switch k.stat {
	case "count":
		keep(&x.completed)
	case "percent":
		keep(&x.share)
	case "ratio_total":
		keep(&x.total)
	}
}

func progressRows(s *state, t *report.Table) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		keys := slices.SortedFunc(maps.Keys(s.progress), func(a, b snapshotKey) int {
			return cmp.Or(s.compareUnits(a.subject, b.subject), a.asOf.Compare(b.asOf))
		})
		for _, k := range keys {
			if !yield(s.progressRow(k, s.progress[k], t)) {
				return
			}
		}
	}
}

func (s *state) progressRow(k snapshotKey, x *snapshot, t *report.Table) report.Row {
	r := report.NewRow(t)
	s.identify(r, k.subject, x.termEnd)
	r.Set("as_of", report.Day(k.asOf))
	r.Set("completed", known(x.completed.value, x.completed.stated()))
	r.Set("completed_row", report.Text(x.completed.row))
	total, row, ok := x.total.value, x.total.row, x.total.stated()
	if !ok && x.completed.baseKnown {
		total, row, ok = x.completed.base, x.completed.baseRow, true
	}
	r.Set("total", known(total, ok))
	r.Set("total_row", report.Text(row))
	switch {
	case ok && total > 0 && x.completed.stated():
		r.Set("share", report.Number(x.completed.value/total*100))
		r.Set("share_row", report.Text(x.completed.row))
	case x.share.stated():
		r.Set("share", report.Number(x.share.value))
		r.Set("share_row", report.Text(x.share.row))
	}
	return r
}
