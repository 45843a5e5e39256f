package measure

// attends reports whether a sentence says who came and a figure counts members of a
// body among them, who are guests: "Cùng dự có 18 đồng chí bí thư các đảng bộ bạn".
func (r *reader) attends(g *group, body string) bool {
	for i := r.firstWord(); i < min(r.firstWord()+3, g.main.first); i++ {
		if r.came(i) {
			return true
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
