package parts

import (
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// Join puts texts, each with tables numbered from 1, behind each other.
func Join(texts ...[]report.Part) []report.Part {
	texts = slices.DeleteFunc(texts, func(text []report.Part) bool { return len(text) == 0 })
	if len(texts) == 1 {
		return texts[0]
	}
	var all []report.Part
	tables := 0
	for _, text := range texts {
		last := 0
		for _, p := range text {
			if p.Cell.Table > 0 {
				last = max(last, p.Cell.Table)
				p.Cell.Table += tables
			}
			all = append(all, p)
		}
		tables += last
	}
	return all
}
