package measure

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scope"
	"github.com/tongket/tongket/pipeline/vn"
)

// columnsOf describes each column by the path of its head cells and finds the
// columns of names.
func (g *grid) columnsOf() {
	g.columns = make([]meaning, len(g.at[0]))
	for x := range g.columns {
		g.columns[x] = g.columnAt(x)
	}
	g.glued()
	g.labelColumns()
	g.unitsAt = g.unitColumn()
	g.cellColumns()
	g.delegateColumns()
	g.shares()
	g.differences()
	g.ages()
}

// delegateColumns tells the columns of delegates apart: those who go to a congress above from those of the own one or from the
// bodies that it elected ("Đại biểu dự đại hội | BCH | Đại biểu dự Đại hội tỉnh"), and those who came from those who were summoned
// ("Đại biểu triệu tập | Đại biểu dự").
func (g *grid) delegateColumns() {
	called, others := false, false
	for x := range g.columns {
		switch b := g.columns[x].body; {
		case b == "delegate":
			called = called || g.headSays(x, "triệu", "tập")
			others = others || g.congressAbove(x) == ""
		case isSeats(b):
			others = true
		}
	}
	for x := range g.columns {
		m := &g.columns[x]
		if m.body == "" && called && x > 0 && g.columns[x-1].body == "delegate" && g.headSays(x-1, "triệu", "tập") && g.bareHead(x) {
			m.body, m.sure = "delegate", true // "Triệu tập | Dự"
		}
		if m.body != "delegate" || g.isLabel(x) {
			continue
		}
		switch {
		case g.congressAbove(x) != "":
			if others {
				m.body = "upper_delegation"
			}
		case called && (m.attr == "" || m.attr == "total") && !g.headSays(x, "triệu", "tập") && g.came(x):
			m.attr, m.qual = "other", "có mặt"
		}
	}
}

// came reports whether the head of a column counts those who came: "Đại biểu dự", "Số đại biểu tham dự".
func (g *grid) came(x int) bool {
	c := g.lowest(x)
	if c == nil {
		return false
	}
	for i := c.first; i < c.last; i++ {
		switch g.r.t.Fold(i) {
		case "dự":
			return g.r.t.Fold(i+1) != "kiến" && g.r.t.Fold(i+1) != "khuyết" && g.r.t.Fold(i-1) != "không"
		case "mặt":
			return g.r.t.Fold(i-1) == "có"
		}
	}
	return false
}

// bareHead reports whether the head of a column says no more than that somebody came.
func (g *grid) bareHead(x int) bool {
	switch vn.Fold(g.headText(x)) {
	case "dự", "tham dự", "có mặt", "đến dự", "về dự", "dự đại hội":
		return true
	}
	return false
}

// headSays reports whether two words stand in a row in the lowest head cell of a column.
func (g *grid) headSays(x int, first, second string) bool {
	c := g.lowest(x)
	for i := int32(0); c != nil && c.first+i+1 < c.last; i++ {
		if g.r.t.Fold(c.first+i) == first && g.r.t.Fold(c.first+i+1) == second {
			return true
		}
	}
	return false
}

// congressAbove returns the level of the congress that the head of a column names and that is no lower than the document's own
// organisation, which those in its rows send delegates to; "" for none.
func (g *grid) congressAbove(x int) string {
	c := g.lowest(x)
	if c == nil {
		return ""
	}
	r := g.r
	r.first, r.last = c.first, c.last
	for i := c.first; i < c.last; i++ {
		next, ok := r.congressAttended(i)
		if !ok {
			continue
		}
		if r.t.Fold(next) == "đảng" && r.t.Fold(next+1) == "bộ" {
			next += 2
		} else if r.t.Word(next) == "ĐB" {
			next++
		}
		if next >= c.last {
			return ""
		}
		level := ""
		switch r.t.Fold(next) {
		case "cấp":
			if r.t.Fold(next+1) == "trên" && (next+2 >= c.last || r.t.Fold(next+2) != "cơ" && r.t.Fold(next+2) != "trực") {
				return "above"
			}
			if next+1 < c.last && (r.t.Fold(next+1) == "tỉnh" || r.t.Fold(next+1) == "huyện") {
				level = unitLevels[r.t.Fold(next+1)]
			}
		default:
			level = unitLevels[r.t.Fold(next)]
		}
		if level != "" && rank(level) >= rank(r.t.Identity.Level) {
			return level
		}
		return ""
	}
	return ""
}

