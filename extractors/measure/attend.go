package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// ofDelegates reports whether a sentence begins with delegates and names no other body,
// whose parts then follow: "Đại biểu cao tuổi nhất 61 tuổi; nữ 20,6%".
func (r *reader) ofDelegates() bool {
	for k := range r.items {
		c := r.items[k].c()
		switch {
		case c.body == "delegate" && k == 0:
		case k == 0, c.body != "" && c.body != "delegate" && c.use != "actor":
			return false
		}
	}
	return len(r.items) > 0
}

// otherDelegates reports whether a sentence tells delegates that were elected from others:
// by office or appointed. Else all are elected.
func (r *reader) otherDelegates() bool {
	for k := range r.items {
		if a := r.items[k].c().attr; a == "ex_officio" || a == "appointed" {
			return true
		}
	}
	return false
}

// summoned reports whether the members before a figure are those who were called to a
// congress, all of whom are its delegates: "Tổng số đảng viên được triệu tập 150 đồng chí".
func (r *reader) summoned(g *group) bool {
	from := r.items[g.left].first
	if g.left > 0 {
		from = r.items[g.left-1].last // "tổng số đảng viên 52, triệu tập 43"
	}
	for i := from; i+1 < g.main.first; i++ {
		if r.t.Fold(i) == "triệu" && r.t.Fold(i+1) == "tập" {
			return true
		}
	}
	return false
}

// cameBefore reports whether the members named before a figure are those who came to
// congresses: "Số đảng viên dự các đại hội là 1.018".
func (r *reader) cameBefore(g *group) bool {
	for k := g.at - 1; k >= g.left; k-- {
		if r.items[k].c().body != "party_member" {
			continue
		}
		i := r.items[k].last
		if r.t.Fold(i) == "tham" {
			i++
		}
		return r.came(i)
	}
	return false
}

// toCongressOf reports whether those of whom a share came, as is told before it, came to congresses.
func (r *reader) toCongressOf(g *group) bool {
	for i := r.items[g.left].first; i+2 < g.main.first; i++ {
		if r.came(i) {
			if i++; r.t.Fold(i) == "các" {
				i++
			}
			return r.t.Fold(i) == "đại" && r.t.Fold(i+1) == "hội" || r.t.Fold(i) == "bình"
		}
	}
	return false
}

// absent returns why those whom a figure counts did not come to the congress, as it is told
// behind them: "3 đồng chí đi công tác", "1 đồng chí nghỉ thai sản"; "" for others.
func (r *reader) absent(g *group) string {
	if g.head == nil || g.head.head != "person" && g.head.body != "delegate" {
		return ""
	}
	i := r.items[g.end-1].last
	if w := r.t.Fold(i); w == "đang" || w == "bị" || w == "xin" || w == "do" {
		i++
	}
	w := r.t.Fold(i) + " " + r.t.Fold(i+1)
	switch r.t.Fold(i) {
	case "ốm", "nghỉ", "bận":
	default:
		if w != "đi công" && w != "nằm viện" && w != "điều trị" && w != "đi viện" && w != "đi học" {
			return ""
		}
	}
	return r.clean(r.items[g.end-1].last, r.stop(g))
}

// restAbsent returns what is told of those who are not among the N of M delegates before them and are as many as these
// lack: "117/118 đại biểu dự (một người nằm viện)", "25/28 đảng viên; 3 đảng viên bận công tác".
func (r *reader) restAbsent(i int) string {
	g := &r.groups[i]
	if i == 0 || g.main.percent || g.main.ratio || g.head == nil || g.head.head != "person" && g.head.body != "party_member" && g.head.body != "delegate" {
		return ""
	}
	p := &r.groups[i-1]
	if !p.main.ratio || p.main.percent || p.main.total-p.main.value != g.main.value || r.s.body != "delegate" || r.s.carried {
		return ""
	}
	for k := p.end; k < g.at; k++ {
		if c := r.items[k].c(); r.items[k].fig != nil || c.body != "" || c.isAttr() && c.qual != "có mặt" || c.link == "within" {
			return ""
		}
	}
	from, stop := r.items[g.end-1].last, r.stop(g)
	for j := from + 1; j < stop; j++ {
		switch r.t.Fold(j) {
		case "được", "nên", "để", "đã", "sẽ", "vẫn":
			stop = j
		}
	}
	q := r.clean(from, stop)
	if !strings.Contains(q, " ") && q != "ốm" {
		return ""
	}
	return q
}

// absenceCounted reports whether those who are absent were counted before a figure, which then
// only counts those of one reason: "Vắng 02 đồng chí, trong đó 01 đồng chí đi công tác".
func (r *reader) absenceCounted(g *group) bool {
	for k := range g.at {
		if c := r.items[k].c(); c.attr == "other" && strings.HasPrefix(c.qual, "vắng") {
			return true
		}
	}
	return false
}

