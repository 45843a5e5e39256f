package odt

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

func (c choice) or(below choice) choice {
	if c == unset {
		return below
	}
	return c
}

func choose(b bool) choice {
	if b {
		return yes
	}
	return no
}

// look is how a run shows.
type look struct {
	font   string
	bold   choice
	hidden choice
	raised choice // as superscript
}

func (l look) over(below look) look {
	if l.font == "" {
		l.font = below.font
	}
	l.bold = l.bold.or(below.bold)
	l.hidden = l.hidden.or(below.hidden)
	l.raised = l.raised.or(below.raised)
	return l
}

// family tells apart styles of the same name.
type family uint8

const (
	otherFamily family = iota
	paragraphFamily
	textFamily
	cellFamily
	tableFamily
)

func familyOf(name string) family {
	switch name {
	case "paragraph":
		return paragraphFamily
	case "text":
		return textFamily
	case "table-cell":
		return cellFamily
	case "table":
		return tableFamily
	}
	return otherFamily
}

// style is one style, with what it is based on worked in once it is resolved.
type style struct {
	look     look
	parent   string
	list     string
	number   string // data style of a cell
	outline  int
	centre   choice
	ruled    choice // of a cell
	hidden   bool   // of a table
	newPage  bool
	caption  bool
	resolved bool
}

// none is the style that sets nothing.
var none style

type key struct {
	family family
	name   string
}

// styles are the styles that a member's text can name: the named ones of the
// document and the automatic ones of the member.
type styles struct {
	named     map[key]*style
	automatic map[key]*style
	defaults  [tableFamily + 1]*style
	faces     map[string]string // font by the name of its declaration
	lists     map[string]*listStyle
	outline   listStyle
}

func newStyles() *styles {
	return &styles{named: make(map[key]*style), automatic: make(map[key]*style), faces: make(map[string]string), lists: make(map[string]*listStyle)}
}

// own forgets the automatic styles of the member before.
func (st *styles) own() { clear(st.automatic) }

// read reads one section of styles and reports whether it was one.
func (st *styles) read(s *xmlx.Scanner) bool {
	switch string(s.Name()) {
	case "font-face-decls":
		for s.Child() {
			if name := s.Value("name"); name != "" {
				st.faces[name] = cleanFont(s.Value("font-family"))
			}
			s.Skip()
		}
	case "styles":
		st.section(s, st.named)
	case "automatic-styles":
		st.section(s, st.automatic)
	default:
		return false
	}
	return true
}

// cleanFont takes the quotes off a family and its alternatives away.
func cleanFont(name string) string {
	name, _, _ = strings.Cut(name, ",")
	return strings.ToValidUTF8(strings.Trim(name, `'" `), "\ufffd")
}

func (st *styles) section(s *xmlx.Scanner, into map[key]*style) {
	for s.Child() {
		switch string(s.Name()) {
		case "style":
			k := key{familyOf(s.Value("family")), s.Value("name")}
			into[k] = st.style(s)
		case "default-style":
			if f := familyOf(s.Value("family")); f != otherFamily {
				st.defaults[f] = st.style(s)
			} else {
				s.Skip()
			}
		case "list-style":
			st.lists[s.Value("name")] = readListStyle(s)
		case "outline-style":
			st.outline = *readListStyle(s)
		default:
			s.Skip()
		}
	}
}

func (st *styles) style(s *xmlx.Scanner) *style {
	x := &style{
		parent:  s.Value("parent-style-name"),
		list:    s.Value("list-style-name"),
		number:  s.Value("data-style-name"),
		outline: min(max(s.Int("default-outline-level", 0), 0), 9),
		newPage: s.Value("master-page-name") != "",
	}
	name := s.Value("display-name")
	if name == "" {
		name = s.Value("name")
	}
	x.caption = strings.EqualFold(name, "caption")
	for s.Child() {
		switch string(s.Name()) {
		case "text-properties":
			st.textProperties(s, x)
		case "paragraph-properties":
			if a, ok := s.Attr("text-align"); ok {
				x.centre = choose(a == "center")
			}
			x.newPage = x.newPage || s.Is("break-before", "page")
		case "table-cell-properties":
			x.ruled = ruled(s)
		case "table-properties":
			x.hidden = s.Is("display", "false")
		}
		s.Skip()
	}
	return x
}

func (st *styles) textProperties(s *xmlx.Scanner, x *style) {
	if name, ok := s.Attr("font-name"); ok {
		x.look.font = st.faces[name]
		if x.look.font == "" {
			x.look.font = cleanFont(name)
		}
	} else if name, ok := s.Attr("font-family"); ok {
		x.look.font = cleanFont(name)
	}
	if w, ok := s.Attr("font-weight"); ok {
		x.look.bold = choose(w == "bold" || w == "600" || w == "700" || w == "800" || w == "900")
	}
	if d, ok := s.Attr("display"); ok {
		x.look.hidden = choose(d == "none")
	}
	if at, ok := s.Attr("text-position"); ok { // "super 58%", "33% 58%"
		x.look.raised = choose(strings.HasPrefix(at, "super") || at != "" && at[0] >= '1' && at[0] <= '9')
	}
}

// borders are the attributes that draw a side of a cell.
var borders = []string{"border", "border-left", "border-right", "border-top", "border-bottom"}

func ruled(s *xmlx.Scanner) choice {
	found := unset
	for _, side := range borders {
		if v, ok := s.Attr(side); ok {
			if v != "none" && v != "hidden" && v != "" && !strings.HasSuffix(strings.ToLower(v), "#ffffff") {
				return yes
			}
			found = no
		}
	}
	return found
}

// get returns a style with everything it is based on; for a name that is not
// there, what holds by default.
func (st *styles) get(f family, name []byte) *style {
	x := st.automatic[key{f, string(name)}]
	if x == nil {
		x = st.named[key{f, string(name)}]
	}
	if x == nil {
		if d := st.defaults[f]; d != nil && f != textFamily {
			return d
		}
		return &none
	}
	st.resolve(f, x)
	return x
}

// resolve works in what a style is based on. A ring ends at its first style.
func (st *styles) resolve(f family, x *style) {
	if x.resolved {
		return
	}
	x.resolved = true
	base := st.named[key{f, x.parent}]
	if base == nil {
		if base = st.defaults[f]; base == nil || f == textFamily {
			return
		}
	} else {
		st.resolve(f, base)
	}
	x.look = x.look.over(base.look)
	x.centre = x.centre.or(base.centre)
	x.ruled = x.ruled.or(base.ruled)
	x.caption = x.caption || base.caption
	if x.list == "" {
		x.list = base.list
	}
	if x.outline == 0 {
		x.outline = base.outline
	}
}
