package msword

import (
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/report"
)

// The characters that mean something.
const (
	charPicture   = 0x01
	charNote      = 0x02
	charComment   = 0x05
	charCell      = 0x07
	charDrawing   = 0x08
	charTab       = 0x09
	charLine      = 0x0B
	charPage      = 0x0C
	charPara      = 0x0D
	charColumn    = 0x0E
	charField     = 0x13
	charFieldSep  = 0x14
	charFieldEnd  = 0x15
	charHardDash  = 0x1E
	charSoftDash  = 0x1F
	charSymbol    = 0x28
	separators    = 6 // stories of the page heads that are rules between text and notes
	headsASection = 6
)

// stories reads all stories in the order in which a reader meets them; the page
// heads are moved to the front at the end.
func (d *document) stories() {
	start, end := d.story(storyMain)
	if end <= start && len(d.text) > 0 { // a header that counts nothing
		end = len(d.text)
	}
	w := &walker{document: d, kind: report.Paragraph}
	w.walk(start, end)
	for _, b := range d.boxes.until(end + 1) {
		w.box(b)
	}
	for _, b := range d.boxes.left {
		w.box(b)
	}
	d.noteStory(storyNotes, fibNoteText, strconv.Itoa)
	d.noteStory(storyEndnotes, fibEndText, glyph.Roman)
	d.heads = d.out.Len()
	d.margins(false)
	d.feet = d.out.Len()
	d.margins(true)
}

// noteStory reads the foot- or endnotes.
func (d *document) noteStory(story, place int, label func(int) string) {
	start, end := d.story(story)
	if start >= end {
		return
	}
	texts := newPlc(d.part(place), 0)
	if texts.n == 0 {
		w := &walker{document: d, kind: report.Footnote}
		w.walk(start, end)
		return
	}
	for i := range texts.n {
		a, b := start+texts.at(i), start+texts.at(i+1)
		if a < start || a >= b || b > end {
			continue
		}
		first := d.out.Len()
		w := &walker{document: d, kind: report.Footnote}
		w.walk(a, b)
		if first < d.out.Len() {
			d.out.At(first).Label = label(i + 1)
		}
	}
}

// margins reads the heads or feet of the pages; what stands the same in several
// sections comes once.
func (d *document) margins(feet bool) {
	start, end := d.story(storyHeads)
	if start >= end {
		return
	}
	texts := newPlc(d.part(fibHeads), 0)
	seen := make(map[string]bool)
	kind := report.PageHeader
	if feet {
		kind = report.PageFooter
	}
	for i := separators; i < texts.n; i++ {
		k := (i - separators) % headsASection
		if isFoot := k == 2 || k == 3 || k == 5; isFoot != feet {
			continue
		}
		a, b := start+texts.at(i), start+texts.at(i+1)
		if a < start || a >= b || b > end {
			continue
		}
		key := string(utf16.Decode(d.text[a:b]))
		if seen[key] {
			continue
		}
		seen[key] = true
		w := &walker{document: d, kind: kind}
		w.walk(a, b)
	}
}

// walker reads one story.
type walker struct {
	*document
	kind   report.Kind
	end    int
	hidden []int32 // for each character, what field hides it; nil without fields
	first  int     // the character that hidden begins at
	piece  int
	tables []*table // the open ones, outermost first
	steps  int
}

// walk reads the paragraphs of a range of characters.
func (w *walker) walk(start, end int) {
	w.end, w.first = end, start
	w.fields(start, end)
	for at := start; at < end && !w.out.Full(); {
		if w.steps++; w.steps%checkContext == 0 && w.ctx.Err() != nil {
			return
		}
		stop := at + lengthOf(w.text[at:end])
		w.paragraph(at, min(stop, end-1))
		at = stop + 1
	}
	w.leave(0)
}

// lengthOf returns how many characters stand before the mark of the first paragraph.
func lengthOf(text []uint16) int {
	for i, c := range text {
		if c <= charPara && (c == charPara || c == charCell || c == charPage) {
			return i
		}
	}
	return len(text)
}

