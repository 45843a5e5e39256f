package extractors

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

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
