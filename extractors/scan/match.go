package scan

import "slices"

// matches are the hits of one document: all of one class after all of another.
type matches struct {
	hits   []Hit
	starts []int32 // by class: where its hits begin; one more for the end

	found []found // in the order of the text, before they are sorted
	last  []int32 // by class: the index in found of its last hit, plus 1

	cursors []int32 // by class: what from gave the last time
}

type found struct {
	Hit
	class int32
}

// of returns the hits of a class.
func (m *matches) of(c *Class) []Hit {
	from, to := m.starts[c.index], m.starts[c.index+1]
	return m.hits[from:to:to]
}

// near is how many hits from looks at before it searches: rules ask for the
// tokens of a sentence in turn, and then the next hit is at most one further.
const near = 3

// from returns the hits of a class that begin at or behind a token.
func (m *matches) from(c *Class, token int32) []Hit {
	hits := m.of(c)
	i := int(m.cursors[c.index])
	if i > 0 && hits[i-1].First >= token {
		i = search(hits[:i], token)
	} else {
		for end := i + near; i < len(hits) && hits[i].First < token; i++ {
			if i == end {
				i += search(hits[i:], token)
				break
			}
		}
	}
	m.cursors[c.index] = int32(i)
	return hits[i:]
}

// search returns the index of the first hit that begins at or behind a token.
func search(hits []Hit, token int32) int {
	from, to := 0, len(hits)
	for from < to {
		if middle := int(uint(from+to) >> 1); hits[middle].First < token {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return from
}

// match finds the words of all classes in one pass.
func (l *Lexicon) match(tokens []Token, m *matches) {
	m.reset(l.classes)
	for i := range tokens {
		at := l.roots[tokens[i].ID]
		for j := i; at != 0; {
			n := &l.nodes[at]
			for _, e := range l.ends[n.first:n.last] {
				m.add(e, int32(i), int32(j+1))
			}
			j++
			if j == len(tokens) || !n.goesOn(tokens[j].ID) || tokens[j].Sentence != tokens[i].Sentence {
				break
			}
			at = l.edges.step(at, tokens[j].ID)
		}
	}
	m.sort()
}

func (m *matches) reset(classes int) {
	m.found = m.found[:0]
	if m.last == nil {
		m.last, m.starts, m.cursors = make([]int32, classes), make([]int32, classes+1), make([]int32, classes)
	}
	clear(m.last)
	clear(m.starts)
	clear(m.cursors)
}

// add keeps the leftmost longest hits of a class.
func (m *matches) add(e entry, first, last int32) {
	if n := m.last[e.class]; n > 0 {
		if h := &m.found[n-1]; h.Last > first {
			if h.First == first { // a longer phrase from the same start
				h.Hit = Hit{first, last, e.value}
			}
			return
		}
	}
	m.found = append(m.found, found{Hit{first, last, e.value}, e.class})
	m.last[e.class] = int32(len(m.found))
	m.starts[e.class+1]++
}

// sort puts the hits into their classes.
func (m *matches) sort() {
	for class := range m.last {
		m.starts[class+1] += m.starts[class]
	}
	m.hits = slices.Grow(m.hits[:0], len(m.found))[:len(m.found)]
	next := m.last // no longer needed
	copy(next, m.starts)
	for _, f := range m.found {
		m.hits[next[f.class]] = f.Hit
		next[f.class]++
	}
}
