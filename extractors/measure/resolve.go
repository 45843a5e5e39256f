package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
)

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
}

// resolve decides what group i counts and emits it.
func (r *reader) resolve(i int) {
	g := &r.groups[i]
	var m measure
	var ok bool
	switch {
	case r.isChange(g):
		m, ok = r.change(i)
	case g.head != nil && g.head.org:
		m, ok = r.organisation(i)
	case g.head != nil && g.head.body == "comment", r.speakers(g):
		m, ok = r.comment(i)
	case r.isVote(g):
		m, ok = r.vote(i)
	case g.main.foreign:
		return
	default:
		m, ok = r.persons(i)
	}
	if !ok {
		return
	}
	r.finish(i, &m)
}

// finish fills phase, place and level where they are not decided yet, emits
// the rows and remembers what the list is about.
func (r *reader) finish(i int, m *measure) {
	g := &r.groups[i]
	if m.phase == "" {
		m.phase = r.phase(g, m)
	}
	r.where(g, m)
	if r.s.carried && m.body == r.s.body && m.body != "organization" && (g.head == nil || g.head.body == "") {
		m.doubts = append(m.doubts, "governed")
	}
	r.rows(g, m)
	if m.attr != "change" && m.body != "organization" && m.body != "vote" && m.body != "comment" {
		r.s.attr, r.s.qual, r.s.stat = m.attr, m.qual, m.stat
	}
}

// phase decides whether a figure happened: the nearest word of its window,
// else what governs the sentence.
func (r *reader) phase(g *group, m *measure) string {
	s := &r.s
	found := ""
	for k := g.left; k < g.at; k++ {
		c := r.items[k].c()
		if c.phase == "" {
			continue
		}
		if c.reach == "sentence" {
			s.sticky = c.phase
		}
		switch c.reach {
		case "verb":
			if found == "" || found == "nominated" {
				found = "actual"
			}
			if k > 0 && r.items[k-1].c().reach == "future" || s.sticky == "planned" && !r.past(k) {
				found = "planned"
			}
		case "future", "decided":
		case "limit":
			if found == "" && k+1 < len(r.items) && r.items[k+1].band == "" {
				found = "target"
			}
		case "tight":
			if g.main.first-r.items[k].last <= 2 {
				found = c.phase
			}
		case "aim":
			found = "actual"
			if k+1 < len(r.items) && (r.items[k+1].fig != nil || r.items[k+1].c().bound != "") {
				found = "planned"
			}
		case "list":
			if (g.head == nil || g.head.body == "") && !r.announced(k) {
				found = "nominated"
			}
		case "demand":
			if found == "" && !r.plan() {
				found = "target"
			}
		default:
			found = c.phase
		}
	}
	if r.earlier(g) {
		found = "previous"
	}
	for k := g.end; k < g.right; k++ {
		c := r.items[k].c()
		if c.phase == "nominated" || c.phase == "planned" && c.reach == "near" || c.phase == "previous" || c.phase == "target" && c.reach == "near" {
			if (found == "" || found == "actual" && c.phase != "target") && r.t.Word(r.items[k].first) != "theo" && !(g.main.ratio && c.phase != "previous") {
				found = c.phase
			}
		} else if c.phase == "actual" && c.reach == "near" || c.form == "method" && found == "nominated" && c.attr == "elected" {
			found = "actual"
		}
	}
	switch {
	case m.attr == "withdrawn":
		return "nominated"
	case m.attr == "shortfall" || m.attr == "not_re_elected":
		if found != "target" {
			return "actual"
		}
	case found != "":
		return found
	case s.sticky != "" && m.body != "delegate" || s.sticky == "planned" && m.body == "delegate":
		return s.sticky
	case s.phase != "" && (m.attr != "total" && m.attr != "appointed" || s.within) && m.body == s.body:
		return s.phase
	}
	if r.future() && (m.body == "committee" || m.body == "standing_committee" || m.body == "upper_delegation" || m.body == "inspection_committee") && m.attr != "re_elected" {
		return "planned"
	}
	return r.usualPhase(m)
}

// usualPhase is the phase of a figure of which nothing is said: a directive
// requires, a plan plans, a surplus is one of the list to elect from.
func (r *reader) usualPhase(m *measure) string {
	if m.attr == "surplus" || m.attr == "withdrawn" {
		return "nominated"
	}
	switch r.t.Identity.Type {
	case "directive", "guidance":
		return "target"
	case "plan":
		switch m.body {
		case "delegate", "upper_delegation":
			return "planned"
		case "party_member", "organization", "comment", "vote":
		default:
			return "target"
		}
	}
	return "actual"
}

