package parquet

import (
	"github.com/tongket/tongket/pipeline/report"
)

// habit is what the first batch tells of a column.
type habit struct {
	seen   int // different values
	values int // not null
	new    int // of the second half of the batch, never seen before
	later  int // values of the second half
	length int // of all texts
	common int // how much of them begins as the text before
}

// note watches one value: the one before it, and whether it came before.
func (h *habit) note(v, before *report.Value, known bool) {
	if h == nil {
		return
	}
	h.count(known)
	h.length += len(v.Text())
	h.common += shared(v.Text(), before.Text())
}

// again watches a value that is the one before it.
func (h *habit) again(v *report.Value) {
	if h == nil {
		return
	}
	h.count(true)
	h.length += len(v.Text())
	h.common += len(v.Text())
}

func (h *habit) count(known bool) {
	h.values++
	if h.values > batchRows/2 {
		h.later++
		if !known {
			h.new++
		}
	}
}

// fresh is the share of new values once half of the batch was seen; in a short
// table, of all values.
func (h habit) fresh() float64 {
	if h.later > batchRows/8 {
		return float64(h.new) / float64(h.later)
	}
	return float64(h.seen) / float64(max(h.values, 1))
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
		return fresh <= newShare && h.seen <= dictionaryNumbers
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
