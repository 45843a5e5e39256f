package review

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/sinktest"
)

// Cochran's sizes: 139 for five points at a precision of 90 %, 385 for three
// points there and for five points at 50 %; less where there are few rows.
func TestSize(t *testing.T) {
	for _, x := range []struct {
		half, expect float64
		rows, want   int
	}{
		{0.05, 0.9, 1e9, 139}, {0.03, 0.9, 1e9, 385}, {0.05, 0.5, 1e9, 385},
		{0.05, 0.5, 1000, 278}, // 384.15 / (1 + 383.15/1000)
		{0.05, 0.9, 20, 18},    // 138.29 / (1 + 137.29/20) = 17.6
		{0.05, 0.9, 5, 5},
	} {
		if got := (Plan{Half: x.half, Expect: x.expect}).Size(x.rows); got != x.want {
			t.Errorf("±%g at %g of %d: %d, want %d", x.half, x.expect, x.rows, got, x.want)
		}
	}
}

// population makes 600 measures, a third of them of low confidence, in some
// order.
func population(t *testing.T, backwards bool) *sinktest.Dataset {
	t.Helper()
	tables := tablesOf(t)
	var rows []report.Row
	for i := range 600 {
		confidence := "high"
		if i%3 == 0 {
			confidence = "low"
		}
		rows = append(rows, row(t, tables["measures"], map[string]any{"row_id": fmt.Sprintf("%016x", i), "confidence": confidence, "evidence": "x"}))
	}
	if backwards {
		slices.Reverse(rows)
	}
	ds := &sinktest.Dataset{}
	ds.Add(tables["documents"], row(t, tables["documents"], map[string]any{"status": "ok"}))
	ds.Add(tables["measures"], rows...)
	return ds
}

// A sample is spread as the rows are, the same for a seed whatever the order of
// the rows, and another for another seed.
func TestDraw(t *testing.T) {
	p := Plan{Half: 0.05, Expect: 0.9, Seed: 1}
	s, err := Draw(population(t, false), p)
	if err != nil {
		t.Fatal(err)
	}
	want := p.Size(600)
	if len(s.Rows) != want || len(s.Domains) != 1 || s.Domains[0] != (Domain{"measures", 600, want}) {
		t.Fatalf("%d rows, %+v; want %d", len(s.Rows), s.Domains, want)
	}
	low := 0
	for r := range Only(population(t, false), s).Rows("measures") {
		if r.Get("confidence").Text() == "low" {
			low++
		}
	}
	if got := float64(low) / float64(want); math.Abs(got-1.0/3) > 0.01 {
		t.Errorf("a share of %.3f is of low confidence, of the rows a third is", got)
	}
	back, err := Draw(population(t, true), p)
	if err != nil || !slices.Equal(back.Rows, s.Rows) {
		t.Errorf("another order gives another sample (%v)", err)
	}
	p.Seed = 2
	if other, err := Draw(population(t, false), p); err != nil || slices.Equal(other.Rows, s.Rows) {
		t.Errorf("another seed gives the same sample (%v)", err)
	}
	if _, err := Draw(population(t, false), Plan{Half: 0, Expect: 0.9}); err == nil {
		t.Error("a half-width of nothing is taken")
	}
}

// Ten rows: seven right, one with a wrong value, one that should not be there,
// one unclear; and a row outside the sample.
func TestScore(t *testing.T) {
	var all []Correction
	s := &Sample{Domains: []Domain{{"measures", 200, 10}}}
	for i := range 11 {
		c := correction(measure(t, fmt.Sprintf("%02d", i), 10*i, 10*i+2, 15))
		c.Rule, c.Confidence = "measures.figure", "high"
		switch {
		case i < 7 || i == 10:
			c.Verdict, c.Field, c.Value = Right, "", ""
		case i == 8:
			c.Field, c.Value = "", ""
		case i == 9:
			c.Verdict, c.Field, c.Value = Unclear, "", ""
		}
		all = append(all, c)
		if i < 10 {
			s.Rows = append(s.Rows, c.Row)
		}
	}
	got := Score(all, s)
	if got.Reviewed != 11 || got.Outside != 1 {
		t.Errorf("%d reviewed, %d outside", got.Reviewed, got.Outside)
	}
	p := got.Rows[0]
	// Wilson for 7 of 9: 0.4526 to 0.9368
	if p.Right != 7 || p.Wrong != 2 || p.Unclear != 1 || p.Found != 200 || math.Abs(p.Low-0.4526) > 1e-4 || math.Abs(p.High-0.9368) > 1e-4 {
		t.Errorf("%+v", p)
	}
	for _, f := range got.Fields {
		want := 1 // the row that should not be there is wrong in every column
		if f.Name == "measures.value" {
			want = 2
		}
		if f.Wrong != want || f.Right+f.Wrong != 9 {
			t.Errorf("%s: %d right, %d wrong", f.Name, f.Right, f.Wrong)
		}
	}
	if r := got.Rules[0]; r.Name != "measures.figure" || r.Right != 7 || r.Wrong != 2 {
		t.Errorf("rule: %+v", r)
	}
}

// Two coders of three rows: one in another place that touches, one with another
// value, one that only the first has.
func TestAgree(t *testing.T) {
	coding := func(name string, rows ...report.Row) Coding {
		c := Coding{Name: name}
		for _, r := range rows {
			c.Rows = append(c.Rows, CodedRow{Row: r})
		}
		return c
	}
	a := coding("a", measure(t, "1", 0, 2, 15), measure(t, "2", 10, 12, 7), measure(t, "3", 20, 22, 9))
	b := coding("b", measure(t, "x", 0, 3, 15), measure(t, "y", 10, 12, 8))
	g := Agree(a, b, 1)
	if s := g.Spans[0]; s != (Spans{"measures", 3, 2, 1, 2}) || math.Abs(s.F1(s.Touch)-0.8) > 1e-9 {
		t.Errorf("spans %+v", s)
	}
	var value *Variable
	for i := range g.Variables {
		if g.Variables[i].Name == "measures.value" {
			value = &g.Variables[i]
		}
	}
	if value == nil || value.Units != 2 || value.Same != 1 || value.Metric != Ratio {
		t.Fatalf("value %+v", value)
	}
	if len(g.Disagreements) != 2 || g.Disagreements[0].Variable != "measures" || g.Disagreements[0].B != "" || g.Disagreements[1].A != "7" || g.Disagreements[1].B != "8" {
		t.Errorf("disagreements %+v", g.Disagreements)
	}
}

// One report as a Word file and as a PDF has its rows twice; only those of the
// Word file, which counts, are drawn.
func TestDrawLeavesOtherEditionsOut(t *testing.T) {
	tables := tablesOf(t)
	ds := &sinktest.Dataset{}
	word := row(t, tables["documents"], map[string]any{"status": "ok"})
	pdf := row(t, tables["documents"], map[string]any{"status": "ok", "doc_id": "00000000000000ff", "same_as": "bao-cao.docx"})
	ds.Add(tables["documents"], word, pdf)
	ds.Add(tables["measures"],
		row(t, tables["measures"], map[string]any{"row_id": "word-1", "confidence": "high", "evidence": "x"}),
		row(t, tables["measures"], map[string]any{"row_id": "pdf-1", "confidence": "high", "evidence": "x", "doc_id": "00000000000000ff"}))
	s, err := Draw(ds, Plan{Half: 0.05, Expect: 0.9, Seed: 1})
	if err != nil || !slices.Equal(s.Rows, []string{"word-1"}) || s.Domains[0] != (Domain{"measures", 1, 1}) {
		t.Errorf("%+v, %v", s, err)
	}
}
