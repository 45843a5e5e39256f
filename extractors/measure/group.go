package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// group is one figure with its share and its total, and the items that belong
// to it.
type group struct {
	main    *figure
	pct     *figure
	at, end int // items: of the first figure, after the counted noun
	tail    int // item after the share
	left    int // items before: [left, at)
	right   int // items after: [end, right)
	wide    int // end of what may still speak of it
	head    *cue
	named   bool   // a name before the figure is no place
	mean    bool   // years behind a mean age
	seat    bool   // of seats that are open: see seat.go
	seats   bool   // in a bracket right behind the body that a list is for
	headAt  int    // item of the counted noun, -1 for none
	place   string // that it is for, once it is decided
	level   string
	test    string // the threshold told before the units that meet it
	direct  *cue   // a body right behind a general noun: "15 đồng chí ủy viên …"
	more    found  // a second attribute of the same persons: "đại học trở lên và cao cấp lý luận chính trị"
	both    *cue   // a second body of which all are said to be so: "100% bí thư, phó bí thư"
}

// group divides the items of the sentence between its figures.
func (r *reader) group() {
	r.groups = r.groups[:0]
	for k := range r.items {
		f := r.items[k].fig
		if f == nil || f.reason != "" {
			continue
		}
		if r.formerShare(k, f) || r.unsigned(k, f) {
			f.percent = true
		}
		g := group{main: f, at: k, end: k + 1, headAt: -1}
		if !r.criterionBefore(&g) && r.joins(k, f) {
			continue
		}
		r.head(&g)
		if f.reason != "" {
			continue
		}
		if r.whoseCongress(&g) {
			f.reason = "whose congresses they are of"
			continue
		}
		r.labelledBy(&g)
		r.bound(&g)
		g.tail = g.end
		r.groups = append(r.groups, g)
	}
	for i := range r.groups {
		r.divide(i)
	}
}

// head finds the counted noun of a figure.
func (r *reader) head(g *group) {
	f := g.main
	k := g.end
	at := f.last
	if k < len(r.items) && r.items[k].first == at && r.items[k].c().after && f.percent {
		at = r.items[k].last // "30% trở lên số đảng bộ"
		k++
	}
	for k < len(r.items) && r.items[k].first == at && r.items[k].c().link == "filler" && r.items[k].c().head == "" && !r.wherever(at) {
		at = r.items[k].last
		k++
	}
	if k < len(r.items) && r.items[k].first == at {
		c := r.items[k].c()
		switch {
		case c.head == "seat":
			if f.bare = true; r.openSeats(f, r.items[k].last) || r.outOf(g) {
				g.seat, g.end = true, k+1
				return
			}
			if f.foreign = r.t.Fold(r.items[k].first) == "chỗ" && !f.ratio; !f.foreign { // "xe 45 chỗ"
				g.head, g.headAt, g.end = &personnel, k, k+1 // "8/9 vị trí", "nữ chiếm 9 ghế"
				r.behind(g)
			}
			return
		case !f.percent && c.head == "skip" && c.phase == "target":
			f.reason = "other" // "thông qua nghị quyết với 26 chỉ tiêu"
			return
		case !f.percent && (c.org && !c.party || c.head == "skip") && r.concurrentAt(g.at):
			f.bare = true // "bí thư chi bộ kiêm trưởng thôn ở 142/164 thôn"
			g.end = k + 1
			return
		case c.form == "age" && !f.percent: // 3 độ tuổi
			f.reason = "other"
			return
		case c.head == "skip" && c.link == "" && strings.EqualFold(r.t.Word(r.items[k].first), "lượt") && (r.comments(g.at) || r.commented(k)) && !r.attended(r.items[k].last):
			f.bare = true
			return
		case c.head == "skip" || c.head == "age":
			r.s.world = r.s.world || c.world
			if c.phase == "" && c.bound == "" || c.head == "age" {
				f.reason = "other"
				if c.head == "age" {
					f.reason = "age"
					if r.meanAge(g.at) || r.averaged(f.first) || f.value < youngest && g.at > 0 && r.items[g.at-1].c().link == "change" {
						f.reason = ""
						g.end, g.mean = k+1, true
					}
				}
				if c.link == "ordinal" && f.percent {
					f.reason = ""
				}
				return
			}
		case !f.percent && strings.EqualFold(r.t.Word(r.items[k].first), "tổ") && (c.form == "org" || k+1 < len(r.items) && (r.items[k+1].c().form == "org" || r.items[k+1].c().form == "orgnot") || f.ratio && (r.items[k].last >= r.last || r.t.Tokens[r.items[k].last].Kind == scan.Punct)):
			g.head, g.headAt = &organisation, k // 38 tổ chức hoàn tất đại hội
			if c.form != "org" {
				g.end = k + 1
			}
			return
		case !f.percent && c.phase == "nominated" && r.t.Fold(r.items[k].first) == "nhân": // 608 nhân sự giới thiệu
			g.head, g.headAt = &personnel, k
			return
		case !f.percent && c.strength == "weak" && c.level == "grassroots": // 12 cơ sở
			g.head, g.headAt, g.end = &organisation, k, k+1
			return
		case c.body == "upper_delegation" && c.use == "body" && r.t.Fold(r.items[k].first) == "đoàn": // 12 đoàn đại biểu
			f.reason = "other"
			return
		case c.head == "person" || c.org || c.use == "counted" || c.body == "inspection_head" || c.use == "body" || c.form == "delegate" || c.form == "central":
			g.head, g.headAt, g.end = c, k, k+1
			r.cadresAndMembers(g)
			r.behind(g)
			r.ofBody(g)
			r.bothPosts(g)
			return
		}
		f.bare = true
		return
	}
	f.bare = true
	if at < r.last && !f.percent {
		if tok := &r.t.Tokens[at]; tok.Kind == 0 && !goesOnWords[r.t.Word(at)] && !(tok.Upper && r.peopleNamedAt(at)) { // a word that no lexicon has
			f.foreign = true
		}
	}
}

