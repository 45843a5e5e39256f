package codepage_test

import (
	"testing"

	"github.com/tongket/tongket/pipeline/format/codepage"
)

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		raw  string
		page int
		want string
	}{
		{"\xd0a\xd2ng", 1258, "Đa\u0309ng"},
		{"\xcf\xe0\xf0\xf2\xe8\xff", 1251, "Партия"},
		{"Đảng", 65001, "Đảng"},
		{"\xa7\xb6ng", 0, "§¶ng"},
		{"\xe9", 99999, "é"},
		{"\xf0\xc1\xd2\xd4\xc9\xd1", 21866, "Партия"},
		{"\xb5\xb3", 54936, "党"},
	} {
		if got := codepage.Decode([]byte(c.raw), c.page); got != c.want {
			t.Errorf("%q in %d: got %q, want %q", c.raw, c.page, got, c.want)
		}
	}
}
