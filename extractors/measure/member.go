package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// seat reports whether a figure counts members without a word for their body, which
// are those of a committee.
func (r *reader) seat(g *group) bool {
	return r.isSeat(g) && r.over(r.items[g.headAt].last)
}

// seatsCounted reports whether "số ủy viên" stands before a bare figure.
func (r *reader) seatsCounted(g *group) bool {
	if !g.main.bare || g.main.percent {
		return false
	}
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		switch c := it.c(); {
		case c.head == "person":
			return it.first > r.first && r.t.Fold(it.last-1) == "viên" && r.t.Fold(it.first) == "uỷ" && r.t.Fold(it.first-1) == "số"
		case c.link == "copula", it.mark == ':', c.phase == "actual", c.reach == "decided", c.attr == "elected":
		default:
			return false
		}
	}
	return false
}

// seatsOfLevel reports whether an item of a list begins with a level and the members of its
// committee, whatever the item before ended with: "- Cấp xã: không quá 15 ủy viên".
func (r *reader) seatsOfLevel(g *group) bool {
	if r.labelled == 0 || r.d.headed || g.left > 0 || !r.isSeat(g) {
		return false
	}
	level := false
	for k := range g.at {
		c := r.items[k].c()
		level = level || c.strength == "strong"
		if isSeats(c.body) {
			return false
		}
	}
	return level
}

// personnelOf reports whether a figure right behind a colon counts those who are planned or
// proposed for the next term without a word for their body.
func (r *reader) personnelOf(g *group) bool {
	if g.at < 2 || r.items[g.at-1].mark != ':' || r.items[g.at-1].last != g.main.first || g.head == nil || g.head.head != "person" {
		return false
	}
	planned := false
	for k := g.left; k < g.at-1; k++ {
		c := r.items[k].c()
		planned = planned || c.phase == "planned" || c.phase == "nominated"
		if c.head == "person" && planned && r.t.Fold(r.items[k].first) == "nhân" {
			return true
		}
		planned = planned || c.head == "person" && r.t.Fold(r.items[k].first) == "nhân" && k+1 < g.at && r.items[k+1].c().phase != ""
	}
	return false
}

// saysCommittee reports whether the attribute of a figure names the committee:
// "tham gia cấp ủy lần đầu".
func (r *reader) saysCommittee(g *group) bool {
	for k := g.left; k < g.right && k < len(r.items); k++ {
		it := &r.items[k]
		for i := it.first; it.c().isAttr() && i+1 < it.last; i++ {
			if r.t.Fold(i) == "cấp" && r.t.Fold(i+1) == "uỷ" {
				return true
			}
		}
	}
	return false
}

// fullLabel reports whether a figure counts the full members, as is told before it, with those
// on probation behind: "đảng viên chính thức 50, dự bị 2", "Đảng viên: chính thức 28 đ/c; dự bị 02".
func (r *reader) fullLabel(g *group) bool {
	k := g.at - 1
	colon := k >= 0 && r.items[k].mark == ':'
	if colon {
		k--
	}
	if k < 1 || r.items[k].c().form != "weakcount" || g.main.ratio {
		return false
	}
	p := k - 1
	if r.items[p].mark == ':' {
		p--
		colon = true
	}
	if p < 0 || r.items[p].c().body != "party_member" || r.items[k-1].last != r.items[k].first {
		return false
	}
	if !colon && g.main.bare {
		return true
	}
	for i := g.main.last; i+1 < r.last && i < g.main.last+probation; i++ {
		if r.t.Fold(i) == "dự" && r.t.Fold(i+1) == "bị" {
			return true
		}
	}
	return false
}

// probation is within how many tokens behind the full members those on probation are named.
const probation = 6

// structureLed reports whether a sentence tells what those who were elected are, and names no
// body: "Cơ cấu: nữ 4/15, tái cử 10/15".
func (r *reader) structureLed() bool {
	i := r.firstWord()
	if r.t.Fold(i) == "về" {
		i++
	}
	return r.t.Fold(i) == "cơ" && r.t.Fold(i+1) == "cấu" && (r.t.Is(i+2, ':') || r.t.Is(i+2, ',') || r.t.Fold(i+2) == "có" || r.t.Fold(i+2) == "gồm") && r.only() == nil
}

// isSeat reports whether the noun of a figure is "ủy viên".
func (r *reader) isSeat(g *group) bool {
	if g.head == nil || g.headAt < 0 || g.main.percent {
		return false
	}
	it := &r.items[g.headAt]
	return it.last-it.first == 2 && r.t.Fold(it.first) == "uỷ" && r.t.Fold(it.last-1) == "viên"
}

