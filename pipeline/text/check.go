package text

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"golang.org/x/text/unicode/norm"
)

// Check reports every promise of a canonical document that doc breaks, nil
// when it keeps them all: valid UTF-8 in NFC, blocks that tile the text,
// sentences inside blocks and in order, sections that are headings above,
// doubts inside the text. Tests, fuzz targets and promise suites call it.
func Check(doc *report.Document) error {
	var faults []error
	if !utf8.ValidString(doc.Text) {
		faults = append(faults, errors.New("text: not valid UTF-8"))
	}
	if !norm.NFC.IsNormalString(doc.Text) {
		faults = append(faults, errors.New("text: not NFC"))
	}
	faults = append(faults, checkTiling(doc)...)
	faults = append(faults, checkSections(doc)...)
	faults = append(faults, checkSentences(doc)...)
	last := 0
	for i, d := range doc.Doubts {
		if d.Start < last || d.End < d.Start || d.End > len(doc.Text) {
			faults = append(faults, fmt.Errorf("doubt %d: %d to %d is out of order or outside the text", i, d.Start, d.End))
		}
		last = max(last, d.Start)
	}
	return errors.Join(faults...)
}

func checkTiling(doc *report.Document) (faults []error) {
	next := 0
	for i, b := range doc.Blocks {
		if b.Start != next || b.End < b.Start || b.End > len(doc.Text) {
			return append(faults, fmt.Errorf("block %d: %d to %d does not start at %d or leaves the text", i, b.Start, b.End, next))
		}
		if b.End < len(doc.Text) && doc.Text[b.End] != '\n' && doc.Text[b.End] != '\t' {
			faults = append(faults, fmt.Errorf("block %d: followed by %q, not by a separator", i, doc.Text[b.End]))
		}
		if err := checkBlock(doc, b); err != nil {
			faults = append(faults, fmt.Errorf("block %d: %w", i, err))
		}
		next = b.End + 1
	}
	if len(doc.Text) > 0 && next != len(doc.Text)+1 {
		faults = append(faults, fmt.Errorf("text: %d bytes, %d of them before the end of the last block", len(doc.Text), next-1))
	}
	return faults
}

func checkBlock(doc *report.Document, b report.Block) error {
	text := doc.At(b.Span)
	switch {
	case strings.ContainsAny(text, "\n\t\r"):
		return errors.New("a separator inside")
	case text != strings.TrimSpace(text):
		return errors.New("space at its ends")
	case text == "" && b.Kind != report.TableCell:
		return fmt.Errorf("an empty %s", b.Kind)
	case !strings.HasPrefix(text, b.Label):
		return fmt.Errorf("label %q is not at the start of its text", b.Label)
	}
	return nil
}

func checkSections(doc *report.Document) (faults []error) {
	for i, b := range doc.Blocks {
		if b.Section < -1 || b.Section >= i || b.Section >= 0 && doc.Blocks[b.Section].Kind != report.Heading {
			faults = append(faults, fmt.Errorf("block %d: section %d is no heading above it", i, b.Section))
		}
	}
	return faults
}

func checkSentences(doc *report.Document) (faults []error) {
	end, block := 0, 0
	for i, s := range doc.Sentences {
		switch {
		case s.Block < 0 || s.Block >= len(doc.Blocks):
			return append(faults, fmt.Errorf("sentence %d: no block %d", i, s.Block))
		case s.Block < block || s.Start < end:
			faults = append(faults, fmt.Errorf("sentence %d: out of order", i))
		case !doc.Blocks[s.Block].Contains(s.Span) || s.Len() <= 0:
			faults = append(faults, fmt.Errorf("sentence %d: %d to %d is empty or leaves its block", i, s.Start, s.End))
		case strings.TrimSpace(doc.At(s.Span)) != doc.At(s.Span):
			faults = append(faults, fmt.Errorf("sentence %d: space at its ends", i))
		}
		end, block = s.End, s.Block
	}
	return faults
}
