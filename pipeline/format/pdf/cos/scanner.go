package cos

import (
	"bytes"
	"math"
)

// Scanner takes tokens and values from bytes.
type Scanner struct {
	data  []byte
	pos   int
	stack []Value // of the arrays under way
}

// NewScanner returns a scanner over the bytes of a stream.
func NewScanner(data []byte) *Scanner { return &Scanner{data: data} }

const (
	regular = iota
	space
	delimiter
)

var class = func() (c [256]uint8) {
	for _, b := range []byte("\x00\t\n\f\r ") {
		c[b] = space
	}
	for _, b := range []byte("()<>[]{}/%") {
		c[b] = delimiter
	}
	return c
}()

func (s *Scanner) skipSpace() {
	data, i := s.data, s.pos
	for i < len(data) {
		if b := data[i]; class[b] == space {
			i++
			continue
		} else if b != '%' {
			break
		}
		for i < len(data) && data[i] != '\n' && data[i] != '\r' {
			i++
		}
	}
	s.pos = i
}

// word takes the regular characters that come.
func (s *Scanner) word() []byte {
	rest := s.data[s.pos:]
	n := 0
	for n < len(rest) && class[rest[n]] == regular {
		n++
	}
	s.pos += n
	return rest[:n]
}

// token takes the next token.
func (s *Scanner) token() (Value, error) {
	s.skipSpace()
	if s.pos >= len(s.data) {
		return Value{Kind: eof}, nil
	}
	b := s.data[s.pos]
	if class[b] == regular {
		return wordValue(s.word())
	}
	s.pos++
	next := byte(0)
	if s.pos < len(s.data) {
		next = s.data[s.pos]
	}
	switch {
	case b == '/':
		name, err := plainName(s.word())
		return Value{Kind: Name, Bytes: name}, err
	case b == '(':
		return s.literal()
	case b == '[':
		return Value{Kind: open}, nil
	case b == ']':
		return Value{Kind: shut}, nil
	case b == '<' && next == '<':
		s.pos++
		return Value{Kind: begin}, nil
	case b == '>' && next == '>':
		s.pos++
		return Value{Kind: end}, nil
	case b == '<':
		return s.hex()
	}
	return Value{}, errSyntax
}

func wordValue(w []byte) (Value, error) {
	if c := w[0]; c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
		return number(w)
	}
	switch string(w) {
	case "null":
		return Value{}, nil
	case "true":
		return Value{Kind: Bool, Int: 1}, nil
	case "false":
		return Value{Kind: Bool}, nil
	}
	return Value{Kind: Keyword, Bytes: w}, nil
}

// number reads a number of up to nine digits before the point, as all sound ones
// have.
func number(w []byte) (Value, error) {
	v := Value{Kind: Number, Whole: true}
	i, minus := 0, false
	if w[0] == '+' || w[0] == '-' {
		i, minus = 1, w[0] == '-'
	}
	whole, fraction, scale, digits := 0, 0.0, 1.0, 0
	for ; i < len(w); i++ {
		c := w[i]
		switch {
		case c == '.' && v.Whole:
			v.Whole = false
		case c < '0' || c > '9':
			return v, errSyntax
		case v.Whole:
			if whole > math.MaxInt32/10 {
				return v, errSyntax
			}
			whole, digits = 10*whole+int(c-'0'), digits+1
		default:
			scale /= 10
			fraction += float64(c-'0') * scale
			digits++
		}
	}
	if digits == 0 {
		return v, errSyntax
	}
	n := float64(whole) + fraction
	if minus {
		whole, n = -whole, -n
	}
	v.Int, v.Num = whole, float32(n)
	return v, nil
}

// plainName resolves #41 in a name.
func plainName(w []byte) ([]byte, error) {
	if i := bytes.IndexByte(w, '#'); i >= 0 {
		out := append([]byte(nil), w[:i]...)
		for ; i < len(w); i++ {
			if w[i] != '#' {
				out = append(out, w[i])
				continue
			}
			if i+2 >= len(w) || digit(w[i+1]) > 15 || digit(w[i+2]) > 15 {
				return nil, errSyntax
			}
			out = append(out, digit(w[i+1])<<4|digit(w[i+2]))
			i += 2
		}
		return out, nil
	}
	return w, nil
}

// digit returns the value of a hexadecimal digit, 255 for another character.
func digit(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return 255
}

func (s *Scanner) hex() (Value, error) {
	out := make([]byte, 0, 8)
	half, odd := byte(0), false
	for s.pos < len(s.data) {
		c := s.data[s.pos]
		s.pos++
		switch d := digit(c); {
		case c == '>':
			if odd {
				return Value{}, errSyntax
			}
			return Value{Kind: String, Bytes: out}, nil
		case class[c] == space:
		case d > 15:
			return Value{}, errSyntax
		case odd:
			out, odd = append(out, half<<4|d), false
		default:
			half, odd = d, true
		}
	}
	return Value{}, errSyntax
}

