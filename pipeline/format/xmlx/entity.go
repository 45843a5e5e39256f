package xmlx

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// longestReference bounds the search for the ';' of a reference: "&#x10FFFF;".
const longestReference = 12

// appendUnescaped appends text with the five entities of XML and character
// references resolved. Any other reference stays as it is written: what a file
// defines itself is not expanded.
func appendUnescaped(dst, text []byte) []byte {
	for {
		amp := bytes.IndexByte(text, '&')
		if amp < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:amp]...)
		text = text[amp:]
		end := bytes.IndexByte(text[:min(len(text), longestReference)], ';')
		if end < 0 {
			dst, text = append(dst, '&'), text[1:]
			continue
		}
		if r, ok := reference(text[1:end]); ok {
			if r >= 0 {
				dst = utf8.AppendRune(dst, r)
			}
		} else {
			dst = append(dst, text[:end+1]...)
		}
		text = text[end+1:]
	}
}

// reference resolves the inside of a reference; a negative rune is a character
// that XML forbids and that is left out.
func reference(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil {
		return 0, false
	}
	if n > utf8.MaxRune || n < 0x20 && n != '\t' && n != '\n' && n != '\r' || !utf8.ValidRune(rune(n)) {
		return -1, true
	}
	return rune(n), true
}
