package discourse

import "github.com/tongket/tongket/extractors/scan"

// Unreal reports whether what stands at token i of a clause is wished, promised,
// supposed, a purpose or a slogan.
func (r *Reader) Unreal(t *scan.Text, c Clause, i int32) bool {
	return r.Wished(t, c, i) || r.Purpose(t, c, i)
}

// Wished reports whether what stands at token i of a clause is wished, promised or a
// slogan, a word such as "sẽ", "nhằm" or "chủ đề" before it, or holds only where a
// condition does: "nơi nào chưa kỹ thì …".
func (r *Reader) Wished(t *scan.Text, c Clause, i int32) bool {
	return r.supposed(t, c.First, i) || t.Has(r.future, c.First, c.Last) || r.supposes(t, c) || rules(t, i, c.Last) || slogan(t, c)
}

// rules reports whether a range says what is done in a case: "bầu thiếu thì tiếp tục bầu
// lần hai".
func rules(t *scan.Text, first, last int32) bool {
	for i := first; i < min(first+8, last-1); i++ {
		if t.Word(i) != "thì" {
			continue
		}
		switch t.Word(i + 1) {
		case "tiếp", "dừng", "báo", "bầu", "lấy", "tiến", "xin":
			return true
		}
	}
	return false
}

// vouched reports whether "có thể" only leads in what is said for sure: "có thể khẳng định".
func vouched(t *scan.Text, h scan.Hit) bool {
	if t.Word(h.Last-1) != "thể" {
		return false
	}
	switch t.Word(h.Last) {
	case "khẳng", "nói", "thấy":
		return true
	}
	return false
}

// supposed reports whether a range has a word of what is not so. What came about right
// after something else did is told: "ngay sau khi có chỉ thị".
func (r *Reader) supposed(t *scan.Text, first, last int32) bool {
	for _, h := range t.HitsIn(r.unreal, first, last) {
		if named(t, h, last) || vouched(t, h) || t.Word(h.First) == "khi" && persists(t, h.Last, last) || t.Fold(h.First) == "nếu" && (weighs(t.Word(h.Last)) || grants(t, h.Last)) {
			continue
		}
		if t.Word(h.First) != "khi" || h.First < 2 || t.Fold(h.First-1) != "sau" || t.Fold(h.First-2) != "ngay" {
			return true
		}
	}
	return false
}

// weighs reports whether a word behind "nếu" only compares or looks: "nếu so với khóa
// trước thì khá hơn hẳn".
func weighs(w string) bool { return w == "so" || w == "nhìn" || w == "xét" || w == "kể" }

// grants reports whether a condition only leads in what is so: "nếu có điều phải rút kinh
// nghiệm thì đó là …".
func grants(t *scan.Text, i int32) bool {
	if w := t.Word(i); w != "có" && w != "còn" {
		return false
	}
	for j := i + 1; j < min(i+14, int32(len(t.Tokens))-1); j++ {
		if t.Word(j) == "thì" {
			return t.Word(j+1) == "đó" || t.Word(j+1) == "là"
		}
	}
	return false
}

// persists reports whether what stands at a token, behind a "khi có", is told as it was:
// "khi có đề cử tại chỗ, chủ tọa còn bối rối".
func persists(t *scan.Text, first, i int32) bool {
	for j := max(first, i-1); j <= i && int(j) < len(t.Tokens); j++ {
		switch t.Word(j) {
		case "còn", "vẫn", "đã":
			return true
		}
	}
	return false
}

// slogan reports whether the sentence of a clause says what something is to be:
// "Chủ đề đại hội là …; …".
func slogan(t *scan.Text, c Clause) bool {
	first := t.Sentences[c.Sentence].First
	if first == c.First {
		return false // told by its words
	}
	switch t.Fold(first) + " " + t.Fold(first+1) {
	case "chủ đề", "phương châm", "mục tiêu":
		return true
	case "khẩu hiệu": // "Khẩu hiệu treo đúng chỗ" is about a banner
		for i := first + 2; i < min(first+8, t.Sentences[c.Sentence].Last); i++ {
			if t.Is(i, '"') || t.Is(i, ':') || t.Fold(i) == "là" {
				return true
			}
		}
	}
	return false
}

// supposes reports whether a clause says "nơi nào", "ai nào" or the like at its start
// or behind a comma, and what is so "thì".
func (r *Reader) supposes(t *scan.Text, c Clause) bool {
	for _, h := range t.HitsIn(r.which, c.First, c.Last) {
		b := h.First
		for b > c.First && t.Tokens[b-1].Kind == scan.Word && h.First-b < 3 {
			b--
		}
		if w := t.Fold(b); b > c.First && t.Tokens[b-1].Kind == scan.Word || w == "không" || w == "chưa" || w == "chẳng" {
			continue
		}
		for j := h.Last; j < c.Last; j++ {
			if w := t.Word(j); w == "thì" || w == "là" && (t.Word(j+1) == "nơi" || t.Word(j+1) == "ở") {
				return true // "nơi nào cục bộ là nơi đó thất bại"
			}
		}
	}
	return false
}

// Purpose reports whether a "để" before token i, one that does not belong to "không
// để", makes it the aim of something. What is blamed is nobody's aim: "hai chi bộ để
// đại hội chậm" lets it happen.
func (r *Reader) Purpose(t *scan.Text, c Clause, i int32) bool {
	for j := i; j >= c.First; j-- {
		if w := t.Fold(j); t.Is(j, ',') && !(i-j <= 5 && t.Fold(c.First) == "để") || w == "còn" || w == "vẫn" || w == "chưa" {
			break // a purpose ends at its comma, or where its noun is judged
		}
		if j == c.First && t.Fold(j) == "để" {
			return true // "Để đại hội diễn ra chu đáo, …"
		}
		if j < i && j > c.First && t.Word(j) == "để" {
			switch t.Fold(j - 1) {
			case "không", "còn", "chủ", "chưa", "đã", "nơi", "tạm":
			default:
				return true
			}
		}
	}
	return false
}

// named reports whether a word that may open a slogan or a forecast only names a part of
// a paper: "Chủ đề đại hội rõ, dễ nhớ", "phần dự báo còn sơ sài".
func named(t *scan.Text, h scan.Hit, last int32) bool {
	switch t.Fold(h.First) {
	case "chủ", "phương", "mục":
		for i := h.Last; i < last; i++ {
			if t.Is(i, '"') || t.Is(i, ':') || t.Fold(i) == "là" {
				return false
			}
		}
		if t.Fold(h.First) != "mục" || h.First == 0 {
			return t.Fold(h.First) != "mục"
		}
		switch t.Fold(h.First - 1) {
		case "phần", "nhiều", "các", "những", "số":
			return true // "đặt nhiều mục tiêu mà thiếu nguồn lực"
		}
		return false
	case "dự":
		if h.First == 0 {
			return false
		}
		switch t.Fold(h.First - 1) {
		case "phần", "tính", "khâu", "tác", "về":
			return true
		}
	}
	return false
}
