package docx

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// wingdings are the symbols that reports use, by their byte in Wingdings and,
// where the two agree or do not clash, Symbol.
var wingdings = map[byte]rune{
	0x2D: '-', 0x6C: '●', 0x6E: '■', 0x6F: '□', 0x71: '❑', 0x75: '◆', 0x76: '❖',
	0x9F: '•', 0xA7: '▪', 0xA8: '☐', 0xB7: '•', 0xD8: '➢', 0xE0: '→', 0xF0: '⇨',
	0xFB: '✗', 0xFC: '✓', 0xFD: '☒', 0xFE: '☑',
}

// symbolFont reports whether a font has pictures where others have letters.
func symbolFont(name string) bool {
	name = strings.ToLower(name)
	return name == "symbol" || strings.HasPrefix(name, "wingdings") || strings.HasPrefix(name, "webdings") || strings.HasPrefix(name, "marlett")
}

// symbol returns the character of <w:sym>. Of a picture font the known ones
// become Unicode and the others stay private; of any other font, an old
// Vietnamese one above all, it is the character of the byte.
func symbol(font, char string) string {
	n, err := strconv.ParseUint(char, 16, 32)
	if err != nil || n == 0 || n > 0xFFFF {
		return ""
	}
	r := rune(n)
	if symbolFont(font) {
		if s, ok := wingdings[byte(n)]; ok {
			return string(s)
		}
	} else if r >= 0xF020 && r <= 0xF0FF {
		r = ansi(byte(r))
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

func ansi(b byte) rune {
	if b >= 0x80 && b < 0xA0 {
		return cp1252[b-0x80]
	}
	return rune(b)
}

// tidy makes text what it shows: line ends inside are the file's, not the
// text's, and bytes of a font that Word holds for a symbol font, as it does
// some of the old Vietnamese ones, lose their private form. text[:from] stays.
func tidy(text []byte, from int, font string) []byte {
	added := text[from:]
	for i, c := range added {
		if c < ' ' {
			added[i] = ' '
		}
	}
	if bytes.IndexByte(added, 0xEF) < 0 || symbolFont(font) {
		return text
	}
	return append(text[:from], bytes.Map(func(r rune) rune {
		if r >= 0xF020 && r <= 0xF0FF {
			return ansi(byte(r))
		}
		return r
	}, added)...)
}
