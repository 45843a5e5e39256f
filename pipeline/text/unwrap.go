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
	open   *paragraph   // may go on with the next line
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
		if u.open == nil {
			u.out = append(u.out, p)
		} else {
			u.aside = append(u.aside, p)
		}
		return
	}
	length := utf8.RuneCountInString(p.text)
	p.gap, u.gap = u.gap, false
	if u.open != nil && u.goesOn(p) {
		u.open.join(p, u.separator(p))
	} else {
		u.close()
		u.open = p
		if n := numbering(p.text); n.rank != rankNone {
			u.number = n
		}
	}
	u.length = length
}

func (u *unwrapper) close() {
	if u.open != nil {
		u.out = append(u.out, u.open)
		u.open = nil
	}
	u.out = append(u.out, u.aside...)
	u.aside = nil
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

// marginOf returns how many letters a line holds before it is broken, 0 when
// lines are paragraphs. In wrapped text most lines are full: the next line's
// first word would not have fitted, give or take a tenth for the uneven widths
// of printed letters.
func marginOf(lines []*paragraph) int {
	lengths := make([]int, 0, len(lines))
	for _, p := range lines {
		if p.text != "" && p.Cell.Table == 0 && !isAside(p.Kind) {
			lengths = append(lengths, utf8.RuneCountInString(p.text))
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
	full, broken := 0, 0
	for _, n := range lengths {
		switch {
		case n >= margin*85/100:
			full++
		case n > margin*6/10:
			broken++
		}
	}
	if full < 2 || full*100 < 35*len(lengths) || broken > full {
		return 0
	}
	return margin
}

// goesOn reports whether line p continues the open paragraph.
func (u *unwrapper) goesOn(p *paragraph) bool {
	a, b := u.open.text, p.text
	switch {
	case b == "" || a == "" || u.open.Kind != p.Kind && !(u.open.Kind == report.ListItem && p.Kind == report.Paragraph):
		return false
	case u.open.Cell != p.Cell:
		return false
	case p.gap && !crossesPage(u.open, p):
		return false
	case endsWithAbbreviation(a) || cutFigure(a, b):
		return true
	case p.Cell.Table != 0:
		return cellGoesOn(p.Cell, a, b)
	case u.margin == 0:
		return u.length >= 60 && startsSmall(b) && !endsLine(a) && numbering(b).rank == rankNone
	}
	return u.fills(p)
}

// crossesPage reports whether a gap before p may be the gap between two pages
// in the middle of a sentence.
func crossesPage(a, p *paragraph) bool {
	return a.Page != p.Page && startsSmall(p.text) && !endsLine(a.text)
}

// fills decides for wrapped text.
func (u *unwrapper) fills(p *paragraph) bool {
	a, b := u.open, p
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

// separator stands between two lines of one paragraph: nothing where the break
// cut a figure, a range of years, a symbol or a hyphenated name.
func (u *unwrapper) separator(p *paragraph) string {
	a, b := u.open.text, p.text
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
