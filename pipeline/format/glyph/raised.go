package glyph

import (
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/vn"
)

// raised are the digits that stand above a line.
var raised = []rune(vn.RaisedDigits)

// LongestMark is how many digits the mark of a note has at most.
const LongestMark = 3

// LeastRise is by how many half points, as the formats of Word count, text stands
// above the line at least that is raised and not moved a little: a third of letters
// of seven points, where LibreOffice puts what is raised.
const LeastRise = 4

// Raised returns the character for a digit above the line, and any other as it is.
func Raised(r rune) rune {
	if r >= '0' && r <= '9' {
		return raised[r-'0']
	}
	return r
}

// BesideMark reports whether a sign may stand with the digits of a note's mark.
func BesideMark(r rune) bool {
	switch r {
	case ' ', ',', ';', '(', ')', '[', ']', '*':
		return true
	}
	return false
}

// Raise makes the digits of text[from:], which is set as superscript, the characters
// for such digits, so that a figure before them ends where it ends to the eye. What
// has letters among them, or more digits than the mark of a note, stays, and so do
// fonts in an old encoding, where these characters are letters.
func Raise(text []byte, from int, font string) []byte {
	digits := 0
	for _, c := range text[from:] {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case !BesideMark(rune(c)):
			return text
		}
	}
	if digits == 0 || digits > LongestMark {
		return text
	}
	if _, old := charset.FromFont(font); old {
		return text
	}
	added := string(text[from:])
	text = text[:from]
	for _, r := range added {
		text = utf8.AppendRune(text, Raised(r))
	}
	return text
}
