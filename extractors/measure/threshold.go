package measure

import "strings"

// target resolves units against a threshold or with a property: "9 đảng bộ có
// tỷ lệ nữ trên 15%", "3 đơn vị bầu thiếu".
func (r *reader) target(i int, m *measure) bool {
	g := &r.groups[i]
	from := r.items[g.end-1].last
	if i+1 < len(r.groups) {
		n := &r.groups[i+1]
		if w := r.t.Fold(from); w != "và" && n.main.percent && n.at > g.end && !r.colon(g.end, n.at) && !r.marked(r.afterAside(g), n.at) && (n.main.bound != "" || r.rate(g.end, n.at) || r.missed(from)) {
			m.attr = "meets_target"
			m.qual = r.thresholdText(from, r.endTokens(n))
			if i+2 < len(r.groups) && g.pct == nil && r.onlyShare(n, &r.groups[i+2]) {
				g.pct = r.groups[i+2].main
				g.pct.reason = "condition"
			}
			n.main.claimed = true
			n.main.reason = "threshold"
			r.s.done = "meets_target"
			if a := r.scan(g.end, n.at); a.attr != "" {
				r.s.attr, r.s.qual, r.s.stat = r.settle(g, a)
			} else if a := r.near(g); a.attr != "" {
				r.s.attr, r.s.qual, r.s.stat = r.settle(g, a)
			}
			if r.s.body == "" {
				r.s.body = "committee"
			}
			for k := g.end; k < n.at; k++ {
				if c := r.items[k].c(); c.body != "" && c.use != "actor" {
					r.s.body, r.s.carried = c.body, false
				}
			}
			return true
		}
	}
	if q, ok := r.shareOfSeats(i); ok {
		m.attr, m.qual = "meets_target", q
		return true
	}
	if q, ok := r.sizeOf(i); ok {
		m.attr, m.qual = "other", q
		return true
	}
	from, end := r.said(g)
	from = r.predicateFrom(from, end)
	words := strings.ToLower(r.t.String(from, min(from+4, r.last)))
	for _, w := range []string{"chưa đạt", "không đạt", "đạt yêu cầu", "đạt chỉ tiêu", "đạt và vượt", "vượt chỉ tiêu", "đạt tỷ lệ theo", "đạt mức"} {
		if strings.HasPrefix(words, w) {
			m.attr, m.qual = "meets_target", r.clean(from, end)
			return true
		}
	}
	for _, w := range []string{"không có", "chưa có", "bầu thiếu", "bầu không đủ", "chưa bầu", "bầu đủ", "bầu khuyết", "khuyết", "thiếu", "có cán bộ", "có bí thư", "có cấp ủy viên", "có ủy viên", "có nữ", "phải", "bầu một lần", "bầu chưa đủ", "chưa đủ", "không đủ", "bầu trúng", "bầu đúng", "trúng đúng", "bầu bổ sung", "thực hiện bầu", "không bảo đảm", "không đảm bảo", "chưa bảo đảm", "chưa đảm bảo", "đã được bộ chính trị", "được chỉ định", "thực hiện chỉ định", "có đơn", "để xảy ra", "để khuyết", "để trống", "xảy ra", "chủ động bầu khuyết", "chủ động để khuyết", "có tình trạng", "có biểu hiện", "có trường hợp", "có hiện tượng", "còn thiếu", "còn khuyết", "không bầu", "còn để"} {
		if strings.HasPrefix(words, w) {
			stop := max(end, from+int32(strings.Count(w, " "))+1)
			m.attr, m.qual = "other", r.told(from, r.untilReason(from, stop))
			if rest, ok := strings.CutPrefix(m.qual, "bầu thiếu "); ok {
				if rest, _, _ = strings.Cut(rest, " so với "); r.seatsOnly(rest) {
					m.qual = "bầu thiếu " + rest
				} else {
					m.qual = "bầu thiếu" // how many of whom has a row of its own
				}
			}
			return true
		}
	}
	return false
}

