package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
)

// phase decides whether a figure happened: the nearest word of its window,
// else what governs the sentence.
func (r *reader) phase(g *group, m *measure) string {
	s := &r.s
	found := ""
	if g.left == 0 {
		r.listFirst(g)
	}
	if r.sizeBefore(g) {
		found = "planned"
	}
	for i := range r.groups {
		if &r.groups[i] == g && r.listForSeats(i) {
			return "planned"
		}
		if &r.groups[i] == g && i > 0 && m.attr == "total" && r.listForSeats(i-1) {
			return "nominated"
		}
	}
	for k := g.left; k < g.at; k++ {
		c := r.items[k].c()
		switch {
		case c.link == "result":
			found, s.sticky, s.decision = "actual", "", false
		case c.link == "structure" && r.resultAfter(g.at):
			found = "planned"
		case c.link == "decided" && r.items[k].last == g.main.first:
			found = "planned"
		}
		if c.phase == "" || r.bracketed(k, g.at) || c.phase == "previous" && (r.compares(k, g) || r.to(g) || r.doer(k)) || k > 0 && k+1 < g.at && r.items[k+1].mark == ':' && r.items[k-1].c().link == "versus" || c.phase == "planned" && r.filled(k) {
			continue
		}
		if (c.reach == "sentence" || c.reach == "decision") && !(k > 0 && (r.items[k-1].c().link == "versus" || k == g.at-1 && r.items[k-1].mark == '(' && r.closing(g) >= 0)) {
			s.sticky, s.decision = c.phase, c.reach == "decision"
		}
		if s.sticky != "" && c.phase == "actual" && c.reach == "near" {
			s.sticky = ""
		}
		switch c.reach {
		case "verb":
			if m.body == "delegate" && m.attr == "elected" {
				break // "đại biểu do cấp dưới bầu 210": who elects them
			}
			if k > 0 && r.items[k-1].c().phase == "nominated" && r.items[k-1].last == r.items[k].first {
				break // nhân sự giới thiệu bầu
			}
			if s.sticky == "nominated" {
				s.sticky = ""
			}
			if s.decision && found == "planned" && r.items[k].first > r.first && r.t.Fold(r.items[k].first-1) == "và" {
				found = "" // "thông qua số lượng và bầu Đoàn Chủ tịch 9 đồng chí"
			}
			if found == "" || found == "nominated" {
				found = "actual"
				if t := r.t.Identity.Type; (t == "directive" || t == "guidance") && !r.past(k) {
					found = "target" // "Chi bộ có từ 9 đảng viên trở lên bầu chi ủy 3 - 5 đồng chí"
				}
			}
			if r.cameOf(k, g) {
				s.sticky = ""
			}
			if k > 0 && r.items[k-1].c().reach == "future" || r.goesOnWill(k) || s.sticky == "planned" && !s.decision && !r.past(k) {
				found = "planned"
			} else if s.decision {
				s.sticky, s.decision = "", false
			}
		case "future", "decided":
		case "limit":
			if (found == "" || found == "nominated" && g.main.percent && k == g.at-1) && k+1 < len(r.items) && r.items[k+1].band == "" && !(r.items[k+1].fig != nil && r.items[k+1].fig.reason != "") {
				found = "target" // also where a list is to have them: "bổ sung vào danh sách, bảo đảm tối thiểu 15% nữ"
			}
		case "tight":
			if g.main.first-r.items[k].last <= 2 && found != "nominated" {
				found = c.phase
			}
		case "aim":
			found = "actual"
			n := k + 1
			if n+2 < len(r.items) && r.items[n].c().link == "into" && r.items[n+1].c().body != "" && r.items[n+1].last == r.items[n+2].first {
				n += 2 // để bầu vào Ban Chấp hành 41 người
			}
			if n < len(r.items) && (r.items[n].fig != nil || r.items[n].c().bound != "") {
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
			if m.body == "delegate" && c.phase == "planned" && r.t.Fold(r.items[k].last-1) == "bầu" {
				break // "Đại hội thống nhất bầu 5 người điều hành"
			}
			found = c.phase
			if c.phase == "planned" && r.leadsBodies(k) || c.phase != "actual" && c.phase != "previous" && r.leadsList(k, g.at) {
				s.sticky = c.phase
			}
		}
	}
	if found == "actual" && r.seatsAhead(g) {
		found = "planned"
	}
	if r.numberOfTerm(g) || r.inFormer(g) || (found == "" || found == "actual") && isSeats(m.body) && r.atTermStart(g) || r.earlier(g) || found == "" && (r.termBefore(g) || r.formerYear(g)) || (found == "" || found == "actual") && r.inEarlier(g) {
		found = "previous"
	}
	if found == "previous" && m.body == "delegate" && r.bracketEnds(g) {
		found = "" // "Đại biểu đương nhiên (ủy viên Ban Chấp hành khóa XXIV): 38"
	}
	if found == "" && s.was == "planned" && m.attr == "total" && (g.body() != "" || r.bodyBetween(g.left, g.at)) && r.besideBefore(g) {
		found = s.was // "Đề án được duyệt có 571 cấp ủy viên, 185 ủy viên ban thường vụ"
	}
	for k := g.end; k < g.right; k++ {
		c := r.items[k].c()
		if c.phase == "planned" && r.filled(k) {
			continue // "27 đồng chí, đạt đúng số lượng đề án"
		}
		if c.phase == "previous" && r.likeBefore(k) {
			continue // "5 đồng chí - gấp rưỡi khóa trước"
		}
		if c.phase == "nominated" && k+1 < len(r.items) && r.items[k+1].fig != nil && r.fromList(&r.items[k]) {
			continue // "sẽ bầu 41 ủy viên trong danh sách 47 người"
		}
		if c.phase == "target" && r.items[k-1].c().link == "versus" {
			continue // "chỉ có 1 nữ, thấp xa so với quy định"
		}
		if c.phase == "nominated" && (m.attr == "first_time" && s.phase == "actual" || r.t.Fold(r.items[k].first) == "từ" || k > 0 && r.t.Fold(r.items[k].first-1) == "từ") {
			continue // "13 người lần đầu được giới thiệu" of those elected
		}
		if c.phase == "nominated" || c.phase == "planned" && c.reach == "near" || c.phase == "previous" || c.phase == "target" && c.reach == "near" {
			if (found == "" || found == "actual" && c.phase != "target") && (r.t.Word(r.items[k].first) != "theo" || found == "" && r.listTold(g)) && !(g.main.ratio && c.phase != "previous" && (c.phase != "nominated" || weight(m.attr) < 2 || m.attr == "")) {
				found = c.phase
			}
		} else if c.reach == "future" && found == "" && !r.missing(k) && !r.willStandFor(k) {
			found = "planned"
		} else if c.phase == "actual" && c.reach == "near" || c.form == "method" && found == "nominated" && c.attr == "elected" {
			found = "actual"
		}
	}
	if g.head != nil && g.head.phase == "nominated" && !g.main.ratio && found != "target" {
		found = g.head.phase // "từ 47 ứng viên"
	}
	if found == "" && m.body == "delegate" && m.attr == "total" && r.willBeCalled(g) {
		found = "planned"
	}
	if found == "planned" && r.listedBehind(g) {
		found = "nominated" // dự kiến có 81 đồng chí được giới thiệu
		s.sticky = found
	}
	if g.seats && found == "" && s.sticky == "nominated" {
		return "planned"
	}
	if r.fromTo(g) {
		found = "previous"
	}
	if found == "" && s.target && (g.main.bound != "" || r.coordinated(g)) {
		found = "target"
	}
	if (found == "" || found == "actual") && (r.byRule() || r.besideRule(g)) || (found == "" || found == "actual" || found == "nominated") && r.missedRule(g) {
		found = "target"
	}
	if g.main.ranged && !g.main.percent && isSeats(m.body) && m.attr == "total" && s.was != "planned" && r.sizeNamed(g) && (found == "" || found == "actual" && !r.wonRight(g.at)) {
		found = "target" // nobody elects 33 to 39: it is what is allowed
	}
	s.target = found == "target"
	if m.attr == "surplus" && found != "target" && found != "previous" && (g.main.ranged || g.main.bound == "le") && g.main.percent {
		return "target" // "số dư 10 - 15%", "số dư tối đa 30%": what is allowed
	}
	switch {
	case m.attr == "other" && r.present(m.qual) && found != "previous":
		return "actual"
	case m.attr == "direct_election" && found != "previous" && found != "target" && r.usualPhase(m) == "planned":
		return "planned"
	case m.attr == "withdrawn":
		return "nominated"
	case m.attr == "other" && found == "previous" && (strings.HasPrefix(m.qual, "nguyên là ") || strings.HasPrefix(m.qual, "từng là ")):
		return "actual" // what those who sit now were
	case m.attr == "surplus" && (found == "" || found == "actual" || found == "nominated" && r.usualPhase(m) == "target") && s.sticky == "":
		return r.usualPhase(m)
	case m.attr == "surplus" && (found == "planned" || found == "" && s.sticky == "planned") && r.listBefore(g):
		return "nominated"
	case m.attr == "re_elected" && found == "previous" && !r.earlier(g):
		return "actual" // 28 đồng chí của khóa trước tái cử
	case m.attr == "shortfall" || m.attr == "not_re_elected":
		if found == "previous" && m.attr == "shortfall" && (r.inEarlier(g) || r.numberOfTerm(g)) {
			return found // "Nhiệm kỳ trước, toàn tỉnh bầu thiếu 38 cấp ủy viên"
		}
		if found != "target" {
			return "actual"
		}
	case found != "":
		return found
	case s.within && s.was == "nominated" && !s.chosenFrom && m.body == s.body && m.attr != "" && weight(m.attr) == 2 && !r.behindBracket(g):
		return s.was // "danh sách bầu cử 4 đồng chí, trong đó 1 nữ"
	case s.sticky != "" && m.body != "delegate" || s.sticky == "planned" && m.body == "delegate":
		return s.sticky
	case s.phase != "" && (m.attr != "total" && m.attr != "appointed" || s.within) && m.body == s.body:
		return s.phase
	case m.body != "vote" && m.body != "comment" && r.framed() != "":
		return r.framed()
	}
	if r.future(g) && (m.body == "committee" || m.body == "standing_committee" || m.body == "upper_delegation" || m.body == "inspection_committee") && m.attr != "re_elected" {
		return "planned"
	}
	if t := r.t.Identity.Type; m.body == "delegate" && m.attr == "total" && g.main.bound == "" && !g.main.ranged && (t == "directive" || t == "guidance") {
		return "planned" // what a coming congress is to have, and no limit
	}
	return r.usualPhase(m)
}

// willBeCalled reports whether right before a figure of delegates it is said that they will be called or come: "Đại hội
// sẽ triệu tập 220 đại biểu", "sẽ có 198 đại biểu dự".
func (r *reader) willBeCalled(g *group) bool {
	k := g.at - 1
	for k >= g.left && (r.items[k].c().link == "filler" || r.items[k].c().link == "copula" || r.items[k].c().bound != "") && g.main.first-r.items[k].first <= 4 {
		k--
	}
	return k >= g.left && r.items[k].c().reach == "future" && g.main.first-r.items[k].last <= 4
}

// bracketEnds reports whether a bracket ends right before a figure or its colon.
func (r *reader) bracketEnds(g *group) bool {
	k := g.at - 1
	if k > g.left && r.items[k].mark == ':' {
		k--
	}
	return k > g.left && r.items[k].mark == ')'
}

// sizeBefore reports whether a figure is the size of a body that the next figure of the
// sentence falls short of or reaches: "số lượng Ban Chấp hành là 15 đồng chí, mới bầu được
// 11", "số lượng được duyệt 15, bầu được 14".
func (r *reader) sizeBefore(g *group) bool {
	size := false
	if r.sizeLine(g) || r.sizeOfMinutes(g) {
		return true
	}
	for k := g.left; k < g.at; k++ {
		c := r.items[k].c()
		if c.phase == "actual" {
			return false
		}
		size = size || c.form == "count" && r.sizeWord(k)
	}
	if !size || g.main.ratio || g.main.percent {
		return false
	}
	if r.sizeDecided(g) {
		return true
	}
	for k := g.end; k < len(r.items) && (r.items[k].mark != ';' || r.listOrWon(k)); k++ {
		it := &r.items[k]
		if f := it.fig; f != nil {
			if k > 0 && r.items[k-1].c().phase == "nominated" && r.items[k-1].last == it.first {
				continue // "Số lượng 15, danh sách bầu 17, trúng cử 15"
			}
			return !f.percent && f.value <= g.main.value && r.wonRight(k)
		}
	}
	return false
}

// sizeDecided reports whether somebody decides the number of seats that a figure is: "Đại hội biểu quyết
// (95/95) số lượng Ban Chấp hành 9 đồng chí", "so với số lượng đã biểu quyết 16".
func (r *reader) sizeDecided(g *group) bool {
	for i := g.main.first - 1; i > r.first && i > g.main.first-decidedWords && !r.t.Is(i, ';'); i-- {
		switch r.t.Fold(i-1) + " " + r.t.Fold(i) {
		case "biểu quyết", "thống nhất", "thông qua", "ấn định", "nhất trí", "phê duyệt", "xác định", "quyết nghị":
			return true
		case "bầu được", "trúng cử", "kết quả":
			return false
		}
		if r.t.Fold(i) == "duyệt" {
			return true // "số lượng được tỉnh duyệt là 41"
		}
	}
	return false
}

// decidedWords is how far before a number of seats it is said that it was decided: "biểu quyết (148/148
// đồng ý) số lượng Ban Chấp hành khóa mới là".
const decidedWords = 18

// besideBefore reports whether nothing but a comma or "và" and its body parts a figure from the one before it.
func (r *reader) besideBefore(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if it := &r.items[k]; it.mark != ',' && it.c().link != "cut" && !(isSeats(it.c().body) && it.c().use != "actor") {
			return false
		}
	}
	return g.left < g.at
}

