package xmlx

import (
	"bytes"
	"strconv"
	"strings"
)

// Attr returns an attribute of the current Start by its local name. Where two
// attributes differ in their prefix only, the first counts.
func (s *Scanner) Attr(name string) (string, bool) {
	v, ok := s.find(name)
	return s.value(v), ok
}

// Value is Attr without the news whether there was one.
func (s *Scanner) Value(name string) string {
	v, _ := s.Attr(name)
	return v
}

// Is reports whether an attribute has a value, without making a string of it.
func (s *Scanner) Is(name, value string) bool {
	v, ok := s.find(name)
	return ok && string(v) == value
}

// RawAttr is the attribute's bytes in the file, references unresolved, nil when
// there is none.
func (s *Scanner) RawAttr(name string) []byte {
	v, _ := s.find(name)
	return v
}

// Attrs are all attributes of the current Start as they stand in the file, to tell
// an element from one that says the same.
func (s *Scanner) Attrs() []byte { return s.attrs }

// Int returns a whole number, fallback when there is none. Numbers beyond 32
// bits are cut to them: no count in an office file is larger in earnest.
func (s *Scanner) Int(name string, fallback int) int {
	v, ok := s.find(name)
	if !ok {
		return fallback
	}
	n, err := strconv.ParseInt(string(bytes.TrimSpace(v)), 10, 32)
	if err != nil && n == 0 {
		return fallback
	}
	return int(n)
}

// find scans the attributes; there are few, and most elements are never asked.
func (s *Scanner) find(name string) ([]byte, bool) {
	a, i := s.attrs, 0
	for {
		i = pastSpace(a, i)
		from := i
		for i < len(a) && a[i] != '=' && a[i] > ' ' {
			if a[i] == ':' {
				from = i + 1
			}
			i++
		}
		key := a[from:i]
		if i = pastSpace(a, i); i >= len(a) || a[i] != '=' {
			return nil, false // the end, or damage
		}
		if i = pastSpace(a, i+1); i >= len(a) || a[i] != '"' && a[i] != '\'' {
			return nil, false // damage: an attribute without quotes
		}
		end := bytes.IndexByte(a[i+1:], a[i])
		if end < 0 {
			return nil, false
		}
		if string(key) == name {
			return a[i+1 : i+1+end], true
		}
		i += end + 2
	}
}

func pastSpace(a []byte, i int) int {
	for i < len(a) && a[i] <= ' ' {
		i++
	}
	return i
}

func (s *Scanner) value(v []byte) string {
	if bytes.IndexByte(v, '&') < 0 {
		return strings.ToValidUTF8(string(v), "\uFFFD")
	}
	return strings.ToValidUTF8(string(appendUnescaped(nil, v)), "\uFFFD")
}
