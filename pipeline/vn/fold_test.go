package vn

import "testing"

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want, reason string }{
		{"ĐẢNG ỦY", "đảng uỷ", "capitals and the newer tone placement"},
		{"Ðảng", "đảng", "the Icelandic letter that looks like Đ"},
		{"tỷ lệ", "tỉ lệ", "a final y that is the only vowel"},
		{"quý", "quí", "u belongs to q"},
		{"khoá", "khoá", "already the older placement"},
		{"khóa", "khoá", "newer placement"},
		{"thủy", "thuỷ", "uy is a pair of vowels and stays"},
		{"y tế", "y tế", "y alone stays"},
		{"Kỷ luật", "kỉ luật", "inside a phrase"},
		{"hòa", "hoà", "decomposed input is composed first"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q: %s", c.in, got, c.want, c.reason)
		}
	}
}

func TestSpellingsFoldBack(t *testing.T) {
	for _, s := range []string{"uỷ", "khoá", "tỉ", "quí", "hoà", "đảng", "thuý"} {
		for _, v := range Spellings(s) {
			if Fold(v) != s {
				t.Errorf("Fold(%q) = %q, want %q", v, Fold(v), s)
			}
		}
	}
}

func TestRoman(t *testing.T) {
	for n := 1; n < 100; n++ {
		if got, ok := Roman(FormatRoman(n)); !ok || got != n {
			t.Errorf("Roman(%q) = %d, %v, want %d", FormatRoman(n), got, ok, n)
		}
	}
	for _, s := range []string{"", "IIII", "IC", "VV", "xix", "XIXa", "A"} {
		if n, ok := Roman(s); ok {
			t.Errorf("Roman(%q) = %d, want none", s, n)
		}
	}
}

// The quick ways give what the slow way gives.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"tỷ lệ", "khóa", "quý", "thủy", "y", "ký", "Đảng", "hoà", "ly hôn", "ủy", "qúy", "ỷ lại", "ĐẢNG ỦY KHÓA XV", "Hòa Bình", "Tỷ", "Ðoàn", "İ", "hòa", "quỳ", "Kỳ 2", "ỦY", "y", "xòe", "ŷ", "ɖ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if folded(s) && slowFold(s) != s {
			t.Fatalf("folded(%q), but Fold gives %q", s, slowFold(s))
		}
		if out, ok := quickFold(nil, s); ok && string(out) != slowFold(s) {
			t.Fatalf("quickFold(%q) = %q, want %q", s, out, slowFold(s))
		}
	})
}
