package charset

import (
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/vn"
)

// candidates are the encodings that Detect weighs, the commonest first: it
// wins where two read equally well.
var candidates = []Encoding{TCVN3, VNI, Windows1258, VISCII, VPS, BKHCM2, BKHCM1}

// Detect tells in which old encoding a text stands whose letters are the
// look-alikes of its bytes, or that is written in VIQR, in references of HTML
// or in UTF-8 taken for Windows-1252. ok is false for text that is right as it
// is, in whatever language, and where the evidence is thin: a text that nobody
// may read wrong is worth more than a heading that stays odd.
//
// Give it one paragraph or run at a time: documents mix encodings. Where the
// rest of a document has shown its encoding, Fits asks less.
func Detect(s string) (e Encoding, ok bool) {
	e, _ = Examine(s)
	return e, !e.IsZero()
}

// Examine is Detect with what a text shows by itself, whatever its encoding.
// Where it finds no encoding, Suspect text may follow its neighbours (Fits), and
// Either text too where all neighbours are in an old encoding (Agrees).
func Examine(s string) (Encoding, Look) {
	if hasVietnamese(s) { // most text, by its first words
		return Encoding{}, Unicode
	}
	s = vn.NFC(s) // text with its marks apart is right text
	suspicious, vietnamese := scan(s)
	switch {
	case !suspicious:
		return ofASCII(s), Neutral
	case vietnamese:
		return Encoding{}, Unicode
	case looksTwice(s):
		return UTF8Twice, Suspect
	case readsRight(s):
		return Encoding{}, Either
	}
	var best Encoding
	most := 0
	for _, e := range candidates {
		ev := weigh(e, s)
		if !ev.enough(e) {
			continue
		}
		// A rarer encoding must read a quarter more words than a commoner one.
		if gain := ev.gained - ev.broken; gain*4 > most*5 {
			best, most = e, gain
		}
	}
	return best, Suspect
}

// Fits reports whether a text that gives Detect too little evidence reads
// right in an encoding that its neighbours are in.
func Fits(e Encoding, s string) bool {
	s = vn.NFC(s)
	switch {
	case e.IsZero() || hasVietnamese(s):
		return false
	case e.scheme == VIQR.scheme:
		return looksVIQR(s, 1)
	case e.scheme.whole != nil:
		return e.scheme.whole(s) != s
	}
	ev := weigh(e, s)
	return ev.fits() && ev.broken == 0
}

// ofASCII is the encoding of a text that hides its marks in ASCII.
func ofASCII(s string) Encoding {
	switch {
	case looksNCR(s):
		return NCR
	case looksVIQR(s, 4):
		return VIQR
	}
	return Encoding{}
}

// scan looks over a text once: suspicious means that it has characters outside
// ASCII that could be bytes of an old encoding, vietnamese that it has letters
// which only Unicode Vietnamese has (U+1EA0 to U+1EF9).
func scan(s string) (suspicious, vietnamese bool) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < utf8.RuneSelf {
			continue
		}
		if c == 0xe1 && i+1 < len(s) && (s[i+1] == 0xba || s[i+1] == 0xbb) {
			return true, true
		}
		if c == 0xe2 && i+1 < len(s) && s[i+1] == 0x80 { // quotes, dashes, …
			i += 2
			continue
		}
		suspicious = true
	}
	return suspicious, false
}

func hasVietnamese(s string) bool {
	_, v := scan(s)
	return v
}

// readsRight reports whether most marked words are syllables as they stand.
// In look-alikes of TCVN3 and VNI under a third are, by chance; in those of
// VISCII and Windows-1258, which share letters with Latin-1, up to half.
func readsRight(s string) bool {
	n, valid := 0, 0
	words(s, func(w string) bool {
		n++
		if vn.ValidAnyCase(w) {
			valid++
		}
		return n < mostWords
	})
	return n == 0 || valid*10 >= n*7
}

