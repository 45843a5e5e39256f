package msword

import (
	"encoding/binary"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// Places in the header of Word 6 and 95.
const (
	end6      = 0x1C
	main6     = 0x34 // the length of the main story
	clx6      = 0x160
	header6   = 0x168
	piece6    = 8
	flagWide6 = 0x1000 // two bytes a character
	noteText  = "Word 6/95: text only, without fonts, headings and cells"
)

// word6 reads the text of a file of Word 6 or 95. Its formats are kept in
// another way and are not read: old fonts are told by their syllables.
func (d *document) word6(flags uint16) error {
	if len(d.main) < header6 {
		return report.Becausef(report.Truncated, "a file of Word 6/95 with %d bytes of text", len(d.main))
	}
	d.notes = append(d.notes, report.Note{Code: "format", Text: noteText})
	length := 0
	for i := range storiesOfFile {
		n := max(int(int32(binary.LittleEndian.Uint32(d.main[main6+4*i:]))), 0)
		d.fib.lengths[i] = n
		length += n
	}
	wide := flags&flagWide6 != 0
	if flags&flagComplex != 0 {
		d.pieces6(wide)
	}
	if len(d.pieces) == 0 {
		start, end := int(binary.LittleEndian.Uint32(d.main[firstText:])), int(binary.LittleEndian.Uint32(d.main[end6:]))
		if start >= len(d.main) || end <= start {
			return report.Becausef(report.Damaged, "a file of Word 6/95 without text")
		}
		if wide {
			end = start + (end-start)/2
		}
		if length = min(length, end-start); length <= 0 {
			length = end - start
		}
		d.addPiece(piece{at: start, wide: wide}, length)
	}
	d.stories()
	return nil
}

// pieces6 reads the piece table of a file that was saved fast.
func (d *document) pieces6(wide bool) {
	at, n := int64(binary.LittleEndian.Uint32(d.main[clx6:])), int64(binary.LittleEndian.Uint32(d.main[clx6+4:]))
	if at+n > int64(len(d.main)) {
		return
	}
	clx := d.main[at : at+n]
	for len(clx) > 5 && clx[0] == pieceGrpprl {
		clx = clx[min(3+word(clx[1:]), len(clx)):]
	}
	if len(clx) < 5 || clx[0] != pieceTable {
		return
	}
	table := newPlc(clx[5:min(5+max(int(int32(binary.LittleEndian.Uint32(clx[1:]))), 0), len(clx))], piece6)
	for i := range min(table.n, maxPieces) {
		start, end := table.at(i), table.at(i+1)
		if start < 0 || end <= start || end > start+len(d.main) {
			continue
		}
		d.addPiece(piece{at: int(binary.LittleEndian.Uint32(table.record(i)[2:])) &^ narrowPiece, wide: wide}, end-start)
	}
	d.pieces = slices.Clip(d.pieces)
}