// persons resolves figures of members of a body.
func (r *reader) persons(i int, m *measure) (ok bool) {
	g := &r.groups[i]
	s := &r.s
	if r.sentOrTaught(g) {
		g.main.reason = taughtReason
		return false
	}
	if r.womenOf(g) || r.statePost(g) || r.deputyHeads(g) {
		return false
	}
	m.attr, m.qual, m.stat = r.attribute(g)
	if i > 0 && s.carried {
		if c := r.leadBody(); c != nil {
			s.body, s.central, s.carried, s.organ = c.body, c.central, false, ""
		}
	}
	if m.attr == "first_time" && r.s.attr != "re_elected" && r.newOnes(g) {
		m.attr, m.qual = "", ""
	}
	if m.attr == "" && r.presentWhen(g) {
		m.attr, m.qual = "other", "có mặt"
	}
	body, explicit := r.bodyOf(g)
	if r.isSeat(g) && (body != nil && body.body == "party_member" && body != g.head || body == nil && s.body == "party_member") {
		body, explicit = &committee, true // "có từ 100 đảng viên bầu 9 ủy viên"
	}
	if body == nil && m.attr == "" && r.theCommission(g) {
		body, explicit = &commission, true
	}
	if s.world && s.carried && body == nil && g.head == nil {
		g.main.reason = "of something else"
		return false
	}
	if m.attr == "" && body == nil && s.attr != "" && s.attr != "total" && r.atLevel(g) {
		m.attr, m.qual, m.stat = s.attr, s.qual, s.stat // "61 nữ ở cấp cơ sở, 2 người ở cấp huyện"
	}
	if q := r.onTheSpot(g); q != "" && (s.body == "" || isSeats(s.body) || s.body == "delegate" || s.body == "party_member") {
		*m = measure{body: "committee", attr: "other", qual: q, stat: "count", phase: "nominated"}
		if isSeats(s.body) {
			m.body = s.body
		}
		s.body, s.central, s.carried, s.organ = m.body, false, false, ""
		return true
	}
	if m.attr == "" {
		if q := r.restAbsent(i); q != "" {
			*m = measure{body: "delegate", attr: "other", qual: q, stat: "count", phase: "actual"}
			return true
		}
	}
	if b, ok := r.bothTold(i); ok {
		*m = b
		s.body, s.central, s.carried, s.organ, s.phase, s.elected = m.body, false, false, "", "actual", m.body
		return true
	}
	if i > 0 && r.listForSeats(i-1) {
		*m = measure{body: "committee", attr: "total", stat: "count", phase: "nominated"}
		if c, _ := r.bodyOf(&r.groups[i-1]); c != nil && isSeats(c.body) {
			m.body, m.level = c.body, c.level
		}
		return true
	}
	if r.thisTermToo(i) {
		*m = measure{body: s.body, central: s.central, attr: r.d.last, qual: r.d.lastQual, stat: "count", phase: "actual"}
		return true
	}
	if r.sameBase(i) {
		if q := r.clean(g.main.last, r.stop(g)); q != "" && isSeats(r.groups[i-1].body()) {
			*m = measure{body: r.groups[i-1].body(), attr: "other", qual: q, stat: "count"}
			return true
		}
	}
	if m.attr == "" {
		if m.attr, m.qual = r.sharedShare(i); m.attr != "" {
			m.stat = "count"
		}
	}
	if phase := r.outOfMore(i); phase != "" && (m.attr == "" || r.groups[i-1].body() != "") {
		*m = measure{body: first(s.body, "committee"), attr: "total", stat: "count", phase: phase}
		return isSeats(m.body)
	}
	if r.versusSize(g, m.attr) || r.planBeside(g) || (r.decidedBehind(g) || r.planInBracket(g)) && (isSeats(s.body) || s.body == "") {
		*m = measure{body: first(s.body, "committee"), attr: "total", stat: "count", phase: "planned"}
		return isSeats(m.body)
	}
	if i == 0 && s.carried && (isSeats(s.body) || s.body == "inspection_head") && !g.main.percent && r.ofThose(g) {
		r.bySize(g)
	}
	if b := r.official(i); b != nil && (body == nil || body.body == "delegate") {
		body, explicit = b, true
	}
	if m.attr == "direct_election" && g.head != nil && (g.head.body == "delegate" || g.head.body == "party_member" || g.head.body == "committee") {
		m.attr, m.qual = "", "" // "bầu trực tiếp bí thư, có 120 đại biểu"
	}
	if b, it, ok := r.inRow(i); ok {
		if b != nil && b.body != "" {
			body = b
		}
		m.place, m.level = it.place, it.placeLevel
		switch {
		case it.band != "":
			m.attr, m.qual, m.stat = "age_band", it.band, "count"
		case b != nil && b.attr != "" && b.body == "":
			var f found
			r.take(&f, b, 0)
			m.attr, m.qual, m.stat = f.attr, f.qual, "count"
		case m.attr == "" && s.attr == "" && it.place != "":
			if a := r.scan(0, g.at); a.attr != "" {
				m.attr, m.qual, m.stat = r.settle(g, a)
			}
		case m.attr == "":
			m.attr, m.qual, m.stat = s.attr, s.qual, s.stat
		}
	}
	if m.attr == "" || m.attr == "ethnic_minority" && r.peopleSubject(g) {
		if name := r.peopleNamed(g); name != "" {
			m.attr, m.qual, m.stat = "other", name, "count"
		}
	}
	if m.attr == "" || m.attr == "female" && g.at > 0 && r.items[g.at-1].last < g.main.first {
		if name := r.peopleCounted(g); name != "" {
			m.attr, m.qual, m.stat = "other", name, "count"
			g.named = true
		}
	}
	if (m.attr == "" || m.attr == "ethnic_minority" && g.main.bare && r.listsPeoples(g)) && (s.attr == "other" && strings.HasPrefix(s.qual, "dân tộc ") || (m.attr == "ethnic_minority" || s.attr == "ethnic_minority") && r.peopleBefore(g) != "") {
		name, ok := r.peopleBefore(g), true
		if name == "" {
			name, ok = r.nameAt(g)
		}
		if ok {
			m.attr, m.qual, m.stat = "other", "dân tộc "+name, "count"
			g.named = true
		}
	}
	if m.attr == "" || m.attr == "other" && strings.HasPrefix(m.qual, "dân tộc ") {
		if names := r.peoplesCounted(i); names != "" && strings.HasSuffix(names, strings.TrimPrefix(m.qual, "dân tộc ")) {
			m.attr, m.qual, m.stat = "other", names, "count"
			g.named = true
		}
	}
	if m.attr == "" || m.attr == "ethnic_minority" && g.main.bare && !g.main.percent {
		if name := r.peopleBeside(i); name != "" {
			m.attr, m.qual, m.stat = "other", name, "count"
			g.named = true
		}
	}
	if m.attr == "" && body == nil && (s.body == "delegate" || isSeats(s.body)) && !g.main.percent {
		if q := r.partyYears(g); q != "" {
			m.attr, m.qual, m.stat = "other", q, "count"
		}
	}
	if m.attr == "" && (s.body == "" || isSeats(s.body) || s.carried) && r.roundsTold() {
		if q := r.round(g); q != "" {
			*m = measure{body: "committee", attr: "other", qual: q, stat: "count", phase: "actual"}
			if body != nil && isSeats(body.body) {
				m.body = body.body
			} else if isSeats(s.body) {
				m.body = s.body
			}
			return true
		}
	}
	if m.attr == "" && (r.belowPlan(g) || r.lackedThere(g)) {
		m.attr, m.stat = "shortfall", "count"
	}
	if m.attr == "" && g.at > 0 && r.items[g.at-1].c().link == "per" && r.lackEach(g) {
		m.attr, m.stat = "shortfall", "count" // "bầu thiếu cấp ủy (mỗi nơi 1)"
	}
	if m.attr == "other" && strings.HasPrefix(m.qual, "dân tộc ") {
		g.named = true // and no unit: "người dân tộc Thái, Đan Lai 14 đồng chí"
	}
	if g.left < g.at && r.items[g.left].mark == ';' {
		s.within = false
	}
	if m.attr == "" && !g.main.percent && isSeats(s.body) && g.main.first > r.first && r.t.Word(g.main.first-1) == "đủ" {
		m.attr, m.stat = "total", "count" // "ở X đủ 15 người"
	}
	if r.lists(i) || s.attr == "not_re_elected" && r.opensParts(g) {
		s.within = true
	}
	if m.attr == "" && body != nil && r.goesOnWith(g, body) {
		m.attr, m.qual = s.attr, s.qual
	}
	if m.attr == "" && !g.main.percent {
		m.attr, m.qual = r.shared(i)
	}
	if m.attr == "" && !g.main.percent {
		m.attr, m.qual = r.labelOfAll(g)
	}
	if m.attr == "" && !g.main.percent && body == nil && s.body == "delegate" && s.organ == "" && s.sticky != "planned" && !r.plan() {
		if q := r.sector(i, true); q != "" {
			m.attr, m.qual, m.stat = "other", q, "count" // "Đại biểu là: công nhân 6, nông dân 41"
		}
	}
	if m.attr == "" && (body == nil && isSeats(s.body) || body != nil && isSeats(body.body) || r.only() != nil) {
		if q := r.sector(i, !explicit); q != "" {
			m.attr, m.qual, m.stat = "other", q, "count"
		}
	}
	if m.attr == "" && body == nil && r.partByPlace(g) {
		if _, ok := r.nameAt(g); ok {
			m.attr, m.qual, m.stat = s.attr, s.qual, s.stat
		}
	}
	if g.main.percent && r.threshold(i) {
		return false
	}
	if body == nil && m.attr == "" && s.attr != "" && r.listed(g) {
		m.attr, m.qual, m.stat = s.attr, s.qual, s.stat
		if o := &s.opened; o.attr != "" && g.left < g.at && g.head != nil && (r.items[g.left].mark == ';' || o.attr == "total" && r.behindBracket(g)) {
			m.attr, m.qual, m.stat = o.attr, o.qual, o.stat // "huyện X có 41 đồng chí, nữ 9; huyện Y có 40 đồng chí"
		}
	} else if body == nil && m.attr == "" && s.attr == "" && (g.main.percent || r.mostAt(g)) && r.d.last != "" && r.d.last != "total" && r.d.age <= longest && r.listed(g) {
		m.attr, m.qual, m.stat = r.d.last, r.d.lastQual, r.d.lastStat
		if s.body == "" {
			s.body = "committee"
		}
		if s.levelOf == s.body && !g.main.percent {
			m.level = s.bodyLvl // whose members they are was said before
		}
	} else if body == nil && m.attr == "" && s.attr == "" && r.d.leadAttr != "" && s.carried && r.labelled >= 4 && g.left == 0 && r.leadsUnits(g, m) {
		// it has what the lead counts
	} else if m.attr == "" && s.attr != "" && (r.inherits(g) || r.besideRule(g)) {
		m.attr, m.qual, m.stat = s.attr, s.qual, s.stat
	}
	if body == nil && m.attr != "" {
		if many := m.attr != "shortfall" && r.tooMany(g); many || r.ofCommittee(g, m.attr) {
			s.body, s.central = "committee", false
			if many {
				s.levelOf, s.bodyLvl = "committee", r.d.sizes["committee"].level
			}
		}
	}
	if body == nil && (s.carried || g.left < g.at && r.items[g.left].mark == ';') && g.main.percent && weight(m.attr) == 2 && m.attr != "" && (s.body == "deputy_secretary" || s.body == "secretary") && (r.d.sizes[s.body].n <= few && r.d.committee <= longest || r.required(g)) {
		s.body, s.central = "committee", false
	}
	switch {
	case m.attr == "" && (body == nil || body.body == "delegate") && r.comers(i, m):
		body = &delegate
	case m.attr == "" && body == nil && !g.main.percent && (s.body == "party_member" || s.body == "") && r.summoned(g):
		m.body, body, explicit = "delegate", &delegate, true // "tổng số 58 đảng viên; triệu tập 49 đồng chí"
	case m.attr == "" && body == nil && i == 0 && !g.main.percent && g.head != nil && g.head.head == "person" && r.cameFirst(g):
		m.body, body, explicit = "delegate", &delegate, true // "Dự đại hội có 31 đồng chí"
	case m.attr == "" && body == nil && !g.main.percent && i > 0 && r.groups[i-1].body() == "party_member" && g.head != nil && g.head.head == "person" && r.came(r.items[g.end-1].last):
		m.body, body = "delegate", &delegate // "Chi bộ có 27 đảng viên, 24 đồng chí dự"
		if r.called(g) {
			m.attr, m.qual, m.stat = "other", "có mặt", "count"
		}
	case m.attr == "" && !g.main.percent && body != nil && body.body == "delegate" && !g.main.bare && r.came(r.items[g.end-1].last) && r.called(g):
		m.attr, m.qual, m.stat, m.body = "other", "có mặt", "count", "delegate" // "110 đại biểu triệu tập, 108 đại biểu dự"
	case m.attr == "" && body == nil && !g.main.percent && g.main.first > r.first && r.came(g.main.first-1) && r.called(g):
		m.attr, m.qual, m.stat, m.body, body = "other", "có mặt", "count", "delegate", &delegate // "triệu tập 410, dự 402"
	case m.attr == "other" && r.present(m.qual) && (body == nil && (s.body == "" || s.body == "party_member" || strings.HasPrefix(m.qual, "vắng")) || body != nil && body.body == "party_member"):
		m.body, body = "delegate", &delegate // who is present at a congress of all members is a delegate of it
	case body != nil:
		m.body, m.central = body.body, body.central
		if !body.central && (body.use != "actor" || m.level == "" && r.t.Identity.Type != "news") {
			if m.level = first(body.level, m.level); body.level == "cell" && r.grassrootsCell(g) {
				m.level = "grassroots"
			}
		}
		if m.body == "inspection_head" && g.head != nil && g.head.head == "person" && g.main.value > 2 && (!r.headsBefore(g) || r.t.Fold(r.items[g.headAt].last-1) == "viên") {
			m.body = "inspection_committee"
		}
		if m.body == "party_member" && r.badgeFor(g) {
			return false
		}
		if m.body == "party_member" && ((g.main.bound != "" || g.main.ranged) && r.condition(g) || r.sizeCondition(g) || s.rated) {
			return false
		}
		if m.body == "party_member" && m.attr == "" && r.extremeUnit(g) {
			return false // "Chi bộ đông nhất có 61 đảng viên"
		}
		if m.body == "party_member" && m.attr == "" && !g.main.percent && (r.summoned(g) || r.cameBefore(g) || g.main.ratio && (r.cameLabel(g) || r.cameLeft(g))) {
			m.body, body = "delegate", &delegate
			explicit = explicit || g.main.ratio && r.cameBefore(g) // "Đảng viên dự đại hội: 641/667"
		}
		if m.body == "party_member" && m.attr == "" && g.main.percent && r.cameBefore(g) && r.toCongressOf(g) {
			m.body, m.attr, m.stat, body = "delegate", "total", "count", &delegate // "Tỷ lệ đảng viên dự đại hội đạt 97,4%"
		}
		if m.body == "party_member" && m.attr == "" && !g.main.percent && (r.sentBy(g) || r.attend(g) || r.takingPart(g)) && !r.represents(g) {
			m.body, body = "delegate", &delegate
		}
		if m.body == "delegate" && (r.meeting() || r.witness(g) || r.invited(g)) {
			return false
		}
		if m.body == "delegate" && (r.toHigher(g) || r.delegationSize(g) || r.sentUp(i) || r.sentTogether(i) || r.goesAbove(g)) {
			m.body, m.level = "upper_delegation", ""
			if m.attr == "" && !g.main.percent && r.appointedTogether(i) {
				m.attr, m.stat = "appointed", "count"
			}
		}
		if m.body == "delegate" && (s.body == "upper_delegation" && (!s.carried || r.ofDelegation(g) || r.d.headed && (r.alternates(i) || i+1 < len(r.groups) && r.alternates(i+1))) || r.d.sent || r.sentOut(g)) {
			m.body = "upper_delegation"
		}
		if body.use == "organ" {
			*m, ok = r.organ(g, body)
			return ok
		}
		if part, ok := r.partOfDelegates(g, body, explicit); ok {
			*m = part
			return true
		}
	case m.attr == "" && (s.body == "" || s.carried) && r.allWon(g):
		m.body, m.phase = "committee", "actual" // "Cả 49 người đều qua ngay lượt đầu"
		if isSeats(s.body) && s.body != "upper_delegation" {
			m.body = s.body
		}
		body, explicit = &committee, true
	case m.attr == "" && r.wonBare(g) && !isSeats(s.body):
		m.body = "committee" // "Trúng cử 14, thiếu 1"
		body, explicit = &committee, true
	case m.attr == "" && r.personnelListed(g) && (s.body == "" || s.carried):
		m.body = "committee" // "Nhân sự khóa mới: giới thiệu 17"
		body, explicit = &committee, true
	case m.attr == "" && r.toElect(g) && !isSeats(s.body):
		m.body = "committee" // "Quyết định bầu 15, trúng cử 14"
		body, explicit = &committee, true
	case m.attr == "" && s.body != "committee" && (r.seatsCounted(g) || s.carried && isSeats(s.body) && r.seatsOfLevel(g)):
		m.body = "committee" // "có 200 đại biểu. Số ủy viên được bầu là 35"
		body, explicit = &committee, true
	case s.body != "committee" && m.attr != "" && r.generic(g) && (s.body == "delegate" || s.body == "upper_delegation" || s.body == "party_member"):
		m.body = "committee"
		body = &committee
	case m.attr == "" && s.body == "delegate" && r.isSeat(g) && r.electedBefore(g):
		m.body = "committee" // "có 148 đại biểu dự; bầu 15 ủy viên"
		body, explicit = &committee, true
	case s.body != "" && (s.carried || s.body == "delegate") && s.body != "committee" && m.attr == "" && !g.main.percent && r.ballotList(g):
		m.body = "committee"
		body, explicit = &committee, true
	case m.attr == "" && (r.pairOfLists(i) || s.body == "" && g.head != nil && g.head.head == "person" && r.ballotList(g)):
		m.body = "committee"
		body, explicit = &committee, true
		m.doubts = append(m.doubts, "two_candidates")
	case r.borrow(i) != nil:
		body = r.borrow(i)
		m.body, m.central, explicit = body.body, body.central, true
	case (m.attr == "" || m.attr == "appointed") && g.head != nil && g.head.head == "person" && r.goesAbove(g),
		m.attr == "" && g.head != nil && g.head.head == "person" && r.electedBefore(g) && (r.higherBehind(g.end, r.nextFigure(g)) || r.delegationBehind(i)):
		m.body = "upper_delegation" // bầu 12 đồng chí dự Đại hội Đảng bộ tỉnh
		body, explicit = &delegate, true
	case m.attr == "" && (r.byCongress(g) || r.asPlanned(g) || (s.body == "" || s.carried) && r.unitElects(g)):
		m.body = "committee"
		body, explicit = &committee, true
	case m.attr == "" && (s.body == "" || s.body == "delegate" || s.body == "party_member" || s.body == "vote") && r.bareBallot(g):
		m.body = "committee" // "Đại hội bầu 37/43", "bầu 51 trong danh sách 59 người"
		body, explicit = &committee, true
	case m.attr == "" && !s.carried && (s.body == "delegate" || s.body == "party_member") && r.votes(g):
		m.body = "committee" // "32 đảng viên dự; bầu 5 đồng chí"
		body, explicit = &committee, true
	case m.attr == "" && !g.main.percent && s.body == "delegate" && s.carried && r.wonNext(g):
		m.body = "committee" // "55/55 người trúng cử ngay vòng đầu, trong đó 7 nữ"
		body, explicit = &committee, true
	case s.body != "" && !(s.body == "delegate" && s.carried && (r.amongWinners() || notOfDelegates[m.attr])) && !((s.body == "delegate" || s.body == "vote") && s.carried && r.won(g)) && !(m.attr == "" && s.carried && s.body != "standing_committee" && !(r.d.headed && r.d.age <= 1) && r.votes(g)):
		m.body, m.central = s.body, s.central
		if s.organ != "" {
			m.body, m.attr, m.qual = "delegate", "other", s.organ+r.predicate(g)
			return g.head != nil
		}
	case (m.attr == "" || m.attr == "elected" && r.d.elects != "") && !g.main.percent && (g.main.bare || g.head != nil && g.head.head == "person") && r.t.Identity.Type == "minutes" && (s.body == "" || s.body == "delegate" || s.body == "party_member") && (r.sizeNamed(g) || r.ballotList(g)):
		m.body = "committee" // "Số lượng: 05", "Danh sách chốt 06"
		body, explicit = &committee, true
	case m.attr == "" && (r.votes(g) || r.winners(g)), m.attr == "appointed" && r.winners(g):
		m.body = "committee"
		body, explicit = &committee, true
		m.doubts = append(m.doubts, "two_candidates")
	case m.attr != "" && weight(m.attr) == 2 && m.attr != "alternate" && r.only() != nil:
		body = r.only()
		m.body, m.central = body.body, body.central
	case m.attr != "" && weight(m.attr) == 2 && r.ofDelegates():
		body = &delegate
		m.body = "delegate"
	case m.attr == "" && r.listOfUnits(i):
		*m = measure{body: "committee", attr: "total", stat: "count", phase: "nominated", level: first(r.levelWord(r.groups[i-1].headAt), r.d.counted(r.groups[i-1].main.value), r.below())}
		s.body, s.central, s.carried, s.organ = "committee", false, false, ""
		return true
	case m.attr == "" && s.body == "" && g.head != nil && g.head.phase == "nominated" && r.only() != nil:
		body = r.only() // "Trong số 46 ứng viên, đại hội bầu được 40 ủy viên Ban Chấp hành"
		m.body, explicit = body.body, true
	case m.attr == "" && r.only() != nil && g.head != nil && g.head.head == "person" && r.inFormer(g):
		body = r.only() // "So với khóa trước (39 đồng chí, 5 nữ), Ban Chấp hành …"
		m.body, explicit = body.body, true
	case m.attr == "" && r.personnelOf(g):
		m.body = "committee" // "Dự kiến nhân sự khóa mới: 15 đồng chí"
		body, explicit = &committee, true
	case m.attr == "" && r.seat(g):
		m.body = "committee" // "Đảng ủy xã: không quá 15 ủy viên"
		if s.body == "" && (r.plan() || r.ofThose(g)) {
			body, explicit = &committee, true // "Đề án 15 ủy viên, trúng 14", "Trong 21 ủy viên, trẻ 4"
		}
	case r.isSeat(g) && (m.attr == "" && (r.ofThose(g) || r.termOf(g) > 0) || m.attr != "" && weight(m.attr) == 2), m.attr != "" && r.saysCommittee(g):
		m.body = "committee" // "Trong 39 ủy viên có …", "39 ủy viên đều có trình độ …", "tham gia cấp ủy lần đầu có 402 đồng chí"
		body, explicit = &committee, true
	case m.attr != "" && weight(m.attr) == 2 && r.d.sizes["committee"].n > 0 && r.structureLed():
		m.body = "committee" // "5. Cơ cấu: nữ 4/15, tái cử 10/15"
		body, explicit = &committee, true
	case m.attr == "direct_election" && m.qual == "secretary":
		m.body, m.qual = "secretary", ""
		return true
	case m.attr != "" && weight(m.attr) == 2 && g.main.percent && (m.place != "" || r.required(g) || r.fellShort(g) || r.amongUnits(g) || r.levelOf(g) != ""):
		m.body = "committee"
		m.doubts = append(m.doubts, "two_candidates")
	case (s.chosen || r.planAndResult() || r.nominatedBefore(g) || m.attr == "shortfall" || m.attr == "withdrawn" || m.attr == "renewal" || m.attr == "surplus" || m.attr == "not_re_elected") && m.attr != "" && weight(m.attr) == 2 && (!r.s.within || r.amongWinners()):
		m.body = "committee"
		m.doubts = append(m.doubts, "two_candidates")
	default:
		return false
	}
	if m.body == "delegate" && body == nil && g.head != nil && g.head.head == "person" && g.headAt >= 0 && (r.t.Fold(r.items[g.headAt].first) == "nhân" || r.t.Fold(r.items[g.headAt].first) == "ứng") {
		return false // "100% nhân sự được thẩm định", "2 ứng cử viên cho một ghế"
	}
	if m.body == "delegate" && m.attr == "other" && strings.EqualFold(m.qual, "có mặt") && r.presentAlone(g) {
		m.attr, m.qual = "total", ""
	}
	if m.body == "delegate" && m.attr == "other" && strings.Contains(m.qual, "miễn ") {
		m.body = "party_member" // who is exempt was not called
	}
	if r.extreme(g) || r.ofAge(g) || m.attr == "" && r.besidePosts(g, m.body) {
		return false
	}
	if isSeats(m.body) && m.body != "upper_delegation" && m.attr == "" && r.attends(g, m.body) {
		g.main.reason = "guests"
		return false
	}
	return r.members(g, m, body, explicit)
}

