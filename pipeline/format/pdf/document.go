package pdf

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/report"
)

// document is one open file.
type document struct {
	*instance
	limits    Limits
	data      []byte
	copied    uint64 // the file in PDFium's memory
	handle    uint64
	form      uint64
	formInfo  uint64
	fonts     []layout.Font
	fontIndex map[uint64]int32
	seen      int // characters so far
}

// PDFium's errors.
const (
	errorFormat   = 3
	errorPassword = 4
	errorSecurity = 5
)

// open opens a file with the first password that fits.
func open(m *instance, data []byte, c Config) (*document, error) {
	d := &document{instance: m, limits: c.Limits.withDefaults(), data: data, fontIndex: map[uint64]int32{}}
	if int64(len(data)) > memoryLimit/2 {
		return nil, report.Becausef(report.TooLarge, "%d bytes are more than %d", len(data), memoryLimit/2)
	}
	d.copied = d.put(data)
	for _, password := range append([]string{""}, c.Passwords...) {
		d.handle = d.load(password)
		if d.handle != 0 || d.err != nil {
			break
		}
		if code := d.call(getLastError); code != errorPassword {
			return nil, d.refusal(code)
		}
	}
	switch {
	case d.err != nil:
		return nil, d.err
	case d.handle == 0:
		d.call(free, d.copied)
		return nil, report.Becausef(report.Locked, "none of %d passwords opens it", len(c.Passwords))
	}
	return d, nil
}

func (d *document) load(password string) uint64 {
	secret := uint64(0)
	if password != "" {
		secret = d.put([]byte(password + "\x00"))
		defer d.call(free, secret)
	}
	return d.call(loadMemDocument, d.copied, uint64(len(d.data)), secret)
}

// refusal gives an error of PDFium its reason.
func (d *document) refusal(code uint64) error {
	d.call(free, d.copied)
	switch {
	case code == errorSecurity:
		return report.Becausef(report.Unsupported, "locked in a way that is not known")
	case cut(d.data):
		return report.Becausef(report.Truncated, "the end of the file is missing")
	}
	return report.Becausef(report.Damaged, "no pages can be found")
}

// cut reports whether the end of a file is missing: every PDF ends with the
// place of its table of contents.
func cut(data []byte) bool {
	const tail = 4096 // some writers pad, some mailers add lines
	end := data[max(0, len(data)-tail):]
	return !bytes.Contains(end, []byte("%%EOF")) && !bytes.Contains(end, []byte("startxref"))
}

// close frees what the document took in PDFium's memory.
func (d *document) close() {
	if d.form != 0 {
		d.call(formExit, d.form)
		d.call(free, d.formInfo)
	}
	if d.handle != 0 {
		d.call(closeDocument, d.handle)
	}
	d.call(free, d.copied)
}

// metaKey is a key of the information dictionary and what report calls it.
type metaKey struct{ pdf, key string }

var metaKeys = []metaKey{
	{"Title", "title"}, {"Subject", "subject"}, {"Author", "author"},
	{"CreationDate", "created"}, {"ModDate", "modified"},
}

func (d *document) meta() []report.Meta {
	var out []report.Meta
	for _, k := range metaKeys {
		tag := d.put([]byte(k.pdf + "\x00"))
		value := k.tell(d.text(getMetaText, d.handle, tag))
		d.call(free, tag)
		if value != "" {
			out = append(out, report.Meta{Key: k.key, Value: value})
		}
	}
	return out
}

// date turns "D:20240215103000+07'00'" into RFC 3339, or a prefix of it when
// the rest is missing; "" when it is no date.
func date(s string) string {
	s = strings.TrimPrefix(s, "D:")
	n := 0
	for n < len(s) && n < 14 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	digits, zone := s[:n], s[n:]
	switch {
	case n < 4 || digits[:4] < "1980":
		return ""
	case n < 6:
		return digits[:4]
	case n < 8:
		return digits[:4] + "-" + digits[4:6]
	case n < 14:
		return digits[:4] + "-" + digits[4:6] + "-" + digits[6:8]
	}
	at := fmt.Sprintf("%s-%s-%sT%s:%s:%s", digits[:4], digits[4:6], digits[6:8], digits[8:10], digits[10:12], digits[12:14])
	zone = strings.ReplaceAll(zone, "'", "")
	if len(zone) >= 5 && (zone[0] == '+' || zone[0] == '-') {
		return at + zone[:3] + ":" + zone[3:5]
	}
	if strings.HasPrefix(zone, "Z") {
		return at + "Z"
	}
	return at[:10]
}

// maxAttachments bounds the files inside one document.
const maxAttachments = 1000

// attachments returns the files inside the document.
func (d *document) attachments() ([]report.Blob, error) {
	n := d.count(attachmentCount, d.handle)
	var out []report.Blob
	total := int64(0)
	for i := range uint64(min(n, maxAttachments)) {
		a := d.call(attachmentGet, d.handle, i)
		if a == 0 {
			continue
		}
		name := strings.TrimSpace(d.text(attachmentName, a))
		if name == "" {
			name = fmt.Sprintf("attachment-%d", i+1)
		}
		data, ok := d.attachment(a, d.limits.Attached-total)
		if d.err != nil {
			return out, nil //nolint:nilerr // the caller looks at d.err, and keeps what came before
		}
		if !ok {
			out = append(out, report.Blob{Path: name, Size: -1, Err: report.Becausef(report.TooLarge, "attachments of more than %d bytes", d.limits.Attached)})
			continue
		}
		total += int64(len(data))
		out = append(out, report.BlobOf(name, data))
	}
	if n > maxAttachments {
		return out, report.Becausef(report.TooMany, "%d attachments, more than %d", n, maxAttachments)
	}
	return out, nil
}

// attachment reads one file, if it is not larger than limit.
func (d *document) attachment(handle uint64, limit int64) ([]byte, bool) {
	size := d.area(0)
	d.memory.WriteUint32Le(uint32(size), 0)
	d.call(attachmentFile, handle, 0, 0, size)
	n, _ := d.memory.ReadUint32Le(uint32(size))
	if int64(n) > limit {
		return nil, false
	}
	if n == 0 || d.err != nil {
		return nil, true
	}
	p := d.alloc(int(n))
	defer d.call(free, p)
	if !d.ok(attachmentFile, handle, p, uint64(n), size) {
		return nil, true
	}
	view, ok := d.memory.Read(uint32(p), n)
	return append([]byte(nil), view...), ok
}