// unitLevels are levels by the first word of the unit whose congress it is, folded.
var unitLevels = map[string]string{
	"tỉnh": "province", "thành": "province", "tp": "province", "huyện": "upper_grassroots", "quận": "upper_grassroots", "khối": "upper_grassroots", "thị": "upper_grassroots", "xã": "grassroots", "phường": "grassroots", "toàn": "central",
}

// cellColumns gives the columns that count cells their level, and those that tell of the same
// organisations the level of the column that counts them: "Chi bộ | Đã đại hội | Tỷ lệ".
func (g *grid) cellColumns() {
	level := ""
	for x := range g.columns {
		m := &g.columns[x]
		switch {
		case g.isLabel(x) || m.role == roleNumber:
		case m.attr == "completed" && m.level == "":
			m.level = level
		case m.org && m.body == "" && m.level == "":
			if w := vn.Fold(g.headText(x)); w == "chi bộ" || w == "số chi bộ" || w == "tổng số chi bộ" {
				if !g.besideKinds(x) {
					m.level = "cell"
				}
			}
			level = m.level
		case m.org:
			level = m.level
		case m.body != "":
			level = ""
		}
	}
}

// besideKinds reports whether the columns beside one that counts cells count the Party
// organisations of the other kind, so that both are of one level.
func (g *grid) besideKinds(x int) bool {
	for _, y := range []int{x - 1, x + 1} {
		if y >= 0 && y < len(g.columns) && !g.isLabel(y) {
			if w := vn.Fold(g.headText(y)); strings.HasPrefix(w, "đảng bộ") || strings.HasPrefix(w, "số đảng bộ") {
				return true
			}
		}
	}
	return false
}

// columnAt reads the head of one column; one about something else than a
// congress is left without a meaning.
func (g *grid) columnAt(x int) meaning {
	var path []*cell
	for row := range g.head {
		c := g.cell(row, x)
		if c.row != row || c.cols >= len(g.at[0]) || c.kind == blank || g.numbering(row) {
			continue
		}
		if topic, _ := g.r.x.scope.Range(g.r.t, c.first, c.last); topic != scope.In {
			return meaning{}
		}
		path = append(path, c)
	}
	if len(path) > 0 && g.otherThing(path[len(path)-1]) {
		return meaning{}
	}
	m := g.path(path, "")
	if len(path) > 0 {
		g.parts(&m, path[len(path)-1])
		if m.org && m.attr == "" && g.congressHeld(path[len(path)-1]) {
			m.found = found{attr: "completed"}
		}
	}
	return m
}

// congressHeld reports whether a head counts organisations by their congress: "Số đảng
// bộ, chi bộ đại hội", "Số TCCSĐ tổ chức ĐH".
func (g *grid) congressHeld(c *cell) bool {
	text := " " + vn.Fold(g.text(c))
	if !strings.HasSuffix(text, " đại hội") && !strings.HasSuffix(text, " đh") {
		return false
	}
	for _, other := range []string{" chưa ", " dự ", " sau ", " trước ", " tại ", " không ", " triệu tập "} {
		if strings.Contains(text, other) {
			return false
		}
	}
	return true
}

// otherThing reports whether a head counts something that only belongs to a body: "Hồ
// sơ ban chấp hành", "Cuộc họp ban thường vụ". The noun leads in Vietnamese, and this
// one is no word of any lexicon.
func (g *grid) otherThing(c *cell) bool {
	g.items(c.first, c.last)
	r := g.r
	lead := r.firstWord()
	if len(r.items) == 0 || lead+1 >= c.last || lead >= r.items[0].first && !thing(r.items[0].c()) || ofMembers[r.t.Fold(lead)+" "+r.t.Fold(lead+1)] {
		return false
	}
	for k := range r.items {
		it := &r.items[k]
		switch q := it.c(); {
		case k == 0 && thing(q) && len(r.items) > 1 && r.items[1].first == it.last:
		case q.isAttr(), q.phase != "", q.form != "", q.head != "", it.band != "", it.place != "", it.fig != nil, it.when:
			return false
		case hasMembers(q.body):
			return true
		}
	}
	return false
}

// thing reports whether a noun counts something that is no person and nothing else.
func thing(c *cue) bool { return c.head == "skip" && c.phase == "" && c.form == "" && c.link == "" }

// ofMembers are nouns before a body under which its members are counted.
var ofMembers = map[string]bool{"kết quả": true, "cơ cấu": true, "thành viên": true, "nhân sự": true, "danh sách": true, "thành phần": true}

