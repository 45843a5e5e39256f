package charset

import (
	"slices"
	"unicode"
)

// VNI is the encoding of the VNI fonts of the south: a letter, then a byte for
// its marks; ơ, ư, đ, ỵ and the marked i are one byte. The tables follow the
// font maker's published key chart; two independent readings (bamboo-core and
// the printed charts) agree on every letter.
var VNI = Encoding{scheme: vni}

// vniMarks are the second bytes, as Windows-1252 characters, of each letter.
var vniMarks = []struct{ base, marks, letters string }{
	{"a", "ùøûõï", "áàảãạ"},
	{"a", "âáàåãä", "âấầẩẫậ"},
	{"a", "êéèúüë", "ăắằẳẵặ"},
	{"e", "ùøûõï", "éèẻẽẹ"},
	{"e", "âáàåãä", "êếềểễệ"},
	{"o", "ùøûõï", "óòỏõọ"},
	{"o", "âáàåãä", "ôốồổỗộ"},
	{"ô", "ùøûõï", "ớờởỡợ"},
	{"u", "ùøûõï", "úùủũụ"},
	{"ö", "ùøûõï", "ứừửữự"},
	{"y", "ùøûõ", "ýỳỷỹ"},
}

// vniLoose is how some converters write the marked i and ỵ: with a mark behind,
// as every other letter. Nothing else is written so; we write one byte.
var vniLoose = []struct{ base, marks, letters string }{
	{"i", "ùøûõï", "íìỉĩị"},
	{"y", "ï", "ỵ"},
}

var vni = func() *scheme {
	s := &scheme{name: "VNI", bytes: map[rune]string{}}
	for _, m := range slices.Concat(vniMarks, vniLoose) {
		base := firstRune(m.base)
		marks, letters := []rune(m.marks), []rune(m.letters)
		for i := range marks {
			small, capital := letters[i], unicode.ToUpper(letters[i])
			// A capital with the small mark is a slip of the shift key.
			s.pair(byte(unicode.ToUpper(base)), byte(marks[i]), capital)
			s.pair(byte(base), byte(unicode.ToUpper(marks[i])), small)
			s.pair(byte(unicode.ToUpper(base)), byte(unicode.ToUpper(marks[i])), capital)
			s.pair(byte(base), byte(marks[i]), small)
		}
	}
	for _, m := range vniLoose {
		for _, r := range m.letters {
			delete(s.bytes, r)
			delete(s.bytes, unicode.ToUpper(r))
		}
	}
	for mark, r := range map[rune]rune{'ñ': 'đ', 'ô': 'ơ', 'ö': 'ư', 'í': 'í', 'ì': 'ì', 'æ': 'ỉ', 'ó': 'ĩ', 'ò': 'ị', 'î': 'ỵ'} {
		s.put(byte(mark), r)
		s.put(byte(unicode.ToUpper(mark)), unicode.ToUpper(r))
	}
	return s
}()

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
