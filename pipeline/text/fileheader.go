package text

import (
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// fileHeader parts the line that an archive put before a text from the text:
// "date 2024-02 Chủ trì …". It stays in the canonical text, as a block of its
// own, so that its date has evidence.
func fileHeader(line string) (head, rest string, ok bool) {
	date, found := strings.CutPrefix(line, "date ")
	if !found {
		return "", "", false
	}
	value, rest, _ := strings.Cut(date, " ")
	if _, err := report.ParseDate(value); err != nil {
		return "", "", false
	}
	return "date " + value, strings.TrimSpace(rest), true
}
