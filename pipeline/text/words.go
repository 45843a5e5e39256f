package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/vn"
)

// mendEth writes Đ for the letters that look like it, the Icelandic Ð and the
// African Ɖ, in Vietnamese words ("Ðảng", "ÐBQH"). Keyboards and fonts of the
// nineties had only those. Icelandic words stay: nothing in them is a syllable.
func mendEth(s string) string {
	if !strings.ContainsAny(s, "ÐðƉɖ") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		n := letterRun(s[i:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			b.WriteString(s[i : i+size])
			i += size
			continue
		}
		b.WriteString(mendWord(s[i : i+n]))
		i += n
	}
	return b.String()
}

var dReplacer = strings.NewReplacer("Ð", "Đ", "Ɖ", "Đ", "ð", "đ", "ɖ", "đ")

func mendWord(w string) string {
	m := dReplacer.Replace(w)
	if m == w || vn.ValidAnyCase(m) {
		return m
	}
	// An abbreviation: Đ among capitals, or Đ alone (Đ/c).
	for _, r := range m {
		if r != 'Đ' && (r < 'A' || r > 'Z') {
			return w
		}
	}
	return m
}

// letterRun is the length of the letters at the start of s.
func letterRun(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return i
		}
	}
	return len(s)
}

// partSyllables writes a space for the "_" that word segmenters put between the
// syllables of one word ("Đại_hội Đảng_bộ"). A paragraph is segmented text when
// one of its words joins syllables, marks among them; then names are parted too
// (Manchester_United). Addresses and blanks to fill in (____) stay.
func partSyllables(s string) string {
	if strings.IndexByte(s, '_') < 0 || !isSegmented(s) {
		return s
	}
	b := []byte(s)
	start := 0
	for start < len(s) {
		end := strings.IndexByte(s[start:], ' ')
		if end < 0 {
			end = len(s)
		} else {
			end += start
		}
		if word := s[start:end]; !strings.ContainsAny(word, "@/\\") {
			for i := start + 1; i < end-1; i++ {
				if s[i] == '_' && isWordByte(s[i-1]) && isWordByte(s[i+1]) {
					b[i] = ' '
				}
			}
		}
		start = end + 1
	}
	return string(b)
}

// isWordByte reports whether a byte belongs to a letter or digit, taking every
// byte above ASCII for one.
func isWordByte(c byte) bool {
	return c >= utf8.RuneSelf || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// isSegmented reports whether a text has a word of syllables joined by "_".
func isSegmented(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if strings.IndexByte(word, '_') > 0 && joinsSyllables(word) {
			return true
		}
	}
	return false
}

func joinsSyllables(word string) bool {
	marked := false
	for part := range strings.SplitSeq(word, "_") {
		if !vn.ValidSyllable(part) {
			return false
		}
		marked = marked || len(part) > utf8.RuneCountInString(part)
	}
	return marked
}
