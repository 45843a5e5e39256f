package format

import (
	"bytes"
	"path"
	"strings"

	"github.com/tongket/tongket/pipeline/format/ole"
)

// sniffOLE tells compound files apart by the names of their streams. Streams
// at the top count: a Word file may hold a workbook, and the other way round.
func sniffOLE(data []byte) string {
	f, err := ole.Open(data)
	if err != nil {
		return sniffBrokenOLE(data)
	}
	kind := ""
	for e := range f.Children(f.Root()) {
		if k := oleStream(e.Name); k != "" && (kind == "" || k == MediaEncrypted) {
			kind = k
		}
	}
	if kind == "" {
		return sniffBrokenOLE(data)
	}
	return kind
}

// oleStream is the kind of a compound file that has a stream of this name.
func oleStream(name string) string {
	switch name = strings.ToLower(name); name { // some writers know capitals only
	case "worddocument":
		return MediaDoc
	case "workbook", "book":
		return MediaXls
	case "encryptedpackage":
		return MediaEncrypted
	case "powerpoint document", "pp40":
		return MediaPpt
	case "matost", "mm", "contents":
		return MediaWorks
	case "catalog":
		return MediaThumbs
	case "hwpsummaryinformation", "fileheader":
		return MediaHWP
	case "perfectoffice_main":
		return MediaWPD
	case "visiodocument":
		return "application/vnd.visio"
	}
	switch {
	case strings.HasPrefix(name, "__properties_version1.0"):
		return MediaMsg
	case path.Ext(name) == "" && strings.HasPrefix(name, "256_"):
		return MediaThumbs
	}
	return ""
}

// sniffBrokenOLE looks for the names themselves, which the directory holds in
// UTF-16, when it cannot be followed.
func sniffBrokenOLE(data []byte) string {
	for _, name := range []string{"EncryptedPackage", "WordDocument", "Workbook", "Book", "PowerPoint Document", "__properties_version1.0"} {
		if bytes.Contains(data, utf16le("\x00" + name)[1:]) {
			return oleStream(name)
		}
	}
	return MediaOLE
}

func utf16le(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return out
}
