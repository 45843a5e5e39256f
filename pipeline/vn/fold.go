package vn

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// newToOld maps the vowel pairs that two schools of spelling accent on
// different letters (hòa, hoà) to the older placement.
var newToOld = strings.NewReplacer(
	"òa", "oà", "óa", "oá", "ỏa", "oả", "õa", "oã", "ọa", "oạ",
	"òe", "oè", "óe", "oé", "ỏe", "oẻ", "õe", "oẽ", "ọe", "oẹ",
	"ùy", "uỳ", "úy", "uý", "ủy", "uỷ", "ũy", "uỹ", "ụy", "uỵ",
	"ð", "đ", "ɖ", "đ",
)

var yToI = map[rune]rune{'y': 'i', 'ỳ': 'ì', 'ý': 'í', 'ỷ': 'ỉ', 'ỹ': 'ĩ', 'ỵ': 'ị'}

// Fold returns the form in which two spellings of one word are equal: NFC,
// lower case, one placement of the tone mark (hòa = hoà), i for a final y that
// is the only vowel (tỷ = tỉ, quý = quí), Đ for its look-alikes Ð and Ɖ. It is
// for matching only: what a text says is kept as written.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	var buf [256]byte
	if out, ok := quickFold(buf[:0], s); ok {
		return string(out)
	}
	return slowFold(s)
}

// AppendFold appends the folded form of a text to out.
func AppendFold(out []byte, s string) []byte {
	if folded(s) {
		return append(out, s...)
	}
	n := len(out)
	if out, ok := quickFold(out, s); ok {
		return out
	}
	return append(out[:n], slowFold(s)...)
}

// quickFold appends the folded text to out in one pass. It says false for a
// text with letters that NFC may compose or that are not Latin: the slow way
// knows.
func quickFold(out []byte, s string) ([]byte, bool) {
	var last [3]rune // the letters before r in out, the last one first
	for _, r := range s {
		switch {
		case r < 0x80:
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
		case r < 0x250, r >= 0x1EA0 && r < 0x1F00:
			if r = lower(r); r == 'ð' || r == 'ɖ' {
				r = 'đ'
			}
			if r == 'i' { // İ has no lower case of one letter
				return nil, false
			}
		case r >= 0x2010 && r < 0x2027: // dashes, quotes, dots
		default:
			return nil, false
		}
		switch turn := turnOf(last[0]); {
		case turn&(tonedO|tonedU) != 0:
			if old, toned := pair(last[0], r); toned != 0 {
				out = utf8.AppendRune(out[:len(out)-utf8.RuneLen(last[0])], old)
				last[0], r = old, toned
			}
		case turn&anyY != 0:
			out, last = finalY(out, last, r)
		}
		out = utf8.AppendRune(out, r)
		last[2], last[1], last[0] = last[1], last[0], r
	}
	if turnOf(last[0])&anyY != 0 {
		out, _ = finalY(out, last, ' ')
	}
	return out, true
}

// turn is what folding has to know of a letter.
type turn uint8

const (
	same   turn = 1 << iota // its folded form, but for what the letters beside it do
	tonedO                  // ò, ó, ỏ, õ, ọ, which another school writes before a and e
	tonedU                  // ù, ú, ủ, ũ, ụ, the same before y
	anyY                    // y with any tone
)

func turnOf(r rune) turn {
	if uint32(r) < uint32(len(turns)) {
		return turns[r]
	}
	return 0
}

var turns = func() (of [0x1F00]turn) {
	for r := range rune(len(of)) {
		switch {
		case r < 0x80 && (r < 'A' || r > 'Z'),
			r >= 0xE0 && r < 0x100 && r != 0xF0 && r != 0xF7, r == 'ă', r == 'đ', r == 'ĩ', r == 'ũ', r == 'ơ', r == 'ư',
			r >= 0x1EA0 && r < 0x1EFA && r&1 == 1:
			of[r] = same
		}
	}
	for turn, letters := range map[turn]string{tonedO: "òóỏõọ", tonedU: "ùúủũụ", anyY: "yỳýỷỹỵ"} {
		for _, r := range letters {
			of[r] |= turn
		}
	}
	return of
}()

// lower is unicode.ToLower, looked up less for the letters of Vietnamese.
func lower(r rune) rune {
	switch {
	case r >= 0x1EA0 && r < 0x1F00:
		return r | 1 // capital and small letters stand in pairs
	case r >= 0xC0 && r < 0xDF && r != 0xD7:
		return r + 0x20
	case r < 0x100, r == 'ă', r == 'đ', r == 'ĩ', r == 'ũ', r == 'ơ', r == 'ư':
		return r
	case r == 'Ă', r == 'Đ', r == 'Ĩ', r == 'Ũ', r == 'Ơ', r == 'Ư':
		return r + 1
	}
	return unicode.ToLower(r)
}

