package vn

import "testing"

func TestAppendFold(t *testing.T) {
	for _, s := range []string{"", "Đảng bộ", "đảng ủy", "THỦY", "quý", "Ho\u0300a", "Kỷ luật", "30/6 – İ"} {
		if got, want := string(AppendFold([]byte("x"), s)), "x"+Fold(s); got != want {
			t.Errorf("AppendFold(%q) = %q, want %q", s, got, want)
		}
	}
}
