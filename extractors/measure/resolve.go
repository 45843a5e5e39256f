package measure

import "github.com/tongket/tongket/extractors/scan"

// measure is one group once it is decided what it counts.
type measure struct {
	body, attr, qual string
	phase            string
	place, level     string
	of               string // phase of M in N/M, where a table says it
	central          bool
	stat             string
	doubts           []string
	negative         bool
	part             bool // of the organisations counted before, in one unit
	undated          bool // told of what is still to come: the day of the sentence is not its
}

// resolve decides what group i counts and emits it.
func (r *reader) resolve(i int) {
	g := &r.groups[i]
	var m measure
	var ok bool
	switch {
	case g.main.reason == "condition":
		return
	case g.main.percent && g.main.first > r.first && r.t.Fold(g.main.first-1) == "mốc" && !r.fellShort(g):
		g.main.reason = "a mark that was passed"
		return
	case r.bygone(g):
		g.main.reason = "long ago"
		return
	case r.points(g):
		g.main.reason = "points held against a rule"
		return
	case r.absenceReason(g):
		g.main.reason = "a reason of an absence"
		return
	case r.sessionOf(g):
		g.main.reason = "who came to a session"
		return
	case r.ofThing(g):
		g.main.reason = "of something that belongs to a body"
		return
	case r.each(g) && !(g.head != nil && g.head.body == "comment" && !g.main.percent) && !(r.meanOf(g) && (g.main.percent || g.head != nil && (g.head.body == "comment" || g.head.body == "delegate"))):
		g.main.reason = "a mean of units"
		return
	case r.workedOn(i):
		g.main.reason = workReason
		return
	case g.head == nil && g.main.ratio && r.cameLabel(g) && !r.meeting():
		m, ok = measure{body: "delegate", attr: "total", stat: "count", phase: "actual"}, true // "Dự đại hội: 39/39"
	case r.isChange(g):
		if r.ofPlanned(g) {
			g.main.reason = "held against a plan"
			return
		}
		m, ok = r.change(i)
	case g.head != nil && g.head.org:
		if ok = r.organisation(i, &m); ok && m.attr == "other" {
			r.bodyLacked(g)
		}
	case r.agreeing(g):
		m, ok = r.vote(i)
	case g.head != nil && g.head.body == "comment", r.speakers(g):
		m, ok = r.comment(i)
	case r.namedVotes(g):
		m, ok = measure{body: "vote", attr: "approval", stat: "count", phase: "actual"}, true
	case r.isVote(g) && !r.versusSize(g, ""):
		m, ok = r.vote(i)
	case g.head == nil && (r.sameOfUnit(i) || r.thatNumber(i)):
		m, ok = r.s.org, true
	case g.head == nil && r.someOfThem(i, &m):
		ok = true
	case g.head == nil && r.sameUnits(i, &m):
		ok = true
	case g.head == nil && r.heldThere(g):
		m, ok = measure{body: "organization", attr: "completed", stat: "count", phase: "actual", level: r.d.lastHeld}, true
		r.closes(i, &m)
	case r.votesInRow(i):
		m, ok = measure{body: "vote", attr: "approval", stat: "count", phase: "actual"}, true
	case g.seat:
		ok = r.seatsLeft(g, &m)
	case g.head == nil && r.heldSoFar(g):
		m, ok = measure{body: "organization", attr: "completed", stat: "count", phase: "actual", level: r.d.lastHeld}, true
		r.closes(i, &m)
	case g.head == nil && (r.s.carried || r.s.body == "") && r.allHeldOf(g):
		m, ok = measure{body: "organization", attr: "completed", stat: "count", phase: "actual", level: first(r.d.exactly(g.main.value), r.d.counted(g.main.value), r.below())}, true
		r.closes(i, &m)
	case g.head == nil && (g.main.percent || g.main.bare) && r.allHeld(i):
		m, ok = measure{body: "organization", attr: "completed", stat: "count", phase: r.due(g), level: r.s.orgLevel}, true
		r.closes(i, &m)
	case g.head == nil && r.raisedTo(g):
		m, ok = measure{body: "organization", attr: "completed", stat: "count", phase: "actual", level: first(r.s.orgLevel, r.d.lastHeld, r.below())}, true
		r.closes(i, &m)
	case g.head == nil && r.heldBare(g, &m):
		ok = true
		if m.attr == "completed" {
			r.closes(i, &m)
		}
	case r.progressShare(i):
		m, ok = measure{body: "organization", attr: "completed", stat: "count", phase: "actual", level: first(r.levelWord(r.groups[i+1].headAt), r.below())}, true
	case g.head == nil && r.progress(g):
		m, ok = measure{body: "organization", attr: "completed", stat: "count", phase: r.due(g), level: r.progressLevel(g)}, true
		r.closes(i, &m)
	case g.main.foreign && (!isSeats(r.s.body) || r.sectorBehind(g) == ""):
		return
	default:
		ok = r.persons(i, &m)
	}
	if !ok {
		return
	}
	if isSeats(m.body) && !g.main.percent && m.attr != "shortfall" && (m.phase == "" || m.phase == "planned" || m.phase == "target") && r.toBeAdded(g) {
		g.main.reason = "asked for"
		return
	}
	if (m.attr == "total" || m.attr == "shortfall") && isSeats(m.body) && !g.main.percent && r.requested(g) {
		g.main.reason = "asked for"
		return
	}
	r.ofTitle(i, &m)
	r.finish(i, &m)
}

