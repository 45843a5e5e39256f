package measure

import "slices"

// ballotTitle returns the one body that the title of minutes says is elected: "BIÊN BẢN kiểm
// phiếu bầu Ban Thường vụ", "bầu đoàn đại biểu dự Đại hội Đảng bộ huyện"; "" for another
// document and where several are.
func (r *reader) ballotTitle() string {
	if r.t.Identity.Type != "minutes" {
		return ""
	}
	doc, body := r.t.Doc, ""
	for b := range doc.Blocks {
		block := &doc.Blocks[b]
		if block.Start > titleZone {
			break
		}
		first, last := r.t.Block(b)
		if first >= last || block.Len() > titleLine {
			continue
		}
		i := r.chosenAt(first, last)
		if i < 0 {
			continue
		}
		r.hit, r.figs, r.s = r.from(i), r.figs[:0], sentence{}
		r.read(i, last)
		if r.labelled > 0 {
			break // the first section
		}
		for k := range r.items {
			c := r.items[k].c()
			is := c.body
			if is == "delegate" || c.form == "delegate" {
				is = "upper_delegation"
			}
			if !isSeats(is) || c.use == "actor" || is == body {
				continue
			}
			if body != "" {
				return ""
			}
			body = is
		}
		if body == "committee" && slices.ContainsFunc(r.items, func(it item) bool { return it.c().central }) {
			return ""
		}
		if body != "" {
			return body
		}
	}
	return ""
}

// chosenAt returns the token behind the word that says in a line of a title who is elected,
// -1 for none: "bầu Ban Chấp hành", "KIỂM PHIẾU BẦU CỬ …".
func (r *reader) chosenAt(first, last int32) int32 {
	for i := first; i < last; i++ {
		if r.t.Fold(i) == "bầu" && (i == first || i-1 > first && (r.t.Fold(i-1) == "phiếu" || r.t.Fold(i-1) == "quả")) {
			if i++; i < last && r.t.Fold(i) == "cử" {
				i++
			}
			return i
		}
	}
	return -1
}

// ofTitle gives a figure whose sentence names no body the one that the title of minutes says
// is elected: "Số lượng cần bầu: 11. Danh sách bầu: 13". Of delegates, those who are chosen are
// the delegation, those who came are not.
func (r *reader) ofTitle(i int, m *measure) {
	if r.d.elects == "" || r.d.elects == m.body || m.attr == "approval" {
		return
	}
	switch {
	case m.body == "committee" && (m.attr == "total" || m.attr == "other" || m.attr == "withdrawn" || m.attr == "surplus"):
		for k := range r.items {
			if c := r.items[k].c(); c.body == "committee" && c.use != "actor" {
				return
			}
		}
		m.body = r.d.elects
	case m.body == "delegate" && r.d.elects == "upper_delegation":
		if m.attr == "alternate" || r.alternates(i) || i+1 < len(r.groups) && r.alternates(i+1) || r.shareOut(&r.groups[i]) {
			m.body, m.level = "upper_delegation", ""
		}
	}
}

// shareOut reports whether those counted were allotted or are to be elected: "Số đại biểu
// được phân bổ: 6".
func (r *reader) shareOut(g *group) bool {
	for k := g.at - 1; k >= g.left; k-- {
		if p := r.items[k].c().phase; p == "planned" || p == "nominated" {
			return true
		}
	}
	return false
}
