package journal

import (
	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
)

// formatDocument is the version of the encoding below.
const formatDocument = 2

// encodeDocument writes a document without its path: the same bytes may stand
// under several.
func encodeDocument(e *codec.Encoder, d *report.Document) {
	e.Byte(formatDocument)
	e.String(d.Sum)
	e.String(d.Media)
	e.String(d.Text)
	e.Int(d.Pages)
	e.Uint(uint64(len(d.Blocks)))
	at := 0
	for i := range d.Blocks {
		encodeBlock(e, &d.Blocks[i], at)
		at = d.Blocks[i].End
	}
	e.Uint(uint64(len(d.Sentences)))
	at, block := 0, 0
	for _, s := range d.Sentences {
		e.Int(s.Start - at)
		e.Int(s.End - s.Start)
		e.Int(s.Block - block)
		at, block = s.End, s.Block
	}
	e.Uint(uint64(len(d.Doubts)))
	for _, x := range d.Doubts {
		e.Int(x.Start)
		e.Int(x.Len())
		e.Byte(x.Confidence)
	}
	e.Uint(uint64(len(d.Meta)))
	for _, m := range d.Meta {
		e.String(m.Key)
		e.String(m.Value)
	}
	e.Uint(uint64(len(d.Notes)))
	for _, n := range d.Notes {
		e.String(n.Code)
		e.String(n.Text)
	}
}

// The bits of a block's look.
const (
	lookBold = 1 << iota
	lookCentre
	lookCell
	lookBorderless
)

func encodeBlock(e *codec.Encoder, b *report.Block, at int) {
	look := byte(0)
	if b.Bold {
		look |= lookBold
	}
	if b.Centre {
		look |= lookCentre
	}
	if b.Cell != (report.Cell{}) {
		look |= lookCell
	}
	if b.Cell.Borderless {
		look |= lookBorderless
	}
	e.Byte(byte(b.Kind))
	e.Byte(look)
	for _, n := range []int{b.Start - at, b.Len(), b.Level, b.Page, b.Section} {
		e.Int(n)
	}
	e.String(b.Label)
	if look&lookCell != 0 {
		c := &b.Cell
		for _, n := range []int{c.Table, c.Row, c.Col, c.RowSpan, c.ColSpan} {
			e.Int(n)
		}
	}
}

// decodeDocument reads what encodeDocument wrote.
func decodeDocument(data string) (*report.Document, error) {
	d := codec.Decode(data)
	if d.Byte() != formatDocument {
		return nil, ErrDamaged
	}
	doc := &report.Document{Sum: d.String(), Media: d.String(), Text: d.String(), Pages: d.Int()}
	doc.Blocks = make([]report.Block, d.Count())
	at := 0
	for i := range doc.Blocks {
		decodeBlock(d, &doc.Blocks[i], at)
		at = doc.Blocks[i].End
	}
	doc.Sentences = make([]report.Sentence, d.Count())
	at, block := 0, 0
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		s.Start = at + d.Int()
		s.End = s.Start + d.Int()
		s.Block = block + d.Int()
		at, block = s.End, s.Block
	}
	for range d.Count() {
		s := d.Int()
		doc.Doubts = append(doc.Doubts, report.Doubt{Span: report.Span{Start: s, End: s + d.Int()}, Confidence: d.Byte()})
	}
	for range d.Count() {
		doc.Meta = append(doc.Meta, report.Meta{Key: d.String(), Value: d.String()})
	}
	for range d.Count() {
		doc.Notes = append(doc.Notes, report.Note{Code: d.String(), Text: d.String()})
	}
	if err := d.Err(); err != nil {
		return nil, err
	}
	return doc, check(doc)
}

// decodeText reads the sum and the text alone.
func decodeText(data string) (sum, text string, err error) {
	d := codec.Decode(data)
	if d.Byte() != formatDocument {
		return "", "", ErrDamaged
	}
	sum, _, text = d.String(), d.String(), d.String()
	if d.Bad() {
		err = ErrDamaged
	}
	return sum, text, err
}

// check refuses a document whose spans would make a reader of it panic.
func check(doc *report.Document) error {
	inside := func(s report.Span) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= len(doc.Text) }
	for i, b := range doc.Blocks {
		if !inside(b.Span) || b.Section < -1 || b.Section >= len(doc.Blocks) || b.Section == i {
			return ErrDamaged
		}
	}
	for _, s := range doc.Sentences {
		if !inside(s.Span) || s.Block < 0 || s.Block >= len(doc.Blocks) {
			return ErrDamaged
		}
	}
	for _, x := range doc.Doubts {
		if !inside(x.Span) {
			return ErrDamaged
		}
	}
	return nil
}

func decodeBlock(d *codec.Decoder, b *report.Block, at int) {
	b.Kind = report.Kind(d.Byte())
	look := d.Byte()
	b.Bold, b.Centre = look&lookBold != 0, look&lookCentre != 0
	b.Start = at + d.Int()
	b.End = b.Start + d.Int()
	b.Level, b.Page, b.Section = d.Int(), d.Int(), d.Int()
	b.Label = d.String()
	if look&lookCell != 0 {
		b.Cell = report.Cell{
			Table: d.Int(), Row: d.Int(), Col: d.Int(), RowSpan: d.Int(), ColSpan: d.Int(),
			Borderless: look&lookBorderless != 0,
		}
	}
}