// sameOfUnit reports whether a bare figure right behind a unit tells of its organisations what
// the figure before tells of those of another: "Huyện X có 31/37 tổ chức cơ sở đảng đại hội
// xong, huyện Y 35/39, thị xã Z đạt 100%".
func (r *reader) sameOfUnit(i int) bool {
	g := &r.groups[i]
	if r.s.org.body == "" || r.s.orgAt != i-1 || !g.main.ratio && !g.main.percent {
		return false
	}
	k := g.at - 1
	for k > 0 && (r.items[k].c().link == "pair" || r.items[k].c().link == "copula" || r.items[k].mark == ':') {
		k--
	}
	return k > 0 && r.items[k].place != "" && (r.items[k-1].mark == ',' || r.items[k-1].mark == ';' || r.items[k-1].c().link == "cut")
}

// sameUnits decides N/M right before what its units have, where the organisations of the figure before are as many: "9/9 xã có nữ
// là cấp ủy viên, 6/9 có nữ giữ chức". It reports whether it is so.
func (r *reader) sameUnits(i int, m *measure) bool {
	if i == 0 {
		return false
	}
	g, p := &r.groups[i], &r.groups[i-1]
	if !g.main.ratio || !p.main.ratio || g.main.percent || p.head == nil || !p.head.org || g.main.total != p.main.total || r.s.org.body != "organization" || r.s.orgAt != i-1 {
		return false
	}
	switch r.t.Fold(g.main.last) {
	case "có", "chưa", "không", "bầu":
	default:
		return false
	}
	*m = r.s.org
	m.attr, m.qual, m.doubts = "other", r.told(g.main.last, r.stop(g)), nil
	return m.qual != ""
}

// thatNumber reports whether a figure is what the number of organisations before came to:
// "cuối tháng 6 có 689/700 chi bộ đại hội xong, giữa tháng 7 con số này là 700/700".
func (r *reader) thatNumber(i int) bool {
	g := &r.groups[i]
	if r.s.org.attr != "completed" || !g.main.bare {
		return false
	}
	for j := g.main.first - 1; j > r.first && j > g.main.first-5 && r.t.Tokens[j].Kind == scan.Word; j-- {
		if w := r.t.Fold(j); (w == "này" || w == "đó") && r.t.Fold(j-1) == "số" {
			return true
		}
	}
	return false
}

// toBeAdded reports whether so many are to be found for seats that are open: "xây dựng phương án bổ sung 02 cấp
// ủy viên", "yêu cầu bổ sung ít nhất 1 cán bộ trẻ vào cấp ủy".
func (r *reader) toBeAdded(g *group) bool {
	i := g.main.first - 1
	for ; i > r.first && (r.t.Fold(i) == "thêm" || r.t.Fold(i) == "nhất" || r.t.Fold(i) == "ít" || r.t.Fold(i) == "đủ"); i-- {
	}
	if i < r.first+2 || r.t.Fold(i) != "sung" || r.t.Fold(i-1) != "bổ" {
		return false
	}
	for j := i - 2; j >= r.first && j > i-addedWords && r.t.Tokens[j].Kind == scan.Word; j-- {
		switch r.t.Fold(j) {
		case "án", "cầu", "nghị", "giao", "phải", "cần", "sẽ", "việc":
			return true
		case "được", "đã":
			return false
		}
	}
	return false
}

