package html

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// look is how text shows.
type look struct {
	font         string
	bold, centre bool
	pre          bool // line ends and spaces count
	hidden       bool
	raised       bool // as superscript
}

// rule is what a style says; what it leaves open is zero.
type rule struct {
	font                            string
	bold, centre, pre, hidden, rule choice
	raised                          choice
	list                            string // Word's list level, "l0 level1 lfo1", or "Ignore"
}

type choice int8

const (
	unset choice = iota
	yes
	no
)

func (c choice) or(before bool) bool {
	if c == unset {
		return before
	}
	return c == yes
}

// over lays r on a look.
func (r *rule) over(l look) look {
	if r.font != "" {
		l.font = r.font
	}
	l.bold = r.bold.or(l.bold)
	l.centre = r.centre.or(l.centre)
	l.pre = r.pre.or(l.pre)
	l.hidden = l.hidden || r.hidden == yes
	l.raised = r.raised.or(l.raised)
	return l
}

// selector is a simple one: a tag, a class, both, or an id.
type selector struct {
	tag   atom.Atom
	class string
	id    bool
}

// sheet holds the rules of a page's own style sheets.
type sheet map[selector]rule

// style finds the look of every node, and what does not show.
func (p *page) style() {
	sheet := p.readSheets()
	p.looks = append(p.looks[:0], look{})
	for i := range p.nodes {
		n := &p.nodes[i]
		up := look{}
		if n.parent >= 0 {
			n.look = p.nodes[n.parent].look
			up = p.looks[n.look]
			n.hidden = p.nodes[n.parent].hidden
		}
		if n.tag == 0 && i > 0 {
			continue
		}
		l := p.lookOf(n, up, sheet)
		n.hidden = n.hidden || l.hidden
		if l != up {
			n.look = int32(len(p.looks))
			p.looks = append(p.looks, l)
		}
	}
}

func (p *page) lookOf(n *node, l look, sheet sheet) look {
	switch n.tag {
	case atom.B, atom.Strong, atom.Th:
		l.bold = true
	case atom.Center:
		l.centre = true
	case atom.Table:
		l.centre = false
	case atom.Pre:
		l.pre = true
	case atom.Sup:
		l.raised = true
	case atom.Sub:
		l.raised = false
	case atom.Template, atom.Svg, atom.Math, atom.Select, atom.Button, atom.Datalist, atom.Object, atom.Canvas,
		atom.Audio, atom.Video, atom.Map, atom.Rp, atom.Del:
		l.hidden = n.tag != atom.Object && n.tag != atom.Math
	}
	if heading(n.tag) > 0 {
		l.bold = true
	}
	attrs := p.attrs[n.attr : n.attr+n.attrs]
	for _, a := range attrs {
		switch a.key {
		case keyFace:
			if f := family(a.value); f != "" {
				l.font = f
			}
		case keyAlign:
			if n.tag != atom.Table && n.tag != atom.Img {
				l.centre = strings.EqualFold(a.value, "center") || strings.EqualFold(a.value, "middle")
			}
		case keyHidden:
			l.hidden = true
		default:
		}
	}
	if len(sheet) > 0 {
		l = sheet.apply(n.tag, attrs, l)
	}
	for _, a := range attrs {
		if a.key == keyStyle {
			r := declarations(a.value)
			l = r.over(l)
		}
	}
	return l
}

func (s sheet) apply(tag atom.Atom, attrs []attribute, l look) look {
	set := func(k selector) {
		if r, ok := s[k]; ok {
			l = r.over(l)
		}
	}
	if tag == 0 {
		tag = atom.Body
	}
	set(selector{tag: tag})
	for _, a := range attrs {
		switch a.key {
		case keyClass:
			for c := range strings.FieldsSeq(a.value) {
				set(selector{class: c})
				set(selector{tag: tag, class: c})
			}
		case keyID:
			set(selector{class: a.value, id: true})
		default:
		}
	}
	return l
}

// maxRules bounds the style sheets of one page.
const maxRules = 5000

// readSheets reads the rules with simple selectors. Rules for states (:hover),
// for descendants and for media are left out.
func (p *page) readSheets() sheet {
	if len(p.sheets) == 0 {
		return nil
	}
	s := make(sheet)
	for _, css := range p.sheets {
		s.read(css)
	}
	return s
}

func (s sheet) read(css string) {
	css = strings.ReplaceAll(strings.ReplaceAll(css, "<!--", " "), "-->", " ")
	for len(s) < maxRules {
		css = skipComments(css)
		if css == "" {
			return
		}
		if css[0] == '@' {
			css = skipAt(css)
			continue
		}
		open := strings.IndexByte(css, '{')
		if open < 0 {
			return
		}
		length := strings.IndexByte(css[open:], '}')
		if length < 0 {
			length = len(css) - open
		}
		r := declarations(css[open+1 : open+length])
		if r != (rule{}) {
			for sel := range strings.SplitSeq(css[:open], ",") {
				if k, ok := simple(sel); ok {
					s[k] = s[k].with(r)
				}
			}
		}
		css = css[min(open+length+1, len(css)):]
	}
}

