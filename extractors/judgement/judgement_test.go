package judgement_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/judgement"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// reading is the three kinds of this package, made from the embedded profile.
type reading struct {
	lexicon *scan.Lexicon
	kinds   []kind.Extractor
}

func newReading(t testing.TB) reading {
	t.Helper()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	b := scan.NewBuilder()
	g := grammar.New(b)
	shared := map[string]any{}
	var r reading
	for _, rule := range p.Rules {
		env := &kind.Env{Builder: b, Grammar: g, Table: p.Table(rule.Table), Wordlist: p.Wordlist, Shared: shared}
		var x kind.Extractor
		switch rule.Kind {
		case "aspect":
			c := judgement.DefaultAspect()
			err = rule.Settings.Decode(&c)
			if err == nil {
				x, err = judgement.NewAspect(rule.ID, c, env)
			}
		case "code":
			var c judgement.CodeConfig
			err = rule.Settings.Decode(&c)
			if err == nil {
				x, err = judgement.NewCode(rule.ID, c, env)
			}
		case "task":
			var c judgement.TaskConfig
			err = rule.Settings.Decode(&c)
			if err == nil {
				x, err = judgement.NewTask(rule.ID, c, env)
			}
		default:
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", rule.ID, err)
		}
		r.kinds = append(r.kinds, x)
	}
	r.lexicon = b.Build()
	return r
}

// district is the report that the sentences of the tests stand in.
var district = scan.Identity{
	Type: "report", Unit: "Đảng bộ huyện Tân Sơn", Level: "upper_grassroots", Province: "Phú Thọ", Ordinal: 25, Start: 2020, End: 2025,
	Date: report.Date{Year: 2020, Month: 9, Day: 30, Precision: report.DayOfMonth},
}

func (r reading) facts(text string, id scan.Identity) []report.Fact {
	t := r.lexicon.Scan(scan.Plain(text))
	t.Identity = id
	var out []report.Fact
	for _, x := range r.kinds {
		x.Facts(t, func(f report.Fact) { out = append(out, f) })
	}
	return out
}

// show writes what a test compares of a fact: "documents+" and "documents-"
// for assessments, the code for limitations.
func show(f report.Fact) string {
	switch f.Table {
	case "assessments":
		if f.Get("polarity").Text() == "strength" {
			return f.Get("aspect").Text() + "+"
		}
		return f.Get("aspect").Text() + "-"
	case "limitations":
		return f.Get("code").Text()
	}
	return f.Get("text").Text()
}

// check compares the rows of one table with those that are wanted, each once.
func check(t *testing.T, r reading, table, text string, id scan.Identity, want ...string) {
	t.Helper()
	var got []string
	for _, f := range r.facts(text, id) {
		if s := show(f); f.Table == table && !slices.Contains(got, s) {
			got = append(got, s)
		}
	}
	slices.Sort(got)
	want = slices.Clone(want)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s\n\tgot  %s\n\twant %s", strings.TrimPrefix(text, title), strings.Join(got, ", "), strings.Join(want, ", "))
	}
}

// title is the head of the report that the sentences of the tests stand in.
const title = "BÁO CÁO tổng kết đại hội đảng bộ các cấp nhiệm kỳ 2020 - 2025\n"
