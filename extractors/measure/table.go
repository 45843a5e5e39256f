package measure

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scope"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Tables of statistics are read in three steps: the cells are laid out as a
// grid; every column, row, section and caption is described by the same cues
// as prose; a figure is what its column and its row say together, whichever of
// them names the unit and whichever the indicator.

// widest and longestTable bound what one table may cost: the widest of the
// printed forms has under sixty columns, and a province has some six hundred
// grassroots organisations.
const (
	widest       = 200
	longestTable = 20000
)

// grid is one table.
type grid struct {
	r       *reader
	cells   []cell
	at      [][]int32 // row, column → cell, -1 for none
	head    int       // the first row that is no head
	caption meaning
	named   string // the one body that the titles name, "several" for more
	sends   bool   // the titles are about who goes to a congress above
	place   string // the one unit of whose organisation the titles are
	level   string // its level
	asOf    report.Date
	columns []meaning
	labels  []int // columns of names
	unitsAt int   // the one of them that names units
	rows    []label

	sums      []sum      // by column
	continued bool       // from the page before
	headTexts [][]string // by column
	headsOf   []string   // by column, see headOf
}

// table reads the table whose first cell is block first.
func (r *reader) table(start int) {
	g := &grid{r: r}
	if !g.lay(start) {
		return
	}
	from := len(r.facts)
	r.grid(g, start)
	r.unreadCells(g, from)
}

// grid reads a table whose cells are known.
func (r *reader) grid(g *grid, start int) {
	r.s = sentence{block: start}
	before := r.page
	r.page = nil
	g.heads()
	switch {
	case g.head >= len(g.at):
		return
	case g.head > 0:
		if !g.titles(start) {
			return
		}
		g.columnsOf()
	case before != nil && len(before.columns) == len(g.at[0]): // a table goes on over a page
		g.continued = true
		g.caption, g.columns, g.labels, g.unitsAt = before.caption, before.columns, before.labels, before.unitsAt
		g.place, g.level = before.place, before.level
	default: // no head at all: each row names what it states
		if !g.titles(start) {
			return
		}
		g.columns = make([]meaning, len(g.at[0]))
		g.labelColumns()
		if len(g.labels) == 0 {
			return
		}
		g.unitsAt = g.labels[0]
		g.ballotColumns()
	}
	if len(g.labels) == 0 {
		return
	}
	r.page = g
	g.rowsOf()
	g.unitColumns()
	g.emitAll()
}

// ballotColumns makes the columns of a table without a head votes and their share where its
// rows are persons and the text before it tells of a ballot.
func (g *grid) ballotColumns() {
	r := g.r
	if r.d.votes == 0 && !r.s.votes {
		return
	}
	persons, rows := 0, 0
	for row := range g.at {
		if c := g.cell(row, g.unitsAt); c.kind == words {
			rows++
			if name := g.text(c); personName(name) && r.x.words.surnames[vn.Fold(strings.Fields(name)[0])] {
				persons++
			}
		}
	}
	if persons < 2 || persons*2 < rows {
		return
	}
	n := 0
	for x := range g.columns {
		if x <= g.unitsAt || !g.counts(x) {
			continue
		}
		m := meaning{found: found{attr: "approval", form: "ballot"}, ballot: true, sure: true}
		if n++; n == 2 {
			m.role = rolePercent
		} else if n > 2 {
			return
		}
		g.columns[x] = m
	}
}

