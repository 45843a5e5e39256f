package format

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// headBytes is how much of a text is looked at to tell its kind.
const headBytes = 8192

// sniffText returns the kind of a text, "" when data is no text.
func sniffText(base string, data []byte) string {
	head, ok := textHead(data)
	if !ok {
		return ""
	}
	trimmed := strings.TrimLeft(head, "\ufeff \t\r\n\f\x00")
	lower := lowerASCII(trimmed)
	switch {
	case strings.HasPrefix(lower, `{\rtf`):
		return MediaRTF
	case strings.HasPrefix(lower, "<?xml"), strings.HasPrefix(lower, "<office:document"):
		if kind := xmlKind(lower); kind != "" {
			return kind
		}
	}
	if kind := mailKind(trimmed); kind != "" {
		return kind
	}
	switch ext := strings.ToLower(extension(base)); {
	case ext == ".md" || ext == ".markdown":
		return MediaMarkdown
	case isHTML(lower):
		return MediaHTML
	case ext == ".csv" || ext == ".tsv":
		return MediaCSV
	}
	return MediaPlain
}

// lowerASCII makes small letters of the capitals of ASCII, which marks and
// fields are written in.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

func extension(base string) string {
	if i := strings.LastIndexByte(base, '.'); i >= 0 {
		return base[i:]
	}
	return ""
}

// textHead returns the beginning of a text in UTF-8, or in its own bytes when
// it is in an old encoding, and whether data is text at all.
func textHead(data []byte) (string, bool) {
	head := data[:min(len(data), headBytes)]
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(head, []byte{0, 0, 0xFE, 0xFF}):
		return fromUTF32(head, head[0] == 0), true
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return fromUTF16(head[2:], false), true
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return fromUTF16(head[2:], true), true
	}
	for _, big := range []bool{false, true} {
		if looksUTF16(head, big) {
			return fromUTF16(head, big), true
		}
	}
	return string(head), looksText(head)
}

// looksText reports whether bytes may be text in UTF-8 or an old encoding of
// one byte. The old Vietnamese ones put letters on some control characters,
// so a few of those are allowed; no text has NUL.
func looksText(data []byte) bool {
	head := data[:min(len(data), headBytes)]
	odd := 0
	for _, c := range head {
		switch {
		case c == 0:
			return false
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A, c == 0x7F:
			odd++
		}
	}
	if utf8.Valid(head) || validButCut(head) {
		return odd*10 <= len(head)
	}
	return odd*20 <= len(head) && (letters(head) || pageMark.Match(head))
}

// pageMark is the beginning of a web page that says so: one of a language without
// Latin letters is mostly other bytes when it is in an old encoding.
var pageMark = regexp.MustCompile(`(?i)^\s*<(?:!doctype\s+html|html|head|meta)[\s>]`)

func validButCut(head []byte) bool {
	return len(head) > utf8.UTFMax && utf8.Valid(bytes.TrimRightFunc(head[:len(head)-utf8.UTFMax], func(r rune) bool { return r == utf8.RuneError }))
}

// letters reports whether most bytes are the letters, digits and spaces of
// ASCII, as in every Vietnamese text: tone and hat letters are the fewer part.
func letters(head []byte) bool {
	n := 0
	for _, c := range head {
		if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			n++
		}
	}
	return n*2 >= len(head)
}

// looksUTF16 reports whether bytes without a mark are UTF-16: nearly every
// other byte is the page of a letter Vietnamese uses, 0, 1, 3, 0x1E or 0x20.
func looksUTF16(head []byte, big bool) bool {
	units := len(head) / 2
	if units < 8 || bytes.Count(head, []byte{0})*2 < units {
		return false
	}
	zero, page := 0, 0
	for i := range units {
		lo, hi := head[2*i], head[2*i+1]
		if big {
			lo, hi = hi, lo
		}
		switch {
		case hi == 0 && lo == 0:
			return false
		case hi == 0 && (lo >= 0x20 || lo == '\n' || lo == '\r' || lo == '\t'):
			zero++
			page++
		case hi == 1 || hi == 3 || hi == 0x1E || hi == 0x20:
			page++
		}
	}
	return zero*2 >= units && page*20 >= units*19
}

