package vn

// RaisedDigits are the digits that stand above a line, 0 to 9: the marks of notes, and
// no part of the figure or word before them.
const RaisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// IsRaisedDigit reports whether a character is one of RaisedDigits.
func IsRaisedDigit(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r == '⁰' || r >= '⁴' && r <= '⁹'
}
