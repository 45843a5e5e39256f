package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// meeting reports whether the sentence is about a conference and no congress,
// whose participants are no delegates.
func (r *reader) meeting() bool {
	found := false
	for k := range r.items {
		it := &r.items[k]
		switch r.t.Fold(it.first) {
		case "hội":
			found = true
		case "đại":
			if it.last > it.first+1 && r.t.Fold(it.first+1) == "hội" {
				return false
			}
		}
	}
	return found
}

// electedDelegates reports whether words behind delegates say who elected
// them: "161 đại biểu do đại hội cấp dưới bầu".
func (r *reader) electedDelegates(g *group) bool {
	if r.electedLabel(g) || r.electedAfter(g) {
		return true
	}
	if g.head == nil || g.head.body != "delegate" {
		return false
	}
	from := r.items[g.end-1].last
	if from+1 >= r.last || r.t.Word(from) != "do" {
		return from+1 < r.last && r.t.Word(from) == "được" && r.t.Word(from+1) == "cử" && r.besideOffice(g)
	}
	for k := g.end; k < len(r.items); k++ {
		if r.items[k].c().reach == "verb" {
			return true
		}
		if r.items[k].mark != 0 {
			return false
		}
	}
	return false
}

// electedLabel reports whether the label of a figure says who elected those delegates: "Đại biểu
// do các chi bộ trực thuộc bầu: 123 đồng chí", "trong đó bầu từ cơ sở 145".
func (r *reader) electedLabel(g *group) bool {
	i := g.main.first - 1
	for i > r.first && (r.t.Is(i, ':') || r.t.Fold(i) == "là" || r.t.Fold(i) == "có") {
		i--
	}
	for n := 0; i > r.first && n < belowWords && r.t.Fold(i) != "bầu" && r.t.Tokens[i].Kind == scan.Word; n++ {
		if w := r.t.Fold(i); (w == "từ" || w == "ở") && r.t.Fold(i-1) == "bầu" {
			return true
		}
		i--
	}
	if r.t.Fold(i) != "bầu" {
		return false
	}
	for k := g.at - 1; k >= g.left; k-- {
		if it := &r.items[k]; it.c().body == "delegate" || it.c().form == "delegate" {
			return r.t.Fold(it.last) == "do" || r.t.Fold(it.last-1) == "do"
		}
	}
	return false
}

// belowWords is how many words there are at most for those who elect delegates.
const belowWords = 5

// electedAfter reports whether right behind a figure without a noun it is said that those were
// elected below: "đương nhiên 37, 163 bầu từ cơ sở".
func (r *reader) electedAfter(g *group) bool {
	if g.head != nil && g.head.head != "person" && g.head.body != "delegate" {
		return false
	}
	i := r.items[g.end-1].last
	if r.t.Fold(i) == "được" {
		i++
	}
	return i+1 < r.last && r.t.Fold(i) == "bầu" && (r.t.Fold(i+1) == "từ" || r.t.Fold(i+1) == "ở")
}

// besideOffice reports whether delegates by office are told from others in the sentence.
func (r *reader) besideOffice(g *group) bool {
	for k := range r.items {
		if c := r.items[k].c(); c.attr == "ex_officio" && k != g.headAt {
			return true
		}
	}
	return false
}

// appointedDelegates reports whether words behind delegates say who appointed them: "168 đại
// biểu được Đảng ủy chỉ định", "200 đại biểu do Tỉnh ủy chỉ định".
func (r *reader) appointedDelegates(g *group) bool {
	if g.head == nil || g.head.body != "delegate" {
		return false
	}
	if w := r.t.Fold(r.items[g.end-1].last); w != "được" && w != "do" {
		return false
	}
	for k := g.end; k < len(r.items) && r.items[k].mark == 0 && r.items[k].fig == nil; k++ {
		if r.items[k].c().attr == "appointed" {
			return true
		}
	}
	return false
}

// electedPart reports whether a figure counts the delegates that lower congresses
// elected, beside those who are delegates of right: "đương nhiên 39, bầu 181".
func (r *reader) electedPart(g *group) bool {
	verb := false
	for k := g.at - 1; k >= g.left; k-- {
		c := r.items[k].c()
		if c.reach == "verb" || c.attr == "elected" || strings.EqualFold(r.t.Word(r.items[k].first), "bầu") {
			verb = true
			break
		}
	}
	if !verb {
		return false
	}
	for k := range r.items {
		if c := r.items[k].c(); c.attr == "ex_officio" {
			return true
		}
	}
	return false
}

