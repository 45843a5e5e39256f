package extractors

import (
	"testing"
	"testing/fstest"

	"github.com/tongket/tongket/extractors/scan"
)

// Two sentences that praise one aspect are two assessments; two that state one
// shortcoming are one limitation.
func TestAssessmentsBySentence(t *testing.T) {
	set := load(t, fstest.MapFS{})
	rows, err := set.Rows(scan.Plain("Báo cáo tổng kết đại hội đảng bộ các cấp.\n" +
		"Văn kiện đại hội có chất lượng. Văn kiện đại hội bám sát thực tế.\n" +
		"Hạn chế\nMột số tham luận còn dàn trải. Vài tham luận tại đại hội còn dài."))
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, r := range rows {
		count[r.Table.Name+" "+r.Get("aspect").Text()+r.Get("code").Text()]++
	}
	if count["assessments documents"] != 2 || count["limitations papers_weak"] != 1 {
		t.Errorf("rows: %v, want two assessments of documents and one limitation papers_weak", count)
	}
}