// listOrWon reports whether a part of a sentence that begins at item k tells the list or who won.
func (r *reader) listOrWon(k int) bool {
	if k+1 >= len(r.items) || r.items[k+1].first != r.items[k].last {
		return false
	}
	c := r.items[k+1].c()
	return c.phase == "nominated" || c.phase == "actual" && c.reach == "near"
}

// sizeLine reports whether an item of a list gives the number of seats and nothing else,
// above the list that they were elected from and who was: "- Số lượng: 15 đồng chí".
func (r *reader) sizeLine(g *group) bool {
	k := g.at - 1
	for k >= 0 && (r.items[k].mark == ':' || r.items[k].c().link == "copula") {
		k--
	}
	if r.labelled == 0 || g.main.percent || g.main.ratio || len(r.groups) > 1 || k < 0 || k > 1 || r.items[k].first > r.firstWord() || r.items[k].c().form != "count" || !r.sizeWord(k) {
		return false
	}
	for i := r.last; i+1 < int32(len(r.t.Tokens)) && i < r.last+sizeLineWords; i++ {
		switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
		case "danh sách", "trúng cử", "bầu được", "đắc cử":
			return true
		}
	}
	return false
}

// sizeWord reports whether item k is "số lượng", also short.
func (r *reader) sizeWord(k int) bool {
	w := r.t.Word(r.items[k].last - 1)
	return w == "SL" || strings.EqualFold(w, "lượng")
}