// wonNext reports whether it is said right behind persons that they were elected.
func (r *reader) wonNext(g *group) bool {
	k := g.end
	if g.head == nil || g.head.head != "person" || k >= len(r.items) || r.items[k].first > r.items[k-1].last+1 {
		return false
	}
	c := r.items[k].c()
	return c.phase == "actual" && c.reach == "near" || c.attr == "elected"
}

// notOfDelegates are attributes of those who are elected to a body at a congress, which its
// delegates do not have.
var notOfDelegates = map[string]bool{
	"withdrawn": true, "surplus": true, "re_elected": true, "not_re_elected": true, "renewal": true, "first_time": true, "non_local": true,
}

// ofDelegation reports whether a figure counts some of the delegation that the sentence before
// was about: "Trong số đại biểu chính thức có 5 nữ".
func (r *reader) ofDelegation(g *group) bool {
	if size := r.d.sizes["upper_delegation"].n; size == 0 || !g.main.percent && g.main.value > size {
		return false
	}
	switch r.t.Fold(r.firstWord()) {
	case "trong", "cả":
		return true
	}
	return false
}

// leadsUnits gives the figure of a unit in a list what its lead says that is counted: "Số cấp ủy
// viên nữ ở các xã:", "- Thu Cúc: 4/15". It reports whether it did.
func (r *reader) leadsUnits(g *group, m *measure) bool {
	name, ok := r.unitAndFigure(g)
	if ok {
		m.attr, m.qual, m.stat, m.place = r.d.leadAttr, r.d.leadQual, "count", name
		if name != "" {
			m.level = r.below()
		}
	}
	return ok
}

