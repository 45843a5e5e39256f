package vn

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestNFC(t *testing.T) {
	for s, want := range map[string]string{
		"Đảng bộ":                        "Đảng bộ",
		"Đa\u0309ng bô\u0323":            "Đảng bộ",
		"\u2126 là ôm":                   "\u03a9 là ôm",
		"cách\u2000hàng":                 "cách\u2002hàng",
		"“Đoàn kết – Dân chủ”":           "“Đoàn kết – Dân chủ”",
		"\u02c9 \u00c0\u0323 a\xc3":      norm.NFC.String("\u02c9 \u00c0\u0323 a\xc3"),
		"\xe1\xba\xc3\xa1 \xe2\x80":      "\xe1\xba\xc3\xa1 \xe2\x80",
		"\u1ea1\u0301 \u0344 \u1100":     norm.NFC.String("\u1ea1\u0301 \u0344 \u1100"),
		"\u00e1\u01bf\u02ff\u1e00\u203f": "\u00e1\u01bf\u02ff\u1e00\u203f",
	} {
		if got := NFC(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// Every character of the short way is one that NFC leaves alone.
func TestComposedLettersAreNFC(t *testing.T) {
	for r := rune(0x80); r < 0x3000; r++ {
		s := "a" + string(r) + "\u00e2" + string(r)
		if isComposed(s) && norm.NFC.String(s) != s {
			t.Errorf("%q (U+%04X) is not NFC", s, r)
		}
	}
}

// Marks in any order and number make what NFC makes of them.
func FuzzNFC(f *testing.F) {
	f.Add("Đa\u0309ng bô\u0323, đa\u0323\u0302i a\u0302\u0301 a\u0301\u0302 o\u0301\u031b o\u031b\u0323 \u0301x k\u0323\u0301")
	f.Add("e\u0323\u0302\u0301 \u1ea1\u0306 \u01b0\u0300 \u2126 \uac00 a\xcc")
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := NFC(s), norm.NFC.String(s); got != want {
			t.Errorf("%+q: got %+q, want %+q", s, got, want)
		}
	})
}
