package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean returns one paragraph in canonical form: NFC, white space of any kind
// and length as one space, none at its ends, invisible characters gone, "_"
// between syllables (word-segmented corpora) as a space.
func Clean(s string) string {
	if !dirty(s) {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	space := true // swallows leading white space
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b.WriteRune(utf8.RuneError)
			space = false
		case blank(r) || r == '_' && joins(s, i):
			if !space {
				b.WriteByte(' ')
			}
			space = true
		case invisible(r):
		default:
			b.WriteString(s[i : i+size])
			space = false
		}
		i += size
	}
	return norm.NFC.String(strings.TrimRight(b.String(), " "))
}

// dirty reports whether a text needs more than trimming. Most paragraphs do
// not, and the look costs less than the copy.
func dirty(s string) bool {
	space := false
	for i := range len(s) {
		c := s[i]
		switch {
		case c == ' ':
			if space {
				return true
			}
			space = true
			continue
		case c < ' ', c == '_', c == 0x7f:
			return true
		case c == 0xC2 && i+1 < len(s) && s[i+1] < 0xB0, // C1 controls, NBSP, soft hyphen
			c == 0xE2 && i+1 < len(s) && s[i+1] <= 0x81, // spaces, zero width, marks of direction
			c == 0xE3 && i+1 < len(s) && s[i+1] == 0x80, // the ideographic space
			c == 0xEF: // the byte order mark, U+FFFD
			return true
		}
		space = false
	}
	return !norm.NFC.IsNormalString(s) || !utf8.ValidString(s)
}

func blank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0xA0 ||
		r >= 0x2000 && r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F || r == 0x3000
}

// invisible reports whether nobody sees a character: controls, zero-width
// spaces and joiners, marks of direction, soft hyphens (those that are the
// letter ư of an old font were converted before), the byte order mark.
func invisible(r rune) bool {
	return r < 0x20 || r >= 0x7f && r < 0xA0 || r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x2069 || r == 0xFEFF
}

// joins reports whether the "_" at byte i stands between two letters.
func joins(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}
