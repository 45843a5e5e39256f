package excel

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
)

// column is one column of a data sheet: what its header says and how a row
// fills a cell. A cell that write leaves alone is blank.
type column struct {
	name   string // of the table's column; "" for one that only the workbook has
	role   role
	header string
	style  int
	width  float64 // fixed; 0 measures
	most   float64 // of a measured width; 0 for maxWidth
	hidden bool
	reads  columnSet // what write looks at of a row
	write  func(r report.Row, to *cell)
}

// columnSet is a set of columns of a table. A table of more than 63 columns has
// several under one bit, which only makes a set larger than it is.
type columnSet uint64

const (
	columnBits           = 63
	everyRow   columnSet = 1 << columnBits // not a column: what is always different
	allColumns           = everyRow - 1
)

func setOf(columns ...int) (s columnSet) {
	for _, i := range columns {
		if i >= 0 {
			s |= 1 << (i % columnBits)
		}
	}
	return s
}

// readOf returns the columns of which the cell of column i is made.
func readOf(t *report.Table, i int) columnSet {
	switch name := t.Columns[i].Name; {
	case t.Name == "corrections", t.Name == "crosstabs", name == "hint":
		return allColumns
	case t.Name == "identity_evidence" && (name == "field" || name == "value"):
		return setOf(t.Index("field"), t.Index("value"))
	case t.Name == "unit_results": // for what misses a threshold
		return setOf(i, t.RowOf(name), t.Index("unit_key"), t.Index("level"), t.Index("term_start"), t.Index("body"))
	case t.Columns[i].Type == report.TypeDate:
		return setOf(i, i+1) // its precision
	default:
		return setOf(i, t.RowOf(name))
	}
}

// role says what a column is for a program that reads the book back.
type role string

const (
	roleValue    role = "value"         // a column of the table
	roleSource   role = "source"        // the link to the source file
	roleEvidence role = "evidence_page" // the link to the page that shows the evidence
	roleVerdict  role = "review_verdict"
	roleField    role = "review_field" // header of the column to correct; blank is the table's main one
	roleCorrect  role = "review_value"
	roleNote     role = "review_note"
)

// technical names the columns that a person rarely wants to see; they stand
// behind the others, folded away.
var technical = map[string]bool{
	"doc_id": true, "row_id": true, "threshold": true, "sha256": true, "size": true, "media": true, "unit_key": true, "text_id": true,
	"evidence_start": true, "evidence_end": true, "other_doc_id": true, "other_start": true, "other_end": true, "row_a": true, "row_b": true,
	"doc_date_precision": true, "issued_precision": true, "as_of_precision": true, "deadline_precision": true,
}

// quotes names the columns whose texts are wrapped, with their widths.
var quotes = map[string]float64{
	"evidence": maxWidth, "other_evidence": maxWidth, "text": maxWidth, "message": 50, "detail": 40, "hint": 40, "title": 38, "title_en": 38, "source": 56,
}

// columns lays a table out: the way to the source first, then the table's own,
// what a person rarely needs and what no report states behind them, folded, and at last what a reviewer fills in.
func (b *book) columns(t *report.Table) []column {
	var out, behind []column
	if c, ok := b.sourceColumn(t); ok {
		out = append(out, c)
	}
	if c, ok := b.evidenceColumn(t); ok {
		out = append(out, c)
	}
	for i := range t.Columns {
		if linked(t, i) {
			continue // the value that it belongs to links to it
		}
		c := b.valueColumn(t, i)
		if filled := b.filled[t.Name]; filled != nil && !filled[i] {
			c.hidden = true // no report states it
		}
		if c.name == b.otherTitle() {
			c.hidden = true
		}
		if (c.name == "review" || c.name == "corrected") && len(b.remarks) == 0 {
			c.hidden = true // nobody reviewed anything so far
		}
		if c.hidden {
			behind = append(behind, c)
		} else {
			out = append(out, c)
		}
	}
	sentencesTogether(out)
	leadsFirst(t, out)
	out = append(out, behind...)
	if reviewed(t) {
		out = append(out, b.reviewColumns(t)...)
	}
	uniqueHeaders(out)
	return out
}

