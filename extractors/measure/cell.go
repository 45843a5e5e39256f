package measure

import (
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// cell is one cell of a table.
type cell struct {
	span        report.Span
	first, last int32 // tokens
	row, col    int
	rows, cols  int
	kind        cellKind
	value       float64
	digits      report.Span // of the number
	signed      bool        // a sign stands before it
	bound       string
	bare        bool // nothing but a bound with its number: "Dưới 40"
	percent     bool
	total       float64 // of N/M
	totalSpan   report.Span
	share       float64 // of "9 (22,0%)"
	shareSpan   report.Span
}

type cellKind uint8

// Empty is not stated, a dash neither; 0 is a figure.
const (
	blank cellKind = iota
	words
	figures
	dash
)

// read tells what a cell holds: 41, 1.204, 22,0%, 40/41, 9 (22,0%), -2, 12 đ/c.
func (c *cell) read(text string) {
	trimmed := unmarked(strings.TrimSpace(text))
	switch {
	case trimmed == "":
		c.kind = blank
		return
	case strings.Trim(trimmed, "-–—−_./ ") == "":
		c.kind = dash
		return
	}
	c.kind = words
	p := numerals{text: trimmed, at: c.span.Start + strings.Index(text, trimmed)}
	c.bound = p.before()
	sign := p.sign()
	value, digits, ok := p.number()
	if !ok {
		return
	}
	c.value, c.digits, c.signed = value, digits, sign != ""
	if sign == "-" {
		c.value = -value
	}
	if p.skip("/") {
		c.total, c.totalSpan, ok = p.number()
		if !ok || c.total < c.value || p.skip("/") {
			return // a date
		}
	}
	c.percent = p.skip("%")
	p.noun()
	if p.skip("trở lên") {
		c.bound = "ge"
	} else if p.skip("trở xuống") {
		c.bound = "le"
	}
	if p.skip("(") {
		c.share, c.shareSpan, ok = p.number()
		if !ok || !p.skip("%") || !p.skip(")") || c.percent {
			return
		}
	}
	switch {
	case p.text != "":
	case c.bound == "" || c.percent:
		c.kind = figures
	default: // "< 40" is an age band
		c.bare = c.total == 0 && c.share == 0
	}
}

// unmarked returns the text of a cell without the raised mark of a note that ends it:
// "Xã Hưng Long⁸", "15(²)".
func unmarked(text string) string {
	if text == "" || isDigit(text[len(text)-1]) {
		return text // as most cells
	}
	bare, bracket := strings.CutSuffix(text, ")")
	cut := strings.TrimRight(bare, vn.RaisedDigits+",* ")
	if !strings.ContainsAny(bare[len(cut):], vn.RaisedDigits) {
		return text
	}
	if bracket {
		inner, ok := strings.CutSuffix(cut, "(")
		if !ok {
			return text
		}
		cut = inner
	}
	return strings.TrimSpace(cut)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// numerals reads the parts of a cell one after the other.
type numerals struct {
	text string
	at   int // byte of the document
}

func (p *numerals) drop(n int) {
	rest := strings.TrimLeft(p.text[n:], " \t\n\u00a0")
	p.at += len(p.text) - len(rest)
	p.text = rest
}

func (p *numerals) skip(mark string) bool {
	if !strings.HasPrefix(p.text, mark) {
		return false
	}
	p.drop(len(mark))
	return true
}

// before reads a bound before a number: "≥ 15%", "trên 15%".
func (p *numerals) before() string {
	if isDigit(p.text[0]) {
		return ""
	}
	for _, b := range [][2]string{
		{"≥", "ge"}, {"≤", "le"}, {">", "gt"}, {"<", "lt"}, {"trên ", "gt"}, {"hơn ", "gt"}, {"dưới ", "lt"},
		{"không quá ", "le"}, {"không dưới ", "ge"}, {"ít nhất ", "ge"}, {"tối thiểu ", "ge"}, {"tối đa ", "le"}, {"từ ", "ge"},
	} {
		if len(p.text) > len(b[0]) && strings.EqualFold(p.text[:len(b[0])], b[0]) {
			p.drop(len(b[0]))
			return b[1]
		}
	}
	return ""
}

// sign reads "+", "-" or a typographic minus before a digit.
func (p *numerals) sign() string {
	for _, mark := range []string{"+", "-", "–", "−"} {
		rest, ok := strings.CutPrefix(p.text, mark)
		if ok && rest != "" && isDigit(rest[0]) {
			p.drop(len(mark))
			if mark == "+" {
				return mark
			}
			return "-"
		}
	}
	return ""
}

func (p *numerals) number() (float64, report.Span, bool) {
	n := 0
	for n < len(p.text) && (isDigit(p.text[n]) || p.text[n] == '.' || p.text[n] == ',') {
		n++
	}
	digits := strings.TrimRight(p.text[:n], ".,")
	v, ok := grammar.ParseNumber(digits)
	if !ok {
		return 0, report.Span{}, false
	}
	span := report.Span{Start: p.at, End: p.at + len(digits)}
	p.drop(len(digits))
	return v, span, true
}

// noun passes over a unit of counting behind a number: "12 đ/c", "3 người".
func (p *numerals) noun() {
	for _, noun := range []string{"đồng chí", "người", "đ/c", "đc", "tuổi"} {
		if len(p.text) >= len(noun) && strings.EqualFold(p.text[:len(noun)], noun) {
			if r, _ := utf8.DecodeRuneInString(p.text[len(noun):]); r == utf8.RuneError || r == ' ' || r == '(' {
				p.drop(len(noun))
				return
			}
		}
	}
}
