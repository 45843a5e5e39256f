package ole

import (
	"bytes"
	"encoding/binary"
	"iter"
	"strings"
	"unicode/utf16"

	"github.com/tongket/tongket/pipeline/report"
)

// Magic begins every compound file.
const Magic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

const (
	headerSize = 512
	entrySize  = 128
	none       = 0xFFFFFFFF
	// lastSector is the highest number of a sector; higher ones are marks.
	lastSector = 0xFFFFFFFA
)

// File is an open compound file.
type File struct {
	data    []byte
	shift   uint // of the sector size
	mini    uint // of the size of a sector in the mini stream
	cutoff  uint32
	fat     []byte
	miniFAT []byte
	small   []byte // the mini stream
	entries []Entry
}

// Entry is a stream or a storage (a folder).
type Entry struct {
	Name    string
	Storage bool

	start    uint32
	size     uint64
	left     uint32
	right    uint32
	child    uint32
	children []int32
}

// Open reads the tables and the directory of a compound file.
func Open(data []byte) (*File, error) {
	if len(data) < headerSize {
		return nil, report.Becausef(report.Truncated, "%d bytes: a compound file has at least %d", len(data), headerSize)
	}
	if !bytes.HasPrefix(data, []byte(Magic)) {
		return nil, report.Becausef(report.Damaged, "not a compound file: it begins with % x", data[:8])
	}
	f := &File{
		data:   data,
		shift:  uint(binary.LittleEndian.Uint16(data[30:])),
		mini:   uint(binary.LittleEndian.Uint16(data[32:])),
		cutoff: binary.LittleEndian.Uint32(data[56:]),
	}
	if f.shift != 9 && f.shift != 12 {
		f.shift = 9
	}
	if f.mini != 6 {
		f.mini = 6
	}
	if f.cutoff == 0 || f.cutoff > 1<<20 {
		f.cutoff = 4096
	}
	f.readFAT()
	f.readDirectory(f.chain(binary.LittleEndian.Uint32(data[48:]), uint64(len(data))))
	if len(f.entries) == 0 {
		return nil, report.Becausef(report.Damaged, "compound file: no directory")
	}
	f.miniFAT = f.chain(binary.LittleEndian.Uint32(data[60:]), uint64(len(data)))
	f.small = f.chain(f.entries[0].start, f.entries[0].size)
	return f, nil
}

// Cut reports whether the file ends before what its header names: a sector of the
// allocation table, or the directory. Offices' programs write both at the end, so
// a download that stopped lacks them first.
func Cut(data []byte) bool {
	if len(data) < headerSize {
		return bytes.HasPrefix(data, []byte(Magic))
	}
	f, err := Open(data)
	if err != nil {
		return true
	}
	whole := func(n uint32) bool { return n > lastSector || (int64(n)+2)<<f.shift <= int64(len(data)) }
	for i := range 109 {
		if !whole(binary.LittleEndian.Uint32(data[76+4*i:])) {
			return true
		}
	}
	n := binary.LittleEndian.Uint32(data[48:])
	for steps := f.sectors() + 1; steps > 0 && n <= lastSector; steps-- {
		if !whole(n) {
			return true
		}
		n = next(f.fat, n)
	}
	return false
}

// sectors is the number of sectors that the file has room for.
func (f *File) sectors() int { return len(f.data) >> f.shift }

// sector returns the bytes of a sector, fewer at the end of a cut file.
func (f *File) sector(n uint32) []byte {
	start := (int64(n) + 1) << f.shift
	if n > lastSector || start >= int64(len(f.data)) {
		return nil
	}
	return f.data[start:min(start+1<<f.shift, int64(len(f.data)))]
}

// readFAT joins the sectors of the allocation table: 109 are named in the
// header, others in sectors of their own.
func (f *File) readFAT() {
	limit := f.sectors() + 1
	for i := range 109 {
		if !f.addFAT(binary.LittleEndian.Uint32(f.data[76+4*i:]), limit) {
			return
		}
	}
	next := binary.LittleEndian.Uint32(f.data[68:])
	for range limit {
		s := f.sector(next)
		if len(s) < 1<<f.shift {
			return
		}
		last := len(s) - 4
		for i := 0; i < last; i += 4 {
			if !f.addFAT(binary.LittleEndian.Uint32(s[i:]), limit) {
				return
			}
		}
		next = binary.LittleEndian.Uint32(s[last:])
	}
}

func (f *File) addFAT(n uint32, limit int) bool {
	s := f.sector(n)
	if s == nil || len(f.fat) >= limit<<2+1<<f.shift {
		return false
	}
	f.fat = append(f.fat, s...)
	return true
}

// next follows a chain in a table.
func next(table []byte, n uint32) uint32 {
	if at := int64(n) * 4; at+4 <= int64(len(table)) {
		return binary.LittleEndian.Uint32(table[at:])
	}
	return none
}

