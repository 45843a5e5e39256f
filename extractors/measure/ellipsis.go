package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// What a sentence or a part of one leaves out because the one before said it: which members a bare figure of the present
// term counts, whose votes N/M behind a name are, what the second of two shares is a share of.

// thisTermToo reports whether a sentence holds the number of the present term against the earlier one that the sentence
// before told: "Nhiệm kỳ trước cấp ủy chỉ có 4 nữ. Khóa này là 9/41", "… Lần này đã có 3".
func (r *reader) thisTermToo(i int) bool {
	g := &r.groups[i]
	if i > 0 || !g.main.bare || g.head != nil || !r.s.carried || r.d.lastWas != "previous" || weight(r.d.last) != 2 || r.d.last == "" {
		return false
	}
	at := r.firstWord()
	for at < g.main.first && (r.t.Fold(at) == "đến" || r.t.Fold(at) == "còn" || r.t.Fold(at) == "thì" || r.t.Fold(at) == "tới") {
		at++
	}
	switch r.t.Fold(at) {
	case "khoá", "lần", "kì", "nhiệm":
		for at++; at < g.main.first && r.t.Fold(at) != "này" && r.t.Fold(at) != "mới"; at++ {
		}
	case "nay", "giờ", "hiện", "bây":
	default:
		return false
	}
	if at >= g.main.first || g.main.first-at > thisTermWords || !r.over(g.main.last) {
		return false
	}
	for k := range g.at {
		if c := r.items[k].c(); c.isAttr() && c.form != "weak" && weight(c.attr) == 2 || isSeats(c.body) || c.org {
			return false
		}
	}
	return true
}

// thisTermWords is how many tokens stand at most between the words for the present term and its number.
const thisTermWords = 4

// namedVotes reports whether N/M stands right behind the name of somebody who was elected or voted on, so that they
// are votes: "Bầu Bí thư: đồng chí Bạc Cầm Sơn đạt 22/23", "đồng chí X làm Bí thư, 14/14".
func (r *reader) namedVotes(g *group) bool {
	if g.head != nil || !g.main.percent && !g.main.bare || g.main.ratio && g.main.value > g.main.total || g.main.ranged || !r.over(g.main.last) || g.main.percent && g.main.ratio {
		return false
	}
	if !g.main.ratio && !g.main.percent && !r.s.votes && r.d.votes <= 0 {
		return false // "PBT: Hà Thị Én (98)" only where votes are told of
	}
	i := g.main.first - 1
	for i > r.first {
		if r.t.Is(i, '(') && i+1 == g.main.first {
			i--
			continue
		}
		if r.t.Is(i, ')') {
			for i > r.first && !r.t.Is(i, '(') {
				i--
			}
			i--
			continue
		}
		if r.t.Is(i, ',') || r.t.Is(i, '-') || r.t.Is(i, ':') || votedWords[r.t.Fold(i)] && !r.t.Tokens[i].Upper {
			i--
			continue
		}
		if end := r.postEnding(i + 1); end > 0 {
			i = end - 1
			continue
		}
		break
	}
	n := int32(0)
	for i-n >= r.first && r.t.Tokens[i-n].Kind == scan.Word && r.t.Tokens[i-n].Upper && !r.t.Tokens[i-n].AllUpper {
		n++
	}
	if n < 2 || i-n < r.first {
		return false
	}
	at := i - n
	honoured := true
	switch r.t.Fold(at) {
	case "chí", "c", "đc", "ông", "bà", "anh", "chị":
	default:
		if !r.t.Is(at, '/') && !r.t.Is(at, '.') {
			if honoured = false; n < 3 || n > longestName || !r.x.words.surnames[r.t.Fold(at+1)] || !r.t.Is(at, ':') && !r.t.Is(at, ',') && !r.t.Is(at, ';') {
				return false // "Phó Bí thư: Hà Thị Én (38/39)"
			}
		}
	}
	for k := range g.at {
		switch c := r.items[k].c(); {
		case c.body == "secretary", c.body == "deputy_secretary", c.body == "inspection_head", c.body == "vote", c.form == "ballot":
			return true
		case honoured && !(g.main.percent && c.isAttr()) && (c.reach == "verb" || isSeats(c.body) || c.attr == "re_elected"):
			return true
		}
	}
	return false
}

// chosenByThem reports whether N/M delegates or members are those who voted for somebody named right behind: "173/175 đại biểu
// chọn ông Hoàng Văn Minh".
func (r *reader) chosenByThem(g *group) bool {
	if !g.main.ratio || g.main.percent || g.main.value > g.main.total || g.head == nil || g.head.body != "delegate" && g.head.body != "party_member" {
		return false
	}
	i := r.items[g.end-1].last
	switch r.t.Fold(i) {
	case "chọn":
		switch r.t.Fold(i + 1) {
		case "ông", "bà", "đồng", "anh", "chị":
			return true
		}
	case "tín", "ủng":
		return (r.t.Fold(i+1) == "nhiệm" || r.t.Fold(i+1) == "hộ") && (r.over(i+2) || r.t.Fold(i+2) == "bầu")
	}
	return false
}

