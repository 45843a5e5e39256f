package layout

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// joinPages puts together what page breaks cut: a paragraph whose last line is
// full and whose next one is not indented, and tables of the same columns.
func joinPages(items []item) []item {
	out := items[:0]
	last := -1 // the last item that is no running head
	for _, it := range items {
		if it.part.Kind == report.PageHeader || it.part.Kind == report.PageFooter {
			out = append(out, it)
			continue
		}
		if last >= 0 && it.page == out[last].page+1 {
			if sameParagraph(&out[last], &it) {
				absorb(&out[last], &it)
				continue
			}
			if sameTable(&out[last], &it) {
				continueTable(items, out[last].part.Cell, it.part.Cell.Table)
				// it is a copy of an item that was just renumbered.
				it.part.Cell = shifted(it.part.Cell, out[last].part.Cell)
			}
		}
		out = append(out, it)
		last = len(out) - 1
	}
	return out
}

func sameParagraph(p, q *item) bool {
	if p.part.Kind != report.Paragraph || q.part.Kind != report.Paragraph || !p.flow || !q.flow || !p.full || q.indent ||
		p.size != q.size || p.part.Bold != q.part.Bold {
		return false
	}
	text := p.part.Text()
	r, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(q.part.Text())
	switch r {
	case '.', '!', '?', '…', ':', ';':
		// A full line may end a paragraph by chance; small letters tell.
		return unicode.IsLower(first)
	}
	return true
}

func absorb(p, q *item) {
	if n := len(p.part.Runs); n > 0 {
		p.part.Runs[n-1].Text += " "
	}
	p.part.Runs = append(p.part.Runs, q.part.Runs...)
	p.page, p.full, p.lines = q.page, q.full, p.lines+q.lines
	p.part.Centre = false
}

// sameTable reports whether two ruled tables have the same columns.
func sameTable(p, q *item) bool {
	return len(p.edges) > 0 && slices.EqualFunc(p.edges, q.edges, func(x, y float32) bool { return abs(x-y) <= snap })
}

func shifted(c, above report.Cell) report.Cell {
	c.Table, c.Row = above.Table, c.Row+above.Row+above.RowSpan
	return c
}

// continueTable renumbers the cells of a table that goes on from above.
func continueTable(items []item, above report.Cell, table int) {
	for i := range items {
		if c := &items[i].part.Cell; c.Table == table {
			*c = shifted(*c, above)
		}
	}
}
