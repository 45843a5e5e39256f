package text

import (
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// markFurniture gives page numbers and running heads among printed lines their
// kinds, so that they do not cut sentences in two. They are the first or last
// lines of a page that
//
//   - are a page's number ("3", "- 3 -", "Trang 3/10"), or
//   - come back, but for figures, on at least three pages and a third of them.
//
// Readers that know better have set the kinds already.
func markFurniture(ps []*paragraph) {
	pages := splitPages(ps)
	if len(pages) < 2 {
		return
	}
	heads, feet := map[string]int{}, map[string]int{}
	for _, page := range pages {
		for i := range min(edgeLines, len(page)) {
			heads[shapeOf(page[i].text)]++
			feet[shapeOf(page[len(page)-1-i].text)]++
		}
	}
	for _, page := range pages {
		markEdge(page, report.PageHeader, func(p *paragraph) bool { return furniture(p, heads, len(pages)) })
		backwards := make([]*paragraph, 0, edgeLines)
		for i := range min(edgeLines, len(page)) {
			backwards = append(backwards, page[len(page)-1-i])
		}
		markEdge(backwards, report.PageFooter, func(p *paragraph) bool { return furniture(p, feet, len(pages)) })
	}
}

// edgeLines is how many lines of a page may be its head or foot.
const edgeLines = 2

// longestFurniture is the length of a line above which it is prose.
const longestFurniture = 120

// splitPages groups the lines with text by page; nothing for text without
// pages.
func splitPages(ps []*paragraph) [][]*paragraph {
	var pages [][]*paragraph
	last := 0
	for _, p := range ps {
		if p.text == "" || p.Page == 0 || p.Kind != report.Paragraph {
			continue
		}
		if p.Page != last {
			pages, last = append(pages, nil), p.Page
		}
		pages[len(pages)-1] = append(pages[len(pages)-1], p)
	}
	return pages
}

// markEdge marks lines from the edge of a page inwards, until one is text.
func markEdge(lines []*paragraph, kind report.Kind, is func(*paragraph) bool) {
	for i, p := range lines {
		if i == edgeLines || p.Kind != report.Paragraph || !is(p) {
			return
		}
		p.Kind = kind
	}
}

func furniture(p *paragraph, shapes map[string]int, pages int) bool {
	if utf8.RuneCountInString(p.text) > longestFurniture {
		return false
	}
	if isPageNumber(p.text, p.Page) {
		return true
	}
	n := shapes[shapeOf(p.text)]
	return n >= 3 && n*3 >= pages && numbering(p.text).rank == rankNone
}

// isPageNumber reports whether a line is a page number: the number of the page
// or one near it (the first pages may be counted or not), alone or dressed.
func isPageNumber(s string, page int) bool {
	s = strings.Trim(s, " -–—.|[]")
	for _, word := range [...]string{"Trang", "trang", "Page", "Tr."} {
		s = strings.TrimSpace(strings.TrimPrefix(s, word))
	}
	s, _, _ = strings.Cut(s, "/")
	if s == "" || len(s) > 4 || strings.Trim(s, "0123456789") != "" {
		return false
	}
	n := atoi(s)
	return n >= page-3 && n <= page+3
}

// shapeOf is a line with every figure made the same.
func shapeOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, s)
}
