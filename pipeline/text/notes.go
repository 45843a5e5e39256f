package text

import (
	"fmt"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// notes tells people what was converted: "TCVN3 → Unicode: 12 đoạn (phông
// .VnTime)".
func (d *decoder) notes() []report.Note {
	var out []report.Note
	for _, f := range d.found {
		how := "nhận theo âm tiết"
		switch f.by {
		case byFont:
			how = "phông " + strings.Join(f.fonts, ", ")
		case byDocument:
			how = "theo phần còn lại của văn bản"
		}
		out = append(out, report.Note{Code: "encoding", Text: fmt.Sprintf("%s → Unicode: %d đoạn (%s)", f.encoding, f.paragraphs, how)})
	}
	if d.decomposed > 0 {
		out = append(out, report.Note{Code: "encoding", Text: fmt.Sprintf("Unicode tổ hợp → dựng sẵn: %d đoạn", d.decomposed)})
	}
	return out
}
