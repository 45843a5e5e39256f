package assemble

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Assembler turns facts into rows. It is safe for any number of goroutines.
type Assembler struct {
	tables    []*report.Table
	documents *report.Table
	evidence  *report.Table
	since2025 map[string]string // province → province_2025
}

// New returns an assembler for the tables of a profile. provinces is the
// lexicon with the columns canonical and province_2025; nil leaves
// province_2025 null.
func New(tables []*report.Table, provinces *report.Wordlist) (*Assembler, error) {
	a := &Assembler{tables: tables, since2025: map[string]string{}}
	for _, t := range tables {
		switch t.Name {
		case "documents":
			a.documents = t
		case "identity_evidence":
			a.evidence = t
		}
	}
	if a.documents == nil || a.evidence == nil {
		return nil, fmt.Errorf("tables.yaml: tables documents and identity_evidence are needed")
	}
	if provinces != nil {
		for _, r := range provinces.Rows {
			a.since2025[r.Get("canonical")] = r.Get("province_2025")
		}
	}
	return a, nil
}

// Rows returns the documents row (identity columns only; what became of the
// input is the engine's to add), identity_evidence, and the rows of the other
// tables in the order of the tables and of the text.
func (a *Assembler) Rows(doc *report.Document, facts []report.Fact) ([]report.Row, error) {
	w := writer{a: a, doc: doc, runes: report.NewRunes(doc.Text)}
	w.rows = make([]report.Row, 0, len(facts)+len(a.documents.Columns))
	winners := Identity(facts)
	w.identity(winners)
	for _, t := range a.tables {
		if t != a.documents && t != a.evidence {
			w.table(t, facts)
		}
	}
	return w.rows, w.err
}

type writer struct {
	a     *Assembler
	doc   *report.Document
	runes *report.Runes
	rows  []report.Row
	err   error

	own []*report.Fact // of the table in hand
	key []byte         // of the fact in hand
}

// identity writes the documents row and its evidence.
func (w *writer) identity(winners Winners) {
	row := report.NewRow(w.a.documents)
	w.rows = append(w.rows, row)
	row.Set("doc_id", report.Text(w.doc.ID()))
	for i := range w.a.documents.Columns {
		c := &w.a.documents.Columns[i]
		f := winners.of(c.Name)
		if f == nil {
			continue
		}
		v := f.Fields[0].Value
		row.Set(c.Name, v)
		precision(row, c.Name, v)
		e := report.Fact{
			Span: f.Span, Rule: f.Rule, Confidence: f.Confidence, Doubts: f.Doubts, Derived: f.Derived, Meta: f.Meta,
			Fields: []report.Field{{Column: "field", Value: report.Text(c.Name)}, {Column: "value", Value: report.Text(v.String())}},
		}
		if f.Span.Len() > 0 {
			e.Set("stated", report.Text(w.doc.At(f.Span)))
		}
		w.keyOf(w.a.evidence, &e)
		w.row(w.a.evidence, e)
	}
	w.a.Derive(row)
}

// Derive sets the columns of a documents row that follow from others.
func (a *Assembler) Derive(row report.Row) {
	row.Set("province_2025", report.Text(a.since2025[row.Get("province").Text()]))
	row.Set("unit_key", report.Text(unitKey(row)))
}

// unitKey joins what documents say about one organisation.
func unitKey(row report.Row) string {
	unit := row.Get("org_unit").Text()
	if unit == "" {
		return ""
	}
	// A province has one organisation of its level, whatever a text calls it:
	// "Đảng bộ tỉnh X", "Đảng bộ X".
	if province := row.Get("province").Text(); province != "" && row.Get("org_level").Text() == "province" {
		return "province|" + vn.Fold(province) + "|"
	}
	return strings.Join([]string{row.Get("org_level").Text(), vn.Fold(row.Get("province").Text()), FoldUnit(unit)}, "|")
}

// FoldUnit folds the name of an organisation so that its spellings are equal:
// "Đảng bộ thành phố X", "Đảng bộ TP. X" and "Đảng bộ TP X".
func FoldUnit(unit string) string {
	s := vn.Fold(unit)
	for _, r := range [][2]string{{"thành phố ", "tp "}, {"tp. ", "tp "}, {"tp.", "tp "}, {"thị xã ", "tx "}, {"tx. ", "tx "}} {
		s = strings.ReplaceAll(s, r[0], r[1])
	}
	return strings.Join(strings.Fields(s), " ")
}