// lay reads the cells of one table into a grid.
func (g *grid) lay(start int) bool {
	doc := g.r.t.Doc
	table := doc.Blocks[start].Cell.Table
	rows, cols := 0, 0
	for b := start; b < len(doc.Blocks); b++ {
		c := doc.Blocks[b].Cell
		if doc.Blocks[b].Kind != report.TableCell || c.Table != table {
			if doc.Blocks[b].Kind == report.PageHeader || doc.Blocks[b].Kind == report.PageFooter {
				continue
			}
			break
		}
		if n := len(g.cells); n > 0 && g.cells[n-1].row == c.Row && g.cells[n-1].col == c.Col {
			g.cells[n-1].span.End = doc.Blocks[b].End
			_, g.cells[n-1].last = g.r.t.Block(b)
		} else {
			first, last := g.r.t.Block(b)
			g.cells = append(g.cells, cell{first: first, last: last, span: doc.Blocks[b].Span, row: c.Row, col: c.Col, rows: max(c.RowSpan, 1), cols: max(c.ColSpan, 1)})
		}
		rows, cols = max(rows, c.Row+max(c.RowSpan, 1)), max(cols, c.Col+max(c.ColSpan, 1))
	}
	if rows < 1 || cols < 2 || cols > widest || rows > longestTable {
		return false
	}
	g.at = make([][]int32, rows)
	flat := make([]int32, rows*cols)
	for i := range flat {
		flat[i] = -1
	}
	for i := range g.at {
		g.at[i] = flat[i*cols : (i+1)*cols]
	}
	for i := range g.cells {
		c := &g.cells[i]
		c.read(doc.At(c.span))
		for y := c.row; y < min(rows, c.row+c.rows); y++ {
			for x := c.col; x < min(cols, c.col+c.cols); x++ {
				g.at[y][x] = int32(i)
			}
		}
	}
	return true
}

// tabular reports whether a table without rules states figures all the same: two rows
// or more have cells that are nothing but a figure, or the one below a head has several.
// The cells of a table that lays out a page hold lines of text.
func (r *reader) tabular(start int) bool {
	doc := r.t.Doc
	table := doc.Blocks[start].Cell.Table
	row, rows, texts, figs := -1, 0, 0, 0
	for b := start; b < len(doc.Blocks) && doc.Blocks[b].Cell.Table == table && doc.Blocks[b].Kind == report.TableCell; b++ {
		c := cell{span: doc.Blocks[b].Span}
		c.read(doc.At(c.span))
		switch c.kind {
		case figures:
			figs++
			if doc.Blocks[b].Cell.Row != row {
				row = doc.Blocks[b].Cell.Row
				rows++
			}
		case words:
			texts++
		case blank, dash:
		}
	}
	return (rows >= 2 || row == 1 && figs >= 2) && figs*3 >= texts
}

// cell returns the cell at a row and column, an empty one for none.
func (g *grid) cell(row, col int) *cell {
	if i := g.at[row][col]; i >= 0 {
		return &g.cells[i]
	}
	return &cell{row: -1, col: -1}
}

func (g *grid) text(c *cell) string {
	return unmarked(vn.Squeeze(g.r.t.Doc.At(c.span)))
}

// items reads a range of tokens without keeping its figures.
func (g *grid) items(first, last int32) {
	r := g.r
	r.figs = r.figs[:0]
	r.hit = r.from(first)
	r.read(first, last)
}

