package docx

import (
	"strings"

	"github.com/tongket/tongket/pipeline/format/xmlx"
)

// choice is a setting that may be left to what lies below it.
type choice int8

const (
	unset choice = iota
	yes
	no
)

// or returns c unless it is unset.
func (c choice) or(below choice) choice {
	if c == unset {
		return below
	}
	return c
}

// either returns yes when one of the two is, else whichever is set.
func (c choice) either(d choice) choice {
	if d == yes {
		return yes
	}
	return c.or(d)
}

// toggle reads an element that is on by being there: <w:b/>, <w:b w:val="0"/>.
func toggle(s *xmlx.Scanner) choice {
	switch v, ok := s.Attr("val"); {
	case !ok:
		return yes
	case v == "0" || v == "false" || v == "off" || v == "none":
		return no
	}
	return yes
}

// look is how a run shows: what later rooms need of it.
type look struct {
	font   string
	bold   choice
	hidden choice
	raised choice // as superscript
}

// over returns l with what it leaves open taken from below.
func (l look) over(below look) look {
	if l.font == "" {
		l.font = below.font
	}
	l.bold = l.bold.or(below.bold)
	l.hidden = l.hidden.or(below.hidden)
	l.raised = l.raised.or(below.raised)
	return l
}

// layout is how a paragraph stands. Levels and list ids are one more than in
// the file, so that 0 is unset.
type layout struct {
	outline int // 1 to 9; 10 is body text
	list    int // numId + 1
	depth   int // ilvl + 1
	centre  choice
}

func (l layout) over(below layout) layout {
	if l.outline == 0 {
		l.outline = below.outline
	}
	if l.list == 0 {
		l.list = below.list
		if l.depth == 0 {
			l.depth = below.depth
		}
	}
	l.centre = l.centre.or(below.centre)
	return l
}

// style is one style, with its base styles worked in once it is resolved.
type style struct {
	id, name, base string
	look           look
	layout         layout
	ruled          choice // of a table style
	resolved       bool
}

// styles are the styles of one file.
type styles struct {
	byID      map[string]*style
	inOrder   []*style
	defaults  look   // of every run
	body      layout // of every paragraph
	paragraph *style // where no style is named
	table     *style
	none      style
}

func newStyles(s *xmlx.Scanner, f *fonts) *styles {
	st := &styles{byID: make(map[string]*style)}
	st.paragraph, st.table = &st.none, &st.none
	if s.Child() {
		st.read(s, f)
	}
	return st
}

// read reads the children of <w:styles>.
func (st *styles) read(s *xmlx.Scanner, f *fonts) {
	for s.Child() {
		switch string(s.Name()) {
		case "docDefaults":
			st.readDefaults(s, f)
		case "style":
			st.readStyle(s, f)
		default:
			s.Skip()
		}
	}
	for _, x := range st.inOrder {
		st.resolve(x)
	}
}

func (st *styles) readDefaults(s *xmlx.Scanner, f *fonts) {
	for s.Child() {
		for s.Child() { // rPrDefault and pPrDefault
			switch string(s.Name()) {
			case "rPr":
				st.defaults, _ = readLook(s, f)
			case "pPr":
				st.body = readLayout(s).layout
			default:
				s.Skip()
			}
		}
	}
}

func (st *styles) readStyle(s *xmlx.Scanner, f *fonts) {
	x := &style{id: s.Value("styleId")}
	kind, isDefault := s.Value("type"), s.Is("default", "1") || s.Is("default", "true") || s.Is("default", "on")
	for s.Child() {
		switch string(s.Name()) {
		case "name":
			x.name = s.Value("val")
			s.Skip()
		case "basedOn":
			x.base = s.Value("val")
			s.Skip()
		case "rPr":
			x.look, _ = readLook(s, f)
		case "pPr":
			x.layout = readLayout(s).layout
		case "tblPr", "tblStylePr", "tcPr":
			x.ruled = x.ruled.either(anyRule(s))
		default:
			s.Skip()
		}
	}
	if x.layout.outline == 0 {
		x.layout.outline = outlineOf(x.name)
	}
	if _, taken := st.byID[x.id]; taken {
		return
	}
	st.byID[x.id] = x
	st.inOrder = append(st.inOrder, x)
	switch {
	case isDefault && kind == "paragraph":
		st.paragraph = x
	case isDefault && kind == "table":
		st.table = x
	}
}

// resolve works the base styles in. In a ring of styles that are based on each
// other the first one read is the end.
func (st *styles) resolve(x *style) {
	if x.resolved {
		return
	}
	x.resolved = true
	if base := st.byID[x.base]; base != nil {
		st.resolve(base)
		x.look = x.look.over(base.look)
		x.layout = x.layout.over(base.layout)
		x.ruled = x.ruled.or(base.ruled)
	}
}

// get returns a style by its id, one that sets nothing when there is none.
func (st *styles) get(id []byte) *style {
	if x := st.byID[string(id)]; x != nil {
		return x
	}
	return &st.none
}

// headingNames are names of heading styles before their number: the names that
// Word writes in every language, and those that Vietnamese templates give to
// styles of their own.
var headingNames = []string{"heading", "đầu đề", "tiêu đề", "đề mục", "mục cấp"}

// outlineOf reads the level off a style's name, 0 when it is no heading.
func outlineOf(name string) int {
	name = strings.ToLower(strings.TrimSpace(name))
	if name == "title" || name == "tiêu đề" {
		return 1
	}
	for _, h := range headingNames {
		if rest, ok := strings.CutPrefix(name, h); ok {
			if rest = strings.TrimSpace(rest); len(rest) == 1 && rest[0] >= '1' && rest[0] <= '9' {
				return int(rest[0] - '0')
			}
		}
	}
	return 0
}
