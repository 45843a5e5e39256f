package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// sentTogether reports whether group i counts those of a delegation of which it is told behind
// its alternates where they go: "9 đại biểu chính thức, 1 đại biểu dự khuyết sẽ thay mặt Đảng bộ
// dự Đại hội cấp trên", "7 đồng chí (cùng 1 đồng chí dự khuyết) đi dự Đại hội Đảng bộ huyện".
func (r *reader) sentTogether(i int) bool {
	g := &r.groups[i]
	if g.head != nil && g.head.head == "person" && !r.electedBefore(g) && !r.alternates(i) {
		return false
	}
	end := r.withAlternates(i)
	return end >= 0 && r.goesUp(end)
}

// withAlternates returns the item after the last of the groups behind group i that count its
// alternates; -1 where group i counts neither delegates nor persons that alternates follow.
func (r *reader) withAlternates(i int) int {
	g := &r.groups[i]
	last, end := i, g.end
	for last+1 < len(r.groups) && r.alternates(last+1) && !r.split(end, r.groups[last+1].at) {
		last++
		end = r.groups[last].end
	}
	switch {
	case r.alternates(i), last > i && g.head != nil && g.head.head == "person", g.head != nil && (g.head.body == "delegate" || g.head.form == "delegate"):
		return end
	}
	return -1
}

// goesUp reports whether an item or those behind it, up to a verb or another figure, say that
// somebody goes to a higher congress.
func (r *reader) goesUp(k int) bool {
	from := k
	for ; k < len(r.items); k++ {
		it := &r.items[k]
		c := it.c()
		switch {
		case c.body == "upper_delegation", c.link == "represent" && r.ownSentOn(k):
			return true
		case it.mark == ';', it.fig != nil, c.reach == "verb", c.body != "" && c.body != "delegate" && c.use != "actor":
			return r.higherBehind(from, k)
		}
	}
	return r.higherBehind(from, k)
}

// blocAbove reports whether the congress named before token i is that of a bloc, corps or group of
// firms that the document's own organisation is none of: "dự Đại hội Khối", "dự Đại hội Đảng bộ Quân khu".
func (r *reader) blocAbove(i int32) bool {
	if r.t.Fold(i) == "đảng" && r.t.Fold(i+1) == "bộ" {
		i += 2
	}
	if i >= r.last || !r.t.Tokens[i].Upper {
		return false
	}
	switch r.t.Fold(i) {
	case "khối", "quân", "sư", "tổng", "tập":
		return r.t.Identity.Unit != "" && !strings.Contains(r.t.Identity.Unit, r.t.Word(i)+" ")
	}
	return false
}

// ownSentOn reports whether those counted before item k stand for their one Party organisation at
// a congress, which is one above it: "sẽ thay mặt Đảng bộ dự Đại hội Khối".
func (r *reader) ownSentOn(k int) bool {
	i := r.items[k].last
	if w := r.t.Fold(i); w != "đảng" && w != "chi" || r.t.Fold(i+1) != "bộ" {
		return false
	}
	for j := i + 2; j < r.last && j < i+ownWords && r.t.Tokens[j].Kind == scan.Word; j++ {
		switch {
		case r.came(j):
			return r.t.Fold(j+1) == "đại" && r.t.Fold(j+2) == "hội"
		case r.t.Fold(j) == "dự":
			return true // đi dự
		case r.t.Fold(j) == "trực" || r.t.Fold(j) == "cơ" || r.t.Fold(j) == "các":
			return false // those of the organisations below it
		}
	}
	return false
}

// ownWords is within how many tokens behind an organisation it is said that somebody goes to a
// congress for it.
const ownWords = 9

// fullOnes reports whether a bare figure counts the full members among those who were counted
// before it with their alternates or probationers: "22 đồng chí (20 chính thức, 2 dự khuyết)", "37
// đảng viên (chính thức 35, dự bị 2)".
func (r *reader) fullOnes(g *group, body string) bool {
	if body != "party_member" && body != "upper_delegation" || g.head != nil || !g.main.bare || g.main.percent || g.main.ratio {
		return false
	}
	p := r.groupBefore(g)
	if p == nil || p.main.value <= g.main.value || p.main.percent {
		return false
	}
	for k := p.end; k < g.at; k++ {
		if c := r.items[k].c(); c.reach == "aim" || c.reach == "verb" {
			return false // "20 người để bầu 17 chính thức"
		}
	}
	if k := g.end; k < len(r.items) && r.items[k].first == g.main.last && r.items[k].c().form == "weakcount" {
		return true
	}
	k := g.at - 1
	for k > g.left && (r.items[k].mark == ':' || r.items[k].c().link == "copula") {
		k--
	}
	return body == "party_member" && k >= 0 && r.items[k].c().form == "weakcount"
}

// appointedTogether reports whether the members of a delegation were appointed, as is told behind
// their alternates: "33 đại biểu chính thức, 3 dự khuyết được chỉ định dự Đại hội XIV".
func (r *reader) appointedTogether(i int) bool {
	k := r.withAlternates(i)
	for ; k >= 0 && k < len(r.items); k++ {
		it := &r.items[k]
		if it.c().attr == "appointed" {
			return true
		}
		if it.mark == ';' || it.mark == ',' || it.fig != nil || it.c().body != "" && it.c().form != "weakcount" {
			return false
		}
	}
	return false
}

// willStandFor reports whether the word of the future at item k says that those counted before it
// will stand for others, for which they were chosen already: "12 đại biểu sẽ đại diện Đảng bộ".
func (r *reader) willStandFor(k int) bool {
	return k+1 < len(r.items) && r.items[k+1].first == r.items[k].last && (r.items[k+1].c().link == "represent" || r.items[k+1].c().body == "upper_delegation")
}
