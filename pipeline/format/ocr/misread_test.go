package ocr

import (
	"strings"
	"testing"
)

// Marks that the engine mistakes are mended where the phrase leaves no doubt,
// in the case of the word and with its punctuation; everything else stays.
func TestReread(t *testing.T) {
	for _, c := range []struct{ read, want, why string }{
		{"Ban Châp hành Đâng bộ tỉnh", "Ban Chấp hành Đảng bộ tỉnh", "two phrases side by side"},
		{"BAN THƯỜNG VỤ ĐẲNG ỦY", "BAN THƯỜNG VỤ ĐẢNG ỦY", "capitals"},
		{"được chi định làm", "được chỉ định làm", ""},
		{"“đẳng viên”, đẳng bộ.", "“đảng viên”, đảng bộ.", "punctuation around stays"},
		{"78 đồng chi, nữ 12", "78 đồng chí, nữ 12", "figures are never touched"},
		{"Đảng uỷ, Tỉnh ủy", "Đảng uỷ, Tỉnh ủy", "both spellings are right"},
		{"bình đẳng, cao đẳng", "bình đẳng, cao đẳng", "no phrase"},
		{"đại biểu đang bỏ phiếu", "đại biểu đang bỏ phiếu", "a phrase as it is read goes before"},
		{"cần bổ sung, có số dư", "cần bổ sung, có số dư", "bare letters with two readings are in no phrase"},
		{"tổ, chúc mừng", "tổ, chúc mừng", "a comma parts the words"},
	} {
		var words []word
		for w := range strings.FieldsSeq(c.read) {
			words = append(words, word{text: w})
		}
		firm.reread(words)
		var got []string
		for _, w := range words {
			got = append(got, w.text)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q became %q, want %q (%s)", c.read, s, c.want, c.why)
		}
	}
}
