package stats

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

const (
	olderSnapshot = "older_snapshot"
	olderSeverity = "info"
	olderRule     = "stats.older_snapshot"
)

// superseded is an older figure with the one that stands instead.
type superseded struct{ row, by string }

// olderFindings returns the figures that a later one beat with another value,
// each with the one that stands instead, in the order of the units.
func (s *state) olderFindings() []superseded {
	var out []superseded
	seen := map[string]bool{}
	for _, u := range s.sortedUnits() {
		for _, key := range slices.SortedFunc(maps.Keys(u.figures), compareFigures) {
			f := u.figures[key]
			first := len(out)
			for r := range f.rivals() {
				if winner := f.chosen[r.stat]; r.date != 0 && r.date < winner.date && !seen[r.row] {
					seen[r.row] = true
					out = append(out, superseded{r.row, winner.row})
				}
			}
			slices.SortFunc(out[first:], func(a, b superseded) int { return cmpStrings(a.row, b.row) })
		}
	}
	return out
}

// findings yields the findings of the base, then those of counting: figures that
// a later date replaces. Their evidence is the figure's own, so the measures
// are gone through once more, and only when there are any.
func (d *Dataset) findings() iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		for r, err := range d.base.Rows("findings") {
			if !yield(r, err) || err != nil {
				return
			}
		}
		i := slices.IndexFunc(d.tables, func(t *report.Table) bool { return t.Name == "findings" })
		if i < 0 {
			return
		}
		s, err := d.counted()
		if err != nil {
			yield(report.Row{}, err)
			return
		}
		older := s.olderFindings()
		if len(older) == 0 {
			return
		}
		rows, err := d.measures(older)
		if err != nil {
			yield(report.Row{}, err)
			return
		}
		for _, x := range older {
			if !yield(olderRow(d.tables[i], rows[x.row], rows[x.by]), nil) {
				return
			}
		}
	}
}

// measures gathers the rows that findings speak of.
func (d *Dataset) measures(older []superseded) (map[string]report.Row, error) {
	rows := map[string]report.Row{}
	for _, x := range older {
		rows[x.row], rows[x.by] = report.Row{}, report.Row{}
	}
	for r, err := range d.base.Rows("measures") {
		if err != nil {
			return nil, err
		}
		id := r.Get("row_id").Text()
		if _, wanted := rows[id]; wanted {
			rows[id] = r
		}
	}
	return rows, nil
}

func olderRow(t *report.Table, old, by report.Row) report.Row {
	r := report.NewRow(t)
	for _, c := range []string{"doc_id", "evidence_start", "evidence_end", "evidence", "page"} {
		put(r, c, old.Get(c))
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s", olderSnapshot, old.Get("row_id").Text(), by.Get("row_id").Text()))
	put(r, "row_id", report.Text(report.RowID(old.Get("doc_id").Text(), sum)))
	put(r, "kind", report.Text(olderSnapshot))
	put(r, "severity", report.Text(olderSeverity))
	put(r, "message", report.Text(fmt.Sprintf("Số liệu mới hơn nêu %s thay cho %s; bảng tổng hợp dùng số mới", spoken(by.Get("value")), spoken(old.Get("value")))))
	put(r, "stated", old.Get("value"))
	put(r, "expected", by.Get("value"))
	put(r, "row_a", old.Get("row_id"))
	if read, ok := old.ReadAs("value"); ok { // what is stated here is a reviewer's, not at the evidence
		put(r, "corrected", report.Text("stated: "+read))
	}
	put(r, "row_b", by.Get("row_id"))
	if other := by.Get("doc_id"); !other.Equal(old.Get("doc_id")) {
		put(r, "other_doc_id", other)
	}
	put(r, "other_start", by.Get("evidence_start"))
	put(r, "other_end", by.Get("evidence_end"))
	put(r, "other_evidence", by.Get("evidence"))
	put(r, "rule", report.Text(olderRule))
	put(r, "confidence", old.Get("confidence"))
	put(r, "derived", report.Text("expected: "+by.Get("row_id").Text()))
	return r
}

// spoken is a number as Vietnamese texts write it.
func spoken(v report.Value) string { return strings.ReplaceAll(v.String(), ".", ",") }
