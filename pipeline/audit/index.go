package audit

import (
	"cmp"
	"slices"
)

// index finds the exact figures of a document by what they count, each list in
// the order of the text, so that a long document costs no more than its length.
type index struct {
	figures []figure
	members map[member][]*figure // counts
	shares  *shares              // once somebody asks
}

// member is whom a count counts.
type member struct {
	body, attribute string
	scope
}

func indexOf(figures []figure) index {
	x := index{figures: figures, members: make(map[member][]*figure, len(figures))}
	for i := range figures {
		f := &figures[i]
		f.at = i
		if f.exact() && f.stat == "count" {
			m := member{f.body, f.attribute, f.scopeKey()}
			x.members[m] = append(x.members[m], f)
		}
	}
	return x
}

// shares finds the figures of which a share that is wrong may be one: few documents
// have any.
type shares struct {
	sentence map[restated][]*figure // counts by sentence
	named    map[string][]*figure   // by body.attribute
	valued   map[stated]*figure     // the first of a name and value
	own      map[statedIn]*figure   // the first of these in a scope
	counts   []*figure              // one of each value, by value: the first in the text
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

type statedIn struct {
	stated
	scope
}

func (x *index) ofShares() *shares {
	if x.shares != nil {
		return x.shares
	}
	s := &shares{sentence: map[restated][]*figure{}, named: map[string][]*figure{}, valued: map[stated]*figure{}, own: map[statedIn]*figure{}}
	seen := map[float64]bool{}
	for i := range x.figures {
		f := &x.figures[i]
		if !f.exact() {
			continue
		}
		name := f.name()
		s.named[name] = append(s.named[name], f)
		if at := (stated{name, f.value}); s.valued[at] == nil {
			s.valued[at] = f
		}
		if at := (statedIn{stated{name, f.value}, f.scopeKey()}); s.own[at] == nil && f.stat == "count" {
			s.own[at] = f
		}
		if (f.stat == "count" || f.stat == "ratio_total") && !seen[f.value] {
			seen[f.value] = true
			s.counts = append(s.counts, f)
		}
		if f.stat == "count" {
			at := restated{member{f.body, f.attribute, f.scopeKey()}, f.qualifier, f.row.Get("evidence").Text()}
			s.sentence[at] = append(s.sentence[at], f)
		}
	}
	slices.SortStableFunc(s.counts, func(f, g *figure) int { return cmp.Compare(f.value, g.value) })
	x.shares = s
	return s
}
