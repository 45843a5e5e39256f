package picture

import (
	"bytes"
	"encoding/binary"
	"io"

	"github.com/tongket/tongket/pipeline/report"
)

// The tags of a directory that matter here, and the types of their values
// (TIFF 6.0).
const (
	tagWidth          = 256
	tagOrientation    = 274
	tagXResolution    = 282
	tagResolutionUnit = 296

	typeRational   = 5
	unitInch       = 2
	unitCentimetre = 3
)

// tiffPages follows the chain of directories, one a page.
func tiffPages(data []byte, limit int) ([]sheet, error) {
	if len(data) < 8 {
		return nil, report.Becausef(report.Truncated, "a TIFF of %d bytes", len(data))
	}
	order := byteOrder(data)
	var pages []sheet
	seen := map[uint32]bool{}
	for at := order.Uint32(data[4:]); at != 0; {
		switch {
		case seen[at]:
			return pages, report.Becausef(report.Damaged, "the pages of the TIFF run in a circle")
		case len(pages) >= limit:
			return pages, report.Becausef(report.TooMany, "more than %d pages", limit)
		}
		seen[at] = true
		entries, rest := directoryAt(data, order, at)
		if len(rest) < 4 {
			return pages, report.Becausef(report.Truncated, "page %d is cut", len(pages)+1)
		}
		if s := (sheet{media: "image/tiff", data: data, ifd: at, isTIFF: true}); s.directory(order, entries) {
			pages = append(pages, s)
		}
		at = order.Uint32(rest)
	}
	if len(pages) == 0 {
		return nil, report.Becausef(report.Damaged, "a TIFF without a page")
	}
	return pages, nil
}

// directoryAt returns the entries of the directory at a place, and what follows
// them; nothing where the file ends before.
func directoryAt(data []byte, order binary.ByteOrder, at uint32) (entries, rest []byte) {
	if int64(at)+2 > int64(len(data)) {
		return nil, nil
	}
	n := 12 * int(order.Uint16(data[at:]))
	body := data[at+2:]
	if n > len(body) {
		return nil, nil
	}
	return body[:n], body[n:]
}

// exifTurn is what a camera says of how it was held. Exif is a TIFF whose first
// directory describes the picture.
func exifTurn(exif []byte) turn {
	if len(exif) < 8 {
		return 0
	}
	order := byteOrder(exif)
	s := sheet{data: exif}
	entries, _ := directoryAt(exif, order, order.Uint32(exif[4:]))
	s.directory(order, entries)
	return s.way
}

// directory reads the density of a page and how it is turned, and reports
// whether it has a picture.
func (p *sheet) directory(order binary.ByteOrder, entries []byte) bool {
	width, unit, density := false, uint16(unitInch), 0.0
	for ; len(entries) >= 12; entries = entries[12:] {
		switch order.Uint16(entries) {
		case tagWidth:
			width = true
		case tagResolutionUnit:
			unit = order.Uint16(entries[8:])
		case tagOrientation:
			p.way = turn(order.Uint16(entries[8:]))
		case tagXResolution:
			at := int64(order.Uint32(entries[8:]))
			if order.Uint16(entries[2:]) == typeRational && at+8 <= int64(len(p.data)) {
				if below := order.Uint32(p.data[at+4:]); below > 0 {
					density = float64(order.Uint32(p.data[at:])) / float64(below)
				}
			}
		}
	}
	switch unit {
	case unitInch:
		p.dpi = density
	case unitCentimetre:
		p.dpi = density * 2.54
	}
	return width
}

func byteOrder(data []byte) binary.ByteOrder {
	if data[0] == 'M' {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

// decodeTIFF decodes the page whose directory begins at ifd. The decoder knows
// only the first page, so it gets the file with another head.
func decodeTIFF[T any](data []byte, ifd uint32, decode func(io.Reader) (T, error)) (T, error) {
	p := paged{Reader: bytes.NewReader(data)}
	copy(p.head[:], data)
	byteOrder(data).PutUint32(p.head[4:], ifd)
	return decode(&p)
}

// paged is a file with another head, for those who read it by ReadAt.
type paged struct {
	*bytes.Reader
	head [8]byte
}

// ReadAt reads anywhere.
func (p *paged) ReadAt(b []byte, at int64) (int, error) {
	n, err := p.Reader.ReadAt(b, at)
	if at < int64(len(p.head)) {
		copy(b[:n], p.head[at:])
	}
	return n, err
}
