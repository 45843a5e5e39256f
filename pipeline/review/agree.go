package review

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Coding is what one coder says of documents: a reviewer by a workbook, a
// program by its outputs.
type Coding struct {
	Name string
	Rows []CodedRow
	// Marked says that only rows with a verdict are there: rows that one of two
	// such codings lacks were not looked at, rather than not found.
	Marked bool
}

// CodedRow is a row as a coder leaves it.
type CodedRow struct {
	report.Row
	Verdict Verdict // of a reviewer; "" for a program
	Dropped bool    // the reviewer says that it should not be there
}

// Coding returns what the reviewer of the book says: each row that bears a
// verdict, as corrected.
func (b *Book) Coding(name string) Coding {
	c := Coding{Name: name, Marked: true}
	for i, r := range b.Rows {
		said := &b.Corrections[i]
		x := CodedRow{Row: r, Verdict: said.Verdict, Dropped: said.Verdict == Wrong && said.Field == ""}
		field := said.Field
		if r.Table.Name == "identity_evidence" {
			field = "value"
		}
		if column := r.Table.Column(field); said.Verdict == Wrong && column != nil {
			if v, err := value(column, said.Value); err == nil {
				set(r, field, v)
			}
		}
		c.Rows = append(c.Rows, x)
	}
	return c
}

// Read returns what a run says.
func Read(name string, ds report.Dataset) (Coding, error) {
	c := Coding{Name: name}
	for _, t := range ds.Tables() {
		if t.Name != "documents" && t.Index("evidence") < 0 || t.Name == "findings" || t.Name == "identity_evidence" {
			continue // the documents say what identity_evidence does
		}
		for r, err := range ds.Rows(t.Name) {
			if err != nil {
				return c, err
			}
			if t.Name != "documents" || original(r) {
				c.Rows = append(c.Rows, CodedRow{Row: r.Clone()})
			}
		}
	}
	return c, nil
}

// Variable is the agreement on one column, or on the verdicts of a table.
type Variable struct {
	Name      string
	Metric    Metric
	Units     int // rows that both coded
	Same      int
	Alpha     float64 // NaN without variation
	Low, High float64
}

// Spans is the agreement on where rows of a table stand.
type Spans struct {
	Table string
	A, B  int // rows
	Exact int // in the same place
	Touch int // in the same place or in one that touches it
}

// F1 is the share of agreement on places, 1 when neither has any.
func (s Spans) F1(n int) float64 {
	if s.A+s.B == 0 {
		return 1
	}
	return 2 * float64(n) / float64(s.A+s.B)
}

// Disagreement is one value on which two coders differ.
type Disagreement struct {
	Doc, Variable, Evidence string
	A, B                    string // "" for nothing; a row that one lacks has its values in the other
}

// Agreement is what two codings share.
type Agreement struct {
	Variables     []Variable
	Spans         []Spans
	Disagreements []Disagreement
}

// Agree compares two codings over the documents that both hold. Texts are
// compared folded; a column that both leave blank is agreement on a name, and
// says nothing of a number or date.
func Agree(a, b Coding, seed uint64) Agreement {
	x := agreer{a: a, b: b, paired: make([]bool, len(a.Rows)), units: map[string][][]float64{}, same: map[string]int{}, metric: map[string]Metric{}, codes: map[string]float64{}, spans: map[string]*Spans{}}
	inB := map[string]map[string][]int{} // document → table → rows
	for i, r := range b.Rows {
		doc := r.Get("doc_id").Text()
		if inB[doc] == nil {
			inB[doc] = map[string][]int{}
		}
		inB[doc][r.Table.Name] = append(inB[doc][r.Table.Name], i)
	}
	used := make([]bool, len(b.Rows))
	shared := map[string]bool{}
	for _, exact := range []bool{true, false} { // rows in the same place first
		for i := range a.Rows {
			r := &a.Rows[i]
			doc := r.Get("doc_id").Text()
			if inB[doc] == nil || x.paired[i] {
				continue
			}
			shared[doc] = true
			if j := x.partner(r, inB[doc][r.Table.Name], used, exact); j >= 0 {
				used[j] = true
				x.paired[i] = true
				x.pair(r, &b.Rows[j], exact)
			}
		}
	}
	for i := range a.Rows {
		if r := &a.Rows[i]; shared[r.Get("doc_id").Text()] {
			x.count(r, true, !x.paired[i])
		}
	}
	for j := range b.Rows {
		if r := &b.Rows[j]; shared[r.Get("doc_id").Text()] {
			x.count(r, false, !used[j])
		}
	}
	return x.agreement(seed)
}

type agreer struct {
	a, b          Coding
	paired        []bool // rows of a
	units         map[string][][]float64
	same          map[string]int
	metric        map[string]Metric
	codes         map[string]float64 // numbers for names
	spans         map[string]*Spans
	disagreements []Disagreement
}

