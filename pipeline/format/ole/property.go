package ole

import (
	"encoding/binary"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/tongket/tongket/pipeline/report"
)

// The streams that hold properties.
const (
	summary  = "\x05SummaryInformation"
	document = "\x05DocumentSummaryInformation"
)

// summaryKeys and documentKeys are the properties that become metadata, by
// their number.
var (
	summaryKeys  = map[uint32]string{2: "title", 3: "subject", 4: "author", 12: "created", 13: "modified"}
	documentKeys = map[uint32]string{15: "company"}
)

// Properties returns the file's metadata.
func (f *File) Properties() []report.Meta {
	first, _ := f.Stream(summary)
	second, _ := f.Stream(document)
	return append(properties(first, summaryKeys), properties(second, documentKeys)...)
}

// Pages returns how many pages the file's last editor counted, 0 when unknown.
func (f *File) Pages() int {
	const pageCount, most = 14, 100_000
	set, _ := f.Stream(summary)
	n := 0
	each(set, func(id uint32, value []byte) {
		if id == pageCount && kind(value) == 3 && len(value) >= 8 {
			n = int(min(binary.LittleEndian.Uint32(value[4:]), most))
		}
	})
	return n
}

// each calls f for every property of the first section of a set, with its type
// and value.
func each(set []byte, f func(id uint32, value []byte)) {
	const header, most = 48, 1000
	if len(set) < header {
		return
	}
	at := uint64(binary.LittleEndian.Uint32(set[44:]))
	if at+8 > uint64(len(set)) {
		return
	}
	section := set[at:]
	n := min(binary.LittleEndian.Uint32(section[4:]), most)
	for i := range uint64(n) {
		if 16+8*i > uint64(len(section)) {
			return
		}
		offset := uint64(binary.LittleEndian.Uint32(section[12+8*i:]))
		if offset+4 <= uint64(len(section)) {
			f(binary.LittleEndian.Uint32(section[8+8*i:]), section[offset:])
		}
	}
}

func kind(value []byte) uint32 { return binary.LittleEndian.Uint32(value) & 0xFFFF }

func properties(set []byte, keys map[uint32]string) []report.Meta {
	const codepage = 1
	page := uint16(1252)
	var meta []report.Meta
	each(set, func(id uint32, value []byte) {
		if id == codepage && kind(value) == 2 && len(value) >= 6 {
			page = binary.LittleEndian.Uint16(value[4:])
		}
	})
	each(set, func(id uint32, value []byte) {
		if text := strings.TrimSpace(text(value, page)); keys[id] != "" && text != "" {
			meta = append(meta, report.Meta{Key: keys[id], Value: text})
		}
	})
	return meta
}

// text renders the kinds of values that metadata has: byte strings, UTF-16
// strings and times.
func text(value []byte, page uint16) string {
	const byteString, wideString, fileTime = 30, 31, 64
	if len(value) < 12 {
		return ""
	}
	n, rest := uint64(binary.LittleEndian.Uint32(value[4:])), value[8:]
	switch kind(value) {
	case byteString:
		if page == 1200 {
			return wide(rest[:min(n, uint64(len(rest)))])
		}
		return narrow(rest[:min(n, uint64(len(rest)))], page)
	case wideString:
		return wide(rest[:min(2*n, uint64(len(rest)))])
	case fileTime:
		return moment(binary.LittleEndian.Uint64(value[4:]))
	}
	return ""
}

func wide(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	text, _, _ := strings.Cut(string(utf16.Decode(units)), "\x00")
	return text
}

// narrow decodes a byte string: UTF-8 when it is, else Windows-1258 when the
// file says so, else Windows-1252.
func narrow(b []byte, page uint16) string {
	text, _, _ := strings.Cut(string(b), "\x00")
	if utf8.ValidString(text) {
		return text
	}
	table := charmap.Windows1252
	if page == 1258 {
		table = charmap.Windows1258
	}
	out, err := table.NewDecoder().String(text)
	if err != nil {
		return ""
	}
	return out
}

// moment renders a count of 100 nanoseconds from the year 1601; a count of less
// than some years is a length of time, not a date.
func moment(ticks uint64) string {
	const perSecond, epoch, tooEarly, tooLate = 10_000_000, 11_644_473_600, 1 << 56, 1 << 60
	if ticks < tooEarly || ticks > tooLate {
		return ""
	}
	return time.Unix(int64(ticks/perSecond)-epoch, 0).UTC().Format(time.RFC3339)
}