// votedWords stand between somebody and the votes for him, folded.
var votedWords = map[string]bool{"đạt": true, "được": true, "với": true, "tái": true, "cử": true, "đắc": true, "trúng": true, "làm": true, "giữ": true, "chức": true, "là": true}

// postEnding returns the first token of the words for a post that end right before token i, 0 for none.
func (r *reader) postEnding(i int32) int32 {
	for k := range r.items {
		if it := &r.items[k]; it.last == i {
			switch it.c().body {
			case "secretary", "deputy_secretary", "inspection_head", "standing_committee":
				return it.first
			}
			return 0
		}
	}
	return 0
}

// postsOfUnits resolves N/M units behind a label that says what their secretaries are: "Bí thư đồng thời là giám đốc:
// 47/62 đơn vị", "Bí thư là chính ủy, chính trị viên 12/12 đơn vị".
func (r *reader) postsOfUnits(g *group, m *measure) bool {
	if !g.main.ratio || g.main.percent || len(r.items) == 0 || r.items[0].c().body != "secretary" || r.items[0].first > r.firstWord()+1 || g.at < 1 {
		return false
	}
	is := int32(0)
	concurrent := false
	for k := 1; k < g.at; k++ {
		it := &r.items[k]
		if it.fig != nil || it.mark == ';' || it.mark == '(' || it.c().phase != "" {
			return false
		}
		concurrent = concurrent || it.c().attr == "concurrent"
	}
	if i := r.items[0].last; r.t.Fold(i) == "là" {
		is = i + 1
	}
	switch {
	case concurrent:
		*m = measure{body: "secretary", attr: "concurrent", stat: "count"}
	case is > 0:
		to := g.main.first
		for to > is && (r.t.Tokens[to-1].Kind == scan.Punct || r.t.Fold(to-1) == "ở" || r.t.Fold(to-1) == "tại" || r.t.Fold(to-1) == "có") {
			to--
		}
		if to <= is {
			return false
		}
		*m = measure{body: "secretary", attr: "other", qual: r.t.String(is, to), stat: "count"}
	default:
		return false
	}
	return true
}

// ofPlanned reports whether a difference is one against what was planned or ruled, which is no change against the term before:
// "giảm 20 đại biểu so với dự kiến ban đầu", "tăng thêm 2 so với quy định chung".
func (r *reader) ofPlanned(g *group) bool {
	for k := g.end; k < len(r.items) && r.items[k].mark != ';' && r.items[k].fig == nil; k++ {
		if r.items[k].c().link != "versus" {
			continue
		}
		for i := r.items[k].last; i+1 < r.last && i < r.items[k].last+3; i++ {
			switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
			case "dự kiến", "kế hoạch", "qui định", "quy định", "phương án", "đề án", "yêu cầu", "chỉ tiêu", "mức chung", "số lượng":
				return true
			}
		}
	}
	return false
}

// decidedBehind reports whether it is said behind a figure that follows on "so với" that it is what was decided: "hụt 5 so với
// 673 người mà đề án xác định".
func (r *reader) decidedBehind(g *group) bool {
	if g.main.percent || g.main.ratio || g.at == 0 || r.items[g.at-1].c().link != "versus" || r.items[g.at-1].last != g.main.first || g.head != nil && g.head.head != "person" {
		return false
	}
	i := r.items[g.end-1].last
	if w := r.t.Fold(i); w == "mà" || w == "theo" || w == "của" || w == "do" || w == "như" || w == "trong" {
		i++
	}
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "đề án", "phương án", "kế hoạch", "được duyệt", "được giao", "được phân", "đã duyệt", "dự kiến":
		return true
	}
	return false
}

// sharedShare returns the attribute of the next figure, where two shares of one body are joined and told of together: "100% bí thư
// cấp huyện và 50% bí thư cấp xã không là người địa phương".
func (r *reader) sharedShare(i int) (attr, qual string) {
	g := &r.groups[i]
	if !g.main.percent || g.head == nil || i+1 >= len(r.groups) || !isSeats(g.head.body) {
		return "", ""
	}
	n := &r.groups[i+1]
	if !n.main.percent || n.head == nil || n.head.body != g.head.body || n.at == 0 || r.items[n.at-1].c().link != "cut" {
		return "", ""
	}
	a, q, _ := r.attribute(n)
	if weight(a) != 2 {
		return "", ""
	}
	return a, q
}

// formerUnits reports whether organisations are only those that others were made of: "trên cơ sở 03 đảng bộ phường cũ",
// "hợp nhất từ 2 đảng bộ xã".
func (r *reader) formerUnits(g *group) bool {
	for i := g.main.first - 1; i > r.first && i > g.main.first-formerWords && r.t.Tokens[i].Kind == scan.Word; i-- {
		switch r.t.Fold(i-1) + " " + r.t.Fold(i) {
		case "cơ sở":
			if r.t.Fold(i-2) == "trên" && r.t.Fold(i-3) != "cấp" && !g.main.ratio {
				return true
			}
		case "hợp nhất", "sáp nhập", "sát nhập", "hình thành":
			return true
		}
	}
	return false
}