// seatsOnly reports whether words name seats and nothing else, whose number is not told: "bầu thiếu [cấp ủy viên]".
func (r *reader) seatsOnly(words string) bool {
	i, ok := r.x.words.index[strings.ToLower(words)]
	return ok && isSeats(r.x.words.of[i].body)
}

// criterionBefore finds the units that a figure counts behind the threshold that they
// meet: "Số đảng bộ có tỷ lệ nữ từ 15% trở lên là 98/107". It reports whether it did.
func (r *reader) criterionBefore(g *group) bool {
	n := len(r.groups) - 1
	if n < 0 || g.main.percent || g.at < 3 {
		return false
	}
	f, p := &r.groups[n], &r.items[g.at-1]
	if !f.main.percent || f.end < g.at-1 || p.mark != ':' && (p.c().link != "copula" || r.t.Fold(p.first) != "là" && r.t.Fold(p.first) != "có") {
		return false
	}
	for k := f.at - 1; k >= 0 && r.items[k].fig == nil && r.items[k].mark == 0 && !r.items[k].when; k-- {
		it := &r.items[k]
		if c := it.c(); c.org && r.summed(it.first) && predicates[r.t.Word(it.last)] {
			f.main.claimed, f.main.reason = true, "threshold"
			g.test = r.thresholdText(it.last, p.first)
			g.head, g.headAt = c, k
			r.groups = r.groups[:n]
			return true
		}
	}
	return false
}

// colon reports whether a colon stands between two items: "Kết quả đại hội 13 đảng bộ: Tỷ
// lệ nữ đạt 17%".
func (r *reader) colon(from, to int) bool {
	for k := from; k < to; k++ {
		if r.items[k].mark == ':' {
			return true
		}
	}
	return false
}

// sizeOf returns the words for how many members the organisations counted have at
// most or at least: "4 chi bộ có dưới 9 đảng viên".
func (r *reader) sizeOf(i int) (string, bool) {
	g := &r.groups[i]
	if i+1 >= len(r.groups) {
		return "", false
	}
	n := &r.groups[i+1]
	if n.head == nil || n.head.body != "party_member" || n.main.bound == "" || n.main.bound == "gt" || n.main.bound == "approx" || n.at > g.end+3 || r.marked(g.end, n.at) {
		return "", false
	}
	from := r.items[g.end-1].last
	if r.t.Word(from) != "có" && r.items[g.end].first != from {
		return "", false
	}
	n.main.claimed, n.main.reason = true, "condition"
	at := r.items[n.end-1].last
	if r.t.Fold(at) == "chính" && r.t.Fold(at+1) == "thức" {
		at += 2
	}
	if r.t.Fold(at) == "nên" {
		at++
	}
	if at+1 < r.last && (r.t.Fold(at) == "chỉ" || r.t.Fold(at) == "không") && (r.t.Fold(at+1) == "bầu" || r.t.Fold(at+1) == "lập") {
		return r.t.String(at, r.untilReason(at, r.stop(n))), true // "06 chi bộ dưới 9 đảng viên nên chỉ bầu bí thư"
	}
	return r.t.String(from, r.items[n.end-1].last), true
}

// shareOfSeats returns the words for what share of their committees the organisations
// counted have: "có 11 tổ chức đảng có 100% cấp ủy viên tái cử".
func (r *reader) shareOfSeats(i int) (string, bool) {
	g := &r.groups[i]
	if i+1 >= len(r.groups) || g.main.percent || g.head == nil || g.end < 1 {
		return "", false
	}
	n := &r.groups[i+1]
	from := r.items[g.end-1].last
	if !n.main.percent || n.main.first != from+1 || r.t.Word(from) != "có" || n.body() == "" || !isSeats(n.body()) {
		return "", false
	}
	_, end := r.said(n)
	n.main.claimed, n.main.reason = true, "threshold"
	return r.thresholdText(from, max(end, r.endTokens(n))), true
}

