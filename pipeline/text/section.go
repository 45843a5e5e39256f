package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// longestHeading is the length in letters above which a numbered paragraph is
// prose. The longest real headings (the name of a report's part with the name
// of a directive in it) have about 250.
const longestHeading = 260

// structure decides which paragraphs are headings and list items and puts
// computed labels at the start of their texts.
func structure(ps []*paragraph) []*paragraph {
	for _, p := range ps {
		putLabel(p)
	}
	ps = splitGlued(ps)
	numbers := make([]number, len(ps))
	for i, p := range ps {
		if p.Kind == report.Paragraph || p.Kind == report.ListItem || p.Kind == report.Heading {
			numbers[i] = numbering(p.text)
		}
	}
	for i, p := range ps {
		n := numbers[i]
		switch {
		case p.Kind == report.Heading:
			if p.text != "" && tooLong(p.text) && endsProse(p.text) {
				p.Kind, p.Level = report.Paragraph, 0
			}
		case p.Kind != report.Paragraph && p.Kind != report.ListItem:
			continue
		case isHeading(ps, numbers, i):
			p.Kind = report.Heading
		case n.rank >= rankArabic && p.Kind == report.Paragraph:
			p.Kind, p.Level = report.ListItem, listLevel(n)
		}
		if n.label != "" {
			p.Label = n.label
		} else if !strings.HasPrefix(p.text, p.Label) {
			p.Label = ""
		}
	}
	return ps
}

// putLabel writes a computed list label where a reader of the page sees it.
func putLabel(p *paragraph) {
	p.Label = strings.TrimSpace(clean(p.Label))
	if p.Label == "" || p.text == "" || strings.HasPrefix(p.text, p.Label) {
		return
	}
	shift := len(p.Label) + 1
	p.text = p.Label + " " + p.text
	for i := range p.doubts {
		p.doubts[i].Start += shift
		p.doubts[i].End += shift
	}
}

func listLevel(n number) int {
	switch {
	case n.rank == rankSmall || n.label == "+":
		return 2
	case n.rank == rankDash || n.rank == rankArabic:
		return 1
	}
	return min(n.rank-rankArabic+1, 9)
}

// isHeading decides for a numbered paragraph that no style marks. Parts,
// chapters and Roman numbers head a section unless they read as prose. Arabic
// numbers and letters do so when they are bold, or when the text below is
// neither their neighbour in a list nor missing.
func isHeading(ps []*paragraph, numbers []number, i int) bool {
	p, n := ps[i], numbers[i]
	if n.rank == rankNone || n.rank == rankDash || p.Cell.Table != 0 || tooLong(p.text) {
		return false
	}
	body := strings.TrimSpace(p.text[len(n.label):])
	switch {
	case body == "":
		return n.rank <= rankChapter
	case strings.HasSuffix(body, ";") || strings.HasSuffix(body, ","):
		return false
	case n.rank <= rankRoman:
		return p.Bold || allCapitals(body) || !endsProse(body)
	case p.Bold:
		return !endsProse(body) || allCapitals(body) || utf8.RuneCountInString(body) < 80
	case endsProse(body) || strings.Contains(body, ". ") || utf8.RuneCountInString(body) > 150:
		return false
	}
	return opensSection(ps, numbers, i)
}

// opensSection reports whether text stands below paragraph i that a heading
// would have, and its numbering is no neighbour of another list item's.
func opensSection(ps []*paragraph, numbers []number, i int) bool {
	n := numbers[i]
	if i+1 >= len(ps) || ps[i+1].text == "" || ps[i+1].Cell.Table != 0 && ps[i+1].Cell.Borderless {
		return false
	}
	if next := numbers[i+1]; next.rank != rankNone && next.rank <= n.rank {
		return false
	}
	if i > 0 {
		if before := numbers[i-1]; before.rank == n.rank && before.value+1 == n.value {
			return false
		}
	}
	return true
}

