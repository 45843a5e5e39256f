package stats

import (
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
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
func (u *unit) addProgress(sub subject, stat string, c candidate) {
	key := snapshotKey{sub, c.asOf}
	x := u.progress[key]
	if x == nil {
		x = &snapshot{termEnd: c.doc.termEnd}
		u.progress[key] = x
	}
	keep := func(to *candidate) {
		if !to.stated() || c.better(*to) {
			*to = c
		}
	}
	switch stat {
	case "count":
		keep(&x.completed)
	case "percent":
		keep(&x.share)
	case "ratio_total":
		keep(&x.total)
	}
}

func progressRows(u *unit) {
	o := u.s.out["progress"]
	if o == nil {
		return
	}
	for k, x := range u.progress {
		key := u.at(nil, k.subject)
		for _, n := range []int{k.asOf.Year, k.asOf.Month, k.asOf.Day} {
			key = spill.AppendInt(key, n)
		}
		o.add(key, progressRow(x, k.asOf, o.rowOf(u, k.subject, x.termEnd)))
	}
}

func progressRow(x *snapshot, asOf report.Date, r report.Row) report.Row {
	r.Set("as_of", report.Day(asOf))
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