// otherTitle is the column of requirements in the language that the book is not
// in.
func (b *book) otherTitle() string { return b.say("title_en", "title") }

// linked reports whether column i only names the row on which the value of
// another column stands: women_row for women.
func linked(t *report.Table, i int) bool {
	name, ok := strings.CutSuffix(t.Columns[i].Name, "_row")
	return ok && (t.Index(name) >= 0 || t.Index(name+"_share") >= 0)
}

// reviewed reports whether a person may mark the rows of a table: those that
// stand on the text of a document.
func reviewed(t *report.Table) bool { return t.Name == "documents" || t.Index("evidence") >= 0 }

// uniqueHeaders makes headers that a table of Excel takes: none empty, no two
// alike whatever their case.
func uniqueHeaders(columns []column) {
	seen := map[string]bool{}
	for i := range columns {
		c := &columns[i]
		if c.header == "" {
			c.header = c.name
		}
		c.header = shorten(c.header, 255)
		if seen[strings.ToLower(c.header)] {
			c.header += " (" + c.name + ")"
		}
		seen[strings.ToLower(c.header)] = true
	}
}

func (b *book) valueColumn(t *report.Table, i int) column {
	col := &t.Columns[i]
	c := column{name: col.Name, role: roleValue, header: b.headerOf(col), hidden: technical[col.Name], style: b.styles.text, reads: readOf(t, i)}
	linked := b.styles.link
	switch col.Type {
	case report.TypeCode:
		c.write = b.writeCode(col, i)
	case report.TypeInteger:
		c.style, c.write, linked = b.styles.integer, writeNumber(i), b.styles.linkInteger
		if col.Unit == "year" {
			c.style, linked = b.styles.plain, b.styles.link
		}
	case report.TypeNumber:
		c.style, c.write, linked = b.styles.number, b.writeFraction(i), b.styles.linkNumber
		if col.Unit == "percent" || col.Unit == "point" {
			c.style, c.write, linked = b.styles.share, writeNumber(i), b.styles.linkShare
		}
	case report.TypeDate:
		c.style, c.write, c.width = b.styles.day, b.writeDate(i), 12
	case report.TypeBoolean:
		c.style, c.write = b.styles.boolean, b.writeBool(t, i)
	case report.TypeString:
		c.write = b.writeText(t, i)
		if w := quotes[col.Name]; w > 0 {
			c.style, c.width = b.styles.wrap, w
		}
	}
	if row := t.RowOf(col.Name); row >= 0 {
		c.write = b.withLink(c.write, row, linked)
	}
	if t.Name == "unit_results" {
		c.write = b.withWarning(t, c.write, col.Name)
	}
	return c
}

// withLink makes a value a link to the row that it stands on.
func (b *book) withLink(write func(report.Row, *cell), row, style int) func(report.Row, *cell) {
	return func(r report.Row, to *cell) {
		write(r, to)
		if to.kind == blank || to.kind == textCell && tooLong(to.text) {
			return
		}
		at, ok := b.placeOf(r.Cells[row].Text())
		if !ok {
			return
		}
		to.link = at
		if style == b.styles.linkNumber && to.style == b.styles.integer {
			to.style = b.styles.linkInteger
		} else {
			to.style = style
		}
	}
}

// withWarning marks a value that misses a threshold of its round: amber, with a
// sign behind the number.
func (b *book) withWarning(t *report.Table, write func(report.Row, *cell), name string) func(report.Row, *cell) {
	attribute, ok := checkedColumns[name]
	if !ok || len(b.missed) == 0 {
		return write
	}
	key, level, term, body := t.Index("unit_key"), t.Index("level"), t.Index("term_start"), t.Index("body")
	if min(key, level, term, body) < 0 {
		return write
	}
	return func(r report.Row, to *cell) {
		write(r, to)
		if to.kind == blank || !b.missed[missedKey(r.Cells[key].Text(), r.Cells[level].Text(), r.Cells[term].String(), r.Cells[body].Text(), attribute)] {
			return
		}
		if to.style = b.styles.missed; strings.HasSuffix(name, "_share") {
			to.style = b.styles.missedShare
		}
	}
}

