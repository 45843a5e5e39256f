package text

import (
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// splitColumns finds what stands side by side in printed lines and makes cells
// of it:
//
//   - lines whose fields tabs, upright rules or gaps part are the rows of a table, where
//     they state figures;
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
	first, from := firstText(ps), 0
	for i := 0; i < len(ps); {
		if i >= from {
			t := printedTable(ps[i:])
			if t.lines > 0 {
				table++
				out = append(out, t.cells(table)...)
				i += t.lines
				continue
			}
			if t.seen > longTry {
				from = i + t.seen
			}
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