// partner finds the row of b that stands where r does.
func (x *agreer) partner(r *CodedRow, of []int, used []bool, exact bool) int {
	start, end := spanOf(r.Row)
	want := owns(r.Row)
	best, most := -1, -1
	for _, j := range of {
		o := x.b.Rows[j].Row
		s, e := spanOf(o)
		there := s == start && e == end
		if end == 0 {
			there = there && (r.Table.Name == "documents" || o.Get("evidence").Equal(r.Get("evidence")))
		}
		if used[j] || !there && (exact || s >= end || start >= e) {
			continue
		}
		n := likeness(o, &Correction{Was: want})
		if o.Get("row_id").Equal(r.Get("row_id")) {
			n += len(want) + 1
		}
		if n > most {
			best, most = j, n
		}
	}
	return best
}

// pair compares two rows column by column.
func (x *agreer) pair(r, o *CodedRow, exact bool) {
	if !r.Dropped && !o.Dropped && r.Table.Name != "documents" {
		if s := x.span(r.Table.Name); exact {
			s.Exact++
			s.Touch++
		} else {
			s.Touch++
		}
	}
	if r.Verdict != "" && o.Verdict != "" {
		x.compare(r, r.Table.Name+" (verdict)", report.TypeCode, report.Text(string(r.Verdict)), report.Text(string(o.Verdict)))
	}
	if r.Dropped || o.Dropped || r.Verdict == Unclear || o.Verdict == Unclear {
		return
	}
	for _, c := range r.Table.Columns {
		if Own(r.Table, c.Name) && o.Table.Index(c.Name) >= 0 && !strings.HasPrefix(c.Name, "evidence") {
			x.compare(r, r.Table.Name+"."+c.Name, c.Type, r.Get(c.Name), o.Get(c.Name))
		}
	}
}

func (x *agreer) compare(r *CodedRow, name string, t report.Type, v, w report.Value) {
	a, b, m := 0.0, 0.0, Nominal
	switch t {
	case report.TypeInteger, report.TypeNumber, report.TypeDate:
		if m = Ratio; t == report.TypeDate {
			m = Interval
		}
		a, b = quantity(v), quantity(w)
	case report.TypeString, report.TypeCode, report.TypeBoolean:
		a, b = x.number(v), x.number(w)
	}
	x.metric[name] = m
	if a == b {
		x.same[name]++
	} else if v != w {
		x.disagreements = append(x.disagreements, Disagreement{r.Get("doc_id").Text(), name, r.Get("evidence").Text(), v.String(), w.String()})
	}
	if m == Nominal || !v.IsNull() && !w.IsNull() {
		x.units[name] = append(x.units[name], []float64{a, b})
	}
}

// quantity is a number, or a date in days.
func quantity(v report.Value) float64 {
	if d, ok := v.Date(); ok {
		return float64(d.First().Unix() / 86400)
	}
	if n, ok := v.Number(); ok {
		return n
	}
	return math.NaN()
}

// number gives every name a number of its own.
func (x *agreer) number(v report.Value) float64 {
	key := vn.Fold(v.String())
	if _, ok := x.codes[key]; !ok {
		x.codes[key] = float64(len(x.codes))
	}
	return x.codes[key]
}

func (x *agreer) span(table string) *Spans {
	if x.spans[table] == nil {
		x.spans[table] = &Spans{Table: table}
	}
	return x.spans[table]
}

// count counts a row for its table, and lists it when the other coder lacks it.
func (x *agreer) count(r *CodedRow, ofA, alone bool) {
	if r.Table.Name == "documents" || alone && x.a.Marked && x.b.Marked {
		return
	}
	if !r.Dropped {
		if s := x.span(r.Table.Name); ofA {
			s.A++
		} else {
			s.B++
		}
	}
	if !alone || r.Dropped {
		return
	}
	d := Disagreement{Doc: r.Get("doc_id").Text(), Variable: r.Table.Name, Evidence: r.Get("evidence").Text()}
	said := Said(r.Row)
	if ofA {
		d.A = said
	} else {
		d.B = said
	}
	x.disagreements = append(x.disagreements, d)
}

func (x *agreer) agreement(seed uint64) Agreement {
	out := Agreement{Disagreements: x.disagreements}
	for _, name := range slices.Sorted(maps.Keys(x.units)) {
		units := x.units[name]
		v := Variable{Name: name, Metric: x.metric[name], Units: len(units), Same: x.same[name], Alpha: Alpha(units, x.metric[name])}
		v.Low, v.High = AlphaInterval(units, v.Metric, seed)
		out.Variables = append(out.Variables, v)
	}
	for _, name := range slices.Sorted(maps.Keys(x.spans)) {
		out.Spans = append(out.Spans, *x.spans[name])
	}
	slices.SortStableFunc(out.Disagreements, func(a, b Disagreement) int {
		return cmp.Or(cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.Variable, b.Variable))
	})
	return out
}
