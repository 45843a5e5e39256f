package vn

import (
	"slices"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NFC returns s in Unicode's composed form. Text of Latin letters without marks
// apart comes back as it is, and the marks of Vietnamese join their letters in
// one pass; all other text goes the long way.
func NFC(s string) string {
	if isComposed(s) {
		return s
	}
	if joined, ok := joinMarks(s); ok {
		return joined
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

// marks are the combining marks of Vietnamese.
const marks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"

// markIndex is the number of each of them, by its place behind U+0300; -1 for
// other combining marks.
var markIndex = func() (t [0x370 - 0x300]int8) {
	for i := range t {
		t[i] = int8(slices.Index([]rune(marks), rune(0x300+i)))
	}
	return t
}()

// joined are the letters that each mark makes of those of letterTable, 0 where
// it makes no letter of one character. Composing step by step gives what
// composing at once does.
var joined = sync.OnceValue(func() *[len(marks) / 2][len(letterTable)]rune {
	var t [len(marks) / 2][len(letterTable)]rune
	for i, mark := range []rune(marks) {
		for _, ranges := range [...][2]rune{{'A', lowEnd}, {highStart, highEnd}} {
			for r := ranges[0]; r < ranges[1]; r++ {
				if c := []rune(norm.NFC.String(string([]rune{r, mark}))); len(c) == 1 {
					t[i][tableIndex(r)] = c[0]
				}
			}
		}
	}
	return &t
})

// joinMarks composes text of the letters that isComposed knows with the marks
// of Vietnamese. It says false for any other.
func joinMarks(s string) (string, bool) {
	table := joined()
	out := make([]byte, 0, len(s))
	last := rune(0) // the letter at the end of out
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			out, last = append(out, c), rune(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r < 0x300 || r >= 0x370 {
			if !isComposed(s[i : i+size]) {
				return "", false
			}
			out, last = append(out, s[i:i+size]...), r
			i += size
			continue
		}
		mark := markIndex[r-0x300]
		if mark < 0 || last >= lowEnd && (last < highStart || last >= highEnd) {
			return "", false
		}
		letter := table[mark][tableIndex(last)]
		if letter == 0 {
			return "", false
		}
		out = utf8.AppendRune(out[:len(out)-utf8.RuneLen(last)], letter)
		last = letter
		i += size
	}
	return string(out), true
}