// sizeOfMinutes reports whether a line of minutes gives the number of seats that the congress
// decided before it elected: "1. Số lượng Chi ủy: 05 đ/c", "SL cấp ủy: 7".
func (r *reader) sizeOfMinutes(g *group) bool {
	if r.t.Identity.Type != "minutes" || g.main.percent || g.main.ratio || r.figs[0] != g.main {
		return false
	}
	size := false
	for k := 0; k < g.at; k++ {
		switch c := r.items[k].c(); {
		case c.form == "count" && r.sizeWord(k):
			size = true
		case c.phase == "actual" && r.d.elects != "" && r.t.Fold(r.items[k].first) == "được" && r.items[k].last-r.items[k].first == 2: // "Số lượng được bầu: 11", in minutes of a ballot
		case c.phase == "actual" && c.reach == "near", c.link == "result", c.body != "" && !isSeats(c.body), c.attr != "" && c.form == "plain":
			return false
		}
	}
	return size
}

// sizeLineWords is how far behind a number of seats the list to elect from begins.
const sizeLineWords = 20

// seatsAhead reports whether "bầu" says how many were to be elected, and the next figure how many
// won: "giới thiệu 15, bầu 13, trúng cử 13".
func (r *reader) seatsAhead(g *group) bool {
	if g.at == 0 || g.main.percent || g.main.ratio || r.items[g.at-1].last != g.main.first || r.items[g.at-1].c().reach != "verb" || r.items[g.at-1].last-r.items[g.at-1].first != 1 {
		return false
	}
	for k := g.end; k < len(r.items) && r.items[k].mark != ';'; k++ {
		if f := r.items[k].fig; f != nil {
			return !f.percent && f.value <= g.main.value && f.value > g.main.value/2 && strings.HasSuffix(r.t.Fold(r.items[k-1].last-1), "cử") && r.wonRight(k)
		}
	}
	return false
}