// goesOnWords follow a bare number and name nothing that it counts: "khuyết 01 để kiện toàn sau".
var goesOnWords = map[string]bool{"lên": true, "xuống": true, "để": true, "do": true, "vì": true, "nên": true, "theo": true, "mà": true, "sau": true, "trước": true, "ngay": true, "như": true, "trên": true, "từ": true}

// wherever reports whether the word at a token only says where: "thiếu 01 ở Đảng
// bộ huyện X".
func (r *reader) wherever(i int32) bool {
	w := r.t.Word(i)
	return w == "ở" || w == "tại" || w == "về"
}

// labelledBy finds the organisations that a bare figure behind a label counts:
// "Số tổ chức cơ sở đảng đã đại hội: 531/533", "Số đảng bộ cơ sở là 290".
func (r *reader) labelledBy(g *group) {
	if g.head != nil || !g.main.percent && !g.main.bare || g.at == 0 || g.test != "" {
		return
	}
	if g.main.percent {
		r.labelledShare(g)
		return
	}
	if k, _ := r.labelWithout(g); k > 0 {
		g.head, g.headAt = r.items[k-1].c(), k-1
		return
	}
	if r.heldInBracket(g) {
		return
	}
	if k := g.at - 1; k > 1 && r.items[k].c().form == "org" && r.items[k].last == g.main.first && !g.main.ratio && r.items[k-1].mark == ':' && r.items[k-2].c().org && r.items[k-2].c().party && r.over(g.main.last) {
		g.head, g.headAt = r.items[k-2].c(), k-2 // "Chi bộ thôn: đã đại hội 118"
		return
	}
	if p := &r.items[g.at-1]; p.mark != ':' && (p.c().link != "copula" || r.t.Word(p.first) != "là") && !(g.main.ratio && (p.c().form == "org" || p.c().form == "orgweak")) {
		return
	}
	for k := g.at - 2; k >= 0; k-- {
		it := &r.items[k]
		c := it.c()
		switch {
		case c.org && it.first > r.first && r.t.Fold(it.first-1) == "dự":
			return // "Dự đại hội: 39/39"
		case c.org && c.party:
			if it.first > r.first && strings.EqualFold(r.t.Word(it.first-1), "số") || g.main.ratio && it.first <= r.firstWord()+1 && r.heldBetween(k, g.at) {
				g.head, g.headAt = c, k
			}
			return
		case it.first > r.first && strings.EqualFold(r.t.Word(it.first-1), "số") && (c.org || r.t.Fold(it.first) == "tổ") && (r.heldBetween(k, g.at) || r.items[g.at-1].mark == ':' && predicates[r.t.Word(it.last)]):
			g.head, g.headAt = &organisation, k // "Số đơn vị đã đại hội: 51/51"
			return
		case c.form == "org" && k == 0 && k == g.at-2 && r.labelled > 0 && it.first == r.firstWord():
			g.head, g.headAt = &organisation, k // "- Đã đại hội: 64"
			return
		case c.org, it.when, it.place != "", c.form == "org", c.form == "orgweak", c.form == "orgnot", c.link == "in", c.link == "filler", c.link == "asof", c.attr == "direct_election", c.attr == "shortfall", c.body == "secretary", c.bound != "" && c.head == "":
		default:
			return
		}
	}
}

// heldBetween reports whether items between two say that congresses were held.
func (r *reader) heldBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if f := r.items[k].c().form; f == "org" || f == "orgweak" || f == "orgnot" {
			return true
		}
	}
	return false
}

// heldInBracket finds the organisations that a bracket counts behind what is said of them:
// "các chi, đảng bộ cơ sở đã hoàn thành đại hội (47/47)". It reports whether it did.
func (r *reader) heldInBracket(g *group) bool {
	k := g.at - 2
	if k < 1 || !g.main.ratio || r.items[k+1].mark != '(' || r.items[k].c().form != "org" {
		return false
	}
	if p := &r.items[k-1]; p.c().org && p.c().party && (k < 2 || r.items[k-2].fig == nil || r.items[k-2].last != p.first) {
		g.head, g.headAt = p.c(), k-1
		return true
	}
	return false
}

// labelledShare finds the organisations of which a share behind their label is one: "Tỷ lệ
// chi bộ hoàn thành đại hội là 99,1%".
func (r *reader) labelledShare(g *group) {
	held := false
	for k := g.at - 1; k > 0; k-- {
		it := &r.items[k]
		c := it.c()
		switch {
		case c.form == "org", c.form == "orgweak":
			held = true
		case c.link == "in", c.org && !c.party:
		case c.org && c.party:
			if p := &r.items[k-1]; held && p.c().link == "pair" && p.last == it.first {
				g.head, g.headAt = c, k
			}
			return
		case it.when, it.mark == ':', c.link == "copula", c.link == "pair", c.link == "filler", c.link == "asof", c.bound != "":
		default:
			return
		}
	}
}

