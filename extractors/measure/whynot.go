package measure

import (
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/extractors/scope"
	"github.com/tongket/tongket/pipeline/report"
)

// WhyNot says why a sentence with words of congress figures gives no figure: the
// first of the conditions that fails, in the order in which they are asked.
func (x *Extractor) WhyNot(t *scan.Text, first, last int32) []report.Label {
	one := func(vi, en string) []report.Label { return []report.Label{{VI: vi, EN: en}} }
	if x.scope.Document(t) != scope.In {
		return one("văn bản không nói về đại hội Đảng (scope.tsv)", "the document is not about a Party congress (scope.tsv)")
	}
	if topic, at := x.scope.Range(t, first, last); topic != scope.In {
		w := t.String(at, min(at+3, last))
		return one("việc khác (scope.tsv): "+w+" …", "another matter (scope.tsv): "+w+" …")
	}
	numbers, bodies := false, ""
	for i := first; i < last; i++ {
		numbers = numbers || t.Tokens[i].Kind == scan.Number
	}
	for _, h := range t.HitsIn(x.words.class, first, last) {
		switch c := x.words.of[h.Value]; {
		case c.number:
			numbers = true
		case c.body != "" || c.org:
			bodies = t.String(h.First, h.Last)
		}
	}
	switch {
	case !numbers:
		return one("không có con số nào trong câu", "no number stands in the sentence")
	case bodies == "":
		return one("không có từ chỉ ai hoặc tổ chức nào được đếm (measure_bodies.tsv, measure_organisations.tsv)", "no word says who or what is counted (measure_bodies.tsv, measure_organisations.tsv)")
	}
	return one("con số không gắn được với “"+bodies+"”: là ngày, số thứ tự, số làm tròn nhắc lại, hoặc theo cách viết mà quy tắc không biết",
		"no number could be tied to “"+bodies+"”: it is a date, an ordinal, rounded and said exactly beside, or written in a way that no rule knows")
}
