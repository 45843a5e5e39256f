package measure

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// votes reports whether persons are elected without a word for what: a
// committee is meant.
func (r *reader) votes(g *group) bool {
	if g.head == nil || g.head.head != "person" || g.at == 0 || g.main.percent {
		return false
	}
	p := &r.items[g.at-1]
	if g.main.ranged && p.c().link == "filler" && g.at > 1 && r.items[g.at-2].last == p.first {
		p = &r.items[g.at-2] // bầu từ 11 - 15 ủy viên
		if p.c().reach == "verb" {
			return true
		}
	}
	if p.c().reach != "verb" && !(p.c().phase == "actual" && g.main.ratio) || p.last != g.main.first {
		return false
	}
	for k := g.end; k < g.right; k++ {
		if c := r.items[k].c(); c.link == "into" || c.body != "" || c.link == "in" {
			return false
		}
	}
	return r.stop(g) <= r.items[g.end-1].last+1 || r.onlyPlan(g.end, g.right)
}

// byCongress reports whether a figure behind other seats counts those whom the congress
// elects without a word for what, who are its committee: "… Ban Thường vụ 13 đồng chí.
// Đại hội bầu được 39/41 đồng chí". It elects other bodies only where it says so.
func (r *reader) byCongress(g *group) bool {
	if !isSeats(r.s.body) || r.s.body == "committee" || r.s.body == "upper_delegation" || g.main.value <= few && !g.main.ratio || !r.votes(g) {
		return false
	}
	if r.s.carried && r.d.sizes[r.s.body].n == 0 && r.d.plans[r.s.body] == 0 {
		return false // a heading or lead names the body that is elected
	}
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		switch c := it.c(); {
		case c.org:
			return r.t.Fold(it.first) == "đại" || k > g.left && r.ownCongress(k-1)
		case c.phase == "actual", c.link == "filler", c.link == "ordinal", it.when, it.place != "":
		default:
			return false
		}
	}
	return false
}

// asPlanned reports whether the total of a figure without a word for its body is the
// number of committee members that was planned, and not that of the body before it.
func (r *reader) asPlanned(g *group) bool {
	plans := r.d.plans
	return g.main.ratio && plans["committee"] == g.main.total && plans[r.s.body] > 0 && plans[r.s.body] != g.main.total && r.votes(g)
}

// onlyPlan reports whether nothing but a plan is named between two items: "bầu
// đủ 52/52 đồng chí theo đề án".
func (r *reader) onlyPlan(a, b int) bool {
	for k := a; k < b; k++ {
		if r.items[k].c().phase != "planned" {
			return false
		}
	}
	return a < b
}