// ofBody takes the organisations in a bracket behind the body that heads its figures
// for whose body it is, which their congresses elected: "b) Ban thường vụ (34 đảng bộ):
// bầu 151 đồng chí", "Ban thường vụ 15 đảng bộ: bầu 62 đồng chí".
func (r *reader) ofBody(g *group) {
	if g.at < 1 || g.at > 2 || !g.head.org || !g.head.party || !isSeats(r.items[0].c().body) || g.end+1 >= len(r.items) {
		return
	}
	if bracketed := g.at == 2 && r.items[1].mark == '(' && r.items[g.end].mark == ')' && r.items[g.end+1].mark == ':'; !bracketed && (g.at == 2 || r.items[g.end].mark != ':') {
		return
	}
	g.main.reason = "whose body it is"
	r.s.levelOf, r.s.bodyLvl = r.items[0].c().body, first(r.levelWord(g.headAt), r.d.counted(g.main.value), r.d.level, r.below())
}

// concurrentAt reports whether a figure at item k counts the units in which one person holds
// two posts, one of them of the Party: "bí thư kiêm chủ tịch ở 4 xã".
func (r *reader) concurrentAt(k int) bool {
	if k == 0 || r.items[k-1].c().link != "filler" || !r.wherever(r.items[k-1].first) {
		return false
	}
	held, post := false, false
	for k -= 2; k >= 0 && r.items[k].mark != ';' && r.items[k].fig == nil; k-- {
		c := r.items[k].c()
		held = held || c.attr == "concurrent"
		post = post || held && (c.body == "secretary" || c.body == "deputy_secretary")
	}
	return post
}

// bothPosts takes in the second of two posts of which a share is told: "100% bí thư, phó
// bí thư có trình độ đại học".
func (r *reader) bothPosts(g *group) {
	k := g.end
	if !g.main.percent || g.main.value != 100 || !isSeats(g.head.body) || k+1 >= len(r.items) || r.items[k].mark != ',' && r.items[k].c().link != "cut" {
		return
	}
	if c := r.items[k+1].c(); isSeats(c.body) && c.use == "counted" && r.items[k].first == r.items[k-1].last && r.items[k+1].first == r.items[k].last {
		g.both, g.end = c, k+2
	}
}

// cadresAndMembers takes "cán bộ, đảng viên" for members where somebody represents them:
// "thay mặt cho gần 1.500 cán bộ, đảng viên".
func (r *reader) cadresAndMembers(g *group) {
	k := g.end
	if k+1 >= len(r.items) || r.t.Fold(r.items[g.headAt].first) != "cán" || r.items[k].mark != ',' || r.items[k+1].c().body != "party_member" || r.items[k+1].first != r.items[k].last {
		return
	}
	for j := g.at - 1; j >= 0 && j >= g.at-3; j-- {
		if r.items[j].c().link == "represent" {
			g.head, g.headAt, g.end = r.items[k+1].c(), k+1, k+2
			return
		}
	}
}

// attended reports whether those who came are counted: "lượt người tham dự".
func (r *reader) attended(i int32) bool {
	for j := i; j < min(i+5, r.last); j++ {
		if r.t.Word(j) == "dự" {
			return true
		}
	}
	return false
}

// commented reports whether those whose turns are counted at item k gave comments: "86 lượt
// người góp ý".
func (r *reader) commented(k int) bool {
	for j := k + 1; j < len(r.items) && j <= k+2; j++ {
		if r.items[j].c().body == "comment" {
			return r.items[j].first-r.items[k].last <= 4
		}
	}
	for i := r.items[k].last; i+1 < r.last && i < r.items[k].last+4 && r.t.Tokens[i].Kind == scan.Word; i++ {
		if w := r.t.Fold(i); speaking[w+" "+r.t.Fold(i+1)] || w == "đăng" && (r.t.Fold(i+1) == "ký" || r.t.Fold(i+1) == "kí") {
			return true // "21 lượt người đăng ký"
		}
	}
	return false
}

// comments reports whether comments are named before item k.
func (r *reader) comments(k int) bool {
	for k--; k >= 0; k-- {
		if r.items[k].c().body == "comment" {
			return true
		}
	}
	return false
}

// behind looks for a body right behind a general noun.
func (r *reader) behind(g *group) {
	if g.head.head != "person" || g.end >= len(r.items) {
		return
	}
	if g.end+1 < len(r.items) && r.items[g.end].first == r.items[g.headAt].last && r.t.Word(r.items[g.end].first) == "là" && r.items[g.end+1].first == r.items[g.end].last {
		if c := r.items[g.end+1].c(); c.body == "delegate" || c.form == "delegate" { // 16 đồng chí là đại biểu chính thức
			g.direct = c
			g.end += 2
		}
		return
	}
	n := &r.items[g.end]
	if n.first == r.items[g.headAt].last && (n.c().use == "counted" || n.c().form == "central") {
		g.direct = n.c()
		g.end++
	}
}

// meanAge reports whether a mean age is spoken of before item k.
func (r *reader) meanAge(k int) bool {
	for k--; k >= 0; k-- {
		if c := r.items[k].c(); c.form == "mean" || c.link == "change" && strings.EqualFold(r.t.Word(r.items[k].first), "trẻ") {
			return true
		}
		if f := r.items[k].c().form; f == "extreme" {
			return false
		}
	}
	return false
}

// averaged reports whether "bình quân" or "trung bình" stands right before a figure of years:
// "Bầu 15 đồng chí, bình quân 44,6 tuổi".
func (r *reader) averaged(i int32) bool {
	for i--; i > r.first && (r.t.Is(i, ':') || averageLinks[r.t.Fold(i)]); i-- {
	}
	return i > r.first && (r.t.Fold(i) == "quân" && r.t.Fold(i-1) == "bình" || r.t.Fold(i) == "bình" && r.t.Fold(i-1) == "trung")
}

