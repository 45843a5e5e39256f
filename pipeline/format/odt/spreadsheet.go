package odt

import (
	"strings"

	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/sheet"
	"github.com/tongket/tongket/pipeline/report"
)

// spreadsheet reads the sheets of an <office:spreadsheet>.
func (w *walker) spreadsheet() {
	for w.s.Child() {
		if string(w.s.Name()) == "table" {
			w.sheet()
		} else {
			w.s.Skip()
		}
	}
}

// sheetWalk is one sheet being read.
type sheetWalk struct {
	*walker
	grid sheet.Grid
	row  int
}

func (w *walker) sheet() {
	g := &sheetWalk{walker: w, grid: sheet.Grid{Name: strings.ToValidUTF8(w.s.Value("name"), "\ufffd")}}
	hidden := w.styles.get(tableFamily, w.s.RawAttr("style-name")).hidden
	g.rows()
	before := w.out.Len()
	w.tables++
	thin, err := g.grid.Write(w.ctx, w.out, w.tables)
	w.trouble(err)
	if thin {
		w.remark("sparse_sheet", "sheet "+g.grid.Name+": figures lie too far apart, empty cells are left out")
	}
	if hidden && w.out.Len() > before {
		w.remark("hidden_sheet", "hidden sheet "+g.grid.Name)
	}
}

func (g *sheetWalk) rows() {
	for g.s.Child() {
		switch string(g.s.Name()) {
		case "table-row":
			g.oneRow()
		case "table-rows", "table-header-rows", "table-row-group":
			g.rows()
		case "shapes":
			g.boxes()
		default:
			g.s.Skip()
		}
	}
}

// oneRow reads a row; a row that stands for several is repeated when it holds
// anything, and only counted when it does not.
func (g *sheetWalk) oneRow() {
	repeat := min(max(g.s.Int("number-rows-repeated", 1), 1), sheet.MaxRows)
	first, col := len(g.grid.Cells), 0
	for g.s.Child() {
		if name := string(g.s.Name()); name != "table-cell" && name != "covered-table-cell" {
			g.s.Skip()
			continue
		}
		g.oneCell(&col)
	}
	row := g.grid.Cells[first:]
	for n := 1; n < repeat && len(row) > 0; n++ {
		if !g.room(len(row)) || g.row+n >= sheet.MaxRows {
			break
		}
		for _, c := range row {
			c.Row += int32(n)
			g.grid.Cells = append(g.grid.Cells, c)
		}
	}
	g.row = min(g.row+repeat, sheet.MaxRows)
}

// room books cells and stops the walk when there are too many.
func (g *sheetWalk) room(n int) bool {
	if g.cells += n; g.cells > g.limits.Parts {
		g.s.Stop(g.limits.TooMany())
		return false
	}
	return true
}

func (g *sheetWalk) oneCell(col *int) {
	repeat := min(max(g.s.Int("number-columns-repeated", 1), 1), sheet.MaxCols)
	rows, cols := g.s.Int("number-rows-spanned", 1), g.s.Int("number-columns-spanned", 1)
	c := sheet.Cell{Row: int32(g.row), Col: int32(*col)}
	if st := g.styles.get(cellFamily, g.s.RawAttr("style-name")); st != &none {
		c.Font, c.Bold, c.Centre = st.look.font, st.look.bold == yes, st.centre == yes
	}
	v := readValue(g.s)
	covered := string(g.s.Name()) == "covered-table-cell"
	c.Rich = g.paragraphs(c.Font)
	switch {
	case len(c.Rich) == 0:
		c.Text = v.plain()
	case len(c.Rich) == 1 && c.Rich[0].Font == c.Font:
		c.Text, c.Rich = v.vietnamese(c.Rich[0].Text), nil
	}
	if (rows > 1 || cols > 1) && g.row < sheet.MaxRows && *col < sheet.MaxCols {
		g.grid.Merged = append(g.grid.Merged, sheet.Area{
			Top: c.Row, Left: c.Col,
			Bottom: c.Row + int32(min(max(rows, 1), sheet.MaxRows)) - 1,
			Right:  c.Col + int32(min(max(cols, 1), sheet.MaxCols)) - 1,
		})
	}
	if !covered && (c.Text != "" || len(c.Rich) > 0) {
		g.add(c, min(repeat, sheet.MaxCols-*col))
	}
	*col = min(*col+repeat, sheet.MaxCols)
}

// add writes a cell as often as it is repeated.
func (g *sheetWalk) add(c sheet.Cell, repeat int) {
	size := int64(len(c.Text))
	for _, r := range c.Rich {
		size += int64(len(r.Text))
	}
	for range repeat {
		if g.shown += size; g.shown > g.limits.Part {
			g.s.Stop(report.Becausef(report.Expansion, "the cells show more than %d bytes", g.limits.Part))
			return
		}
		if g.row >= sheet.MaxRows || !g.room(1) {
			return
		}
		g.grid.Cells = append(g.grid.Cells, c)
		c.Col++
	}
}

// paragraphs reads the paragraphs of a cell as runs, parted by line ends.
func (g *sheetWalk) paragraphs(font string) []report.Run {
	var runs []report.Run
	for g.s.Child() {
		switch string(g.s.Name()) {
		case "p", "h":
			if len(runs) > 0 {
				runs[len(runs)-1].Text += "\n"
			}
			runs = g.runs(runs, font)
		case "shapes", "frame", "custom-shape", "g":
			g.boxes()
		default: // comments
			g.s.Skip()
		}
	}
	for i := range runs {
		runs[i].Text = strings.ToValidUTF8(runs[i].Text, "\ufffd")
	}
	if len(runs) == 1 && runs[0].Text == "" {
		return nil
	}
	return runs
}

// runs reads one paragraph of a cell by way of a builder of its own.
func (g *sheetWalk) runs(runs []report.Run, font string) []report.Run {
	outer := g.out
	defer func() { g.out = outer }()
	g.out = parts.New(maxCellParts)
	g.out.Begin(report.Part{})
	t := &texter{walker: g.walker, blank: true}
	t.inlines(look{font: font})
	g.out.End(true)
	for _, p := range g.out.Finish() {
		runs = append(runs, p.Runs...)
	}
	return runs
}

// maxCellParts bounds what one paragraph of a cell may hold: itself and what
// floats in it.
const maxCellParts = 100

// maxBoxes bounds the text boxes of a sheet.
const maxBoxes = 10_000

// boxes reads the text boxes that float over the sheet.
func (g *sheetWalk) boxes() {
	for g.s.Child() {
		switch name := g.s.Name(); {
		case string(name) == "p":
			var text strings.Builder
			for _, r := range g.runs(nil, "") {
				text.WriteString(r.Text)
			}
			if t := strings.TrimSpace(text.String()); t != "" && len(g.grid.Boxes) < maxBoxes {
				g.grid.Boxes = append(g.grid.Boxes, strings.ToValidUTF8(t, "\ufffd"))
			}
		case passed(name):
			g.s.Skip()
		default:
			g.boxes()
		}
	}
}
