package scan

import (
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// Plain makes a document of text whose every line is a paragraph, and whose
// sentences end at a full stop before a capital. It is for tests and examples
// of kinds; real documents come from pipeline/text, which knows abbreviations,
// headings and tables.
func Plain(text string) *report.Document {
	doc := &report.Document{Text: text}
	start := 0
	for line := range strings.Lines(text) {
		end := start + len(strings.TrimSuffix(line, "\n"))
		doc.Blocks = append(doc.Blocks, report.Block{Span: report.Span{Start: start, End: end}, Section: -1})
		plainSentences(doc, start, end)
		start += len(line)
	}
	return doc
}

func plainSentences(doc *report.Document, start, end int) {
	block := len(doc.Blocks) - 1
	for i := start; i < end; i++ {
		if c := doc.Text[i]; c != '.' && c != '!' && c != '?' || i+2 >= end || doc.Text[i+1] != ' ' {
			continue
		}
		r, _ := utf8.DecodeRuneInString(doc.Text[i+2 : end])
		if i-start < 3 || !isUpper(r) {
			continue
		}
		doc.Sentences = append(doc.Sentences, report.Sentence{Span: report.Span{Start: start, End: i + 1}, Block: block})
		start = i + 2
	}
	if start < end {
		doc.Sentences = append(doc.Sentences, report.Sentence{Span: report.Span{Start: start, End: end}, Block: block})
	}
}
