package text

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// printed is a table of printed lines: each row is a line, its fields parted by tabs, by
// upright rules ("1 | Xã A | 15") or by gaps that stand below each other.
type printed struct {
	rows  []printedRow
	lines int // that it takes, with rules and blank lines between its rows
	seen  int // lines that were looked at
}

// longTry is how many lines may be looked at in vain before they are not looked at again.
const longTry = 64

type printedRow struct {
	line   *paragraph
	fields []printedField
}

// printedField is one field and the letters of its line that it stands in.
type printedField struct {
	text     string
	from, to int
	cols     int // columns that it fills, 0 before that was asked
}

// longestSection is the most letters of a line without fields that is a section of the
// table around it: "II. Khối trực thuộc".
const longestSection = 60

// printedTable returns the table whose first row is the first line; one without lines
// for none.
func printedTable(ps []*paragraph) printed {
	if len(ps) == 0 || !isLine(ps[0]) {
		return printed{}
	}
	line := ps[0].line
	switch {
	case strings.Count(strings.TrimSpace(line), "\t") >= 2, strings.Count(strings.TrimSpace(line), "\t") == 1 && isFigure(line[strings.LastIndexByte(line, '\t')+1:]):
		return ruledTable(ps, tabFields)
	case strings.IndexByte(line, '|') >= 0, strings.Contains(line, "│"), frame(ps):
		return ruledTable(ps, ruleFields)
	case strings.Contains(line, "  "):
		return gapTable(ps)
	}
	return printed{}
}

// frame reports whether a line is the upper rule of a drawn table.
func frame(ps []*paragraph) bool {
	return len(ps) > 1 && isLine(ps[1]) && ruler(ps[0].text) && len(ruleFields(ps[1].line)) > 1
}

// ruledTable reads rows whose fields a mark parts.
func ruledTable(ps []*paragraph, split func(string) []printedField) printed {
	t := printed{}
	width := 0
	for n, p := range ps {
		if p.text == "" && n+1 < len(ps) && len(t.rows) > 1 && isLine(ps[n+1]) && len(split(ps[n+1].line)) == width {
			continue // a blank line between two rows
		}
		if !isLine(p) || p.Page != ps[0].Page {
			break
		}
		if ruler(p.text) {
			continue
		}
		fields := split(p.line)
		if len(fields) < 2 && !(len(t.rows) > 1 && n+1 < len(ps) && isLine(ps[n+1]) && len(split(ps[n+1].line)) == width && utf8.RuneCountInString(p.text) <= longestSection && !endsLine(p.text)) {
			break
		}
		width = max(width, len(fields))
		t.rows = append(t.rows, printedRow{p, fields})
		t.lines = n + 1
	}
	seen := t.lines
	t.unframe()
	t.trim(ps)
	t.labels()
	if !t.isTable() {
		return printed{seen: seen}
	}
	return t
}

// ruler reports whether a line is a drawn rule between rows: "---+---", "|:--|--:|".
func ruler(text string) bool {
	return len(text) >= 3 && strings.Trim(text, "-=+|:_ ─━│┼├┤┬┴┌┐└┘═║╬╠╣╦╩╔╗╚╝") == ""
}

// tabFields are the fields that tabs part a line into. The first and the last may be
// empty, as in the last row of a table, which has no number.
func tabFields(line string) []printedField {
	line = strings.Trim(line, " ")
	return fieldsBetween(line, func(s string) (int, int) { return strings.IndexByte(s, '\t'), 1 })
}

// ruleFields are the fields that upright rules part a line into.
func ruleFields(line string) []printedField {
	return fieldsBetween(line, func(s string) (int, int) {
		if i := strings.IndexByte(s, '|'); i >= 0 {
			return i, 1
		}
		return strings.Index(s, "│"), len("│")
	})
}

func fieldsBetween(line string, next func(string) (at, width int)) []printedField {
	var out []printedField
	letter := 0
	for {
		at, width := next(line)
		text := line
		if at >= 0 {
			text = line[:at]
		}
		n := utf8.RuneCountInString(text)
		out = append(out, printedField{text: strings.TrimSpace(text), from: letter, to: letter + n})
		if at < 0 {
			return out
		}
		letter += n + 1
		line = line[at+width:]
	}
}

