package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/tongket/tongket/pipeline/vn"
)

// VIQR is the writing of RFC 1456 for e-mail: ASCII signs behind the letters,
// a^ a( o+ dd for â ă ơ đ and ' ` ? ~ . for the tones; a backslash makes a sign
// itself. A sign that would not leave a Vietnamese syllable stays: the full
// stop of "to." and the question mark of "a?" at the end of a sentence are
// tones only where the word needs one, so text comes out right that does not
// use the backslash.
var VIQR = Encoding{scheme: &scheme{name: "VIQR", whole: decodeVIQR, encode: encodeVIQR}}

func decodeVIQR(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		end := i
		for end < len(s) && isVIQR(s[end]) {
			end++
		}
		if end == i {
			if s[i] == '\\' && i+1 < len(s) {
				i++ // the sign behind a backslash is itself
			}
			_, size := utf8.DecodeRuneInString(s[i:])
			b.WriteString(s[i : i+size])
			i += size
			continue
		}
		b.WriteString(viqrWord(s[i:end]))
		i = end
	}
	return b.String()
}

func isVIQR(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || strings.IndexByte("^(+'`?~.", c) >= 0
}

// longestVIQR is more than nghie^ng with a tone and the punctuation behind it.
const longestVIQR = 24

// viqrWord decodes one word with its signs. Of the readings that leave more or
// fewer signs behind at its end, the longest that is a syllable wins. A word
// that is none in any reading is converted when a hat, breve, horn or dd shows
// that it is meant so.
func viqrWord(w string) string {
	letters := strings.TrimRight(w, "^(+'`?~.")
	if letters == "" || len(w) > longestVIQR {
		return w
	}
	if d := viqrLetters(w); len(letters) == 1 && utf8.RuneCountInString(d) == 1 && strings.IndexFunc(d, hasHat) >= 0 {
		return d // a letter by itself
	}
	for end := len(w); end >= len(letters) && end > 0; end-- {
		if d := viqrLetters(w[:end]); vn.ValidAnyCase(d) {
			return d + w[end:]
		}
	}
	if d := viqrLetters(w); strings.IndexFunc(d, hasHat) >= 0 {
		return d
	}
	return w
}

// hasHat reports whether a letter has more than a tone.
func hasHat(r rune) bool {
	base, _ := untone(r)
	return base > 0x7f && unicode.IsLetter(r)
}

// viqrLetters applies every sign to the letter before it that can take it.
func viqrLetters(w string) string {
	out := make([]rune, 0, len(w)+4)
	for i := 0; i < len(w); i++ {
		c := w[i]
		last := rune(0)
		if len(out) > 0 {
			last = out[len(out)-1]
		}
		if (c == 'd' || c == 'D') && (last == 'd' || last == 'D') {
			out[len(out)-1] = matchCase('đ', last)
			continue
		}
		if m := viqrMark(c); m != 0 && last != 0 {
			if r := viqrPairs[[2]rune{last, m}]; r != 0 {
				out[len(out)-1] = r
				continue
			}
		}
		out = append(out, rune(c))
	}
	return string(out)
}

// viqrPairs are the Vietnamese letters that a letter and a mark make.
var viqrPairs = func() map[[2]rune]rune {
	m := map[[2]rune]rune{}
	for _, base := range allLetters + "aeiouyAEIOUY" {
		for _, mark := range "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323" {
			s := norm.NFC.String(string([]rune{base, mark}))
			if utf8.RuneCountInString(s) == 1 && strings.Contains(allLetters, s) {
				m[[2]rune{base, mark}] = firstRune(s)
			}
		}
	}
	return m
}()

func matchCase(small, like rune) rune {
	if unicode.IsUpper(like) {
		return unicode.ToUpper(small)
	}
	return small
}

// viqrMark is the combining character of a sign, 0 for a letter.
func viqrMark(c byte) rune {
	switch c {
	case '^':
		return '\u0302'
	case '(':
		return '\u0306'
	case '+':
		return '\u031b'
	case '`':
		return '\u0300'
	case '\'':
		return '\u0301'
	case '?':
		return '\u0309'
	case '~':
		return '\u0303'
	case '.':
		return '\u0323'
	}
	return 0
}

func encodeVIQR(s string) (data []byte, lost int) {
	after, last := false, rune(0) // after a letter, which could take a sign
	for _, r := range s {
		switch {
		case r == 'đ':
			data = append(data, "dd"...)
		case r == 'Đ':
			data = append(data, "DD"...)
		case r < utf8.RuneSelf:
			if after && viqrMark(byte(r)) != 0 || r == '\\' || (r == 'd' || r == 'D') && (last == 'd' || last == 'D') {
				data = append(data, '\\')
			}
			data = append(data, byte(r))
		default:
			signs, ok := viqrSigns(r)
			if !ok {
				lost++
				signs = "?"
			}
			data = append(data, signs...)
		}
		after, last = unicode.IsLetter(r), r
	}
	return data, lost
}

// viqrSigns writes a letter outside ASCII, and reports whether it can.
func viqrSigns(r rune) (string, bool) {
	var b strings.Builder
	for _, m := range norm.NFD.String(string(r)) {
		if m < utf8.RuneSelf {
			b.WriteRune(m)
			continue
		}
		sign := strings.IndexRune("\u0302\u0306\u031b\u0300\u0301\u0309\u0303\u0323", m)
		if sign < 0 {
			return "", false
		}
		b.WriteByte("^(+`'?~."[sign/2])
	}
	// The hat stands before the tone; NFD puts the dot below first.
	w := b.String()
	if len(w) == 3 && (w[1] == '.') {
		w = string([]byte{w[0], w[2], w[1]})
	}
	return w, len(w) > 1
}
