package assemble

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/unit"
	"github.com/tongket/tongket/pipeline/vn"
)

// Assembler turns facts into rows. It is safe for any number of goroutines.
type Assembler struct {
	layouts   []layout       // of the tables whose rows are facts
	of        map[string]int // in layouts, by the name of the table
	documents *report.Table
	evidence  layout
	since2025 map[string]string // province → province_2025
}

// layout is where the columns that every row has stand in a table, and its key.
type layout struct {
	*report.Table
	docID, rule, derived, start, end, evidence, page, confidence, doubts, rowID int
	key                                                                         []keyColumn
	promised                                                                    []int // columns that a rule has to fill
}

// keyColumn is a column of a key.
type keyColumn struct {
	at    int
	codes bool // that are their own folded form
}

func keyColumnOf(i int, c *report.Column) keyColumn {
	return keyColumn{i, c.Type == report.TypeCode && !slices.ContainsFunc(c.Codes, func(x report.Code) bool { return vn.Fold(x.Code) != x.Code })}
}

func layoutOf(t *report.Table) layout {
	l := layout{
		Table: t, docID: t.Index("doc_id"), rule: t.Index("rule"), derived: t.Index("derived"),
		start: t.Index("evidence_start"), end: t.Index("evidence_end"), evidence: t.Index("evidence"), page: t.Index("page"),
		confidence: t.Index("confidence"), doubts: t.Index("doubts"), rowID: t.Index("row_id"),
	}
	for i, c := range t.Columns {
		if c.Key && i != l.docID {
			l.key = append(l.key, keyColumnOf(i, &t.Columns[i]))
		}
		if !c.Nullable && i != l.docID && i != l.rowID && i != l.evidence && i != l.rule && i != l.confidence {
			l.promised = append(l.promised, i)
		}
	}
	return l
}

// New returns an assembler for the tables of a profile. provinces is the
// lexicon with the columns canonical and province_2025; nil leaves
// province_2025 null.
func New(tables []*report.Table, provinces *report.Wordlist) (*Assembler, error) {
	a := &Assembler{of: map[string]int{}, since2025: map[string]string{}}
	for _, t := range tables {
		switch t.Name {
		case "documents":
			a.documents = t
		case "identity_evidence":
			a.evidence = layoutOf(t)
		default:
			a.of[t.Name] = len(a.layouts)
			a.layouts = append(a.layouts, layoutOf(t))
		}
	}
	if a.documents == nil || a.evidence.Table == nil {
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
	w := a.writer(doc, len(facts)+len(a.documents.Columns))
	w.identity(Identity(facts))
	w.tables(facts)
	return w.rows, w.err
}

// Tables returns the rows that Rows returns, but for those of documents and
// identity_evidence.
func (a *Assembler) Tables(doc *report.Document, facts []report.Fact) ([]report.Row, error) {
	w := a.writer(doc, len(facts))
	w.tables(facts)
	return w.rows, w.err
}

// Only returns an assembler that leaves out the rows of other tables than some.
func (a *Assembler) Only(tables map[string]bool) *Assembler {
	some := *a
	some.of = maps.Clone(a.of)
	maps.DeleteFunc(some.of, func(name string, _ int) bool { return !tables[name] })
	return &some
}

func (a *Assembler) writer(doc *report.Document, rows int) *writer {
	return &writer{a: a, doc: doc, runes: report.NewRunes(doc.Text), rows: make([]report.Row, 0, rows)}
}

// tables writes the rows of facts.
func (w *writer) tables(facts []report.Fact) {
	for own := w.a.sort(facts); len(own) > 0; {
		l := own[0].layout
		n := slices.IndexFunc(own, func(f placed) bool { return f.layout != l })
		if n < 0 {
			n = len(own)
		}
		w.table(&w.a.layouts[l], own[:n])
		own = own[n:]
	}
}

// placed is a fact of a table other than documents.
type placed struct {
	*report.Fact
	layout int
}

// sort returns the facts in the order of the tables and of the text.
func (a *Assembler) sort(facts []report.Fact) []placed {
	own := make([]placed, 0, len(facts))
	for i := range facts {
		if l, ok := a.of[facts[i].Table]; ok {
			own = append(own, placed{&facts[i], l})
		}
	}
	slices.SortStableFunc(own, func(a, b placed) int {
		return cmp.Or(a.layout-b.layout, a.Span.Start-b.Span.Start, a.Span.End-b.Span.End)
	})
	return own
}

type writer struct {
	a     *Assembler
	doc   *report.Document
	runes *report.Runes
	rows  []report.Row
	err   error

	cells []report.Value // room for the rows of the table in hand
	key   []byte         // of the row in hand
	ids   []byte         // of the rows of the table in hand
}

// identity writes the documents row and its evidence.
func (w *writer) identity(winners Winners) {
	row := report.NewRow(w.a.documents)
	w.rows = append(w.rows, row)
	from := len(w.rows)
	w.cells = make([]report.Value, len(winners)*len(w.a.evidence.Columns))
	row.Set("doc_id", report.Text(w.doc.ID()))
	if row.Table.Index("text_id") >= 0 {
		row.Set("text_id", report.Text(textID(w.doc.Text)))
	}
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
		row := w.stated(&w.a.evidence, &e)
		w.row(&w.a.evidence, &e, row, w.keyOf(&w.a.evidence, row))
	}
	w.identify(&w.a.evidence, w.rows[from:])
	w.a.Derive(row)
}