// table writes the rows of one table: facts in the order of the text, those
// that agree in every key column once.
func (w *writer) table(t *report.Table, facts []report.Fact) {
	w.own = w.own[:0]
	for i := range facts {
		if facts[i].Table == t.Name {
			w.own = append(w.own, &facts[i])
		}
	}
	slices.SortStableFunc(w.own, func(a, b *report.Fact) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	seen := make(map[string]bool, len(w.own))
	for _, f := range w.own {
		w.keyOf(t, f)
		key := w.key
		if t.BySentence {
			key = strconv.AppendInt(w.key, int64(w.doc.SentenceAt(f.Span.Start)), 10)
		}
		if !seen[string(key)] {
			seen[string(key)] = true
			w.row(t, *f)
		}
	}
}

// keyOf joins the key columns of a fact into key. Text is folded: a second spelling of
// a name is no second fact.
func (w *writer) keyOf(t *report.Table, f *report.Fact) {
	w.key = w.key[:0]
	for i := range t.Columns {
		c := &t.Columns[i]
		if !c.Key || c.Name == "doc_id" {
			continue
		}
		v := f.Get(c.Name)
		if s := v.Text(); s != "" {
			w.key = vn.AppendFold(w.key, s)
		} else {
			w.key = append(w.key, v.String()...)
		}
		w.key = append(w.key, 0)
	}
}

// row writes one row with its evidence; the fact's key is in hand.
func (w *writer) row(t *report.Table, f report.Fact) {
	row := report.NewRow(t)
	for _, x := range f.Fields {
		if t.Index(x.Column) < 0 {
			w.err = fmt.Errorf("rule %s: table %s has no column %s", f.Rule, t.Name, x.Column)
			return
		}
		row.Set(x.Column, x.Value)
		precision(row, x.Column, x.Value)
	}
	if f.Meta == "" && (f.Span.Len() <= 0 || f.Span.Start < 0 || f.Span.End > len(w.doc.Text)) {
		w.err = fmt.Errorf("rule %s: a row of %s without evidence", f.Rule, t.Name)
		return
	}
	row.Set("doc_id", report.Text(w.doc.ID()))
	row.Set("rule", report.Text(f.Rule))
	row.Set("derived", report.Text(f.Derived))
	w.place(row, &f)
	row.Set("confidence", report.Text(f.Confidence.String()))
	row.Set("doubts", report.Text(strings.Join(f.Doubts, "; ")))
	row.Set("row_id", report.Text(RowID(w.doc.ID(), t.Name, string(w.key), f.Span)))
	w.rows = append(w.rows, row)
}

// OCRFloor is the word confidence below which a value that was read from a
// picture is marked: Tesseract's own documentation calls words under 60
// unreliable, and figures fail first.
const OCRFloor = 75

// place sets offsets, sentence and page.
func (w *writer) place(row report.Row, f *report.Fact) {
	if f.Meta != "" {
		row.Set("evidence", report.Text("metadata:"+f.Meta))
		f.Doubt("metadata")
		return
	}
	if c := w.doc.Lowest(f.Span); c > 0 && c < OCRFloor {
		f.Doubt("ocr")
	}
	start := w.runes.At(f.Span.Start)
	row.Set("evidence_start", report.Int(start))
	row.Set("evidence_end", report.Int(start+utf8.RuneCountInString(w.doc.At(f.Span))))
	row.Set("evidence", report.Text(Evidence(w.doc, f.Span)))
	if b := w.doc.BlockAt(f.Span.Start); b >= 0 && w.doc.Blocks[b].Page > 0 {
		row.Set("page", report.Int(w.doc.Blocks[b].Page))
	}
}

// Evidence returns the sentence around a span, or the sentences from its first
// to its last. In a table it is the row.
func Evidence(doc *report.Document, s report.Span) string {
	if b := doc.BlockAt(s.Start); b >= 0 && doc.Blocks[b].Kind == report.TableCell {
		return strings.TrimSpace(tableRow(doc, b))
	}
	out := s
	if i := doc.SentenceAt(s.Start); i >= 0 {
		out.Start = min(out.Start, doc.Sentences[i].Start)
		out.End = max(out.End, doc.Sentences[i].End)
	}
	if i := doc.SentenceAt(s.End - 1); i >= 0 {
		out.End = max(out.End, doc.Sentences[i].End)
	}
	return doc.At(out)
}

// tableRow returns the text of the table row that block b stands in.
func tableRow(doc *report.Document, b int) string {
	c := doc.Blocks[b].Cell
	same := func(i int) bool {
		d := doc.Blocks[i].Cell
		return doc.Blocks[i].Kind == report.TableCell && d.Table == c.Table && d.Row == c.Row
	}
	first, last := b, b
	for first > 0 && same(first-1) {
		first--
	}
	for last+1 < len(doc.Blocks) && same(last+1) {
		last++
	}
	return doc.Text[doc.Blocks[first].Start:doc.Blocks[last].End]
}

// RowID is the stable id of a row: the same document, table, key and place
// give the same id in every run and under every profile.
func RowID(doc, table, key string, s report.Span) string {
	b := make([]byte, 0, 256)
	for _, part := range []string{doc, table, key} {
		b = append(append(b, part...), 0)
	}
	b = append(strconv.AppendInt(b, int64(s.Start), 10), 0)
	return report.RowID(doc, sha256.Sum256(strconv.AppendInt(b, int64(s.End), 10)))
}

func precision(row report.Row, column string, v report.Value) {
	if d, ok := v.Date(); ok && row.Table.Index(column+"_precision") >= 0 {
		row.Set(column+"_precision", report.Text(d.Precision.String()))
	}
}
