package excel

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// cellLimit is what a cell of Excel holds, in UTF-16 units. excelize cuts at it
// in silence, between any two letters.
const cellLimit = 32_767

// losses counts what a workbook could not hold as it was; the guide sheet says
// so.
type losses struct {
	Cut      int `json:"cut,omitempty"`      // texts longer than a cell
	Stripped int `json:"stripped,omitempty"` // texts with control characters
	Links    int `json:"links,omitempty"`    // places that cannot be linked to
	Dates    int `json:"dates,omitempty"`    // dates before 1900, written as text
}

// add adds other losses so many times.
func (l *losses) add(o losses, times int) {
	l.Cut += times * o.Cut
	l.Stripped += times * o.Stripped
	l.Links += times * o.Links
	l.Dates += times * o.Dates
}

// clean returns s as a cell can hold it: without the characters that XML
// forbids, cut behind a whole letter with "…" where it is too long.
func (l *losses) clean(s string) string {
	if !printable(s) {
		s = strip(s)
		l.Stripped++
	}
	if len(s) > cellLimit { // no shorter text has more UTF-16 units
		if short, was := cut(s, cellLimit); was {
			l.Cut++
			return short
		}
	}
	return s
}

// printable reports whether s is valid and has nothing that strip takes out.
func printable(s string) bool {
	for i := range len(s) {
		if suspects[s[i]] {
			if r, _ := utf8.DecodeRuneInString(s[i:]); forbidden(r) {
				return false
			}
		}
	}
	return utf8.ValidString(s)
}

// suspects are the bytes that a forbidden character begins with, which spares
// the letters of a text from being looked at one by one.
var suspects = func() (first [256]bool) {
	for r := rune(0); r <= 0xffff; r++ {
		if forbidden(r) {
			first[string(r)[0]] = true
		}
	}
	return first
}()

func forbidden(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return false
	case r < 0x20, 0x7f <= r && r < 0xa0, r == 0xfffe, r == 0xffff:
		return true
	case r == '\u202a', r == '\u202b', r == '\u202d', r == '\u202e': // turn the text of a cell around
		return true
	}
	return false
}

func strip(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case forbidden(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// cut shortens s to at most limit UTF-16 units, "…" included, and reports
// whether it had to. It cuts where one letter as people see it ends: never
// inside a letter with its marks, an emoji sequence or a flag.
func cut(s string, limit int) (string, bool) {
	units, last, before := 0, 0, rune(-1)
	flags := 0
	for i, r := range s {
		if !joins(before, r, flags) && units <= limit-1 {
			last = i
		}
		if units += utf16.RuneLen(r); units > limit {
			return s[:last] + "…", true
		}
		if flags++; !regional(r) {
			flags = 0
		}
		before = r
	}
	return s, false
}

// joins reports whether r continues the letter that before is part of. flags is
// the number of regional indicators that stand directly in front of r.
func joins(before, r rune, flags int) bool {
	const joiner = '\u200d'
	switch {
	case before < 0:
		return false
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc), r == joiner, before == joiner:
		return true
	case 0x1f3fb <= r && r <= 0x1f3ff, 0xe0020 <= r && r <= 0xe007f: // skin tones, tags
		return true
	case regional(r) && flags%2 == 1:
		return true
	case before == '\r' && r == '\n':
		return true
	}
	return hangul(r) && hangul(before)
}

func regional(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }

func hangul(r rune) bool { return 0x1100 <= r && r <= 0x11ff }
