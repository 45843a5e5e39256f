package formattest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Zip packs members, given as name and content in turn, into a zip file: for
// tests that write the parts of an office file down as text. The same members
// give the same bytes.
func Zip(nameAndContent ...string) []byte {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i+1 < len(nameAndContent); i += 2 {
		f, err := w.Create(nameAndContent[i])
		if err == nil {
			_, err = f.Write([]byte(nameAndContent[i+1]))
		}
		if err != nil {
			panic(err) // a buffer does not fail
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return buf.Bytes()
}

// Text renders parts one a line, for tests that a person reads: a heading as
// "# ", its label before the text, a cell as "[row,col]" with its span.
func Text(parts []report.Part) string {
	var b strings.Builder
	for _, p := range parts {
		switch p.Kind {
		case report.Paragraph:
		case report.Heading:
			b.WriteString(strings.Repeat("#", p.Level) + " ")
		case report.TableCell:
			fmt.Fprintf(&b, "%d[%d,%d", p.Cell.Table, p.Cell.Row, p.Cell.Col)
			if p.Cell.RowSpan > 1 || p.Cell.ColSpan > 1 {
				fmt.Fprintf(&b, " %dx%d", p.Cell.RowSpan, p.Cell.ColSpan)
			}
			b.WriteString("] ")
		case report.ListItem:
			b.WriteString(strings.Repeat("  ", max(p.Level-1, 0)))
		default:
			b.WriteString(p.Kind.String() + ": ")
		}
		if p.Label != "" {
			b.WriteString(p.Label + " ")
		}
		b.WriteString(strings.ReplaceAll(p.Text(), "\n", `\n`) + "\n")
	}
	return b.String()
}
