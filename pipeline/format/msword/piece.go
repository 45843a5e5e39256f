package msword

import (
	"encoding/binary"
	"sort"

	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/report"
)

// piece is a stretch of text that lies in one place of the file.
type piece struct {
	start, end int // characters
	at         int // byte in the main stream
	wide       bool
	look       []byte // what the piece changes, for files saved fast
}

// place returns the byte of a character of the piece.
func (p *piece) place(char int) int {
	if p.wide {
		return p.at + 2*(char-p.start)
	}
	return p.at + char - p.start
}

// char returns the character of a byte, the other way round.
func (p *piece) char(place int) int {
	if p.wide {
		return p.start + (place-p.at+1)/2
	}
	return p.start + place - p.at
}

const (
	pieceTable   = 0x02
	pieceGrpprl  = 0x01
	narrowPiece  = 1 << 30
	firstText    = 0x18 // where the header says that the text begins
	maxPieces    = 1 << 20
	checkContext = 1 << 12 // pieces between two looks at the context
)

// readPieces reads the piece table and the text.
func (d *document) readPieces() error {
	table, looks := d.pieceTable()
	if table.n == 0 {
		d.straight()
		return nil
	}
	last := 0
	for i := range min(table.n, maxPieces) {
		if i%checkContext == 0 && d.ctx.Err() != nil {
			return d.ctx.Err()
		}
		start, end := table.at(i), table.at(i+1)
		if start < last || end <= start {
			if end != start {
				d.trouble(report.Becausef(report.Damaged, "piece %d of the text has a bad range", i))
			}
			continue
		}
		rec := table.record(i)
		fc := binary.LittleEndian.Uint32(rec[2:])
		p := piece{wide: fc&narrowPiece == 0, at: int(fc &^ (3 << 30)), look: looks.of(binary.LittleEndian.Uint16(rec[6:]))}
		if !p.wide {
			p.at /= 2
		}
		d.addPiece(p, end-start)
		last = end
	}
	return nil
}

// addPiece decodes length characters of a piece. What a cut file lacks is left
// out, but keeps its place in the count of characters.
func (d *document) addPiece(p piece, length int) {
	if room := int(d.limits.Part)/2 - len(d.text); length > room {
		d.trouble(report.Becausef(report.TooLarge, "more than %d characters", d.limits.Part/2))
		length = max(room, 0)
	}
	size := 1
	if p.wide {
		size = 2
	}
	have := min(length, max((len(d.main)-p.at)/size, 0))
	if have < length {
		d.trouble(report.Becausef(report.Truncated, "%d characters of the text are not in the file", length-have))
		// Only a little is made up: the ends of stories are counted.
		length = min(length, have+1<<20)
	}
	p.start, p.end = len(d.text), len(d.text)+length
	d.pieces = append(d.pieces, p)
	d.text = append(d.text, make([]uint16, length)...)
	text, raw := d.text[p.start:p.start+have], d.main[min(p.at, len(d.main)):]
	for i := range text {
		if p.wide {
			text[i] = binary.LittleEndian.Uint16(raw[2*i:])
		} else {
			text[i] = uint16(glyph.ANSI(raw[i]))
		}
	}
}

// straight reads a file without a piece table: its text is in one place.
func (d *document) straight() {
	length := 0
	for _, n := range d.fib.lengths {
		length += n
	}
	start := int(binary.LittleEndian.Uint32(d.main[firstText:]))
	if start >= len(d.main) || length <= 0 {
		d.trouble(report.Becausef(report.Damaged, "no piece table and no text"))
		return
	}
	length = min(length, len(d.main)-start)
	wide := looksWide(d.main[start : start+min(length, 1024)])
	d.addPiece(piece{at: start, wide: wide}, length)
}

// looksWide reports whether bytes are UTF-16: every other one is a small number.
func looksWide(b []byte) bool {
	high := 0
	for i := 1; i < len(b); i += 2 {
		if b[i] < 0x03 || b[i] == 0x1E {
			high++
		}
	}
	return high*4 > len(b)
}

// prcs are the changes that pieces refer to.
type prcs [][]byte

func (d *document) pieceTable() (plc, prcs) {
	clx := d.part(fibClx)
	var looks prcs
	for len(clx) > 5 {
		switch clx[0] {
		case pieceGrpprl:
			n := int(binary.LittleEndian.Uint16(clx[1:]))
			if 3+n > len(clx) {
				return plc{}, nil
			}
			looks = append(looks, clx[3:3+n])
			clx = clx[3+n:]
		case pieceTable:
			n := int(binary.LittleEndian.Uint32(clx[1:]))
			return newPlc(clx[5:min(5+max(n, 0), len(clx))], 8), looks
		default:
			return plc{}, nil
		}
	}
	return plc{}, nil
}

// of returns the changes of a piece as a list of modifiers.
func (p prcs) of(prm uint16) []byte {
	if prm&1 != 0 {
		if i := int(prm >> 1); i < len(p) {
			return p[i]
		}
		return nil
	}
	var sprm uint16
	switch prm >> 1 & 0x7F {
	case 0x41:
		sprm = sprmDeleted
	case 0x55:
		sprm = sprmBold
	case 0x5C:
		sprm = sprmHidden
	default:
		return nil
	}
	return []byte{byte(sprm), byte(sprm >> 8), byte(prm >> 8)}
}

// pieceOf returns the index of the piece that holds a character.
func (d *document) pieceOf(char int) int {
	return sort.Search(len(d.pieces), func(i int) bool { return d.pieces[i].end > char })
}
