package measure

import "strings"

// isChange reports whether a figure is a difference against before: "tăng
// 3,2%", "giảm 5 đồng chí so với nhiệm kỳ trước".
func (r *reader) isChange(g *group) bool {
	if g.at == g.left+1 && r.items[g.left].c().link == "cut" && r.s.changedOrgs && g.head != nil && g.head.body == "party_member" {
		return true // "tăng 9 tổ chức cơ sở đảng và 1.020 đảng viên"
	}
	if r.numberOfTerm(g) {
		return false
	}
	if r.termOutdone(g) != 0 || r.grewBy(g) {
		return true
	}
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		c := it.c()
		switch {
		case c.link == "change":
			return !(g.head != nil && g.head.body == "comment" && r.t.Fold(it.last-1) == "thêm") && !r.grownTo(k, g) // "có thêm 6 tham luận" are counted
		case c.bound != "" && !r.against(k, g):
			continue
		case c.bound != "":
			return true
		case c.link == "copula" && it.last == g.main.first && k > g.left && r.risen(k, g):
			continue
		case c.link == "pair", c.phase == "previous", c.link == "versus", c.link == "filler", it.when, c.link == "ordinal":
			continue
		}
		return false
	}
	return false
}

// termOutdone returns 1 where a figure is by how much an earlier term right before it is outdone, -1 where it is by how much
// it was not reached, 0 where no such is told: "nữ 8, hơn khóa trước 2", "trẻ còn 4, kém khóa cũ 3".
func (r *reader) termOutdone(g *group) int {
	term := false
	from := g.main.first
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		c := it.c()
		switch {
		case c.phase == "previous", it.when, c.link == "ordinal" && r.t.Fold(it.first) == "khoá":
			term, from = true, it.first
		case it.fig == nil && it.mark == 0 && c.head == "skip", c.link == "filler" && term:
			from = it.first
		default:
			k = -1
		}
		if g.main.first-from > termWords {
			return 0
		}
	}
	if !term {
		return 0
	}
	i := from - 1
	for i > r.first && (r.t.Fold(i) == "kì" || r.t.Fold(i) == "nhiệm" || r.t.Fold(i) == "năm") {
		i--
	}
	if i <= r.first {
		return 0
	}
	switch r.t.Fold(i) {
	case "hơn":
		switch r.t.Fold(i - 1) {
		case "ít", "thấp", "nhỏ", "kém":
			return -1
		}
		return 1
	case "kém", "thua":
		return -1
	}
	return 0
}

// termWords is how many tokens the name of an earlier term has at most: "nhiệm kỳ 2015 - 2020".
const termWords = 8

// grewBy reports whether a figure is what was added to what a body had: "gồm 39 đồng chí, thêm 2 so với nhiệm kỳ trước", "So
// với khóa XXIII, số nữ thêm 2".
func (r *reader) grewBy(g *group) bool {
	i := g.main.first - 1
	if i <= r.first || r.t.Fold(i) != "thêm" || g.head != nil && g.head.org {
		return false
	}
	for k := g.at - 1; k >= 0 && r.items[k].mark != ';'; k-- {
		if r.items[k].c().link == "versus" {
			return true
		}
	}
	for k := g.end; k < len(r.items) && r.items[k].mark == 0 && r.items[k].fig == nil; k++ {
		if r.items[k].c().link == "versus" {
			return true
		}
	}
	return false
}

// numberOfTerm reports whether a figure is what an earlier term had, against which another is held: "giảm
// nhiều so với con số 1.126 của nhiệm kỳ 2010 - 2015".
func (r *reader) numberOfTerm(g *group) bool {
	i := g.main.first - 1
	if i <= r.first || r.t.Fold(i) != "mức" && (r.t.Fold(i) != "số" || r.t.Fold(i-1) != "con") && (r.t.Fold(i) != "với" || r.t.Fold(i-1) != "so") {
		return false
	}
	for k := g.end; k < len(r.items) && k < g.end+4; k++ {
		it := &r.items[k]
		switch c := it.c(); {
		case c.phase == "previous", r.earlierYear(k):
			return true
		case c.link == "in", c.link == "filler", c.head == "skip":
		default:
			return false
		}
	}
	return false
}

