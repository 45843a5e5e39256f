package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// abbreviations are words that a full stop follows without ending a sentence,
// in lower case.
var abbreviations = map[string]bool{
	"tp": true, "tx": true, "tt": true, "gs": true, "pgs": true, "ts": true, "ths": true, "bs": true, "bscki": true, "ks": true, "ls": true,
	"đ/c": true, "đc": true, "đ.c": true, "mr": true, "mrs": true, "dr": true, "st": true, "t": true, "q": true, "p": true, "h": true,
	"nxb": true, "no": true, "tr": true, "vd": true, "cn": true, "th.s": true, "t.s": true, "g.s": true, "p.g.s": true, "gs.ts": true, "pgs.ts": true,
}

// abbreviated reports whether a text ends with an abbreviation and its stop.
func abbreviated(s string) bool {
	s, ok := strings.CutSuffix(strings.TrimSpace(s), ".")
	if !ok {
		return false
	}
	i := strings.LastIndexAny(s, " \t(,;")
	return abbreviations[strings.ToLower(s[i+1:])]
}

// sentences cuts every block into its sentences. They end at . ! ? and … before
// white space and a capital, a digit, a quote or a bullet; not after an
// abbreviation or a section number, and never at a semicolon, so
// that a list stays with the words that govern it.
func sentences(doc *report.Document) {
	doc.Sentences = make([]report.Sentence, 0, len(doc.Blocks)*2)
	for b := range doc.Blocks {
		block := doc.Blocks[b].Span
		start := block.Start
		for i := block.Start; i < block.End; {
			end, ok := boundary(doc.Text, block, start, i)
			if !ok {
				i++
				continue
			}
			add(doc, b, start, end)
			start, i = end, end
		}
		add(doc, b, start, block.End)
	}
}

// add appends a sentence without the white space around it.
func add(doc *report.Document, b, start, end int) {
	for start < end && doc.Text[start] == ' ' {
		start++
	}
	for end > start && doc.Text[end-1] == ' ' {
		end--
	}
	if start < end {
		doc.Sentences = append(doc.Sentences, report.Sentence{Span: report.Span{Start: start, End: end}, Block: b})
	}
}

// boundary reports whether a sentence that began at start ends at byte i, and
// where.
func boundary(text string, block report.Span, start, i int) (int, bool) {
	switch c := text[i]; {
	case c == '.' || c == '!' || c == '?':
	case c == 0xE2 && strings.HasPrefix(text[i:block.End], "…"):
		i += len("…") - 1
	default:
		return 0, false
	}
	if text[i] == '.' && abbreviation(text, start, i) {
		return 0, false
	}
	end := i + 1
	for end < block.End { // "…", "./.", closing quotes and brackets belong to the sentence
		r, size := utf8.DecodeRuneInString(text[end:block.End])
		if !strings.ContainsRune(`.!?/…"”’')]»`, r) {
			break
		}
		end += size
	}
	if end == block.End {
		return end, true
	}
	if text[end] != ' ' {
		return 0, false
	}
	r, _ := utf8.DecodeRuneInString(text[end+1 : block.End])
	if unicode.IsUpper(r) || unicode.IsDigit(r) && text[i] != '.' || strings.ContainsRune(`"“‘'([-–+*•«`, r) {
		return end, true
	}
	return 0, false
}

// abbreviation reports whether the stop at byte i belongs to an abbreviation
// (TP., GS.), a number of the section (1., I., a.) at the start
// of the sentence, or a number (1.298).
func abbreviation(text string, start, i int) bool {
	j := i
	for j > start {
		r, size := utf8.DecodeLastRuneInString(text[start:j])
		if r == ' ' || r == '(' || r == '"' || r == '“' || r == ',' || r == ';' {
			break
		}
		j -= size
	}
	word := text[j:i]
	if word == "" {
		return false
	}
	if i+1 < len(text) && text[i+1] != ' ' && text[i+1] != '\n' { // 1.298, T.Ư, ./.
		return text[i+1] != '"' && text[i+1] != ')' && text[i+1] != '/' && !strings.HasPrefix(text[i+1:], "”") && text[i+1] != '.' && !strings.HasPrefix(text[i+1:], "…")
	}
	switch {
	case abbreviations[strings.ToLower(word)]:
		return true
	case strings.TrimSpace(text[start:j]) == "": // the first word of the sentence
		return label(word)
	}
	return false
}

// label reports whether a word numbers a section: 1, 1.1, I, a.
func label(word string) bool {
	n := utf8.RuneCountInString(word)
	digits := strings.Trim(word, "0123456789.") == ""
	return digits && n <= 5 || n <= 5 && strings.Trim(word, "IVX") == "" || n == 1
}