// glued gives each its own to columns whose heads were read as one cell: "Dưới 40
// tuổi Tái cử" over two columns of figures, with as many attributes.
func (g *grid) glued() {
	for x := 0; x < len(g.columns); x++ {
		c := g.lowest(x)
		if c == nil || g.columns[x].role == roleNumber {
			continue
		}
		end := x + 1
		for end < len(g.columns) && (g.lowest(end) == c || g.lowest(end) == nil && g.counts(end)) {
			end++
		}
		if end-x < 2 {
			continue
		}
		if heads := g.attributesOf(c); len(heads) == end-x {
			base := g.columns[x]
			for i, f := range heads {
				m := base
				m.found, m.sure = f, true
				g.columns[x+i] = m
			}
		}
		x = end - 1
	}
}

// lowest returns the lowest head cell with words over a column, nil for none.
func (g *grid) lowest(x int) *cell {
	for row := g.head - 1; row >= 0; row-- {
		if c := g.cell(row, x); c.kind == words && c.cols < len(g.at[0]) {
			return c
		}
	}
	return nil
}

// counts reports whether a column has figures below the head.
func (g *grid) counts(x int) bool {
	for row := g.head; row < len(g.at); row++ {
		if g.cell(row, x).kind == figures {
			return true
		}
	}
	return false
}

// attributesOf returns the attributes that a cell names one after the other.
func (g *grid) attributesOf(c *cell) []found {
	r := g.r
	g.items(c.first, c.last)
	var out []found
	for k := range r.items {
		it := &r.items[k]
		q := it.c()
		young := len(out) > 0 && out[len(out)-1].attr == "young"
		switch {
		case it.band != "" && young:
			out[len(out)-1].qual = it.band
		case it.band != "":
			out = append(out, found{attr: "age_band", qual: it.band, band: it.band, at: k})
		case q.link == "cut", it.mark == ',':
			return nil
		case q.attr != "" && weight(q.attr) == 2 && (q.form == "plain" || q.form == "degree" || q.form == "mean"):
			f := found{}
			r.take(&f, q, k)
			out = append(out, f)
		}
	}
	return out
}

// parts reads a head that names both numbers of N/M: "Bầu được/quyết định".
func (g *grid) parts(m *meaning, c *cell) {
	left, right, ok := strings.Cut(g.text(c), "/")
	if !ok {
		return
	}
	of := g.r.x.heads[vn.Fold(strings.TrimSpace(right))].phase
	if of != "" {
		m.of, m.phase = of, g.r.x.heads[vn.Fold(strings.TrimSpace(left))].phase
	}
}

// labelColumns finds the columns of names: the first that holds more words
// than figures, and further ones before the first column of figures whose
// words are cues, such as a column of posts.
func (g *grid) labelColumns() {
	for x := range g.columns {
		texts, figs := 0, 0
		for row := g.head; row < len(g.at); row++ {
			c := g.cell(row, x)
			if c.row != row || g.fills(c.cols) {
				continue
			}
			switch {
			case c.kind == words && !(x == 0 && g.columns[x].role == roleNumber):
				texts++
			case c.kind == figures:
				figs++
			}
		}
		switch {
		case g.columns[x].role == roleNumber:
		case texts > figs || texts > 0 && x == 0:
			g.labels = append(g.labels, x)
		case figs > 0 && len(g.labels) > 0:
			return
		}
	}
}

// unitColumn returns the column of names whose names are units: the first whose head
// says so, else the first. What reaches over several rows before it are groups of
// units ("Khối xã"), and such a column gives way to one further right that says
// units too or, where no head does, that names no indicator.
func (g *grid) unitColumn() int {
	if len(g.labels) == 0 {
		return 0
	}
	at := g.labels[0]
	for _, x := range g.labels {
		if g.columns[x].units {
			at = x
			break
		}
		if g.indicates(x) { // "Nội dung | Đơn vị tính"
			break
		}
	}
	if !g.groups(at) {
		return at
	}
	for _, x := range g.labels {
		if x > at && g.columns[x].units == g.columns[at].units && !g.groups(x) && !g.indicates(x) {
			return x
		}
	}
	return at
}

// groups reports whether a name of a column reaches over several rows.
func (g *grid) groups(x int) bool {
	for row := g.head; row < len(g.at); row++ {
		if c := g.cell(row, x); c.kind == words && c.row == row && c.rows > 1 {
			return true
		}
	}
	return false
}

