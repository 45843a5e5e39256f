package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// unwrap joins printed lines to paragraphs.
//
// Text comes in lines of two kinds. A typist or a printer breaks at a margin:
// those lines are nearly equally long, and a short one ends a paragraph. Saved
// web pages and corpora have one paragraph a line: of these only lines are
// joined that cannot end where they do.
func unwrap(lines []*paragraph) []*paragraph {
	u := unwrapper{margin: marginOf(lines), out: make([]*paragraph, 0, len(lines))}
	for _, p := range lines {
		u.add(p)
	}
	u.close()
	return u.out
}

type unwrapper struct {
	margin int          // letters a line can hold, 0 when lines are paragraphs
	out    []*paragraph // finished
	lines  []*paragraph // of the paragraph under way
	seps   []string     // behind each line but the last
	length int          // of the last line, in letters
	number number       // the last numbering seen, to know its successor
	gap    bool         // a blank line stands before the next one
	aside  []*paragraph // furniture of the page, behind the open paragraph
}

func (u *unwrapper) add(p *paragraph) {
	switch {
	case p.text == "" && p.Kind != report.TableCell:
		u.gap = true
		return
	case isAside(p.Kind):
		if len(u.lines) == 0 {
			u.out = append(u.out, p)
		} else {
			u.aside = append(u.aside, p)
		}
		return
	}
	p.gap, u.gap = u.gap, false
	if len(u.lines) > 0 && u.goesOn(u.last(), p) {
		u.seps = append(u.seps, separatorOf(u.last().text, p.text))
	} else {
		u.close()
		if n := numbering(p.text); n.rank != rankNone {
			u.number = n
		}
	}
	u.lines = append(u.lines, p)
	u.length = utf8.RuneCountInString(p.text)
}

func (u *unwrapper) last() *paragraph { return u.lines[len(u.lines)-1] }

func (u *unwrapper) close() {
	if len(u.lines) > 0 {
		u.out = append(u.out, merge(u.lines, u.seps))
	}
	u.out = append(u.out, u.aside...)
	u.lines, u.seps, u.aside = u.lines[:0], u.seps[:0], u.aside[:0]
}

// merge makes one paragraph of lines.
func merge(lines []*paragraph, seps []string) *paragraph {
	p := lines[0]
	if len(lines) == 1 {
		return p
	}
	var b strings.Builder
	b.WriteString(p.text)
	for i, q := range lines[1:] {
		b.WriteString(seps[i])
		p.absorb(q, b.Len())
		b.WriteString(q.text)
	}
	p.text = b.String()
	return p
}

// isAside reports whether parts of a kind stand outside the flow of the text.
func isAside(k report.Kind) bool {
	switch k {
	case report.PageHeader, report.PageFooter, report.Footnote, report.TextBox, report.Caption, report.FileHeader:
		return true
	case report.Paragraph, report.Heading, report.ListItem, report.TableCell:
	}
	return false
}

// widestMargin is the widest hard-wrapped line expected, in letters: A4
// landscape in a small font.
const widestMargin = 170

// fewLines are too few for one line that is far longer to be an exception.
const fewLines = 12

// marginOf returns how many letters a line holds before it is broken, 0 when
// lines are paragraphs. In wrapped text most lines are full, give or take a
// seventh for the uneven widths of printed letters and words that did not fit,
// and few of the full ones happen to end with a sentence.
func marginOf(lines []*paragraph) int {
	lengths := make([]int, 0, len(lines))
	ends := make([]bool, 0, len(lines))
	for _, p := range lines {
		if p.text != "" && p.Cell.Table == 0 && !isAside(p.Kind) {
			lengths = append(lengths, utf8.RuneCountInString(p.text))
			ends = append(ends, endsLine(p.text))
		}
	}
	if len(lengths) < 2 {
		return 0
	}
	sorted := slices.Clone(lengths)
	slices.Sort(sorted)
	// One longer line (an address, a table's row) is no margin.
	margin := sorted[(len(sorted)-1)*19/20]
	if margin < 24 || margin > widestMargin {
		return 0
	}
	if len(sorted) < fewLines && sorted[len(sorted)-1] > margin*3/2 {
		return 0 // a headline, a day and a paragraph of news
	}
	full, ragged, ended := 0, 0, 0
	for i, n := range lengths {
		switch {
		case n >= margin*85/100:
			full++
			if ends[i] {
				ended++
			}
		case n > margin*6/10:
			ragged++
		}
	}
	if full < 2 || full*100 < 35*len(lengths) || ragged > full || ended*2 > full {
		return 0
	}
	return margin
}

