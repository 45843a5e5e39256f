package xlsx

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// text is a text of one font, or one of several: rich.
type text struct {
	plain string
	rich  []report.Run
}

// readStrings reads the list of texts that cells name by number.
func (b *workbook) readStrings(s *xmlx.Scanner) {
	if s == nil {
		return
	}
	if !s.Child() {
		b.trouble(s.Err())
		return
	}
	for s.Child() {
		b.strings = append(b.strings, readText(s))
	}
	b.trouble(s.Err())
}

// readText reads <si> or <is>: <t>, or <r> with fonts of their own.
func readText(s *xmlx.Scanner) text {
	var t text
	for s.Child() {
		switch string(s.Name()) {
		case "t":
			t.plain += content(s)
		case "r":
			if r := readRun(s); r.Text != "" {
				t.rich = append(t.rich, r)
			}
		default: // phonetic readings
			s.Skip()
		}
	}
	if len(t.rich) > 0 && t.plain != "" {
		t.rich = append([]report.Run{{Text: t.plain}}, t.rich...)
		t.plain = ""
	}
	return t
}

func readRun(s *xmlx.Scanner) report.Run {
	var r report.Run
	raised := false
	for s.Child() {
		switch string(s.Name()) {
		case "t":
			r.Text += content(s)
		case "rPr":
			for s.Child() {
				switch string(s.Name()) {
				case "rFont":
					r.Font = strings.ToValidUTF8(s.Value("val"), "\ufffd")
				case "vertAlign":
					raised = s.Is("val", "superscript")
				}
				s.Skip()
			}
		default:
			s.Skip()
		}
	}
	if raised {
		r.Text = string(glyph.Raise([]byte(r.Text), 0, r.Font))
	}
	return r
}

func content(s *xmlx.Scanner) string {
	return unescape(strings.ReplaceAll(string(s.Content(nil)), "\r\n", "\n"))
}

// unescape resolves _x000D_, as which Excel writes characters that XML forbids.
// Those that no text shows are left out.
func unescape(t string) string {
	if !strings.Contains(t, "_x") {
		return t
	}
	var b strings.Builder
	for {
		i := strings.Index(t, "_x")
		if i < 0 || len(t) < i+7 {
			break
		}
		code, err := strconv.ParseUint(t[i+2:i+6], 16, 16)
		if err != nil || t[i+6] != '_' {
			b.WriteString(t[:i+2])
			t = t[i+2:]
			continue
		}
		b.WriteString(t[:i])
		if code == '\n' || code == '\t' || code >= ' ' && (code < 0xD800 || code > 0xDFFF) {
			b.WriteRune(rune(code))
		}
		t = t[i+7:]
	}
	b.WriteString(t)
	return b.String()
}
