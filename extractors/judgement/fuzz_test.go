package judgement_test

import (
	"fmt"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
)

// Whatever a text says, a row stands where it says it does, and a sentence
// gives each aspect and polarity once.
func FuzzFacts(f *testing.F) {
	r := newReading(f)
	for _, list := range [][]sentence{praised, blamed, joined, styles} {
		for _, c := range list {
			f.Add(c.text)
		}
	}
	for _, c := range demands {
		f.Add(c.text)
	}
	f.Add("Hạn chế:\n- ; , : (\nKIẾN NGHỊ\nNơi nhận: chưa")
	f.Fuzz(func(t *testing.T, text string) {
		doc := scan.Plain(text)
		seen := map[string]bool{}
		for _, x := range r.facts(text, district) {
			if x.Span.Start < 0 || x.Span.End > len(text) || x.Span.Len() <= 0 {
				t.Fatalf("%q: a row of %s stands at %v of %d bytes", text, x.Table, x.Span, len(text))
			}
			if x.Table != "assessments" {
				continue
			}
			if rating := x.Get("rating").Text(); rating != doc.At(x.Span) {
				t.Fatalf("%q: the rating is %q, its place says %q", text, rating, doc.At(x.Span))
			}
			key := fmt.Sprint(doc.SentenceAt(x.Span.Start), show(x))
			if seen[key] {
				t.Fatalf("%q: %s twice in one sentence", text, show(x))
			}
			seen[key] = true
		}
	})
}
