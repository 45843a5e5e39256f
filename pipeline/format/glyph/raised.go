package glyph

import (
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/charset"
)

// raised are the digits that stand above a line.
var raised = [10]rune{'⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'}

// Raise makes the digits of text[from:], which is set as superscript, the characters
// for such digits, so that a figure before them ends where it ends to the eye. What
// has letters among them, or more digits than the mark of a note, stays, and so do
// fonts in an old encoding, where these characters are letters.
func Raise(text []byte, from int, font string) []byte {
	const longest = 3
	digits := 0
	for _, c := range text[from:] {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == ' ', c == ',', c == ';', c == '(', c == ')', c == '[', c == ']', c == '*':
		default:
			return text
		}
	}
	if digits == 0 || digits > longest {
		return text
	}
	if _, old := charset.FromFont(font); old {
		return text
	}
	added := string(text[from:])
	text = text[:from]
	for _, r := range added {
		if r >= '0' && r <= '9' {
			r = raised[r-'0']
		}
		text = utf8.AppendRune(text, r)
	}
	return text
}
