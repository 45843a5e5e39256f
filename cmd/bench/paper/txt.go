package paper

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

// writeTxt writes plain text: a line a paragraph, cells parted by tabs.
func writeTxt(p *Paper, s Script) ([]byte, error) {
	text := plain(p)
	switch {
	case s.decomposed:
		return []byte(norm.NFD.String(text)), nil
	case s.Name == "utf-16":
		return utf16LE(text), nil
	case s.encoding.IsZero():
		return []byte(text), nil
	}
	data, _ := s.encoding.Encode(text)
	if len(data) == 0 {
		return nil, fmt.Errorf("%s: no text", s.Name)
	}
	return data, nil
}

// utf16LE is text with a byte order mark, as the editor of Windows saves it.
func utf16LE(text string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

func plain(p *Paper) string {
	var b strings.Builder
	for _, k := range p.Blocks {
		switch k.Kind {
		case Columns:
			b.WriteString(strings.Join(k.Left, "\r\n") + "\r\n" + strings.Join(k.Right, "\r\n") + "\r\n")
		case Table:
			for _, row := range grid(k.Rows) {
				for i, c := range row {
					if i > 0 {
						b.WriteByte('\t')
					}
					if c.begins {
						b.WriteString(c.Text)
					}
				}
				b.WriteString("\r\n")
			}
			b.WriteString("\r\n")
		default:
			b.WriteString(k.Text + "\r\n")
		}
	}
	return b.String()
}
