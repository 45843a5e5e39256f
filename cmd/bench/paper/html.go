package paper

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// writeHTML writes a page as editors of the time saved it: tables with borders,
// fonts in the text where the letters need one.
func writeHTML(p *Paper, s Script) ([]byte, error) {
	h := html{script: s}
	for _, k := range p.Blocks {
		h.block(k)
	}
	page := `<!DOCTYPE html>` + "\n" + `<html lang="vi"><head><meta charset="` + htmlCharset(s) + `"><title>` + escaper.Replace(h.title(p.Title)) + `</title>` +
		`<meta name="generator" content="Microsoft Word 11"></head>` + "\n<body>\n" + h.out.String() + "</body></html>\n"
	if s.byFont() {
		return latinPage(page), nil
	}
	return inScript(page, s)
}

// htmlCharset is what a page says about its bytes.
func htmlCharset(s Script) string {
	switch {
	case s.byFont():
		return "windows-1252"
	case s.Name == "utf-16", s.Name == "windows-1258":
		return s.Name
	}
	return "utf-8"
}

// latinPage writes the characters of Windows-1252 as references where they are
// not ASCII, as editors did that knew no Vietnamese.
func latinPage(page string) []byte {
	var b strings.Builder
	for _, r := range page {
		if r < utf8.RuneSelf {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, "&#%d;", r)
	}
	return []byte(b.String())
}

type html struct {
	script Script
	out    strings.Builder
}

// title has no font: who wrote in old fonts left it without marks.
func (h *html) title(title string) string {
	if h.script.byFont() {
		return "Bao cao"
	}
	return title
}

func (h *html) block(k Block) {
	switch k.Kind {
	case Heading:
		fmt.Fprintf(&h.out, "<h%d>%s</h%d>\n", k.Level, h.text(k.Text), k.Level)
	case Columns:
		fmt.Fprintf(&h.out, "<table width=\"100%%\"><tr><td align=\"center\">%s</td><td align=\"center\">%s</td></tr></table>\n", h.lines(k.Left), h.lines(k.Right))
	case Table:
		h.table(k)
	default:
		tag, text := "<p>", h.text(k.Text)
		if k.Centre {
			tag = `<p align="center">`
		}
		if k.Bold {
			text = "<b>" + text + "</b>"
		}
		h.out.WriteString(tag + text + "</p>\n")
	}
}

func (h *html) lines(lines []string) string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = h.text(l)
	}
	return strings.Join(out, "<br>")
}

func (h *html) text(text string) string {
	if !h.script.byFont() {
		return escaper.Replace(text)
	}
	var b strings.Builder
	for _, r := range h.script.runs(text) {
		fmt.Fprintf(&b, `<font face="%s">%s</font>`, r.font, escaper.Replace(r.text))
	}
	return b.String()
}

func (h *html) table(k Block) {
	h.out.WriteString("<table border=\"1\">\n")
	for r, row := range k.Rows {
		tag := "td"
		if r < k.Header {
			tag = "th"
		}
		h.out.WriteString("<tr>")
		for _, c := range row {
			h.out.WriteString("<" + tag)
			if c.Across > 1 {
				fmt.Fprintf(&h.out, ` colspan="%d"`, c.Across)
			}
			if c.Down > 1 {
				fmt.Fprintf(&h.out, ` rowspan="%d"`, c.Down)
			}
			h.out.WriteString(">" + h.text(c.Text) + "</" + tag + ">")
		}
		h.out.WriteString("</tr>\n")
	}
	h.out.WriteString("</table>\n")
}
