package html

import (
	"context"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
	"golang.org/x/net/html/atom"
)

// writer turns the tree into parts.
type writer struct {
	*page
	ctx     context.Context
	out     *parts.Builder
	now     report.Part // what a new part is
	space   bool        // white space waits for a letter
	breaks  bool        // a line break waits for a letter
	begun   bool        // the open part has text
	segment int         // that was written last
	label   string      // of the list item that begins
	lists   []list
	tables  int
	kept    bool // the current cell has a part
	steps   int
}

// list is an open <ol> or <ul>.
type list struct {
	ordered bool
	style   byte
	next    int
}

func (w *writer) write() {
	if w.main.byHead != "" {
		w.out.Begin(report.Part{Kind: report.Heading, Level: 1})
		w.out.WriteString(strings.ToValidUTF8(w.main.byHead, "\ufffd"))
		w.out.End(false)
	}
	w.children(&w.nodes[0])
	w.end()
}

func (w *writer) children(n *node) {
	for i := n.first; i >= 0; i = w.nodes[i].next {
		w.node(i)
	}
}

func (w *writer) node(i int32) {
	n := &w.nodes[i]
	if w.steps++; w.steps%looksEvery == 0 && w.ctx.Err() != nil || w.out.Full() {
		return
	}
	switch {
	case n.hidden:
	case n.tag == 0:
		if w.main.live[i] {
			w.text(i, n)
		} else if w.begun {
			w.space = true
		}
	case n.tag == atom.Br:
		w.lineBreak()
	case !w.main.live[i] && n.tag != atom.Td && n.tag != atom.Th:
		if !inline(n.tag) {
			w.end()
		}
	case n.tag == atom.Table:
		w.end()
		w.table(i, n)
		w.end()
	case inline(n.tag):
		w.inline(n)
	default:
		w.block(n)
	}
}

// inline walks an element inside a line; Word's list marker becomes the label.
func (w *writer) inline(n *node) {
	if n.attrs > 0 && strings.Contains(w.attr(n, keyStyle), "mso-list") {
		if r := declarations(w.attr(n, keyStyle)); strings.EqualFold(r.list, "Ignore") {
			w.marker(n)
			return
		}
	}
	if n.tag == atom.A && w.noteMark(n) {
		return
	}
	w.children(n)
}

// noteMark handles the mark of a foot- or endnote. In the text it is left out:
// "1.298" with note 1 must not become "1.2981". In the note it is the label.
func (w *writer) noteMark(n *node) bool {
	href := w.attr(n, keyHref)
	class := w.attr(n, keyClass)
	mark := class == "footnote-ref" || class == "footnote-back"
	for _, start := range []string{"#_ftn", "#_edn", "#sdfootnote", "#sdendnote"} {
		mark = mark || strings.HasPrefix(href, start)
	}
	if mark && w.now.Kind == report.Footnote && class != "footnote-back" && !w.begun {
		w.label = strings.Trim(w.within(n), "[]() \u00a0")
	}
	return mark
}

// within returns the visible text of an element.
func (w *writer) within(n *node) string {
	var b strings.Builder
	for i := n.first; i >= 0 && i < n.end; i++ {
		if t := &w.nodes[i]; t.tag == 0 && !t.hidden && b.Len() < 100 {
			b.WriteString(w.page.text[t.start : t.start+t.size])
		}
	}
	return strings.ToValidUTF8(collapse(b.String()), "\ufffd")
}

// block walks an element that is a paragraph or holds some.
func (w *writer) block(n *node) {
	w.end()
	outer := w.now
	w.kindOf(n)
	switch n.tag {
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		w.list(n)
	case atom.Li:
		w.item(n)
	default:
		w.children(n)
	}
	w.end()
	w.now = outer
}

