package measure

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// where decides place and level.
func (r *reader) where(g *group, m *measure) {
	if m.central {
		if r.t.Identity.Level != "central" {
			m.place = "Trung ương"
		}
		m.level = "central"
		return
	}
	placeLevel := ""
	if m.body == "vote" && !r.topUnit(g) {
		g.named = true // "Hà Văn Sơn 31 phiếu": who got them
	}
	if m.place == "" {
		m.place, placeLevel = r.placeOf(g, m.phase == "target")
		if m.body == "upper_delegation" && rank(placeLevel) >= rank(r.t.Identity.Level) && r.t.Identity.Level != "" {
			m.place, placeLevel = "", "" // of the congress that it goes to
		}
		if m.body == "vote" && m.place == "" && m.attr == "approval" && m.qual == "" {
			if it := r.headOf(g); it != nil {
				m.place, placeLevel = it.place, it.placeLevel
			}
		}
		if own := rank(r.t.Identity.Level); own > 0 && own < rank("province") && placeLevel == "province" && isSeats(m.body) && r.submitted() {
			m.place, placeLevel = "", "" // "Huyện ủy trình Tỉnh ủy X phương án nhân sự: Ban Chấp hành 33"
		}
		if m.place != "" && placeLevel == "" && m.body != "organization" {
			placeLevel = first(r.s.listLevel, r.unitsLevel(g), r.abreast(g, m), r.below()) // "2 huyện dưới 15% (A 14,3%)"
		}
	}
	if most := seats[m.body]; most > 0 && m.place != "" && m.place == r.s.place && !r.s.led && m.attr == "total" && !g.main.percent && g.main.value > most {
		m.place, placeLevel = "", "" // "Trong 63 bí thư": of more units than the one spoken of before
		r.s.place, r.s.placeLvl, r.d.place, r.d.placeLvl = "", "", "", ""
	}
	spoken := first(r.s.stated, r.s.level)
	if spoken != "" && rank(placeLevel) > rank(spoken) && m.body != "organization" && !r.partyNamed(m.place) {
		placeLevel = spoken // "Tuyên Quang 27,9%" of the level that is spoken of
	}
	stated := m.level
	if stated == "" && !(m.body == "delegate" && m.attr == "elected") { // those who elect delegates are below the congress
		stated = r.levelOf(g)
	}
	if o := &r.s.org; stated == "cell" && isSeats(m.body) && o.body == "organization" && o.level == "grassroots" && r.groups[r.s.orgAt].headAt >= 0 && r.t.Fold(r.items[r.groups[r.s.orgAt].headAt].first) == "chi" {
		stated = o.level // "01 chi bộ (…) bầu thiếu 01 chi ủy viên", of a basic cell
	}
	if m.body == "upper_delegation" && rank(stated) > rank(r.t.Identity.Level) && r.t.Identity.Level != "" {
		stated = "" // of the congress that it goes to
	}
	switch m.body {
	case "organization":
		m.level = first(stated, r.organisationLevel(g, placeLevel))
		if placeLevel != "" && m.attr != "other" && rank(stated) >= rank(placeLevel) && !g.main.percent && !(len(m.place) > len("khối ") && strings.EqualFold(m.place[:len("khối ")], "khối ")) {
			m.place = "" // "Đảng bộ thị xã X là đơn vị cuối của 14 đảng bộ trực thuộc Tỉnh ủy"
		}
	case "party_member":
		m.level = first(stated, placeLevel, r.t.Identity.Level)
	default:
		if m.body == "delegate" && m.phase == "planned" {
			placeLevel = ""
		}
		if shareAsked(g, m) && stated == "" {
			m.level = r.targetLevel(g, m, placeLevel)
		} else {
			m.level = first(stated, r.nearestLevel(g, m, placeLevel), r.governingLevel(g, m), r.countedLevel(m), r.t.Identity.Level)
		}
		if (m.phase == "target" || m.phase == "planned") && isSeats(m.body) && (stated != "" || !g.main.percent) {
			r.d.targets.note(r.s.block, m.level, m.phase == "planned")
		}
	}
	if m.body != "organization" && (stated != "" || m.attr == "total" || m.attr == "appointed" || m.attr == "shortfall" && m.place == "") {
		r.s.levelOf, r.s.bodyLvl = m.body, m.level
	}
	if stated != "" && m.body == "organization" && g.left < g.at && r.levelBegins(g) {
		r.s.levelOf, r.s.stated = "", stated
	}
	if stated != "" && isSeats(m.body) {
		r.s.stated = stated
	}
}

