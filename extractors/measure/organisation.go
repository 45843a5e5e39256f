package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// organisation resolves figures of Party organisations and of the units whose
// they are.
func (r *reader) organisation(i int, m *measure) bool {
	g := &r.groups[i]
	s := &r.s
	*m = measure{body: "organization", stat: "count", phase: r.due(g)}
	if !g.head.party && r.guests() {
		return false
	}
	if _, q := r.labelWithout(g); q != "" {
		m.attr, m.qual = "other", q
		return true
	}
	if q := r.lackedAt(i); q != "" {
		m.attr, m.qual = "other", q
		if m.place, m.level = r.placeOf(&r.groups[i-1], false); m.place != "" {
			m.level = first(r.levelWord(g.headAt), under(m.level))
		}
		return true
	}
	if r.lists(i) {
		s.within = true
	}
	wide := g.wide
	for k := g.end; k < wide; k++ {
		c := r.items[k].c()
		if f := r.items[k].fig; f != nil && f != g.pct || c.form == "orgpilot" && r.ofOneOf(g, k) {
			break
		}
		switch c.form {
		case "org":
			if r.pilots(g) && !strings.Contains(strings.ToLower(r.t.String(r.items[k].first, r.items[k].last)), "đại hội") {
				m.attr, m.qual = "other", "tổ chức đại hội điểm"
				break
			}
			if w := r.t.Word(r.items[k].first - 1); w != "khi" && w != "để" && w != "việc" {
				m.attr = "completed"
			}
			if kind := r.kindOfCongress(k); kind != "" && (s.within || r.amongHeld(g)) {
				m.attr, m.qual = "other", kind
				return true
			}
			if w := r.t.Word(min(r.items[k].last, r.last-1)); m.attr != "" && (w == "chậm" || w == "muộn" || w == "trễ") {
				m.attr, m.qual = "other", r.told(r.items[g.end-1].last, r.untilReason(r.items[g.end-1].last, r.stop(g)))
			}
		case "orgweak":
			if r.pilots(g) {
				m.attr, m.qual = "other", "tổ chức đại hội điểm"
			} else if r.speaksOf(k, "đại hội") || g.main.ratio {
				m.attr = "completed"
			}
		case "orgnot":
			m.attr, m.qual = "other", r.t.String(r.items[k].first, r.notHeld(k))
		case "orgpilot":
			m.attr, m.qual = "other", "tổ chức đại hội điểm"
		}
		if m.attr != "" {
			if m.attr == "completed" && r.demanded(g) {
				return false
			}
			r.closes(i, m)
			return true
		}
		if q := r.severalPosts(k); q != "" {
			if from := r.items[g.end-1].last; !r.marked(g.end, k) && g.end <= k {
				q = r.told(r.predicateFrom(from, r.items[k].first), r.items[k].first)
				q = strings.TrimSpace(q + " " + r.severalPosts(k))
			}
			m.attr, m.qual = "other", q
			return true
		}
		if c.attr == "direct_election" && (c.qual == "secretary" || s.body == "secretary" || k+1 < len(r.items) && r.items[k+1].c().body == "secretary" && r.items[k+1].first == r.items[k].last) {
			*m = measure{body: "secretary", attr: "direct_election", stat: "count"}
			return true
		}
		if r.items[k].mark == ',' && k > g.end+6 {
			break
		}
	}
	if r.heldBehind(g) {
		m.attr = "completed"
		r.closes(i, m)
		return true
	}
	if r.holdsBoth(g) {
		*m = measure{body: "secretary", attr: "concurrent", stat: "count", level: first(r.levelOf(g), r.d.counted(g.main.value), r.below())}
		return true
	}
	if g.head.party && !g.main.percent && r.elects(g) {
		if i+1 < len(r.groups) {
			r.groups[i+1].left = g.left
		}
		return false
	}
	if r.target(i, m) {
		return true
	}
	for k := g.at - 1; k >= g.left; k-- {
		f := r.items[k].c().form
		if q := r.severalPosts(k); q != "" && !r.split(k, g.at) {
			if len(q) > len("đại hội ") && strings.EqualFold(q[:len("đại hội ")], "đại hội ") {
				q = q[len("đại hội "):] // who elects
			}
			m.attr, m.qual = "other", q
			return true
		}
		if c := r.items[k].c(); c.attr == "direct_election" && (c.qual == "secretary" || r.items[k+1].c().body == "secretary" && r.items[k+1].first == r.items[k].last) && !r.split(k, g.at) {
			*m = measure{body: "secretary", attr: "direct_election", stat: "count"}
			return true
		}
		if f == "orgpilot" && !r.marked(k+1, g.at) {
			m.attr, m.qual = "other", "tổ chức đại hội điểm"
			return true
		}
		if f == "orgnot" && g.headAt < g.at && g.headAt >= 0 {
			m.attr, m.qual = "other", r.t.String(r.items[k].first, r.items[k].last)
			return true
		}
		if f == "org" && r.items[k].mark == 0 {
			m.attr = "completed"
			s.done = "completed"
			return true
		}
	}
	if a := r.later(i); a.attr != "" {
		*m = a
		return true
	}
	if s.within && s.done == "completed" && g.head.party {
		m.attr, m.qual = "other", r.kindOf(g)
		if r.someHeld(i) {
			m.attr = "completed" // those of a kind that have held theirs; where all have, a kind is counted
		}
		return true
	}
	return r.organisations(i, m)
}

