package vn

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NFC returns s in Unicode's composed form. Text of Latin letters that has no
// mark apart is told in one pass and comes back as it is.
func NFC(s string) string {
	if isComposed(s) {
		return s
	}
	return norm.NFC.String(s)
}

// isComposed reports for the letters up to U+02FF, those of U+1E00 to U+1EFF and
// the signs of U+2008 to U+203F, none of which NFC changes or joins, that s has
// no others. A false answer costs time only.
func isComposed(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < utf8.RuneSelf {
			continue
		}
		n := 0
		switch {
		case c >= 0xc2 && c <= 0xcb:
			n = 1
		case c == 0xe1 && i+1 < len(s) && s[i+1] >= 0xb8 && s[i+1] <= 0xbb:
			n = 2
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x88:
			n = 2
		}
		if n == 0 || i+n >= len(s) || s[i+n]&0xc0 != 0x80 {
			return false
		}
		i += n
	}
	return true
}