// grownTo reports whether the word of change at item k leads to what was reached and not to
// the difference: "khóa XXIV có 39 ủy viên; khóa XXV tăng lên 41".
func (r *reader) grownTo(k int, g *group) bool {
	w := r.t.Fold(r.items[k].last - 1)
	if (w == "lên" || w == "xuống") && r.items[k].last == g.main.first && !g.main.percent && r.againstNumber(g) {
		return true // "nữ lên 9 so với mức 6"
	}
	if (w == "lên" || w == "xuống") && r.items[k].last == g.main.first && r.to(g) {
		return true // "từ 71% tăng lên 83,5%"
	}
	return (w == "lên" || w == "xuống") && r.items[k].last == g.main.first && !g.main.percent && r.s.attr == "total" && r.s.amount > few && g.main.value > r.s.amount/2
}

// againstNumber reports whether the number of before follows a figure behind "so với": "45 người so với con số 31".
func (r *reader) againstNumber(g *group) bool {
	k := g.end
	if k >= len(r.items) || r.items[k].c().link != "versus" || r.items[k].first > r.items[k-1].last {
		return false
	}
	i := r.items[k].last
	switch r.t.Fold(i) {
	case "con", "mức", "số":
		return true
	}
	return r.numberAt(i)
}

// risen reports whether the copula at item k follows what a change is against and
// whose share changed is named in the same clause: "tỷ lệ nữ tăng so với khóa
// trước là 2,4%". In "nữ 19%, tăng so với khóa trước là 16%" it is not.
func (r *reader) risen(k int, g *group) bool {
	if p := r.items[k-1].c(); p.phase != "previous" && p.link != "versus" && p.link != "change" {
		return false
	}
	for j := k - 1; j >= g.left; j-- {
		if r.items[j].c().isAttr() && r.items[j].c().link == "" {
			return true
		}
	}
	return false
}

// against reports whether a bound at item k compares with before: "cao hơn
// 3,2% so với nhiệm kỳ trước".
func (r *reader) against(k int, g *group) bool {
	w := strings.ToLower(r.t.Word(r.items[k].first))
	if w != "cao" && w != "thấp" && w != "nhiều" && w != "ít" || r.t.Fold(r.items[k].last-1) == "nhất" {
		return false
	}
	for j := k + 1; j < min(g.end+4, len(r.items)); j++ {
		if c := r.items[j].c(); c.link == "versus" || c.phase == "previous" {
			return true
		}
	}
	return false
}

// change resolves a difference against the attribute counted before it.
func (r *reader) change(i int) (measure, bool) {
	g := &r.groups[i]
	s := &r.s
	m := measure{attr: "change", body: s.body, central: s.central, phase: s.phase}
	if s.world && s.carried && g.head == nil {
		return m, false
	}
	if a := r.near(g); a.attr != "" {
		attr, qual, stat := r.settle(g, a)
		m.qual, m.stat = attr, stat
		if qual != "" && (attr == "education" || attr == "theory") {
			m.qual = qual
		}
		s.changed = m.qual
		if r.fromTo(g) {
			m.attr, m.qual, m.phase = attr, qual, "previous"
			s.body, s.attr, s.qual, s.stat = first(s.body, "committee"), attr, qual, stat
			m.body = s.body
		}
	} else if b := r.scan(g.end, g.right); b.attr != "" && g.head != nil {
		m.qual, _, _ = r.settle(g, b)
	} else if m.qual = first(s.attr, s.changed); r.younger(g) {
		m.qual, m.stat = "age", "mean"
	} else if s.qual != "" && (m.qual == "education" || m.qual == "theory") {
		m.qual = s.qual
	} else if m.qual == "" {
		m.qual = "total"
	}
	if body, _ := r.bodyOf(g); body != nil && body.use != "organ" {
		m.body, m.central = body.body, body.central
		if body.use != "actor" && !body.central {
			m.level = body.level
		}
		s.body, s.central, s.carried = m.body, m.central, false
	}
	if g.head != nil && g.head.org && isSeats(s.body) && s.done == "" {
		return m, false // "ít hơn nhiệm kỳ trước 61 người vì giảm 5 đảng bộ xã"
	}
	if g.head != nil && g.head.org && g.head.party && !isSeats(s.body) {
		m.body, m.qual = "organization", "total"
		s.changedOrgs = true
	}
	if s.done != "" && (g.head != nil && g.head.org || s.body == "") {
		m.body, m.qual = "organization", s.done
	}
	if m.body == "" && m.qual != "total" && m.qual != "" {
		m.body, s.body, s.carried = "committee", "committee", false
		m.doubts = append(m.doubts, "two_candidates")
	}
	if m.body == "" || m.qual == "age" && !g.main.bare && g.main.percent || s.attr == "" && !r.compared() && !r.younger(g) {
		return m, false
	}
	for k := g.at - 1; k >= g.left && m.attr == "change"; k-- {
		w := strings.ToLower(r.t.Word(r.items[k].first))
		switch c := r.items[k].c(); {
		case c.link != "change" && c.bound == "":
		case w == "giảm", w == "bớt", w == "thấp", w == "ít", w == "trẻ":
			m.negative = true
		}
		if r.against(k, g) {
			g.main.bound = ""
		}
	}
	if r.termOutdone(g) < 0 {
		m.negative = true
	}
	if r.listedBefore(g) {
		m.phase = "nominated"
	}
	if m.phase == "" {
		m.phase = r.usualPhase(&m)
	}
	if s.attr == "age" {
		m.stat = "mean"
	}
	return m, true
}

