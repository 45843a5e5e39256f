package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/vn"
)

// Clean returns a paragraph in canonical form: clean, without space at its ends.
func Clean(s string) string { return strings.Trim(clean(s), " ") }

// clean returns s in NFC with one kind of space: runs of any white space
// become one U+0020, controls and invisible characters (zero width, direction
// marks, U+FEFF, soft hyphen) go, bytes that are no UTF-8 become U+FFFD, Ð in
// a Vietnamese word becomes Đ, and "_" between its syllables a space. It does not
// trim, so that runs can be joined after it.
//
// The soft hyphen must have been the letter ư of TCVN3 before this step.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	if s = vn.NFC(s); isClean(s) {
		return s
	}
	// Taking an invisible character out can bring a letter and its mark together.
	return partSyllables(mendEth(vn.NFC(squeeze(s))))
}

// isClean reports in one pass, for the letters of Vietnamese and English text,
// that clean would change nothing. A false answer costs time only.
func isClean(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		if stays[c] {
			i++
			continue
		}
		switch {
		case c == ' ' && (i == 0 || s[i-1] != ' '):
			i++
		// U+00C0 to U+01BF and U+1E00 to U+1EFF, all of them NFC.
		case c >= 0xc3 && c <= 0xc6 && i+1 < len(s) && s[i+1]&0xc0 == 0x80 && !isEth(c, s[i+1]):
			i += 2
		case c == 0xe1 && i+2 < len(s) && s[i+1] >= 0xb8 && s[i+1] <= 0xbb && s[i+2]&0xc0 == 0x80:
			i += 3
		// Dashes, quotes, bullets and the ellipsis.
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x90 && s[i+2] <= 0xa6:
			i += 3
		default:
			return false
		}
	}
	return true
}

// stays are the characters of ASCII that stay, whatever stands beside them.
var stays = func() (is [256]bool) {
	for c := '!'; c < 0x7f; c++ {
		is[c] = c != '_'
	}
	return is
}()

// isEth reports whether two bytes are Ð, ð or Ɖ, which may stand for Đ.
func isEth(a, b byte) bool {
	return a == 0xc3 && (b == 0x90 || b == 0xb0) || a == 0xc6 && b == 0x89
}

func squeeze(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch r = visible(r); {
		case r < 0:
			continue
		case r == ' ':
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// visible maps a character to what stands for it in canonical text, -1 for
// nothing.
func visible(r rune) rune {
	switch {
	case r > ' ' && r < 0x7f:
		return r
	case r == ' ' || unicode.IsSpace(r) || r == '\u2800' || r == '\u3164':
		return ' '
	case r == '\u00ad' || r == '\u034f' || r == '\ufeff' || unicode.Is(unicode.Cf, r) || r >= 0xfe00 && r <= 0xfe0f:
		return -1
	case r >= 0x1c && r <= 0x1f:
		return ' ' // separators of fields
	case unicode.Is(unicode.Cc, r):
		return -1
	case r >= 0xf000 && r <= 0xf0ff:
		return symbol(r)
	}
	return r
}

// symbol maps a character of a symbol font (Symbol, Wingdings), which Word
// keeps at U+F000 and the font's byte, to what it looks like: digits and signs
// of Symbol are those of ASCII; nearly all others head list items.
func symbol(r rune) rune {
	switch c := r - 0xf000; {
	case c == ' ' || c == 0xa0:
		return ' '
	case c == '-' || c == '+' || c == '*' || c == '/' || c == '(' || c == ')' || c >= '0' && c <= '9' || c == '%' || c == '=' || c == '.' || c == ',':
		return c
	case c == 0xb3:
		return '≥'
	case c == 0xa3:
		return '≤'
	case c == 0xb1:
		return '±'
	case c == 0xb4:
		return '×'
	case c == 0xae || c == 0xe0 || c == 0xf0:
		return '→'
	}
	return '•'
}
