package evidence

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

func itoa(n int) string { return strconv.Itoa(n) }

// text writes the blocks of the document.
func (b *writer) text() {
	m := &marker{writer: b}
	for i := range b.rows {
		if b.rows[i].start >= 0 {
			m.waiting = append(m.waiting, i)
		}
	}
	page := 0
	blocks := b.page.Doc.Blocks
	for i := 0; i < len(blocks); {
		if p := blocks[i].Page; p > 0 && p != page {
			if page > 0 || p > 1 {
				b.print("<div class=\"pg\">%s %d</div>\n", b.say("trang", "page"), p)
			}
			page = p
		}
		if blocks[i].Kind == report.TableCell {
			i = m.table(i)
			continue
		}
		open, shut := element(&blocks[i])
		b.print("%s", open)
		m.span(blocks[i].Span)
		b.print("%s\n", shut)
		i++
	}
}

// element returns the tags of a block.
func element(x *report.Block) (open, shut string) {
	var class []string
	if x.Bold {
		class = append(class, "b")
	}
	if x.Centre {
		class = append(class, "c")
	}
	tag := "p"
	switch x.Kind {
	case report.Heading:
		tag = "h" + itoa(min(max(x.Level, 1), 3)+1)
	case report.ListItem:
		class = append(class, "i"+itoa(min(max(x.Level, 1), 3)))
	case report.TextBox:
		class = append(class, "box")
	case report.Footnote, report.PageHeader, report.PageFooter, report.FileHeader, report.Caption:
		class = append(class, "dim")
	case report.Paragraph, report.TableCell:
	}
	if len(class) > 0 {
		return "<" + tag + " class=\"" + strings.Join(class, " ") + "\">", "</" + tag + ">"
	}
	return "<" + tag + ">", "</" + tag + ">"
}

// table writes the cells of one table and returns the block behind it.
func (m *marker) table(i int) int {
	blocks := m.page.Doc.Blocks
	first := blocks[i].Cell
	class := "tb"
	if first.Borderless {
		class += " bl"
	}
	m.print("<div class=\"%s\"><table>", class)
	row := -1
	for i < len(blocks) && blocks[i].Kind == report.TableCell && blocks[i].Cell.Table == first.Table {
		c := blocks[i].Cell
		if c.Row != row {
			if row >= 0 {
				m.print("</tr>")
			}
			m.print("\n<tr>")
			row = c.Row
		}
		m.print("<td%s%s>", spans("rowspan", c.RowSpan), spans("colspan", c.ColSpan))
		for j := i; i < len(blocks) && blocks[i].Kind == report.TableCell && blocks[i].Cell.Same(c); i++ {
			if i > j {
				m.print("<br>")
			}
			m.span(blocks[i].Span)
		}
		m.print("</td>")
	}
	m.print("</tr>\n</table></div>\n")
	return i
}

// spans is an attribute of a cell that takes more than one place. HTML takes no
// more than 1,000 columns and 65,534 rows.
func spans(name string, n int) string {
	if n <= 1 {
		return ""
	}
	return " " + name + "=\"" + itoa(min(n, 1000)) + "\""
}

// marker writes stretches of the text with the values marked. Values may
// overlap, so a stretch is cut wherever one begins or ends, and each piece
// names all rows that it is part of.
type marker struct {
	*writer
	waiting []int // rows to come, by their beginning
	active  []int // rows that reach into what comes
}

// span writes one stretch. Stretches come in the order of the text.
func (m *marker) span(s report.Span) {
	at := s.Start
	for at < s.End {
		m.active = slices.DeleteFunc(m.active, func(i int) bool { return m.rows[i].end <= at })
		var begins []int
		for len(m.waiting) > 0 && m.rows[m.waiting[0]].start <= at {
			i := m.waiting[0]
			m.waiting = m.waiting[1:]
			if m.rows[i].end > at {
				begins, m.active = append(begins, i), append(m.active, i)
			}
		}
		end := s.End
		if len(m.waiting) > 0 {
			end = min(end, m.rows[m.waiting[0]].start)
		}
		for _, i := range m.active {
			end = min(end, m.rows[i].end)
		}
		m.piece(m.page.Doc.Text[at:end], begins)
		at = end
	}
}

// piece writes a piece that lies in all active rows. It looks like the shortest
// of them; the signs of all that begin here stand in front.
func (m *marker) piece(s string, begins []int) {
	if len(m.active) == 0 {
		m.print("%s", esc(s))
		return
	}
	inner := m.active[0]
	var rows []string
	edited := ""
	for _, i := range m.active {
		rows = append(rows, itoa(i))
		if r := &m.rows[i]; r.end-r.start < m.rows[inner].end-m.rows[inner].start {
			inner = i
		}
		if !m.rows[i].Get("corrected").IsNull() {
			edited = " edit"
		}
	}
	r := &m.rows[inner]
	m.print("<a class=\"m k%d%s\" href=\"#%s\" data-r=\"%s\">", r.look, edited, itemID(inner, r), strings.Join(rows, " "))
	last := -1
	for _, i := range begins {
		sign := ""
		if m.rows[i].look != last { // one sign for a kind
			sign = looks[m.rows[i].look].sign
			last = m.rows[i].look
		}
		m.print("<i class=\"s\" id=\"v%d\" aria-hidden=\"true\">%s</i>", i, sign)
	}
	m.print("%s</a>", esc(s))
}