// from returns the first hit at or after a token, for reading backwards.
func (r *reader) from(token int32) int {
	lo, hi := 0, len(r.hits)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.hits[mid].First < token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// begin returns the kinds of the cells that begin in a row.
func (g *grid) begin(row int) (texts, figs, widestCell int) {
	last := int32(-1)
	for _, i := range g.at[row] {
		if i < 0 || i == last || g.cells[i].row != row {
			continue
		}
		last = i
		switch g.cells[i].kind {
		case figures:
			figs++
		case words:
			texts++
			widestCell = max(widestCell, g.cells[i].cols)
		case blank, dash:
		}
	}
	return texts, figs, widestCell
}

// heads finds the rows of the head: all before the first row of figures, but a
// row that numbers the columns belongs to it, and a section row does not.
func (g *grid) heads() {
	for row := range g.at {
		texts, figs, wide := g.begin(row)
		switch {
		case g.numbering(row):
			g.head = row + 1
			return
		case figs > 0 && !g.yearsOnly(row):
			return
		case g.head > 0 && figs == 0 && !g.spanned(row) && (texts <= 2 || g.fills(wide)):
			if texts > 0 && !(row == 1 && g.merged(0)) {
				return
			}
		}
		g.head = row + 1
	}
}

// fills reports whether a cell of a number of columns leaves no room for
// figures: a section.
func (g *grid) fills(cols int) bool { return cols > 1 && cols >= len(g.at[0])-1 }

// merged reports whether one cell fills a row: a caption.
func (g *grid) merged(row int) bool {
	c := g.cell(row, 0)
	return c.cols >= len(g.at[row])
}

// yearsOnly reports whether the figures of a row are terms or years, as in a
// head that compares two terms.
func (g *grid) yearsOnly(row int) bool {
	for x := range g.at[row] {
		if c := g.cell(row, x); c.kind == figures && (c.value < 1930 || c.value > 2100 || c.span.Len() != 4) {
			return false
		}
	}
	return true
}

// spanned reports whether a head cell above reaches over several columns or
// down to this row, so that the row still belongs to the head.
func (g *grid) spanned(row int) bool {
	for x := range g.at[row] {
		if c := g.cell(row, x); c.row >= 0 && c.row < row {
			return true
		}
		if c := g.cell(row-1, x); c.cols > 1 && c.cols < len(g.at[row]) && c.row == row-1 {
			return true
		}
	}
	return false
}

// numbering reports whether a row numbers the columns: 1, 2, 3 …, (1), (2), or
// A, B, 1, 2, 3=1+2.
func (g *grid) numbering(row int) bool {
	n, next := 0, -1.0
	for x := range g.at[row] {
		c := g.cell(row, x)
		if c.kind == blank || c.col != x {
			continue
		}
		w, _, _ := strings.Cut(strings.Trim(g.text(c), "() "), "=")
		if len(w) == 1 && w[0] >= 'A' && w[0] <= 'E' && n == 0 {
			continue
		}
		v, ok := grammar.ParseNumber(strings.Trim(w, "() "))
		if !ok || next >= 0 && v != next {
			return false
		}
		next = v + 1
		n++
	}
	return n >= 3 && next-float64(n) <= 3
}

// repeated reports whether a row repeats the head, as on a new page.
func (g *grid) repeated(row int) bool {
	if g.numbering(row) {
		return true
	}
	if g.headTexts == nil {
		g.headTexts = make([][]string, len(g.at[0]))
		for x := range g.headTexts {
			for h := range g.head {
				g.headTexts[x] = append(g.headTexts[x], g.text(g.cell(h, x)))
			}
		}
	}
	same, n := 0, 0
	for x := range g.at[row] {
		c := g.cell(row, x)
		if c.kind != words {
			continue
		}
		n++
		if slices.Contains(g.headTexts[x], g.text(c)) {
			same++
		} else {
			return false
		}
	}
	return n >= 2 && same == n
}

// captionBlocks is how many paragraphs above a table its title may stand in:
// number, name and note of a form are lines of their own.
const captionBlocks = 5

// longestCaption is how long a paragraph may be to be a title; of a longer one
// only the last sentence leads to the table.
const longestCaption = 300

// titles reads the caption: the lines right before the table and a first row
// that is one cell. It reports whether the table is about a congress.
func (g *grid) titles(start int) bool {
	r := g.r
	for row := 0; row < g.head && g.merged(row); row++ {
		if !g.title(g.cell(row, 0).first, g.cell(row, 0).last) {
			return false
		}
	}
	for b := start - 1; b >= 0 && b >= start-captionBlocks; b-- {
		block := &r.t.Doc.Blocks[b]
		if block.Kind == report.TableCell {
			break
		}
		first, last := r.t.Block(b)
		prose := block.Len() > longestCaption || first < last && (r.t.Is(last-1, '.') || r.t.Is(last-1, ';'))
		if prose && first < last {
			first = r.t.SentenceOf(last - 1).First
		}
		if prose {
			g.lead(first, last)
			break
		}
		if !g.title(first, last) {
			return false
		}
	}
	if g.caption.body == "" && r.d.age <= longest {
		g.caption.body = r.d.body
	}
	if b := first(g.caption.body, g.named); (b == "secretary" || b == "deputy_secretary") && g.ofMembers() {
		g.caption.body, g.named = "committee", "" // the text has spoken of one office, the table is of all
	}
	return true
}

// ofMembers reports whether a head cell counts members without their body: "Số ủy viên
// trúng cử".
func (g *grid) ofMembers() bool {
	for row := range g.head {
		for x := range g.at[row] {
			if c := g.cell(row, x); c.kind == words && strings.Contains(vn.Fold(g.text(c)), "uỷ viên") {
				return true
			}
		}
	}
	return false
}

// lead takes the body and level from a sentence that leads to a table without
// a title, and the day that its figures stand for.
func (g *grid) lead(first, last int32) {
	before := g.caption
	if g.title(first, last) && before == (meaning{}) {
		g.caption = meaning{body: g.caption.body, central: g.caption.central, level: g.caption.level}
	} else {
		g.caption = before
	}
}

// ofUnit takes the one other unit whose Party organisation a title names: "Kết quả
// bầu cử Đảng bộ xã X".
func (g *grid) ofUnit() {
	r := g.r
	for k := 1; k < len(r.items); k++ {
		it := &r.items[k]
		if it.place == "" || !r.organisationPlace(k) || r.items[k-1].last != it.first || r.t.Is(r.first, '(') {
			continue
		}
		if r.own(it.place) || strings.Contains(vn.Fold(r.t.Identity.Unit), vn.Fold(it.place)) || g.place != "" && g.place != it.place || k+1 < len(r.items) && r.items[k+1].first == it.last && (r.items[k+1].mark == ',' || r.items[k+1].c().link == "cut") {
			g.place, g.level = "", ""
			return
		}
		g.place, g.level = it.place, it.placeLevel
	}
}

// percentOnly reports whether a caption says that all figures are shares:
// "Tỷ lệ nữ trong cấp ủy (%)".
func (g *grid) percentOnly(c *cell) bool {
	return g.r.t.Is(c.last-1, ')') && g.r.t.Is(c.last-2, '%') && g.r.t.Is(c.last-3, '(')
}

// numbersOnly reports whether the figures that were read only number what they stand
// behind, if there are any: "(Cụm 2 - tính đến 31/5/2010)".
func (r *reader) numbersOnly() bool {
	for _, f := range r.figs {
		if f.first <= r.first || !ordinalNouns[r.t.Fold(f.first-1)] {
			return false
		}
	}
	return true
}

// ordinalNouns are words that a number behind them names.
var ordinalNouns = map[string]bool{"cụm": true, "biểu": true, "bảng": true, "nhóm": true, "đợt": true, "lục": true, "tổ": true, "số": true, "mẫu": true, "vùng": true, "kỳ": true, "lần": true}

// compares reports whether a line of a title only sets what the table tells against an
// earlier term: "Một số chỉ tiêu so với nhiệm kỳ trước".
func (g *grid) compares(from, to int32) bool {
	t := g.r.t
	for i := from; i+1 < to; i++ {
		if t.Fold(i) == "so" && (t.Fold(i+1) == "với" || t.Fold(i+1) == "sánh") {
			return true
		}
	}
	return false
}

// title adds one line to the caption.
func (g *grid) title(first, last int32) bool {
	if first >= last {
		return true
	}
	if topic, _ := g.r.x.scope.Range(g.r.t, first, last); topic != scope.In {
		return false
	}
	g.items(first, last)
	m := g.describe(g.r.items)
	m.org, m.place = false, ""
	if g.r.t.Is(first, '(') && slices.ContainsFunc(g.r.items, func(it item) bool { return it.when }) {
		m.phase = "" // "(Số liệu chốt ngày 5/9)" decides nothing
	}
	if m.phase == "previous" && g.compares(first, last) {
		m.phase = ""
	}
	g.ofUnit()
	for k := range g.r.items {
		if g.r.t.Is(first, '(') { // (Kèm theo Báo cáo … của Ban Thường vụ Tỉnh ủy)
			break
		}
		g.sends = g.sends || g.r.items[k].c().body == "upper_delegation"
		switch c := g.r.items[k].c(); {
		case !hasMembers(c.body) || c.use == "actor" || c.body == g.named:
		case g.named == "":
			g.named = c.body
		default:
			g.named = "several"
		}
	}
	if m.attr == "completed" || m.vacant || m.attr == "direct_election" {
		m.found, m.vacant = found{}, false
	}
	role := g.caption.role
	if c := (&cell{first: first, last: last}); role == noRole && g.percentOnly(c) {
		role = rolePercent
	}
	g.caption = g.caption.over(m)
	g.caption.role = role
	if g.asOf.IsZero() && g.r.numbersOnly() {
		g.asOf = g.r.headingDay()
	}
	g.r.s.asOf = report.Date{}
	return true
}
