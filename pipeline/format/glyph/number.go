package glyph

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Number writes a count in a format, by the name that Word has for it:
// "decimal", "decimalZero", "upperRoman", "lowerRoman", "upperLetter",
// "lowerLetter", "none". Formats of scripts that no Vietnamese report uses are
// written in Arabic numerals.
func Number(n int, format string) string {
	switch format {
	case "upperRoman":
		return strings.ToUpper(Roman(n))
	case "lowerRoman":
		return Roman(n)
	case "upperLetter":
		return strings.ToUpper(letters(n))
	case "lowerLetter":
		return letters(n)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// Roman writes a count in small Roman numerals; beyond 3999 there are none.
func Roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, step := range [...]struct {
		value int
		text  string
	}{
		{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
		{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
	} {
		for n >= step.value {
			b.WriteString(step.text)
			n -= step.value
		}
	}
	return b.String()
}

// letters counts a, b, … z, aa, bb, … as Word does.
func letters(n int) string {
	const alphabet, longest = 26, 30
	if n < 1 || n > alphabet*longest {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%alphabet)), (n-1)/alphabet+1)
}

// Bullet shows a bullet in Unicode: those of the picture fonts have private
// characters, or those of letters.
func Bullet(text, font string) string {
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case text == "" || r == utf8.RuneError:
		return ""
	case r >= 0xF000 && r <= 0xF0FF && !IsSymbolFont(font):
		font = "Wingdings"
		if r == 0xF0B7 {
			font = "Symbol"
		}
		fallthrough
	case IsSymbolFont(font):
		if s, ok := picture(font, r); ok {
			return string(s)
		}
		return "•"
	}
	return strings.TrimSpace(text)
}
