package measure

import "github.com/tongket/tongket/pipeline/report"

// unreadFigures lists what no rule could read although congress words stand
// beside it.
func (r *reader) unreadFigures() {
	if !r.x.unread {
		return
	}
	for _, f := range r.figs {
		if f.claimed || f.reason != "" || !r.vocabularyNear(f) {
			continue
		}
		span := r.t.Span(f.first, f.last)
		out := report.Fact{Table: "findings", Rule: "unread_figure", Span: span, Fields: r.t.Room(4)}
		out.Set("kind", report.Text("unread_figure"))
		out.Set("severity", report.Text("info"))
		out.Set("message", report.Label{
			VI: "Số " + r.t.Doc.At(span) + " đứng gần từ ngữ về đại hội nhưng chưa được đọc thành số liệu",
			EN: "The number " + r.t.Doc.At(span) + " stands near words of a congress and no rule has read it",
		}.Said())
		out.Set("stated", report.Number(f.value))
		r.emit(out)
	}
}

// vocabularyNear reports whether a body or attribute stands within six tokens.
func (r *reader) vocabularyNear(f *figure) bool {
	for k := range r.items {
		it := &r.items[k]
		c := it.c()
		if (c.body != "" && c.use != "actor" || c.isAttr() && c.form == "plain") && it.first < f.last+6 && it.last > f.first-6 {
			return true
		}
	}
	return false
}
