package measure

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// mostUnread is how many figures that no rule read are listed one by one: what a
// reader looks through. What makes more, as a table in an unknown form does, is
// one cause; how many are left out is said.
const mostUnread = 100

// silent counts the figures that no rule read.
type silent struct {
	listed, more int
	next         report.Span // the first that is not listed
}

// unreadFigures lists what no rule could read although congress words stand
// beside it.
func (r *reader) unreadFigures() {
	if !r.x.unread {
		return
	}
	for _, f := range r.figs {
		if !f.claimed && f.reason == "" && !r.inName(f) && r.vocabularyNear(f) {
			r.unread(r.t.Span(f.first, f.last), f.value)
		}
	}
}

// inName reports whether a number is part of a name or the label of a list:
// "phường 12", "khu dân cư số 7", "(1)", "gồm: 1. A; 2. B".
func (r *reader) inName(f *figure) bool {
	if f.first > r.first && (r.t.Is(f.first-1, ':') || r.t.Is(f.first-1, ';')) && r.t.Is(f.last, '.') && int(f.last)+1 < len(r.t.Tokens) && r.t.Tokens[f.last+1].Upper {
		return true
	}
	if r.t.Is(f.last, ')') && f.first > 0 && r.t.Is(f.first-1, '(') && !f.percent {
		return f.first-1 == r.first || f.first-1 > r.first && (r.t.Is(f.first-2, ':') || r.t.Is(f.first-2, ';'))
	}
	return f.first > r.first && !f.ratio && !f.percent && numbered[strings.ToLower(r.t.Word(f.first-1))]
}

// numbered are the words behind which a number is a name.
var numbered = map[string]bool{"số": true, "phường": true, "quận": true, "vực": true, "phố": true, "thôn": true, "ấp": true, "xóm": true, "khóm": true, "tổ": true, "bản": true}

// reach is how many tokens a word of a congress reaches from a figure.
const reach = 6

// vocabularyNear reports whether a body, an organisation or an attribute stands
// within reach, or anywhere in the sentence of a figure that counts people or has no
// noun of its own: "Khối xã 218 đại biểu; lực lượng vũ trang 31".
func (r *reader) vocabularyNear(f *figure) bool {
	far := f.bare && !f.foreign || r.countsPeople(f)
	for k := range r.items {
		it := &r.items[k]
		if (far || it.first < f.last+reach && it.last > f.first-reach) && it.c().congress() {
			return true
		}
	}
	return false
}

// countsPeople reports whether a noun for persons stands right behind a figure.
func (r *reader) countsPeople(f *figure) bool {
	for k := range r.items {
		if r.items[k].first >= f.last {
			return r.items[k].first == f.last && r.items[k].c().head == "person"
		}
	}
	return false
}

// congress reports whether a cue is one of the words whose figures are measures.
func (c *cue) congress() bool {
	return c.body != "" && c.use != "actor" || c.org || c.isAttr() && c.form == "plain"
}

// unreadCells lists the figures of a table that no fact has, where the head of
// their column or the label of their row has congress words. from is the first
// fact of the table.
func (r *reader) unreadCells(g *grid, from int) {
	if !r.x.unread || g.head == 0 {
		return
	}
	read := map[int]bool{} // where figures that were read begin
	for _, f := range r.facts[from:] {
		read[f.Span.Start] = true
	}
	heads := make([]bool, len(g.at[0]))
	for x := range heads {
		for row := 0; row < g.head && !heads[x]; row++ {
			heads[x] = r.congressIn(g.cell(row, x))
		}
	}
	for i := range g.cells {
		c := &g.cells[i]
		if c.kind != figures || c.row < g.head || read[c.digits.Start] || c.row < len(g.rows) && g.rows[c.row].part {
			continue
		}
		if heads[min(c.col, len(heads)-1)] || c.col > 0 && g.labelled(c) {
			r.unread(c.digits, c.value)
		}
	}
}

// labelled reports whether the words at the begin of a cell's row are of a
// congress.
func (g *grid) labelled(c *cell) bool {
	for x := range c.col {
		if d := g.cell(c.row, x); d.kind == words {
			return g.r.congressIn(d)
		}
	}
	return false
}

func (r *reader) congressIn(c *cell) bool {
	for _, h := range r.t.HitsIn(r.x.words.class, c.first, c.last) {
		if r.x.words.of[h.Value].congress() {
			return true
		}
	}
	return false
}

// unread lists one figure, or counts it where there are too many.
func (r *reader) unread(span report.Span, value float64) {
	if r.silent.listed == mostUnread {
		if r.silent.more == 0 {
			r.silent.next = span
		}
		r.silent.more++
		return
	}
	r.silent.listed++
	s := r.t.Doc.At(span)
	r.unreadFinding(span, report.Number(value), report.Label{
		VI: "Số " + s + " đứng gần từ ngữ về đại hội nhưng chưa được đọc thành số liệu",
		EN: "The number " + s + " stands near words of a congress and no rule has read it",
	})
}

// leftOut says how many figures are not listed.
func (r *reader) leftOut() {
	if r.silent.more == 0 {
		return
	}
	n, most := strconv.Itoa(r.silent.more), strconv.Itoa(mostUnread)
	r.unreadFinding(r.silent.next, report.Value{}, report.Label{
		VI: "Từ đây còn " + n + " số đứng gần từ ngữ về đại hội nhưng chưa được đọc; chỉ liệt kê " + most + " số đầu của mỗi văn bản",
		EN: "From here on " + n + " more numbers stand near words of a congress and were not read; the first " + most + " of a document are listed",
	})
}

func (r *reader) unreadFinding(span report.Span, stated report.Value, message report.Label) {
	out := report.Fact{Table: "findings", Rule: "unread_figure", Span: span, Fields: r.t.Room(4)}
	out.Set("kind", report.Text("unread_figure"))
	out.Set("severity", report.Text("info"))
	out.Set("message", message.Said())
	if !stated.IsNull() {
		out.Set("stated", stated)
	}
	r.emit(out)
}
