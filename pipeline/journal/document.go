package journal

import "github.com/tongket/tongket/pipeline/report"

// formatDocument is the version of the encoding below.
const formatDocument = 1

// encodeDocument writes a document without its path: the same bytes may stand
// under several.
func encodeDocument(d *report.Document) []byte {
	e := encoder{b: make([]byte, 0, len(d.Text)+16*len(d.Blocks)+4*len(d.Sentences)+256)}
	e.byte(formatDocument)
	e.string(d.Sum)
	e.string(d.Media)
	e.string(d.Text)
	e.int(d.Pages)
	e.uint(uint64(len(d.Blocks)))
	at := 0
	for i := range d.Blocks {
		e.block(&d.Blocks[i], at)
		at = d.Blocks[i].End
	}
	e.uint(uint64(len(d.Sentences)))
	at, block := 0, 0
	for _, s := range d.Sentences {
		e.int(s.Start - at)
		e.int(s.End - s.Start)
		e.int(s.Block - block)
		at, block = s.End, s.Block
	}
	e.uint(uint64(len(d.Doubts)))
	for _, x := range d.Doubts {
		e.int(x.Start)
		e.int(x.Len())
		e.byte(x.Confidence)
	}
	e.uint(uint64(len(d.Meta)))
	for _, m := range d.Meta {
		e.string(m.Key)
		e.string(m.Value)
	}
	e.uint(uint64(len(d.Notes)))
	for _, n := range d.Notes {
		e.string(n.Code)
		e.string(n.Text)
	}
	return e.b
}

// The bits of a block's look.
const (
	lookBold = 1 << iota
	lookCentre
	lookCell
	lookBorderless
)

func (e *encoder) block(b *report.Block, at int) {
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
	e.byte(byte(b.Kind))
	e.byte(look)
	for _, n := range []int{b.Start - at, b.Len(), b.Level, b.Page, b.Section} {
		e.int(n)
	}
	e.string(b.Label)
	if look&lookCell != 0 {
		c := &b.Cell
		for _, n := range []int{c.Table, c.Row, c.Col, c.RowSpan, c.ColSpan} {
			e.int(n)
		}
	}
}

// decodeDocument reads what encodeDocument wrote.
func decodeDocument(data string) (*report.Document, error) {
	d := decoder{s: data}
	if d.byte() != formatDocument {
		return nil, errFrame
	}
	doc := &report.Document{Sum: d.string(), Media: d.string(), Text: d.string(), Pages: d.int()}
	doc.Blocks = make([]report.Block, d.count())
	at := 0
	for i := range doc.Blocks {
		d.block(&doc.Blocks[i], at)
		at = doc.Blocks[i].End
	}
	doc.Sentences = make([]report.Sentence, d.count())
	at, block := 0, 0
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		s.Start = at + d.int()
		s.End = s.Start + d.int()
		s.Block = block + d.int()
		at, block = s.End, s.Block
	}
	for range d.count() {
		s := d.int()
		doc.Doubts = append(doc.Doubts, report.Doubt{Span: report.Span{Start: s, End: s + d.int()}, Confidence: d.byte()})
	}
	for range d.count() {
		doc.Meta = append(doc.Meta, report.Meta{Key: d.string(), Value: d.string()})
	}
	for range d.count() {
		doc.Notes = append(doc.Notes, report.Note{Code: d.string(), Text: d.string()})
	}
	if err := d.err(); err != nil {
		return nil, err
	}
	return doc, check(doc)
}

// check refuses a document whose spans would make a reader of it panic.
func check(doc *report.Document) error {
	inside := func(s report.Span) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= len(doc.Text) }
	for i, b := range doc.Blocks {
		if !inside(b.Span) || b.Section < -1 || b.Section >= len(doc.Blocks) || b.Section == i {
			return errFrame
		}
	}
	for _, s := range doc.Sentences {
		if !inside(s.Span) || s.Block < 0 || s.Block >= len(doc.Blocks) {
			return errFrame
		}
	}
	for _, x := range doc.Doubts {
		if !inside(x.Span) {
			return errFrame
		}
	}
	return nil
}

func (d *decoder) block(b *report.Block, at int) {
	b.Kind = report.Kind(d.byte())
	look := d.byte()
	b.Bold, b.Centre = look&lookBold != 0, look&lookCentre != 0
	b.Start = at + d.int()
	b.End = b.Start + d.int()
	b.Level, b.Page, b.Section = d.int(), d.int(), d.int()
	b.Label = d.string()
	if look&lookCell != 0 {
		b.Cell = report.Cell{
			Table: d.int(), Row: d.int(), Col: d.int(), RowSpan: d.int(), ColSpan: d.int(),
			Borderless: look&lookBorderless != 0,
		}
	}
}
