// Package evidence shows a document as a page: its canonical text with every
// value marked, the list of its rows beside it. A click on either leads to the
// other, and so do j, k and the arrows; without scripts the links still do.
//
// A page is one file without anything from elsewhere: it forbids itself the
// network, and all that comes from the document is escaped. Kinds of rows are
// told apart by a sign and a line as well as by a colour. The same rows give
// the same bytes.
package evidence

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Page is one document with its rows.
type Page struct {
	Doc *report.Document
	// Rows are the document's rows in every table; those without evidence are
	// left out.
	Rows []report.Row
	// Lang is "vi" or "en"; Vietnamese when empty.
	Lang string
	// Program is named below the title: "tongket 1.2.0".
	Program string
}

//go:embed page.css
var style string

//go:embed page.js
var script string

// look is how the rows of a table are shown: a sign, a colour of the ground and
// a line below.
type look struct{ table, sign, ground, line string }

// looks are the tables of the codebook; a table of somebody's own profile has
// the last look.
var looks = []look{
	{"measures", "■", "#dbe9ff", "2px solid #1f5fbf"},
	{"people", "●", "#dff3df", "2px dotted #2a7a2a"},
	{"identity_evidence", "▬", "#ececec", "2px solid #666"},
	{"citations", "◆", "#e9e0f8", "2px dashed #6a3fb5"},
	{"assessments", "★", "#fdf0d0", "1px dashed #9a6b00"},
	{"limitations", "▲", "#fde0d6", "2px dashed #b5391a"},
	{"tasks", "✚", "#d9f2f0", "1px solid #14746c"},
	{"findings", "!", "#ffd9e2", "3px double #b0003a"},
	{"", "○", "#f1ecdf", "1px dotted #555"},
}

func lookOf(table string) int {
	for i, l := range looks {
		if l.table == table {
			return i
		}
	}
	return len(looks) - 1
}

// sheet is the whole style.
var sheet = func() string {
	var b strings.Builder
	b.WriteString(style)
	for i, l := range looks {
		fmt.Fprintf(&b, ".k%[1]d,.kinds .k%[1]d{background:%[2]s;border-bottom:%[3]s}\n", i, l.ground, l.line)
	}
	return b.String()
}()

// policy forbids the page everything but its own style and script.
var policy = fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'", hash(sheet), hash(script))

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// Write writes the page.
func Write(w io.Writer, p Page) error {
	b := &writer{Writer: bufio.NewWriterSize(w, 1<<16), page: p, rows: rowsOf(p)}
	b.head()
	b.print("<main id=\"text\" tabindex=\"-1\">\n")
	b.text()
	b.print("</main>\n<aside aria-label=\"%s\"><ol>\n", b.say("Giá trị", "Values"))
	for i := range b.rows {
		b.item(i)
	}
	b.print("</ol></aside>\n<script>%s</script>\n</body>\n</html>\n", script)
	return b.Flush()
}

// writer writes one page. bufio keeps the first error until Flush.
type writer struct {
	*bufio.Writer
	page Page
	rows []row
}

func (b *writer) print(format string, args ...any) { fmt.Fprintf(b, format, args...) }

func (b *writer) say(vi, en string) string {
	if b.page.Lang == "en" {
		return en
	}
	return vi
}

// esc escapes a text for content and attributes.
func esc(s string) string { return html.EscapeString(s) }

func (b *writer) head() {
	doc := b.page.Doc
	lang := b.say("vi", "en")
	title := doc.Path
	if i := strings.LastIndexAny(title, "/!"); i >= 0 {
		title = title[i+1:]
	}
	b.print("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n", lang)
	b.print("<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n<meta name=\"referrer\" content=\"no-referrer\">\n", policy)
	b.print("<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n<header>\n<h1>%s</h1>\n", esc(title), sheet, esc(title))
	facts := []string{doc.Path, doc.ID(), doc.Media}
	if doc.Pages > 0 {
		facts = append(facts, fmt.Sprintf(b.say("%d trang", "%d pages"), doc.Pages))
	}
	for _, n := range doc.Notes {
		facts = append(facts, strings.TrimSuffix(n.Code+": "+n.Text, ": "))
	}
	facts = append(facts, b.page.Program)
	b.print("<p class=\"facts\">%s</p>\n", esc(strings.Join(facts, " · ")))
	b.print("<p class=\"keys\">%s</p>\n", esc(b.say("Bấm vào chữ được đánh dấu hoặc vào một dòng; phím j, k hoặc ↓, ↑ đi tới giá trị sau, trước; Esc bỏ chọn.",
		"Click marked words or a line; j, k or ↓, ↑ go to the next and the previous value; Esc leaves.")))
	b.kinds()
	b.print("</header>\n")
}

// kinds writes a switch for each kind of rows, which is the legend too.
func (b *writer) kinds() {
	b.print("<div class=\"kinds\" role=\"group\" aria-label=\"%s\">\n", b.say("Loại dòng", "Kinds of rows"))
	count := map[string]int{}
	var order []*row
	for i := range b.rows {
		name := b.rows[i].Table.Name
		if count[name]++; count[name] == 1 {
			order = append(order, &b.rows[i])
		}
	}
	for _, r := range order {
		b.print("<button type=\"button\" aria-pressed=\"true\" data-k=\"%s\" class=\"k%d\">%s %s (%d)</button>\n",
			esc(r.Table.Name), r.look, looks[r.look].sign, esc(r.Table.Label.In(b.page.Lang)), count[r.Table.Name])
	}
	b.print("</div>\n")
}
