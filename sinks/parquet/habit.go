package parquet

import "github.com/tongket/tongket/pipeline/report"

// habit is what the first batch tells of a column.
type habit struct {
	texts   map[string]struct{}
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
		if h.texts == nil {
			h.texts = make(map[string]struct{}, 64)
		}
		if _, known = h.texts[s]; !known {
			h.texts[s] = struct{}{}
		}
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
func (h habit) seen() int { return len(h.texts) + len(h.numbers) }

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
