package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// ballotTold reports whether the label of a sentence says that votes are told: "Kết quả phiếu:
// Bí thư 33/33; các Phó Bí thư 32/33".
func (r *reader) ballotTold() bool {
	i := r.firstWord()
	if r.t.Fold(i) == "kết" && r.t.Fold(i+1) == "quả" {
		i += 2
	}
	if r.t.Fold(i) == "số" || r.t.Fold(i) == "kiểm" || r.t.Fold(i) == "bỏ" {
		i++
	}
	return r.t.Fold(i) == "phiếu" && (r.t.Is(i+1, ':') || r.t.Fold(i+1) == "bầu" && r.t.Is(i+2, ':'))
}

// isVote reports whether a figure counts ballots or their share.
func (r *reader) isVote(g *group) bool {
	if r.invalidPart(g) != "" {
		return true
	}
	if r.ballotWord(g) != "" {
		return true
	}
	if g.at > 0 && r.items[g.at-1].last == g.main.first && !(g.head == nil && !g.main.ratio && !g.main.percent && r.sizeNamed(g)) && strings.EqualFold(r.t.Word(r.items[g.at-1].first), "biểu") && r.items[g.at-1].c().form == "vote" {
		return true
	}
	if r.s.done == "vote" && g.head == nil && ((g.main.percent || g.main.ratio || g.main.bare && !g.main.foreign) && r.extremeOf(g) || (g.main.percent || g.main.ratio) && !g.main.foreign && r.onlyMarks(g)) {
		return true
	}
	if g.head == nil && !g.main.ratio && !g.main.percent && r.voteBefore(g) && r.sizeNamed(g) {
		return false // "so với số lượng đã biểu quyết 16"
	}
	if k := g.end; g.head != nil && g.head.body == "party_member" && k < len(r.items) && r.items[k].c().form == "vote" && r.items[k].first == r.items[k-1].last && r.t.Word(r.items[k].first) != "tín" {
		return true // "được 126 đảng viên biểu quyết"
	}
	if r.postWon(g) || r.chosenByThem(g) || r.wonBy(g) || r.namedWinner(g) || r.extremeWinner(g) || r.personVotes(g) || g.main.ratio && g.main.bare && r.ballotTold() {
		return true
	}
	if k := g.end; g.head != nil && g.head.body == "delegate" && !g.main.percent && !g.main.ratio && g.at > 0 && r.items[g.at-1].mark == '(' && k < len(r.items) && r.items[k].mark == ')' {
		return false // "Toàn thể đại hội (112 đại biểu) nhất trí cao"
	}
	if (g.main.percent || g.main.ratio) && (r.agreedTo(g) || r.adoptedBehind(g) && r.motion(g) != "") {
		return true
	}
	if g.main.foreign && !g.main.ratio && r.issued(g) {
		return false // "Phát hành 1.200 tài liệu"
	}
	if (g.head == nil || g.head.body == "party_member" || g.head.body == "delegate") && g.main.ratio && g.at > 0 && r.items[g.at-1].mark == '(' && (r.votedOn(g.at-1) || r.s.done == "vote" && r.items[g.at-1].first > r.first && r.t.Is(r.items[g.at-1].first-1, '%')) {
		return true // "biểu quyết số lượng 15 đồng chí (148/148 = 100%)"
	}
	if g.head != nil {
		if g.head.body == "vote" {
			return true
		}
		if g.head.body != "delegate" && g.head.head != "person" && !(g.head.body == "party_member" && (g.main.percent || g.main.ratio)) {
			return false
		}
		for k := g.end; k < g.right; k++ {
			switch c := r.items[k].c(); {
			case c.form == "vote":
				return (k-g.end <= 2 || k-g.tail <= 2) && r.t.Word(r.items[k].first) != "tín"
			case c.body == "vote" && (g.main.percent || g.main.ratio) && r.t.Fold(r.items[k].first-1) == "bỏ":
				return true // "100% đảng viên dự đại hội bỏ phiếu bầu đồng chí …"
			case c.phase != "" || c.body != "":
				return false
			}
		}
		return false
	}
	for k := g.end; k < min(g.right, g.end+2); k++ {
		if c := r.items[k].c(); c.body == "vote" || c.form == "vote" && (g.main.percent || g.main.ratio) && r.t.Word(r.items[k].first) != "tín" {
			return true
		}
	}
	for k := g.at - 1; k >= g.left; k-- {
		c := r.items[k].c()
		switch {
		case c.form == "vote" && g.main.foreign:
			return false // "thông qua Nghị quyết với 3 khâu đột phá"
		case c.body == "vote", c.form == "ballot", c.form == "vote":
			return true
		case g.main.percent && k > g.left && (c.body == "secretary" || c.body == "deputy_secretary") && r.items[k-1].c().link == "into" && r.pairOnly(k+1, g.at):
			return true // làm Bí thư Tỉnh ủy với tỷ lệ 100%
		case g.main.percent && k > g.left+1 && isSeats(c.body) && r.items[k-1].c().reach == "verb" && r.items[k-2].c().body == "vote":
			return true // "Số phiếu bầu bí thư đạt 100%"
		case g.main.percent && (c.body == "secretary" || c.body == "deputy_secretary") && r.votesTold(k): // "trúng cử với số phiếu cao, trong đó bí thư 98%"
			return true
		case r.items[k].bare && g.main.percent && r.s.votes && r.votesTold(k): // "trúng cử với số phiếu cao: Tân Phú 98,2%"
			return true
		case isSeats(c.body) && r.votedFor(k): // "Phiếu tín nhiệm đối với bí thư thấp nhất 58,6%"
		case c.body != "", c.isAttr(), r.items[k].mark == ';', r.items[k].place != "":
			return false
		}
	}
	return false
}

