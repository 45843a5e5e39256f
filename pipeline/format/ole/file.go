package ole

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"github.com/tongket/tongket/pipeline/report"
)

// Magic is how every compound file begins.
const Magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

const (
	headerSize = 512
	entrySize  = 128
	smallSize  = 64   // of a sector of the small streams
	cutoff     = 4096 // smaller streams lie in small sectors
	lastSector = 0xFFFFFFFA
	noEntry    = 0xFFFFFFFF
	maxEntries = 1 << 16
)

// File is a compound file in memory.
type File struct {
	data   []byte
	size   int      // of a sector
	fat    []uint32 // the sector that follows each sector
	mini   []uint32 // the same for small sectors
	small  []byte   // the content of all small sectors
	roots  []int    // the entries at the top
	all    []entry
	broken bool // the file is cut, or its tables are damaged
}

type entry struct {
	name               string
	kind               byte // 1 storage, 2 stream, 5 root
	left, right, child uint32
	start              uint32
	size               uint64
}

// Open reads the tables of a file.
func Open(data []byte) (*File, error) {
	if !bytes.HasPrefix(data, []byte(Magic)) {
		return nil, report.Becausef(report.Damaged, "not a compound file")
	}
	if len(data) < headerSize {
		return nil, report.Becausef(report.Truncated, "compound file: cut in its header")
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return nil, report.Becausef(report.Damaged, "compound file: sectors of 2^%d bytes", shift)
	}
	f := &File{data: data, size: 1 << shift}
	f.readFAT()
	f.readDirectory(binary.LittleEndian.Uint32(data[48:]))
	if len(f.all) == 0 {
		return nil, report.Becausef(report.Truncated, "compound file: no directory")
	}
	f.mini = numbers(f.chain(binary.LittleEndian.Uint32(data[60:]), -1))
	f.small = f.chain(f.all[0].start, int64(f.all[0].size))
	return f, nil
}

// sector returns the bytes of a sector, fewer at the end of a cut file.
func (f *File) sector(n uint32) []byte {
	start := (int64(n) + 1) * int64(f.size)
	if start >= int64(len(f.data)) {
		return nil
	}
	return f.data[start:min(start+int64(f.size), int64(len(f.data)))]
}

// sectors is how many there can be.
func (f *File) sectors() int { return len(f.data)/f.size + 1 }

func numbers(b []byte) []uint32 {
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return out
}

// readFAT collects the sectors of the table: 109 named in the header, the
// others in sectors that name each other. Where one is lost, each of its
// sectors is taken to be followed by the next.
func (f *File) readFAT() {
	places := numbers(f.data[76:headerSize])
	next := binary.LittleEndian.Uint32(f.data[68:])
	for range f.sectors() {
		s := numbers(f.sector(next))
		if next >= lastSector || len(s) < f.size/4 {
			break
		}
		places = append(places, s[:len(s)-1]...)
		next = s[len(s)-1]
	}
	per := f.size / 4
	for _, p := range places {
		if len(f.fat) >= f.sectors() {
			break
		}
		if p >= lastSector {
			continue
		}
		s := numbers(f.sector(p))
		f.broken = f.broken || len(s) < per
		for len(s) < per {
			s = append(s, uint32(len(f.fat)+len(s)+1))
		}
		f.fat = append(f.fat, s...)
	}
}

// chain returns the bytes of a chain of sectors, at most limit of them unless
// limit is negative.
func (f *File) chain(start uint32, limit int64) []byte {
	var out []byte
	if limit >= 0 {
		out = make([]byte, 0, min(limit+int64(f.size), int64(len(f.data))))
	}
	n := start
	for range f.sectors() {
		if n >= lastSector || limit >= 0 && int64(len(out)) >= limit {
			break
		}
		s := f.sector(n)
		if len(s) == 0 {
			f.broken = true
			break
		}
		out = append(out, s...)
		if n = f.after(n); n == start {
			f.broken = true
			break
		}
	}
	if limit >= 0 && int64(len(out)) > limit {
		out = out[:limit]
	}
	return out
}

func (f *File) after(n uint32) uint32 {
	if int(n) < len(f.fat) {
		return f.fat[n]
	}
	return n + 1
}

func (f *File) readDirectory(start uint32) {
	raw := f.chain(start, -1)
	for len(raw) >= entrySize && len(f.all) < maxEntries {
		f.all = append(f.all, readEntry(raw, f.size))
		raw = raw[entrySize:]
	}
	if len(f.all) == 0 {
		return
	}
	seen := make(map[uint32]bool)
	f.walk(f.all[0].child, seen)
	if len(f.roots) == 0 { // a lost tree: everything may be at the top
		f.broken = true
		for i, e := range f.all {
			if e.kind == 2 {
				f.roots = append(f.roots, i)
			}
		}
	}
}

func readEntry(raw []byte, sector int) entry {
	length := min(int(binary.LittleEndian.Uint16(raw[64:])), 64)
	units := make([]uint16, max(length/2-1, 0))
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(raw[2*i:])
	}
	e := entry{
		name:  string(utf16.Decode(units)),
		kind:  raw[66],
		left:  binary.LittleEndian.Uint32(raw[68:]),
		right: binary.LittleEndian.Uint32(raw[72:]),
		child: binary.LittleEndian.Uint32(raw[76:]),
		start: binary.LittleEndian.Uint32(raw[116:]),
		size:  binary.LittleEndian.Uint64(raw[120:]),
	}
	if sector == headerSize { // the upper half means nothing in version 3
		e.size &= 0xFFFFFFFF
	}
	return e
}

// walk collects the siblings of an entry in the order of their tree.
func (f *File) walk(n uint32, seen map[uint32]bool) {
	var stack []uint32
	for n != noEntry || len(stack) > 0 {
		for n < uint32(len(f.all)) && !seen[n] {
			seen[n] = true
			stack = append(stack, n)
			n = f.all[n].left
		}
		if len(stack) == 0 {
			return
		}
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		f.roots = append(f.roots, int(top))
		n = f.all[top].right
	}
}

// Names returns the names of what stands at the top.
func (f *File) Names() []string {
	names := make([]string, len(f.roots))
	for i, r := range f.roots {
		names[i] = f.all[r].name
	}
	return names
}

// Stream returns the content of a stream at the top by its name, without regard
// to case, and whether it is whole; nil when there is none.
func (f *File) Stream(name string) (content []byte, whole bool) {
	for _, r := range f.roots {
		e := f.all[r]
		if e.kind != 2 || !strings.EqualFold(e.name, name) {
			continue
		}
		size := int64(min(e.size, uint64(len(f.data))))
		if e.size >= cutoff {
			content = f.chain(e.start, size)
		} else {
			content = f.smallChain(e.start, size)
		}
		return content, uint64(len(content)) == e.size
	}
	return nil, false
}

// smallChain returns the bytes of a chain of small sectors.
func (f *File) smallChain(n uint32, size int64) []byte {
	out := make([]byte, 0, size)
	for range len(f.small)/smallSize + 1 {
		start := int64(n) * smallSize
		if n >= lastSector || int64(len(out)) >= size || start >= int64(len(f.small)) {
			break
		}
		out = append(out, f.small[start:min(start+smallSize, int64(len(f.small)))]...)
		if int(n) >= len(f.mini) {
			break
		}
		n = f.mini[n]
	}
	return out[:min(int64(len(out)), size)]
}
