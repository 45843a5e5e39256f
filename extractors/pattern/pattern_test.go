package pattern_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/pattern"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// sessions is a table that a user adds: where a congress met, for how long,
// since when, and how.
var sessions = report.NewTable("sessions", report.Label{}, "", []report.Column{
	{Name: "venue", Type: report.TypeString},
	{Name: "days", Type: report.TypeNumber},
	{Name: "opened", Type: report.TypeDate},
	{Name: "form", Type: report.TypeCode, Codes: []report.Code{{Code: "online"}, {Code: "hall"}}},
	{Name: "closed", Type: report.TypeBoolean},
})

// documents has one column a fact.
var documents = report.NewTable("documents", report.Label{}, "", sessions.Columns)

func venue() pattern.Config {
	c := pattern.Default()
	c.Column, c.Near, c.Expr = "venue", []string{"hội trường"}, `tại (?P<value>Hội trường[^,.;]*)`
	return c
}

func made(c pattern.Config, table *report.Table) (*pattern.Extractor, *scan.Lexicon, error) {
	b := scan.NewBuilder()
	x, err := pattern.New("session", c, &kind.Env{Builder: b, Table: table})
	return x, b.Build(), err
}

// found writes the facts as "venue=Hội trường A days=2 | …", with what stands at
// their span.
func found(x *pattern.Extractor, l *scan.Lexicon, text string) []string {
	t := l.Scan(scan.Plain(text))
	var out []string
	x.Facts(t, func(f report.Fact) {
		var b strings.Builder
		for _, y := range f.Fields {
			fmt.Fprintf(&b, "%s=%s ", y.Column, y.Value)
		}
		out = append(out, b.String()+"at "+t.Doc.At(f.Span))
	})
	return out
}

func TestFacts(t *testing.T) {
	not, head, several, form := venue(), venue(), venue(), venue()
	not.Not = []string{"tập huấn"}
	head.Within = "head"
	several.Near, several.Expr = []string{"ngày"}, `(?P<venue>Hội trường [A-Z]) họp (?P<days>[\d,]+) ngày, từ (?P<opened>[\d/]+)`
	several.Column, several.Set = "venue", map[string]string{"form": "hall"}
	form.Column, form.Expr = "form", `(?P<value>hall|online|garden) hội trường`
	long := strings.Repeat("Đại hội đã họp và thành công tốt đẹp. ", 80)
	for _, c := range []struct {
		reason   string
		settings pattern.Config
		table    *report.Table
		text     string
		want     []string
	}{
		{"a word is near and the expression matches", venue(), sessions, "Đại hội họp tại Hội trường A, hai ngày.", []string{"venue=Hội trường A at Hội trường A"}},
		{"each match of a sentence is a fact", venue(), sessions, "Phiên đầu tại Hội trường A; phiên sau tại Hội trường B.", []string{"venue=Hội trường A at Hội trường A", "venue=Hội trường B at Hội trường B"}},
		{"two words in one sentence run it once", venue(), sessions, "Hội trường đông; họp tại Hội trường A.", []string{"venue=Hội trường A at Hội trường A"}},
		{"the word stands in another sentence", venue(), sessions, "Hội trường đông. Họp tại HộiTrường A.", nil},
		{"a word of not takes the sentence out", not, sessions, "Tập huấn tại Hội trường A. Họp tại Hội trường B.", []string{"venue=Hội trường B at Hội trường B"}},
		{"within the head only", head, sessions, "Họp tại Hội trường A. " + long + "Họp tại Hội trường B.", []string{"venue=Hội trường A at Hội trường A"}},
		{"groups like columns, in the order of the table, with a constant", several, sessions, "Tại Hội trường A họp 1,5 ngày, từ 12/6/2025.", []string{"venue=Hội trường A days=1.5 opened=2025-06-12 form=hall at Hội trường A"}},
		{"a value that is none of its column gives nothing", several, sessions, "Tại Hội trường A họp 2 ngày, từ 31/2/2025.", nil},
		{"a code that the column does not have gives nothing", form, sessions, "garden hội trường, online hội trường", []string{"form=online at online"}},
		{"documents get a fact a column", several, documents, "Tại Hội trường A họp 2 ngày, từ 12/6/2025.", []string{"venue=Hội trường A at Hội trường A", "days=2 at Hội trường A", "opened=2025-06-12 at Hội trường A", "form=hall at Hội trường A"}},
	} {
		x, l, err := made(c.settings, c.table)
		if err != nil {
			t.Fatal(c.reason, err)
		}
		if got := found(x, l, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%q, want\n%q", c.reason, got, c.want)
		}
	}
}

func TestWhyNot(t *testing.T) {
	c := venue()
	c.Not, c.Within = []string{"tập huấn"}, "head"
	x, l, err := made(c, sessions)
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("Đại hội đã họp và thành công tốt đẹp. ", 80)
	for text, want := range map[string]string{
		"Họp tại sân.":                 "no word of near",
		"Tập huấn ở hội trường.":       "a word of not",
		"Họp ở hội trường.":            "expr does not match",
		long + "Họp tại Hội trường A.": "behind the head",
	} {
		s := l.Scan(scan.Plain(text))
		last := s.Sentences[len(s.Sentences)-1]
		why := x.WhyNot(s, last.First, last.Last)
		if len(why) != 1 || !strings.Contains(why[0].EN, want) || why[0].VI == "" {
			t.Errorf("%.40q: %v, want %q", text, why, want)
		}
	}
}

func TestFaults(t *testing.T) {
	for want, change := range map[string]func(*pattern.Config){
		"near:":                            func(c *pattern.Config) { c.Near = nil },
		"neither head nor any":             func(c *pattern.Config) { c.Within = "tail" },
		"RE2":                              func(c *pattern.Config) { c.Expr = `(?P<value>` },
		"name a group value":               func(c *pattern.Config) { c.Expr = `tại (Hội trường)` },
		`column: table sessions`:           func(c *pattern.Config) { c.Column = "hall"; c.Expr = `(?P<venue>A)` },
		`expr: group "hall"`:               func(c *pattern.Config) { c.Expr = `(?P<hall>A)` },
		`set: table sessions has no colum`: func(c *pattern.Config) { c.Set = map[string]string{"hall": "A"} },
		`"garden"`:                         func(c *pattern.Config) { c.Set = map[string]string{"form": "garden"} },
	} {
		c := venue()
		change(&c)
		if _, _, err := made(c, sessions); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