// headOf returns the unit below the document's own whose secretary or deputy a sentence says was elected with so
// many votes: "Bí thư Đảng ủy xã X được bầu với 98,2%", "trúng cử Bí thư Huyện ủy Y với 41/41 phiếu".
func (r *reader) headOf(g *group) *item {
	var unit *item
	elected := false
	for k := range g.at {
		it := &r.items[k]
		switch {
		case it.mark == ';':
			unit, elected = nil, false
		case it.place != "":
			if unit != nil {
				return nil
			}
			if j := it.first - 1; k > 0 && (r.t.Fold(j) == "thư" || r.items[k-1].last == it.first && (r.items[k-1].c().body == "secretary" || r.items[k-1].c().body == "deputy_secretary") || (r.items[k-1].c().use == "actor" || r.items[k-1].c().org) && r.items[k-1].last == it.first && r.t.Fold(r.items[k-1].first-1) == "thư") {
				unit = it
			} else {
				return nil
			}
		}
	}
	for i := r.first; i+1 < g.main.first; i++ {
		switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
		case "trúng cử", "tái cử", "đắc cử", "được bầu", "bầu trực", "được đại":
			elected = true
		}
	}
	if unit == nil || !elected || r.own(unit.place) || rank(unit.placeLevel) == 0 || rank(unit.placeLevel) >= rank(r.t.Identity.Level) {
		return nil
	}
	return unit
}

// topUnit reports whether the words before a share of votes are the name of a unit that has the most or the
// least: "cao nhất Văn Yên 100%, thấp nhất Trạm Tấu 81%".
func (r *reader) topUnit(g *group) bool {
	i := g.main.first - 1
	for i > r.first && (r.t.Is(i, ':') || r.t.Is(i, '(') || r.t.Fold(i) == "với" || r.t.Fold(i) == "đạt") {
		i--
	}
	n := int32(0)
	for i > r.first && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper {
		i--
		n++
	}
	if r.t.Fold(i) == "là" {
		i--
	}
	return g.main.percent && (n == 2 || n == 3 && !r.x.words.surnames[r.t.Fold(i+1)]) && i > r.first && r.t.Fold(i) == "nhất"
}

// countedLevel is the level of the members counted before of whom a paragraph goes on to tell without a
// word for them: "78 đảng bộ xã bầu 2.106 ủy viên …", and then "Cơ cấu: nữ 20,4%".
func (r *reader) countedLevel(m *measure) string {
	if r.s.carried && m.body == r.s.body && m.place == "" && m.phase == "actual" && m.attr != "total" && m.attr != "appointed" {
		if n := r.d.sizes[m.body]; n.n > seats[m.body] {
			return n.level
		}
	}
	return ""
}

// submitted reports whether a sentence says that something is put before those above.
func (r *reader) submitted() bool {
	for i := r.firstWord(); i < min(r.last, r.firstWord()+longestBy); i++ {
		switch r.t.Fold(i) {
		case "trình", "xin":
			return true
		case "báo":
			return r.t.Fold(i+1) == "cáo" && r.t.Fold(i+2) != "chính"
		}
	}
	return false
}

// longestBy is within how many tokens of a sentence its verb of submitting stands.
const longestBy = 12

// partyNamed reports whether a place stands in the sentence as the name of a
// Party organisation: "Đảng bộ tỉnh X".
func (r *reader) partyNamed(place string) bool {
	for k := 1; k < len(r.items); k++ {
		if r.items[k].place == place && r.items[k-1].c().org && r.items[k-1].last == r.items[k].first {
			return true
		}
	}
	return false
}

// organisationLevel is the level of organisations whose noun does not say it:
// that of those counted before of which they are a part, of what is spoken of,
// or one below the document's own, which is one organisation.
func (r *reader) organisationLevel(g *group, placeLevel string) string {
	if r.cells(g, placeLevel) {
		return "cell"
	}
	if level := first(r.s.orgLevel, r.headedLevel(), r.d.counted(g.main.value)); level != "" {
		return level
	}
	if placeLevel != "" && r.blocNamed(g) {
		return placeLevel // "Khối xã, phường: 148 đảng bộ": they are the bloc
	}
	if placeLevel != "" {
		return first(under(placeLevel), placeLevel) // the organisations of that unit
	}
	level := r.s.level
	if own := r.t.Identity.Level; own != "" && (level == "" || rank(level) >= rank(own)) {
		level = r.below()
	}
	if rank(level) > rank("grassroots") && g.headAt >= 0 && r.items[g.headAt].last == r.items[g.headAt].first+2 && r.t.Fold(r.items[g.headAt].first) == "chi" {
		return "grassroots" // no Party cell is more
	}
	return level
}