// pair returns the letters that the older placement has for the newer one:
// o and à for ò and a. toned is 0 for letters that are no such pair.
func pair(first, second rune) (plain, toned rune) {
	from, base := tones['o'], 'o'
	if second == 'y' {
		from, base = tones['u'], 'u'
	}
	after := tonesAfter[second]
	if i := slices.Index(from, first); i >= 0 && after != nil {
		return base, after[i]
	}
	return 0, 0
}

var (
	tones      = map[rune][]rune{'o': []rune("òóỏõọ"), 'u': []rune("ùúủũụ")}
	tonesAfter = map[rune][]rune{'a': []rune("àáảãạ"), 'e': []rune("èéẻẽẹ"), 'y': []rune("ỳýỷỹỵ")}
)

// finalY makes the y that ends out an i when the letter r does not go on with
// its word and it is the only vowel.
func finalY(out []byte, last [3]rune, r rune) ([]byte, [3]rune) {
	onlyVowel := last[1] == 'u' && last[2] == 'q' || unicode.IsLetter(last[1]) && !IsVowel(last[1])
	if unicode.IsLetter(r) || !onlyVowel {
		return out, last
	}
	i := yToI[last[0]]
	out = utf8.AppendRune(out[:len(out)-utf8.RuneLen(last[0])], i)
	last[0] = i
	return out, last
}

// slowFold is Fold for any text, step by step.
func slowFold(s string) string {
	s = strings.ToLower(norm.NFC.String(s))
	s = newToOld.Replace(s)
	if !strings.ContainsAny(s, "yỳýỷỹỵ") {
		return s
	}
	runes := []rune(s)
	for i, r := range runes {
		to, ok := yToI[r]
		if !ok || i == 0 || i+1 < len(runes) && unicode.IsLetter(runes[i+1]) {
			continue
		}
		before := runes[i-1]
		if before == 'u' && i > 1 && runes[i-2] == 'q' || unicode.IsLetter(before) && !IsVowel(before) {
			runes[i] = to
		}
	}
	return string(runes)
}

// folded reports whether Fold would change nothing, which holds for most words
// of running text; it looks at each letter once and allocates nothing.
func folded(s string) bool {
	var before, last rune
	for _, r := range s {
		if turnOf(r)&same == 0 {
			return false // a capital, a mark, or no Vietnamese letter: the slow way knows
		}
		switch turn := turnOf(last); {
		case turn&^same == 0:
		case turn&tonedO != 0 && (r == 'a' || r == 'e'), turn&tonedU != 0 && r == 'y':
			return false // a pair that two schools of spelling accent apart
		case turn&anyY != 0 && before != 0 && !unicode.IsLetter(r) && !staysY(s, before):
			return false
		}
		before, last = last, r
	}
	return turnOf(last)&anyY == 0 || before == 0 || staysY(s, before)
}

// staysY reports whether a final y stays y behind a letter: it does behind a
// vowel, but for the u of qu.
func staysY(s string, before rune) bool {
	if before == 'u' {
		return !strings.Contains(s, "qu")
	}
	return vowel(before)
}

// vowel is IsVowel for the letters that stand before a final y.
func vowel(r rune) bool {
	switch r {
	case 'a', 'â', 'u', 'ư', 'o', 'e', 'i', 'ă', 'ê', 'ô', 'ơ':
		return true
	}
	return r > 0x80 && IsVowel(r)
}

// IsVowel reports whether a letter is a Vietnamese vowel, with or without
// marks, in lower or upper case.
func IsVowel(r rune) bool {
	if r < 0x80 {
		return strings.ContainsRune("aeiouyAEIOUY", r)
	}
	// The first letter of the decomposition decides: ộ is o with two marks.
	var buf [4]byte
	d := norm.NFD.PropertiesString(string(r)).Decomposition()
	if len(d) == 0 {
		return false
	}
	copy(buf[:], d)
	return buf[0] < 0x80 && strings.IndexByte("aeiouyAEIOUY", buf[0]) >= 0
}

// Spellings returns every way in which a folded syllable is written, without
// regard to case: both placements of the tone mark, and y for a final i.
// The first is the argument.
func Spellings(folded string) []string {
	out := []string{folded}
	for i, r := range oldPairs {
		if strings.Contains(folded, r) {
			out = append(out, strings.Replace(folded, r, newPairs[i], 1))
			break
		}
	}
	runes := []rune(folded)
	n := len(runes)
	for y, i := range yToI {
		if n < 2 || runes[n-1] != i {
			continue
		}
		if before := runes[n-2]; before == 'u' && n > 2 && runes[n-3] == 'q' || unicode.IsLetter(before) && !IsVowel(before) {
			out = append(out, string(runes[:n-1])+string(y))
		}
	}
	return out
}

var (
	oldPairs = []string{"oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"}
	newPairs = []string{"òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"}
)
