package rtf

import (
	"strconv"

	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// story is a text with paragraphs of its own: the body, a page head, a note, a
// text box.
type story struct {
	out    *parts.Builder
	kind   report.Kind
	around *story
	into   *[][]report.Part // where a page head or foot goes when it ends
	open   bool             // a part is open
	index  int              // of that part in out
	number string           // of the list item that begins
	label  string           // of the note that begins
	tables []*table
	row    rowDef
	inner  rowDef // of tables inside tables
}

// enter begins a story with the group that it stands in.
func (d *document) enter(s *story) {
	d.flush()
	s.around = d.story
	d.story = s
	d.para, d.inner = paragraph{}, false
	d.hidden, d.deleted = false, false
}

// leave ends the story of the current group.
func (d *document) leave() {
	s := d.story
	d.finish(s)
	if s.into != nil {
		*s.into = append(*s.into, s.out.Finish())
	}
}

// margin begins a head or foot of pages.
func (d *document) margin(kind report.Kind, into *[][]report.Part) {
	if !d.inText() {
		return
	}
	d.enter(&story{out: parts.New(d.limits.Parts), kind: kind, into: into})
}

// note begins a footnote.
func (d *document) note() {
	if !d.inText() {
		return
	}
	d.noted++
	d.enter(&story{out: d.notes, kind: report.Footnote, label: strconv.Itoa(d.noted)})
}

// endnote makes an endnote of the footnote that just began.
func (d *document) endnote() {
	if s := d.story; s.out == d.notes && !s.open {
		d.noted--
		d.ended++
		s.out, s.label = d.ends, glyph.Roman(d.ended)
	}
}

// box begins a text box: it stands behind the paragraph that it is anchored in.
func (d *document) box() {
	if !d.inText() {
		return
	}
	d.flush()
	d.begin()
	d.enter(&story{out: d.story.out, kind: report.TextBox})
}

// inText reports whether the current group is text of the document, and passes
// by the group when it is not.
func (d *document) inText() bool {
	if d.target == toText && d.over == 0 && d.html == nil && len(d.stack) > 1 {
		return true
	}
	d.skipGroup()
	return false
}

// begin opens a part when none is open.
func (d *document) begin() {
	s := d.story
	if s.open {
		return
	}
	d.nest(s, d.para.tables())
	p := report.Part{Kind: s.kind, Label: s.label}
	s.label = ""
	s.index = s.out.Len()
	s.out.Begin(p)
	s.open = true
}

// paragraphEnd ends a paragraph.
func (d *document) paragraphEnd() {
	d.decode()
	switch {
	case d.html != nil:
		d.put([]byte("\n"))
	case d.target == toText:
		d.end(d.story, d.para.tables(), false)
	}
}

// end closes the open paragraph, which stands in that many tables. The last one
// of a cell is kept when the cell has no other: empty cells count.
func (d *document) end(s *story, depth int, cell bool) {
	d.flush()
	d.nest(s, depth)
	t := s.table()
	if number := d.count(); number != "" && s.number == "" {
		s.number = number
	}
	if !s.open {
		if !cell {
			s.number = ""
			return
		}
		s.index = s.out.Len()
		s.out.Begin(report.Part{Kind: s.kind})
	}
	d.shape(s)
	s.open, s.number = false, ""
	blank := s.out.Blank()
	kept := s.out.End(t != nil && (cell && len(t.parts) == 0 || s.out.Current().Label != ""))
	if kept && t != nil {
		t.add(s.index, blank)
	}
}

// shape sets what the paragraph turned out to be.
func (d *document) shape(s *story) {
	p := s.out.Current()
	p.Centre = d.para.centre
	if p.Label == "" {
		p.Label = s.number
	}
	outline := d.para.outline
	if outline == 0 {
		outline = d.styles[d.para.style]
	}
	switch t := s.table(); {
	case t != nil:
		p.Kind = report.TableCell
		p.Cell = report.Cell{Table: t.id, RowSpan: 1, ColSpan: 1}
	case s.kind != report.Paragraph:
	case outline > 0 && outline < noOutline:
		p.Kind, p.Level = report.Heading, outline
	case s.number != "" || d.para.list > 0:
		p.Kind, p.Level = report.ListItem, min(max(d.para.level, 0), 8)+1
	}
}

// finish closes what is open in a story.
func (d *document) finish(s *story) {
	if s == d.story {
		d.decode()
		d.flush()
	}
	if s.open {
		d.end(s, len(s.tables), false)
	}
	d.nest(s, 0)
}
