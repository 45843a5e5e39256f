package parts

import "github.com/tongket/tongket/pipeline/report"

// Join puts texts, each with tables numbered from 1, behind each other.
func Join(texts ...[]report.Part) []report.Part {
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
