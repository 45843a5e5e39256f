package charset

import (
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/vn"
)

// Encoding is one way in which Vietnamese letters were kept in bytes. The zero
// Encoding is none: it converts nothing. Encodings can be compared.
type Encoding struct {
	scheme *scheme
	// capitals is set for the H fonts, which show small letters as capitals.
	capitals bool
}

// scheme is the table of an encoding and what must be mended after it.
type scheme struct {
	name string
	// single is the letter of a byte, 0 where a byte is what it is in
	// Windows-1252.
	single [256]rune
	// pairs are the letters of two bytes, the second one above 0x7f: by the
	// first byte and the second.
	pairs  [256]*[128]rune
	paired bool // there are pairs
	// bytes is the way back.
	bytes map[rune]string
	// repair mends decoded text where the table cannot know (capitals).
	repair func(string) string
	// whole replaces tables for encodings that are not bytes (VIQR, NCR).
	whole  func(string) string
	encode func(string) ([]byte, int)
}

// IsZero reports whether e is no encoding.
func (e Encoding) IsZero() bool { return e.scheme == nil }

// Name is the encoding's usual name: "TCVN3", "VNI". The capitals of an H font
// do not change it. "" for none.
func (e Encoding) Name() string {
	if e.scheme == nil {
		return ""
	}
	return e.scheme.name
}

// String is the name, with what an H font adds.
func (e Encoding) String() string {
	if e.capitals {
		return e.Name() + " H"
	}
	return e.Name()
}

// Capitals returns the encoding of a font that shows every letter as a
// capital: .VnTimeH.
func (e Encoding) Capitals() Encoding {
	e.capitals = true
	return e
}

// Decode converts bytes to NFC text.
func (e Encoding) Decode(data []byte) string {
	if e.scheme == nil {
		return latin(data)
	}
	if e.scheme.whole != nil {
		return vn.NFC(e.scheme.whole(strings.ToValidUTF8(string(data), "\ufffd")))
	}
	return e.finish(e.scheme.appendText(make([]byte, 0, len(data)*3/2), data))
}

// Convert converts a string in which the letters of a one-byte encoding stand
// as the Windows-1252 or Latin-1 characters of their bytes, as readers and
// clipboards give it. Characters that are no byte stay as they are. The soft
// hyphen U+00AD is a byte: in TCVN3 it is ư, so convert before stripping it.
func (e Encoding) Convert(s string) string {
	switch {
	case e.scheme == nil:
		return s
	case e.scheme.whole != nil:
		return vn.NFC(e.scheme.whole(s))
	}
	out := make([]byte, 0, len(s)+len(s)/4) // few letters are a byte longer than they were
	if !e.scheme.paired {
		return e.finish(e.scheme.appendLetters(out, s))
	}
	bytes := make([]byte, 0, len(s))
	for _, r := range s {
		if b, ok := byteOf(r); ok {
			bytes = append(bytes, b)
			continue
		}
		out = utf8.AppendRune(e.scheme.appendText(out, bytes), r)
		bytes = bytes[:0]
	}
	return e.finish(e.scheme.appendText(out, bytes))
}

// appendLetters is appendText for the look-alikes of bytes, where each byte is a
// letter of its own.
func (s *scheme) appendLetters(out []byte, text string) []byte {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf && s.single[c] == 0 { // most of all
			out = append(out, c)
			i++
			continue
		}
		r, size := twoAt(text, i), 2
		if r == 0 {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if b, ok := byteOf(r); ok {
			if r = s.single[b]; r == 0 {
				r = windows1252(b)
			}
		}
		out = utf8.AppendRune(out, r)
		i += size
	}
	return out
}

func (e Encoding) finish(text []byte) string {
	s := vn.NFC(string(text))
	if e.scheme.repair != nil && !e.capitals {
		s = byLine(s, e.scheme.repair)
	}
	if e.capitals {
		s = strings.ToUpper(s)
	}
	return s
}

