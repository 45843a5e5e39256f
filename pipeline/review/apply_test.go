package review

import (
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/sinktest"
)

var sum = strings.Repeat("ab", 32)

func tablesOf(t *testing.T) map[string]*report.Table {
	t.Helper()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*report.Table{}
	for _, x := range p.Tables {
		out[x.Name] = x
	}
	return out
}

// row makes a row of the document; text cells, numbers and dates as they come.
func row(t *testing.T, table *report.Table, cells map[string]any) report.Row {
	t.Helper()
	r := report.NewRow(table)
	r.Set("doc_id", report.Text(sum[:16]))
	for name, x := range cells {
		v, err := table.Column(name).Value(x)
		if err != nil {
			t.Fatal(err)
		}
		r.Set(name, v)
	}
	return r
}

const sentence = "Đại hội bầu 15 đồng chí, trong đó có 7 nữ."

func measure(t *testing.T, id string, start, end, n int) report.Row {
	return row(t, tablesOf(t)["measures"], map[string]any{
		"row_id": id, "body": "committee", "attribute": "total", "phase": "actual", "stat": "count", "value": n, "bound": "eq",
		"evidence_start": start, "evidence_end": end, "evidence": sentence,
	})
}

func correction(r report.Row) Correction {
	start, end := spanOf(r)
	return Correction{
		Doc: sum, Table: r.Table.Name, Field: "value", Verdict: Wrong, Value: "16", Place: "book.xlsx Số liệu!AC4",
		Row: r.Get("row_id").Text(), Start: start, End: end, Evidence: sentence, Was: owns(r),
	}
}

// A row is found again by its id, by its place, by its sentence with the same
// values, by its sentence and a place that it touches; else it is lost.
func TestFind(t *testing.T) {
	c := correction(measure(t, "a", 12, 14, 15))
	female := measure(t, "f", 12, 14, 15)
	female.Set("attribute", report.Text("female"))
	other := measure(t, "x", 12, 14, 15)
	other.Set("evidence", report.Text("Một câu khác."))
	for _, x := range []struct {
		name string
		rows []report.Row
		want int
	}{
		{"by id, though it moved", []report.Row{measure(t, "b", 12, 14, 15), measure(t, "a", 30, 32, 15)}, 1},
		{"by place, the likest of two", []report.Row{female, measure(t, "b", 12, 14, 15)}, 1},
		{"by place, though it now reads 16", []report.Row{measure(t, "b", 12, 14, 16)}, 0},
		{"by sentence and values, though the text before it changed", []report.Row{measure(t, "b", 99, 101, 7), measure(t, "c", 52, 54, 15)}, 1},
		{"by sentence and a longer place", []report.Row{measure(t, "b", 10, 14, 17)}, 0},
		{"not by a place in another sentence that only touches", []report.Row{func() report.Row { r := other; r.Set("evidence_end", report.Int(16)); return r }()}, -1},
		{"not by the sentence alone", []report.Row{measure(t, "b", 40, 41, 7)}, -1},
		{"nothing there", nil, -1},
	} {
		if got := find(x.rows, &c); got != x.want {
			t.Errorf("%s: %d, want %d", x.name, got, x.want)
		}
	}
}