// heldBehind reports whether organisations whose kinds a bracket counts are said behind it
// to have held their congresses: "79 đảng bộ (75 đảng bộ xã và 4 đảng bộ khác) đã đại hội".
func (r *reader) heldBehind(g *group) bool {
	k := g.end
	if k >= len(r.items) || r.items[k].mark != '(' || r.items[k].first != r.items[g.end-1].last {
		return false
	}
	kinds := false
	for ; k < len(r.items) && r.items[k].mark != ')'; k++ {
		kinds = kinds || r.items[k].c().org
	}
	for k++; kinds && k < len(r.items) && r.items[k].fig == nil && r.items[k].mark == 0; k++ {
		switch r.items[k].c().form {
		case "org":
			return true
		case "orgweak":
			return r.speaksOf(k, "đại hội") || g.main.ratio
		}
	}
	return false
}

// lackedAt returns the words for what is lacking in as many organisations as a figure
// counts, "" where nothing is: "bầu thiếu 31 cấp ủy viên ở 24 đơn vị", "còn khuyết 12
// ủy viên, rơi vào 9 đảng bộ". What is told of them behind the figure goes before.
func (r *reader) lackedAt(i int) string {
	g := &r.groups[i]
	if i == 0 || g.main.percent || g.main.ratio || g.main.first < r.first+2 {
		return ""
	}
	p := &r.groups[i-1]
	switch r.t.Fold(g.main.first - 1) {
	case "ở", "tại", "vào", "thuộc":
	default:
		return ""
	}
	from := r.items[p.end-1].last
	if from > g.main.first || g.main.first-from > farOff || r.cutOff(from, g.main.first) || !r.over(r.items[g.end-1].last) {
		return ""
	}
	for k := p.at - 1; k >= p.left; k-- {
		it := &r.items[k]
		if it.mark == ';' || it.fig != nil {
			return ""
		}
		if it.c().attr == "shortfall" {
			first := it.first
			if r.t.Fold(first-1) == "còn" && first > r.first {
				first--
			}
			return r.t.String(first, it.last)
		}
	}
	return ""
}

// farOff is how many tokens may stand between what is lacking and where: ", tập trung
// chủ yếu ở".
const farOff = 7

// cutOff reports whether a mark that ends a clause stands in a range of tokens.
func (r *reader) cutOff(first, last int32) bool {
	for i := first; i < last; i++ {
		if r.t.Is(i, ';') || r.t.Is(i, ':') || r.t.Is(i, '(') {
			return true
		}
	}
	return false
}

// over reports whether a clause ends at token i, or goes on with a mark or a kind of
// units.
func (r *reader) over(i int32) bool {
	if end := r.kindAt(i); end > i {
		i = end
	}
	return i >= r.last || r.t.Tokens[i].Kind == scan.Punct || r.t.Fold(i) == "so" || r.t.Fold(i) == "và"
}

