package measure

import "github.com/tongket/tongket/extractors/scan"

// What was decided and that it was reached is told by saying the number twice: "bầu 41 người thì đủ 41", "Ban
// Thường vụ 13 đủ 13", "đề án 15 ủy viên, bầu một mạch xong 15".

// filledBy reports whether the figure behind group i repeats it as what was elected of it.
func (r *reader) filledBy(i int) bool {
	if i < 0 || i+1 >= len(r.groups) {
		return false
	}
	g, n := &r.groups[i], &r.groups[i+1]
	if g.main.value != n.main.value || g.main.value < 2 || r.plain(g) || r.plain(n) || n.main.first-g.main.last > filledWords || r.split(g.end, n.at) {
		return false
	}
	switch r.t.Fold(n.main.first - 1) {
	case "đủ":
		return true
	case "xong", "được", "trúng", "cả":
		for j := g.main.last; j < n.main.first; j++ {
			if w := r.t.Fold(j); w == "bầu" || w == "chọn" {
				return true
			}
		}
	}
	return false
}

// plain reports whether a figure is no plain count of persons.
func (r *reader) plain(g *group) bool {
	return g.main.percent || g.main.ratio || g.main.ranged || g.head != nil && g.head.head != "person" && !isSeats(g.head.body)
}

// filledWords is how many tokens stand at most between a number and the same number again: "thì cả ba
// ngày đại hội chỉ bầu một lượt là đủ".
const filledWords = 12

// bothTold resolves the two figures that say so; ok is false for others.
func (r *reader) bothTold(i int) (m measure, ok bool) {
	phase := ""
	switch {
	case r.filledBy(i):
		phase = "planned"
	case r.filledBy(i - 1):
		phase = "actual"
		i--
	default:
		return measure{}, false
	}
	g := &r.groups[i]
	body := "committee"
	if c, _ := r.bodyOf(g); c != nil && isSeats(c.body) {
		body = c.body
	} else if c, _ := r.bodyOf(&r.groups[i+1]); c != nil && isSeats(c.body) {
		body = c.body
	} else if isSeats(r.s.body) {
		body = r.s.body
	}
	return measure{body: body, attr: "total", stat: "count", phase: phase}, true
}

// lackedNext reports whether the sentence behind this one says that as many are missing as N falls short of M:
// "Đại hội bầu được 12/15 ủy viên. Thiếu 03 đồng chí là …".
func (r *reader) lackedNext(f *figure) bool {
	if r.last >= int32(len(r.t.Tokens)) || f.value >= f.total {
		return false
	}
	for i := r.last; i+1 < int32(len(r.t.Tokens)) && i < r.last+lackedNextWords; i++ {
		switch r.t.Fold(i) {
		case "thiếu", "khuyết":
			for j := i + 1; j < i+4 && j < int32(len(r.t.Tokens)); j++ {
				if r.t.Tokens[j].Kind != scan.Number {
					continue
				}
				n, ok := r.x.grammar.Figure(r.t, j)
				return ok && n.Value == f.total-f.value
			}
		}
	}
	return false
}

// lackedNextWords is within how many tokens behind a sentence the next one says how many are missing.
const lackedNextWords = 6

// congressAhead reports whether a sentence tells of a congress that is still to come: "Chuẩn bị Đại hội Đảng bộ
// huyện vào cuối tháng 7", "Đại hội Đảng bộ tỉnh sẽ họp đầu tháng 10".
func (r *reader) congressAhead() bool {
	i := r.firstWord()
	ahead := r.t.Fold(i) == "chuẩn"
	for k := range r.items {
		ahead = ahead || r.items[k].c().reach == "future"
	}
	if !ahead {
		return false
	}
	for j := i; j+1 < r.last; j++ {
		switch r.t.Fold(j) + " " + r.t.Fold(j+1) {
		case "triệu tập", "đại diện", "thay mặt", "đương nhiên", "chính thức":
			return false // its delegates were called or chosen already
		}
	}
	if r.t.Fold(i) == "chuẩn" && r.t.Fold(i+1) == "bị" {
		i += 2
		for n := 0; n < 2 && (r.t.Fold(i) == "tốt" || r.t.Fold(i) == "cho" || r.t.Fold(i) == "tổ" || r.t.Fold(i) == "chức"); n++ {
			i++
		}
		return r.t.Fold(i) == "đại" && r.t.Fold(i+1) == "hội"
	}
	congress := false
	for ; i+1 < r.last; i++ {
		switch r.t.Fold(i) {
		case "đại":
			congress = congress || r.t.Fold(i+1) == "hội"
		case "đã", "đang":
			return false
		case "sẽ":
			if !congress {
				return false
			}
			switch r.t.Fold(i + 1) {
			case "họp", "diễn", "khai", "tổ", "tiến", "khởi", "bắt", "được":
				return r.t.Fold(i+1) != "được" || r.t.Fold(i+2) == "tổ"
			}
			return false
		}
		if r.t.Tokens[i].Kind == scan.Number && congress && r.t.Fold(i+1) == "đại" {
			return false // "350 đại biểu sẽ …"
		}
	}
	return false
}

