package rtf

import (
	"encoding/binary"

	"github.com/tongket/tongket/pipeline/report"
)

// dictionary is what every packed text begins as if it followed.
const dictionary = `{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0` +
	"\r\n" + `\par \pard\plain\f0\fs20\b\i\u\tab\tx`

const (
	packedHeader = 16
	packedMagic  = 0x75465A4C // "LZFu"
	plainMagic   = 0x414C454D // "MELA": not packed
	window       = 4096
)

// Decompress unpacks the rich text of an Outlook message, at most limit bytes.
// Of a text that was cut it gives the beginning.
func Decompress(data []byte, limit int64) ([]byte, error) {
	if len(data) < packedHeader {
		return nil, report.Becausef(report.Truncated, "packed rich text of %d bytes", len(data))
	}
	body := data[packedHeader:]
	want := min(int64(binary.LittleEndian.Uint32(data[4:])), limit)
	switch binary.LittleEndian.Uint32(data[8:]) {
	case plainMagic:
		return body[:min(int64(len(body)), want)], nil
	case packedMagic:
		return unpack(body, int(want)), nil
	}
	return nil, report.Becausef(report.Damaged, "packed rich text of an unknown kind")
}

// unpack reads bytes, and references to one of the last 4096, as eight flags
// before each eight of them say.
func unpack(in []byte, want int) []byte {
	var ring [window]byte
	at := copy(ring[:], dictionary)
	out := make([]byte, 0, min(want, len(in)*4))
	put := func(c byte) {
		ring[at] = c
		at = (at + 1) % window
		out = append(out, c)
	}
	for len(in) > 0 && len(out) < want {
		flags := in[0]
		in = in[1:]
		for bit := 0; bit < 8 && len(out) < want; bit++ {
			if flags>>bit&1 == 0 {
				if len(in) == 0 {
					return out
				}
				put(in[0])
				in = in[1:]
				continue
			}
			if len(in) < 2 {
				return out
			}
			ref := int(in[0])<<8 | int(in[1])
			in = in[2:]
			from, n := ref>>4, ref&0xF+2
			if from == at {
				return out
			}
			for i := range n {
				if len(out) == want {
					break
				}
				put(ring[(from+i)%window])
			}
		}
	}
	return out
}
