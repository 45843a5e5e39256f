package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// join makes paragraphs of printed lines. Two kinds of text come in lines: text
// that a printer or typist broke at the margin, whose lines are about equally
// long, and text with one paragraph a line. The first is joined; of the second
// only lines that cannot end there ("GS.", "TP.").
func join(lines []report.Part) []report.Part {
	margin := margin(lines)
	out := make([]report.Part, 0, len(lines))
	open := false // the last part may go on
	length := 0   // of the last line
	for _, p := range lines {
		text := strings.TrimSpace(p.Text())
		if text == "" {
			open = false
			continue
		}
		if n := len(out); open && n > 0 && goesOn(&out[n-1], &p, text, length, margin) {
			glue(&out[n-1], p)
		} else {
			out = append(out, p)
		}
		open, length = true, utf8.RuneCountInString(text)
	}
	return out
}

// margin returns the width at which the lines of a text are broken, 0 when
// each line is a paragraph. A typist's lines are under 120 characters wide and
// most of them fill at least three quarters of the widest ones.
func margin(lines []report.Part) int {
	var widths [240]int
	n, widest := 0, 0
	for i := range lines {
		w := utf8.RuneCountInString(strings.TrimSpace(lines[i].Text()))
		if w == 0 {
			continue
		}
		n++
		widest = max(widest, w)
		if w >= len(widths) {
			return 0
		}
		widths[w]++
	}
	if n < 6 || widest > 130 {
		return 0
	}
	full := 0
	for w := widest * 3 / 4; w <= widest; w++ {
		full += widths[w]
	}
	if full*2 < n {
		return 0
	}
	return widest
}

// goesOn reports whether a line goes on with the paragraph of the line before.
func goesOn(last, p *report.Part, text string, length, margin int) bool {
	if p.Kind != report.Paragraph || last.Kind != report.Paragraph {
		return false
	}
	before := strings.TrimSpace(last.Text())
	if abbreviated(before) {
		return true
	}
	if margin == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case length < margin*6/10: // a short line ends its paragraph
		return unicode.IsLower(first) && !ends(before)
	case numbered(text) || strings.HasPrefix(text, "- ") || strings.HasPrefix(text, "+ ") || strings.HasPrefix(text, "* "):
		return false
	case capitals(before) != capitals(text):
		return false
	}
	return !ends(before) || unicode.IsLower(first) || length >= margin*9/10 && !startsParagraph(p)
}

// startsParagraph reports whether a line is indented.
func startsParagraph(p *report.Part) bool {
	t := p.Text()
	return strings.HasPrefix(t, "  ") || strings.HasPrefix(t, "\t")
}

func ends(s string) bool {
	s = strings.TrimRight(s, `"”’')] `)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…") ||
		strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";")
}

func capitals(s string) bool {
	return s == strings.ToUpper(s) && strings.ContainsFunc(s, unicode.IsLetter)
}

// glue appends a line to a paragraph. A figure that the break cut ("36." and
// "954") is put together again; a word cut by a hyphen is not Vietnamese.
func glue(last *report.Part, p report.Part) {
	sep := " "
	before, after := last.Text(), strings.TrimLeft(p.Text(), " \t")
	if cutFigure(before, after) {
		sep = ""
		last.Runs = append(last.Runs[:len(last.Runs):len(last.Runs)], report.Run{Text: ""})
		for i := len(last.Runs) - 1; i >= 0; i-- {
			last.Runs[i].Text = strings.TrimRight(last.Runs[i].Text, " \t")
			if last.Runs[i].Text != "" {
				break
			}
		}
		if len(p.Runs) > 0 {
			p.Runs = append([]report.Run{}, p.Runs...)
			p.Runs[0].Text = strings.TrimLeft(p.Runs[0].Text, " \t")
		}
	}
	runs := append([]report.Run{}, last.Runs...)
	if sep != "" {
		runs = append(runs, report.Run{Text: sep})
	}
	last.Runs = append(runs, p.Runs...)
}

// cutFigure reports whether a line break cut a figure: "36." before "954 …".
func cutFigure(before, after string) bool {
	before = strings.TrimRight(before, " \t")
	if !strings.HasSuffix(before, ".") && !strings.HasSuffix(before, ",") || len(before) < 2 || !digit(before[len(before)-2]) {
		return false
	}
	n := 0
	for n < len(after) && digit(after[n]) {
		n++
	}
	if n == len(after) || after[n] != ' ' && after[n] != '.' && after[n] != ',' && after[n] != '%' && after[n] != ')' && after[n] != '/' {
		return false
	}
	return strings.HasSuffix(before, ".") && n == 3 || strings.HasSuffix(before, ",") && n >= 1 && n <= 2 && strings.Contains(after[n:min(n+2, len(after))], "%")
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
