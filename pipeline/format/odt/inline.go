package odt

import (
	"bytes"

	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// maxSpaces bounds what <text:s text:c="…"/> may stand for.
const maxSpaces = 100

// texter reads the text of one paragraph. White space of the file collapses to
// one space, none at the beginning.
type texter struct {
	*walker
	blank bool // the last character was white space
}

// inlines reads the children of the current element, text included.
func (t *texter) inlines(l look) {
	for {
		switch t.s.Next() {
		case xmlx.Start:
			t.inline(l)
		case xmlx.Text:
			t.text(l)
		case xmlx.End, xmlx.EOF:
			return
		}
	}
}

func (t *texter) inline(l look) {
	switch name := t.s.Name(); string(name) {
	case "span", "a":
		if s := t.styles.get(textFamily, t.s.RawAttr("style-name")); s != &none {
			l = s.look.over(l)
		}
		t.inlines(l)
	case "s":
		n := min(max(t.s.Int("c", 1), 1), maxSpaces)
		t.write(l, string(bytes.Repeat([]byte(" "), n)))
		t.s.Skip()
	case "tab":
		t.write(l, "\t")
		t.s.Skip()
	case "line-break":
		t.write(l, "\n")
		t.blank = true
		t.s.Skip()
	case "note":
		t.note(l)
	case "frame", "g", "image":
		t.drawing(l)
	case "object":
		t.object(l)
	case "math":
		t.write(l, formula(t.s))
	case "text-box", "custom-shape":
		t.box()
	case "p", "h", "table", "list": // of a drawing
		t.block(place{kind: report.TextBox})
	case "soft-page-break":
		t.softBreak()
	default:
		if passed(name) {
			t.s.Skip()
			return
		}
		t.inlines(l)
	}
}

// drawing walks what is drawn at this place; what stands between its elements is
// no text, and its title and description do not show.
func (t *texter) drawing(l look) {
	for t.s.Child() {
		if name := string(t.s.Name()); name == "title" || name == "desc" {
			t.s.Skip()
			continue
		}
		t.inline(l)
	}
}

// box reads a floating frame: its paragraphs stand after the one that it is
// anchored in, and count no lists of it.
func (t *texter) box() {
	inner := *t.walker
	inner.depth, inner.list = 0, nil
	inner.blocks(place{kind: report.TextBox})
}

func (t *texter) shown(l look) bool { return l.hidden != yes && t.out.InPart() }

func (t *texter) write(l look, text string) {
	if t.shown(l) {
		t.out.Look(l.font, l.bold == yes)
		t.out.WriteString(text)
		t.blank = false
	}
}

func (t *texter) text(l look) {
	if !t.shown(l) {
		return
	}
	t.out.Look(l.font, l.bold == yes)
	t.out.Append(func(dst []byte) []byte {
		from := len(dst)
		dst = t.collapse(t.s.AppendText(dst), from)
		dst = glyph.Tidy(dst, from, l.font)
		if l.raised == yes {
			dst = glyph.Raise(dst, from, l.font)
		}
		return dst
	})
}

// collapse makes one space of each stretch of white space in text[from:].
func (t *texter) collapse(text []byte, from int) []byte {
	to := from
	for _, c := range text[from:] {
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			if t.blank {
				continue
			}
			t.blank = true
			c = ' '
		} else {
			t.blank = false
		}
		text[to] = c
		to++
	}
	return text[:to]
}

// note books a foot- or endnote that is referred to here. Its mark is no text
// of the sentence.
func (t *texter) note(l look) {
	var n note
	shown := t.shown(l)
	for t.s.Child() {
		switch string(t.s.Name()) {
		case "note-citation":
			n.label = string(bytes.TrimSpace(t.s.Content(nil)))
		case "note-body":
			n.body = t.s.Inner()
		default:
			t.s.Skip()
		}
	}
	if shown && n.body != nil {
		t.notes = append(t.notes, n)
	}
}

// note is a foot- or endnote: read when the body is.
type note struct {
	label string
	body  []byte
}

// readNotes reads the notes of the body. Notes in notes are no notes.
func (w *walker) readNotes() {
	notes := w.notes
	for _, n := range notes {
		first := w.out.Len()
		in := w.within(n.body)
		in.blocks(place{kind: report.Footnote})
		w.trouble(in.s.Err())
		if first < w.out.Len() {
			w.out.At(first).Label = validLabel(n.label)
		}
	}
	w.notes = nil
}