// unframe drops the empty fields before the first and behind the last rule of a table
// whose every row begins, or ends, with one.
func (t *printed) unframe() {
	left, right := true, true
	for _, r := range t.rows {
		if len(r.fields) > 1 {
			left = left && r.fields[0].text == ""
			right = right && r.fields[len(r.fields)-1].text == ""
		}
	}
	for i := range t.rows {
		r := &t.rows[i]
		if len(r.fields) < 2 {
			continue
		}
		if left {
			r.fields = r.fields[1:]
		}
		if right && len(r.fields) > 1 {
			r.fields = r.fields[:len(r.fields)-1]
		}
	}
}

// trim drops the lines at the end that only look like rows: a signature whose parts
// stand side by side has no figures and not as many fields.
func (t *printed) trim(ps []*paragraph) {
	width := t.width()
	for n := len(t.rows); n > 0; n-- {
		if r := &t.rows[n-1]; len(r.fields) == width || r.figures() > 0 && len(r.fields) > 1 {
			t.rows = t.rows[:n]
			break
		}
	}
	for t.lines > 0 && len(t.rows) > 0 && ps[t.lines-1] != t.rows[len(t.rows)-1].line {
		t.lines--
	}
	for len(t.rows) > 0 && t.lines < len(ps) && isLine(ps[t.lines]) && ruler(ps[t.lines].text) {
		t.lines++ // the lower rule
	}
}

func (t *printed) width() int {
	width := 0
	for i := range t.rows {
		width = max(width, len(t.rows[i].fields))
	}
	return width
}

// labels parts the names of rows from their first figure where a colon stands between
// them: "Bầu được: 427 | 71 | 58".
func (t *printed) labels() {
	if len(t.rows) < 2 {
		return
	}
	for i := range t.rows {
		f := &t.rows[i].fields[0]
		at := strings.IndexByte(f.text, ':')
		if at <= 0 || i > 0 && !isFigure(f.text[at+1:]) {
			return
		}
	}
	for i := range t.rows {
		r := &t.rows[i]
		name, rest, _ := strings.Cut(r.fields[0].text, ":")
		at := r.fields[0].from + utf8.RuneCountInString(name)
		head := []printedField{{text: strings.TrimSpace(name), from: r.fields[0].from, to: at}, {text: strings.TrimSpace(rest), from: at + 1, to: r.fields[0].to}}
		r.fields = append(head, r.fields[1:]...)
	}
}

// isTable reports whether rows state figures or are alike: lines of a menu or of a
// byline have fields as well.
func (t *printed) isTable() bool {
	width := t.width()
	if len(t.rows) < 2 || width < 2 {
		return false
	}
	withFigures, alike := 0, true
	for i := range t.rows {
		if t.rows[i].figures() > 0 {
			withFigures++
		}
		alike = alike && len(t.rows[i].fields) == len(t.rows[0].fields)
	}
	switch {
	case width == 2:
		return withFigures >= 2 && len(t.rows) >= 3 && withFigures*2 > len(t.rows)
	case t.rows[0].line.line != "" && strings.IndexByte(t.rows[0].line.line, '\t') >= 0 && alike:
		return true
	}
	return withFigures >= 1 && withFigures*3 >= len(t.rows)
}

// figures is the number of fields that are nothing but a figure, without the first,
// which numbers the rows.
func (r *printedRow) figures() int {
	n := 0
	for _, f := range r.fields[1:] {
		if isFigure(f.text) {
			n++
		}
	}
	return n
}

// isFigure reports whether a field is nothing but a figure: "41", "1.204", "22,0%",
// "40/41", "9 (22,0%)". A day or an hour is none.
func isFigure(s string) bool {
	s = strings.TrimSpace(s)
	digits, slashes := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			digits++
		case c == '/':
			slashes++
		case !strings.ContainsRune(".,%() +-", rune(c)):
			return false
		}
	}
	return digits > 0 && slashes < 2
}

// emptyField reports whether nothing stands in a field, or a dash.
func emptyField(s string) bool { return strings.Trim(s, " -–—") == "" }

// cells makes the cells of the rows.
func (t *printed) cells(table int) []*paragraph {
	width := t.width()
	t.spread(width)
	head := t.head()
	var out []*paragraph
	for y := range t.rows {
		r := &t.rows[y]
		x := 0
		for _, f := range r.fields {
			cell := report.Cell{Table: table, Row: y, Col: x, RowSpan: 1, ColSpan: max(f.cols, 1)}
			x += cell.ColSpan
			if y < head && cell.ColSpan == 1 && !t.inHead(&cell, head) {
				continue
			}
			out = append(out, cellOf(r.line, f.text, cell))
		}
	}
	return out
}