// textID is a hash of the letters and digits of a text: two formats of one
// report part and mark its words in different ways. "" for a text without any.
func textID(text string) string {
	h := sha256.New()
	const full = 512
	var b [2 * full]byte
	n, some := uint(0), false
	for text != "" {
		part := text[:min(len(text), full)]
		text = text[len(part):]
		for i := range len(part) {
			c := part[i]
			b[n%(2*full)] = c // stays when it counts
			n += counts[c]
		}
		some = some || n > 0
		if n >= full {
			h.Write(b[:full])
			n = uint(copy(b[:], b[full:n]))
		}
	}
	if !some {
		return ""
	}
	h.Write(b[:n])
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// counts is 1 for the bytes of letters and digits. A text is half letters, half
// not, by turns: asking of each would guess wrong at every other.
var counts = func() (of [256]uint) {
	for c := range of {
		if c >= utf8.RuneSelf || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' {
			of[c] = 1
		}
	}
	return of
}()

// Derive sets the columns of a documents row that follow from others.
func (a *Assembler) Derive(row report.Row) {
	row.Set("province_2025", report.Text(a.since2025[row.Get("province").Text()]))
	row.Set("unit_key", report.Text(unitKey(row)))
}

// unitKey joins what documents say about one organisation.
func unitKey(row report.Row) string {
	return unit.Of(row.Get("org_level").Text(), row.Get("province").Text(), row.Get("org_unit").Text(), row.Get("upper_unit").Text()).String()
}

// table writes the rows of one table: facts in the order of the text, those
// that agree in every key column once.
func (w *writer) table(l *layout, facts []placed) {
	w.cells = make([]report.Value, len(facts)*len(l.Columns))
	from := len(w.rows)
	seen := make(map[string]bool, len(facts))
	for _, f := range facts {
		row := w.stated(l, f.Fact)
		n := len(w.keyOf(l, row))
		switch l.Once {
		case report.OncePerSentence:
			w.key = strconv.AppendInt(w.key, int64(w.doc.SentenceAt(f.Span.Start)), 10)
		case report.OncePerPlace:
			w.key = strconv.AppendInt(w.key, int64(f.Span.Start), 10)
		case report.OncePerDocument:
		}
		if !seen[string(w.key)] {
			seen[string(w.key)] = true
			w.row(l, f.Fact, row, w.key[:n])
		}
	}
	w.identify(l, w.rows[from:])
}

// identify gives rows of one table their ids, which were made with them: as parts
// of one string, as they stay together.
func (w *writer) identify(l *layout, rows []report.Row) {
	ids := string(w.ids)
	for i, row := range rows {
		n := len(ids) / len(rows)
		row.Cells[l.rowID] = report.Text(ids[i*n : (i+1)*n])
	}
	w.ids = w.ids[:0]
}

// stated returns a row with what a fact states.
func (w *writer) stated(l *layout, f *report.Fact) report.Row {
	row := w.newRow(l)
	for i := range f.Fields {
		x := &f.Fields[i]
		column := l.Index(x.Column)
		if column < 0 {
			w.err = fmt.Errorf("rule %s: table %s has no column %s", f.Rule, l.Name, x.Column)
			continue
		}
		row.Cells[column] = x.Value
	}
	return row
}