// with lays a later rule of the same selector over r.
func (r rule) with(later rule) rule {
	if later.font != "" {
		r.font = later.font
	}
	for _, c := range []struct{ to, from *choice }{
		{&r.bold, &later.bold}, {&r.centre, &later.centre}, {&r.pre, &later.pre}, {&r.hidden, &later.hidden}, {&r.raised, &later.raised},
	} {
		if *c.from != unset {
			*c.to = *c.from
		}
	}
	return r
}

func skipComments(css string) string {
	for {
		css = strings.TrimLeft(css, " \t\r\n}")
		if !strings.HasPrefix(css, "/*") {
			return css
		}
		i := strings.Index(css, "*/")
		if i < 0 {
			return ""
		}
		css = css[i+2:]
	}
}

// skipAt skips an at-rule with its block.
func skipAt(css string) string {
	depth := 0
	for i := range len(css) {
		switch css[i] {
		case ';':
			if depth == 0 {
				return css[i+1:]
			}
		case '{':
			depth++
		case '}':
			depth--
			if depth <= 0 {
				return css[i+1:]
			}
		}
	}
	return ""
}

func simple(sel string) (selector, bool) {
	if i := strings.LastIndex(sel, "*/"); i >= 0 {
		sel = sel[i+2:]
	}
	sel = strings.TrimSpace(sel)
	if sel == "" || strings.ContainsAny(sel, " :>+~[*") {
		return selector{}, false
	}
	if id, ok := strings.CutPrefix(sel, "#"); ok {
		return selector{class: id, id: true}, !strings.ContainsAny(id, ".#")
	}
	tag, class, _ := strings.Cut(sel, ".")
	a := atom.Lookup([]byte(strings.ToLower(tag)))
	if tag != "" && a == 0 || strings.ContainsAny(class, ".#") || strings.Contains(tag, "#") {
		return selector{}, false
	}
	return selector{tag: a, class: class}, true
}

// declarations reads "font-family: Arial; display: none".
func declarations(css string) rule {
	var r rule
	for d := range strings.SplitSeq(css, ";") {
		name, value, ok := strings.Cut(d, ":")
		if !ok {
			continue
		}
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		r.set(name, value)
	}
	return r
}

func (r *rule) set(name, value string) {
	switch {
	case strings.EqualFold(name, "font-family"):
		r.font = family(value)
	case strings.EqualFold(name, "font"):
		r.font = shorthand(value)
		if containsFold(value, "bold") {
			r.bold = yes
		}
	case strings.EqualFold(name, "font-weight"):
		r.bold = weight(value)
	case strings.EqualFold(name, "text-align"):
		r.centre = either(hasPrefixFold(value, "center"))
	case strings.EqualFold(name, "white-space"):
		r.pre = either(hasPrefixFold(value, "pre"))
	case strings.EqualFold(name, "display"), strings.EqualFold(name, "visibility"):
		if hasPrefixFold(value, "none") || hasPrefixFold(value, "hidden") || hasPrefixFold(value, "collapse") {
			r.hidden = yes
		}
	case strings.EqualFold(name, "vertical-align"):
		r.raised = either(hasPrefixFold(value, "super"))
	case strings.EqualFold(name, "mso-hide"):
		if hasPrefixFold(value, "all") {
			r.hidden = yes
		}
	case strings.EqualFold(name, "mso-list"):
		r.list = value
	case hasPrefixFold(name, "border") || strings.EqualFold(name, "mso-border-alt"):
		if !containsFold(value, "none") && strings.ContainsAny(value, "123456789") {
			r.rule = yes
		} else if r.rule == unset {
			r.rule = no
		}
	}
}

func either(b bool) choice {
	if b {
		return yes
	}
	return no
}

func weight(value string) choice {
	switch {
	case hasPrefixFold(value, "bold"), value >= "600" && value <= "999" && len(value) == 3:
		return yes
	case hasPrefixFold(value, "normal"), hasPrefixFold(value, "lighter"), value >= "100" && value < "600" && len(value) == 3:
		return no
	}
	return unset
}

// maxFont bounds the name of a font.
const maxFont = 100

// family returns the first name of a list of fonts, "" for a generic one.
func family(list string) string {
	first, _, _ := strings.Cut(list, ",")
	first = strings.Trim(first, " \t\r\n\"'")
	if i := strings.Index(first, "!important"); i >= 0 {
		first = strings.Trim(first[:i], " \t\"'")
	}
	switch {
	case len(first) > maxFont, strings.ContainsRune(first, '('), !utf8.ValidString(first):
		return ""
	case slices.ContainsFunc([]string{"inherit", "initial", "unset"}, func(s string) bool { return strings.EqualFold(s, first) }):
		return ""
	}
	return collapse(first)
}

// shorthand returns the font of "bold 12pt/14pt '.VnTime', serif".
func shorthand(value string) string {
	first, _, _ := strings.Cut(value, ",")
	if i := strings.IndexAny(first, `"'`); i >= 0 {
		return family(first[i:])
	}
	fields := strings.Fields(first)
	for i, field := range slices.Backward(fields) {
		if c := field[0]; c >= '0' && c <= '9' {
			return family(strings.Join(fields[i+1:], " "))
		}
	}
	return ""
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func containsFold(s, part string) bool {
	return strings.Contains(strings.ToLower(s), part)
}

// collapse makes one space of white space and trims the ends.
func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }
