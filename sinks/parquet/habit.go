package parquet

import (
	"github.com/tongket/tongket/pipeline/report"
	"github.com/zeebo/xxh3"
)

// habit is what the first batch tells of a column.
type habit struct {
	texts   textSet
	numbers map[report.Value]struct{} // and dates and truths
	before  report.Value
	values  int // not null
	new     int // of the second half of the batch, never seen before
	later   int // values of the second half
	length  int // of all texts
	common  int // how much of them begins as the text before
}

// note watches one value.
func (h *habit) note(v report.Value) {
	if v.IsNull() {
		return
	}
	s, known := v.Text(), h.values > 0 && v == h.before // most rows repeat the one before
	switch {
	case known:
	case s != "":
		known = h.texts.add(s)
	default:
		if h.numbers == nil {
			h.numbers = make(map[report.Value]struct{}, 64)
		}
		if _, known = h.numbers[v]; !known {
			h.numbers[v] = struct{}{}
		}
	}
	h.values++
	if h.values > batchRows/2 {
		h.later++
		if !known {
			h.new++
		}
	}
	if s != "" {
		h.length += len(s)
		h.common += shared(s, h.before.Text())
	}
	h.before = v
}

// seen is how many different values there were.
func (h habit) seen() int { return h.texts.n + len(h.numbers) }

// fresh is the share of new values once half of the batch was seen; in a short
// table, of all values.
func (h habit) fresh() float64 {
	if h.later > batchRows/8 {
		return float64(h.new) / float64(h.later)
	}
	return float64(h.seen()) / float64(max(h.values, 1))
}

// repeats reports whether a dictionary is worth its place: few new values, and
// all of a row group within the library's limit.
func (h habit) repeats(t report.Type) bool {
	fresh := h.fresh()
	switch t {
	case report.TypeCode:
		return true
	case report.TypeString:
		length := float64(h.length) / float64(max(h.values, 1))
		return fresh <= newShare && fresh*groupRows*length <= dictionaryBytes
	case report.TypeNumber:
		return fresh <= newShare && h.seen() <= dictionaryNumbers
	case report.TypeInteger, report.TypeDate, report.TypeBoolean:
	}
	return fresh <= newShare
}

// prefix is the share of the texts that begins as the one before.
func (h habit) prefix() float64 { return float64(h.common) / float64(max(h.length, 1)) }

// shared is the length of the common beginning of two texts.
func shared(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// textSet counts different texts by their hashes, for which a map of the texts took
// three times as long. Two texts of one hash would count as one, and cost some
// bytes at most.
type textSet struct {
	slots []uint64 // 0 for free; their number is a power of two
	n     int
}

// add notes a text and reports whether it was there.
func (t *textSet) add(s string) bool {
	if 4*(t.n+1) > 3*len(t.slots) {
		t.grow()
	}
	hash := max(xxh3.HashString(s), 1)
	place := t.slot(hash)
	if *place != 0 {
		return true
	}
	*place = hash
	t.n++
	return false
}

// slot returns the place of a hash, or the free one where it belongs.
func (t *textSet) slot(hash uint64) *uint64 {
	mask := uint64(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if place := &t.slots[i]; *place == hash || *place == 0 {
			return place
		}
	}
}

func (t *textSet) grow() {
	old := t.slots
	t.slots = make([]uint64, max(64, 2*len(old)))
	for _, hash := range old {
		if hash != 0 {
			*t.slot(hash) = hash
		}
	}
}
