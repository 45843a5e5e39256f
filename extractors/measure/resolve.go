package measure

// measure is one group once it is decided what it counts.
type measure struct {
	body, attr, qual string
	phase            string
	place, level     string
	of               string // phase of M in N/M, where a table says it
	central          bool
	stat             string
	doubts           []string
	negative         bool
}

// resolve decides what group i counts and emits it.
func (r *reader) resolve(i int) {
	g := &r.groups[i]
	var m measure
	var ok bool
	switch {
	case g.main.reason == "condition":
		return
	case r.each(g):
		g.main.reason = "a mean of units"
		return
	case r.isChange(g):
		m, ok = r.change(i)
	case g.head != nil && g.head.org:
		m, ok = r.organisation(i)
	case g.head != nil && g.head.body == "comment", r.speakers(g):
		m, ok = r.comment(i)
	case r.isVote(g):
		m, ok = r.vote(i)
	case g.head == nil && r.progress(g):
		m, ok = measure{body: "organization", attr: "completed", stat: "count", phase: r.due(g), level: r.progressLevel(g)}, true
		r.closes(i, m)
	case g.main.foreign:
		return
	default:
		m, ok = r.persons(i)
	}
	if !ok {
		return
	}
	if m.attr == "total" && isSeats(m.body) && !g.main.percent && r.requested(g) {
		g.main.reason = "asked for"
		return
	}
	r.finish(i, &m)
}

// requested reports whether a sentence asks those above for so many more: "Đề nghị
// Ban Thường vụ Tỉnh ủy cho bổ sung 01 phó bí thư".
func (r *reader) requested(g *group) bool {
	switch r.t.Fold(r.firstWord()) {
	case "đề", "kiến", "xin":
	default:
		return false
	}
	for i := r.firstWord(); i+1 < g.main.first; i++ {
		switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
		case "bổ sung", "tăng thêm", "cho phép", "chủ trương", "cho bầu", "bầu thêm", "cho thêm":
			return true
		}
	}
	return false
}

// each reports whether a figure is one of every unit: "bình quân mỗi đại hội có
// 9 ý kiến".
func (r *reader) each(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if r.items[k].c().link == "per" {
			return true
		}
	}
	return false
}

// finish fills phase, place and level where they are not decided yet, emits
// the rows and remembers what the list is about.
func (r *reader) finish(i int, m *measure) {
	g := &r.groups[i]
	if m.phase == "" {
		m.phase = r.phase(g, m)
	}
	r.where(g, m)
	if r.s.carried && m.body == r.s.body && m.body != "organization" && (g.head == nil || g.head.body == "") {
		m.doubts = append(m.doubts, "governed")
	}
	if m.body == "organization" && (m.attr == "total" || m.attr == "completed") {
		r.d.count(g.main.value, m.level)
		r.s.orgLevel = m.level
		if m.attr == "completed" && m.phase == "actual" {
			r.held(m.level)
		}
	}
	if m.body == "committee" && (m.attr == "total" || m.attr == "appointed") {
		r.d.committee = 0
	}
	if m.body == "organization" {
		r.s.listLevel = m.level
	}
	if (m.attr == "total" || m.attr == "appointed" && isSeats(m.body)) && !g.main.percent && m.phase == "actual" {
		r.d.sizes[m.body] = tally{g.main.value, m.level}
	}
	r.rows(g, m)
	if m.attr != "change" && m.body != "organization" && m.body != "vote" && m.body != "comment" {
		r.s.attr, r.s.qual, r.s.stat = m.attr, m.qual, m.stat
		r.s.was, r.s.amount, r.s.percent = m.phase, g.main.value, g.main.percent
	}
}