// earlier reports whether an earlier term or congress is named right before a
// figure: "(khóa XVIII là 51,2)", "(nhiệm kỳ 2010 - 2015: 14%)".
func (r *reader) earlier(g *group) bool {
	id := &r.t.Identity
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		c := it.c()
		switch {
		case it.when && id.Start > 0:
			if y, ok := grammar.ParseNumber(r.t.Word(it.first)); ok && y > 1980 && y < float64(id.Start) {
				return g.main.first-it.last <= 2
			}
			return false
		case c.link == "ordinal" && id.Ordinal > 0:
			n, last, ok := r.x.grammar.OrdinalAt(r.t, it.last)
			return ok && n < id.Ordinal && g.main.first-last <= 2
		case it.mark == ':', c.link == "copula", c.link == "pair", c.bound != "":
		default:
			return false
		}
	}
	return false
}

// announced reports whether the list at item k is one of those elected.
func (r *reader) announced(k int) bool {
	return k > 0 && r.items[k-1].c().link == "actor"
}

// plan reports whether the sentence speaks of a plan.
func (r *reader) plan() bool {
	for k := range r.items {
		if r.items[k].c().phase == "planned" {
			return true
		}
	}
	return false
}

// past reports whether "đã" stands before the verb at item k.
func (r *reader) past(k int) bool {
	return strings.HasPrefix(strings.ToLower(r.t.Word(r.items[k].first)), "đã") || k > 0 && r.t.Word(r.items[k-1].first) == "đã"
}

// future reports whether "sẽ" governs the sentence.
func (r *reader) future() bool {
	for k := range r.items {
		if r.items[k].c().reach == "future" {
			return true
		}
	}
	return false
}

// persons resolves figures of members of a body.
func (r *reader) persons(i int) (measure, bool) {
	g := &r.groups[i]
	s := &r.s
	var m measure
	m.attr, m.qual, m.stat = r.attribute(g)
	body, explicit := r.bodyOf(g)
	if b, place, ok := r.inRow(g); ok {
		if b != nil {
			body = b
		}
		m.place, m.level = place.place, place.placeLevel
		if m.attr == "" {
			m.attr, m.qual, m.stat = s.attr, s.qual, s.stat
		}
	}
	if m.attr == "" && s.attr == "other" && strings.HasPrefix(s.qual, "dân tộc ") {
		if name, ok := r.nameAt(g); ok {
			m.attr, m.qual, m.stat = "other", "dân tộc "+name, "count"
			g.named = true
		}
	}
	if g.left < g.at && r.items[g.left].mark == ';' {
		s.within = false
	}
	if r.lists(i) {
		s.within = true
	}
	if g.main.percent && r.threshold(i) {
		return m, false
	}
	if body == nil && m.attr == "" && s.attr != "" && r.listed(g) {
		m.attr, m.qual, m.stat = s.attr, s.qual, s.stat
	} else if body == nil && m.attr == "" && s.attr == "" && g.main.percent && r.d.last != "" && r.d.last != "total" && r.d.age <= longest && r.listed(g) {
		m.attr, m.qual, m.stat = r.d.last, r.d.lastQual, r.d.lastStat
		if s.body == "" {
			s.body = "committee"
		}
	} else if m.attr == "" && s.attr != "" && r.inherits(g) {
		m.attr, m.qual, m.stat = s.attr, s.qual, s.stat
	}
	switch {
	case body != nil:
		m.body, m.central = body.body, body.central
		if !body.central && body.use != "actor" {
			m.level = body.level
		}
		if m.body == "inspection_head" && g.head != nil && g.head.head == "person" && g.main.value > 2 {
			m.body = "inspection_committee"
		}
		if m.body == "delegate" && r.meeting() {
			return m, false
		}
		if m.body == "delegate" && (s.body == "upper_delegation" && !s.carried || r.sentOut(g)) {
			m.body = "upper_delegation"
		}
		if body.use == "organ" {
			return r.organ(g, body)
		}
		if part, ok := r.partOfDelegates(g, body, explicit); ok {
			return part, true
		}
	case s.body != "committee" && m.attr != "" && r.generic(g) && (s.body == "delegate" || s.body == "upper_delegation" || s.body == "party_member"):
		m.body = "committee"
		body = &committee
	case s.body != "" && s.carried && s.body != "committee" && m.attr == "" && r.ballotList(g):
		m.body = "committee"
		body, explicit = &committee, true
	case r.borrow(i) != nil:
		body = r.borrow(i)
		m.body, m.central, explicit = body.body, body.central, true
	case s.body != "" && !(s.body == "delegate" && s.carried && r.won(g)) && !(m.attr == "" && s.carried && s.body != "standing_committee" && r.votes(g)):
		m.body, m.central, m.level = s.body, s.central, s.bodyLvl
		if s.organ != "" {
			m.body, m.attr, m.qual = "delegate", "other", s.organ+r.predicate(g)
			return m, g.head != nil
		}
	case m.attr == "" && r.votes(g):
		m.body = "committee"
		body, explicit = &committee, true
		m.doubts = append(m.doubts, "two_candidates")
	case (s.chosen || m.attr == "shortfall" || m.attr == "withdrawn" || m.attr == "renewal" || m.attr == "surplus" || m.attr == "not_re_elected") && m.attr != "" && weight(m.attr) == 2 && !r.s.within:
		m.body = "committee"
		m.doubts = append(m.doubts, "two_candidates")
	default:
		return m, false
	}
	if r.extreme(g) {
		return m, false
	}
	return r.whole2(g, m, body, explicit)
}

