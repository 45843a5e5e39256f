package charset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/vn"
)

// encodeSmall is Encode for encodings without some capitals: their small
// letters stand in for them and count as lost.
func (s *scheme) encodeSmall(text string) (data []byte, lost int) {
	for _, r := range text {
		b, ok := s.bytes[r]
		if !ok {
			if c, one := byteOf1252(r); one && s.single[c] == 0 {
				data = append(data, c)
				continue
			}
			lost++
			if b, ok = s.bytes[unicode.ToLower(r)]; !ok {
				b = "?"
			}
		}
		data = append(data, b...)
	}
	return data, lost
}

// repairTCVN3 mends what the table of TCVN3 cannot know: capitals written as
// two letters or as control bytes, the ư that a copy turned into a hyphen, and
// capitals without an H font.
func repairTCVN3(s string) string {
	if hasCapitalVowel(s) {
		s = joinCapitals(s)
		s = vn1Words(s)
	}
	if strings.Contains(s, "-") {
		s = restoreHyphens(s)
	}
	// A hyphen of the typesetter beside the letter ư has the same byte.
	s = strings.ReplaceAll(s, "ưư", "ư")
	return liftCapitals(restoreHorns(s))
}

// hasCapitalVowel reports whether a text has one of A, E, I, O, U, Y, Ă, Â, Ê, Ô, Ơ
// and Ư.
func hasCapitalVowel(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case capitalVowel[c]:
			return true
		case c < utf8.RuneSelf: // most of all
		case c >= 0xc3 && c <= 0xc6 && i+1 < len(s):
			switch s[i : i+2] {
			case "Ă", "Â", "Ê", "Ô", "Ơ", "Ư":
				return true
			}
		}
	}
	return false
}

// capitalVowel are the ones of ASCII.
var capitalVowel = [256]bool{'A': true, 'E': true, 'I': true, 'O': true, 'U': true, 'Y': true}