// sizeNamed reports whether "số lượng" stands before a figure in its part of a sentence.
func (r *reader) sizeNamed(g *group) bool {
	for k := g.at - 1; k >= 0 && r.items[k].mark != ';'; k-- {
		if c := r.items[k].c(); c.form == "count" && r.sizeWord(k) {
			return true
		}
	}
	return false
}

// wonRight reports whether a word of having been elected stands right before the figure at
// item k.
func (r *reader) wonRight(k int) bool {
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		if c := r.items[j].c(); c.phase == "actual" {
			return true
		} else if c.link != "filler" && c.bound == "" && c.link != "copula" {
			return false
		}
	}
	return false
}

// listTold reports whether a list to elect from is told behind a figure, which was
// planned then: "15 đồng chí theo đề án, giới thiệu 18".
func (r *reader) listTold(g *group) bool {
	for k := g.end; k < len(r.items) && r.items[k].mark != ';'; k++ {
		if c := r.items[k].c(); c.phase == "nominated" {
			return true
		}
	}
	return false
}

// listedBehind reports whether right behind its noun a figure is said to be of those
// nominated.
func (r *reader) listedBehind(g *group) bool {
	if g.head == nil || g.end >= len(r.items) || r.items[g.end].first != r.items[g.end-1].last {
		return false
	}
	c := r.items[g.end].c()
	if g.end+1 < len(r.items) && r.items[g.end+1].fig != nil && r.fromList(&r.items[g.end]) {
		return false // "sẽ bầu 39 ủy viên trên danh sách 45 người"
	}
	return c.phase == "nominated" && c.reach == "near" && r.t.Fold(r.items[g.end].first) != "từ"
}

// likeBefore reports whether a figure is only held against the earlier term at item k: "bằng khóa trước",
// "gấp đôi nhiệm kỳ trước".
func (r *reader) likeBefore(k int) bool {
	for i := r.items[k].first - 1; i > r.first && i >= r.items[k].first-3 && r.t.Tokens[i].Kind == scan.Word; i-- {
		switch r.t.Fold(i) {
		case "gấp", "bằng", "hơn", "kém", "như", "ngang", "với", "rưỡi", "đôi":
			return true
		}
	}
	return false
}

// doer reports whether the earlier term at item k is only that of who did something: "danh sách do cấp ủy
// khóa trước chuẩn bị gồm 15 đồng chí".
func (r *reader) doer(k int) bool {
	it := &r.items[k]
	for i := it.first - 1; i > r.first && i >= it.first-5 && r.t.Tokens[i].Kind == scan.Word; i-- {
		if r.t.Fold(i) == "do" {
			switch r.t.Fold(it.last) {
			case "chuẩn", "giới", "trình", "đề", "xây", "để":
				return true
			}
			return false
		}
	}
	return false
}

// compares reports whether an earlier term at item k is only what a change before
// a comma is against: "tăng 3,1% so với nhiệm kỳ trước, dưới 42 tuổi chiếm 24,8%".
func (r *reader) compares(k int, g *group) bool {
	comma := false
	for j := k + 1; j < g.at; j++ {
		comma = comma || r.items[j].mark == ',' || r.items[j].mark == ')' || r.items[j].mark == ':'
	}
	for j := k - 1; j >= max(0, k-4) && comma; j-- {
		if r.items[j].c().link == "versus" {
			return true
		}
	}
	return false
}

// leadsList reports whether a colon stands right behind item k, so that all it
// leads to is planned or listed: "Phương án: nữ 15%, trẻ 10%".
func (r *reader) leadsList(k, at int) bool {
	if k+2 >= at || k > 0 && r.items[k-1].c().link == "versus" {
		return false
	}
	if r.items[k+1].mark == ':' {
		return r.items[k+1].first == r.items[k].last
	}
	for k++; k < at && r.items[k].mark == 0 && r.items[k].fig == nil; k++ { // "Đề án được Huyện ủy duyệt:"
		if c := r.items[k].c(); c.link != "filler" && c.link != "ordinal" && c.head != "skip" && c.use != "actor" && !r.items[k].when && r.items[k].place == "" && c.link != "actor" && c.phase != "planned" {
			return false
		}
	}
	return k < at && r.items[k].mark == ':' && r.items[k].first-r.items[k-1].last <= 1
}

// resultAfter reports whether the sentence goes on to what came of a plan.
func (r *reader) resultAfter(k int) bool {
	for ; k < len(r.items); k++ {
		if l := r.items[k].c().link; l == "result" || l == "but" {
			return true
		}
	}
	return false
}

