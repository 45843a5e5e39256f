package paper

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

// writeTxt writes plain text: a line a paragraph, cells parted by tabs.
func writeTxt(p *Paper, s Script) ([]byte, error) { return inScript(plain(p), s) }

// inScript is text in the bytes of a script.
func inScript(text string, s Script) ([]byte, error) {
	switch {
	case s.decomposed:
		return []byte(norm.NFD.String(text)), nil
	case s.wide != nil:
		return s.wide(text), nil
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

// utf16BE is the same with the bytes the other way round.
func utf16BE(text string) []byte {
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(text)) {
		out = binary.BigEndian.AppendUint16(out, u)
	}
	return out
}

// utf32LE is text with a byte order mark in four bytes a letter.
func utf32LE(text string) []byte {
	out := []byte{0xFF, 0xFE, 0, 0}
	for _, r := range text {
		out = binary.LittleEndian.AppendUint32(out, uint32(r))
	}
	return out
}

// marked is UTF-8 with a byte order mark.
func marked(text string) []byte { return []byte("\ufeff" + text) }

// barred has the letter of Icelandic for Đ, as a keyboard driver wrote it.
func barred(text string) []byte { return []byte(strings.ReplaceAll(text, "Đ", "Ð")) }

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
