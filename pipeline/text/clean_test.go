package text

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want, reason string }{
		{"Đại hội  đã\u00a0thành\tcông\r\n", "Đại hội đã thành công", "one kind of space"},
		{"Ða\u0309ng bo\u0323\u0302", "Đảng bộ", "decomposed letters and an Icelandic one"},
		{"ÐBQH, Ð/c Ðặng, tỉnh ÐẮK LẮK", "ĐBQH, Đ/c Đặng, tỉnh ĐẮK LẮK", "Ð in abbreviations and names"},
		{"Davíð Guðmundsson, það", "Davíð Guðmundsson, það", "Icelandic stays"},
		{"\ufeffnghị\u200b quyết\u00ad số\u202c 5", "nghị quyết số 5", "nothing invisible"},
		{"Đại_hội đảng_bộ tỉnh do ông Nguyễn_Văn_A chủ_trì, Manchester_United", "Đại hội đảng bộ tỉnh do ông Nguyễn Văn A chủ trì, Manchester United", "segmented text"},
		{"bao_cao_2020.docx, ____ năm", "bao_cao_2020.docx, ____ năm", "a file name and a blank stay"},
		{"xem tệp báo_cáo@x.vn/a_b của đại_hội", "xem tệp báo_cáo@x.vn/a_b của đại hội", "an address stays"},
		{"\uf0b7 Bầu đủ \uf0b3 90%", "• Bầu đủ ≥ 90%", "signs of a symbol font"},
		{"a\xffb", "a\ufffdb", "a byte that is no UTF-8"},
		{"hòa hoà", "hòa hoà", "spelling as written"},
		{"e\u200b\u0301", "é", "a mark behind an invisible character"},
	} {
		got := Clean(c.in)
		if got != c.want {
			t.Errorf("%q: got %q, want %q: %s", c.in, got, c.want, c.reason)
		}
		if Clean(got) != got {
			t.Errorf("%q: cleaning twice gives %q", got, Clean(got))
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("Ða\u0309ng_bộ  \u00ad x")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !norm.NFC.IsNormalString(got) {
			t.Errorf("%q is not NFC", got)
		}
		if again := Clean(got); again != got {
			t.Errorf("%q: cleaned %q, again %q", s, got, again)
		}
		if isClean(s) && clean(s) != s {
			t.Errorf("%q is called clean", s)
		}
	})
}
