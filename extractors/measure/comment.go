package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// speakers reports whether a figure counts those who spoke: "6 đại biểu trình
// bày tham luận".
func (r *reader) speakers(g *group) bool {
	if g.main.percent {
		return false
	}
	if r.turns(g) || r.labelledPart(g) {
		return true
	}
	if g.head == nil && g.end < len(r.items) && r.t.Fold(g.main.last) == "lượt" && r.commented(g.end) {
		return true
	}
	if g.head == nil && g.main.first > r.first && r.t.Fold(g.main.first-1) == "của" {
		return false // "tiếp thu ý kiến của 18 cơ quan"
	}
	if g.head == nil { // "Số ý kiến góp ý: 120", "… lên tới 41.300 lượt"
		for k := g.at - 1; k >= g.left; k-- {
			c := r.items[k].c()
			switch {
			case c.body == "comment":
				return !g.main.foreign
			case c.body != "" && c.use != "actor", r.items[k].mark == ';', c.isAttr() && c.form == "plain":
				return false
			}
		}
		return false
	}
	if g.head.body != "delegate" && g.head.body != "party_member" && g.head.head != "person" {
		return false
	}
	if r.discussionLed(g) {
		return true
	}
	if spoke, _ := r.spoke(g); spoke || r.askedAt(g) > 0 && r.askedOnly(g) {
		return true
	}
	for k := g.end; k < g.right; k++ {
		c := r.items[k].c()
		if c.body == "comment" || c.link == "actor" && strings.EqualFold(r.t.Word(r.items[k].first), "phát") {
			return r.items[k].first-r.items[g.end-1].last <= 4
		}
		if c.body != "" || c.isAttr() {
			return false
		}
	}
	return false
}

// discussionLed reports whether persons are counted right behind a label that names the discussion: "Thảo luận: có 4
// đồng chí", "Phát biểu tham luận: 6 đại biểu".
func (r *reader) discussionLed(g *group) bool {
	i := r.firstWord()
	switch r.t.Fold(i) {
	case "phần", "về":
		i++
	}
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "thảo luận", "phát biểu", "tham luận":
	default:
		return false
	}
	for i += 2; i < g.main.first && !r.t.Is(i, ':'); i++ {
		if r.t.Tokens[i].Kind != scan.Word || i > r.firstWord()+6 {
			return false
		}
	}
	if i >= g.main.first {
		return false
	}
	if i++; r.t.Fold(i) == "có" {
		i++
	}
	return i == g.main.first && (r.over(r.items[g.end-1].last) || r.t.Tokens[r.items[g.end-1].last].Kind == scan.Punct)
}

// otherOpinion reports whether votes are counted that are for neither: "1 ý kiến khác", "ý kiến
// khác: 0".
func (r *reader) otherOpinion(g *group) bool {
	i := r.beforeFigure(g.main.first)
	if i-1 > r.first && r.t.Fold(i) == "khác" && r.t.Fold(i-1) == "kiến" {
		return true
	}
	i = g.main.last
	return i+2 < r.last && r.t.Fold(i) == "ý" && r.t.Fold(i+1) == "kiến" && r.t.Fold(i+2) == "khác"
}

// comment resolves counts of comments, speeches and papers; those of a kind or
// from somebody behind the count of all are parts.
func (r *reader) comment(i int) (measure, bool) {
	g := &r.groups[i]
	m := measure{body: "comment", attr: "total", stat: "count", phase: "actual"}
	if g.main.percent || g.main.first > r.first && strings.EqualFold(r.t.Word(g.main.first-1), "mời") {
		return m, false // "mời 2 - 3 đại biểu phát biểu" counts nobody yet
	}
	if r.s.done == "vote" && r.otherOpinion(g) {
		if g.main.value == 0 {
			return m, false
		}
		m.body, m.attr, m.qual = "vote", "other", "ý kiến khác" // "Đồng ý 40/41, ý kiến khác 1"
		return m, true
	}
	switch r.t.Identity.Type {
	case "plan", "directive", "guidance":
		if m.phase = "planned"; g.main.bound != "" {
			m.phase = "target"
		}
	}
	if r.servedTo(g) {
		g.main.reason = "guests of a service"
		return m, false
	}
	if r.meanOf(g) {
		m.stat = "mean"
		m.level = first(r.levelOf(g), r.s.level, r.d.lastHeld, r.below())
	}
	if n := r.nextGroup(g); n != nil && n.head != nil && n.head.body == "comment" && n.main.value > g.main.value && r.fromAll(n) && g.head != nil && g.head.body == "comment" {
		if q := r.clean(r.items[g.end-1].last, r.stop(g)); q != "" {
			m.attr, m.qual, r.s.done = "other", q, "part" // "8 tham luận được trình bày, trong tổng số 23 tham luận"
			return m, true
		}
	}
	switch verb := r.takenUp(g); {
	case verb != "" && g.main.ratio:
		whole := &figure{value: g.main.total, first: g.main.totalAt, last: g.main.totalAt + 1, end: g.main.totalAt + 1}
		m.level = r.t.Identity.Level
		r.put(r.fact(&m, "count", whole)) // "tiếp thu 57/64 ý kiến"
		g.main.ratio = false
		m.attr, m.qual = "other", verb
	case verb != "" && (r.s.done == "comment" || r.d.spoke > 0) && g.main.value <= r.d.spoken:
		m.attr, m.qual = "other", verb
	case g.head != nil && g.head.body != "comment" && r.s.done == "comment" && g.main.value < r.d.spoken && r.t.Fold(r.items[g.end-1].last) == "được":
		m.attr, m.qual = "other", r.told(r.items[g.end-1].last, r.stop(g)) // "21 đại biểu đăng ký tham luận, 10 đại biểu được trình bày"
	case g.headAt >= 0 && r.s.done == "comment":
		if q := r.kindOfComment(i); q != "" {
			m.attr, m.qual = "other", q
		}
	case g.head == nil && r.s.done == "comment":
		if q := first(r.apart(g), r.partLabelled(i), r.kindOfPaper(g)); q != "" {
			m.attr, m.qual = "other", q
		}
	}
	if i := r.askedAt(g); i > 0 && m.attr == "total" && r.askedOnly(g) {
		m.attr, m.qual = "other", r.t.String(i, i+2) // "12 đại biểu đăng ký, 9 người lên diễn đàn"
		r.s.done, r.d.spoke = "asked", spokenOf
		return m, true
	}
	if spoke, not := r.spoke(g); spoke && not {
		m.attr, m.qual = "other", r.clean(r.items[g.end-1].last, r.stop(g)) // "5 đại biểu không còn thời gian phát biểu"
	}
	r.s.done, r.d.spoke = "comment", spokenOf
	if m.attr == "total" {
		r.d.spoken = g.main.value
	}
	return m, true
}