func fromUTF16(b []byte, big bool) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		lo, hi := b[2*i], b[2*i+1]
		if big {
			lo, hi = hi, lo
		}
		units[i] = uint16(hi)<<8 | uint16(lo)
	}
	return string(utf16.Decode(units))
}

func fromUTF32(b []byte, big bool) string {
	var out strings.Builder
	for ; len(b) >= 4; b = b[4:] {
		r := rune(b[0]) | rune(b[1])<<8 | rune(b[2])<<16
		if big {
			r = rune(b[3]) | rune(b[2])<<8 | rune(b[1])<<16
		}
		out.WriteRune(r)
	}
	return out.String()
}

// xmlKind tells office formats in bare XML; "" for XML that may be a web page.
func xmlKind(lower string) string {
	root := lower[:min(len(lower), 4096)]
	switch {
	case strings.Contains(root, "<office:document"):
		switch {
		case strings.Contains(root, "opendocument.spreadsheet"):
			return MediaFlatODS
		case strings.Contains(root, "opendocument.presentation"):
			return MediaOdp
		}
		return MediaFlatODF
	case strings.Contains(root, "<pkg:package"), strings.Contains(root, "<w:worddocument"):
		return MediaWordXML
	case strings.Contains(root, "urn:schemas-microsoft-com:office:spreadsheet"):
		return MediaExcelXML
	}
	return ""
}

// tags are the marks that a page begins with; pages without a document type
// and fragments saved from a browser are common.
var tags = regexp.MustCompile(`<(?:!doctype html|html|head|body|title|meta|link|style|script|table|tbody|tr|td|div|p|br|span|font|center|h[1-6]|b|ul|ol|a)[\s>/]`)

// isHTML reports whether a text is a web page: it begins with a tag, or has
// several and the frame of a page.
func isHTML(lower string) bool {
	for strings.HasPrefix(lower, "<!--") {
		_, rest, ok := strings.Cut(lower, "-->")
		if !ok {
			return false
		}
		lower = strings.TrimSpace(rest)
	}
	if strings.HasPrefix(lower, "<?xml") || strings.HasPrefix(lower, "<!") {
		return strings.Contains(lower, "<html")
	}
	if strings.HasPrefix(lower, "<") {
		at := tags.FindStringIndex(lower)
		return at != nil && at[0] == 0
	}
	return strings.Contains(lower, "<html") && strings.Contains(lower, "<body") || strings.Contains(lower, "<!doctype html")
}

// mailFields are header fields of a mail or saved page.
var mailFields = []string{"from", "to", "subject", "date", "received", "message-id", "mime-version", "content-type", "return-path",
	"delivered-to", "reply-to", "cc", "sender", "content-transfer-encoding", "snapshot-content-location", "content-location",
	"dkim-signature", "authentication-results", "x-mailer", "x-originalarrivaltime", "importance", "x-unsent"}

// mailKind tells a mail and a web page saved as one file by their header; ""
// for any other text.
func mailKind(head string) string {
	if strings.HasPrefix(head, "From ") { // the line that a mailbox puts before a mail
		_, head, _ = strings.Cut(head, "\n")
	}
	known, other, first := 0, 0, true
	page, mime, person := false, false, false
	last := ""
	for line := range strings.Lines(head) {
		line = lowerASCII(strings.TrimRight(line, "\r\n"))
		if line == "" {
			break
		}
		name, value, ok := strings.Cut(line, ":")
		switch folded := line[0] == ' ' || line[0] == '\t'; {
		case folded:
			name, value = last, line
		case !ok || strings.ContainsAny(name, " \t<"):
			other += 3
		case isField(name):
			known++
		case strings.HasPrefix(name, "x-"):
		case first:
			return ""
		default:
			other++
		}
		first, last = false, name
		switch name {
		case "mime-version", "message-id":
			mime = true
		case "received":
			mime, person = true, true
		case "to":
			person = true
		case "from": // of a saved page it is a program
			person = person || strings.Contains(value, "@")
		case "content-type":
			page = page || strings.Contains(value, "multipart/related") || strings.Contains(value, "text/html")
		}
	}
	switch {
	case known < 2 || other >= known || !mime && known < 3:
		return ""
	case page && !person:
		return MediaMHTML
	}
	return MediaEML
}

func isField(name string) bool {
	return slices.Contains(mailFields, name)
}
