package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// pairOfLists reports whether a figure and the next are a list and the seats to
// elect from it: "giới thiệu 60 đồng chí để bầu lấy 52 đồng chí".
func (r *reader) pairOfLists(i int) bool {
	listed, aim := -1, -1
	for k := range r.groups {
		g := &r.groups[k]
		for j := g.left; j < g.right; j++ {
			switch c := r.items[j].c(); {
			case c.phase == "nominated" && c.reach != "list" && j >= g.end && listed < 0 && g.head != nil && g.head.head == "person":
				listed = k
			case j >= g.end:
			case c.phase == "nominated" && listed < 0 && g.head != nil && g.head.head == "person":
				listed = k
			case (c.reach == "aim" || c.phase == "planned" && c.reach == "near") && listed >= 0:
				aim = k
			}
		}
	}
	return aim == listed+1 && (i == listed || i == aim) && r.s.body == ""
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

// bodyOf finds the body whose members a figure counts. explicit says that the
// figure is tied to it: its own noun, or "vào Ban Chấp hành" behind it.
func (r *reader) bodyOf(g *group) (body *cue, explicit bool) {
	// behind: 15 đồng chí vào Ban Thường vụ
	for k := g.end; k < g.right; k++ {
		c := r.items[k].c()
		if c.body == "" || c.body == "comment" || c.body == "vote" || c.body == "upper_delegation" && g.head != nil && g.head.body == "party_member" {
			continue
		}
		p := r.items[k-1].c()
		if p.link == "into" || p.phase == "actual" && p.reach == "near" || c.body == "upper_delegation" || (p.link == "in" || p.link == "filler" && r.t.Word(r.items[k-1].first) == "ở" && r.items[k-1].last == r.items[k].first) && c.use != "actor" && (g.head == nil || g.head.body == "") {
			return c, true
		}
		if r.chosenFor(g, k) {
			return c, true
		}
		if c.use == "body" && g.head != nil && g.head.head == "person" && r.items[k-1].last == r.items[k].first && k == g.end {
			return c, true
		}
	}
	if c := r.wonBehind(g); c != nil {
		return c, true
	}
	if g.direct != nil {
		if g.direct.body != "" {
			return g.direct, true
		}
		if g.direct.form == "delegate" {
			return &delegate, true
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

// wonBehind returns the body that persons were voted into, where more is said of
// them before: "41 đồng chí đạt quá nửa số phiếu và trúng cử vào Ban Chấp hành".
func (r *reader) wonBehind(g *group) *cue {
	if g.head == nil || g.head.head != "person" || g.main.percent {
		return nil
	}
	won := g.at > 0 && r.items[g.at-1].c().reach == "verb" && r.items[g.at-1].last == g.main.first
	for k := g.end; k < g.wide && k < len(r.items); k++ {
		c := r.items[k].c()
		switch {
		case r.items[k].fig != nil, c.head == "person": // "Cùng với 3 người khác, ông X đã trúng cử …"
			return nil
		case c.phase == "actual" && c.reach == "near":
			won = true
		case won && c.body != "" && c.use != "actor" && r.items[k-1].c().link == "into":
			return c
		}
	}
	return nil
}

var (
	committee        = cue{body: "committee", use: "counted"}
	commission       = cue{body: "inspection_committee", use: "counted"}
	personnel        = cue{head: "person"}
	delegate         = cue{body: "delegate", use: "counted"}
	delegation       = cue{body: "upper_delegation", use: "counted"}
	centralCommittee = cue{body: "committee", use: "counted", central: true, level: "central"}
)

// theCommission reports whether a figure is the size of the inspection committee, which is named in short
// behind its head: "Chủ nhiệm Ủy ban Kiểm tra: …; Ủy ban có 9 thành viên".
func (r *reader) theCommission(g *group) bool {
	i := g.main.first - 1
	if i < r.first+2 || g.main.percent || g.head == nil || g.head.head != "person" || r.t.Fold(i) != "có" && r.t.Fold(i) != "gồm" {
		return false
	}
	if r.t.Fold(i-1) != "ban" || r.t.Fold(i-2) != "uỷ" || !r.t.Tokens[i-2].Upper {
		return false
	}
	if r.s.body == "inspection_committee" || r.s.body == "inspection_head" || r.d.body == "inspection_committee" || r.d.body == "inspection_head" {
		return true
	}
	for k := range g.at {
		if b := r.items[k].c().body; b == "inspection_committee" || b == "inspection_head" {
			return true
		}
	}
	return false
}

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
		if r.items[k].mark == ')' {
			if open := r.labelAside(g, k); open < k {
				k = open
				continue // "Đại biểu đương nhiên (ủy viên Ban Chấp hành): 27"
			}
		}
		if c.form == "delegate" {
			return &delegate, true
		}
		if c.body == "" || c.body == "vote" || c.body == "comment" || r.acts(k, g) {
			continue
		}
		if p := k - 1; p > g.left && r.items[p].c().attr == "concurrent" && r.items[p].last == r.items[k].first && isSeats(r.items[p-1].c().body) {
			continue // "Cấp ủy viên kiêm bí thư chi bộ: 5"
		}
		if c.use == "actor" && c.level == "" && (g.main.bound != "" || g.main.ranged) && r.kindLevel(k) != "" && r.nextTo(k, g) {
			return c, false // "đảng ủy xã, phường không quá 15"
		}
		counted := c.body == "inspection_head" && r.labelOnly(k+1, g.at) || c.body == "committee" && r.sized(k+1, g)
		if c.use == "actor" && !r.elected(k) && !counted {
			continue
		}
		return c, false
	}
	return nil, false
}

// labelAside returns the item that opens the bracket closed at item k where the bracket only says who
// is meant by the label before it, k for others.
func (r *reader) labelAside(g *group, k int) int {
	if k+1 >= len(r.items) || r.items[k+1].mark != ':' && r.items[k+1].fig != g.main {
		return k
	}
	for j := k - 1; j > g.left; j-- {
		switch it := &r.items[j]; {
		case it.fig != nil, it.mark == ')', it.mark == ';':
			return k
		case it.mark == '(':
			if c := r.items[j-1].c(); c.form == "delegate" || c.body == "delegate" {
				return j
			}
			return k
		}
	}
	return k
}

// sized reports whether a committee that stands before item k for those who act is told
// to have so many members: "Đảng ủy khóa XXI có 15 ủy viên", "Huyện ủy gồm 41 đồng chí".
func (r *reader) sized(k int, g *group) bool {
	if g.head != nil && g.head.head == "person" && r.opensWith(k, g) {
		return true
	}
	if g.head == nil || g.head.head != "person" || k >= g.at || k > 1 && isSeats(r.items[k-2].c().body) && r.items[k-2].last == r.items[k-1].first {
		return false // "Ủy ban Kiểm tra Huyện ủy gồm 7 ủy viên"
	}
	p := &r.items[g.at-1]
	if p.last == g.main.first && !r.bodyBetween(g.left, k-1) && (p.mark == ':' && (g.main.ranged || g.main.bound != "" || r.usualPhase(&measure{body: "committee"}) == "target") || r.t.Fold(p.first) == "được" && r.t.Fold(p.last-1) == "bầu") {
		return true // "Huyện ủy: 35 - 39 đồng chí", "Đảng ủy các xã được bầu 351 đồng chí"
	}
	if p.c().link != "copula" || p.last != g.main.first || !r.isSeat(g) && !strings.HasSuffix(r.t.Fold(p.last-1), "gồm") && !r.partsFollow(g) && !(r.partBehind(g) && r.t.Fold(r.items[g.headAt].first) == "đồng") {
		return false
	}
	for ; k < g.at-1; k++ {
		it := &r.items[k]
		c := it.c()
		if !it.when && it.place == "" && it.mark != '(' && it.mark != ')' && c.link != "ordinal" && c.link != "filler" && c.attr != "elected" && !c.org && c.phase != "actual" && c.phase != "previous" {
			return false
		}
	}
	return true
}

// opensWith reports whether a sentence begins with a committee and its number, whose parts follow: "Đảng ủy
// xã 15 người, 13 người là dân bản địa".
func (r *reader) opensWith(k int, g *group) bool {
	if k > 2 || r.items[k-1].first > r.firstWord() || r.items[g.at-1].last != g.main.first || g.end+1 >= len(r.items) || r.items[g.end].mark != ',' && r.items[g.end].mark != '(' && r.items[g.end].mark != ':' {
		return false
	}
	for ; k < g.at; k++ {
		if it := &r.items[k]; !it.c().org && it.place == "" && it.c().link != "ordinal" && !(it.c().phase == "actual" && it.c().reach == "near") && it.c().link != "filler" {
			return false
		}
	}
	if r.items[g.end].mark == '(' && g.end+2 < len(r.items) {
		return r.items[g.end+1].c().phase == "nominated" || r.items[g.end+1].c().isAttr() && weight(r.items[g.end+1].c().attr) == 2
	}
	f := r.items[g.end+1].fig
	return f != nil && !f.percent && f.value < g.main.value
}

// partsFollow reports whether the parts of those counted follow right behind a mark: "Đảng ủy
// có 17 đồng chí, nữ 01".
func (r *reader) partsFollow(g *group) bool {
	k := g.end
	if k+2 >= len(r.items) || r.items[k].first != r.items[k-1].last || r.items[k].mark == 0 {
		return false
	}
	n := &r.items[k+1]
	return (n.c().isAttr() && weight(n.c().attr) == 2 || n.band != "") && r.items[k+2].fig != nil || n.c().link == "within" || n.c().link == "change" || n.fig != nil && r.items[k+2].c().isAttr()
}

// labelOnly reports whether items only say which of those named before are counted:
// "chủ nhiệm là nữ: 3".
func (r *reader) labelOnly(a, b int) bool {
	for k := a; k < b; k++ {
		if it := &r.items[k]; it.mark != ':' && it.c().link != "copula" && !it.c().isAttr() {
			return false
		}
	}
	return true
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
	if r.issuedBy(k) || r.items[k].c().body == "delegate" && r.choose(k, g) {
		return true
	}
	for j := k + 1; j < g.at; j++ {
		c := r.items[j].c()
		switch {
		case c.link == "actor" && r.items[j].first > r.first && r.t.Fold(r.items[j].first-1) == "được":
			return false // "chỉ định Ban Chấp hành được công bố: 29 đồng chí"
		case c.link == "actor":
			return true
		case c.attr == "appointed" && strings.EqualFold(r.t.Word(r.items[j].first), "được"):
			return false // "Ban Thường vụ được chỉ định gồm": it is what was appointed
		case c.attr == "appointed" && (r.items[k].c().body == "standing_committee" || r.items[k].c().use == "actor") && !r.bodyBetween(j, g.at):
			return true
		case c.phase == "nominated" && r.items[k].c().body == "standing_committee":
			return true
		case c.phase == "target" && r.t.Fold(r.items[j].first) == "yêu" && r.items[k].c().use != "counted":
			return true // "Ban Thường vụ Tỉnh ủy yêu cầu tỷ lệ nữ 15%"
		case c.use == "actor", r.items[j].place != "", c.link == "filler", r.items[j].when, c.org, c.level != "" && c.body == "":
			continue
		case c.body != "" && r.items[k].c().body == "committee" && c.body != "committee":
			return false
		}
		return false
	}
	return false
}

// choose reports whether the delegates at item k are those who elect, and a figure counts whom: "các đại
// biểu chọn ra 39 người".
func (r *reader) choose(k int, g *group) bool {
	if g.at != k+2 || r.items[k+1].c().reach != "verb" || r.items[k+1].last != g.main.first || g.body() != "" || g.head == nil || r.items[k].first == r.first {
		return false
	}
	if gap := r.items[k+1].first - r.items[k].last; gap > 3 {
		return false
	}
	for i := r.items[k].last; i < r.items[k+1].first; i++ {
		if w := r.t.Fold(i); w == "do" || w == "được" || r.t.Tokens[i].Kind != scan.Word {
			return false
		}
	}
	switch r.t.Fold(r.items[k].first - 1) {
	case "các", "những", "toàn":
		return true
	}
	return false
}

// issuedBy reports whether the body at item k is the one that issued a paper which is
// cited: "theo Quyết định số 112-QĐ/TU của Ban Thường vụ Tỉnh ủy: 25 đồng chí".
func (r *reader) issuedBy(k int) bool {
	i := r.items[k].first - 1
	if i <= r.first || r.t.Word(i) != "của" {
		return false
	}
	for n := 0; i > r.first && n < paperWords; i, n = i-1, n+1 {
		switch r.t.Fold(i-1) + " " + r.t.Fold(i) {
		case "quyết định", "thông báo", "kết luận", "chỉ thị", "kế hoạch", "hướng dẫn", "quy định", "công văn":
			return true
		}
		if r.t.Is(i, ';') || r.t.Is(i, ':') || r.t.Is(i, '(') {
			return false
		}
	}
	return false
}

// paperWords is how many tokens the citation of a paper has at most before its issuer:
// "Quyết định số 112-QĐ/TU, ngày 29/7/2025 của".
const paperWords = 18

func (r *reader) bodyBetween(a, b int) bool {
	for k := a; k < b; k++ {
		if c := r.items[k].c(); c.body != "" && c.use != "actor" {
			return true
		}
	}
	return false
}