// servedTo reports whether a figure counts how often delegates were served: "khám, cấp
// thuốc cho 31 lượt đại biểu".
func (r *reader) servedTo(g *group) bool {
	return g.main.first > r.first && r.t.Fold(g.main.first-1) == "cho" && g.headAt >= 0 && r.t.Fold(r.items[g.headAt].first) == "lượt"
}

// meanOf reports whether a figure is a mean over congresses: "bình quân 6,4 ý kiến/đại
// hội", "bình quân mỗi đại hội có 9 ý kiến".
func (r *reader) meanOf(g *group) bool {
	for i := g.main.first - 1; i > r.first && i > g.main.first-meanWords && !r.t.Is(i, ','); i-- {
		switch r.t.Fold(i-1) + " " + r.t.Fold(i) {
		case "bình quân", "trung bình":
			return true
		}
	}
	return false
}

// meanWords is how many tokens stand at most between "bình quân" and its figure.
const meanWords = 9

// kindOfComment returns which of the comments counted before a figure counts, ""
// where it counts others: "gồm 6 tham luận", "riêng đồng bào Khmer góp 12 ý kiến",
// "27 tham luận, 9 tham luận trình bày tại hội trường".
func (r *reader) kindOfComment(i int) string {
	g := &r.groups[i]
	noun := r.t.String(r.items[g.headAt].first, r.items[g.headAt].last)
	behind := r.clean(r.items[g.end-1].last, r.stop(g))
	if by := first(r.apart(g), r.partLabelled(i)); by != "" {
		return by
	}
	p := r.preceding(i)
	if rest, ok := strings.CutPrefix(behind, "còn lại "); ok && p != nil {
		return rest
	}
	if p != nil && p.main.value > g.main.value && r.fromAll(p) {
		r.s.within = true // "Trong 112 lượt ý kiến có 34 ý kiến góp ý vào văn kiện"
	}
	if p != nil && p.main.value > g.main.value && p.end == g.at-1 && r.items[g.at-1].mark == '(' {
		r.s.within = true // "15 ý kiến (12 tham luận, 3 phát biểu)"
	}
	same := p != nil && p.headAt >= 0 && strings.EqualFold(r.t.String(r.items[p.headAt].first, r.items[p.headAt].last), noun)
	switch {
	case r.lists(i), r.opensParts(g):
		r.s.within = true
	case r.s.within && g.left < g.at && r.items[g.left].mark != ';':
	case same && behind != "" && g.main.value < p.main.value && (r.items[g.left].mark == ',' || r.items[g.left].mark == ';' && (speech[firstWord(behind)] || r.t.Fold(r.items[g.end-1].last) == "được")):
	default:
		return ""
	}
	lead, rest, _ := strings.Cut(noun, " kiến ")
	if strings.EqualFold(lead, "lượt góp ý") {
		lead, rest = "ý", "góp ý" // "372 lượt góp ý văn kiện Đại hội XIV"
	}
	switch {
	case behind == "" && rest == "":
		return noun
	case behind == "":
		return rest // "ý kiến phát biểu"
	case strings.EqualFold(lead, "ý") && rest != "":
		return rest + " " + behind
	case speech[firstWord(behind)], strings.HasSuffix(strings.ToLower(noun), "ý kiến"):
		return behind // "5 ý kiến của đại biểu nữ"
	}
	return r.clean(r.items[g.headAt].first, r.stop(g))
}

