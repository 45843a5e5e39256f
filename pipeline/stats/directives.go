package stats

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// citeKey is one cited document in one round. A symbol alone is no key: 35-CT/TW
// is three directives.
type citeKey struct {
	term         int
	symbol, kind string
	issued       report.Date
}

type cite struct {
	documents int
	issuers   map[string]int
}

func (s *state) addCitation(r report.Row) {
	d := s.documentOf(r)
	if d == nil {
		return
	}
	issued, _ := r.Get("issued").Date()
	if issued.Precision != report.NoDate {
		issued.Precision = report.DayOfMonth
		issued.Month, issued.Day = max(issued.Month, 1), max(issued.Day, 1)
	}
	k := citeKey{d.term, s.intern(r.Get("symbol").Text()), s.intern(r.Get("kind").Text()), issued}
	if d.cites == nil {
		d.cites = map[citeKey]bool{}
	}
	c := s.cites[k]
	if c == nil {
		c = &cite{issuers: map[string]int{}}
		s.cites[k] = c
	}
	if !d.cites[k] {
		d.cites[k] = true
		c.documents++
	}
	if issuer := r.Get("issuer").Text(); issuer != "" {
		c.issuers[issuer]++
	}
}

func directives(s *state, t *report.Table) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		documents := map[int]int{}
		for _, d := range s.order {
			documents[d.term]++
		}
		keys := slices.SortedFunc(maps.Keys(s.cites), func(a, b citeKey) int {
			return cmp.Or(cmp.Compare(a.term, b.term), cmp.Compare(s.cites[b].documents, s.cites[a].documents), cmpStrings(a.symbol, b.symbol, a.kind, b.kind), a.issued.Compare(b.issued))
		})
		for _, k := range keys {
			c := s.cites[k]
			r := report.NewRow(t)
			r.Set("term_start", positive(k.term))
			r.Set("symbol", report.Text(k.symbol))
			r.Set("kind", report.Text(k.kind))
			r.Set("issued", report.Day(k.issued))
			r.Set("issuer", report.Text(commonest(c.issuers)))
			r.Set("documents", report.Int(c.documents))
			r.Set("base", report.Int(documents[k.term]))
			r.Set("share", report.Number(float64(c.documents)/float64(documents[k.term])*100))
			if !yield(r) {
				return
			}
		}
	}
}

// commonest returns the text that was counted most often, the first in the
// alphabet among equals.
func commonest(counts map[string]int) string {
	best := ""
	for _, text := range slices.Sorted(maps.Keys(counts)) {
		if best == "" || counts[text] > counts[best] {
			best = text
		}
	}
	return best
}
