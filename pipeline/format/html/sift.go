package html

import (
	"strings"

	"github.com/tongket/tongket/pipeline/vn"
	"golang.org/x/net/html/atom"
)

// sift drops what is no story inside the container, and everything outside it
// but the title with the lines between it and the text.
func (p *page) sift(t *tally) {
	root := &p.nodes[p.main.root]
	inside := func(s *segment) bool { return s.first >= p.main.root && s.first < root.end }
	p.related(inside)
	for i := range p.segments {
		s := &p.segments[i]
		if !s.dropped && inside(s) {
			s.dropped = s.linked() && !p.inData(t, s) || p.tool(s)
		}
	}
	p.dropTeasers(t, inside)
	p.imprint(inside)
	first := p.firstGood(inside)
	p.findTitle(first)
	p.opening(inside, first)
}

// dropTeasers drops the sentences below the titles of other stories, unless the
// page is a list of such.
func (p *page) dropTeasers(t *tally, inside func(*segment) bool) {
	if t.teasers[p.main.root]*5 > t.good[p.main.root]*2 {
		return
	}
	for i := range p.segments {
		s := &p.segments[i]
		if s.teaser && inside(s) && (i+1 == len(p.segments) || !p.segments[i+1].good()) {
			s.dropped = true
		}
	}
}

// firstGood is the first segment of running text that is kept, or the number of
// segments.
func (p *page) firstGood(inside func(*segment) bool) int {
	for i := range p.segments {
		if s := &p.segments[i]; !s.dropped && inside(s) && s.good() {
			return i
		}
	}
	return len(p.segments)
}

// related drops what follows a heading such as "Tin liên quan", up to two
// paragraphs of running text in a row, and everything from the comments on.
func (p *page) related(inside func(*segment) bool) {
	skipping, ended, story := false, false, false
	for i := range p.segments {
		s := &p.segments[i]
		if s.dropped || !inside(s) {
			continue
		}
		if !ended && s.chars < longestLabel {
			switch name := label(p.textOf(s)); {
			case commentHeadings[name]:
				ended = story
			case relatedHeadings[name]:
				skipping = true
			}
		}
		if skipping && s.good() && p.goesOn(i) {
			skipping = false
		}
		s.dropped = skipping || ended
		story = story || !s.dropped && s.good()
	}
}

// goesOn reports whether running text follows a segment of running text, as it
// does in a story and does not between the teasers of other stories.
func (p *page) goesOn(i int) bool {
	for j := i + 1; j < len(p.segments); j++ {
		s := &p.segments[j]
		if s.dropped {
			continue
		}
		return s.good() && p.nodes[s.owner].parent == p.nodes[p.segments[i].owner].parent
	}
	return false
}

// inData reports whether a segment stands in a table of data, whose links are
// part of it.
func (p *page) inData(t *tally, s *segment) bool {
	for i := s.owner; i > p.main.root; i = p.nodes[i].parent {
		if p.nodes[i].tag == atom.Table {
			return t.links[i]*2 < t.text[i]
		}
	}
	return false
}

// tool reports buttons that are written as text: print, font size, views.
func (p *page) tool(s *segment) bool {
	if s.chars >= longestLabel {
		return false
	}
	text := p.textOf(s)
	name := label(text)
	if tools[name] || strings.Trim(text, separators) == "" {
		return true
	}
	for _, start := range toolStarts {
		if strings.HasPrefix(name, start) && s.words < 8 {
			return true
		}
	}
	return false
}

// separators stand between the buttons of a tool bar.
const separators = " |/\\›»«‹>·•"

// longestLabel is the length in bytes of the longest heading or button that is
// looked up.
const longestLabel = 70

// label returns the letters of a short text, folded: "Tin liên quan:" and
// "» TIN LIÊN QUAN" are one.
func label(text string) string {
	name := strings.TrimFunc(vn.Fold(text), func(r rune) bool {
		return r < '0' || r > '9' && r < 'a' || r > 'z' && r < 0xC0 || r >= 0x2000
	})
	if i := strings.IndexAny(name, "(["); i > 0 {
		name = strings.TrimSpace(name[:i])
	}
	return name
}

