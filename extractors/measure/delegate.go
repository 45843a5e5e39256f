package measure

import "strings"

// meeting reports whether the sentence is about a conference and no congress,
// whose participants are no delegates.
func (r *reader) meeting() bool {
	found := false
	for k := range r.items {
		w := strings.ToLower(r.t.Word(r.items[k].first))
		if w == "hội" {
			found = true
		}
		if w == "đại" && strings.HasPrefix(strings.ToLower(r.t.String(r.items[k].first, r.items[k].last)), "đại hội") {
			return false
		}
	}
	return found
}

// electedDelegates reports whether words behind delegates say who elected
// them: "161 đại biểu do đại hội cấp dưới bầu".
func (r *reader) electedDelegates(g *group) bool {
	if g.head == nil || g.head.body != "delegate" {
		return false
	}
	from := r.items[g.end-1].last
	if from >= r.last || r.t.Word(from) != "do" {
		return false
	}
	for k := g.end; k < g.wide && k < len(r.items); k++ {
		if r.items[k].c().reach == "verb" {
			return true
		}
		if r.items[k].mark != 0 {
			return false
		}
	}
	return false
}

// kindOfDelegate returns what delegates a figure counts when no attribute says
// so: "12 đại biểu là công nhân", "Đại biểu là nhà giáo có 20 người".
func (r *reader) kindOfDelegate(g *group) string {
	if g.head != nil && g.head.body == "delegate" {
		from := r.items[g.end-1].last
		stop := r.stop(g)
		if stop-from < 2 {
			return ""
		}
		w := strings.ToLower(r.t.Word(from))
		if w != "là" && (r.s.body != "delegate" || w != "từng" && w != "đang" && w != "thuộc" && w != "công" && (w != "có" || r.t.Word(from+1) == "mặt")) {
			return ""
		}
		return r.clean(from, r.toEnd(g, stop))
	}
	for k := g.at - 1; k > g.left; k-- {
		c := r.items[k].c()
		if c.link == "copula" && r.t.Word(r.items[k].first) == "là" && r.items[k-1].c().body == "delegate" && r.items[k-1].last == r.items[k].first && r.items[k].last+1 < g.main.first {
			return r.t.String(r.items[k].last, r.items[g.at-1].first)
		}
	}
	return ""
}

// toEnd takes over the rest of a list of titles behind a comma when no other
// figure follows.
func (r *reader) toEnd(g *group, stop int32) int32 {
	if g.right < len(r.items) && r.items[g.right].mark == ',' && g.wide == len(r.items) && r.t.Tokens[min(stop+1, r.last-1)].Upper {
		last := r.last
		for last > stop && r.t.Tokens[last-1].Kind != 0 {
			last--
		}
		return last
	}
	return stop
}

func (r *reader) represents(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if r.items[k].c().link == "represent" {
			return true
		}
	}
	return false
}

// sentOut reports whether delegates are sent to a higher congress: something
// elects them, and they are to attend.
func (r *reader) sentOut(g *group) bool {
	last := g.right
	if g.direct != nil {
		last = len(r.items) // 14 đồng chí là đại biểu chính thức, 2 … đi dự Đại hội
	}
	for k := g.left; k < last; k++ {
		if c := r.items[k].c(); c.body == "upper_delegation" {
			return true
		}
	}
	verb := false
	for k := g.at - 1; k >= g.left; k-- {
		c := r.items[k].c()
		if c.reach == "verb" {
			verb = true
			break
		}
		if c.body != "" && c.body != "delegate" {
			break
		}
	}
	if !verb {
		return false
	}
	if g.direct != nil {
		return true
	}
	if g.head != nil && g.head.body == "delegate" {
		return g.head.form != "delegate"
	}
	for k := g.at - 1; k >= g.left; k-- {
		if c := r.items[k].c(); c.body == "delegate" {
			if k+1 < len(r.items) && r.items[k+1].mark == ':' || r.items[k].last-r.items[k].first > 3 {
				return true // Đại biểu dự Đại hội Đảng bộ huyện: bầu 231 chính thức
			}
			return k > 0 && r.items[k-1].c().reach == "verb" && r.items[k-1].last == r.items[k].first
		}
	}
	return false
}

// organ resolves the presidium and other organs of the congress.
func (r *reader) organ(g *group, c *cue) (measure, bool) {
	name := ""
	for k := g.at - 1; k >= g.left; k-- {
		if r.items[k].cue == c {
			name = r.t.String(r.items[k].first, r.items[k].last)
			break
		}
	}
	if name == "" || g.head == nil {
		return measure{}, false
	}
	r.s.body, r.s.organ, r.s.carried = "delegate", name, false
	return measure{body: "delegate", attr: "other", qual: name, stat: "count"}, true
}

// partOfDelegates resolves members of committees who are counted among the
// delegates: "trong đó có 40 ủy viên Ban Chấp hành khóa trước".
func (r *reader) partOfDelegates(g *group, c *cue, explicit bool) (measure, bool) {
	s := &r.s
	if s.body != "delegate" || !s.within || !explicit {
		return measure{}, false
	}
	switch c.body {
	case "committee", "standing_committee", "secretary", "deputy_secretary":
	default:
		return measure{}, false
	}
	for k := g.left; k < g.at; k++ {
		if r.items[k].c().reach == "verb" {
			return measure{}, false
		}
	}
	if g.headAt < 0 {
		return measure{}, false
	}
	qual := r.clean(r.items[g.headAt].first, r.stop(g))
	if s.organ != "" {
		qual = s.organ + ": " + qual
	}
	return measure{body: "delegate", attr: "other", qual: qual, stat: "count", phase: "actual"}, true
}

// toHigher reports whether the delegates named right before a figure are to
// attend the congress of a higher level: "Đại biểu dự Đại hội Đảng bộ tỉnh: 8".
func (r *reader) toHigher(g *group) bool {
	own := r.t.Identity.Level
	for k := g.at - 1; k > g.left && own != ""; k-- {
		if c := r.items[k].c(); c.org && r.items[k-1].c().body == "delegate" && r.items[k-1].last == r.items[k].first {
			return rank(r.levelWord(k)) > rank(own)
		}
	}
	return false
}