func tooLong(s string) bool {
	return len(s) > longestHeading && utf8.RuneCountInString(s) > longestHeading
}

// endsProse reports whether a paragraph ends as a sentence does.
func endsProse(s string) bool {
	s = strings.TrimRight(s, `"”’)]» `)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

// allCapitals reports whether s has letters and no small one among them.
func allCapitals(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}

// splitGlued parts a heading in capitals from the sentence that text
// extraction glued to it: "I. ĐÁNH GIÁ CHUNG Trong nhiệm kỳ qua, …". It is done
// only where nothing else can be meant: a numbering of a section, at least
// three words and twelve letters in capitals, then a capitalised word that a
// small one follows, and a sentence of six words or more.
func splitGlued(ps []*paragraph) []*paragraph {
	var out []*paragraph
	for i, p := range ps {
		body := p.splitHeading()
		if body != nil && out == nil {
			out = append(make([]*paragraph, 0, len(ps)+8), ps[:i]...)
		}
		if out != nil {
			out = append(out, p)
		}
		if body != nil {
			out = append(out, body)
		}
	}
	if out == nil {
		return ps
	}
	return out
}

// splitHeading makes a heading of p and returns the text that was glued to it,
// nil for none.
func (p *paragraph) splitHeading() *paragraph {
	if p.Kind != report.Paragraph && p.Kind != report.Heading || p.Cell.Table != 0 {
		return nil
	}
	n := numbering(p.text)
	if n.rank == rankNone || n.rank > rankDotted {
		return nil
	}
	at := gluedAt(p.text, len(n.label))
	if at == 0 {
		return nil
	}
	body := p.cut(at)
	p.Kind, body.Kind, body.Level = report.Heading, report.Paragraph, 0
	return body
}

func gluedAt(s string, from int) int {
	words, letters := 0, 0
	for pos := from; pos < len(s); {
		for pos < len(s) && s[pos] == ' ' {
			pos++
		}
		end := pos + len(firstWord(s[pos:]))
		word := s[pos:end]
		if !hasSmall(word) {
			words++
			letters += utf8.RuneCountInString(word)
			pos = end
			continue
		}
		rest := s[pos:]
		if words < 3 || letters < 12 || !titled(word) || strings.Count(rest, " ") < 5 || !endsProse(rest) {
			return 0
		}
		second := strings.TrimLeft(rest[len(word):], " ")
		if r, _ := utf8.DecodeRuneInString(second); !unicode.IsLower(r) {
			return 0
		}
		return pos
	}
	return 0
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

func hasSmall(s string) bool { return strings.IndexFunc(s, unicode.IsLower) >= 0 }

// titled reports whether a word is one capital and small letters.
func titled(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && size < len(word) && strings.IndexFunc(word[size:], unicode.IsUpper) < 0
}

// linkSections fills Section of every block and sets the level of headings to
// their depth in the tree, so that 1 is always the highest.
func linkSections(doc *report.Document) {
	type open struct{ block, rank int }
	var stack []open
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == report.Heading {
			rank := headingRank(doc.At(b.Span), b.Level)
			for len(stack) > 0 && stack[len(stack)-1].rank >= rank {
				stack = stack[:len(stack)-1]
			}
			b.Section = -1
			if len(stack) > 0 {
				b.Section = stack[len(stack)-1].block
			}
			stack = append(stack, open{i, rank})
			b.Level = len(stack)
			continue
		}
		if len(stack) > 0 && b.Kind != report.PageHeader && b.Kind != report.PageFooter && b.Kind != report.FileHeader {
			b.Section = stack[len(stack)-1].block
		}
	}
}

// headingRank orders headings: by their numbering when they have one, by the
// level of their style when not. A style without a level ranks as a title.
func headingRank(text string, level int) int {
	if n := numbering(text); n.rank != rankNone && n.rank != rankDash {
		return n.rank
	}
	return max(level, 1)
}
