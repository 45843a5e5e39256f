package odt

import (
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// maxPages is where a count of pages stops being one.
const maxPages = 100_000

// readMeta reads <office:meta>. The author is who made the document; who saved
// it last counts only when nobody is said to have made it.
func (w *walker) readMeta() {
	editor := ""
	author := false
	for w.s.Child() {
		name := string(w.s.Name())
		if name == "document-statistic" {
			w.pages.counted = min(max(w.s.Int("page-count", 0), 0), maxPages)
		}
		text := strings.ToValidUTF8(strings.TrimSpace(string(w.s.Content(nil))), "\ufffd")
		key := ""
		switch name {
		case "title", "subject", "language":
			key = name
		case "initial-creator":
			key, author = "author", true
		case "creator":
			editor = text
		case "creation-date":
			key = "created"
		case "date":
			key = "modified"
		}
		if key != "" && text != "" {
			w.meta = append(w.meta, report.Meta{Key: key, Value: text})
		}
	}
	if !author && editor != "" {
		w.meta = append(w.meta, report.Meta{Key: "author", Value: editor})
	}
}