// whole2 decides totals and licenses what was found.
func (r *reader) whole2(g *group, m measure, body *cue, explicit bool) (measure, bool) {
	s := &r.s
	if !g.main.percent && m.stat != "mean" && g.main.value != float64(int(g.main.value)) {
		return m, false
	}
	if m.attr == "" && m.body == "delegate" && r.electedDelegates(g) {
		m.attr, m.stat = "elected", "count"
	}
	if m.attr == "" && body != nil && body.body == "delegate" && m.body == "delegate" && !g.main.percent {
		if q := r.kindOfDelegate(g); q != "" {
			m.attr, m.qual, m.stat = "other", q, "count"
			return m, true
		}
	}
	if m.attr == "" {
		switch {
		case g.main.percent || g.main.value != float64(int(g.main.value)):
			return m, false
		case body == nil:
			if !r.counts(g) && !(r.won(g) && g.head != nil && s.body != "delegate") {
				if m2, ok := r.otherPart(g, m); ok {
					return m2, true
				}
				return m, false
			}
		case !explicit && !r.licensed(g):
			return m, false
		}
		m.attr = "total"
		if s.appoint && !s.within && (m.body != "inspection_committee" || r.t.Identity.Type == "decision") && m.body != "upper_delegation" && m.body != "delegate" && m.body != "party_member" {
			m.attr = "appointed"
		}
		m.stat = "count"
	}
	if m.attr == "elected" && m.body != "delegate" && m.body != "upper_delegation" {
		m.attr = "total"
	}
	if m.attr == "appointed" && m.body != "delegate" && m.body != "upper_delegation" && !g.main.percent && !s.within {
		s.appoint = true
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
		s.phase = ""
		s.phase = r.phase(g, &m)
		m.phase = s.phase
	}
	return m, true
}

// borrow returns the body of the next figure for one that is chosen for it:
// "danh sách 58 người ứng cử để bầu 52 người vào Ban Chấp hành".
func (r *reader) borrow(i int) *cue {
	g := &r.groups[i]
	if i+1 >= len(r.groups) || g.head == nil || g.head.head != "person" {
		return nil
	}
	n := &r.groups[i+1]
	for k := g.end; k < n.at; k++ {
		if r.items[k].mark == ';' {
			return nil
		}
	}
	for k := n.left; k < n.at; k++ {
		if c := r.items[k].c(); c.reach == "aim" || c.phase == "planned" || c.phase == "nominated" {
			if body, explicit := r.bodyOf(n); explicit {
				return body
			}
		}
	}
	return nil
}

// generic reports whether "ủy viên" is named before a figure, which no
// delegate is.
func (r *reader) generic(g *group) bool {
	if g.head != nil && g.head.head == "person" && strings.EqualFold(r.t.Word(r.items[g.headAt].last-1), "viên") && r.items[g.headAt].last-r.items[g.headAt].first == 2 && !strings.EqualFold(r.t.Word(r.items[g.headAt].first), "thành") {
		return true
	}
	for k := g.at - 1; k >= g.left; k-- {
		if c := r.items[k].c(); c.head == "person" && strings.EqualFold(r.t.Word(r.items[k].last-1), "viên") {
			return true
		}
	}
	return false
}

// votes reports whether persons are elected without a word for what: a
// committee is meant.
func (r *reader) votes(g *group) bool {
	if g.head == nil || g.head.head != "person" || g.at == 0 || g.main.percent {
		return false
	}
	p := &r.items[g.at-1]
	if p.c().reach != "verb" || p.last != g.main.first {
		return false
	}
	for k := g.end; k < g.right; k++ {
		if c := r.items[k].c(); c.link == "into" || c.body != "" || c.link == "in" {
			return false
		}
	}
	return r.stop(g) <= r.items[g.end-1].last+1
}