// afterAside returns the item behind the comma that ends "Tại 12 đảng bộ,".
func (r *reader) afterAside(g *group) int {
	if r.aside(g) && r.items[g.end].mark == ',' {
		return g.end + 1
	}
	return g.end
}

// thresholdText is the wording of a threshold without its verb.
func (r *reader) thresholdText(first, last int32) string {
	for first < last {
		w := strings.ToLower(r.t.Word(first))
		if w != "có" && w != "đạt" && w != "," {
			break
		}
		if w == "đạt" && first+1 < last && r.t.Word(first+1) != "tỷ" && r.t.Word(first+1) != "tỉ" {
			break
		}
		first++
	}
	return r.t.String(first, last)
}

// endTokens returns the token after a group's figures and the words bound to
// them.
func (r *reader) endTokens(g *group) int32 {
	last := r.items[g.end-1].last
	if k := g.end; k < len(r.items) && r.items[k].first == last && r.items[k].c().isAttr() && (g.head != nil || r.over(r.items[k].last) || r.t.Fold(r.items[k].last) == "trong") {
		return r.items[k].last // "chưa đạt 10% cấp ủy viên trẻ"
	}
	return last
}

// marked reports whether a mark that ends a clause stands between two items.
func (r *reader) marked(a, b int) bool {
	for k := a; k < b; k++ {
		if m := r.items[k].mark; m == ';' || m == ',' || m == '(' && r.items[k+1].band == "" {
			return true
		}
		if r.items[k].c().link == "within" {
			return true
		}
	}
	return false
}

// rate reports whether a word of rates stands between two items.
func (r *reader) rate(a, b int) bool {
	for k := a; k < b; k++ {
		if c := r.items[k].c(); c.link == "pair" && strings.HasSuffix(strings.ToLower(r.t.Word(r.items[k].last-1)), "lệ") {
			return true
		}
	}
	return false
}

// threshold reports whether the percent of group i is no outcome but what
// units are measured against: "nhiều đơn vị có tỷ lệ nữ cao hơn 15%, như …".
func (r *reader) threshold(i int) bool {
	g := &r.groups[i]
	if g.main.reason == "threshold" {
		return true
	}
	if g.main.bound == "" || i+1 >= len(r.groups) {
		return false
	}
	units := false
	for k := g.left; k < g.at; k++ {
		units = units || r.items[k].c().org
	}
	if !units || !r.listed(&r.groups[i+1]) {
		return false
	}
	r.s.attr, r.s.qual, r.s.stat = r.attribute(g)
	if body, _ := r.bodyOf(g); body != nil && body.use != "actor" {
		r.s.body, r.s.central, r.s.carried = body.body, body.central, false
	}
	g.main.claimed = true
	return true
}

// onlyShare reports whether a percent behind a threshold is the share of the units that
// meet it: "11/13 đảng bộ có tỷ lệ nữ từ 15% trở lên, chiếm 84,6%".
func (r *reader) onlyShare(n, p *group) bool {
	pair := false
	if p.at > 0 && r.items[p.at-1].mark == '(' && r.items[p.at-1].first > n.main.last && r.t.Tokens[r.items[p.at-1].first-1].Upper {
		return false // "ba nơi có tỷ lệ nữ vượt 15% là Yên Mô (17,9%), …"
	}
	for k := n.end; k < p.at; k++ {
		c := r.items[k].c()
		switch {
		case c.link == "pair":
			pair = true
		case r.items[k].mark == ',' || r.items[k].mark == '(' || c.link == "copula":
		default:
			return false
		}
	}
	return p.main.percent && p.main.bound == "" && (pair || p.at > n.end && r.items[p.at-1].mark == '(' && r.items[p.at-1].last == p.main.first)
}
