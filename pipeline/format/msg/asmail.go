package msg

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"mime"
	"time"

	"github.com/tongket/tongket/pipeline/format/rtf"
	"github.com/tongket/tongket/pipeline/report"
)

// boundary parts the mails that asMail writes. No line of base64 is like it.
const boundary = "=_tongket"

// asMail writes a message that stands inside another as a mail, so that it can
// be a document of its own.
func (a *attacher) asMail(s *store) []byte {
	var b bytes.Buffer
	m := &message{store: s}
	for _, p := range m.metadata() {
		name, value := mailField(p)
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\r\n", name, mime.BEncoding.Encode("utf-8", value))
		}
	}
	fmt.Fprintf(&b, "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=%q\r\n\r\n", boundary)
	part := func(media, disposition string, data []byte) {
		fmt.Fprintf(&b, "--%s\r\nContent-Type: %s\r\nContent-Transfer-Encoding: base64\r\n", boundary, media)
		if disposition != "" {
			fmt.Fprintf(&b, "Content-Disposition: %s\r\n", disposition)
		}
		b.WriteString("\r\n" + base64.StdEncoding.EncodeToString(data) + "\r\n")
	}
	asFile := func(f attachment) {
		part("application/octet-stream", mime.FormatMediaType("attachment", map[string]string{"filename": f.name}), f.data)
	}
	switch html, packed, text := m.html(), m.bytes(propRTF, typeBinary), m.text(propBody); {
	case len(html) > 0:
		media := "text/html"
		if set := m.charset(); set != "" {
			media += "; charset=" + set
		}
		part(media, "", html)
	case text != "":
		part("text/plain; charset=utf-8", "", []byte(text))
	case len(packed) > 0:
		if rich, err := rtf.Decompress(packed, a.left); err == nil {
			asFile(attachment{"body.rtf", rich})
		}
	}
	for _, f := range a.files(s) {
		asFile(f)
	}
	fmt.Fprintf(&b, "--%s--\r\n", boundary)
	return b.Bytes()
}

func mailField(m report.Meta) (name, value string) {
	switch m.Key {
	case "title":
		return "Subject", m.Value
	case "author":
		return "From", m.Value
	case "created":
		if t, err := time.Parse(time.RFC3339, m.Value); err == nil {
			return "Date", t.Format(time.RFC1123Z)
		}
	}
	return "", ""
}
