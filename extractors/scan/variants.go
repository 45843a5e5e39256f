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

// AddAll registers all variants of a phrase. They are not written out: what
// stands before a choice is walked once for all that follows it.
func (c *Class) AddAll(phrase string, value int32) {
	if !parted(phrase) {
		for _, w := range Variants(phrase) {
			c.Add(w, value)
		}
		return
	}
	b := c.b
	nodes, next := append(b.nodesOf[:0], 0), b.nodesTo[:0]
	for phrase != "" {
		before, rest, ok := strings.Cut(phrase, "{")
		choice, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			before, after = phrase, ""
		}
		ids := b.idsOf(before)
		for i, node := range nodes {
			nodes[i] = b.walk(node, ids)
		}
		if ok && closed {
			next = next[:0]
			for w := range strings.SplitSeq(choice, "|") {
				ids = b.idsOf(w)
				for _, node := range nodes {
					next = append(next, b.walk(node, ids))
				}
			}
			nodes, next = next, nodes
		}
		phrase = after
	}
	for _, node := range nodes {
		c.end(node, value)
	}
	b.nodesOf, b.nodesTo = nodes, next
}

// parted reports whether every choice of a phrase begins and ends where a word does,
// as in "{không|chưa} để {rất |}lâu" but not in "ho{á|à}".
func parted(phrase string) bool {
	left := true // a word begins where the walk is
	for phrase != "" {
		before, rest, ok := strings.Cut(phrase, "{")
		choice, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			return true
		}
		left = left && before == "" || strings.HasSuffix(before, " ")
		right, spaced := ends(after), true
		for w := range strings.SplitSeq(choice, "|") {
			if w == "" && !left && !right || w != "" && (!left && !endsWord(w) || !right && w[len(w)-1] != ' ') {
				return false
			}
			spaced = spaced && (w == "" && left || strings.HasSuffix(w, " "))
		}
		left, phrase = spaced, after
	}
	return true
}

// ends reports whether no word goes on into what is left of a phrase.
func ends(phrase string) bool {
	if phrase == "" || endsWord(phrase) {
		return true
	}
	choice, after, closed := strings.Cut(phrase[1:], "}")
	if phrase[0] != '{' || !closed {
		return false
	}
	for w := range strings.SplitSeq(choice, "|") {
		if w == "" && !ends(after) || w != "" && !endsWord(w) {
			return false
		}
	}
	return true
}

// endsWord reports whether what a text begins with ends the word before it.
func endsWord(s string) bool { return s[0] == ' ' || strings.HasPrefix(s, ", ") }
