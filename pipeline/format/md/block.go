package md

import (
	"bytes"
	"context"
	"regexp"
	"strings"

	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// blocks finds headings, paragraphs, items, tables in lines.
type blocks struct {
	*Reader
	ctx    context.Context
	lines  []string
	at     int
	out    *parts.Builder
	tables int

	part    report.Part // of the paragraph that is open
	text    []byte
	open    bool
	indents []int               // of the lists around, outermost first
	known   map[string]struct{} // links and notes that are defined, in small letters
}

func newBlocks(ctx context.Context, r *Reader, text string) *blocks {
	b := &blocks{Reader: r, ctx: ctx, lines: strings.Split(text, "\n"), out: parts.New(r.limits.Parts), known: make(map[string]struct{})}
	for _, l := range b.lines {
		if m := definition.FindStringSubmatch(l); m != nil && defines(m) {
			b.known[strings.ToLower(m[1])] = struct{}{}
		}
	}
	return b
}

var (
	// A hand may leave out the blank behind the marks, or type one that does not break.
	heading    = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t\x{a0}]+(.*?)|(\*{0,2}(?:\p{Lu}|\d+\.).*?))?(?:[ \t]+#+)?[ \t]*$`)
	underline  = regexp.MustCompile(`^ {0,3}(=+|-+)[ \t]*$`)
	rule       = regexp.MustCompile(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	fence      = regexp.MustCompile("^ {0,3}(```+|~~~+)")
	item       = regexp.MustCompile(`^([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+(.*)|$)`)
	definition = regexp.MustCompile(`^ {0,3}\[(\^?[^\]^]{1,200})\]:[ \t]*(.*)$`)
	target     = regexp.MustCompile(`^(?:<[^>]*>|\S+)(?:[ \t]+["'(].*)?[ \t]*$`)
	quote      = regexp.MustCompile(`^ {0,3}>[ \t>]*`)
	tag        = regexp.MustCompile(`^ {0,3}<(?:[/!]?[A-Za-z][A-Za-z0-9-]*[\s/>]|[A-Za-z][A-Za-z0-9-]*$|!--)`)
	newLine    = regexp.MustCompile(`(?i)<br\s*/?>`)
	columns    = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
)

// checkContext is how many lines are read between two looks at the context.
const checkContext = 4096

func (b *blocks) read() {
	for ; b.at < len(b.lines) && !b.out.Full(); b.at++ {
		if b.at%checkContext == 0 && b.ctx.Err() != nil {
			return
		}
		b.line(quote.ReplaceAllString(b.lines[b.at], ""))
	}
	b.end()
}

// line reads the line at b.at, and those behind it that belong to it.
func (b *blocks) line(l string) {
	switch {
	case strings.TrimSpace(l) == "":
		b.end()
	case fence.MatchString(l):
		b.code(fence.FindStringSubmatch(l)[1])
	case heading.MatchString(l):
		m := heading.FindStringSubmatch(l)
		b.begin(report.Part{Kind: report.Heading, Level: len(m[1])}, m[2]+m[3])
		b.end()
		b.indents = nil
	case b.open && b.part.Kind == report.Paragraph && underline.MatchString(l):
		b.part.Kind, b.part.Level = report.Heading, 2
		if strings.Contains(l, "=") {
			b.part.Level = 1
		}
		b.end()
	case rule.MatchString(l):
		b.end()
	case b.isItem(l):
		b.item(item.FindStringSubmatch(l))
	case defines(definition.FindStringSubmatch(l)):
		b.define(definition.FindStringSubmatch(l))
	case b.isTable(l):
		b.table(l)
	case !b.open && tag.MatchString(l):
		b.page()
	case b.open:
		b.goOn(l)
	default:
		p := report.Part{}
		if !strings.HasPrefix(l, " ") && !strings.HasPrefix(l, "\t") {
			b.indents = nil
		}
		b.begin(p, l)
	}
}

func (b *blocks) begin(p report.Part, text string) {
	b.end()
	b.part, b.open = p, true
	b.text = append(b.text[:0], strings.TrimLeft(text, " \t")...)
}

// goOn adds a line to the open paragraph. Two spaces or a backslash before its
// end make the line before one of its own.
func (b *blocks) goOn(l string) {
	joint := byte(' ')
	switch {
	case bytes.HasSuffix(b.text, []byte("  ")):
		joint = '\n'
	case bytes.HasSuffix(b.text, []byte(`\`)):
		joint = '\n'
		b.text = b.text[:len(b.text)-1]
	}
	b.text = append(bytes.TrimRight(b.text, " \t"), joint)
	b.text = append(b.text, strings.TrimLeft(l, " \t")...)
}

func (b *blocks) end() {
	if !b.open {
		return
	}
	b.open = false
	b.out.Begin(b.part)
	b.inline(strings.TrimRight(string(b.text), " \t"))
	b.out.End(false)
}

// code writes the lines up to the fence that ends the block.
func (b *blocks) code(mark string) {
	b.end()
	for b.at++; b.at < len(b.lines) && !b.out.Full(); b.at++ {
		l := quote.ReplaceAllString(b.lines[b.at], "")
		if strings.HasPrefix(strings.TrimSpace(l), mark) {
			return
		}
		b.out.Begin(report.Part{})
		b.out.WriteString(strings.TrimRight(l, " \t"))
		b.out.End(false)
	}
}

// isItem reports whether a line begins an item. Within a paragraph a number
// other than 1 may be the end of a sentence: "… năm\n2020. Trong …".
func (b *blocks) isItem(l string) bool {
	m := item.FindStringSubmatch(l)
	if m == nil {
		return false
	}
	inParagraph := b.open && b.part.Kind == report.Paragraph
	return !inParagraph || len(m[2]) == 1 || m[2][:len(m[2])-1] == "1"
}

// item begins an item of a list; how far it is set in says in which one.
func (b *blocks) item(m []string) {
	indent := len(strings.ReplaceAll(m[1], "\t", "    "))
	for n := len(b.indents); n > 0 && b.indents[n-1] > indent; n-- {
		b.indents = b.indents[:n-1]
	}
	// A list inside an item is set in by two characters at least.
	if n := len(b.indents); n == 0 || indent-b.indents[n-1] >= 2 {
		b.indents = append(b.indents, indent)
	}
	b.begin(report.Part{Kind: report.ListItem, Level: len(b.indents), Label: m[2]}, m[3])
}

// defines reports whether a line says where a link leads to, or what a note is.
func defines(m []string) bool {
	return m != nil && (m[1][0] == '^' || target.MatchString(m[2]))
}

// define passes by where a link leads to, and begins a note.
func (b *blocks) define(m []string) {
	b.end()
	if label, ok := strings.CutPrefix(m[1], "^"); ok {
		b.begin(report.Part{Kind: report.Footnote, Label: label}, m[2])
	}
}

// page reads lines that begin with a mark of HTML, up to an empty one.
func (b *blocks) page() {
	start := b.at
	for b.at+1 < len(b.lines) && strings.TrimSpace(b.lines[b.at+1]) != "" {
		b.at++
	}
	raw, err := b.html.Read(b.ctx, []byte(strings.Join(b.lines[start:b.at+1], "\n")))
	if err != nil {
		return // marks without text
	}
	last := 0
	for _, p := range raw.Parts {
		last = max(last, p.Cell.Table)
	}
	b.out.Add(raw.Parts, b.tables)
	b.tables += last
}

// isTable reports whether a line is the head of a table: the next one draws its
// columns.
func (b *blocks) isTable(l string) bool {
	if !strings.Contains(l, "|") || b.at+1 >= len(b.lines) {
		return false
	}
	below := quote.ReplaceAllString(b.lines[b.at+1], "")
	return strings.Contains(below, "|") && columns.MatchString(below) && len(cells(l)) == len(cells(below))
}

// table reads the rows of a table.
func (b *blocks) table(head string) {
	b.end()
	b.tables++
	width := len(cells(head))
	for row := 0; !b.out.Full(); row++ {
		for col, text := range fitted(cells(head), width) {
			b.cell(report.Cell{Table: b.tables, Row: row, Col: col, RowSpan: 1, ColSpan: 1}, text)
		}
		if row == 0 {
			b.at++ // the columns
		}
		if b.at+1 >= len(b.lines) {
			return
		}
		head = quote.ReplaceAllString(b.lines[b.at+1], "")
		if !strings.Contains(head, "|") {
			return
		}
		b.at++
	}
}

// cell writes a cell; <br> parts its paragraphs.
func (b *blocks) cell(at report.Cell, text string) {
	for i, paragraph := range newLine.Split(text, -1) {
		b.out.Begin(report.Part{Kind: report.TableCell, Cell: at})
		b.inline(strings.TrimSpace(paragraph))
		b.out.End(i == 0)
	}
}

// fitted cuts a row to the width of its table. Cells that it lacks are not
// there: a row of few marks must not claim thousands.
func fitted(row []string, width int) []string { return row[:min(len(row), width)] }

// cells parts a row; a mark behind a backslash parts nothing.
func cells(l string) []string {
	l = strings.TrimSpace(l)
	l = strings.TrimPrefix(l, "|")
	if strings.HasSuffix(l, "|") && !strings.HasSuffix(l, `\|`) {
		l = l[:len(l)-1]
	}
	var out []string
	start := 0
	for i := 0; i < len(l); i++ {
		switch l[i] {
		case '\\':
			i++
		case '|':
			out = append(out, strings.TrimSpace(l[start:i]))
			start = i + 1
		}
	}
	return append(out, strings.TrimSpace(l[start:]))
}