// kindOf sets what the parts of a block are.
func (w *writer) kindOf(n *node) {
	inCell := w.now.Kind == report.TableCell
	if level := heading(n.tag); level > 0 && !inCell {
		w.now.Kind, w.now.Level = report.Heading, level
		return
	}
	if n.tag == atom.Figcaption || n.tag == atom.Caption {
		w.now = report.Part{Kind: report.Caption}
		return
	}
	for _, a := range w.attrs[n.attr : n.attr+n.attrs] {
		switch a.key {
		case keyClass:
			if !inCell && captionName(a.value) {
				w.now.Kind = report.Caption
			}
		case keyID:
			if noteName(a.value) {
				w.now = report.Part{Kind: report.Footnote}
			}
		case keyTitle:
			// LibreOffice writes the margins of the page as <div title="header">.
			switch {
			case n.tag == atom.Div && a.value == "header":
				w.now = report.Part{Kind: report.PageHeader}
			case n.tag == atom.Div && a.value == "footer":
				w.now = report.Part{Kind: report.PageFooter}
			}
		case keyStyle:
			if !inCell && strings.Contains(a.value, "mso-list:") {
				w.wordItem(a.value)
			}
		default:
		}
	}
}

func captionName(class string) bool {
	for part := range nameParts(class) {
		switch part {
		case "caption", "pcaption", "chuthich", "imgcaption", "photocaption", "picturecaption":
			return true
		}
	}
	return false
}

// noteName reports the id of a foot- or endnote that Word or LibreOffice wrote.
func noteName(id string) bool {
	digits := strings.TrimLeft(id, "abcdefghijklmnopqrstuvwxyz")
	switch id[:len(id)-len(digits)] {
	case "ftn", "edn", "fn", "sdfootnote", "sdendnote":
		return digits != "" && strings.Trim(digits, "0123456789") == ""
	}
	return false
}

// wordItem makes a list item of a paragraph of Word's "l0 level2 lfo1".
func (w *writer) wordItem(style string) {
	r := declarations(style)
	_, level, ok := strings.Cut(r.list, "level")
	if !ok || level == "" || level[0] < '1' || level[0] > '9' || w.now.Kind != report.Paragraph {
		return
	}
	w.now.Kind, w.now.Level = report.ListItem, int(level[0]-'0')
}

// marker takes the text of a number or bullet as the label of its item.
func (w *writer) marker(n *node) {
	font := ""
	for i := n.first; i >= 0 && i < n.end; i++ {
		t := &w.nodes[i]
		if t.tag == 0 && t.size > 0 && strings.Trim(w.page.text[t.start:t.start+t.size], " \t\r\n\u00a0") != "" {
			font = w.looks[t.look].font
			break
		}
	}
	w.label = bullet(strings.Trim(w.within(n), " \u00a0"), font)
}

// bullet shows the bullets of symbol fonts in Unicode.
func bullet(text, font string) string {
	switch {
	case strings.EqualFold(font, "Symbol") && text == "·":
		return "•"
	case strings.EqualFold(font, "Wingdings") && len([]rune(text)) == 1:
		switch text {
		case "§":
			return "▪"
		case "Ø":
			return "➢"
		case "ü":
			return "✓"
		case "v":
			return "❖"
		case "q":
			return "❑"
		}
		return "•"
	}
	return text
}

func (w *writer) list(n *node) {
	l := list{ordered: n.tag == atom.Ol, next: 1}
	if v, err := strconv.Atoi(w.attr(n, keyStart)); err == nil {
		l.next = v
	}
	if t := w.attr(n, keyType); len(t) == 1 {
		l.style = t[0]
	} else if s := w.attr(n, keyStyle); s != "" {
		l.style = listStyle(s)
	}
	w.lists = append(w.lists, l)
	w.children(n)
	w.lists = w.lists[:len(w.lists)-1]
}

func listStyle(style string) byte {
	for _, s := range []struct {
		name string
		code byte
	}{{"upper-roman", 'I'}, {"lower-roman", 'i'}, {"upper-alpha", 'A'}, {"upper-latin", 'A'}, {"lower-alpha", 'a'}, {"lower-latin", 'a'}, {"none", '0'}} {
		if strings.Contains(style, s.name) {
			return s.code
		}
	}
	return 0
}

