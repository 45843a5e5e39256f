package charset

import "unicode"

// BKHCM1 is the first encoding of the University of Technology of Ho Chi Minh
// City: one byte a letter, the last capitals on the signs ^ ` { | } ~. After
// bamboo-core's reading, with Ặ and Ị at the bytes that the order of its
// neighbours leaves free.
var BKHCM1 = Encoding{scheme: bkhcm1}

var bkhcm1 = func() *scheme {
	s := newScheme("BKHCM1", `
	Á  À  Ả  Ã  Ạ  É  È  Ẻ  Ẽ  Ẹ  Í  Ì  Ỉ  Ĩ  Ị  Ó
	Ò  Ỏ  Õ  Ọ  Ú  Ù  Ủ  Ũ  Ụ  Ă  Ắ  Ằ  Ẳ  Ẵ  Ặ  Â
	Ấ  Ầ  Ẩ  Ẫ  Ậ  Ê  Ế  Ề  Ể  Ễ  Ệ  Ô  Ố  Ồ  Ổ  Ỗ
	Ộ  Ơ  Ớ  Ờ  Ở  Ỡ  Ợ  Ư  Ứ  Ừ  Ử  Ữ  Ự  đ  á  à
	ả  ã  ạ  é  è  ẻ  ẽ  ẹ  í  ì  ỉ  ĩ  ị  ó  ò  ỏ
	õ  ọ  ú  ù  ủ  ũ  ụ  ă  ắ  ằ  ẳ  ẵ  ặ  â  ấ  ầ
	ẩ  ẫ  ậ  ê  ế  ề  ể  ễ  ệ  ô  ố  ồ  ổ  ỗ  ộ  ơ
	ớ  ờ  ở  ỡ  ợ  ư  ứ  ừ  ử  ữ  ự  ý  ỳ  ỷ  ỹ  ỵ`)
	for b, r := range map[byte]rune{'^': 'Ỳ', '`': 'Ỷ', '{': 'Ý', '|': 'Ỹ', '}': 'Đ'} {
		s.put(b, r)
	}
	return s
}()

// BKHCM2 is the second encoding of that university, in the manner of VNI: a
// letter, then a byte for the tone; hats, breves, horns and the marked i are one
// byte. After bamboo-core's reading.
var BKHCM2 = Encoding{scheme: bkhcm2}

var bkhcm2 = func() *scheme {
	s := &scheme{name: "BKHCM2", bytes: map[rune]string{}}
	for _, m := range []struct {
		base    byte
		tones   []byte
		letters string
	}{
		{'a', []byte{0xe1, 0xe2, 0xe3, 0xe4, 0xe5}, "áàảãạ"},
		{'e', []byte{0xe1, 0xe2, 0xe3, 0xe4, 0xe5}, "éèẻẽẹ"},
		{'o', []byte{0xe1, 0xe2, 0xe3, 0xe4, 0xe5}, "óòỏõọ"},
		{'u', []byte{0xe1, 0xe2, 0xe3, 0xe4, 0xe5}, "úùủũụ"},
		{'y', []byte{0xe1, 0xe2, 0xe3, 0xe4, 0xe5}, "ýỳỷỹỵ"},
		{0xea, []byte{0xeb, 0xec, 0xed, 0xee, 0xe5}, "ấầẩẫậ"},
		{0xef, []byte{0xeb, 0xec, 0xed, 0xee, 0xe5}, "ếềểễệ"},
		{0xf6, []byte{0xeb, 0xec, 0xed, 0xee, 0xe5}, "ốồổỗộ"},
		{0xf9, []byte{0xe6, 0xe7, 0xe8, 0xe9, 0xe5}, "ắằẳẵặ"},
		{0xfa, []byte{0xe1, 0xe2, 0xe3, 0xe4, 0xe5}, "ớờởỡợ"},
		{0xfb, []byte{0xe1, 0xe2, 0xe3, 0xe4, 0xe5}, "ứừửữự"},
	} {
		for i, r := range []rune(m.letters) {
			// Capitals lie 0x20 below, letters and tones alike.
			s.pair(m.base-0x20, m.tones[i], unicode.ToUpper(r))
			s.pair(m.base-0x20, m.tones[i]-0x20, unicode.ToUpper(r))
			s.pair(m.base, m.tones[i], r)
		}
	}
	for b, r := range map[byte]rune{
		0xe0: 'đ', 0xea: 'â', 0xf9: 'ă', 0xef: 'ê', 0xf6: 'ô', 0xfa: 'ơ', 0xfb: 'ư',
		0xf1: 'í', 0xf2: 'ì', 0xf3: 'ỉ', 0xf4: 'ĩ', 0xf5: 'ị',
	} {
		s.put(b, r)
		s.put(b-0x20, unicode.ToUpper(r))
	}
	return s
}()