// absenceReason reports whether a figure stands in the brackets behind those who were absent,
// which give the reasons: "vắng 2 (ốm 1, công tác 1)".
func (r *reader) absenceReason(g *group) bool {
	if r.closing(g) < 0 {
		return false
	}
	k := g.at - 1
	for k >= 0 && r.items[k].mark != '(' {
		k--
	}
	if k < 0 {
		return false
	}
	at := r.items[k].first
	for i := at - 1; i >= r.first && i > at-absenceReach && !r.t.Is(i, ',') && !r.t.Is(i, ';') && !r.t.Is(i, ')'); i-- {
		if r.t.Fold(i) == "vắng" {
			return true
		}
	}
	return false
}

// absenceReach is how many tokens stand at most between "vắng" and the brackets: "vắng mặt: 02
// đồng chí (".
const absenceReach = 8

// sessionOf reports whether members of a committee are counted who came to a session of it: "có
// 39/39 ủy viên dự", "Có mặt: 11/13 đ/c UVBTV".
func (r *reader) sessionOf(g *group) bool {
	if g.main.percent || g.head == nil || g.head.head != "person" && !isSeats(g.head.body) {
		return false
	}
	end := r.items[g.end-1].last
	seats := isSeats(g.head.body) || r.t.Fold(end-1) == "viên"
	if k := g.end; !seats && k < len(r.items) && r.items[k].first == end && isSeats(r.items[k].c().body) {
		seats, end = true, r.items[k].last
	}
	if !seats {
		return false
	}
	if i := r.beforeFigure(g.main.first); i > r.first && g.main.ratio && (r.t.Fold(i) == "mặt" || r.t.Fold(i) == "dự") {
		return true
	}
	if g.main.ratio && (r.t.Fold(end) == "có" && r.t.Fold(end+1) == "mặt" || r.t.Fold(r.firstWord()) == "thành" && r.t.Fold(r.firstWord()+1) == "phần") {
		return true // "47/51 tỉnh ủy viên có mặt", "Thành phần: 31/35 huyện ủy viên"
	}
	if r.t.Fold(end) == "tham" || r.t.Fold(end) == "về" {
		end++
	}
	return g.main.ratio && r.t.Fold(end) == "dự" && (end+1 >= r.last || r.t.Tokens[end+1].Kind == scan.Punct || r.t.Fold(end+1) == "họp")
}

// cameFirst reports whether a sentence begins with those who came to a congress, right before a
// figure: "Dự đại hội có 31 đồng chí".
func (r *reader) cameFirst(g *group) bool {
	i := r.firstWord()
	if r.t.Fold(i) == "tham" {
		i++
	}
	if !r.came(i) || r.t.Fold(i+1) != "đại" || r.t.Fold(i+2) != "hội" {
		return false
	}
	return g.main.first == i+3 || g.main.first == i+4 && r.t.Fold(i+3) == "có"
}

// cameLabel reports whether a figure stands right behind the words that somebody came to a
// congress: "Dự đại hội: 24/27 đảng viên".
func (r *reader) cameLabel(g *group) bool {
	i := g.main.first - 1
	if i <= r.first || !r.t.Is(i, ':') {
		return false
	}
	if i--; i > r.first && r.t.Fold(i) == "hội" && r.t.Fold(i-1) == "đại" {
		i -= 2
	}
	return i >= r.first && r.came(i)
}

// called reports whether those who were called to a congress stand before a figure.
func (r *reader) called(g *group) bool {
	for i := r.first; i+1 < g.main.first; i++ {
		if r.t.Fold(i) == "triệu" && r.t.Fold(i+1) == "tập" {
			return true
		}
	}
	return false
}

// attend reports whether the members that a figure counts are at the congress, of which
// they are delegates: "46 đảng viên dự Đại hội".
func (r *reader) attend(g *group) bool {
	i := r.items[g.end-1].last
	if r.t.Fold(i) == "chính" && r.t.Fold(i+1) == "thức" {
		i += 2
	}
	if r.t.Fold(i) == "đã" {
		i++
	}
	switch r.t.Fold(i) {
	case "tham", "về", "đến", "tới":
		i++
	}
	if j := g.main.last + 2; g.main.ratio && r.t.Fold(j) == "dự" && r.t.Fold(j-1) == "viên" {
		return true // "89 đảng viên dự trên tổng số 92 đảng viên"
	}
	if r.t.Fold(i) == "dự" && (i+1 >= r.last || r.t.Tokens[i+1].Kind == scan.Punct) {
		return r.atCongress(g) || r.congressTold(g) || g.left == 0 && r.labelledUnit(g) || r.d.lastHeld != "" && g.left == 0 && g.at <= 1
	}
	if g.main.ratio && r.metLater(r.items[g.end-1].last) {
		return true
	}
	if i+2 >= r.last || r.t.Fold(i) != "dự" {
		return false
	}
	if i++; r.t.Fold(i) == "các" {
		i++
	}
	return r.t.Fold(i) == "đại" && r.t.Fold(i+1) == "hội"
}

