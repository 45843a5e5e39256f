package vn

import "strings"

// Squeeze makes one space of every run of white space, and none at the ends: a
// text that has no other already, as most, is given back.
func Squeeze(s string) string {
	space := true // before the first letter
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && !space:
			space = true
		case c <= ' ', c == 0xC2, c == 0xE1, c == 0xE2, c == 0xE3: // the first bytes of other white space
			if c != 0xE1 || strings.HasPrefix(s[i:], "\u1680") {
				return strings.Join(strings.Fields(s), " ")
			}
			space = false
		default:
			space = false
		}
	}
	if space && s != "" {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}