func (w *writer) item(n *node) {
	level := max(len(w.lists), 1)
	if w.now.Kind == report.Footnote {
		w.children(n)
		return
	}
	if w.now.Kind != report.TableCell {
		w.now.Kind, w.now.Level = report.ListItem, level
	}
	w.label = "•"
	if len(w.lists) > 0 {
		l := &w.lists[len(w.lists)-1]
		if v, err := strconv.Atoi(w.attr(n, keyValue)); err == nil {
			l.next = v
		}
		switch {
		case l.style == '0':
			w.label = ""
		case l.ordered:
			w.label = number(l.next, l.style)
			l.next++
		}
	}
	w.children(n)
	w.end()
	w.label = ""
}

// number shows the number of a list item: "1.", "b.", "IV.".
func number(n int, style byte) string {
	switch {
	case (style == 'a' || style == 'A') && n >= 1 && n <= 26:
		return string(rune(style)+rune(n-1)) + "."
	case style == 'I' && n >= 1 && n < 4000:
		return vn.FormatRoman(n) + "."
	case style == 'i' && n >= 1 && n < 4000:
		return strings.ToLower(vn.FormatRoman(n)) + "."
	}
	return strconv.Itoa(n) + "."
}

// lineBreak: one is a line end inside the part, two end it.
func (w *writer) lineBreak() {
	if w.breaks {
		w.end()
		return
	}
	w.breaks = w.begun
	w.space = false
}

// end closes the open part.
func (w *writer) end() {
	if w.begun {
		w.out.End(false)
		w.begun = false
		w.kept = true
	}
	w.space, w.breaks = false, false
}

func (w *writer) begin(i int32, l *look) {
	p := w.now
	p.Centre = l.centre
	if n := &w.nodes[i]; n.segment >= 0 && int(n.segment) == w.main.title && p.Kind != report.TableCell {
		p.Kind, p.Level = report.Heading, 1
	}
	p.Label, w.label = w.label, ""
	w.out.Begin(p)
	w.begun = true
	w.kept = true
}

// text writes a text node with its white space collapsed.
func (w *writer) text(i int32, n *node) {
	l := &w.looks[n.look]
	text := w.page.text[n.start : n.start+n.size]
	if l.pre {
		w.preformatted(i, l, text)
		return
	}
	for text != "" {
		word := strings.TrimLeft(text, " \n\t\r\f")
		w.space = w.space || len(word) < len(text)
		if word == "" {
			return
		}
		// Cut at white space other than a single blank between two words.
		end := len(word)
		for j := range len(word) {
			if c := word[j]; c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == ' ' && (j+1 == len(word) || blank(word[j+1])) {
				end = j
				break
			}
		}
		w.put(i, l, word[:end])
		text = word[end:]
	}
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// put writes a stretch of words behind the white space that waits.
func (w *writer) put(i int32, l *look, words string) {
	if segment := int(w.nodes[i].segment); segment != w.segment {
		if w.begun && (segment == w.main.title || w.segment == w.main.title) {
			w.end() // the title is a part of its own
		}
		w.segment = segment
	}
	if !w.begun {
		w.begin(i, l)
		w.space, w.breaks = false, false
	}
	w.out.Look(l.font, l.bold)
	switch {
	case w.breaks:
		w.out.WriteString("\n")
	case w.space:
		w.out.WriteString(" ")
	}
	w.space, w.breaks = false, false
	if !l.raised {
		w.out.WriteString(words)
		return
	}
	w.out.Append(func(dst []byte) []byte {
		from := len(dst)
		return glyph.Raise(append(dst, words...), from, l.font)
	})
}

// preformatted writes text whose line ends count.
func (w *writer) preformatted(i int32, l *look, text string) {
	first := true
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if !first {
			w.lineBreak()
		}
		first = false
		if line = strings.TrimRight(line, " \t\r"); line != "" {
			w.put(i, l, line)
		}
	}
}