// ballotList reports whether the figure is the length of a list to elect from.
func (r *reader) ballotList(g *group) bool {
	for k := g.left; k < g.right && k < len(r.items); k++ {
		if c := r.items[k].c(); c.phase == "nominated" && (r.t.Word(r.items[k].first) == "DS" || strings.Contains(strings.ToLower(r.t.String(r.items[k].first, r.items[k].last)), "danh sách")) {
			return true
		}
	}
	return false
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

// parallel reports whether a figure stands in a row of levels that share an
// attribute: "cấp huyện có 112 đồng chí; cấp cơ sở có 1.830 đồng chí".
func (r *reader) parallel(g *group) bool {
	level := false
	for k := g.left; k < g.at; k++ {
		it := &r.items[k]
		c := it.c()
		switch {
		case c.strength == "strong":
			level = true
		case it.mark != 0, c.link == "copula", c.link == "pair", c.link == "cut", c.link == "filler", c.bound != "":
		default:
			return false
		}
	}
	return level
}

// bracketBefore reports whether a bare figure in brackets is what a count was in
// an earlier term: "nữ 9 (khóa trước 6)".
func (r *reader) bracketBefore(g *group) bool {
	if !(g.main.bare || g.head != nil && g.head.head == "person") || g.main.percent || r.s.percent || g.at < 2 {
		return false
	}
	if p := r.items[g.at-1].c().phase; (p == "target" || p == "planned") && weight(r.s.attr) == 2 && r.items[g.at-1].last == g.main.first && r.items[g.at-2].mark == '(' {
		return true // "nữ 7 (chỉ tiêu 8)"
	}
	return r.items[g.at-1].c().phase == "previous" && r.items[g.at-2].mark == '(' || g.left < g.at && r.items[g.left].mark == '(' && r.earlier(g)
}

// to reports whether a figure is where a change ended: "tăng từ 12,1% lên 14,7%".
func (r *reader) to(g *group) bool {
	if g.main.first == r.first || r.s.attr == "" {
		return false
	}
	w := r.t.Word(g.main.first - 1)
	if w != "lên" && w != "xuống" && w != "còn" {
		return false
	}
	for k := g.at - 1; k >= 0; k-- {
		if f := r.items[k].fig; f != nil {
			return r.fallenFrom(f)
		}
	}
	return false
}

// fallenFrom reports whether "từ" stands before a figure, or before a word that says what it is:
// "từ dự kiến 18%".
func (r *reader) fallenFrom(f *figure) bool {
	for i := f.first - 1; i >= r.first && i >= f.first-3; i-- {
		if r.t.Word(i) == "từ" {
			return true
		}
	}
	return r.shortFrom(f)
}

// formerly reports whether a figure is what the count before it was in an earlier term:
// "chỉ còn 1 nữ, khóa trước có 3".
func (r *reader) formerly(g *group) bool {
	s := &r.s
	if s.attr == "" || weight(s.attr) != 2 || s.percent != g.main.percent || s.stat == "mean" || !g.main.percent && g.main.value > max(few, 2*s.amount) || g.main.foreign {
		return false
	}
	for k := g.at - 1; k >= g.left; k-- {
		switch c := r.items[k].c(); {
		case r.earlierYear(k):
			return k == g.left || k == g.left+1 || r.items[k-1].mark != 0 || k > 1 && (r.items[k-2].mark != 0 || r.items[k-2].c().link == "but")
		case c.phase == "previous":
			if k-1 > g.left && r.items[k-1].c().link == "in" {
				k-- // "…, trong khi khóa trước 3"
			}
			return k == g.left || r.items[k-1].mark != 0 || r.items[k-1].c().link == "but"
		case c.link != "copula" && c.link != "filler" && c.bound == "" && c.link != "pair":
			return false
		}
	}
	return false
}

// nowadays reports whether a figure is what the count of an earlier term before it has
// become: "nhiệm kỳ trước chỉ có 4 nữ, nay đã có 8".
func (r *reader) nowadays(g *group) bool {
	s := &r.s
	if p := r.groupBefore(g); p == nil || r.inFormer(p) {
		return false
	}
	return s.was == "previous" && weight(s.attr) == 2 && s.percent == g.main.percent && s.stat != "mean" && r.now(g)
}

// now reports whether the clause of a figure says that it is of today.
func (r *reader) now(g *group) bool {
	i := g.main.first - 1
	for ; i > r.first && i > g.main.first-nowWords && r.t.Tokens[i].Kind != scan.Number && !r.t.Is(i, ';'); i-- {
		switch r.t.Fold(i) {
		case "nay":
			return r.t.Fold(i-1) != "hôm"
		case "này":
			w := r.t.Fold(i - 1)
			return w == "khoá" || w == "kì" || w == "lần"
		}
	}
	return false
}

// nowWords is how far before a figure "nay" stands at most: "nay cấp ủy huyện đã có".
const nowWords = 9

// insideBody reports whether nothing but a body stands before a figure, which has as many
// of those who were counted in the body before: "nữ trong Ban Chấp hành 9, trong Ban
// Thường vụ 3".
func (r *reader) insideBody(g *group) bool {
	s := &r.s
	if weight(s.attr) != 2 || s.attr == "" || s.stat == "mean" || s.percent != g.main.percent || g.head != nil && g.head.head != "person" {
		return false
	}
	in, body := false, false
	for k := g.left; k < g.at; k++ {
		it := &r.items[k]
		switch c := it.c(); {
		case c.link == "in", c.link == "filler" && (r.t.Fold(it.first) == "ở" || r.t.Fold(it.first) == "tại"):
			in = true
		case in && isSeats(c.body) && !body:
			body = true
		case it.mark == ',', it.mark == ';', c.link == "cut", body && (c.link == "copula" || it.mark == ':'):
		default:
			return false
		}
	}
	return body
}

// extreme reports whether the figure counts the oldest or youngest.
func (r *reader) extreme(g *group) bool {
	for k := g.end; k < g.right; k++ {
		if r.items[k].c().form == "extreme" {
			return true
		}
	}
	if g.at-2 >= g.left && r.items[g.at-1].c().link == "copula" && r.items[g.at-2].c().form == "extreme" {
		g.main.reason = "age" // "cao tuổi nhất là 58, trẻ nhất là 33 tuổi"
		return true
	}
	return false
}

// ofAge reports whether some are named for their age: "Hai bí thư cùng 44 tuổi là
// ông A và ông B".
func (r *reader) ofAge(g *group) bool {
	if !g.main.words || g.end >= len(r.items) {
		return false
	}
	k := g.end
	if r.items[k].c().link == "cut" && k+1 < len(r.items) {
		k++ // cùng 44 tuổi
	}
	f := r.items[k].fig
	if f == nil || f.reason != "age" || f.first-r.items[g.end-1].last > 2 {
		return false
	}
	g.main.reason = "age"
	return true
}

// govern makes a body the one that the list is about.
func (r *reader) govern(g *group, m *measure) {
	if m.body == "party_member" && r.represents(g) {
		return
	}
	r.s.body, r.s.central, r.s.carried, r.s.organ = m.body, m.central, false, ""
	if m.attr == "total" {
		r.s.within = false
	}
}

// inRow gives a figure of "lần lượt là 44,6; 47,3 và 50,1" its body or place,
// taken in order from the list before.
func (r *reader) inRow(i int) (*cue, item, bool) {
	g := &r.groups[i]
	s := &r.s
	for k := g.at - 1; k >= g.left; k-- {
		if r.items[k].c().link != "respectively" && !r.pairs(i, k) {
			continue
		}
		if s.row = r.attributesBefore(g.left, k, r.run(i)); len(s.row) > 0 {
			break
		}
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
		if n := r.run(i); kind == 2 && len(s.row) < n {
			if units := r.placesBefore(k, n); units != nil {
				s.row = units // "A và B có tỷ lệ cấp ủy viên nữ cao nhất, lần lượt là …"
			}
		}
		if len(s.row) == 0 {
			s.row = r.placesBefore(g.left, r.run(i))
		}
		if len(s.row) == 0 {
			s.row = r.namedBefore(g.left, r.run(i))
		}
		break
	}
	n := len(s.row)
	if n == 0 {
		return nil, item{cue: &nothing}, false
	}
	it := s.row[n-1]
	s.row = s.row[:n-1]
	if it.place != "" && r.own(it.place) {
		it.place, it.placeLevel = "", ""
	}
	return it.cue, it, true
}

// attributesBefore returns the attributes between two items, the nearest first,
// where there are n of them, more than one, for a list of n figures: "Tỷ lệ nữ,
// trẻ lần lượt là 17% và 11%".
func (r *reader) attributesBefore(a, b, n int) []item {
	var out []item
	for j := b - 1; j >= a; j-- {
		it := &r.items[j]
		c := it.c()
		switch {
		case it.band != "" && j > a && r.items[j-1].mark == '(' && j > a+1 && r.items[j-2].c().attr == "young":
		case it.band != "", c.attr != "" && weight(c.attr) == 2 && (c.form == "plain" || c.form == "degree"):
			out = append(out, *it)
		}
	}
	if len(out) != n || n < 2 {
		return nil
	}
	return out
}

// pairs reports whether the copula at item k stands between two bodies and two
// figures: "của Ban Chấp hành và Ban Thường vụ là 43,8 và 46,5".
func (r *reader) pairs(i, k int) bool {
	g := &r.groups[i]
	if r.twoAttributes(i, k) {
		return true
	}
	if k != g.at-1 || r.items[k].c().link != "copula" || k < 3 || r.run(i) != 2 {
		return false
	}
	body := func(j int) bool { c := r.items[j].c(); return c.body != "" && c.use != "actor" }
	return body(k-1) && r.items[k-2].c().link == "cut" && body(k-3)
}

// twoAttributes reports whether item k is "đều" between two attributes and two shares:
// "Tỷ lệ nữ, trẻ đều dưới 15% và 10%".
func (r *reader) twoAttributes(i, k int) bool {
	g := &r.groups[i]
	return g.main.percent && r.t.Fold(r.items[k].first) == "đều" && r.run(i) == 2 && r.attributesBefore(g.left, k, 2) != nil
}

// run counts the figures from group i on that only marks and "và" part.
func (r *reader) run(i int) int {
	n := 1
	for ; i+1 < len(r.groups); i++ {
		for k := r.groups[i].end; k < r.groups[i+1].at; k++ {
			if it := &r.items[k]; it.mark != ',' && it.mark != ';' && it.c().link != "cut" && it.c().bound == "" {
				return n
			}
		}
		n++
	}
	return n
}

// placesBefore returns the units before an item, the nearest first, where there
// are as many as figures: "A và B có tỷ lệ nữ cao nhất, lần lượt 29% và 27%".
func (r *reader) placesBefore(k, n int) []item {
	out := r.unitsBefore(k)
	if len(out) != n || n < 2 {
		return nil
	}
	slices.Reverse(out)
	return out
}

// namedBefore returns the last n bodies counted before an item, the nearest
// first: "Ban Chấp hành 41 đồng chí, Ban Thường vụ 12 đồng chí; tuổi bình quân lần
// lượt là …".
func (r *reader) namedBefore(k, n int) []item {
	var out []item
	for k--; k >= 0 && len(out) < n; k-- {
		if c := r.items[k].c(); c.body != "" && c.use != "actor" {
			out = append(out, r.items[k])
		}
	}
	return out
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

// opensParts reports whether "gồm" right behind what was counted leads to its
// parts: "23 đồng chí không trúng cử, gồm 2 phó bí thư và …".
func (r *reader) opensParts(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if c := r.items[k].c(); c.link == "copula" && strings.HasSuffix(strings.ToLower(r.t.Word(r.items[k].last-1)), "gồm") {
			return true
		}
	}
	return false
}

// labelOfAll returns whose numbers a label at the begin of a sentence says that all
// bodies behind it have: "Nữ: Ban Chấp hành 7, Ban Thường vụ 1".
func (r *reader) labelOfAll(g *group) (attr, qual string) {
	k := 0
	var f found
	for ; k < g.at && r.items[k].mark != ':'; k++ {
		it := &r.items[k]
		if it.mark == '-' && k == 0 {
			continue
		}
		if it.fig != nil && f.attr != "" && r.sharesOfAll(g) {
			k = 0
			break // "Nữ trong BCH 9/36, BTV 2/10"
		}
		if it.mark != 0 || it.fig != nil || it.place != "" || it.c().link != "" && it.c().link != "filler" && it.c().link != "into" && it.c().link != "in" || it.c().phase != "" && it.c().phase != "actual" {
			return "", ""
		}
		r.take(&f, it.c(), k)
	}
	switch f.attr {
	case "female", "young", "ethnic_minority", "re_elected", "first_time":
	default:
		return "", ""
	}
	if j := g.at - 1; j > k && r.items[j].mark == ':' && r.items[j].last == g.main.first && r.items[j-1].mark == ';' && r.items[j-1].last < r.items[j].first && !r.t.Tokens[r.items[j-1].last].Upper {
		return "", "" // "Nữ: 12; thợ hàn: 20": a label of its own
	}
	attrs := 0
	for k++; k < g.at; k++ { // nothing but bodies and their numbers
		it := &r.items[k]
		c := it.c()
		if k < r.groups[0].at && (c.isAttr() || c.link == "into" || c.link == "in" || c.phase == "actual") {
			if c.isAttr() {
				attrs++
			}
			continue
		}
		if it.fig != nil || it.mark == ',' || it.mark == ';' || it.mark == '(' || it.mark == ')' || it.mark == ':' || it.mark == '-' || c.head == "person" || (isSeats(c.body) || c.body == "inspection_head") && !c.isAttr() || c.link == "copula" || c.link == "cut" || c.link == "pair" || c.link == "change" || c.link == "versus" || c.phase == "previous" || it.when {
			continue
		}
		return "", ""
	}
	if attrs > 1 {
		return "", ""
	}
	return f.attr, f.qual
}

// sharesOfAll reports whether the first figure of a sentence and every later one of a committee up to a group have a total or a
// share beside them, which those of whole bodies have not: "Nữ trong BCH 9/36 (25%); BTV 2/10 (20%); Phó Bí thư: 1".
func (r *reader) sharesOfAll(g *group) bool {
	for i := range r.groups {
		n := &r.groups[i]
		if !n.main.ratio && n.pct == nil && !n.main.percent {
			c, _ := r.bodyOf(n)
			if i == 0 || c == nil || c.body == "committee" || c.body == "standing_committee" || c.body == "inspection_committee" {
				return false
			}
		}
		if n == g {
			break
		}
	}
	return true
}

// shared returns what is said of the last of several posts that "và" joins and
// holds for all: "3 bí thư và 5 phó bí thư tái cử nhưng không trúng cử".
func (r *reader) shared(i int) (attr, qual string) {
	g := &r.groups[i]
	if g.body() == "" {
		return "", ""
	}
	if a := r.allOfThem(g); a != "" {
		return a, ""
	}
	if i+1 >= len(r.groups) {
		return "", ""
	}
	n := &r.groups[i+1]
	for k := g.end; k < n.at; k++ {
		if c := r.items[k].c(); c.link != "cut" && c.bound == "" && r.items[k].mark != ',' {
			return "", ""
		}
	}
	if g.end == n.at || n.body() == "" {
		return "", ""
	}
	switch a := r.scan(n.end, n.right); a.attr {
	case "not_re_elected", "non_local", "appointed", "direct_election":
		return a.attr, a.qual
	case "female", "re_elected", "first_time", "ethnic_minority", "young", "age_band":
		if isPost(g.body()) && isPost(n.body()) && g.body() != n.body() && (g.main.ratio && n.main.ratio || g.main.value > 1 && !g.main.ratio && !n.main.ratio && r.d.sizes[g.body()].n != g.main.value) {
			return a.attr, a.qual // "3/8 bí thư, 4/15 phó bí thư là nữ"
		}
	}
	return "", ""
}

// isPost reports whether a body is one person at each organisation, or one of few.
func isPost(body string) bool {
	return body == "secretary" || body == "deputy_secretary" || body == "inspection_head"
}

// allOfThem returns what is said of several posts together, the last of which has no number:
// "2 Phó Bí thư và Chủ nhiệm Ủy ban Kiểm tra đều tái cử".
func (r *reader) allOfThem(g *group) string {
	k, posts := g.end, 0
	for ; k < len(r.items); k++ {
		c := r.items[k].c()
		if isSeats(c.body) || c.body == "inspection_head" {
			posts++
		} else if c.link != "cut" && r.items[k].mark != ',' {
			break
		}
	}
	if posts == 0 || k+1 >= len(r.items) || r.t.Fold(r.items[k].first) != "đều" {
		return ""
	}
	switch a := r.items[k+1].c().attr; a {
	case "re_elected", "first_time", "not_re_elected", "non_local", "appointed", "female":
		return a
	}
	return ""
}

// body returns the body whose members the noun of a group counts.
func (g *group) body() string {
	switch {
	case g.direct != nil:
		return g.direct.body
	case g.head != nil:
		return g.head.body
	}
	return ""
}

// counts reports whether the words before the figure say that it counts the
// whole of what governs: "Tổng số: 45", "Số lượng 15 đồng chí", "bầu 45 đồng chí".
func (r *reader) counts(g *group) bool {
	if r.wonBare(g) {
		return true
	}
	for k := g.left; k < g.at; k++ {
		if c := r.items[k].c(); c.form == "count" || c.link == "result" && r.items[k].last == g.main.first || c.reach == "verb" || c.phase == "nominated" || c.phase == "planned" || c.phase == "actual" && c.reach == "near" {
			return true
		}
	}
	if r.d.headed && r.d.age <= 1 && r.s.carried && g.left == 0 && g.at <= 1 && g.head != nil && g.head.head == "person" && (g.at == 0 || r.items[0].c().link == "copula" && r.items[0].last == g.main.first) && g.main.first <= r.firstWord()+1 {
		return true // "3. Bí thư", and below "Có 21 đồng chí, tái cử 13"
	}
	if r.isSeat(g) && r.termOf(g) > 0 {
		return true // "Khóa XIV (2025 - 2030) gồm 27 ủy viên"
	}
	if r.isSeat(g) && (g.main.bound != "" || g.main.ranged || g.at > 0 && r.items[g.at-1].mark == ':' && r.items[g.at-1].last == g.main.first) && r.usualPhase(&measure{body: "committee"}) == "target" || r.nomineesOf(g) {
		return true
	}
	if k := g.end; r.s.attr == "total" && g.head != nil && g.head.head == "person" && k < len(r.items) && r.items[k].c().phase == "nominated" && r.items[k].first == r.items[k-1].last && g.main.value >= r.s.amount && g.main.value <= r.s.amount*3/2 {
		return true // "15 ghế trong Ban Chấp hành, 18 người được giới thiệu"
	}
	if r.inFormer(g) && g.head != nil && g.head.head == "person" || r.ofUnitAlone(g) || g.head != nil && g.head.phase == "nominated" && !g.main.ratio {
		return true
	}
	return !g.main.bare && r.s.chosen && g.left == 0 && r.s.carried && r.labelled == 0 && r.rightInto(g)
}

// nomineesOf reports whether a figure is the list whose parts follow: "Trong 46 người được giới
// thiệu, 28 đồng chí tái cử".
func (r *reader) nomineesOf(g *group) bool {
	k := g.end
	return g.head != nil && g.head.head == "person" && k < len(r.items) && r.items[k].c().phase == "nominated" && r.items[k].first == r.items[k-1].last && r.ofThose(g)
}

// ofUnitAlone reports whether a figure stands behind a unit that begins an item of
// a list of units, whose lead says what is counted: "- Huyện X: 41 đồng chí".
func (r *reader) ofUnitAlone(g *group) bool {
	if r.labelled == 0 || g.left > 0 || g.head == nil || g.head.head != "person" || !isSeats(r.s.body) {
		return false
	}
	unit := false
	for k := range g.at {
		it := &r.items[k]
		switch c := it.c(); {
		case it.place != "":
			unit = true
		case it.mark == ':', it.mark == '-', c.org, c.link == "filler", c.link == "copula":
		default:
			return false
		}
	}
	return unit
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
		case c.bound != "", c.link == "filler", r.items[k].when, r.items[k].place != "", c.use == "actor", c.strength == "strong", c.org:
			if k > g.left && r.items[k-1].c().body != "" && r.items[k-1].last == r.items[k].first && r.unbroken(g, k) {
				return true
			}
		}
	}
	return false
}

