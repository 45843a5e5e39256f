package measure

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// described returns what is said of persons who are a part of a body and have no
// attribute of the lexicon: "Trong Ban Chấp hành có 4 đồng chí là bí thư xã".
func (r *reader) described(g *group) string {
	post := g.head != nil && (g.head.body == "inspection_head" || g.head.body == "secretary" || g.head.body == "deputy_secretary")
	if g.head == nil || g.head.head != "person" && !post || g.direct != nil && (!isSeats(g.direct.body) || r.t.Fold(r.items[g.end-1].last) != "là") {
		return ""
	}
	from, stop := r.items[g.end-1].last, r.stop(g)
	if k := g.end; post && k < len(r.items) && r.items[k].first == from && r.items[k].c().strength == "strong" {
		from = r.items[k].last // 9 bí thư cấp huyện do …
	}
	if r.t.Word(from) == "đều" {
		from++
	}
	stop = r.titlesOn(stop)
	if stop-from < 2 || stop-from > 14 {
		return ""
	}
	if k := g.end; k < len(r.items) && r.items[k].first == from && r.items[k].c().phase == "nominated" && r.t.Fold(r.items[k].last-1) == "sách" {
		return "" // "trong số 17 đồng chí thuộc danh sách"
	}
	if r.sent(from, stop) {
		return r.told(from, stop)
	}
	if w := r.t.Word(from); post && (w == "nguyên" || w == "từng" || w == "vốn") && r.t.Word(from+1) == "là" {
		return r.t.String(from, stop) // "33 bí thư nguyên là ủy viên ban thường vụ cấp huyện"
	}
	if post && (r.t.Word(from) != "là" || r.namesPersons(from+1)) {
		return ""
	}
	switch r.t.Word(from) {
	case "là", "công", "thuộc", "ở", "từng", "đang", "nguyên", "hiện", "vốn", "trực", "phụ", "đảm":
		return r.clean(from, stop)
	case "do": // of a list: "14 đồng chí do cấp ủy giới thiệu"
		if r.s.phase == "nominated" && r.s.attr != "" {
			return r.clean(from, stop)
		}
	}
	return ""
}

// titlesOn takes over the titles that go on behind a comma: "là bí thư, chủ tịch xã", "do
// Tỉnh ủy luân chuyển, điều động".
func (r *reader) titlesOn(stop int32) int32 {
	for stop+1 < r.last && r.t.Is(stop, ',') && (titleWords[r.t.Fold(stop+1)] || movedVerbs[r.t.Fold(stop+1)+" "+r.t.Fold(stop+2)]) {
		end := stop + 1
		for end < r.last && r.t.Tokens[end].Kind == scan.Word {
			if c := r.peek2(end); end > stop+1 && (c.link == "cut" || c.link == "copula" || c.link == "pair") {
				break
			}
			end++
		}
		if end < r.last && r.t.Tokens[end].Kind == scan.Number {
			break // "…, bí thư 2"
		}
		stop = end
	}
	if r.t.Is(stop, ',') && r.nounEnds(stop+1) > 0 {
		return r.nounEnds(stop + 1)
	}
	return stop
}

// nounEnds returns the end of the one or two words that end a clause from a token on, 0 where
// more is said: "lãnh đạo phòng, [đội];".
func (r *reader) nounEnds(i int32) int32 {
	end := i
	for end < r.last && r.t.Tokens[end].Kind == scan.Word {
		end++
	}
	if end == i || end > i+3 || end < r.last && !r.t.Is(end, ';') && !r.t.Is(end, '.') {
		return 0
	}
	for k := range r.items {
		if it := &r.items[k]; it.first >= i && it.first < end && (it.c().isAttr() || it.c().link != "" || it.c().body != "" || it.c().phase != "" || it.place != "") {
			return 0
		}
	}
	return end
}

// titleWords begin the titles of posts, folded.
var titleWords = map[string]bool{"phó": true, "chủ": true, "trưởng": true, "giám": true, "hiệu": true, "chỉ": true, "chính": true}

// movedVerbs tell how a cadre came to a post, folded.
var movedVerbs = map[string]bool{
	"điều động": true, "luân chuyển": true, "tăng cường": true, "biệt phái": true, "phân công": true, "giới thiệu": true, "chỉ định": true, "cử về": true, "cử đến": true,
}

// sent reports whether words say who moved those counted to their posts: "do Tỉnh ủy điều
// động về", "được huyện tăng cường xuống".
func (r *reader) sent(from, stop int32) bool {
	w := r.t.Word(from)
	if w != "do" && w != "được" {
		return false
	}
	for i := from + 1; i+1 < stop; i++ {
		v := r.t.Fold(i) + " " + r.t.Fold(i+1)
		if movedVerbs[v] && v != "chỉ định" && (v != "giới thiệu" || w == "do" && r.s.phase == "nominated") {
			return true
		}
	}
	return false
}