// present reports whether a qualifier says who came and who did not.
func (r *reader) present(qual string) bool {
	return strings.EqualFold(qual, "có mặt") || strings.HasPrefix(strings.ToLower(qual), "vắng") || qual == "xin vắng"
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
		if w == "bị" {
			return r.clean(from, r.untilReason(from, stop)) // "1 đại biểu bị bác tư cách do …"
		}
		if w != "là" && (r.s.body != "delegate" || w != "từng" && w != "đang" && w != "thuộc" && w != "công" && (w != "có" || r.t.Word(from+1) == "mặt")) {
			return ""
		}
		switch q := r.clean(from, r.toEnd(g, stop)); strings.ToLower(q) {
		case "đảng viên", "đảng viên chính thức", "đại biểu chính thức":
			return "" // as all are
		default:
			return q
		}
	}
	if q := r.kindLabel(g); q != "" {
		return q
	}
	if q := r.kindRight(g); q != "" {
		return q
	}
	for k := g.at - 1; k > g.left; k-- {
		c := r.items[k].c()
		if c.link == "copula" && r.t.Word(r.items[k].first) == "là" && r.items[k-1].c().body == "delegate" && r.items[k-1].last == r.items[k].first && r.items[k].last+1 < g.main.first {
			last := g.main.first
			if p := &r.items[g.at-1]; g.at-1 > k && p.last == last && (p.mark != 0 || p.c().link == "copula" || p.c().link == "pair") {
				last = p.first
			}
			return r.t.String(r.items[k].last, last)
		}
	}
	return ""
}

// kindLabel returns the words between delegates and a colon that say which are counted: "Đại
// biểu [tôn giáo]: 3".
func (r *reader) kindLabel(g *group) string {
	k := g.at - 1
	if k <= g.left-1 || k < 1 || r.items[k].mark != ':' || r.items[k].last != g.main.first {
		return ""
	}
	p := &r.items[k-1]
	from, to := p.last, r.items[k].first
	if p.c().body != "delegate" || p.c().use == "organ" || to-from < 1 || to-from > kindLabelWords || aboutAll[r.t.Fold(from)] || r.t.Fold(from-1) == "hội" {
		return ""
	}
	for i := from; i < to; i++ {
		if r.t.Tokens[i].Kind != scan.Word {
			return ""
		}
	}
	return r.t.String(from, to)
}

// kindLabelWords is how many words a kind of delegates has at most in a label.
const kindLabelWords = 4

// aboutAll begin, folded, what is said of all delegates.
var aboutAll = map[string]bool{
	"dự": true, "tham": true, "về": true, "đến": true, "được": true, "triệu": true, "có": true, "chính": true, "của": true, "tại": true, "toàn": true, "do": true,
	"đã": true, "mời": true, "khách": true, "ưu": true, "đại": true, "là": true, "cho": true, "sau": true, "như": true, "này": true, "hiện": true, "thực": true,
	"bầu": true, "từ": true, "xin": true, "đi": true, "trúng": true, "hợp": true, "đủ": true, "tiêu": true,
}

// eligible reports whether it is said right behind delegates that they are entitled to be: "220/220
// đại biểu đủ tư cách", "100% đủ tư cách".
func (r *reader) eligible(g *group) bool {
	i := r.items[g.end-1].last
	if w := r.t.Fold(i); w == "có" || w == "đều" {
		i++
	}
	return i+2 < r.last+1 && r.t.Fold(i) == "đủ" && r.t.Fold(i+1) == "tư" && r.t.Fold(i+2) == "cách"
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

// witness reports whether delegates only look on: "dưới sự chứng kiến của hai
// đại biểu".
func (r *reader) witness(g *group) bool {
	i := g.main.first - 2
	if i <= r.first || r.t.Word(i+1) != "của" {
		return false
	}
	w := r.t.Word(i)
	return w == "kiến" || w == "sát"
}

// represents reports whether members before a figure are those whom delegates stand for.
func (r *reader) represents(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if r.items[k].c().link == "represent" {
			return true
		}
	}
	return false
}

