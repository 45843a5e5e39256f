package md

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a stretch of text, or a run of marks that may begin or end emphasis.
type piece struct {
	text       string
	mark       byte // '*', '_', '~', 0 for text
	count      int  // marks that are left
	begin, end bool
	bold       int // what it adds to the number of bold stretches around
}

// inline writes text without its marks into the open part.
func (b *blocks) inline(s string) {
	pieces := b.pieces(s)
	emphasis(pieces)
	bold := 0
	for _, p := range pieces {
		bold += p.bold
		b.out.Look("", bold > 0)
		if p.mark != 0 {
			b.out.WriteString(strings.Repeat(string(p.mark), p.count))
			continue
		}
		b.out.WriteString(p.text)
	}
}

// maxTarget bounds where a link leads to, and a mark of HTML.
const maxTarget = 2000

// pieces parts text at its marks.
func (b *blocks) pieces(s string) []piece {
	var out []piece
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			out = append(out, piece{text: text.String()})
			text.Reset()
		}
	}
	partner := brackets(s)
	jump := make(map[int]int)      // from the end of a link's words to behind it
	unclosed := make(map[int]bool) // runs of ` that nothing closes, by their length
	for i := 0; i < len(s); {
		c := s[i]
		if to, ok := jump[i]; ok {
			i = to
			continue
		}
		switch {
		case c == '\\' && i+1 < len(s) && s[i+1] < utf8.RuneSelf && (unicode.IsPunct(rune(s[i+1])) || unicode.IsSymbol(rune(s[i+1]))):
			text.WriteByte(s[i+1])
			i += 2
		case c == '`':
			n := run(s, i)
			code, next := codeSpan(s, i, n, unclosed)
			text.WriteString(code)
			i = next
		case c == '*' || c == '_' || c == '~':
			flush()
			n := run(s, i)
			p := piece{mark: c, count: n}
			p.begin, p.end = flanks(s, i, n, c == '_')
			out = append(out, p)
			i += n
		case c == '!' && i+1 < len(s) && s[i+1] == '[' && b.link(s, i+1, partner, jump):
			i += 2
		case c == '[' && b.note(s, i, partner):
			i = partner[i] + 1
		case c == '[' && b.link(s, i, partner, jump):
			i++
		case c == '<':
			shown, next := markup(s, i)
			text.WriteString(shown)
			i = next
		case c == '&':
			shown, next := entity(s, i)
			text.WriteString(shown)
			i = next
		default:
			text.WriteByte(c)
			i++
		}
	}
	flush()
	return out
}

// brackets pairs [ and ]: for each [ the place of its ].
func brackets(s string) map[int]int {
	var open []int
	pairs := make(map[int]int)
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			open = append(open, i)
		case ']':
			if n := len(open); n > 0 {
				pairs[open[n-1]] = i
				open = open[:n-1]
			}
		}
	}
	return pairs
}

// note reports whether a bracket is the mark of a note, which is not shown.
func (b *blocks) note(s string, i int, partner map[int]int) bool {
	end, ok := partner[i]
	if !ok || end-i > maxTarget || !strings.HasPrefix(s[i:], "[^") {
		return false
	}
	_, known := b.known[strings.ToLower(s[i+1:end])]
	return known
}

// link reports whether a bracket begins the words of a link, and notes what of
// it is to be passed by behind them.
func (b *blocks) link(s string, i int, partner, jump map[int]int) bool {
	end, ok := partner[i]
	if !ok {
		return false
	}
	rest := s[end+1:]
	name := s[i+1 : end]
	next := end + 1
	switch {
	case strings.HasPrefix(rest, "("):
		n := closing(rest)
		if n < 0 {
			return false
		}
		jump[end] = end + 1 + n
		return true
	case strings.HasPrefix(rest, "["):
		if to, ok := partner[end+1]; ok {
			if to > end+2 {
				name = s[end+2 : to]
			}
			next = to + 1
		}
	}
	if len(name) > maxTarget {
		return false
	}
	if _, known := b.known[strings.ToLower(name)]; !known {
		return false
	}
	jump[end] = next
	return true
}

