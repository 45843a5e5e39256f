package identity

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// region is a part of the document and how much a word in it counts.
type region struct {
	first, last int32
	weight      int
	rank        int
}

// regions are the headline or subject, the lead (the next three paragraphs)
// and the body: a document says first what it is about.
func (v *vocabulary) regions(t *scan.Text) []region {
	return scan.Memo(t, &v.ofRegions, readRegions)
}

func readRegions(t *scan.Text, out []region) []region {
	out = out[:0]
	n := 0
	for i := range t.Doc.Blocks {
		b := &t.Doc.Blocks[i]
		if b.Len() == 0 || b.Kind == report.PageHeader || b.Kind == report.PageFooter || b.Kind == report.Caption {
			continue
		}
		first, last := t.Block(i)
		if first == last || furniture(t, b.Span, first, last) {
			continue
		}
		r := region{first, last, 1, rankBody}
		switch {
		case n == 0:
			r.weight, r.rank = 6, rankTitle
		case n <= 3:
			r.weight, r.rank = 3, rankLead
		}
		if b.Kind != report.FileHeader {
			n++
		}
		out = append(out, r)
	}
	return out
}

// furniture reports whether a line belongs to the page and not to its text: a
// menu parted by bars, a line of marks, a time stamp.
func furniture(t *scan.Text, line report.Span, first, last int32) bool {
	if s := t.Doc.At(line); strings.Count(s, "|") >= 2 || strings.Contains(s, "»") && !strings.Contains(s, "«") {
		return true // also "Trang chủ » Chính trị"
	}
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind == scan.Word {
			return false
		}
	}
	return true
}
