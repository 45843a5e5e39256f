package paper

import (
	"fmt"
	"slices"
	"time"
)

// Kind is what a block is.
type Kind int

// The kinds of blocks.
const (
	Text Kind = iota
	Heading
	Columns // two columns without borders: the head and the foot of a document
	Table
)

// Block is a paragraph, a heading, a pair of columns or a table.
type Block struct {
	Kind   Kind
	Level  int // of a heading, from 1
	Text   string
	Bold   bool
	Centre bool

	Left, Right []string // of columns, a line each

	Rows   [][]Cell // of a table; a row lists the cells that begin in it
	Header int      // rows that are repeated on each page
}

// Cell is a cell of a table. Across and Down count the columns and rows that it
// covers; 0 is 1.
type Cell struct {
	Text         string
	Across, Down int
}

// Paper is a document as an office types it.
type Paper struct {
	Title  string
	Saved  time.Time // what the file's metadata say
	Blocks []Block
}

// Formats are the names of the formats that Write knows, which are also the
// endings of their files.
func Formats() []string {
	out := make([]string, 0, len(writers))
	for _, w := range writers {
		out = append(out, w.format)
	}
	return out
}

var writers = []struct {
	format string
	write  func(*Paper, Script) ([]byte, error)
	// scripts are the names of the scripts that the format can be written in.
	scripts []string
}{
	{"docx", writeDocx, []string{"unicode", "decomposed", "tcvn3", "vni", "vps"}},
	{"doc", writeDoc, []string{"unicode", "decomposed", "tcvn3", "vni", "vps"}},
	{"pdf", writePDF, []string{"unicode", "tcvn3", "vni"}},
	{"html", writeHTML, []string{"unicode", "decomposed", "utf-16", "windows-1258", "tcvn3", "vni"}},
	{"rtf", writeRTF, []string{"unicode", "decomposed", "windows-1258", "tcvn3", "vni", "bkhcm2"}},
	{"odt", writeODT, []string{"unicode", "decomposed", "tcvn3", "vni"}},
	{"txt", writeTxt, []string{"unicode", "decomposed", "utf-16", "windows-1258", "tcvn3", "vni", "viqr", "viscii", "utf-16be", "utf-32", "utf-8-bom", "barred-d", "vps", "bkhcm1", "bkhcm2"}},
	{"eml", writeEML, []string{"unicode", "windows-1258", "tcvn3"}},
	{"mht", writeMHT, []string{"unicode", "vni"}},
	{"md", writeMarkdown, []string{"unicode"}},
}

// Write returns the bytes of a paper in a format and script.
func Write(format string, p *Paper, s Script) ([]byte, error) {
	for _, w := range writers {
		if w.format != format {
			continue
		}
		if !slices.Contains(w.scripts, s.Name) {
			return nil, fmt.Errorf("%s is not written in %s", format, s.Name)
		}
		return w.write(p, s)
	}
	return nil, fmt.Errorf("format %q: want one of %v", format, Formats())
}

// Scripts are the names of the scripts that a format can be written in.
func Scripts(format string) []string {
	for _, w := range writers {
		if w.format == format {
			return w.scripts
		}
	}
	return nil
}

// slot is one place of a table's grid.
type slot struct {
	*Cell
	begins bool // the cell begins here
	below  bool // the cell began in a row above, in this column
}

// grid lays the cells of a table out: every row has a slot for every column.
func grid(rows [][]Cell) [][]slot {
	columns := 0
	for _, c := range rows[0] {
		columns += max(c.Across, 1)
	}
	out := make([][]slot, len(rows))
	for r := range out {
		out[r] = make([]slot, columns)
	}
	for r, row := range rows {
		col := 0
		for i := range row {
			for col < columns && out[r][col].Cell != nil {
				col++
			}
			c := &row[i]
			for y := range min(max(c.Down, 1), len(rows)-r) {
				for x := range min(max(c.Across, 1), columns-col) {
					out[r+y][col+x] = slot{c, y == 0 && x == 0, y > 0 && x == 0}
				}
			}
			col += max(c.Across, 1)
		}
	}
	return out
}

// narrowest is what a column of figures such as "23,5" needs, in letters, with
// the space beside them.
const narrowest = 7

// weights are the columns' shares of a table's width: narrow for numbers.
func weights(g [][]slot) []float64 {
	out := make([]float64, len(g[0]))
	for col := range out {
		longest := narrowest
		for _, row := range g {
			if s := row[col]; s.Cell != nil && s.Across <= 1 {
				longest = max(longest, min(len([]rune(s.Text)), 24))
			}
		}
		out[col] = float64(longest)
	}
	sum := 0.0
	for _, w := range out {
		sum += w
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}