// extremeUnit reports whether a figure is that of the one organisation which has the most or the
// fewest members: "chi bộ ít nhất 9 đảng viên".
func (r *reader) extremeUnit(g *group) bool {
	i := g.main.first - 1
	for i > r.first && (r.t.Fold(i) == "có" || r.t.Fold(i) == "là" || r.t.Fold(i) == "với" || r.t.Fold(i) == "chỉ") {
		i--
	}
	return i >= r.first+3 && r.t.Fold(i) == "nhất" && r.t.Fold(i-2) == "bộ"
}

// metLater reports whether the clause from a token on says that those before it held or came to a
// congress: "27/27 đảng viên Chi bộ Ngân hàng đã họp Đại hội".
func (r *reader) metLater(i int32) bool {
	for ; i < r.last && (r.t.Tokens[i].Kind != scan.Punct || r.t.Is(i, '-')); i++ {
		switch r.t.Fold(i) {
		case "về", "đến", "tới":
			if r.t.Fold(i+1) == "dự" && r.over(i+2) {
				return true
			}
		case "họp", "dự", "hành", "gia":
			if r.t.Fold(i+1) == "đại" && r.t.Fold(i+2) == "hội" {
				return r.came(i) || r.t.Fold(i) != "dự"
			}
		}
	}
	return false
}

// congressTold reports whether a congress is told of before a figure of those who came to it:
// "Đảng bộ xã X tiến hành Đại hội, có 126/131 đảng viên dự".
func (r *reader) congressTold(g *group) bool {
	for i := g.main.first - 1; i > r.first; i-- {
		if r.t.Fold(i) == "hội" && r.t.Fold(i-1) == "đại" {
			return true
		}
		if r.t.Is(i, ';') {
			return false
		}
	}
	return false
}

// takingPart reports whether members are those who took part, as words right before their figure
// say: "có sự tham dự của 88/91 đảng viên", "Tham dự Đại hội có 131/134 đảng viên".
func (r *reader) takingPart(g *group) bool {
	i := g.main.first - 1
	if i < r.first+2 {
		return false
	}
	if r.t.Fold(i) == "của" {
		switch r.t.Fold(i-2) + " " + r.t.Fold(i-1) {
		case "tham dự", "tham gia", "có mặt":
			return r.t.Fold(i-3) == "sự"
		}
		return false
	}
	if first := r.firstWord(); r.t.Fold(i) == "cùng" || r.t.Fold(i) == "với" && r.t.Fold(i-1) == "cùng" {
		if r.t.Fold(first) == "tham" || r.t.Fold(first) == "về" {
			first++
		}
		if w := r.t.Fold(first + 1); r.came(first) && (w == "đại" && r.t.Fold(first+2) == "hội" || w == "có") {
			return true // "Tham dự Đại hội có đồng chí A cùng 168 đảng viên"
		}
	}
	if r.t.Fold(i) == "có" || r.t.Is(i, ':') {
		i--
	}
	if first := r.firstWord(); r.came(i) && (i == first || i == first+1 && (r.t.Fold(first) == "tham" || r.t.Fold(first) == "về")) {
		return true // "Tham dự có 19 đảng viên"
	}
	return i > r.first+1 && r.t.Fold(i) == "hội" && r.t.Fold(i-1) == "đại" && r.came(i-2)
}

// labelledUnit reports whether a figure stands right behind a unit and a colon, in a list of what
// came of congresses: "Đảng bộ Quân sự huyện: 32 đảng viên dự; bầu 5 đồng chí".
func (r *reader) labelledUnit(g *group) bool {
	return g.at > 1 && r.items[g.at-1].mark == ':' && r.items[g.at-2].place != ""
}

// atCongress reports whether the sentence begins at the congress: "Tại Đại hội, có 118/120
// đảng viên dự".
func (r *reader) atCongress(g *group) bool {
	for i := r.firstWord(); i+1 < g.main.first && i < r.firstWord()+3; i++ {
		if r.t.Fold(i) == "đại" && r.t.Fold(i+1) == "hội" {
			return true
		}
	}
	return false
}

// sentBy reports whether the members that a figure counts came for others: "112 đảng viên
// đại diện cho 315 đảng viên".
func (r *reader) sentBy(g *group) bool {
	for k := g.end; k+1 < len(r.items) && k < g.end+4; k++ {
		it := &r.items[k]
		switch {
		case it.c().link == "represent":
			return true
		case it.mark != 0 && it.mark != ',', it.fig != nil, it.first-r.items[g.end-1].last > 4:
			return false // no more than "ưu tú, tiêu biểu" stands between
		}
	}
	return false
}
