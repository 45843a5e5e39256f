package docx

import (
	"strings"

	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// section is what <w:sectPr> says of the running heads and feet.
type section struct {
	heads, feet []string // relation ids
}

func readSection(s *xmlx.Scanner) section {
	var sec section
	titlePage := false
	var headFirst, footFirst string
	for s.Child() {
		id, first := s.Value("id"), s.Is("type", "first")
		switch name := string(s.Name()); {
		case name == "headerReference" && first:
			headFirst = id
		case name == "footerReference" && first:
			footFirst = id
		case name == "headerReference":
			sec.heads = append(sec.heads, id)
		case name == "footerReference":
			sec.feet = append(sec.feet, id)
		case name == "titlePg":
			titlePage = toggle(s) == yes
		}
		s.Skip()
	}
	if titlePage && headFirst != "" {
		sec.heads = append([]string{headFirst}, sec.heads...)
	}
	if titlePage && footFirst != "" {
		sec.feet = append([]string{footFirst}, sec.feet...)
	}
	return sec
}

// endSection books a section of the body.
func (w *walker) endSection(sec section) {
	if w.body {
		w.sections = append(w.sections, sec)
	}
}

// margins reads the running heads or feet of all sections, each text once.
func (d *document) margins(rels []ooxml.Relation, kind report.Kind) {
	seen := make(map[string]bool)
	texts := make(map[string]bool)
	for _, sec := range d.sections {
		ids := sec.heads
		if kind == report.PageFooter {
			ids = sec.feet
		}
		for _, id := range ids {
			for _, r := range rels {
				if r.ID == id && !r.External && !seen[r.Target] {
					seen[r.Target] = true
					d.margin(r.Target, kind, texts)
				}
			}
		}
	}
}

// margin reads one head or foot; sections often have copies of the same.
func (d *document) margin(name string, kind report.Kind, texts map[string]bool) {
	s, err := d.pkg.XML(name)
	d.trouble(err)
	if s == nil {
		return
	}
	if !s.Child() {
		d.trouble(s.Err())
		return
	}
	text := strings.TrimSpace(string(s.Content(nil)))
	if text == "" || texts[text] {
		d.trouble(s.Err())
		return
	}
	texts[text] = true
	if s, _ = d.pkg.XML(name); s == nil || !s.Child() { // its trouble is booked
		return
	}
	w := &walker{document: d, s: s, rels: d.pkg.Relations(name)}
	w.blocks(place{kind: kind})
	d.trouble(s.Err())
}