// formerWords is how far before units it is told at most that others were made of them: "trên cơ sở hợp nhất toàn bộ".
const formerWords = 6

// oneAmong reports whether a figure only says among how many units one is: "Là một trong 27 phường của thành phố".
func (r *reader) oneAmong(g *group) bool {
	i := g.main.first - 1
	for i > r.first && (r.t.Fold(i) == "số" || r.t.Fold(i) == "tổng") {
		i--
	}
	return i > r.first && r.t.Fold(i) == "trong" && r.t.Fold(i-1) == "một"
}

// sizeCondition reports whether members are those that cells of some size have, of which a rule speaks: "chi bộ trên 30 đảng
// viên", "chi bộ các bản có dưới 10 đảng viên", "có từ 9 đảng viên chính thức trở lên".
func (r *reader) sizeCondition(g *group) bool {
	f := g.main
	from := r.t.Fold(f.first-1) == "từ"
	if f.percent || f.ratio || f.bound == "" && !from || f.bound == "approx" || f.value > largestCell {
		return false
	}
	for k := g.at - 1; k >= 0 && r.items[k].mark != ';'; k-- {
		it := &r.items[k]
		if it.fig != nil {
			return false
		}
		if c := it.c(); c.org && c.party {
			return strings.HasPrefix(r.t.Fold(it.first), "chi") || from || f.bound == "lt" || f.bound == "ge"
		}
	}
	return from || f.bound == "lt" || f.bound == "ge"
}

// largestCell is how many members bound the sizes of cells and small organisations in rules.
const largestCell = 100

// tellsKind reports whether it is said of all organisations counted, and not of the one among them, what they do: "một
// trong 4 đảng bộ làm thí điểm".
func (r *reader) tellsKind(g *group) bool {
	for k := g.end; k < len(r.items) && r.items[k].mark == 0 && r.items[k].fig == nil; k++ {
		if c := r.items[k].c(); c.form == "orgpilot" || c.attr == "direct_election" {
			return true
		}
	}
	i := r.items[g.end-1].last
	if end := r.kindAt(i); end > i {
		i = end
	}
	return r.t.Fold(i) == "được" || r.t.Fold(i) == "làm"
}

// sameBase reports whether N/M goes on with those of whom M is told before: "45/59 bí thư là thủ trưởng, 9/59 là cấp phó".
func (r *reader) sameBase(i int) bool {
	if i == 0 {
		return false
	}
	g, p := &r.groups[i], &r.groups[i-1]
	return g.main.ratio && p.main.ratio && g.main.total == p.main.total && g.head == nil && g.main.bare && r.s.attr == "other" && r.t.Fold(g.main.last) == "là"
}

// points reports whether a figure is by how many points a share is off a rule: "vượt 3,6 điểm phần trăm so với yêu cầu".
func (r *reader) points(g *group) bool {
	i := g.main.end
	for i < g.main.last && r.t.Fold(i) != "điểm" {
		i++
	}
	if r.t.Fold(i) != "điểm" || g.main.first <= r.first {
		return false
	}
	switch r.t.Fold(g.main.first - 1) {
	case "vượt", "hụt", "thiếu", "kém":
		return true
	}
	return false
}

// formerShare reports whether a bare figure with a decimal, in a bracket right behind a share, is that of the term before,
// whose sign is left out: "nữ 17% (nhiệm kỳ trước 14,3)".
func (r *reader) formerShare(k int, f *figure) bool {
	if f.percent || f.ratio || f.ranged || f.value == float64(int(f.value)) || k < 2 || k+1 >= len(r.items) || r.items[k+1].mark != ')' {
		return false
	}
	before := false
	for j := k - 1; j >= 0 && j > k-5; j-- {
		it := &r.items[j]
		switch {
		case it.mark == '(':
			return before && j > 0 && r.items[j-1].fig != nil && r.items[j-1].fig.percent
		case it.c().phase == "previous", r.earlierYear(j):
			before = true
		case it.c().link == "copula", it.c().link == "pair", it.c().bound != "", it.mark == ':', it.c().link == "filler":
		default:
			return false
		}
	}
	return false
}

// listForSeats reports whether group i is how many are to be elected from a list whose size the next figure is: "Danh sách để
// bầu 3 chi ủy viên có 4 người".
func (r *reader) listForSeats(i int) bool {
	if i+1 >= len(r.groups) {
		return false
	}
	g, n := &r.groups[i], &r.groups[i+1]
	if g.at == 0 || g.main.percent || g.main.ratio || n.main.percent || n.main.ratio || n.main.value < g.main.value || n.head == nil || n.head.head != "person" {
		return false
	}
	p := &r.items[g.at-1]
	if p.last != g.main.first || p.c().phase != "nominated" || r.t.Fold(p.first) != "danh" || r.t.Fold(p.last-1) != "bầu" {
		return false
	}
	w := r.t.Fold(n.main.first - 1)
	return (w == "có" || w == "gồm") && !r.marked(g.end, n.at)
}
