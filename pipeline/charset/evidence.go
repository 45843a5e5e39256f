package charset

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/vn"
)

// evidence counts the words of a text that has look-alikes in it, under one
// encoding. Only words with a character outside ASCII count.
type evidence struct {
	words  int
	gained int // nonsense as it stands, a syllable when converted
	both   int // a syllable either way: Latin-1 has letters of Vietnamese
	broken int // a syllable as it stands, nonsense when converted
	// kinds counts different gained words, up to fewKinds: one word repeated
	// proves less than three words.
	kinds   int
	gains   [fewKinds]string
	letters int // of the shortest gained word
}

const fewKinds = 4

// mostWords is how many words are looked at: 200 decide as well as a book.
const mostWords = 200

// weigh collects the evidence for an encoding in a text.
func weigh(e Encoding, s string) evidence {
	var ev evidence
	var buf [longestWord]rune
	words(s, func(word string) bool {
		decoded := e.word(buf[:0], word)
		if !isAbbreviation(decoded) {
			ev.add(word, vn.ValidAnyCase(word), e.reads(decoded))
		}
		return ev.words < mostWords
	})
	return ev
}

// reads reports whether the letters of a word are a syllable, once they are
// mended.
func (e Encoding) reads(word []rune) bool {
	return vn.ValidLetters(word) || e.scheme == tcvn3 && lacksHorn(word)
}

// isAbbreviation reports whether a word is capitals with Đ or Ư among them
// (HĐND, TSCĐ, TƯ): no syllable in any encoding, and so no evidence.
func isAbbreviation(w []rune) bool {
	marked := false
	for _, r := range w {
		if r != 'Đ' && r != 'Ư' && (r < 'A' || r > 'Z') {
			return false
		}
		marked = marked || r > 0x7f
	}
	return marked
}

func (ev *evidence) add(word string, before, after bool) {
	ev.words++
	switch {
	case before && after:
		ev.both++
	case before:
		ev.broken++
	case after:
		ev.gained++
		ev.remember(word)
	}
}

func (ev *evidence) remember(word string) {
	n := utf8.RuneCountInString(word)
	if ev.letters == 0 || n < ev.letters {
		ev.letters = n
	}
	if ev.kinds == fewKinds {
		return
	}
	if slices.Contains(ev.gains[:ev.kinds], word) {
		return
	}
	ev.gains[ev.kinds] = word
	ev.kinds++
}

// fits reports whether nearly all words read right when converted, and more of
// them than before.
func (ev *evidence) fits() bool {
	return ev.gained > 0 && (ev.gained+ev.both)*4 >= ev.words*3 && ev.gained > 2*ev.broken
}

// enough reports whether the evidence convinces without any neighbours' help.
func (ev *evidence) enough(e Encoding) bool {
	switch e {
	case TCVN3, VNI:
		return ev.convincing() || ev.heading()
	case Windows1258:
		return ev.convincing()
	}
	return ev.rare()
}

// convincing is fits with enough different words to rule out chance.
func (ev *evidence) convincing() bool { return ev.fits() && ev.kinds >= 3 }

// rare is what convinces for the encodings that hardly anybody used: more
// words, and nearly no mistake.
func (ev *evidence) rare() bool {
	return ev.fits() && ev.kinds >= 4 && (ev.gained+ev.both)*10 >= ev.words*9
}

// heading is what convinces in the two encodings whose look-alikes are unlike
// any language (TCVN3 and VNI): two words of a heading of which every word
// reads right. Three letters each keep out "15 µm" and the like.
func (ev *evidence) heading() bool {
	return ev.fits() && ev.kinds == 2 && ev.letters >= 3 && ev.gained+ev.both == ev.words
}

// share is the part of the words that are syllables after conversion.
func (ev *evidence) share() float64 {
	if ev.words == 0 {
		return 0
	}
	return float64(ev.gained+ev.both) / float64(ev.words)
}

// longestWord is the most letters of a word that is looked at, as bytes of an
// old encoding; no syllable has more.
const longestWord = 32

// word appends the letters of one word to out, without the repairs that need its
// neighbours; nothing for a word that is none in the encoding.
func (e Encoding) word(out []rune, w string) []rune {
	var data [longestWord]byte
	n := 0
	for _, r := range w {
		b, ok := byteOf(r)
		if !ok || n == len(data) {
			return nil
		}
		data[n] = b
		n++
	}
	out = e.scheme.decode(out, data[:n])
	if e.scheme == cp1258 { // the only one with tones apart from their letters
		out = joinTones(out)
	}
	return out
}

// joinTones makes one letter of each letter and the tone behind it.
func joinTones(letters []rune) []rune {
	out := letters[:0]
	for _, r := range letters {
		if n := len(out); n > 0 && r >= '\u0300' && r <= '\u0323' {
			if c, ok := tonedLetters[[2]rune{out[n-1], r}]; ok {
				out[n-1] = c
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// words calls yield with every run of letters and of characters that may be
// letters of an old encoding, when it has one outside ASCII and is not made of
// signs alone. It goes from one character outside ASCII to the next, and looks at
// the letters before it only then.
func words(s string, yield func(string) bool) {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		start := i
		for start > 0 && isPlain(s[start-1]) {
			start--
		}
		end, letter := i, start < i
		for end < len(s) {
			r, size := rune(s[end]), 1
			if r >= utf8.RuneSelf {
				if r, size = twoAt(s, end), 2; r == 0 {
					r, size = utf8.DecodeRuneInString(s[end:])
				}
			}
			if r < 0x100 && !latinInWord[r] || r >= 0x100 && !inWord(r) {
				break
			}
			letter = letter || unicode.IsLetter(r)
			end += size
		}
		switch {
		case end == i: // a quote or dash
			_, size := utf8.DecodeRuneInString(s[i:])
			end += size
		case letter && !yield(s[start:end]):
			return
		}
		i = end
	}
}

// isPlain reports whether a byte is a letter of ASCII.
func isPlain(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// latinInWord is inWord for the characters of Latin-1, which most text is made of.
var latinInWord = func() (t [0x100]bool) {
	for r := range rune(len(t)) {
		t[r] = inWord(r)
	}
	return t
}()

// inWord reports whether a character belongs to a word in some encoding.
// Quotes, dashes, the ellipsis, bullets and spaces do not: text in the fonts of
// these encodings holds them as Windows-1252 does.
func inWord(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	case r >= 0x80 && r <= 0x9f:
		return true
	case r == '«' || r == '»' || r == '\u00a0':
		return false
	case r <= 0xff:
		return true
	}
	switch r {
	case '‘', '’', '“', '”', '„', '‚', '…', '–', '—', '•', '€', '™':
		return false
	}
	_, ok := byteOf(r)
	return ok || unicode.IsLetter(r) || unicode.IsMark(r)
}
