package scan

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/vn"
)

// Kind says what a token is.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota // letters, with apostrophes inside: "H'Yim"
	Number             // digits with dots and commas inside: "1.298", "74,9"
	Punct              // one other visible character
)

// Token is a word, a number or one mark of the text.
type Token struct {
	Start, End int32 // bytes of Document.Text
	ID         int32 // see ID; 0 for a word that is in no class
	Sentence   int32 // index in Text.Sentences, -1 outside of all
	Kind       Kind
	Upper      bool // the first letter is a capital
	AllUpper   bool // at least two letters, all capitals
	Space      bool // white space stands before it
}

// Ids below firstWord are no syllables: a mark has the code of its ASCII
// stand-in ('-' for every dash, '"' for every quote), a number has NumberID.
const (
	NumberID  int32 = '0'
	firstWord int32 = 128
)

// asciiOf gives the stand-in under which a mark is matched.
func asciiOf(r rune) int32 {
	switch r {
	case '–', '—', '‑', '‐', '−', '‒':
		return '-'
	case '“', '”', '„', '«', '»':
		return '"'
	case '’', '‘', 'ʼ', '`', '´':
		return '\''
	case '…':
		return '.'
	case '×':
		return 'x'
	case '•', '●', '▪', '◦', '·':
		return '*'
	}
	if r < 0x80 {
		return r
	}
	return '?'
}

func isApostrophe(r rune) bool { return asciiOf(r) == '\'' }

// next cuts one token from text at byte i, which is no white space.
func next(text string, i int) (tok Token) {
	tok.Start = int32(i)
	c := text[i]
	switch {
	case c >= '0' && c <= '9':
		tok.Kind, tok.ID, tok.End = Number, NumberID, int32(number(text, i))
		return tok
	case c < utf8.RuneSelf && (c|0x20 < 'a' || c|0x20 > 'z'):
		tok.Kind, tok.ID, tok.End = Punct, asciiOf(rune(c)), int32(i+1)
		return tok
	}
	r, size := decode(text, i)
	p := propertiesOf(r)
	if p&letter == 0 {
		tok.Kind, tok.ID, tok.End = Punct, asciiOf(r), int32(i+size)
		return tok
	}
	end, letters, capitals := word(text, i)
	tok.End = int32(end)
	tok.Upper = p&upper != 0
	tok.AllUpper = letters > 1 && letters == capitals
	return tok
}

// number returns the end of a number: digits, with single dots and commas that
// have a digit on both sides.
func number(text string, i int) int {
	for i < len(text) {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			i++
		case (c == '.' || c == ',') && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9':
			i += 2
		default:
			return i
		}
	}
	return i
}

// word returns the end of a word and counts its letters and capitals. An
// apostrophe between letters belongs to the word: H'Yim, K'Ré.
func word(text string, i int) (end, letters, capitals int) {
	for i < len(text) {
		c := text[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			letters++
			if c < 'a' {
				capitals++
			}
			i++
			continue
		case c >= utf8.RuneSelf:
		case c >= '0' && c <= '9' && letters == capitals:
			// QH14, A1: a number glued to capitals is part of the word; in
			// "số31-QĐ/TW" the space was lost.
			i++
			continue
		case (c == '\'' || c == '`') && inWord(text, i+1):
			i++
			continue
		default:
			return i, letters, capitals
		}
		r, size := decode(text, i)
		switch p := propertiesOf(r); {
		case p&letter != 0:
			letters++
			if p&upper != 0 {
				capitals++
			}
		case p&mark != 0:
		case isApostrophe(r) && inWord(text, i+size):
		default:
			return i, letters, capitals
		}
		i += size
	}
	return i, letters, capitals
}

// inWord reports whether a letter stands at byte i.
func inWord(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := decode(text, i)
	return isLetter(r)
}

// Apostrophe reports whether a word has an apostrophe in it: H'Yim.
func Apostrophe(word string) bool {
	for i := range len(word) {
		if c := word[i]; c == '\'' || c >= 0xC8 && c < 0xE1 || c > 0xE1 { // the first bytes of ’ and ʼ, too, but of no Vietnamese letter
			return strings.ContainsAny(word, "'’‘ʼ")
		}
	}
	return false
}

// property is what the cutting of words asks of a letter.
type property uint8

const (
	letter property = 1 << iota
	upper
	mark // a combining mark
)

// properties are those of the letters of Latin scripts, looked up instead of
// reckoned: three questions a letter of the text.
var properties = func() (table [0x1F00]property) {
	for r := range rune(len(table)) {
		table[r] = reckon(r)
	}
	return table
}()

func propertiesOf(r rune) property {
	if uint32(r) < uint32(len(properties)) {
		return properties[r]
	}
	return reckon(r)
}

func reckon(r rune) (p property) {
	if letterOf(r) {
		p |= letter
	}
	if upperOf(r) {
		p |= upper
	}
	if unicode.Is(unicode.Mn, r) {
		p |= mark
	}
	return p
}

func isLetter(r rune) bool { return propertiesOf(r)&letter != 0 }

func isUpper(r rune) bool { return propertiesOf(r)&upper != 0 }

func decode(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	if c := text[i]; c >= 0xC3 && c < 0xE0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 { // ê, đ, ư
		return rune(c&0x1F)<<6 | rune(text[i+1]&0x3F), 2
	}
	if c := text[i]; c == 0xE1 && i+2 < len(text) && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80 { // ế, ạ, ữ
		return 0x1000 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(text[i:])
}

func letterOf(r rune) bool {
	if r < 0x80 {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	if r >= 0xC0 && r < 0x250 || r >= 0x1E00 && r < 0x1F00 {
		return r != 0xD7 && r != 0xF7
	}
	return unicode.IsLetter(r)
}

func upperOf(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 'A' && r <= 'Z'
	case r >= 0x1EA0 && r < 0x1F00:
		return r&1 == 0 // the Vietnamese block pairs capital and small letters
	}
	return unicode.IsUpper(r)
}

// spaceAt returns the size of the white space at byte i, which is c, 0 for none.
func spaceAt(text string, i int, c byte) int {
	if c > ' ' && c < 0xC2 || c >= 0xC3 && c < 0xE2 {
		return 0
	}
	if r, size := decode(text, i); isSpace(r) {
		return size
	}
	return 0
}

// raisedAt returns the size of a raised digit at byte i, 0 for anything else. Behind
// a word or a figure it is the mark of a note, and no part of what is said.
func raisedAt(text string, i int) int {
	if text[i] < utf8.RuneSelf {
		return 0
	}
	if r, size := decode(text, i); vn.IsRaisedDigit(r) {
		return size
	}
	return 0
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == 0xA0 || r >= 0x2000 && r <= 0x200B || r == 0x202F || r == 0x3000 || r == 0xFEFF
}
