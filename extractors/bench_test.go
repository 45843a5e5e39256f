package extractors

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/text"
)

// documents are the labelled reports as canonical text: dense prose, at least
// one row per 300 characters.
func documents(b *testing.B) (docs []*report.Document, bytes int64) {
	b.Helper()
	names, err := filepath.Glob(filepath.Join(goldDir, "texts", "*.txt"))
	if err != nil || len(names) == 0 {
		b.Fatal("no labelled reports")
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		raw := &report.Raw{Wrapped: true}
		for line := range strings.SplitSeq(string(data), "\n") {
			raw.Parts = append(raw.Parts, report.Simple(report.Paragraph, line))
		}
		doc, err := text.Normalise(b.Context(), name, strings.Repeat("0", 64), raw)
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, doc)
		bytes += int64(len(doc.Text))
	}
	return docs, bytes
}

func embedded(b *testing.B) *Set {
	b.Helper()
	p, err := configs.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	s, err := New(p)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// All rules over the labelled reports, on one goroutine.
func BenchmarkFacts(b *testing.B) {
	s := embedded(b)
	docs, bytes := documents(b)
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			s.Facts(d)
		}
	}
}

// Each rule alone, over texts that are scanned already.
func BenchmarkRule(b *testing.B) {
	s := embedded(b)
	docs, bytes := documents(b)
	for _, r := range s.rules {
		if strings.HasPrefix(r.ID, "limitation.") && r.ID != "limitation.documents_weak" {
			continue // one of the codes stands for all
		}
		b.Run(r.ID, func(b *testing.B) {
			b.SetBytes(bytes)
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range docs {
					r.extractor.Facts(s.Scan(d), func(report.Fact) {})
				}
			}
		})
	}
}

func BenchmarkScan(b *testing.B) {
	s := embedded(b)
	docs, bytes := documents(b)
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			s.Scan(d)
		}
	}
}

// The cost of a byte is the same in a long document as in a short one.
func BenchmarkLength(b *testing.B) {
	s := embedded(b)
	docs, _ := documents(b)
	for _, n := range []int{1, 4, 16} {
		b.Run(fmt.Sprintf("%d", n*len(docs)), func(b *testing.B) {
			raw := &report.Raw{Wrapped: true}
			for range n {
				for _, d := range docs {
					for line := range strings.SplitSeq(d.Text, "\n") {
						raw.Parts = append(raw.Parts, report.Simple(report.Paragraph, line))
					}
				}
			}
			doc, err := text.Normalise(b.Context(), "long", strings.Repeat("0", 64), raw)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(doc.Text)))
			for b.Loop() {
				s.Facts(doc)
			}
		})
	}
}

// Twice the words cost hardly more: the second half of them is invented, as
// words that a user adds are to a text that does not have them.
func BenchmarkWords(b *testing.B) {
	docs, bytes := documents(b)
	for _, more := range []int{0, 5000} {
		b.Run(fmt.Sprintf("%d more", more), func(b *testing.B) {
			var list strings.Builder
			list.WriteString("phrase\tsays\tweak\taspect\n")
			for i := range more {
				fmt.Fprintf(&list, "chưa k%d q%d\tlimitation\tno\t\n", i, i%71)
			}
			p, err := configs.Load(fstest.MapFS{"lexicons/ratings.tsv": {Data: []byte(list.String())}})
			if err != nil {
				b.Fatal(err)
			}
			s, err := New(p)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(bytes)
			for b.Loop() {
				for _, d := range docs {
					s.Facts(d)
				}
			}
		})
	}
}
