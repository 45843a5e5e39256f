package docx

import (
	"strconv"

	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/report"
)

// inline walks one element inside a paragraph. base is the look of a run that
// sets nothing itself.
func (w *walker) inline(base look) {
	switch name := w.s.Name(); string(name) {
	case "r":
		w.run(base)
	case "AlternateContent":
		w.choice(func() { w.inline(base) })
	case "txbxContent", "txBody":
		w.textBox()
	case "footnote", "endnote": // of Word 2003, inside the sentence
		w.blocks(place{kind: report.Footnote})
	case "p": // a paragraph of a drawing
		w.paragraph(place{kind: report.TextBox})
	case "tbl":
		w.table()
	case "den": // the lower half of a fraction
		w.write(base, "/")
		w.inlines(base)
	case "t": // a formula's run may stand without <m:r>
		w.text(base)
	default:
		if passed(name) {
			w.s.Skip()
			return
		}
		w.inlines(base)
	}
}

func (w *walker) inlines(base look) {
	for w.s.Child() {
		w.inline(base)
	}
}

// textBox reads a floating frame: its paragraphs stand after the one that it is
// anchored in.
func (w *walker) textBox() {
	outer := w.fields
	w.fields = fields{}
	w.blocks(place{kind: report.TextBox})
	w.fields = outer
}

// run reads one <w:r>.
func (w *walker) run(l look) {
	for w.s.Child() {
		switch name := w.s.Name(); string(name) {
		case "rPr":
			own, style := readLook(w.s, &w.document.fonts)
			if style != nil {
				own = own.over(w.styles.get(style).look)
			}
			l = own.over(l)
		case "t":
			w.text(l)
		case "tab", "ptab":
			w.mark(l, "\t")
		case "cr":
			w.mark(l, "\n")
		case "br":
			w.lineBreak(l)
		case "noBreakHyphen":
			w.mark(l, "-")
		case "softHyphen":
			w.mark(l, "\u00ad") // the letter ư in a TCVN3 font; text strips it elsewhere
		case "sym":
			w.symbol(l)
		case "lastRenderedPageBreak":
			w.rendered()
		case "fldChar":
			w.fields.mark(w.s.Value("fldCharType"))
			w.s.Skip()
		case "footnoteReference":
			w.refer(&w.notes[0], l)
		case "endnoteReference":
			w.refer(&w.notes[1], l)
		case "object":
			w.object(l)
		default:
			w.inline(l)
		}
	}
}

// shown reports whether text of a look shows at this place.
func (w *walker) shown(l look) bool {
	return l.hidden != yes && !w.fields.hiding() && w.out.InPart()
}

// text reads one <w:t>.
func (w *walker) text(l look) {
	if !w.shown(l) {
		w.s.Skip()
		return
	}
	w.out.Look(l.font, l.bold == yes)
	w.out.Append(func(dst []byte) []byte {
		from := len(dst)
		dst = glyph.Tidy(w.s.Content(dst), from, l.font)
		if l.raised == yes {
			dst = glyph.Raise(dst, from, l.font)
		}
		return dst
	})
}

// write appends text that the file does not hold as text.
func (w *walker) write(l look, text string) {
	if text != "" && w.shown(l) {
		w.out.Look(l.font, l.bold == yes)
		w.out.WriteString(text)
	}
}

// mark writes what an empty element stands for.
func (w *walker) mark(l look, text string) {
	w.write(l, text)
	w.s.Skip()
}

// lineBreak reads <w:br>; one that ends a page or column before any text parts
// nothing.
func (w *walker) lineBreak(l look) {
	page := w.s.Is("type", "page")
	blank := w.out.InPart() && w.out.Blank()
	if page && w.body {
		w.pages.explicit()
		if blank {
			w.out.Current().Page = w.pages.now
		}
	}
	if blank && (page || w.s.Is("type", "column")) {
		w.s.Skip()
		return
	}
	w.mark(l, "\n")
}

func (w *walker) symbol(l look) {
	if font := w.document.fonts.keep(w.s, "font", w.s.RawAttr("font")); font != "" {
		l.font = font
	}
	w.mark(l, glyph.Symbol(l.font, hexCode(w.s.Value("char"))))
}

func (w *walker) rendered() {
	if w.body {
		w.pages.rendered()
		if w.out.InPart() && w.out.Blank() {
			w.out.Current().Page = w.pages.now
		}
	}
	w.s.Skip()
}

// refer books a note that is referred to where it shows. Its mark is no text of
// the sentence: "1.298" with note 1 must not become "1.2981".
func (w *walker) refer(n *notes, l look) {
	if w.shown(l) {
		n.refer(w.s.Value("id"))
	}
	w.s.Skip()
}

// object keeps a document that is embedded as an object, and walks what is
// drawn in its place.
func (w *walker) object(l look) {
	for w.s.Child() {
		if string(w.s.Name()) == "OLEObject" {
			w.embedded(w.s.Value("id"))
			w.s.Skip()
			continue
		}
		w.inline(l)
	}
}

// relation returns the relation of this member with an id.
func (w *walker) relation(id string) (ooxml.Relation, bool) {
	for _, r := range w.rels {
		if r.ID == id && !r.External {
			return r, true
		}
	}
	return ooxml.Relation{}, false
}

// hexCode reads four hexadecimal digits, 0 when they are none.
func hexCode(text string) uint16 {
	n, err := strconv.ParseUint(text, 16, 16)
	if err != nil {
		return 0
	}
	return uint16(n)
}
