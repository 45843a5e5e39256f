package extractors

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// example runs one example through the whole set and compares what its rule
// found with what is wanted: every wanted row once, and no other.
func (s *Set) example(r rule, e configs.Example, read func(string) (*report.Document, error)) error {
	doc, err := read(e.Text)
	if err != nil {
		return err
	}
	t := s.Scan(doc)
	if err := given(&t.Identity, e.Given); err != nil {
		return err
	}
	var got []report.Fact
	for _, f := range s.FactsOf(t) {
		if f.Rule == r.ID || strings.HasPrefix(f.Rule, r.ID+"/") {
			got = append(got, f)
		}
	}
	got = unique(got)
	for _, want := range e.Rows {
		cells, err := s.wanted(r.Table, want)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(got, func(f report.Fact) bool { return fits(f, cells) })
		if i < 0 {
			return fmt.Errorf("%q: no row %v; found %s", e.Text, want, show(got))
		}
		got = slices.Delete(got, i, i+1)
	}
	if len(got) > 0 {
		return fmt.Errorf("%q: unwanted %s", e.Text, show(got))
	}
	return nil
}

// wanted converts the cells of an example by the types of their columns; a
// column that is wanted null has a null cell.
func (s *Set) wanted(table string, want map[string]any) ([]report.Field, error) {
	i := slices.IndexFunc(s.tables, func(t *report.Table) bool { return t.Name == table })
	var cells []report.Field
	for name, x := range want {
		c := s.tables[i].Column(name)
		if c == nil {
			return nil, fmt.Errorf("table %s has no column %q", table, name)
		}
		v, err := c.Value(x)
		if err != nil {
			return nil, err
		}
		cells = append(cells, report.Field{Column: name, Value: v})
	}
	return cells, nil
}

func fits(f report.Fact, cells []report.Field) bool {
	for _, c := range cells {
		if !f.Get(c.Column).Equal(c.Value) {
			return false
		}
	}
	return true
}

// unique drops facts that state again what an earlier one states.
func unique(facts []report.Fact) []report.Fact {
	var out []report.Fact
	seen := map[string]bool{}
	for _, f := range facts {
		key := f.Rule + fmt.Sprint(f.Fields)
		if !seen[key] {
			seen[key] = true
			out = append(out, f)
		}
	}
	return out
}

func show(facts []report.Fact) string {
	if len(facts) == 0 {
		return "nothing"
	}
	var b strings.Builder
	for i, f := range facts {
		if i > 0 {
			b.WriteString("; ")
		}
		for j, x := range f.Fields {
			if j > 0 {
				b.WriteString(" ")
			}
			fmt.Fprintf(&b, "%s=%s", x.Column, x.Value)
		}
	}
	return b.String()
}

func given(id *scan.Identity, cells map[string]any) error {
	for name, x := range cells {
		text := fmt.Sprint(x)
		switch name {
		case "doc_type":
			id.Type = text
		case "province":
			id.Province = text
		case "org_unit":
			id.Unit = text
		case "org_level":
			id.Level = text
		case "doc_date":
			d, err := report.ParseDate(text)
			if err != nil {
				return err
			}
			id.Date = d
		case "congress_ordinal", "term_start", "term_end":
			var n int
			if _, err := fmt.Sscan(text, &n); err != nil {
				return fmt.Errorf("given: %s: %q is no number", name, text)
			}
			switch name {
			case "congress_ordinal":
				id.Ordinal = n
			case "term_start":
				id.Start = n
			default:
				id.End = n
			}
		default:
			return fmt.Errorf("given: no identity column %q", name)
		}
	}
	return nil
}