// goesOn reports whether line q continues the paragraph that ends with line p.
func (u *unwrapper) goesOn(p, q *paragraph) bool {
	a, b := p.text, q.text
	switch {
	case b == "" || a == "" || p.Kind != q.Kind && !(p.Kind == report.ListItem && q.Kind == report.Paragraph):
		return false
	case p.Cell != q.Cell:
		return false
	case q.gap && !crossesPage(p, q):
		return false
	case endsWithAbbreviation(a) || cutFigure(a, b):
		return true
	case p.Cell.Table != 0:
		return cellGoesOn(p.Cell, a, b)
	case u.margin == 0:
		return u.length >= 60 && startsSmall(b) && !endsLine(a) && numbering(b).rank == rankNone
	}
	return u.fills(p, q)
}

// crossesPage reports whether a gap before p may be the gap between two pages
// in the middle of a sentence.
func crossesPage(a, p *paragraph) bool {
	return a.Page != p.Page && startsSmall(p.text) && !endsLine(a.text)
}

// fills decides for wrapped text.
func (u *unwrapper) fills(a, b *paragraph) bool {
	full := u.length+1+utf8.RuneCountInString(firstWord(b.text)) > u.margin*9/10
	if n := numbering(b.text); n.rank != rankNone && !(full && !endsLine(a.text) && !u.follows(n)) {
		return false
	}
	switch {
	case startsSmall(b.text) && !endsLine(a.text):
		// "BÁO CÁO" above "tổng kết …" is a title in two parts.
		return allCapitals(a.text) == allCapitals(b.text) || full
	case !full, a.Bold != b.Bold, allCapitals(a.text) != allCapitals(b.text) && allCapitals(a.text), a.Centre != b.Centre && !startsSmall(b.text):
		return false
	case b.indent > a.indent+1:
		return false
	case endsLine(a.text):
		return u.length >= u.margin*9/10 && !strings.HasSuffix(a.text, ":") && !strings.HasSuffix(a.text, ";")
	}
	return true
}

// follows reports whether a numbering is the one expected next: the first of
// its kind or the successor of the last one.
func (u *unwrapper) follows(n number) bool {
	return n.rank == rankDash || n.value == 1 || n.rank == u.number.rank && n.value == u.number.value+1 || n.rank < u.number.rank
}

// cellGoesOn decides for the lines of one table cell, which are broken at the
// cell's width. A cell of a letterhead holds lines that belong apart.
func cellGoesOn(c report.Cell, a, b string) bool {
	if numbering(b).rank != rankNone || endsLine(a) {
		return false
	}
	return !c.Borderless || startsSmall(b)
}

// separatorOf stands between two lines of one paragraph: nothing where the break
// cut a figure, a range of years, a symbol or a hyphenated name.
func separatorOf(a, b string) string {
	if cutFigure(a, b) {
		return ""
	}
	for _, hyphen := range [...]string{"-", "–", "/"} {
		if rest, ok := strings.CutSuffix(a, hyphen); ok {
			before, _ := utf8.DecodeLastRuneInString(rest)
			after, _ := utf8.DecodeRuneInString(b)
			if wordly(before) && wordly(after) {
				return ""
			}
		}
	}
	return " "
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// cutFigure reports whether a line break cut a figure: "36." before "954 đồng
// chí", "74," before "9%".
func cutFigure(a, b string) bool {
	if len(a) < 2 || !isDigit(a[len(a)-2]) {
		return false
	}
	n := 0
	for n < len(b) && isDigit(b[n]) {
		n++
	}
	rest := b[n:]
	switch a[len(a)-1] {
	case '.':
		head := strings.TrimRight(a[:len(a)-1], "0123456789")
		// At most three figures stand before the dot of a thousand.
		return n == 3 && len(a)-1-len(head) <= 3 && (rest == "" || !startsWithLetter(rest)) && !strings.HasPrefix(rest, "/")
	case ',':
		return (n == 1 || n == 2) && strings.HasPrefix(strings.TrimLeft(rest, " "), "%")
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// endsLine reports whether a line ends as a paragraph, a sentence or the
// introduction of a list does.
func endsLine(s string) bool {
	return endsProse(s) || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";")
}
