package scan

import "strings"

// Variants writes out the choices of a phrase: "{không|chưa} để {|xảy ra} sai
// sót" are four phrases. Words of one sense that stand in each other's place are
// so said once. A brace without its partner is itself.
func Variants(phrase string) []string {
	out := choices(phrase)
	for i, w := range out {
		out[i] = strings.Join(strings.Fields(w), " ")
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
