package scan

// Set is some classes that are asked for together: whether a sentence may have a
// hit of any of them is one look at its bits.
type Set []uint64

// SetOf returns the set of some classes.
func SetOf(classes ...*Class) (s Set) {
	for _, c := range classes {
		for int(c.word) >= len(s) {
			s = append(s, 0)
		}
		s[c.word] |= c.bit
	}
	return s
}

// May reports whether the sentence of a token has a hit of a set; outside of all
// sentences it may have one.
func (t *Text) May(s Set, token int32) bool {
	of := t.matches.set(t.Tokens[token].Sentence)
	for i, bits := range s {
		if bits&of[i] != 0 {
			return true
		}
	}
	return false
}