// ofOneOf reports whether item k is said of one organisation of those counted: "19 đảng
// bộ …, trong đó Đảng bộ huyện X đại hội điểm".
func (r *reader) ofOneOf(g *group, k int) bool {
	within := false
	for j := g.end; j < k; j++ {
		within = within || r.items[j].c().link == "within"
		if within && r.items[j].place != "" {
			return true
		}
	}
	return false
}

// someHeld reports whether the organisations counted last before group i are fewer
// than there are: "63 trên tổng số 68 đảng bộ đã đại hội, trong đó có 59 …".
func (r *reader) someHeld(i int) bool {
	for i--; i >= 0; i-- {
		if f := r.groups[i].main; f.ratio {
			return f.value < f.total
		}
	}
	return false
}

// pilots reports whether the sentence began with congresses held to try them out:
// "Đại hội điểm tại 3 đảng bộ huyện và 38 đảng bộ cơ sở đã hoàn thành".
func (r *reader) pilots(g *group) bool {
	for k := 0; k < g.at; k++ {
		if r.items[k].mark == '(' { // what a bracket says besides
			for j := k; j < g.at; j++ {
				if r.items[j].mark == ')' {
					k = j
					break
				}
			}
		}
		if r.items[k].c().form == "orgpilot" {
			return true
		}
	}
	return false
}

// kindOfCongress returns the words of item k and behind it that say how organisations
// held their congresses: "tổ chức đại hội đảng viên"; "" for others.
func (r *reader) kindOfCongress(k int) string {
	it := &r.items[k]
	if k+1 >= len(r.items) || !strings.EqualFold(r.t.String(it.first, it.last), "tổ chức đại hội") {
		return ""
	}
	n := &r.items[k+1]
	if b := n.c().body; b != "party_member" && b != "delegate" || n.first != it.last && !(n.first == it.last+2 && r.t.Fold(it.last) == "toàn" && r.t.Fold(it.last+1) == "thể") {
		return ""
	}
	return r.t.String(it.first, n.last)
}

// amongHeld reports whether more organisations than a figure counts were said to have
// held their congresses, so that its own are those of one form.
func (r *reader) amongHeld(g *group) bool {
	for n := range r.d.done {
		if n > g.main.value {
			return true
		}
	}
	return false
}

// guests reports whether a sentence lists who attends: "Dự đại hội có … Thường trực
// Huyện ủy 5 huyện".
func (r *reader) guests() bool {
	for i := r.first; i < min(r.first+2, r.last); i++ {
		if strings.EqualFold(r.t.Word(i), "dự") {
			return i+1 < r.last && r.t.Word(i+1) != "kiến"
		}
	}
	return false
}

// allHeld reports whether a bare share behind organisations is that of those who have held
// their congresses: "có 497 tổ chức cơ sở đảng, 100% đã đại hội".
func (r *reader) allHeld(i int) bool {
	g := &r.groups[i]
	if !r.s.parts || g.end >= len(r.items) || r.items[g.end].first != g.main.last {
		return false
	}
	return r.items[g.end].c().form == "org"
}

// progress reports whether N/M stands right behind a level or a kind of congress and is
// how many were held: "cấp cơ sở 531/533 đã tổ chức đại hội", "Đại hội chi bộ: 186/186".
func (r *reader) progress(g *group) bool {
	k := r.progressOf(g)
	if k < 0 || !g.main.ratio || g.main.percent || !g.main.bare {
		return false
	}
	it := &r.items[k]
	for j := g.left; j < k; j++ {
		if b := r.items[j].c().body; b == "party_member" || b == "delegate" {
			return false // "Số đảng viên dự các đại hội là 1.018/1.077"
		}
	}
	if it.c().strength == "strong" && (r.t.Fold(it.first) == "đại" || it.first > r.first+1 && r.t.Fold(it.first-1) == "hội" && r.t.Fold(it.first-2) == "đại") {
		return true // "Tiến độ đại hội cấp cơ sở: 430/512"
	}
	if it.c().org {
		return r.t.Fold(it.first) == "đại" || it.first > r.first && r.t.Fold(it.first-1) == "hội"
	}
	for j := range r.items {
		if f := r.items[j].c().form; f == "org" || f == "orgweak" {
			return true
		}
	}
	return false
}

