package keyword_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/keyword"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// meetings is a table that a user adds: how congresses met.
var meetings = report.NewTable("meetings", report.Label{}, "", []report.Column{
	{Name: "form", Type: report.TypeCode, Codes: []report.Code{{Code: "online"}, {Code: "hall"}}},
})

func settings() keyword.Config {
	c := keyword.Default()
	c.Column = "form"
	c.Words = map[string][]string{"online": {"trực tuyến"}, "hall": {"hội trường", "hội trường lớn"}}
	return c
}

func made(c keyword.Config) (*keyword.Extractor, *scan.Lexicon, error) {
	b := scan.NewBuilder()
	x, err := keyword.New("form", c, &kind.Env{Builder: b, Table: meetings})
	return x, b.Build(), err
}

// found writes the facts as "hall:Hội trường lớn".
func found(x *keyword.Extractor, l *scan.Lexicon, text string) (out []string) {
	t := l.Scan(scan.Plain(text))
	x.Facts(t, func(f report.Fact) {
		out = append(out, f.Get("form").Text()+":"+t.Doc.At(f.Span))
	})
	return out
}

func TestFacts(t *testing.T) {
	needs, nots := settings(), settings()
	needs.Need = []string{"đại hội"}
	nots.Not = []string{"tập huấn"}
	for _, c := range []struct {
		reason   string
		settings keyword.Config
		text     string
		want     []string
	}{
		{"each place is a fact", settings(), "Đại hội họp trực tuyến. Đại hội họp tại Hội trường huyện.", []string{"online:trực tuyến", "hall:Hội trường"}},
		{"the longest words stand for their code once", settings(), "Họp tại HỘI TRƯỜNG LỚN.", []string{"hall:HỘI TRƯỜNG LỚN"}},
		{"half a word is none", settings(), "Trường học trực thuộc.", nil},
		{"the sentence has a word of need", needs, "Đại hội họp trực tuyến.", []string{"online:trực tuyến"}},
		{"the word of need stands in another sentence", needs, "Đại hội đã xong. Hội nghị họp trực tuyến.", nil},
		{"a word of not takes its sentence out, and no other", nots, "Tập huấn trực tuyến. Đại hội họp tại hội trường.", []string{"hall:hội trường"}},
	} {
		x, l, err := made(c.settings)
		if err != nil {
			t.Fatal(err)
		}
		if got := found(x, l, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.reason, got, c.want)
		}
	}
}

func TestWhyNot(t *testing.T) {
	c := settings()
	c.Need, c.Not = []string{"đại hội"}, []string{"tập huấn"}
	x, l, err := made(c)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Đại hội họp tại sân.":           "none of the words",
		"Tập huấn trực tuyến về đại hội": "a word of not",
		"Hội nghị họp trực tuyến.":       "no word of need",
	} {
		s := l.Scan(scan.Plain(text))
		why := x.WhyNot(s, 0, int32(len(s.Tokens)))
		if len(why) != 1 || !strings.Contains(why[0].EN, want) || why[0].VI == "" {
			t.Errorf("%q: %v, want %q", text, why, want)
		}
	}
}

func TestFaults(t *testing.T) {
	for want, change := range map[string]func(*keyword.Config){
		`no column "venue"`: func(c *keyword.Config) { c.Column = "venue" },
		"at least one code": func(c *keyword.Config) { c.Words = nil },
		`"outdoors"`:        func(c *keyword.Config) { c.Words["outdoors"] = []string{"ngoài trời"} },
	} {
		c := settings()
		change(&c)
		if _, _, err := made(c); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

func Example() {
	x, l, _ := made(settings())
	fmt.Println(found(x, l, "Phiên thứ nhất họp trực tuyến; phiên thứ hai tại Hội trường Tỉnh ủy."))
	// Output: [online:trực tuyến hall:Hội trường]
}