// indicates reports whether a column names what was counted: bodies, attributes.
func (g *grid) indicates(x int) bool {
	for row := g.head; row < len(g.at); row++ {
		if c := g.cell(row, x); c.kind == words && c.row == row && c.cols == 1 && g.path([]*cell{c}, "").sure {
			return true
		}
	}
	return false
}

// shares gives a column of shares without words of its own the meaning of the
// counts beside it.
func (g *grid) shares() {
	for x := 1; x < len(g.columns); x++ {
		c, p := &g.columns[x], &g.columns[x-1]
		if c.role != rolePercent || p.role == roleNumber || g.isLabel(x-1) || c.body == "vote" && p.body != "vote" {
			continue
		}
		if c.attr == "" || !c.sure {
			org, units := p.org && !c.sure, p.units && !c.sure
			*c = c.over(*p)
			c.org, c.units = c.org || org, c.units || units
		}
	}
}

// ages makes a column of ages of a head that says no more one of mean ages, which is that of the one secretary
// of each unit or a mean of its members. In a column beside names of persons it is theirs.
func (g *grid) ages() {
	for x := range g.columns {
		if g.columns[x].person {
			return
		}
	}
	for x := range g.columns {
		c := &g.columns[x]
		if c.band != "" || c.attr != "" && c.attr != "age_band" || g.isLabel(x) {
			continue
		}
		switch vn.Fold(g.headText(x)) {
		case "tuổi", "độ tuổi", "tuổi đời", "số tuổi":
			c.found, c.stat, c.role, c.sure = found{attr: "age", form: "mean"}, "mean", noRole, true
		}
	}
}

// differences gives a column of differences the attribute of the figures
// before it.
func (g *grid) differences() {
	for x := 1; x < len(g.columns); x++ {
		c, p := &g.columns[x], &g.columns[x-1]
		if c.difference == 0 && c.attr == "" && strings.HasPrefix(vn.Fold(g.headText(x)), "so với ") {
			c.difference, c.sure = 1, true // "So với khóa trước"
		}
		if c.difference == 0 {
			continue
		}
		c.phase = ""
		if c.attr == "" && !g.isLabel(x-1) {
			role := c.role
			*c = c.over(*p)
			c.role, c.phase = role, ""
		}
	}
}

func (g *grid) isLabel(x int) bool { return slices.Contains(g.labels, x) }

// termPhase returns the phase of a head that names a term: "previous" for one
// before the document's or, in a document without a term, before other heads.
func (g *grid) termPhase(c *cell) string {
	y := g.term(c)
	if y == 0 {
		return ""
	}
	newest := g.r.t.Identity.Start
	if newest == 0 {
		for row := range g.head {
			for x := range g.at[row] {
				newest = max(newest, g.term(g.cell(row, x)))
			}
		}
	}
	if y < newest {
		return "previous"
	}
	return "actual"
}

// term returns the first year of a term that a cell names, 0 for none.
func (g *grid) term(c *cell) int {
	for i := c.first; i < c.last; i++ {
		if v, ok := grammar.ParseNumber(g.r.t.Word(i)); ok && v > 1990 && v < 2100 && len(g.r.t.Word(i)) == 4 {
			return int(v)
		}
	}
	return 0
}

// bodyBeside returns the body of the nearest column that has one of its own:
// attributes follow the body that they belong to; what was decided and listed
// stands before what was elected.
func (g *grid) bodyBeside(x int) string {
	if b := g.bodyLeft(x); b != "" {
		return b
	}
	for right := x + 1; right < len(g.columns); right++ {
		if b := g.columns[right].body; hasMembers(b) {
			return b
		}
	}
	return ""
}

// bodyLeft is bodyBeside to the left alone.
func (g *grid) bodyLeft(x int) string {
	for left := x - 1; left >= 0; left-- {
		if b := g.columns[left].body; hasMembers(b) {
			return b
		}
	}
	return ""
}

// appoints reports whether a column counts those appointed, so that the other
// bodies of the same units were appointed with them.
func (g *grid) appoints() bool {
	for x := range g.columns {
		if c := &g.columns[x]; c.attr == "appointed" && isSeats(c.body) {
			return true
		}
	}
	return false
}

// hasMembers reports whether a body has members that attributes can be about.
func hasMembers(body string) bool { return isSeats(body) || body == "delegate" }
