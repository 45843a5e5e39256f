package measure

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// motion returns what the votes of a figure are for, "" where they are for persons: "[Nghị
// quyết] được 246/246 đại biểu biểu quyết thông qua", "100% đại biểu tán thành [chương trình
// làm việc]", "Đại hội biểu quyết [số lượng Ban Chấp hành] 15 đồng chí (95/95)".
func (r *reader) motion(g *group) string {
	from := r.firstWord()
	for k := g.at - 1; k >= 0; k-- {
		if r.items[k].mark == ';' {
			from = r.items[k].last
			break
		}
	}
	for k := g.at - 1; k >= 0 && r.items[k].first >= from; k-- {
		if it := &r.items[k]; r.votesForPersons(k) {
			if !isSeats(it.c().body) {
				return ""
			}
			if it.first > from && r.t.Fold(it.first-1) == "của" {
				continue // "Báo cáo kiểm điểm của Ban Chấp hành"
			}
			if size := r.sizeWords(it.first); size >= from && (r.adopted(from, g.main.first) || r.items[g.at-1].mark == '(' && r.adopted(g.main.last, r.stop(g))) {
				return r.t.String(size, it.last)
			}
			return ""
		}
	}
	for i := g.main.first - 1; i >= from; i-- {
		if end := r.motionAt(i); end > i && end <= g.main.first && (r.adopted(from, g.main.first) || r.adopted(g.main.last, r.stop(g))) {
			return r.motionsTo(from, i, end)
		}
	}
	if q := r.agreedNotTo(g); q != "" {
		return q
	}
	voted := r.t.Is(g.main.last, ')') && r.adopted(from, g.main.first)
	for i := g.main.last; i+1 < r.last && !r.t.Is(i, ';') && r.t.Tokens[i].Kind != scan.Number; i++ {
		if end := r.motionAt(i); end > i && (voted || r.adopted(g.main.last, i)) {
			return r.t.String(i, end)
		}
	}
	if i := g.main.last + 1; voted && r.t.Fold(i) == "số" && r.t.Fold(i+1) == "lượng" { // "biểu quyết (95/95) số lượng BCH"
		for k := g.end; k < len(r.items) && r.items[k].fig == nil; k++ {
			if isSeats(r.items[k].c().body) && r.items[k].first <= i+4 {
				return r.t.String(i, r.items[k].last)
			}
		}
	}
	return ""
}

// agreedNotTo returns to what course those counted agreed, where it is no paper and no person: "88/95 đại biểu [nhất trí để khuyết
// một người]".
func (r *reader) agreedNotTo(g *group) string {
	i := r.items[g.end-1].last
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "đồng ý", "nhất trí", "tán thành":
	default:
		return ""
	}
	switch r.t.Fold(i + 2) {
	case "không", "chưa", "dừng", "giữ", "rút", "để", "cho":
	default:
		return ""
	}
	end := i + 3
	for end < r.last && r.t.Tokens[end].Kind == scan.Word {
		end++
	}
	if end-i < 4 || end-i > 9 {
		return ""
	}
	return r.t.String(i, end)
}

// votesForPersons reports whether item k says that votes are for persons: a body or a post, or
// that somebody was elected.
func (r *reader) votesForPersons(k int) bool {
	c := r.items[k].c()
	return isSeats(c.body) && c.use != "actor" || c.reach == "verb" && c.body == "" || c.phase == "actual" && c.reach == "near" && strings.HasSuffix(r.t.Fold(r.items[k].last-1), "cử")
}

// sizeWords returns the token at which "số lượng" begins that stands right before a body or its
// members at token i, -1 for none.
func (r *reader) sizeWords(i int32) int32 {
	for n := int32(1); n <= 3 && i-n > r.first; n++ {
		if r.t.Fold(i-n-1) == "số" && r.t.Fold(i-n) == "lượng" {
			return i - n - 1
		}
		if r.t.Word(i-n) == "SL" {
			return i - n
		}
	}
	return -1
}