// chain returns at most size bytes of the chain of sectors that begins at start.
func (f *File) chain(start uint32, size uint64) []byte {
	if start > lastSector {
		return nil
	}
	size = min(size, uint64(len(f.data)))
	n, length, straight := start, uint64(0), true
	for ; length < size && n <= lastSector; length += 1 << f.shift {
		after := next(f.fat, n)
		straight = straight && (after == n+1 || after > lastSector || length+1<<f.shift >= size)
		n = after
	}
	size = min(size, length)
	if !straight {
		return f.scattered(start, size)
	}
	// A chain that lies in one stretch needs no copy.
	from := (int64(start) + 1) << f.shift
	if from >= int64(len(f.data)) {
		return nil
	}
	return f.data[from:min(from+int64(size), int64(len(f.data)))]
}

func (f *File) scattered(start uint32, size uint64) []byte {
	out := make([]byte, 0, size)
	for n, steps := start, f.sectors()+1; n <= lastSector && steps > 0 && uint64(len(out)) < size; steps-- {
		s := f.sector(n)
		if s == nil {
			break
		}
		out = append(out, s[:min(uint64(len(s)), size-uint64(len(out)))]...)
		n = next(f.fat, n)
	}
	return out
}

// smallChain returns a stream below the cutoff, which lies in the mini stream.
func (f *File) smallChain(start uint32, size uint64) []byte {
	size = min(size, uint64(len(f.small)))
	out := make([]byte, 0, size)
	for n, steps := start, len(f.small)>>f.mini+1; n <= lastSector && steps > 0 && uint64(len(out)) < size; steps-- {
		from := int64(n) << f.mini
		if from >= int64(len(f.small)) {
			break
		}
		s := f.small[from:min(from+1<<f.mini, int64(len(f.small)))]
		out = append(out, s[:min(uint64(len(s)), size-uint64(len(out)))]...)
		n = next(f.miniFAT, n)
	}
	return out
}

func (f *File) readDirectory(dir []byte) {
	for ; len(dir) >= entrySize; dir = dir[entrySize:] {
		kind := dir[66]
		e := Entry{
			Name:    name(dir[:64], int(binary.LittleEndian.Uint16(dir[64:]))),
			Storage: kind == 1 || kind == 5,
			left:    binary.LittleEndian.Uint32(dir[68:]),
			right:   binary.LittleEndian.Uint32(dir[72:]),
			child:   binary.LittleEndian.Uint32(dir[76:]),
			start:   binary.LittleEndian.Uint32(dir[116:]),
			size:    uint64(binary.LittleEndian.Uint32(dir[120:])),
		}
		if kind == 0 {
			e = Entry{left: none, right: none, child: none}
		}
		f.entries = append(f.entries, e)
	}
	seen := make([]bool, len(f.entries))
	for i := range f.entries {
		if e := &f.entries[i]; e.Storage {
			e.children = f.siblings(e.child, seen)
		}
	}
}

// siblings lists the tree of entries below a storage; an entry that was listed
// before is not listed again.
func (f *File) siblings(root uint32, seen []bool) []int32 {
	var out []int32
	stack := []uint32{root}
	for len(stack) > 0 {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if n >= uint32(len(seen)) || seen[n] || n == 0 {
			continue
		}
		seen[n] = true
		out = append(out, int32(n))
		stack = append(stack, f.entries[n].right, f.entries[n].left)
	}
	return out
}

func name(raw []byte, length int) string {
	units := make([]uint16, 0, 32)
	for i := 0; i+1 < min(max(length-2, 0), len(raw)); i += 2 {
		units = append(units, binary.LittleEndian.Uint16(raw[i:]))
	}
	return string(utf16.Decode(units))
}

// Root is the storage that holds all others.
func (f *File) Root() *Entry { return &f.entries[0] }

// Children yields what a storage holds.
func (f *File) Children(e *Entry) iter.Seq[*Entry] {
	return func(yield func(*Entry) bool) {
		for _, i := range e.children {
			if !yield(&f.entries[i]) {
				return
			}
		}
	}
}

// Child finds a stream or storage in a storage, nil when there is none. Upper
// and lower case are the same.
func (f *File) Child(e *Entry, name string) *Entry {
	for c := range f.Children(e) {
		if strings.EqualFold(c.Name, name) {
			return c
		}
	}
	return nil
}

// Stream returns the content of a stream of the root, nil when there is none.
// In a file whose directory tree is broken, any stream of that name counts.
func (f *File) Stream(name string) []byte {
	if e := f.Child(f.Root(), name); e != nil {
		return f.Content(e)
	}
	if len(f.Root().children) > 0 {
		return nil
	}
	for i := range f.entries {
		if e := &f.entries[i]; !e.Storage && strings.EqualFold(e.Name, name) {
			return f.Content(e)
		}
	}
	return nil
}

// Content returns the bytes of a stream, as far as the file has them. They must
// not be changed.
func (f *File) Content(e *Entry) []byte {
	if e.Storage || e.size == 0 {
		return nil
	}
	if e.size < uint64(f.cutoff) {
		return f.smallChain(e.start, e.size)
	}
	return f.chain(e.start, e.size)
}

// Size is the length that the directory gives a stream; Content is shorter in a
// file that was cut.
func (e *Entry) Size() int64 { return int64(e.size) }
