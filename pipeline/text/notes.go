package text

import (
	"fmt"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// notes tells people what was converted: "TCVN3 → Unicode, 12 paragraphs
// (font .VnTime)".
func (d *decoder) notes() []report.Note {
	var out []report.Note
	for _, f := range d.found {
		how := "by syllables"
		switch f.by {
		case byFont:
			how = "font " + strings.Join(f.fonts, ", ")
		case byDocument:
			how = "by the rest of the document"
		}
		out = append(out, report.Note{Code: "encoding", Text: fmt.Sprintf("%s → Unicode, %s (%s)", f.encoding, paragraphs(f.paragraphs), how)})
	}
	if d.decomposed > 0 {
		out = append(out, report.Note{Code: "encoding", Text: "decomposed → composed Unicode, " + paragraphs(d.decomposed)})
	}
	return out
}

func paragraphs(n int) string {
	if n == 1 {
		return "1 paragraph"
	}
	return fmt.Sprintf("%d paragraphs", n)
}
