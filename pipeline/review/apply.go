package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// State is what became of a correction in a run.
type State string

// The states.
const (
	Applied   State = "applied"   // the program reads something else, the reviewer's value stands
	Withdrawn State = "withdrawn" // the row is left out
	Agrees    State = "agrees"    // the program reads what the reviewer says
	Noted     State = "noted"     // unclear: nothing changes
	Differs   State = "differs"   // confirmed once, and now read otherwise
	Lost      State = "lost"      // no row stands at its place any more
	Absent    State = "absent"    // the document is not in this run
)

// Result is a correction with what became of it.
type Result struct {
	Correction
	State State
	// Row is the id of the row as it stands now.
	Row string
	// Read is what the program reads in the column.
	Read string
}

// Rows applies corrections to the rows of one document, which are changed in
// place. again makes anew what follows from them (derived columns, findings);
// nil leaves that. Rows that a reviewer withdrew are not among the result.
func Rows(rows []report.Row, corrections []Correction, again func([]report.Row) []report.Row) ([]report.Row, []Result) {
	a := applier{rows: rows}
	a.all(corrections, false)
	if again != nil && a.changed {
		a.rows = again(a.rows)
	}
	a.all(corrections, true) // on the findings as they are now
	return a.rows, a.results
}

type applier struct {
	rows    []report.Row
	gone    []int
	changed bool
	results []Result
}

// all applies the corrections of findings, or all others. Each finds its row
// before any is changed. Two that were made under different ids may mean one
// row by now: then the later stands.
func (a *applier) all(corrections []Correction, findings bool) {
	var of []*Correction
	var at []int
	for i := range corrections {
		if c := &corrections[i]; (c.Table == "findings") == findings {
			of, at = append(of, c), append(at, find(a.rows, c))
		}
	}
	for i, c := range of {
		if !superseded(of, at, i) {
			a.results = append(a.results, a.apply(c, at[i]))
		}
	}
	a.drop()
}

// superseded reports whether a later correction of the same row says something
// about what correction i does.
func superseded(of []*Correction, at []int, i int) bool {
	for j := i + 1; j < len(of) && at[i] >= 0; j++ {
		if at[j] == at[i] && (of[i].Field == "" || of[j].Field == "" || of[i].Field == of[j].Field) {
			return true
		}
	}
	return false
}

func (a *applier) apply(c *Correction, i int) Result {
	out := Result{Correction: *c, State: Lost, Row: c.Row}
	if i < 0 {
		return out
	}
	r := a.rows[i]
	out.Row = r.Get("row_id").Text()
	switch {
	case c.Verdict == Unclear:
		out.State = Noted
		a.mark(r, c, "unclear")
	case c.Verdict == Right:
		if out.State = Agrees; !confirmed(r, c) {
			out.State = Differs
			return out
		}
		a.mark(r, c, "right")
	case c.Field == "":
		out.State, a.changed = Withdrawn, true
		a.gone = append(a.gone, i)
	default:
		a.correct(r, c, &out)
	}
	return out
}

// confirmed reports whether a row says what it said when a reviewer found it
// right. A column that a profile added since says nothing of that.
func confirmed(r report.Row, c *Correction) bool {
	if c.Field != "" {
		return r.Get(c.Field).String() == c.Was[c.Field]
	}
	return likeness(r, c) == len(c.Was)
}

// correct sets one column.
func (a *applier) correct(r report.Row, c *Correction, out *Result) {
	column := r.Table.Column(c.Field)
	if column == nil {
		return // a column of another profile
	}
	v, err := value(column, c.Value)
	if err != nil {
		return
	}
	read := r.Get(c.Field)
	out.Read = read.String()
	if read.String() == v.String() {
		out.State = Agrees
		a.mark(r, c, "right")
		return
	}
	out.State, a.changed = Applied, true
	set(r, c.Field, v)
	a.mark(r, c, "corrected")
	note(r, c.Field, read)
	if r.Table.Name == "documents" {
		a.evidence(c, v, read)
	}
}

func set(r report.Row, column string, v report.Value) {
	r.Set(column, v)
	if r.Table.Index(column+"_precision") >= 0 {
		d, _ := v.Date()
		r.Set(column+"_precision", report.Text(d.Precision.String()))
	}
}

// note adds to the column corrected what the program read.
func note(r report.Row, column string, read report.Value) {
	if _, noted := Corrected(r)[column]; noted || r.Table.Index("corrected") < 0 {
		return
	}
	was := r.Get("corrected").Text()
	if was != "" {
		was += "; "
	}
	r.Set("corrected", report.Text(fmt.Sprintf("%s%s: %s", was, column, read)))
}

// mark says on the row what a reviewer said of it. Corrected outweighs what is
// said of other columns.
func (a *applier) mark(r report.Row, c *Correction, word string) {
	put(r, word)
	if r.Table.Name != "documents" || c.Field == "" {
		return
	}
	if i := a.identity(c.Field); i >= 0 {
		put(a.rows[i], word)
	}
}

func put(r report.Row, word string) {
	if r.Table.Index("review") >= 0 && r.Get("review").Text() != "corrected" {
		r.Set("review", report.Text(word))
	}
}

// identity returns the index of the row of identity_evidence for a column.
func (a *applier) identity(field string) int {
	return slices.IndexFunc(a.rows, func(r report.Row) bool {
		return r.Table.Name == "identity_evidence" && r.Get("field").Text() == field
	})
}

// evidence keeps the row of identity_evidence in step with the documents row.
func (a *applier) evidence(c *Correction, v, read report.Value) {
	i := a.identity(c.Field)
	if i < 0 {
		return
	}
	if v.IsNull() {
		a.gone = append(a.gone, i)
		return
	}
	a.rows[i].Set("value", report.Text(v.String()))
	note(a.rows[i], "value", read)
}

// drop takes the withdrawn rows out.
func (a *applier) drop() {
	slices.Sort(a.gone)
	for _, i := range slices.Backward(slices.Compact(a.gone)) {
		a.rows = slices.Delete(a.rows, i, i+1)
	}
	a.gone = nil
}

// Corrected returns the columns of a row that a reviewer corrected, as the
// column corrected names them.
func Corrected(r report.Row) map[string]string {
	out := map[string]string{}
	for part := range strings.SplitSeq(r.Get("corrected").Text(), "; ") {
		if column, read, ok := strings.Cut(part, ": "); ok && r.Table.Index(column) >= 0 {
			out[column] = read
		}
	}
	return out
}