// namesPersons reports whether those with a post are named from a token on: "hai phó bí thư là
// các ông A và B".
func (r *reader) namesPersons(i int32) bool {
	if w := r.t.Fold(i); w == "các" || w == "cô" || w == "anh" || w == "chị" {
		return true
	}
	return r.t.Tokens[i].Upper || r.peek2(i).head == "person"
}

// otherPart resolves a part of a list that no attribute names: "10 đại biểu là
// Anh hùng lao động", "khối đảng 12 đồng chí".
func (r *reader) otherPart(g *group, m measure) (measure, bool) {
	if !r.s.within || g.main.percent || g.head == nil || g.head.head != "person" || r.s.carried && r.s.body != "delegate" {
		return m, false
	}
	q := ""
	if isSeats(r.s.body) && r.listedBehindNoun(g) {
		m.attr, m.stat, m.phase = "total", "count", "nominated"
		return m, true // "trên tổng số 6.402 người trong danh sách bầu cử"
	}
	if g.headAt >= 0 {
		q = r.told(r.items[g.end-1].last, r.stop(g))
	}
	if !strings.Contains(q, " ") || len(q) > 90 {
		return m, false
	}
	m.attr, m.qual, m.stat = "other", q, "count"
	m.doubts = append(m.doubts, "other")
	return m, true
}

// listedBehindNoun reports whether those counted are a whole list to elect from.
func (r *reader) listedBehindNoun(g *group) bool {
	if g.headAt < 0 || g.end >= len(r.items) {
		return false
	}
	it := &r.items[g.end]
	return it.first == r.items[g.end-1].last && it.c().phase == "nominated" && r.fromList(it) && r.stop(g) <= it.last
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
	return max(r.trimmed(r.last), g.main.last)
}

// trimmed returns the end of a range without the marks that end it.
func (r *reader) trimmed(last int32) int32 {
	for last > r.first && r.t.Tokens[last-1].Kind != scan.Word && !r.t.Is(last-1, '%') && !r.t.Is(last-1, '"') {
		last--
	}
	return last
}

// clean returns the words of a range without the function words that begin it.
func (r *reader) clean(first, last int32) string {
	return r.behindWords(first, last, "đã", "được", "là", "thuộc", "của", "đều")
}

// told returns the words of a range that say something of organisations, whose tense and
// passive belong to it: "được phép lùi", "đã trình đề án", but not both together.
func (r *reader) told(first, last int32) string {
	if first+2 < last && r.t.Fold(first) == "đã" && r.t.Fold(first+1) == "được" {
		first += 2
	}
	if w := r.t.Fold(last - 1); (w == "tháng" || w == "quý" || w == "năm") && last > first && r.numberAt(last) {
		last++ // "sẽ đại hội trong tháng 9"
	}
	return r.behindWords(first, last, "là", "đều")
}

// behindWords returns the words of a range without those that begin it.
func (r *reader) behindWords(first, last int32, lead ...string) string {
	for first < last {
		w := strings.ToLower(r.t.Word(first))
		if slices.Contains(lead, w) {
			first++
			continue
		}
		switch w {
		case "lần", "đồng":
			if w := strings.ToLower(r.t.Word(first + 1)); first+2 < last && (w == "lượt" || w == "loạt") {
				first += 2
				continue
			}
		}
		break
	}
	for i := first + 1; i < last; i++ {
		if r.t.Is(i, '(') || r.t.Is(i, ')') {
			last = i
		}
	}
	for last > first+1 && (r.t.Word(last-1) == "gồm" || r.t.Word(last-1) == "là" || r.t.Word(last-1) == "như") {
		last--
	}
	return r.t.String(first, last)
}

// said returns the tokens of what is said of organisations: behind their noun
// and, where it stands there, their share ("41 đảng bộ (14,1%) bầu thiếu").
func (r *reader) said(g *group) (from, stop int32) {
	from, stop = r.items[g.end-1].last, r.clauseEnd(g)
	if g.pct == nil || g.tail <= g.end {
		if c := r.nameBracket(g); c > 0 {
			from = r.items[c].last
			stop = r.last
			for j := c + 1; j < len(r.items); j++ {
				if r.items[j].mark != 0 || r.items[j].fig != nil && r.items[j].fig.reason == "" {
					stop = r.items[j].first
					break
				}
			}
			stop = max(from, r.trimmed(stop))
		}
		return from, stop
	}
	k := g.end
	switch {
	case r.items[k].mark == '(' && r.items[k].first == from:
		from = r.items[g.tail-1].last
	case r.items[k].mark == ',' && r.items[k].first == from && g.tail < len(r.items) && r.items[g.tail].mark == ',':
		from = r.items[g.tail].last
		stop = r.last
		for j := g.tail + 1; j < len(r.items); j++ {
			if r.items[j].mark != 0 && r.items[j].mark != '-' || r.items[j].fig != nil {
				stop = r.items[j].first
				break
			}
		}
		for stop > from && r.t.Tokens[stop-1].Kind != 0 {
			stop--
		}
	}
	return from, stop
}

