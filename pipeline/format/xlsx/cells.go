package xlsx

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/format/sheet"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// walker walks one sheet.
type walker struct {
	*workbook
	s        *xmlx.Scanner
	grid     *sheet.Grid
	rels     []ooxml.Relation
	row, col int    // of the next cell that does not say where it is
	value    []byte // of the current cell, reused
}

func (w *walker) walk() {
	for w.s.Child() {
		switch string(w.s.Name()) {
		case "sheetData":
			w.rows()
		case "mergeCells":
			w.merges()
		case "headerFooter":
			w.margins()
		case "drawing":
			w.drawing(w.s.Value("id"))
			w.s.Skip()
		default:
			w.s.Skip()
		}
	}
}

func (w *walker) rows() {
	for w.s.Child() {
		if string(w.s.Name()) != "row" {
			w.s.Skip()
			continue
		}
		if n := w.s.Int("r", 0); n > 0 {
			w.row = n - 1
		}
		w.col = 0
		for w.s.Child() {
			if string(w.s.Name()) == "c" {
				w.cell()
			} else {
				w.s.Skip()
			}
		}
		w.row++
	}
}

// cell reads one <c>.
func (w *walker) cell() {
	row, col, ok := reference(w.s.RawAttr("r"))
	if !ok {
		row, col = w.row, w.col
	}
	kind := cellKind(w.s.RawAttr("t"))
	format := w.formats.cell(w.s.Int("s", 0))
	var inline text
	w.value = w.value[:0]
	for w.s.Child() {
		switch string(w.s.Name()) {
		case "v":
			w.value = w.s.Content(w.value)
		case "is":
			inline = readText(w.s)
		default: // formulas
			w.s.Skip()
		}
	}
	w.row, w.col = row, col+1
	if row >= sheet.MaxRows || col >= sheet.MaxCols {
		return
	}
	if w.cells++; w.cells > w.config.Limits.Parts {
		w.s.Stop(w.config.Limits.TooMany())
		return
	}
	c := sheet.Cell{Row: int32(row), Col: int32(col), Font: format.font.name, Bold: format.font.bold, Centre: format.centre}
	w.fill(&c, kind, format, inline)
	if c.Text == "" && len(c.Rich) == 0 {
		w.cells--
		return
	}
	w.grid.Cells = append(w.grid.Cells, c)
	w.shown += int64(len(c.Text))
	for _, r := range c.Rich {
		w.shown += int64(len(r.Text))
	}
	if w.shown > w.config.Limits.Part {
		w.s.Stop(report.Becausef(report.Expansion, "the cells show more than %d bytes", w.config.Limits.Part))
	}
}

// The kinds of values.
type valueKind uint8

const (
	number valueKind = iota
	shared
	formula
	inlined
	boolean
	failed
	isoDate
)

func cellKind(t []byte) valueKind {
	switch string(t) {
	case "s":
		return shared
	case "str":
		return formula
	case "inlineStr":
		return inlined
	case "b":
		return boolean
	case "e":
		return failed
	case "d":
		return isoDate
	}
	return number
}

// fill sets what a cell shows.
func (w *walker) fill(c *sheet.Cell, kind valueKind, format cellFormat, inline text) {
	v := strings.TrimSpace(string(w.value))
	switch kind {
	case shared:
		if i, err := strconv.Atoi(v); err == nil && i >= 0 && i < len(w.strings) {
			w.setText(c, w.strings[i], format)
		}
	case formula:
		c.Text = format.number.Text(unescape(string(w.value)))
	case inlined:
		w.setText(c, inline, format)
	case boolean:
		c.Text = "FALSE"
		if v == "1" || v == "true" {
			c.Text = "TRUE"
		}
	case failed:
		c.Text = v
	case isoDate:
		c.Text = isoText(v)
	case number:
		if f, err := strconv.ParseFloat(v, 64); err == nil {
			c.Text = format.number.Number(f, w.base1904)
		} else {
			c.Text = v
		}
	}
}

// setText gives a cell a text; runs that name no font have the cell's.
func (w *walker) setText(c *sheet.Cell, t text, format cellFormat) {
	c.Text = format.number.Text(t.plain)
	for _, r := range t.rich {
		if r.Font == "" {
			r.Font = format.font.name
		}
		c.Rich = append(c.Rich, r)
	}
}

func isoText(v string) string {
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04:05Z", "2006-01-02"} {
		if t, err := time.Parse(layout, v); err == nil {
			return t.Format("02/01/2006")
		}
	}
	return v
}

// reference reads "AB12".
func reference(ref []byte) (row, col int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A') + 1
	}
	if i == 0 || i == len(ref) || len(ref) > i+8 {
		return 0, 0, false
	}
	for _, c := range ref[i:] {
		if c < '0' || c > '9' {
			return 0, 0, false
		}
		row = row*10 + int(c-'0')
	}
	return row - 1, col - 1, row > 0
}

// maxMerges bounds the merged areas of a sheet.
const maxMerges = 100_000

func (w *walker) merges() {
	for w.s.Child() {
		from, to, two := bytes.Cut(w.s.RawAttr("ref"), []byte(":"))
		top, left, ok1 := reference(from)
		bottom, right, ok2 := reference(to)
		if two && ok1 && ok2 && len(w.grid.Merged) < maxMerges {
			w.grid.Merged = append(w.grid.Merged, sheet.Area{Top: int32(top), Left: int32(left), Bottom: int32(bottom), Right: int32(right)})
		}
		w.s.Skip()
	}
}

// margins reads the running head and foot; the first of odd, even and first
// pages that has one counts.
func (w *walker) margins() {
	for w.s.Child() {
		name := string(w.s.Name())
		t := strings.ToValidUTF8(sheet.Margin(string(w.s.Content(nil))), "\ufffd")
		switch {
		case strings.HasSuffix(name, "Header") && w.grid.Head == "":
			w.grid.Head = t
		case strings.HasSuffix(name, "Footer") && w.grid.Foot == "":
			w.grid.Foot = t
		}
	}
}

// drawing reads the text boxes that float over the sheet.
func (w *walker) drawing(id string) {
	for _, r := range w.rels {
		if r.ID != id || r.External {
			continue
		}
		s := w.pkg.Side(r.Target)
		if s.Child() {
			w.boxes(s)
		}
	}
}

// maxBoxes bounds the text boxes of a sheet.
const maxBoxes = 10_000

func (w *walker) boxes(s *xmlx.Scanner) {
	for s.Child() {
		switch string(s.Name()) {
		case "p":
			if t := strings.TrimSpace(string(runs(s, nil))); t != "" && len(w.grid.Boxes) < maxBoxes {
				w.grid.Boxes = append(w.grid.Boxes, t)
			}
		case "Fallback":
			s.Skip()
		default:
			w.boxes(s)
		}
	}
}

func runs(s *xmlx.Scanner, dst []byte) []byte {
	for s.Child() {
		switch string(s.Name()) {
		case "t":
			dst = s.Content(dst)
		case "br":
			dst = append(dst, '\n')
			s.Skip()
		default:
			dst = runs(s, dst)
		}
	}
	return dst
}