// imprint drops the lines at the end of the container that name the publisher.
func (p *page) imprint(inside func(*segment) bool) {
	for i := len(p.segments) - 1; i >= 0; i-- {
		s := &p.segments[i]
		if s.dropped || !inside(s) {
			continue
		}
		if s.chars > 500 || !p.isImprint(s) {
			return
		}
		s.dropped = true
	}
}

func (p *page) isImprint(s *segment) bool {
	text := vn.Fold(p.textOf(s))
	for _, phrase := range imprintPhrases {
		if strings.Contains(text, phrase) {
			return true
		}
	}
	return false
}

// opening keeps, of what stands before the text, the title and the lines between
// the two: time stamp, lead, author.
func (p *page) opening(inside func(*segment) bool, first int) {
	title := p.main.title
	kept := 0
	for i := range p.segments {
		s := &p.segments[i]
		switch {
		case i == title:
			s.dropped = false
		case i > first && !inside(s):
			s.dropped = true
		case i >= first:
		case title < 0:
			s.dropped = s.dropped || !inside(s)
		case i < title:
			s.dropped = s.dropped || !inside(s)
		case !inside(s):
			s.dropped = s.dropped || s.linked() || p.tool(s) || kept >= maxOpening
			if !s.dropped {
				kept++
			}
		}
	}
}

// maxOpening bounds the lines between a title and a text that stand outside the
// container.
const maxOpening = 12

// findTitle finds the segment of the title: the one that the head names, else
// the first heading before the text.
func (p *page) findTitle(text int) {
	named := p.titles()
	last := min(text, len(p.segments)-1)
	for _, want := range named {
		title := vn.Fold(want)
		for i := last; i >= 0; i-- {
			s := &p.segments[i]
			if s.chars < 12 || s.chars > 600 || s.dropped && p.inMenu(s) {
				continue
			}
			if got := vn.Fold(p.textOf(s)); len(got) > 12 && (got == title || strings.HasPrefix(title, got+" ") || strings.HasPrefix(got, title)) {
				p.main.title = i
				return
			}
		}
	}
	for _, level := range []atom.Atom{atom.H1, atom.H2} {
		for i := last; i >= 0; i-- {
			s := &p.segments[i]
			if !p.inMenu(s) && s.chars > 12 && (p.nodes[s.owner].tag == level || p.inside(&p.nodes[s.first], level)) {
				p.main.title = i
				return
			}
		}
	}
	if p.main.title = p.bold(last); p.main.title < 0 {
		p.main.byHead = first(p.linkedData().headline, p.tag("og:title", "dc.title"))
	}
}

// bold finds a line in bold before the text: the title of pages that have no
// headings.
func (p *page) bold(last int) int {
	root := &p.nodes[p.main.root]
	for i := last; i >= 0; i-- {
		s := &p.segments[i]
		if s.first < p.main.root || s.first >= root.end || last-i > maxOpening {
			break
		}
		if !s.dropped && !s.linked() && s.chars >= 15 && s.chars < 300 && p.allBold(s) && !isStamp(p.textOf(s)) {
			if i == last && s.good() && strings.HasSuffix(p.textOf(s), ".") {
				continue
			}
			return i
		}
	}
	return -1
}

func (p *page) allBold(s *segment) bool {
	for i := s.first; i <= s.last; i++ {
		n := &p.nodes[i]
		if chars, _ := count(p.text[n.start : n.start+n.size]); n.tag == 0 && !n.hidden && chars > 0 && !p.looks[n.look].bold {
			return false
		}
	}
	return true
}

// inMenu reports whether a segment stands in navigation.
func (p *page) inMenu(s *segment) bool {
	for i := s.owner; i > 0; i = p.nodes[i].parent {
		n := &p.nodes[i]
		if n.tag == atom.Nav || n.tag == atom.Aside || n.tag == atom.Footer || p.aside(n) {
			return true
		}
	}
	return false
}