// nominatedBefore reports whether a list to elect from is named before a figure.
func (r *reader) nominatedBefore(g *group) bool {
	for k := range g.at {
		if c := r.items[k].c(); c.phase == "nominated" && c.reach == "near" && r.nominees(k) {
			return true
		}
	}
	return false
}

// listBefore reports whether a list to elect from is counted before a figure.
func (r *reader) listBefore(g *group) bool {
	for k := range g.at {
		if r.items[k].c().phase == "nominated" {
			return true
		}
	}
	return false
}

// planAndResult reports whether the sentence holds a result against the plan of
// who should be elected.
func (r *reader) planAndResult() bool {
	for k := range r.items {
		if r.items[k].c().link == "structure" {
			return r.resultAfter(k)
		}
	}
	return false
}

// contrasted reports whether a figure says what came of the figure before it,
// whose attribute it takes: "cơ cấu nữ 4 đồng chí nhưng kết quả chỉ đạt 3".
func (r *reader) contrasted(g *group) bool {
	s := &r.s
	if s.attr == "" || weight(s.attr) != 2 || s.percent != g.main.percent || s.was == "actual" || s.was == "previous" {
		return false
	}
	if g.main.percent {
		return r.resultIn(g)
	}
	return g.main.value <= 2*s.amount && r.resultIn(g)
}

// resultIn reports whether words of a result or a contrast stand before a figure.
func (r *reader) resultIn(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if l := r.items[k].c().link; l == "result" || l == "but" {
			return true
		}
	}
	return false
}

// leadsBodies reports whether the planned word at item k is the noun of a list
// of bodies: "phương án Ban Chấp hành 51 đồng chí, Ban Thường vụ 15 đồng chí".
func (r *reader) leadsBodies(k int) bool {
	return k+1 < len(r.items) && r.items[k+1].c().body != "" && r.items[k+1].first == r.items[k].last && !strings.EqualFold(r.t.Word(r.items[k].first), "theo")
}

// usualPhase is the phase of a figure of which nothing is said: a directive
// requires, a plan plans, a surplus is one of the list to elect from.
func (r *reader) usualPhase(m *measure) string {
	switch t := r.t.Identity.Type; {
	case m.attr == "surplus" && (t == "directive" || t == "guidance" || t == "plan"):
		return "target"
	case m.attr == "surplus", m.attr == "withdrawn":
		return "nominated"
	}
	switch r.t.Identity.Type {
	case "plan", "directive", "guidance":
		if m.attr == "direct_election" {
			return "planned" // as a pilot
		}
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

// listFirst lets a list to elect from that is the subject of the sentence lay
// its phase on all that is said of it: "Nhân sự giới thiệu bầu … có số dư 13%,
// tỷ lệ nữ 16%".
func (r *reader) listFirst(g *group) {
	for k := range g.at {
		c := r.items[k].c()
		switch {
		case k > 0 && r.items[k].mark == '(' && r.items[k-1].c().head == "person":
			return // "Đảng ủy 17 đồng chí (danh sách bầu 20; tái cử 11)"
		case c.phase == "nominated" && c.reach == "near" && r.nominees(k):
			r.s.sticky = "nominated"
			return
		case c.phase != "", c.use == "actor" && c.body != "", c.body == "standing_committee":
			return
		}
	}
}

// nominees reports whether the nominated word at item k is or follows a noun for
// persons or lists: "nhân sự giới thiệu", "danh sách bầu".
func (r *reader) nominees(k int) bool {
	if k > 0 && r.items[k-1].c().head == "person" && r.items[k-1].last == r.items[k].first {
		return true
	}
	switch strings.ToLower(r.t.Word(r.items[k].first)) {
	case "danh", "nhân":
		return true
	case "trong": // "Trong danh sách này nữ 11, trẻ 5"
		return r.items[k].first == r.firstWord()
	}
	return false
}

// coordinated reports whether only "và" and an attribute stand before a figure:
// "15% nữ và 10% trẻ", "nữ 15% và trẻ 10%".
func (r *reader) coordinated(g *group) bool {
	if g.at == g.left || r.items[g.left].c().link != "cut" && !r.demandedToo(g) {
		return false
	}
	for k := g.left + 1; k < g.at; k++ {
		if !r.items[k].c().isAttr() {
			return false
		}
	}
	return g.at-g.left <= 2
}

// demandedToo reports whether a whole share goes on a list behind a comma that began with a bound:
// "tối thiểu 15% nữ, 10% trẻ".
func (r *reader) demandedToo(g *group) bool {
	p := r.groupBefore(g)
	return p != nil && r.items[g.left].mark == ',' && p.main.bound != "" && p.main.percent && g.main.percent && g.main.value == float64(int(g.main.value))
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
		case c.link == "ordinal" && r.session(it.first):
			return false
		case c.link == "ordinal" && id.Ordinal > 0:
			if r.otherBefore(k) {
				return false
			}
			n, last, ok := r.x.grammar.OrdinalAt(r.t, it.last)
			for j := max(0, k-6); j < k; j++ {
				if r.items[j].c().body == "upper_delegation" {
					return false // of the congress that it goes to
				}
			}
			return ok && (n < id.Ordinal || r.beforeOther(g)) && last <= g.main.first && g.main.first-last <= 2
		case c.link == "ordinal":
			return r.beforeOther(g)
		case it.mark == ':', it.mark == '(', it.mark == ')', c.link == "copula", c.link == "pair", c.bound != "":
		default:
			return false
		}
	}
	return false
}