// fields marks what field codes hide: from the opening mark to the separator,
// or to the end of a field without a result. Marks without a partner are text
// that lost it, and hide nothing.
func (w *walker) fields(start, end int) {
	w.hidden = nil
	if start >= end || !slices.Contains(w.text[start:end], charField) {
		return
	}
	type open struct{ from, sep int }
	var stack []open
	var ranges [][2]int
	for i := start; i < end; i++ {
		switch w.text[i] {
		case charField:
			stack = append(stack, open{i, -1})
		case charFieldSep:
			if n := len(stack); n > 0 && stack[n-1].sep < 0 {
				stack[n-1].sep = i
			}
		case charFieldEnd:
			if n := len(stack); n > 0 {
				f := stack[n-1]
				stack = stack[:n-1]
				to := i
				if f.sep >= 0 {
					to = f.sep
				}
				ranges = append(ranges, [2]int{f.from, to})
			}
		}
	}
	if len(ranges) == 0 {
		return
	}
	// Count openings and closings, so that nested codes cost no more.
	w.hidden = make([]int32, end-start+1)
	for _, r := range ranges {
		w.hidden[r[0]-start]++
		w.hidden[r[1]-start]--
	}
	for i := 1; i < len(w.hidden); i++ {
		w.hidden[i] += w.hidden[i-1]
	}
}

func (w *walker) inCode(i int) bool { return w.hidden != nil && w.hidden[i-w.first] > 0 }

// paragraph reads the paragraph of characters from start to its mark at end.
func (w *walker) paragraph(start, end int) {
	p := w.format(end)
	w.enter(p.depth)
	t := w.table()
	if t != nil && p.rowEnd {
		w.rowEnd(t, end)
		return
	}
	w.out.Begin(w.part(p))
	w.spans(start, end, p)
	label, listed := w.label(p)
	if listed && t == nil {
		w.listItem(p, label)
	}
	blank := w.out.Blank()
	if w.close(t, p, end) && t != nil {
		i := w.out.Len() - 1
		t.parts = append(t.parts, i)
		if blank {
			w.empty[i] = true
		}
	}
	if t != nil && (w.text[end] == charCell || p.inner) {
		t.endCell()
	}
	if w.kind == report.Paragraph {
		for _, b := range w.boxes.until(end + 1) {
			w.box(b)
		}
	}
}

// close ends the part. The last paragraph of a cell is kept when the cell has
// no other: empty cells count.
func (w *walker) close(t *table, p paragraph, end int) bool {
	last := t != nil && (w.text[end] == charCell || p.inner)
	return w.out.End(last && len(t.parts) == 0)
}

func (w *walker) listItem(p paragraph, label string) {
	now := w.out.Current()
	if now.Kind == report.Paragraph {
		now.Kind, now.Level = report.ListItem, p.level+1
	}
	now.Label = label
}

// part is what a paragraph becomes.
func (w *walker) part(p paragraph) report.Part {
	part := report.Part{Kind: w.kind, Centre: p.centre}
	switch {
	case p.depth > 0 && len(w.tables) > 0:
		part.Kind = report.TableCell
		part.Cell = report.Cell{Table: w.table().id, RowSpan: 1, ColSpan: 1}
	case w.kind == report.Paragraph && p.outline < textLevel:
		part.Kind, part.Level = report.Heading, p.outline+1
	}
	return part
}

// format returns the modifiers of the paragraph that ends at a character.
func (w *walker) format(end int) paragraph {
	p := paragraph{outline: textLevel}
	w.seek(end)
	if w.piece >= len(w.pieces) {
		return p
	}
	piece := &w.pieces[w.piece]
	f := w.paras.get(piece.place(end))
	if f.style < len(w.styles) && w.styles[f.style].done {
		p = w.styles[f.style].para
	}
	p.style = f.style
	return p.with(f.list, w.data).with(piece.look, nil)
}

// seek finds the piece of a character; they are mostly asked for in order.
func (w *walker) seek(char int) {
	if w.piece < len(w.pieces) && w.pieces[w.piece].start <= char && char < w.pieces[w.piece].end {
		return
	}
	w.piece = w.pieceOf(char)
}