// checkedColumns name the attribute by which a column of unit_results is held
// against thresholds.
var checkedColumns = map[string]string{
	"women_share": "female", "young_share": "young", "under_40_share": "age_band", "surplus_share": "surplus", "members": "total", "women": "female",
}

// units are the units of columns, in words.
var units = map[string]report.Label{
	"percent": {VI: "%", EN: "%"}, "byte": {VI: "byte", EN: "bytes"}, "point": {VI: "điểm %", EN: "points"},
	"code point": {VI: "ký tự", EN: "code points"}, "page": {VI: "trang", EN: "pages"}, "person": {VI: "người", EN: "persons"}, "year": {VI: "năm", EN: "years"},
}

// saidUnits are those that a header has to say: what persons, years and pages are
// its label says.
var saidUnits = []string{"percent", "byte", "point"}

func (b *book) headerOf(c *report.Column) string {
	h := b.label(c.Label)
	if u := b.unit(c.Unit); slices.Contains(saidUnits, c.Unit) && !strings.Contains(h, u) {
		h += " (" + u + ")"
	}
	return h
}

// sourceColumn links each row to its source file, by the file's path.
func (b *book) sourceColumn(t *report.Table) (column, bool) {
	path, id := t.Index("source_path"), t.Index("doc_id")
	if path < 0 && id < 0 {
		return column{}, false
	}
	c := column{role: roleSource, header: b.say("Tệp nguồn", "Source"), style: b.styles.text, most: 46, reads: setOf(path, id)}
	c.write = func(r report.Row, to *cell) {
		var p string
		if path >= 0 {
			p = r.Cells[path].Text()
		} else if d := b.sourceOfDocument(r.Cells[id].Text()); d.shown != "" {
			to.setText(d.shown)
			if to.formula = d.link; d.link != "" {
				to.style = b.styles.link
			}
			return
		}
		if p != "" {
			b.linkTo(to, b.sourceOf(p), b.losses.clean(p))
		}
	}
	return c, true
}

// evidenceColumn links each row to the page that shows its evidence.
func (b *book) evidenceColumn(t *report.Table) (column, bool) {
	id, row := t.Index("doc_id"), t.Index("row_id")
	if b.config.Evidence == nil || id < 0 || row < 0 {
		return column{}, false
	}
	shown := b.say("xem", "show")
	c := column{role: roleEvidence, header: b.say("Dẫn chứng", "Evidence page"), style: b.styles.text, width: 11, reads: setOf(id, row)}
	c.write = func(r report.Row, to *cell) {
		if target := b.config.Evidence(r.Cells[id].Text(), r.Cells[row].Text()); target != "" {
			b.linkTo(to, target, shown)
		}
	}
	return c, true
}

func (b *book) sourceOf(path string) string {
	if b.config.Source == nil {
		return ""
	}
	return short(b.config.Source(path))
}

// linkTo makes a cell a link that shows a text; a target that cannot be linked
// to leaves the text alone.
func (b *book) linkTo(to *cell, target, shown string) {
	to.setText(shown)
	if target == "" {
		return
	}
	if f := hyperlink(target, shown); f != "" {
		to.formula, to.style = f, b.styles.link
		return
	}
	b.losses.Links++
}

// linkCell is linkTo for a cell that excelize writes.
func (b *book) linkCell(style int, target, shown string) excelize.Cell {
	c := cell{style: style}
	b.linkTo(&c, target, shown)
	return excelize.Cell{StyleID: c.style, Formula: c.formula, Value: c.text}
}
