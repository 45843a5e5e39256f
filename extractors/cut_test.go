package extractors

import (
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/text"
)

// A report may end anywhere: a scan lacks its last page, a page's number stands
// below the last line. Whatever it ends with, its rows come out.
func TestReportsThatEndAnywhere(t *testing.T) {
	set := embedded(t)
	reader := format.Builtin(format.Limits{})
	cuts := 6
	if testing.Short() {
		cuts = 2
	}
	for i, g := range labelled(t) {
		whole, ok := documentOf(t, g.ID)
		if !ok {
			continue
		}
		words := strings.SplitAfter(whole.Text, " ")
		for cut := range cuts {
			// another place in every report, so that all together end on most kinds of words
			head := strings.Join(words[:(cut*len(words)+i%cuts*len(words)/cuts)/cuts], "")
			for _, tail := range []string{"", "\n\n15", "\n\n2.", "\n\nI", "\n-"} {
				raw, err := reader.Read(t.Context(), "cut.txt", []byte(head+tail))
				if err != nil {
					continue // nothing is left to read
				}
				doc, err := text.Normalise(t.Context(), g.ID, g.ID, raw)
				if err != nil {
					t.Fatal(err)
				}
				if _, err := set.Rows(doc); err != nil {
					t.Fatalf("%s, cut behind %q, then %q: %v", g.ID, last(head, 40), tail, err)
				}
			}
		}
	}
}

// What is left of a report may be a few words, and a rule that looks beside a word finds
// nothing there.
func TestScrapsOfReports(t *testing.T) {
	set := embedded(t)
	reader := format.Builtin(format.Limits{})
	for _, scrap := range []string{
		": ",
		"4 )đại hội 198/200",
		"04 CỦA ĐOÀN CHỦ TỊCH\nNguyễn",
		"Bộ Chính trị, Đại hội đại biểu Đảng bộ",
		"Cấp uỷ trúng quyết định",
		"cấp ủy viên vị:",
		"Kiến nghị\nKiến cấp ủy viên. Đối",
		"Yêu cầu: văn kiện; -, -(",
		"THÔNG BÁO\nvề đại hội\n\n1. Yêu cầu xã mở đại hội.\n2. .",
		"THÔNG BÁO\nvề đại hội\nĐiều 6. : ",
	} {
		raw, err := reader.Read(t.Context(), "scrap.txt", []byte(scrap))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := text.Normalise(t.Context(), "scrap", "scrap", raw)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := set.Rows(doc); err != nil {
			t.Errorf("%q: %v", scrap, err)
		}
	}
}

// last gives the end of a text.
func last(s string, letters int) string {
	r := []rune(s)
	return string(r[max(0, len(r)-letters):])
}