// ballotList reports whether the figure is the length of a list to elect from.
func (r *reader) ballotList(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if c := r.items[k].c(); c.phase == "nominated" && strings.HasPrefix(strings.ToLower(r.t.Word(r.items[k].first)), "danh") {
			return true
		}
	}
	return false
}

// meeting reports whether the sentence is about a conference and no congress,
// whose participants are no delegates.
func (r *reader) meeting() bool {
	found := false
	for k := range r.items {
		w := strings.ToLower(r.t.Word(r.items[k].first))
		if w == "hội" {
			found = true
		}
		if w == "đại" && strings.HasPrefix(strings.ToLower(r.t.String(r.items[k].first, r.items[k].last)), "đại hội") {
			return false
		}
	}
	return found
}

// won reports whether the figure counts people who won a vote.
func (r *reader) won(g *group) bool {
	for k := g.left; k < g.right; k++ {
		if c := r.items[k].c(); c.phase == "actual" && c.reach == "near" {
			return true
		}
	}
	return false
}

// extreme reports whether the figure counts the oldest or youngest.
func (r *reader) extreme(g *group) bool {
	for k := g.end; k < g.right; k++ {
		if r.items[k].c().form == "extreme" {
			return true
		}
	}
	return false
}

// electedDelegates reports whether words behind delegates say who elected
// them: "161 đại biểu do đại hội cấp dưới bầu".
func (r *reader) electedDelegates(g *group) bool {
	if g.head == nil || g.head.body != "delegate" {
		return false
	}
	from := r.items[g.end-1].last
	if from >= r.last || r.t.Word(from) != "do" {
		return false
	}
	for k := g.end; k < g.wide && k < len(r.items); k++ {
		if r.items[k].c().reach == "verb" {
			return true
		}
		if r.items[k].mark != 0 {
			return false
		}
	}
	return false
}

// kindOfDelegate returns what delegates a figure counts when no attribute says
// so: "12 đại biểu là công nhân", "Đại biểu là nhà giáo có 20 người".
func (r *reader) kindOfDelegate(g *group) string {
	if g.head != nil && g.head.body == "delegate" {
		from := r.items[g.end-1].last
		stop := r.stop(g)
		if stop-from < 2 {
			return ""
		}
		w := strings.ToLower(r.t.Word(from))
		if w != "là" && (r.s.body != "delegate" || w != "từng" && w != "đang" && w != "thuộc" && w != "công") {
			return ""
		}
		return r.clean(from, r.toEnd(g, stop))
	}
	for k := g.at - 1; k > g.left; k-- {
		c := r.items[k].c()
		if c.link == "copula" && r.t.Word(r.items[k].first) == "là" && r.items[k-1].c().body == "delegate" && r.items[k-1].last == r.items[k].first && r.items[k].last+1 < g.main.first {
			return r.t.String(r.items[k].last, r.items[g.at-1].first)
		}
	}
	return ""
}

// toEnd takes over the rest of a list of titles behind a comma when no other
// figure follows.
func (r *reader) toEnd(g *group, stop int32) int32 {
	if g.right < len(r.items) && r.items[g.right].mark == ',' && g.wide == len(r.items) && r.t.Tokens[min(stop+1, r.last-1)].Upper {
		last := r.last
		for last > stop && r.t.Tokens[last-1].Kind != 0 {
			last--
		}
		return last
	}
	return stop
}

// govern makes a body the one that the list is about.
func (r *reader) govern(g *group, m measure) {
	if m.body == "party_member" && r.represents(g) {
		return
	}
	r.s.body, r.s.central, r.s.carried, r.s.organ, r.s.bodyLvl = m.body, m.central, false, "", m.level
	if m.attr == "total" {
		r.s.within = false
	}
}

func (r *reader) represents(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if r.items[k].c().link == "represent" {
			return true
		}
	}
	return false
}

// inRow gives a figure of "lần lượt là 44,6; 47,3 và 50,1" its body or place,
// taken in order from the list before.
func (r *reader) inRow(g *group) (*cue, item, bool) {
	s := &r.s
	for k := g.at - 1; k >= g.left; k-- {
		if r.items[k].c().link != "respectively" {
			continue
		}
		s.row = nil
		kind := 0 // 1: places, 2: bodies
		for j := k - 1; j >= g.left; j-- {
			it := &r.items[j]
			c := it.c()
			switch {
			case it.place != "" && kind != 2:
				kind = 1
				s.row = append(s.row, *it)
			case c.body != "" && c.use != "actor" && kind != 1:
				kind = 2
				s.row = append(s.row, *it)
			case it.mark == ';':
				j = g.left
			}
		}
		break
	}
	n := len(s.row)
	if n == 0 {
		return nil, item{}, false
	}
	it := s.row[n-1]
	s.row = s.row[:n-1]
	if it.place != "" && r.own(it.place) {
		it.place, it.placeLevel = "", ""
	}
	return it.cue, it, true
}