// votedOf is for how many sentences behind votes a share of a post is one of votes.
const votedOf = 2

// votesTold reports whether votes are spoken of before item k or in the sentence before, and members of a body have
// not been counted since.
func (r *reader) votesTold(k int) bool {
	for k--; k >= 0; k-- {
		switch c := r.items[k].c(); {
		case c.body == "vote":
			return true
		case c.body == "committee" || c.body == "standing_committee" || c.isAttr() && c.form == "plain":
			return false
		}
	}
	return r.d.voted > 0
}

// votedFor reports whether the post at item k is only whom votes are for.
func (r *reader) votedFor(k int) bool {
	i := r.items[k].first - 1
	if i <= r.first {
		return false
	}
	switch w := r.t.Fold(i); w {
	case "cho", "bầu", "của":
		return true
	default:
		return w == "với" && r.t.Fold(i-1) == "đối"
	}
}

// postWon reports whether N/M stands in brackets behind a post that somebody was elected to: "Ông A, Chủ tịch HĐQT, đắc cử
// Bí thư (85/86)".
func (r *reader) postWon(g *group) bool {
	k := g.at - 1
	if !g.main.ratio && !g.main.percent || g.head != nil || k < 2 || r.items[k].mark != '(' || g.end < len(r.items) && r.items[g.end].mark != ')' || g.main.ratio && g.main.total <= few {
		return false
	}
	for k--; k > 0 && (r.items[k].use() == "actor" || r.items[k].place != "" || r.items[k].c().org || r.items[k].c().body == "committee"); k-- {
	}
	if c := r.items[k].c(); k < 1 || c.body != "secretary" && c.body != "deputy_secretary" && c.body != "inspection_head" || r.items[k-1].fig != nil {
		return false
	}
	p := r.items[k-1].c()
	return p.phase == "actual" && p.reach == "near" || p.link == "into" || p.attr == "re_elected" || p.attr == "elected"
}

// wonBy reports whether a share is that of the votes with which somebody won a post: "Bí
// thư trúng cử với tỷ lệ bình quân 91,4%".
func (r *reader) wonBy(g *group) bool {
	if !g.main.percent || g.head != nil {
		return false
	}
	pair := false
	for k := g.at - 1; k > g.left; k-- {
		c := r.items[k].c()
		switch {
		case c.link == "pair":
			pair = true
		case c.phase == "actual" && c.reach == "near":
			p := r.items[k-1].c()
			return pair && (p.body == "secretary" || p.body == "deputy_secretary") && r.items[k-1].last == r.items[k].first
		case c.link != "copula" && c.bound == "" && c.use != "actor":
			return false
		}
	}
	return false
}

