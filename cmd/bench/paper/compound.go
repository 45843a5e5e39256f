package paper

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"
)

// stream is one stream of a compound file.
type stream struct {
	name string
	data []byte
}

const (
	sectorSize = 512
	// smallStream is the size below which streams would lie in a stream of their
	// own; ours are filled up to it, so that there is none.
	smallStream = 4096
	endOfChain  = 0xFFFFFFFE
	fatSector   = 0xFFFFFFFD
	freeSector  = 0xFFFFFFFF
	noEntry     = 0xFFFFFFFF
	inHeader    = 109 // sectors of the table that the header itself lists
	perFAT      = sectorSize / 4
)

// wordClass is the class of Word's documents, as the directory's root names it.
var wordClass = []byte{0x06, 0x09, 0x02, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46}

// compound packs streams into a compound file of version 3 (MS-CFB): header,
// streams, directory, table of sectors. The streams come in the order of the
// directory: shorter names first, then by capitals.
func compound(streams ...stream) ([]byte, error) {
	var body []byte
	var fat []uint32
	starts := make([]uint32, len(streams))
	sizes := make([]uint32, len(streams))
	add := func(data []byte) uint32 {
		start := uint32(len(fat))
		for len(data)%sectorSize != 0 {
			data = append(data, 0)
		}
		for i := range len(data) / sectorSize {
			fat = append(fat, start+uint32(i)+1)
		}
		fat[len(fat)-1] = endOfChain
		body = append(body, data...)
		return start
	}
	for i, s := range streams {
		data := append([]byte(nil), s.data...)
		for len(data) < smallStream {
			data = append(data, 0)
		}
		sizes[i] = uint32(len(data))
		starts[i] = add(data)
	}
	directory := add(directoryOf(streams, starts, sizes))
	// The table has a place for itself too.
	tables := 0
	for tables*perFAT < len(fat)+tables {
		tables++
	}
	if tables > inHeader {
		return nil, fmt.Errorf("compound file: %d bytes are more than its header can list", len(body))
	}
	first := uint32(len(fat))
	for range tables {
		fat = append(fat, fatSector)
	}
	for len(fat)%perFAT != 0 {
		fat = append(fat, freeSector)
	}
	out := append(compoundHeader(directory, first, tables), body...)
	for _, n := range fat {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return out, nil
}

func compoundHeader(directory, table uint32, tables int) []byte {
	h := make([]byte, sectorSize)
	copy(h, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	le := binary.LittleEndian
	le.PutUint16(h[24:], 0x3E) // minor version
	le.PutUint16(h[26:], 3)
	le.PutUint16(h[28:], 0xFFFE) // byte order
	le.PutUint16(h[30:], 9)      // sectors of 2^9 bytes
	le.PutUint16(h[32:], 6)      // small sectors of 2^6
	le.PutUint32(h[44:], uint32(tables))
	le.PutUint32(h[48:], directory)
	le.PutUint32(h[56:], smallStream)
	le.PutUint32(h[60:], endOfChain) // no small streams
	le.PutUint32(h[68:], endOfChain) // no further list of tables
	for i := range inHeader {
		n := uint32(freeSector)
		if i < tables {
			n = table + uint32(i)
		}
		le.PutUint32(h[76+4*i:], n)
	}
	return h
}

// directoryOf lists the root and the streams, which hang from each other by
// their right hands.
func directoryOf(streams []stream, starts, sizes []uint32) []byte {
	out := entry("Root Entry", 5, noEntry, 1, endOfChain, 0, wordClass)
	for i, s := range streams {
		right := uint32(noEntry)
		if i+1 < len(streams) {
			right = uint32(i + 2)
		}
		out = append(out, entry(s.name, 2, right, noEntry, starts[i], sizes[i], nil)...)
	}
	for len(out)%sectorSize != 0 {
		out = append(out, entry("", 0, noEntry, noEntry, 0, 0, nil)...)
	}
	return out
}

func entry(name string, kind byte, right, child, start, size uint32, class []byte) []byte {
	e := make([]byte, 128)
	le := binary.LittleEndian
	units := utf16.Encode([]rune(name))
	for i, u := range units {
		le.PutUint16(e[2*i:], u)
	}
	if name != "" {
		le.PutUint16(e[64:], uint16(2*len(units)+2))
	}
	e[66], e[67] = kind, 1 // black
	le.PutUint32(e[68:], noEntry)
	le.PutUint32(e[72:], right)
	le.PutUint32(e[76:], child)
	copy(e[80:], class)
	le.PutUint32(e[116:], start)
	le.PutUint32(e[120:], size)
	return e
}
