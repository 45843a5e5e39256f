package excel

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

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
	write  func(r report.Row, to *cell)
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
	"doc_id": true, "row_id": true, "threshold": true, "sha256": true, "size": true, "media": true, "unit_key": true,
	"evidence_start": true, "evidence_end": true, "other_doc_id": true, "other_start": true, "other_end": true, "row_a": true, "row_b": true,
	"doc_date_precision": true, "issued_precision": true, "as_of_precision": true, "deadline_precision": true,
}

// quotes names the columns whose texts are wrapped, with their widths.
var quotes = map[string]float64{
	"evidence": maxWidth, "other_evidence": maxWidth, "text": maxWidth, "message": 50, "detail": 40, "hint": 40, "title": 38, "title_en": 38, "source": 38,
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

// leads name the columns that say what a row of a wide table is about. They
// stand first, stay in sight when the sheet is scrolled, and are repeated on every
// page of its print.
var leads = map[string][]string{
	"unit_results":     {"unit", "term_start", "body"},
	"unit_figures":     {"unit", "term_start", "body", "attribute"},
	"threshold_checks": {"title", "unit", "term_start"},
	"none_units":       {"unit", "term_start", "body", "attribute"},
	"changes":          {"unit", "term_now", "body", "attribute"},
	"coverage":         {"unit", "term_start"},
}

// leadsFirst puts the leads of a table first.
func leadsFirst(t *report.Table, columns []column) {
	order := leads[t.Name]
	if t.Name == "threshold_checks" && !slices.ContainsFunc(columns, func(c column) bool { return c.name == order[0] }) {
		order = append([]string{"title_en"}, order[1:]...)
	}
	slices.SortStableFunc(columns, func(c, d column) int {
		place := func(name string) int {
			if i := slices.Index(order, name); i >= 0 {
				return i
			}
			return len(order)
		}
		return cmp.Compare(place(c.name), place(d.name))
	})
}

// leading is how many columns stay in sight: the leads, or the first.
func leading(t *report.Table, columns []column) int {
	n := 0
	for n < len(columns) && slices.Contains(leads[t.Name], strings.TrimSuffix(columns[n].name, "_en")) {
		n++
	}
	return max(n, 1)
}

// sentencesTogether puts the sentence of a row before the other one that it is
// held against.
func sentencesTogether(columns []column) {
	named := func(name string) int {
		return slices.IndexFunc(columns, func(c column) bool { return c.name == name })
	}
	own, other := named("evidence"), named("other_evidence")
	if other < 0 || own < other {
		return
	}
	c := columns[own]
	copy(columns[other+1:own+1], columns[other:own])
	columns[other] = c
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
	c := column{name: col.Name, role: roleValue, header: b.headerOf(col), hidden: technical[col.Name], style: b.styles.text}
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
	if row := rowOf(t, col.Name); row >= 0 {
		c.write = b.withLink(c.write, row, linked)
	}
	if t.Name == "unit_results" {
		c.write = b.withWarning(t, c.write, col.Name)
	}
	return c
}

// rowOf returns the column that names the row on which a value stands, -1 for
// none: women_row for women, and for women_share too.
func rowOf(t *report.Table, name string) int {
	if t.Name == "findings" {
		switch name {
		case "stated":
			return t.Index("row_a")
		case "expected":
			return t.Index("row_b")
		}
	}
	if i := t.Index(name + "_row"); i >= 0 {
		return i
	}
	if stem, ok := strings.CutSuffix(name, "_share"); ok {
		return t.Index(stem + "_row")
	}
	return -1
}

// withLink makes a value a link to the row that it stands on.
func (b *book) withLink(write func(report.Row, *cell), row, style int) func(report.Row, *cell) {
	return func(r report.Row, to *cell) {
		write(r, to)
		if to.kind == blank {
			return
		}
		at, ok := b.places[r.Cells[row].Text()]
		if !ok || at.row == 0 {
			return
		}
		target := place(at.sheet, cellName(1, at.row))
		if to.kind == numberCell {
			to.formula = "HYPERLINK(" + literal(target) + "," + strconv.FormatFloat(to.number, 'f', -1, 64) + ")"
		} else {
			to.formula = hyperlink(target, to.text)
		}
		switch {
		case to.formula == "":
		case style == b.styles.linkNumber && to.style == b.styles.integer:
			to.style = b.styles.linkInteger
		default:
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
		k := missedKey{r.Cells[key].Text(), r.Cells[level].Text(), r.Cells[term].String(), r.Cells[body].Text(), attribute}
		if to.kind == blank || !b.missed[k] {
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

// units are the units that a header names, in words.
var units = map[string]report.Label{
	"percent": {VI: "%", EN: "%"}, "byte": {VI: "byte", EN: "bytes"}, "point": {VI: "điểm %", EN: "points"},
}

func (b *book) headerOf(c *report.Column) string {
	h := b.label(c.Label)
	if u, ok := units[c.Unit]; ok && !strings.Contains(h, b.label(u)) {
		h += " (" + b.label(u) + ")"
	}
	return h
}

func (b *book) writeText(t *report.Table, i int) func(report.Row, *cell) {
	name := t.Columns[i].Name
	switch {
	case t.Name == "documents" && name == "source_path":
		return func(r report.Row, to *cell) {
			if s := r.Cells[i].Text(); s != "" {
				to.setText(b.losses.clean(s))
			}
		}
	case name == "hint":
		return func(r report.Row, to *cell) {
			if s := b.hint(r); s != "" {
				to.setText(b.losses.clean(s))
			}
		}
	case t.Name == "corrections":
		return b.writeCorrection(t, i)
	case name == "doubts":
		return b.shown(i, func(_ report.Row, s string) string { return report.ShowDoubts(s, b.config.Lang) })
	case name == "derived":
		of := t
		if t.Name == "identity_evidence" {
			of = b.table("documents")
		}
		return b.shown(i, func(_ report.Row, s string) string { return report.ShowDerived(of, b.config.Lang, s) })
	case t.Name == "measures" && name == "base":
		return b.shown(i, func(_ report.Row, s string) string { return report.ShowBase(t, b.config.Lang, s) })
	case t.Name == "identity_evidence" && (name == "field" || name == "value"):
		return b.writeIdentity(t, i)
	case t.Name == "crosstabs" && (name == "row" || name == "column"):
		return b.writeCrossLabel(t, i)
	case name == "evidence" || name == "other_evidence":
		return func(r report.Row, to *cell) {
			if s := r.Cells[i].Text(); s != "" {
				to.setText(b.losses.clean(report.ShowCells(s)))
			}
		}
	case name == "qualifier" && !reviewed(t): // where rows are reviewed the code must come back
		return func(r report.Row, to *cell) {
			if s := r.Cells[i].Text(); s != "" {
				to.setText(b.losses.clean(b.qualifier(s)))
			}
		}
	}
	return func(r report.Row, to *cell) {
		if s := r.Cells[i].Text(); s != "" {
			to.setText(b.losses.clean(s))
		}
	}
}

// shown writes a text in other words.
func (b *book) shown(i int, words func(r report.Row, s string) string) func(report.Row, *cell) {
	return func(r report.Row, to *cell) {
		if s := r.Cells[i].Text(); s != "" {
			to.setText(b.losses.clean(words(r, s)))
		}
	}
}

// writeIdentity writes a column of documents by its header, and its value by its
// label.
func (b *book) writeIdentity(t *report.Table, i int) func(report.Row, *cell) {
	documents, field, value := b.table("documents"), t.Index("field"), t.Index("value")
	return b.shown(i, func(r report.Row, s string) string {
		if documents == nil {
			return s
		}
		f, v := report.ShowField(documents, b.config.Lang, r.Cells[field].Text(), r.Cells[value].Text())
		if i == field {
			return f
		}
		return v
	})
}

// qualifiers are the codes of the codebook's qualifiers, in words.
var qualifiers = map[string]report.Label{
	"bachelor": {VI: "đại học", EN: "bachelor"}, "master": {VI: "sau đại học", EN: "master"}, "doctor": {VI: "tiến sĩ", EN: "doctor"},
	"professor": {VI: "giáo sư, phó giáo sư", EN: "professor"}, "intermediate": {VI: "trung cấp", EN: "intermediate"}, "advanced": {VI: "cao cấp", EN: "advanced"},
	"<40": {VI: "dưới 40 tuổi", EN: "under 40"}, "40-50": {VI: "40 đến 50 tuổi", EN: "40 to 50"}, ">50": {VI: "trên 50 tuổi", EN: "over 50"},
}

// qualifier shows a qualifier: a code in words, what a text says as it is.
func (b *book) qualifier(code string) string {
	if l, ok := qualifiers[code]; ok {
		return b.label(l)
	}
	return code
}

// writeCode writes the label; a code that the list lacks stays as it is.
func (b *book) writeCode(c *report.Column, i int) func(report.Row, *cell) {
	labels := codeLabels(c, b.config.Lang)
	return func(r report.Row, to *cell) {
		code := r.Cells[i].Text()
		if code == "" {
			return
		}
		if label, ok := labels[code]; ok {
			to.setText(label)
			return
		}
		to.setText(b.losses.clean(code))
	}
}

// codeLabels returns the label of each code of a column. Labels that two codes
// share get their code behind them, so that each can be read back.
func codeLabels(c *report.Column, lang string) map[string]string {
	count := map[string]int{}
	for _, code := range c.Codes {
		count[strings.ToLower(code.Label.In(lang))]++
	}
	labels := make(map[string]string, len(c.Codes))
	for _, code := range c.Codes {
		label := code.Label.In(lang)
		if label == "" || count[strings.ToLower(label)] > 1 {
			label = strings.TrimSpace(label + " (" + code.Code + ")")
		}
		labels[code.Code] = label
	}
	return labels
}

func writeNumber(i int) func(report.Row, *cell) {
	return func(r report.Row, to *cell) {
		if n, ok := r.Cells[i].Number(); ok {
			to.setNumber(n)
		}
	}
}

// writeFraction writes a number with its decimals, a whole one without the mark
// of decimals that has nothing behind it.
func (b *book) writeFraction(i int) func(report.Row, *cell) {
	return func(r report.Row, to *cell) {
		if n, ok := r.Cells[i].Number(); ok {
			to.setNumber(n)
			if n == math.Trunc(n) {
				to.style = b.styles.integer
			}
		}
	}
}

func (b *book) writeBool(t *report.Table, i int) func(report.Row, *cell) {
	yes, no := b.say("có", "yes"), b.say("không", "no")
	if t.Name == "threshold_checks" && t.Columns[i].Name == "met" {
		yes, no = b.say("✓ đạt", "✓ met"), b.say("▼ chưa đạt", "▼ missed")
	}
	if t.Columns[i].Name == "reported" {
		yes, no = b.say("✓ có", "✓ yes"), b.say("▼ chưa có", "▼ none")
	}
	return func(r report.Row, to *cell) {
		if x, ok := r.Cells[i].Bool(); ok {
			if !x {
				to.setText(no)
				return
			}
			to.setText(yes)
		}
	}
}

// epoch is the day 0 of Excel.
var epoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// writeDate writes a real date in the format of what is known of it. Excel has
// no dates before 1900; they stay texts.
func (b *book) writeDate(i int) func(report.Row, *cell) {
	return func(r report.Row, to *cell) {
		d, ok := r.Cells[i].Date()
		if !ok {
			return
		}
		style, layout := b.styles.day, "02/01/2006"
		switch precisionOf(r, i, d) {
		case report.Year:
			style, layout = b.styles.year, "2006"
		case report.Month:
			style, layout = b.styles.month, "01/2006"
		case report.DayOfMonth, report.NoDate:
		}
		day := d.First()
		if day.Year() < 1900 || day.Year() == 1900 && day.Month() < 3 { // its February 1900 has 29 days
			to.setText(day.Format(layout))
			b.losses.dates++
			return
		}
		to.style = style
		to.setNumber(float64(day.Sub(epoch) / (24 * time.Hour)))
	}
}

// precisionOf takes the precision from the value or, when the value was read
// back as a whole day, from the column beside it.
func precisionOf(r report.Row, i int, d report.Date) report.Precision {
	if d.Precision != report.DayOfMonth || i+1 == len(r.Cells) || r.Table.Columns[i+1].Name != r.Table.Columns[i].Name+"_precision" {
		return d.Precision
	}
	switch r.Cells[i+1].Text() {
	case report.Year.String():
		return report.Year
	case report.Month.String():
		return report.Month
	}
	return d.Precision
}

// sourceColumn links each row to its source file, by the file's path.
func (b *book) sourceColumn(t *report.Table) (column, bool) {
	path, id := t.Index("source_path"), t.Index("doc_id")
	if path < 0 && id < 0 {
		return column{}, false
	}
	c := column{role: roleSource, header: b.say("Tệp nguồn", "Source"), style: b.styles.text, most: 46}
	c.write = func(r report.Row, to *cell) {
		var p string
		if path >= 0 {
			p = r.Cells[path].Text()
		} else if d := b.documents[r.Cells[id].Text()]; d != nil {
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
	c := column{role: roleEvidence, header: b.say("Dẫn chứng", "Evidence page"), style: b.styles.text, width: 11}
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
	b.losses.links++
}

// linkCell is linkTo for a cell that excelize writes.
func (b *book) linkCell(style int, target, shown string) excelize.Cell {
	c := cell{style: style}
	b.linkTo(&c, target, shown)
	return excelize.Cell{StyleID: c.style, Formula: c.formula, Value: c.text}
}