// namedWinner reports whether a share or N/M stands behind a person who is said to have won:
// "Ông Lê Sang đắc cử với 61,4%", "đồng chí Hà Văn Sơn tái cử Bí thư (31/33)".
func (r *reader) namedWinner(g *group) bool {
	if !g.main.percent && !g.main.ratio || g.head != nil || g.at == 0 || g.main.ratio && r.items[g.at-1].mark != '(' {
		return false
	}
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		c := it.c()
		switch {
		case c.phase == "actual" && c.reach == "near", c.attr == "re_elected", c.attr == "elected":
			i := it.first - 1
			return i > r.first && r.capital(i) && r.capital(i-1)
		case it.mark == ',' || it.mark == '(', c.link == "pair", c.link == "copula", c.link == "into", c.bound != "":
		case c.body == "secretary", c.body == "deputy_secretary", c.org, it.place != "", c.use == "actor":
		default:
			return false
		}
	}
	return false
}

// extremeWinner reports whether a share is that of the one who won with the most or the fewest
// votes: "Người trúng cử cao nhất đạt 99,3%".
func (r *reader) extremeWinner(g *group) bool {
	if !g.main.percent || g.head != nil || g.main.foreign {
		return false
	}
	most := false
	for k := g.at - 1; k >= g.left; k-- {
		c := r.items[k].c()
		switch {
		case c.link == "each":
			p := k - 1
			if p > 0 && r.items[p].c().link == "pair" {
				p--
			}
			if most = true; p >= 0 && r.items[p].c().head == "person" && r.items[k].first-r.items[p].last <= 1 {
				return true // "người cao nhất đạt 99,4%", "người đạt thấp nhất 64,5%"
			}
		case c.phase == "actual" && c.reach == "near":
			return most && k > 0 && r.items[k-1].c().head == "person" && r.items[k-1].last == r.items[k].first
		case c.link != "pair" && c.link != "copula" && c.bound == "" && c.link != "filler":
			return false
		}
	}
	return false
}

// capital reports whether the word at a token has a capital and is no abbreviation, as those of
// names are.
func (r *reader) capital(i int32) bool {
	tok := &r.t.Tokens[i]
	return tok.Kind == scan.Word && tok.Upper && !tok.AllUpper
}

// personVotes reports whether a figure right behind the name of a person says with how many
// votes that person was elected: "đồng chí Nguyễn Văn An (35/36)", "ông Lê Bình (97,2%)",
// "Trúng cử: Hà Văn Sơn (31/33), …".
func (r *reader) personVotes(g *group) bool {
	if !g.main.ratio && !g.main.percent || g.head != nil || g.at == 0 {
		return false
	}
	i := g.main.first
	switch p := &r.items[g.at-1]; {
	case p.c().link == "pair" && g.at > 1 && r.items[g.at-2].mark == '(' && r.items[g.at-2].last == p.first && g.end < len(r.items) && r.items[g.end].mark == ')':
		i = r.items[g.at-2].first // "Bí thư Đảng ủy Bùi Khắc Thanh (tỷ lệ 98,3%)"
	case p.mark == '(' && g.end < len(r.items) && (r.items[g.end].mark == ')' || r.items[g.end].mark == ','):
		i = p.first
	case r.s.done == "vote" || r.s.votes || g.main.percent && r.s.chosen:
		for i > r.first && (r.t.Is(i-1, ':') || r.t.Is(i-1, '-') || r.t.Fold(i-1) == "đạt" || r.t.Fold(i-1) == "được") {
			i--
		}
	default:
		return false
	}
	first := i
	for first > r.first && r.t.Tokens[first-1].Kind == scan.Word && r.t.Tokens[first-1].Upper && !r.t.Tokens[first-1].AllUpper {
		first--
	}
	n := i - first
	if n == 1 && r.s.done == "vote" && g.main.ratio && first > r.first && (r.t.Fold(first-1) == "ông" || r.t.Fold(first-1) == "bà") {
		return true // "Phiếu của ông Sơn 34/35"
	}
	if n < 2 || n > 5 {
		return false
	}
	if first > r.first {
		switch r.t.Fold(first - 1) {
		case "chí", "ông", "bà":
			return true
		case "c":
			return r.t.Is(first-2, '/')
		}
	}
	return n > 2 && r.x.words.surnames[r.t.Fold(first)] && (r.s.votes || r.s.chosen || r.s.done == "vote" || r.electedDirectly(g.at) || r.postBefore(g.at-1))
}