// unitAndFigure reports whether an item of a list is a unit and a figure, and gives the name of
// one that has no word for its kind.
func (r *reader) unitAndFigure(g *group) (name string, ok bool) {
	if g.end < len(r.items) && r.items[g.end].mark != '(' && r.items[g.end].mark != ';' {
		return "", false
	}
	unit := false
	for k := range g.at {
		it := &r.items[k]
		unit = unit || it.place != ""
		if c := it.c(); it.mark == 0 && it.place == "" && !c.org && c.link != "pair" && c.link != "copula" {
			return "", false
		}
	}
	if unit {
		return "", true
	}
	i := r.firstWord()
	j := r.capitals(i)
	if j-i < 2 || j-i > 4 || !r.t.Is(j, ':') || j+1 != g.main.first {
		return "", false
	}
	return r.t.String(i, j), true
}

// bySize lets the body govern whose size a sentence tells again: "… 33 đồng chí vào Ban Chấp hành,
// 11 đồng chí vào Ban Thường vụ. Trong số 33 đồng chí có 11 nữ".
func (r *reader) bySize(g *group) {
	if r.d.sizes[r.s.body].n == g.main.value {
		return
	}
	for _, body := range [...]string{"committee", "standing_committee", "inspection_committee", "upper_delegation"} {
		if r.d.sizes[body].n == g.main.value {
			r.s.body, r.s.central = body, false
			return
		}
	}
}