// addedWords is how far before "bổ sung" stands who is to do so: "yêu cầu Đảng ủy phường".
const addedWords = 12

// requested reports whether a sentence asks those above for so many more: "Đề nghị
// Ban Thường vụ Tỉnh ủy cho bổ sung 01 phó bí thư".
func (r *reader) requested(g *group) bool {
	switch r.t.Fold(r.firstWord()) {
	case "đề", "kiến", "xin", "giao":
	default:
		return false
	}
	for i := r.firstWord(); i+1 < g.main.first; i++ {
		switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
		case "bổ sung", "tăng thêm", "cho phép", "chủ trương", "cho bầu", "bầu thêm", "cho thêm":
			return true
		}
	}
	return false
}

// ofThing reports whether the clause of a figure is about something that belongs to a
// body or works for it: "Hồ sơ ban chấp hành gồm 120 bộ", "Tiểu ban phục vụ ban chấp
// hành gồm 8 đồng chí"; or about a People's Council. The noun leads in Vietnamese; the body is whose it is.
func (r *reader) ofThing(g *group) bool {
	if !r.t.Has(r.x.words.things, r.first, r.last) {
		return false
	}
	k := g.at - 1
	for k >= 0 && r.items[k].mark != ';' {
		k--
	}
	i := r.firstWord()
	if k >= 0 {
		i = r.items[k].last
	}
	if w := r.t.Fold(i); w == "số" || w == "các" {
		i++
	}
	thing, ok := r.t.At(r.x.words.things, i)
	if !ok {
		return false
	}
	for j := k + 1; j < g.at; j++ {
		if it := &r.items[j]; it.c().link == "actor" && r.t.Fold(it.last-1) == "biết" {
			return false // "Văn phòng Huyện ủy cho biết, …"
		}
	}
	k++
	if thing.Value == ofBody {
		for ; k < g.at && !isSeats(r.items[k].c().body); k++ {
			if it := &r.items[k]; it.mark != 0 || it.fig != nil || it.c().reach == "verb" {
				return false // "Phiên họp thứ nhất bầu Ban Thường vụ 12 đồng chí"
			}
		}
		if k >= g.at || r.items[k].first > i+thingWords {
			return false
		}
		k++
	}
	for ; k < g.at; k++ {
		if c := r.items[k].c(); isSeats(c.body) || c.reach == "verb" {
			return false // "Phiên họp thứ nhất của Ban Chấp hành đã bầu 13 đồng chí"
		}
	}
	return true
}

// thingWords is how many words stand at most between the beginning of a clause and the
// body: "Lớp bồi dưỡng nghiệp vụ cho".
const thingWords = 6

// things are the first two words of nouns for what belongs to a body or works for it.
var things = []string{
	"điện thoại", "hồ sơ", "đoàn công", "đoàn kiểm", "đoàn giám", "đoàn khảo", "tổ công", "tiểu ban", "tổ giúp", "tổ phục", "bộ phận", "văn phòng", "lớp bồi", "lớp tập", "kinh phí", "chi phí", "trụ sở", "hội trường",
	"phòng họp", "phòng làm", "tài liệu", "văn bản", "nghị quyết", "cuộc họp", "phiên họp", "cơ quan",
}

const (
	ofBody    int32 = iota // one of things
	ofCouncil              // the People's Council
)

// each reports whether a figure is one of every unit: "bình quân mỗi đại hội có
// 9 ý kiến".
func (r *reader) each(g *group) bool {
	if g.mean {
		return false
	}
	for k := g.left; k < g.at; k++ {
		if r.items[k].c().link == "per" {
			if g.main.bound != "" && (g.head != nil && isSeats(g.head.body) || k+1 < g.at && isSeats(r.items[k+1].c().body) && r.items[k+1].first == r.items[k].last) {
				return false // "mỗi đảng bộ được bầu không quá 2 phó bí thư"
			}
			return len(r.eachOf(g)) < 2 && !r.lackEach(g)
		}
	}
	return false
}

// lackEach reports whether a figure is of seats that each of several units lacks: "11 chi bộ bầu thiếu,
// mỗi nơi 01 đồng chí".
func (r *reader) lackEach(g *group) bool {
	if g.main.percent || g.main.ratio || g.main.value > few || g.head != nil && g.head.head != "person" && !isSeats(g.head.body) {
		return false
	}
	for k := g.at - 1; k >= 0 && r.items[k].mark != ';'; k-- {
		switch c := r.items[k].c(); {
		case c.attr == "shortfall":
			return true
		case r.items[k].fig != nil, c.isAttr() && weight(c.attr) == 2:
			return false
		}
	}
	return false
}

