package docx

import (
	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/format/xmlx"
)

// readLook reads <w:rPr>, and the id of the character style that it names.
func readLook(s *xmlx.Scanner, f *fonts) (l look, style []byte) {
	for s.Child() {
		switch string(s.Name()) {
		case "rFonts":
			l.font = f.name(s)
		case "b":
			l.bold = toggle(s)
		case "vanish":
			l.hidden = toggle(s)
		case "vertAlign":
			l.raised = no
			if s.Is("val", "superscript") {
				l.raised = yes
			}
		case "position":
			if s.Int("val", 0) >= glyph.LeastRise {
				l.raised = yes
			}
		case "rStyle":
			style = s.RawAttr("val")
		}
		s.Skip()
	}
	return l, style
}

// paragraphProperties are what <w:pPr> says.
type paragraphProperties struct {
	layout
	style   []byte // id, as it stands in the file
	deleted bool   // the paragraph's mark is deleted
	newPage bool
	section *section
	label   string // as the XML of Word 2003 holds it
}

func readLayout(s *xmlx.Scanner) paragraphProperties {
	var p paragraphProperties
	for s.Child() {
		switch string(s.Name()) {
		case "pStyle":
			p.style = s.RawAttr("val")
		case "outlineLvl":
			p.outline = min(max(s.Int("val", 9), 0), 9) + 1
		case "jc":
			p.centre = no
			if s.Is("val", "center") {
				p.centre = yes
			}
		case "pageBreakBefore":
			p.newPage = toggle(s) == yes
		case "numPr":
			readList(s, &p.layout)
			continue
		case "listPr":
			p.label = shownLabel(s)
			continue
		case "rPr":
			p.deleted = markDeleted(s)
			continue
		case "sectPr":
			sec := readSection(s)
			p.section = &sec
			continue
		}
		s.Skip()
	}
	return p
}

func readList(s *xmlx.Scanner, l *layout) {
	for s.Child() {
		switch string(s.Name()) {
		case "ilvl":
			l.depth = min(max(s.Int("val", 0), 0), levels-1) + 1
		case "numId":
			l.list = max(s.Int("val", 0), 0) + 1
		}
		s.Skip()
	}
}

// shownLabel reads <w:listPr> of Word 2003, in which the label stands as it
// shows.
func shownLabel(s *xmlx.Scanner) string {
	label := ""
	for s.Child() {
		if string(s.Name()) == "t" {
			label = glyph.Bullet(labelText(s.Value("val")), "")
		}
		s.Skip()
	}
	return label
}

func markDeleted(s *xmlx.Scanner) bool {
	deleted := false
	for s.Child() {
		if n := string(s.Name()); n == "del" || n == "moveFrom" {
			deleted = true
		}
		s.Skip()
	}
	return deleted
}

// anyRule reports whether borders below the current element show: unset when
// it names none.
func anyRule(s *xmlx.Scanner) choice {
	found := unset
	for s.Child() {
		switch string(s.Name()) {
		case "tblBorders", "tcBorders":
			found = found.either(rules(s))
		case "tcPr", "tblPr":
			found = found.either(anyRule(s))
		default:
			s.Skip()
		}
	}
	return found
}

// rules reads the sides of a border: yes when one of them shows, no when all
// that are named do not. White lines on white paper do not show.
func rules(s *xmlx.Scanner) choice {
	found := unset
	for s.Child() {
		v := s.Value("val")
		if v == "" || v == "none" || v == "nil" || s.Is("color", "FFFFFF") {
			found = found.or(no)
		} else {
			found = yes
		}
		s.Skip()
	}
	return found
}
