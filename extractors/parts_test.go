package extractors

import (
	"testing"
	"testing/fstest"

	"github.com/tongket/tongket/extractors/scan"
)

// A report with a part on shortcomings could have stated one, whatever the part
// says; one without, or a bare heading, could not.
func TestShortcomingsPart(t *testing.T) {
	set := load(t, fstest.MapFS{})
	for text, want := range map[string]bool{
		"1. Ưu điểm\nĐại hội được tổ chức đúng quy định.\n2. Hạn chế\nKhông có vấn đề lớn.\n": true,
		"1. Ưu điểm\nĐại hội được tổ chức đúng quy định.\n":                                   false,
		"Đại hội bầu Ban Chấp hành gồm 15 đồng chí.\n":                                        false,
	} {
		rows, err := set.Rows(scan.Plain(text))
		if err != nil {
			t.Fatal(err)
		}
		if got, known := rows[0].Get(shortcomingsPart).Bool(); !known || got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
