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
	if w := r.t.Fold(g.main.first - 1); w != "cả" && w != "bộ" {
		return false
	}
	i := r.items[g.end-1].last
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