// averageLinks stand between a mean and its figure.
var averageLinks = map[string]bool{"là": true, "đạt": true, "gần": true, "hơn": true, "trên": true, "khoảng": true, "chỉ": true, "có": true}

// oldestOrYoungest reports whether a figure behind a mean age is that of one person:
// "Tuổi bình quân 46,8 (cao nhất 57, thấp nhất 33)". Ages of persons are whole years;
// the highest mean among units names its unit or has a decimal.
func (r *reader) oldestOrYoungest(fig *figure) bool {
	p := r.prev(fig).c()
	if p.link != "each" && p.form != "extreme" && !r.largest(fig.first) || fig.percent || fig.ratio || fig.ranged || fig.value != float64(int(fig.value)) || r.noun(fig.last) {
		return false
	}
	mean := false // a figure that may be the mean
	for k := len(r.items) - 1; k >= 0; k-- {
		switch it := &r.items[k]; {
		case it.fig != nil:
			mean = mean || it.fig.reason == ""
		case it.c().form == "mean":
			return mean
		case it.c().isAttr() && it.c().form != "extreme" && it.c().form != "age":
			return false
		}
	}
	return false
}

// largest reports whether "lớn nhất" or "nhỏ nhất" stands before a token, which is of ages
// only behind a mean one.
func (r *reader) largest(i int32) bool {
	return i >= r.first+2 && r.t.Fold(i-1) == "nhất" && (r.t.Fold(i-2) == "lớn" || r.t.Fold(i-2) == "nhỏ")
}

// bound reads the word before a figure that says how exactly it is stated.
func (r *reader) bound(g *group) {
	f := g.main
	if g.at > 0 && r.items[g.at-1].last == f.first {
		if c := r.items[g.at-1].c(); c.bound != "" && !c.after && !r.leastOf(g) {
			f.bound = c.bound
		}
	}
	if g.end < len(r.items) && r.items[g.end].c().after {
		f.bound = r.items[g.end].c().bound
		g.end++
	} else if g.at+1 < len(r.items) && r.items[g.at+1].c().after {
		f.bound = r.items[g.at+1].c().bound
		g.end = max(g.end, g.at+2)
	} else if g.end+1 < len(r.items) && r.items[g.end].c().isAttr() && r.items[g.end].c().form != "degree" && r.items[g.end].first == f.last && r.items[g.end+1].c().after && r.items[g.end+1].first == r.items[g.end].last {
		f.bound = r.items[g.end+1].c().bound // từ 15% nữ trở lên
	}
}

// leastOf reports whether "ít nhất" right before a figure is the least of units and no bound:
// "nơi nhiều nhất 21 ý kiến, nơi ít nhất 3 ý kiến".
func (r *reader) leastOf(g *group) bool {
	it := &r.items[g.at-1]
	if r.t.Fold(it.first) != "ít" || r.t.Fold(it.last-1) != "nhất" || it.first == r.first {
		return false
	}
	switch r.t.Fold(it.first - 1) {
	case "nơi", "vị", "xã", "bộ", "phương":
		return true
	}
	return false
}

