package excel

import (
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
	hidden bool
	write  func(r report.Row, to *excelize.Cell)
}

// role says what a column is for a program that reads the book back.
type role string

const (
	roleValue  role = "value"  // a column of the table
	roleSource role = "source" // the link to the source file
)

// technical names the columns that a person rarely wants to see; they are
// folded away.
var technical = map[string]bool{
	"doc_id": true, "row_id": true, "sha256": true, "size": true, "media": true, "unit_key": true,
	"evidence_start": true, "evidence_end": true, "other_doc_id": true, "other_start": true, "other_end": true,
	"doc_date_precision": true, "issued_precision": true, "as_of_precision": true, "deadline_precision": true,
}

// quotes names the columns whose texts are wrapped.
var quotes = map[string]bool{"evidence": true, "other_evidence": true, "text": true, "message": true, "detail": true, "hint": true}

// columns lays a table out: the link to the source first, then the table's own.
func (b *book) columns(t *report.Table) []column {
	var out []column
	if c, ok := b.sourceColumn(t); ok {
		out = append(out, c)
	}
	for i := range t.Columns {
		out = append(out, b.valueColumn(t, i))
	}
	uniqueHeaders(out)
	return out
}

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
	switch col.Type {
	case report.TypeCode:
		c.write = b.writeCode(col, i)
	case report.TypeInteger:
		c.style, c.write = b.styles.integer, writeNumber(i)
		if col.Unit == "year" {
			c.style = b.styles.text
		}
	case report.TypeNumber:
		c.style, c.write = b.styles.number, writeNumber(i)
	case report.TypeDate:
		c.style, c.write, c.width = b.styles.day, b.writeDate(i), 12
	case report.TypeBoolean:
		c.style, c.write = b.styles.boolean, b.writeBool(i)
	case report.TypeString:
		c.write = b.writeText(i)
		if quotes[col.Name] {
			c.style, c.width = b.styles.wrap, maxWidth
		}
	}
	return c
}

// units are the units that a header names, in words.
var units = map[string]report.Label{
	"percent": {VI: "%", EN: "%"}, "byte": {VI: "byte", EN: "bytes"}, "person": {VI: "người", EN: "persons"},
	"point": {VI: "điểm %", EN: "points"},
}

func (b *book) headerOf(c *report.Column) string {
	h := b.label(c.Label)
	if u, ok := units[c.Unit]; ok && !strings.Contains(h, b.label(u)) {
		h += " (" + b.label(u) + ")"
	}
	return h
}

func (b *book) writeText(i int) func(report.Row, *excelize.Cell) {
	return func(r report.Row, to *excelize.Cell) {
		if s := r.Cells[i].Text(); s != "" {
			to.Value = b.losses.clean(s)
		}
	}
}

// writeCode writes the label; a code that the list lacks stays as it is.
func (b *book) writeCode(c *report.Column, i int) func(report.Row, *excelize.Cell) {
	labels := codeLabels(c, b.config.Lang)
	return func(r report.Row, to *excelize.Cell) {
		code := r.Cells[i].Text()
		if code == "" {
			return
		}
		if label, ok := labels[code]; ok {
			to.Value = label
			return
		}
		to.Value = b.losses.clean(code)
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

func writeNumber(i int) func(report.Row, *excelize.Cell) {
	return func(r report.Row, to *excelize.Cell) {
		if n, ok := r.Cells[i].Number(); ok {
			to.Value = n
		}
	}
}

func (b *book) writeBool(i int) func(report.Row, *excelize.Cell) {
	yes, no := b.say("có", "yes"), b.say("không", "no")
	return func(r report.Row, to *excelize.Cell) {
		if x, ok := r.Cells[i].Bool(); ok {
			to.Value = no
			if x {
				to.Value = yes
			}
		}
	}
}

// writeDate writes a real date in the format of what is known of it. Excel has
// no dates before 1900; they stay texts.
func (b *book) writeDate(i int) func(report.Row, *excelize.Cell) {
	var epoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	return func(r report.Row, to *excelize.Cell) {
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
			to.Value = day.Format(layout)
			b.losses.dates++
			return
		}
		to.StyleID, to.Value = style, float64(day.Sub(epoch)/(24*time.Hour))
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
	path := t.Index("source_path")
	id := t.Index("doc_id")
	if path < 0 && id < 0 {
		return column{}, false
	}
	c := column{role: roleSource, header: b.say("Tệp nguồn", "Source"), style: b.styles.text}
	c.write = func(r report.Row, to *excelize.Cell) {
		var p string
		if path >= 0 {
			p = r.Cells[path].Text()
		} else {
			p = b.documents[r.Cells[id].Text()].path
		}
		if p == "" {
			return
		}
		b.linkTo(to, b.sourceOf(p), b.losses.clean(p))
	}
	return c, true
}

func (b *book) sourceOf(path string) string {
	if b.config.Source == nil {
		return ""
	}
	return b.config.Source(path)
}

// linkTo makes a cell a link that shows a text; a target that cannot be linked
// to leaves the text alone.
func (b *book) linkTo(to *excelize.Cell, target, shown string) {
	to.Value = shown
	if target == "" {
		return
	}
	if f := hyperlink(target, shown); f != "" {
		to.Formula, to.StyleID = f, b.styles.link
		return
	}
	b.losses.links++
}
