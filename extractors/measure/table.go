package measure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Tables of statistics are read in three steps: the cells are laid out as a
// grid; the rows above the first row of figures are the head, whose cells say
// by the same cues as prose what a column counts; each row of figures is for
// the unit or the indicator that its first column names.

// widest and longestTable bound what one table may cost: the widest of the
// printed forms has under sixty columns, and a province has some six hundred
// grassroots organisations.
const (
	widest       = 200
	longestTable = 20000
)

// cell is one cell of the grid.
type cell struct {
	span        report.Span
	first, last int32 // tokens
	row, col    int
	rows, cols  int
	kind        cellKind
	value       float64
	digits      report.Span // of the number
	total       float64     // of N/M
	totalSpan   report.Span
	percent     bool
}

type cellKind uint8

const (
	blank cellKind = iota
	words
	figures
	dash
)

// column says what the figures of a column are.
type column struct {
	found
	body, phase string
	level       string
	central     bool
	percent     bool
	count       bool
	org         bool
	ballot      bool
	mean        bool
	number      bool // numbers the rows
	sure        bool // the head names a body or an attribute
	parent      int32
	heading     string
}

// grid is one table.
type grid struct {
	r       *reader
	cells   []cell
	at      [][]int32 // row, column → cell, -1 for none
	head    int       // the first row that is no head
	columns []column
	label   int // column of names
	caption column
	section column
	named   string // level or group of the section
}

// table reads the table whose first cell is block first.
func (r *reader) table(first int) {
	g := &grid{r: r}
	if !g.lay(first) {
		return
	}
	r.s = sentence{block: first}
	g.heads()
	if g.head == 0 || g.head >= len(g.at) {
		return
	}
	g.titles(first)
	g.columnsOf()
	if g.label < 0 {
		return
	}
	for row := g.head; row < len(g.at); row++ {
		g.row(row)
	}
}

// lay reads the cells of one table into a grid.
func (g *grid) lay(first int) bool {
	doc := g.r.t.Doc
	table := doc.Blocks[first].Cell.Table
	rows, cols := 0, 0
	for b := first; b < len(doc.Blocks); b++ {
		c := doc.Blocks[b].Cell
		if doc.Blocks[b].Kind != report.TableCell || c.Table != table {
			if doc.Blocks[b].Kind == report.PageHeader || doc.Blocks[b].Kind == report.PageFooter {
				continue
			}
			break
		}
		if n := len(g.cells); n > 0 && g.cells[n-1].row == c.Row && g.cells[n-1].col == c.Col {
			g.cells[n-1].span.End = doc.Blocks[b].End
		} else {
			g.cells = append(g.cells, cell{span: doc.Blocks[b].Span, row: c.Row, col: c.Col, rows: max(c.RowSpan, 1), cols: max(c.ColSpan, 1)})
		}
		rows, cols = max(rows, c.Row+max(c.RowSpan, 1)), max(cols, c.Col+max(c.ColSpan, 1))
	}
	if rows < 2 || cols < 2 || cols > widest || rows > longestTable {
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
		c.first, c.last = g.r.t.TokenAt(c.span.Start), g.r.t.TokenAt(c.span.End)
		g.kind(c)
		for y := c.row; y < min(rows, c.row+c.rows); y++ {
			for x := c.col; x < min(cols, c.col+c.cols); x++ {
				g.at[y][x] = int32(i)
			}
		}
	}
	return true
}