// restoreHorns puts back the ư that programs lose as a soft hyphen, where its
// absence leaves no syllable: "nớc" is nước. A word that is one without it
// ("ngời") stays as it came: a guess would be invention.
func restoreHorns(s string) string {
	var b strings.Builder
	done := 0
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		size := hornedAt(s, i)
		if size == 0 {
			i++
			continue
		}
		start, end := wordAround(s, i)
		if (i-start < len("ư") || s[i-len("ư"):i] != "ư") && lacksHorn([]rune(s[start:end])) {
			r, _ := utf8.DecodeRuneInString(s[i:])
			b.WriteString(s[done:i])
			b.WriteString(hornBefore(r))
			done = i
		}
		i = max(end, i+size)
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// hornedAt is the length of the ơ, with any tone, that stands at i; 0 for anything
// else.
func hornedAt(s string, i int) int {
	switch c := s[i]; {
	case c == 0xc6 && i+1 < len(s) && s[i+1]|1 == 0xa1: // Ơ and ơ
		return 2
	case c == 0xe1 && i+2 < len(s) && s[i+1] == 0xbb && s[i+2] >= 0x9a && s[i+2] <= 0xa3: // Ớ to ợ
		return 3
	}
	return 0
}

// wordAround returns where the letters around i begin and end.
func wordAround(s string, i int) (start, end int) {
	start = strings.LastIndexFunc(s[:i], notLetter)
	if start >= 0 {
		_, size := utf8.DecodeRuneInString(s[start:])
		start += size
	} else {
		start = 0
	}
	if end = strings.IndexFunc(s[i:], notLetter); end >= 0 {
		return start, i + end
	}
	return start, len(s)
}

// isHorned reports whether a letter is ơ, with any tone: what ư stands before
// in ươ.
func isHorned(r rune) bool {
	return r == 'ơ' || r == 'Ơ' || r >= 'Ớ' && r <= 'ợ'
}

func hornBefore(r rune) string {
	if unicode.IsUpper(r) {
		return "Ư"
	}
	return "ư"
}

// lacksHorn reports whether a word is no syllable, and becomes one with ư before
// its first ơ.
func lacksHorn(w []rune) bool {
	at := slices.IndexFunc(w, isHorned)
	if at < 0 || len(w) > longestVIQR || at > 0 && w[at-1] == 'ư' || vn.ValidLetters(w) {
		return false
	}
	var buf [longestVIQR + 1]rune
	word := append(append(append(buf[:0], w[:at]...), 'ư'), w[at:]...)
	return vn.ValidLetters(word)
}

// joinCapitals reads a capital vowel and the same vowel, small, with a tone as
// one letter: "Aà" is À. No Vietnamese word has both.
func joinCapitals(s string) string {
	var b strings.Builder
	done, at := 0, 0 // at is where last stands
	last := rune(0)
	for i, r := range s {
		if r > 0x7f && unicode.IsUpper(last) && unicode.IsLower(r) {
			if base, tone := untone(r); tone != 0 && unicode.ToUpper(base) == last {
				b.WriteString(s[done:at])
				b.WriteRune(unicode.ToUpper(r))
				last, done = 0, i+utf8.RuneLen(r)
				continue
			}
		}
		last, at = r, i
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// vn1Words reads words in capitals whose marked letters stand in the control
// bytes of VN1, which look like quotes and signs: a word is read so only when
// that makes it a syllable in capitals.
func vn1Words(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { _, ok := vn1Letter(r); return ok }) < 0 {
		return s
	}
	words := strings.Split(s, " ")
	for i, w := range words {
		words[i] = vn1Word(w)
	}
	return strings.Join(words, " ")
}

func vn1Word(w string) string {
	core := strings.TrimLeft(w, signsBefore)
	head := w[:len(w)-len(core)]
	core = strings.TrimRight(core, signsBehind)
	letters, changed := make([]rune, 0, len(core)), false
	for _, r := range core {
		if c, ok := vn1Letter(r); ok {
			r, changed = c, true
		}
		letters = append(letters, r)
	}
	word := string(letters)
	if !changed || len(letters) < 2 || word != strings.ToUpper(word) || !vn.ValidSyllable(word) {
		return w
	}
	return head + word + w[len(head)+len(core):]
}

// What stands before and behind a word. Opening quotes, dashes and bullets have
// the bytes of letters, but begin no word in capitals, and closing quotes end
// none that is common: “N is no Ỏ.
const (
	signsASCII  = ` !"#$%&'()*+,-./0123456789:;<=>?@[\]^_{|}~` + "`"
	signsBefore = signsASCII + "“‘–—•"
	signsBehind = signsASCII + "”’"
)

var vn1Capitals = []rune(vn1High)

// vn1Letter is the capital that VN1 has at the byte of r.
func vn1Letter(r rune) (rune, bool) {
	if r < 0x20 {
		c, ok := vn1Control[byte(r)]
		return c, ok
	}
	b, ok := byteOf1252(r)
	if !ok || b < 0x80 || b >= 0xa0 {
		return 0, false
	}
	return vn1Capitals[b-0x80], true
}

// restoreHyphens reads the hyphen inside a word as ư where only that makes a
// syllable: copies of TCVN3 text lose the soft hyphen that is its ư.
func restoreHyphens(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		at := strings.IndexByte(w, '-')
		if at <= 0 || at+1 >= len(w) || strings.Count(w, "-") > 1 {
			continue
		}
		head, tail := trimPunct(w[:at], true), trimPunct(w[at+1:], false)
		if head == "" || tail == "" || hasVowel(head) || vn.ValidAnyCase(tail) && startsUpper(tail) {
			continue
		}
		if word := head + "ư" + tail; vn.ValidAnyCase(word) {
			words[i] = w[:at] + "ư" + w[at+1:]
		}
	}
	return strings.Join(words, " ")
}

func hasVowel(s string) bool { return strings.IndexFunc(s, vn.IsVowel) >= 0 }

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// trimPunct takes what is no letter off one end of a word.
func trimPunct(w string, left bool) string {
	if left {
		return strings.TrimLeftFunc(w, notLetter)
	}
	return strings.TrimRightFunc(w, notLetter)
}

// notLetter is unicode.IsLetter denied, with short ways for ASCII and for the
// blocks that hold the letters with a hat, a breve, a horn or a tone.
func notLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r|0x20 < 'a' || r|0x20 > 'z'
	case r >= 0xc0 && r < 0x250:
		return r == '×' || r == '÷'
	case r >= 0x1e00 && r < 0x1f00:
		return false
	}
	return !unicode.IsLetter(r)
}

