package scan

// wordTable finds the id of a written word without allocating: a flat hash
// table with open addressing, which the collector of garbage need not look into.
// Words of at most shortWord bytes, as all syllables are, lie in it whole.
type wordTable struct {
	slots []wordSlot
	shift uint
	long  map[string]int32
}

// wordSlot is a word with what its token says of it.
type wordSlot struct {
	key             wordKey
	id              int32 // 0 is free
	upper, allUpper bool
}

// shortWord is the most bytes of a wordKey. The longest syllable, nghiêng, has
// ten with the marks that it can bear.
const shortWord = 16

// wordKey is a short word as two numbers, padded with zeros.
type wordKey struct{ low, high uint64 }

func keyOf(s string) (k wordKey) {
	for i := range len(s) {
		if i < 8 {
			k.low |= uint64(s[i]) << (8 * i)
		} else {
			k.high |= uint64(s[i]) << (8 * (i - 8))
		}
	}
	return k
}

// keyAt is keyOf for text[start:end], in a few steps where the text goes on
// long enough behind it.
func keyAt(text string, start, end int) wordKey {
	if start+shortWord > len(text) {
		return keyOf(text[start:end])
	}
	s := text[start : start+shortWord]
	low := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	if n := end - start; n <= 8 {
		return wordKey{low: low & (^uint64(0) >> (64 - 8*uint(n)))}
	}
	high := uint64(s[8]) | uint64(s[9])<<8 | uint64(s[10])<<16 | uint64(s[11])<<24 | uint64(s[12])<<32 | uint64(s[13])<<40 | uint64(s[14])<<48 | uint64(s[15])<<56
	return wordKey{low, high & (^uint64(0) >> (64 - 8*uint(end-start-8)))}
}

// hash mixes the bytes so that the upper bits depend on all of them; the odd
// factors are those of the splitmix64 generator.
func (k wordKey) hash() uint64 {
	h := (k.low ^ k.high*0xBF58476D1CE4E5B9) * 0x94D049BB133111EB
	return (h ^ h>>29) * 0x9E3779B97F4A7C15
}

func newWordTable(ids map[string]int32) wordTable {
	bits := uint(4)
	for 1<<bits < len(ids)*2 {
		bits++
	}
	t := wordTable{slots: make([]wordSlot, 1<<bits), shift: 64 - bits, long: map[string]int32{}}
	for text, id := range ids {
		if len(text) > shortWord {
			t.long[text] = id
			continue
		}
		key := keyOf(text)
		i := key.hash() >> t.shift
		for t.slots[i].id != 0 {
			i = (i + 1) & uint64(len(t.slots)-1)
		}
		tok := next(text, 0)
		t.slots[i] = wordSlot{key, id, tok.Upper, tok.AllUpper}
	}
	return t
}

// find returns the id of the word text[start:end], 0 when it has none.
func (t *wordTable) find(text string, start, end int) int32 {
	if end-start > shortWord {
		return t.long[text[start:end]]
	}
	return t.slot(keyAt(text, start, end)).id
}

// slot returns where a word lies, a free slot when it has no id.
func (t *wordTable) slot(key wordKey) *wordSlot {
	for i := key.hash() >> t.shift; ; i = (i + 1) & uint64(len(t.slots)-1) {
		if slot := &t.slots[i]; slot.key == key || slot.id == 0 {
			return slot
		}
	}
}

// known returns the token of the word at byte i, where it is of plain letters and
// has an id, as nearly all have: the table then tells what next would find out.
func (t *wordTable) known(text string, i int) (tok Token, ok bool) {
	end := plainWord(text, i)
	if end == i || end-i > shortWord {
		return tok, false
	}
	s := t.slot(keyAt(text, i, end))
	return Token{Start: int32(i), End: int32(end), ID: s.id, Upper: s.upper, AllUpper: s.allUpper}, s.id != 0
}
