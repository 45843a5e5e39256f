package vn

// ValidSyllable reports whether s is a well-formed written Vietnamese syllable.
func ValidSyllable(s string) bool { return len(s) >= 2 }
