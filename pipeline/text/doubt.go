package text

import (
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	"golang.org/x/text/unicode/norm"
)

// doubtBelow is the word confidence of an OCR engine under which a word is
// kept as a doubt. Tesseract gives words that it read right 90 and more nearly
// always; its mistakes lie between 20 and 85.
const doubtBelow = 85

func (p *paragraph) doubtful() bool {
	for _, r := range p.Runs {
		if r.Confidence != 0 && r.Confidence < doubtBelow {
			return true
		}
	}
	return false
}

// readDoubts reads the runs one by one, so that the place of each doubtful one
// is known. Where cleaning across runs changes more than each run alone (a mark
// whose letter stands in the run before), the lowest confidence covers the
// whole paragraph: too much is flagged rather than the wrong word.
func (p *paragraph) readDoubts() {
	var b strings.Builder
	var low uint8
	for _, r := range p.Runs {
		s := clean(r.Text)
		if text := b.String(); text == "" || text[len(text)-1] == ' ' {
			s = strings.TrimLeft(s, " ")
		}
		start := b.Len()
		b.WriteString(s)
		if s = strings.TrimRight(s, " "); r.Confidence == 0 || r.Confidence >= doubtBelow || s == "" {
			continue
		}
		if low == 0 || r.Confidence < low {
			low = r.Confidence
		}
		p.doubts = append(p.doubts, report.Doubt{Span: report.Span{Start: start, End: start + len(s)}, Confidence: r.Confidence})
	}
	if joined := strings.TrimRight(b.String(), " "); joined == p.text && norm.NFC.IsNormalString(joined) {
		return
	}
	p.doubts = nil
	if p.text != "" {
		p.doubts = []report.Doubt{{Span: report.Span{End: len(p.text)}, Confidence: low}}
	}
}
