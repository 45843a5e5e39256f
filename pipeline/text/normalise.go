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
	_, doc, err := build(ctx, raw)
	if err != nil {
		return nil, err
	}
	if _, err := finish(doc); err != nil {
		return nil, err
	}
	doc.Path, doc.Sum = path, sum
	return doc, nil
}

// Explain is Normalise with the decisions it took, for people who ask why a
// paragraph reads as it does. The document has neither path nor sum, and a
// garbled one is returned together with the error.
func Explain(ctx context.Context, raw *report.Raw) (*Result, error) {
	ps, doc, err := build(ctx, raw)
	if err != nil {
		return nil, err
	}
	damage, err := finish(doc)
	return &Result{Document: doc, Decisions: decisions(ps), Damage: damage}, err
}

// build takes the steps from parts to blocks; paragraphs and blocks of the
// result correspond.
func build(ctx context.Context, raw *report.Raw) ([]*paragraph, *report.Document, error) {
	ps, notes, err := decode(ctx, raw)
	if err != nil {
		return nil, nil, err
	}
	if raw.Wrapped {
		markFurniture(ps)
		ps = unwrap(splitColumns(ps))
	}
	ps = visibleParagraphs(structure(splitFileHeader(ps)))
	doc := compose(ps)
	if strings.TrimSpace(doc.Text) == "" {
		return nil, nil, noText(raw)
	}
	doc.Media, doc.Meta, doc.Pages = raw.Media, raw.Meta, raw.Pages
	doc.Notes = append(append(doc.Notes, raw.Notes...), notes...)
	return ps, doc, nil
}

// finish judges the text and adds what stands on it.
func finish(doc *report.Document) (Damage, error) {
	damage := Inspect(doc.Text)
	note, err := judge(damage)
	if err != nil {
		return damage, err
	}
	if note != nil {
		doc.Notes = append(doc.Notes, *note)
	}
	linkSections(doc)
	addSentences(doc)
	return damage, nil
}

// noText says why there is nothing to read.
func noText(raw *report.Raw) error {
	if raw.Err != nil {
		return fmt.Errorf("no text before reading stopped: %w", raw.Err)
	}
	return report.Because(report.Empty, errors.New("no text in the document"))
}
