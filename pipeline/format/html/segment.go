package html

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// segment is a stretch of text that no block border, no double line break, and
// no line break after a short line, interrupts: a paragraph, a cell, a menu entry.
type segment struct {
	first, last  int32 // text nodes
	owner        int32 // the block around it
	chars, links int32 // bytes that are no white space, and those inside links
	words        int32 // white space between letters
	teaser       bool  // running text right behind a line of link
	dropped      bool
}

// good reports whether a segment is running text.
func (s *segment) good() bool { return s.chars >= goodChars && s.links*3 < s.chars }

// goodChars is the length from which a segment is taken for running text: about
// 12 Vietnamese syllables.
const goodChars = 60

// shortLine is the length below which a single line break ends a segment: a
// title or time stamp over the text, a link in a column of links.
const shortLine = 150

// linked reports whether a segment is mostly link.
func (s *segment) linked() bool { return s.links*2 > s.chars }

// segment cuts the visible text into segments.
func (p *page) segment() {
	var open []int32
	current, linkEnd, breaks := -1, int32(0), 0
	for i := range p.nodes {
		n := &p.nodes[i]
		for len(open) > 0 && p.nodes[open[len(open)-1]].end <= int32(i) {
			open = open[:len(open)-1]
			current = -1
		}
		switch {
		case n.hidden:
		case n.tag == atom.Br:
			if breaks++; breaks > 1 || current >= 0 && p.segments[current].chars < shortLine {
				current = -1
			}
		case n.tag == atom.A:
			if p.leads(n) {
				linkEnd = max(linkEnd, n.end)
			}
		case n.tag == 0 && i > 0:
			current = p.extend(current, int32(i), int32(i) < linkEnd, open)
			if current >= 0 && p.nodes[i].segment >= 0 {
				breaks = 0
			}
		case !inline(n.tag):
			current, breaks = -1, 0
			open = append(open, int32(i))
		}
	}
}

// leads reports whether a link leads to another page.
func (p *page) leads(n *node) bool {
	href := strings.TrimSpace(p.attr(n, keyHref))
	return href != "" && href[0] != '#' && !hasPrefixFold(href, "mailto:")
}

// extend adds a text node to the current segment, or begins one.
func (p *page) extend(current int, i int32, linked bool, open []int32) int {
	n := &p.nodes[i]
	chars, words := count(p.text[n.start : n.start+n.size])
	if chars == 0 {
		return current
	}
	if current < 0 {
		current = len(p.segments)
		s := segment{first: i}
		if len(open) > 0 {
			s.owner = open[len(open)-1]
		}
		p.segments = append(p.segments, s)
	}
	n.segment = int32(current)
	s := &p.segments[current]
	s.last = i
	s.chars += chars
	s.words += words
	if linked {
		s.links += chars
	}
	return current
}

// count returns the bytes that are no white space, and the gaps between them.
func count(text string) (chars, gaps int32) {
	space := true
	for i := range len(text) {
		switch text[i] {
		case ' ', '\n', '\t', '\r', '\f':
			if !space {
				gaps++
			}
			space = true
		default:
			chars++
			space = false
		}
	}
	return chars, gaps
}

// textOf returns the text of a segment on one line.
func (p *page) textOf(s *segment) string {
	var b strings.Builder
	for i := s.first; i <= s.last; i++ {
		switch n := &p.nodes[i]; {
		case n.hidden:
		case n.tag == atom.Br:
			b.WriteByte(' ')
		case n.tag == 0:
			b.WriteString(p.text[n.start : n.start+n.size])
		}
	}
	return strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool {
		return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0' || r == '\u200b'
	}), " ")
}

func (p *page) attr(n *node, k key) string {
	for _, a := range p.attrs[n.attr : n.attr+n.attrs] {
		if a.key == k {
			return a.value
		}
	}
	return ""
}
