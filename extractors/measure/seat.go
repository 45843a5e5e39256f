package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// Seats are counted as things, too: "khuyết 4 chỗ", "hai ghế bỏ ngỏ", "ba suất để lại". What is said of such
// a seat is nearly always that nobody sits on it, before or behind the figure; where that is not said the noun
// counts nothing of a congress.

// openSeats reports whether it is said of the seats that a figure counts that nobody was elected to them.
func (r *reader) openSeats(f *figure, after int32) bool {
	if f.percent || f.ratio || f.ranged {
		return false
	}
	for i := f.first - 1; i >= r.first && i >= f.first-openBefore; i-- {
		if tok := &r.t.Tokens[i]; tok.Kind == scan.Number || tok.Kind == scan.Punct && !r.t.Is(i, ',') {
			break
		}
		if r.open(i) && i >= f.first-openNear || r.lacks(i) {
			return true
		}
	}
	for i := after; i < r.last && i < after+openBehind; i++ {
		if tok := &r.t.Tokens[i]; tok.Kind == scan.Number || r.t.Is(i, ';') {
			break
		}
		if r.open(i) || r.lacks(i) {
			return true
		}
		if r.t.Fold(i) == "sẽ" && r.t.Fold(i+1) == "kiện" || r.t.Fold(i) == "bổ" && r.t.Fold(i+1) == "sung" {
			return true
		}
	}
	return false
}

// How far from the figure of seats it is told that they are open: right before it, "để lại 2 chỗ", with words of
// who wanted it between, or behind it, "một ghế ở Ban Thường vụ chờ cán bộ luân chuyển mà để lại".
const (
	openNear   = 4
	openBefore = 5
	openBehind = 16
)

// open reports whether words at a token say that something is left open or kept for somebody.
func (r *reader) open(i int32) bool {
	switch r.t.Fold(i) {
	case "bỏ":
		return r.t.Fold(i+1) == "ngỏ" || r.t.Fold(i+1) == "trống"
	case "để":
		switch r.t.Fold(i + 1) {
		case "ngỏ", "trống", "lại", "dành", "khuyết":
			return true
		}
	case "dành":
		return r.t.Fold(i+1) == "cho" || r.t.Fold(i+1) == "lại"
	case "chừa":
		return true
	}
	return false
}

// lacks reports whether words at a token say that somebody is missing or not chosen.
func (r *reader) lacks(i int32) bool {
	switch r.t.Fold(i) {
	case "khuyết", "trống", "hụt", "thiếu":
		return true
	case "chưa":
		switch r.t.Fold(i + 1) {
		case "chỉ", "bầu", "có", "bố", "được", "chọn", "tìm":
			return true
		}
	case "không":
		return r.t.Fold(i+1) == "bầu" || r.t.Fold(i+1) == "đủ"
	case "bầu":
		return r.t.Fold(i+1) == "không" || r.t.Fold(i+1) == "thiếu"
	}
	return false
}

// seats resolves a figure of open seats: the body is the one named with them, or the one that the sentence is
// about.
func (r *reader) seatsLeft(g *group, m *measure) bool {
	s := &r.s
	body := ""
	k := g.end
	for k < len(r.items) && (r.items[k].c().link == "filler" || r.items[k].c().link == "in" || r.items[k].c().link == "into") {
		k++
	}
	if k < len(r.items) && r.items[k].first <= r.items[k-1].last+2 && isSeats(r.items[k].c().body) {
		body = r.items[k].c().body // "một ghế ở Ban Thường vụ"
	}
	for k := g.at - 1; k >= 0 && body == "" && r.items[k].mark != ';'; k-- {
		if c := r.items[k].c(); isSeats(c.body) && c.use != "actor" {
			body = c.body
		}
	}
	if body == "" && (s.body == "standing_committee" || s.body == "inspection_committee") {
		body = s.body
	}
	if body == "" && (isSeats(s.body) || s.chosen || r.d.committee <= longest || r.d.sizes["committee"].n > 0) {
		body = "committee"
	}
	if body == "" || r.outOf(g) {
		g.main.reason = "of seats"
		return false
	}
	*m = measure{body: body, attr: "shortfall", stat: "count", phase: "actual"}
	for k := range r.groups {
		if p := &r.groups[k]; p.main == g.main {
			break
		} else if p.seat && r.outOf(p) { // "Trong 29 ghế ấy có 12 ghế ta chủ động để lại"
			from := r.items[g.end-1].last
			if w := r.t.Fold(from); w == "ta" || w == "là" || w == "do" {
				from++
			}
			m.qual = strings.TrimSpace(r.t.String(from, max(from, r.stop(g))))
		}
	}
	return true
}
