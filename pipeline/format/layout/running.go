package layout

import (
	"strings"
	"unicode"

	"github.com/tongket/tongket/pipeline/report"
)

const (
	margin     = 0.12 // of the page's height in which running heads stand
	candidates = 3    // paragraphs from the top or bottom that may be one
)

// markRunning marks running heads, running feet and page numbers: short
// paragraphs in the margins of which other pages have the like at the same
// height. A bare page number needs no second page.
func markRunning(items []item) {
	pages := byPage(items)
	seen := map[likeness]int{}
	each(pages, func(it *item, top bool) { seen[likenessOf(it, top)]++ })
	each(pages, func(it *item, top bool) {
		enough := 2
		if len(pages) > 8 {
			enough = 3
		}
		if !pageNumber(it.part.Text()) && seen[likenessOf(it, top)] < enough {
			return
		}
		it.part.Kind = report.PageFooter
		if top {
			it.part.Kind = report.PageHeader
		}
		it.flow = false
	})
}

// each calls f for the paragraphs in the margins.
func each(pages [][]item, f func(it *item, top bool)) {
	for _, page := range pages {
		for i := 0; i < min(candidates, len(page)); i++ {
			if it := &page[i]; inMargin(it) && it.box.y1 < margin*it.height {
				f(it, true)
			}
		}
		for i := len(page) - 1; i >= max(0, len(page)-candidates); i-- {
			if it := &page[i]; inMargin(it) && it.box.y0 > (1-margin)*it.height {
				f(it, false)
			}
		}
	}
}

func inMargin(it *item) bool {
	return it.part.Kind == report.Paragraph && it.flow && it.lines <= 2 && it.height > 0
}

// likeness is what running heads of two pages share: their text but for the
// numbers, and their height on the page.
type likeness struct {
	text string
	y    int
	top  bool
}

func likenessOf(it *item, top bool) likeness {
	const step = 6 // points
	return likeness{strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return r
	}, strings.ReplaceAll(digitsAsOne(it.part.Text()), " ", "")), int(it.box.y1+step/2) / step, top}
}

// digitsAsOne writes every number with one digit.
func digitsAsOne(s string) string {
	var b strings.Builder
	digit := false
	for _, r := range s {
		if isDigit := unicode.IsDigit(r); !isDigit || !digit {
			b.WriteRune(r)
			digit = isDigit
		}
	}
	return b.String()
}

// pageNumber reports whether text is nothing but a page number: "12", "- 12 -",
// "Trang 3/15".
func pageNumber(s string) bool {
	s = strings.ToLower(strings.Trim(s, " -–—."))
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "trang"), "page"))
	first, second, both := strings.Cut(s, "/")
	return digits(first) && (!both || digits(strings.TrimSpace(second)))
}

func digits(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) > 0 && len(s) <= 4 && strings.Trim(s, "0123456789") == ""
}
