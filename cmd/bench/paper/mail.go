package paper

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"mime"
	"mime/multipart"
	"net/textproto"
	"strings"
	"time"
)

// writeEML writes a mail whose body is the report.
func writeEML(p *Paper, s Script) ([]byte, error) {
	page, err := writeHTML(p, s)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	head(&b, [][2]string{
		{"From", "vanphong@huyenuy.example"},
		{"To", "tonghop@tinhuy.example"},
		{"Subject", mime.BEncoding.Encode("utf-8", p.Title)},
		{"Date", p.Saved.UTC().Format(time.RFC1123Z)},
		{"MIME-Version", "1.0"},
		{"Content-Type", `text/html; charset="` + htmlCharset(s) + `"`},
		{"Content-Transfer-Encoding", "base64"},
	})
	b.WriteString("\r\n" + inLines(page))
	return b.Bytes(), nil
}

// writeMHT writes a page as browsers save it, in one file.
func writeMHT(p *Paper, s Script) ([]byte, error) {
	page, err := writeHTML(p, s)
	if err != nil {
		return nil, err
	}
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	if err := w.SetBoundary("----=_NextPart_000_0000"); err != nil {
		return nil, err
	}
	part, err := w.CreatePart(textproto.MIMEHeader{
		"Content-Type": {`text/html; charset="` + htmlCharset(s) + `"`}, "Content-Transfer-Encoding": {"base64"}, "Content-Location": {"http://tinhuy.example/bao-cao"},
	})
	if err != nil {
		return nil, err
	}
	if _, err := part.Write([]byte(inLines(page))); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	head(&b, [][2]string{
		{"From", "<Saved by Blink>"},
		{"Subject", mime.BEncoding.Encode("utf-8", p.Title)},
		{"Date", p.Saved.UTC().Format(time.RFC1123Z)},
		{"MIME-Version", "1.0"},
		{"Content-Type", `multipart/related; type="text/html"; boundary="` + w.Boundary() + `"`},
	})
	b.WriteString("\r\n")
	b.Write(body.Bytes())
	return b.Bytes(), nil
}

func head(b *bytes.Buffer, fields [][2]string) {
	for _, f := range fields {
		fmt.Fprintf(b, "%s: %s\r\n", f[0], f[1])
	}
}

// inLines is base64 in lines of 76 characters, as mail wants it.
func inLines(data []byte) string {
	const width = 76
	s := base64.StdEncoding.EncodeToString(data)
	var b strings.Builder
	for len(s) > width {
		b.WriteString(s[:width] + "\r\n")
		s = s[width:]
	}
	return b.String() + s + "\r\n"
}

// writeMarkdown writes the text with the signs of Markdown; what a cell covers is
// left empty.
func writeMarkdown(p *Paper, s Script) ([]byte, error) {
	var b strings.Builder
	for _, k := range p.Blocks {
		switch k.Kind {
		case Heading:
			b.WriteString(strings.Repeat("#", k.Level) + " " + k.Text + "\n\n")
		case Columns:
			b.WriteString(strings.Join(append(k.Left, k.Right...), "  \n") + "\n\n")
		case Table:
			for r, row := range grid(k.Rows) {
				for _, c := range row {
					text := ""
					if c.begins {
						text = c.Text
					}
					b.WriteString("| " + text + " ")
				}
				b.WriteString("|\n")
				if r == 0 {
					b.WriteString(strings.Repeat("| --- ", len(row)) + "|\n")
				}
			}
			b.WriteString("\n")
		default:
			text := strings.Replace(k.Text, "*", `\*`, 1)
			if k.Bold {
				text = "**" + text + "**"
			}
			b.WriteString(text + "\n\n")
		}
	}
	return inScript(b.String(), s)
}
