package report

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// Messages are written once, in English, where the trouble is; what a person
// reads is translated where it is shown, so that journal and tables hold one
// text for every language, and no room needs to know who reads it.
//
//go:embed messages.tsv
var messages string

// message is one line of messages.tsv: its texts cut at the places of values.
type message struct {
	en, vi []string
	size   int // of what is fixed
}

// catalogue is messages.tsv by the first byte of what a message may be, the longest
// fixed texts first: they say most.
var catalogue = sync.OnceValue(func() *[256][]*message {
	var out []message
	for line := range strings.Lines(messages) {
		en, vi, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		m := message{en: strings.Split(en, "{}"), vi: strings.Split(vi, "{}")}
		m.size = len(en) - 2*(len(m.en)-1)
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b message) int { return b.size - a.size })
	var by [256][]*message
	for i := range out {
		for c := range by {
			if first := out[i].en[0]; first == "" || first[0] == byte(c) {
				by[c] = append(by[c], &out[i])
			}
		}
	}
	return &by
})

// Translate says messages of the program, one a line, in a language. What no
// line of messages.tsv knows stays as it is, and so do names and numbers.
func Translate(lang, text string) string {
	if text == "" || lang == "en" && !strings.Contains(text, told) {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		parts := strings.Split(line, told) // every other is what Label.Told made
		if lang != "en" {
			parts[0], _ = translated(parts[0], 0)
		}
		for k := 1; k < len(parts); k += 2 {
			parts[k] = Text(parts[k]).In(lang).Text()
		}
		lines[i] = strings.Join(parts, "")
	}
	return strings.Join(lines, "\n")
}

// Untranslated is what of a message would stay as it is although it has words: for
// a test that holds messages.tsv complete.
func Untranslated(text string) []string {
	var left []string
	for line := range strings.SplitSeq(text, "\n") {
		_, missed := translated(line, 0)
		left = append(left, missed...)
	}
	return slices.DeleteFunc(left, func(s string) bool {
		return !strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' })
	})
}

// nested bounds messages inside messages: a chain of causes is never longer.
const nested = 8

// translated translates one message, and names the pieces that no line knows. One
// that is not known whole is taken apart at its semicolons and colons: "file:
// trouble: cause; cure".
func translated(s string, depth int) (out string, missed []string) {
	if depth > nested || s == "" {
		return s, nil
	}
	for i := 0; ; { // whole, or behind "file: rule x: "
		if said, ok := whole(s[i:], depth); ok {
			head, missed := s[:i], []string(nil)
			if i > 0 {
				head, missed = translated(s[:i-len(": ")], depth+1)
				head += ": "
			}
			return head + said, missed
		}
		next := strings.Index(s[i:], ": ")
		if next < 0 {
			break
		}
		i += next + len(": ")
	}
	for _, by := range []string{"; ", ": ", ", "} {
		if head, rest, ok := strings.Cut(s, by); ok {
			a, missedA := translated(head, depth+1)
			b, missedB := translated(rest, depth+1)
			return a + by + b, append(missedA, missedB...)
		}
	}
	return s, []string{s}
}

// whole translates a text that one line knows from end to end.
func whole(s string, depth int) (string, bool) {
	if s == "" {
		return "", false
	}
	for _, m := range catalogue()[s[0]] {
		values, ok := m.match(s)
		if !ok {
			continue
		}
		var b strings.Builder
		for i, fixed := range m.vi {
			b.WriteString(fixed)
			if i < len(values) {
				said, _ := translated(values[i], depth+1)
				b.WriteString(said)
			}
		}
		return b.String(), true
	}
	return "", false
}

// match returns the values of a text that is the message.
func (m *message) match(s string) ([]string, bool) {
	rest, ok := strings.CutPrefix(s, m.en[0])
	if !ok {
		return nil, false
	}
	var values []string
	for i, fixed := range m.en[1:] {
		at := strings.Index(rest, fixed)
		if i == len(m.en)-2 { // the last: to the end
			if at = len(rest) - len(fixed); at < 0 || rest[at:] != fixed {
				return nil, false
			}
			if fixed == "" && strings.Contains(rest, "; ") {
				return nil, false // it would swallow the cure behind the message
			}
		}
		if at <= 0 {
			return nil, false // a value is never empty
		}
		if i == 0 && m.en[0] == "" && strings.Contains(rest[:at], ": ") {
			return nil, false // it would swallow the place before the message
		}
		values = append(values, rest[:at])
		rest = rest[at+len(fixed):]
	}
	return values, rest == ""
}