// sentOut reports whether delegates are sent to a higher congress: something
// elects them, and they are to attend.
func (r *reader) sentOut(g *group) bool {
	last := g.right
	if g.end < len(r.items) && r.items[g.end].c().link == "represent" {
		last = r.nextFigure(g) // 16 đại biểu thay mặt Đảng bộ đi dự Đại hội …
	}
	if g.direct != nil {
		last = len(r.items) // 14 đồng chí là đại biểu chính thức, 2 … đi dự Đại hội
	}
	for k := g.left; k < last; k++ {
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
	if g.direct != nil {
		return true
	}
	if g.head != nil && g.head.body == "delegate" {
		return g.head.form != "delegate"
	}
	for k := g.at - 1; k >= g.left; k-- {
		if c := r.items[k].c(); c.body == "delegate" {
			if k+1 < len(r.items) && r.items[k+1].mark == ':' || r.items[k].last-r.items[k].first > 3 {
				return true // Đại biểu dự Đại hội Đảng bộ huyện: bầu 231 chính thức
			}
			return k > 0 && r.items[k-1].c().reach == "verb" && r.items[k-1].last == r.items[k].first
		}
	}
	return false
}

// sentUp reports whether delegates are chosen for a higher congress: it is named
// behind them, or they are elected together with alternates.
func (r *reader) sentUp(i int) bool {
	g := &r.groups[i]
	if r.atHigher(g) {
		return true
	}
	if r.higherBehind(g.end, r.nextFigure(g)) || r.higherBehind(g.left, g.at) {
		return true
	}
	if i+1 < len(r.groups) && r.alternates(i+1) && r.higherBehind(r.groups[i+1].end, r.nextFigure(&r.groups[i+1])) {
		return true // "16 đại biểu chính thức, 1 dự khuyết đi dự Đại hội XIII"
	}
	if r.representsHigher(g) {
		return true
	}
	if !r.electedBefore(g) {
		return r.electedBehind(g) && i+1 < len(r.groups) && r.alternates(i+1) && !r.split(g.end, r.groups[i+1].at)
	}
	if r.alternates(i) {
		return true
	}
	return i+1 < len(r.groups) && r.groups[i+1].at-g.end <= 2 && r.alternates(i+1)
}

// representsHigher reports whether those counted are to represent others at a higher congress: "15 đại
// biểu sẽ đại diện cho 6.200 đảng viên dự Đại hội Đảng bộ tỉnh".
func (r *reader) representsHigher(g *group) bool {
	k := g.end
	for k < len(r.items) && r.items[k].c().reach == "future" {
		k++
	}
	if k >= len(r.items) || r.items[k].c().link != "represent" {
		return false
	}
	end := k
	for end < len(r.items) && r.items[end].mark != ';' {
		end++
	}
	return r.higherBehind(k, end)
}

// delegationBehind reports whether full members and the alternates behind them are chosen for a
// delegation: "bầu 6 đồng chí, thêm 1 dự khuyết, vào đoàn đại biểu đi dự …".
func (r *reader) delegationBehind(i int) bool {
	if i+1 >= len(r.groups) || !r.alternates(i+1) {
		return false
	}
	for k := r.groups[i+1].end; k < len(r.items) && r.items[k].fig == nil && r.items[k].mark != ';'; k++ {
		if c := r.items[k].c(); isSeats(c.body) {
			return c.body == "upper_delegation"
		}
	}
	return r.higherBehind(r.groups[i+1].end, r.nextFigure(&r.groups[i+1]))
}

// appointedBehind reports whether delegates, and the alternates counted behind them, are said to be
// appointed: "33 đại biểu chính thức, 3 dự khuyết được chỉ định".
func (r *reader) appointedBehind(g *group) bool {
	more := 0
	for k := g.end; k < len(r.items); k++ {
		it := &r.items[k]
		switch c := it.c(); {
		case c.attr == "appointed":
			return true
		case it.fig != nil:
			if more++; more > 1 {
				return false
			}
		case it.mark == ',', c.link == "cut", c.attr == "alternate", c.body == "delegate", c.head == "person", c.form == "weakcount", c.form == "delegate", c.attr == "elected", c.use == "actor", it.place != "", c.link == "filler":
		default:
			return false
		}
	}
	return false
}

// atHigher reports whether the congress that delegates are to attend, whose word is one with
// theirs, is of a higher level: "19 [đại biểu dự Đại hội] Đảng bộ tỉnh".
func (r *reader) atHigher(g *group) bool {
	if g.headAt < 0 || r.t.Fold(r.items[g.headAt].last-1) != "hội" || r.t.Identity.Level == "" {
		return false
	}
	if r.blocAbove(r.items[g.headAt].last) {
		return true
	}
	for k := g.headAt + 1; k < len(r.items) && k <= g.headAt+2 && r.items[k].first == r.items[k-1].last; k++ {
		if r.items[k].c().org {
			return rank(r.levelWord(k)) > rank(r.t.Identity.Level)
		}
	}
	return false
}

// nextFigure returns the item of the figure or semicolon behind a group, or the
// end of its own words if that is further.
func (r *reader) nextFigure(g *group) int {
	for k := g.end; k < len(r.items); k++ {
		if r.items[k].fig != nil && k >= g.tail || r.items[k].mark == ';' {
			return max(k, g.right)
		}
	}
	return len(r.items)
}

// electedBehind reports whether a word of being elected stands behind a group:
// "12 đồng chí được bầu làm đại biểu chính thức".
func (r *reader) electedBehind(g *group) bool {
	for k := g.end; k < g.right; k++ {
		if c := r.items[k].c(); c.reach == "verb" || c.attr == "elected" {
			return true
		}
	}
	return false
}

// split reports whether a semicolon stands between two items.
func (r *reader) split(a, b int) bool {
	for k := a; k < b; k++ {
		if r.items[k].mark == ';' {
			return true
		}
	}
	return false
}

// alternates reports whether group i counts alternate delegates.
func (r *reader) alternates(i int) bool {
	g := &r.groups[i]
	k := g.headAt
	if k < 0 && g.main.bare {
		k = g.end // 2 dự khuyết
	}
	for ; k >= 0 && k < g.right; k++ {
		if r.items[k].c().attr == "alternate" && !r.items[k].c().central {
			return true
		}
	}
	return false
}

// delegationSize reports whether delegates are those of a delegation to a congress: "Đoàn 18 đại biểu dự Đại hội XIII".
func (r *reader) delegationSize(g *group) bool {
	if g.main.first == r.first || r.t.Fold(g.main.first-1) != "đoàn" || g.head == nil || g.head.body != "delegate" {
		return false
	}
	i := r.items[g.end-1].last
	if w := r.t.Fold(i); w == "đi" || w == "tham" {
		i++
	}
	return r.t.Fold(i) == "dự" && r.t.Fold(i+1) == "đại" && r.t.Fold(i+2) == "hội" || r.t.Fold(i-1) == "hội" && r.t.Fold(i-2) == "đại"
}

// electedBefore reports whether a verb of electing stands before a group in its
// part of the sentence.
func (r *reader) electedBefore(g *group) bool {
	for k := g.at - 1; k >= 0 && r.items[k].mark != ';'; k-- {
		if c := r.items[k].c(); c.reach == "verb" || c.phase == "planned" && r.t.Fold(r.items[k].last-1) == "bầu" || c.phase == "actual" && strings.Contains(r.t.Fold(r.items[k].first)+r.t.Fold(r.items[k].last-1)+r.t.Fold(r.items[k].first+1), "bầu") {
			return true
		}
	}
	return false
}

// nationals are the ordinals of the Party's congresses that documents of 2010 to
// 2030 send delegates to.
const firstNational, lastNational = 11, 15

// higherBehind reports whether a congress above the document's own is named
// between two items.
func (r *reader) higherBehind(a, b int) bool {
	id := &r.t.Identity
	for k := a; k < b && id.Level != ""; k++ {
		it := &r.items[k]
		if !it.c().org || !strings.EqualFold(r.t.Word(it.first), "đại") || it.first == r.first {
			continue
		}
		if w := r.t.Word(it.first - 1); w != "dự" {
			continue
		}
		if rank(r.levelWord(k)) > rank(id.Level) {
			return true
		}
		if r.numberAt(it.last) && r.peek2(it.last+1).org {
			continue // "dự đại hội 13 đảng bộ"
		}
		n, _, ok := r.x.grammar.OrdinalAt(r.t, it.last)
		if !ok && it.last < r.last {
			n, ok = vn.Roman(r.t.Word(it.last)) // dự Đại hội XIV của Đảng
		}
		if ok && r.levelWord(k) == "" && n != id.Ordinal && n >= firstNational && n <= lastNational && id.Level != "central" {
			return true
		}
	}
	return false
}

// official returns the delegation whose full members a figure counts: "17 đồng chí
// chính thức, 02 đồng chí dự khuyết đi dự Đại hội Đảng bộ tỉnh".
func (r *reader) official(i int) *cue {
	g := &r.groups[i]
	if r.s.body == "upper_delegation" && (r.s.within || r.lists(i)) {
		return nil
	}
	if g.head == nil || g.head.head != "person" || g.end >= len(r.items) || i+1 >= len(r.groups) || !r.alternates(i+1) {
		return nil
	}
	if r.items[g.end].c().form != "weakcount" && !r.sentTogether(i) || r.s.body == "upper_delegation" && r.d.sizes["upper_delegation"].n > g.main.value {
		return nil // "đoàn đại biểu 16 đồng chí, trong đó 13 chính thức, 1 dự khuyết"
	}
	return &delegation
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
	beside := r.organLabel(g, c)
	if name == "" || g.head == nil && (!beside || g.main.foreign || g.main.percent || g.main.ratio) {
		return measure{}, false
	}
	if lead, ok := strings.CutSuffix(name, " Đại hội"); ok {
		name = lead
	} else if lead, ok := strings.CutSuffix(name, " đại hội"); ok {
		name = lead
	}
	if low := strings.ToLower(name); strings.HasSuffix(low, "phiếu") || strings.HasPrefix(low, "ban thẩm tra") { // those who count the votes or vet delegates are no part of a body
		g.main.reason = "tally board"
		return measure{}, false
	}
	r.s.body, r.s.organ, r.s.carried = "delegate", name, false
	return measure{body: "delegate", attr: "other", qual: name, stat: "count"}, true
}

// organLabel reports whether an organ of the congress stands right before a bare figure: "Đoàn
// Chủ tịch: 05; Thư ký: 02".
func (r *reader) organLabel(g *group, c *cue) bool {
	k := g.at - 1
	if k > g.left && (r.items[k].mark == ':' || r.items[k].c().link == "copula") {
		k--
	}
	if k < 0 || r.items[k].cue != c {
		return false
	}
	switch r.t.Fold(r.items[k].first) {
	case "đoàn", "thư", "tổ":
		return r.items[k].last >= g.main.first-1 && r.t.Fold(r.items[k].last-1) != "phiếu"
	}
	return false
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

// toHigher reports whether the delegates named right before a figure are to
// attend the congress of a higher level: "Đại biểu dự Đại hội Đảng bộ tỉnh: 8".
func (r *reader) toHigher(g *group) bool {
	own := r.t.Identity.Level
	for k := g.at - 1; k >= g.left && own != ""; k-- {
		if it := &r.items[k]; it.c().body == "delegate" && r.t.Fold(it.last-1) == "hội" && r.blocAbove(it.last) {
			return true
		}
		if it := &r.items[k]; it.c().body == "delegate" {
			if next, ok := r.congressAttended(it.last); ok && r.aboveAt(next) {
				return true // "ĐB dự ĐH huyện: 6"
			}
		}
		if k == g.left {
			break
		}
		if c := r.items[k].c(); c.org && r.items[k-1].c().body == "delegate" && r.items[k-1].last == r.items[k].first {
			return rank(r.levelWord(k)) > rank(own)
		}
	}
	return false
}

// kindRight returns the kind of delegates that stands between their noun and a figure at the head of a clause: "Đại biểu [hưu trí]
// 131 đồng chí", "đại biểu [lực lượng vũ trang] 15".
func (r *reader) kindRight(g *group) string {
	if g.at == 0 {
		return ""
	}
	p := &r.items[g.at-1]
	from, to := p.last, g.main.first
	if p.c().body != "delegate" || p.c().use == "organ" || to-from < 1 || to-from > kindLabelWords || r.t.Fold(from-1) == "hội" || aboutAll[r.t.Fold(from)] || notKind[r.t.Fold(from)] {
		return ""
	}
	if p.first != r.firstWord() && !r.t.Is(p.first-1, ';') && !r.t.Is(p.first-1, ',') && !r.t.Is(p.first-1, ':') {
		return ""
	}
	for i := from; i < to; i++ {
		if tok := &r.t.Tokens[i]; tok.Kind != scan.Word || tok.Upper || notKind[r.t.Fold(i)] {
			return ""
		}
	}
	return r.t.String(from, to)
}

// notKind are words behind delegates that say what they did, how many they are or which ones, and not what they are.
var notKind = map[string]bool{
	"dự": true, "tham": true, "được": true, "triệu": true, "về": true, "có": true, "là": true, "đến": true, "đã": true, "đang": true, "do": true, "bầu": true, "chính": true,
	"đủ": true, "vắng": true, "mặt": true, "đại": true, "hội": true, "với": true, "gồm": true, "còn": true, "chỉ": true, "trong": true, "của": true, "tại": true, "ở": true, "nhất": true,
	"số": true, "tổng": true, "khoảng": true, "gần": true, "hơn": true, "trên": true, "bằng": true, "đạt": true, "chiếm": true, "cùng": true, "và": true, "thay": true,
	"sẽ": true, "phải": true, "không": true, "chưa": true, "mới": true, "này": true, "đó": true, "kia": true, "tăng": true, "giảm": true, "tuổi": true, "cho": true, "cử": true, "phân": true, "bỏ": true, "biểu": true,
}