// joins lets figure f at item k join the group before it: the share of a
// count, the count of a share in brackets, the total of a part.
func (r *reader) joins(k int, f *figure) bool {
	if len(r.groups) == 0 {
		return false
	}
	g := &r.groups[len(r.groups)-1]
	if f.percent && k+1 < len(r.items) && r.items[k+1].first == f.last && r.items[k+1].c().body == "vote" && (g.head == nil || g.head.body != "vote") && !g.main.ratio {
		return false // "hụt 1 phó bí thư: đồng chí được giới thiệu chỉ đạt 46% số phiếu"
	}
	if f.percent && g.head != nil && g.head.org && r.fellShort(&group{main: f, at: k}) {
		return false // "7 đảng bộ xã có tỷ lệ nữ chưa đạt 15%"
	}
	if f.percent && r.fromTo(&group{main: f, at: k, end: k + 1, headAt: -1}) {
		return false // "nữ 131 người, nâng tỷ lệ từ 12,8% lên 16,1%"
	}
	if n := len(r.groups); f.percent && n > 1 && r.elector(g) && r.groups[n-2].pct == nil && !r.groups[n-2].main.percent {
		f.reason = "" // "286 đại biểu do đại hội 58 đảng bộ bầu, tỷ lệ 82,2%": of the delegates
		r.groups[n-2].pct = f
		r.boundOf(k, f)
		g.tail = k + 1
		return true
	}
	if n := len(r.groups); f.percent && n > 1 && r.groups[n-2].pct == nil && !r.groups[n-2].main.percent && r.ofPlan(g, k) {
		r.groups[n-2].pct = f // "5 đồng chí (2 nữ), đạt 100% so với đề án"
		r.boundOf(k, f)
		g.tail = k + 1
		return true
	}
	if f.percent && !g.main.percent && g.pct == nil {
		if g.head != nil && g.head.org && r.ofMembers(k) {
			f.reason = "a share of members"
			return true
		}
		if !r.paired(g, k) || g.head != nil && g.head.org && r.limit(g, k) {
			return false
		}
		g.pct = f
		g.tail = k + 1
		r.boundOf(k, f)
		if g.tail < len(r.items) && r.items[g.tail].mark == ')' {
			g.tail++
			if g.head == nil && g.main.bare && (g.end == k-1 || g.end == k-2 && r.items[k-1].c().link == "pair") { // "67/67 (100%) đảng bộ", "42/610 (= 6,9%) tổ chức đảng"
				h := group{main: &figure{last: r.items[k+1].last}, at: k, end: k + 2, headAt: -1}
				if r.head(&h); h.head != nil {
					g.head, g.headAt, g.end, g.tail, g.main.bare = h.head, h.headAt, h.end, h.end, false
				}
			}
		}
		return true
	}
	if !f.percent && g.main.percent && g.pct == nil && g.head == nil && k == g.end+1 && r.items[g.end].mark == '(' && k+1 < len(r.items) && r.items[k+1].mark == ')' {
		g.pct, g.main = g.main, f
		g.end = k + 2
		h := group{main: &figure{last: r.items[k+1].last}, at: k, end: k + 2, headAt: -1}
		r.head(&h)
		g.head, g.headAt, g.end, g.tail = h.head, h.headAt, h.end, h.end
		return true
	}
	if !f.percent && !f.ratio && g.main.percent && g.pct == nil && g.head == nil && k == g.end+1 && r.items[g.end].mark == '(' && k+2 < len(r.items) && r.items[k+1].c().head == "person" && r.items[k+2].mark == ')' && g.main.bound == "" {
		g.pct, g.main = g.main, f // "Nữ đạt 21,8% (55 đồng chí)"
		g.end, g.tail = k+3, k+3
		return true
	}
	if f.ratio && !f.percent && g.main.percent && g.pct == nil && g.head == nil && g.main.bound == "" && r.ratioOfShare(g, k) {
		g.pct, g.main = g.main, f // "nữ chiếm 25,9% (412/1.590 đồng chí)"
		g.end, g.tail = k+3, k+3
		return true
	}
	if f.ratio && !f.percent && r.countsShare(g, k) {
		g.pct, g.main = g.main, f
		g.end, g.tail = k+2, k+2
		return true
	}
	if !f.percent && !g.main.percent && !g.main.ratio && g.pct == nil && (k == g.end+1 || k > g.end && r.bare(g.end, k-1)) {
		of := r.items[k-1].c()
		vote := g.head != nil && g.head.body == "vote" && of.bound == "gt" && f.first == r.items[k-1].last
		if of.link != "of" && of.bound != "gt" || g.head != nil && of.link != "of" && !vote {
			return false
		}
		h := group{main: f, at: k, end: k + 1, headAt: -1}
		r.head(&h)
		if vote && h.head != nil && (h.head.body == "vote" || h.head.body == "delegate" || h.head.body == "party_member") {
			g.main.total, g.main.ratio, g.main.totalAt, g.tail = f.value, true, f.first, h.end
			f.claimed = true
			return true // "218 phiếu trên 220 đại biểu"
		}
		if of.link == "of" && g.head != nil && h.head == nil && f.bare && !f.foreign && f.reason == "" && f.value >= g.main.value {
			g.main.total, g.main.ratio, g.main.totalAt = f.value, true, f.first
			f.claimed, g.tail = true, h.end
			return true // "471 cấp ủy viên trên tổng số 474 được duyệt"
		}
		if of.bound == "gt" && g.head == nil && h.head == nil && k == g.end+1 && r.items[k-1].last == f.first && g.main.bare && g.main.bound == "" && f.reason == "" && r.presentOf(k) {
			g.main.total, g.main.ratio, g.main.totalAt = f.value, true, f.first
			f.claimed, g.end, g.tail = true, k+1, k+1
			return true // "Đại biểu dự 178 trên 180 được triệu tập"
		}
		if vote || f.reason != "" || h.head == nil || g.head != nil && g.head != h.head && !(of.link == "of" && (g.head.body == h.head.body && g.head.head == h.head.head || g.direct != nil && g.direct.body == h.head.body)) {
			f.reason = ""
			return false
		}
		g.main.total, g.main.ratio, g.main.totalAt = f.value, true, f.first
		f.claimed = true
		if g.tail = h.end; g.head != nil && !g.head.org || k == g.end+1 { // "11 nữ … trong tổng số 51 ủy viên" keeps its own words
			g.head, g.headAt, g.end, g.direct = h.head, h.headAt, h.end, h.direct
		}
		return true
	}
	return false
}

// ofPlan reports whether the share at item k, behind the bracket in which group g stands, says
// how far a plan was reached.
func (r *reader) ofPlan(g *group, k int) bool {
	if k < 2 || r.items[k-1].c().link != "pair" || r.items[k-2].mark != ',' || r.items[max(k-3, 0)].mark != ')' || g.main.first < r.items[max(k-5, 0)].first {
		return false
	}
	for j := k + 1; j < len(r.items) && j <= k+2 && r.items[j].mark == 0; j++ {
		if r.items[j].c().phase == "planned" {
			return true
		}
	}
	return false
}

// presentOf reports whether those who were called stand right behind the figure at item k.
func (r *reader) presentOf(k int) bool {
	i := r.items[k].last
	if r.t.Fold(i) == "được" {
		i++
	}
	return i+1 < r.last && r.t.Fold(i) == "triệu" && r.t.Fold(i+1) == "tập"
}

// elector reports whether the organisations of a group are only those that elected what
// was counted before: "do đại hội 58 đảng bộ bầu".
func (r *reader) elector(g *group) bool {
	if g.head == nil || !g.head.org || g.end >= len(r.items) || r.items[g.end].c().reach != "verb" {
		return false
	}
	for i := g.main.first - 1; i > r.first && i >= g.main.first-3; i-- {
		if r.t.Word(i) == "do" {
			return true
		}
	}
	return false
}

