package measure

import "strings"

// speakers reports whether a figure counts those who spoke: "6 đại biểu trình
// bày tham luận".
func (r *reader) speakers(g *group) bool {
	if g.main.percent {
		return false
	}
	if g.head == nil { // "Số ý kiến góp ý: 120", "… lên tới 41.300 lượt"
		for k := g.at - 1; k >= g.left; k-- {
			c := r.items[k].c()
			switch {
			case c.body == "comment":
				return !g.main.foreign
			case c.body != "" && c.use != "actor", r.items[k].mark == ';', c.isAttr() && c.form == "plain":
				return false
			}
		}
		return false
	}
	if g.head.body != "delegate" && g.head.head != "person" {
		return false
	}
	for k := g.end; k < g.right; k++ {
		c := r.items[k].c()
		if c.body == "comment" || c.link == "actor" && strings.EqualFold(r.t.Word(r.items[k].first), "phát") {
			return r.items[k].first-r.items[g.end-1].last <= 4
		}
		if c.body != "" || c.isAttr() {
			return false
		}
	}
	return false
}

// comment resolves counts of comments, speeches and papers.
func (r *reader) comment(i int) (measure, bool) {
	g := &r.groups[i]
	m := measure{body: "comment", attr: "total", stat: "count", phase: "actual"}
	if g.main.percent {
		return m, false
	}
	if g.headAt >= 0 && r.lists(i) && r.s.done == "comment" {
		m.attr, m.qual = "other", r.clean(r.items[g.headAt].first, r.stop(g))
	}
	r.s.done = "comment"
	return m, true
}