// spread gives every row as many columns as the widest has: a section fills the rest, a
// field of a frame that is drawn fills the columns between its rules, and what a row
// leaves out at its end is empty.
func (t *printed) spread(width int) {
	var full *printedRow
	for i := range t.rows {
		if len(t.rows[i].fields) == width {
			full = &t.rows[i]
			break
		}
	}
	for i := range t.rows {
		r := &t.rows[i]
		lack := width - len(r.fields)
		switch {
		case lack == 0:
		case r.section():
			r.fields[len(r.fields)-1].cols = 1 + lack
		case r.below(full):
		default:
			for range lack {
				r.fields = append(r.fields, printedField{})
			}
		}
	}
}

// section reports whether a row names those below it: "II | Khối trực thuộc".
func (r *printedRow) section() bool {
	return len(r.fields) == 1 || len(r.fields) == 2 && !isFigure(r.fields[1].text) && !emptyField(r.fields[1].text) && numeral(r.fields[0].text)
}

// numeral reports whether a field numbers a row: I, II, A, 1, or nothing.
func numeral(s string) bool {
	s = strings.Trim(s, ".() ")
	if s == "" || len(s) == 1 || isFigure(s) {
		return true
	}
	_, ok := vn.Roman(s)
	return ok
}

// ruleSlack is how many letters two rules may stand apart that are drawn below each other.
const ruleSlack = 1

// below spreads the fields of a row over the columns of a full row whose rules stand
// below its own; false where they do not.
func (r *printedRow) below(full *printedRow) bool {
	cols := make([]int, len(r.fields))
	x := 0
	for i, f := range r.fields {
		for x < len(full.fields) {
			cols[i]++
			x++
			if d := full.fields[x-1].to - f.to; i < len(r.fields)-1 && d >= -ruleSlack {
				if d > ruleSlack {
					return false
				}
				break
			}
		}
		if cols[i] == 0 {
			return false
		}
	}
	if x < len(full.fields) {
		return false
	}
	for i := range r.fields {
		r.fields[i].cols = cols[i]
	}
	return true
}

// mostHeads is how many rows a head has at most.
const mostHeads = 4

// head is the number of rows of the head, 1 where the second does not go on with it: it
// has nothing where the first has the number's column, and no figures.
func (t *printed) head() int {
	n := 1
	for n < min(mostHeads, len(t.rows)-1) && secondHead(t.rows[0].fields, t.rows[n].fields) {
		n++
	}
	if n > 1 {
		return n
	}
	return 0
}

func secondHead(above, row []printedField) bool {
	if above[0].text == "" || row[0].text != "" || len(row) != len(above) {
		return false
	}
	return !slices.ContainsFunc(row, func(f printedField) bool { return f.cols > 1 || strings.ContainsAny(f.text, "0123456789") })
}

// inHead gives a cell of a head of several rows what it spans: a name over several
// columns stands in the first of them, one over several rows in the upper one. It
// reports whether the cell is there at all.
func (t *printed) inHead(cell *report.Cell, head int) bool {
	at := func(y, x int) string {
		if x >= len(t.rows[y].fields) {
			return ""
		}
		return t.rows[y].fields[x].text
	}
	y, x := cell.Row, cell.Col
	if at(y, x) == "" {
		for above := range y { // it belongs to a name above it
			if at(above, x) != "" {
				return false
			}
		}
		return x == 0 || !t.spanned(y, x, head)
	}
	for y+cell.RowSpan < head && at(y+cell.RowSpan, x) == "" {
		cell.RowSpan++
	}
	if cell.RowSpan > 1 && y+cell.RowSpan == head {
		return true
	}
	cell.RowSpan = 1
	for next := x + 1; next < len(t.rows[y].fields) && at(y, next) == ""; next++ {
		below := false
		for row := y + 1; row < head; row++ {
			below = below || at(row, next) != ""
		}
		above := false
		for row := range y {
			above = above || at(row, next) != ""
		}
		if !below || above {
			break
		}
		cell.ColSpan++
	}
	return true
}

// spanned reports whether a name of the head reaches over an empty field from the left.
func (t *printed) spanned(y, x, head int) bool {
	for row := y + 1; row < head; row++ {
		if t.rows[row].fields[x].text != "" {
			return true
		}
	}
	return false
}