// countsShare reports whether N/M at item k says how many organisations a share of them
// is: "100% tổ chức cơ sở đảng trong tỉnh (612/612)".
func (r *reader) countsShare(g *group, k int) bool {
	if !g.main.percent || g.pct != nil || g.head == nil || !g.head.org || r.items[k-1].mark != '(' || k+1 >= len(r.items) || r.items[k+1].mark != ')' {
		return false
	}
	return r.bare(g.end, k-1) || r.onlyWhere(g.end, k-1)
}

// ratioOfShare reports whether N/M persons in the bracket right behind a share are those that it is of:
// "25,9% (412/1.590 đồng chí)".
func (r *reader) ratioOfShare(g *group, k int) bool {
	return k == g.end+1 && r.items[g.end].mark == '(' && k+2 < len(r.items) && r.items[k+2].mark == ')' &&
		(r.items[k+1].c().head == "person" || isSeats(r.items[k+1].c().body)) && r.items[k].fig.value <= r.items[k].fig.total
}

// onlyWhere reports whether items say no more than where: "trong toàn tỉnh".
func (r *reader) onlyWhere(a, b int) bool {
	for k := a; k < b; k++ {
		it := &r.items[k]
		if it.mark != 0 || it.fig != nil || it.place == "" && it.c().link != "in" && it.c().link != "filler" && it.c().level == "" {
			return false
		}
	}
	return true
}

// ofMembers reports whether the percent at item k is one of all members: "20,8%
// tổng số đảng viên".
func (r *reader) ofMembers(k int) bool {
	return k+2 < len(r.items) && r.items[k+1].c().form == "count" && r.items[k+2].c().body == "party_member"
}

// bare reports whether only words that say more of the counted noun stand
// between two items.
func (r *reader) bare(a, b int) bool {
	for k := a; k < b; k++ {
		it := &r.items[k]
		if it.mark != 0 || it.fig != nil || it.place != "" || it.c().link != "" && it.c().link != "filler" {
			return false
		}
	}
	return true
}

// limit reports whether the percent at item k is what units are measured
// against rather than their share: "41/63 tỉnh đạt từ 15% trở lên".
func (r *reader) limit(g *group, k int) bool {
	if k+1 < len(r.items) && r.items[k+1].c().after {
		return true
	}
	for j := g.end; j < k; j++ {
		if r.items[j].mark == ',' || r.items[j].mark == '(' {
			return false
		}
	}
	return r.items[k-1].c().bound != "" || r.missed(r.items[g.end-1].last)
}

// missed reports whether the words at a token say that something was not
// reached: "chưa đạt 10%".
func (r *reader) missed(i int32) bool {
	return i+1 < r.last && (r.t.Word(i) == "chưa" || r.t.Word(i) == "không") && missedVerbs[r.t.Fold(i+1)]
}

func (r *reader) boundOf(k int, f *figure) {
	if k > 0 && r.items[k-1].last == f.first {
		if c := r.items[k-1].c(); c.bound != "" && !c.after {
			f.bound = c.bound
		}
	}
}

// paired reports whether the percent at item k is a share of group g: only
// words of sharing stand between the last mark and it.
func (r *reader) paired(g *group, k int) bool {
	pair, attr := false, false
	if c := r.closing(g); c >= 0 && c+1 < k && r.items[c+1].mark == ',' && r.besideCount(g) {
		return false // "251 đồng chí (kế hoạch 256), đạt 98%" is no share of the plan
	}
	for j := k - 1; j >= g.end; j-- {
		it := &r.items[j]
		c := it.c()
		switch {
		case it.mark == '(':
			return j >= g.end && !r.splitBefore(g.end, j)
		case r.degreesAround(j):
		case it.mark == ',' && j == g.end && g.head != nil && g.head.body == "vote" && k+1 < len(r.items) && r.items[k+1].mark == ')':
			return true // "(24/24 phiếu, 100%)"
		case it.mark == ',' && j == g.end && j == k-1 && r.aloneAt(k) && !g.main.percent && g.head != nil && g.head.head == "person":
			return true // "- Nữ: 9 đồng chí, 19,1%."
		case it.mark == '-' && j == k-1 && r.aloneAt(k) && !g.main.percent && g.head != nil && g.head.head == "person" && !r.splitBefore(g.end, j):
			return true // "102 đồng chí nữ - 26,2%;"
		case it.mark == ',' || it.mark == '-':
			return pair && !attr && !r.splitBefore(g.end, j) && !r.partsBegin(g.end, j)
		case it.mark != 0 && it.mark != ':':
			return false
		case c.link == "pair" && c.phase == "target" && g.end < j:
			return false // "trẻ 3 đồng chí, chưa tới mức 10%"
		case c.link == "pair":
			pair = true
		case c.body == "vote" && !(g.head != nil && g.head.body == "vote"):
			return false // "bầu trực tiếp tại 12 đại hội, số phiếu bình quân 93,7%"
		case c.link == "change" || c.link == "versus" || it.place != "" || it.fig != nil || it.when || c.link == "within":
			return false
		case c.bound != "" || c.link == "filler" || c.link == "copula":
		case pair && j < k-1 && c.link != "cut":
			attr = attr || c.isAttr() || it.band != ""
			// words of the count itself: "49 đồng chí là nữ chiếm 30%"
		default:
			return false
		}
	}
	return pair || r.items[k-1].mark == '(' || g.end == k && r.items[k-1].mark == ')'
}

// partsBegin reports whether parts are told between two items: "143 người, trong đó người Ca Dong, Xơ Đăng
// chiếm 81,8%".
func (r *reader) partsBegin(a, b int) bool {
	for k := a; k < b; k++ {
		if r.items[k].c().link == "within" {
			return true
		}
	}
	return false
}

