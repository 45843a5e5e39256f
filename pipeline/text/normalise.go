package text

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/tongket/tongket/pipeline/report"
)

// Normalise returns the canonical document of what a reader found. It fails
// with report.Empty when there is no text at all, and with the context's cause
// when that ends.
func Normalise(ctx context.Context, path, sum string, raw *report.Raw) (*report.Document, error) {
	parts := raw.Parts
	if raw.Wrapped {
		parts = join(parts)
	}
	w := writer{doc: &report.Document{
		Path: path, Sum: sum, Media: raw.Media, Meta: raw.Meta, Pages: raw.Pages, Notes: append([]report.Note{}, raw.Notes...),
	}}
	w.text.Grow(size(parts))
	first := true
	for i := range parts {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		line, doubts := w.clean(&parts[i])
		if first && line != "" {
			first = false
			if head, rest, ok := fileHeader(line); ok {
				w.block(&report.Part{Kind: report.FileHeader, Page: parts[i].Page}, head, nil)
				line, doubts = rest, nil
			}
		}
		if line == "" && parts[i].Kind != report.TableCell {
			continue
		}
		w.block(&parts[i], line, doubts)
	}
	w.doc.Text = w.text.String()
	if strings.TrimSpace(w.doc.Text) == "" {
		return nil, report.Becausef(report.Empty, "no text in %d parts", len(raw.Parts))
	}
	sections(w.doc)
	sentences(w.doc)
	return w.doc, nil
}

// writer lays blocks one after the other.
type writer struct {
	doc  *report.Document
	text strings.Builder
}

// block writes one block and the mark before it: a tab between cells of one
// table row, a line end elsewhere.
func (w *writer) block(p *report.Part, line string, doubts []report.Doubt) {
	if n := len(w.doc.Blocks); n > 0 {
		prev := &w.doc.Blocks[n-1]
		if p.Kind == report.TableCell && prev.Kind == report.TableCell && prev.Cell.Table == p.Cell.Table &&
			prev.Cell.Row == p.Cell.Row && prev.Cell.Col != p.Cell.Col {
			w.text.WriteByte('\t')
		} else {
			w.text.WriteByte('\n')
		}
	}
	start := w.text.Len()
	w.text.WriteString(line)
	for _, d := range doubts {
		w.doc.Doubts = append(w.doc.Doubts, report.Doubt{Span: report.Span{Start: start + d.Start, End: start + d.End}, Confidence: d.Confidence})
	}
	w.doc.Blocks = append(w.doc.Blocks, report.Block{
		Span: report.Span{Start: start, End: w.text.Len()}, Kind: p.Kind, Level: p.Level, Page: p.Page, Label: p.Label,
		Cell: p.Cell, Bold: p.Bold, Centre: p.Centre, Section: -1,
	})
}

// doubtful is the word confidence of OCR under which a word is kept as a doubt.
const doubtful = 90

// clean returns the text of a part in canonical form, with its doubtful words.
func (w *writer) clean(p *report.Part) (string, []report.Doubt) {
	if len(p.Runs) == 1 && p.Label == "" && p.Runs[0].Confidence == 0 {
		return Clean(p.Runs[0].Text), nil
	}
	var b strings.Builder
	var doubts []report.Doubt
	if p.Label != "" && !strings.HasPrefix(strings.TrimSpace(p.Text()), p.Label) {
		b.WriteString(p.Label)
		b.WriteByte(' ')
	}
	for _, r := range p.Runs {
		if r.Confidence == 0 || r.Confidence >= doubtful {
			b.WriteString(r.Text)
			continue
		}
		// Offsets hold only in cleaned text, so what stands before is cleaned
		// first; OCR runs are words.
		head := Clean(b.String() + "x")
		word := Clean(r.Text)
		if word != "" {
			start := len(head) - 1
			doubts = append(doubts, report.Doubt{Span: report.Span{Start: start, End: start + len(word)}, Confidence: r.Confidence})
		}
		b.WriteString(r.Text)
	}
	return Clean(b.String()), doubts
}

func size(parts []report.Part) int {
	n := 0
	for i := range parts {
		for _, r := range parts[i].Runs {
			n += len(r.Text)
		}
		n += len(parts[i].Label) + 2
	}
	return n
}

// Check proves what a Document promises: valid UTF-8 in NFC, blocks that tile
// the text, sentences inside their blocks and in order.
func Check(doc *report.Document) error {
	switch {
	case !utf8.ValidString(doc.Text):
		return fmt.Errorf("the text is not valid UTF-8")
	case !norm.NFC.IsNormalString(doc.Text):
		return fmt.Errorf("the text is not in NFC")
	}
	at := 0
	for i, b := range doc.Blocks {
		if i > 0 {
			if at >= len(doc.Text) || doc.Text[at] != '\n' && doc.Text[at] != '\t' {
				return fmt.Errorf("block %d: no separator before it", i)
			}
			at++
		}
		if b.Start != at || b.End < b.Start || b.End > len(doc.Text) {
			return fmt.Errorf("block %d: %d-%d, want it to begin at %d", i, b.Start, b.End, at)
		}
		if b.Section >= i {
			return fmt.Errorf("block %d: its section %d does not stand before it", i, b.Section)
		}
		at = b.End
	}
	if at != len(doc.Text) {
		return fmt.Errorf("the blocks end at %d of %d bytes", at, len(doc.Text))
	}
	last := 0
	for i, s := range doc.Sentences {
		if s.Block < 0 || s.Block >= len(doc.Blocks) || !doc.Blocks[s.Block].Contains(s.Span) || s.Start < last || s.End <= s.Start {
			return fmt.Errorf("sentence %d: %d-%d does not lie in its block, in order", i, s.Start, s.End)
		}
		last = s.End
	}
	return nil
}