// headedLevel is the level that the heading of a section states, where it still holds: what was
// counted in other sections is not spoken of under "II. CẤP TRÊN TRỰC TIẾP CƠ SỞ".
func (r *reader) headedLevel() string {
	if d := &r.d; d.headLevel != "" && d.headLevel == r.s.level && (d.depth <= d.headDepth || d.depth == progress) && rank(d.headLevel) < rank(r.t.Identity.Level) {
		return d.headLevel
	}
	return ""
}

// cells reports whether "chi bộ" without more are those below the grassroots
// organisations that the sentence counts beside them.
func (r *reader) cells(g *group, placeLevel string) bool {
	if g.headAt < 0 || !strings.EqualFold(r.t.String(r.items[g.headAt].first, r.items[g.headAt].last), "chi bộ") || rank(r.t.Identity.Level) < rank("upper_grassroots") {
		return false
	}
	if !g.main.percent && g.main.value > mostBasicCells && first(placeLevel, r.t.Identity.Level) == "upper_grassroots" {
		return true
	}
	if i := r.items[g.headAt].last; r.t.Word(i) == "thuộc" && r.numberAt(i+1) {
		return true // "186 chi bộ thuộc 29 đảng bộ xã"
	}
	for i := range r.groups {
		n := &r.groups[i]
		if n.head != nil && n.head.org && n.headAt != g.headAt && n.main.value < g.main.value && r.levelWord(n.headAt) == "grassroots" && !strings.HasPrefix(strings.ToLower(r.t.String(r.items[n.headAt].first, r.items[n.headAt].last)), "đảng bộ") {
			return true
		}
	}
	return false
}

// blocNamed reports whether the place before a figure is a bloc of units by their kind.
func (r *reader) blocNamed(g *group) bool {
	for k := g.at - 1; k >= g.left; k-- {
		if it := &r.items[k]; it.place != "" {
			return r.t.Fold(it.first) == "khối" && !r.t.Tokens[it.first+1].Upper && r.t.Fold(it.first+1) != "các"
		}
	}
	return false
}

// mostBasicCells is how many cells right under a committee above the grassroots there are at
// most: a district has some fifty grassroots organisations of both kinds, a bloc of
// agencies ninety.
const mostBasicCells = 100

// tally is a number of organisations of a known level.
type tally struct {
	n     float64
	level string
}

// wholeOf is the least part of organisations counted before that a number of
// them is taken to be: nine of seventeen are, seventeen of a thousand are not.
const wholeOf = 0.3

// counted returns the level of the smallest number of organisations counted
// before that n can be a part of.
func (d *discourse) counted(n float64) string {
	best := tally{}
	for _, t := range d.tallies {
		if n <= t.n && n >= wholeOf*t.n && (best.n == 0 || t.n < best.n) {
			best = t
		}
	}
	return best.level
}

// exactly returns the level of organisations of which so many were counted before.
func (d *discourse) exactly(n float64) string {
	for _, t := range d.tallies {
		if t.n == n {
			return t.level
		}
	}
	return ""
}

// mostTallies bounds the numbers of organisations that a document keeps: one a
// level and a few repetitions.
const mostTallies = 16

func (d *discourse) count(n float64, level string) {
	if level != "" && len(d.tallies) < mostTallies {
		d.tallies = append(d.tallies, tally{n, level})
	}
}

