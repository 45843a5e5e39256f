package scan

import "slices"

// matches are the hits of one document: all of one class after all of another.
type matches struct {
	hits    []Hit
	classes []place // by class

	found []found // in the order of the text, before they are sorted

	// sets has for each sentence the classes that have a hit in it: most
	// questions are answered by its bits alone.
	sets  []uint64
	width int // words of a set
}

// place is where the hits of a class are.
type place struct {
	first, last int32 // in hits
	cursor      int32 // what from gave the last time, from first on
	newest, end int32 // while matching: the index in found of the last hit, and its end
}

type found struct {
	Hit
	class int32
}

// of returns the hits of a class.
func (m *matches) of(c *Class) []Hit {
	p := &m.classes[c.index]
	return m.hits[p.first:p.last:p.last]
}

// near is how many hits from looks at before it searches: rules ask for the
// tokens of a sentence in turn, and then the next hit is at most one further.
const near = 3

// from returns the hits of a class that begin at or behind a token.
func (m *matches) from(c *Class, token int32) []Hit {
	p := &m.classes[c.index]
	hits := m.hits[p.first:p.last:p.last]
	i := int(p.cursor)
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
	p.cursor = int32(i)
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

// lacks reports whether the bits of the sentences say that a class has no hit
// that begins in one sentence, the one with the number sentence.
func (m *matches) lacks(c *Class, sentence int32) bool {
	i := int(sentence)*m.width + int(c.index>>6)
	return sentence >= 0 && m.sets[i]>>(uint(c.index)&63)&1 == 0
}

// match finds the words of all classes in one pass. Within a class it keeps the
// leftmost longest hits.
func (l *Lexicon) match(tokens []Token, sentences int, m *matches) {
	m.reset(l.classes, sentences)
	list, classes := m.found, m.classes
	for i := range tokens {
		at := l.roots[tokens[i].ID]
		if at == 0 {
			continue
		}
		sentence, first := tokens[i].Sentence, int32(i)
		var set []uint64
		if sentence >= 0 {
			set = m.sets[int(sentence)*m.width : (int(sentence)+1)*m.width]
		}
		for j := i; at != 0; {
			n, behind := &l.nodes[at], &l.nodes[at+1]
			j++
			for _, e := range l.ends[n.ends:behind.ends] {
				p := &classes[e.class]
				if p.end > first {
					if h := &list[p.newest]; h.First == first { // a longer phrase from the same start
						h.Hit, p.end = Hit{first, int32(j), e.value}, int32(j)
					}
					continue
				}
				p.newest, p.end = int32(len(list)), int32(j)
				p.last++ // the number of hits until they are sorted
				list = append(list, found{Hit{first, int32(j), e.value}, e.class})
				if set != nil {
					set[e.class>>6] |= 1 << (uint(e.class) & 63)
				}
			}
			if j == len(tokens) || !n.goesOn(tokens[j].ID) || tokens[j].Sentence != sentence {
				break
			}
			at = l.step(n.child, behind.child, tokens[j].ID)
		}
	}
	m.found = list
	m.sort()
}

func (m *matches) reset(classes, sentences int) {
	m.found = m.found[:0]
	if m.classes == nil {
		m.classes = make([]place, classes)
		m.width = (classes + 63) / 64
	}
	clear(m.classes)
	m.sets = slices.Grow(m.sets[:0], sentences*m.width)[:sentences*m.width]
	clear(m.sets)
}

// sort puts the hits into their classes.
func (m *matches) sort() {
	start := int32(0)
	for i := range m.classes {
		p := &m.classes[i]
		n := p.last
		p.first, p.last = start, start // last grows again below
		start += n
	}
	m.hits = slices.Grow(m.hits[:0], len(m.found))[:len(m.found)]
	for _, f := range m.found {
		p := &m.classes[f.class]
		m.hits[p.last] = f.Hit
		p.last++
	}
}