// closing returns how long "(target)" is, -1 when it does not end.
func closing(s string) int {
	depth := 0
	for i := 0; i < min(len(s), maxTarget); i++ {
		switch s[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}

// run is how many of one character stand at a place.
func run(s string, i int) int {
	n := 1
	for i+n < len(s) && s[i+n] == s[i] {
		n++
	}
	return n
}

// codeSpan returns the code between n marks and as many, and where it ends.
func codeSpan(s string, i, n int, unclosed map[int]bool) (string, int) {
	start := i + n
	if unclosed[n] {
		return s[i:start], start
	}
	for at := start; at < len(s); {
		j := strings.IndexByte(s[at:], '`')
		if j < 0 {
			break
		}
		at += j
		m := run(s, at)
		if m == n {
			return strings.TrimSpace(s[start:at]), at + m
		}
		at += m
	}
	unclosed[n] = true
	return s[i:start], start
}

// flanks says whether a run of marks can begin and end emphasis, by what stands
// on both sides; "_" inside a word does neither.
func flanks(s string, i, n int, words bool) (begin, end bool) {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	if i == 0 {
		before = ' '
	}
	if i+n == len(s) {
		after = ' '
	}
	mark := func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
	left := !unicode.IsSpace(after) && (!mark(after) || unicode.IsSpace(before) || mark(before))
	right := !unicode.IsSpace(before) && (!mark(before) || unicode.IsSpace(after) || mark(after))
	if words {
		return left && (!right || mark(before)), right && (!left || mark(after))
	}
	return left, right
}

// emphasis pairs runs of marks and takes off those that have a partner.
func emphasis(pieces []piece) {
	open := make(map[byte][]int)
	for i := range pieces {
		p := &pieces[i]
		if p.mark == 0 {
			continue
		}
		if p.end {
			p.close(pieces, open)
		}
		if p.begin && p.count > 0 {
			open[p.mark] = append(open[p.mark], i)
		}
	}
}

// close takes as many marks off a run and those that it closes as both have.
func (p *piece) close(pieces []piece, open map[byte][]int) {
	for p.count > 0 && len(open[p.mark]) > 0 {
		stack := open[p.mark]
		o := &pieces[stack[len(stack)-1]]
		n := min(p.count, o.count)
		if n >= 2 && p.mark != '~' {
			o.bold++
			p.bold--
		}
		p.count -= n
		if o.count -= n; o.count == 0 {
			open[p.mark] = stack[:len(stack)-1]
		}
	}
}

// markup reads what begins with "<": an address shows without its marks, a
// mark of HTML not at all, a new line but for <br>.
func markup(s string, i int) (string, int) {
	end := strings.IndexAny(s[i+1:min(len(s), i+maxTarget)], "<>")
	if end < 0 || s[i+1+end] != '>' || end == 0 {
		return "<", i + 1
	}
	inner := s[i+1 : i+1+end]
	next := i + end + 2
	c := inner[0] | 0x20
	switch name := strings.ToLower(strings.Trim(inner, "/ ")); {
	case strings.HasPrefix(inner, "!--"), inner[0] == '/':
		return "", next
	case c < 'a' || c > 'z':
		return "<", i + 1
	case name == "br":
		return "\n", next
	case strings.Contains(inner, "@") || strings.Contains(inner, "://") && !strings.ContainsAny(inner, " ="):
		return inner, next
	}
	return "", next
}

// entity reads a character such as &nbsp;.
func entity(s string, i int) (string, int) {
	const longest = 33
	end := strings.IndexByte(s[i:min(len(s), i+longest)], ';')
	if end < 0 {
		return "&", i + 1
	}
	name := s[i : i+end+1]
	if text := html.UnescapeString(name); text != name {
		return text, i + end + 1
	}
	return "&", i + 1
}
