package audit

import (
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// scopes knows what the totals of tables add up, and how many organisations the
// document speaks of.
type scopes struct {
	own    string                      // level of the organisation that the document is about
	units  map[*figure][]string        // of the rows above a total, sorted
	stated map[string]map[float64]bool // numbers of organisations, by level
}

func (a *auditor) scopes() *scopes {
	s := &scopes{a.level, map[*figure][]string{}, map[string]map[float64]bool{}}
	open := map[key][]string{} // rows since the last total
	for i := range a.figures {
		f := &a.figures[i]
		if f.body == "organization" && f.place == "" && f.stat != "percent" && (f.attribute == "total" || f.attribute == "completed") {
			if s.stated[f.level] == nil {
				s.stated[f.level] = map[float64]bool{}
			}
			s.stated[f.level][f.value] = true
		}
		if !f.cell {
			continue
		}
		k := f.key()
		k.place, k.level = "", ""
		if f.place != "" {
			open[k] = append(open[k], f.place)
		} else if units := open[k]; len(units) > 0 {
			slices.Sort(units)
			s.units[f] = slices.Compact(units)
			delete(open, k)
		}
	}
	return s
}

// differ reports whether two figures of one key are about different people: the
// total of a table that lists units is of these units, and neither what the
// prose says of the organisation itself, nor of more units than the table has,
// nor what a table of other units adds up to.
func (s *scopes) differ(f, g *figure) bool {
	switch {
	case f.cell && g.cell:
		x, y := s.units[f], s.units[g]
		return len(x) > 0 && len(y) > 0 && !slices.Equal(x, y)
	case f.cell:
		return s.apart(f)
	case g.cell:
		return s.apart(g)
	}
	return false
}

// apart reports whether the total of a table is not that of all the units which
// the document speaks of. Where it does not say how many they are, it may be.
func (s *scopes) apart(total *figure) bool {
	units := s.units[total]
	if len(units) == 0 {
		return false
	}
	if total.level == s.own {
		return true // a sum over units beside the organisation's own figure
	}
	stated := s.stated[total.level]
	return len(stated) > 0 && !stated[float64(len(units))]
}

// levelOf is the level of the organisation that a document is about.
func levelOf(rows []report.Row) string {
	for _, r := range rows {
		if r.Table.Name == "documents" {
			return r.Get("org_level").Text()
		}
	}
	return ""
}