// clauseEnd returns the token at which the clause about the organisations of a group ends:
// words that bear on the next figure still belong to it, up to a mark, a figure or a word
// that begins something else: "33 đảng bộ đã trình phương án nhân sự [với tổng số 497 …]".
func (r *reader) clauseEnd(g *group) int32 {
	k := g.right
	if k >= len(r.items) || r.items[k].mark != 0 || r.items[k].first <= r.items[g.end-1].last {
		return r.stop(g)
	}
	for ; k < len(r.items); k++ {
		it := &r.items[k]
		switch l := it.c().link; {
		case it.mark != 0, it.fig != nil && it.fig.reason == "", l == "within", l == "of", l == "copula", l == "pair", l == "cut", l == "represent", l == "change":
			return it.first
		}
	}
	return r.trimmed(r.last)
}

// property returns what a clause says of the organisations counted, "" when it
// only counts them or goes on to something else.
func (r *reader) property(g *group) string {
	from, stop := r.said(g)
	if from < stop && r.t.Word(from) == "do" {
		from++
	}
	stop = r.untilReason(from, stop)
	if r.t.Fold(from) == "còn" && r.t.Fold(from+1) == "lại" {
		from += 2
	}
	if from = r.predicateFrom(from, stop); r.pronoun(r.items[g.end-1].last) {
		return ""
	}
	for i := from + 1; i < stop; i++ {
		if r.t.Word(i) == "theo" {
			stop = i
		}
	}
	if g.right < len(r.items) && r.items[g.right].mark == ',' && stop-from < 1 || stop-from < 2 {
		return ""
	}
	switch strings.ToLower(r.t.Word(from)) {
	case "với", "và", "trực", "thuộc", "trong", "của", "tại", "ở", "các", "gồm", "là", "đại", "tham", "cấp", "cơ", "trên", "có", "đến", "về", "cho", "để", "để.", "như", "(", "-", "nhiệm", "khóa", "bầu", "đề", "phải", "cần", "từ", "thì", "theo":
		if w := strings.ToLower(r.t.String(from, min(from+2, stop))); w != "đại hội" && w != "để đại" && !(w == "bầu được" && r.t.Fold(from+2) != "cấp") {
			return ""
		}
	}
	if r.camePredicate(from) {
		return "" // whose delegates came
	}
	if w := r.t.Word(from + 1); r.t.Word(from) == "đã" && (w == "bầu" || w == "diễn" || w == "được" && r.t.Word(from+2) == "bầu") {
		return "" // who was elected is told
	}
	if r.t.Tokens[from].Kind != 0 || r.t.Tokens[from].Upper {
		return ""
	}
	if !g.head.party {
		near := false
		for k := g.end; k < g.right; k++ {
			c := r.items[k].c()
			near = near || c.body != "" || c.isAttr() || c.org
		}
		if !near && !r.ofCongress(from, stop) {
			return ""
		}
	}
	if strings.Count(r.t.String(from, stop), " ") > 14 || r.kindAt(from) == stop {
		return ""
	}
	if r.t.Fold(r.items[g.headAt].last-1) == "hội" && r.t.Fold(from) == "toàn" && r.t.Fold(from+1) == "thể" {
		return r.t.String(r.items[g.headAt].first, stop) // 42 đại hội toàn thể đảng viên
	}
	switch q := r.told(from, stop); strings.ToLower(q) {
	case "tổ chức", "tiến hành", "diễn ra":
		return "" // "trong số 40 đại hội được tổ chức"
	default:
		return q
	}
}

// pronoun reports whether a person follows those counted, of whom the clause tells: "20
// đại hội ông đã dự".
func (r *reader) pronoun(i int32) bool {
	switch r.t.Word(i) {
	case "ông", "bà", "tôi", "chúng", "mình":
		return true
	}
	return false
}

// ofCongress reports whether words speak of the work of a congress, of which units that
// are no Party organisations by their noun are told then.
func (r *reader) ofCongress(from, stop int32) bool {
	for i := from; i+1 < stop; i++ {
		switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
		case "lùi lịch", "hoãn lịch", "lùi sang", "lùi thời", "lùi đến", "hoãn đến", "hoãn sang", "lùi đại", "hoãn đại", "gia hạn", "văn kiện", "bầu cử", "kiểm phiếu", "cấp uỷ", "tham luận", "đề án":
			return true
		}
	}
	return false
}

