package charset

import (
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Windows1258 is Microsoft's code page for Vietnamese: letters with hats,
// breves and horns, and the tones as combining bytes behind them. The table is
// that of golang.org/x/text; Decode and Convert give NFC.
var Windows1258 = Encoding{scheme: cp1258}

var cp1258 = func() *scheme {
	s := &scheme{name: "Windows-1258", bytes: map[rune]string{}}
	for b := 0x80; b < 0x100; b++ {
		if r := charmap.Windows1258.DecodeByte(byte(b)); r != windows1252(byte(b)) && r != 0xfffd {
			s.put(byte(b), r)
		}
	}
	// The way back of every letter that is two bytes.
	for _, r := range allLetters {
		if _, ok := charmap.Windows1258.EncodeRune(r); ok {
			continue
		}
		base, tone := untone(r)
		a, ok := charmap.Windows1258.EncodeRune(base)
		b, ok2 := charmap.Windows1258.EncodeRune(tone)
		if ok && ok2 {
			s.bytes[r] = string([]byte{a, b})
		}
	}
	return s
}()

// allLetters are the 134 Vietnamese letters outside ASCII.
const allLetters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ" +
	"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"

// untone parts a letter from its tone: ậ is â and the dot below. The tone is 0
// for a letter without one.
func untone(r rune) (base, tone rune) {
	if p, ok := untoned[r]; ok {
		return p[0], p[1]
	}
	return r, 0
}

var untoned = func() map[rune][2]rune {
	m := map[rune][2]rune{}
	for _, r := range allLetters {
		var rest []rune
		var tone rune
		for _, c := range norm.NFD.String(string(r)) {
			switch c {
			case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
				tone = c
			default:
				rest = append(rest, c)
			}
		}
		m[r] = [2]rune{firstRune(norm.NFC.String(string(rest))), tone}
	}
	return m
}()

// tonedLetters is the way back of untone.
var tonedLetters = func() map[[2]rune]rune {
	m := map[[2]rune]rune{}
	for r, p := range untoned {
		if p[1] != 0 {
			m[p] = r
		}
	}
	return m
}()