// What a correction does to its row, and what is said of it.
func TestApply(t *testing.T) {
	with := func(change func(*Correction)) Correction {
		c := correction(measure(t, "a", 12, 14, 15))
		change(&c)
		return c
	}
	for _, x := range []struct {
		name                     string
		c                        Correction
		now                      int
		state                    State
		value, review, corrected string
	}{
		{"another value", with(func(*Correction) {}), 15, Applied, "16", "corrected", "value: 15"},
		{"the program reads it now", with(func(*Correction) {}), 16, Agrees, "16", "right", ""},
		{"the program reads a third", with(func(*Correction) {}), 14, Applied, "16", "corrected", "value: 14"},
		{"unclear", with(func(c *Correction) { c.Verdict, c.Field, c.Value = Unclear, "", "" }), 15, Noted, "15", "unclear", ""},
		{"right", with(func(c *Correction) { c.Verdict, c.Field, c.Value = Right, "", "" }), 15, Agrees, "15", "right", ""},
		{"right, and now read otherwise", with(func(c *Correction) { c.Verdict, c.Field, c.Value = Right, "", "" }), 14, Differs, "14", "", ""},
		{"blank", with(func(c *Correction) { c.Field, c.Value = "level", "" }), 15, Agrees, "15", "right", ""},
		{"a column of another profile", with(func(c *Correction) { c.Field = "venue" }), 15, Lost, "15", "", ""},
	} {
		rows, results := Rows([]report.Row{measure(t, "a", 12, 14, x.now)}, []Correction{x.c}, nil)
		r := rows[0]
		if results[0].State != x.state || r.Get("value").String() != x.value || r.Get("review").Text() != x.review || r.Get("corrected").Text() != x.corrected {
			t.Errorf("%s: %s, value %s, review %q, corrected %q", x.name, results[0].State, r.Get("value"), r.Get("review").Text(), r.Get("corrected").Text())
		}
	}
	wrong := with(func(c *Correction) { c.Field, c.Value = "", "" })
	if rows, results := Rows([]report.Row{measure(t, "a", 12, 14, 15), measure(t, "b", 37, 38, 7)}, []Correction{wrong}, nil); len(rows) != 1 || results[0].State != Withdrawn {
		t.Errorf("wrong alone: %d rows, %s", len(rows), results[0].State)
	}
}

// A row got another id since: what was said later of the same place stands, also
// when it takes the first back.
func TestLaterStands(t *testing.T) {
	first := correction(measure(t, "old", 12, 14, 15))
	then := correction(measure(t, "new", 12, 14, 16))
	then.Verdict, then.Field, then.Value = Unclear, "", ""
	rows, results := Rows([]report.Row{measure(t, "new", 12, 14, 15)}, []Correction{first, then}, nil)
	if v := rows[0].Get("value").String(); v != "15" || rows[0].Get("review").Text() != "unclear" || len(results) != 1 {
		t.Errorf("value %s, review %s, %d results", v, rows[0].Get("review").Text(), len(results))
	}
}

// A profile that adds a column takes no confirmation back.
func TestConfirmedUnderMoreColumns(t *testing.T) {
	r := measure(t, "a", 12, 14, 15)
	c := correction(r)
	c.Verdict, c.Field, c.Value = Right, "", ""
	more := report.NewTable("measures", report.Label{}, "", append(slices.Clone(r.Table.Columns), report.Column{Name: "venue", Type: report.TypeString}))
	wide := report.Row{Table: more, Cells: append(slices.Clone(r.Cells), report.Text("Hội trường lớn"))}
	if _, results := Rows([]report.Row{wide}, []Correction{c}, nil); results[0].State != Agrees {
		t.Errorf("state %s", results[0].State)
	}
	wide.Set("place", report.Text("huyện Long Hồ"))
	if _, results := Rows([]report.Row{wide}, []Correction{c}, nil); results[0].State != Differs {
		t.Errorf("with a place that was blank: state %s", results[0].State)
	}
}

// An identity column keeps its evidence row in step.
func TestApplyIdentity(t *testing.T) {
	tables := tablesOf(t)
	rows := func() []report.Row {
		return []report.Row{
			row(t, tables["documents"], map[string]any{"status": "ok", "province": "Bến Tre", "doc_date": "2020-08"}),
			row(t, tables["identity_evidence"], map[string]any{"row_id": "e", "field": "province", "value": "Bến Tre", "evidence": sentence}),
		}
	}
	c := Correction{Doc: sum, Table: "documents", Field: "province", Verdict: Wrong, Value: "Vĩnh Long"}
	got, _ := Rows(rows(), []Correction{c}, nil)
	if v := got[1].Get("value").Text(); v != "Vĩnh Long" || got[1].Get("corrected").Text() != "value: Bến Tre" {
		t.Errorf("evidence says %q, corrected %q", v, got[1].Get("corrected").Text())
	}
	c.Value = ""
	if got, _ := Rows(rows(), []Correction{c}, nil); len(got) != 1 {
		t.Error("the evidence of a blank value stays")
	}
	date := Correction{Doc: sum, Table: "documents", Field: "doc_date", Verdict: Wrong, Value: "2020-09-03"}
	got, _ = Rows(rows(), []Correction{date}, nil)
	if p := got[0].Get("doc_date_precision").Text(); p != "day" {
		t.Errorf("precision %q", p)
	}
}

