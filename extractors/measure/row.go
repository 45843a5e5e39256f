package measure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/vn"
)

// label is what one row below the head is about.
type label struct {
	skip    bool
	total   bool
	part    bool // the total of one section
	meaning      // of an indicator; place and placeLevel of a unit
	unit    bool
	section meaning // of the rows it stands in
}

// rowsOf describes all rows.
func (g *grid) rowsOf() {
	g.rows = make([]label, len(g.at))
	var section, lead meaning
	for row := g.head; row < len(g.at); row++ {
		l := g.labelOf(row, section)
		_, figs, wide := g.begin(row)
		if !l.skip && !l.total && (g.fills(wide) || figs == 0 || g.lettered(row)) {
			section, lead = g.sectionOf(l), meaning{}
		}
		if figs == 0 {
			l.skip = true
		}
		l.section = section
		if l.part {
			l.skip = true
		}
		if !l.skip && !l.unit && !l.total {
			l.meaning, lead = l.follow(lead), l.follow(lead)
		}
		g.rows[row] = l
	}
	g.totalsOfSections()
}

// totalsOfSections leaves out the totals of sections where the table has one of its
// own: the row whose words say most that it is over all, or that is the first of the
// table or follows on another total; or where each ends rows of units. What a section adds up to is no figure of the
// document's unit, nor of any other.
func (g *grid) totalsOfSections() {
	most, alone, totals := 0, -1, 0
	var over []int // rows that stand where a total over all stands
	units := false
	for row := g.head; row < len(g.rows); row++ {
		switch l := &g.rows[row]; {
		case l.unit && !l.skip && !g.lettered(row):
			units = true
		case l.total && (!l.skip || l.part):
			if !l.part {
				totals++
				if w := g.overAll(row); w > most {
					most, alone = w, row
				} else if w == most {
					alone = -1
				}
				if !units {
					over = append(over, row)
				}
			}
			units = false
		}
	}
	if totals == 0 {
		g.onlyTotal()
	}
	if totals < 2 || most == 0 {
		return
	}
	if alone < 0 && len(over) == 1 {
		alone = over[0]
	}
	if alone < 0 && len(over) > 0 {
		return
	}
	for row := g.head; row < len(g.rows); row++ {
		if l := &g.rows[row]; l.total && row != alone {
			l.part, l.skip = true, true
		}
	}
}

// onlyTotal makes the one total of a table that of all its rows, also where it names the
// group that they are: "Cộng cụm" below the communes of a cluster.
func (g *grid) onlyTotal() {
	only := -1
	for row := g.head; row < len(g.rows); row++ {
		switch l := &g.rows[row]; {
		case l.part && only < 0:
			only = row
		case l.part, g.lettered(row), l.skip && !g.repeated(row):
			return
		}
	}
	if only >= 0 {
		g.rows[only].part, g.rows[only].skip = false, false
	}
}

// overAll says how surely a total is over the whole table: "Toàn huyện" and "Tổng cộng"
// more than "Tổng", that more than "Cộng".
func (g *grid) overAll(row int) int {
	for _, x := range g.names(row) {
		switch text := vn.Fold(g.text(g.cell(row, x))); {
		case strings.HasPrefix(text, "toàn "), strings.HasPrefix(text, "tổng cộng"):
			return 3
		case strings.HasPrefix(text, "tổng"):
			return 2
		case strings.HasPrefix(text, "cộng"):
			return 1
		}
	}
	return 0
}

// sumsUpPart reports whether a label is of the total of a section: "Cộng khối xã",
// "Tổng cộng mục I", "Cộng II".
func (g *grid) sumsUpPart(c *cell) bool {
	text := g.text(c)
	first, rest, _ := strings.Cut(text, " ")
	if vn.Fold(first) == "tổng" {
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "cộng "), "số ")
	} else if vn.Fold(first) != "cộng" {
		return false
	}
	word, _, _ := strings.Cut(rest, " ")
	switch vn.Fold(word) {
	case "khối", "mục", "phần", "nhóm", "cụm":
		return true
	}
	_, roman := vn.Roman(strings.Trim(word, "().:"))
	return roman
}

// follow gives an attribute without a body the body of the rows above it, and
// a row of shares all that the row above says.
func (l *label) follow(lead meaning) meaning {
	m := l.meaning
	if m.role == rolePercent && m.attr == "" {
		m.found, m.org, m.vacant = lead.found, lead.org, lead.vacant
	}
	if m.body == "" && !m.org {
		m.body, m.central, m.level = lead.body, lead.central, first(m.level, lead.level)
	}
	m.sure = m.sure || m.role == rolePercent && lead.sure
	return m
}

