package format

import (
	"bytes"
	"context"
	"strings"

	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/format/parts"
)

// sniffZip tells office files from archives by their members.
func sniffZip(data []byte) string {
	if kind := firstMember(data); kind != "" {
		return kind
	}
	z, err := ooxml.OpenZip(data, parts.Limits{Part: 1 << 20})
	if err != nil {
		return MediaZip
	}
	types, _ := z.Read(context.Background(), "[Content_Types].xml")
	if kind := mainType(types); kind != "" {
		return kind
	}
	for _, name := range z.Names() {
		switch {
		case strings.HasSuffix(name, "word/document.xml"):
			return MediaDocx
		case strings.HasSuffix(name, "xl/workbook.xml"):
			return MediaXlsx
		case strings.HasSuffix(name, "ppt/presentation.xml"):
			return MediaPptx
		case name == "META-INF/container.xml":
			return MediaEpub
		}
	}
	if mime, _ := z.Read(context.Background(), "mimetype"); len(mime) > 0 {
		if kind := opendocument(string(mime)); kind != "" {
			return kind
		}
	}
	if z.Has("content.xml") && (z.Has("styles.xml") || z.Has("META-INF/manifest.xml")) {
		return contentKind(z)
	}
	return MediaZip
}

// firstMember reads the uncompressed "mimetype" that OpenDocument and EPUB put
// first.
func firstMember(data []byte) string {
	const header = 30
	if len(data) < header+8 || !bytes.HasPrefix(data[header:], []byte("mimetype")) || data[8] != 0 {
		return ""
	}
	rest := data[header+8:]
	if extra := int(data[28]) | int(data[29])<<8; extra < len(rest) {
		rest = rest[extra:]
	}
	if end := bytes.Index(rest, []byte("PK")); end >= 0 {
		rest = rest[:end]
	}
	return opendocument(string(rest[:min(len(rest), 100)]))
}

func opendocument(mime string) string {
	mime = strings.TrimSpace(mime)
	for _, kind := range []string{MediaOtt, MediaOdm, MediaOdt, MediaOts, MediaOds, MediaOdp, MediaOdg, MediaEpub} {
		if strings.HasPrefix(mime, kind) {
			return kind
		}
	}
	return ""
}

// contentKind looks into an OpenDocument that does not say what it is.
func contentKind(z *ooxml.Zip) string {
	content, _ := z.Read(context.Background(), "content.xml")
	switch {
	case bytes.Contains(content, []byte("<office:spreadsheet")):
		return MediaOds
	case bytes.Contains(content, []byte("<office:presentation")):
		return MediaOdp
	case bytes.Contains(content, []byte("<office:drawing")):
		return MediaOdg
	}
	return MediaOdt
}

// mainTypes are the content types of main parts, longest first where one holds
// another.
var mainTypes = []struct{ part, media string }{
	{"wordprocessingml.document.main", MediaDocx},
	{"wordprocessingml.template.main", MediaDotx},
	{"ms-word.document.macroEnabled", MediaDocm},
	{"ms-word.template.macroEnabled", MediaDotm},
	{"spreadsheetml.sheet.main", MediaXlsx},
	{"spreadsheetml.template.main", MediaXltx},
	{"ms-excel.sheet.macroEnabled", MediaXlsm},
	{"ms-excel.template.macroEnabled", MediaXlsm},
	{"ms-excel.addin.macroEnabled", MediaXlsm},
	{"ms-excel.sheet.binary", MediaXlsb},
	{"presentationml.", MediaPptx},
	{"ms-powerpoint.", MediaPptx},
	{"ms-package.xps-", MediaXPS},
	{"openxps-", MediaXPS},
}

// mainType finds the kind in a list of content types. A Word file may hold a
// workbook as an embedded package, but not as a part.
func mainType(types []byte) string {
	for _, t := range mainTypes {
		if bytes.Contains(types, []byte(t.part)) {
			return t.media
		}
	}
	return ""
}