// lists reports whether the words before group i begin a list of parts.
func (r *reader) lists(i int) bool {
	g := &r.groups[i]
	for k := g.left; k < g.at; k++ {
		if l := r.items[k].c().link; l == "within" || l == "of" {
			return true
		}
	}
	return false
}

// counts reports whether the words before the figure say that it counts the
// whole of what governs: "Tổng số: 45", "Số lượng 15 đồng chí", "bầu 45 đồng chí".
func (r *reader) counts(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if c := r.items[k].c(); c.form == "count" || c.reach == "verb" || c.phase == "nominated" || c.phase == "planned" || c.phase == "actual" && c.reach == "near" {
			return true
		}
	}
	return !g.main.bare && r.s.chosen && g.left == 0 && r.s.carried && r.labelled == 0 && r.rightInto(g)
}

func (r *reader) rightInto(g *group) bool {
	return g.end < g.right && r.items[g.end].c().link == "into"
}

// licensed reports whether a body to the left really is what the figure
// counts: only words of counting stand between them, or something is elected.
func (r *reader) licensed(g *group) bool {
	if r.s.chosen {
		return true
	}
	for k := g.at - 1; k >= g.left; k-- {
		c := r.items[k].c()
		switch {
		case c.link == "copula", c.form == "count", r.items[k].mark == ':', r.items[k].mark == '-', c.phase != "":
			return true
		case c.body != "":
			return g.main.first-r.items[k].last <= 2 || k == g.at-1 && g.main.first-r.items[k].last <= 3
		case c.bound != "", c.link == "filler", r.items[k].when, r.items[k].place != "", c.use == "actor":
			if k > g.left && r.items[k-1].c().body != "" && r.items[k-1].last == r.items[k].first && r.near4(g, k) {
				return true
			}
		}
	}
	return false
}

// near4 reports whether the items from k to the figure leave no gap of more
// than two words.
func (r *reader) near4(g *group, k int) bool {
	for ; k < g.at; k++ {
		if r.items[k+1].first-r.items[k].last > 2 {
			return false
		}
	}
	return true
}

// listed reports whether a figure stands in a list of units: a place and
// nothing else is before it.
func (r *reader) listed(g *group) bool {
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		c := it.c()
		switch {
		case it.place != "":
			return true
		case it.mark != 0, c.link == "pair", c.link == "copula", c.link == "each", c.link == "filler", c.bound != "", c.link == "cut", c.org, c.use == "actor", c.link == "within":
		default:
			return false
		}
	}
	_, ok := r.nameBefore(g)
	return ok
}

// inherits reports whether a figure without an attribute goes on with that of
// the figure before: "của ban thường vụ là 51,4".
func (r *reader) inherits(g *group) bool {
	if g.head != nil && g.head.head == "person" {
		return false
	}
	s := &r.s
	if s.stat == "mean" {
		return g.main.value > 18 && g.main.value < 90 && !g.main.percent
	}
	if g.main.percent && s.attr != "total" {
		for k := g.left; k < g.at; k++ {
			if c := r.items[k].c(); c.body != "" || c.phase == "previous" || c.phase == "target" || c.level != "" {
				return true
			}
		}
	}
	return false
}

// attribute finds which members a figure counts.
func (r *reader) attribute(g *group) (attr, qual, stat string) {
	stat = "count"
	if g.head != nil {
		if g.head.form == "delegate" || g.head.form == "central" {
			return g.head.attr, "", stat
		}
	}
	if g.direct != nil && g.direct.form == "central" {
		return g.direct.attr, "", stat
	}
	if a := r.scan(g.end, g.right); a.attr != "" {
		if b := r.near(g); b.attr != "" && weight(b.attr) > weight(a.attr) {
			a = b
		}
		return r.settle(g, a)
	}
	if a := r.near(g); a.attr != "" {
		return r.settle(g, a)
	}
	return "", "", stat
}

type found struct {
	attr, qual, form, band string
	at                     int
}

// weight ranks attributes that meet in one clause: how somebody came into a
// body says less than who it is.
func weight(attr string) int {
	switch attr {
	case "elected":
		return 0
	case "appointed":
		return 1
	case "total":
		return -1
	}
	return 2
}

