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

// A figure of one unit with two values is an older snapshot when the dates
// differ, and a contradiction of two documents when they do not.
const (
	olderSnapshot   = "older_snapshot"
	documentsDiffer = "documents_differ"
)

// severityOf is what a kind of finding matters: a contradiction should be looked
// at, a snapshot is good to know.
func severityOf(kind string) string {
	if kind == documentsDiffer {
		return "warning"
	}
	return "info"
}

// superseded is a figure with the one that stands instead.
type superseded struct{ kind, row, by string }

// single are bodies of which one congress has one: two values of one date are a
// contradiction. Organisations, delegates and members are counted by kinds and
// events that the columns do not part.
var single = []string{"committee", "standing_committee", "secretary", "deputy_secretary", "inspection_committee", "inspection_head"}

// contradicts reports whether two documents give one figure of one day, or of
// no known day, two exact values.
func contradicts(k figureKey, r rival, winner *candidate) bool {
	switch k.attribute {
	case "other", "meets_target", "change":
		return false
	}
	return r.date == winner.date && r.doc != winner.doc && r.exact && winner.exact() && slices.Contains(single, k.body)
}

// rivalFindings returns the figures that another one beat with another value,
// each with the one that stands instead, in the order of the units.
func (s *state) rivalFindings() []superseded {
	var out []superseded
	seen := map[string]bool{}
	for _, u := range s.sortedUnits() {
		for _, key := range slices.SortedFunc(maps.Keys(u.figures), compareFigures) {
			f := u.figures[key]
			first := len(out)
			for r := range f.rivals() {
				winner := f.chosen[r.stat]
				kind := ""
				switch {
				case seen[r.row]:
				case r.date != 0 && r.date < winner.date:
					kind = olderSnapshot
				case contradicts(key, r, winner):
					kind = documentsDiffer
				}
				if kind != "" {
					seen[r.row] = true
					out = append(out, superseded{kind, r.row, winner.row})
				}
			}
			slices.SortFunc(out[first:], func(a, b superseded) int { return cmpStrings(a.row, b.row) })
		}
	}
	return out
}

// findings yields the findings of the base, then those of counting: figures that
// a later date replaces, and those that another document contradicts. Their evidence is the figure's own, so the measures
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
		older := s.rivalFindings()
		if len(older) == 0 {
			return
		}
		rows, err := d.measures(older)
		if err != nil {
			yield(report.Row{}, err)
			return
		}
		for _, x := range older {
			if !yield(rivalRow(d.tables[i], x.kind, rows[x.row], rows[x.by]), nil) {
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

func rivalRow(t *report.Table, kind string, old, by report.Row) report.Row {
	r := report.NewRow(t)
	for _, c := range []string{"doc_id", "evidence_start", "evidence_end", "evidence", "page"} {
		put(r, c, old.Get(c))
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s", kind, old.Get("row_id").Text(), by.Get("row_id").Text()))
	put(r, "row_id", report.Text(report.RowID(old.Get("doc_id").Text(), sum)))
	put(r, "kind", report.Text(kind))
	message := report.Label{
		VI: fmt.Sprintf("Số liệu mới hơn nêu %s thay cho %s; bảng tổng hợp dùng số mới", spoken(by.Get("value")), spoken(old.Get("value"))),
		EN: fmt.Sprintf("A later figure says %s instead of %s; the summaries use the later one", by.Get("value"), old.Get("value")),
	}
	if kind == documentsDiffer {
		message = report.Label{
			VI: fmt.Sprintf("Hai văn bản nêu hai số khác nhau cho cùng một đại hội: %s và %s", spoken(old.Get("value")), spoken(by.Get("value"))),
			EN: fmt.Sprintf("Two documents give two figures for one congress: %s and %s", old.Get("value"), by.Get("value")),
		}
	}
	put(r, "severity", report.Text(severityOf(kind)))
	put(r, "message", message.Said())
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
	put(r, "rule", report.Text("stats."+kind))
	put(r, "confidence", old.Get("confidence"))
	put(r, "derived", report.Text("expected: "+by.Get("row_id").Text()))
	return r
}

// spoken is a number as Vietnamese texts write it.
func spoken(v report.Value) string { return strings.ReplaceAll(v.String(), ".", ",") }
