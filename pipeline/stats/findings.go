package stats

import (
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

// superseded is a figure with the one that stands instead.
type superseded struct {
	kind    string
	old, by told
}

// told is a measure: its row, and its document by its number, which orders, and
// by its id.
type told struct {
	number  int
	doc, id string
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
					found = append(found, superseded{kind, r.doc.told(r.row), winner.doc.told(winner.row)})
				}
			}
			slices.SortFunc(found, func(a, b superseded) int { return cmpStrings(a.old.id, b.old.id) })
			for _, x := range found {
				u.s.cross[crossKey{"findings_kind_severity", x.kind, severityOf(x.kind)}]++
				u.s.keep(u.s.rivals.Add(t.place, x.encode()))
			}
		}
	}
}

func (s *source) told(row string) told { return told{s.number, s.id, row} }

func (x superseded) encode() []byte {
	var e codec.Encoder
	e.String(x.kind)
	for _, t := range []told{x.old, x.by} {
		e.Int(t.number)
		e.String(t.doc)
		e.String(t.id)
	}
	return e.B
}

func decodeSuperseded(data []byte) (superseded, error) {
	d := codec.Decode(string(data))
	x := superseded{kind: d.String()}
	for _, t := range []*told{&x.old, &x.by} {
		t.number, t.doc, t.id = d.Int(), d.String(), d.String()
	}
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
		rivals, err := d.rivals()
		if err != nil {
			yield(report.Row{}, err)
			return
		}
		if rivals != nil {
			rivals.all()(yield)
		}
	}
}

// rivals are the findings of counting, nil for none.
func (d *Dataset) rivals() (*output, error) {
	i := slices.IndexFunc(d.tables, func(t *report.Table) bool { return t.Name == "findings" })
	if i < 0 {
		return nil, nil
	}
	s, err := d.counted()
	if err != nil || s.rivals.Empty() {
		return nil, err
	}
	err = d.match(d.tables[i])
	return s.matched, err
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
	wanted *spill.Sorter // wanted rows, by the number of the document
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
		for side, t := range []told{found.old, found.by} {
			var e codec.Encoder
			for _, s := range []string{t.doc, t.id, found.kind} {
				e.String(s)
			}
			e.Int(n)
			e.Int(side)
			if err := m.wanted.Add(spill.AppendInt(nil, t.number), e.B); err != nil {
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

// gather goes through the measures, which stand in the order of the documents,
// and keeps those that are wanted.
func (m *matching) gather(base report.Dataset) error {
	next, stop := iter.Pull2(m.wanted.Groups())
	defer stop()
	w, err := wantedOf(next())
	if err != nil {
		return err
	}
	t := measuresOf(base)
	doc, id := t.Index("doc_id"), t.Index("row_id")
	for r, err := range base.Rows(t.Name) {
		if err != nil {
			return err
		}
		if w.doc == "" {
			return nil
		}
		if r.Cells[doc].Text() != w.doc {
			continue
		}
		if err := m.take(w, r.Cells[id].Text(), r.Cells); err != nil {
			return err
		}
		if len(w.rows) == 0 {
			if w, err = wantedOf(next()); err != nil {
				return err
			}
		}
	}
	if w.doc != "" {
		return unordered(t.Name, w.doc)
	}
	return nil
}

// wanted are the rows of one document that findings speak of, by their ids.
type wanted struct {
	doc  string
	rows map[string][]side
}

// side is where a row belongs.
type side struct {
	kind    string
	finding int
	which   int // 0 what is superseded, 1 what stands instead
}

// wantedOf is a group of rows; none where there is no more.
func wantedOf(g spill.Group, err error, more bool) (wanted, error) {
	w := wanted{rows: map[string][]side{}}
	if err != nil || !more {
		return w, err
	}
	for _, data := range g.Data {
		d := codec.Decode(string(data))
		w.doc = d.String()
		id := d.String()
		w.rows[id] = append(w.rows[id], side{d.String(), d.Int(), d.Int()})
		if err := d.Err(); err != nil {
			return w, err
		}
	}
	return w, nil
}

// take puts a row aside for each finding that wants it.
func (m *matching) take(w wanted, id string, cells []report.Value) error {
	for _, s := range w.rows[id] {
		var e codec.Encoder
		e.String(s.kind)
		e.Row(cells, nil)
		if err := m.rows.Add(spill.AppendInt(spill.AppendInt(nil, s.finding), s.which), e.B); err != nil {
			return err
		}
	}
	delete(w.rows, id) // the first row of an id is meant
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
		if d.Row(r.Cells); d.Err() != nil {
			return fmt.Errorf("row of %s: %w", measures.Name, d.Err())
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
