package scan

import (
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Plain makes a document of text whose every line is a paragraph of one
// sentence. It is for tests and examples of kinds; real documents come from
// pipeline/text.
func Plain(text string) *report.Document {
	doc := &report.Document{Text: text}
	start := 0
	for line := range strings.Lines(text) {
		s := report.Span{Start: start, End: start + len(strings.TrimSuffix(line, "\n"))}
		doc.Blocks = append(doc.Blocks, report.Block{Span: s, Section: -1})
		doc.Sentences = append(doc.Sentences, report.Sentence{Span: s, Block: len(doc.Blocks) - 1})
		start += len(line)
	}
	return doc
}