// unbroken reports whether the items from k to the figure leave no gap of more
// than two words.
func (r *reader) unbroken(g *group, k int) bool {
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
	s := &r.s
	if g.main.percent && weight(s.attr) == 2 && s.stat != "mean" && r.fromTo(g) {
		return true // "nữ 131 người, nâng tỷ lệ từ 12,8% lên 16,1%"
	}
	if s.attr != "" && s.percent == g.main.percent && r.numberOfTerm(g) {
		return true
	}
	if s.attr != "" && weight(s.attr) == 2 && s.percent == g.main.percent && s.stat != "mean" && r.inFormer(g) && (g.main.percent || g.main.value <= 2*s.amount+few) {
		return true // "13 người, gần gấp đôi khóa trước (7 người)"
	}
	if r.contrasted(g) || r.to(g) || r.bracketBefore(g) || r.formerly(g) || r.nowadays(g) || r.insideBody(g) {
		return true
	}
	if g.head != nil && g.head.head == "person" {
		return s.attr != "total" && s.stat != "mean" && r.parallel(g)
	}
	if r.earlier(g) && g.main.percent && s.attr != "total" {
		return true
	}
	if s.stat == "mean" {
		return g.main.value > 18 && g.main.value < 90 && !g.main.percent
	}
	if g.main.percent && s.attr != "total" {
		for k := g.left; k < g.at; k++ {
			if c := r.items[k].c(); c.body != "" || c.phase != "" && c.reach == "near" || c.phase == "target" || c.level != "" {
				return true
			}
		}
	}
	return false
}

