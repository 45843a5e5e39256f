package ooxml

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// properties maps the elements of docProps to the keys of Meta.
var properties = map[string]string{
	"title":    "title",
	"subject":  "subject",
	"creator":  "author",
	"language": "language",
	"created":  "created",
	"modified": "modified",
	"Company":  "company",
}

// Properties returns the package's metadata and the number of pages that its
// last editor counted, 0 when it did not.
func (p *Package) Properties() (meta []report.Meta, pages int) {
	core, app := "docProps/core.xml", "docProps/app.xml"
	for _, r := range p.Relations("") {
		switch r.Kind {
		case "core-properties":
			core = r.Target
		case "extended-properties":
			app = r.Target
		}
	}
	for _, name := range []string{core, app} {
		s := p.Side(name)
		if !s.Child() {
			continue
		}
		for s.Child() {
			element := string(s.Name())
			text := strings.ToValidUTF8(strings.TrimSpace(string(s.Content(nil))), "\ufffd")
			if key := properties[element]; key != "" && text != "" {
				meta = append(meta, report.Meta{Key: key, Value: text})
			}
			if n, err := strconv.Atoi(text); err == nil && element == "Pages" {
				pages = max(0, min(n, maxPages))
			}
		}
	}
	return meta, pages
}

// maxPages is where a count of pages stops being one.
const maxPages = 100_000
