package charset

// TCVN3 is the encoding of the ABC fonts (.VnTime and its kin) of the north and
// of State offices: the small letters of TCVN 5712:1993, one byte each. Checked
// against glibc's TCVN5712-1.
//
// It has capitals with a hat, breve or horn alone (Ă Â Đ Ê Ô Ơ Ư). For capitals
// with a tone three conventions were in use, and Convert reads them all:
//
//   - a font ending in H shows the same bytes as capitals (Encoding.Capitals);
//   - the capital letter, then the small letter with the tone: Aµ is À;
//   - the control bytes of the standard's first variant (TCVN5712).
//
// Text typed in capitals without an H font shows small letters among capitals
// ("B¸O C¸O" is "BáO CáO"); those become capitals by the words around them.
var TCVN3 = Encoding{scheme: tcvn3}

// TCVN5712 is TCVN 5712:1993 VN1 with its capitals in the control bytes, as
// glibc's TCVN5712-1 and files that name this charset have it.
var TCVN5712 = Encoding{scheme: tcvn5712}

const tcvnUpper = `
	·  Ă  Â  Ê  Ô  Ơ  Ư  Đ  ă  â  ê  ô  ơ  ư  đ  ·
	·  ·  ·  ·  ·  à  ả  ã  á  ạ  ·  ằ  ẳ  ẵ  ắ  ·
	·  ·  ·  ·  ·  ·  ặ  ầ  ẩ  ẫ  ấ  ậ  è  ·  ẻ  ẽ
	é  ẹ  ề  ể  ễ  ế  ệ  ì  ỉ  ·  ·  ·  ĩ  í  ị  ò
	·  ỏ  õ  ó  ọ  ồ  ổ  ỗ  ố  ộ  ờ  ở  ỡ  ớ  ợ  ù
	·  ủ  ũ  ú  ụ  ừ  ử  ữ  ứ  ự  ỳ  ỷ  ỹ  ý  ỵ  ·`

// dots fills two rows of sixteen.
const dots = "················ ················"

var tcvn3 = func() *scheme {
	s := newScheme("TCVN3", dots+tcvnUpper)
	// The capitals of VN1 above 0x9F do not stand in the way of anything.
	for b, r := range map[byte]rune{
		0xaf: 'Ằ', 0xba: 'Ẳ', 0xbf: 'Ẵ', 0xc0: 'Ắ', 0xc1: 'Ầ', 0xc2: 'Ẩ', 0xc3: 'Ẫ', 0xc4: 'Ấ', 0xc5: 'Ề', 0xcd: 'Ể',
		0xd9: 'Ễ', 0xda: 'Ế', 0xdb: 'Ồ', 0xe0: 'Ổ', 0xf0: 'Ỗ', 0xff: 'Ố',
	} {
		s.single[b] = r // no way back: an ABC font shows nothing there
	}
	s.repair = repairTCVN3
	s.encode = s.encodeSmall
	return s
}()

// vn1Control are the capitals of VN1 below 0x20.
var vn1Control = map[byte]rune{
	0x01: 'Ú', 0x02: 'Ụ', 0x04: 'Ừ', 0x05: 'Ử', 0x06: 'Ữ',
	0x11: 'Ứ', 0x12: 'Ự', 0x13: 'Ỳ', 0x14: 'Ỷ', 0x15: 'Ỹ', 0x16: 'Ý', 0x17: 'Ỵ',
}

// vn1High are the capitals of VN1 from 0x80 to 0x9F.
const vn1High = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"

var tcvn5712 = func() *scheme {
	s := newScheme("TCVN5712", vn1High+tcvnUpper)
	for b := range 256 {
		if r := tcvn3.single[b]; r != 0 && s.single[b] == 0 {
			s.put(byte(b), r)
		}
	}
	for b, r := range vn1Control {
		s.put(b, r)
	}
	// The tones alone, behind their letter.
	for i, r := range []rune("\u0300\u0309\u0303\u0301\u0323") {
		s.put(byte(0xb0+i), r)
	}
	return s
}()
