package cos

import "bytes"

// Limits of one file. What needs more is for somebody else.
const (
	maxObjects  = 200_000
	maxTables   = 64
	maxUnpacked = 128 << 20
	maxStream   = 32 << 20
	maxResolve  = 16 // references to references
)

// Unsure is why something is not read here. No user is told: whoever asked reads
// the file in another way.
type Unsure string

func (u Unsure) Error() string { return string(u) }

const (
	errSyntax Unsure = "not the plain syntax of PDF"
	errTable  Unsure = "the table of objects is not sound"
	errLimit  Unsure = "more than is read here"
	errPacked Unsure = "packed in a way that is not read here"
)

// File is an open file. It holds on to the bytes.
type File struct {
	data    []byte
	places  map[int]place
	values  map[int]Value
	streams map[int][]byte // packed bytes of stream objects
	bundles map[int]*bundle
	stack   []Value // room for the scanners of objects
	left    int64   // bytes that may still be unpacked
	Trailer Dict
}

// place is where an object stands.
type place struct {
	offset int // in the file; of a member, the number in its bundle
	bundle int // the object stream, 0 for none
	free   bool
}

// Open reads the table of a file's objects.
func Open(data []byte) (*File, error) {
	f := &File{data: data, places: map[int]place{}, values: map[int]Value{}, streams: map[int][]byte{}, bundles: map[int]*bundle{}, left: maxUnpacked}
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, errTable
	}
	const tail = 1024
	from := max(0, len(data)-tail)
	i := bytes.LastIndex(data[from:], []byte("startxref"))
	if i < 0 {
		return nil, errTable
	}
	s := &Scanner{data: data, pos: from + i + len("startxref")}
	at, err := s.token()
	if err != nil || !at.Whole {
		return nil, errTable
	}
	if err := f.tables(at.Int); err != nil {
		return nil, err
	}
	if f.Trailer.Get("Encrypt").Kind != Null {
		return nil, errPacked
	}
	return f, nil
}

// tables reads the newest table and all before it.
func (f *File) tables(at int) error {
	seen := map[int]bool{}
	for at != 0 {
		if seen[at] || len(seen) >= maxTables || at < 0 || at >= len(f.data) {
			return errTable
		}
		seen[at] = true
		trailer, err := f.table(at)
		if err != nil {
			return err
		}
		if f.Trailer == nil {
			f.Trailer = trailer
		}
		if hybrid := trailer.Get("XRefStm"); hybrid.Whole && hybrid.Int > 0 {
			if hybrid.Int >= len(f.data) {
				return errTable
			}
			if _, err := f.tableStream(hybrid.Int, true); err != nil {
				return err
			}
		}
		at = 0
		if prev := trailer.Get("Prev"); prev.Whole {
			at = prev.Int
		}
	}
	return nil
}

func (f *File) table(at int) (Dict, error) {
	s := &Scanner{data: f.data, pos: at}
	if !s.keyword("xref") {
		return f.tableStream(at, false)
	}
	for !s.keyword("trailer") {
		if err := f.section(s); err != nil {
			return nil, err
		}
	}
	v, err := s.value(0)
	if err != nil || v.Kind != Dictionary {
		return nil, errTable
	}
	return v.Dict(), nil
}

// section reads one stretch of a table: lines of 20 bytes.
func (f *File) section(s *Scanner) error {
	first, err := s.token()
	count, err2 := s.token()
	if err != nil || err2 != nil || !first.Whole || !count.Whole || first.Int < 0 || count.Int < 0 || first.Int+count.Int > maxObjects {
		return errTable
	}
	s.skipSpace()
	const line = 20
	for i := range count.Int {
		if s.pos+line > len(s.data) {
			return errTable
		}
		l := s.data[s.pos : s.pos+line]
		offset, ok := decimal(l[:10])
		if !ok || l[10] != ' ' || l[16] != ' ' || class[l[18]] != space || class[l[19]] != space {
			return errTable
		}
		switch l[17] {
		case 'n':
			f.note(first.Int+i, place{offset: offset}, false)
		case 'f':
			f.note(first.Int+i, place{free: true}, false)
		default:
			return errTable
		}
		s.pos += line
	}
	return nil
}

