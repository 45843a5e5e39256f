package excel

import (
	"math"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// mainColumns name the column that a correction means when it names none.
var mainColumns = map[string]string{
	"identity_evidence": "value", "people": "name", "citations": "symbol", "measures": "value", "assessments": "aspect", "limitations": "code", "tasks": "text",
}

// remark is what a reviewer said of a row in an earlier workbook.
type remark struct {
	verdict, field, value, note string
	number                      *float64 // the value, where it is one
}

// addRemark keeps a row of the table corrections for the row that it is about,
// in the words of this book. Of several the last is shown; all are on the sheet
// of corrections.
func (b *book) addRemark(r report.Row) {
	word := map[string]int{"right": 0, "wrong": 1, "unclear": 2}
	i, ok := word[r.Get("verdict").Text()]
	table, field := b.table(r.Get("table").Text()), r.Get("field").Text()
	if gone := r.Get("state").Text(); !ok || table == nil || gone == "lost" || gone == "absent" || field != "" && i != 1 {
		return
	}
	x := remark{verdict: b.verdicts()[i], note: r.Get("note").Text()}
	if c := table.Column(field); c != nil {
		x.field, x.value = b.headerOf(c), r.Get("right").Text()
		if n, err := strconv.ParseFloat(x.value, 64); err == nil && (c.Type == report.TypeInteger || c.Type == report.TypeNumber) {
			if n == math.Trunc(n) {
				x.number = &n
			} else { // as a text, so that no program takes its mark for that of thousands
				x.value = b.say(strings.Replace(x.value, ".", ",", 1), x.value)
			}
		}
		if label, ok := codeLabels(c, b.config.Lang)[x.value]; ok {
			x.value = label
		}
	}
	b.remarks[r.Get("row").Text()] = x
}

// reviewColumns are for a person to fill in; what was said of a row before
// stands there already.
func (b *book) reviewColumns(t *report.Table) []column {
	id := t.Index("row_id")
	var reads columnSet
	if len(b.remarks) > 0 {
		reads = setOf(id)
	}
	said := func(part func(remark) string) func(report.Row, *cell) {
		return func(r report.Row, to *cell) {
			if id < 0 || len(b.remarks) == 0 {
				return
			}
			if s := part(b.remarks[r.Cells[id].Text()]); s != "" {
				b.losses.write(to, s)
			}
		}
	}
	value := said(func(m remark) string { return m.value })
	return []column{
		{role: roleVerdict, header: b.say("Xét duyệt", "Verdict"), width: 12, style: b.styles.input, reads: reads, write: said(func(m remark) string { return m.verdict })},
		{role: roleField, header: b.say("Cột cần sửa", "Column to correct"), width: 16, style: b.styles.input, reads: reads, write: said(func(m remark) string { return m.field })},
		{role: roleCorrect, header: b.say("Giá trị đúng", "Right value"), width: 18, style: b.styles.input, reads: reads, write: func(r report.Row, to *cell) {
			value(r, to)
			if to.kind == blank {
				return
			}
			if n := b.remarks[r.Cells[id].Text()].number; n != nil {
				to.setNumber(*n)
			}
		}},
		{role: roleNote, header: b.say("Ghi chú xét duyệt", "Review note"), width: 28, style: b.styles.input, reads: reads, write: said(func(m remark) string { return m.note })},
	}
}

// writeCorrection writes a column of the table of corrections in the words of
// this book: tables, columns and codes by their labels.
func (b *book) writeCorrection(t *report.Table, i int) func(report.Row, *cell) {
	name := t.Columns[i].Name
	return func(r report.Row, to *cell) {
		s := r.Cells[i].Text()
		if of := b.table(r.Get("table").Text()); of != nil {
			column := of.Column(r.Get("field").Text())
			switch {
			case name == "table":
				s = b.label(of.Label)
			case column == nil:
			case name == "field":
				s = b.headerOf(column)
			case name == "read" || name == "right":
				if label, ok := codeLabels(column, b.config.Lang)[s]; ok {
					s = label
				}
			}
		}
		if s != "" {
			b.losses.write(to, s)
		}
	}
}
