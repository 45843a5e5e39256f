package scan

// matches gathers the hits of one document in the order of the text. It is
// used again for the next one.
type matches struct {
	found []found
	last  []int32 // by class: the index in found of its last hit, plus 1
	count []int32 // by class: how many hits it has
}

type found struct {
	Hit
	class int32
}

// match finds the words of all classes in one pass. The hits of all classes
// share one array.
func (l *Lexicon) match(tokens []Token) [][]Hit {
	m := l.scratch.Get().(*matches)
	defer l.scratch.Put(m)
	m.reset(l.classes)
	for i := range tokens {
		at := l.roots[tokens[i].ID]
		for j := i; at != 0; {
			n := l.nodes[at]
			for _, e := range l.ends[n.first:n.last] {
				m.hit(e, int32(i), int32(j+1))
			}
			j++
			if !n.inner || j == len(tokens) || tokens[j].Sentence != tokens[i].Sentence {
				break
			}
			at = l.edges.step(at, tokens[j].ID)
		}
	}
	return m.byClass()
}

func (m *matches) reset(classes int) {
	m.found = m.found[:0]
	if m.last == nil {
		m.last, m.count = make([]int32, classes), make([]int32, classes)
	}
	clear(m.last)
	clear(m.count)
}

// hit keeps the leftmost longest hits of a class.
func (m *matches) hit(e entry, first, last int32) {
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
	m.count[e.class]++
}

// byClass sorts the hits into their classes.
func (m *matches) byClass() [][]Hit {
	all := make([]Hit, len(m.found))
	hits := make([][]Hit, len(m.count))
	start := int32(0)
	for class, n := range m.count {
		hits[class] = all[start : start : start+n]
		start += n
	}
	for _, f := range m.found {
		hits[f.class] = append(hits[f.class], f.Hit)
	}
	return hits
}