// besidePosts reports whether a figure counts the members of a committee that are left
// beside those with a post: "gồm Bí thư, 02 Phó Bí thư và 2 ủy viên".
func (r *reader) besidePosts(g *group, body string) bool {
	if body != "committee" && body != "standing_committee" || g.main.percent || g.at < 2 || r.items[g.at-1].c().link != "cut" && r.items[g.at-1].mark != ',' {
		return false
	}
	c := r.items[g.at-2].c()
	return (c.body == "deputy_secretary" || c.body == "secretary") && g.main.value < r.d.sizes[body].n && (r.isSeat(g) || g.head != nil && g.head.use == "counted")
}

// goesOnWith reports whether a figure that follows on another with nothing but its body counts
// the same of that body: "thiếu 1 ủy viên Ban Chấp hành và 1 ủy viên Ban Thường vụ", "số dư
// bầu Ban Chấp hành 5 người, Ban Thường vụ 2 người", "nữ 11 Tỉnh ủy viên, 3 ủy viên Ban Thường vụ".
func (r *reader) goesOnWith(g *group, body *cue) bool {
	s := &r.s
	p := r.groupBefore(g)
	if p != nil && r.sameOfBodies(p, g, body) {
		return true
	}
	if p == nil || p.main.percent || g.main.percent || !isSeats(body.body) || body.body == s.body && !r.otherLevel(g) {
		return false
	}
	if size := r.d.sizes[body.body].n; s.attr != "shortfall" && s.attr != "surplus" && (s.attr != "female" && s.attr != "young" && s.attr != "ethnic_minority" || size <= g.main.value || p.body() == "" || g.body() == "") {
		return false
	}
	for k := p.tail; k < g.at; k++ {
		if it := &r.items[k]; it.mark != ',' && it.c().link != "cut" && it.c() != body && it.c().link != "copula" && it.mark != ':' && !it.c().org && it.place == "" && it.c().strength != "strong" {
			return false
		}
	}
	return g.main.value <= max(few, s.amount)
}

// sameOfBodies reports whether N/M of a body follow on those of another of which an attribute is told, with nothing between:
// "nữ tham gia Ban Chấp hành 118/399 (29,6%); Ban Thường vụ 28/121".
func (r *reader) sameOfBodies(p, g *group, body *cue) bool {
	s := &r.s
	if !p.main.ratio || p.main.percent || g.main.percent || g.head != nil || body.body == s.body || weight(s.attr) != 2 || s.attr == "other" || s.attr == "shortfall" || !isSeats(body.body) && body.body != "inspection_head" {
		return false
	}
	if !g.main.ratio && g.main.value > few {
		return false
	}
	for k := p.tail; k < g.at; k++ {
		it := &r.items[k]
		if it.mark != ',' && it.mark != ';' && it.mark != ':' && it.mark != ')' && it.c().link != "cut" && it.c() != body {
			return false
		}
	}
	return true
}

// otherLevel reports whether an organisation or a level stands before a figure, whose body is that of
// another than the one before: "thiếu 6 cấp ủy viên cơ sở, Ban Chấp hành Đảng bộ huyện 1".
func (r *reader) otherLevel(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if c := r.items[k].c(); c.org || c.strength == "strong" || r.items[k].place != "" {
			return true
		}
	}
	return false
}

// leadBody returns the body that a sentence begins with as a label, whose figures may stand behind others:
// "Ủy ban kiểm tra đảng ủy xã: 17/17 nơi bầu đủ 51 ủy viên"; nil for none.
func (r *reader) leadBody() *cue {
	var lead *cue
	for k := range r.items {
		it := &r.items[k]
		switch c := it.c(); {
		case it.mark == ':':
			return lead
		case lead == nil && isSeats(c.body) && c.use != "actor" && it.first <= r.firstWord()+1:
			lead = c
		case lead != nil && isSeats(c.body) && k > 0 && it.first == r.items[k-1].last: // whose body it is
		case it.fig != nil, it.mark != 0 && it.mark != '-', isSeats(c.body) && c.use != "actor", c.isAttr(), c.phase != "":
			return nil
		}
	}
	return nil
}

// atLevel reports whether nothing but a level stands behind the persons counted: "2 người ở
// cấp huyện".
func (r *reader) atLevel(g *group) bool {
	if g.head == nil || g.head.head != "person" {
		return false
	}
	k, at := g.end, r.items[g.end-1].last
	if w := r.t.Fold(at); w != "ở" && w != "tại" {
		return false
	}
	if k < len(r.items) && r.items[k].first == at {
		k++
	}
	return k < len(r.items) && r.items[k].first == at+1 && r.items[k].c().strength == "strong" && r.over(r.items[k].last)
}

// groupBefore returns the group before one, nil for the first.
func (r *reader) groupBefore(g *group) *group {
	for i := range r.groups {
		if &r.groups[i] == g {
			if i == 0 {
				return nil
			}
			return &r.groups[i-1]
		}
	}
	return nil
}