// postBefore reports whether a post that one person holds leads to the name before the bracket at item k: "PBT: Võ Thành Lai
// (13/14)".
func (r *reader) postBefore(k int) bool {
	for k--; k >= 0 && r.items[k].mark != ';' && r.items[k].mark != '.'; k-- {
		if c := r.items[k].c(); c.body == "secretary" || c.body == "deputy_secretary" || c.body == "inspection_head" {
			return true
		}
	}
	return false
}

// electedDirectly reports whether a congress is said before item k to elect somebody itself.
func (r *reader) electedDirectly(k int) bool {
	for k--; k >= 0; k-- {
		if r.items[k].c().attr == "direct_election" {
			return true
		}
	}
	return false
}

// onlyMarks reports whether only a comma or "và" parts a figure from the one before it:
// "số phiếu lần lượt là 99,1%, 97,4% và 100%".
func (r *reader) onlyMarks(g *group) bool {
	if g.at == 0 {
		return false
	}
	k := g.at - 1
	return k > 0 && (r.items[k].mark == ',' || r.items[k].c().link == "cut") && r.items[k-1].fig != nil && r.items[k].first == r.items[k-1].last && r.items[k].last == g.main.first
}

// voteBefore reports whether a word of voting stands before a figure, with no more than "là" between.
func (r *reader) voteBefore(g *group) bool {
	k := g.at - 1
	if k > 0 && r.items[k].c().link == "copula" {
		k--
	}
	return k >= 0 && r.items[k].c().form == "vote"
}

// agreeing reports whether a share or N/M of the opinions is of those who agreed to what was decided before it: "thống nhất
// số lượng 13 đồng chí (41/41 ý kiến)", "thông qua với 100% ý kiến".
func (r *reader) agreeing(g *group) bool {
	if g.head == nil || g.head.body != "comment" || !g.main.ratio && !g.main.percent || r.t.Fold(r.items[g.headAt].last-1) != "kiến" {
		return false
	}
	return g.at > 0 && r.items[g.at-1].mark == '(' && (r.votedOn(g.at-1) || r.decidedOn(g.at-1)) || r.agreedTo(g)
}

// agreedTo reports whether those counted right behind "với" agreed to something, or N/M stands
// right behind a word of adopting: "thông qua Nghị quyết với 349/349 đại biểu có mặt", "được thông
// qua 95/95".
func (r *reader) agreedTo(g *group) bool {
	if g.head != nil && g.head.body != "delegate" && g.head.body != "party_member" && g.head.body != "comment" && g.head.head != "person" {
		return false
	}
	i := g.main.first - 1
	if i <= r.first+1 {
		return false
	}
	with := false
	for ; i > r.first && (r.t.Fold(i) == "với" || r.t.Is(i, ',') || r.t.Is(i, ':') || r.t.Fold(i) == "đạt" || r.t.Fold(i) == "lệ" || r.t.Fold(i) == "tỉ"); i-- {
		with = with || r.t.Fold(i) == "với"
	}
	switch r.t.Fold(i-1) + " " + r.t.Fold(i) {
	case "thông qua", "tán thành", "nhất trí", "biểu quyết":
		return with || g.main.ratio && g.head == nil
	}
	if !with {
		for n := 0; n < adoptedWords && i > r.first && g.main.ratio && g.head == nil && r.t.Tokens[i].Kind == scan.Word; i, n = i-1, n+1 {
			if r.t.Fold(i) == "qua" && r.t.Fold(i-1) == "thông" {
				return true // "thông qua danh sách bầu cử 96/96"
			}
		}
		return false
	}
	for ; i > r.first && !r.t.Is(i, ';') && !r.t.Is(i, ':'); i-- {
		if r.t.Fold(i) == "qua" && r.t.Fold(i-1) == "thông" {
			return true
		}
		if c := r.peek2(i); c.reach == "verb" || isSeats(c.body) && c.use == "counted" {
			return false
		}
	}
	return false
}

