package scan

import (
	"fmt"
	"slices"
	"testing"
)

func TestVariants(t *testing.T) {
	for phrase, want := range map[string][]string{
		"đúng quy định":             {"đúng quy định"},
		"{không|chưa} để {|xảy ra}": {"không để", "không để xảy ra", "chưa để", "chưa để xảy ra"},
		"còn {rất |}ít":             {"còn rất ít", "còn ít"},
		"một { dấu":                 {"một { dấu"},
	} {
		if got := Variants(phrase); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", phrase, got, want)
		}
	}
}

// A phrase with choices has the hits of its variants, wherever its braces stand.
func TestAddAll(t *testing.T) {
	for _, phrase := range []string{
		"{không|chưa} để {|xảy ra} sai sót", "còn {rất |}ít", "đã{ rất| hơi} tốt", "ho{à|a} hợp", "{a|b}{c|d} e", "{a }{b|c}", "{a|b}{, | và | lẫn }c", "{a|b}{,c|, d} e", "5{, 3|,3}", "x{ a|} {b|c}{| d}{| e} f", "x{|a}{| d}", "{rất |}{hơi |}ít", "{|a}{b|c} d", "một { dấu", "x {a|b{c} d} e", "{|}", "{|a} {|b}", "{|a}",
	} {
		b, each := NewBuilder(), NewBuilder()
		b.Class("all").AddAll(phrase, 3)
		c := each.Class("each")
		for _, w := range Variants(phrase) {
			c.Add(w, 3)
		}
		if got, want := paths(b, 0), paths(each, 0); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", phrase, got, want)
		}
	}
}

// paths are the phrases that end behind a node, sorted.
func paths(b *Builder, node int32) (out []string) {
	for _, e := range b.nodes[node].ends {
		out = append(out, fmt.Sprint("=", e.value))
	}
	for _, e := range b.nodes[node].next {
		w := string(e.id)
		if e.id >= firstWord {
			w = b.folded[e.id-firstWord]
		}
		for _, p := range paths(b, e.node) {
			out = append(out, w+" "+p)
		}
	}
	slices.Sort(out)
	return out
}