// nearestLevel is the level of the organisation or unit named last before a
// group: "Đại hội Đảng bộ tỉnh … bầu 50 đồng chí", "các đại hội đã bầu …".
func (r *reader) nearestLevel(g *group, m *measure, placeLevel string) string {
	for k := g.at - 1; k >= 0; k-- {
		it := &r.items[k]
		c := it.c()
		if it.place != "" && (m.place == it.place || m.place == "" && r.own(it.place) && r.organisationPlace(k)) {
			if k >= 2 && isSeats(m.body) && r.countedOrg(k-2) && r.s.org.level != "" {
				return r.s.org.level // "3 đảng bộ thuộc Sư đoàn X bầu thiếu 1 cấp ủy viên"
			}
			break
		}
		if c.strength == "weak" && k > 0 && r.items[k-1].fig != nil && r.items[k-1].last == it.first {
			return c.level // 12 cơ sở bầu thiếu 14 cấp ủy viên
		}
		b, next := k-1, it.first
		if b > 0 && r.items[b].c().link == "filler" && r.t.Fold(r.items[b].first) == "các" && r.items[b].last == next {
			next = r.items[b].first // "Cấp ủy các xã"
			b--
		}
		if c.org && !c.party && k > 0 && k+1 < len(r.items) && r.items[k-1].fig != nil && r.items[k-1].last == it.first && r.items[k+1].c().reach == "verb" && r.items[k+1].first == it.last && r.items[k-1].fig.value > 1 && r.levelWord(k) != "" {
			return r.levelWord(k) // "11 xã, thị trấn bầu 165 cấp ủy viên"
		}
		if c.org && isSeats(m.body) && k > 0 && r.items[k-1].fig != nil && r.items[k-1].fig.value > 1 && r.items[k-1].last == it.first && r.levelWord(k) == "" {
			if l := r.d.exactly(r.items[k-1].fig.value); l != "" {
				return l // "Qua 19 đơn vị, bầu 152 cấp ủy viên"
			}
		}
		if c.org && !c.party && isSeats(m.body) && r.s.org.body == "organization" && r.s.org.level != "" && r.groups[r.s.orgAt].headAt == k && r.groups[r.s.orgAt].main.value > 1 {
			return r.s.org.level // "3 đơn vị bầu thiếu 4 cấp ủy viên"
		}
		if !c.org || !c.party && !(k > 0 && (r.items[b].c().use == "body" || r.items[b].c().use == "counted" && isSeats(r.items[b].c().body)) && r.items[b].last == next) || m.body == "upper_delegation" && k > 0 && r.items[k-1].c().body == "upper_delegation" {
			continue
		}
		if m.body == "comment" && r.whose(k) && r.t.Fold(it.first) != "đại" {
			continue // "8 tham luận của các chi bộ và 5 ý kiến"
		}
		if n, ok := r.several(k, m); ok {
			behind := ""
			if k+1 < len(r.items) && r.items[k+1].first == it.last && (r.items[k+1].c().strength == "strong" || r.items[k+1].c().org) {
				behind = r.levelWord(k + 1) // "các đại hội cấp huyện"
			} else if r.ofMany(k) {
				behind = r.levelWord(k + 2)
			}
			return first(r.levelWord(k), behind, r.d.counted(n), r.s.level, r.below())
		}
		if m.body == "comment" && (r.papersOf(it.first) || r.papersToo(k)) {
			continue // lower congresses comment on the papers of a higher one
		}
		if m.body == "delegate" && c.level != "" && k > 0 && r.whoCame(k) && rank(r.levelWord(k)) < rank(r.t.Identity.Level) {
			return r.levelWord(k) // "Đại biểu dự đại hội đảng bộ xã không quá 150"
		}
		if m.place == "" && r.ownCongressAt(k) {
			if r.labelled == 0 || g.left > 0 {
				r.d.level, r.s.level = r.t.Identity.Level, r.t.Identity.Level
			}
			return r.t.Identity.Level
		}
		if c.level == "" || c.level == "below" || m.body == "delegate" || m.body == "upper_delegation" {
			continue
		}
		l := r.levelWord(k)
		if m.body == "vote" && r.t.Identity.Level != "" && rank(l) > rank(r.t.Identity.Level) {
			continue // "bầu 16 đại biểu dự Đại hội Đảng bộ tỉnh với số phiếu …"
		}
		if r.labelled > 0 && g.left == 0 {
			r.d.level, r.d.depth = l, r.labelled
		} else if l == r.t.Identity.Level && m.place == "" {
			r.d.level, r.s.level = l, l // the document's own congress from here on
		}
		return l
	}
	if placeLevel == "" && r.ownNamed(g) {
		return r.t.Identity.Level
	}
	return placeLevel
}

// whoCame reports whether delegates or members stand right before the congress at item k, or
// before "dự": "Đại biểu dự đại hội đảng bộ xã", "Số đảng viên dự đại hội chi bộ".
func (r *reader) whoCame(k int) bool {
	p, at := &r.items[k-1], r.items[k].first
	if p.last < at && r.came(at-1) {
		at--
		if r.t.Fold(at-1) == "tham" {
			at--
		}
	}
	return p.last == at && (p.c().body == "delegate" || p.c().body == "party_member" && at < r.items[k].first)
}

// papersOf reports whether the word before a token is one of papers, which are then of
// or for the congress named there: "dự thảo văn kiện Đại hội …", "báo cáo trình Đại hội …".
func (r *reader) papersOf(i int32) bool {
	if i <= r.first {
		return false
	}
	switch r.t.Fold(i - 1) {
	case "kiện", "trị", "cáo", "quyết", "trình", "thảo":
		return true
	}
	return false
}

// papersToo reports whether item k is joined to a congress that papers are of: "dự thảo văn kiện Đại hội
// XIII và Đại hội Đảng bộ tỉnh".
func (r *reader) papersToo(k int) bool {
	if k == 0 || r.items[k-1].c().link != "and" && r.items[k-1].c().link != "cut" || r.items[k-1].last != r.items[k].first {
		return false
	}
	for j := k - 2; j >= 0 && r.items[j].mark == 0 && r.items[j].fig == nil; j-- {
		if r.items[j].c().org {
			return r.papersOf(r.items[j].first)
		}
	}
	return false
}