// liftCapitals makes capitals of small marked letters in words that are
// otherwise in capitals: "BáO CáO" is "BÁO CÁO". A word that could be either
// ("Hà" may be HÀ) follows the words beside it.
func liftCapitals(s string) string {
	if !mayLift(s) {
		return s
	}
	words := strings.Split(s, " ")
	cases := make([]wordCase, len(words))
	capitals := false
	for i, w := range words {
		cases[i] = caseOf(w)
		capitals = capitals || cases[i] == capitalWord
	}
	if !capitals {
		return s
	}
	after := tellingAfter(cases)
	before := noWord
	for i, c := range cases {
		if c == capitalWord || c == eitherWord && surrounded(before, after[i]) {
			words[i] = strings.ToUpper(words[i])
		}
		if c == smallWord || c == capitalWord {
			before = c
		}
	}
	return strings.Join(words, " ")
}

// mayLift reports whether there is a small marked letter, and a capital that its
// word does not begin with: no word is in capitals without one.
func mayLift(s string) bool {
	behind, capital, small := false, false, false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c == ' ':
				behind = false
			case c >= 'a' && c <= 'z':
				behind = true
			case c >= 'A' && c <= 'Z':
				if capital = capital || behind; capital && small {
					return true
				}
				behind = true
			}
			continue
		}
		r, size := twoAt(s, i), 2
		if r == 0 {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		switch {
		case r < rune(len(cases)):
			of := cases[r]
			if of == caseless {
				continue
			}
			small, capital = small || of == smallLetter, capital || behind && of == capitalLetter
		case r >= 0x1ea0 && r < 0x1f00: // capital and small by turns
			small, capital = small || r&1 == 1, capital || behind && r&1 == 0
		case notLetter(r):
			continue
		default:
			small, capital = small || unicode.IsLower(r), capital || behind && unicode.IsUpper(r)
		}
		if capital && small {
			return true
		}
		behind = true
	}
	return false
}

// The case of a character.
const (
	caseless = iota // no letter
	smallLetter
	capitalLetter
	otherLetter
)

// cases are the cases of the characters that are one or two bytes in most text.
var cases = func() (t [0x250]uint8) {
	for r := range rune(len(t)) {
		switch {
		case notLetter(r):
		case unicode.IsLower(r):
			t[r] = smallLetter
		case unicode.IsUpper(r):
			t[r] = capitalLetter
		default:
			t[r] = otherLetter
		}
	}
	return t
}()

type wordCase uint8

const (
	noWord      wordCase = iota // figures, signs, abbreviations
	smallWord                   // has a small letter that has a capital twin
	capitalWord                 // has a capital behind its first letter, or no small ASCII letter at all
	eitherWord                  // "Hà", "ở"
)

// caseOf tells how a word was meant. Small letters with a tone say nothing:
// they have no capitals in these encodings.
func caseOf(w string) wordCase {
	letters, capitals, later, mute := 0, 0, 0, 0
	for _, r := range w {
		if !unicode.IsLetter(r) {
			continue
		}
		switch {
		case unicode.IsUpper(r):
			capitals++
			if letters > 0 {
				later++
			}
		case r > 0x7f && capitalless(r):
			mute++
		default:
			return smallWord
		}
		letters++
	}
	switch {
	case letters == 0 || mute == 0 && !vn.ValidSyllable(strings.TrimFunc(w, notLetter)):
		return noWord
	case later > 0:
		return capitalWord
	}
	return eitherWord
}

// capitalless reports whether a letter lacks a capital in the fonts: all with
// a tone do.
func capitalless(r rune) bool {
	_, tone := untone(r)
	return tone != 0
}

// tellingAfter returns for each word the case of the next word that tells.
func tellingAfter(cases []wordCase) []wordCase {
	out := make([]wordCase, len(cases))
	next := noWord
	for i := len(cases) - 1; i >= 0; i-- {
		out[i] = next
		if cases[i] == smallWord || cases[i] == capitalWord {
			next = cases[i]
		}
	}
	return out
}

// surrounded reports whether the nearest telling words on both sides are in
// capitals; at an end of the text one side is enough.
func surrounded(before, after wordCase) bool {
	return before != smallWord && after != smallWord && (before == capitalWord || after == capitalWord)
}
