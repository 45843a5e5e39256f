package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// Who goes to a congress above the document's own is told in many orders: "cử 15 đại biểu dự Đại hội
// Đảng bộ thành phố", "đoàn 12 đại biểu được chỉ định dự Đại hội Đảng bộ tỉnh", "Dự Đại hội Đảng bộ
// huyện có 9 đồng chí". What they have in common is that the congress is named right behind "dự", and
// that it is one of a unit above.

// goesAbove reports whether the words of a figure, or those right before it, name a congress above the
// document's own as what those counted are to attend.
func (r *reader) goesAbove(g *group) bool {
	if r.t.Identity.Level == "central" || r.t.Identity.Level == "province" {
		return false
	}
	from, to := r.first, r.last
	for k := g.at - 1; k >= 0; k-- {
		if it := &r.items[k]; it.mark == ';' || it.fig != nil || it.c().link == "within" || isSeats(it.c().body) && it.c().body != "upper_delegation" && it.c().use != "actor" {
			from = it.last
			break
		}
	}
	for k := g.end; k < len(r.items); k++ {
		if it := &r.items[k]; it.mark == ';' || it.fig != nil && it.fig != g.pct {
			to = it.first
			break
		}
	}
	for i := from; i < to; i++ {
		if next, ok := r.congressAttended(i); ok && (i > g.main.last || r.sentBefore(from, i, g)) && r.aboveAt(next) {
			return true
		}
	}
	return false
}

// congressAttended returns the token behind "dự Đại hội" or "tới Đại hội đại biểu" at token i.
func (r *reader) congressAttended(i int32) (int32, bool) {
	switch r.t.Fold(i) {
	case "dự":
		i++
	case "tới", "đến":
		i++
		if r.t.Fold(i) == "dự" {
			i++
		}
	default:
		return 0, false
	}
	switch {
	case r.t.Fold(i) == "đại" && r.t.Fold(i+1) == "hội":
		i += 2
	case r.t.Word(i) == "ĐH":
		i++
	default:
		return 0, false
	}
	if r.t.Fold(i) == "đại" && r.t.Fold(i+1) == "biểu" {
		i += 2
	}
	return i, i < r.last
}

// sentBefore reports whether a congress attended, named before a figure at token i, is what the counted
// are for: they follow as its delegates or delegation, and no other congress acts in between.
func (r *reader) sentBefore(from, i int32, g *group) bool {
	for j := from; j < i; j++ {
		switch r.t.Fold(j) {
		case "đoàn":
			return r.t.Fold(j+1) != "viên"
		case "biểu", "cử", "bầu", "chọn":
			return true
		}
	}
	for j := i; j < g.main.first; j++ {
		switch r.t.Fold(j) {
		case "cử", "chọn", "bầu":
			return true
		}
	}
	return false
}

// aboveAt reports whether the unit named at a token, whose congress it is, stands above the document's
// own organisation.
func (r *reader) aboveAt(i int32) bool {
	id := &r.t.Identity
	named := false
	if r.t.Fold(i) == "đảng" && r.t.Fold(i+1) == "bộ" {
		i, named = i+2, true
	} else if r.t.Word(i) == "ĐB" {
		i, named = i+1, true
	}
	if i >= r.last {
		return false
	}
	if r.t.Fold(i) == "cấp" {
		if i++; r.t.Fold(i) == "trên" {
			return r.t.Fold(i+1) != "cơ" && r.t.Fold(i+1) != "trực"
		}
	}
	own := rank(id.Level)
	if own == 0 { // that of another, where somebody is sent
		n, ok := vn.Roman(r.t.Word(i))
		return ok && !named && n >= firstNational && n <= lastNational || r.t.Fold(i) == "tỉnh" && r.sentName(i)
	}
	switch r.t.Fold(i) {
	case "tỉnh":
		return own < rank("province")
	case "huyện", "quận":
		return own < rank("upper_grassroots")
	case "thị":
		return r.t.Fold(i+1) == "xã" && own < rank("upper_grassroots")
	case "tp", "thành":
		return own < rank("upper_grassroots") || own < rank("province") && !strings.HasPrefix(id.Unit, "Đảng bộ thành phố") && !strings.HasPrefix(id.Unit, "Đảng bộ huyện") && !strings.HasPrefix(id.Unit, "Đảng bộ thị xã")
	case "toàn":
		return r.t.Fold(i+1) == "quốc"
	case "khối", "quân", "sư", "tổng", "tập":
		return r.blocAbove(i)
	}
	if n, ok := vn.Roman(r.t.Word(i)); ok && !named {
		return n != id.Ordinal && n >= firstNational && n <= lastNational
	}
	return named && r.t.Tokens[i].Upper && id.Unit != "" && !strings.Contains(id.Unit, r.t.String(i, r.endOfName(i))) && r.sentName(i)
}

// sentName reports whether those who attend the congress of the unit named at token i are sent there:
// "cử đoàn 9 người dự Đại hội Đảng bộ Điện lực miền Bắc".
func (r *reader) sentName(i int32) bool {
	for j := i - 1; j >= r.first && j > i-sentWords; j-- {
		switch r.t.Fold(j) {
		case "cử":
			return true
		case "đoàn":
			return r.t.Fold(j+1) != "viên"
		}
	}
	return false
}

// sentWords is how far before the unit stands who is sent to its congress.
const sentWords = 20

// endOfName returns where the name of a unit at a token ends, whose words need not all begin with capitals: "Điện lực
// miền Bắc".
func (r *reader) endOfName(i int32) int32 {
	end := i
	for end < r.last && end < i+nameWords && r.t.Tokens[end].Kind == scan.Word && r.t.Fold(end) != "lần" && r.t.Fold(end) != "nhiệm" {
		end++
	}
	return end
}

// nameWords is how many words tell one name from another.
const nameWords = 4
