package text

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Normalise returns the canonical document of what a reader found. path and
// sum are the Blob's path and the SHA-256 of its bytes in hex.
//
// It fails with report.Empty when there is no text, with report.Garbled when
// the text is damaged beyond use, with raw.Err when reading ended before any
// text, and with the context's cause when that ends. Damage in parts is a note
// with the code "damaged".
func Normalise(ctx context.Context, path, sum string, raw *report.Raw) (*report.Document, error) {
	result, err := Explain(ctx, raw)
	if err != nil {
		return nil, err
	}
	doc := result.Document
	doc.Path, doc.Sum = path, sum
	return doc, nil
}

// Explain is Normalise with the decisions it took, for people who ask why a
// paragraph reads as it does. The document has neither path nor sum.
func Explain(ctx context.Context, raw *report.Raw) (*Result, error) {
	ps, err := decode(ctx, raw)
	if err != nil {
		return nil, err
	}
	if raw.Wrapped {
		ps = unwrap(ps)
	}
	ps = structure(splitFileHeader(ps))
	doc := compose(ps)
	if strings.TrimSpace(doc.Text) == "" {
		return nil, noText(raw)
	}
	linkSections(doc)
	addSentences(doc)
	doc.Media, doc.Meta, doc.Pages = raw.Media, raw.Meta, raw.Pages
	doc.Notes = append(doc.Notes, raw.Notes...)
	return &Result{Document: doc}, nil
}

// noText says why there is nothing to read.
func noText(raw *report.Raw) error {
	if raw.Err != nil {
		return fmt.Errorf("no text before reading stopped: %w", raw.Err)
	}
	return report.Because(report.Empty, errors.New("no text in the document"))
}

// Result is a document and how it came about.
type Result struct {
	Document *report.Document
}

// lookEvery is how many parts pass between two looks at the context.
const lookEvery = 256

// decode reads the letters of every part.
func decode(ctx context.Context, raw *report.Raw) ([]*paragraph, error) {
	ps := make([]*paragraph, len(raw.Parts))
	all := make([]paragraph, len(raw.Parts))
	for i, part := range raw.Parts {
		if i%lookEvery == 0 && ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		all[i] = paragraph{Part: part, first: i, last: i}
		all[i].read()
		ps[i] = &all[i]
	}
	return ps, nil
}

// read fills the paragraph's text and doubts from its runs.
func (p *paragraph) read() {
	text := p.Part.Text()
	p.indent = len(text) - len(strings.TrimLeft(text, " "))
	p.text = Clean(text)
	if p.doubtful() {
		p.readDoubts()
	}
	p.Runs = nil
}
