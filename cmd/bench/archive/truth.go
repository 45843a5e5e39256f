package archive

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// truths gathers the answers while reports are written.
type truths struct {
	Truth
	noWoman  map[string]*Answer
	admitted map[string]*Returned
}

func newTruths(c Config) *truths {
	return &truths{
		Truth:   Truth{Seed: c.Seed, Formats: map[string]int{}, Encodings: map[string]int{}},
		noWoman: map[string]*Answer{}, admitted: map[string]*Returned{},
	}
}

func answer(c *congress) *Answer {
	return &Answer{Unit: c.organisation(), Level: c.level(c.term), Province: c.unit.province().name, Term: c.term.start}
}

func (t *truths) add(d *draft) {
	t.Reports++
	t.Formats[d.format]++
	t.Encodings[d.encoding]++
	for _, l := range d.lies {
		l.Report = d.gold.ID
		t.Contradictions = append(t.Contradictions, l)
	}
	for _, c := range d.noWoman {
		if c.kind != district {
			continue
		}
		key := fmt.Sprint(c.unit.id, c.term.start)
		if t.noWoman[key] == nil {
			t.noWoman[key] = answer(c)
		}
		t.noWoman[key].Reports = append(t.noWoman[key].Reports, d.gold.ID)
	}
	c := d.congress
	for _, code := range d.gold.Limitations {
		// A province that was joined with others keeps its name.
		key := c.level(c.term) + c.organisation() + c.unit.province().name + code
		if t.admitted[key] == nil {
			t.admitted[key] = &Returned{Unit: c.organisation(), Level: c.level(c.term), Province: c.unit.province().name, Code: code}
		}
		a := t.admitted[key]
		a.Terms, a.Reports = append(a.Terms, c.term.start), append(a.Reports, d.gold.ID)
	}
}

// answers closes the list with the congresses that nobody reported.
func (t *truths) answers(silent []*congress) *Truth {
	for _, c := range silent {
		t.NoReport = append(t.NoReport, *answer(c))
	}
	for _, key := range slices.Sorted(maps.Keys(t.noWoman)) {
		t.NoWoman = append(t.NoWoman, *t.noWoman[key])
	}
	slices.SortFunc(t.NoWoman, func(a, b Answer) int {
		return cmp.Or(cmp.Compare(a.Province, b.Province), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Term, b.Term))
	})
	for _, key := range slices.Sorted(maps.Keys(t.admitted)) {
		if a := t.admitted[key]; len(a.Terms) > 1 {
			t.Returned = append(t.Returned, *a)
		}
	}
	return &t.Truth
}
