package glyph_test

import (
	"testing"

	"github.com/tongket/tongket/pipeline/format/glyph"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		n            int
		format, want string
	}{
		{4, "decimal", "4"}, {4, "upperRoman", "IV"}, {1999, "lowerRoman", "mcmxcix"}, {4000, "upperRoman", "4000"},
		{1, "lowerLetter", "a"}, {27, "upperLetter", "AA"}, {53, "lowerLetter", "aaa"}, {0, "lowerLetter", "0"},
		{3, "decimalZero", "03"}, {12, "decimalZero", "12"}, {3, "none", ""}, {3, "thaiNumbers", "3"}, {-1, "lowerRoman", "-1"},
	} {
		if got := glyph.Number(c.n, c.format); got != c.want {
			t.Errorf("%d as %s: got %q, want %q", c.n, c.format, got, c.want)
		}
	}
}

func TestBullet(t *testing.T) {
	for _, c := range []struct{ text, font, want, why string }{
		{"-", "Times New Roman", "-", "a dash"},
		{"\uf0b7", "Symbol", "•", "the usual bullet"},
		{"\uf0b7", "", "•", "whose font is not named"},
		{"§", "Wingdings", "▪", "a letter of a picture font"},
		{"\uf0d8", "Wingdings", "➢", ""},
		{"\uf012", "Wingdings", "•", "a picture nobody needs"},
		{"+", "", "+", ""},
		{"", "Symbol", "", ""},
	} {
		if got := glyph.Bullet(c.text, c.font); got != c.want {
			t.Errorf("%q in %s: got %q, want %q (%s)", c.text, c.font, got, c.want, c.why)
		}
	}
}

func TestSymbol(t *testing.T) {
	for _, c := range []struct {
		font string
		code uint16
		want string
	}{
		{"Wingdings", 0xF0FC, "✓"}, {"Symbol", 0xF061, "α"}, {"Symbol", 0xF057, "Ω"}, {"Symbol", 0xF0B7, "•"},
		{"Symbol", 0xF05B, "\uf05b"}, {".VnTime", 0xF0B8, "¸"}, {"Arial", 0x41, "A"}, {"Arial", 0x1, ""},
	} {
		if got := glyph.Symbol(c.font, c.code); got != c.want {
			t.Errorf("%x in %s: got %q, want %q", c.code, c.font, got, c.want)
		}
	}
}

func TestTidy(t *testing.T) {
	for _, c := range []struct{ text, font, want, why string }{
		{"a\nb", "Arial", "a b", "a line end of the file"},
		{"\uf0b8", ".VnTime", "¸", "a letter filed away in the private area"},
		{"\uf093", ".VnTime", "“", "one between 0x80 and 0x9F"},
		{"ü", "Wingdings", "✓", "a picture typed as a letter"},
		{"Thường", "Wingdings", "Thường", "letters that no picture font has"},
		{"\uf0b8", "Webdings", "\uf0b8", "a picture without Unicode stays private"},
	} {
		if got := string(glyph.Tidy([]byte("x"+c.text), 1, c.font)); got != "x"+c.want {
			t.Errorf("%q in %s: got %q, want %q (%s)", c.text, c.font, got, "x"+c.want, c.why)
		}
	}
}
