package cos

import (
	"bytes"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// unpack unpacks a stream.
func (f *File) unpack(d Dict, packed []byte) ([]byte, error) {
	filter, err := f.single(d, "Filter")
	if err != nil {
		return nil, err
	}
	switch {
	case filter.Kind == Null:
		if f.left -= int64(len(packed)); f.left < 0 || len(packed) > maxStream {
			return nil, errLimit
		}
		return packed, nil
	case !filter.Is("FlateDecode"):
		return nil, errPacked
	}
	parms, err := f.single(d, "DecodeParms")
	if err != nil {
		return nil, err
	}
	data, err := f.inflate(packed)
	if err != nil {
		return nil, err
	}
	predictor := parms.Dict.Get("Predictor")
	switch {
	case predictor.Kind == Null || predictor.Int == 1:
		return data, nil
	case predictor.Int < 10 || parms.Dict.Get("Colors").Int > 1 || parms.Dict.Get("BitsPerComponent").Kind != Null && parms.Dict.Get("BitsPerComponent").Int != 8:
		return nil, errPacked
	}
	columns := 1
	if c := parms.Dict.Get("Columns"); c.Whole {
		columns = c.Int
	}
	return unpredict(data, columns)
}

// single returns a value that may stand in a list of one.
func (f *File) single(d Dict, key string) (Value, error) {
	v, err := f.Get(d, key)
	if err != nil || v.Kind != Array {
		return v, err
	}
	switch len(v.List) {
	case 0:
		return Value{}, nil
	case 1:
		return f.Resolve(v.List[0])
	}
	return Value{}, errPacked
}

// inflater is kept from stream to stream: it holds some 40 kB, and room for what
// a stream unpacks to before anybody knows how much that is.
type inflater struct {
	flate io.ReadCloser
	room  bytes.Buffer
}

var inflaters = sync.Pool{New: func() any { return &inflater{flate: flate.NewReader(nil)} }}

// inflate unpacks zlib data, whose checksum does not count: readers show what is
// there.
func (f *File) inflate(packed []byte) ([]byte, error) {
	if len(packed) < 2 || packed[0]&0x0f != 8 || packed[1]&0x20 != 0 || (int(packed[0])<<8|int(packed[1]))%31 != 0 {
		return nil, errPacked
	}
	x, ok := inflaters.Get().(*inflater)
	if !ok {
		return nil, errPacked
	}
	out, err := x.unpack(packed[2:], min(maxStream, f.left))
	const usual = 1 << 20 // a page has some 10 kB
	if x.room.Cap() <= usual {
		inflaters.Put(x)
	}
	f.left -= int64(len(out))
	return out, err
}

func (x *inflater) unpack(packed []byte, most int64) ([]byte, error) {
	if err := x.flate.(flate.Resetter).Reset(bytes.NewReader(packed), nil); err != nil { //nolint:forcetypeassert // what NewReader returns
		return nil, err
	}
	x.room.Reset()
	n, err := x.room.ReadFrom(io.LimitReader(x.flate, most+1))
	if err == nil && n > most {
		err = errLimit
	}
	if err != nil {
		return nil, err
	}
	return bytes.Clone(x.room.Bytes()), nil
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