// spans writes the characters from start up to end, in stretches of one format.
func (w *walker) spans(start, end int, p paragraph) {
	under := w.styleLook(p.style)
	for at := start; at < end; {
		w.seek(at)
		if w.piece >= len(w.pieces) {
			return
		}
		piece := &w.pieces[w.piece]
		place := piece.place(at)
		stop := min(end, piece.end)
		l := under
		if i := w.chars.at(place); i < len(w.chars) {
			f := &w.chars[i]
			if f.start <= place {
				l = w.with(under, f.list, &under)
				stop = min(stop, piece.char(f.end))
			} else {
				stop = min(stop, piece.char(f.start))
			}
		}
		if len(piece.look) > 0 {
			l = w.with(l, piece.look, &under)
		}
		stop = max(stop, at+1)
		if !l.hidden && !l.deleted {
			w.write(at, stop, l)
		}
		at = stop
	}
}

// write writes characters of one look.
func (w *walker) write(start, stop int, l look) {
	high := false // a letter beyond ASCII was seen, which the other font shows
	font := func() string {
		if high {
			return w.font(l.other)
		}
		return w.font(l.font)
	}
	for at := start; at < stop; at++ {
		end, beyond := w.ordinary(at, stop)
		for high = high || beyond; end < stop && !w.standsOut(end, l); high = high || beyond {
			end, beyond = w.ordinary(end+1, stop)
		}
		if at < end {
			w.letters(at, end, font(), l)
		}
		at = end
		if at == stop {
			return
		}
		if c := w.text[at]; c == charSymbol {
			name := w.font(l.symbolFont)
			w.out.Look(name, l.bold)
			w.out.WriteString(glyph.Symbol(name, l.symbol))
		} else {
			high = high || c == charSoftDash
			w.out.Look(font(), l.bold)
			w.out.WriteString(control(c))
		}
	}
}

// ordinary returns where the first character from at to stop stands that may stand
// out, and whether one before it is beyond ASCII and shows.
func (w *walker) ordinary(at, stop int) (end int, high bool) {
	for i, c := range w.text[at:stop] {
		if c < ' ' || c == charSymbol {
			return at + i, high
		}
		high = high || c >= utf8.RuneSelf && !w.inCode(at+i)
	}
	return stop, high
}

// standsOut reports whether a character shows as something else than itself.
func (w *walker) standsOut(i int, l look) bool {
	c := w.text[i]
	return (c < ' ' && control(c) != "" || c == charSymbol && l.special && l.symbol != 0) && !w.inCode(i)
}

// letters writes characters that stand for themselves; other control characters
// show nothing.
func (w *walker) letters(start, stop int, font string, l look) {
	w.out.Look(font, l.bold)
	w.out.Append(func(dst []byte) []byte {
		from := len(dst)
		for i := start; i < stop; i++ {
			switch c := w.text[i]; {
			case c < ' ' || w.inCode(i):
			case c < utf8.RuneSelf:
				dst = append(dst, byte(c))
			default:
				r, more := w.rune(i)
				dst = utf8.AppendRune(dst, r)
				i += more
			}
		}
		dst = glyph.Tidy(dst, from, font)
		if l.raised {
			dst = glyph.Raise(dst, from, font)
		}
		return dst
	})
}

// rune returns the character at i and how many units more than one it takes.
func (w *walker) rune(i int) (r rune, more int) {
	r = rune(w.text[i])
	if !utf16.IsSurrogate(r) {
		return r, 0
	}
	low := rune(0)
	if i+1 < len(w.text) {
		low = rune(w.text[i+1])
	}
	if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
		more = 1
	}
	return r, more
}

// control is what a control character shows as.
func control(c uint16) string {
	switch c {
	case charTab:
		return "\t"
	case charLine, charColumn:
		return "\n"
	case charHardDash:
		return "-"
	case charSoftDash: // in a TCVN3 font it is the letter ư
		return "\u00ad"
	}
	return ""
}

// box reads a text box behind the paragraph that it is anchored in.
func (w *walker) box(r [2]int) {
	in := &walker{document: w.document, kind: report.TextBox}
	in.walk(r[0], r[1])
}
