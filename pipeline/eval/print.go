package eval

import (
	"fmt"
	"io"
	"strings"
)

// Print writes the scores as a table, the precision of each grade of confidence
// and, when all is set, every miss and false row beside its sentence.
func (s Scores) Print(w io.Writer, all bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d documents", s.Documents)
	if len(s.Absent) > 0 {
		fmt.Fprintf(&b, ", not in the run: %s", strings.Join(s.Absent, " "))
	}
	fmt.Fprintf(&b, "\n%-28s %6s %6s %6s %6s %6s %6s\n", "kind", "P", "R", "F1", "hit", "false", "miss")
	for _, t := range s.Tallies {
		fmt.Fprintf(&b, "%-28s %6.3f %6.3f %6.3f %6d %6d %6d\n", t.Kind, t.Precision(), t.Recall(), t.F1(), t.Hit, t.False, t.Missed)
	}
	fmt.Fprintf(&b, "%-28s %d\n", "duplicate rows", s.Duplicates)
	for _, g := range s.Grades {
		fmt.Fprintf(&b, "%-28s %6.3f %20d %6d\n", g.Kind+" "+g.Confidence, g.Precision(), g.Hit, g.False)
	}
	if all {
		for _, d := range s.Differences {
			what := "false"
			if d.Missed {
				what = "miss"
			}
			fmt.Fprintf(&b, "%s %s %s: %s\n    %s\n", d.Doc, what, d.Kind, d.Key, d.Evidence)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
