package charset

import "strings"

// high1252 are the characters of the bytes 0x80 to 0x9F in Windows-1252; the
// five without one stand for themselves.
var high1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8d, 'Ž', 0x8f,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9d, 'ž', 'Ÿ',
}

func windows1252(b byte) rune {
	if b >= 0x80 && b < 0xa0 {
		return high1252[b-0x80]
	}
	return rune(b)
}

// latin reads bytes as Windows-1252.
func latin(data []byte) string {
	var b strings.Builder
	b.Grow(len(data))
	for _, c := range data {
		b.WriteRune(windows1252(c))
	}
	return b.String()
}

// page is the bytes of 256 neighbouring characters, 0 for those without one.
type page [256]byte

// pages are the bytes of characters from U+0100 on, by their upper bits.
type pages [0x23]*page

func (p *pages) put(r rune, b byte) {
	if p[r>>8] == nil {
		p[r>>8] = new(page)
	}
	p[r>>8][r&0xff] = b
}

func (p *pages) byteOf(r rune) (byte, bool) {
	if r < 0x100 {
		return byte(r), true
	}
	if r>>8 < rune(len(p)) && p[r>>8] != nil {
		b := p[r>>8][r&0xff]
		return b, b != 0
	}
	return 0, false
}

// byteOf1252 is the byte of a Windows-1252 or Latin-1 character.
func byteOf1252(r rune) (byte, bool) { return pages1252.byteOf(r) }

// byteOf is byteOf1252 with the characters that other programs write for the
// same byte: PDF makers give the soft hyphen as a minus sign or a hyphen, µ and
// · as their Greek and mathematical twins, and a reader that took the bytes for
// Windows-1258 gives ă, Đ, ơ, ư and the combining tones.
func byteOf(r rune) (byte, bool) { return pagesOfTwins.byteOf(r) }

var pages1252, pagesOfTwins = func() (plain, twins pages) {
	for i, c := range high1252 {
		if c >= 0x100 {
			plain.put(c, byte(0x80+i))
			twins.put(c, byte(0x80+i))
		}
	}
	for r, b := range map[rune]byte{
		'\u2212': 0xad, '\u2010': 0xad, '\u2011': 0xad,
		'\u03bc': 0xb5, '\u2219': 0xb7, '\u22c5': 0xb7, '\u02c9': 0xaf,
		'Ă': 0xc3, 'ă': 0xe3, 'Đ': 0xd0, 'đ': 0xf0, 'Ơ': 0xd5, 'ơ': 0xf5, 'Ư': 0xdd, 'ư': 0xfd, '₫': 0xfe,
		'\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2,
	} {
		twins.put(r, b)
	}
	return plain, twins
}()

// twoAt returns the character of two bytes that stands at i, which the look-alikes
// of an old encoding and most Vietnamese letters are; 0 for any other.
func twoAt(s string, i int) rune {
	if c := s[i]; c >= 0xc2 && c < 0xe0 && i+1 < len(s) && s[i+1]&0xc0 == 0x80 {
		return rune(c&0x1f)<<6 | rune(s[i+1]&0x3f)
	}
	return 0
}