// adopted reports whether a range of tokens says that something was put to the vote.
func (r *reader) adopted(from, to int32) bool {
	for i := from; i < to && i+1 < r.last; i++ {
		switch r.t.Fold(i) {
		case "thông", "biểu", "tán", "nhất", "giơ", "đồng", "phiếu":
			switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
			case "thông qua", "biểu quyết", "tán thành", "nhất trí", "giơ tay", "giơ thẻ", "đồng ý", "phiếu cho", "phiếu thuận", "phiếu tán", "phiếu đồng":
				return true
			}
		}
	}
	return false
}

// motionAt returns the end of the name of a paper or matter that congresses vote on at token i,
// i for none: "Nghị quyết", "Báo cáo chính trị", "chương trình làm việc".
func (r *reader) motionAt(i int32) int32 {
	if i+1 >= r.last {
		return i
	}
	if r.t.Tokens[i].AllUpper && shortMotions[r.t.Word(i)] {
		return i + 1
	}
	kinds, ok := motions[r.t.Fold(i)+" "+r.t.Fold(i+1)]
	if !ok || r.numberAt(i+2) && !r.votesAt(i+2) || r.t.Fold(i+2) == "số" || r.t.Fold(i+2) == "trung" {
		return i
	}
	if i+3 < r.last {
		two := r.t.Fold(i+2) + " " + r.t.Fold(i+3)
		if slices.Contains(kinds, two) {
			return i + 4
		}
	}
	if len(kinds) > 0 && kinds[0] != "" {
		return i
	}
	return i + 2
}

// votesAt reports whether a number is one of votes and not that of a paper: "Nghị quyết 178/178".
func (r *reader) votesAt(i int32) bool {
	if i+1 < r.last && r.t.Is(i+1, '%') {
		return true
	}
	return i+2 < r.last && r.t.Is(i+1, '/') && r.numberAt(i+2) && len(r.t.Word(i+2)) <= 3 && !(i+3 < r.last && (r.t.Is(i+3, '/') || r.t.Is(i+3, '-')) && !r.t.Tokens[i+3].Space)
}

// motions are the first two words, folded, of what congresses vote on, and the next two that
// say what kind; where the first of these is empty, the two stand alone as well.
var motions = map[string][]string{
	"nghị quyết":   {""},
	"báo cáo":      {"chính trị", "kiểm điểm", "tài chính", "thẩm tra", "tổng hợp", "tổng kết"},
	"chương trình": {"", "làm việc", "hành động", "đại hội"},
	"qui chế":      {"làm việc", "bầu cử", "đại hội"},
	"nội qui":      {"", "đại hội"},
	"đề án":        {"nhân sự"},
	"phương án":    {"nhân sự"},
	"danh sách":    {"", "bầu cử", "đề cử", "ứng cử"},
	"văn kiện":     {""},
	"dự thảo":      {"nghị quyết"},
	"biên bản":     {"", "đại hội"},
}

// shortMotions are abbreviations, as minutes have them, of what congresses vote on.
var shortMotions = map[string]bool{"NQ": true, "BCCT": true, "BCKĐ": true, "QCBC": true}

// motionsTo takes in the motions listed before one that ends a list: "Báo cáo chính trị, Báo
// cáo kiểm điểm".
func (r *reader) motionsTo(from, i, end int32) string {
	begin := i
	for j := i - 2; j >= from; j-- {
		e := r.motionAt(j)
		if e == j {
			continue
		}
		if e+1 != begin || !r.t.Is(e, ',') && r.t.Fold(e) != "và" {
			break
		}
		begin = j
	}
	return r.t.String(begin, end)
}

// validOf reports whether N/M valid ballots are those for somebody who was elected and all the
// valid ones: "đắc cử với 158/164 phiếu hợp lệ", not "thu về 164, 158/164 phiếu hợp lệ".
func (r *reader) validOf(g *group) bool {
	if !g.main.ratio || g.main.percent || g.head == nil || g.head.body != "vote" {
		return false
	}
	won := r.s.chosen
	for k := range g.at {
		c := r.items[k].c()
		if c.form == "ballot" {
			return false
		}
		won = won || c.attr == "elected" || isSeats(c.body) && c.use != "actor"
	}
	if !won {
		return false
	}
	n := g.end
	return n < len(r.items) && r.items[n].first == r.items[n-1].last && r.items[n].c().attr == "valid"
}