// finish fills phase, place and level where they are not decided yet, emits
// the rows and remembers what the list is about.
func (r *reader) finish(i int, m *measure) {
	g := &r.groups[i]
	if m.phase == "" {
		m.phase = r.phase(g, m)
	}
	if m.body == "party_member" && m.phase != "actual" && m.phase != "previous" {
		if g.main.bound != "" || g.main.ranged {
			g.main.reason = "which organisations are meant"
			return // "từ 100 đảng viên trở lên thì được 120 đại biểu"
		}
		m.phase = "actual" // "ĐV trong danh sách: 41"; nobody plans how many members there are
	}
	if m.body == "organization" && m.attr == "total" && m.phase != "previous" {
		m.phase = "actual" // "phân bổ đại biểu cho 22 chi bộ"
	}
	r.where(g, m)
	g.place, g.level = m.place, m.level
	if r.governed(g, m) {
		m.doubts = append(m.doubts, "governed")
	}
	if m.part {
		r.rows(g, m)
		return
	}
	if m.body == "organization" {
		if m.attr == "other" && isPilot(m.qual) && !g.main.percent {
			r.d.pilots = g.main.value
		} else if m.attr == "completed" && r.d.pilots > 0 {
			if q := r.heldAsPilots(g); q != "" {
				m.attr, m.qual = "other", q
			}
		}
	}
	if m.body == "organization" && (m.attr == "other" && isPilot(m.qual) || m.attr == "total" || m.attr == "completed") {
		r.d.count(g.main.value, m.level)
		if m.attr != "other" {
			r.s.orgLevel = m.level
		}
		if m.attr == "completed" && m.phase == "actual" {
			r.held(m.level)
		}
	}
	if m.attr == "other" && len(m.doubts) == 0 { // where the words begin and end is a rule's guess: 15 in 100 are wrong
		m.doubts = append(m.doubts, "own_words")
	}
	if m.body == "committee" && (m.attr == "total" || m.attr == "appointed") {
		r.d.committee = 0
	}
	if m.body == "organization" || m.attr == "direct_election" {
		r.s.listLevel = m.level
		r.s.org, r.s.orgAt = *m, i
		r.s.org.place = ""
	}
	if (m.attr == "total" || m.attr == "appointed" && isSeats(m.body)) && !g.main.percent && m.phase == "actual" {
		r.d.sizes[m.body] = tally{g.main.value, m.level}
	}
	if m.attr == "total" && !g.main.percent && m.phase == "planned" {
		r.d.plans[m.body] = g.main.value
	}
	r.rows(g, m)
	r.alsoRows(g, m)
	if m.attr != "change" && m.body != "organization" && m.body != "vote" && m.body != "comment" {
		if i == 0 || g.left < g.at && r.items[g.left].mark == ';' {
			r.s.opened = *m
		}
		r.s.attr, r.s.qual, r.s.stat = m.attr, m.qual, m.stat
		r.s.was, r.s.amount, r.s.percent = m.phase, g.main.value, g.main.percent
		r.s.chosenFrom = m.phase == "nominated" && m.attr == "total" && r.s.elected == m.body && r.listOfChosen(g)
	}
}

// alsoRows emits what a figure says besides: of a second body, and of a second attribute.
func (r *reader) alsoRows(g *group, m *measure) {
	if m.attr == "" {
		return
	}
	twin := *m
	if g.both != nil {
		twin.body = g.both.body
		r.rows(g, &twin)
	}
	if g.more.attr == "" || m.attr != "education" {
		return
	}
	twin.attr, twin.qual = g.more.attr, g.more.qual
	r.rows(g, &twin)
	if g.both != nil {
		twin.body = m.body
		r.rows(g, &twin)
	}
}

// governed reports whether a sentence before says whose members a figure counts, and not
// surely so: the items of a list right below a body are its, but a new total without a
// word for its body, or a figure farther down, may be of another.
func (r *reader) governed(g *group, m *measure) bool {
	return r.s.carried && m.body == r.s.body && m.body != "organization" && (g.head == nil || g.head.body == "") && (r.d.age > 1 || m.attr == "total")
}