// Rows of a reviewed document stand where the document stands, also in a table
// in which it had none before.
func TestDatasetKeepsTheOrder(t *testing.T) {
	tables := tablesOf(t)
	ds := &sinktest.Dataset{}
	ids := []string{"1111111111111111", sum[:16], "2222222222222222"}
	for _, id := range ids {
		d := row(t, tables["documents"], map[string]any{"doc_id": id, "status": "ok"})
		ds.Add(tables["documents"], d)
		m := measure(t, "m"+id, 12, 14, 15)
		m.Set("doc_id", report.Text(id))
		ds.Add(tables["measures"], m)
	}
	finding := func(id string) report.Row {
		return row(t, tables["findings"], map[string]any{"doc_id": id, "row_id": "f" + id, "rule": "audit.demo"})
	}
	ds.Add(tables["findings"], finding(ids[0]), finding(ids[2]))
	c := correction(measure(t, "m"+ids[1], 12, 14, 15))
	again := func(rows []report.Row) []report.Row { return append(rows, finding(ids[1])) }
	lost := c
	lost.Doc = strings.Repeat("cd", 32)
	got := Apply(ds, Config{Corrections: []Correction{lost, c}, Table: tables[Table], Again: again})
	for table, column := range map[string]string{"findings": "doc_id", "measures": "doc_id", "documents": "doc_id"} {
		var order []string
		for r, err := range got.Rows(table) {
			if err != nil {
				t.Fatal(err)
			}
			order = append(order, r.Get(column).Text())
		}
		if !slices.Equal(order, ids) {
			t.Errorf("%s: %v", table, order)
		}
	}
	var states []string
	for r, err := range got.Rows(Table) {
		if err != nil {
			t.Fatal(err)
		}
		states = append(states, r.Get("state").Text())
	}
	if !slices.Equal(states, []string{"applied", "absent"}) {
		t.Errorf("states %v", states)
	}
}

// A verdict on the row replaces what was said of columns, a column what was
// said of it; the same again changes nothing.
func TestMerge(t *testing.T) {
	c := correction(measure(t, "a", 12, 14, 15))
	all, m := Merge(nil, []Correction{c})
	if len(all) != 1 || m != (Merged{New: 1}) {
		t.Fatalf("%d, %+v", len(all), m)
	}
	if all, m = Merge(all, []Correction{c}); len(all) != 1 || m.Known != 1 {
		t.Errorf("again: %d, %+v", len(all), m)
	}
	shown := measure(t, "a", 12, 14, 16) // as the next workbook shows it
	right := correction(shown)
	right.Verdict, right.Field, right.Value = Right, "", ""
	if all, m = Merge(all, []Correction{right}); len(all) != 1 || all[0].Verdict != Wrong || m.Known != 1 {
		t.Errorf("the corrected value is right: %+v", m)
	}
	next := correction(shown)
	next.Value = "17"
	if all, m = Merge(all, []Correction{next}); len(all) != 1 || all[0].Value != "17" || all[0].Was["value"] != "15" || m.Changed != 1 {
		t.Errorf("another value: %+v, was %s", m, all[0].Was["value"])
	}
	level := correction(shown)
	level.Field, level.Value = "level", "province"
	if all, m = Merge(all, []Correction{level}); len(all) != 2 || m.New != 1 {
		t.Errorf("a second column: %d, %+v", len(all), m)
	}
	unclear := correction(shown)
	unclear.Verdict, unclear.Field, unclear.Value = Unclear, "", ""
	if all, m = Merge(all, []Correction{unclear}); len(all) != 1 || all[0].Verdict != Unclear || m.Changed != 1 {
		t.Errorf("unclear: %d, %+v", len(all), m)
	}
	if all, n := Forget(all, []string{"a"}); len(all) != 0 || n != 1 {
		t.Errorf("forget: %d left, %d gone", len(all), n)
	}
}