// whose reports whether item k only says whose papers were counted before it: "5 tham luận của
// các chi bộ và 4 ý kiến".
func (r *reader) whose(k int) bool {
	i := r.items[k].first - 1
	if i > r.first && r.t.Fold(i) == "các" {
		i--
	}
	return i > r.first && r.t.Fold(i) == "của"
}

// fromAll reports whether a figure is told as the whole that others are parts of: "Trong 112 lượt
// ý kiến", "Trong tổng số 96 ý kiến".
func (r *reader) fromAll(g *group) bool {
	i := g.main.first - 1
	for i > r.first && (r.t.Fold(i) == "số" || r.t.Fold(i) == "tổng") {
		i--
	}
	return i >= r.first && (r.t.Fold(i) == "trong" || r.t.Fold(i) == "trên")
}

// speech are verbs of giving a comment, before which its noun is left out.
var speech = map[string]bool{"trình": true, "phát": true, "góp": true, "đóng": true, "đọc": true, "gửi": true, "đăng": true, "chọn": true}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return strings.ToLower(w)
}

// preceding returns the group before group i, nil for none.
func (r *reader) preceding(i int) *group {
	if i == 0 {
		return nil
	}
	return &r.groups[i-1]
}

// apart returns who is told apart with "riêng": "riêng cán bộ hưu trí góp 214 ý kiến".
func (r *reader) apart(g *group) string {
	from := r.items[g.left].first
	for i := from; i < g.main.first; i++ {
		if !strings.EqualFold(r.t.Word(i), "riêng") {
			continue
		}
		for j := i + 1; j < g.main.first; j++ {
			switch r.t.Word(j) {
			case "góp", "có", "đóng", "gửi", "nêu":
				if j > i+1 {
					return r.t.String(i+1, j)
				}
				if end := g.main.first - 1; r.t.Word(end) == "là" || r.t.Word(end) == "có" {
					return r.withoutOrdinal(j, end) // riêng góp ý dự thảo Nghị quyết là 96 ý kiến
				}
			}
		}
	}
	return ""
}

// partLabelled returns what a label in front of some of the comments counted before says of them:
// "trong đó góp vào Cương lĩnh 4.120 ý kiến", "tại đại hội huyện 32".
func (r *reader) partLabelled(i int) string {
	g := &r.groups[i]
	p := r.preceding(i)
	if p == nil || p.main.percent || p.main.value <= g.main.value && !(r.s.within && r.d.spoken > g.main.value) {
		return ""
	}
	k, within := g.left, false
	for j := p.end; j < g.at; j++ {
		if r.items[j].c().link == "within" {
			k, within = j+1, true
		}
	}
	if !within && !r.s.within {
		return ""
	}
	from, to := r.items[k].first, g.main.first
	if k > 0 {
		from = r.items[k-1].last
	}
	for from < to && (r.t.Tokens[from].Kind != scan.Word || r.t.Fold(from) == "có" || r.t.Fold(from) == "và") {
		from++
	}
	for to > from && (r.t.Fold(to-1) == "có" || r.t.Fold(to-1) == "là" || r.t.Fold(to-1) == "với" || r.t.Is(to-1, ':')) {
		to--
	}
	for j := from; j < to; j++ {
		if r.t.Is(j, '(') || r.t.Fold(j) == "lần" && r.t.Fold(j+1) == "thứ" {
			to = j
		}
	}
	if to-from < 2 || to-from > partWords || !partBegins[r.t.Fold(from)] {
		return ""
	}
	r.s.within = true
	return r.t.String(from, to)
}

// labelledPart reports whether a bare figure behind parts of comments has a label as they have:
// "trong đó góp ý văn kiện huyện 488 ý kiến, văn kiện tỉnh 210".
func (r *reader) labelledPart(g *group) bool {
	if g.head != nil || !g.main.bare || g.main.foreign || g.main.percent || g.main.ratio || r.s.done != "comment" || !r.s.within {
		return false
	}
	for i := range r.groups {
		if &r.groups[i] == g {
			return r.partLabelled(i) != ""
		}
	}
	return false
}

// partWords is how many words a label of some comments has at most.
const partWords = 14

// partBegins begin, folded, a label of some comments.
var partBegins = map[string]bool{
	"góp": true, "tham": true, "đóng": true, "tại": true, "ở": true, "vào": true, "từ": true, "của": true, "về": true, "gửi": true, "phát": true, "văn": true,
	"báo": true, "dự": true, "đối": true, "bằng": true, "trực": true,
}

// withoutOrdinal returns the words of a range up to the number of a congress: "góp ý
// văn kiện Đại hội Đảng bộ huyện [lần thứ XXII]".
func (r *reader) withoutOrdinal(from, to int32) string {
	for i := from + 1; i+1 < to; i++ {
		if r.t.Fold(i) == "lần" && r.t.Fold(i+1) == "thứ" {
			to = i
		}
	}
	return r.t.String(from, to)
}