// predicateFrom passes over the words that say what kind of organisations are
// meant: "đảng bộ [xã miền núi] để khuyết", "đảng bộ [doanh nghiệp] bầu thiếu".
func (r *reader) predicateFrom(from, stop int32) int32 {
	for i := from; i < min(stop, from+kindWords); i++ {
		if r.t.Tokens[i].Kind != scan.Word {
			return from
		}
		if predicates[r.t.Word(i)] && r.t.Word(i-1) != "chuẩn" {
			return i
		}
	}
	return from
}

// untilReason cuts a clause where it goes on to why or what for.
func (r *reader) untilReason(from, stop int32) int32 {
	for i := from + 1; i < stop; i++ {
		switch r.t.Word(i) {
		case "do", "vì", "để", "nên", ":":
			return i
		case "nhiệm":
			if r.t.Fold(i+1) == "kì" && i > from+1 {
				if r.t.Word(i-1) == "trong" {
					i--
				}
				return i // "từng thay bí thư [trong nhiệm kỳ]", "kết quả đại hội [nhiệm kỳ 2020 - 2025]"
			}
		case "chờ":
			if i > from+2 && r.t.Fold(i-1) != "phải" && r.t.Fold(i-1) != "đang" {
				return i // "chủ động khuyết phó bí thư [chờ luân chuyển]"
			}
		case "theo":
			if w := r.t.Word(i + 1); w != "quy" && w != "yêu" && w != "cơ" && w != "đúng" { // the rule that was not met belongs to it
				return i
			}
		case "trước":
			if w := r.t.Word(i + 1); w == "ngày" || w == "tháng" {
				return i
			}
		case "là", "như", "gồm":
			if r.unitsFollow(i+1, stop) {
				return i // the units that are meant
			}
		}
	}
	return stop
}

// unitsFollow reports whether names of units begin at a token: "Hà Nam, …", "xã Hòa Sơn và …".
func (r *reader) unitsFollow(i, stop int32) bool {
	named := func(i int32) bool {
		return i+1 < stop && r.t.Tokens[i].Upper && r.t.Tokens[i+1].Upper && r.t.Tokens[i+1].Kind == scan.Word
	}
	if named(i) {
		return true
	}
	if w := r.t.Fold(i); (w == "đảng" || w == "chi") && i+1 < stop && r.t.Tokens[i].Upper {
		return true // "gồm Đảng bộ huyện Yên Lập, …"
	}
	for _, words := range unitKinds[r.t.Fold(i)] {
		if end := i + int32(len(words)); end < stop && r.isKind(words, i) && named(end) {
			return true
		}
	}
	return false
}

// acted reports whether something was done to the organisations counted:
// "16 đảng bộ đã được làm việc".
func (r *reader) acted(g *group) bool {
	for k := g.end; k < g.right; k++ {
		if c := r.items[k].c(); c.link == "actor" {
			return true
		}
	}
	return false
}

// kindWords bounds how many words may say what kind of organisations are meant
// before it is said what of them: "xã biên giới", "khối doanh nghiệp nhà nước".
const kindWords = 5

// predicates begin what is said of organisations.
var predicates = map[string]bool{
	"bầu": true, "chưa": true, "không": true, "thiếu": true, "khuyết": true, "phải": true, "để": true, "chậm": true, "lùi": true,
	"hoãn": true, "vi": true, "xảy": true, "đạt": true, "vượt": true, "thực": true, "tổ": true, "chủ": true, "còn": true, "có": true, "được": true,
	"bị": true, "đã": true, "đang": true, "sẽ": true, "xin": true, "vướng": true, "gặp": true,
}

// partyYears returns for how many years those are Party members whom a figure right behind it counts: "[30 năm tuổi Đảng trở lên]
// 102 đồng chí", "" for another figure.
func (r *reader) partyYears(g *group) string {
	i := g.main.first
	for i > r.first && (r.t.Is(i-1, ':') || r.t.Fold(i-1) == "có") {
		i--
	}
	end := i
	if i > r.first+1 && r.t.Fold(i-1) == "lên" && r.t.Fold(i-2) == "trở" {
		i -= 2
	}
	if i < r.first+4 || r.t.Fold(i-1) != "đảng" || r.t.Fold(i-2) != "tuổi" || r.t.Fold(i-3) != "năm" || !r.numberAt(i-4) {
		return ""
	}
	i -= 4
	if w := r.t.Fold(i - 1); i > r.first && (w == "từ" || w == "trên" || w == "dưới") {
		i--
	}
	return r.t.String(i, end)
}