// kind reads a cell: empty, a dash, a figure, or words. Empty is not stated, a
// dash neither; 0 is a figure.
func (g *grid) kind(c *cell) {
	text := g.r.t.Doc.At(c.span)
	trimmed := strings.TrimSpace(text)
	start := c.span.Start + strings.Index(text, trimmed)
	switch {
	case trimmed == "":
		c.kind = blank
		return
	case strings.Trim(trimmed, "-–—−_./ ") == "":
		c.kind = dash
		return
	}
	number := strings.TrimSpace(strings.TrimSuffix(trimmed, "%"))
	c.percent = number != trimmed
	left, right, ratio := strings.Cut(number, "/")
	left = strings.TrimSpace(left)
	v, ok := grammar.ParseNumber(left)
	if !ok {
		c.kind = words
		return
	}
	c.kind, c.value = figures, v
	c.digits = report.Span{Start: start, End: start + len(left)}
	if ratio {
		right = strings.TrimSpace(right)
		m, ok := grammar.ParseNumber(right)
		if !ok || strings.Contains(right, "/") {
			c.kind = words
			return
		}
		c.total = m
		at := start + strings.LastIndex(trimmed, right)
		c.totalSpan = report.Span{Start: at, End: at + len(right)}
	}
}

// heads finds the rows of the head: all rows before the first one with a
// figure, but a row that numbers the columns, which belongs to it.
func (g *grid) heads() {
	for row := range g.at {
		figs, texts := 0, 0
		seen := int32(-1)
		for _, i := range g.at[row] {
			if i < 0 || i == seen || g.cells[i].row != row {
				continue
			}
			seen = i
			switch g.cells[i].kind {
			case figures:
				figs++
			case words:
				texts++
			case blank, dash:
			}
		}
		switch {
		case g.numbering(row):
			g.head = row + 1
			return
		case figs > 0 && g.yearsOnly(row):
		case figs > 0 || g.head > 0 && texts <= 2 && !g.spanned(row):
			return
		}
		g.head = row + 1
	}
}

// yearsOnly reports whether the figures of a row are terms or years, as in a
// head that compares two terms.
func (g *grid) yearsOnly(row int) bool {
	for _, i := range g.at[row] {
		if i >= 0 && g.cells[i].kind == figures && (g.cells[i].value < 1930 || g.cells[i].value > 2100 || g.cells[i].span.Len() != 4) {
			return false
		}
	}
	return true
}

// spanned reports whether a head cell above reaches over several columns, so
// that this row still belongs to the head.
func (g *grid) spanned(row int) bool {
	for _, i := range g.at[row] {
		if i >= 0 && g.cells[i].row < row {
			return true
		}
	}
	for _, i := range g.at[row-1] {
		if i >= 0 && g.cells[i].cols > 1 && g.cells[i].cols < len(g.at[row]) && g.cells[i].row == row-1 {
			return true
		}
	}
	return false
}

// numbering reports whether a row numbers the columns: 1, 2, 3 … or (1), (2).
func (g *grid) numbering(row int) bool {
	n, next := 0, -1.0
	for _, i := range g.at[row] {
		if i < 0 || g.cells[i].kind == blank {
			continue
		}
		c := &g.cells[i]
		v := c.value
		if c.kind != figures {
			w := strings.Trim(g.r.t.Doc.At(c.span), "() ")
			if len(w) == 1 && w[0] >= 'A' && w[0] <= 'E' && n == 0 {
				continue
			}
			f, ok := grammar.ParseNumber(w)
			if !ok {
				return false
			}
			v = f
		}
		if next >= 0 && v != next {
			return false
		}
		next = v + 1
		n++
	}
	return n >= 3 && next-float64(n) <= 3
}

// titles reads the caption: the heading or paragraph right before the table,
// and a merged first row.
func (g *grid) titles(first int) {
	r := g.r
	g.caption.body = r.d.body
	if r.d.age > longest {
		g.caption.body = ""
	}
	for b := first - 1; b >= 0 && b >= first-3; b-- {
		block := &r.t.Doc.Blocks[b]
		if block.Kind == report.TableCell {
			break
		}
		if block.Len() > 400 {
			break
		}
		g.read2(r.t.TokenAt(block.Start), r.t.TokenAt(block.End))
		c := g.describe(r.items)
		if c.body != "" {
			g.caption.body = c.body
		}
		if g.caption.phase == "" {
			g.caption.phase = c.phase
		}
		if c.level != "" && g.caption.level == "" {
			g.caption.level = c.level
		}
		if g.caption.attr == "" {
			g.caption.found = c.found
		}
		if !r.s.asOf.IsZero() {
			r.d.asOf = r.s.asOf
		}
		if c.body != "" || c.level != "" {
			break
		}
	}
}

