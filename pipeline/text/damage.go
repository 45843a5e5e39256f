package text

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Damage counts what cannot be read in a canonical text.
type Damage struct {
	// Words are runs of letters and of what stands inside them.
	Words int
	// Broken are words with U+FFFD, with a question mark between letters
	// ("??i h?i": letters that a code page did not have), or with a sign or
	// unknown character between letters ("nh©n": an encoding nobody knows).
	Broken int
	// Syllables scores the words with letters outside ASCII.
	Syllables vn.SyllableScore
	// ASCII and ASCIIValid count words in ASCII and the Vietnamese syllables
	// among them, which tell damaged Vietnamese from a foreign language.
	ASCII, ASCIIValid int
}

// The floors. A right Vietnamese text has none of a thousand words broken; a
// page scanned badly has one in a hundred. Two in a hundred are worth a look.
// Where every third word is broken, no sentence can be trusted. Validity of
// marked words is above 0.95 in right text and below 0.3 in a wrong encoding;
// French has 0.2 to 0.4, so validity counts only where the words in ASCII are
// Vietnamese (in French a third are, in Vietnamese nearly all).
const (
	fewWords       = 20
	notedShare     = 0.02
	garbledShare   = 1.0 / 3
	noted          = 0.6
	garbled        = 0.3
	vietnameseFrom = 0.7
)

// Inspect counts the damage in a text. Nearly all words are Vietnamese letters
// alone and are read in one pass; where something else follows them, the word is
// read from its beginning again with all that may stand for letters.
func Inspect(text string) Damage {
	var d Damage
	for i := 0; i < len(text); {
		if c := text[i]; c < 'A' && c != '?' { // begins no word
			i++
			continue
		}
		size, letters, valid := vn.ReadWord(text[i:])
		w := word{end: i + size, letters: letters, marked: size > letters, valid: valid}
		if !endsWord(text, w.end) {
			w = scanWord(text, i)
			w.valid = vn.ValidAnyCase(text[i:w.end])
		}
		if w.end == i {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		d.add(w)
		i = w.end
	}
	return d
}

// word is a run of letters and of what may stand for letters.
type word struct {
	end     int
	letters int
	marked  bool // has a letter outside ASCII
	broken  bool
	valid   bool // is a Vietnamese syllable
}

// endsWord reports whether what stands at i is part of no word, whatever stands
// before it: a space, a figure, a sign of ASCII, or one from U+2000 to U+203F.
func endsWord(text string, i int) bool {
	if i == len(text) {
		return true
	}
	c := text[i]
	return c < 'A' && c != '?' || c == 0xe2 && i+2 < len(text) && text[i+1] == 0x80 && text[i+2]&0xc0 == 0x80
}

func scanWord(text string, i int) word {
	w := word{end: i}
	for w.end < len(text) {
		c := text[w.end]
		if c < utf8.RuneSelf {
			if c|0x20 < 'a' || c|0x20 > 'z' {
				if c != '?' || !wantsLetter(text, w.end) {
					break
				}
				w.broken = true
			}
			w.end++
			w.letters++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[w.end:])
		if !isLetter(r) {
			if !standsForLetter(r) {
				break
			}
			w.broken = w.broken || r == utf8.RuneError || !unicode.IsMark(r) && inside(text, w.end, size)
		}
		w.marked = true
		w.end += size
		w.letters++
	}
	return w
}

func (d *Damage) add(w word) {
	d.Words++
	switch {
	case w.broken:
		d.Broken++
	case w.marked:
		d.Syllables.Marked++
		if w.valid {
			d.Syllables.Valid++
		}
	case w.letters > 1:
		d.ASCII++
		if w.valid {
			d.ASCIIValid++
		}
	}
	d.Syllables.Words = d.Words
}

// isLetter is unicode.IsLetter with a short way for the letters of Vietnamese.
func isLetter(r rune) bool {
	if r >= 0xc0 && r < 0x1c0 {
		return r != '×' && r != '÷'
	}
	return r >= 0x1e00 && r < 0x1f00 || unicode.IsLetter(r)
}

// standsForLetter reports whether a character is what damage leaves of a
// letter, or a mark.
func standsForLetter(r rune) bool {
	switch {
	case r == utf8.RuneError:
		return true
	case r == '«' || r == '»' || r == '·':
		return false
	case r < 0x100 || r >= 0xe000 && r <= 0xf8ff:
		return true
	}
	return unicode.IsMark(r)
}

// wantsLetter reports whether the question mark at i stands where a letter
// should: between letters or before one.
func wantsLetter(text string, i int) bool {
	next, _ := utf8.DecodeRuneInString(text[i+1:])
	return unicode.IsLetter(next) || next == '?' && i > 0 && text[i-1] != ' ' && text[i-1] != '?'
}

// inside reports whether the character at i has a letter on both sides.
func inside(text string, i, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+size:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// NoteDamaged is the code of the note on a text whose letters are lost in parts.
const NoteDamaged = "damaged"

// judge notes damage, or fails for a text that is damaged as a whole.
func judge(d Damage) (*report.Note, error) {
	share := float64(d.Broken) / float64(max(d.Words, 1))
	vietnamese := d.ASCII >= fewWords && float64(d.ASCIIValid) >= vietnameseFrom*float64(d.ASCII)
	valid := d.Syllables.Share()
	switch {
	case d.Words >= fewWords && share > garbledShare:
		return nil, report.Becausef(report.Garbled, "%d of %d words are broken", d.Broken, d.Words)
	case vietnamese && d.Syllables.Marked >= fewWords && valid < garbled:
		return nil, report.Becausef(report.Garbled, "only %d of %d marked words are Vietnamese syllables", d.Syllables.Valid, d.Syllables.Marked)
	case d.Broken >= 3 && share > notedShare:
		return &report.Note{Code: NoteDamaged, Text: fmt.Sprintf("%d of %d words are broken", d.Broken, d.Words)}, nil
	case vietnamese && d.Syllables.Marked >= fewWords && valid < noted:
		return &report.Note{Code: NoteDamaged, Text: fmt.Sprintf("only %d of %d marked words are Vietnamese syllables", d.Syllables.Valid, d.Syllables.Marked)}, nil
	case vietnamese && d.Syllables.Marked == 0 && d.ASCIIValid >= fewWords: // no twenty words of right Vietnamese lack every mark
		return &report.Note{Code: "unmarked", Text: "Vietnamese without marks"}, nil
	}
	return nil, nil
}