// several reports whether organisations at item k are many, and how many where
// it is said: "các đại hội", "13 đảng bộ". Delegates come from many
// organisations to one congress.
func (r *reader) several(k int, m *measure) (float64, bool) {
	it := &r.items[k]
	if r.ofMany(k) {
		return 0, true
	}
	if (m.body == "delegate" || m.body == "upper_delegation" && !r.thenElect(k)) && !strings.EqualFold(r.t.Word(it.first), "đại") {
		return 0, false
	}
	if k > 0 && r.items[k-1].fig != nil && r.items[k-1].last == it.first {
		n := r.items[k-1].fig.value
		return n, n > 1
	}
	if it.first == r.first {
		return 0, false
	}
	switch strings.ToLower(r.t.Word(it.first - 1)) {
	case "các", "những", "nhiều", "mọi":
		return 0, true
	}
	return 0, false
}

// ofMany reports whether item k is the congresses of several organisations, which "các" behind
// it names: "Đại hội các cơ sở", "Đại hội đảng bộ các xã".
func (r *reader) ofMany(k int) bool {
	if k+2 >= len(r.items) || r.t.Fold(r.items[k].first) != "đại" {
		return false
	}
	many, of := &r.items[k+1], &r.items[k+2]
	return many.c().link == "filler" && r.t.Fold(many.first) == "các" && many.first == r.items[k].last && of.first == many.last && of.c().level != "" && of.c().strength != "none"
}

// thenElect reports whether a verb of electing follows the organisations at item k.
func (r *reader) thenElect(k int) bool {
	for k++; k < len(r.items) && r.items[k].mark == 0 && r.items[k].fig == nil; k++ {
		if r.items[k].c().reach == "verb" {
			return true
		}
	}
	return false
}

// ownNamed reports whether the sentence names the document's own organisation
// before a group.
func (r *reader) ownNamed(g *group) bool {
	for k := range g.at {
		if it := &r.items[k]; it.place != "" && r.own(it.place) && r.organisationPlace(k) {
			return true
		}
	}
	return false
}

// governingLevel is the level that the list, the section or the title is
// about, or the one below the document's where a single organisation cannot
// have so many.
func (r *reader) governingLevel(g *group, m *measure) string {
	if m.body == "delegate" && m.phase == "actual" && r.s.level == r.d.lastHeld && r.d.depth == progress && g.left == 0 && !g.main.percent && m.attr == "total" && (g.head == nil || g.head.body == "party_member") {
		return r.s.level // "… đã đại hội. Có 9.812 đảng viên dự"
	}
	if r.s.bodyLvl != "" && (m.body == r.s.levelOf || m.body == "vote" && !r.s.carried) {
		return r.s.bodyLvl
	}
	if r.s.stated != "" && isSeats(m.body) {
		return r.s.stated
	}
	if r.s.level != "" && (r.d.depth != progress || r.s.level == r.d.title && (m.body == "vote" || m.body == "comment") || m.attr != "appointed" && m.phase != "planned" && isSeats(m.body) && m.body != "upper_delegation") {
		return r.s.level
	}
	own := r.t.Identity.Level
	if most, ok := seats[m.body]; ok && own != "" && !g.main.percent && m.stat == "count" && g.main.value > most && (own != "central" || most == 1) {
		if most == 1 { // one of each organisation
			r.s.orgLevel = first(r.s.orgLevel, r.d.counted(g.main.value))
		}
		return first(r.s.orgLevel, r.d.lastHeld, r.below())
	}
	return ""
}

// seats are how many members a body of one organisation has at most: the
// largest of the merged provinces of 2025 had 94 committee members, 26 of the
// standing committee and 8 deputy secretaries; margins are for the next ones.
var seats = map[string]float64{
	"committee": 120, "standing_committee": 35, "secretary": 1, "deputy_secretary": 10, "inspection_committee": 25, "inspection_head": 1,
}

// held lets the level whose congresses a sentence says were held govern what
// follows; of two levels neither does.
func (r *reader) held(level string) {
	s, d := &r.s, &r.d
	switch {
	case level == "":
	case d.depth > 0 && d.depth < progress && d.label == 0 && rank(level) < rank(d.level) && r.labelled > 0 && r.labelled == d.depth:
		return // "I. Cơ sở: 46/46 đảng bộ; 812 chi bộ": the label says what the section is about
	case s.held != "" && s.held != level:
		d.level, d.depth, s.level = d.title, 0, d.title
	case level != d.level || d.depth == 0:
		d.level, d.depth, s.level = level, progress, level
		d.label = d.current
	}
	s.held = level
	d.lastHeld = first(level, d.lastHeld)
}

