package html

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// decode returns a page in UTF-8, with a note when it was in something else. The
// bytes are believed before the declarations: a page that is valid UTF-8 is
// UTF-8 whatever it says.
func decode(data []byte, outside string) (string, report.Note) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(data[3:]), "\ufffd"), report.Note{}
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return wide(data[2:], 1, 0), noted("utf-16le")
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return wide(data[2:], 0, 1), noted("utf-16be")
	case bytes.HasPrefix(data, []byte("<\x00")):
		return wide(data, 1, 0), noted("utf-16le")
	case bytes.HasPrefix(data, []byte("\x00<")):
		return wide(data, 0, 1), noted("utf-16be")
	case utf8.Valid(data):
		return string(data), report.Note{}
	}
	declared := outside
	if declared == "" {
		declared = declaration(data)
	}
	declared = strings.ToLower(strings.TrimSpace(declared))
	if strings.HasPrefix(declared, "utf") && mostlyUTF8(data) {
		return strings.ToValidUTF8(string(data), "\ufffd"), noted("utf-8 with damaged letters")
	}
	if e := foreign(declared); e != nil {
		if out, err := e.NewDecoder().Bytes(data); err == nil {
			return string(out), noted(declared)
		}
	}
	if mostlyUTF8(data) {
		return strings.ToValidUTF8(string(data), "\ufffd"), noted("utf-8 with damaged letters")
	}
	// Old Vietnamese letters stand as Windows-1252 characters; pipeline/text
	// knows them by font or syllable.
	out, _ := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(out), noted("windows-1252")
}

// foreign returns a declared encoding other than the Western one, which stands
// for anything on Vietnamese pages.
func foreign(name string) encoding.Encoding {
	e, err := htmlindex.Get(name)
	if err != nil || e == charmap.Windows1252 || e == charmap.XUserDefined || strings.HasPrefix(name, "utf") {
		return nil
	}
	return e
}

// mostlyUTF8 reports whether fewer than one in five letters beyond ASCII is
// broken: text in an old encoding has hardly a sequence that is valid UTF-8.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[1:]
			continue
		}
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		data = data[size:]
	}
	return bad*4 < good
}

// declared is how far into the file a declaration of the encoding may stand:
// some pages put scripts before it.
const declared = 8192

// declaration finds charset=… of a meta tag or encoding="…" of an XML header.
func declaration(data []byte) string {
	head := strings.ToLower(string(data[:min(len(data), declared)]))
	for _, mark := range []string{"charset", "encoding"} {
		for rest := head; ; {
			i := strings.Index(rest, mark)
			if i < 0 {
				break
			}
			rest = strings.TrimLeft(rest[i+len(mark):], " \t\r\n")
			if value, ok := strings.CutPrefix(rest, "="); ok {
				value = strings.TrimLeft(value, " \t\r\n\"'")
				if end := strings.IndexAny(value, " \t\r\n\"'/>;?"); end > 0 {
					return value[:end]
				}
			}
		}
	}
	return ""
}

func noted(name string) report.Note {
	return report.Note{Code: "encoding", Text: "the page is in " + name}
}

// wide decodes UTF-16 with the high byte at hi and the low byte at lo.
func wide(data []byte, hi, lo int) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+hi])<<8|uint16(data[i+lo]))
	}
	return string(utf16.Decode(units))
}