// labelOf reads the names of one row.
func (g *grid) labelOf(row int, section meaning) label {
	if g.repeated(row) {
		return label{skip: true}
	}
	l := label{skip: true}
	names, group := g.names(row), ""
	for n, x := range names {
		c := g.cell(row, x)
		m := g.path([]*cell{c}, section.heading)
		switch {
		case g.sumsUpPart(c):
			return label{total: true, part: true}
		case m.role == roleTotal || g.sumsUp(c):
			return label{total: true}
		case x < g.unitsAt && slices.Contains(names, g.unitsAt) && c.col+c.cols <= g.unitsAt:
			group = m.level
		case (n == 0 || x == g.unitsAt) && g.isUnit(c, &m, x):
			l = label{unit: true}
			l.person = g.columns[x].person
			l.place, l.placeLevel = g.unitName(c, &m)
			l.placeLevel = first(l.placeLevel, group)
		case m.sure || m.level != "" || m.phase != "" || m.role != noRole || m.heading != section.heading:
			l.skip = false
			m.place, m.placeLevel = l.place, l.placeLevel
			l.meaning = m.over(l.meaning)
		}
	}
	return l
}

// names returns the columns whose cells name a row: a cell that reaches over
// the number too stands for the first of them.
func (g *grid) names(row int) []int {
	var out []int
	for _, x := range g.labels {
		if g.cell(row, x).kind == words {
			out = append(out, x)
		}
	}
	if len(out) == 0 && g.labels[0] > 0 && g.cell(row, 0).kind == words {
		out = append(out, 0)
	}
	return out
}

// sumsUp reports whether a label is of a total: "Tổng cộng (I+II)", "Cộng".
func (g *grid) sumsUp(c *cell) bool {
	text := vn.Fold(g.text(c))
	for _, lead := range []string{"tổng cộng", "tổng số (", "tổng (", "cộng (", "cộng:", "toàn tỉnh", "toàn thành phố", "toàn huyện", "toàn quận", "toàn thị xã", "toàn xã", "toàn phường", "toàn đảng bộ"} {
		if strings.HasPrefix(text, lead) {
			return true
		}
	}
	rest, ok := strings.CutPrefix(text, "cộng ")
	return ok && rest != "" && rest[0] >= '0' && rest[0] <= '9' // "Cộng 4 đơn vị"
}

// isUnit reports whether a label names a unit rather than an indicator.
func (g *grid) isUnit(c *cell, m *meaning, x int) bool {
	if strings.HasPrefix(vn.Fold(g.text(c)), "khối ") {
		return true
	}
	r := g.r
	begins, covered, whole := false, true, false
	g.items(c.first, c.last)
	first := r.firstWord()
	for i, k := first, 0; i < c.last; i++ {
		for k < len(r.items) && r.items[k].last <= i {
			k++
		}
		in := k < len(r.items) && r.items[k].first <= i && r.items[k].place == ""
		if in && i == first {
			begins = r.items[k].c().body != "" || r.items[k].c().isAttr() || r.items[k].band != ""
			whole = r.items[k].last == c.last
		}
		if t := &r.t.Tokens[i]; !in && t.Kind == 0 && (t.Upper || i == first) {
			covered = false
		}
	}
	switch {
	case m.org && m.body == "" && m.attr == "":
		return !whole
	case begins && (covered || !g.columns[x].units), covered && (m.sure || m.level != "" || m.phase != "" || m.role != noRole):
		return false
	case m.place != "", g.columns[x].units:
		return true
	}
	t := &r.t.Tokens[min(first, c.last-1)]
	return t.Upper && !m.sure
}

// firstWord returns the first token of what was read that is no number or mark
// of a list.
func (r *reader) firstWord() int32 { return r.begin }

// findFirst finds it.
func (r *reader) findFirst() int32 {
	i := r.first
	if r.labelled > 0 && r.labelled < 4 {
		i += 2
	}
	for i < r.last-1 && r.t.Tokens[i].Kind != 0 {
		i++
	}
	return i
}