// younger reports whether a figure is by how much a body is younger than before.
func (r *reader) younger(g *group) bool {
	for k := g.at - 1; k >= g.left; k-- {
		if r.items[k].c().link == "change" {
			return strings.EqualFold(r.t.Word(r.items[k].first), "trẻ")
		}
	}
	return false
}

// fromTo reports whether the figure is where a change began: "tăng từ 12,1%
// lên 14,7%".
func (r *reader) fromTo(g *group) bool {
	if g.main.first <= r.first || r.t.Word(g.main.first-1) != "từ" && !r.shortFrom(g.main) {
		return false
	}
	i := g.main.last
	if k := g.end; k < len(r.items) && r.items[k].c().phase == "previous" && r.items[k].first <= i+1 {
		i = r.items[k].last
	} else if k+1 < len(r.items) && r.items[k].c().link == "in" && r.items[k].first == i && r.items[k+1].c().phase == "previous" {
		i = r.items[k+1].last // "từ 12,8% của nhiệm kỳ trước lên 16,1%"
	}
	switch r.t.Word(i) {
	case "tăng", "giảm", "nâng", "nhích", "vươn", "tụt", "rút":
		i++ // "từ 71% tăng lên 83,5%"
	}
	return i < r.last && (r.t.Word(i) == "lên" || r.t.Word(i) == "xuống" || r.t.Word(i) == "còn" && r.t.Word(g.main.first-1) != "từ")
}

// shortFrom reports whether a bare figure is where a change began that is told without "từ": "nữ: 8 lên 9", "thạc sĩ 7 lên 18", "tuổi:
// 46,9 còn 45,3".
func (r *reader) shortFrom(f *figure) bool {
	i := f.last
	if f.ratio || f.ranged || i+1 >= r.last || !r.numberAt(i+1) {
		return false
	}
	switch r.t.Word(i) {
	case "lên", "xuống":
	case "còn":
		if !r.t.Is(f.first-1, ':') {
			return false
		}
	default:
		return false
	}
	if f.first <= r.first {
		return false
	}
	if r.t.Is(f.first-1, ':') {
		return true
	}
	for k := range r.items {
		if it := &r.items[k]; it.last == f.first {
			return it.band != "" || it.c().isAttr()
		}
	}
	return false
}

// listedBefore reports whether the words of a difference are of those nominated:
// "số người được giới thiệu tái cử giảm 5 người".
func (r *reader) listedBefore(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if c := r.items[k].c(); c.phase == "nominated" && c.reach == "near" {
			return true
		}
	}
	return false
}

// compared reports whether "so với" with an earlier term stands near.
func (r *reader) compared() bool {
	for k := range r.items {
		if c := r.items[k].c(); c.link == "versus" || c.phase == "previous" || c.link == "change" && r.items[k].last-r.items[k].first > 3 {
			return true // "tăng so với nhiệm kỳ trước" is one word of the lexicon
		}
	}
	return false
}
