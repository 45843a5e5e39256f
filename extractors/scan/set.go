package scan

// Set is some classes that are asked for together: whether a sentence may have a
// hit of any of them is one look at its bits.
type Set []uint64

// SetOf returns the set of some classes.
func SetOf(classes ...*Class) (s Set) {
	for _, c := range classes {
		for int(c.index>>6) >= len(s) {
			s = append(s, 0)
		}
		s[c.index>>6] |= 1 << (uint(c.index) & 63)
	}
	return s
}

// May reports whether the sentence of a token has a hit of a set; outside of all
// sentences it may have one.
func (t *Text) May(s Set, token int32) bool {
	sentence := t.Tokens[token].Sentence
	if sentence < 0 {
		return true
	}
	of := t.matches.sets[int(sentence)*t.matches.width:]
	for i, bits := range s {
		if bits&of[i] != 0 {
			return true
		}
	}
	return false
}
