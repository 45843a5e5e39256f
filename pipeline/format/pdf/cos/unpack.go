package cos

import (
	"bytes"
	"io"
	"slices"
	"sync"

	"github.com/klauspost/compress/flate"
)

// unpack appends what is packed in a stream.
func (f *File) unpack(to []byte, d Dict, packed []byte) ([]byte, error) {
	filter, err := f.single(d, "Filter")
	if err != nil {
		return nil, err
	}
	switch {
	case filter.Kind == Null:
		if f.left -= int64(len(packed)); f.left < 0 || len(packed) > maxStream {
			return nil, errLimit
		}
		return append(to, packed...), nil
	case !filter.Is("FlateDecode"):
		return nil, errPacked
	}
	parms, err := f.single(d, "DecodeParms")
	if err != nil {
		return nil, err
	}
	data, err := f.inflate(to, packed)
	if err != nil {
		return nil, err
	}
	predictor := parms.Dict().Get("Predictor")
	switch {
	case predictor.Kind == Null || predictor.Int == 1:
		return data, nil
	case predictor.Int < 10 || parms.Dict().Get("Colors").Int > 1 || parms.Dict().Get("BitsPerComponent").Kind != Null && parms.Dict().Get("BitsPerComponent").Int != 8:
		return nil, errPacked
	}
	columns := 1
	if c := parms.Dict().Get("Columns"); c.Whole {
		columns = c.Int
	}
	plain, err := unpredict(data[len(to):], columns)
	return append(to, plain...), err
}

// single returns a value that may stand in a list of one.
func (f *File) single(d Dict, key string) (Value, error) {
	v, err := f.Get(d, key)
	if err != nil || v.Kind != Array {
		return v, err
	}
	switch len(v.List()) {
	case 0:
		return Value{}, nil
	case 1:
		return f.Resolve(v.List()[0])
	}
	return Value{}, errPacked
}

// inflaters are kept from stream to stream: one holds some 40 kB.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// inflate appends what is packed in zlib data, whose checksum does not count:
// readers show what is there.
func (f *File) inflate(to, packed []byte) ([]byte, error) {
	if len(packed) < 2 || packed[0]&0x0f != 8 || packed[1]&0x20 != 0 || (int(packed[0])<<8|int(packed[1]))%31 != 0 {
		return nil, errPacked
	}
	r, ok := inflaters.Get().(io.Reader)
	if !ok {
		return nil, errPacked
	}
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(packed[2:]), nil); err != nil { //nolint:forcetypeassert // what NewReader returns
		return nil, err
	}
	out, err := appendAll(to, r, int(min(maxStream, f.left)))
	if err != nil {
		return nil, err
	}
	f.left -= int64(len(out) - len(to))
	return out, nil
}

// appendAll appends all that comes from a reader, which may be so many bytes.
func appendAll(to []byte, r io.Reader, most int) ([]byte, error) {
	const room = 4 << 10
	end := len(to) + max(most, 0)
	for {
		if len(to) == cap(to) {
			to = slices.Grow(to, max(room, len(to)))
		}
		n, err := r.Read(to[len(to):min(cap(to), end+1)])
		to = to[:len(to)+n]
		switch {
		case len(to) > end:
			return nil, errLimit
		case err == io.EOF:
			return to, nil
		case err != nil:
			return nil, err
		}
	}
}

// unpredict undoes the predictors of PNG on rows of bytes.
func unpredict(data []byte, columns int) ([]byte, error) {
	if columns < 1 || columns > 1<<16 || len(data)%(columns+1) != 0 {
		return nil, errPacked
	}
	above := make([]byte, columns)
	out := make([]byte, 0, len(data))
	for len(data) > 0 {
		kind, row := data[0], data[1:columns+1]
		data = data[columns+1:]
		var left, corner byte
		for i, b := range row {
			up := above[i]
			switch kind {
			case 0:
			case 1:
				b += left
			case 2:
				b += up
			case 3:
				b += byte((int(left) + int(up)) / 2)
			case 4:
				b += paeth(left, up, corner)
			default:
				return nil, errPacked
			}
			corner, left, above[i] = up, b, b
		}
		out = append(out, above...)
	}
	return out, nil
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	da, db, dc := distance(p, a), distance(p, b), distance(p, c)
	switch {
	case da <= db && da <= dc:
		return a
	case db <= dc:
		return b
	}
	return c
}

func distance(p int, b byte) int { return max(p-int(b), int(b)-p) }