// levels from the cell up; the first is none.
var levels = []string{"", "cell", "grassroots", "upper_grassroots", "province", "central"}

// rank orders levels.
func rank(level string) int { return max(slices.Index(levels, level), 0) }

// lead lets the level at the head of a paragraph govern it: "1. Cấp cơ sở: …",
// "Đối với cấp huyện, …". A label of the same depth ends what one before said.
func (r *reader) lead() {
	d := &r.d
	if begin, _ := r.t.Block(r.s.block); r.first != begin {
		if l := r.adjunctLevel(); l != "" && (d.depth == 0 || d.depth >= progress) {
			d.level, d.depth, d.levelOf, d.bodyLvl = l, paragraph, "", ""
		}
		return
	}
	r.closeFrames()
	if d.depth == progress && r.t.Identity.Type == "news" && r.t.Identity.Ordinal > 0 {
		d.level, d.levelOf, d.bodyLvl = d.title, "", "" // a paragraph of news stands for itself
		if d.title == "" {
			d.depth = 0
		}
	}
	if r.labelled > 0 && r.labelled <= d.asOfDepth {
		d.headAsOf, d.asOfDepth = report.Date{}, 0 // the section beside that of the day
	}
	d.current = r.labelled
	depth := r.labelled
	if depth == 0 {
		depth = paragraph
	}
	if r.labelled > 0 && (depth <= d.depth && d.depth != progress || d.depth == progress && depth <= d.label) || d.depth == paragraph {
		d.level, d.depth = r.outerLevel(depth)
		d.levelOf, d.bodyLvl = "", ""
	}
	for k := range r.items {
		it := &r.items[k]
		c := it.c()
		switch {
		case it.mark == '-' && it.first == r.first:
		case r.labelled > 0 && d.level != "" && r.ownCongressAt(k):
			d.level, d.depth = r.t.Identity.Level, depth // "3. Đại hội Đảng bộ Khối: 199 đại biểu", behind "2. Đại hội cơ sở"
			return
		case c.strength == "strong" && setApart[r.t.Fold(r.firstWord())]:
			return // "Khác cấp xã, …", "So với cấp huyện, …"
		case r.labelled == 0 && k <= 2 && c.org && r.t.Fold(it.first) == "đại" && r.levelWord(k) == r.t.Identity.Level && d.level != "" && r.t.Is(it.last, ','):
			d.level, d.depth = r.t.Identity.Level, paragraph // "Riêng Đại hội Đảng bộ huyện, …"
			return
		case c.strength == "strong" && (k+1 == len(r.items) || r.items[k+1].mark == ':' || r.items[k+1].mark == ','):
			d.level, d.depth = r.levelWord(k), depth
			return
		case c.strength != "" && r.labelled > 0 && r.labelled < 4 && r.levelWord(k) != "" && r.levelLabelled(k):
			d.level, d.depth = r.levelWord(k), depth
			return
		case it.fig != nil, it.mark != 0, c.phase != "", c.body != "":
			return
		}
	}
}

// levelLabelled reports whether the level at item k is all that stands before the colon of a numbered paragraph, or before
// a bracket and its colon: "2. Cơ sở (không tính đơn vị kết thúc hoạt động): 214/266".
func (r *reader) levelLabelled(k int) bool {
	if r.items[k].first > r.firstWord()+1 {
		return false
	}
	i := r.items[k].last
	if i < r.last && r.t.Is(i, '(') {
		for i < r.last && !r.t.Is(i, ')') {
			i++
		}
		i++
	}
	return i < r.last && r.t.Is(i, ':')
}

// ownCongressAt reports whether item k is the congress of the document's own organisation by
// a name without its level: "Đại hội Đảng bộ Khối", "Đại hội đại biểu Đảng bộ Công ty".
func (r *reader) ownCongressAt(k int) bool {
	it := &r.items[k]
	if !it.c().org || it.c().level != "" || !r.ownCongress(k) || r.t.Identity.Level == "" || it.last >= r.last || !r.t.Tokens[it.last].Upper {
		return false
	}
	return k+1 >= len(r.items) || r.items[k+1].place == "" || r.own(r.items[k+1].place)
}

// setApart begin a sentence that names a level only to set it apart from what it tells, folded.
var setApart = map[string]bool{"khác": true, "ngoài": true, "trừ": true, "so": true, "sau": true, "cùng": true, "không": true, "như": true, "trước": true}

