package html

import (
	"fmt"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	"golang.org/x/net/html/atom"
)

// main is what of a page is read.
type main struct {
	portal bool
	root   int32  // the element that holds the stories
	title  int    // its segment, -1 when the page does not show one
	byHead string // a title that only the page's head gives
	live   []bool // nodes with text that is kept
	kept   int
	left   int // bytes of visible text left out
}

func (m *main) note() report.Note {
	return report.Note{
		Code: "main_text",
		Text: fmt.Sprintf("kept %d of %d bytes of visible text: menus, comments and related news are left out", m.kept, m.kept+m.left),
	}
}

// choose decides what of the page is read.
func (p *page) choose(whole bool) {
	p.main.title = -1
	if !whole && p.isPortal() {
		p.main.portal = true
		t := newTally(p)
		p.prune(t)
		p.main.root = p.container(t)
		p.sift(t)
	}
	p.settle()
}

// isPortal reports whether a page has more on it than its document: links to
// other pages, navigation, or a head made for search engines.
func (p *page) isPortal() bool {
	for _, office := range []string{"Word", "Office", "Excel", "ABIWORD", "OpenDocument", "pandoc"} {
		if strings.Contains(p.head.generator, office) {
			return false
		}
	}
	for i := range p.segments {
		if s := &p.segments[i]; s.links > 0 && s.links == s.chars {
			return true // a line that is all link
		}
	}
	if len(p.head.ld) > 0 {
		return true
	}
	for _, m := range p.head.meta {
		if m.name == "og:type" || m.name == "article:published_time" {
			return true
		}
	}
	for i := range p.nodes {
		switch n := &p.nodes[i]; n.tag {
		case atom.Nav, atom.Aside:
			return true
		default:
		}
	}
	return false
}

// tally holds sums over the segments below each node, of what is not pruned.
type tally struct {
	good, text, links []int32
	teasers           []int32 // the share of good that follows a line of link
	score             []float32
	pruned            []bool
}

func newTally(p *page) *tally {
	n := len(p.nodes)
	t := &tally{good: make([]int32, n), text: make([]int32, n), links: make([]int32, n), teasers: make([]int32, n), score: make([]float32, n), pruned: make([]bool, n)}
	t.sum(p)
	return t
}

func (t *tally) sum(p *page) {
	clear(t.good)
	clear(t.text)
	clear(t.links)
	clear(t.teasers)
	before := false
	for i := range p.segments {
		s := &p.segments[i]
		if s.dropped {
			continue
		}
		if s.teaser = before && s.good(); s.teaser {
			t.teasers[s.owner] += s.chars - s.links
		}
		before = s.linked() && s.chars > shortLink
		t.text[s.owner] += s.chars
		t.links[s.owner] += s.links
		if s.good() {
			t.good[s.owner] += s.chars - s.links
		}
	}
	for i := len(p.nodes) - 1; i > 0; i-- {
		up := p.nodes[i].parent
		t.good[up] += t.good[i]
		t.text[up] += t.text[i]
		t.links[up] += t.links[i]
		t.teasers[up] += t.teasers[i]
	}
}

// shortLink is the length of a link that is too short to be the title of
// another story.
const shortLink = 15

// prune drops navigation, side bars, comments and the like, by element, role
// and class, unless most of the page's running text is in them.
func (p *page) prune(t *tally) {
	all := t.good[0]
	for i := 1; i < len(p.nodes); i++ {
		n := &p.nodes[i]
		t.pruned[i] = t.pruned[n.parent]
		if t.pruned[i] || n.tag == 0 || t.text[i] == 0 || t.good[i]*5 > all*2 {
			continue
		}
		t.pruned[i] = p.navigation(n) || p.aside(n)
	}
	for i := range p.segments {
		s := &p.segments[i]
		s.dropped = t.pruned[s.first]
	}
	t.sum(p)
}