// progressOf returns the item of the level or congress right before a figure, -1
// for none.
func (r *reader) progressOf(g *group) int {
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		c := it.c()
		switch {
		case c.strength == "strong", c.org && c.party:
			return k
		case it.mark == ':', c.link == "copula", c.link == "pair", c.link == "filler":
		case it.when, it.mark == ')', it.mark == '(', c.link == "data", c.link == "asof": // "(cập nhật ngày 15/6)"
		default:
			return -1
		}
	}
	return -1
}

func (r *reader) progressLevel(g *group) string {
	return first(r.levelWord(r.progressOf(g)), r.below())
}

// holdsBoth reports whether the secretaries of the organisations counted hold a
// State post too: "Ở 05 đảng bộ, bí thư đồng thời là chủ tịch".
func (r *reader) holdsBoth(g *group) bool {
	secretary := false
	for k := g.end; k < g.wide && k < len(r.items); k++ {
		c := r.items[k].c()
		switch {
		case r.items[k].fig != nil:
			return false
		case c.body == "secretary":
			secretary = true
		case secretary && c.attr == "concurrent":
			return true
		}
	}
	return false
}

// elects reports whether the organisations counted elect somebody: "13 đảng bộ
// bầu 467 ủy viên".
func (r *reader) elects(g *group) bool {
	if g.end >= len(r.items) || r.items[g.end].first != r.items[g.headAt].last {
		return false
	}
	c := r.items[g.end].c()
	verb := c.reach == "verb" || c.phase == "actual" && strings.Contains(strings.ToLower(r.t.String(r.items[g.end].first, r.items[g.end].last)), "bầu")
	return verb && g.end+1 < len(r.items) && (r.items[g.end+1].fig != nil || r.items[g.end+1].c().bound != "") && r.t.Word(r.items[g.end+1].last) != "lần"
}

// due is the phase of organisations: their congresses are required, planned or
// a fact.
func (r *reader) due(g *group) string {
	for k := g.at - 1; k >= 0; k-- {
		if c := r.items[k].c(); c.reach == "sentence" && (c.phase == "target" || c.phase == "planned") {
			return c.phase
		}
	}
	if r.inEarlier(g) {
		return "previous"
	}
	if r.t.Identity.Type == "plan" && !strings.EqualFold(r.t.Word(max(g.main.first-1, r.first)), "có") {
		return "planned"
	}
	return "actual"
}

// closes remembers that a list of organisations is about one attribute.
func (r *reader) closes(i int, m *measure) {
	r.s.done = m.attr
	if m.attr == "completed" && r.demanded(&r.groups[i]) {
		return
	}
	if m.attr == "completed" {
		if r.d.done == nil {
			r.d.done = map[float64]bool{}
		}
		r.d.done[r.groups[i].main.value] = true
		r.d.place, r.d.placeLvl, r.s.place, r.s.placeLvl = "", "", "", ""
	}
}

// demanded reports whether the clause of a figure asks for something still to be
// done. What stands behind a semicolon is of other figures: "14/14 đảng bộ hoàn
// thành đại hội; 2 đơn vị phải bầu 2 lần".
func (r *reader) demanded(g *group) bool {
	first, last := g.main.first, g.main.last
	for first > r.first && !r.t.Is(first-1, ';') {
		first--
	}
	for last < r.last && !r.t.Is(last, ';') {
		last++
	}
	for i := first; i < last; i++ {
		switch r.t.Word(i) {
		case "khẩn", "đề", "phải":
			if w := r.t.Word(i) + " " + r.t.Word(min(i+1, last-1)); w == "khẩn trương" || w == "đề nghị" || r.t.Word(i) == "phải" {
				return true
			}
		}
	}
	return false
}

// speaksOf reports whether a word stands in the clause of item k, within
// fourteen tokens before it or eight behind.
func (r *reader) speaksOf(k int, word string) bool {
	first, last := max(r.first, r.items[k].first-14), min(r.last, r.items[k].last+8)
	return strings.Contains(strings.ToLower(r.t.String(first, last)), word)
}

