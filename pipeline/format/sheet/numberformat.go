package sheet

import (
	"strings"
	"unicode/utf8"
)

// NumberFormat shows the numbers of a cell. Make it with ParseFormat; the zero
// value is General.
type NumberFormat struct {
	sections []section // positive, negative, zero, text
}

// section is one of the up to four forms of a format.
type section struct {
	tokens   []token
	date     bool
	text     bool // has "@" or nothing for a number
	general  bool
	percent  int // how many "%"
	scale    int // by how many thousands a number is divided
	group    bool
	exponent bool
	fraction bool // "# ?/?"
	whole    int  // digit places before the point
	places   int  // and after it
	literals bool // letters to be shown as they stand
}

type kind uint8

const (
	literal kind = iota
	digit        // one of 0 # ?
	point
	datePart // a run of y, m, d, h, s
	elapsed  // [h]
	atSign
	generalMark
)

type token struct {
	kind kind
	text string
}

// maxFormat bounds a format: Excel's own limit is 255 characters.
const maxFormat = 1024

// ParseFormat reads a format such as `#,##0.0;[Red]-#,##0.0` or `dd/mm/yyyy`.
// Colours, widths and places it was made for change nothing.
func ParseFormat(code string) NumberFormat {
	var f NumberFormat
	if len(code) > maxFormat || code == "" || strings.EqualFold(code, "general") {
		return f
	}
	p := &formatParser{rest: code}
	for range 4 {
		f.sections = append(f.sections, p.section())
		if !p.more {
			break
		}
	}
	return f
}

// formatParser takes a format apart.
type formatParser struct {
	rest string
	more bool // another section follows
}

func (p *formatParser) section() section {
	var s section
	p.more = false
	for p.rest != "" {
		r, n := utf8.DecodeRuneInString(p.rest)
		if r == ';' {
			p.rest, p.more = p.rest[1:], true
			break
		}
		p.one(&s, r, n)
	}
	s.settle()
	return s
}

// one takes the next token.
func (p *formatParser) one(s *section, r rune, n int) {
	text := p.rest[:n]
	p.rest = p.rest[n:]
	switch r {
	case '"':
		quoted, rest, _ := strings.Cut(p.rest, `"`)
		p.rest = rest
		s.add(literal, quoted)
	case '\\', '!':
		s.add(literal, p.take())
	case '_', '*': // room as wide as a character, a character repeated
		p.take()
	case '[':
		p.bracket(s)
	case '0', '#', '?':
		s.add(digit, text)
	case '.':
		s.add(point, text)
	case ',':
		p.comma(s)
	case '%':
		s.percent++
		s.add(literal, text)
	case '@':
		s.add(atSign, text)
	case 'E', 'e':
		p.exponent(s, text)
	case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S':
		p.datePart(s, text)
	case '/':
		s.fraction = s.fraction || s.whole > 0
		s.add(literal, text)
	default:
		p.word(s, text)
	}
}

// take takes one character.
func (p *formatParser) take() string {
	_, n := utf8.DecodeRuneInString(p.rest)
	text := p.rest[:n]
	p.rest = p.rest[n:]
	return text
}

// bracket reads a colour, a condition, elapsed time or a currency.
func (p *formatParser) bracket(s *section) {
	inner, rest, ok := strings.Cut(p.rest, "]")
	if !ok {
		return
	}
	p.rest = rest
	if strings.HasPrefix(inner, "$") {
		currency, _, _ := strings.Cut(inner[1:], "-")
		s.add(literal, currency)
		return
	}
	if t := strings.ToLower(inner); t != "" && strings.Trim(t, t[:1]) == "" && strings.Contains("hms", t[:1]) {
		s.add(elapsed, t[:1])
	}
}

// comma groups digits, or divides by a thousand at the end of them.
func (p *formatParser) comma(s *section) {
	next := byte(0)
	if p.rest != "" {
		next = p.rest[0]
	}
	switch {
	case s.whole == 0:
		s.add(literal, ",")
	case next == '0' || next == '#' || next == '?':
		s.group = true
	default:
		s.scale++
	}
}

func (p *formatParser) exponent(s *section, text string) {
	if s.whole+s.places > 0 && p.rest != "" && (p.rest[0] == '+' || p.rest[0] == '-') {
		s.exponent = true
		p.rest = strings.TrimLeft(p.rest[1:], "0#?")
		return
	}
	s.add(literal, text)
}

func (p *formatParser) datePart(s *section, first string) {
	c := first[0] | 0x20
	n := 0
	for n < len(p.rest) && p.rest[n]|0x20 == c {
		n++
	}
	s.add(datePart, strings.Repeat(string(c), n+1))
	p.rest = p.rest[n:]
}

// word takes General, AM/PM, or a character that stands for itself.
func (p *formatParser) word(s *section, text string) {
	whole := text + p.rest
	switch {
	case len(whole) >= 7 && strings.EqualFold(whole[:7], "general"):
		s.add(generalMark, "")
		p.rest = whole[7:]
	case len(whole) >= 5 && strings.EqualFold(whole[:5], "am/pm"):
		p.rest = whole[5:] // hours are written from 0 to 23
	case len(whole) >= 3 && strings.EqualFold(whole[:3], "a/p"):
		p.rest = whole[3:]
	default:
		s.add(literal, text)
	}
}