// looksTwice reports whether a text is UTF-8 taken for Windows-1252: read back
// it has at least two more Vietnamese words and no fewer right ones.
func looksTwice(s string) bool {
	if !strings.ContainsAny(s, "ÃÄÅÆá") {
		return false
	}
	d := decodeTwice(s)
	if len(d) >= len(s) {
		return false
	}
	after := vn.Score(d)
	return after.Valid >= 2 && after.Share() >= 0.75 && after.Valid > vn.Score(s).Valid
}

// looksVIQR reports whether ASCII text is VIQR: at least some words with a hat,
// breve, horn or dd that become syllables, marks in a third of all words, and
// nearly all words syllables.
func looksVIQR(s string, least int) bool {
	if viqrHats(s) < least {
		return false
	}
	all, marked, hats, valid := 0, 0, 0, 0
	for w := range strings.FieldsSeq(s) {
		letters := strings.Trim(w, `",;:!)[]<>-/`)
		d := viqrWord(letters)
		core := strings.TrimRight(d, ".?'`^~+(")
		if core == "" || strings.IndexFunc(core, notLetter) >= 0 {
			continue
		}
		all++
		if !vn.ValidAnyCase(core) {
			continue
		}
		valid++
		if d != letters {
			marked++
			if strings.ContainsAny(letters, "^+(~`") || strings.Contains(strings.ToLower(letters), "dd") {
				hats++
			}
		}
	}
	return hats >= least && marked*3 >= all && valid*5 >= all*4
}

// viqrHats counts, without looking at words, the places where VIQR would write
// a hat, a horn, a breve or đ: what nearly all other text lacks.
func viqrHats(s string) int {
	n := 0
	for i := 1; i < len(s); i++ {
		switch before := s[i-1] | 0x20; s[i] {
		case '^':
			n += count(before == 'a' || before == 'e' || before == 'o')
		case '+':
			n += count(before == 'o' || before == 'u')
		case '(':
			n += count(before == 'a')
		case '~', '`':
			n += count(before >= 'a' && before <= 'y')
		case 'd', 'D':
			n += count(before == 'd')
		}
	}
	return n
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// Look tells what a text shows by itself about its encoding.
type Look uint8

// What a text shows.
const (
	// Neutral text has nothing outside ASCII but quotes and dashes.
	Neutral Look = iota
	// Unicode text has a letter that no one-byte encoding gives.
	Unicode
	// Either text has marked words that are syllables as they stand, of letters
	// that Latin-1 has too: "Sè" is a word, and the look-alike of Số.
	Either
	// Suspect text is neither: most of its marked words are no syllables.
	Suspect
)

// Agrees reports whether every marked word of a text is a syllable in an
// encoding.
func Agrees(e Encoding, s string) bool {
	if e.IsZero() || e.scheme.whole != nil || hasVietnamese(vn.NFC(s)) {
		return false
	}
	ev := weigh(e, s)
	return ev.words > 0 && ev.gained+ev.both == ev.words
}

// ConvertFont converts text whose font names its encoding, unless the letters
// speak against the font: documents keep the old name when a converter has
// already made their letters Unicode. converted tells which it was.
func ConvertFont(e Encoding, s string) (text string, converted bool) {
	suspicious, vietnamese := scan(s)
	if e.IsZero() || vietnamese {
		return s, false
	}
	if joined := vn.NFC(s); joined != s {
		suspicious, vietnamese = scan(joined)
	}
	switch {
	case vietnamese:
		return s, false
	case suspicious && breaks(e, s):
		if ev := weigh(e, s); ev.broken > ev.gained {
			return s, false
		}
	}
	return e.Convert(s), suspicious || e.capitals
}

// breaks reports whether a word of a text reads right only as it stands. It asks
// less than weigh: few words of an old encoding do.
func breaks(e Encoding, s string) (broken bool) {
	var buf [longestWord]rune
	words(s, func(word string) bool {
		broken = vn.ValidAnyCase(word) && !e.reads(e.word(buf[:0], word))
		return !broken
	})
	return broken
}
