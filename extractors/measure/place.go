package measure

import "strings"

// where decides place and level.
func (r *reader) where(g *group, m *measure) {
	if m.central {
		if r.t.Identity.Level != "central" {
			m.place = "Trung ương"
		}
		m.level = "central"
		return
	}
	placeLevel := ""
	if m.place == "" {
		m.place, placeLevel = r.placeOf(g)
	}
	if m.level == "" {
		m.level = r.levelOf(g)
	}
	if m.level == "" && !(m.body == "delegate" && m.phase == "planned") {
		m.level = placeLevel
	}
	if m.level == "" && m.body != "delegate" && m.body != "upper_delegation" && m.body != "organization" && m.body != "party_member" {
		m.level = r.mentioned(g)
	}
	if m.level == "" && m.body != "delegate" && m.body != "party_member" {
		m.level = r.s.level
	}
	if m.level == "" {
		m.level = r.t.Identity.Level
	}
}

// mentioned returns the level of the organisation named last before a group:
// "Đại hội Đảng bộ tỉnh … bầu 50 đồng chí".
func (r *reader) mentioned(g *group) string {
	for k := g.at - 1; k >= 0; k-- {
		if c := r.items[k].c(); c.org && c.level != "" && c.level != "below" {
			l := r.levelWord(k)
			if r.labelled > 0 && g.left == 0 {
				r.d.level, r.d.depth = l, r.labelled
			}
			return l
		}
	}
	return ""
}

// placeOf returns the unit that a figure is for.
func (r *reader) placeOf(g *group) (place, level string) {
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		if it.place != "" && (r.organisationPlace(k) || r.beside(k, g)) {
			if r.own(it.place) {
				return "", ""
			}
			return it.place, it.placeLevel
		}
		if it.mark == ';' {
			break
		}
	}
	if g.head != nil && g.head.org {
		return "", ""
	}
	if name, ok := r.nameBefore(g); ok && !g.named {
		return name, ""
	}
	for k := g.end; k < g.right; k++ {
		it := &r.items[k]
		if it.place != "" && r.organisationPlace(k) {
			if r.own(it.place) {
				return "", ""
			}
			return it.place, it.placeLevel
		}
	}
	for k := g.left - 1; k >= 0; k-- {
		it := &r.items[k]
		if it.place != "" && r.organisationPlace(k) {
			if r.own(it.place) {
				return "", ""
			}
			return it.place, it.placeLevel
		}
		if it.mark == ';' {
			break
		}
	}
	return r.s.place, r.s.placeLvl
}

// beside reports whether only marks and words of sharing stand between the
// place at item k and the figure.
func (r *reader) beside(k int, g *group) bool {
	for j := k + 1; j < g.at; j++ {
		it := &r.items[j]
		c := it.c()
		switch {
		case it.mark == ':' || it.mark == '(' || it.mark == '-':
		case c.link == "pair", c.link == "copula", c.bound != "", c.link == "filler":
		case it.place != "", it.mark == ',', c.link == "cut":
			return false
		default:
			return j > k+1 && c.isAttr()
		}
	}
	return g.main.first-r.items[k].last <= 6
}

// nameBefore returns a capitalised name without a type word right before a
// figure in a list: "Bắc Yên 11,4%; Sốp Cộp 12,1%".
func (r *reader) nameBefore(g *group) (string, bool) {
	if !g.main.percent && g.head == nil {
		return "", false
	}
	return r.nameAt(g)
}

// nameAt is nameBefore for any figure.
func (r *reader) nameAt(g *group) (string, bool) {
	i := g.main.first - 1
	for i > r.first && (r.t.Is(i, ':') || r.t.Is(i, '(') || r.t.Word(i) == "đạt" || r.t.Word(i) == "là" || r.t.Word(i) == "có" || r.t.Word(i) == "chiếm") {
		i--
	}
	last := i + 1
	for i > r.first && r.t.Tokens[i].Kind == 0 && r.t.Tokens[i].Upper && !r.t.Tokens[i].AllUpper {
		i--
	}
	first := i + 1
	if last-first < 1 || last-first > 4 || last-first < 2 && (g.main.percent || g.head != nil) {
		return "", false
	}
	for k := g.at - 1; k >= 0 && r.items[k].last > first; k-- {
		if r.items[k].first < last && (r.items[k].cue != nil || r.items[k].place != "") {
			return "", false
		}
	}
	// A name begins its part of a list.
	if !(r.t.Is(i, ';') || r.t.Is(i, ',') || r.t.Is(i, ':') || r.t.Is(i, '(') || r.t.Word(i) == "như" || r.t.Word(i) == "là" || r.t.Word(i) == "có" || r.t.Word(i) == "và" || r.t.Word(i) == "đó" || r.t.Word(i) == "gồm") {
		return "", false
	}
	return r.t.String(first, last), true
}

// levelWord returns the level that item k states in so many words.
func (r *reader) levelWord(k int) string {
	c := r.items[k].c()
	level := c.level
	if level == "" {
		return ""
	}
	switch level {
	case "commune":
		if r.x.since2025(r.t) {
			return "upper_grassroots"
		}
		return "grassroots"
	case "below":
		return r.below()
	}
	return level
}

// below is one level under the document's own organisation.
func (r *reader) below() string {
	switch r.t.Identity.Level {
	case "central":
		return "province"
	case "province":
		return "upper_grassroots"
	case "upper_grassroots":
		return "grassroots"
	case "grassroots":
		return "cell"
	}
	return ""
}

// levelOf returns the level stated near a group.
func (r *reader) levelOf(g *group) string {
	if g.head != nil && g.head.org {
		if l := r.levelWord(g.headAt); l != "" {
			return l
		}
	}
	if g.head != nil && g.head.level != "" && g.head.body != "" && g.head.central {
		return g.head.level
	}
	for k := g.at - 1; k >= g.left; k-- {
		if s := r.items[k].c().strength; s == "strong" || s == "body" {
			return r.levelWord(k)
		}
	}
	for k := g.end; k < g.right && (g.head == nil || g.head.body != "delegate" && g.head.form != "delegate"); k++ {
		if s := r.items[k].c().strength; s == "strong" || s == "body" {
			return r.levelWord(k)
		}
	}
	return ""
}

// alike returns the units that share a figure with the one nearest to it: "X và
// Y đều đạt 20%".
func (r *reader) alike(g *group, m *measure) []item {
	if m.place == "" || g.at < 3 {
		return nil
	}
	both := false
	var out []item
	nearest := true
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		w := strings.ToLower(r.t.Word(it.first))
		switch {
		case w == "đều" || w == "cùng":
			both = true
		case it.place != "":
			if !nearest && both {
				out = append(out, *it)
			}
			nearest = false
		case it.mark == ',' || it.c().link == "cut" || it.c().use == "actor" || it.c().org || it.c().link == "pair" || it.c().link == "filler":
		default:
			k = g.left
		}
		if !both && !nearest {
			return nil
		}
	}
	return out
}
