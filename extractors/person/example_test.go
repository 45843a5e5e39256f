package person_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/person"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

func Example() {
	p, err := configs.Embedded()
	if err != nil {
		panic(err)
	}
	rule := p.Rules[slices.IndexFunc(p.Rules, func(r configs.Rule) bool { return r.Kind == "person" })]
	c := person.Default()
	if err := rule.Settings.Decode(&c); err != nil {
		panic(err)
	}
	b := scan.NewBuilder()
	x, err := person.New(rule.ID, c, &kind.Env{
		Builder: b, Grammar: grammar.New(b), Table: p.Table("people"), Wordlist: p.Wordlist, Shared: map[string]any{},
	})
	if err != nil {
		panic(err)
	}
	t := b.Build().Scan(scan.Plain("Đồng chí Bế Minh Sáng, Chủ tịch UBND huyện, được bầu giữ chức Bí thư Huyện ủy thay đồng chí Nông Thị Vĩ."))
	x.Facts(t, func(f report.Fact) {
		fmt.Println(f.Get("name"), f.Get("role"), f.Get("elected_to"), f.Get("titles"))
	})
	// Output:
	// Bế Minh Sáng elected secretary Chủ tịch UBND huyện
	// Nông Thị Vĩ mentioned
}

// Whatever the text, every fact stands in it and has a name.
func FuzzFacts(f *testing.F) {
	for _, group := range [][]sentence{naming, roles, events, lists} {
		for _, s := range group {
			f.Add(s.text)
		}
	}
	f.Add("gồm nữ Nguyễn Văn An (") // a bracket that nothing follows
	r := newReading(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc := scan.Plain(text)
		r.x.Facts(r.lexicon.Scan(doc), func(x report.Fact) {
			if x.Get("name").Text() == "" || x.Span.Len() <= 0 || x.Span.End > len(doc.Text) {
				t.Errorf("%q: name %q at %v", text, x.Get("name"), x.Span)
			}
		})
	})
}
