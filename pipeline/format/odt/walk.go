package odt

import (
	"slices"

	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// walker walks one member.
type walker struct {
	*document
	s     *xmlx.Scanner
	body  bool // in the running text, which has pages
	depth int  // of lists
	list  *listState
	item  item
}

// place is where a paragraph stands. The zero place is the running text.
type place struct {
	kind report.Kind
	cell report.Cell
}

// stylesOnly reads the styles of a member.
func (w *walker) stylesOnly() {
	for w.s.Child() {
		if !w.styles.read(w.s) {
			w.s.Skip()
		}
	}
}

// stylesAndMeta reads everything of a flat file but its text.
func (w *walker) stylesAndMeta() {
	for w.s.Child() {
		switch {
		case string(w.s.Name()) == "meta":
			w.readMeta()
		case !w.styles.read(w.s):
			w.s.Skip()
		}
	}
}

// metaOnly reads the metadata of a member.
func (w *walker) metaOnly() {
	for w.s.Child() {
		if string(w.s.Name()) == "meta" {
			w.readMeta()
			continue
		}
		w.s.Skip()
	}
}

// content reads the styles of the content and then its body.
func (w *walker) content() {
	for w.s.Child() {
		switch {
		case string(w.s.Name()) == "body":
			w.found = true
			w.bodies()
		case !w.styles.read(w.s):
			w.s.Skip()
		}
	}
	w.readNotes()
}

// bodies reads the one kind of body that there is.
func (w *walker) bodies() {
	for w.s.Child() {
		switch string(w.s.Name()) {
		case "spreadsheet":
			w.spreadsheet()
		default: // text; a presentation's or drawing's text boxes as well
			w.body = true
			w.pages.start()
			w.blocks(place{})
			w.body = false
		}
	}
}

// headers and footers read the page styles' margins. Styles of their own stand
// before them in the same member.
func (w *walker) headers() { w.masters(report.PageHeader, "header", "header-first", "header-left") }

func (w *walker) footers() { w.masters(report.PageFooter, "footer", "footer-first", "footer-left") }

func (w *walker) masters(kind report.Kind, names ...string) {
	seen := make(map[string]bool)
	for w.s.Child() {
		switch {
		case string(w.s.Name()) == "master-styles":
			for w.s.Child() {
				w.master(kind, seen, names)
			}
		case !w.styles.read(w.s):
			w.s.Skip()
		}
	}
}

// master reads the margins of one page style; each text counts once.
func (w *walker) master(kind report.Kind, seen map[string]bool, names []string) {
	for w.s.Child() {
		if !isOneOf(w.s.Name(), names) || w.s.Is("display", "false") {
			w.s.Skip()
			continue
		}
		inner := w.s.Inner()
		if seen[string(inner)] {
			continue
		}
		seen[string(inner)] = true
		w.within(inner).blocks(place{kind: kind})
	}
}

func isOneOf(name []byte, names []string) bool {
	return slices.Contains(names, string(name))
}

// within returns a walker over a stretch of a member.
func (w *walker) within(inner []byte) *walker {
	return &walker{document: w.document, s: xmlx.New(w.ctx, inner, w.limits.Depth)}
}

// passed are elements that hold no text of the page.
func passed(name []byte) bool {
	switch string(name) {
	case "tracked-changes", "annotation", "forms", "scripts", "event-listeners", "sequence-decls", "variable-decls",
		"user-field-decls", "dde-connection-decls", "binary-data", "math", "ruby-text", "object-ole",
		"table-of-content-source", "illustration-index-source", "table-index-source", "object-index-source",
		"user-index-source", "alphabetical-index-source", "bibliography-source", "named-expressions",
		"database-ranges", "content-validations", "label-ranges", "script", "tracked-change", "glue-point", "text-properties":
		return true
	}
	return false
}

func (w *walker) blocks(in place) {
	for w.s.Child() {
		w.block(in)
	}
}

// block walks one element that stands beside paragraphs.
func (w *walker) block(in place) {
	switch name := w.s.Name(); string(name) {
	case "p":
		w.paragraph(in, false)
	case "h":
		w.paragraph(in, true)
	case "list":
		w.listBlock(in)
	case "numbered-paragraph":
		w.blocks(in)
	case "table":
		w.table()
	case "text-box", "custom-shape":
		w.blocks(place{kind: report.TextBox})
	case "section":
		if w.s.Is("display", "none") {
			w.s.Skip()
			return
		}
		w.blocks(in)
	case "soft-page-break":
		w.softBreak()
	default:
		if passed(name) {
			w.s.Skip()
			return
		}
		w.blocks(in)
	}
}

// begin opens a part, and stops the walk when there are too many.
func (w *walker) begin(in place) bool {
	if w.out.Full() {
		w.s.Stop(w.limits.TooMany())
		return false
	}
	p := report.Part{Kind: in.kind, Cell: in.cell}
	if w.body {
		p.Page = w.pages.now
	}
	w.out.Begin(p)
	return true
}

// paragraph reads one <text:p> or <text:h>.
func (w *walker) paragraph(in place, heading bool) {
	st := w.styles.get(paragraphFamily, w.s.RawAttr("style-name"))
	if st.newPage && w.body {
		w.pages.explicit()
	}
	if !w.begin(in) {
		return
	}
	part := w.out.Current()
	part.Centre = st.centre == yes
	level := 0
	if heading {
		level = min(max(w.s.Int("outline-level", 1), 1), 9)
	} else if st.outline > 0 {
		level = st.outline
	}
	label, font := w.label(heading && !w.s.Is("is-list-header", "true"), level, st)
	if in.kind == report.Paragraph {
		switch {
		case level > 0:
			part.Kind, part.Level = report.Heading, level
		case w.depth > 0:
			part.Kind, part.Level = report.ListItem, w.depth
		case st.caption:
			part.Kind = report.Caption
		}
	}
	look := st.look
	w.mark(part, look, label, font)
	t := &texter{walker: w, blank: true}
	t.inlines(look)
	// A cell may hold nothing but its number, as in a column "TT".
	w.out.End(in.kind == report.TableCell && w.out.Current().Label != "")
}

// mark sets the label of the open part. A label in letters of an old font is
// written into the text, where its font goes with it.
func (w *walker) mark(part *report.Part, l look, label, font string) {
	if font == "" {
		font = l.font
	}
	switch {
	case label == "":
	case hasHigh(label):
		w.out.Look(font, l.bold == yes)
		w.out.WriteString(label + " ")
	default:
		part.Label = label
	}
}

func hasHigh(label string) bool {
	for _, r := range label {
		if r >= 0x80 && r <= 0xFF {
			return true
		}
	}
	return false
}
