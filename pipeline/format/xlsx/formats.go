package xlsx

import (
	"strings"

	"github.com/tongket/tongket/pipeline/format/sheet"
	"github.com/tongket/tongket/pipeline/format/xmlx"
)

// font is what a cell's text is written in.
type font struct {
	name string
	bold bool
}

// cellFormat is how a cell shows.
type cellFormat struct {
	number *sheet.NumberFormat
	font   font
	centre bool
}

// formats are the formats that cells name by number.
type formats struct {
	cells   []cellFormat
	fonts   []font
	numbers map[int]*sheet.NumberFormat
}

var general = &sheet.NumberFormat{}

func readFormats(s *xmlx.Scanner) formats {
	f := formats{numbers: make(map[int]*sheet.NumberFormat)}
	if !s.Child() {
		return f
	}
	for s.Child() {
		switch string(s.Name()) {
		case "numFmts":
			for s.Child() {
				n := sheet.ParseFormat(s.Value("formatCode"))
				f.numbers[s.Int("numFmtId", -1)] = &n
				s.Skip()
			}
		case "fonts":
			for s.Child() {
				f.fonts = append(f.fonts, readFont(s))
			}
		case "cellXfs":
			for s.Child() {
				f.cells = append(f.cells, f.readCell(s))
			}
		default:
			s.Skip()
		}
	}
	return f
}

func readFont(s *xmlx.Scanner) font {
	var f font
	for s.Child() {
		switch string(s.Name()) {
		case "name":
			f.name = strings.ToValidUTF8(s.Value("val"), "\ufffd")
		case "b":
			f.bold = !s.Is("val", "0") && !s.Is("val", "false")
		}
		s.Skip()
	}
	return f
}

func (f *formats) readCell(s *xmlx.Scanner) cellFormat {
	c := cellFormat{number: f.number(s.Int("numFmtId", 0))}
	if i := s.Int("fontId", 0); i >= 0 && i < len(f.fonts) {
		c.font = f.fonts[i]
	}
	for s.Child() {
		if string(s.Name()) == "alignment" {
			c.centre = s.Is("horizontal", "center") || s.Is("horizontal", "centerContinuous")
		}
		s.Skip()
	}
	return c
}

func (f *formats) number(id int) *sheet.NumberFormat {
	if n := f.numbers[id]; n != nil {
		return n
	}
	code := sheet.Builtin(id)
	if code == "" {
		return general
	}
	n := sheet.ParseFormat(code)
	f.numbers[id] = &n
	return &n
}

// cell returns a format by its number; a cell without one has the first.
func (f *formats) cell(i int) cellFormat {
	if i >= 0 && i < len(f.cells) {
		return f.cells[i]
	}
	return cellFormat{number: general}
}
