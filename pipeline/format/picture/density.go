package picture

import (
	"bytes"
	"encoding/binary"
)

// pngDensity is what the pHYs chunk says, in dots per inch. It stands before
// the first IDAT.
func pngDensity(data []byte) float64 {
	const inch = 0.0254 // metres
	for at := 8; at+12 <= len(data); {
		n := int(binary.BigEndian.Uint32(data[at:]))
		kind := string(data[at+4 : at+8])
		if n < 0 || n > len(data)-at-12 || kind == "IDAT" {
			return 0
		}
		if body := data[at+8 : at+8+n]; kind == "pHYs" && n == 9 && body[8] == 1 {
			return float64(binary.BigEndian.Uint32(body)) * inch
		}
		at += n + 12
	}
	return 0
}

// jpegHead reads what the segments before the picture say: the density of JFIF,
// in dots per inch, and how Exif wants the picture turned.
func jpegHead(data []byte) (density float64, way turn) {
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		n := int(binary.BigEndian.Uint16(data[at+2:])) // counts itself
		if n < 2 || n > len(data)-at-2 || data[at+1] == 0xDA {
			break
		}
		body := data[at+4 : at+2+n]
		switch {
		case data[at+1] == 0xE0 && len(body) >= 12 && bytes.HasPrefix(body, []byte("JFIF\x00")):
			density = jfifDensity(body)
		case data[at+1] == 0xE1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
			way = exifTurn(body[6:])
		}
		at += n + 2
	}
	return density, way
}

func jfifDensity(body []byte) float64 {
	dots := float64(binary.BigEndian.Uint16(body[8:]))
	switch body[7] {
	case 1:
		return dots
	case 2: // to the centimetre
		return dots * 2.54
	}
	return 0
}
