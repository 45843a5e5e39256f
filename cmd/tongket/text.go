package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/text"
)

func (a *app) textCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "text FILE…",
		Example: "  tongket text bao-cao-vntime.doc\n  tongket text --json *.docx | jq .blocks",
		Args:    arguments(1, -1),
	}
	s := a.addSettings(c, "passwords", "ocr")
	c.Flags().BoolVar(&asJSON, "json", false, "")
	c.RunE = func(c *cobra.Command, args []string) error {
		settings, err := s.read()
		if err != nil {
			return err
		}
		h, err := build(settings)
		if err != nil {
			return err
		}
		defer roomy(int64(settings.Limits.Bytes))()
		return a.eachNamed(args, func(name string) error {
			doc, raw, err := a.readNamed(c.Context(), h, name)
			if err != nil {
				return err
			}
			return printText(c.Context(), a.out, doc, raw, asJSON)
		})
	}
	return c
}

// readNamed reads a document that is to be shown. What was not read, or not
// whole, is said.
func (a *app) readNamed(ctx context.Context, h *house, name string) (*report.Document, *report.Raw, error) {
	doc, raw, err := a.one(ctx, h, name)
	if _, ok := errors.AsType[*usageError](err); ok || err != nil && ctx.Err() != nil {
		return nil, nil, err
	}
	if err != nil {
		a.sayTrouble(h, name, err)
		return nil, nil, &someFailed{1}
	}
	if raw.Err != nil {
		a.sayTrouble(h, name, raw.Err)
	}
	return doc, raw, nil
}

// sayTrouble says why a file was not read, and what to do.
func (a *app) sayTrouble(h *house, name string, err error) {
	f, ok := errors.AsType[*report.Failure](err)
	if !ok {
		f = &report.Failure{Err: err}
	}
	trouble := []string{name}
	if f.Reason != "" {
		trouble = append(trouble, h.said("reason", string(f.Reason)))
	}
	if f.Err != nil {
		trouble = append(trouble, report.Translate(a.lang, f.Err.Error()))
	}
	fmt.Fprintf(a.err, "tongket: %s\n", printable(strings.Join(trouble, ": ")))
	if hint := f.Hint().In(a.lang); hint != "" {
		fmt.Fprintf(a.err, "  %s\n", hint)
	}
}

// said is a code of a column of the table documents in words.
func (h *house) said(column, code string) string {
	return h.profile.Table("documents").Column(column).Shown(h.settings.Lang, code)
}

func printText(ctx context.Context, w io.Writer, doc *report.Document, raw *report.Raw, asJSON bool) error {
	if !asJSON {
		_, err := fmt.Fprintln(w, doc.Text)
		return err
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	how, err := text.Explain(ctx, raw)
	if err != nil {
		return err
	}
	return e.Encode(jsonDocument(doc, how))
}

// The JSON of `tongket text --json`. Offsets are code points of text.
type textJSON struct {
	Path   string      `json:"path"`
	DocID  string      `json:"doc_id"`
	Sum    string      `json:"sha256"`
	Media  string      `json:"media"`
	Pages  int         `json:"pages,omitempty"`
	Meta   []metaJSON  `json:"metadata,omitempty"`
	Notes  []noteJSON  `json:"notes,omitempty"`
	Broken int         `json:"broken_words,omitempty"` // whose letters are lost
	Text   string      `json:"text"`
	Blocks []blockJSON `json:"blocks"`
}

type metaJSON struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

type noteJSON struct {
	Code string `json:"code"`
	Text string `json:"text,omitempty"`
}

type blockJSON struct {
	Kind    string    `json:"kind"`
	Start   int       `json:"start"`
	End     int       `json:"end"`
	Level   int       `json:"level,omitempty"`
	Page    int       `json:"page,omitempty"`
	Label   string    `json:"label,omitempty"`
	Section *int      `json:"section,omitempty"` // number of the heading's block
	Cell    *cellJSON `json:"cell,omitempty"`
	Bold    bool      `json:"bold,omitempty"`
	Centre  bool      `json:"centre,omitempty"`
	// How the letters were read: the fonts, the old encoding and what told it
	// (font, syllables or document).
	Fonts    []string `json:"fonts,omitempty"`
	Encoding string   `json:"encoding,omitempty"`
	By       string   `json:"by,omitempty"`
	Text     string   `json:"text"`
}

type cellJSON struct {
	Table   int `json:"table"`
	Row     int `json:"row"`
	Col     int `json:"col"`
	RowSpan int `json:"row_span"`
	ColSpan int `json:"col_span"`
}

func jsonDocument(doc *report.Document, how *text.Result) textJSON {
	out := textJSON{
		Path: doc.Path, DocID: doc.ID(), Sum: doc.Sum, Media: doc.Media, Pages: doc.Pages, Text: doc.Text,
		Broken: how.Damage.Broken, Blocks: []blockJSON{},
	}
	for _, m := range doc.Meta {
		out.Meta = append(out.Meta, metaJSON(m))
	}
	for _, n := range doc.Notes {
		out.Notes = append(out.Notes, noteJSON(n))
	}
	runes := report.NewRunes(doc.Text)
	for i, b := range doc.Blocks {
		x := blockJSON{
			Kind: b.Kind.String(), Start: runes.At(b.Start), End: runes.At(b.End), Level: b.Level, Page: b.Page, Label: b.Label,
			Bold: b.Bold, Centre: b.Centre, Text: doc.At(b.Span),
		}
		if i < len(how.Decisions) {
			d := how.Decisions[i]
			x.Fonts, x.Encoding, x.By = d.Fonts, d.Encoding, d.By
		}
		if b.Section >= 0 {
			x.Section = &b.Section
		}
		if c := b.Cell; c.Table > 0 {
			x.Cell = &cellJSON{c.Table, c.Row, c.Col, c.RowSpan, c.ColSpan}
		}
		out.Blocks = append(out.Blocks, x)
	}
	return out
}