// later lets organisations in a row share what is said of the last: "14 đảng
// bộ cơ sở và 02 đảng bộ cấp huyện tổ chức đại hội điểm".
func (r *reader) later(i int) measure {
	g := &r.groups[i]
	if r.closing(g) >= 0 {
		return measure{}
	}
	for k := g.left; k < g.at; k++ {
		if l := r.items[k].c().link; l == "within" || l == "of" {
			return measure{} // "Trong số 67 đảng bộ, 61 đảng bộ đã đại hội"
		}
	}
	for j := i + 1; j < len(r.groups) && j < i+4; j++ {
		n := &r.groups[j]
		if n.head == nil || !n.head.org {
			return measure{}
		}
		for k := g.end; k < n.at; k++ {
			if c := r.items[k].c(); r.items[k].mark == ';' || c.link == "represent" || c.link == "within" || c.link == "copula" || c.link == "into" || c.link == "in" && j == i+1 && k == g.end {
				return measure{}
			}
		}
		for k := n.end; k < n.wide; k++ {
			switch r.items[k].c().form {
			case "org":
				return measure{body: "organization", attr: "completed", stat: "count", phase: "actual"}
			case "orgpilot":
				return measure{body: "organization", attr: "other", qual: "tổ chức đại hội điểm", stat: "count", phase: "actual"}
			}
		}
		g = n
	}
	return measure{}
}

// organisations resolves plain counts: how many organisations there are.
func (r *reader) organisations(i int, m *measure) bool {
	g := &r.groups[i]
	if g.main.percent {
		return false
	}
	if r.aside(g) {
		r.lend(i)
		return false
	}
	if q := r.property(g); q != "" {
		if strings.HasPrefix(q, "đại hội") && !r.late(q) && !strings.HasPrefix(q, "đại hội toàn thể") {
			m.attr = "completed"
			r.closes(0, m)
			return true
		}
		m.attr, m.qual = "other", q
		return true
	}
	if !g.head.party {
		return false
	}
	if r.s.within && r.s.whole > 0 && g.main.value > r.s.whole {
		r.s.within = false // a part is no larger than its whole: the list of kinds is over
	}
	if (r.s.parts || r.s.done == "completed" || r.inBracketOfOrganisations(i)) && (r.parted(g) || r.s.within) && g.head.level != "cell" {
		m.attr, m.qual = "other", r.kindOf(g)
		return true
	}
	word := strings.ToLower(r.t.String(r.items[g.headAt].first, r.items[g.headAt].last))
	if strings.HasPrefix(word, "đại hội") {
		if word == "đại hội đại biểu" && r.speaksOf(g.headAt, "toàn thể") {
			m.attr, m.qual = "other", word
			return true
		}
		return false
	}
	from, stop := r.said(g)
	if q := r.told(from, stop); q != "" && r.acted(g) {
		m.attr, m.qual = "other", q
		return true
	}
	if r.s.done == "completed" && g.main.ratio {
		m.attr = "completed"
		r.closes(i, m)
		return true
	}
	if r.d.done[g.main.value] || r.demanded(g) {
		return false
	}
	if p := r.beforeBracket(i); r.closing(g) >= 0 && p != nil && p.head != nil && p.head.head == "person" {
		return false // "3 bí thư không trúng cử (1 xã, 2 chi bộ doanh nghiệp)"
	}
	m.attr = "total"
	r.s.parts, r.s.done, r.s.whole = true, "total", g.main.value
	return true
}

// inBracketOfOrganisations reports whether a figure stands in the bracket behind organisations
// that were counted, which says of what kinds they are.
func (r *reader) inBracketOfOrganisations(i int) bool {
	if r.closing(&r.groups[i]) < 0 {
		return false
	}
	before := r.beforeBracket(i)
	return before != nil && before.head != nil && before.head.org
}

// beforeBracket returns the group before the bracket in which group i stands, nil for none.
func (r *reader) beforeBracket(i int) *group {
	k := r.groups[i].at - 1
	for k >= 0 && r.items[k].mark != '(' {
		k--
	}
	for i--; i >= 0; i-- {
		if g := &r.groups[i]; g.at < k {
			return g
		}
	}
	return nil
}

