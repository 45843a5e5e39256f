package odt

import (
	"strings"

	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/format/xmlx"
)

// levels is the number of levels of a list.
const levels = 10

// level is one level of a list style.
type level struct {
	format         string // as Word names it; "" for a level without number
	prefix, suffix string
	pattern        string // "%1%.%2%", which goes before prefix and suffix
	bullet         string
	font           string
	start          int
	show           int // how many levels the number shows
}

// listStyle is how a list counts.
type listStyle [levels]level

// formats are the number formats of OpenDocument, by their sample.
var formats = map[string]string{"1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}

// maxLabel bounds the text of a label, which every item of a list repeats.
const maxLabel = 512

func validLabel(text string) string {
	return strings.ToValidUTF8(text[:min(len(text), maxLabel)], "\ufffd")
}

func readListStyle(s *xmlx.Scanner) *listStyle {
	var st listStyle
	for s.Child() {
		i := s.Int("level", 0) - 1
		if i < 0 || i >= levels {
			s.Skip()
			continue
		}
		l := level{start: s.Int("start-value", 1), show: min(max(s.Int("display-levels", 1), 1), levels)}
		l.prefix, l.suffix = validLabel(s.Value("num-prefix")), validLabel(s.Value("num-suffix"))
		l.pattern = validLabel(s.Value("num-list-format"))
		if string(s.Name()) == "list-level-style-bullet" {
			l.bullet = validLabel(s.Value("bullet-char"))
		} else if f := s.Value("num-format"); f != "" {
			if l.format = formats[f]; l.format == "" {
				l.format = "decimal"
			}
		}
		for s.Child() {
			if string(s.Name()) == "text-properties" {
				if l.font = cleanFont(s.Value("font-family")); l.font == "" {
					l.font = cleanFont(s.Value("font-name"))
				}
			}
			s.Skip()
		}
		st[i] = l
	}
	return &st
}

// counts are the numbers of one list.
type counts struct {
	at    [levels]int
	begun [levels]bool
}

// next counts one item at a depth from 0.
func (c *counts) next(st *listStyle, depth, start int) {
	for i := range depth {
		if !c.begun[i] {
			c.at[i], c.begun[i] = st[i].start, true
		}
	}
	switch {
	case start >= 0:
		c.at[depth] = start
	case !c.begun[depth]:
		c.at[depth] = st[depth].start
	default:
		c.at[depth]++
	}
	c.begun[depth] = true
	for i := depth + 1; i < levels; i++ {
		c.begun[i] = false
	}
}

// label writes the number of the item counted last.
func (c *counts) label(st *listStyle, depth int) string {
	l := st[depth]
	if l.bullet != "" {
		return glyph.Bullet(l.bullet, l.font)
	}
	if l.pattern != "" {
		return strings.TrimSpace(c.fill(st, l.pattern))
	}
	if l.format == "" {
		return strings.TrimSpace(l.prefix + l.suffix)
	}
	var b strings.Builder
	b.WriteString(l.prefix)
	for i := max(depth-l.show+1, 0); i <= depth; i++ {
		if n := glyph.Number(c.at[i], st[i].format); st[i].format != "" && n != "" {
			if b.Len() > len(l.prefix) {
				b.WriteByte('.')
			}
			b.WriteString(n)
		}
	}
	b.WriteString(l.suffix)
	return strings.TrimSpace(b.String())
}

// fill puts the numbers into "%1%.%2%".
func (c *counts) fill(st *listStyle, pattern string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(pattern, "%")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		n, after, closed := strings.Cut(rest, "%")
		i := 0
		for _, d := range []byte(n) {
			if d < '0' || d > '9' {
				closed = false
			}
			i = min(i*10+int(d-'0'), levels+1)
		}
		if !closed || i < 1 || i > levels {
			b.WriteByte('%')
			pattern = rest
			continue
		}
		if f := st[i-1].format; f != "" {
			b.WriteString(glyph.Number(c.at[i-1], f))
		}
		pattern = after
	}
}

// lists are the lists met so far, by what a later one may go on with.
type lists struct {
	byStyle map[string]*counts
	byID    map[string]*counts
	heads   counts
}

// listState is the list that the walk is in.
type listState struct {
	style  string
	counts *counts
}

// item is the list item that the walk is in.
type item struct {
	fresh bool // its label is not given yet
	start int  // its number, -1 for the next
}

// listBlock reads one <text:list>.
func (w *walker) listBlock(in place) {
	outer, outerItem := w.list, w.item
	st := &listState{style: w.s.Value("style-name")}
	if outer != nil {
		if st.counts = outer.counts; st.style == "" {
			st.style = outer.style
		}
	} else {
		st.counts = w.lists.open(w.s, st.style)
	}
	w.list = st
	w.depth++
	for w.s.Child() {
		switch string(w.s.Name()) {
		case "list-item":
			w.item = item{fresh: true, start: w.s.Int("start-value", -1)}
			w.blocks(in)
		case "list-header":
			w.item = item{}
			w.blocks(in)
		default:
			w.s.Skip()
		}
	}
	w.depth--
	w.list, w.item = outer, outerItem
}

// open returns the counts that a list begins or goes on with.
func (l *lists) open(s *xmlx.Scanner, style string) *counts {
	if l.byStyle == nil {
		l.byStyle, l.byID = make(map[string]*counts), make(map[string]*counts)
	}
	c := &counts{}
	if before := l.byID[s.Value("continue-list")]; before != nil {
		c = before
	} else if before := l.byStyle[style]; before != nil && s.Is("continue-numbering", "true") {
		c = before
	}
	l.byStyle[style] = c
	if id := s.Value("id"); id != "" {
		l.byID[id] = c
	}
	return c
}

// label counts the paragraph, if it is one that counts, and returns its label
// and the font of that.
func (w *walker) label(heading bool, level int, st *style) (label, font string) {
	if w.list == nil {
		if !heading || w.styles.outline[level-1].format == "" {
			return "", ""
		}
		w.lists.heads.next(&w.styles.outline, level-1, -1)
		return w.lists.heads.label(&w.styles.outline, level-1), w.styles.outline[level-1].font
	}
	if !w.item.fresh || w.depth > levels {
		return "", ""
	}
	w.item.fresh = false
	name := w.list.style
	if name == "" {
		name = st.list
	}
	how := w.styles.lists[name]
	if how == nil {
		return "", ""
	}
	w.list.counts.next(how, w.depth-1, w.item.start)
	if l := how[w.depth-1]; l.bullet != "" {
		return glyph.Bullet(l.bullet, l.font), ""
	}
	return w.list.counts.label(how, w.depth-1), how[w.depth-1].font
}
