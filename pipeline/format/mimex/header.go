package mimex

import (
	"bytes"
	"encoding/base64"
	"net/mail"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/charset"
)

// Header holds the fields of a message or part in the order of the file.
type Header []Field

// Field is one of them. Its value is unfolded and not decoded.
type Field struct{ Name, Value string }

// Get returns the first field of a name, "" for none. Upper and lower case are
// the same.
func (h Header) Get(name string) string {
	for _, f := range h {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// Decoded is Get without encoded words.
func (h Header) Decoded(name string) string {
	return strings.Join(strings.Fields(DecodeWords(h.Get(name))), " ")
}

// maxHeader bounds the header of one message or part: mails that went through
// many hands have some 20 kB.
const maxHeader = 1 << 20

// splitHeader reads fields up to the first empty line. Lines that are no field
// are passed by. Without any field all is body.
func splitHeader(data []byte) (Header, []byte) {
	var h Header
	at := 0
	for at < len(data) && at < maxHeader {
		line, next := data[at:], len(data)
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line, next = line[:i], at+i+1
		}
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			return h, data[next:]
		}
		at = next
		if line[0] == ' ' || line[0] == '\t' {
			if n := len(h); n > 0 {
				h[n-1].Value += " " + string(bytes.TrimSpace(line))
			}
			continue
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		if name = bytes.TrimSpace(name); ok && isName(name) {
			h = append(h, Field{string(name), string(bytes.TrimSpace(value))})
		} else if len(h) == 0 && !bytes.HasPrefix(line, []byte("From ")) && !bytes.HasPrefix(line, []byte(">From ")) {
			return nil, data
		}
	}
	return h, data[at:]
}

func isName(name []byte) bool {
	for _, c := range name {
		if c <= ' ' || c >= 0x7F {
			return false
		}
	}
	return len(name) > 0
}

// word is an encoded word of RFC 2047. Some programs leave spaces in it.
var word = regexp.MustCompile(`=\?([^?\s]+)\?([bBqQ])\?([^?]*)\?=`)

// DecodeWords decodes the encoded words of a header field. Neighbours in one
// character set are decoded together: some programs cut a letter in two.
func DecodeWords(s string) string {
	if !strings.Contains(s, "=?") {
		return bare(s)
	}
	var out strings.Builder
	var bytes []byte
	set := ""
	flush := func() {
		out.WriteString(words(bytes, set))
		bytes, set = nil, ""
	}
	at := 0
	for _, m := range word.FindAllStringSubmatchIndex(s, -1) {
		between := s[at:m[0]]
		name, _, _ := strings.Cut(strings.ToLower(s[m[2]:m[3]]), "*") // a language may follow
		if at == 0 || strings.TrimSpace(between) != "" {
			flush()
			out.WriteString(bare(between))
		} else if name != set {
			flush()
		}
		set = name
		if text := s[m[6]:m[7]]; strings.EqualFold(s[m[4]:m[5]], "b") {
			bytes = append(bytes, fromBase64([]byte(text))...)
		} else {
			bytes = append(bytes, fromQuotedPrintable([]byte(strings.ReplaceAll(text, "_", " ")+"\x00"))...)
			bytes = bytes[:len(bytes)-1]
		}
		at = m[1]
	}
	flush()
	return out.String() + bare(s[at:])
}

// words is the text of encoded words in one character set.
func words(b []byte, set string) string {
	return bare(string(toUTF8(b, set)))
}

// bare is text of a header whose character set nobody says.
func bare(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	text, _ := charset.Decode([]byte(s))
	return text
}

// Date is the moment of a field as RFC 3339, "" for one that is none.
func (h Header) Date(name string) string {
	t, err := mail.ParseDate(h.Get(name))
	if err != nil || t.Year() < 1980 || t.Year() > 2200 {
		return ""
	}
	return t.Format(time.RFC3339)
}

// Addresses are the names of people in a field, or their addresses where they
// have no name.
func (h Header) Addresses(name string) string {
	value := h.Get(name)
	list, err := mail.ParseAddressList(value)
	if err != nil {
		return h.Decoded(name)
	}
	names := make([]string, 0, len(list))
	for _, a := range list {
		if n := strings.TrimSpace(DecodeWords(a.Name)); n != "" && utf8.ValidString(n) {
			names = append(names, n)
		} else {
			names = append(names, bare(a.Address))
		}
	}
	return strings.Join(names, ", ")
}

// fromBase64 decodes what is base64 in a text, whatever stands between it; a
// group that was cut gives the bytes that it holds.
func fromBase64(text []byte) []byte {
	out := make([]byte, 0, len(text)*3/4)
	group := make([]byte, 0, 4)
	for _, c := range text {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c >= '0' && c <= '9', c == '+', c == '/':
			if group = append(group, c); len(group) == 4 {
				out = appendGroup(out, group)
				group = group[:0]
			}
		case c == '=': // the end of this stretch; some programs put several behind each other
			out = appendGroup(out, group)
			group = group[:0]
		}
	}
	return appendGroup(out, group)
}

func appendGroup(out, group []byte) []byte {
	var b [3]byte
	if len(group) < 2 {
		return out
	}
	n, _ := base64.RawStdEncoding.Decode(b[:], group)
	return append(out, b[:n]...)
}

// fromQuotedPrintable decodes =XX and joins lines that end in "=". A "=" before
// anything else is one. Spaces before the end of a line are not the text's.
func fromQuotedPrintable(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		line, rest, found := bytes.Cut(text, []byte("\n"))
		text = rest
		line = bytes.TrimRight(line, " \t\r")
		soft := bytes.HasSuffix(line, []byte("="))
		if soft {
			line = line[:len(line)-1]
		}
		for i := 0; i < len(line); i++ {
			if c := line[i]; c != '=' || i+2 >= len(line) {
				out = append(out, c)
				continue
			}
			hi, lo := hexDigit(line[i+1]), hexDigit(line[i+2])
			if hi < 0 || lo < 0 {
				out = append(out, '=')
				continue
			}
			out = append(out, byte(hi<<4|lo))
			i += 2
		}
		if found && !soft {
			out = append(out, '\n')
		}
	}
	return out
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
