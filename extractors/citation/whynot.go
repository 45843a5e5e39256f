package citation

import (
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// WhyNot says why a sentence with a word for a kind of document cites none.
func (x *Extractor) WhyNot(t *scan.Text, first, last int32) []report.Label {
	var out []report.Label
	numbers := false
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind != scan.Number {
			continue
		}
		numbers = true
		c, ok := x.symbol(t, i)
		if !ok {
			c, ok = x.bare(t, i)
		}
		switch {
		case ok:
			out = append(out, report.Label{
				VI: "viện dẫn " + c.symbol + " đã có dòng ở lần nêu đầu tiên", EN: c.symbol + " has its row where it is cited first",
			})
		case own(t, i):
			out = append(out, report.Label{VI: "số " + t.Word(i) + " là số của chính văn bản", EN: "number " + t.Word(i) + " is the document's own"})
		}
	}
	switch {
	case !numbers:
		out = append(out, report.Label{VI: "không có số nào sau tên loại văn bản", EN: "no number stands behind the kind of document"})
	case len(out) == 0:
		out = append(out, report.Label{VI: "số trong câu không đứng sau tên loại văn bản, và không có ký hiệu", EN: "no number in the sentence stands behind a kind of document or has a symbol"})
	}
	return out
}
