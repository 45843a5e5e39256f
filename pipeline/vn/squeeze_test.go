package vn

import (
	"strings"
	"testing"
)

func TestSqueeze(t *testing.T) {
	for _, s := range []string{"", " ", "Đại hội", " Đại hội", "Đại hội ", "Đại  hội", "Đại\nhội", "Đại\u00a0hội – 2025", "Đại\u3000hội", "\tẤn\u1680tượng"} {
		if got, want := Squeeze(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("Squeeze(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestCapital(t *testing.T) {
	for _, s := range []string{"", "UBND", "Ủy", "ỦY BAN", "đ", "Đ", "30/6", "QĐ-TTg", "H'YIM", "ß"} {
		if got, want := Capital(s), strings.ToUpper(s) == s; got != want {
			t.Errorf("Capital(%q) = %v, want %v", s, got, want)
		}
	}
}