// otherBefore reports whether another unit than the document's own stands before item k in
// its clause: terms of others are counted otherwise.
func (r *reader) otherBefore(k int) bool {
	id := &r.t.Identity
	for k--; k >= 0 && r.items[k].mark != ';'; k-- {
		if p := r.items[k].place; p != "" {
			return p != id.Province && !strings.EqualFold(plainName(id.Unit), p)
		}
	}
	return false
}

// behindBracket reports whether the figure before stands in a bracket that is closed.
func (r *reader) behindBracket(g *group) bool {
	for k := g.at - 1; k >= 0 && r.items[k].fig == nil; k-- {
		if r.items[k].mark == ')' {
			return true
		}
	}
	return false
}

// session reports whether the word before a token says that the ordinal there is of a meeting
// or a ballot: "họp phiên thứ nhất: 15 đồng chí", "vòng thứ hai: 2 đồng chí".
func (r *reader) session(i int32) bool {
	if i <= r.first {
		return false
	}
	switch r.t.Fold(i - 1) {
	case "phiên", "nghị", "họp", "vòng", "lượt", "buổi":
		return true
	}
	return false
}

// termOf returns the number of the term that is named right before a figure, 0 for
// none: "khóa XXII có 15 đồng chí".
func (r *reader) termOf(g *group) int {
	bracketed := int32(0)
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		switch c := it.c(); {
		case c.link == "ordinal" && strings.EqualFold(r.t.Word(it.first), "khóa"):
			if n, last, ok := r.x.grammar.OrdinalAt(r.t, it.last); ok && last <= g.main.first && g.main.first-last <= 2+bracketed {
				return n
			}
			return 0
		case it.when && k > g.left && r.items[k-1].mark == '(' && k+1 < g.at && r.items[k+1].mark == ')':
			bracketed = r.items[k+1].last - r.items[k-1].first // "khóa XIV (2025 - 2030) gồm 27 ủy viên"
		case it.mark == ':', it.mark == '(', it.mark == ')', it.when, c.link == "copula", c.link == "pair", c.bound != "":
		default:
			return 0
		}
	}
	return 0
}

// beforeOther reports whether the figure of another term stands in the sentence and
// that term is the later one, where the document says no ordinal of its own.
func (r *reader) beforeOther(g *group) bool {
	n := r.termOf(g)
	for i := range r.groups {
		if n > 0 && r.termOf(&r.groups[i]) > n {
			return true
		}
	}
	return false
}

// thisTerm reports whether a figure that stands behind one of an earlier term is named
// as that of the present one: "khóa cũ gồm 41 đồng chí; khóa mới gồm 43 đồng chí".
func (r *reader) thisTerm(g *group) bool {
	if r.s.was != "previous" {
		return false
	}
	if r.termOf(g) > 0 {
		return true
	}
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		if it.when && it.fig == nil && r.ofThisTerm(it.first) {
			return true // "nhiệm kỳ 2015 - 2020 có 512; nhiệm kỳ 2020 - 2025 có 498 đồng chí"
		}
		switch c := it.c(); {
		case c.phase == "actual" && c.reach == "near", c.link == "filler" && strings.EqualFold(r.t.Word(it.first), "khóa"):
			return true
		case it.mark == ':', it.mark == ',', c.link == "copula", c.link == "pair", c.bound != "":
		default:
			return false
		}
	}
	return false
}

// ofThisTerm reports whether the year at a token begins the document's own term.
func (r *reader) ofThisTerm(i int32) bool {
	y, ok := grammar.ParseNumber(r.t.Word(i))
	return ok && r.t.Identity.Start > 0 && y == float64(r.t.Identity.Start)
}

// earlierSentence returns the item behind that of an earlier term which begins a
// sentence, so that all of it is about that term, 0 for none: "Nhiệm kỳ 2015 -
// 2020, tỷ lệ nữ … đạt 21,2%; 8 đảng bộ bầu thiếu".
func (r *reader) earlierSentence() int {
	start := r.t.Identity.Start
	for k := 0; k < len(r.items) && k < 3 && r.items[k].first <= r.first+4; k++ {
		it := &r.items[k]
		c := it.c()
		switch {
		case c.link == "versus", c.link == "change", it.fig != nil, c.body != "", c.isAttr():
			return 0
		case c.phase == "previous":
			return k + 1
		case k <= 1 && r.earlierYear(k):
			return k + 1 // "Năm 2010 chỉ được 3 nữ"
		case it.when && start > 0 && k > 0 && (strings.EqualFold(r.t.Word(r.items[k-1].last-1), "kỳ") || r.t.Fold(r.items[k-1].last-1) == "khoá"):
			if y, ok := grammar.ParseNumber(r.t.Word(it.first)); ok && y > 1980 && y < float64(start) {
				return k + 1
			}
			return 0
		}
	}
	return 0
}

// inEarlier reports whether a figure belongs to the earlier term that its sentence
// is about: no other term is named in between.
func (r *reader) inEarlier(g *group) bool {
	if r.s.before == 0 || r.now(g) {
		return false
	}
	if r.nowBefore(g) {
		return false
	}
	for k := r.s.before; k < g.at; k++ {
		it := &r.items[k]
		if c := it.c(); c.phase == "actual" && c.reach == "near" && r.t.Fold(it.last-1) == "này" || c.link == "versus" || c.link == "change" || c.link == "result" {
			return false
		}
		if it.when {
			if y, ok := grammar.ParseNumber(r.t.Word(it.first)); ok && y >= float64(r.t.Identity.Start) {
				return false
			}
		}
	}
	return true
}

