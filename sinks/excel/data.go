package excel

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
)

const (
	headerRow  = 3   // of a data sheet: a caption and a note stand above
	sampled    = 500 // rows whose texts decide the widths of the columns
	minWidth   = 6.0
	maxWidth   = 60.0
	lineHeight = 15.0
	boldWidth  = 1.15 // of a bold letter, in letters of the width of a column
	maxLines   = 12   // of a row; a longer text shows whole in the line for formulas
	// pageWidth is how many characters an A4 page in landscape takes before
	// its print is too small to read; wider sheets go over several pages.
	pageWidth = 260.0
)

// data writes one table, over as many sheets as its rows need.
func (b *book) data(ctx context.Context, t *report.Table, name string) error {
	w := &dataWriter{book: b, table: t, columns: b.columns(t), id: t.Index("row_id"), noted: referable(t), limit: b.rowLimit, questions: b.questionsOf(t.Name)}
	w.said, w.before = make([]said, len(w.columns)), make([]report.Value, len(t.Columns))
	for i, c := range w.columns {
		if w.said[i].due = everyRow; c.style == b.styles.wrap {
			w.wraps = append(w.wraps, i)
		}
	}
	b.shared.table(t)
	b.kept.unplaced, b.kept.linked = false, make([]bool, len(b.layout))
	before := b.losses
	taken := b.kept.taken[t.Name]
	if taken != nil {
		if err := w.again(ctx, name, taken); err != nil {
			return err
		}
	} else if err := w.all(ctx, name); err != nil {
		return err
	}
	b.noteRows(w, taken, before)
	return nil
}

// all reads and writes the rows.
func (w *dataWriter) all(ctx context.Context, name string) error {
	var sample []report.Row
	for r, err := range rows(ctx, w.book.ds, w.table.Name) {
		if err != nil {
			return err
		}
		if w.sheet == nil && len(sample) < sampled {
			sample = append(sample, r.Clone())
			continue
		}
		if w.sheet == nil {
			if err := w.begin(name, sample); err != nil {
				return err
			}
		}
		if err := w.write(r); err != nil {
			return err
		}
	}
	if w.sheet == nil {
		if err := w.begin(name, sample); err != nil {
			return err
		}
	}
	return w.finish()
}

// dataWriter writes the rows of one table.
type dataWriter struct {
	book      *book
	table     *report.Table
	columns   []column
	id        int // the column of the row_id, -1 for none
	limit     int // rows of a sheet
	questions []*question
	widths    []float64
	sheet     *sheet
	parts     int
	cell      cell           // in the making
	said      []said         // by column
	wraps     []int          // columns whose texts may need several lines
	before    []report.Value // the row before
	xml       []byte         // of the rows that wait to be packed
	rows      *piece         // the packed rows of the open sheet
	taken     *piece         // those of the next one, where they are packed already
	written   int            // rows, of all sheets
	noted     bool           // other tables may refer to the rows
	stretch   stretch        // of rows that are noted
}

// said is the cell that a column has in the row before. Most rows repeat most of
// the one before: what a cell is made of is compared, which takes less than to
// make it again.
type said struct {
	xml   []byte    // empty for a blank cell
	lines int       // that the text needs
	due   columnSet // columns of the table that make another cell of it, or every row
}

// begin starts the first sheet, once enough rows are known to choose widths.
func (w *dataWriter) begin(name string, sample []report.Row) error {
	w.widths = w.measure(sample)
	if err := w.start(name); err != nil {
		return err
	}
	for _, r := range sample {
		if err := w.write(r); err != nil {
			return err
		}
	}
	return nil
}

func (w *dataWriter) start(name string) error {
	var hidden []int
	wide := 0.0
	for i, c := range w.columns {
		if c.hidden {
			hidden = append(hidden, i+1)
		} else if !c.filled() {
			wide += w.widths[i]
		}
	}
	s, err := w.book.begin(name, look{
		colour: w.colour(), widths: w.widths, hidden: hidden, freezeRows: headerRow, freezeCols: leading(w.table, w.columns), pages: int(math.Ceil(wide / pageWidth)),
	})
	if err != nil {
		return err
	}
	w.sheet, w.parts = s, w.parts+1
	return w.head()
}

// filled reports whether a person fills the column in.
func (c column) filled() bool {
	switch c.role {
	case roleVerdict, roleField, roleCorrect, roleNote:
		return true
	case roleValue, roleSource, roleEvidence:
	}
	return false
}

func (w *dataWriter) colour() string {
	switch {
	case slices.Contains(summaryOrder, w.table.Name):
		return "2E75B6"
	case w.table.Name == "findings":
		return "C55A11"
	case slices.Contains(lastTables, w.table.Name):
		return "A6A6A6"
	}
	return "548235"
}

