package docx

import (
	"strings"

	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// walker walks one member that holds text: the body, a header, the notes.
type walker struct {
	*document
	s      *xmlx.Scanner
	rels   []ooxml.Relation // of this member
	body   bool             // this is the body: it has pages and sections
	fields fields
	style  *style // of the paragraph that the walk is in
}

// place is where a paragraph stands. The zero place is the running text.
type place struct {
	kind report.Kind
	cell report.Cell
}

// passed are elements that hold no text of the page: properties, what changes
// took out, and the second of two forms of one thing.
func passed(name []byte) bool {
	switch string(name) {
	case "del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback",
		"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "smartTagPr", "customXmlPr", "fldData",
		"binData", "rt", "annotationRef", "footnotePr", "endnotePr", "spPr", "bodyPr":
		return true
	}
	return false
}

// blocks walks the children of the current element as paragraphs and tables.
func (w *walker) blocks(in place) {
	for w.s.Child() {
		w.block(in)
	}
}

// block walks one element that stands beside paragraphs.
func (w *walker) block(in place) {
	switch name := w.s.Name(); string(name) {
	case "p":
		w.paragraph(in)
	case "tbl":
		w.table()
	case "sectPr":
		w.endSection(readSection(w.s))
	case "altChunk":
		w.chunk()
	case "AlternateContent":
		w.choice(func() { w.block(in) })
	case "r", "oMath":
		w.loose(in)
	default:
		if passed(name) {
			w.s.Skip()
			return
		}
		w.blocks(in)
	}
}

// loose gives text that stands outside any paragraph one of its own.
func (w *walker) loose(in place) {
	if !w.begin(in) {
		return
	}
	w.inline(w.styles.defaults)
	w.out.End(false)
}

// choice walks the children of the first form of an <mc:AlternateContent>.
func (w *walker) choice(each func()) {
	chosen := false
	for w.s.Child() {
		name := string(w.s.Name())
		if chosen || name != "Choice" && name != "Fallback" {
			w.s.Skip()
			continue
		}
		chosen = true
		for w.s.Child() {
			each()
		}
	}
}

// begin opens a part, and stops the walk when there are too many.
func (w *walker) begin(in place) bool {
	if w.out.Full() {
		w.s.Stop(w.config.Limits.TooMany())
		return false
	}
	p := report.Part{Kind: in.kind, Cell: in.cell}
	if w.body {
		p.Page = w.pages.now
	}
	w.out.Begin(p)
	return true
}

// paragraph reads one <w:p>.
func (w *walker) paragraph(in place) {
	if !w.begin(in) {
		return
	}
	outer := w.style
	w.style = w.styles.paragraph
	base := w.style.look.over(w.styles.defaults)
	settled := false
	var newSection *section
	for w.s.Child() {
		if !settled {
			settled = true
			if string(w.s.Name()) == "pPr" {
				p := readLayout(w.s)
				newSection = p.section
				base = w.settle(in, p)
				continue
			}
			w.settle(in, paragraphProperties{})
		}
		w.inline(base)
	}
	w.fields.endParagraph()
	// A cell may hold nothing but its number, as in a column "TT".
	w.out.End(in.kind == report.TableCell && w.out.Current().Label != "")
	w.style = outer
	if newSection != nil {
		w.endSection(*newSection)
		w.pages.explicit() // most sections begin a page; finish finds out
	}
}

// settle applies a paragraph's properties to the open part and returns the look
// of its runs.
func (w *walker) settle(in place, p paragraphProperties) look {
	if x := w.styles.byID[string(p.style)]; x != nil {
		w.style = x
	}
	l := p.layout.over(w.style.layout).over(w.styles.body)
	if p.newPage && w.body {
		w.pages.explicit()
		w.out.Current().Page = w.pages.now
	}
	part := w.out.Current()
	part.Centre = l.centre == yes
	listed := l.list > 1 || p.label != ""
	if in.kind == report.Paragraph {
		switch {
		case l.outline >= 1 && l.outline <= 9:
			part.Kind, part.Level = report.Heading, l.outline
		case listed:
			part.Kind, part.Level = report.ListItem, max(l.depth, 1)
		case isCaption(w.style.name):
			part.Kind = report.Caption
		}
	}
	switch {
	case p.label != "":
		part.Label = p.label
	case listed && !p.deleted:
		w.number(l)
	}
	return w.style.look.over(w.styles.defaults)
}

func isCaption(name string) bool { return strings.EqualFold(name, "caption") }

// number counts the paragraph in its list. A label in letters of an old font is
// written into the text, where its font goes with it.
func (w *walker) number(l layout) {
	id, depth := l.list-1, l.depth-1
	if depth < 0 {
		depth = w.numbering.bound(id, w.style.id)
		if p := w.out.Current(); p.Kind == report.ListItem {
			p.Level = depth + 1
		}
	}
	label, font, ok := w.numbering.next(id, depth)
	if !ok || label == "" {
		return
	}
	if font != "" && hasHigh(label) {
		w.out.Look(font, false)
		w.out.WriteString(label + " ")
		return
	}
	w.out.Current().Label = label
}

// hasHigh reports whether a label has characters that an old one-byte font
// could show as others.
func hasHigh(label string) bool {
	return strings.ContainsFunc(label, func(r rune) bool { return r >= 0x80 && r <= 0xFF })
}
