package text

import (
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// doubtBelow is the word confidence of an OCR engine under which a word is
// kept as a doubt. Tesseract gives words that it read right 90 and more nearly
// always; its mistakes lie between 20 and 85.
const doubtBelow = 85

func doubtful(runs []report.Run) bool {
	for _, r := range runs {
		if r.Confidence != 0 && r.Confidence < doubtBelow {
			return true
		}
	}
	return false
}

// findDoubts returns the places of doubtful runs in the canonical text of their
// paragraph. It walks the text run by run; where a run cannot be found (a mark
// whose letter stands in the run before), the lowest confidence covers the
// whole paragraph: too much is flagged rather than the wrong word.
func findDoubts(text string, runs []report.Run) []report.Doubt {
	if text == "" {
		return nil
	}
	var out []report.Doubt
	var low uint8
	found, pos := true, 0
	for _, r := range runs {
		word := Clean(r.Text)
		weak := r.Confidence != 0 && r.Confidence < doubtBelow
		if weak && (low == 0 || r.Confidence < low) {
			low = r.Confidence
		}
		i := strings.Index(text[pos:], word)
		if i < 0 || strings.Trim(text[pos:pos+i], " ") != "" {
			found = false
			continue
		}
		if weak && word != "" {
			out = append(out, report.Doubt{Span: report.Span{Start: pos + i, End: pos + i + len(word)}, Confidence: r.Confidence})
		}
		pos += i + len(word)
	}
	if !found {
		return []report.Doubt{{Span: report.Span{End: len(text)}, Confidence: low}}
	}
	return out
}
