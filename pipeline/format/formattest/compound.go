package formattest

import (
	"encoding/binary"
	"sort"
	"strings"
	"unicode/utf16"
)

// Compound packs streams into a compound file (OLE), for tests of the formats
// that are such files. Streams are given as path and content in turn; "a/b" is
// the stream b of the storage a. All streams lie in sectors of their own: the
// header says that none is small.
func Compound(pathAndContent ...string) []byte {
	root := &storage{}
	for i := 0; i+1 < len(pathAndContent); i += 2 {
		root.put(strings.Split(pathAndContent[i], "/"), pathAndContent[i+1])
	}
	c := &compound{}
	c.entry("Root Entry", 5)
	c.children(0, root)
	return c.bytes()
}

type storage struct {
	names   []string
	streams map[string]string
	inner   map[string]*storage
}

func (s *storage) put(path []string, content string) {
	if s.inner == nil {
		s.inner, s.streams = make(map[string]*storage), make(map[string]string)
	}
	name := path[0]
	if s.inner[name] == nil && len(path) > 1 {
		s.inner[name] = &storage{}
		s.names = append(s.names, name)
	}
	if len(path) > 1 {
		s.inner[name].put(path[1:], content)
		return
	}
	s.names = append(s.names, name)
	s.streams[name] = content
}

const (
	sector    = 512
	dirEntry  = 128
	noSector  = 0xFFFFFFFE // the end of a chain
	fatSector = 0xFFFFFFFD // a sector of the allocation table
	noEntry   = 0xFFFFFFFF
	entries   = sector / 4 // of a sector of the allocation table
)

// compound is a file being written: a header, then streams, then the directory,
// then the allocation table. The header has room for 109 sectors of the table,
// which is a file of 7 MB.
type compound struct {
	dir  []byte
	data []byte
	fat  []uint32
}

func (c *compound) entry(name string, kind byte) int {
	e := make([]byte, dirEntry)
	for i, u := range utf16.Encode([]rune(name)) {
		binary.LittleEndian.PutUint16(e[2*i:], u)
	}
	binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
	e[66] = kind
	for _, at := range []int{68, 72, 76} {
		binary.LittleEndian.PutUint32(e[at:], noEntry)
	}
	binary.LittleEndian.PutUint32(e[116:], noSector)
	c.dir = append(c.dir, e...)
	return len(c.dir)/dirEntry - 1
}

func (c *compound) set(entry, at int, v uint32) {
	binary.LittleEndian.PutUint32(c.dir[entry*dirEntry+at:], v)
}

// children writes what a storage holds: each entry is the right neighbour of
// the one before.
func (c *compound) children(parent int, s *storage) {
	names := append([]string(nil), s.names...)
	sort.Slice(names, func(i, j int) bool { // the order of compound files: short names first
		if len(names[i]) != len(names[j]) {
			return len(names[i]) < len(names[j])
		}
		return strings.ToUpper(names[i]) < strings.ToUpper(names[j])
	})
	before, at := parent, 76
	for _, name := range names {
		kind := byte(2)
		if s.inner[name] != nil {
			kind = 1
		}
		e := c.entry(name, kind)
		c.set(before, at, uint32(e))
		before, at = e, 72
		if kind == 1 {
			c.children(e, s.inner[name])
			continue
		}
		c.set(e, 120, uint32(len(s.streams[name])))
		c.set(e, 116, c.chain([]byte(s.streams[name])))
	}
}

// chain writes a stream and returns its first sector.
func (c *compound) chain(content []byte) uint32 {
	if len(content) == 0 {
		return noSector
	}
	first := uint32(len(c.fat))
	for len(content) > 0 {
		n := min(sector, len(content))
		c.data = append(c.data, content[:n]...)
		c.data = append(c.data, make([]byte, sector-n)...)
		c.fat = append(c.fat, uint32(len(c.fat)+1))
		content = content[n:]
	}
	c.fat[len(c.fat)-1] = noSector
	return first
}

func (c *compound) bytes() []byte {
	dir := c.chain(c.dir)
	table, own := len(c.fat), 0
	for own*entries < table+own {
		own++
	}
	for range own {
		c.fat = append(c.fat, fatSector)
	}
	for len(c.fat) < own*entries {
		c.fat = append(c.fat, noEntry)
	}
	head := make([]byte, sector)
	copy(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for at, v := range map[int]uint16{24: 0x3E, 26: 3, 28: 0xFFFE, 30: 9, 32: 6} {
		binary.LittleEndian.PutUint16(head[at:], v)
	}
	for at, v := range map[int]uint32{44: uint32(own), 48: dir, 56: 1, 60: noSector, 68: noSector} {
		binary.LittleEndian.PutUint32(head[at:], v)
	}
	for at := 76; at < sector; at += 4 {
		v := uint32(noEntry)
		if i := (at - 76) / 4; i < own {
			v = uint32(table + i)
		}
		binary.LittleEndian.PutUint32(head[at:], v)
	}
	out := append(head, c.data...)
	for _, v := range c.fat {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	return out
}
