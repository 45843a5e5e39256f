package docx

import (
	"strings"

	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/format/xmlx"
)

// levels is the number of levels that a Word list has.
const levels = 9

// level is one level of a list.
type level struct {
	start   int
	format  string
	text    string // "%1.%2", or a bullet
	font    string
	style   string // the paragraph style bound to this level
	legal   bool   // all numbers in it are Arabic
	restart int    // after which level it starts again, from 1; 0 never; -1 any higher
}

// list is an abstract list: its levels and its counters, which all lists made
// from it share.
type list struct {
	levels [levels]level
	link   string // the numbering style that defines it instead
	count  [levels]int
	begun  [levels]bool
}

// instance is a list as paragraphs name it.
type instance struct {
	list      int
	overrides [levels]*level
	starts    [levels]int // start + 1; 0 is none
	used      [levels]bool
}

// numbering counts the lists of one file.
type numbering struct {
	lists     map[int]*list
	instances map[int]*instance
	styles    *styles
	fonts     *fonts
}

func newNumbering(s *xmlx.Scanner, st *styles, f *fonts) *numbering {
	n := &numbering{lists: make(map[int]*list), instances: make(map[int]*instance), styles: st, fonts: f}
	if !s.Child() {
		return n
	}
	for s.Child() {
		switch string(s.Name()) {
		case "abstractNum":
			n.readList(s)
		case "num":
			n.readInstance(s)
		default:
			s.Skip()
		}
	}
	return n
}

func (n *numbering) readList(s *xmlx.Scanner) {
	id := s.Int("abstractNumId", -1)
	l := &list{}
	for i := range l.levels {
		l.levels[i] = level{start: 1, restart: -1, format: "decimal"}
	}
	for s.Child() {
		switch string(s.Name()) {
		case "lvl":
			readLevel(s, n.fonts, func(i int) *level { return &l.levels[i] })
		case "numStyleLink":
			l.link = s.Value("val")
			s.Skip()
		default:
			s.Skip()
		}
	}
	n.lists[id] = l
}

func readLevel(s *xmlx.Scanner, f *fonts, at func(int) *level) {
	i := s.Int("ilvl", 0)
	if i < 0 || i >= levels {
		s.Skip()
		return
	}
	l := at(i)
	for s.Child() {
		switch string(s.Name()) {
		case "start":
			l.start = s.Int("val", 1)
		case "numFmt":
			l.format = s.Value("val")
		case "lvlText":
			l.text = labelText(s.Value("val"))
		case "pStyle":
			l.style = s.Value("val")
		case "isLgl":
			l.legal = toggle(s) == yes
		case "lvlRestart":
			l.restart = s.Int("val", -1)
		case "rPr":
			look, _ := readLook(s, f)
			l.font = look.font
			continue
		}
		s.Skip()
	}
}

// maxLabel bounds the text of a label, which every item of a list repeats.
const maxLabel = 512

func labelText(text string) string {
	return strings.ToValidUTF8(text[:min(len(text), maxLabel)], "\ufffd")
}

func (n *numbering) readInstance(s *xmlx.Scanner) {
	id := s.Int("numId", -1)
	in := &instance{list: -1}
	for s.Child() {
		switch string(s.Name()) {
		case "abstractNumId":
			in.list = s.Int("val", -1)
			s.Skip()
		case "lvlOverride":
			in.readOverride(s, n.fonts)
		default:
			s.Skip()
		}
	}
	n.instances[id] = in
}

func (in *instance) readOverride(s *xmlx.Scanner, f *fonts) {
	i := s.Int("ilvl", 0)
	for s.Child() {
		switch string(s.Name()) {
		case "startOverride":
			if i >= 0 && i < levels {
				in.starts[i] = max(s.Int("val", 0), 0) + 1
			}
			s.Skip()
		case "lvl":
			readLevel(s, f, func(i int) *level {
				in.overrides[i] = &level{start: 1, restart: -1, format: "decimal"}
				return in.overrides[i]
			})
		default:
			s.Skip()
		}
	}
}

// find returns the list that an instance counts in, following the link to a
// numbering style.
func (n *numbering) find(id int) (*instance, *list) {
	in := n.instances[id]
	for range 4 { // a link leads to a list of its own, never far
		if in == nil {
			return nil, nil
		}
		l := n.lists[in.list]
		if l == nil || l.link == "" {
			return in, l
		}
		next := n.instances[n.styles.get([]byte(l.link)).layout.list-1]
		if next == in {
			return in, l
		}
		in = next
	}
	return nil, nil
}

// bound returns the level of a list that a paragraph style is bound to, 0 when
// it is bound to none.
func (n *numbering) bound(id int, style string) int {
	if _, l := n.find(id); l != nil {
		for i := range l.levels {
			if l.levels[i].style == style {
				return i
			}
		}
	}
	return 0
}

// next counts one paragraph of a list and returns its label and the font of a
// label in one, "" when the list shows none.
func (n *numbering) next(id, depth int) (label, font string, ok bool) {
	in, l := n.find(id)
	if l == nil {
		return "", "", false
	}
	l.advance(in, depth)
	lv := l.level(in, depth)
	if lv.format == "bullet" {
		return glyph.Bullet(lv.text, lv.font), "", true
	}
	if lv.format == "none" && !strings.Contains(lv.text, "%") {
		return lv.text, lv.font, true
	}
	return l.label(in, lv), lv.font, true
}

func (l *list) level(in *instance, depth int) *level {
	if o := in.overrides[depth]; o != nil {
		return o
	}
	return &l.levels[depth]
}

// advance moves the counters on to a paragraph at a depth.
func (l *list) advance(in *instance, depth int) {
	for i := range depth { // a level never met above counts from its start
		if !l.begun[i] {
			l.count[i], l.begun[i] = l.level(in, i).start, true
		}
	}
	switch start := in.starts[depth]; {
	case start > 0 && !in.used[depth]:
		l.count[depth] = start - 1
	case !l.begun[depth]:
		l.count[depth] = l.level(in, depth).start
	default:
		l.count[depth]++
	}
	l.begun[depth], in.used[depth] = true, true
	for i := depth + 1; i < levels; i++ {
		if r := l.level(in, i).restart; r < 0 || r > depth {
			l.begun[i] = false
		}
	}
}

// label fills the numbers into a level's text.
func (l *list) label(in *instance, lv *level) string {
	var b strings.Builder
	for i := 0; i < len(lv.text); i++ {
		c := lv.text[i]
		if c != '%' || i+1 == len(lv.text) || lv.text[i+1] < '1' || lv.text[i+1] > '9' {
			b.WriteByte(c)
			continue
		}
		i++
		at := int(lv.text[i] - '1')
		format := l.level(in, at).format
		if lv.legal {
			format = "decimal"
		}
		b.WriteString(glyph.Number(l.count[at], format))
	}
	return strings.TrimSpace(b.String())
}
