package extractors

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/text"
)

// documents are the labelled reports as canonical text: dense prose, at least
// one row per 300 characters.
func documents(b *testing.B) (docs []*report.Document, size int64) {
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
		doc := document(b, name, string(data))
		docs = append(docs, doc)
		size += int64(len(doc.Text))
	}
	return docs, size
}

// document is a text of one paragraph a line as canonical text.
func document(b *testing.B, name, lines string) *report.Document {
	b.Helper()
	raw := &report.Raw{Wrapped: true}
	for line := range strings.SplitSeq(lines, "\n") {
		raw.Parts = append(raw.Parts, report.Simple(report.Paragraph, line))
	}
	doc, err := text.Normalise(b.Context(), name, strings.Repeat("0", 64), raw)
	if err != nil {
		b.Fatal(err)
	}
	return doc
}

func embedded(t testing.TB) *Set {
	t.Helper()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// passes times passes over some text by their CPU time. The best of them is what
// the program costs; what is above it is the machine's: other work, its caches.
type passes struct {
	bytes       int64
	best, total time.Duration
	n           int
}

func (p *passes) time(pass func()) {
	start := cpu()
	pass()
	took := cpu() - start
	if p.n == 0 || took < p.best {
		p.best = took
	}
	p.total += took
	p.n++
}

func (p *passes) report(b *testing.B) {
	mb := float64(p.bytes) / 1e6
	b.ReportMetric(mb/max(p.best, 1).Seconds(), "best-MB/s")
	b.ReportMetric(mb*float64(p.n)/max(p.total, 1).Seconds(), "cpu-MB/s")
}

// All rules over the labelled reports, on one goroutine, up to the facts that rows
// are made of. They are used before the next document, as the program does, and not
// copied.
func BenchmarkFacts(b *testing.B) {
	s := embedded(b)
	overReports(b, s.extract)
}

// extract finds the facts of a document and keeps none.
func (s *Set) extract(d *report.Document) {
	t := s.Scan(d)
	defer t.Release()
	s.found([]*scan.Text{t}, nil, func(int, *view, int64, []report.Fact) {})
}

// overReports times what is done with each labelled report.
func overReports(b *testing.B, do func(*report.Document)) {
	b.Helper()
	docs, size := documents(b)
	b.ReportAllocs()
	p := passes{bytes: size}
	for b.Loop() {
		p.time(func() {
			for _, d := range docs {
				do(d)
			}
		})
	}
	p.report(b)
}

// The same up to the rows with their evidence and the audit.
func BenchmarkRows(b *testing.B) {
	s := embedded(b)
	overReports(b, func(d *report.Document) {
		if _, err := s.Rows(d); err != nil {
			b.Fatal(err)
		}
	})
}

// Each rule alone, over texts that are scanned already.
func BenchmarkRule(b *testing.B) {
	s := embedded(b)
	docs, size := documents(b)
	for _, r := range s.rules {
		if strings.HasPrefix(r.ID, "limitation.") && r.ID != "limitation.documents_weak" {
			continue // one of the codes stands for all
		}
		b.Run(r.ID, func(b *testing.B) {
			b.SetBytes(size)
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
	docs, size := documents(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			s.Scan(d)
		}
	}
}

// The cost of a byte is the same in a long document as in a short one: each report
// as it is, and over and over again. It stays what it is about, so that all rules have
// their work; one text of all reports is about nothing, and half of the rules pass it by.
func BenchmarkLength(b *testing.B) {
	s := embedded(b)
	docs, _ := documents(b)
	for _, n := range []int{1, 4, 16} {
		b.Run(fmt.Sprintf("%dx", n), func(b *testing.B) {
			long := make([]*report.Document, len(docs))
			p := passes{}
			for i, d := range docs {
				long[i] = document(b, d.Path, strings.Repeat(d.Text+"\n", n))
				p.bytes += int64(len(long[i].Text))
			}
			for b.Loop() {
				p.time(func() {
					for _, d := range long {
						s.extract(d)
					}
				})
			}
			p.report(b)
		})
	}
}

// Twice the words cost hardly more. The second half is invented, as words that a
// user adds are to a text that does not have them, but begins with the words that
// the profile's begin with. Passes with and without it take turns, so that both
// meet the same machine.
func BenchmarkWords(b *testing.B) {
	docs, size := documents(b)
	p, err := configs.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	once, err := New(p)
	if err != nil {
		b.Fatal(err)
	}
	if p, err = configs.Load(fstest.MapFS{"lexicons/ratings.tsv": {Data: invented(p)}}); err != nil {
		b.Fatal(err)
	}
	twice, err := New(p)
	if err != nil {
		b.Fatal(err)
	}
	pass := func(s *Set) func() {
		return func() {
			for _, d := range docs {
				s.extract(d)
			}
		}
	}
	x, y := passes{bytes: size}, passes{bytes: size}
	for b.Loop() {
		x.time(pass(once))
		y.time(pass(twice))
	}
	x.report(b)
	b.ReportMetric(100*(float64(y.best)/float64(max(x.best, 1))-1), "%-slower-best")
	b.ReportMetric(100*(float64(y.total)/float64(max(x.total, 1))-1), "%-slower-mean")
}

// invented is a list of as many phrases as all lists of a profile have: the first
// syllable of one of theirs and two that no language has.
func invented(p *configs.Profile) []byte {
	var list bytes.Buffer
	list.WriteString("phrase\tsays\tweak\taspect\n")
	syllable := func(n int) string {
		return string([]byte{'w', 'a' + byte(n%26), 'a' + byte(n/26%26), 'a' + byte(n/676%26), 'w'})
	}
	n := 0
	for _, name := range slices.Sorted(maps.Keys(p.Wordlists)) {
		for _, r := range p.Wordlists[name].Rows {
			for phrase := range strings.SplitSeq(r.Get(p.Wordlists[name].Columns[0]), "|") {
				first, _, _ := strings.Cut(strings.TrimSpace(phrase), " ")
				if strings.HasPrefix(first, "-") {
					continue // a list takes a word out by it
				}
				fmt.Fprintf(&list, "%s %s %s\tlimitation\tno\t\n", first, syllable(n), syllable(n*7+3))
				n++
			}
		}
	}
	return list.Bytes()
}
