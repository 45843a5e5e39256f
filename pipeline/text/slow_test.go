package text

import (
	"strings"
	"testing"
	"time"

	"github.com/tongket/tongket/pipeline/report"
)

// TestNothingIsQuadratic reads a quarter of a megabyte of each text that could make a
// careless loop slow. A quadratic one would take minutes.
func TestNothingIsQuadratic(t *testing.T) {
	const size = 1 << 18
	for _, seed := range []string{"a.", "A. ", "1. ", "I. ĐÁNH GIÁ CHUNG CÁC Mặt công tác đều đạt tốt cả./.\n", "x    y\nz\nz\n", "\n", "- \n", "a\t", "_", "đ_", "§¹i ", "?", "\ufffd", "(", "A\u00b5", "e\u0301", "a^", "Ã¡", "&#7843;", "…", "B¸O ", "T-", "ð"} {
		s := strings.Repeat(seed, size/len(seed))
		for _, wrapped := range []bool{true, false} {
			raw := &report.Raw{Wrapped: wrapped}
			for line := range strings.SplitSeq(s, "\n") {
				raw.Parts = append(raw.Parts, report.Simple(report.Paragraph, line))
			}
			start := time.Now()
			doc, err := Normalise(t.Context(), "", "", raw)
			if d := time.Since(start); d > 15*time.Second {
				t.Errorf("%q: %v", seed, d)
			} else if testing.Verbose() {
				t.Logf("%q wrapped %v: %v", seed, wrapped, d)
			}
			if err == nil && Check(doc) != nil {
				t.Errorf("%q: %v", seed, Check(doc))
			}
		}
	}
}
