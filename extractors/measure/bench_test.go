package measure_test

import (
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

func BenchmarkProse(b *testing.B) {
	r := newReading(b)
	var text strings.Builder
	for _, group := range [][]sentence{totals, composition, organisations, meetings} {
		for _, s := range group {
			text.WriteString(s.text + "\n")
		}
	}
	for _, s := range others {
		text.WriteString(s + "\n")
	}
	doc := scan.Plain(text.String())
	scanned := r.lexicon.Scan(doc)
	scanned.Identity = district
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		r.x.Facts(scanned, func(report.Fact) {})
	}
}
