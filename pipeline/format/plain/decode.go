package plain

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"golang.org/x/text/encoding/charmap"
)

// decode returns the text of data in UTF-8, with a note when it was not.
// Bytes of a one-byte encoding become Windows-1252 characters, which
// pipeline/text tells apart by their syllables.
func decode(data []byte) (string, report.Note) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(data[3:]), "\ufffd"), report.Note{}
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return wide(data[2:], 1, 0), note("utf-16le")
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return wide(data[2:], 0, 1), note("utf-16be")
	case utf8.Valid(data):
		return string(data), report.Note{}
	}
	out, _ := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(out), note("windows-1252")
}

func note(name string) report.Note {
	return report.Note{Code: "encoding", Text: "the file is in " + name}
}

// wide decodes UTF-16 with the high byte at hi and the low byte at lo.
func wide(data []byte, hi, lo int) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+hi])<<8|uint16(data[i+lo]))
	}
	return string(utf16.Decode(units))
}