// scan collects the attributes of items a to b (to the right of a figure when
// step is 1).
func (r *reader) scan(a, b int) found {
	var f found
	for k := a; k < b; k++ {
		it := &r.items[k]
		c := it.c()
		if it.band != "" {
			f.band = it.band
			if f.attr == "" {
				f.attr, f.qual, f.at = "age_band", it.band, k
			}
			continue
		}
		if it.mark == ';' || c.link == "versus" || k > a && it.first-r.items[k-1].last > 5 {
			break
		}
		r.take(&f, c, k)
	}
	return f
}

// near collects the attributes before a figure, nearest first.
func (r *reader) near(g *group) found {
	var f found
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		c := it.c()
		if it.mark == ';' || c.reach == "verb" && f.attr == "" {
			break
		}
		if f.attr == "" && it.last < g.main.first-14 {
			break
		}
		if it.band != "" {
			f.band = it.band
			if f.attr == "" {
				f.attr, f.qual, f.at = "age_band", it.band, k
			}
			continue
		}
		if f.attr != "" && it.mark == ',' && f.attr != "education" && f.attr != "theory" && f.form != "mean" {
			break
		}
		r.take(&f, c, k)
	}
	return f
}

// take joins the attribute of a cue to what was found.
func (r *reader) take(f *found, c *cue, k int) {
	if c.attr == "" {
		return
	}
	switch c.form {
	case "count", "org", "orgweak", "orgnot", "orgpilot", "vote", "ballot", "extreme", "age", "school", "weakcount", "none":
		return
	case "theory":
		if f.attr == "education" && f.form == "degree" || f.attr == "education" && f.form == "low" || f.attr == "theory" {
			f.form = "theory"
			r.theory(f)
		}
		return
	case "weak":
		if k > 0 && r.items[k-1].last != r.items[k].first && r.items[k].last != r.nextFirst(k) {
			return
		}
		if f.attr != "" {
			return
		}
	}
	switch {
	case f.attr == "":
		f.attr, f.qual, f.form, f.at = c.attr, c.qual, c.form, k
	case f.attr == "re_elected" && c.attr == "not_re_elected":
		f.attr, f.qual, f.form, f.at = c.attr, c.qual, c.form, k
	case f.attr == "age_band" && c.attr == "young":
		f.attr, f.qual, f.form = "young", f.band, c.form
	case f.attr == "education" && c.attr == "education", f.attr == "theory" && c.attr == "theory":
		f.qual = lowest(f.qual, c.qual)
	case f.attr == "theory" && c.attr == "education" && c.qual == "bachelor":
	case f.attr == "education" && c.attr == "theory" && f.qual == "bachelor":
		f.attr, f.qual = c.attr, c.qual
	case weight(c.attr) > weight(f.attr):
		f.attr, f.qual, f.form, f.at = c.attr, c.qual, c.form, k
	}
}

func (r *reader) nextFirst(k int) int32 {
	if k+1 < len(r.items) {
		return r.items[k+1].first
	}
	return -1
}

// theory turns degrees into ones of political theory.
func (r *reader) theory(f *found) {
	switch f.qual {
	case "bachelor", "advanced":
		f.attr, f.qual = "theory", "advanced"
	case "trung cấp", "intermediate":
		f.attr, f.qual = "theory", "intermediate"
	case "sơ cấp":
		f.attr, f.qual, f.form = "theory", "sơ cấp lý luận chính trị", "low"
	}
}

// degrees from low to high; of a set the lowest is stated.
var degrees = []string{"trung cấp", "cao đẳng", "intermediate", "bachelor", "master", "doctor", "professor", "advanced"}

func lowest(a, b string) string {
	for _, d := range degrees {
		if a == d || b == d {
			return d
		}
	}
	return a
}

// settle completes an attribute with its band, its heading and its statistic.
func (r *reader) settle(g *group, f found) (attr, qual, stat string) {
	stat = "count"
	if f.form == "mean" {
		return "age", "", "mean"
	}
	if f.attr == "young" && f.band != "" {
		f.qual = f.band
	}
	if f.attr == "young" && f.qual == "" {
		// "cán bộ trẻ (dưới 40 tuổi)": the cut-off may stand behind the head
		for k := g.end; k < min(g.end+2, len(r.items)); k++ {
			if r.items[k].band != "" {
				f.qual = r.items[k].band
			}
		}
	}
	if f.form == "degree" || f.form == "low" {
		if r.d.heading == "theory" && r.near2(g) != "education" || r.near2(g) == "theory" {
			r.theory(&f)
		}
	}
	if f.attr == "theory" && f.qual == "intermediate" {
		f.form = ""
	}
	if f.form == "low" {
		return "other", f.qual, stat
	}
	if f.attr == "ethnic_minority" {
		if name := r.people(f.at); name != "" {
			return "other", "dân tộc " + name, stat
		}
	}
	if f.attr == "direct_election" {
		f.qual = ""
	}
	return f.attr, f.qual, stat
}

