package stats_test

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/stats"
	units "github.com/tongket/tongket/pipeline/unit"
)

// archive is a run in memory: documents in words, measures in a shorthand.
type archive struct {
	t       testing.TB
	profile *configs.Profile
	rows    map[string][]report.Row
	n       int
}

var embedded = sync.OnceValues(configs.Embedded)

func newArchive(t testing.TB) *archive {
	t.Helper()
	p, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	own := *p
	own.Tables = slices.Clone(p.Tables)
	return &archive{t: t, profile: &own, rows: map[string][]report.Row{}}
}

func (a *archive) Tables() []*report.Table { return a.profile.Tables }

func (a *archive) Rows(table string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		for _, r := range a.rows[table] {
			r = r.Clone()
			if !yield(r, nil) {
				return
			}
			clear(r.Cells) // who keeps a row keeps a clone
		}
	}
}

func (a *archive) row(table string, cells map[string]any) report.Row {
	a.t.Helper()
	t := a.profile.Table(table)
	r := report.NewRow(t)
	for name, x := range cells {
		c := t.Column(name)
		if c == nil {
			a.t.Fatalf("%s has no column %s", table, name)
		}
		v, err := c.Value(x)
		if err != nil {
			a.t.Fatal(err)
		}
		r.Set(name, v)
	}
	a.n++
	r.Set("row_id", report.Text(fmt.Sprintf("r%d", a.n)))
	a.rows[table] = append(a.rows[table], r)
	return r
}

// report adds a document about a unit. With "" for unit it is about the
// country.
func (a *archive) report(id, unit, level, province string, term int, date string) {
	cells := map[string]any{"doc_id": id, "source_path": id + ".docx", "status": "ok"}
	if unit != "" {
		cells["org_unit"], cells["unit_key"] = unit, units.Of(level, province, unit, "").String()
	}
	for name, s := range map[string]string{"org_level": level, "province": province, "province_2025": province, "doc_date": date} {
		if s != "" {
			cells[name] = s
		}
	}
	if term > 0 {
		cells["term_start"], cells["term_end"] = term, term+5
	}
	a.row("documents", cells)
}

// within says what the unit of the last report is within.
func (a *archive) within(upper string) {
	rows := a.rows["documents"]
	r := rows[len(rows)-1]
	r.Set("upper_unit", report.Text(upper))
	r.Set("unit_key", report.Text(units.Of(r.Get("org_level").Text(), r.Get("province").Text(), r.Get("org_unit").Text(), upper).String()))
}

// says adds measures to a document, each as body.attribute[qualifier].stat=value,
// with options behind it: @date, phase:nominated, place:…, level:…, bound:….
func (a *archive) says(doc string, lines ...string) {
	a.t.Helper()
	for _, line := range lines {
		cells := map[string]any{"doc_id": doc, "phase": "actual", "bound": "eq", "confidence": "high", "evidence": line, "rule": "test"}
		head, options, _ := strings.Cut(line, " ")
		name, value, _ := strings.Cut(head, "=")
		var n float64
		if _, err := fmt.Sscan(value, &n); err != nil {
			a.t.Fatalf("%s: %v", line, err)
		}
		cells["value"] = n
		var qualifier string
		if i := strings.IndexByte(name, '['); i >= 0 {
			j := strings.IndexByte(name, ']')
			qualifier, name = name[i+1:j], name[:i]+name[j+1:]
			cells["qualifier"] = qualifier
		}
		f := strings.Split(name, ".")
		cells["body"], cells["attribute"], cells["stat"] = f[0], f[1], f[2]
		for o := range strings.SplitSeq(options, ";") {
			o = strings.TrimSpace(o)
			if date, ok := strings.CutPrefix(o, "@"); ok {
				cells["as_of"] = date
			} else if key, v, ok := strings.Cut(o, ":"); ok {
				cells[key] = v
			}
		}
		a.row("measures", cells)
	}
}

func (a *archive) limits(doc string, codes ...string) {
	for _, c := range codes {
		a.row("limitations", map[string]any{"doc_id": doc, "code": c, "evidence": c, "rule": "test", "confidence": "high"})
	}
}

func (a *archive) judges(doc, aspect, polarity string) {
	a.row("assessments", map[string]any{"doc_id": doc, "aspect": aspect, "polarity": polarity, "evidence": aspect, "rule": "test", "confidence": "high"})
}

func (a *archive) stats(units ...stats.Unit) *stats.Dataset {
	return stats.Add(a, stats.Config{Tables: a.profile.Tables, Thresholds: a.profile.Thresholds, Provinces: a.profile.Wordlists["provinces"], Units: stats.NewRoster(units)})
}

// table returns the rows of one table in which every given column has the given
// value; "null" stands for null.
func table(t testing.TB, ds report.Dataset, name string, where ...string) []report.Row {
	t.Helper()
	var out []report.Row
rows:
	for r, err := range ds.Rows(name) {
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range where {
			column, want, _ := strings.Cut(w, "=")
			if got := shown(r.Get(column)); got != want {
				continue rows
			}
		}
		out = append(out, r.Clone())
	}
	return out
}

func shown(v report.Value) string {
	if v.IsNull() {
		return "null"
	}
	return v.String()
}

// one returns the only row that fits.
func one(t testing.TB, ds report.Dataset, name string, where ...string) report.Row {
	t.Helper()
	rows := table(t, ds, name, where...)
	if len(rows) != 1 {
		t.Fatalf("%s where %v: %d rows, want 1", name, where, len(rows))
	}
	return rows[0]
}

// wants compares columns of a row, numbers rounded to two digits.
func wants(t testing.TB, r report.Row, want ...string) {
	t.Helper()
	for _, w := range want {
		column, value, _ := strings.Cut(w, "=")
		if r.Table.Index(column) < 0 {
			t.Fatalf("%s has no column %s", r.Table.Name, column)
		}
		got := shown(r.Get(column))
		if n, ok := r.Get(column).Number(); ok {
			got = strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", n), "0"), ".")
		}
		if got != value {
			t.Errorf("%s.%s is %s, want %s", r.Table.Name, column, got, value)
		}
	}
}
