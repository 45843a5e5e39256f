package vn

import (
	"unicode"
	"unicode/utf8"
)

// Capital reports whether a text has no letter that could be a capital and is
// none: strings.ToUpper would give it back.
func Capital(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c >= 'a' && c <= 'z' {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.ToUpper(r) != r {
			return false
		}
		i += size
	}
	return true
}
