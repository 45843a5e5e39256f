package measure

// Congresses that ended are told by a verb right before the number too: "Hoàn thành 23/26 đảng bộ", "đã xong
// 33 chi bộ"; and by bare numbers behind the organisations that they are of: "đã đại hội 45, chưa đại hội 2".

// doneRight reports whether a word of having ended stands right before a figure of Party organisations or of
// congresses, and nothing else is said to have ended.
func (r *reader) doneRight(g *group) bool {
	if g.main.percent || !g.head.party && !r.congressNoun(g) || !r.over(r.items[g.end-1].last) && !r.endsClause(r.items[g.end-1].last) {
		return false
	}
	i := g.main.first - 1
	if i > r.first && r.t.Fold(i) == "được" {
		i--
	}
	if i < r.first || r.t.Fold(i) != "xong" && (r.t.Fold(i) != "thành" || i == r.first || r.t.Fold(i-1) != "hoàn") {
		return false
	}
	for k := range g.at {
		if c := r.items[k].c(); isSeats(c.body) && c.use != "actor" || c.body == "comment" {
			return false
		}
	}
	return true
}

// congressNoun reports whether a figure counts congresses: "47/47 đại hội".
func (r *reader) congressNoun(g *group) bool {
	return g.headAt >= 0 && r.t.Fold(r.items[g.headAt].last-1) == "hội" && r.t.Fold(r.items[g.headAt].first) == "đại"
}

// endsClause reports whether a clause ends at a token, or only goes on with where or how many.
func (r *reader) endsClause(i int32) bool {
	if i >= r.last {
		return true
	}
	switch r.t.Fold(i) {
	case "trực", "trong", "của", "đạt", "bằng", "sớm", "trước":
		return true
	}
	return r.t.Is(i, ',') || r.t.Is(i, ';') || r.t.Is(i, '(') || r.t.Is(i, '.') || r.t.Is(i, ')')
}

// shareHeld reports whether figure i is the N/M organisations in brackets behind the share of them that have held their
// congresses, of which nothing more is said where a day or congresses are spoken of: "hết tháng 4 huyện đạt 75%
// (36/48 chi bộ)".
func (r *reader) shareHeld(i int) bool {
	g := &r.groups[i]
	if i == 0 || !g.main.ratio || g.main.percent || r.s.asOf.IsZero() && r.d.lastHeld == "" {
		return false
	}
	return r.progressShare(i-1) && r.items[g.at-1].mark == '(' && g.end < len(r.items) && r.items[g.end].mark == ')'
}

// progressShare reports whether figure i is such a share.
func (r *reader) progressShare(i int) bool {
	g := &r.groups[i]
	if !g.main.percent || g.head != nil || i+1 >= len(r.groups) || g.at == 0 || r.items[g.at-1].c().link != "pair" || r.s.asOf.IsZero() && r.d.lastHeld == "" {
		return false
	}
	for k := range g.at {
		if c := r.items[k].c(); c.isAttr() || c.body != "" && c.use != "actor" || r.items[k].fig != nil && r.items[k].fig.reason == "" {
			return false
		}
	}
	n := &r.groups[i+1]
	return n.head != nil && n.head.org && n.head.party && n.main.ratio && n.at == g.end+1 && r.items[g.end].mark == '('
}

// heldBare decides a bare number right behind a word that says that congresses were held or not, of the organisations
// that the sentence counts or begins with. It reports whether it is one.
func (r *reader) heldBare(g *group, m *measure) bool {
	if g.head != nil || !g.main.bare || g.main.percent || g.main.ratio || g.at == 0 {
		return false
	}
	k := g.at - 1
	it := &r.items[k]
	form := it.c().form
	if it.last != g.main.first || form != "org" && form != "orgnot" || k > 0 && r.items[k-1].mark == 0 && r.items[k-1].c().link != "within" && r.items[k-1].c().link != "cut" {
		return false
	}
	level := ""
	for j := k - 1; j >= 0 && level == ""; j-- {
		if c := r.items[j].c(); c.org && c.party {
			level = first(r.levelWord(j), r.s.orgLevel, r.below())
		} else if c.org && r.s.orgLevel != "" {
			level = r.s.orgLevel
		}
	}
	if level == "" {
		return false
	}
	*m = measure{body: "organization", attr: "completed", stat: "count", phase: "actual", level: level}
	if form == "orgnot" {
		m.attr, m.qual = "other", r.t.String(it.first, it.last)
	}
	return true
}

// kindHeld returns the kind of the congresses that a figure counts among those that were held: "47/47 đại hội, trong đó 20 [đại
// hội đại biểu], 27 [đại hội đảng viên]".
func (r *reader) kindHeld(g *group) string {
	if !r.congressNoun(g) || g.main.percent || r.s.done != "completed" {
		return ""
	}
	i := r.items[g.headAt].last
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "đại biểu", "đảng viên", "toàn thể":
		if r.over(i+2) || r.t.Is(i+2, ',') || r.t.Is(i+2, ')') || r.t.Fold(i+2) == "và" {
			return r.t.String(r.items[g.headAt].first, i+2)
		}
	}
	return ""
}

// raisedTo reports whether a figure is what the number of organisations that held their congresses rose to: "nâng tổng số đơn
// vị hoàn thành lên 40/47 tổ chức cơ sở đảng", "nâng số đảng bộ xã đã đại hội lên 19/26".
func (r *reader) raisedTo(g *group) bool {
	i := g.main.first - 1
	if i <= r.first+2 || r.t.Fold(i) != "lên" || g.main.percent || g.head != nil && !g.head.org {
		return false
	}
	held, number := false, false
	for n := 0; i > r.first && n < raisedWords && !r.t.Is(i, ';'); i, n = i-1, n+1 {
		switch r.t.Fold(i) {
		case "hội":
			held = held || r.t.Fold(i-1) == "đại"
		case "thành":
			held = held || r.t.Fold(i-1) == "hoàn"
		case "xong":
			held = true
		case "số":
			number = true
		case "nâng", "đưa":
			return held && number
		}
	}
	return false
}

// raisedWords is how many tokens stand at most between "nâng" and the number that was reached: "nâng tổng số chi bộ trực thuộc
// đã xong đại hội lên".
const raisedWords = 18
