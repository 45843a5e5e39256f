package ocr

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/report"
)

// word is one word of Tesseract's table, in dots.
type word struct {
	line                     string // page, block, paragraph and line
	left, top, width, height float64
	confidence               uint8
	text                     string
}

// glyphs turns Tesseract's table into characters at places, with the marks of
// firm phrases mended. Tesseract knows the
// box of each word; its letters are spread over it evenly.
func glyphs(table []byte, scale float64) ([]layout.Glyph, error) {
	words, err := parse(string(table))
	if err != nil {
		return nil, err
	}
	var out []layout.Glyph
	for start := 0; start < len(words); {
		end := start + 1
		for end < len(words) && words[end].line == words[start].line {
			end++
		}
		firm.reread(words[start:end])
		out = appendLine(out, words[start:end], scale)
		start = end
	}
	return out, nil
}

// parse reads the table: a head, then a row for every page, block, paragraph,
// line and word.
func parse(table string) ([]word, error) {
	const columns, wordLevel = 12, "5"
	var words []word
	for row := range strings.Lines(table) {
		f := strings.SplitN(strings.TrimRight(row, "\r\n"), "\t", columns)
		if len(f) != columns || f[0] != wordLevel {
			continue
		}
		w := word{line: strings.Join(f[1:5], "."), text: strings.TrimSpace(strings.ToValidUTF8(f[11], "\uFFFD"))}
		var numbers [5]float64
		for i := range numbers {
			n, err := strconv.ParseFloat(f[6+i], 64)
			if err != nil || math.IsNaN(n) {
				return nil, report.Becausef(report.ToolFailed, "tesseract: a table with %q for a number", f[6+i])
			}
			numbers[i] = n
		}
		w.left, w.top, w.width, w.height = numbers[0], numbers[1], numbers[2], numbers[3]
		w.confidence = uint8(min(max(numbers[4], 1), 100))
		if w.text != "" {
			words = append(words, w)
		}
	}
	return words, nil
}

// appendLine appends the words of one line, on one baseline though the scan may
// lean.
func appendLine(out []layout.Glyph, words []word, scale float64) []layout.Glyph {
	slices.SortStableFunc(words, func(p, q word) int { return cmp.Compare(p.left, q.left) })
	base, size := measure(words)
	for i, w := range words {
		if i > 0 {
			before := words[i-1]
			out = append(out, layout.Glyph{
				R: ' ', X0: float32((before.left + before.width) * scale), X1: float32(w.left * scale),
				Y: float32(base * scale), Size: float32(size * scale), Font: -1, Confidence: before.confidence,
			})
		}
		step := w.width / float64(utf8.RuneCountInString(w.text))
		x := w.left
		for _, r := range w.text {
			out = append(out, layout.Glyph{
				R: r, X0: float32(x * scale), X1: float32((x + step) * scale),
				Y: float32(base * scale), Size: float32(size * scale), Font: -1, Confidence: w.confidence,
			})
			x += step
		}
	}
	return out
}

// measure estimates the baseline and the font size of a line from its words:
// the bottom of words without a descender is the baseline, and a word is about
// as high as three quarters of the size.
func measure(words []word) (base, size float64) {
	var bottoms, heights []float64
	for _, w := range words {
		heights = append(heights, w.height)
		if !strings.ContainsAny(w.text, "gpqyjQ,;()[]{}/ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ-–—.*") {
			bottoms = append(bottoms, w.top+w.height)
		}
	}
	size = median(heights) / 0.85
	if len(bottoms) == 0 {
		for _, w := range words {
			bottoms = append(bottoms, w.top+w.height-0.2*w.height)
		}
	}
	return median(bottoms), max(size, 1)
}

func median(v []float64) float64 {
	slices.Sort(v)
	return v[len(v)/2]
}
