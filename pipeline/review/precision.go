package review

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/stats"
)

// Precision is how often reviewers found one kind of thing right.
type Precision struct {
	// Name is a table (all of a row is right), a table with a column, or what
	// groups rows: a rule, a confidence.
	Name         string
	Right, Wrong int
	Unclear      int
	Missed       int // the program read nothing where the reviewer wrote a value
	Share        float64
	Low, High    float64 // Wilson, 95 %
	Found        int     // rows of the run, where a sample says so; 0 else
}

// Scores are the precisions of what was reviewed.
type Scores struct {
	Rows, Fields, Rules, Confidences []Precision
	Reviewed                         int // rows with a verdict
	Outside                          int // of them not of the sample, and not counted
}

// Score counts verdicts. With a sample only its rows count: what else was
// reviewed was looked at for a reason and says nothing of the rest. A column
// that no reviewer called wrong counts as right where its row was reviewed.
func Score(all []Correction, s *Sample) Scores {
	t := tally{by: map[string]*Precision{}}
	var out Scores
	for _, row := range grouped(all) {
		out.Reviewed++
		if s != nil && !s.Has(cmp.Or(row[0].Row, row[0].Shown)) {
			out.Outside++
			continue
		}
		t.row(row)
	}
	for _, p := range t.by {
		if n := p.Right + p.Wrong; n > 0 {
			p.Share = float64(p.Right) / float64(n)
		}
		p.Low, p.High = stats.Wilson(float64(p.Right), float64(p.Right+p.Wrong))
	}
	out.Rows, out.Fields = t.group("row "), t.group("field ")
	out.Rules, out.Confidences = t.group("rule "), t.group("confidence ")
	if s != nil {
		for i := range out.Rows {
			for _, d := range s.Domains {
				if d.Name == out.Rows[i].Name {
					out.Rows[i].Found = d.Rows
				}
			}
		}
	}
	return out
}

// grouped puts together what was said of one row; identity columns are rows of
// their own.
func grouped(all []Correction) [][]Correction {
	var out [][]Correction
	at := map[string]int{}
	for _, c := range all {
		key := strings.Join([]string{c.Doc, c.Table, c.Row}, "\x00")
		if c.Table == "documents" {
			key += "\x00" + c.Field
		}
		if i, ok := at[key]; ok {
			out[i] = append(out[i], c)
			continue
		}
		at[key] = len(out)
		out = append(out, []Correction{c})
	}
	return out
}

type tally struct{ by map[string]*Precision }

func (t *tally) of(group, name string) *Precision {
	key := group + name
	if t.by[key] == nil {
		t.by[key] = &Precision{Name: name}
	}
	return t.by[key]
}

// row counts what was said of one row.
func (t *tally) row(said []Correction) {
	c := &said[0]
	domain := c.Table
	if c.Table == "documents" {
		if c.Field == "" { // the whole row: each of its columns
			for field, was := range c.Was {
				if was != "" {
					t.row([]Correction{{Table: c.Table, Field: field, Verdict: c.Verdict, Was: c.Was}})
				}
			}
			return
		}
		domain = "identity_evidence." + c.Field
	}
	if c.Verdict == Unclear {
		t.of("row ", domain).Unclear++
		return
	}
	wrong := map[string]bool{}
	for i := range said {
		if said[i].Verdict == Wrong {
			wrong[said[i].Field] = true
		}
	}
	whole := []*Precision{t.of("row ", domain)}
	if c.Rule != "" {
		whole = append(whole, t.of("rule ", c.Rule), t.of("confidence ", c.Confidence))
	}
	if c.Table == "documents" {
		count(whole, wrong[c.Field], c.Was[c.Field] == "")
		return
	}
	count(whole, len(wrong) > 0, false)
	for field, was := range c.Was {
		if was != "" {
			count([]*Precision{t.of("field ", domain+"."+field)}, wrong[field] || wrong[""], false)
		}
	}
	for field := range wrong {
		if field != "" && c.Was[field] == "" {
			t.of("field ", domain+"."+field).Missed++
		}
	}
}

func count(all []*Precision, wrong, missed bool) {
	for _, p := range all {
		switch {
		case missed:
			p.Missed++
		case wrong:
			p.Wrong++
		default:
			p.Right++
		}
	}
}

func (t *tally) group(prefix string) []Precision {
	var out []Precision
	for key, p := range t.by {
		if strings.HasPrefix(key, prefix) {
			out = append(out, *p)
		}
	}
	slices.SortFunc(out, func(a, b Precision) int { return cmp.Compare(a.Name, b.Name) })
	return out
}