// outerLevel is the level that holds where that of an item or paragraph ends: of the heading
// above, or of the title.
func (r *reader) outerLevel(depth int) (string, int) {
	if d := &r.d; d.headLevel != "" && d.headDepth < depth {
		return d.headLevel, d.headDepth
	}
	return r.d.title, 0
}

// adjunctLevel returns the level that begins a sentence, in a part of its own: "Ở cấp
// huyện, …", "Đối với cấp cơ sở: …"; "" for none.
func (r *reader) adjunctLevel() string {
	for k := range min(2, len(r.items)) {
		it := &r.items[k]
		switch c := it.c(); {
		case c.strength == "strong":
			if it.first > r.firstWord()+2 || !r.t.Is(it.last, ',') && !r.t.Is(it.last, ':') {
				return ""
			}
			return r.levelWord(k)
		case c.link != "filler" && c.link != "copula":
			return ""
		}
	}
	return ""
}

// Depths of what a level governs: labels have 1 to 5, then the organisations
// that a sentence was about, then one paragraph.
const (
	progress  = 6
	paragraph = 7
)

// levelWord returns the level that item k states in so many words.
func (r *reader) levelWord(k int) string {
	c := r.items[k].c()
	level := c.level
	if level == "" {
		return ""
	}
	switch level {
	case "province":
		if r.t.Identity.Level == "upper_grassroots" && r.t.Fold(r.items[k].last-1) == "phố" && strings.HasPrefix(r.t.Identity.Unit, "Đảng bộ thành phố ") {
			return r.t.Identity.Level // "B. Cấp thành phố", of a city below a province
		}
	case "commune":
		if r.since2025() {
			return "upper_grassroots"
		}
		return "grassroots"
	case "below":
		return r.below()
	case "cells":
		return r.cellsAt(r.items[k].last)
	}
	return level
}

// cellsAt is the level of cells whose congresses are named before token i: one of their own
// in the document of an organisation that has them below it.
func (r *reader) cellsAt(i int32) string {
	if own := r.t.Identity.Level; own == "cell" || own == "grassroots" && !strings.HasPrefix(r.t.Identity.Unit, "Đảng bộ") || own == "" || r.t.Fold(i) == "cơ" || r.t.Is(i, ',') || r.t.Fold(i) == "và" || r.capitalAt(i) {
		return ""
	}
	return "cell"
}

// below is one level under the document's own organisation.
func (r *reader) below() string { return under(r.t.Identity.Level) }

// abreast is the level of a unit named without its kind right before a figure, or
// with a share: "Thu Cúc: 120 đại biểu", "cao nhất là Thu Cúc với 25%".
func (r *reader) abreast(g *group, m *measure) string {
	if !g.main.percent && (g.at == 0 || r.items[g.at-1].place != m.place) {
		return ""
	}
	return r.below()
}

// under is one level below another.
func under(level string) string {
	if i := rank(level); i > 1 {
		return levels[i-1]
	}
	return ""
}

// levelOf returns the level stated near a group.
func (r *reader) levelOf(g *group) string {
	if g.head != nil && g.head.org {
		for k := g.end; k < g.right; k++ {
			if r.items[k].c().strength == "strong" {
				return r.levelWord(k)
			}
		}
		if l := r.levelWord(g.headAt); l != "" {
			return l
		}
		if l := r.congressesOf(g); l != "" {
			return l
		}
	}
	if l := r.membersOf(g); l != "" {
		return l
	}
	if l := r.delegatesTo(g); l != "" {
		return l
	}
	if k := g.end; g.head != nil && isSeats(g.head.body) && g.head.body != "upper_delegation" && k < len(r.items) && r.items[k].c().org && r.items[k].first == r.items[k-1].last && g.headAt == k-1 {
		if l := r.levelWord(k); l != "" {
			return l // 41 bí thư đảng ủy xã
		}
	}
	for k := g.end; g.head == nil && k+1 < g.right; k++ { // 7 nữ bí thư đảng ủy xã
		if c := r.items[k].c(); c.use == "counted" && isSeats(c.body) && r.items[k+1].c().org && r.items[k+1].first == r.items[k].last {
			if l := r.levelWord(k + 1); l != "" {
				return l
			}
		}
	}
	if g.head != nil && g.head.level != "" && g.head.body != "" && g.head.central {
		return g.head.level
	}
	for k := g.at - 1; k >= g.left; k-- {
		if s := r.items[k].c().strength; (s == "strong" || s == "body") && !r.ofState(k) && !(g.head != nil && g.head.body == "comment" && r.whose(k)) {
			return r.levelWord(k)
		}
		if l := r.kindLevel(k); l != "" && r.nextTo(k, g) {
			return l
		}
	}
	for k := g.end; k < g.right && (g.head == nil || g.head.body != "delegate" && g.head.form != "delegate"); k++ {
		if s := r.items[k].c().strength; (s == "strong" || s == "body") && !r.ofState(k) {
			return r.levelWord(k)
		}
	}
	return ""
}

