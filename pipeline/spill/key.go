package spill

import (
	"encoding/binary"
	"math"
)

// AppendString appends a text of a key: texts are in the order of their bytes,
// the shorter of two that begin alike first, whatever stands behind them.
func AppendString(key []byte, s string) []byte {
	for i := range len(s) {
		if key = append(key, s[i]); s[i] == 0 {
			key = append(key, 0xff)
		}
	}
	return append(key, 0, 1)
}

// AppendInt appends a whole number of a key.
func AppendInt(key []byte, n int) []byte {
	return binary.BigEndian.AppendUint64(key, uint64(n)^1<<63)
}

// AppendFloat appends a number of a key; NaN is not to be sorted.
func AppendFloat(key []byte, x float64) []byte {
	bits := math.Float64bits(x + 0) // -0 is 0
	if bits>>63 == 1 {
		bits = ^bits
	} else {
		bits |= 1 << 63
	}
	return binary.BigEndian.AppendUint64(key, bits)
}