// navigation reports elements that are never a story.
func (p *page) navigation(n *node) bool {
	switch n.tag {
	case atom.Nav, atom.Aside, atom.Menu, atom.Dialog:
		return true
	case atom.Footer:
		return !p.inside(n, atom.Article)
	case atom.Header:
		return !p.inside(n, atom.Article) && !p.holdsTitle(n)
	}
	return false
}

func (p *page) inside(n *node, tag atom.Atom) bool {
	for i := n.parent; i >= 0; i = p.nodes[i].parent {
		if p.nodes[i].tag == tag {
			return true
		}
	}
	return false
}

func (p *page) holdsTitle(n *node) bool {
	if n.first < 0 {
		return false
	}
	for i := n.first; i < n.end; i++ {
		if t := p.nodes[i].tag; t == atom.H1 || t == atom.H2 {
			return true
		}
	}
	return false
}

// container finds the element that holds the stories: the one with most running
// text directly in it, widened as long as what comes in has hardly a link.
func (p *page) container(t *tally) int32 {
	for i := range p.segments {
		s := &p.segments[i]
		if s.dropped || !s.good() {
			continue
		}
		weight := float32(s.chars - s.links)
		c := p.holder(s)
		for share := float32(1); c >= 0 && share > 0.2; share /= 2 {
			t.score[c] += weight * share
			c = p.nodes[c].parent
		}
	}
	best := int32(0)
	var most float32
	for i := range p.nodes {
		v := t.score[i]
		if v > 0 && p.story(&p.nodes[i]) {
			v *= 1.5
		}
		if v > most {
			best, most = int32(i), v
		}
	}
	return p.widen(t, best)
}

// holder is the element in which paragraphs stand.
func (p *page) holder(s *segment) int32 {
	n := &p.nodes[s.owner]
	switch n.tag {
	case atom.P, atom.Li, atom.Dd, atom.Dt, atom.Blockquote, atom.Pre, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return max(n.parent, 0)
	case atom.Td, atom.Th:
		// The cell of a data table is a paragraph; a page's column is not.
		if s.chars < 400 && n.parent > 0 && p.alone(s) {
			if row := &p.nodes[n.parent]; row.parent >= 0 {
				return row.parent
			}
		}
	case atom.Div:
		if p.alone(s) {
			return max(n.parent, 0)
		}
	}
	return s.owner
}

// alone reports whether a segment is all the text of its block.
func (p *page) alone(s *segment) bool {
	n := &p.nodes[s.owner]
	for i := s.last + 1; i < n.end; i++ {
		if p.nodes[i].segment >= 0 {
			return false
		}
	}
	for i := s.first - 1; i > s.owner; i-- {
		if p.nodes[i].segment >= 0 {
			return false
		}
	}
	return true
}

// widen climbs from the best element to one that holds all stories of the page.
func (p *page) widen(t *tally, best int32) int32 {
	for c := best; c > 0; {
		up := p.nodes[c].parent
		if up < 0 {
			break
		}
		text, links := t.text[up]-t.text[c], t.links[up]-t.links[c]
		good, teasers := t.good[up]-t.good[c], t.teasers[up]-t.teasers[c]
		if teasers*2 > good {
			break // titles of other stories with a sentence below each
		}
		if text > 0 && links*8 > text && (good < t.good[c]/3 || links*4 > text) {
			break // menus; but they may stand between several stories
		}
		c = up
		if text > 0 {
			best = c
		}
	}
	return best
}

// settle marks what is kept, and counts.
func (p *page) settle() {
	p.main.live = make([]bool, len(p.nodes))
	for i := range p.segments {
		s := &p.segments[i]
		if s.dropped {
			p.main.left += int(s.chars)
			continue
		}
		p.main.kept += int(s.chars)
	}
	for i := len(p.nodes) - 1; i > 0; i-- {
		n := &p.nodes[i]
		if n.segment >= 0 && !p.segments[n.segment].dropped {
			p.main.live[i] = true
		}
		if p.main.live[i] {
			p.main.live[n.parent] = true
		}
	}
}
