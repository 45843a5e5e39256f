package charset

import (
	"strings"
	"testing"
)

var prose = []string{
	"Đại hội đại biểu Đảng bộ huyện Phú Sơn lần thứ XXIII đã bầu Ban Chấp hành gồm 39 đồng chí, trong đó nữ 7 đồng chí.",
	"Công tác chuẩn bị nhân sự được thực hiện đúng quy trình, dân chủ, khách quan.",
	"Một số chi bộ còn lúng túng khi xây dựng văn kiện; việc lấy ý kiến góp ý chưa rộng rãi, thời gian thảo luận ít.",
	"I. Đánh giá chung",
	"Ưu điểm và khuyết điểm",
	"Hà Nội, ngày 15 tháng 9 năm 2020",
}

// look gives the look-alikes of a text's bytes.
func look(t testing.TB, e Encoding, s string) string {
	t.Helper()
	data, _ := e.Encode(s)
	if e.scheme.whole != nil {
		return string(data)
	}
	return latin(data)
}

func TestDetect(t *testing.T) {
	for _, e := range append([]Encoding{VIQR, NCR, UTF8Twice}, candidates...) {
		for _, p := range prose {
			if e == VIQR && len(p) < 80 {
				continue // a short line in ASCII is left alone
			}
			s := look(t, e, p)
			got, ok := Detect(s)
			if !ok {
				if vnWords(p) > 8 {
					t.Errorf("%s: %q is not detected", e, s)
				} else if (e == TCVN3 || e == VNI) && !Fits(e, s) {
					t.Errorf("%s: %q does not fit even where the encoding is known", e, s)
				}
				continue
			}
			if back := got.Convert(s); (e == TCVN3 || e == VNI || vnWords(p) > 4) && !strings.EqualFold(back, p) {
				t.Errorf("%s: %q is taken for %s: %q", e, s, got, back)
			}
		}
	}
}

func vnWords(s string) int {
	n := 0
	words(s, func(string) bool { n++; return true })
	return n
}

func TestDetectLeavesRightTextAlone(t *testing.T) {
	right := append([]string{
		"The congress elected 39 members; résumé, naïve café, Windows® and Office™, 25 °C, 15 µm, ±3 %.",
		"Le congrès a élu les délégués à l'unanimité, après un débat très animé où chacun était présent.",
		"Der Parteitag wählte größere Ausschüsse für die Überprüfung der Anträge.",
		"São Paulo, Bogotá, Málaga, Muñoz, Peña Nieto, Atlético, Perú, Córdoba",
		"Copyright © 2020 – Bản quyền © Báo Nhân dân",
		"1.298/1.311 (99 %) × 2 ÷ 3 ½ ¼ § 5 ¶ 7",
		"là có cho và",
		"a + b = c; x^2 + y^2 = z^2; f(x) = (a+b)(c+d)",
		"Please add the odd address to the ladder (see to+from, do^it).",
		"http://example.com/?a=1&b=2&c=3; R&D; A&B;",
		"Łódź, Škoda, Győr, Çankaya, Tromsø, Århus",
		"Ðảng bộ tỉnh",
		"Bo\u0323\u0302 tru\u031bo\u031b\u0309ng vui mu\u031b\u0300ng gio\u031b tay", // decomposed
		"Bô\u0323 trươ\u0309ng vui mư\u0300ng, thi\u0323 xa\u0303",                   // half decomposed
		"",
	}, prose...)
	for _, s := range right {
		if e, ok := Detect(s); ok {
			t.Errorf("%q is taken for %s: %q", s, e, e.Convert(s))
		}
		for _, e := range candidates {
			if e == Windows1258 || e == VISCII {
				continue // these share letters with Latin-1; Fits is for known documents
			}
			if Fits(e, s) && strings.Contains(s, "19") {
				t.Errorf("%q fits %s", s, e)
			}
		}
	}
}

func TestFromFont(t *testing.T) {
	for font, want := range map[string]Encoding{
		".VnTime": TCVN3, ".VnTimeH": TCVN3.Capitals(), ".vntime": TCVN3, ".VNARIALH": TCVN3.Capitals(), ".VnArial NarrowH": TCVN3.Capitals(),
		"VnTime": TCVN3, "VnTimeH": TCVN3.Capitals(), "ABCDEF+.VnTimeH": TCVN3.Capitals(), "GHIJKL+VnArialH,Bold": TCVN3.Capitals(),
		".VnTimeH-BoldItalic": TCVN3.Capitals(), "VnTimeHBold": TCVN3.Capitals(), "VnTimeBoldItalic": TCVN3, `".VnTime", Arial`: TCVN3, ".Vn3DH": TCVN3.Capitals(), "@.VnTime": TCVN3,
		"VNI-Times": VNI, "VNI Times": VNI, "VNI-Helve-Condense": VNI, "ABCDEF+VNI-Times,Bold": VNI,
		"VPS Times": VPS, "BK HCM1": BKHCM1, "BKHCM2": BKHCM2,
		"Times New Roman": {}, "Arial": {}, "VNtimes new roman": {}, "VnUnicode": {}, "": {}, "H": {}, "Verdana": {},
	} {
		got, ok := FromFont(font)
		if got != want || ok != !want.IsZero() {
			t.Errorf("%q: %s, want %s", font, got, want)
		}
	}
}

