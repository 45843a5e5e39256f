package text

import (
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// splitFileHeader parts the line that an archive puts before a text, " date
// 2024-02" with text after it on the same line, from that text. Only the first
// paragraph can have one, behind the head and the title that somebody put on
// top; its kind becomes FileHeader.
func splitFileHeader(ps []*paragraph) []*paragraph {
	for i, p := range ps {
		if p.text == "" || p.Kind == report.PageHeader || p.Kind == report.Heading || p.Cell.Borderless {
			continue
		}
		end := fileHeader(p.text)
		if end == 0 || p.Cell.Table != 0 {
			return ps
		}
		if end == len(p.text) {
			p.Kind = report.FileHeader
			return ps
		}
		body := p.cut(end)
		p.Kind, p.Level = report.FileHeader, 0
		return append(ps[:i+1:i+1], append([]*paragraph{body}, ps[i+1:]...)...)
	}
	return ps
}

// fileHeader returns the length of a leading "date YYYY[-MM[-DD]]", 0 for
// none.
func fileHeader(s string) int {
	rest, ok := strings.CutPrefix(s, "date ")
	if !ok {
		return 0
	}
	stamp, _, _ := strings.Cut(rest, " ")
	if _, err := report.ParseDate(stamp); err != nil {
		return 0
	}
	return len("date ") + len(stamp)
}
