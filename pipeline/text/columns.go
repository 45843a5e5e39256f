package text

import (
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// splitColumns finds what stands side by side in printed lines and makes cells
// of it:
//
//   - lines of three or more fields parted by tabs are the rows of a table;
//   - lines parted by a wide gap are two columns, the head of a document
//     (issuer left, motto and date right) or its foot (recipients left,
//     signature right). They become one row of two cells without rules, left
//     before right, as word processors keep such heads.
//
// Without this a head reads "HUYỆN ỦY X ĐẢNG CỘNG SẢN VIỆT NAM".
func splitColumns(ps []*paragraph) []*paragraph {
	table := 0
	for _, p := range ps {
		table = max(table, p.Cell.Table)
	}
	out := make([]*paragraph, 0, len(ps))
	first := firstText(ps)
	for i := 0; i < len(ps); {
		if rows := tabRows(ps[i:]); rows > 1 {
			table++
			out = append(out, tabTable(ps[i:i+rows], table)...)
			i += rows
			continue
		}
		if lines, at := columnLines(ps[i:min(i+mostColumnLines, len(ps))], i == first); lines > 0 {
			table++
			out = append(out, twoColumns(ps[i:i+lines], at, table)...)
			i += lines
			continue
		}
		out = append(out, ps[i])
		i++
	}
	return out
}

func firstText(ps []*paragraph) int {
	for i, p := range ps {
		if p.text != "" && !isAside(p.Kind) {
			return i
		}
	}
	return -1
}

// isLine reports whether a paragraph is a line that may have columns.
func isLine(p *paragraph) bool {
	return p.text != "" && p.Kind == report.Paragraph && p.Cell.Table == 0 && p.doubts == nil
}

// fields are the fields that tabs part a line into. The first and the last may
// be empty, as in the last row of a table, which has no number.
func fields(p *paragraph) []string { return strings.Split(strings.Trim(p.line, " "), "\t") }

func fieldCount(p *paragraph) int { return strings.Count(p.line, "\t") + 1 }

// tabRows is the number of lines at the start that are rows of one table.
func tabRows(ps []*paragraph) int {
	if len(ps) == 0 || !isLine(ps[0]) || strings.Count(strings.TrimSpace(ps[0].line), "\t") < 2 {
		return 0
	}
	n := 1
	for n < len(ps) && isLine(ps[n]) && fieldCount(ps[n]) == fieldCount(ps[0]) && ps[n].Page == ps[0].Page {
		n++
	}
	return n
}

// tabTable makes the cells of lines that are rows of one table.
func tabTable(ps []*paragraph, table int) []*paragraph {
	rows := make([][]string, len(ps))
	for i, p := range ps {
		rows[i] = fields(p)
	}
	twice := len(rows) > 2 && secondHead(rows[0], rows[1])
	var out []*paragraph
	for r, row := range rows {
		for col, field := range row {
			cell := report.Cell{Table: table, Row: r, Col: col, RowSpan: 1, ColSpan: 1}
			if twice && r < 2 && !inHead(&cell, rows[0], rows[1]) {
				continue
			}
			out = append(out, cellOf(ps[r], field, cell))
		}
	}
	return out
}

// secondHead reports whether a row goes on with the head above it: it has
// nothing where that has the number's column, and no figures.
func secondHead(above, row []string) bool {
	if blank(above[0]) || !blank(row[0]) {
		return false
	}
	for _, field := range row {
		if strings.ContainsAny(field, "0123456789") {
			return false
		}
	}
	return true
}

// inHead gives a cell of a head of two rows what it spans: a name over several
// columns stands in the first of them, one over both rows in the upper one. It
// reports whether the cell is there at all.
func inHead(cell *report.Cell, above, below []string) bool {
	if cell.Row == 1 {
		return !blank(below[cell.Col])
	}
	if blank(above[cell.Col]) {
		return blank(below[cell.Col]) // nothing at all stands there
	}
	if blank(below[cell.Col]) {
		cell.RowSpan = 2
		return true
	}
	for c := cell.Col + 1; c < len(above) && blank(above[c]) && !blank(below[c]); c++ {
		cell.ColSpan++
	}
	return true
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

func cellOf(p *paragraph, text string, cell report.Cell) *paragraph {
	q := *p
	q.Kind, q.Cell, q.text, q.line = report.TableCell, cell, Clean(text), ""
	return &q
}

// gapWidth is the number of spaces that part two columns. Justified prose has
// gaps of two, and of three on a bad day.
const gapWidth = 4

// gapOf returns the byte offset where the right column of a line starts, and
// its place in letters; ok is false for a line without exactly one gap.
func gapOf(line string) (at, column int, ok bool) {
	body := strings.TrimRight(line, " \t")
	start := len(body) - len(strings.TrimLeft(body, " \t"))
	for i := start; i < len(body); {
		width := 0
		j := i
		for j < len(body) && (body[j] == ' ' || body[j] == '\t') {
			if body[j] == '\t' {
				width += gapWidth
			} else {
				width++
			}
			j++
		}
		if width >= gapWidth {
			if ok {
				return 0, 0, false
			}
			at, column, ok = j, utf8.RuneCountInString(body[:j]), true
		}
		i = max(j, i+1)
	}
	return at, column, ok
}

// columnSlack is how far the right columns of two lines may stand apart:
// centred lines of a head differ by half of their lengths.
const columnSlack = 16

// mostColumnLines is more than the longest head or list of recipients has.
const mostColumnLines = 60

// columnLines is the number of lines at the start that stand in two columns,
// and the place of the right one. One such line is enough at the top of a
// document, two elsewhere; half of the lines must have the gap.
func columnLines(ps []*paragraph, top bool) (lines, right int) {
	if len(ps) == 0 || !isLine(ps[0]) {
		return 0, 0
	}
	if _, _, ok := gapOf(ps[0].line); !ok {
		return 0, 0
	}
	gaps, last := 0, 0
	for i, p := range ps {
		if !isLine(p) || p.Page != ps[0].Page {
			break
		}
		_, column, ok := gapOf(p.line)
		switch {
		case ok && (gaps == 0 || near(column, right)):
			if gaps == 0 || column < right {
				right = column
			}
			gaps++
			last = i + 1
		case ok:
			return columnsEnd(gaps, last, top), right
		case !inColumn(p, right):
			return columnsEnd(gaps, last, top), right
		default:
			last = i + 1
		}
	}
	return columnsEnd(gaps, last, top), right
}

func near(a, b int) bool { return max(a, b)-min(a, b) <= columnSlack }

// inColumn reports whether a line without a gap belongs to one of the columns:
// it starts in the right one, or is a short line of the left one.
func inColumn(p *paragraph, right int) bool {
	length := utf8.RuneCountInString(p.text)
	return p.indent >= right-columnSlack/2 || p.indent+length < right && p.indent < right/2
}

func columnsEnd(gaps, lines int, top bool) int {
	if gaps*2 < lines || gaps < 2 && !top {
		return 0
	}
	return lines
}

func twoColumns(ps []*paragraph, right, table int) []*paragraph {
	cell := report.Cell{Table: table, RowSpan: 1, ColSpan: 1, Borderless: true}
	other := cell
	other.Col = 1
	var left, rightSide []*paragraph
	for _, p := range ps {
		at, _, ok := gapOf(p.line)
		switch {
		case ok:
			left = append(left, cellOf(p, p.line[:at], cell))
			rightSide = append(rightSide, cellOf(p, p.line[at:], other))
		case p.indent >= right-columnSlack/2:
			rightSide = append(rightSide, cellOf(p, p.line, other))
		default:
			left = append(left, cellOf(p, p.line, cell))
		}
	}
	return append(left, rightSide...)
}
