package xmlx

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// Looks reports whether data begins like XML.
func Looks(data []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 64)], []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(head, []byte("<")) || bytes.HasPrefix(head, []byte("\xff\xfe<")) || bytes.HasPrefix(head, []byte("\xfe\xff\x00<"))
}

// declared returns the encoding that an XML declaration names, "" for none.
func declared(head []byte) string {
	declaration, _, ok := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("?>"))
	if !ok || !bytes.HasPrefix(declaration, []byte("<?xml")) {
		return ""
	}
	s := Scanner{attrs: declaration[len("<?xml"):]}
	return s.Value("encoding")
}

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
	name := declared(data[:min(len(data), 256)])
	if name == "" || strings.EqualFold(name, "utf-8") || strings.EqualFold(name, "utf8") {
		return data
	}
	enc, err := htmlindex.Get(name)
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

func wide(data []byte, order unicode.Endianness) []byte {
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	if err != nil {
		return data
	}
	return bytes.TrimPrefix(out, []byte("\ufeff"))
}