// winners reports whether a figure counts those who were elected and the sentence does
// not say to what: "41/47 đồng chí trúng cử", "Trong 41 đồng chí trúng cử có …".
func (r *reader) winners(g *group) bool {
	if g.head == nil || g.head.head != "person" || g.main.percent || r.s.body != "" && !(r.s.body == "vote" && r.s.carried) || r.d.body != "" && r.d.body != "committee" && r.d.body != "vote" {
		return false
	}
	if k := g.at - 1; k >= g.left && r.items[k].last == g.main.first && r.items[k].c().phase == "actual" && r.items[k].c().reach == "near" && r.t.Fold(r.items[k].last-1) == "cử" && (r.items[k].first == r.firstWord() || k > 0 && (r.items[k-1].mark == ',' || r.items[k-1].mark == ';' || r.items[k-1].mark == ':') && r.items[k-1].last == r.items[k].first) {
		return true // "Trúng cử 14 đồng chí, khuyết 1", "Kiểm phiếu xong lúc 11 giờ, trúng cử 14 đồng chí"
	}
	for k := g.at; k < g.right && k < g.end+3; k++ {
		if c := r.items[k].c(); c.phase == "nominated" && k == g.end && r.items[k].first == r.items[k-1].last && r.ofThose(g) {
			return true // "Trong 60 người được giới thiệu có …"
		}
		if c := r.items[k].c(); c.attr == "appointed" && k == g.end && r.ofThose(g) {
			return true // "Trong 27 đồng chí được chỉ định có …"
		}
		if c := r.items[k].c(); c.phase == "actual" && c.reach == "near" {
			return strings.HasSuffix(r.t.Fold(r.items[k].last-1), "cử")
		}
	}
	return false
}

// ofThose reports whether "trong" stands right before a figure, whose parts follow.
func (r *reader) ofThose(g *group) bool {
	i := g.main.first - 1
	if i > r.first && r.t.Fold(i) == "số" {
		i--
	}
	return i >= r.first && r.t.Fold(i) == "trong"
}