// newRow returns a row of nulls, where there is room among those of its table.
func (w *writer) newRow(l *layout) report.Row {
	n := len(l.Columns)
	if len(w.cells) < n {
		return report.NewRow(l.Table)
	}
	row := report.Row{Table: l.Table, Cells: w.cells[:n:n]}
	w.cells = w.cells[n:]
	return row
}

// keyOf joins the key columns of a row that is only what a fact states. Text is
// folded: a second spelling of a name is no second fact.
func (w *writer) keyOf(l *layout, row report.Row) []byte {
	w.key = w.key[:0]
	for _, column := range l.key {
		v := row.Cells[column.at]
		if s := v.Text(); s != "" && !column.codes {
			w.key = vn.AppendFold(w.key, s)
		} else {
			w.key = append(w.key, v.String()...)
		}
		w.key = append(w.key, 0)
	}
	return w.key
}

// row writes the row of a fact with its evidence.
func (w *writer) row(l *layout, f *report.Fact, row report.Row, key []byte) {
	for i := range f.Fields {
		precision(row, f.Fields[i].Column, f.Fields[i].Value)
	}
	if f.Meta == "" && (f.Span.Len() <= 0 || f.Span.Start < 0 || f.Span.End > len(w.doc.Text)) {
		w.err = fmt.Errorf("rule %s: a row of %s without evidence", f.Rule, l.Name)
		return
	}
	for _, i := range l.promised {
		if row.Cells[i].IsNull() {
			w.err = fmt.Errorf("rule %s: a row of %s without a value in column %s", f.Rule, l.Name, l.Columns[i].Name)
			return
		}
	}
	row.Cells[l.docID] = report.Text(w.doc.ID())
	row.Cells[l.rule] = report.Text(f.Rule)
	row.Cells[l.derived] = report.Text(f.Derived)
	if doubt := w.place(l, row, f); doubt != "" {
		doubted := *f
		doubted.Doubt(doubt)
		f = &doubted
	}
	row.Cells[l.confidence] = report.Text(f.Confidence.String())
	row.Cells[l.doubts] = report.Text(strings.Join(f.Doubts, "; "))
	w.ids = report.AppendRowID(w.ids, w.doc.ID(), rowSum(w.doc.ID(), l.Name, key, f.Span))
	w.rows = append(w.rows, row)
}

// OCRFloor is the word confidence below which a value that was read from a
// picture is marked: Tesseract's own documentation calls words under 60
// unreliable, and figures fail first.
const OCRFloor = 75

// place sets offsets, sentence and page, and says what of it is a doubt.
func (w *writer) place(l *layout, row report.Row, f *report.Fact) (doubt string) {
	if f.Meta != "" {
		row.Cells[l.evidence] = report.Text("metadata:" + f.Meta)
		return "metadata"
	}
	row.Cells[l.start] = report.Int(w.runes.At(f.Span.Start))
	row.Cells[l.end] = report.Int(w.runes.At(f.Span.End))
	row.Cells[l.evidence] = report.Text(Evidence(w.doc, f.Span))
	if b := w.doc.BlockAt(f.Span.Start); b >= 0 && w.doc.Blocks[b].Page > 0 {
		row.Cells[l.page] = report.Int(w.doc.Blocks[b].Page)
	}
	if c := w.doc.Lowest(f.Span); c > 0 && c < OCRFloor {
		return "ocr"
	}
	return ""
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
	return report.RowID(doc, rowSum(doc, table, key, s))
}

func rowSum[K string | []byte](doc, table string, key K, s report.Span) [sha256.Size]byte {
	b := make([]byte, 0, 256)
	b = append(append(b, doc...), 0)
	b = append(append(b, table...), 0)
	b = append(append(b, key...), 0)
	b = append(strconv.AppendInt(b, int64(s.Start), 10), 0)
	return sha256.Sum256(strconv.AppendInt(b, int64(s.End), 10))
}

func precision(row report.Row, column string, v report.Value) {
	if d, ok := v.Date(); ok && row.Table.Index(column+"_precision") >= 0 {
		row.Set(column+"_precision", report.Text(d.Precision.String()))
	}
}