// adoptedBehind reports whether a word of adopting stands right behind a share or N/M and its noun: "Nghị quyết được 100%
// đại biểu thông qua".
func (r *reader) adoptedBehind(g *group) bool {
	if g.head != nil && g.head.body != "delegate" && g.head.body != "party_member" && g.head.head != "person" {
		return false
	}
	i := r.items[g.end-1].last
	if r.t.Fold(i) == "có" && r.t.Fold(i+1) == "mặt" {
		i += 2
	}
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "thông qua", "tán thành", "nhất trí", "đồng ý":
		return true
	}
	return false
}

// adoptedWords is how many words there are at most of what was adopted, before its votes.
const adoptedWords = 5

// extremeOf reports whether a figure is the highest or lowest of those before it:
// "thấp nhất 81,5%".
func (r *reader) extremeOf(g *group) bool {
	each := false
	for k := g.left; k < g.at; k++ {
		c := r.items[k].c()
		each = each || c.link == "each" || c.bound != "" && k == g.at-1 && r.t.Fold(r.items[k].last-1) == "nhất"
		if c.body != "" || c.isAttr() || r.items[k].place != "" {
			return false
		}
	}
	return each
}

// vote resolves ballots: how many were given out, came back, were valid, and
// what share agreed.
func (r *reader) vote(i int) (measure, bool) {
	g := &r.groups[i]
	if q := r.invalidPart(g); q != "" {
		r.s.done, r.d.voted = "vote", votedOf
		return measure{body: "vote", attr: "other", qual: q, stat: "count", phase: "actual"}, true
	}
	m := measure{body: "vote", attr: r.ballotWord(g), stat: "count", phase: "actual"}
	if a, b := r.ballotPair(g); a != "" {
		f := &figure{value: g.main.total, first: g.main.totalAt, last: g.main.totalAt + 1, end: g.main.totalAt + 1}
		r.put(r.fact(&measure{body: "vote", attr: b, phase: "actual", level: r.t.Identity.Level}, "count", f))
		m.attr, g.main.ratio = a, false
	}
	// "348 phiếu trên tổng số 350 phiếu hợp lệ": those for somebody, of the valid ones
	wordy := g.main.ratio && g.main.totalAt-g.main.end > 1
	base := g.main.percent && g.head != nil && g.head.body == "vote" // "trúng cử với 100% số phiếu hợp lệ"
	won := r.validOf(g)
	for k := g.end; k < g.right && !wordy && !base && !won && m.attr == ""; k++ {
		if c := r.items[k].c(); c.form == "ballot" {
			m.attr = c.attr
			break
		}
	}
	if m.attr == "" {
		for k := g.at - 1; k >= g.left; k-- {
			c := r.items[k].c()
			if c.form == "ballot" {
				m.attr = c.attr
				break
			}
		}
	}
	if k := g.at - 1; m.attr == "" && g.head == nil && k > g.left && r.items[k].c().form == "vote" && r.items[k].first > r.first {
		if w := r.t.Fold(r.items[k].first - 1); w == "không" || w == "chưa" {
			m.attr, m.qual = "other", r.t.String(r.items[k].first-1, r.items[k].last) // "tán thành 29, không tán thành 0"
		}
	}
	if from := r.items[g.end-1].last; m.attr == "" && g.head != nil && g.head.body != "vote" && !g.main.percent && (r.t.Fold(from) == "không" || r.t.Fold(from) == "chưa") {
		m.attr, m.qual = "other", r.behindWords(from, r.stop(g)) // "1 đại biểu không biểu quyết"
	}
	if q := r.spoiled(g); m.attr == "" && q != "" {
		m.attr, m.qual = "other", q
	}
	if m.attr == "" {
		m.attr = "approval"
		if r.rule() || r.votesShort(g) {
			return m, false
		}
		m.qual = r.motion(g)
	}
	if won {
		f := &figure{value: g.main.total, first: g.main.totalAt, last: g.main.totalAt + 1, end: g.main.totalAt + 1}
		r.put(r.fact(&measure{body: "vote", attr: "valid", phase: "actual", level: r.t.Identity.Level}, "count", f))
	}
	r.s.done, r.d.voted = "vote", votedOf
	for k := g.end; k < g.wide && k < len(r.items); k++ {
		if r.items[k].c().phase == "nominated" && m.attr == "approval" {
			m.phase = "nominated"
		}
		if r.items[k].c().phase == "actual" && r.items[k].c().reach != "verb" {
			m.phase = "actual"
			break
		}
	}
	return m, true
}