func (s *section) add(k kind, text string) {
	switch k {
	case digit:
		if s.has(point) {
			s.places++
		} else {
			s.whole++
		}
	case datePart, elapsed:
		s.date = true
	case literal, point, atSign, generalMark:
	}
	s.tokens = append(s.tokens, token{k, text})
}

func (s *section) has(k kind) bool {
	for _, t := range s.tokens {
		if t.kind == k {
			return true
		}
	}
	return false
}

// settle works out what the tokens are for.
func (s *section) settle() {
	s.text = s.has(atSign)
	s.general = s.has(generalMark)
	for _, t := range s.tokens {
		if t.kind == literal && strings.ContainsFunc(t.text, isLetter) {
			s.literals = true
		}
	}
}

func isLetter(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0xC0 }

// IsDate reports whether numbers in this format are dates or times.
func (f NumberFormat) IsDate() bool { return len(f.sections) > 0 && f.sections[0].date }

// Number shows a number. base1904 says that the workbook counts days from 1904.
func (f NumberFormat) Number(v float64, base1904 bool) string {
	if len(f.sections) == 0 {
		return General(v)
	}
	s, v := f.pick(v)
	switch {
	case s.date:
		return s.moment(v, base1904)
	case s.general, s.text && s.whole == 0, s.fraction:
		return s.around(General(v))
	case s.whole+s.places == 0:
		return s.around("")
	case s.exponent:
		return strings.Replace(General(v), ".", ",", 1)
	}
	return s.number(v)
}

// pick returns the section for a number, and the number without the sign that
// the section itself shows.
func (f NumberFormat) pick(v float64) (*section, float64) {
	switch n := len(f.sections); {
	case v < 0 && n >= 2 && !f.sections[1].text:
		return &f.sections[1], -v
	case v == 0 && n >= 3 && !f.sections[2].text:
		return &f.sections[2], v
	}
	return &f.sections[0], v
}

// Text shows a text: most formats leave it as it is.
func (f NumberFormat) Text(text string) string {
	if n := len(f.sections); n > 0 && (n == 4 || n == 1) {
		if s := &f.sections[n-1]; s.text && s.literals {
			return s.around(text)
		}
	}
	return text
}

// around puts the literals of a section around a text.
func (s *section) around(text string) string {
	var b strings.Builder
	shown := false
	for _, t := range s.tokens {
		switch t.kind {
		case literal:
			if !s.fraction {
				b.WriteString(t.text)
			}
		case atSign, generalMark:
			b.WriteString(text)
			shown = true
		case digit, point, datePart, elapsed:
		}
	}
	if !shown {
		b.WriteString(text)
	}
	return strings.TrimSpace(b.String())
}

// number writes digits into the places of a section.
func (s *section) number(v float64) string {
	d := newDecimal(v)
	if d.digits != "" {
		d.point += 2*s.percent - 3*s.scale
	}
	d = d.round(s.places)
	whole, fraction := d.parts()
	wholeText := s.wholeTokens(whole)
	var b strings.Builder
	if d.negative && d.digits != "" {
		b.WriteByte('-')
	}
	after, begun, place := false, false, 0
	for i, t := range s.tokens {
		switch t.kind {
		case literal:
			b.WriteString(t.text)
		case digit:
			if !after {
				b.WriteString(wholeText[i])
				begun = begun || wholeText[i] != ""
				continue
			}
			if place < len(fraction) {
				b.WriteByte(fraction[place])
			} else if t.text == "0" {
				b.WriteByte('0')
			}
			place++
		case point:
			if after = true; fraction != "" || s.fixedPlace() {
				if !begun { // Excel shows ".5"; no report does
					b.WriteByte('0')
				}
				b.WriteByte(',')
			}
		case datePart, elapsed, atSign, generalMark:
		}
	}
	return strings.TrimSpace(b.String())
}

// fixedPlace reports whether the section shows a place after the point even for
// a whole number.
func (s *section) fixedPlace() bool {
	after := false
	for _, t := range s.tokens {
		if t.kind == point {
			after = true
		} else if after && t.kind == digit && t.text == "0" {
			return true
		}
	}
	return false
}

// wholeTokens spreads the digits before the point over their places, from the
// right; the leftmost place takes what is left.
func (s *section) wholeTokens(whole string) map[int]string {
	out := make(map[int]string, s.whole)
	left, written := s.whole, 0
	end := len(s.tokens)
	for i, t := range s.tokens {
		if t.kind == point {
			end = i
			break
		}
	}
	for i := end - 1; i >= 0; i-- {
		t := s.tokens[i]
		if t.kind != digit {
			continue
		}
		left--
		text := ""
		for n := 0; n == 0 || left == 0 && whole != ""; n++ {
			c := ""
			switch {
			case whole != "":
				c, whole = whole[len(whole)-1:], whole[:len(whole)-1]
			case t.text == "0":
				c = "0"
			}
			if c != "" && s.group && written > 0 && written%3 == 0 {
				c += "."
			}
			if c != "" {
				written++
			}
			text = c + text
		}
		out[i] = text
	}
	return out
}
