package audit

import (
	"cmp"
	"slices"
)

// index finds the exact figures of a document by what they count, each list in
// the order of the text, so that a long document costs no more than its length.
type index struct {
	totals   map[member][]*figure   // counts that are totals
	members  map[member][]*figure   // counts
	sentence map[restated][]*figure // counts by sentence
	named    map[string][]*figure   // by body.attribute
	valued   map[stated]*figure     // the first of a name and value
	counts   []*figure              // one of each value, by value: the first in the text
}

// member is whom a count counts.
type member struct {
	body, attribute string
	scope
}

// restated is what a share and its count have in common.
type restated struct {
	member
	qualifier, evidence string
}

// stated is a name with its value, as the column base has them.
type stated struct {
	name  string
	value float64
}

func indexOf(figures []figure) index {
	x := index{
		totals: map[member][]*figure{}, members: map[member][]*figure{}, sentence: map[restated][]*figure{},
		named: map[string][]*figure{}, valued: map[stated]*figure{},
	}
	seen := map[float64]bool{}
	for i := range figures {
		f := &figures[i]
		f.at = i
		if !f.exact() {
			continue
		}
		name := f.name()
		x.named[name] = append(x.named[name], f)
		if at := (stated{name, f.value}); x.valued[at] == nil {
			x.valued[at] = f
		}
		if (f.stat == "count" || f.stat == "ratio_total") && !seen[f.value] {
			seen[f.value] = true
			x.counts = append(x.counts, f)
		}
		if f.stat != "count" {
			continue
		}
		m := member{f.body, f.attribute, f.scopeKey()}
		x.members[m] = append(x.members[m], f)
		if f.attribute == "total" {
			x.totals[m] = append(x.totals[m], f)
		}
		at := restated{m, f.qualifier, f.row.Get("evidence").Text()}
		x.sentence[at] = append(x.sentence[at], f)
	}
	slices.SortStableFunc(x.counts, func(f, g *figure) int { return cmp.Compare(f.value, g.value) })
	return x
}
