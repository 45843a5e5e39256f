package charset

import (
	"html"
	"strconv"
	"strings"
)

// NCR is text whose letters are written as references of HTML: &#7843; &#x1ea3;
// &agrave;.
var NCR = Encoding{scheme: &scheme{name: "NCR", whole: html.UnescapeString, encode: encodeNCR}}

func encodeNCR(s string) ([]byte, int) {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r < 0x80:
			b.WriteRune(r)
		default:
			b.WriteString("&#")
			b.WriteString(strconv.Itoa(int(r)))
			b.WriteByte(';')
		}
	}
	return []byte(b.String()), 0
}

// looksNCR reports whether a text has at least two references to Vietnamese
// letters.
func looksNCR(s string) bool {
	if strings.Count(s, "&") < 2 || strings.Count(s, ";") < 2 {
		return false
	}
	before, after := letterCount(s), letterCount(html.UnescapeString(s))
	return after >= before+2
}

// letterCount counts Vietnamese letters outside ASCII.
func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if r > 0x7f && strings.ContainsRune(allLetters, r) {
			n++
		}
	}
	return n
}
