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
		i += size
		switch {
		case turnOf(r)&same != 0:
			return false // à to ỹ
		case r >= 0xC0 && r < 0xDF, r >= 0x1EA0 && r < 0x1EFA: // À to Ỹ
		case unicode.ToUpper(r) != r:
			return false
		}
	}
	return true
}
