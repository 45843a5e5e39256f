package measure

import "github.com/tongket/tongket/extractors/scan"

// attends reports whether a sentence says who came and a figure counts members of a
// body among them, who are guests: "Cùng dự có 18 đồng chí bí thư các đảng bộ bạn".
func (r *reader) attends(g *group, body string) bool {
	for i := r.firstWord(); i < min(r.firstWord()+3, g.main.first); i++ {
		if r.came(i) {
			return true
		}
	}
	for i := g.main.last; i+1 < r.last && !r.t.Is(i, ','); i++ {
		if r.came(i) && (r.t.Fold(i+1) == "họp" || r.t.Fold(i+1) == "hội" && r.t.Fold(i+2) == "nghị") {
			return true // "49/50 Tỉnh ủy viên dự họp"
		}
	}
	for i := g.main.last; i < r.last && (body == "secretary" || body == "deputy_secretary"); i++ {
		if r.t.Is(i, ';') {
			return false
		}
		if r.came(i) {
			return r.t.Fold(i+1) == "đại" || r.t.Fold(i+1) == "hội" || i+2 >= r.last
		}
	}
	return false
}

// came reports whether "dự" at token i is the verb and no part of another word.
func (r *reader) came(i int32) bool {
	if r.t.Fold(i) != "dự" {
		return false
	}
	switch r.t.Fold(i + 1) {
	case "kiến", "thảo", "khuyết", "án", "toán", "bị", "báo", "nguồn":
		return false
	}
	return i <= r.first || r.t.Fold(i-1) != "đi"
}

// camePredicate reports whether what is said from a token on is that somebody came: "đã về
// dự", "có mặt đông đủ".
func (r *reader) camePredicate(i int32) bool {
	if r.t.Fold(i) == "đã" {
		i++
	}
	switch r.t.Fold(i) {
	case "về":
		return r.t.Fold(i+1) == "dự" || r.t.Fold(i+1) == "tham"
	case "tham", "có":
		return r.t.Fold(i+1) == "dự" || r.t.Fold(i+1) == "mặt"
	}
	return r.t.Fold(i) == "dự"
}

// invited reports whether those counted are guests of a congress: "25 đại biểu khách mời",
// "hơn 100 đại biểu là khách mời".
func (r *reader) invited(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if it := &r.items[k]; it.c().body == "delegate" && (r.t.Fold(it.last) == "mời" || r.t.Fold(it.last) == "khách") {
			return true // "Số đại biểu mời không quá 20 người"
		}
	}
	for i := g.main.first - 1; i > r.first && !r.t.Is(i, ';') && !r.t.Is(i, ',') && r.t.Tokens[i].Kind != scan.Number && r.t.Fold(i) != "và" && r.t.Fold(i) != "cùng"; i-- {
		if r.t.Fold(i) == "mời" && r.t.Fold(i-1) == "khách" {
			return true // "Khách mời: 14 đại biểu"
		}
	}
	i := r.items[g.end-1].last
	if r.t.Fold(i) == "là" {
		i++
	}
	return r.t.Fold(i) == "khách" || r.t.Fold(i) == "được" && r.t.Fold(i+1) == "mời" || g.main.first > r.first && r.t.Fold(g.main.first-1) == "mời"
}
