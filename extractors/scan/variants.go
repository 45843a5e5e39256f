package scan

import (
	"strings"
	"unicode"
)

// Variants writes out the choices of a phrase: "{không|chưa} để {|xảy ra} sai
// sót" are four phrases. Words of one sense that stand in each other's place are
// so said once. A brace without its partner is itself.
func Variants(phrase string) []string {
	out := choices(phrase)
	for i, w := range out {
		if w = strings.Trim(w, " "); strings.Contains(w, "  ") || strings.ContainsFunc(w, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) {
			w = strings.Join(strings.Fields(w), " ")
		}
		out[i] = w
	}
	return out
}

func choices(phrase string) []string {
	before, rest, ok := strings.Cut(phrase, "{")
	choice, after, closed := strings.Cut(rest, "}")
	if !ok || !closed {
		return []string{phrase}
	}
	var out []string
	for c := range strings.SplitSeq(choice, "|") {
		for _, tail := range choices(after) {
			out = append(out, before+c+tail)
		}
	}
	return out
}

// AddAll registers all variants of a phrase.
func (c *Class) AddAll(phrase string, value int32) {
	for _, w := range Variants(phrase) {
		c.Add(w, value)
	}
}
