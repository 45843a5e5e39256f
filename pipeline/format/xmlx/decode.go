package xmlx

import (
	"bytes"
	"regexp"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// declared finds the encoding in an XML declaration.
var declared = regexp.MustCompile(`^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']`)

// Decode returns a part as UTF-8 without a byte order mark. A part with a mark
// or a declaration of another encoding is converted; one that is UTF-8 costs
// nothing.
func Decode(data []byte) []byte {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		return data[3:]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{'<', 0}):
		return wide(data, unicode.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}), bytes.HasPrefix(data, []byte{0, '<'}):
		return wide(data, unicode.BigEndian)
	}
	m := declared.FindSubmatch(data[:min(len(data), 256)])
	if m == nil || utf8Name(m[1]) {
		return data
	}
	enc, err := htmlindex.Get(string(m[1]))
	if err != nil {
		return data
	}
	if name, _ := htmlindex.Name(enc); name == "utf-16le" || name == "utf-16be" {
		return data // the bytes are no UTF-16, whatever they say of themselves
	}
	if utf8.Valid(data) {
		return data // a wrong declaration is more common than a right one here
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return data
	}
	return out
}

func utf8Name(name []byte) bool {
	return bytes.EqualFold(name, []byte("utf-8")) || bytes.EqualFold(name, []byte("utf8"))
}

func wide(data []byte, order unicode.Endianness) []byte {
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	if err != nil {
		return data
	}
	return bytes.TrimPrefix(out, []byte("\ufeff"))
}
