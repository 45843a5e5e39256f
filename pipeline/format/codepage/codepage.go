// Package codepage names the code pages of Windows by their number, for the
// formats that say "1258" and not "windows-1258".
package codepage

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// Decode decodes text in a Windows code page. One that is not known is
// taken for 1252, as are letters of old Vietnamese fonts.
func Decode(raw []byte, page int) string {
	if page == 65001 {
		return strings.ToValidUTF8(string(raw), "\ufffd")
	}
	out, err := Get(page).NewDecoder().Bytes(raw)
	if err != nil {
		return strings.ToValidUTF8(string(raw), "\ufffd")
	}
	return strings.ToValidUTF8(string(out), "\ufffd")
}

// pages are the code pages that are known, by their number.
var pages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855, 858: charmap.CodePage858,
	860: charmap.CodePage860, 862: charmap.CodePage862, 863: charmap.CodePage863, 865: charmap.CodePage865, 866: charmap.CodePage866,
	874: charmap.Windows874, 932: japanese.ShiftJIS, 936: simplifiedchinese.GBK, 949: korean.EUCKR, 950: traditionalchinese.Big5,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254,
	1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258,
	10000: charmap.Macintosh, 10007: charmap.MacintoshCyrillic, 20866: charmap.KOI8R, 21866: charmap.KOI8U,
	20932: japanese.EUCJP, 50220: japanese.ISO2022JP, 51932: japanese.EUCJP, 51949: korean.EUCKR, 54936: simplifiedchinese.GB18030,
	28592: charmap.ISO8859_2, 28593: charmap.ISO8859_3, 28594: charmap.ISO8859_4, 28595: charmap.ISO8859_5, 28596: charmap.ISO8859_6,
	28597: charmap.ISO8859_7, 28598: charmap.ISO8859_8, 28599: charmap.ISO8859_9, 28603: charmap.ISO8859_13, 28605: charmap.ISO8859_15,
}

// Get returns a Windows code page, 1252 for one that is not known.
func Get(page int) encoding.Encoding {
	if e := pages[page]; e != nil {
		return e
	}
	return charmap.Windows1252
}
