package measure

import "github.com/tongket/tongket/extractors/scan"

// The delegates of a congress are told up to twice: how many were called, and how many came.
// Where both are told those who came are some of them ("có mặt"); where one is, it is all that
// is known of how many there are. The words for who came are many: "hiện diện 247", "dự phiên
// khai mạc 214", "thực dự 316", "178 người đến dự".

// cameCounted reports whether a figure counts those who came, as words right before it or right
// behind its noun say.
func (r *reader) cameCounted(g *group) bool {
	return r.cameLeft(g) || r.cameRight(g)
}

// cameLeft reports whether words right before a figure say that those it counts came.
func (r *reader) cameLeft(g *group) bool {
	i := g.main.first - 1
	for i > r.first && (r.t.Is(i, ':') || cameFillers[r.t.Fold(i)]) {
		i--
	}
	for j := i; j >= r.first && j > i-cameWords && r.t.Tokens[j].Kind == scan.Word; j-- {
		switch w := r.t.Fold(j); {
		case w == "diện" && j == i && j > r.first:
			return r.t.Fold(j-1) == "hiện"
		case w == "dự":
			return r.came(j) && (j == r.first || r.t.Fold(j-1) != "mời") && !r.calledTo(j)
		case !sessionWords[w]:
			return false
		}
	}
	return false
}

// calledTo reports whether "dự" at token i only says what those before it were called to: "Được
// triệu tập về dự có 150 đại biểu".
func (r *reader) calledTo(i int32) bool {
	for j := i - 1; j > r.first && j > i-4 && r.t.Tokens[j].Kind == scan.Word; j-- {
		if r.t.Fold(j) == "tập" && r.t.Fold(j-1) == "triệu" {
			return true
		}
	}
	return false
}

// cameRight reports whether it is said right behind a figure and its noun that those came.
func (r *reader) cameRight(g *group) bool {
	i := r.items[g.end-1].last
	if r.t.Fold(i) == "đã" {
		i++
	}
	switch r.t.Fold(i) {
	case "đến", "về", "tới", "tham":
		i++
	case "hiện":
		return r.t.Fold(i+1) == "diện"
	}
	if i >= r.last || !r.came(i) {
		return false
	}
	return i+1 >= r.last || r.t.Tokens[i+1].Kind == scan.Punct || sessionWords[r.t.Fold(i+1)] && r.t.Fold(i+1) != "đại"
}

// cameFillers stand between words of having come and the figure.
var cameFillers = map[string]bool{"có": true, "là": true, "được": true, "đạt": true, "chỉ": true, "đủ": true, "còn": true}

// sessionWords are those of the names of what delegates come to, and of how many really do.
var sessionWords = map[string]bool{
	"phiên": true, "khai": true, "bế": true, "mạc": true, "trù": true, "bị": true, "chính": true, "thức": true, "buổi": true, "lễ": true, "ngày": true,
	"thực": true, "tế": true, "đại": true, "hội": true, "đầy": true, "đủ": true, "đông": true, "các": true, "làm": true, "việc": true,
}

// cameWords is how many tokens the words for having come have at most: "dự phiên họp trù bị".
const cameWords = 6

// calledCount returns how many were called to the congress, as told before a figure in its
// sentence or before, 0 where only one number is told of.
func (r *reader) calledCount() float64 { return r.d.sizes["delegate"].n }

// presentWhen reports whether a figure counts those who were there when something was done: "có mặt lúc bầu 116", "có mặt
// khi kiểm phiếu: 132".
func (r *reader) presentWhen(g *group) bool {
	i := g.main.first - 1
	for i > r.first && (r.t.Is(i, ':') || cameFillers[r.t.Fold(i)]) {
		i--
	}
	for n := 0; n < 3 && i > r.first+1 && r.t.Tokens[i].Kind == scan.Word; i, n = i-1, n+1 {
		if w := r.t.Fold(i); w == "lúc" || w == "khi" {
			return r.t.Fold(i-1) == "mặt" && r.t.Fold(i-2) == "có"
		}
	}
	return false
}

// presentAlone reports whether those present are the only delegates told of, so that they are all
// that there are: "Đại hội có mặt 119 đại biểu, vắng 1".
func (r *reader) presentAlone(g *group) bool {
	if g.main.percent || r.calledCount() > 0 {
		return false
	}
	if g.main.ratio {
		return !r.called(g) // "có mặt 148/150 đại biểu", "95/97 đại biểu được mời có mặt"
	}
	for i := r.first; i+1 < r.last; i++ {
		switch r.t.Fold(i) {
		case "triệu":
			if r.t.Fold(i+1) == "tập" {
				return false
			}
		case "bỏ":
			if r.t.Fold(i+1) == "phiếu" {
				return false // present when votes were cast
			}
		case "bầu":
			if r.t.Fold(i+1) == "cử" {
				return false
			}
		case "tổng":
			if i > g.main.first {
				return false // "có mặt 158 trên tổng số 160 đại biểu"
			}
		}
	}
	return true
}