// head writes the caption, the way back to the guide and the header.
func (w *dataWriter) head() error {
	b, st := w.book, w.book.styles
	caption := b.captions[w.table.Name]
	if w.parts > 1 {
		caption += fmt.Sprintf(" (%d)", w.parts)
	}
	if err := w.sheet.add([]any{excelize.Cell{StyleID: st.title, Value: caption}}, excelize.RowOpts{Height: 24}); err != nil {
		return err
	}
	guide := b.file.GetSheetName(0)
	back := b.linkCell(0, place(guide, "A1"), "← "+guide)
	if err := w.sheet.add([]any{back, excelize.Cell{StyleID: st.note, Value: b.about(w.table)}}); err != nil {
		return err
	}
	headers := make([]any, len(w.columns))
	for i, c := range w.columns {
		headers[i] = excelize.Cell{StyleID: st.header, Value: c.header}
	}
	if err := w.sheet.add(headers, excelize.RowOpts{Height: float64(w.headLines())*lineHeight + 3}); err != nil {
		return err
	}
	if w.rows = w.taken; w.rows == nil {
		w.rows = b.pack.piece()
	}
	if err := w.sheet.add([]any{marker(len(b.pack.rows))}); err != nil {
		return err
	}
	b.pack.rows = append(b.pack.rows, w.rows)
	w.sheet.row = headerRow // the row of the marker goes, those of the table come
	return b.pack.err
}

func (w *dataWriter) write(r report.Row) error {
	if w.sheet.row == w.limit {
		if err := w.next(); err != nil {
			return err
		}
	}
	w.sheet.row++
	w.written++
	if w.id >= 0 && w.noted {
		w.note(r.Cells[w.id].Text())
	}
	for _, q := range w.questions {
		q.count(r)
	}
	changed, lines := w.changed(r)|everyRow, 1
	for i := range w.said {
		if w.said[i].due&changed != 0 {
			w.say(i, r)
		}
	}
	for _, i := range w.wraps {
		lines = max(lines, w.said[i].lines)
	}
	height := 0.0
	if lines > 1 {
		height = float64(min(lines, maxLines)) * lineHeight
	}
	w.xml = appendRow(w.xml, w.sheet.row, height, w.said)
	return w.flush(1 << 16)
}

// changed returns the columns of the table in which a row is not like the one
// before.
func (w *dataWriter) changed(r report.Row) (s columnSet) {
	before := w.before[:len(r.Cells)]
	for i := range r.Cells {
		v := &r.Cells[i]
		if v.IsNull() && before[i].IsNull() { // most; to compare them takes longer
			continue
		}
		if *v != before[i] {
			before[i] = *v
			s |= setOf(i)
		}
	}
	return s
}

// say makes the cell of a column. One at which something was lost is made again
// for every row, so that losses are counted.
func (w *dataWriter) say(i int, r report.Row) {
	b, c, x := w.book, &w.columns[i], &w.said[i]
	to, lost := &w.cell, b.losses
	*to = cell{style: c.style}
	c.write(r, to)
	x.due, x.lines, x.xml = c.reads, 1, x.xml[:0]
	if lost != b.losses {
		x.due |= everyRow
	}
	if to.kind == blank {
		return
	}
	if c.style == b.styles.wrap {
		x.lines = linesOf(to.text, to.looked.runes, w.widths[i])
	}
	x.xml = appendCell(x.xml, to)
}

// flush packs the rows that wait, when they are many.
func (w *dataWriter) flush(many int) error {
	if len(w.xml) < many {
		return nil
	}
	err := w.rows.add(w.xml)
	w.xml = w.xml[:0]
	return err
}

// headLines is how many lines the highest header needs, two at least: words are
// not broken.
func (w *dataWriter) headLines() int {
	most := 2
	for i, c := range w.columns {
		if c.hidden {
			continue
		}
		lines, used := 1, 0.0
		for word := range strings.FieldsSeq(c.header) {
			wide := float64(utf8.RuneCountInString(word)) * boldWidth
			if used > 0 && used+1+wide > w.widths[i]-1 {
				lines, used = lines+1, 0
			}
			used += wide + 1
		}
		most = max(most, lines)
	}
	return most
}

// linesOf estimates the lines of a wrapped text of some letters in a column of some
// width: programs that open the book do not all work it out themselves.
func linesOf(s string, letters int, width float64) int {
	if float64(len(s)) <= width { // no more letters than bytes
		return 1
	}
	return int(float64(letters)*1.05/width) + 1 + strings.Count(s, "\n")
}

// next goes on to another sheet when this one is full.
func (w *dataWriter) next() error {
	before := w.sheet.name
	if err := w.finish(); err != nil {
		return err
	}
	name, err := w.book.sheet(w.book.label(w.table.Label))
	if err != nil {
		return err
	}
	if err := w.book.after(name, before); err != nil {
		return err
	}
	return w.start(name)
}

