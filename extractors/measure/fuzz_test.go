package measure_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// within checks what holds for any document: every fact has its place in the
// text, and a place at which something is written.
func within(t *testing.T, r reading, doc *report.Document) {
	t.Helper()
	scanned := r.lexicon.Scan(doc)
	scanned.Identity = district
	r.x.Facts(scanned, func(f report.Fact) {
		if f.Span.Start < 0 || f.Span.End > len(doc.Text) || f.Span.Start >= f.Span.End {
			t.Fatalf("%s at %d-%d of %d bytes", f.Rule, f.Span.Start, f.Span.End, len(doc.Text))
		}
		if strings.TrimSpace(doc.At(f.Span)) == "" {
			t.Fatalf("%s at blanks", f.Rule)
		}
	})
}

func FuzzProse(f *testing.F) {
	for _, c := range frames(f, "testdata/frames.txt") {
		f.Add(c.text)
	}
	r := newReading(f)
	f.Fuzz(func(t *testing.T, text string) {
		within(t, r, scan.Plain(strings.ToValidUTF8(text, "")))
	})
}

func FuzzTable(f *testing.F) {
	for _, c := range layouts(f) {
		f.Add(c.text)
	}
	r := newReading(f)
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Count(text, "|") > 2000 {
			t.Skip("more cells than a form has")
		}
		within(t, r, sheet(strings.ToValidUTF8(text, "")))
	})
}

// What is far longer than a sentence is read in lengths, and nothing of it is lost.
func TestLongSentence(t *testing.T) {
	const communes = 600
	var b strings.Builder
	b.WriteString("Đại biểu dự đại hội gồm ")
	for i := range communes {
		fmt.Fprintf(&b, "%d đại biểu là nữ; ", i+2)
	}
	r := newReading(t)
	scanned := r.lexicon.Scan(scan.Plain(b.String()))
	scanned.Identity = district
	rows := 0
	r.x.Facts(scanned, func(report.Fact) { rows++ })
	if rows != communes {
		t.Errorf("%d rows of %d figures", rows, communes)
	}
}
