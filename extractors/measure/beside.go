package measure

// planBeside reports whether a bare figure behind those elected is how many were decided, set off by
// a bracket or a slash: "38 đồng chí (39 theo đề án)", "3.105 cấp ủy viên/3.120 được phân bổ".
func (r *reader) planBeside(g *group) bool {
	s := &r.s
	f := g.main
	if f.percent || f.ratio || f.ranged || g.head != nil && g.head.head != "person" || s.carried || !isSeats(s.body) || s.attr != "total" && s.attr != "appointed" || s.was != "actual" {
		return false
	}
	if f.value < s.amount || f.value > s.amount*3/2 {
		return false
	}
	from := f.first // of the phrase, whose plan may stand before the figure too
	planned := g.end < len(r.items) && r.items[g.end].first <= r.items[g.end-1].last+1 && plans(r.items[g.end].c())
	if k := g.at - 1; k > g.left && !planned && r.items[k].last == f.first && plans(r.items[k].c()) {
		planned, from = true, r.items[k].first
	}
	if !planned && f.first > r.first+2 && r.t.Fold(f.first-1) == "hoạch" && r.t.Fold(f.first-2) == "kế" {
		planned, from = true, f.first-2 // (kế hoạch 256)
	}
	return planned && from > r.first && (r.t.Is(from-1, '(') || r.t.Is(from-1, '/'))
}

// lackedThere reports whether a figure sums up what the organisations counted before it lack: "14 đảng bộ xã
// bầu thiếu, tổng cộng 17 cấp ủy viên".
func (r *reader) lackedThere(g *group) bool {
	p := r.groupBefore(g)
	if p == nil || p.head == nil || !p.head.org || g.main.percent || g.main.ratio || g.main.value < p.main.value || g.main.value > lackedMost*p.main.value {
		return false
	}
	lacked := false
	for k := p.end; k < g.at; k++ {
		it := &r.items[k]
		switch c := it.c(); {
		case c.attr == "shortfall":
			lacked = true
		case it.mark == ',' || it.mark == '(' || c.form == "count" || c.link == "filler" || c.link == "copula" || isSeats(c.body) && !lacked:
		default:
			return false
		}
	}
	return lacked
}

// lackedMost is how many seats an organisation lacks on the average at most.
const lackedMost = 5

// belowPlan reports whether a figure is by how many fewer were elected than decided: "12 đồng chí, ít hơn
// phương án 1 đồng chí", "kém số lượng được duyệt 2 người".
func (r *reader) belowPlan(g *group) bool {
	if g.main.percent || g.main.ratio || r.s.attr != "total" || !isSeats(r.s.body) || g.main.value*2 >= r.s.amount {
		return false
	}
	planned := false
	i := g.main.first
	for k := g.at - 1; k >= g.left && r.items[k].mark == 0 && r.items[k].fig == nil; k-- {
		c := r.items[k].c()
		planned = planned || plans(c)
		if c.link == "change" || c.bound != "" || c.link == "versus" {
			break
		}
		i = r.items[k].first
	}
	for j := i - 1; planned && j >= r.first && j >= i-4; j-- {
		switch r.t.Fold(j) {
		case "ít", "kém", "thấp":
			return true
		}
	}
	return false
}

// plans reports whether a word is that of what was decided before an election.
func plans(c *cue) bool {
	return c.link == "structure" || c.phase == "planned" && c.reach != "aim" && c.reach != "future" || c.phase == "target" && c.reach == "near"
}

// besideRule reports whether a share is the mark that the share before it is held against: "12,8%,
// thấp hơn mức 15%", "lần đầu vượt ngưỡng 15%". What another unit or term has is none.
func (r *reader) besideRule(g *group) bool {
	s := &r.s
	f := g.main
	if !f.percent || f.value != float64(int(f.value)) || weight(s.attr) != 2 || f.first < r.first+2 {
		return false
	}
	if w := r.t.Fold(f.first - 1); w != "mức" && w != "ngưỡng" && w != "mốc" {
		return false
	}
	if !besideVerbs[r.t.Fold(f.first-2)] {
		return false
	}
	for i := f.last; i < r.last && i < f.last+ruleWords && r.t.Tokens[i].Kind == 0; i++ {
		switch r.t.Fold(i) {
		case "chung", "quân", "trước", "khoá", "cũ":
			return false
		}
	}
	return true
}

// besideVerbs end the words that hold a share against a mark.
var besideVerbs = map[string]bool{"hơn": true, "dưới": true, "trên": true, "vượt": true, "qua": true, "kém": true, "với": true, "chạm": true, "bằng": true, "tới": true, "đạt": true, "đến": true}
