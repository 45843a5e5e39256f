package extractors

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
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
	if err := errors.Join(given(&t.Identity, e.Given), s.givenCodes(e.Given)); err != nil {
		return err
	}
	var got []report.Fact
	for _, f := range s.FactsOf(t) {
		if f.Rule == r.ID || strings.HasPrefix(f.Rule, r.ID+"/") {
			got = append(got, f)
		}
	}
	got = unique(got)
	var faults []error
	for _, want := range e.Rows {
		cells, err := s.wanted(r.Table, want)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		i := slices.IndexFunc(got, func(f report.Fact) bool { return fits(f, cells) })
		if i < 0 {
			faults = append(faults, fmt.Errorf("no row %s in %q; found %s%s", showFields(cells), e.Text, show(got), s.reasons(r, t, got)))
			continue
		}
		got = slices.Delete(got, i, i+1)
	}
	if len(got) > 0 && len(faults) == 0 {
		return fmt.Errorf("unwanted %s in %q", show(got), e.Text)
	}
	return errors.Join(faults...)
}

// shownReasons is how many reasons a failing example names.
const shownReasons = 3

// reasons says why a rule found nothing in an example, as --why-not does; nothing where
// it found something.
func (s *Set) reasons(r rule, t *scan.Text, got []report.Fact) string {
	if len(got) > 0 {
		return ""
	}
	var why []string
	some := false
	for _, sen := range t.Sentences {
		silent := r.silence(t, sen)
		some = some || len(silent.Anchors) > 0
		for _, l := range silent.Why {
			if said := l.Told(); !slices.Contains(why, said) && len(why) < shownReasons {
				why = append(why, said)
			}
		}
	}
	if !some {
		why = []string{report.Label{VI: "không có từ nào của quy tắc", EN: "none of the rule's words stands there"}.Told()}
	}
	if len(why) == 0 {
		return ""
	}
	return ": " + strings.Join(why, report.Label{VI: "; ", EN: "; "}.Told())
}

// givenCodes checks the codes that an example states of its document.
func (s *Set) givenCodes(cells map[string]any) error {
	var faults []error
	i := slices.IndexFunc(s.tables, func(t *report.Table) bool { return t.Name == "documents" })
	for _, name := range slices.Sorted(maps.Keys(cells)) {
		if i < 0 || s.tables[i].Column(name) == nil || s.tables[i].Column(name).Type != report.TypeCode {
			continue
		}
		if err := s.tables[i].HasCode(name, fmt.Sprint(cells[name])); err != nil {
			faults = append(faults, fmt.Errorf("given: %w", err))
		}
	}
	return errors.Join(faults...)
}

// wanted converts the cells of an example by the types of their columns; a
// column that is wanted null has a null cell.
func (s *Set) wanted(table string, want map[string]any) ([]report.Field, error) {
	i := slices.IndexFunc(s.tables, func(t *report.Table) bool { return t.Name == table })
	var cells []report.Field
	var faults []error
	for _, name := range slices.Sorted(maps.Keys(want)) {
		c := s.tables[i].Column(name)
		if c == nil {
			faults = append(faults, s.tables[i].NoColumn(name))
			continue
		}
		v, err := c.Value(want[name])
		if err == nil && c.Type == report.TypeCode && !v.IsNull() {
			err = s.tables[i].HasCode(name, v.Text())
		}
		if err != nil {
			faults = append(faults, err)
			continue
		}
		cells = append(cells, report.Field{Column: name, Value: v})
	}
	return cells, errors.Join(faults...)
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
		b.WriteString(showFields(f.Fields))
	}
	return b.String()
}

func showFields(fields []report.Field) string {
	var out []string
	for _, x := range fields {
		s := x.Value.String()
		if x.Value.Text() != "" { // where a text begins and ends is what may be wrong
			s = strconv.Quote(s)
		}
		out = append(out, x.Column+"="+s)
	}
	return strings.Join(out, " ")
}

// identityColumns are the columns that an example may state of its document.
var identityColumns = []string{"doc_type", "province", "org_unit", "org_level", "doc_date", "congress_ordinal", "term_start", "term_end"}

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
			return fmt.Errorf("given: no identity column %q%s", name, report.DidYouMean(name, identityColumns))
		}
	}
	return nil
}
