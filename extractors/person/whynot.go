package person

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// WhyNot says why a sentence with a title, an honorific or a cue names nobody.
func (x *Extractor) WhyNot(t *scan.Text, first, last int32) []report.Label {
	s := scan.Sentence{First: first, Last: last}
	var names []string
	for _, m := range x.mentions(t, s, false) {
		if m.office {
			continue
		}
		names = append(names, t.String(m.first, m.last))
	}
	if len(names) > 0 {
		all := strings.Join(names, ", ")
		return []report.Label{{
			VI: all + ": đã có dòng ở chỗ khác, hoặc là tác giả, người chụp ảnh", EN: all + ": has a row elsewhere, or is an author or photographer",
		}}
	}
	return []report.Label{{VI: "không có họ tên đầy đủ của ai sau chức danh hay xưng hô", EN: "no full name of a person stands behind a title or honorific"}}
}