func decimal(digits []byte) (int, bool) {
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

// note keeps the place of an object, unless a newer table has it. A stream beside a
// table tells what that calls free.
func (f *File) note(n int, p place, beside bool) {
	if old, known := f.places[n]; known && !(beside && old.free) {
		return
	}
	f.places[n] = p
}

// tableStream reads a table that is packed into a stream.
func (f *File) tableStream(at int, beside bool) (Dict, error) {
	v, packed, err := f.objectAt(at, 0)
	if err != nil || packed == nil || !v.Dict().Get("Type").Is("XRef") {
		return nil, errTable
	}
	data, err := f.unpack(nil, v.Dict(), packed)
	if err != nil {
		return nil, err
	}
	var widths [3]int
	list := v.Dict().Get("W").List()
	if len(list) != len(widths) {
		return nil, errTable
	}
	size := 0
	for i, w := range list {
		if !w.Whole || w.Int < 0 || w.Int > 4 {
			return nil, errTable
		}
		widths[i], size = w.Int, size+w.Int
	}
	index := v.Dict().Get("Index").List()
	if index == nil {
		index = []Value{{Kind: Number, Whole: true}, v.Dict().Get("Size")}
	}
	if len(index)%2 != 0 || size == 0 {
		return nil, errTable
	}
	for i := 0; i < len(index); i += 2 {
		first, count := index[i], index[i+1]
		if !first.Whole || !count.Whole || first.Int < 0 || count.Int < 0 || first.Int+count.Int > maxObjects || count.Int*size > len(data) {
			return nil, errTable
		}
		for n := range count.Int {
			f.noteLine(first.Int+n, data[n*size:], widths, beside)
		}
		data = data[count.Int*size:]
	}
	return v.Dict(), nil
}

// noteLine keeps one line of a table in a stream.
func (f *File) noteLine(n int, line []byte, widths [3]int, beside bool) {
	field := func(width, standard int) int {
		if width == 0 {
			return standard
		}
		v := 0
		for _, b := range line[:width] {
			v = v<<8 | int(b)
		}
		line = line[width:]
		return v
	}
	kind := field(widths[0], 1)
	second, third := field(widths[1], 0), field(widths[2], 0)
	switch kind {
	case 0:
		f.note(n, place{free: true}, beside)
	case 1:
		f.note(n, place{offset: second}, beside)
	case 2:
		f.note(n, place{offset: third, bundle: second}, beside)
	}
}

// objectAt reads the object at an offset; number 0 stands for any. packed is nil
// unless it is a stream.
func (f *File) objectAt(at, number int) (v Value, packed []byte, err error) {
	if at < 0 || at >= len(f.data) {
		return v, nil, errTable
	}
	s := &Scanner{data: f.data, pos: at, stack: f.stack}
	n, err := s.token()
	g, err2 := s.token()
	if err != nil || err2 != nil || !n.Whole || !g.Whole || number != 0 && n.Int != number || !s.keyword("obj") {
		return v, nil, errTable
	}
	if v, err = s.value(0); err != nil {
		return v, nil, err
	}
	f.stack = s.stack[:0]
	if v.Kind == Dictionary && s.keyword("stream") {
		packed, err = f.body(s, v.Dict())
		return v, packed, err
	}
	if !s.keyword("endobj") {
		return v, nil, errSyntax
	}
	return v, nil, nil
}

// body takes the bytes of a stream, which must be as many as it says.
func (f *File) body(s *Scanner, d Dict) ([]byte, error) {
	if s.pos < len(s.data) && s.data[s.pos] == '\r' {
		s.pos++
	}
	if s.pos >= len(s.data) || s.data[s.pos] != '\n' {
		return nil, errSyntax
	}
	start := s.pos + 1
	length, err := f.Resolve(d.Get("Length"))
	if err != nil || !length.Whole || length.Int < 0 || start+length.Int > len(s.data) {
		return nil, errSyntax
	}
	s.pos = start + length.Int
	if !s.keyword("endstream") {
		return nil, errSyntax
	}
	return s.data[start : start+length.Int : start+length.Int], nil
}

// Resolve returns the value that a reference stands for.
func (f *File) Resolve(v Value) (Value, error) {
	for range maxResolve {
		if v.Kind != Reference {
			return v, nil
		}
		got, err := f.object(v.Int)
		if err != nil {
			return got, err
		}
		v = got
	}
	return v, errLimit
}

// object returns object n, Null when there is none.
func (f *File) object(n int) (Value, error) {
	if v, known := f.values[n]; known {
		return v, nil
	}
	p, known := f.places[n]
	if !known || p.free {
		return Value{}, nil
	}
	f.values[n] = Value{} // an object that needs itself gets nothing
	var v Value
	var packed []byte
	var err error
	if p.bundle != 0 {
		v, err = f.member(p.bundle, p.offset, n)
	} else {
		v, packed, err = f.objectAt(p.offset, n)
	}
	if err != nil {
		return v, err
	}
	f.values[n] = v
	if packed != nil {
		f.streams[n] = packed
	}
	return v, nil
}

// bundle is an unpacked object stream.
type bundle struct {
	data  []byte
	heads []int // number and place of each
}

// member returns the object of a number that is i-th in a bundle.
func (f *File) member(stream, i, n int) (Value, error) {
	b := f.bundles[stream]
	if b == nil {
		var err error
		if b, err = f.openBundle(stream); err != nil {
			return Value{}, err
		}
		f.bundles[stream] = b
	}
	if 2*i+1 >= len(b.heads) || b.heads[2*i] != n || b.heads[2*i+1] > len(b.data) {
		return Value{}, errTable
	}
	s := &Scanner{data: b.data, pos: b.heads[2*i+1], stack: f.stack}
	v, err := s.value(0)
	f.stack = s.stack[:0]
	return v, err
}

func (f *File) openBundle(stream int) (*bundle, error) {
	if f.places[stream].bundle != 0 {
		return nil, errTable
	}
	v, err := f.object(stream)
	if err != nil {
		return nil, err
	}
	data, err := f.AppendStream(nil, Value{Kind: Reference, Int: stream})
	if err != nil {
		return nil, err
	}
	count, first := v.Dict().Get("N"), v.Dict().Get("First")
	if !count.Whole || !first.Whole || count.Int < 0 || count.Int > maxObjects || first.Int < 0 || first.Int > len(data) {
		return nil, errTable
	}
	b := &bundle{data: data}
	s := NewScanner(data[:first.Int])
	for range 2 * count.Int {
		t, err := s.token()
		if err != nil || !t.Whole || t.Int < 0 {
			return nil, errTable
		}
		b.heads = append(b.heads, t.Int)
	}
	for i := 1; i < len(b.heads); i += 2 {
		b.heads[i] += first.Int
	}
	return b, nil
}

// Get returns a value of a dictionary, resolved.
func (f *File) Get(d Dict, key string) (Value, error) { return f.Resolve(d.Get(key)) }

// AppendStream appends the unpacked bytes of the stream that a reference stands
// for.
func (f *File) AppendStream(to []byte, ref Value) ([]byte, error) {
	if ref.Kind != Reference {
		return nil, errSyntax
	}
	v, err := f.object(ref.Int)
	if err != nil {
		return nil, err
	}
	packed, ok := f.streams[ref.Int]
	if !ok {
		return nil, errSyntax
	}
	return f.unpack(to, v.Dict(), packed)
}
