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
	if len(classes) > 0 {
		b := classes[0].b
		b.sets = append(b.sets, classSet{s, classes})
	}
	return s
}

// classSet is a set with its classes, for Builder.join.
type classSet struct {
	set     Set
	classes []*Class
}

// renew sets the bits again once classes were joined; these have the bits of classes
// before them, so that they find room.
func (s classSet) renew() {
	clear(s.set)
	for _, c := range s.classes {
		s.set[c.word] |= c.bit
	}
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