// near2 returns the heading of education or theory nearest before a group.
func (r *reader) near2(g *group) string {
	for k := min(g.right, len(r.items)) - 1; k >= 0; k-- {
		switch r.items[k].c().form {
		case "theory":
			return "theory"
		case "school":
			return "education"
		}
	}
	return ""
}

// people returns the name of an ethnic group behind the word "dân tộc".
func (r *reader) people(k int) string {
	it := &r.items[k]
	if w := r.t.Word(it.last - 1); !strings.EqualFold(w, "tộc") {
		return ""
	}
	name := func(j int32) int32 {
		first := j
		for j < r.last && j-first < 2 && r.t.Tokens[j].Kind == 0 && r.t.Tokens[j].Upper && !r.t.Tokens[j].AllUpper {
			j++
		}
		return j
	}
	j := name(it.last)
	for j > it.last && j+1 < r.last && (r.t.Is(j, ',') || r.t.Word(j) == "và") {
		n := name(j + 1)
		if n == j+1 || n < r.last && r.t.Tokens[n].Kind == 1 {
			break
		}
		j = n
	}
	return r.t.String(it.last, j)
}

// bodyOf finds the body whose members a figure counts. explicit says that the
// figure is tied to it: its own noun, or "vào Ban Chấp hành" behind it.
func (r *reader) bodyOf(g *group) (body *cue, explicit bool) {
	// behind: 15 đồng chí vào Ban Thường vụ
	for k := g.end; k < g.right; k++ {
		c := r.items[k].c()
		if c.body == "" || c.body == "comment" || c.body == "vote" {
			continue
		}
		p := r.items[k-1].c()
		if p.link == "into" || c.body == "upper_delegation" || p.link == "in" && c.use != "actor" && (g.head == nil || g.head.body == "") {
			return c, true
		}
		if r.chosenFor(g, k) {
			return c, true
		}
		if c.use == "body" && g.head != nil && g.head.head == "person" && r.items[k-1].last == r.items[k].first && k == g.end {
			return c, true
		}
	}
	if g.direct != nil {
		if g.direct.body != "" {
			return g.direct, true
		}
		return &committee, true
	}
	if g.head != nil && g.head.body != "" {
		return g.head, true
	}
	if g.head != nil && g.head.form == "delegate" {
		return &delegate, true
	}
	if g.head != nil && g.head.form == "central" {
		return &centralCommittee, true
	}
	// behind, after an attribute: 21 nữ ủy viên Ban Chấp hành
	if g.end < g.right && g.main.bare {
		for k := g.end; k < g.right; k++ {
			c := r.items[k].c()
			if c.use == "counted" && c.body != "vote" && c.body != "comment" {
				return c, true
			}
			if !c.isAttr() {
				break
			}
		}
	}
	return r.before(g)
}

var (
	committee        = cue{body: "committee", use: "counted"}
	delegate         = cue{body: "delegate", use: "counted"}
	centralCommittee = cue{body: "committee", use: "counted", central: true, level: "central"}
)

// chosenFor reports whether words of choosing stand between a figure and the
// body at item k.
func (r *reader) chosenFor(g *group, k int) bool {
	for j := g.end; j < k; j++ {
		if r.items[j].c().link == "into" {
			return true
		}
	}
	return false
}

// before finds the body named before a figure, passing over those that act.
func (r *reader) before(g *group) (*cue, bool) {
	for k := g.at - 1; k >= g.left; k-- {
		c := r.items[k].c()
		if r.items[k].mark == ';' {
			break
		}
		if c.form == "delegate" {
			return &delegate, true
		}
		if c.body == "" || c.body == "vote" || c.body == "comment" || r.acts(k, g) {
			continue
		}
		if c.use == "actor" && !r.elected(k) {
			continue
		}
		return c, false
	}
	return nil, false
}

// elected reports whether a committee at item k is what is elected or counted:
// "bầu Đảng ủy gồm", "vào Đảng ủy".
func (r *reader) elected(k int) bool {
	if k == 0 {
		return false
	}
	p := r.items[k-1].c()
	return p.link == "into" || p.reach == "verb"
}

