package assemble

import (
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// Winners are the facts that won their identity column, some ten of them.
type Winners []*report.Fact

// Text returns the winner's text, "" when the column has none.
func (w Winners) Text(column string) string { return w.Get(column).Text() }

// Int returns the winner's number, 0 when the column has none.
func (w Winners) Int(column string) int {
	n, _ := w.Get(column).Number()
	return int(n)
}

// Get returns the value that won a column, null when the column has none.
func (w Winners) Get(column string) report.Value {
	if f := w.of(column); f != nil {
		return f.Fields[0].Value
	}
	return report.Value{}
}

// of returns the fact that won a column, nil when the column has none.
func (w Winners) of(column string) *report.Fact {
	for _, f := range w {
		if f.Fields[0].Column == column {
			return f
		}
	}
	return nil
}

// Identity decides each identity column: the lowest rank wins, the first in
// the text among equals; values from metadata come after those of the text.
func Identity(facts []report.Fact) Winners {
	w := make(Winners, 0, 12)
	for i := range facts {
		f := &facts[i]
		if f.Table != "documents" || len(f.Fields) != 1 {
			continue
		}
		n := slices.IndexFunc(w, func(g *report.Fact) bool { return g.Fields[0].Column == f.Fields[0].Column })
		switch {
		case n < 0:
			w = append(w, f)
		case better(f, w[n]):
			w[n] = f
		}
	}
	return w
}

func better(f, g *report.Fact) bool {
	switch {
	case f.Rank != g.Rank:
		return f.Rank < g.Rank
	case (f.Meta == "") != (g.Meta == ""):
		return f.Meta == ""
	}
	return f.Span.Start < g.Span.Start
}
