package evidence

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// row is one row with its place in the text, in bytes; both ends are -1 for a
// value from metadata.
type row struct {
	report.Row
	start, end int
	look       int
}

// rowsOf returns the rows of a page in the order of the text, what comes from
// metadata first.
func rowsOf(p Page) []row {
	var out []row
	var wanted []int
	for _, r := range p.Rows {
		if r.Table.Index("evidence") < 0 {
			continue
		}
		x := row{Row: r, start: -1, end: -1, look: lookOf(r.Table.Name)}
		s, ok1 := r.Get("evidence_start").Number()
		e, ok2 := r.Get("evidence_end").Number()
		if ok1 && ok2 && s >= 0 && e > s {
			x.start, x.end = int(s), int(e)
			wanted = append(wanted, x.start, x.end)
		}
		out = append(out, x)
	}
	at := byteOffsets(p.Doc.Text, wanted)
	for i := range out {
		x := &out[i]
		if x.start < 0 {
			continue
		}
		s, ok1 := at[x.start]
		e, ok2 := at[x.end]
		if x.start, x.end = s, e; !ok1 || !ok2 {
			x.start, x.end = -1, -1
		}
	}
	slices.SortStableFunc(out, func(a, b row) int { return cmp.Compare(a.start, b.start) })
	return out
}

// byteOffsets returns where some code points begin, in bytes, in one pass.
func byteOffsets(text string, wanted []int) map[int]int {
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	at := make(map[int]int, len(wanted))
	n := 0
	for i := range text {
		for len(wanted) > 0 && wanted[0] == n {
			at[n], wanted = i, wanted[1:]
		}
		if len(wanted) == 0 {
			return at
		}
		n++
	}
	if len(wanted) > 0 && wanted[0] == n {
		at[n] = len(text)
	}
	return at
}

// apart are the columns that an item shows in lines of their own, or not.
var apart = []string{
	"doc_id", "row_id", "evidence_start", "evidence_end", "evidence", "page", "rule", "confidence", "doubts", "derived", "review", "corrected",
	"row_a", "row_b", "other_doc_id", "other_start", "other_end",
}

// item writes the line of a row.
func (b *writer) item(i int) {
	r := &b.rows[i]
	mark := "⇱" // from metadata: nowhere in the text
	href := "#text"
	if r.start >= 0 {
		mark, href = looks[r.look].sign, "#v"+itoa(i)
	}
	b.print("<li><a id=\"%s\" href=\"%s\" data-k=\"%s\"><span class=\"t\">%s %s</span>", itemID(i, r), href, esc(r.Table.Name), mark, esc(r.Table.Label.In(b.page.Lang)))
	b.print("<br><span class=\"v\">%s</span>", esc(b.values(r)))
	if fixed := r.Get("corrected").Text(); fixed != "" {
		b.print("<br><span class=\"w fx\">✎ %s: %s</span>", b.say("người xét duyệt đã sửa; máy đọc là", "corrected by a reviewer; read as"), esc(fixed))
	}
	b.print("<br><span class=\"w\">%s</span></a></li>\n", esc(b.why(r)))
}

// itemID is the anchor of a row: its id, so that a workbook can lead to it.
func itemID(i int, r *row) string {
	if id := r.Get("row_id").Text(); id != "" {
		return "r-" + esc(id)
	}
	return "r" + itoa(i)
}

// values says a row in words: codes by their labels, other columns by name and
// value. What is found of the document itself bears the name of its column.
func (b *writer) values(r *row) string {
	var out []string
	for i := range r.Table.Columns {
		c := &r.Table.Columns[i]
		v := r.Cells[i]
		if v.IsNull() || slices.Contains(apart, c.Name) || strings.HasSuffix(c.Name, "_precision") {
			continue
		}
		if c.Type == report.TypeCode {
			out = append(out, b.label(c, v.Text()))
			continue
		}
		out = append(out, c.Label.In(b.page.Lang)+": "+b.value(v))
	}
	if documents := b.documents(); r.Table.Name == "identity_evidence" && documents.Table != nil {
		field := documents.Table.Column(r.Get("field").Text())
		if field != nil {
			said := b.value(documents.Get(field.Name))
			if field.Type == report.TypeCode {
				said = b.label(field, said)
			}
			out = []string{field.Label.In(b.page.Lang) + ": " + said}
			if stated := r.Get("stated").Text(); stated != "" && stated != said {
				out = append(out, r.Table.Column("stated").Label.In(b.page.Lang)+": "+stated)
			}
		}
	}
	return strings.Join(out, " · ")
}

// documents is the row of the document itself; the zero Row when it is not
// among the rows.
func (b *writer) documents() report.Row {
	if i := slices.IndexFunc(b.page.Rows, func(r report.Row) bool { return r.Table.Name == "documents" }); i >= 0 {
		return b.page.Rows[i]
	}
	return report.Row{}
}

// value shows numbers and dates as the language writes them.
func (b *writer) value(v report.Value) string {
	s := v.String()
	if b.page.Lang == "en" {
		return s
	}
	if _, ok := v.Number(); ok {
		return strings.Replace(s, ".", ",", 1)
	}
	if _, ok := v.Date(); ok {
		parts := strings.Split(s, "-")
		slices.Reverse(parts)
		return strings.Join(parts, "/")
	}
	return s
}

func (b *writer) label(c *report.Column, code string) string {
	for _, x := range c.Codes {
		if x.Code == code {
			return cmp.Or(x.Label.In(b.page.Lang), code)
		}
	}
	return code
}

// why says how a row was found.
func (b *writer) why(r *row) string {
	out := []string{r.Get("rule").Text()}
	for _, name := range []string{"confidence", "doubts", "derived", "review"} {
		c := r.Table.Column(name)
		v := r.Get(name).Text()
		if c == nil || v == "" {
			continue
		}
		switch name {
		case "doubts":
			v = report.ShowDoubts(v, b.page.Lang)
		case "derived":
			v = report.ShowDerived(r.Table, b.page.Lang, v)
		default:
			v = b.label(c, v)
		}
		out = append(out, c.Label.In(b.page.Lang)+": "+v)
	}
	if r.start < 0 {
		out = append(out, r.Get("evidence").Text())
	}
	if p := r.Get("page").String(); p != "" {
		out = append(out, b.say("trang ", "page ")+p)
	}
	return strings.Join(out, " · ")
}