// acts reports whether the body at item k does something to others.
func (r *reader) acts(k int, g *group) bool {
	for j := k + 1; j < g.at; j++ {
		c := r.items[j].c()
		switch {
		case c.link == "actor":
			return true
		case c.attr == "appointed" && (r.items[k].c().body == "standing_committee" || r.items[k].c().use == "actor") && !r.bodyBetween(j, g.at):
			return true
		case c.phase == "nominated" && r.items[k].c().body == "standing_committee":
			return true
		case c.use == "actor", r.items[j].place != "", c.link == "filler", r.items[j].when, c.org, c.level != "" && c.body == "":
			continue
		case c.body != "" && r.items[k].c().body == "committee" && c.body != "committee":
			return false
		}
		return false
	}
	return false
}

func (r *reader) bodyBetween(a, b int) bool {
	for k := a; k < b; k++ {
		if c := r.items[k].c(); c.body != "" && c.use != "actor" {
			return true
		}
	}
	return false
}

// sentOut reports whether delegates are sent to a higher congress: something
// elects them, and they are to attend.
func (r *reader) sentOut(g *group) bool {
	for k := g.left; k < g.right; k++ {
		if c := r.items[k].c(); c.body == "upper_delegation" {
			return true
		}
	}
	verb := false
	for k := g.at - 1; k >= g.left; k-- {
		c := r.items[k].c()
		if c.reach == "verb" {
			verb = true
			break
		}
		if c.body != "" && c.body != "delegate" {
			break
		}
	}
	if !verb {
		return false
	}
	if g.head != nil && g.head.body == "delegate" {
		return g.head.form != "delegate"
	}
	for k := g.at - 1; k > g.left; k-- {
		if c := r.items[k].c(); c.body == "delegate" {
			return r.items[k-1].c().reach == "verb" && r.items[k-1].last == r.items[k].first
		}
	}
	return false
}

// organ resolves the presidium and other organs of the congress.
func (r *reader) organ(g *group, c *cue) (measure, bool) {
	name := ""
	for k := g.at - 1; k >= g.left; k-- {
		if r.items[k].cue == c {
			name = r.t.String(r.items[k].first, r.items[k].last)
			break
		}
	}
	if name == "" || g.head == nil {
		return measure{}, false
	}
	r.s.body, r.s.organ, r.s.carried = "delegate", name, false
	return measure{body: "delegate", attr: "other", qual: name, stat: "count"}, true
}

// partOfDelegates resolves members of committees who are counted among the
// delegates: "trong đó có 40 ủy viên Ban Chấp hành khóa trước".
func (r *reader) partOfDelegates(g *group, c *cue, explicit bool) (measure, bool) {
	s := &r.s
	if s.body != "delegate" || !s.within || !explicit {
		return measure{}, false
	}
	switch c.body {
	case "committee", "standing_committee", "secretary", "deputy_secretary":
	default:
		return measure{}, false
	}
	for k := g.left; k < g.at; k++ {
		if r.items[k].c().reach == "verb" {
			return measure{}, false
		}
	}
	if g.headAt < 0 {
		return measure{}, false
	}
	qual := r.clean(r.items[g.headAt].first, r.stop(g))
	if s.organ != "" {
		qual = s.organ + ": " + qual
	}
	return measure{body: "delegate", attr: "other", qual: qual, stat: "count", phase: "actual"}, true
}

// otherPart resolves a part of a list that no attribute names: "10 đại biểu là
// Anh hùng lao động", "khối đảng 12 đồng chí".
func (r *reader) otherPart(g *group, m measure) (measure, bool) {
	if !r.s.within || g.main.percent || g.head == nil || g.head.head != "person" || r.s.carried && r.s.body != "delegate" {
		return m, false
	}
	q := strings.TrimPrefix(r.predicate(g), ": ")
	if q == "" || len(q) > 90 {
		return m, false
	}
	m.attr, m.qual, m.stat = "other", q, "count"
	m.doubts = append(m.doubts, "other")
	return m, true
}

// predicate returns the words behind a counted noun that say what it is.
func (r *reader) predicate(g *group) string {
	if g.end > len(r.items) || g.headAt < 0 {
		return ""
	}
	q := r.clean(r.items[g.end-1].last, r.stop(g))
	if q == "" {
		return ""
	}
	return ": " + q
}

// stop returns the token at which the words of a group end.
func (r *reader) stop(g *group) int32 {
	if g.right < len(r.items) {
		return r.items[g.right].first
	}
	last := r.last
	for last > g.main.last && r.t.Tokens[last-1].Kind != 0 && !r.t.Is(last-1, '%') && !r.t.Is(last-1, '"') {
		last--
	}
	return last
}

// clean returns the words of a range without the function words that begin it.
func (r *reader) clean(first, last int32) string {
	for first < last {
		switch strings.ToLower(r.t.Word(first)) {
		case "đã", "được", "là", "thuộc", "của", "đang":
			first++
			continue
		}
		break
	}
	return r.t.String(first, last)
}
