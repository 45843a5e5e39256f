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

// ballotWord returns what the words right before a figure say of ballots where the text speaks
// of them, "" for nothing: "Phát 31, thu 31, HL 30, KHL 1", "phiếu hỏng 4", "đã thu lại 56 phiếu".
func (r *reader) ballotWord(g *group) string {
	if r.d.votes == 0 && !r.s.votes || g.main.percent || g.main.foreign || g.head != nil && g.head.body != "vote" {
		return ""
	}
	i := r.beforeFigure(g.main.first)
	if i < r.first {
		return ""
	}
	return r.ballotEnding(i)
}

// beforeFigure returns the last token before a figure that is no mark or word of being.
func (r *reader) beforeFigure(i int32) int32 {
	for i--; i >= r.first; i-- {
		switch r.t.Fold(i) {
		case "là", "được", "đủ", "có", "số":
			continue
		}
		if !r.t.Is(i, ':') && !r.t.Is(i, '=') && !r.t.Is(i, '-') {
			break
		}
	}
	return i
}

// ballotEnding returns what a word that ends at a token says of ballots.
func (r *reader) ballotEnding(i int32) string {
	before := ""
	if i > r.first {
		before = r.t.Fold(i - 1)
	}
	switch w := r.t.Fold(i); w {
	case "phát":
		if before == "tổng" || i+1 < r.last && r.t.Tokens[i+1].Kind == 0 && r.t.Fold(i+1) != "phiếu" && !r.numberAt(i+1) {
			return ""
		}
		return "issued"
	case "ra":
		if before == "phát" {
			return "issued"
		}
	case "thu":
		return "returned"
	case "về", "vào", "lại":
		if before == "thu" {
			return "returned"
		}
	case "hl", "lệ":
		if w == "lệ" && before != "hợp" {
			return ""
		}
		at := i - 1
		if w == "lệ" {
			at--
		}
		if at >= r.first && (r.t.Fold(at) == "không" || r.t.Fold(at) == "ko") {
			return "invalid"
		}
		return "valid"
	case "khl":
		return "invalid"
	case "hỏng":
		if before == "phiếu" {
			return "invalid"
		}
	}
	return ""
}

// ballotPair reads N/M under a label of two words for ballots with a slash between them:
// "Phát ra/thu về: 56/56". It returns what each of them is.
func (r *reader) ballotPair(g *group) (first, second string) {
	if !g.main.ratio || !r.s.votes || g.main.totalAt-g.main.end > 1 {
		return "", ""
	}
	i := r.beforeFigure(g.main.first)
	if i < r.first {
		return "", ""
	}
	second = r.ballotEnding(i)
	for n := 0; second != "" && n < 4 && i > r.first; n++ {
		if i--; r.t.Is(i, '/') {
			return r.ballotEnding(i - 1), second
		}
	}
	return "", ""
}