// unitName returns the name of a unit and its level: a province by its
// canonical name, another unit as written, without "Đảng bộ"; nothing for the
// document's own organisation.
func (g *grid) unitName(c *cell, m *meaning) (name, level string) {
	name, level = plainName(g.text(c)), first(m.placeLevel, m.level)
	if m.org && name == g.text(c) { // Chi bộ Trường Tiểu học
		level = m.level
	}
	if strings.EqualFold(vn.Fold(name), vn.Fold(plainName(g.r.t.Identity.Unit))) {
		return "", g.r.t.Identity.Level
	}
	if m.placeLevel == "province" {
		return m.place, level
	}
	return name, level
}

// plainName is the name of a unit as written, without the Party's own words.
func plainName(name string) string {
	for _, lead := range []string{"đảng bộ ", "đảng ủy ", "đảng uỷ ", "đb ", "đ/b "} {
		if len(name) > len(lead) && strings.EqualFold(name[:len(lead)], lead) {
			return strings.TrimSpace(name[len(lead):])
		}
	}
	return name
}

// lettered reports whether a row is numbered with a Roman numeral or a letter:
// a section.
func (g *grid) lettered(row int) bool {
	for x := range g.columns {
		c := g.cell(row, x)
		if c.kind != words || x > g.labels[0] {
			continue
		}
		w, _, dotted := strings.Cut(g.text(c), ".")
		if g.columns[x].role != roleNumber && !dotted {
			continue
		}
		if _, ok := vn.Roman(w); ok || len(w) == 1 && w[0] >= 'A' && w[0] <= 'H' {
			return true
		}
	}
	return false
}

// sectionOf is what a section row says of the rows below.
func (g *grid) sectionOf(l label) meaning {
	m := l.meaning
	if !l.unit || strings.HasPrefix(vn.Fold(l.place), "khối") {
		m.level = first(m.level, l.placeLevel)
	}
	m.place, m.placeLevel, m.role = "", "", noRole
	return m
}

// unitColumns makes columns with a name and no meaning units, where the rows
// are indicators: a transposed table.
func (g *grid) unitColumns() {
	indicators, units := 0, 0
	for row := g.head; row < len(g.rows); row++ {
		switch l := &g.rows[row]; {
		case l.skip, l.total:
		case l.unit:
			units++
		default:
			indicators++
		}
	}
	if indicators <= units {
		return
	}
	for x := range g.columns {
		m := &g.columns[x]
		if m.sure || m.role != noRole || m.phase != "" || m.level != "" && m.place == "" || g.isLabel(x) {
			continue
		}
		for row := g.head - 1; row >= 0; row-- {
			if c := g.cell(row, x); c.kind == words && c.cols < len(g.at[0]) {
				if t := &g.r.t.Tokens[c.first]; t.Upper {
					m.place, m.placeLevel = g.unitName(c, m)
					m.named = true
				}
				break
			}
		}
	}
}

// commonLevel is the level of the units that a table's totals are over.
func (g *grid) commonLevel() string {
	level := ""
	agree := func(l string) bool {
		if level == "" {
			level = l
		}
		return l == level
	}
	for row := g.head; row < len(g.rows); row++ {
		if l := &g.rows[row]; l.unit && !l.skip && !agree(g.unitLevel(l.place, l.placeLevel)) {
			return ""
		}
	}
	for x := range g.columns {
		if m := &g.columns[x]; m.named && !agree(g.unitLevel(m.place, m.placeLevel)) {
			return ""
		}
	}
	return level
}

// unitLevel is the level of a unit: stated by its type word, by the head of
// the column of names, or one below the document's.
func (g *grid) unitLevel(place, level string) string {
	if place == "" && level != "" {
		return level
	}
	if ofHamlet(place) {
		return "cell"
	}
	return first(level, g.columns[g.unitsAt].level, g.r.below())
}

// ofHamlet reports whether a unit is the cell of a hamlet or quarter, which is one below the grassroots: "Chi bộ ấp
// Mỹ Phú".
func ofHamlet(place string) bool {
	rest, ok := strings.CutPrefix(vn.Fold(place), "chi bộ ")
	if !ok {
		return false
	}
	kind, _, _ := strings.Cut(rest, " ")
	switch kind {
	case "ấp", "thôn", "xóm", "bản", "khóm", "buôn", "làng", "bon":
		return true
	}
	return strings.HasPrefix(rest, "khu phố") || strings.HasPrefix(rest, "khu dân cư") || strings.HasPrefix(rest, "tổ dân phố")
}

// personName reports whether a name is a person's rather than a unit's: two to
// five words, each with a capital.
func personName(name string) bool {
	words := strings.Fields(name)
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 5
}