// read2 reads a range of tokens as items without the figures' bookkeeping.
func (g *grid) read2(first, last int32) {
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

// columnsOf says what each column counts, from the path of its head cells.
func (g *grid) columnsOf() {
	g.columns = make([]column, len(g.at[0]))
	g.label = -1
	for x := range g.columns {
		g.columns[x] = g.columnAt(x)
	}
	for x := range g.columns {
		if g.columns[x].number {
			continue
		}
		texts, figs := 0, 0
		for row := g.head; row < len(g.at); row++ {
			if i := g.at[row][x]; i >= 0 && g.cells[i].cols == 1 {
				switch g.cells[i].kind {
				case words:
					texts++
				case figures:
					figs++
				case blank, dash:
				}
			}
		}
		if texts > figs || texts > 0 && x == 0 {
			g.label = x
			break
		}
	}
	g.shares()
}

// columnAt reads the head of one column.
func (g *grid) columnAt(x int) column {
	r := g.r
	var items []item
	var c column
	heading, seen := "", int32(-1)
	r.d.heading = ""
	for row := range g.head {
		i := g.at[row][x]
		if i < 0 || i == seen || g.cells[i].cols >= len(g.at[0]) {
			continue
		}
		seen = i
		cell := &g.cells[i]
		role := r.x.heads[vn.Fold(strings.TrimSpace(strings.Trim(r.t.Doc.At(cell.span), "*:. ")))]
		switch role {
		case "number":
			c.number = true
		case "percent":
			c.percent = true
		case "count":
			c.count = true
		case "planned", "nominated", "actual", "previous", "target":
			c.phase = role
		case "people":
			c.attr, c.qual = "other", strings.TrimSpace(r.t.Doc.At(cell.span))
		}
		g.read2(cell.first, cell.last)
		for k := range r.items {
			switch r.items[k].c().form {
			case "age":
				heading = "age_band"
			case "school":
				heading = "education"
			case "theory":
				heading = "theory"
			}
		}
		r.d.heading = heading
		if heading == "age_band" { // read again: bare bounds are ages now
			g.read2(cell.first, cell.last)
		}
		if row+1 < g.head || role == "" {
			c.parent = i
		}
		for j := cell.first; j < cell.last; j++ {
			if r.t.Is(j, '%') {
				c.percent = true
			}
		}
		items = append(items, r.items...)
		if y, ok := g.term(cell); ok && c.phase == "" && r.t.Identity.Start > 0 && y < r.t.Identity.Start {
			c.phase = "previous"
		}
	}
	d := g.describe(items)
	d.number, d.percent, d.count, d.parent, d.heading = c.number, c.percent || d.percent, c.count, c.parent, heading
	if c.phase != "" {
		d.phase = c.phase
	}
	if c.attr == "other" {
		d.attr, d.qual, d.form, d.sure = c.attr, c.qual, "", true
	}
	r.d.heading = ""
	return d
}

// term returns the first year of a term that a head cell names.
func (g *grid) term(c *cell) (int, bool) {
	for i := c.first; i < c.last; i++ {
		if v, ok := grammar.ParseNumber(g.r.t.Word(i)); ok && v > 1990 && v < 2100 {
			return int(v), true
		}
	}
	return 0, false
}

// describe says what the items of head cells, a label or a caption mean.
func (g *grid) describe(items []item) column {
	r := g.r
	var c column
	r.items = items
	for k := len(items) - 1; k >= 0; k-- {
		it := &items[k]
		cue := it.c()
		switch {
		case it.band != "":
			c.band = it.band
			if c.attr == "" {
				c.attr, c.qual, c.at = "age_band", it.band, k
			}
		default:
			r.take(&c.found, cue, k)
		}
		if cue.form == "org" || cue.form == "orgweak" {
			c.found.attr, c.org = "completed", true
		}
		if cue.form == "ballot" && c.attr == "" {
			c.found.attr, c.ballot = cue.attr, true
		}
		if cue.org && cue.party && c.body == "" {
			c.org = true
		}
		if cue.body != "" && cue.use != "organ" && (cue.use != "actor" || cue.central) && c.body == "" {
			c.body, c.central = cue.body, cue.central
		}
		if cue.form == "delegate" && c.body == "" {
			c.body = "delegate"
		}
		if l := r.levelWord(k); l != "" && c.level == "" && (cue.strength != "" && cue.strength != "weak" || cue.org || cue.body != "" && !cue.central) {
			c.level = l
		}
		if cue.phase != "" && c.phase == "" && cue.reach != "verb" && cue.reach != "future" && cue.reach != "demand" && cue.reach != "aim" {
			c.phase = cue.phase
		}
	}
	if c.form == "mean" {
		c.mean = true
	}
	c.sure = c.body != "" || c.attr != "" || c.org
	return c
}

// shares gives a column of shares without words of its own the meaning of the
// counts beside it.
func (g *grid) shares() {
	for x := 1; x < len(g.columns); x++ {
		c, p := &g.columns[x], &g.columns[x-1]
		if !c.percent || p.number || x-1 == g.label {
			continue
		}
		if c.attr == "" && p.attr != "" || !c.sure && p.sure {
			c.found, c.org, c.ballot = p.found, p.org, p.ballot
			if c.body == "" {
				c.body, c.central = p.body, p.central
			}
			if c.phase == "" {
				c.phase = p.phase
			}
			c.sure = p.sure
		}
	}
}

// row reads one row below the head.
func (g *grid) row(row int) {
	r := g.r
	i := g.at[row][g.label]
	if g.repeated(row) {
		return
	}
	figs := 0
	for x, j := range g.at[row] {
		if j >= 0 && g.cells[j].kind == figures && !g.columns[x].number && x != g.label {
			figs++
		}
	}
	if i < 0 || g.cells[i].kind != words && figs == 0 {
		return
	}
	cell := &g.cells[i]
	if cell.kind != words { // a merged or missing name: look for words to the left
		for x := range g.label {
			if j := g.at[row][x]; j >= 0 && g.cells[j].kind == words {
				cell = &g.cells[j]
			}
		}
		if cell.kind != words {
			return
		}
	}
	name := strings.TrimSpace(r.t.Doc.At(cell.span))
	total := r.x.heads[vn.Fold(strings.Trim(name, ":. "))] == "total" || strings.HasPrefix(vn.Fold(name), "tổng cộng") || strings.HasPrefix(vn.Fold(name), "tổng số (")
	g.read2(cell.first, cell.last)
	items := append([]item(nil), r.items...)
	if cell.cols >= len(g.at[row])-1 || figs == 0 || g.roman(row) {
		g.sectionOf(items)
		if figs == 0 {
			return
		}
		if !total {
			g.figuresOf(row, "", g.named, column{})
			return
		}
	}
	if total {
		g.figuresOf(row, "", "", column{})
		return
	}
	d := g.describe(items)
	place, level := g.placeOf(name, items)
	if d.sure && place == "" {
		g.figuresOf(row, "", d.level, d)
		return
	}
	if place == "" {
		place = g.plain(name)
	}
	g.figuresOf(row, place, level, column{})
}

// repeated reports whether a row repeats the head, as on a new page.
func (g *grid) repeated(row int) bool {
	if g.numbering(row) {
		return true
	}
	same, n := 0, 0
	for x, j := range g.at[row] {
		k := g.at[0][x]
		if j < 0 || k < 0 || g.cells[j].kind != words {
			continue
		}
		n++
		for h := range g.head {
			if k = g.at[h][x]; k >= 0 && g.r.t.Doc.At(g.cells[j].span) == g.r.t.Doc.At(g.cells[k].span) {
				same++
				break
			}
		}
	}
	return n >= 2 && same == n
}

// roman reports whether the row is numbered with a Roman numeral or a letter:
// a section.
func (g *grid) roman(row int) bool {
	for x := range g.columns {
		if !g.columns[x].number {
			continue
		}
		if j := g.at[row][x]; j >= 0 && g.cells[j].kind == words {
			w := strings.Trim(g.r.t.Doc.At(g.cells[j].span), ". ")
			if _, ok := vn.Roman(w); ok {
				return true
			}
			return len(w) == 1 && w[0] >= 'A' && w[0] <= 'H'
		}
	}
	return false
}

// sectionOf remembers what a section row says of the rows below.
func (g *grid) sectionOf(items []item) {
	g.section = g.describe(items)
	g.named = g.section.level
	if !g.section.sure {
		g.section = column{}
	}
}

// placeOf returns the unit that a row is for, with its level.
func (g *grid) placeOf(name string, items []item) (string, string) {
	for k := range items {
		if items[k].place != "" {
			if g.r.own(items[k].place) {
				return g.plain(name), ""
			}
			return items[k].place, items[k].placeLevel
		}
	}
	return "", ""
}

// plain is the name of a unit as written, without "Đảng bộ".
func (g *grid) plain(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	for _, lead := range []string{"Đảng bộ ", "ĐẢNG BỘ ", "Đảng ủy ", "Đảng uỷ ", "ĐB ", "Đ/b "} {
		if rest, ok := strings.CutPrefix(name, lead); ok && rest != "" {
			return rest
		}
	}
	return name
}

// figuresOf emits the figures of a row. d is what the row's own label says
// besides the place.
func (g *grid) figuresOf(row int, place, level string, d column) {
	seen := int32(-1)
	for x, j := range g.at[row] {
		if j < 0 || j == seen || x == g.label || g.cells[j].row != row || g.columns[x].number {
			continue
		}
		seen = j
		if c := &g.cells[j]; c.kind == figures {
			g.emit(c, x, place, level, d)
		}
	}
}

// emit makes the rows of one cell.
func (g *grid) emit(c *cell, x int, place, level string, d column) {
	r := g.r
	col := g.columns[x]
	m := measure{place: place, level: level}
	found := col.found
	heading := col.heading
	if found.attr == "" && d.attr != "" {
		found = d.found
	}
	if found.attr == "" && !col.org && g.section.attr != "" {
		found = g.section.found
	}
	m.body = first(col.body, d.body, g.section.body)
	org := col.org || d.org || g.section.org && m.body == ""
	guess := false
	if (m.body == "vote" || m.body == "" && g.section.body == "vote") && person(place) {
		place, m.place = "", ""
	}
	switch {
	case org && m.body == "" || found.attr == "completed":
		m.body = "organization"
	case col.ballot || d.ballot:
		m.body = "vote"
	case m.body == "":
		counting := col.count || col.phase != ""
		if !col.sure && !d.sure && found.attr == "" && !counting {
			return
		}
		m.body = g.bodyLeft(x)
		if m.body == "" && counting {
			m.body = g.bodyRight(x)
		}
		if m.body == "" && !col.sure && !d.sure && found.attr == "" && g.caption.body == "" {
			return
		}
		if m.body == "" {
			m.body = g.caption.body
		}
		guess = true
		if m.body == "" || m.body == "organization" {
			m.body = "committee"
		}
	}
	r.d.heading = heading
	fake := &group{end: len(r.items), right: len(r.items), headAt: -1}
	items := r.items
	r.items = nil
	fake.end, fake.right = 0, 0
	attr, qual, stat := "total", "", "count"
	if found.attr != "" && found.attr != "total" {
		if found.attr == "ethnic_minority" || found.attr == "completed" || col.ballot {
			attr = found.attr
		} else {
			attr, qual, stat = r.settle(fake, found)
		}
	}
	r.items = items
	r.d.heading = ""
	if m.body == "vote" && attr == "total" {
		attr = "approval"
	}
	if attr == "elected" && m.body != "delegate" && m.body != "upper_delegation" {
		attr = "total"
	}
	m.attr, m.qual = attr, qual
	m.phase = first(col.phase, d.phase, g.section.phase, g.caption.phase)
	if m.phase == "" || m.body == "organization" || m.body == "party_member" {
		m.phase = "actual"
	}
	m.central = col.central
	if m.level == "" {
		m.level = first(col.level, d.level, g.section.level, g.named, g.caption.level)
	}
	if m.level == "" {
		m.level = r.d.level
	}
	if m.level == "" && place != "" {
		m.level = r.below()
	}
	if m.level == "" {
		m.level = r.t.Identity.Level
	}
	if guess {
		m.doubts = append(m.doubts, "table_header_guess")
	}
	if (c.percent || col.percent) && stat == "count" {
		stat = "percent"
	}
	g.put(c, m, stat, x)
}

// person reports whether a row is for a person rather than a unit: two to five
// words, each with a capital.
func person(name string) bool {
	words := strings.Fields(name)
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 5
}

// bodyRight returns the body of the next column that has one: what was decided
// and listed stands before what was elected.
func (g *grid) bodyRight(x int) string {
	for x++; x < len(g.columns); x++ {
		switch b := g.columns[x].body; b {
		case "committee", "standing_committee", "secretary", "deputy_secretary", "inspection_committee", "delegate", "upper_delegation":
			return b
		}
	}
	return ""
}

// bodyLeft returns the body of the nearest column to the left that has one of
// its own: attributes follow the body that they belong to.
func (g *grid) bodyLeft(x int) string {
	for x--; x >= 0; x-- {
		switch b := g.columns[x].body; b {
		case "committee", "standing_committee", "secretary", "deputy_secretary", "inspection_committee", "delegate", "upper_delegation":
			return b
		}
	}
	return ""
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// put emits the rows of a cell.
func (g *grid) put(c *cell, m measure, stat string, x int) {
	r := g.r
	fact := func(stat string, value float64, span report.Span) report.Fact {
		f := report.Fact{Table: "measures", Rule: r.x.id + "/table", Span: span}
		for _, p := range [][2]string{{"body", m.body}, {"attribute", m.attr}, {"phase", m.phase}, {"stat", stat}, {"bound", "eq"}, {"qualifier", m.qual}, {"place", m.place}, {"level", m.level}} {
			f.Set(p[0], report.Text(p[1]))
		}
		f.Set("value", report.Number(value))
		if !r.d.asOf.IsZero() && m.phase == "actual" {
			f.Set("as_of", report.Day(r.d.asOf))
		}
		if m.place != "" || m.level != "" {
			f.Derived = "head of column " + g.headText(x)
		}
		for _, d := range m.doubts {
			f.Doubt(d)
		}
		return f
	}
	f := fact(stat, c.value, c.digits)
	if stat == "percent" && x > 0 {
		g.compare(&f, c, x, m)
	}
	r.put(f)
	if c.total > 0 {
		r.put(fact("ratio_total", c.total, c.totalSpan))
	}
	if m.attr == "total" && stat == "count" && m.phase == "actual" {
		r.d.totals[m.body+m.place+m.level] = c.value
	}
}

// headText is the text of the lowest head cell of a column.
func (g *grid) headText(x int) string {
	for row := g.head - 1; row >= 0; row-- {
		if i := g.at[row][x]; i >= 0 && g.cells[i].kind == words {
			return strings.Join(strings.Fields(g.r.t.Doc.At(g.cells[i].span)), " ")
		}
	}
	return ""
}

// compare checks a share in a table against the count to its left and the
// total of the row.
func (g *grid) compare(f *report.Fact, c *cell, x int, m measure) {
	j := g.at[c.row][x-1]
	total := g.r.d.totals[m.body+m.place+m.level]
	if j < 0 || g.cells[j].kind != figures || g.columns[x-1].attr != g.columns[x].attr || total <= 0 || g.cells[j].value > total || m.attr == "total" {
		return
	}
	f.Set("base", report.Text(m.body+".total="+number(total)))
	f.Set("check", report.Text(agree(g.cells[j].value/total*100, c.value, decimals(g.r.t.Doc.At(c.digits)))))
}
