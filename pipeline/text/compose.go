package text

import (
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// compose lays paragraphs out as the text and blocks of a document.
//
// Between two blocks stands one separator: "\t" when they are cells of one table
// row, "\n" otherwise.
func compose(ps []*paragraph) *report.Document {
	size, doubts := 0, 0
	for _, p := range ps {
		size += len(p.text) + 1
		doubts += len(p.doubts)
	}
	var b strings.Builder
	b.Grow(size)
	doc := &report.Document{Blocks: make([]report.Block, 0, len(ps)), Doubts: make([]report.Doubt, 0, doubts)}
	for i, p := range ps {
		if i > 0 {
			b.WriteByte(separator(ps[i-1], p))
		}
		start := b.Len()
		b.WriteString(p.text)
		doc.Blocks = append(doc.Blocks, report.Block{
			Span: report.Span{Start: start, End: b.Len()}, Kind: p.Kind, Level: p.Level, Page: p.Page,
			Label: p.Label, Cell: p.Cell, Bold: p.Bold, Centre: p.Centre, Section: -1,
		})
		for _, d := range p.doubts {
			d.Start, d.End = d.Start+start, d.End+start
			doc.Doubts = append(doc.Doubts, d)
		}
	}
	doc.Text = b.String()
	return doc
}

// visibleParagraphs drops what has no text, but for one paragraph of each
// empty cell: it becomes a block of no length, so that the grid stays known.
func visibleParagraphs(ps []*paragraph) []*paragraph {
	out := make([]*paragraph, 0, len(ps))
	for i, p := range ps {
		if p.text != "" {
			out = append(out, p)
			continue
		}
		if p.Kind != report.TableCell || p.Cell.Table == 0 {
			continue
		}
		before := len(out) > 0 && out[len(out)-1].Cell.Same(p.Cell)
		after := i+1 < len(ps) && ps[i+1].Cell.Same(p.Cell)
		if !before && !after {
			out = append(out, p)
		}
	}
	return out
}

func separator(p, q *paragraph) byte {
	if a, b := p.Cell, q.Cell; a.Table != 0 && a.Table == b.Table && a.Row == b.Row && a.Col != b.Col {
		return '\t'
	}
	return '\n'
}