// members decides totals and licenses what was found.
func (r *reader) members(g *group, m *measure, body *cue, explicit bool) bool {
	s := &r.s
	if !g.main.percent && m.stat != "mean" && g.main.value != float64(int(g.main.value)) {
		return false
	}
	if m.attr == "" && m.body == "upper_delegation" && s.attr == "ex_officio" && g.main.bare && g.at > 0 && r.items[g.at-1].c().reach == "verb" && r.items[g.at-1].last == g.main.first && g.main.value <= r.d.sizes["upper_delegation"].n {
		m.attr, m.stat = "elected", "count" // "18 đồng chí, gồm đương nhiên 1, bầu 17"
		return true
	}
	if m.attr == "" && m.body == "delegate" && !g.main.percent && (r.electedDelegates(g) || r.electedPart(g)) {
		m.attr, m.stat = "elected", "count"
	}
	if m.attr == "" && m.body == "delegate" && !g.main.percent && g.at > 0 && r.each(g) && r.meanOf(g) {
		m.attr, m.stat = "total", "mean"
		m.level = first(r.levelOf(g), s.level, r.d.lastHeld, r.below())
		return true
	}
	if q := r.absent(g); m.attr == "" && q != "" && m.body == "delegate" && !g.main.percent {
		m.attr, m.qual, m.stat = "other", q, "count"
		if r.absenceCounted(g) {
			g.main.reason = "why somebody was absent"
			return false
		}
		return true
	}
	if m.attr == "" && m.body == "delegate" && !g.main.percent && r.appointedDelegates(g) {
		m.attr, m.stat = "appointed", "count"
	}
	if m.attr == "" && isSeats(m.body) && m.body != "upper_delegation" && !g.main.percent && !g.main.ratio && !s.within && r.appointedRight(g) {
		m.attr, m.stat = "appointed", "count"
	}
	if (m.attr == "" || m.attr == "elected") && m.body == "upper_delegation" && !g.main.percent && !s.within && r.appointedBehind(g) {
		m.attr, m.stat = "appointed", "count"
	}
	if m.attr == "" && m.body == "delegate" && r.eligible(g) {
		m.attr, m.qual, m.stat = "other", "đủ tư cách", "count"
		return true
	}
	if m.attr == "" && body != nil && body.body == "delegate" && m.body == "delegate" && !g.main.percent {
		if q := r.kindOfDelegate(g); q != "" {
			m.attr, m.qual, m.stat = "other", q, "count"
			if strings.HasSuffix(q, "đương nhiệm") || strings.Contains(q, "đương nhiên") {
				m.attr, m.qual = "ex_officio", "" // "66 đại biểu là Ủy viên Ban Chấp hành đương nhiệm"
			}
			return true
		}
	}
	if m.attr == "" && (!explicit || g.direct != nil || m.body == "inspection_head" || g.head != nil && g.head.body == m.body && (m.body == "secretary" || m.body == "deputy_secretary")) && m.body != "delegate" && !g.main.percent {
		if q := r.described(g); q != "" {
			m.attr, m.qual, m.stat = "other", q, "count"
			if s.body == "" && isSeats(m.body) {
				s.body, s.central = m.body, m.central
			}
			return true
		}
	}
	if m.attr == "" && m.body == "party_member" && g.end < g.right && r.items[g.end].c().form == "weakcount" && g.main.bare {
		m.attr, m.qual, m.stat = "other", "chính thức", "count"
		return true
	}
	if m.attr == "" && m.body == "party_member" && !g.main.percent && r.fullLabel(g) {
		m.attr, m.qual, m.stat = "other", "chính thức", "count" // "đảng viên chính thức 50, dự bị 2"
		r.govern(g, m)
		return true
	}
	if m.attr == "" && r.fullOnes(g, m.body) {
		m.attr, m.qual, m.stat = "other", "chính thức", "count"
		return true
	}
	if m.attr == "" && isSeats(m.body) && !g.main.percent {
		if q := r.labelKind(g); q != "" {
			m.attr, m.qual, m.stat = "other", q, "count"
			if body != nil {
				r.govern(g, m)
			}
			return true
		}
	}
	if m.attr == "" && r.unknownBefore(g) {
		return false
	}
	if m.attr == "" && s.attr == "withdrawn" && g.main.bare && g.main.first > r.first && r.t.Fold(g.main.first-1) == "còn" {
		m.attr, m.stat, m.phase = "total", "count", "nominated" // "giới thiệu 18, rút 01 còn 17"
		return true
	}
	if (m.attr == "" || m.attr == "elected") && r.others(g) {
		return false
	}
	if m.attr == "" {
		switch {
		case g.main.percent || g.main.value != float64(int(g.main.value)):
			return false
		case body == nil:
			if !r.counts(g) && !(r.won(g) && g.head != nil && s.body != "delegate") && !((s.attr == "total" || s.opened.attr == "total") && g.head != nil && (r.earlier(g) || r.thisTerm(g) || s.target && g.main.bound != "")) {
				if m2, ok := r.otherPart(g, *m); ok {
					*m = m2
					return true
				}
				return false
			}
		case !explicit && !r.licensed(g):
			return false
		}
		m.attr = "total"
		if s.within && (s.attr == "not_re_elected" || (s.attr == "re_elected" || s.attr == "first_time") && (m.body == "secretary" || m.body == "deputy_secretary") && g.main.value <= s.amount) {
			m.attr = s.attr // "3 đồng chí tái cử không trúng, trong đó 1 phó bí thư"
		}
		if s.appoint && (!s.within || s.seated && m.body != "committee" && body != nil && (explicit || body.use == "body")) && !r.after(g) && r.appointable(m.body) && !r.voted(g) {
			if p := r.phase(g, m); s.allAppointed || p != "planned" && p != "target" {
				m.attr = "appointed"
			}
		}
		m.stat = "count"
	}
	if m.attr == "elected" && m.body != "delegate" && m.body != "upper_delegation" {
		m.attr = "total"
	}
	if m.attr == "total" && s.within && s.attr == "appointed" && m.body == s.body && !g.main.percent && r.voted(g) && g.main.value+s.amount <= r.d.sizes[m.body].n {
		m.attr = "elected" // "566 đồng chí, trong đó chỉ định 389, bầu 177"
	}
	if m.attr == "appointed" && m.body != "delegate" && m.body != "upper_delegation" && !g.main.percent && !s.within {
		s.appoint, s.appointed = true, true
		s.seated = s.seated || m.body == "committee" && m.phase != "planned"
	}
	if m.attr == "elected" && m.body == "upper_delegation" && !s.within && (g.direct == nil && r.electedBehind(g) || !r.otherDelegates()) {
		m.attr = "total"
	}
	if m.attr == "alternate" && m.body == "upper_delegation" {
		m.qual = ""
	}
	if body != nil && body.use != "organ" && !(s.within && g.head == body) && m.body != "party_member" {
		r.govern(g, m)
	} else if body != nil && (m.attr == "total" || m.attr == "appointed" || s.body == "" || explicit) && !s.within || body != nil && explicit && m.body != s.body && m.body != "party_member" {
		r.govern(g, m)
	}
	if m.stat == "" {
		m.stat = "count"
	}
	if (m.attr == "total" || m.attr == "appointed") && !g.main.percent {
		before := s.phase
		s.phase = ""
		s.phase = r.phase(g, m)
		m.phase = s.phase
		if before == "actual" && s.elected == m.body || s.phase == "previous" && r.inFormer(g) {
			s.phase = before // what was planned or listed besides is not what the list is about
		}
		if s.phase == "actual" {
			s.elected = m.body
		}
	}
	return true
}

// only returns the one body that a sentence names, wherever it stands: "nữ 9
// đồng chí, trẻ 5 đồng chí trong Ban Chấp hành"; nil for none or several.
func (r *reader) only() *cue {
	var one *cue
	for k := range r.items {
		c := r.items[k].c()
		switch {
		case c.body == "" || c.use == "actor" || c.use == "organ":
		case !isSeats(c.body) || one != nil && one.body != c.body:
			return nil
		default:
			one = c
		}
	}
	return one
}

// amongUnits reports whether a share is that of one of several units, which is one
// of their committees: "Các huyện có tỷ lệ nữ cao: Thanh Ba (24,4%), …".
func (r *reader) amongUnits(g *group) bool {
	if g.at >= 2 && r.items[g.at-1].mark == '(' && r.items[g.at-2].place != "" && r.organisationPlace(g.at-2) {
		return true // "Tỷ lệ nữ cao nhất là Đảng bộ xã X (33,3%)"
	}
	if r.unitsLevel(g) == "" {
		return false
	}
	if _, ok := r.nameAt(g); ok {
		return true
	}
	return g.at >= 1 && r.items[g.at-1].place != "" || g.at >= 2 && r.items[g.at-2].place != ""
}

// unitsLevel is the level of the units that the sentence speaks of as several
// before a figure: "các huyện", "một số tỉnh".
func (r *reader) unitsLevel(g *group) string {
	for k := range g.at {
		it := &r.items[k]
		if c := it.c(); !c.org || it.first == r.first {
			continue
		}
		if k > 0 && r.items[k-1].fig != nil && r.items[k-1].last == it.first && r.items[k-1].fig.value > 1 {
			return first(r.levelWord(k), r.below()) // "có 3 xã: …"
		}
		switch strings.ToLower(r.t.Word(it.first - 1)) {
		case "các", "những", "nhiều", "số":
			return first(r.levelWord(k), r.below())
		}
	}
	return ""
}

// few posts have no shares: nobody says what percent of five deputies are women.
const few = 5

