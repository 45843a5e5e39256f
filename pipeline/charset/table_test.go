package charset

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// everyLetter has each Vietnamese letter in both cases, apart by spaces, so
// that no two make a third.
var everyLetter = strings.Join(strings.Split(allLetters+"abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXY", ""), " ")

func all() []Encoding {
	return []Encoding{TCVN3, TCVN5712, VNI, VISCII, VPS, BKHCM1, BKHCM2, Windows1258, VIQR, NCR, UTF8Twice}
}

func TestEveryLetterComesBack(t *testing.T) {
	for _, e := range all() {
		t.Run(e.Name(), func(t *testing.T) {
			var missing []string
			for letter := range strings.FieldsSeq(everyLetter) {
				data, lost := e.Encode(letter)
				if lost > 0 {
					missing = append(missing, letter)
					continue
				}
				if got := e.Decode(data); got != letter {
					t.Errorf("%s is encoded as % x and decoded as %q", letter, data, got)
				}
			}
			for _, m := range missing {
				if r := firstRune(m); !unicode.IsUpper(r) {
					t.Errorf("no bytes for the small letter %s", m)
				}
			}
			if want := map[string]int{"TCVN3": 60, "VPS": 14, "BKHCM1": 1}[e.Name()]; len(missing) != want {
				t.Errorf("%d capitals have no bytes, want %d: %s", len(missing), want, missing)
			}
		})
	}
}

func TestProseComesBack(t *testing.T) {
	const prose = "Đại hội đại biểu Đảng bộ huyện lần thứ XII, nhiệm kỳ 2020 - 2025: bầu 39 đồng chí (đạt 100%); ưu điểm, khuyết điểm nêu rõ. Tỷ lệ nữ 15,4%?"
	for _, e := range all() {
		data, lost := e.Encode(prose)
		if lost > 0 {
			t.Errorf("%s: %d letters lost", e, lost)
		}
		if got := e.Decode(data); got != prose {
			t.Errorf("%s:\ngot  %s\nwant %s", e, got, prose)
		}
		if e == VIQR || e == NCR || e == UTF8Twice { // these are not bytes
			continue
		}
		if got := e.Convert(latin(data)); got != prose {
			t.Errorf("%s as look-alikes:\ngot  %s\nwant %s", e, got, prose)
		}
	}
}

func TestCapitals(t *testing.T) {
	h := TCVN3.Capitals()
	data, lost := h.Encode("BÁO CÁO TỔNG KẾT ĐẠI HỘI ĐẢNG BỘ TỈNH ƯỚC ĂN")
	if got := h.Decode(data); got != "BÁO CÁO TỔNG KẾT ĐẠI HỘI ĐẢNG BỘ TỈNH ƯỚC ĂN" || lost != 0 {
		t.Errorf("H font: %q, %d lost", got, lost)
	}
	for _, c := range []struct{ in, want, reason string }{
		{"B¸O C¸O", "BÁO CÁO", "capitals typed without an H font"},
		{"TØNH ñY H\u00b5 GIANG", "TỈNH ỦY HÀ GIANG", "a word of one capital follows its neighbours"},
		{"UBND tØnh H\u00b5 Giang", "UBND tỉnh Hà Giang", "an abbreviation is no neighbour in capitals"},
		{"UBND x\u00b7 \u00ad¬ng", "UBND xã ương", "small words stay small"},
		{"A\u00b5 E\u00d0 ¤è \u00a6\u00f9 §\u00b9I", "À É Ố Ự ĐẠI", "a capital, then its small letter with the tone"},
		{"\u00a7„I H\u2014I \u00a7\u0081NG", "ĐẠI HỘI ĐẢNG", "capitals of the standard's first variant, above 0x7f"},
		{"\u201cn\u00ad\u00edc ta\u201d \u2013 \u201c\u00a7\u1ea2NG\u201d", "“nước ta” – “ĐẢNG”", "quotes stay quotes"},
		{"B\u2014 T\u20acI, TH\u2018 X\u201a", "BỘ TÀI, THỊ XÃ", "capitals at the end of a word that look like signs"},
		{"\u201cNh\u00b5 n\u00ad\u00edc\u201d, \u201cM\u00e7i ng\u00b5y\u201d, \u201cNam ti\u00d5n\u201d, \u2022I. A", "“Nhà nước”, “Mỗi ngày”, “Nam tiến”, •I. A", "an opening quote or a bullet is no Ỏ or Ó"},
		{"n-\u00edc, ph-\u00eang, ch-a, 2020-2025, M¸c - Lªnin", "nước, phường, chưa, 2020-2025, Mác - Lênin", "ư that a copy made a hyphen"},
		{"n\u00edc ®\u00eec ph\u00eang ng\u00eai", "nước được phường ngời", "ư that a program dropped, put back where nothing else can be meant"},
		{"th\u00ad\u00ad\u00acng", "thương", "a typesetter's hyphen beside ư"},
		{"n\u2212\u00edc", "nước", "ư that a PDF made a minus sign"},
	} {
		if got := TCVN3.Convert(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q: %s", c.in, got, c.want, c.reason)
		}
	}
}

func TestVIQRWithoutBackslash(t *testing.T) {
	for in, want := range map[string]string{
		"Tie^'ng Vie^.t":                       "Tiếng Việt",
		"DDa?ng bo^. ti?nh.":                   "Đảng bộ tỉnh.",
		"Ai ddi?":                              "Ai đỉ", // the longest syllable wins: RFC 1456 asks for \?
		"co' 36.954 (ba mu+o+i) ngu+o+`i\\.":   "có 36.954 (ba mươi) người.",
		"see http://example.com/?q=1 for more": "see http://example.com/?q=1 for more",
	} {
		if got := VIQR.Decode([]byte(in)); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func FuzzRoundTrip(f *testing.F) {
	f.Add("Đảng bộ tỉnh: 39/45 (86,7%) \"tốt\"")
	f.Add(everyLetter)
	f.Fuzz(func(t *testing.T, s string) {
		for _, e := range append(all(), TCVN3.Capitals()) {
			data, lost := e.Encode(s)
			back := e.Decode(data)
			if !utf8.ValidString(back) {
				t.Errorf("%s: %q is not valid UTF-8", e, back)
			}
			want := norm.NFC.String(s)
			if lost == 0 && utf8.ValidString(s) && !e.capitals && back != want {
				t.Errorf("%s: %q came back as %q", e, want, back)
			}
		}
	})
}
