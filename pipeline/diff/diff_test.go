package diff

import (
	"fmt"
	"slices"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/sinktest"
)

// figure is one measure of a document.
type figure struct {
	id         string
	start, end int
	attribute  string
	value      int
	corrected  string
}

// doc is a document of a run: its path, its text and its figures.
type doc struct {
	id, path, text, status string
	figures                []figure
}

func run(t *testing.T, docs ...doc) Run {
	t.Helper()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	ds := &sinktest.Dataset{}
	set := func(table string, cells map[string]any) {
		x := p.Table(table)
		r := report.NewRow(x)
		for name, c := range cells {
			v, err := x.Column(name).Value(c)
			if err != nil {
				t.Fatal(err)
			}
			r.Set(name, v)
		}
		ds.Add(x, r)
	}
	ds.Add(p.Table("documents"))
	ds.Add(p.Table("measures"))
	ds.Add(p.Table("corrections"))
	texts := map[string]string{}
	for _, d := range docs {
		status := d.status
		if status == "" {
			status = "ok"
		}
		texts[d.id] = d.text
		set("documents", map[string]any{"doc_id": d.id, "source_path": d.path, "status": status})
		for _, f := range d.figures {
			if f.corrected == "withdrawn" {
				set("corrections", map[string]any{"doc_id": d.id, "row": f.id, "state": "withdrawn"})
				continue
			}
			set("measures", map[string]any{
				"doc_id": d.id, "row_id": f.id, "body": "committee", "attribute": f.attribute, "value": f.value, "evidence_start": f.start, "evidence_end": f.end,
				"evidence": "Bầu 15 đồng chí.", "rule": "measures.figure", "corrected": f.corrected,
			})
		}
	}
	return Run{Dataset: ds, Text: func(id string) (string, error) { return texts[id], nil }}
}

// shown writes a change as a reader would tell it.
func shown(x Change) string {
	return fmt.Sprintf("%s %s %s.%s %q → %q", x.Kind, x.Cause, x.Table, x.Field, x.Before, x.After)
}

// One document each: what differs, and why.
func TestCompare(t *testing.T) {
	total := figure{"1", 4, 6, "total", 15, ""}
	with := func(change func(*figure)) []figure {
		f := total
		change(&f)
		return []figure{f}
	}
	const said = `"" → "body=committee attribute=total value=15"`
	for _, x := range []struct {
		name string
		a, b []doc
		want []string
	}{
		{"nothing", []doc{{"d", "a.txt", "x", "", []figure{total}}}, []doc{{"d", "moved/b.txt", "x", "", []figure{total}}}, nil},
		{"a rule reads another value", []doc{{"d", "a.txt", "x", "", []figure{total}}}, []doc{{"d", "a.txt", "x", "", with(func(f *figure) { f.value = 16 })}},
			[]string{`changed rule measures.value "15" → "16"`}},
		{"the id follows the key: paired by place", []doc{{"d", "a.txt", "x", "", []figure{total}}}, []doc{{"d", "a.txt", "x", "", with(func(f *figure) { f.id, f.attribute = "2", "female" })}},
			[]string{`changed rule measures.attribute "total" → "female"`}},
		{"another text moves a row that says the same", []doc{{"d", "a.txt", "x", "", []figure{total}}}, []doc{{"d", "a.txt", "y", "", with(func(f *figure) { f.id, f.start, f.end = "2", 40, 42 })}}, nil},
		{"another text, and the place is longer", []doc{{"d", "a.txt", "x", "", []figure{total}}}, []doc{{"d", "a.txt", "y", "", with(func(f *figure) { f.id, f.end, f.value = "2", 7, 150 })}},
			[]string{`changed reader measures.value "15" → "150"`}},
		{"a rule finds a row", []doc{{"d", "a.txt", "x", "", nil}}, []doc{{"d", "a.txt", "x", "", []figure{total}}}, []string{"added rule measures. " + said}},
		{"a reviewer corrected", []doc{{"d", "a.txt", "x", "", []figure{total}}}, []doc{{"d", "a.txt", "x", "", with(func(f *figure) { f.value, f.corrected = 17, "value: 15" })}},
			[]string{`changed review measures.value "15" → "17"`}},
		{"a reviewer left a row out", []doc{{"d", "a.txt", "x", "", []figure{total}}}, []doc{{"d", "a.txt", "x", "", with(func(f *figure) { f.corrected = "withdrawn" })}},
			[]string{`lost review measures. "body=committee attribute=total value=15" → ""`}},
		{"a new document", nil, []doc{{"d", "a.txt", "x", "", []figure{total}}}, []string{`added input documents. "" → ""`, "added input measures. " + said}},
		{"a document that could not be read before", []doc{{"d", "a.txt", "", "failed", nil}}, []doc{{"d", "a.txt", "x", "", []figure{total}}}, []string{`added input documents. "" → ""`, "added input measures. " + said}},
	} {
		d, err := Compare(run(t, x.a...), run(t, x.b...))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range d.Changes {
			got = append(got, shown(c))
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("%s:\n%q\nwant\n%q", x.name, got, x.want)
		}
	}
}

// Values of rows that only one run has count at their columns, the rows at the
// empty one.
func TestCounts(t *testing.T) {
	d, err := Compare(run(t, doc{"d", "a.txt", "x", "", nil}), run(t, doc{"d", "a.txt", "x", "", []figure{{"1", 4, 6, "total", 15, ""}, {"2", 8, 9, "female", 7, ""}}}))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []Count{{"measures", "", Rule, 2, 0, 0}, {"measures", "value", Rule, 2, 0, 0}, {"measures", "attribute", Rule, 2, 0, 0}} {
		if !slices.Contains(d.Counts, want) {
			t.Errorf("no %+v in %+v", want, d.Counts)
		}
	}
	if d.Documents != 1 || d.Same != 1 { // the documents row
		t.Errorf("%d documents, %d rows the same", d.Documents, d.Same)
	}
}