// nextTo reports whether nothing but words of counting and bounds, and the kinds of a list,
// stand between item k and a figure.
func (r *reader) nextTo(k int, g *group) bool {
	for k++; k < g.at; k++ {
		it := &r.items[k]
		if c := it.c(); it.mark != 0 && it.mark != ',' && it.mark != ':' || it.fig != nil || it.place != "" || it.mark == 0 && !c.org && c.link == "" && c.bound == "" && c.phase == "" && c.unit == "" {
			return false
		}
	}
	return true
}

// kindLevel returns the level of the units whose committee item k is: "đảng ủy xã, phường
// không quá 15", "cấp ủy huyện bầu 37 - 41".
func (r *reader) kindLevel(k int) string {
	it := &r.items[k]
	c := it.c()
	if c.use == "actor" && c.level != "" && k > 0 && r.items[k-1].last == it.first && (r.items[k-1].c().body == "inspection_committee" || r.items[k-1].mark == ',' && k > 1 && r.items[k-2].c().use == "actor" && r.items[k-2].c().level == c.level) {
		return c.level // "Ủy ban kiểm tra quận ủy, huyện ủy: 07 - 09 ủy viên"
	}
	if !isSeats(c.body) || c.central || c.level != "" || c.body == "upper_delegation" {
		return ""
	}
	at := it.last
	if c.use == "actor" {
		at = min(at, it.first+2) // the kinds of "đảng ủy xã, phường" are its own
	}
	if end := r.kindAt(at); end == at || r.t.Fold(end) == "uỷ" {
		return ""
	}
	word := ""
	for n := int32(2); n >= 1; n-- {
		i, ok := r.x.words.index[strings.ToLower(r.t.String(at, at+n))]
		if !ok || r.x.words.of[i].unit == "" {
			continue
		}
		word = r.x.words.of[i].unit
		break
	}
	switch word {
	case "upper_grassroots", "province":
		return word
	case "grassroots":
		if r.since2025() {
			return "upper_grassroots"
		}
		return word
	}
	return ""
}

// ofState reports whether the level at item k is that of a State body: "Chủ tịch
// UBND cấp huyện".
func (r *reader) ofState(k int) bool {
	i := r.items[k].first - 1
	if i <= r.first {
		return false
	}
	switch w := r.t.Word(i); w {
	case "UBND", "HĐND":
		return true
	default:
		return strings.EqualFold(w, "dân") && strings.EqualFold(r.t.Word(i-1), "nhân")
	}
}

// congressesOf returns the level of the organisations whose congresses are counted
// behind them: "đại hội điểm đảng bộ cấp huyện với 101 đại hội", "đại hội đảng bộ cơ
// sở ở 80% đơn vị".
func (r *reader) congressesOf(g *group) string {
	if g.headAt < 0 || g.head.party && !strings.EqualFold(r.t.Word(r.items[g.headAt].first), "đại") {
		return ""
	}
	for k := g.at - 1; k >= g.left; k-- {
		if c := r.items[k].c(); c.org && c.party {
			return r.levelWord(k)
		}
	}
	return ""
}

// membersOf returns the level of the organisations right behind a body whose members
// a figure counts: "250 đồng chí trúng cử vào cấp ủy các tổ chức cơ sở đảng", "120
// cấp ủy viên ở các đảng bộ xã".
func (r *reader) membersOf(g *group) string {
	k := g.end
	if g.head == nil || g.main.percent {
		return ""
	}
	if k+2 < len(r.items) && g.head.body != "party_member" && g.head.body != "delegate" && g.head.form != "delegate" && r.items[k].first == r.items[k-1].last && r.wherever(r.items[k].first) && r.items[k+1].fig != nil && r.items[k+2].c().org {
		return r.levelWord(k + 2) // "6 cấp ủy viên ở 4 đảng bộ xã"
	}
	if !isSeats(g.head.body) && (g.direct == nil || !isSeats(g.direct.body)) {
		for k < g.right && !isSeats(r.items[k].c().body) {
			k++
		}
		if k == g.end || k >= g.right || r.items[k-1].c().link != "into" {
			return ""
		}
		k++
	}
	many := false
	for ; k < len(r.items); k++ {
		c := r.items[k].c()
		if c.org && c.party {
			if many {
				return r.levelWord(k)
			}
			return ""
		}
		if c.link != "filler" && c.link != "in" {
			return ""
		}
		many = many || strings.EqualFold(r.t.Word(r.items[k].first), "các")
	}
	return ""
}
