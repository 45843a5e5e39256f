package csv

import "strings"

// splitter takes fields off a text.
type splitter struct {
	rest      string
	separator byte
	quotes    bool // a quoted field ends at its quote, not at its line
}

func (s *splitter) more() bool { return s.rest != "" }

// field takes the next field and reports whether it is the last of its line.
func (s *splitter) field() (field string, last bool) {
	if s.quotes && s.rest != "" && s.rest[0] == '"' {
		if quoted, ok := s.quoted(); ok {
			tail, last := s.plain()
			return strings.ReplaceAll(quoted, "\r\n", "\n") + tail, last
		}
		s.quotes = false // one that never closes would swallow the rest
	}
	field, last = s.plain()
	return strings.TrimSpace(field), last
}

// plain takes everything up to the next separator or line end.
func (s *splitter) plain() (field string, last bool) {
	for i := range len(s.rest) {
		switch c := s.rest[i]; c {
		case s.separator:
			field, s.rest = s.rest[:i], s.rest[i+1:]
			return field, false
		case '\n', '\r':
			field = s.rest[:i]
			if strings.HasPrefix(s.rest[i:], "\r\n") {
				i++
			}
			s.rest = s.rest[i+1:]
			return field, true
		}
	}
	field, s.rest = s.rest, ""
	return field, true
}

// quoted takes a field in quotes, in which two quotes are one.
func (s *splitter) quoted() (string, bool) {
	var b strings.Builder
	rest := s.rest[1:]
	for {
		i := strings.IndexByte(rest, '"')
		if i < 0 {
			return "", false
		}
		b.WriteString(rest[:i])
		rest = rest[i+1:]
		if rest == "" || rest[0] != '"' {
			s.rest = rest
			return b.String(), true
		}
		b.WriteByte('"')
		rest = rest[1:]
	}
}

// separators are the candidates. The comma comes last: in a file parted by
// anything else it is a decimal comma or part of a sentence.
var separators = [...]byte{'\t', ';', '|', ','}

// sampled is how many lines decide the separator.
const sampled = 100

// findSeparator returns the separator of a text and the text without the line
// "sep=;" with which Excel names it.
func findSeparator(text string) (byte, string) {
	if line, rest, _ := strings.Cut(text, "\n"); len(line) >= 5 && strings.EqualFold(line[:4], "sep=") {
		if sep := strings.TrimRight(line[4:], "\r"); len(sep) == 1 {
			return sep[0], rest
		}
	}
	best, most := byte(','), 0
	for _, sep := range separators {
		if n := agreement(text, sep); n > most {
			best, most = sep, n
		}
	}
	return best, text
}

// agreement is the number of sampled lines that a separator parts into as many
// fields as it does most, 0 when these are fewer than half of them.
func agreement(text string, separator byte) int {
	s := splitter{rest: text, separator: separator, quotes: true}
	counts := make(map[int]int)
	lines, fields := 0, 0
	for s.more() && lines < sampled {
		field, last := s.field()
		fields++
		if !last {
			continue
		}
		if fields > 1 || field != "" {
			lines++
			counts[fields]++
		}
		fields = 0
	}
	most := 0
	for n, lines := range counts {
		if n > 1 {
			most = max(most, lines)
		}
	}
	if most*2 < lines {
		return 0
	}
	return most
}
