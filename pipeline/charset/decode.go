package charset

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/tongket/tongket/pipeline/vn"
)

// sampleSize is how much of a file decides its encoding.
const sampleSize = 64 << 10

// Decode reads a whole text file whose encoding nobody states. In this order:
// a byte order mark; the zero bytes of UTF-16 and UTF-32; valid UTF-8; the old
// encoding that makes most syllables; Windows-1252. name says which, as a
// person would call it. Text in UTF-8 may still hold look-alikes of an old
// encoding, which Detect finds paragraph by paragraph.
//
// Bytes that the encoding does not have become U+FFFD.
func Decode(data []byte) (text, name string) {
	if text, name, ok := decodeMarked(data); ok {
		return text, name
	}
	if text, name, ok := decodeWide(data); ok {
		return text, name
	}
	if utf8.Valid(data) {
		name = utf8Name(data)
		if name == "ASCII" && allVIQR(data) {
			return VIQR.Decode(data), VIQR.Name()
		}
		return string(data), name
	}
	if mostlyUTF8(data) {
		return strings.ToValidUTF8(string(data), "\ufffd"), "UTF-8"
	}
	sample := latin(data[:min(len(data), sampleSize)])
	if e, ok := bestOfFile(sample); ok {
		return e.Decode(data), e.Name()
	}
	return latin(data), "Windows-1252"
}

// allVIQR reports whether a file without any letter beyond ASCII is Vietnamese in
// VIQR. Its headings and short lines are too little to tell one by one.
func allVIQR(data []byte) bool {
	e, ok := Detect(string(data[:min(len(data), sampleSize)]))
	return ok && e == VIQR
}

func utf8Name(data []byte) string {
	for _, c := range data {
		if c >= utf8.RuneSelf {
			return "UTF-8"
		}
	}
	return "ASCII"
}

func decodeMarked(data []byte) (text, name string, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(data[3:]), "\ufffd"), "UTF-8", true
	case bytes.HasPrefix(data, []byte{0xff, 0xfe, 0, 0}):
		return decode32(data[4:], binary.LittleEndian), "UTF-32LE", true
	case bytes.HasPrefix(data, []byte{0, 0, 0xfe, 0xff}):
		return decode32(data[4:], binary.BigEndian), "UTF-32BE", true
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return decode16(data[2:], binary.LittleEndian), "UTF-16LE", true
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return decode16(data[2:], binary.BigEndian), "UTF-16BE", true
	}
	return "", "", false
}

// decodeWide finds UTF-16 and UTF-32 without a mark by their zero bytes: the
// high bytes of spaces, digits and ASCII letters, which are over half of any
// Vietnamese or English text.
func decodeWide(data []byte) (text, name string, ok bool) {
	n := min(len(data), sampleSize) &^ 3
	if n < 8 {
		return "", "", false
	}
	var zeros [4]int
	for i, c := range data[:n] {
		if c == 0 {
			zeros[i%4]++
		}
	}
	q := n / 4
	some, none := q/5, q/100
	switch {
	case zeros[2] > q*9/10 && zeros[3] > q*9/10 && zeros[0] <= none:
		return decode32(data, binary.LittleEndian), "UTF-32LE", true
	case zeros[0] > q*9/10 && zeros[1] > q*9/10 && zeros[3] <= none:
		return decode32(data, binary.BigEndian), "UTF-32BE", true
	case zeros[1] > some && zeros[3] > some && zeros[0] <= none && zeros[2] <= none:
		return decode16(data, binary.LittleEndian), "UTF-16LE", true
	case zeros[0] > some && zeros[2] > some && zeros[1] <= none && zeros[3] <= none:
		return decode16(data, binary.BigEndian), "UTF-16BE", true
	}
	return "", "", false
}

func decode16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	s := string(utf16.Decode(units))
	if len(data)%2 == 1 {
		s += "\ufffd"
	}
	return s
}

func decode32(data []byte, order binary.ByteOrder) string {
	var b strings.Builder
	b.Grow(len(data) / 2)
	for i := 0; i+3 < len(data); i += 4 {
		b.WriteRune(rune(order.Uint32(data[i:])))
	}
	if len(data)%4 != 0 {
		b.WriteRune('\ufffd')
	}
	return b.String()
}

// mostlyUTF8 reports whether a file is UTF-8 with some damage (a cut in the
// middle of a letter): at least nineteen of twenty bytes above ASCII are in
// valid sequences.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good += size
		}
		i += size
	}
	return good >= 19*bad
}

// bestOfFile chooses the encoding of a file that is none of Unicode. One byte
// encodings need less proof than look-alikes in UTF-8 do: three words in ten,
// and more than Windows-1252 would give.
func bestOfFile(sample string) (Encoding, bool) {
	var best Encoding
	var most float64
	for _, e := range candidates {
		ev := weigh(e, sample)
		if ev.gained > ev.broken && ev.share() > 0.3 && ev.share() > most {
			best, most = e, ev.share()
		}
	}
	return best, most > 0
}

// Name reads the name of an archive's member or a file as its bytes stand:
// UTF-8, else the old encoding that makes most syllables, else code page 437,
// which the zip format names as its own. The result is valid UTF-8 in NFC.
func Name(raw []byte) string {
	if utf8.Valid(raw) {
		return vn.NFC(string(raw))
	}
	as437 := decodeCharmap(charmap.CodePage437, raw)
	best, most := as437, nameScore(as437)
	for _, e := range candidates {
		if s := e.Decode(raw); nameScore(s) > most {
			best, most = s, nameScore(s)
		}
	}
	for _, c := range []*charmap.Charmap{charmap.CodePage850, charmap.Windows1252} {
		if s := decodeCharmap(c, raw); nameScore(s) > most {
			best, most = s, nameScore(s)
		}
	}
	return vn.NFC(best)
}

// nameScore is the share of marked words that are syllables; a name without
// any is worth nothing. Characters that are no letters of a name cost.
func nameScore(s string) float64 {
	c := vn.Score(s)
	if c.Marked == 0 {
		return 0
	}
	odd := 0
	for _, r := range s {
		if r < ' ' || r > 0x7f && notLetter(r) {
			odd++
		}
	}
	return float64(c.Valid) / float64(c.Marked+odd)
}

func decodeCharmap(c *charmap.Charmap, raw []byte) string {
	var b strings.Builder
	for _, x := range raw {
		b.WriteRune(c.DecodeByte(x))
	}
	return b.String()
}
