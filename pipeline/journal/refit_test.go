package journal

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

// shaped are tables as "name: column column; name: column".
func shaped(s string) []*report.Table {
	var tables []*report.Table
	for t := range strings.SplitSeq(s, "; ") {
		name, columns, _ := strings.Cut(t, ": ")
		var all []report.Column
		for c := range strings.FieldsSeq(columns) {
			all = append(all, report.Column{Name: c})
		}
		tables = append(tables, report.NewTable(name, report.Label{}, "", all))
	}
	return tables
}

// Rows of other tables are those that the tables of now would have had.
func TestRefit(t *testing.T) {
	for _, c := range []struct{ reason, before, now string }{
		{"a column more", "d: a b; m: x", "d: a new b; m: x"},
		{"a column less", "d: a gone b; m: x", "d: a b; m: x"},
		{"a column in place of another", "d: a gone b; m: x", "d: a b new; m: x"},
		{"a table more, in front", "d: a b; m: x", "n: y; d: a b; m: x"},
		{"a table less", "d: a b; n: y; m: x", "d: a b; m: x"},
		{"a long table", "d: a b; long: a b c", "d: a b; long: a b new c"},
	} {
		before, now := shaped(c.before), shaped(c.now)
		rows := func(tables []*report.Table) []report.Row {
			var out []report.Row
			for _, t := range tables {
				n := 2
				if t.Name == "long" {
					n = 100
				}
				for i := range n {
					r := report.NewRow(t)
					for k, column := range t.Columns {
						if column.Name != "new" && column.Name != "gone" {
							r.Cells[k] = report.Text(fmt.Sprintf("%s.%s %d", t.Name, column.Name, i))
						}
					}
					if t.Name != "n" { // the table that came or went
						out = append(out, r)
					}
				}
			}
			return out
		}
		f := refitting{before: Shapes(before)}
		got, err := f.all((&encoding{}).rows(before, rows(before)), now, Shapes(now))
		if err != nil {
			t.Fatalf("%s: %v", c.reason, err)
		}
		if want := (&encoding{}).rows(now, rows(now)); string(got) != string(want) {
			t.Errorf("%s: %q, want %q", c.reason, got, want)
		}
		for n := range got {
			if _, err := f.all(got[:n], now, Shapes(now)); err == nil && len(before) != len(now) {
				t.Errorf("%s: %d bytes are taken for rows", c.reason, n)
			}
		}
	}
}

// Of tables that are made anew the rows are those that were found; the others stand.
func TestRefitAnew(t *testing.T) {
	tables := shaped("d: a; long: x; m: y; n: z")
	row := func(table int, text string) report.Row {
		r := report.NewRow(tables[table])
		r.Cells[0] = report.Text(text)
		return r
	}
	long := strings.Repeat("dài ", 100)
	frame := (&encoding{}).rows(tables, []report.Row{row(0, "d"), row(1, long), row(1, "x"), row(2, "y"), row(2, "y2")})
	for _, c := range []struct {
		reason     string
		anew       []string
		rows, want []report.Row
	}{
		{"other rows", []string{"m"}, []report.Row{row(2, "new")}, []report.Row{row(0, "d"), row(1, long), row(1, "x"), row(2, "new")}},
		{"none any more", []string{"long", "m"}, nil, []report.Row{row(0, "d")}},
		{"first rows", []string{"n"}, []report.Row{row(3, long), row(3, "z")}, []report.Row{row(0, "d"), row(1, long), row(1, "x"), row(2, "y"), row(2, "y2"), row(3, long), row(3, "z")}},
		{"rows of others besides", []string{"n"}, []report.Row{row(0, "other"), row(3, "z")}, []report.Row{row(0, "d"), row(1, long), row(1, "x"), row(2, "y"), row(2, "y2"), row(3, "z")}},
		{"the same rows", []string{"m"}, []report.Row{row(2, "y"), row(2, "y2")}, []report.Row{row(0, "d"), row(1, long), row(1, "x"), row(2, "y"), row(2, "y2")}},
	} {
		f := refitting{before: Shapes(tables), anew: c.anew, rows: c.rows}
		got, err := f.all(frame, tables, Shapes(tables))
		if err != nil {
			t.Fatalf("%s: %v", c.reason, err)
		}
		if want := (&encoding{}).rows(tables, c.want); string(got) != string(want) {
			t.Errorf("%s: %q, want %q", c.reason, got, want)
		}
	}
}