// besideCount reports whether a figure stands in a bracket right behind those whom another counts.
func (r *reader) besideCount(g *group) bool {
	p := r.groupBefore(g)
	return p != nil && p.head != nil && p.end < len(r.items) && r.items[p.end].mark == '(' && p.end < g.at && p.end+3 >= g.at
}

// aloneAt reports whether a mark or the end of the sentence stands right behind item k.
func (r *reader) aloneAt(k int) bool {
	i := r.items[k].last
	return i >= r.last || r.t.Tokens[i].Kind == scan.Punct && !r.t.Is(i, '(')
}

// degreesAround reports whether item j joins two degrees to one set: "đại học và
// trên đại học", "đại học, sau đại học".
func (r *reader) degreesAround(j int) bool {
	if j == 0 || j+1 >= len(r.items) || r.items[j].mark != ',' && r.items[j].c().link != "cut" {
		return false
	}
	a, b := &r.items[j-1], &r.items[j+1]
	return a.last == r.items[j].first && b.first == r.items[j].last && (a.c().form == "degree" || a.c().form == "low") && (b.c().form == "degree" || b.c().form == "low") && a.c().attr == b.c().attr
}

// splitBefore reports whether a semicolon stands between items a and b.
func (r *reader) splitBefore(a, b int) bool {
	for j := a; j < b; j++ {
		if r.items[j].mark == ';' || r.items[j].place != "" && r.items[j].mark == 0 && j == b-1 && !r.organisationPlace(j) {
			return true
		}
	}
	return false
}

// divide sets the windows of group i and the left edge of the next.
func (r *reader) divide(i int) {
	g := &r.groups[i]
	if i == 0 {
		g.left = 0
	}
	next := len(r.items)
	if i+1 < len(r.groups) {
		next = r.groups[i+1].at
	}
	cut := next
	for j := g.tail; j < next; j++ {
		if r.items[j].mark == ';' {
			cut = j
			break
		}
	}
	g.wide = cut
	split := cut
	for j := g.tail; j < cut; j++ {
		if e := r.bracketOfPlaces(j); e > j {
			j = e
			continue
		}
		if r.separates(g, j) {
			split = j
			break
		}
	}
	if i+1 < len(r.groups) && split == next {
		split = r.unmarked(g, next)
		g.wide = split
	}
	g.right = split
	if i+1 < len(r.groups) {
		r.groups[i+1].left = split
		if n := split; n > g.end && n+1 < next && r.items[n].mark == '(' && r.items[n+1].c().link == "copula" && isSeats(r.items[n-1].c().body) && !r.partBehind(&r.groups[i+1]) {
			r.groups[i+1].left, r.groups[i+1].seats = n-1, true // vào Ban Chấp hành (gồm 71 người)
		}
		if cut < next {
			r.groups[i+1].left = cut
		}
		if g.wide == next {
			g.wide = split
		}
	}
	if g.head != nil && g.head.org {
		if c := r.closing(g); c >= 0 {
			g.right, g.wide = min(g.right, c), min(g.wide, c)
		}
	}
}

// partBehind reports whether an attribute stands right behind a figure, which counts a
// part: "13 đồng chí vào Ban Thường vụ (có 2 nữ)".
func (r *reader) partBehind(g *group) bool {
	return g.end < len(r.items) && (r.items[g.end].c().isAttr() || r.items[g.end].band != "") && r.items[g.end].first == r.items[g.end-1].last
}

// closing returns the item that closes the bracket in which a figure stands, -1 where it
// stands in none: what is said behind the bracket is said of the whole before it, "79
// đảng bộ (75 đảng bộ xã và 4 đảng bộ khác) đã đại hội".
func (r *reader) closing(g *group) int {
	for k := g.at - 1; k >= 0 && r.items[k].mark != ')'; k-- {
		if r.items[k].mark != '(' {
			continue
		}
		for j := g.end; j < len(r.items); j++ {
			if r.items[j].mark == ')' {
				return j
			}
		}
		break
	}
	return -1
}

// bracketOfPlaces returns the closing bracket of a list of two places or more that
// opens at item j: "5 bí thư huyện ủy (Thanh Ba, Hạ Hòa) trong độ tuổi …"; j for none.
func (r *reader) bracketOfPlaces(j int) int {
	if r.items[j].mark != '(' {
		return j
	}
	commas := 0
	for k := j + 1; k < len(r.items); k++ {
		switch it := &r.items[k]; {
		case it.mark == ')':
			if commas == 0 || !r.namesOnly(r.items[j].last, it.first) {
				return j
			}
			return k
		case it.mark == ',':
			commas++
		case it.place == "" && it.cue == &nothing:
			return j
		}
	}
	return j
}

// namesOnly reports whether a range of tokens has only capitalised words and marks.
func (r *reader) namesOnly(first, last int32) bool {
	for i := first; i < last; i++ {
		if tok := &r.t.Tokens[i]; tok.Kind == scan.Number || tok.Kind == scan.Word && !tok.Upper && r.t.Word(i) != "và" {
			return false
		}
	}
	return true
}

