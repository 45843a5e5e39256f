package rtf

import (
	"bytes"
	"encoding/binary"
	"path"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/format/codepage"
	"github.com/tongket/tongket/pipeline/format/ole"
	"github.com/tongket/tongket/pipeline/report"
)

// maxObjects bounds the documents inside one document.
const maxObjects = 100

// object keeps a document that is embedded: a sheet, a Word file, a file that
// was dropped onto the page. Its picture on the page is passed by.
func (d *document) object() {
	start := d.at
	d.skipGroup()
	if d.html != nil || len(d.attachments) >= maxObjects {
		return
	}
	name, data := embedded(fromHex(d.data[start:d.at]), d.page)
	if data == nil {
		return
	}
	if name == "" {
		name = "object" + strconv.Itoa(len(d.attachments)+1)
	}
	d.attachments = append(d.attachments, report.BlobOf(name, data))
}

// fromHex reads pairs of digits, whatever stands between them.
func fromHex(text []byte) []byte {
	out := make([]byte, 0, len(text)/2)
	high := -1
	for _, c := range text {
		digit := hexDigit(c)
		switch {
		case digit < 0:
		case high < 0:
			high = digit
		default:
			out = append(out, byte(high<<4|digit))
			high = -1
		}
	}
	return out
}

// fields reads the fields of an object, which are little endian.
type fields struct{ rest []byte }

func (f *fields) number() int {
	if len(f.rest) < 4 {
		f.rest = nil
		return 0
	}
	n := binary.LittleEndian.Uint32(f.rest)
	f.rest = f.rest[4:]
	return int(n)
}

func (f *fields) bytes(n int) []byte {
	n = min(max(n, 0), len(f.rest))
	out := f.rest[:n]
	f.rest = f.rest[n:]
	return out
}

// text reads a text that ends with a zero byte.
func (f *fields) text() []byte {
	n := bytes.IndexByte(f.rest, 0)
	if n < 0 {
		n = len(f.rest)
	}
	out := f.bytes(n)
	f.bytes(1)
	return out
}

// embedded finds the document in an embedded object of OLE 1, nil when it holds
// something else, such as a formula.
func embedded(object []byte, page int) (name string, data []byte) {
	const kindEmbedded = 2
	f := fields{object}
	f.number() // version
	if f.number() != kindEmbedded {
		return "", nil
	}
	class := string(bytes.TrimRight(f.bytes(f.number()), "\x00"))
	f.bytes(f.number()) // topic
	f.bytes(f.number()) // item
	data = f.bytes(f.number())
	switch {
	case strings.EqualFold(class, "Package"):
		return packed(data, page)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("%PDF-")):
		return "", data
	case bytes.HasPrefix(data, []byte(ole.Magic)):
		return "", compound(data)
	}
	return "", nil
}

// packed reads a file that was dropped onto the page, with its name.
func packed(data []byte, page int) (string, []byte) {
	f := fields{data}
	f.bytes(2)
	label := codepage.Decode(f.text(), page)
	f.text()   // the path that it came from
	f.bytes(4) // kind
	f.bytes(f.number())
	name := path.Base(strings.ReplaceAll(label, `\`, "/"))
	if name == "." || name == "/" {
		name = ""
	}
	if content := f.bytes(f.number()); len(content) > 0 {
		return name, content
	}
	return "", nil
}

// compound returns the document that is a compound file or the only thing in
// one.
func compound(data []byte) []byte {
	f, err := ole.Open(data)
	if err != nil {
		return nil
	}
	if p := f.Stream("Package"); len(p) > 0 {
		return p
	}
	for _, name := range []string{"WordDocument", "Workbook", "Book"} {
		if f.Child(f.Root(), name) != nil {
			return data
		}
	}
	return nil
}
