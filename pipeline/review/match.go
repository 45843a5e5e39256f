package review

import (
	"github.com/tongket/tongket/pipeline/report"
)

// find returns the index of the row that a correction was made on, -1 when it
// is no longer there. From sure to less sure: the row's own id, its place in
// the text, its sentence with the same values, its sentence and a place that
// touches its own. Of several rows at one place the one that says most of what
// was reviewed is taken.
func find(rows []report.Row, c *Correction) int {
	if c.Table == "documents" {
		for i, r := range rows {
			if r.Table.Name == "documents" {
				return i
			}
		}
		return -1
	}
	var place, values, touching []int
	for i, r := range rows {
		if r.Table.Name != c.Table {
			continue
		}
		if c.Row != "" && r.Get("row_id").Text() == c.Row {
			return i
		}
		start, end := spanOf(r)
		sentence := r.Get("evidence").Text() == c.Evidence
		switch {
		case end > 0 && start == c.Start && end == c.End, end == 0 && c.End == 0 && sentence:
			place = append(place, i)
		case sentence && likeness(r, c) == len(c.Was):
			values = append(values, i)
		case sentence && start < c.End && c.Start < end:
			touching = append(touching, i)
		}
	}
	switch {
	case len(place) > 0:
		return likest(rows, place, c)
	case len(values) > 0:
		return values[0]
	case len(touching) == 1:
		return touching[0]
	}
	return -1
}

// spanOf returns a row's place in code points, 0 and 0 for none.
func spanOf(r report.Row) (start, end int) {
	s, _ := r.Get("evidence_start").Number()
	e, _ := r.Get("evidence_end").Number()
	return int(s), int(e)
}

// likeness counts the columns that say what they said when the row was
// reviewed.
func likeness(r report.Row, c *Correction) int {
	n := 0
	for column, was := range c.Was {
		if r.Get(column).String() == was {
			n++
		}
	}
	return n
}

func likest(rows []report.Row, of []int, c *Correction) int {
	best, most := of[0], -1
	for _, i := range of {
		if n := likeness(rows[i], c); n > most {
			best, most = i, n
		}
	}
	return best
}
