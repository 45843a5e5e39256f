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

// write gives a cell a text as it can hold it.
func (l *losses) write(to *cell, s string) {
	x := lookOver(s)
	if !x.fit || len(s) > cellLimit {
		s = l.clean(s)
		x = lookOver(s)
	}
	to.setText(s)
	to.looked = x
}

// letters is what one look at a text tells.
type letters struct {
	fit   bool // valid, and nothing in it that strip takes out
	plain bool // nothing in it that a cell has to escape
	runes int
}

// printable reports whether s is valid and has nothing that strip takes out.
func printable(s string) bool { return lookOver(s).fit }

// lookOver goes through a text once for all that the cell needs to know. Of one that
// is not fit the rest is not told.
func lookOver(s string) letters {
	plain, behind := true, 0 // bytes behind the first of a letter
	for i := 0; i < len(s); {
		switch openings[s[i]] {
		case ordinary:
			i++
		case inTwo:
			if i+1 >= len(s) || s[i+1]&0xc0 != 0x80 {
				return letters{}
			}
			i, behind = i+2, behind+1
		case inThree:
			if i+2 >= len(s) || s[i+1]&0xc0 != 0x80 || s[i+2]&0xc0 != 0x80 {
				return letters{}
			}
			i, behind = i+3, behind+2
		case escaped:
			i, plain = i+1, false
		case suspect:
			r, size := utf8.DecodeRuneInString(s[i:])
			if forbidden(r) || r == utf8.RuneError && size < 2 {
				return letters{}
			}
			i, behind = i+size, behind+size-1
		}
	}
	return letters{fit: true, plain: plain, runes: len(s) - behind}
}

// opening is what the first byte of a letter tells of it.
type opening uint8

const (
	ordinary opening = iota
	inTwo            // of two bytes, the second any that continues
	inThree          // of three, likewise
	escaped          // a cell may have to escape it
	suspect          // it has to be looked at: some that begin so are forbidden, or none at all
)

// openings spares most letters of a text from being looked at one by one.
var openings = func() (first [256]opening) {
	for c := range first {
		switch {
		case c < utf8.RuneSelf:
		case 0xc2 <= c && c < 0xe0:
			first[c] = inTwo
		case 0xe0 < c && c < 0xf0 && c != 0xed: // of these two not all that continue do
			first[c] = inThree
		default:
			first[c] = suspect
		}
	}
	for _, c := range []byte("&<>_") {
		first[c] = escaped
	}
	for r := rune(0); r <= 0xffff; r++ {
		if forbidden(r) {
			first[string(r)[0]] = suspect
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
