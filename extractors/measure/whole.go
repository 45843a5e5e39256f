package measure

import "github.com/tongket/tongket/extractors/scan"

// How many organisations there are and how many of them have held their congresses is told as one figure
// ("25/71") or as two: "Trong 71 tổ chức cơ sở đảng, 25 đơn vị đã đại hội xong". Where it is two the first is
// what the second is out of.

// wholeOf reports whether group i only says out of how many organisations those counted next have held their
// congresses, which are told apart from it by a comma; it makes it the total of that figure.
func (r *reader) wholeOf(i int) bool {
	g := &r.groups[i]
	if i+1 >= len(r.groups) || g.main.percent || g.main.ratio || g.main.bound != "" || g.pct != nil || !g.head.org || !g.head.party || !r.outOf(g) {
		return false
	}
	n := &r.groups[i+1]
	if n.head == nil || !n.head.org || n.main.percent || n.main.ratio || n.main.bound != "" || n.main.value >= g.main.value {
		return false
	}
	comma := false
	for k := g.end; k < n.at; k++ {
		switch it := &r.items[k]; {
		case it.mark == ',' && it.first > r.items[g.end-1].last-1:
			comma = true
		case it.mark == ';', it.mark == ':', it.fig != nil:
			return false
		}
	}
	if w := r.t.Fold(n.main.first - 1); !comma && w != "có" && w != "thì" {
		return false
	}
	for k := n.end; k < n.wide && r.items[k].fig == nil && r.items[k].mark != ';'; k++ {
		if f := r.items[k].c().form; f == "org" {
			n.main.total, n.main.ratio, n.main.totalAt = g.main.value, true, g.main.first
			if r.levelWord(n.headAt) == "" {
				n.level = r.levelWord(g.headAt)
			}
			g.main.claimed = true
			return true
		} else if f != "" {
			return false
		}
	}
	return false
}

// outOf reports whether "trong", "trong số" or "trong tổng số" stands right before a figure.
func (r *reader) outOf(g *group) bool {
	i := g.main.first - 1
	for i > r.first && (r.t.Fold(i) == "số" || r.t.Fold(i) == "tổng") {
		i--
	}
	return i >= r.first && r.t.Fold(i) == "trong"
}

// demandBefore reports whether somebody directs or asks right before a figure what the organisations it counts
// are to do: "chỉ đạo 11 đơn vị còn lại", "yêu cầu 38 đảng bộ còn lại".
func (r *reader) demandBefore(g *group) bool {
	i := g.main.first - 1
	for ; i > r.first && (r.t.Fold(i) == "cả" || r.t.Fold(i) == "với" || r.t.Fold(i) == "được"); i-- {
	}
	if i <= r.first {
		return false
	}
	switch r.t.Fold(i-1) + " " + r.t.Fold(i) {
	case "chỉ đạo", "yêu cầu", "đôn đốc", "đề nghị", "hướng dẫn", "nhắc nhở", "giúp đỡ", "phấn đấu":
		return true
	}
	switch r.t.Fold(i) {
	case "giao", "nhắc", "giục", "giúp":
		return true
	}
	return false
}

// allHeldOf reports whether a bare figure behind "cả" is of all organisations counted before, and their congresses were
// held: "Đến 24/4 cả 4 đã đại hội xong".
func (r *reader) allHeldOf(g *group) bool {
	if !g.main.bare || g.main.percent || g.main.ratio || g.main.first <= r.first || r.t.Fold(g.main.first-1) != "cả" {
		return false
	}
	return g.end < len(r.items) && r.items[g.end].c().form == "org" && r.items[g.end].first <= g.main.last+1
}

// heldSoFar reports whether N/M says how many congresses of the level spoken of before were held in the unit that
// the clause begins with: "Huyện Ninh Hải chậm nhất, mới được 38/49 đơn vị", "Riêng thị xã Sa Pa mới 29/71".
func (r *reader) heldSoFar(g *group) bool {
	if !g.main.ratio || g.main.percent || r.d.lastHeld == "" || r.s.done != "" && r.s.done != "completed" || !r.over(r.items[g.end-1].last) {
		return false
	}
	i := g.main.first - 1
	for i > r.first && (r.t.Fold(i) == "được" || r.t.Fold(i) == "đạt" || r.t.Fold(i) == "có" || r.t.Fold(i) == "xong") {
		i--
	}
	if w := r.t.Fold(i); w != "mới" && w != "chỉ" {
		return false
	}
	unit := false
	for k := 0; k < g.at; k++ {
		it := &r.items[k]
		c := it.c()
		if it.fig != nil || c.isAttr() && c.form != "org" && c.form != "orgweak" && c.form != "weak" || c.body != "" && c.use != "actor" {
			return false
		}
		unit = unit || it.place != ""
	}
	return unit
}

// doneAlone reports whether "xong" or "hoàn thành" at item k is all that is said of Party organisations, so that it
// is their congresses that are: "31 tổ chức cơ sở đảng đã xong từ 12/6", "62 đơn vị hoàn thành (96,87%)".
func (r *reader) doneAlone(g *group, k int) bool {
	if r.items[k].first > r.items[g.end-1].last+1 || !g.head.party && r.s.asOf.IsZero() {
		return false
	}
	i := r.items[k].last
	if i >= r.last || r.t.Tokens[i].Kind == scan.Punct {
		return true
	}
	switch r.t.Fold(i) {
	case "từ", "trước", "sau", "sớm", "đúng", "vào", "ngày", "hôm":
		return true
	}
	return false
}