// lend gives the words before organisations that only say where to the figure
// behind them: "Tổng số cấp ủy viên ở 533 đơn vị là 5.120 đồng chí".
func (r *reader) lend(i int) {
	g := &r.groups[i]
	if i+1 >= len(r.groups) || r.marked(g.end, r.groups[i+1].at) {
		return
	}
	r.groups[i+1].left = g.left
	if r.s.orgLevel == "" {
		r.s.orgLevel = first(r.levelOf(g), r.d.counted(g.main.value), r.below())
	}
}

// late reports whether words say that congresses were not held or held late.
func (r *reader) late(q string) bool {
	for w := range strings.FieldsSeq(q) {
		switch w {
		case "chưa", "chậm", "muộn", "hoãn", "lùi", "không", "điểm", "lại":
			return true
		}
	}
	return false
}

// parted reports whether the words before a group say that it is a part of
// the organisations just counted.
func (r *reader) parted(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if m := r.items[k].mark; m == '(' || m == ':' && k == g.left {
			r.s.within = true
			return true
		}
		if c := r.items[k].c(); c.link == "copula" && strings.HasSuffix(strings.ToLower(r.t.Word(r.items[k].first)), "m") || c.link == "within" {
			r.s.within = true
			return true
		}
	}
	return false
}

// aside reports whether organisations are only where something happened: "Ở 06
// đảng bộ, …", "Tại 02 chi bộ".
func (r *reader) aside(g *group) bool {
	if g.main.first == r.first {
		return false
	}
	if k := g.at - 1; k >= 0 && r.items[k].c().link == "copula" && k > 0 && r.items[k-1].last == r.items[k].first && r.items[k-1].c().link == "actor" {
		return true // làm việc với 16 đảng bộ
	}
	if k := g.at - 1; k > 0 && r.items[k].last == g.main.first && r.t.Word(r.items[k].first) == "của" && isSeats(r.items[k-1].c().body) && r.items[k-1].last == r.items[k].first {
		return true // Ban thường vụ của 19 đảng bộ có 203 người
	}
	for k := g.at - 1; k >= max(0, g.at-3); k-- {
		if r.items[k].c().body == "party_member" {
			return false // 6.480 đảng viên ở 52 tổ chức cơ sở đảng
		}
		if k > 0 && isSeats(r.items[k].c().body) && r.items[k].last == g.main.first-1 && r.items[k-1].c().link == "into" {
			return false // được bầu vào cấp ủy tại 65 chi, đảng bộ
		}
	}
	switch r.t.Word(g.main.first - 1) {
	case "Ở", "Tại":
		return true
	case "ở", "tại":
		return g.main.first-1 == r.first || r.t.Word(g.main.first-2) != "hoạt" // sinh hoạt tại 48 chi bộ
	}
	return false
}

// said returns the tokens of what is said of organisations: behind their noun
// and, where it stands there, their share ("41 đảng bộ (14,1%) bầu thiếu").
func (r *reader) said(g *group) (from, stop int32) {
	from, stop = r.items[g.end-1].last, r.clauseEnd(g)
	if g.pct == nil || g.tail <= g.end {
		if c := r.nameBracket(g); c > 0 {
			from = r.items[c].last
			stop = r.last
			for j := c + 1; j < len(r.items); j++ {
				if r.items[j].mark != 0 || r.items[j].fig != nil && r.items[j].fig.reason == "" {
					stop = r.items[j].first
					break
				}
			}
			stop = max(from, r.trimmed(stop))
		}
		return from, stop
	}
	k := g.end
	switch {
	case r.items[k].mark == '(' && r.items[k].first == from:
		from = r.items[g.tail-1].last
	case r.items[k].mark == ',' && r.items[k].first == from && g.tail < len(r.items) && r.items[g.tail].mark == ',':
		from = r.items[g.tail].last
		stop = r.last
		for j := g.tail + 1; j < len(r.items); j++ {
			if r.items[j].mark != 0 && r.items[j].mark != '-' || r.items[j].fig != nil {
				stop = r.items[j].first
				break
			}
		}
		for stop > from && r.t.Tokens[stop-1].Kind != 0 {
			stop--
		}
	}
	return from, stop
}

