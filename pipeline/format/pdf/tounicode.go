package pdf

import (
	"github.com/tongket/tongket/pipeline/format/pdf/cos"
)

// toUnicode tells which characters the codes of a font stand for.
type toUnicode struct {
	single  []rune // 0 for none
	several map[uint32][]rune
}

// look returns the character of a code, 0 for none, and what follows it.
func (t *toUnicode) look(code uint32) (rune, []rune) {
	if t == nil {
		return 0, nil
	}
	if int(code) < len(t.single) && t.single[code] != 0 {
		return t.single[code], nil
	}
	if s := t.several[code]; s != nil {
		return s[0], s[1:]
	}
	return 0, nil
}

// loadMeanings reads a font's table of meanings; nil when it has none.
func (d *direct) loadMeanings(ref cos.Value) (*toUnicode, error) {
	if ref.Kind == cos.Null {
		return nil, nil //nolint:nilnil // a font without a table
	}
	data, err := d.AppendStream(d.table[:0], ref)
	if err != nil {
		return nil, err
	}
	d.table = data
	t := &toUnicode{}
	s := cos.NewScanner(data)
	for {
		v, ok, err := s.Next()
		if err != nil {
			return nil, err
		}
		if !ok {
			return t, nil
		}
		if v.Kind != cos.Keyword {
			continue
		}
		switch string(v.Bytes) {
		case "beginbfchar":
			err = t.chars(s)
		case "beginbfrange":
			err = t.ranges(s)
		case "usecmap":
			err = errUnsure
		}
		if err != nil {
			return nil, err
		}
	}
}

// chars reads pairs of a code and its characters.
func (t *toUnicode) chars(s *cos.Scanner) error {
	for {
		v, ok, err := s.Next()
		if err != nil || !ok {
			return errUnsure
		}
		if v.Kind == cos.Keyword && string(v.Bytes) == "endbfchar" {
			return nil
		}
		to, _, err := s.Next()
		if err != nil {
			return err
		}
		code, ok := codeOf(v)
		if !ok {
			return errUnsure
		}
		if err := t.set(code, to); err != nil {
			return err
		}
	}
}

// ranges reads stretches of codes with the character of the first, or those of
// all. Of a stretch PDFium takes what shares the upper byte of its beginning.
func (t *toUnicode) ranges(s *cos.Scanner) error {
	for {
		v, ok, err := s.Next()
		if err != nil || !ok {
			return errUnsure
		}
		if v.Kind == cos.Keyword && string(v.Bytes) == "endbfrange" {
			return nil
		}
		last, _, err := s.Next()
		if err != nil {
			return err
		}
		to, _, err := s.Next()
		if err != nil {
			return err
		}
		from, ok := codeOf(v)
		until, ok2 := codeOf(last)
		if !ok || !ok2 {
			return errUnsure
		}
		if err := t.stretch(from, from&^0xff|until&0xff, to); err != nil {
			return err
		}
	}
}

func (t *toUnicode) stretch(from, until uint32, to cos.Value) error {
	if to.Kind == cos.Array {
		if until >= from && int(until-from) >= len(to.List()) {
			return errUnsure
		}
		for code := from; code <= until; code++ {
			if err := t.set(code, to.List()[code-from]); err != nil {
				return err
			}
		}
		return nil
	}
	if to.Kind != cos.String || len(to.Bytes) != 2 {
		return errUnsure // stretches of several characters are counted up in a way of their own
	}
	r := rune(to.Bytes[0])<<8 | rune(to.Bytes[1])
	for code := from; code <= until; code++ {
		if r == 0 && code == 0 { // and stays without
			r++
			continue
		}
		if err := t.one(code, r); err != nil {
			return err
		}
		r++
	}
	return nil
}

// codeOf reads a code of one or two bytes.
func codeOf(v cos.Value) (uint32, bool) {
	if v.Kind != cos.String || len(v.Bytes) == 0 || len(v.Bytes) > 2 {
		return 0, false
	}
	n := uint32(0)
	for _, b := range v.Bytes {
		n = n<<8 | uint32(b)
	}
	return n, true
}

// set keeps the characters of a code.
func (t *toUnicode) set(code uint32, to cos.Value) error {
	if to.Kind != cos.String || len(to.Bytes)%2 != 0 {
		return errUnsure
	}
	var runes []rune
	for i := 0; i < len(to.Bytes); i += 2 {
		runes = append(runes, rune(to.Bytes[i])<<8|rune(to.Bytes[i+1]))
	}
	switch len(runes) {
	case 0:
		return nil
	case 1:
		return t.one(code, runes[0])
	}
	if _, twice := t.several[code]; twice {
		return errUnsure
	}
	if t.several == nil {
		t.several = map[uint32][]rune{}
	}
	t.several[code] = runes
	return nil
}

// one keeps the character of a code: of several the least, as PDFium does.
func (t *toUnicode) one(code uint32, r rune) error {
	if r == 0 || r > maxCode {
		return errUnsure
	}
	for len(t.single) <= int(code) {
		t.single = append(t.single, 0)
	}
	if old := t.single[code]; old == 0 || r < old {
		t.single[code] = r
	}
	return nil
}