// ofCommittee reports whether a rate that names no body is one of the committee
// although another body was counted after it: "Ban Chấp hành 31 đồng chí, Ban
// Thường vụ 11 đồng chí; tỷ lệ nữ 19%".
func (r *reader) ofCommittee(g *group, attr string) bool {
	s := &r.s
	if s.within || !isSeats(s.body) || s.body == "committee" || s.body == "upper_delegation" || r.d.committee > longest && (attr != "surplus" || r.d.headed) {
		return false
	}
	if attr == "surplus" && (s.carried || s.body == "secretary" || s.body == "deputy_secretary") {
		return true
	}
	if g.main.percent && g.main.value == float64(int(g.main.value)) && g.left < g.at && r.items[g.left].mark == ';' && r.committeeNamed(g) && (attr == "surplus" || g.main.bound == "ge" || g.main.bound == "gt") {
		return true // "Ban Chấp hành 31 đồng chí, Ban Thường vụ 9 đồng chí; số dư 15%; nữ không dưới 15%"
	}
	if s.body == "inspection_committee" && s.carried && g.main.percent && r.usualPhase(&measure{body: "committee"}) == "target" {
		return true // nobody asks for a share of women in it
	}
	for k := g.left; k < g.at; k++ {
		if c := r.items[k].c(); c.link == "pair" && strings.EqualFold(r.t.Word(r.items[k].last-1), "lệ") {
			return k+1 < g.at && r.items[k+1].c().isAttr()
		}
	}
	return false
}

// committeeNamed reports whether the committee is named before a figure in its sentence.
func (r *reader) committeeNamed(g *group) bool {
	for k := range g.left {
		if c := r.items[k].c(); c.body == "committee" && c.use != "actor" {
			return true
		}
	}
	return false
}

// tooMany reports whether a part is larger than the body that governs and fits
// into the committee: "bầu 641 cấp ủy viên, … 35 phó bí thư. Nữ 88". A part of a
// committee that the text says it is of stays there, whatever its size: only a
// share that fits the larger committee says otherwise.
func (r *reader) tooMany(g *group) bool {
	if g.main.percent || !isSeats(r.s.body) || r.s.within && !(r.s.carried && (r.s.body == "secretary" || r.s.body == "deputy_secretary")) {
		return false // but no post has more parts than people: "2 phó bí thư. Trong đó, nữ 11 người"
	}
	size, ok := r.d.sizes[r.s.body]
	larger := r.d.sizes["committee"].n
	if plan := r.d.plans[r.s.body]; !ok && plan > 0 {
		size.n, ok, larger = plan, true, r.d.plans["committee"]
	}
	if !ok || g.main.value <= size.n || g.main.value > larger || r.labelled > 0 && (g.pct == nil || r.s.carried) {
		return false
	}
	if r.s.body == "secretary" || r.s.body == "deputy_secretary" || r.s.body == "inspection_committee" {
		return true
	}
	return g.pct != nil && r.fits(g, larger) && !r.fits(g, size.n)
}

// fits reports whether the share of a group is one of a total.
func (r *reader) fits(g *group, total float64) bool {
	return agree(g.main.value/total*100, g.pct.value, decimals(r.t.Word(g.pct.first))) != "mismatch"
}

// womenOf reports whether the women before a figure are of those whom no body has:
// "nữ thanh niên 45 người", "nữ công nhân: 120".
func (r *reader) womenOf(g *group) bool {
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		if it.c().attr != "female" {
			continue
		}
		i := it.last
		if i+1 < g.main.first && r.t.Fold(i) == "thanh" && r.t.Fold(i+1) == "niên" {
			return true
		}
		n := &r.items[k+1]
		return n.first == i && thing(n.c()) && r.endOf(i) <= g.main.first
	}
	return false
}

// deputyHeads reports whether a figure counts the deputy heads of an inspection committee.
func (r *reader) deputyHeads(g *group) bool {
	k := g.end
	return k < len(r.items) && r.items[k].first == r.items[k-1].last && r.items[k].c().use == "actor" && r.items[k].c().body == "inspection_committee"
}

// statePost reports whether the clause of a figure begins with a post of the State, whose holders
// are in no body: "Bí thư nữ: 2/13; chủ tịch UBND nữ: 1/13".
func (r *reader) statePost(g *group) bool {
	if g.left >= g.at || r.items[g.left].mark != ';' && r.items[g.left].mark != ',' {
		return false
	}
	i := r.items[g.left].last
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "chủ tịch", "phó chủ":
	default:
		return false
	}
	for k := g.left + 1; k < g.at; k++ {
		if it := &r.items[k]; isSeats(it.c().body) || it.c().attr == "concurrent" || it.mark == ',' {
			return false
		}
	}
	return g.head == nil
}

// others reports whether persons are counted behind those who are named: "Đồng chí A, B
// và 3 đồng chí khác".
func (r *reader) others(g *group) bool {
	i := g.main.first - 1
	if g.head == nil || g.head.head != "person" || i < r.first || r.t.Word(r.items[g.end-1].last) != "khác" {
		return false
	}
	switch r.t.Fold(i) {
	case "và", "cùng", "với":
		return true
	}
	return false
}

// labelKind returns what members a figure behind a label counts: "Ủy viên ban chấp hành
// là công nhân: 12; là trí thức: 20".
func (r *reader) labelKind(g *group) string {
	if g.at < 2 || r.items[g.at-1].mark != ':' || r.items[g.at-1].last != g.main.first {
		return ""
	}
	stop := r.items[g.at-1].first
	n := g.at - 2
	for n > g.left && r.items[n].c().head == "skip" {
		n--
	}
	if stop-r.items[n].last == 2 && r.t.Fold(stop-1) == "nhất" {
		return "" // "Thành phố X có số lượng cấp ủy viên nhiều nhất: 43 đồng chí"
	}
	if p := &r.items[n]; isSeats(p.c().body) && p.c().use == "counted" && stop-p.last >= 2 && stop-p.last <= 6 && r.t.Tokens[p.last].Kind == scan.Word && !r.t.Tokens[p.last].Upper {
		return r.t.String(p.last, stop) // "Cấp ủy viên phụ trách thôn: 9"
	}
	for k := g.at - 2; k > 0 && k >= g.left; k-- {
		it, p := &r.items[k], &r.items[k-1]
		if it.c().link != "copula" || r.t.Word(it.first) != "là" || p.last != it.first {
			continue
		}
		if it.last < stop && (isSeats(p.c().body) && p.c().use == "counted" || p.mark == ';' && r.s.attr == "other") {
			return r.t.String(it.last, stop)
		}
		return ""
	}
	return ""
}

// unknownBefore reports whether a bare number belongs to a word that no lexicon
// has ("công nhân 5"), or to those who are not in a body ("không tham gia …").
func (r *reader) unknownBefore(g *group) bool {
	if p := r.items[max(g.at-1, g.left)]; g.main.bare && p.c().head == "skip" && p.c().link == "" && p.c().phase == "" && p.last == g.main.first {
		return true
	}
	k := g.left
	for i := r.clauseOf(g); i < g.main.first; i++ {
		for k < g.at && r.items[k].last <= i {
			k++
		}
		if k < g.at && r.items[k].first <= i || r.t.Tokens[i].Kind != scan.Word {
			continue
		}
		switch w := r.t.Word(i); {
		case w == "không", w == "chưa":
			return true
		case i == g.main.first-1 && g.main.bare && !r.t.Tokens[i].Upper && !r.counts(g):
			return w != "nay" && w != "hiện" && w != "lại" && w != "vẫn" && w != "chỉ" && w != "lên" && w != "dự"
		}
	}
	return false
}

// clauseOf returns the token at which the clause of a figure begins, behind a comma where a
// verb of its own follows: "không bầu chi ủy, chỉ bầu 01 phó bí thư".
func (r *reader) clauseOf(g *group) int32 {
	verb := false
	for k := g.at - 1; k >= g.left; k-- {
		if r.items[k].mark == ',' && verb {
			return r.items[k].last
		}
		verb = verb || r.items[k].c().reach == "verb"
	}
	return r.items[g.left].first
}