// severalPosts returns the words from item k on that say which posts are elected directly
// at a congress, where they are more than the secretary: "bầu trực tiếp bí thư, phó bí
// thư"; "" for others.
func (r *reader) severalPosts(k int) string {
	if r.items[k].c().attr != "direct_election" {
		return ""
	}
	last, others := r.items[k].last, false
	for j := k + 1; j < len(r.items) && r.items[j].first <= last+2; j++ {
		it := &r.items[j]
		switch c := it.c(); {
		case c.body == "standing_committee" || c.body == "deputy_secretary":
			others, last = true, it.last
		case c.body == "secretary":
			last = it.last
		case it.mark == ',' || c.link == "cut" || c.link == "all" || c.link == "filler":
		default:
			j = len(r.items)
		}
	}
	if !others {
		return ""
	}
	return r.t.String(r.items[k].first, last)
}

// nameBracket returns the item that closes a bracket without figures right behind the noun
// of organisations, which names them: "01 đơn vị (Đảng bộ Công ty Chè) hoãn"; 0 for none.
func (r *reader) nameBracket(g *group) int {
	k := g.end
	if k >= len(r.items) || r.items[k].mark != '(' || r.items[k].first != r.items[g.end-1].last {
		return 0
	}
	for k++; k < len(r.items); k++ {
		switch it := &r.items[k]; {
		case it.mark == ')':
			return k
		case it.fig != nil:
			return 0
		}
	}
	return 0
}

// clauseEnd returns the token at which the clause about the organisations of a group ends:
// words that bear on the next figure still belong to it, up to a mark, a figure or a word
// that begins something else: "33 đảng bộ đã trình phương án nhân sự [với tổng số 497 …]".
func (r *reader) clauseEnd(g *group) int32 {
	k := g.right
	if k >= len(r.items) || r.items[k].mark != 0 || r.items[k].first <= r.items[g.end-1].last {
		return r.stop(g)
	}
	for ; k < len(r.items); k++ {
		it := &r.items[k]
		switch l := it.c().link; {
		case it.mark != 0, it.fig != nil && it.fig.reason == "", l == "within", l == "of", l == "copula", l == "pair", l == "cut", l == "represent", l == "change":
			return it.first
		}
	}
	return r.trimmed(r.last)
}

// property returns what a clause says of the organisations counted, "" when it
// only counts them or goes on to something else.
func (r *reader) property(g *group) string {
	from, stop := r.said(g)
	if from < stop && r.t.Word(from) == "do" {
		from++
	}
	stop = r.untilReason(from, stop)
	if from = r.predicateFrom(from, stop); r.pronoun(r.items[g.end-1].last) {
		return ""
	}
	for i := from + 1; i < stop; i++ {
		if r.t.Word(i) == "theo" {
			stop = i
		}
	}
	if g.right < len(r.items) && r.items[g.right].mark == ',' && stop-from < 1 || stop-from < 2 {
		return ""
	}
	switch strings.ToLower(r.t.Word(from)) {
	case "với", "và", "trực", "thuộc", "trong", "của", "tại", "ở", "các", "gồm", "là", "đại", "tham", "cấp", "cơ", "trên", "có", "đến", "về", "cho", "để", "để.", "như", "(", "-", "nhiệm", "khóa", "bầu", "đề", "phải", "cần", "từ", "thì", "theo":
		if w := strings.ToLower(r.t.String(from, min(from+2, stop))); w != "đại hội" && w != "để đại" {
			return ""
		}
	}
	if w := r.t.Word(from + 1); r.t.Word(from) == "đã" && (w == "bầu" || w == "diễn" || w == "được" && r.t.Word(from+2) == "bầu") {
		return "" // who was elected is told
	}
	if r.t.Tokens[from].Kind != 0 || r.t.Tokens[from].Upper {
		return ""
	}
	if !g.head.party {
		near := false
		for k := g.end; k < g.right; k++ {
			c := r.items[k].c()
			near = near || c.body != "" || c.isAttr() || c.org
		}
		if !near && !r.ofCongress(from, stop) {
			return ""
		}
	}
	if strings.Count(r.t.String(from, stop), " ") > 14 || r.kindAt(from) == stop {
		return ""
	}
	if r.t.Fold(r.items[g.headAt].last-1) == "hội" && r.t.Fold(from) == "toàn" && r.t.Fold(from+1) == "thể" {
		return r.t.String(r.items[g.headAt].first, stop) // 42 đại hội toàn thể đảng viên
	}
	switch q := r.told(from, stop); strings.ToLower(q) {
	case "tổ chức", "tiến hành", "diễn ra":
		return "" // "trong số 40 đại hội được tổ chức"
	default:
		return q
	}
}

