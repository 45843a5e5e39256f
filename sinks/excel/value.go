package excel

import (
	"math"
	"strings"
	"time"

	"github.com/tongket/tongket/pipeline/report"
)

func (b *book) writeText(t *report.Table, i int) func(report.Row, *cell) {
	name := t.Columns[i].Name
	switch {
	case name == "hint":
		return func(r report.Row, to *cell) {
			if s := b.hint(r); s != "" {
				b.losses.write(to, s)
			}
		}
	case t.Name == "corrections":
		return b.writeCorrection(t, i)
	case t.Name == "documents" && (name == "detail" || name == "notes"):
		return b.shown(i, remembered(func(s string) string { return report.Translate(b.config.Lang, s) }))
	case name == "doubts":
		return b.shown(i, remembered(func(s string) string { return report.ShowDoubts(s, b.config.Lang) }))
	case name == "derived":
		of := t
		if t.Name == "identity_evidence" {
			of = b.table("documents")
		}
		return b.shown(i, remembered(func(s string) string { return report.ShowDerived(of, b.config.Lang, s) }))
	case t.Name == "measures" && name == "base":
		return b.shown(i, remembered(func(s string) string { return report.ShowBase(t, b.config.Lang, s) }))
	case t.Name == "identity_evidence" && (name == "field" || name == "value"):
		return b.writeIdentity(t, i)
	case t.Name == "crosstabs" && (name == "row" || name == "column"):
		return b.writeCrossLabel(t, i)
	case name == "evidence" || name == "other_evidence":
		return b.shown(i, report.ShowCells)
	case name == "qualifier" && !reviewed(t): // where rows are reviewed the code must come back
		return b.shown(i, b.qualifier)
	}
	return b.shown(i, func(s string) string { return s })
}

// shown writes a text in other words.
func (b *book) shown(i int, words func(string) string) func(report.Row, *cell) {
	return func(r report.Row, to *cell) {
		if s := r.Cells[i].Text(); s != "" {
			b.losses.write(to, words(s))
		}
	}
}

// mostRemembered is how many texts of a column are remembered in other words.
const mostRemembered = 256

// remembered says what came before without finding the words again: many rows have
// the same few texts.
func remembered(words func(string) string) func(string) string {
	known := map[string]string{}
	return func(s string) string {
		said, ok := known[s]
		if !ok {
			if len(known) == mostRemembered {
				clear(known)
			}
			said = words(s)
			known[strings.Clone(s)] = said // of its own, or it would hold all that was read with it
		}
		return said
	}
}

// writeIdentity writes a column of documents by its header, and its value by its
// label.
func (b *book) writeIdentity(t *report.Table, i int) func(report.Row, *cell) {
	documents, field, value := b.table("documents"), t.Index("field"), t.Index("value")
	if documents == nil {
		return b.shown(i, func(s string) string { return s })
	}
	return func(r report.Row, to *cell) {
		f, v := report.ShowField(documents, b.config.Lang, r.Cells[field].Text(), r.Cells[value].Text())
		if i == field {
			v = f
		}
		if v != "" {
			b.text(to, v)
		}
	}
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
		label, ok := labels[code]
		if !ok {
			label = code
		}
		b.text(to, label)
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
	yes, no := b.truths(t, &t.Columns[i])
	return func(r report.Row, to *cell) {
		if x, ok := r.Cells[i].Bool(); ok {
			if !x {
				b.text(to, no)
				return
			}
			b.text(to, yes)
		}
	}
}

// truths are the words of a column for true and false.
func (b *book) truths(t *report.Table, c *report.Column) (yes, no string) {
	switch {
	case t.Name == "threshold_checks" && c.Name == "met":
		return b.say("✓ đạt", "✓ met"), b.say("▼ chưa đạt", "▼ missed")
	case c.Name == "reported":
		return b.say("✓ có", "✓ yes"), b.say("▼ chưa có", "▼ none")
	}
	return b.say("có", "yes"), b.say("không", "no")
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
			b.losses.Dates++
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
