package glyph

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// wingdings are the symbols that reports use, by their byte in Wingdings.
var wingdings = map[byte]rune{
	0x6C: '●', 0x6E: '■', 0x6F: '□', 0x71: '❑', 0x75: '◆', 0x76: '❖', 0x9F: '•',
	0xA7: '▪', 0xA8: '☐', 0xD8: '➢', 0xE0: '→', 0xF0: '⇨', 0xFB: '✗', 0xFC: '✓', 0xFD: '☒', 0xFE: '☑',
}

// greek are those of the font Symbol, whose letters are Greek.
var greek = map[byte]rune{
	0x2D: '-', 0xA3: '≤', 0xAE: '→', 0xB0: '°', 0xB1: '±', 0xB3: '≥', 0xB4: '×', 0xB7: '•',
}

// picture returns what a code of a picture font shows, and whether it is one of
// those that reports use.
func picture(font string, r rune) (rune, bool) {
	if r > 0xFF && (r < 0xF000 || r > 0xF0FF) {
		return r, false
	}
	if !strings.EqualFold(font, "symbol") {
		s, ok := wingdings[byte(r)]
		return s, ok
	}
	if s, ok := greek[byte(r)]; ok {
		return s, true
	}
	if i := byte(r) - firstGreek; int(i) < len(greekLetters) && greekLetters[i] != ' ' {
		return greekLetters[i], true
	}
	return r, false
}

// greekLetters are the letters of the font Symbol from code 0x41 on, in the
// places of the Latin ones that they look or sound like.
var greekLetters = []rune("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ      αβχδεφγηιϕκλμνοπθρστυϖωξψζ")

const firstGreek = 0x41

// IsSymbolFont reports whether a font has pictures where others have letters.
func IsSymbolFont(name string) bool {
	if name == "" || strings.IndexByte("SsWwMm", name[0]) < 0 {
		return false
	}
	name = strings.ToLower(name)
	return name == "symbol" || strings.HasPrefix(name, "wingdings") || strings.HasPrefix(name, "webdings") || strings.HasPrefix(name, "marlett")
}

// Symbol returns the character of a code in a font. Of a picture font the known ones
// become Unicode and the others stay private; of any other font, an old
// Vietnamese one above all, it is the character of the byte.
func Symbol(font string, code uint16) string {
	r := rune(code)
	if IsSymbolFont(font) {
		if s, ok := picture(font, r); ok {
			return string(s)
		}
	} else if r >= 0xF020 && r <= 0xF0FF {
		r = ANSI(byte(r))
	}
	if !utf8.ValidRune(r) || r < 0x20 {
		return ""
	}
	return string(r)
}

// cp1252 are the characters of bytes 0x80 to 0x9F in Windows-1252; the five
// bytes that it leaves undefined stand for themselves.
var cp1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}

// ANSI is the character of a byte in Windows-1252.
func ANSI(b byte) rune {
	if b >= 0x80 && b < 0xA0 {
		return cp1252[b-0x80]
	}
	return rune(b)
}

// Tidy makes text what it shows: line ends inside are the file's, not the
// text's, letters of a picture font are pictures, and bytes of a font that Word
// holds for a picture font, as it does some of the old Vietnamese ones, lose
// their private form. text[:from] stays.
func Tidy(text []byte, from int, font string) []byte {
	added := text[from:]
	for i, c := range added {
		if c < ' ' {
			added[i] = ' '
		}
	}
	if IsSymbolFont(font) {
		return append(text[:from], bytes.Map(func(r rune) rune {
			if s, ok := picture(font, r); ok && r >= 0x80 { // plain words set in such a font are a slip
				return s
			}
			return r
		}, added)...)
	}
	if bytes.IndexByte(added, 0xEF) < 0 {
		return text
	}
	return append(text[:from], bytes.Map(func(r rune) rune {
		if r >= 0xF020 && r <= 0xF0FF {
			return ANSI(byte(r))
		}
		return r
	}, added)...)
}
