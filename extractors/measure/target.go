package measure

// targets remembers which levels the targets of a document were set for: in the paragraph at
// hand, and in all. A share that is asked for says seldom whose it is.
type targets struct {
	block     int
	here, all string
	mixedHere bool
	mixed     bool // of several levels, or of all: "đại hội đảng bộ các cấp"
}

// note adds a level for which a target was set, or a plan, which tells only of its paragraph.
func (t *targets) note(block int, level string, planned bool) {
	if level == "" {
		return
	}
	if t.block != block {
		t.block, t.here, t.mixedHere = block, "", false
	}
	t.mixedHere = t.mixedHere || t.here != "" && t.here != level
	t.here = level
	if !planned {
		t.mixed = t.mixed || t.all != "" && t.all != level
		t.all = level
	}
}

// shareAsked reports whether a figure is a share that a rule or plan asks for: "nữ từ 15% trở lên".
func shareAsked(g *group, m *measure) bool {
	return m.phase == "target" && g.main.percent && isSeats(m.body) && m.body != "upper_delegation"
}

// targetLevel is the level of a share that is asked for: what its sentence names, its paragraph or
// list, the heading above or the title; none where these name several or none, for then it is asked of all.
func (r *reader) targetLevel(g *group, m *measure, placeLevel string) string {
	d := &r.d
	if r.everyLevel(g.main.first) {
		d.targets.mixed = true
		return ""
	}
	if l := r.nearestLevel(g, m, placeLevel); l != "" {
		return l
	}
	if r.ownBody(g) {
		return r.t.Identity.Level
	}
	if r.s.stated != "" {
		return r.s.stated // "Nữ trong cấp ủy cơ sở 11,3%, thấp hơn chỉ tiêu 15%"
	}
	if d.targets.block == r.s.block && d.targets.here != "" {
		if d.targets.mixedHere {
			return ""
		}
		return d.targets.here
	}
	if d.depth > 0 && d.depth != progress && d.level != "" {
		return d.level
	}
	if d.targets.mixed {
		return ""
	}
	return first(d.title, d.targets.all)
}

// ownBody reports whether the sentence names the committee of the document's own organisation, which
// has capitals, before a figure: "Tỷ lệ nữ trong Ban Chấp hành chưa đạt 15%".
func (r *reader) ownBody(g *group) bool {
	for k := range g.at {
		it := &r.items[k]
		if c := it.c(); isSeats(c.body) && c.use != "actor" && !c.central && it.last > it.first+1 && r.t.Fold(it.first) == "ban" && r.t.Tokens[it.first+1].Upper {
			return true
		}
	}
	return false
}

// everyLevel reports whether the sentence says before a token that it is about all levels: "Cấp ủy các
// cấp phấn đấu".
func (r *reader) everyLevel(at int32) bool {
	for i := r.first; i+1 < at; i++ {
		if r.t.Fold(i) == "các" && r.t.Fold(i+1) == "cấp" {
			return true
		}
	}
	return false
}