// pronoun reports whether a person follows those counted, of whom the clause tells: "20
// đại hội ông đã dự".
func (r *reader) pronoun(i int32) bool {
	switch r.t.Word(i) {
	case "ông", "bà", "tôi", "chúng", "mình":
		return true
	}
	return false
}

// ofCongress reports whether words speak of the work of a congress, of which units that
// are no Party organisations by their noun are told then.
func (r *reader) ofCongress(from, stop int32) bool {
	for i := from; i+1 < stop; i++ {
		switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
		case "lùi lịch", "hoãn lịch", "gia hạn", "văn kiện", "bầu cử", "kiểm phiếu", "cấp uỷ", "tham luận", "đề án":
			return true
		}
	}
	return false
}

// kindWords bounds how many words may say what kind of organisations are meant
// before it is said what of them: "xã biên giới", "khối doanh nghiệp nhà nước".
const kindWords = 5

// predicateFrom passes over the words that say what kind of organisations are
// meant: "đảng bộ [xã miền núi] để khuyết", "đảng bộ [doanh nghiệp] bầu thiếu".
func (r *reader) predicateFrom(from, stop int32) int32 {
	for i := from; i < min(stop, from+kindWords); i++ {
		if r.t.Tokens[i].Kind != scan.Word {
			return from
		}
		if predicates[r.t.Word(i)] {
			return i
		}
	}
	return from
}

// predicates begin what is said of organisations.
var predicates = map[string]bool{
	"bầu": true, "chưa": true, "không": true, "thiếu": true, "khuyết": true, "phải": true, "để": true, "chậm": true, "lùi": true,
	"hoãn": true, "vi": true, "xảy": true, "đạt": true, "vượt": true, "thực": true, "tổ": true, "chủ": true, "còn": true, "có": true, "được": true,
	"bị": true, "đã": true, "đang": true, "sẽ": true, "xin": true, "vướng": true, "gặp": true,
}

// untilReason cuts a clause where it goes on to why or what for.
func (r *reader) untilReason(from, stop int32) int32 {
	for i := from + 1; i < stop; i++ {
		switch r.t.Word(i) {
		case "do", "vì", "để", "nên", ":":
			return i
		case "theo":
			if w := r.t.Word(i + 1); w != "quy" && w != "yêu" && w != "cơ" && w != "đúng" { // the rule that was not met belongs to it
				return i
			}
		case "trước":
			if w := r.t.Word(i + 1); w == "ngày" || w == "tháng" {
				return i
			}
		case "là", "như":
			if i+2 < stop && r.t.Tokens[i+1].Upper && r.t.Tokens[i+2].Upper && r.t.Tokens[i+2].Kind == scan.Word {
				return i // the units that are meant
			}
		}
	}
	return stop
}

// acted reports whether something was done to the organisations counted:
// "16 đảng bộ đã được làm việc".
func (r *reader) acted(g *group) bool {
	for k := g.end; k < g.right; k++ {
		if c := r.items[k].c(); c.link == "actor" {
			return true
		}
	}
	return false
}

// notHeld returns where the words end that say that no congress was held: "chưa tổ chức
// được đại hội".
func (r *reader) notHeld(k int) int32 {
	i := r.items[k].last
	if i+2 < r.last && r.t.Fold(i) == "được" && r.t.Fold(i+1) == "đại" && r.t.Fold(i+2) == "hội" {
		return i + 3
	}
	return i
}
