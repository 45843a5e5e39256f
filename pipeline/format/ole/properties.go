package ole

import (
	"encoding/binary"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/tongket/tongket/pipeline/format/codepage"
	"github.com/tongket/tongket/pipeline/report"
)

// The properties of the two summary streams that are metadata of ours.
var (
	summaryKeys  = map[uint32]string{2: "title", 3: "subject", 4: "author", 12: "created", 13: "modified"}
	companyKeys  = map[uint32]string{15: "company"}
	codePageProp = uint32(1)
	pagesProp    = uint32(14)
)

// Properties returns the metadata of the summary streams, and the number of
// pages that they give, 0 for none.
func (f *File) Properties() (meta []report.Meta, pages int) {
	values := properties(f.Stream("\x05SummaryInformation"))
	for _, id := range []uint32{2, 3, 4, 12, 13} {
		if v := values[id]; v.text != "" {
			meta = append(meta, report.Meta{Key: summaryKeys[id], Value: v.text})
		}
	}
	pages = int(max(values[pagesProp].number, 0))
	for id, v := range properties(f.Stream("\x05DocumentSummaryInformation")) {
		if key := companyKeys[id]; key != "" && v.text != "" {
			meta = append(meta, report.Meta{Key: key, Value: v.text})
		}
	}
	return meta, pages
}

type property struct {
	text   string
	number int32
}

// maxProperties bounds the properties of one stream; Word writes fewer than 20.
const maxProperties = 256

// properties reads the first section of a property set stream.
func properties(s []byte) map[uint32]property {
	if len(s) < 48 || binary.LittleEndian.Uint16(s) != 0xFFFE {
		return nil
	}
	offset := binary.LittleEndian.Uint32(s[44:])
	if uint64(offset)+8 > uint64(len(s)) {
		return nil
	}
	section := s[offset:]
	count := min(binary.LittleEndian.Uint32(section[4:]), maxProperties)
	at := make(map[uint32]uint32, count)
	for i := range int(count) {
		if 16+8*i > len(section) {
			break
		}
		at[binary.LittleEndian.Uint32(section[8+8*i:])] = binary.LittleEndian.Uint32(section[12+8*i:])
	}
	page := 1252
	if p, ok := value(section, at[codePageProp], page); ok && at[codePageProp] != 0 {
		page = int(uint16(p.number))
	}
	out := make(map[uint32]property, count)
	for id, offset := range at {
		if p, ok := value(section, offset, page); ok && id != codePageProp {
			out[id] = p
		}
	}
	return out
}

// value reads one typed value.
func value(section []byte, offset uint32, page int) (property, bool) {
	if uint64(offset)+8 > uint64(len(section)) {
		return property{}, false
	}
	kind, body := binary.LittleEndian.Uint32(section[offset:]), section[offset+4:]
	switch kind {
	case 2: // a 16 bit integer
		return property{number: int32(binary.LittleEndian.Uint16(body))}, true
	case 3:
		return property{number: int32(binary.LittleEndian.Uint32(body))}, true
	case 30, 31: // a string of bytes, of UTF-16
		n := uint64(binary.LittleEndian.Uint32(body))
		if kind == 31 {
			n *= 2
		}
		raw := body[4:]
		raw = raw[:min(n, uint64(len(raw)))]
		text := ""
		if kind == 31 || page == 1200 {
			text = UTF16(raw)
		} else {
			text = codepage.Decode(raw, page)
		}
		text, _, _ = strings.Cut(text, "\x00")
		return property{text: strings.TrimSpace(text)}, true
	case 64: // a moment
		if len(body) < 8 {
			return property{}, false
		}
		return property{text: Time(binary.LittleEndian.Uint64(body))}, true
	}
	return property{}, false
}

// Time returns a count of 100 nanoseconds since 1601 as RFC 3339, "" for one
// that is no moment of a document.
func Time(ticks uint64) string {
	const perSecond, epoch = 10_000_000, 11644473600
	seconds := int64(ticks/perSecond) - epoch
	if t := time.Unix(seconds, 0).UTC(); t.Year() >= 1980 && t.Year() < 2200 {
		return t.Format(time.RFC3339)
	}
	return ""
}

// UTF16 decodes little endian UTF-16; an odd byte at the end is dropped.
func UTF16(raw []byte) string {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(raw[2*i:])
	}
	return string(utf16.Decode(units))
}
