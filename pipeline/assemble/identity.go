package assemble

import "github.com/tongket/tongket/pipeline/report"

// Winners are the facts that won their identity column.
type Winners map[string]report.Fact

// Text returns the winner's text, "" when the column has none.
func (w Winners) Text(column string) string {
	f := w[column]
	return f.Get(column).Text()
}

// Int returns the winner's number, 0 when the column has none.
func (w Winners) Int(column string) int {
	f := w[column]
	n, _ := f.Get(column).Number()
	return int(n)
}

// Get returns the value of a column of one fact; see report.Fact.Get.
func (w Winners) Get(column string) report.Value {
	f := w[column]
	return f.Get(column)
}

// Identity decides each identity column: the lowest rank wins, the first in
// the text among equals; values from metadata come after those of the text.
func Identity(facts []report.Fact) Winners {
	w := Winners{}
	for _, f := range facts {
		if f.Table != "documents" || len(f.Fields) != 1 {
			continue
		}
		column := f.Fields[0].Column
		if best, ok := w[column]; !ok || better(f, best) {
			w[column] = f
		}
	}
	return w
}

func better(f, g report.Fact) bool {
	switch {
	case f.Rank != g.Rank:
		return f.Rank < g.Rank
	case (f.Meta == "") != (g.Meta == ""):
		return f.Meta == ""
	}
	return f.Span.Start < g.Span.Start
}
