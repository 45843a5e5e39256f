package codec

import "hash/maphash"

// texts numbers the texts of a stretch. A map would hash a text that is new twice,
// and be made anew or cleared at a greater cost.
type texts struct {
	list  []string
	slots []uint32 // a number and 1 at the first free place from the one that the hash names, or 0
}

// fewest is how many slots there are at first: a stretch has some twenty texts.
const fewest = 64

// most is how many slots are kept from one stretch to the next: they are cleared each time.
const most = 1 << 14

var seed = maphash.MakeSeed()

// number returns the number of a text, and whether it came before.
func (t *texts) number(s string) (n int, known bool) {
	if 2*len(t.list) >= len(t.slots) {
		t.grow()
	}
	i := t.search(s)
	if n := t.slots[i]; n != 0 {
		return int(n - 1), true
	}
	t.list = append(t.list, s)
	t.slots[i] = uint32(len(t.list))
	return len(t.list) - 1, false
}

// search returns the slot of a text, or that where it would stand.
func (t *texts) search(s string) int {
	mask := len(t.slots) - 1
	i := int(maphash.String(seed, s)) & mask
	for t.slots[i] != 0 && t.list[t.slots[i]-1] != s {
		i = (i + 1) & mask
	}
	return i
}

func (t *texts) grow() {
	t.slots = make([]uint32, max(fewest, 2*len(t.slots)))
	for n, s := range t.list {
		t.slots[t.search(s)] = uint32(n + 1)
	}
}

// forget begins anew, and keeps no text in memory.
func (t *texts) forget() {
	if len(t.list) == 0 {
		return
	}
	if len(t.slots) > most { // of one stretch with very many texts
		*t = texts{}
		return
	}
	clear(t.slots)
	clear(t.list)
	t.list = t.list[:0]
}