// nowBefore reports whether the clause of a figure says that it is one of today: "nhiệm kỳ
// trước có 380 đảng viên, nay là 412", "đến nay có 15 người", "hiện có 4 nữ".
func (r *reader) nowBefore(g *group) bool {
	for i := g.main.first - 1; i > r.first && i >= g.main.first-5 && !r.t.Is(i, ',') && !r.t.Is(i, ';'); i-- {
		switch r.t.Fold(i) {
		case "nay", "hiện", "này":
			return true
		}
	}
	return false
}

// termBefore reports whether the clause of a figure begins with an earlier
// term: "Nhiệm kỳ 2015 - 2020, tỷ lệ … là 14,2%".
func (r *reader) termBefore(g *group) bool {
	start := r.t.Identity.Start
	for k := g.at - 1; k > g.left && start > 0; k-- {
		if !r.items[k].when {
			continue
		}
		y, ok := grammar.ParseNumber(r.t.Word(r.items[k].first))
		p := &r.items[k-1]
		begins := k-1 == g.left || r.items[k-2].mark != 0
		return ok && y > 1980 && y < float64(start) && p.last == r.items[k].first && begins && strings.EqualFold(r.t.Word(p.last-1), "kỳ")
	}
	return false
}

// formerYear reports whether the year of an earlier congress stands before a figure, and only words of
// counting between: "năm 2015 là 18,2%", "nhiệm kỳ 2015 - 2020 chỉ có 6 đồng chí".
func (r *reader) formerYear(g *group) bool {
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		switch c := it.c(); {
		case it.when:
			return r.earlierYear(k)
		case it.mark == ':', c.link == "copula", c.link == "filler", c.link == "pair", c.bound != "", c.attr == "first_time" && c.form == "weak":
		default:
			return false
		}
	}
	return false
}

// atTermStart reports whether a figure is of the committee that the last term began with: "Ban Chấp hành đầu
// nhiệm kỳ có 43 đồng chí".
func (r *reader) atTermStart(g *group) bool {
	for i := g.main.first - 1; i > r.first+1 && i > g.main.first-termStartWords && r.t.Tokens[i].Kind != scan.Number && !r.t.Is(i, ';'); i-- {
		if r.t.Fold(i) == "kì" && r.t.Fold(i-1) == "nhiệm" && r.t.Fold(i-2) == "đầu" {
			next := r.t.Fold(i + 1)
			return next != "này" && next != "mới" && (i-3 < r.first || r.t.Fold(i-3) != "với" && r.t.Fold(i-3) != "hơn")
		}
	}
	return false
}

// termStartWords is how far before a figure the beginning of the term stands at most.
const termStartWords = 9

// inFormer reports whether a figure stands in the bracket right behind an earlier term, whose numbers it
// tells: "so với nhiệm kỳ trước (39 đồng chí, 5 nữ)".
func (r *reader) inFormer(g *group) bool {
	for k := g.at - 1; k > 0 && r.items[k].mark != ')' && r.items[k].mark != ';'; k-- {
		if r.items[k].mark == '(' {
			p := &r.items[k-1]
			if p.c().link == "ordinal" && p.last < r.items[k].first && r.t.Identity.Ordinal > 0 {
				n, last, ok := r.x.grammar.OrdinalAt(r.t, p.last)
				return ok && last == r.items[k].first && n < r.t.Identity.Ordinal && !r.session(p.first) // "gần gấp đôi khóa XXV (7 người)"
			}
			return p.last == r.items[k].first && (p.c().phase == "previous" || r.earlierYear(k-1))
		}
	}
	return false
}

// earlierYear reports whether item k is an earlier term or the year of its congress: "nhiệm kỳ 2015 -
// 2020", "năm 2015".
func (r *reader) earlierYear(k int) bool {
	it := &r.items[k]
	start := r.t.Identity.Start
	if !it.when || start == 0 || it.first <= r.first {
		return false
	}
	y, ok := grammar.ParseNumber(r.t.Word(it.first))
	if !ok || y < 1980 || y >= float64(start) {
		return false
	}
	switch r.t.Fold(it.first - 1) {
	case "kì", "khoá":
		return true
	case "năm":
		return y <= float64(start-shortestTerm)
	}
	return false
}

// shortestTerm is how many years lie at least between the congresses of committees that are counted.
const shortestTerm = 4

// announced reports whether the list at item k is one of those elected.
func (r *reader) announced(k int) bool {
	return k > 0 && r.items[k-1].c().link == "actor"
}

// bracketed reports whether item k stands in a bracket that holds a figure and ends before item at: "39 đồng chí (39 đồng
// chí theo đề án), trong đó 7 nữ".
func (r *reader) bracketed(k, at int) bool {
	closed := k + 1
	for ; closed < at && r.items[closed].mark != ')'; closed++ {
		if r.items[closed].mark == '(' {
			return false
		}
	}
	if closed >= at {
		return false
	}
	counted := false
	for ; closed >= 0 && r.items[closed].mark != '('; closed-- {
		counted = counted || r.items[closed].fig != nil
	}
	return closed >= 0 && closed < k && counted
}