// mostAt reports whether a figure is that of the unit which has the most or the least of
// what the sentence before counted: "Nhiều nhất là huyện X với 9 người".
func (r *reader) mostAt(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if r.items[k].c().link == "each" {
			return g.head == nil || g.head.head == "person"
		}
	}
	return false
}

// headsBefore reports whether heads of inspection committees are named right
// before a figure: "chủ nhiệm 25 đồng chí".
func (r *reader) headsBefore(g *group) bool {
	for k := g.at - 1; k >= g.left; k-- {
		c := r.items[k].c()
		if c.body != "" {
			return c.body == "inspection_head"
		}
		if g.at-k > 2 && !c.isAttr() && c.level == "" && c.link != "copula" {
			return false
		}
	}
	return false
}

// appointable reports whether a verb of appointing reaches a body: what is said
// of an inspection committee or a delegation besides is no part of it, but in a
// decision or a list under the verb.
func (r *reader) appointable(body string) bool {
	switch body {
	case "delegate", "party_member":
		return false
	case "inspection_committee", "upper_delegation":
		return r.s.listed || r.s.appointed || body == "inspection_committee" && r.t.Identity.Type == "decision"
	}
	return true
}

// voted reports whether a figure stands behind "bầu" in its part of the sentence,
// which appoints nobody.
func (r *reader) voted(g *group) bool {
	for k := g.at - 1; k >= g.left; k-- {
		if r.items[k].c().reach == "verb" && strings.EqualFold(r.t.Word(r.items[k].first), "bầu") {
			return true
		}
	}
	return false
}

// condition reports whether a figure says which units are meant: "nơi có trên
// 1.000 đảng viên".
func (r *reader) condition(g *group) bool {
	if k := g.end; k+1 < len(r.items) && r.items[k].mark == ':' && r.items[k].first == r.items[k-1].last && (r.items[k+1].c().reach == "limit" || r.items[k+1].c().bound != "") {
		return true // "từ 100 đến dưới 200 đảng viên: không quá 13"
	}
	for k := g.at - 1; k > 0; k-- {
		c := r.items[k].c()
		if c.link == "copula" {
			p := r.items[k-1].c()
			if first := r.items[k-1].first; p.org && p.party && first > r.first {
				switch r.t.Fold(first - 1) {
				case "các", "số", "những", "nhiều", "với":
					return true // "Một số đảng bộ có từ 100 đảng viên trở lên"
				}
			}
			return p.org && (!p.party || r.usualPhase(&measure{body: "committee"}) == "target") && (k < 2 || r.items[k-2].fig == nil)
		}
		if c.bound == "" && r.t.Word(r.items[k].first) != "từ" {
			return false
		}
		if p := &r.items[k-1]; p.c().org && p.c().party && p.last == r.items[k].first && (k < 2 || r.items[k-2].fig == nil) && (r.usualPhase(&measure{body: "committee"}) == "target" || g.end < len(r.items) && r.items[g.end].c().reach == "limit") {
			return true // "chi bộ dưới 9 đảng viên chỉ bầu bí thư"
		}
	}
	return false
}

// required reports whether the sentence says that a share is demanded or planned.
func (r *reader) required(g *group) bool {
	if r.usualPhase(&measure{body: "committee"}) == "target" {
		return true
	}
	for k := range min(g.wide, len(r.items)) {
		if p := r.items[k].c().phase; p == "target" || p == "planned" {
			return true
		}
	}
	for i := range r.groups {
		if n := &r.groups[i]; n != g && n.main.first > g.main.first && r.missedRule(n) {
			return true // "đạt 13%, chưa đạt 15% theo quy định"
		}
	}
	return false
}

// amongWinners reports whether a sentence begins with those who won without saying
// what: "Trong số trúng cử có 02 nữ".
func (r *reader) amongWinners() bool {
	for k := 0; k < min(3, len(r.items)); k++ {
		if c := r.items[k].c(); c.phase == "actual" && c.reach == "near" {
			return k > 0 || strings.EqualFold(r.t.Word(r.first), "trong")
		}
	}
	return false
}

// after reports whether a clause says how many there are after others were added:
// "Sau khi bổ sung, Ban Chấp hành có 41 đồng chí", "nâng tổng số … lên 41".
func (r *reader) after(g *group) bool {
	first := r.firstWord()
	switch r.t.Fold(first) + " " + r.t.Fold(first+1) {
	case "sau khi", "đến nay", "hiện nay", "như vậy", "hiện tại":
		return true
	}
	return g.main.first > first && r.t.Fold(g.main.first-1) == "lên"
}

// decisionsTold reports whether a sentence tells behind a colon what decisions that appoint, or that were
// made known, say: "Quyết định chỉ định của Tỉnh ủy được công bố: Ban Chấp hành 29 đồng chí".
func (r *reader) decisionsTold() bool {
	decision, told := false, false
	for k := range r.items {
		it := &r.items[k]
		switch c := it.c(); {
		case it.mark == ':':
			for i := r.firstWord(); i+1 < it.first; i++ {
				switch r.t.Fold(i) {
				case "quyết":
					decision = decision || r.t.Fold(i+1) == "định"
				case "công":
					told = told || r.t.Fold(i+1) == "bố"
				case "trao":
					told = told || r.t.Fold(i+1) == "quyết"
				case "chỉ":
					told = told || r.t.Fold(i+1) == "định"
				case "số":
					if r.t.Fold(i+1) == "lượng" {
						return false
					}
				}
			}
			return decision && told
		case it.fig != nil, c.reach == "verb", it.mark == ';':
			return false
		}
	}
	return false
}

// byDecisions reports whether a sentence tells what decisions on posts say: "Theo các
// quyết định vừa công bố, Ban Chấp hành có 27 đồng chí". What a congress decides is
// elected.
func (r *reader) byDecisions() bool {
	i := r.firstWord()
	if r.t.Fold(i) != "theo" {
		return false
	}
	if i++; r.t.Fold(i) == "các" || r.t.Fold(i) == "những" {
		i++
	}
	if r.t.Fold(i) != "quyết" || r.t.Fold(i+1) != "định" {
		return false
	}
	for i += 2; i < r.last && !r.t.Is(i, ','); i++ {
		if r.t.Fold(i) == "hội" || r.t.Fold(i) == "bầu" {
			return false
		}
	}
	return true
}

// versusSize reports whether a figure is the number of seats that those elected are held
// against: "khuyết 2 đồng chí so với số lượng 41 đồng chí được duyệt", "hiện có 13 so với khung
// 15", "thiếu 1 so với số lượng Tỉnh ủy phê duyệt (41)".
func (r *reader) versusSize(g *group, attr string) bool {
	if g.main.percent || g.main.value != float64(int(g.main.value)) || weight(r.s.attr) == 2 && r.s.attr != "shortfall" && !r.sizeNamed(g) {
		return false
	}
	size := false
	for k := g.at - 1; k >= 0; k-- {
		it := &r.items[k]
		c := it.c()
		if n := &r.items[k+1]; n.first-it.last > 4 || k+1 < g.at && it.fig != nil {
			return false
		}
		switch {
		case c.link == "versus":
			return size && (attr == "" || k+2 >= g.at && (r.items[k+1].c().form == "count" || r.items[k+1].c().reach == "tight"))
		case c.form == "count", c.phase == "planned" && c.reach != "future":
			size = true
		case size && (c.phase == "planned" || c.use == "actor" || it.place != ""):
		case it.mark == '(' && k == g.at-1, c.link == "copula", c.form == "vote", c.link == "filler", c.use == "actor", it.place != "":
		default:
			return false
		}
	}
	return false
}

// grassrootsCell reports whether the words of Party cells before a figure are of those that
// are grassroots organisations: "Chi bộ cơ sở: từ 3 đến 7 chi ủy viên".
func (r *reader) grassrootsCell(g *group) bool {
	for k := g.at - 1; k >= 0; k-- {
		if c := r.items[k].c(); c.org && c.party {
			return c.level == "grassroots" && r.t.Fold(r.items[k].last-1) == "sở"
		}
	}
	return false
}
