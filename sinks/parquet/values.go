package parquet

import (
	"math"
	"slices"
	"time"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"

	"github.com/tongket/tongket/pipeline/report"
)

// layout is how the values of a column lie in memory.
type layout uint8

const (
	asTexts layout = iota
	asInts
	asFloats
	asDays
	asTruths
)

var layouts = map[report.Type]layout{
	report.TypeString: asTexts, report.TypeCode: asTexts, report.TypeInteger: asInts, report.TypeNumber: asFloats, report.TypeDate: asDays,
	report.TypeBoolean: asTruths,
}

// datum is a value as its layout knows it: a text, or the bits of anything else.
type datum struct {
	text string
	bits uint64
}

// datum returns what a value is, and whether it is one of the layout.
func (l layout) datum(v *report.Value) (d datum, ok bool) {
	switch l {
	case asTexts:
		d.text = v.Text()
		ok = d.text != ""
	case asInts:
		var n float64
		n, ok = v.Number()
		d.bits, ok = uint64(int64(n)), ok && n == math.Trunc(n) && math.Abs(n) <= 1<<53
	case asFloats:
		var n float64
		n, ok = v.Number()
		d.bits = math.Float64bits(n)
	case asDays:
		var day report.Date
		if day, ok = v.Date(); ok {
			d.bits = uint64(day.First().Unix() / int64(24*time.Hour/time.Second))
		}
	case asTruths:
		var yes bool
		if yes, ok = v.Bool(); yes {
			d.bits = 1
		}
	}
	return d, ok
}

// values are values of one layout, none of them null, in the one slice that is in
// use. Texts stand behind each other, with the end of each.
type values struct {
	layout layout
	n      int
	ends   []int32
	texts  []byte
	ints   []int64
	floats []float64
	days   []int32
	truths []bool
}

func newValues(l layout) values { return values{layout: l, ends: []int32{0}} }

func (v *values) add(d datum) {
	v.n++
	switch v.layout {
	case asTexts:
		if len(v.texts)+len(d.text) > cap(v.texts) {
			v.texts = slices.Grow(v.texts, len(v.texts)+len(d.text)) // twice, where append takes a quarter more and copies all of it more often
		}
		v.texts = append(v.texts, d.text...)
		v.ends = append(v.ends, int32(len(v.texts)))
	case asInts:
		v.ints = append(v.ints, int64(d.bits))
	case asFloats:
		v.floats = append(v.floats, math.Float64frombits(d.bits))
	case asDays:
		v.days = append(v.days, int32(d.bits))
	case asTruths:
		v.truths = append(v.truths, d.bits == 1)
	}
}

// addFrom adds value i of others of the layout.
func (v *values) addFrom(w *values, i int) {
	if v.layout != asTexts {
		v.add(w.get(i))
		return
	}
	v.n++
	v.texts = append(v.texts, w.text(i)...)
	v.ends = append(v.ends, int32(len(v.texts)))
}

// text is text number i, where it lies.
func (v *values) text(i int) []byte { return v.texts[v.ends[i]:v.ends[i+1]:v.ends[i+1]] }

// get is value number i.
func (v *values) get(i int) datum {
	switch v.layout {
	case asTexts:
		return datum{text: string(v.text(i))}
	case asInts:
		return datum{bits: uint64(v.ints[i])}
	case asFloats:
		return datum{bits: math.Float64bits(v.floats[i])}
	case asDays:
		return datum{bits: uint64(v.days[i])}
	case asTruths: // are not asked for
	}
	return datum{}
}

// is reports whether value number i is the same as another one.
func (v *values) is(i int, d datum) bool {
	if v.layout == asTexts {
		return string(v.text(i)) == d.text
	}
	return v.get(i).bits == d.bits
}

// renew makes room for other values. The library keeps the least and the greatest
// text of a row group where they lie, so these get new room.
func (v *values) renew() {
	rows := v.n
	v.n, v.ends, v.ints, v.floats, v.days, v.truths = 0, v.ends[:1], v.ints[:0], v.floats[:0], v.days[:0], v.truths[:0]
	if rows > 0 {
		v.texts = make([]byte, 0, room(len(v.texts), rows))
	}
}

// room is how many bytes the texts of the next batch take, if they are like
// these, and an eighth more: to grow copies all of them.
func room(bytes, rows int) int {
	if rows > laterRows { // fewer are taken from now on
		bytes = bytes / rows * laterRows
	}
	return bytes + bytes/8
}

// array is the first n values as the library takes a dictionary: days are plain
// numbers.
func (v *values) array(n int) arrow.Array {
	made := func(kind arrow.DataType, data ...[]byte) arrow.Array {
		buffers := []*memory.Buffer{nil} // of nulls
		for _, b := range data {
			buffers = append(buffers, memory.NewBufferBytes(b))
		}
		return array.MakeFromData(array.NewData(kind, n, buffers, nil, 0, 0))
	}
	switch v.layout {
	case asTexts:
		return made(arrow.BinaryTypes.String, arrow.Int32Traits.CastToBytes(v.ends[:n+1]), v.texts[:v.ends[n]])
	case asInts:
		return made(arrow.PrimitiveTypes.Int64, arrow.Int64Traits.CastToBytes(v.ints[:n]))
	case asFloats:
		return made(arrow.PrimitiveTypes.Float64, arrow.Float64Traits.CastToBytes(v.floats[:n]))
	case asDays, asTruths: // truths have no dictionary
	}
	return made(arrow.PrimitiveTypes.Int32, arrow.Int32Traits.CastToBytes(v.days[:n]))
}