// separates reports whether the words of the next figure may begin at item j.
func (r *reader) separates(g *group, j int) bool {
	it := &r.items[j]
	c := it.c()
	switch {
	case it.mark == ',' && r.degreesAround(j) && (j+2 >= len(r.items) || r.items[j+2].fig == nil):
		return false // "82% có bằng đại học, cao đẳng"
	case it.mark == ',' || it.mark == ':' || it.mark == '(' && !(j+1 < len(r.items) && r.items[j+1].band != ""):
		return true
	case it.place != "" && j+2 < len(r.items) && (r.items[j+1].mark == ':' || r.items[j+1].mark == '(') && r.items[j+2].fig != nil:
		return true // "… trên 15% như X: 21,2%; …"
	case it.mark == '-' && j+2 < len(r.items) && r.items[j+1].c().isAttr() && r.items[j+2].mark == ':':
		return true // "- tái cử: 8 - nữ: 2"
	case (c.isAttr() || it.band != "") && it.first > r.first && r.t.Fold(it.first-1) == "thì" && r.ofThose(g):
		return true // "trong 9 người ấy thì nữ 2"
	case (c.link == "within" || c.link == "of") && j == g.end && it.first == r.items[g.end-1].last && r.pointsBack(it):
		return false // "11 đồng chí trong số đó vào cấp ủy lần đầu"
	case c.isAttr() && it.first > r.first && r.t.Fold(it.first-1) == "thì":
		return true // "Trong 9 ủy viên thì nữ 2"
	case c.link == "cut", c.link == "within", c.link == "of", c.link == "represent", c.link == "change", c.link == "versus":
		return true
	case c.phase == "actual" && c.reach == "near" && r.t.Fold(it.last-1) == "còn":
		return true // "từ dự kiến 18% tụt còn 13%"
	case c.reach == "aim":
		return j+1 < len(r.items) && (r.items[j+1].fig != nil || r.items[j+1].c().bound != "")
	case c.phase == "planned" && c.reach == "near" && g.main.ratio && it.first == r.items[g.end-1].last && (j+1 >= len(r.items) || r.items[j+1].mark != 0):
		return false // "11/11 đồng chí theo đề án, nữ 1"
	case c.phase == "planned" && c.reach == "near" || c.phase == "nominated" && j > g.end && r.fromList(it):
		return true
	}
	return false
}

// fromList reports whether a nominated word begins a list that the figure
// before was chosen from: "trên danh sách", "trong danh sách".
func (r *reader) fromList(it *item) bool {
	w := r.t.Word(it.first)
	return w == "trên" || w == "trong"
}

// listOfChosen reports whether a figure is how long the list was that those counted before it were
// chosen from: "bầu 13 đồng chí trong danh sách 15 đồng chí". What follows is told of those chosen.
func (r *reader) listOfChosen(g *group) bool {
	for k := g.at - 1; k >= 0 && r.items[k].fig == nil && r.items[k].mark != ';'; k-- {
		it := &r.items[k]
		if it.c().phase != "nominated" {
			continue
		}
		if r.fromList(it) {
			return true
		}
		if it.first > r.first {
			switch r.t.Fold(it.first - 1) {
			case "trong", "trên", "từ", "so":
				return true
			}
		}
	}
	return false
}

// unmarked finds where the words of the next figure begin when no mark says
// so: behind the attributes and the body that the first one is bound to.
func (r *reader) unmarked(g *group, next int) int {
	j := g.tail
	for j < next {
		if e := r.listedFor(j, next); e > j {
			return e
		}
		c := r.items[j].c()
		if c.attr == "shortfall" && r.whereUnits(j+1, next) {
			j++ // "27 đồng chí còn khuyết nằm ở 19 cơ sở"
			continue
		}
		if c.attr == "shortfall" || c.attr == "withdrawn" {
			break
		}
		bound := c.strength == "strong" || c.phase == "actual" && c.reach == "near" || c.link == "into" || c.link == "in" || c.isAttr() && c.form != "mean" || c.body != "" && j > g.end && (r.items[j-1].c().link == "into" || r.items[j-1].c().link == "in")
		if !bound && r.items[j].band == "" {
			break
		}
		j++
	}
	return j
}

// whereUnits reports whether the figure at item next counts the units in which something is, so that
// what stands before is of the figure before: "còn khuyết ở 19 cơ sở".
func (r *reader) whereUnits(k, next int) bool {
	for ; k < next; k++ {
		if r.items[k].c().link != "filler" || !r.wherever(r.items[k].first) {
			return false
		}
	}
	return r.items[k-1].c().link == "filler" && k+1 < len(r.items) && (r.items[k+1].c().org || r.items[k+1].c().strength == "weak")
}

// listedFor returns the item after the body that a list was made for, where the
// next figure has a copula of its own: "48 người được giới thiệu bầu vào Ban Chấp
// hành có 30 …"; j when it is not so.
func (r *reader) listedFor(j, next int) int {
	k := j
	for k < next && (r.items[k].c().phase == "nominated" || r.items[k].c().reach == "verb" || r.items[k].c().reach == "aim") {
		k++
	}
	if k == j || r.items[j].c().phase != "nominated" && r.items[j].c().reach != "verb" || k+2 >= next || r.items[k].c().link != "into" || r.items[k+1].c().body == "" {
		return j
	}
	k += 2
	body := k
	for k < next && (r.items[k].c().org || r.items[k].place != "" || r.items[k].when || r.items[k].c().link == "ordinal" || r.items[k].c().link == "filler") {
		k++
	}
	if k >= next || r.items[k].c().link != "copula" {
		return j
	}
	return body
}

// pointsBack reports whether the words of a whole at an item name none but point back to one: "trong số đó", "trong số này".
func (r *reader) pointsBack(it *item) bool {
	w := r.t.Fold(it.last - 1)
	if w == "số" || w == "trong" {
		w = r.t.Fold(it.last)
	}
	return w == "đó" || w == "này" || w == "ấy"
}
