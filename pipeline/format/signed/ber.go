package signed

// The encoding is BER: elements of a type, a length and a body. Mails that were
// signed while they were written have lengths that nobody knew, which end marks
// close, and their text in pieces. Nothing here calls itself, and each byte is
// looked at a few times at most.

// Types, as their first byte.
const (
	endMark     = 0x00
	integer     = 0x02
	octets      = 0x04
	objectID    = 0x06
	sequence    = 0x30
	set         = 0x31
	explicit    = 0xa0 // around an optional element, the first of its kind
	constructed = 0x20 // the bit of a type whose body is elements
	longType    = 0x1f
	indefinite  = 0x80
)

// element is one element: what it is, and its body.
type element struct {
	kind byte
	body []byte
}

// header reads the type and the length of the element that b begins with, and
// where its body begins. The length is -1 where an end mark closes it.
func header(b []byte) (kind byte, length, start int, ok bool) {
	if len(b) < 2 || b[0]&longType == longType { // no type here is long
		return 0, 0, 0, false
	}
	kind, start = b[0], 2
	switch first := b[1]; {
	case first < indefinite:
		length = int(first)
	case first == indefinite:
		return kind, -1, start, kind&constructed != 0
	default:
		n := int(first &^ indefinite)
		if n > 4 || start+n > len(b) {
			return 0, 0, 0, false
		}
		for _, c := range b[start : start+n] {
			length = length<<8 | int(c)
		}
		start += n
	}
	return kind, length, start, length <= len(b)-start
}

// cut takes the first element off b.
func cut(b []byte) (e element, rest []byte, ok bool) {
	kind, length, start, ok := header(b)
	if !ok {
		return element{}, nil, false
	}
	if length >= 0 {
		return element{kind, b[start : start+length]}, b[start+length:], true
	}
	open := 1 // elements that an end mark has to close
	for at := start; ; {
		inner, length, next, ok := header(b[at:])
		if !ok {
			return element{}, nil, false
		}
		switch {
		case inner == endMark && length == 0:
			if open--; open == 0 {
				return element{kind, b[start:at]}, b[at+next:], true
			}
		case length < 0:
			open++
			length = 0
		}
		at += next + length
	}
}

// take cuts one element of each kind off b, in this order, and returns the last.
func take(b []byte, kinds ...byte) (last element, ok bool) {
	for _, kind := range kinds {
		if last, b, ok = cut(b); !ok || last.kind != kind {
			return element{}, false
		}
	}
	return last, true
}

// join returns the bytes of an octet string: those of its body, or of all
// octet strings in it.
func (e element) join() (all []byte, ok bool) {
	if e.kind == octets {
		return e.body, true
	}
	if e.kind != octets|constructed {
		return nil, false
	}
	all = make([]byte, 0, len(e.body))
	for b := e.body; len(b) > 0; {
		kind, length, start, ok := header(b)
		switch {
		case !ok:
			return nil, false
		case kind == octets:
			all = append(all, b[start:start+length]...)
			b = b[start+length:]
		case kind == octets|constructed, kind == endMark: // pieces of pieces stand behind each other
			b = b[start:]
		default:
			return nil, false
		}
	}
	return all, true
}