// after moves the sheet name to stand behind another.
func (b *book) after(name, other string) error {
	list := b.file.GetSheetList()
	for i, s := range list[:len(list)-1] {
		if s == other && list[i+1] != name {
			return b.file.MoveSheet(name, list[i+1])
		}
	}
	return nil
}

// finish asks for the features of a data sheet and completes it.
func (w *dataWriter) finish() error {
	w.shelve()
	w.book.rows[w.table.Name] = w.written
	name, s := w.table.Name, w.sheet
	if err := errors.Join(w.flush(1), w.rows.end(false)); err != nil {
		return err
	}
	if w.parts > 1 {
		name = fmt.Sprintf("%s_%d", name, w.parts)
	}
	s.table(name, len(w.columns))
	last := max(s.row, headerRow+1)
	printed := 0
	for i, c := range w.columns {
		if !c.filled() && !c.hidden {
			printed = i + 1
		}
		w.doubt(i, last)
		w.choice(i, last)
	}
	if i := slices.IndexFunc(w.columns, column.filled); i >= 0 {
		s.shade(i+1, len(w.columns), headerRow+1, last)
	}
	s.printArea(max(printed, 1), last)
	w.book.layout = append(w.book.layout, sheetLayout{s.name, w.table.Name, headerRow, s.row, w.columns, linkBefore(s.name)})
	return s.end()
}

// doubt marks the cells of a column that ask for a second look: each says so in
// words; the colour only finds them faster.
func (w *dataWriter) doubt(i, last int) {
	b, c := w.book, w.columns[i]
	if c.role != roleValue {
		return
	}
	mark := func(words ...string) {
		for _, word := range words {
			w.sheet.mark(i+1, headerRow+1, last, word, b.styles.warnFormat)
		}
	}
	switch c.name {
	case "confidence":
		mark(b.labelOf(w.table, c.name, "low"))
	case "check":
		mark(b.labelOf(w.table, c.name, "mismatch"))
	case "severity":
		mark(b.labelOf(w.table, c.name, "error"))
	case "review":
		mark(b.labelOf(w.table, c.name, "corrected"), b.labelOf(w.table, c.name, "unclear"))
	case "status":
		mark(b.labelOf(w.table, c.name, "failed"), b.labelOf(w.table, c.name, "partial"))
	case "met":
		mark(b.say("▼ chưa đạt", "▼ missed"))
	case "reported":
		mark(b.say("▼ chưa có", "▼ none"))
	}
	if w.table.Name == "coverage" && b.labelOf(w.table, c.name, "unclear") != "" {
		mark(b.labelOf(w.table, c.name, "unclear"), b.labelOf(w.table, c.name, "absent"))
	}
}

// labelOf returns the label of a code of a column, "" when it has none.
func (b *book) labelOf(t *report.Table, column, code string) string {
	c := t.Column(column)
	if c == nil {
		return ""
	}
	return codeLabels(c, b.config.Lang)[code]
}

// choice gives the columns of a review their lists.
func (w *dataWriter) choice(i, last int) {
	b := w.book
	switch w.columns[i].role {
	case roleVerdict:
		w.sheet.list(i+1, headerRow+1, last, b.verdicts(), "")
	case roleField:
		if fields := b.fields[w.table.Name]; fields != "" {
			w.sheet.list(i+1, headerRow+1, last, nil, fields)
		}
	case roleValue, roleSource, roleEvidence, roleCorrect, roleNote:
	}
}

// verdicts are what a reviewer may choose.
func (b *book) verdicts() []string {
	if b.config.Lang == "en" {
		return []string{"right", "wrong", "unclear"}
	}
	return []string{"đúng", "sai", "không rõ"}
}

// measure chooses widths from the headers and the first rows.
func (w *dataWriter) measure(sample []report.Row) []float64 {
	before := w.book.losses
	widths := make([]float64, len(w.columns))
	for i, c := range w.columns {
		widths[i] = max(minWidth, float64(longestWord(c.header))*boldWidth+3, c.width)
		if c.width > 0 {
			continue
		}
		for _, r := range sample {
			w.cell = cell{}
			c.write(r, &w.cell)
			widths[i] = max(widths[i], w.cell.width())
		}
		widths[i] = min(widths[i], cmp.Or(c.most, maxWidth))
	}
	w.book.losses = before // the sample is written once more
	return widths
}

// width estimates how wide a cell must be to show its value.
func (c *cell) width() float64 {
	switch c.kind {
	case textCell:
		return float64(utf8.RuneCountInString(c.text))*1.1 + 2
	case numberCell:
		return math.Floor(math.Log10(max(math.Abs(c.number), 1)))*1.3 + 5
	case blank:
	}
	return 0
}

func longestWord(s string) int {
	longest := 0
	for word := range strings.FieldsSeq(s) {
		longest = max(longest, utf8.RuneCountInString(word))
	}
	return longest
}