// allWon reports whether a figure of persons is told to have been elected whole: "Cả 49 người đều qua ngay lượt đầu",
// "toàn bộ 15 đồng chí trúng ngay vòng một".
func (r *reader) allWon(g *group) bool {
	if g.head == nil || g.head.head != "person" || g.main.percent || g.main.first <= r.first {
		return false
	}
	i := r.items[g.end-1].last
	if end := r.overHalf(i); end > i {
		for j := r.first; j < g.main.first; j++ {
			if w := r.t.Fold(j); w == "vòng" || w == "lượt" {
				return false // "vòng một có 9 người quá bán"
			}
		}
		return r.over(end) // "37 người đủ phiếu"
	}
	if w := r.t.Fold(g.main.first - 1); w != "cả" && w != "bộ" {
		return false
	}
	for n := 0; n < 2 && (r.t.Fold(i) == "đều" || r.t.Fold(i) == "đã" || r.t.Fold(i) == "cùng"); n++ {
		i++
	}
	switch r.t.Fold(i) {
	case "qua", "trúng", "đắc", "đạt", "vượt", "được":
	default:
		return false
	}
	for j := i + 1; j < r.last && j < i+wonAllWords; j++ {
		switch r.t.Fold(j) {
		case "lượt", "vòng", "cử", "lần", "bán":
			return true
		}
	}
	return false
}

// wonAllWords is how far behind the verb it is told in what ballot all won.
const wonAllWords = 5

// overHalf returns the token behind words at a token that say that somebody had the votes he needed: "đủ phiếu", "quá bán",
// "đạt quá nửa số phiếu"; the token itself for others.
func (r *reader) overHalf(at int32) int32 {
	i := at
	if w := r.t.Fold(i); w == "đạt" || w == "có" || w == "được" {
		i++
	}
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "đủ phiếu", "quá bán", "quá nửa":
		i += 2
	case "đủ số":
		if r.t.Fold(i+2) != "phiếu" {
			return at
		}
		i += 3
	default:
		return at
	}
	for n := 0; n < 2 && (r.t.Fold(i) == "số" || r.t.Fold(i) == "phiếu" || r.t.Fold(i) == "bầu"); n++ {
		i++
	}
	return i
}

// planInBracket reports whether a figure stands alone in the bracket right behind a plan with which a result is compared: "So với đề
// án được duyệt (41 đồng chí)".
func (r *reader) planInBracket(g *group) bool {
	k := g.at - 1
	if k < 2 || r.items[k].mark != '(' || g.end >= len(r.items) || r.items[g.end].mark != ')' || r.plain(g) {
		return false
	}
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		c := r.items[j].c()
		if c.phase == "planned" {
			for n := j - 1; n >= 0 && n >= j-2; n-- {
				if r.items[n].c().link == "versus" {
					return true
				}
			}
		}
		if r.items[j].mark != 0 || r.items[j].fig != nil {
			return false
		}
	}
	return false
}

// votesInRow reports whether a bare figure stands in a row of votes whose noun follows the last: "lần lượt đạt 38 và 37 phiếu".
func (r *reader) votesInRow(i int) bool {
	g := &r.groups[i]
	if !g.main.bare || g.head != nil || g.main.percent || g.main.ratio || i+1 >= len(r.groups) {
		return false
	}
	n := &r.groups[i+1]
	return n.head != nil && n.head.body == "vote" && n.at == g.end+1 && (r.items[g.end].c().link == "cut" || r.items[g.end].mark == ',') && r.items[g.end].first == g.main.last && n.main.first == r.items[g.end].last &&
		n.main.value > few && g.main.value > few
}
