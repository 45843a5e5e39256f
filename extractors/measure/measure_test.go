package measure_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/measure"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/extractors/scoretest"
	"github.com/tongket/tongket/pipeline/report"
)

// reading is the kind alone, made from the embedded profile.
type reading struct {
	lexicon *scan.Lexicon
	x       *measure.Extractor
}

func newReading(t testing.TB) reading {
	t.Helper()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	b := scan.NewBuilder()
	g := grammar.New(b)
	x, err := measure.New("m", measure.Default(), &kind.Env{
		Builder: b, Grammar: g, Table: p.Table("measures"), Wordlist: p.Wordlist, Shared: map[string]any{},
	})
	if err != nil {
		t.Fatal(err)
	}
	return reading{b.Build(), x}
}

// district is the document that the sentences of the tests stand in.
var district = scan.Identity{
	Type: "report", Unit: "Đảng bộ huyện Tân Sơn", Level: "upper_grassroots", Province: "Phú Thọ", Ordinal: 25, Start: 2020, End: 2025,
	Date: report.Date{Year: 2020, Month: 9, Day: 30, Precision: report.DayOfMonth},
}

func (r reading) rows(doc *report.Document, id scan.Identity) []string {
	var out []string
	r.facts(doc, id, "measures", func(f report.Fact) { out = append(out, show(f, id.Level)) })
	return out
}

// facts hands on the facts of a table that are read from a document.
func (r reading) facts(doc *report.Document, id scan.Identity, table string, read func(report.Fact)) {
	t := r.lexicon.Scan(doc)
	t.Identity = id
	r.x.Facts(t, func(f report.Fact) {
		if f.Table == table {
			read(f)
		}
	})
}

// show writes a fact as "committee.female.actual 7 (qualifier) @place level".
func show(f report.Fact, level string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s.%s.%s ", f.Get("body"), f.Get("attribute"), f.Get("phase"))
	switch bound := f.Get("bound").Text(); bound {
	case "gt":
		b.WriteString(">")
	case "ge":
		b.WriteString(">=")
	case "lt":
		b.WriteString("<")
	case "le":
		b.WriteString("<=")
	case "approx":
		b.WriteString("~")
	}
	b.WriteString(f.Get("value").String())
	if m := f.Get("value_max").String(); m != "" {
		b.WriteString("-" + m)
	}
	switch f.Get("stat").Text() {
	case "percent":
		b.WriteString("%")
	case "mean":
		b.WriteString(" mean")
	case "ratio_total":
		b.WriteString(" of")
	}
	if q := f.Get("qualifier").Text(); q != "" {
		fmt.Fprintf(&b, " (%s)", q)
	}
	if p := f.Get("place").Text(); p != "" {
		fmt.Fprintf(&b, " @%s", p)
	}
	if l := f.Get("level").Text(); l != level {
		fmt.Fprintf(&b, " %s", l)
	}
	if d := f.Get("as_of").String(); d != "" {
		fmt.Fprintf(&b, " on %s", d)
	}
	return b.String()
}

// check reads one text and compares its rows, in any order.
func check(t *testing.T, r reading, text string, id scan.Identity, want ...string) bool {
	t.Helper()
	return compare(t, text, r.rows(scan.Plain(text), id), want)
}

func compare(t *testing.T, text string, got, want []string) bool {
	t.Helper()
	d := scoretest.Compare(want, got, nil)
	for _, w := range d.Missed {
		t.Errorf("%s\n  missing %s", text, w)
	}
	for _, g := range d.TooMany {
		t.Errorf("%s\n  unwanted %s", text, g)
	}
	return d.More+d.Missing == 0
}
