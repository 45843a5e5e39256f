package text

import (
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Levels of numbered headings, as Party documents number them: parts, Roman
// numerals, Arabic numerals, letters.
const (
	levelPart   = 1
	levelRoman  = 2
	levelArabic = 3
	levelSecond = 4 // 1.1
	levelLetter = 5
)

// headingLength is the longest text in code points that is taken for a heading
// by its number or look; longer ones are numbered paragraphs.
const headingLength = 160

// sections finds headings that the format does not mark and sets the section
// of every block.
func sections(doc *report.Document) {
	var open []int // indexes of headings, outermost first
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == report.Paragraph || b.Kind == report.ListItem || b.Kind == report.Heading {
			mark(doc, b)
		}
		if b.Kind != report.Heading {
			if len(open) > 0 {
				b.Section = open[len(open)-1]
			}
			continue
		}
		for len(open) > 0 && doc.Blocks[open[len(open)-1]].Level >= b.Level {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			b.Section = open[len(open)-1]
		}
		open = append(open, i)
	}
}

// mark makes a numbered or bold short paragraph a heading and gives every
// heading a level.
func mark(doc *report.Document, b *report.Block) {
	line := doc.At(b.Span)
	label, level := number(line)
	if b.Label == "" {
		b.Label = label
	}
	if b.Kind == report.Heading {
		if b.Level == 0 {
			b.Level = max(level, 1)
		}
		return
	}
	if label == "" {
		if b.Bold && !b.Centre && utf8.RuneCountInString(line) <= headingLength && !ends(line) {
			b.Kind, b.Level = report.Heading, levelArabic
		}
		return
	}
	rest := strings.TrimSpace(line[len(label):])
	if rest == "" && level != levelPart || utf8.RuneCountInString(rest) > headingLength {
		return
	}
	// A numbered line is a heading when it has no full stop: "1. Công tác chuẩn
	// bị"; with one it is a numbered paragraph, unless it is bold or in capitals.
	if b.Bold || capitals(line) || !ends(rest) && level <= levelSecond && b.Kind != report.ListItem || level == levelPart {
		b.Kind, b.Level = report.Heading, level
	}
}

// numbered reports whether a line begins with a section number.
func numbered(line string) bool {
	label, _ := number(line)
	return label != ""
}

// number returns the section number at the start of a line with its mark, and
// its level: "Phần thứ nhất", "I.", "I-", "1.", "1-", "1.1.", "a)".
func number(line string) (label string, level int) {
	if strings.HasPrefix(vn.Fold(line[:min(len(line), 24)]), "phần thứ ") || strings.HasPrefix(vn.Fold(line[:min(len(line), 24)]), "chương ") {
		words := strings.SplitN(line, " ", 4)
		return strings.TrimRight(strings.Join(words[:min(3, len(words))], " "), ".:"), levelPart
	}
	i := strings.IndexAny(line, ".-/) ")
	if i <= 0 || i > 6 {
		return "", 0
	}
	word := line[:i]
	if _, ok := vn.Roman(word); ok && (line[i] == '.' || line[i] == '-' || line[i] == '/') {
		return line[:i+1], levelRoman
	}
	switch {
	case strings.Trim(word, "0123456789") == "" && len(word) <= 2:
		return arabic(line, i)
	case len(word) == 1 && word[0] >= 'a' && word[0] <= 'z' && line[i] == ')':
		return line[:i+1], levelLetter
	case word == "đ" && line[i] == ')':
		return line[:i+1], levelLetter
	}
	return "", 0
}

// arabic reads "1.", "1-", "1)" and "1.1." at the start of a line; a figure that
// begins a sentence ("15 đồng chí", "1.298 đảng bộ", "30-6") is no number.
func arabic(line string, i int) (string, int) {
	j := i + 1
	level := levelArabic
	for line[i] == '.' && j < len(line) && digit(line[j]) {
		k := j
		for k < len(line) && digit(line[k]) {
			k++
		}
		if k-j > 2 {
			return "", 0
		}
		level, j = levelSecond, k
		if j < len(line) && line[j] == '.' {
			j++
			continue
		}
		break
	}
	if line[i] == ' ' || j >= len(line) || line[j] != ' ' && level == levelArabic && digit(line[j]) {
		return "", 0
	}
	if level == levelArabic && line[i] == '-' && line[j] != ' ' && digit(line[j]) {
		return "", 0
	}
	return line[:j], level
}