// votesShort reports whether a figure is by how many votes somebody lost or won: "thiếu 3 phiếu".
func (r *reader) votesShort(g *group) bool {
	if g.head == nil || g.head.body != "vote" || g.main.ratio || g.main.first <= r.first {
		return false
	}
	switch r.t.Fold(g.main.first - 1) {
	case "thiếu", "hụt", "kém", "hơn", "thua":
		return r.t.Fold(g.main.first-1) != "hơn" || r.t.Fold(g.main.first-2) == "nhiều" || r.t.Fold(g.main.first-2) == "kém"
	}
	return false
}

// pairOnly reports whether only words of sharing stand between two items, and
// one at least.
func (r *reader) pairOnly(a, b int) bool {
	for k := a; k < b; k++ {
		if c := r.items[k].c(); c.link != "pair" && c.link != "copula" && r.items[k].mark != ',' && c.bound == "" && c.use != "actor" {
			return false
		}
	}
	return a < b
}

// longestBallot is how many lines after words of counting votes a list of
// persons with their votes may reach.
const longestBallot = 80

// ballot reads one line of a list of persons with their votes: "3 Nguyễn Văn A
// 146 97,33". It reports whether the sentence is one.
func (r *reader) ballot() bool {
	if r.s.votes {
		r.d.votes = longestBallot
	}
	if r.d.votes == 0 {
		return false
	}
	r.d.votes--
	n := len(r.figs)
	if n == 0 || r.last-r.first > 14 {
		return false
	}
	i := r.first
	if r.t.Tokens[i].Kind == scan.Number && n >= 2 && r.figs[0].first == i {
		i++
		if r.t.Is(i, '.') {
			i++
		}
	}
	name := i
	for i < r.last && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper {
		i++
	}
	if i-name < 2 || i-name > 6 || i >= r.last {
		return false
	}
	rest := r.figs
	for len(rest) > 0 && rest[0].first < i {
		rest[0].reason = "number of a row"
		rest = rest[1:]
	}
	if len(rest) == 0 || len(rest) > 2 || rest[0].first != i || rest[len(rest)-1].last < r.last-1 {
		return false
	}
	for x, f := range rest {
		m := measure{body: "vote", attr: "approval", phase: "actual", level: r.t.Identity.Level}
		stat := "count"
		if x == 1 || f.percent {
			stat = "percent"
		}
		f.claimed = true
		r.put(r.fact(&m, stat, f))
		if f.ratio {
			t := &figure{value: f.total, first: f.totalAt, last: f.totalAt + 1, end: f.totalAt + 1}
			if r.d.ballots != f.total {
				r.put(r.fact(&m, "ratio_total", t))
			}
			r.d.ballots = f.total
		}
	}
	return true
}

// rule reports whether the sentence explains a rule of voting instead of
// telling a result.
func (r *reader) rule() bool {
	for i := r.first; i < r.last; i++ {
		switch r.t.Word(i) {
		case "nguyên":
			if r.t.Word(i+1) == "tắc" {
				return true // and no "nguyên Phó Giám đốc"
			}
		case "phải":
			for j := i + 1; j < r.last && j <= i+askedWords; j++ {
				switch r.t.Word(j) {
				case "đạt", "được", "có", "quá", "trên", "đủ", "đảm", "bảo":
					return true // and no "phải bầu lại"
				}
			}
		}
	}
	return false
}

// askedWords is within how many tokens behind "phải" what the rule asks for begins.
const askedWords = 2

// issued reports whether a verb of handing out stands right before a figure and no word
// of votes before that: what is counted is something else.
func (r *reader) issued(g *group) bool {
	if g.at == 0 || r.items[g.at-1].c().form != "ballot" || r.items[g.at-1].last != g.main.first {
		return false
	}
	for k := range g.at {
		if r.items[k].c().body == "vote" {
			return false
		}
	}
	return r.d.votes == 0
}