// literal takes a string in brackets. Most need no change and are a part of the
// data.
func (s *Scanner) literal() (Value, error) {
	text, depth := s.data[s.pos:], 1
	for i, c := range text {
		switch c {
		case '\\', '\r':
			start := s.pos
			s.pos += i
			return s.escaped(start, depth)
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.pos += i + 1
				return Value{Kind: String, Bytes: text[:i]}, nil
			}
		}
	}
	s.pos = len(s.data)
	return Value{}, errSyntax
}

// escaped goes on with a string in which something must be replaced.
func (s *Scanner) escaped(start, depth int) (Value, error) {
	out := append(make([]byte, 0, s.pos-start+64), s.data[start:s.pos]...)
	for s.pos < len(s.data) {
		c := s.data[s.pos]
		s.pos++
		switch c {
		case '\\':
			out = s.escape(out)
			continue
		case '\r':
			if s.pos < len(s.data) && s.data[s.pos] == '\n' {
				s.pos++
			}
			c = '\n'
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return Value{Kind: String, Bytes: out}, nil
			}
		}
		out = append(out, c)
	}
	return Value{}, errSyntax
}

func (s *Scanner) escape(out []byte) []byte {
	if s.pos >= len(s.data) {
		return out
	}
	c := s.data[s.pos]
	s.pos++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if s.pos < len(s.data) && s.data[s.pos] == '\n' {
			s.pos++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	n := int(c - '0')
	for range 2 {
		if s.pos >= len(s.data) || s.data[s.pos] < '0' || s.data[s.pos] > '7' {
			break
		}
		n = n<<3 | int(s.data[s.pos]-'0')
		s.pos++
	}
	return append(out, byte(n))
}

// maxDepth bounds values inside values.
const maxDepth = 32

// Next takes the next value of a content stream: an operand, or an operator as a
// Keyword. ok is false at the end.
func (s *Scanner) Next() (v Value, ok bool, err error) {
	v, err = s.token()
	if err != nil || v.Kind == eof {
		return v, false, err
	}
	switch v.Kind { //nolint:exhaustive // the others are whole
	case open, shut, begin, end:
		v, err = s.rest(v, 0, false)
	}
	return v, err == nil, err
}

// value takes a value of the file, where references may stand.
func (s *Scanner) value(depth int) (Value, error) {
	t, err := s.token()
	if err != nil {
		return t, err
	}
	return s.rest(t, depth, true)
}

// rest completes the value that a token begins.
func (s *Scanner) rest(t Value, depth int, refs bool) (Value, error) {
	if depth > maxDepth {
		return t, errSyntax
	}
	switch t.Kind {
	case open:
		return s.array(depth, refs)
	case begin:
		return s.dictionary(depth, refs)
	case Number:
		if refs && t.Whole && t.Int > 0 {
			return s.reference(t), nil
		}
	case shut, end, eof:
		return t, errSyntax
	case Null, Bool, String, Name, Array, Dictionary, Reference, Keyword:
	}
	return t, nil
}

// reference looks whether a number begins a reference: 12 0 R.
func (s *Scanner) reference(t Value) Value {
	p := s.pos
	s.skipSpace()
	if s.pos < len(s.data) && s.data[s.pos] >= '0' && s.data[s.pos] <= '9' {
		generation := s.word()
		s.skipSpace()
		if w := s.word(); len(w) == 1 && w[0] == 'R' && len(generation) <= 5 {
			return Value{Kind: Reference, Int: t.Int}
		}
	}
	s.pos = p
	return t
}

func (s *Scanner) array(depth int, refs bool) (Value, error) {
	first := len(s.stack)
	for {
		t, err := s.token()
		if err != nil {
			return t, err
		}
		if t.Kind == shut {
			list := append([]Value(nil), s.stack[first:]...) // of the length that it has
			s.stack = s.stack[:first]
			return Value{Kind: Array, inside: &inside{list: list}}, nil
		}
		if t.Kind == Keyword {
			return t, errSyntax
		}
		v, err := s.rest(t, depth+1, refs)
		if err != nil {
			return v, err
		}
		s.stack = append(s.stack, v)
	}
}

// fewEntries is what most dictionaries have room in.
const fewEntries = 4

func (s *Scanner) dictionary(depth int, refs bool) (Value, error) {
	var d Dict
	for {
		key, err := s.token()
		switch {
		case err != nil:
			return key, err
		case key.Kind == end:
			return Value{Kind: Dictionary, inside: &inside{dict: d}}, nil
		case key.Kind != Name:
			return key, errSyntax
		}
		t, err := s.token()
		if err != nil || t.Kind == Keyword {
			return t, errSyntax
		}
		v, err := s.rest(t, depth+1, refs)
		if err != nil {
			return v, err
		}
		if d == nil {
			d = make(Dict, 0, fewEntries)
		}
		d = append(d, Entry{string(key.Bytes), v})
	}
}

// keyword takes a keyword and reports whether it is the one.
func (s *Scanner) keyword(k string) bool {
	s.skipSpace()
	p := s.pos
	if string(s.word()) == k {
		return true
	}
	s.pos = p
	return false
}
