package parquet

import "github.com/zeebo/xxh3"

// dictionary numbers the different values of a column in the order in which they
// come. The library's own allocates at every value.
type dictionary struct {
	values values
	slots  []slot // their number is a power of two
}

// slot is a place in the table of hashes.
type slot struct {
	hash   uint32
	number int32 // of the value, from 1; 0 is free
}

// number returns the number of a value, and whether it was there.
func (x *dictionary) number(d datum) (n int, known bool) {
	if 4*(x.values.n+1) > 3*len(x.slots) {
		x.grow()
	}
	hash := x.hash(d)
	mask := uint32(len(x.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &x.slots[i]
		if s.number == 0 {
			x.values.add(d)
			*s = slot{hash, int32(x.values.n)}
			return x.values.n - 1, false
		}
		if n := int(s.number) - 1; s.hash == hash && x.values.is(n, d) {
			return n, true
		}
	}
}

func (x *dictionary) hash(d datum) uint32 {
	if x.values.layout == asTexts {
		return uint32(xxh3.HashString(d.text))
	}
	return uint32(d.bits * 0x9e3779b97f4a7c15 >> 32)
}

func (x *dictionary) grow() {
	old := x.slots
	x.slots = make([]slot, max(64, 2*len(old)))
	mask := uint32(len(x.slots) - 1)
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		i := s.hash & mask
		for x.slots[i].number != 0 {
			i = (i + 1) & mask
		}
		x.slots[i] = s
	}
}

// bytes is how many the library writes for the dictionary.
func (x *dictionary) bytes() int {
	switch v := &x.values; v.layout {
	case asTexts:
		return len(v.texts) + 4*v.n
	case asDays:
		return 4 * v.n
	case asInts, asFloats, asTruths:
	}
	return 8 * x.values.n
}