// votedOn reports whether "biểu quyết" stands before a bracket in its part of the
// sentence.
func (r *reader) votedOn(k int) bool {
	for i := r.items[k].first - 1; i > r.first && !r.t.Is(i, ';') && !r.t.Is(i, ')'); i-- {
		if r.t.Fold(i) == "quyết" && r.t.Fold(i-1) == "biểu" {
			return true
		}
	}
	return false
}

// decidedOn reports whether the sentence up to item k begins with what a meeting agreed to: "Hội nghị thống nhất số lượng …".
func (r *reader) decidedOn(k int) bool {
	to := r.items[k].first
	for i := r.firstWord(); i+1 < to && i < r.firstWord()+decidedOnWords && r.t.Tokens[i].Kind == scan.Word; i++ {
		switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
		case "thống nhất", "nhất trí", "thông qua", "tán thành":
			return true
		}
	}
	return false
}

// decidedOnWords is how far into a sentence it is said that something was agreed to.
const decidedOnWords = 8

// spoiled returns what is said behind ballots that are for nobody: "02 phiếu để trống", "1
// phiếu gạch hết tên"; "" for others.
func (r *reader) spoiled(g *group) string {
	if g.head == nil || g.head.body != "vote" || g.main.ratio || g.main.percent {
		return ""
	}
	from := r.items[g.end-1].last
	if w := r.t.Fold(from); from >= r.last || !spoiled[w] && !spoiled[w+" "+r.t.Fold(from+1)] {
		return ""
	}
	return r.behindWords(from, r.untilReason(from, r.stop(g)))
}

// invalidPart returns what was wrong with some of the invalid ballots, which the bracket behind their number tells: "không hợp lệ
// 2 ([gạch hết tên] 1, [bầu dư] 1)", "4 phiếu (1 phiếu [để trống])".
func (r *reader) invalidPart(g *group) string {
	if g.main.percent || g.main.ratio || g.at == 0 || r.s.done != "vote" || g.head != nil && g.head.body != "vote" {
		return ""
	}
	open := g.at - 1
	for open >= 0 && r.items[open].mark != '(' {
		if r.items[open].mark == ')' {
			return ""
		}
		open--
	}
	if open < 0 {
		return ""
	}
	invalid := false
	for i := r.items[open].first - 1; i > r.first && i > r.items[open].first-invalidWords && !r.t.Is(i, ',') && !r.t.Is(i, ';'); i-- {
		invalid = invalid || r.t.Fold(i) == "hợp" && r.t.Fold(i-1) == "không"
	}
	if !invalid {
		return ""
	}
	if g.head != nil {
		from := r.items[g.end-1].last
		if r.t.Fold(from-1) == "bầu" {
			from--
		}
		return r.behindWords(from, r.stop(g), "do", "vì")
	}
	from := g.main.first
	for from > r.items[open].last && !r.t.Is(from-1, ',') && !r.t.Is(from-1, ';') {
		from--
	}
	to := g.main.first
	for to > from && (r.t.Is(to-1, ':') || r.t.Fold(to-1) == "là" || r.t.Fold(to-1) == "có") {
		to--
	}
	if to-from < 1 || to-from > invalidWords {
		return ""
	}
	return r.behindWords(from, to, "do", "vì")
}

// invalidWords is how many tokens tell at most what was wrong with a ballot, or stand between "không hợp lệ" and its bracket.
const invalidWords = 8

// spoiled are the one or two words, folded, that begin what is said of ballots for nobody.
var spoiled = map[string]bool{
	"trắng": true, "trống": true, "gạch": true, "xoá": true, "thừa": true, "chống": true, "phản đối": true, "để trống": true, "bỏ trống": true, "bỏ trắng": true,
	"in nhầm": true, "in sai": true, "in thiếu": true, "hỏng": true, "rách": true, "nhoè": true,
	"bầu thừa": true, "bầu thiếu": true, "bầu quá": true, "bầu ngoài": true, "ghi thêm": true, "ghi sai": true, "ghi ngoài": true,
	"không đồng": true, "không tán": true, "không nhất": true, "không thuận": true, "chưa đồng": true, "chưa nhất": true, "chưa tán": true,
}