// byLine applies a repair to each line, because the words around a word tell
// its case only as far as the line goes.
func byLine(s string, repair func(string) string) string {
	if !strings.Contains(s, "\n") {
		return repair(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for line := range strings.Lines(s) {
		text := strings.TrimRight(line, "\r\n")
		b.WriteString(repair(text))
		b.WriteString(line[len(text):])
	}
	return b.String()
}

// decode appends the letters of bytes.
func (s *scheme) decode(out []rune, data []byte) []rune {
	for len(data) > 0 {
		r, n := s.letter(data)
		out, data = append(out, r), data[n:]
	}
	return out
}

// appendText appends the letters of bytes as text.
func (s *scheme) appendText(out, data []byte) []byte {
	for len(data) > 0 {
		if c := data[0]; c < utf8.RuneSelf && s.single[c] == 0 && (len(data) == 1 || data[1] < utf8.RuneSelf) {
			out, data = append(out, c), data[1:]
			continue
		}
		r, n := s.letter(data)
		out, data = utf8.AppendRune(out, r), data[n:]
	}
	return out
}

// letter returns the letter that bytes begin with, the longest match first, and
// the number of its bytes.
func (s *scheme) letter(data []byte) (r rune, n int) {
	if seconds := s.pairs[data[0]]; seconds != nil && len(data) > 1 && data[1] >= utf8.RuneSelf {
		if r := seconds[data[1]-utf8.RuneSelf]; r != 0 {
			return r, 2
		}
	}
	if r := s.single[data[0]]; r != 0 {
		return r, 1
	}
	return windows1252(data[0]), 1
}

// Encode converts text to bytes, for fixtures and round trips. lost counts the
// characters that the encoding has no place for: they became "?", or for the
// marked capitals of TCVN3 the small letter that its fonts show in their H
// variant. Where lost is 0, Decode gives the NFC of s back; the H variant gives
// it back in capitals.
func (e Encoding) Encode(s string) (data []byte, lost int) {
	if e.scheme == nil {
		return []byte(s), 0
	}
	s = vn.NFC(s)
	if e.capitals {
		s = strings.ToLower(s)
	}
	encode := e.scheme.encode
	if encode == nil {
		encode = e.scheme.encodeLetters
	}
	data, lost = encode(s)
	if lost == 0 && e.Decode(data) != s && !e.capitals {
		lost = 1
	}
	return data, lost
}

func (s *scheme) encodeLetters(text string) (data []byte, lost int) {
	data = make([]byte, 0, len(text))
	for _, r := range text {
		if b, ok := s.bytes[r]; ok {
			data = append(data, b...)
			continue
		}
		if b, ok := byteOf1252(r); ok && s.single[b] == 0 {
			data = append(data, b)
			continue
		}
		data = append(data, '?')
		lost++
	}
	return data, lost
}

// newScheme makes a scheme from the upper half of a code page: 128 characters
// for the bytes 0x80 to 0xFF, "·" for those that mean what they mean in
// Windows-1252; spaces and line breaks between them do not count.
func newScheme(name, upper string) *scheme {
	s := &scheme{name: name, bytes: map[rune]string{}}
	b := 0x80
	for _, r := range upper {
		switch r {
		case ' ', '\n', '\t':
			continue
		case '·':
		default:
			s.put(byte(b), r)
		}
		b++
	}
	return s
}

// put gives a byte its letter. The first byte of a letter is its way back.
func (s *scheme) put(b byte, r rune) {
	s.single[b] = r
	if _, ok := s.bytes[r]; !ok {
		s.bytes[r] = string([]byte{b})
	}
}

// pair gives two bytes their letter.
func (s *scheme) pair(a, b byte, r rune) {
	if s.pairs[a] == nil {
		s.pairs[a] = new([128]rune)
	}
	s.pairs[a][b-utf8.RuneSelf], s.paired = r, true
	s.bytes[r] = string([]byte{a, b})
}
