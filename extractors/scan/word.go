package scan

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/vn"
)

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
	low := eight(s)
	if n := end - start; n <= 8 {
		return wordKey{low: low & (^uint64(0) >> (64 - 8*uint(n)))}
	}
	return wordKey{low, eight(s[8:]) & (^uint64(0) >> (64 - 8*uint(end-start-8)))}
}

// eight returns the first eight bytes of s as a number.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
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

// mixed returns the id of a word with capitals among its small letters, as ThS and H'Mông
// have, 0 when it has none. Were it known only where a rule writes it alike, a rule that is
// gone would change what the others find.
func (t *wordTable) mixed(word string) int32 {
	_, first := utf8.DecodeRuneInString(word)
	if strings.IndexFunc(word[first:], isUpper) < 0 {
		return 0
	}
	folded := vn.Fold(word)
	return t.find(folded, 0, len(folded))
}

// slot returns where a word lies, a free slot when it has no id.
func (t *wordTable) slot(key wordKey) *wordSlot {
	for i := key.hash() >> (t.shift & 63); ; i = (i + 1) & uint64(len(t.slots)-1) {
		if slot := &t.slots[i]; slot.key == key || slot.id == 0 {
			return slot
		}
	}
}

// known returns the word at byte i and its length, where it has an id and a blank
// or mark behind it, as nearly all have: the table then tells what next would find
// out. Else the length is 0.
func (t *wordTable) known(text string, i int) (*wordSlot, int) {
	if i+shortWord >= len(text) {
		return nil, 0
	}
	s := text[i : i+shortWord+1]
	key := wordKey{low: eight(s)}
	n := wordBytes(key.low)
	if n < 8 {
		key.low &= 1<<(8*n&63) - 1
	} else {
		high := eight(s[8:])
		more := wordBytes(high)
		key.high = high & (1<<(8*more) - 1)
		n += more
	}
	if c := s[n]; n == shortWord || c >= '0' && c <= '9' || c == '\'' || c == '`' {
		return nil, 0 // only word knows whether it goes on
	}
	slot := t.slot(key)
	if slot.id == 0 {
		return nil, 0
	}
	return slot, n
}

// wordBytes counts the bytes before the first that is ASCII and no letter. The
// others may be of letters or of marks that are not ASCII: no word of the table has
// these.
func wordBytes(x uint64) int {
	const each = 0x0101010101010101
	small := (x | 0x20*each) & (0x7F * each)
	fromA, behindZ := small+(0x80-'a')*each, small+(0x80-'z'-1)*each // the high bit of a byte says so
	return bits.TrailingZeros64(^(fromA&^behindZ)&^x&(0x80*each)) / 8
}