// whoseCongress reports whether organisations are counted only to say of which congresses the
// delegates before them are, whose number follows: "Đại biểu dự đại hội [13 đảng bộ] là 3.120".
func (r *reader) whoseCongress(g *group) bool {
	if g.head == nil || !g.head.org || g.at == 0 || g.main.percent || g.main.ratio || r.t.Fold(g.main.first-1) != "hội" {
		return false
	}
	k := g.at - 1
	for k >= 0 && r.items[k].fig == nil && r.items[k].mark == 0 && r.items[k].c().body != "delegate" {
		k--
	}
	if k < 0 || r.items[k].c().body != "delegate" {
		return false
	}
	for k := g.end; k < len(r.items) && k < g.end+4; k++ {
		it := &r.items[k]
		if it.mark == ':' || it.c().link == "copula" {
			return k+1 < len(r.items) && r.items[k+1].fig != nil
		}
		if it.mark != 0 || it.fig != nil {
			return false
		}
	}
	return false
}

// delegatesTo returns the level below the document's own of the congresses that delegates are said
// to be of: "3.912 đại biểu dự đại hội cấp huyện", "Số đại biểu dự đại hội 13 đảng bộ xã là 1.420".
func (r *reader) delegatesTo(g *group) string {
	own := rank(r.t.Identity.Level)
	k := g.headAt
	if own == 0 {
		return ""
	}
	if k < 0 || g.head.body != "delegate" {
		if g.head != nil && g.head.head != "person" {
			return ""
		}
		for k = g.at - 1; k >= g.left && r.items[k].c().body != "delegate"; k-- {
		}
		if k < g.left {
			return ""
		}
	}
	for n := k + 1; n < len(r.items) && n <= k+4 && n != g.at; n++ {
		it := &r.items[n]
		c := it.c()
		if it.mark != 0 || it.first > r.items[k].last+levelWords {
			return ""
		}
		if (c.strength == "strong" || c.org && c.party) && r.cameBetween(r.items[k].first, it.first) {
			l := r.levelWord(n)
			if rank(l) > 0 && rank(l) < own && (r.t.Fold(it.first-1) == "hội" || it.fig == nil && r.items[n-1].fig != nil && r.t.Fold(r.items[n-1].first-1) == "hội" || c.strength == "strong" && n > 0 && r.items[n-1].c().org) {
				return l
			}
		}
	}
	return ""
}

// cameBetween reports whether "dự" stands between two tokens.
func (r *reader) cameBetween(a, b int32) bool {
	for i := a; i < b; i++ {
		if r.came(i) {
			return true
		}
	}
	return false
}

// levelWords is how many tokens behind delegates their congresses are named at most.
const levelWords = 8

// toCongress reports whether "dự đại hội" stands before a figure, of delegates and no guests.
func (r *reader) toCongress(g *group) bool {
	for i := g.main.first - 1; i > r.first+1 && i > g.main.first-4; i-- {
		if r.t.Fold(i) != "hội" || r.t.Fold(i-1) != "đại" || !r.came(i-2) {
			continue
		}
		switch i -= 3; {
		case i < r.first, r.t.Tokens[i].Kind != scan.Word:
			return true
		default:
			return r.t.Fold(i) != "cùng" && r.t.Fold(i) != "về" && r.t.Fold(i) != "đến" && r.t.Fold(i) != "khách"
		}
	}
	return false
}

// comers decides what a figure of those who came is; it reports whether it is one.
func (r *reader) comers(i int, m *measure) bool {
	g := &r.groups[i]
	if g.main.percent || g.main.ratio || g.main.foreign || !r.cameCounted(g) || r.meeting() {
		return false
	}
	if g.head != nil && g.head.body != "delegate" && g.head.head != "person" {
		return false
	}
	switch called := r.calledCount(); {
	case called >= g.main.value && (called > g.main.value && !r.toCongress(g) || r.called(g)), called == 0 && r.called(g):
		m.attr, m.qual, m.stat = "other", "có mặt", "count"
	case called == 0 && (g.head == nil && r.d.sizes["party_member"].n >= g.main.value || g.head != nil && g.head.head == "person") && r.toCongress(g) && r.over(r.items[g.end-1].last):
		m.attr, m.stat = "total", "count" // "dự đại hội 34 đồng chí, vắng 4"
	default:
		return false
	}
	m.body = "delegate"
	return true
}
