package stats

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
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

// superseded is a figure with the one that stands instead, and the numbers of
// their documents.
type superseded struct {
	kind, row, by string
	doc, byDoc    int
}

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

// rivals puts aside the figures that another one beat with another value, each
// with the one that stands instead, in the order of the units.
func (u *unit) rivals() {
	seen := map[string]bool{}
	for _, t := range u.ordered {
		for _, f := range t.figures {
			var found []superseded
			for r := range f.rivals() {
				winner := f.chosen[r.stat]
				kind := ""
				switch {
				case seen[r.row]:
				case r.date != 0 && r.date < winner.date:
					kind = olderSnapshot
				case t.scope == ownScope && contradicts(f.figureKey, r, winner): // sums over other units may be of more or fewer of them
					kind = documentsDiffer
				}
				if kind != "" {
					seen[r.row] = true
					found = append(found, superseded{kind, r.row, winner.row, r.doc.number, winner.doc.number})
				}
			}
			slices.SortFunc(found, func(a, b superseded) int { return cmpStrings(a.row, b.row) })
			for _, x := range found {
				u.s.cross[crossKey{"findings_kind_severity", x.kind, severityOf(x.kind)}]++
				u.s.keep(u.s.rivals.Add(t.place, x.encode()))
			}
		}
	}
}

func (x superseded) encode() []byte {
	var e codec.Encoder
	for _, s := range []string{x.kind, x.row, x.by} {
		e.String(s)
	}
	e.Int(x.doc)
	e.Int(x.byDoc)
	return e.B
}

func decodeSuperseded(data []byte) (superseded, error) {
	d := codec.Decode(string(data))
	x := superseded{kind: d.String(), row: d.String(), by: d.String(), doc: d.Int(), byDoc: d.Int()}
	return x, d.Err()
}

// findings yields the findings of the base, then those of counting: figures that
// a later date replaces, and those that another document contradicts. Their
// evidence is the figure's own, so the measures are gone through once more, and
// only when there are any.
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
		if err != nil || s.rivals.Empty() {
			if err != nil {
				yield(report.Row{}, err)
			}
			return
		}
		if err := d.match(d.tables[i]); err != nil {
			yield(report.Row{}, err)
			return
		}
		s.matched.all()(yield)
	}
}

// match makes the findings of rivals, once.
func (d *Dataset) match(t *report.Table) error {
	d.matching.Do(func() {
		m := &matching{
			wanted: d.config.folder().Sorter(rowsShare), rows: d.config.folder().Sorter(rowsShare), out: newOutput(d.config.folder(), t),
		}
		d.state.matched = m.out
		d.unmatched = errors.Join(m.match(d.state.rivals, d.base), m.wanted.Close(), m.rows.Close())
	})
	return d.unmatched
}

// matching finds the measures that findings speak of, in the order of the
// documents, and puts them beside each other again.
type matching struct {
	wanted *spill.Sorter // row ids, by the number of the document
	rows   *spill.Sorter // measures, by the number of the finding and the side
	out    *output
}

func (m *matching) match(rivals *spill.Sorter, base report.Dataset) error {
	n := 0
	for x, err := range rivals.All() {
		if err != nil {
			return err
		}
		found, err := decodeSuperseded(x.Data)
		if err != nil {
			return err
		}
		for side, of := range []struct {
			doc int
			row string
		}{{found.doc, found.row}, {found.byDoc, found.by}} {
			var e codec.Encoder
			e.String(of.row)
			e.String(found.kind)
			e.Int(n)
			e.Int(side)
			if err := m.wanted.Add(spill.AppendInt(nil, of.doc), e.B); err != nil {
				return err
			}
		}
		n++
	}
	if err := m.wanted.Sort(); err != nil {
		return err
	}
	if err := m.gather(base); err != nil {
		return err
	}
	if err := m.rows.Sort(); err != nil {
		return err
	}
	return m.pair(measuresOf(base))
}

func measuresOf(base report.Dataset) *report.Table {
	i := slices.IndexFunc(base.Tables(), func(t *report.Table) bool { return t.Name == "measures" })
	return base.Tables()[i]
}

// gather goes through the measures and keeps those that are wanted.
func (m *matching) gather(base report.Dataset) error {
	next, stop := iter.Pull2(m.wanted.Groups())
	defer stop()
	group, err, more := next()
	var fault error
	measures := &feed{table: "measures", add: func(d *document, rows []report.Row) {
		if fault = cmp.Or(fault, err); fault != nil || !more || !bytes.Equal(group.Key, spill.AppendInt(nil, d.number)) {
			return
		}
		fault = m.take(group.Data, rows)
		group, err, more = next()
	}}
	err2 := together(base, []*feed{measures}, func(number int, _ report.Row) (*document, func()) {
		return &document{number: number}, func() {}
	})
	return errors.Join(fault, err2)
}

// take keeps the rows of one document that are wanted.
func (m *matching) take(wanted [][]byte, rows []report.Row) error {
	byID := make(map[string]report.Row, len(rows))
	for _, r := range rows {
		if id := r.Get("row_id").Text(); byID[id].Table == nil {
			byID[id] = r
		}
	}
	for _, data := range wanted {
		d := codec.Decode(string(data))
		id, kind, n, side := d.String(), d.String(), d.Int(), d.Int()
		var e codec.Encoder
		e.String(kind)
		for _, v := range byID[id].Cells {
			e.Value(v)
		}
		if err := errors.Join(d.Err(), m.rows.Add(spill.AppendInt(spill.AppendInt(nil, n), side), e.B)); err != nil {
			return err
		}
	}
	return nil
}

// pair writes the findings.
func (m *matching) pair(measures *report.Table) error {
	var old report.Row
	n := 0
	for x, err := range m.rows.All() {
		if err != nil {
			return err
		}
		d := codec.Decode(string(x.Data))
		kind := d.String()
		r := report.NewRow(measures)
		if err := decodeRow(r, d); err != nil {
			return err
		}
		if n++; n%2 == 1 {
			old = r
			continue
		}
		m.out.add(spill.AppendInt(nil, n), rivalRow(m.out.row(), kind, old, r))
	}
	return m.out.sort()
}

func rivalRow(r report.Row, kind string, old, by report.Row) report.Row {
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
