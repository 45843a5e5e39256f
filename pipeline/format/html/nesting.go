package html

import (
	"slices"

	"golang.org/x/net/html/atom"
)

// void reports whether an element has no content and no end tag.
func void(tag atom.Atom) bool {
	switch tag {
	case atom.Br, atom.Hr, atom.Img, atom.Input, atom.Col, atom.Area, atom.Embed, atom.Param, atom.Source,
		atom.Track, atom.Wbr, atom.Keygen, atom.Basefont, atom.Bgsound, atom.Frame:
		return true
	}
	return false
}

// formatting reports whether an element is opened again behind the end of the
// block that cut it off.
func formatting(tag atom.Atom) bool {
	switch tag {
	case atom.B, atom.Strong, atom.Font, atom.I, atom.Em, atom.U, atom.Big, atom.Small, atom.S, atom.Strike, atom.Tt:
		return true
	}
	return false
}

// inline reports whether an element stands inside a line.
func inline(tag atom.Atom) bool {
	switch tag {
	case atom.Span, atom.A, atom.Br, atom.Img, atom.Sub, atom.Sup, atom.Abbr, atom.Acronym, atom.Cite, atom.Code,
		atom.Q, atom.Mark, atom.Ins, atom.Del, atom.Label, atom.Time, atom.Var, atom.Samp, atom.Kbd, atom.Nobr,
		atom.Wbr, atom.Bdo, atom.Bdi, atom.Dfn, atom.Data, atom.Input, atom.Button, atom.Select, atom.Object,
		atom.Svg, atom.Math, atom.Picture, atom.Map, atom.Ruby, atom.Rt, atom.Rp, atom.Progress, atom.Meter, 0:
		return true
	}
	return formatting(tag)
}

// boundary reports whether end tags inside an element cannot reach out of it.
func boundary(tag atom.Atom) bool {
	switch tag {
	case atom.Table, atom.Td, atom.Th, atom.Caption, atom.Object, atom.Marquee, atom.Template:
		return true
	}
	return false
}

func tablePart(tag atom.Atom) bool {
	switch tag {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption:
		return true
	}
	return false
}

func heading(tag atom.Atom) int {
	switch tag {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

// endsParagraph reports whether a start tag closes an open <p>.
func endsParagraph(tag atom.Atom) bool {
	switch tag {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Details, atom.Dir, atom.Div,
		atom.Dl, atom.Dd, atom.Dt, atom.Li, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.Header, atom.Hgroup, atom.Hr, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
		atom.Summary, atom.Table, atom.Ul, atom.Listing,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// implied closes what a start tag ends without saying so.
func (b *builder) implied(tag atom.Atom) {
	if b.over > 0 {
		return
	}
	if endsParagraph(tag) {
		b.closeWithin(is(atom.P), boundary)
	}
	switch tag {
	case atom.Li:
		b.closeWithin(is(atom.Li), func(t atom.Atom) bool { return boundary(t) || t == atom.Ul || t == atom.Ol || t == atom.Menu })
	case atom.Dt, atom.Dd:
		b.closeWithin(func(t atom.Atom) bool { return t == atom.Dt || t == atom.Dd }, func(t atom.Atom) bool { return boundary(t) || t == atom.Dl })
	case atom.Option, atom.Optgroup:
		b.closeWithin(is(atom.Option), boundary)
	case atom.A:
		b.closeWithin(is(atom.A), boundary)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		if top := b.nodes[b.stack[len(b.stack)-1]].tag; heading(top) > 0 {
			b.pop(len(b.stack) - 1)
		}
	case atom.Td, atom.Th:
		b.closeWithin(func(t atom.Atom) bool { return t == atom.Td || t == atom.Th }, func(t atom.Atom) bool { return t == atom.Tr || t == atom.Table })
	case atom.Tr:
		b.closeWithin(is(atom.Tr), is(atom.Table))
		b.closeWithin(is(atom.Caption), is(atom.Table))
	case atom.Tbody, atom.Thead, atom.Tfoot, atom.Caption, atom.Colgroup:
		b.closeWithin(func(t atom.Atom) bool {
			return t == atom.Tbody || t == atom.Thead || t == atom.Tfoot || t == atom.Caption || t == atom.Colgroup
		}, is(atom.Table))
	}
}

func is(tag atom.Atom) func(atom.Atom) bool { return func(t atom.Atom) bool { return t == tag } }

// closeWithin closes the innermost element that wanted accepts, unless wall
// stands before it.
func (b *builder) closeWithin(wanted, wall func(atom.Atom) bool) {
	for i := len(b.stack) - 1; i > 0; i-- {
		t := b.nodes[b.stack[i]].tag
		if wanted(t) {
			b.pop(i)
			return
		}
		if wall(t) {
			return
		}
	}
}

// maxPending bounds the formatting that is opened again.
const maxPending = 8

// pop closes the elements from depth i on, and keeps cut off formatting.
func (b *builder) pop(i int) {
	first := b.nodes[b.stack[i]].tag
	for _, s := range b.stack[i+1:] {
		n := &b.nodes[s]
		if formatting(n.tag) && !tablePart(first) && len(b.pending) < maxPending {
			b.pending = append(b.pending, atomAttrs{n.tag, n.attr, n.attrs})
		}
	}
	if tablePart(first) {
		b.pending = b.pending[:0]
	}
	b.stack = b.stack[:i]
}

// close handles an end tag.
func (b *builder) close(tag atom.Atom) {
	switch {
	case tag == atom.Html || tag == atom.Body || tag == atom.Head:
		return
	case tag == atom.Br:
		b.add(node{tag: atom.Br})
		return
	case b.over > 0:
		b.over--
		return
	case tag == 0:
		tag = atom.Span
	case tag == atom.Xmp || tag == atom.Listing:
		tag = atom.Pre
	}
	if formatting(tag) && b.forget(tag) {
		return
	}
	wall := boundary
	if tablePart(tag) {
		wall = is(atom.Table)
	}
	if level := heading(tag); level > 0 {
		b.closeWithin(func(t atom.Atom) bool { return heading(t) > 0 }, wall)
		return
	}
	if tag == atom.Table {
		wall = func(atom.Atom) bool { return false }
	}
	if inline(tag) {
		// An inline end tag does not close the block around it.
		b.closeWithin(is(tag), func(t atom.Atom) bool { return boundary(t) || endsParagraph(t) && !b.wraps(tag, t) })
		return
	}
	b.closeWithin(is(tag), wall)
}

// wraps reports whether an inline element may hold a block, as links of
// newspapers and fonts of old pages do.
func (b *builder) wraps(tag, block atom.Atom) bool {
	return formatting(tag) || tag == atom.A || tag == atom.Ins || tag == atom.Del || tag == atom.Span && block != atom.P
}

// forget drops formatting that waits to be opened again.
func (b *builder) forget(tag atom.Atom) bool {
	for i, v := range slices.Backward(b.pending) {
		if v.tag == tag {
			b.pending = append(b.pending[:i], b.pending[i+1:]...)
			return true
		}
	}
	return false
}
