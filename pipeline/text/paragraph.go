package text

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// paragraph is a report.Part on its way to becoming a block.
type paragraph struct {
	report.Part
	text   string
	doubts []report.Doubt // offsets in text
	first  int            // index of the first part it comes from
	last   int            // and of the last
	line   string         // the decoded text before cleaning, of printed lines
	indent int            // spaces before the first letter, in lines of text
	gap    bool           // a blank line stood before it
	how    decision
}

// decision is how the letters of a paragraph were read.
type decision struct {
	fonts    []string
	encoding string // "" when the letters were right already
	by       string // "font" or "syllables"
	split    bool   // a heading was parted from its first sentence, or a file header from its text
}

// absorb takes over what q knows besides its text, which now starts at shift.
func (p *paragraph) absorb(q *paragraph, shift int) {
	for _, d := range q.doubts {
		d.Start += shift
		d.End += shift
		p.doubts = append(p.doubts, d)
	}
	p.last = max(p.last, q.last)
	p.Bold = p.Bold && q.Bold
	p.Centre = p.Centre && q.Centre
	for _, f := range q.how.fonts {
		p.how.addFont(f)
	}
	if p.how.encoding == "" {
		p.how.encoding, p.how.by = q.how.encoding, q.how.by
	}
}

// cut parts the paragraph at a byte offset and returns the second half; both
// are trimmed at the cut.
func (p *paragraph) cut(at int) *paragraph {
	q := *p
	rest := strings.TrimLeft(p.text[at:], " ")
	from := len(p.text) - len(rest)
	p.text, q.text = strings.TrimRight(p.text[:at], " "), rest
	p.doubts, q.doubts = splitDoubts(p.doubts, len(p.text), from)
	p.how.split, q.how.split = true, true
	q.Label = ""
	return &q
}

// splitDoubts deals doubts out to the texts before end and after from.
func splitDoubts(doubts []report.Doubt, end, from int) (before, after []report.Doubt) {
	for _, d := range doubts {
		if d.Start < end {
			before = append(before, report.Doubt{Span: report.Span{Start: d.Start, End: min(d.End, end)}, Confidence: d.Confidence})
		}
		if d.End > from {
			after = append(after, report.Doubt{Span: report.Span{Start: max(d.Start, from) - from, End: d.End - from}, Confidence: d.Confidence})
		}
	}
	return before, after
}

func (d *decision) addFont(font string) {
	if font == "" {
		return
	}
	if slices.Contains(d.fonts, font) {
		return
	}
	d.fonts = append(d.fonts, font)
}