// filled reports whether the plan at item k is said to be reached: "bầu đủ số lượng theo
// đề án với 428 đồng chí", "bằng số lượng đề án".
func (r *reader) filled(k int) bool {
	for i := r.items[k].first - 1; i > r.first && i >= r.items[k].first-3; i-- {
		if r.t.Fold(i) == "bằng" && r.t.Fold(i+1) == "số" && r.t.Is(i-1, ',') {
			return true
		}
		if r.t.Fold(i) == "đủ" || r.t.Fold(i) == "đúng" {
			if i == r.items[k].first-1 && r.t.Is(i-1, ',') {
				return true // "bầu 45 cấp ủy viên, đủ theo phương án"
			}
			return r.t.Fold(i-1) == "bầu" || r.t.Fold(i+1) == "số" || r.t.Fold(i+1) == "cơ"
		}
	}
	return false
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

// future reports whether "sẽ" governs a figure: it stands before it in the same
// part of the sentence, or among its own words; what will happen to seats that
// are missing does not ("khuyết 2 đồng chí, sẽ bổ sung sau").
func (r *reader) future(g *group) bool {
	for k := g.right - 1; k >= 0; k-- {
		if r.items[k].mark == ';' {
			return false
		}
		if r.items[k].c().reach == "future" && !r.missing(k) {
			return !r.willStandFor(k)
		}
	}
	return false
}

// cameOf reports whether the verb at item k tells right before a figure how many were elected of those
// planned for the same body: "Ban Thường vụ: dự kiến 13, bầu 12".
func (r *reader) cameOf(k int, g *group) bool {
	s := &r.s
	if s.was != "planned" || s.attr != "total" || g.main.percent || r.items[k].last != g.main.first || g.main.value > s.amount || g.main.value < s.amount/2 || r.usualPhase(&measure{body: "committee"}) != "actual" {
		return false
	}
	for j := g.left; j < k; j++ {
		if r.items[j].mark != ',' && r.items[j].mark != ';' {
			return false
		}
	}
	return g.body() == "" && r.stop(g) <= r.items[g.end-1].last+1
}

// goesOnWill reports whether the verb at item k is one more of what will be done: "sẽ triệu
// tập 199 đại biểu, bầu 17 đồng chí".
func (r *reader) goesOnWill(k int) bool {
	if k < 2 || r.items[k-1].mark != ',' && r.items[k-1].c().link != "cut" || r.past(k) {
		return false
	}
	for k--; k >= 0 && r.items[k].mark != ';'; k-- {
		if r.items[k].c().reach == "future" {
			return !r.missing(k)
		}
	}
	return false
}

// missing reports whether a shortfall is stated right before item k.
func (r *reader) missing(k int) bool {
	for j := k - 1; j >= 0 && j >= k-5; j-- {
		if c := r.items[j].c(); c.attr == "shortfall" || c.attr == "withdrawn" {
			return true
		}
	}
	return false
}

// missedRule reports whether a share is what a rule asks for and was missed: "chưa đạt 10%
// như chỉ đạo", "đều dưới 15% và 10% theo yêu cầu".
func (r *reader) missedRule(g *group) bool {
	if !g.main.percent {
		return false
	}
	missed := g.main.bound == "lt"
	if w := r.t.Fold(g.main.first - 1); w == "mức" || w == "ngưỡng" {
		missed = true
	}
	if r.fellShort(g) {
		return true
	}
	for i := g.main.first - 1; i > r.first && i >= g.main.first-5 && !r.t.Is(i, ',') && !missed; i-- {
		w := r.t.Fold(i - 1)
		missed = (w == "chưa" || w == "không") && missedVerbs[r.t.Fold(i)]
	}
	if !missed && !r.s.target {
		return false
	}
	for i := g.main.last; i+1 < r.last && i < g.main.last+ruleWords && !r.t.Is(i, ',') && !r.t.Is(i, ';'); i++ {
		switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
		case "yêu cầu", "quy định", "chỉ đạo", "chỉ tiêu", "hướng dẫn", "chỉ thị", "đặt ra", "đề ra":
			return true
		}
	}
	return false
}

// fellShort reports whether a whole share is one that was not reached, which is a mark for itself: "Tỷ lệ nữ cấp
// huyện chưa đạt 15%", "chưa chạm mốc 10%".
func (r *reader) fellShort(g *group) bool {
	if !g.main.percent || g.main.bound != "" || g.main.value != float64(int(g.main.value)) {
		return false
	}
	for i := g.main.first - 1; i > r.first && i >= g.main.first-5 && r.t.Tokens[i].Kind == scan.Word; i-- {
		if w := r.t.Fold(i - 1); w == "chưa" || w == "không" {
			switch r.t.Fold(i) {
			case "đạt", "chạm", "cán", "bảo", "đảm", "đủ":
				return true
			}
		}
	}
	return false
}

// missedVerbs follow "chưa" or "không" where a rule is not met.
var missedVerbs = map[string]bool{"đạt": true, "tới": true, "đến": true, "đủ": true, "bảo": true, "đảm": true, "chạm": true, "cán": true, "vượt": true, "qua": true}

// ruleWords is how many tokens stand at most between a share and the word for the rule: "và
// 10% mà Trung ương".
const ruleWords = 8

// byRule reports whether a sentence says what a rule allows: "Theo quy định, đảng ủy xã
// được bầu 11 - 15 ủy viên", and not what was done by it.
func (r *reader) byRule() bool {
	i := r.firstWord()
	if r.t.Fold(i) != "theo" || r.t.Fold(i+1) != "quy" || r.t.Fold(i+2) != "định" {
		return false
	}
	for i += 3; i < r.last; i++ {
		if r.t.Fold(i) == "đã" {
			return false
		}
	}
	return true
}