func TestDecode(t *testing.T) {
	text := strings.Join(prose, "\n") + "\n"
	for _, c := range []struct {
		name string
		data []byte
	}{
		{"UTF-8", []byte(text)},
		{"UTF-8", append([]byte("\xef\xbb\xbf"), text...)},
		{"UTF-16LE", wide(text, 2, false, true)}, {"UTF-16LE", wide(text, 2, false, false)},
		{"UTF-16BE", wide(text, 2, true, true)}, {"UTF-16BE", wide(text, 2, true, false)},
		{"UTF-32LE", wide(text, 4, false, true)}, {"UTF-32LE", wide(text, 4, false, false)},
		{"UTF-32BE", wide(text, 4, true, true)}, {"UTF-32BE", wide(text, 4, true, false)},
	} {
		got, name := Decode(c.data)
		if name != c.name || got != text {
			t.Errorf("%s: taken for %s: %.60q", c.name, name, got)
		}
	}
	for _, e := range candidates {
		data, _ := e.Encode(text)
		got, name := Decode(data)
		if name != e.Name() || !strings.EqualFold(got, text) {
			t.Errorf("%s: taken for %s: %.60q", e, name, got)
		}
	}
	for _, c := range []struct{ data, text, name string }{
		{"caf\xe9 cr\xe8me", "café crème", "Windows-1252"},
		{"plain", "plain", "ASCII"},
		{"", "", "ASCII"},
		{"BA'O CA'O\nToa`n ti?nh co' 412 dda?ng bo^. hoa`n tha`nh dda.i ho^.i, dda.t cao\n1. Co^ng ta'c nha^n su+.", "BÁO CÁO\nToàn tỉnh có 412 đảng bộ hoàn thành đại hội, đạt cao\n1. Công tác nhân sự", "VIQR"},
		{text + "\xe1\xba", text + "\ufffd", "UTF-8"},
	} {
		if got, name := Decode([]byte(c.data)); got != c.text || name != c.name {
			t.Errorf("%q: %q in %s, want %q in %s", c.data, got, name, c.text, c.name)
		}
	}
}

// wide encodes as UTF-16 or UTF-32.
func wide(s string, size int, big, mark bool) []byte {
	var out []byte
	put := func(r rune) {
		b := make([]byte, size)
		for i := range size {
			b[i] = byte(r >> (8 * i))
			if big {
				b[i] = byte(r >> (8 * (size - 1 - i)))
			}
		}
		out = append(out, b...)
	}
	if mark {
		put(0xfeff)
	}
	for _, r := range s {
		put(r)
	}
	return out
}

func TestName(t *testing.T) {
	const want = "Báo cáo tổng kết đại hội.doc"
	for _, e := range []Encoding{TCVN3, VNI, Windows1258, VISCII, VPS, BKHCM2} {
		data, _ := e.Encode(want)
		if got := Name(data); got != want {
			t.Errorf("%s: %q", e, got)
		}
	}
	for in, want := range map[string]string{
		"Ba\u0301o ca\u0301o.doc": "Báo cáo.doc", // a Mac writes decomposed letters
		"caf\x82.txt":             "café.txt",    // code page 437
		"a\xff.txt":               "a\u00a0.txt",
	} {
		if got := Name([]byte(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzDetect(f *testing.F) {
	for _, p := range prose {
		f.Add(p)
		f.Add(look(f, TCVN3, p))
		f.Add(look(f, VNI, p))
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, ok := Detect(s)
		if !ok {
			return
		}
		back := e.Convert(s)
		if again, ok := Detect(back); ok && again == e && e.scheme.whole == nil {
			t.Errorf("%q is taken for %s, and %q again", s, e, back)
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(prose[0]))
	f.Add(wide(prose[0], 2, false, true))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, name := Decode(data)
		if name == "" || strings.ToValidUTF8(text, "") != text {
			t.Errorf("% x: %q in %q", data, text, name)
		}
		Name(data)
	})
}

func BenchmarkDetect(b *testing.B) {
	for name, s := range map[string]string{"right": strings.Join(prose, " "), "tcvn3": look(b, TCVN3, strings.Join(prose, " ")), "ascii": strings.Repeat("The congress elected members. ", 20)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Detect(s)
			}
		})
	}
}
