package msword

import "encoding/binary"

// Versions of the file format.
const (
	firstWord6  = 101
	firstWord97 = 0xC0
)

// places in the table of the header, by their position
const (
	fibStyles     = 1
	fibNoteText   = 3
	fibHeads      = 11
	fibChars      = 12
	fibParas      = 13
	fibFonts      = 15
	fibClx        = 33
	fibShapes     = 40
	fibEndText    = 47
	fibBoxText    = 56
	fibLists      = 73
	fibOverrides  = 74
	fibPlaces     = 154 // where the table begins
	fibLengths    = 76  // where the lengths of the stories begin
	storiesOfFile = 8
)

// The stories follow each other in this order.
const (
	storyMain = iota
	storyNotes
	storyHeads
	storyMacro
	storyComments
	storyEndnotes
	storyBoxes
	storyHeadBoxes
)

// fib is the file's header: what lies where.
type fib struct {
	places  []byte
	lengths [storiesOfFile]int // in characters
}

func readFib(main []byte) fib {
	var f fib
	if len(main) > fibPlaces {
		f.places = main[fibPlaces:]
	}
	for i := range f.lengths {
		if at := fibLengths + 4*i; at+4 <= len(main) {
			f.lengths[i] = max(int(int32(binary.LittleEndian.Uint32(main[at:]))), 0)
		}
	}
	return f
}

// place returns where a structure lies in the table stream.
func (f *fib) place(i int) (start, length int) {
	if 8*i+8 > len(f.places) {
		return 0, 0
	}
	return int(binary.LittleEndian.Uint32(f.places[8*i:])), int(binary.LittleEndian.Uint32(f.places[8*i+4:]))
}

// part returns a structure of the table stream, as far as it is there.
func (d *document) part(i int) []byte {
	start, length := d.fib.place(i)
	if start >= len(d.table) || length <= 0 {
		return nil
	}
	return d.table[start:min(start+length, len(d.table))]
}

// plc is a list of places with a record for each stretch between two of them.
type plc struct {
	data []byte
	size int // of a record
	n    int
}

func newPlc(data []byte, size int) plc {
	return plc{data, size, max((len(data)-4)/(4+size), 0)}
}

func (p plc) at(i int) int { return int(int32(binary.LittleEndian.Uint32(p.data[4*i:]))) }

func (p plc) record(i int) []byte {
	at := 4*(p.n+1) + p.size*i
	return p.data[at : at+p.size]
}

// story returns the range of characters of a story, within the text.
func (d *document) story(s int) (start, end int) {
	for i := range s {
		start += d.fib.lengths[i]
	}
	return min(start, len(d.text)), min(start+d.fib.lengths[s], len(d.text))
}
