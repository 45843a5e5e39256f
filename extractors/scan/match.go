package scan

import (
	"math"
	"slices"
)

// matches are the hits of one document.
type matches struct {
	classes []place // by class

	// sets has the classes that have a hit in each sentence: most questions are
	// answered by its bits alone. What is outside of all sentences is before the
	// first, and has all bits: ranges between two such tokens may hold sentences.
	sets  []uint64
	width int32 // words of a set
}

// place is where the hits of a class are.
type place struct {
	hits   []Hit
	cursor int32 // what seek gave the last time
	end    int32 // of the last hit
}

// of returns the hits of a class.
func (m *matches) of(c *Class) []Hit { return slices.Clip(m.classes[c.index].hits) }

// near is how far back seek looks at a time, at first.
const near = 4

// seek returns the index of the first hit that begins at or behind a token. Rules ask
// for one sentence after the other, so that it is near where the last one was, however
// many hits a text has.
func (p *place) seek(token int32) int {
	hits, i := p.hits, int(p.cursor)
	switch {
	case i > 0 && hits[i-1].First >= token:
		from := i - 1
		for step := near; from > 0 && hits[from-1].First >= token; step *= 2 {
			i, from = from, max(0, from-step)
		}
		i = from + search(hits[from:i], token)
	case i < len(hits) && hits[i].First < token:
		to := i + 1
		for step := 1; to < len(hits) && hits[to].First < token; step *= 2 {
			i, to = to, min(len(hits), to+step)
		}
		i++
		if i < to {
			i += search(hits[i:to], token)
		}
	default:
		return i
	}
	p.cursor = int32(i)
	return i
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
// that begins in a sentence.
func (m *matches) lacks(c *Class, sentence int32) bool {
	return m.sets[(sentence+1)*m.width+c.word]&c.bit == 0
}

// match finds the words of all classes in one pass. Within a class it keeps the
// leftmost longest hits.
func (l *Lexicon) match(tokens []Token, sentences int, m *matches) {
	m.reset(l.classes, sentences)
	sentence, set := int32(-1), m.set(-1)
	for i := range tokens {
		at := l.roots[tokens[i].ID]
		if at == 0 {
			continue
		}
		if s := tokens[i].Sentence; s != sentence {
			sentence, set = s, m.set(s)
		}
		for j := i + 1; ; j++ {
			n, behind := &l.nodes[at], &l.nodes[at+1]
			if n.ends != behind.ends {
				add(m.classes, set, l.ends[n.ends:behind.ends], int32(i), int32(j))
			}
			if j == len(tokens) || !n.goesOn(tokens[j].ID) || tokens[j].Sentence != sentence {
				break
			}
			if at = l.step(n.child, behind.child, tokens[j].ID); at == 0 {
				break
			}
		}
	}
}

// add adds the phrase from token first up to last to the classes that have it, and
// these to the set of its sentence. There are some three a token: apart from match
// the loop has the registers that it needs, a third of the instructions of scanning.
//
//go:noinline
func add(classes []place, set []uint64, ends []entry, first, last int32) {
	for _, e := range ends {
		p := &classes[e.class]
		if p.end > first {
			if h := &p.hits[len(p.hits)-1]; h.First == first { // a longer phrase from the same start
				h.Last, h.Value, p.end = last, e.value, last
			}
			continue
		}
		p.hits = append(p.hits, Hit{first, last, e.value})
		p.end = last
		set[e.class>>6] |= 1 << (uint(e.class) & 63)
	}
}

func (m *matches) reset(classes, sentences int) {
	if m.classes == nil {
		m.classes = make([]place, classes)
		m.width = int32(classes+63) / 64
	}
	for i := range m.classes {
		p := &m.classes[i]
		p.hits, p.cursor, p.end = p.hits[:0], 0, 0
	}
	n := (sentences + 1) * int(m.width)
	m.sets = slices.Grow(m.sets[:0], n)[:n]
	clear(m.sets)
	for i := range m.set(-1) {
		m.sets[i] = math.MaxUint64
	}
}

// set returns the bits of a sentence, -1 being what is outside of all.
func (m *matches) set(sentence int32) []uint64 {
	at := (sentence + 1) * m.width
	return m.sets[at : at+m.width]
}
