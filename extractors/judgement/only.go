package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// homograph reports whether the first word of a hit is another that is written alike.
func (c *common) homograph(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	return finished(t, cl, h) || setBeside(t, cl, h) || earlyForWant(t, cl, h) || leadsOn(t, cl, h) || c.newly(t, cl, h) || furthermore(t, h) || ofSize(t, h) || topsFigure(t, cl, h) || changesBy(t, cl, h)
}

// changesBy reports whether a comparison only counts how much a figure changed since the
// term before: "ít hơn nhiệm kỳ trước 02 đồng chí", "trẻ hơn khóa trước gần 3 tuổi".
func changesBy(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	last := min(h.Last+7, cl.Last)
	for i := h.First; i < min(h.Last+2, last-2); i++ {
		if word(t, i) != "hơn" {
			continue
		}
		for j := i + 1; j < min(i+5, last); j++ {
			if word(t, j) == "trước" {
				end := j + 1
				for end < min(j+4, cl.Last) && t.Tokens[end].Kind != scan.Punct {
					end++
				}
				return hasNumber(t, j+1, end)
			}
			if t.Tokens[j].Kind != scan.Word {
				return false
			}
		}
	}
	return false
}

// ofSize reports whether a word of size only tells a number: "dài 18 trang".
func ofSize(t *scan.Text, h scan.Hit) bool {
	if h.Last-h.First != 1 || int(h.Last) >= len(t.Tokens) {
		return false
	}
	if word(t, h.First) == "đúng" { // "có đúng một phụ nữ", "họp đúng một ngày"
		switch word(t, h.Last) {
		case "một", "hai", "ba", "bốn", "nửa", "mười":
			return true
		}
		return t.Tokens[h.Last].Kind == scan.Number && !t.Is(h.Last+1, '/')
	}
	i := h.Last
	switch word(t, i) {
	case "đúng", "gần", "hơn", "khoảng", "chừng", "vừa":
		i++
	}
	if int(i) >= len(t.Tokens) || t.Tokens[i].Kind != scan.Number {
		return false
	}
	switch word(t, h.First) {
	case "dài", "dày", "nặng":
		return true
	}
	return false
}

// topsFigure reports whether a superlative only singles out one of several figures:
// "tỷ lệ nữ cao nhất, 26,8%".
func topsFigure(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	switch word(t, h.First) {
	case "cao", "thấp", "nhiều", "ít":
	default:
		return false
	}
	last := h.Last
	if last < cl.Last && word(t, last) == "nhất" {
		last++
	}
	return word(t, last-1) == "nhất" && hasNumber(t, last, min(last+4, cl.Last))
}

// furthermore reports whether the "chỉ" of a hit says no "only": "không chỉ có", "địa
// chỉ".
func furthermore(t *scan.Text, h scan.Hit) bool {
	if word(t, h.First) != "chỉ" {
		return false
	}
	switch word(t, h.First-1) {
	case "không", "chẳng", "chả", "địa":
		return true
	}
	return false
}

// newly reports whether the "mới" of a hit is "new" and belongs to the noun before
// it: "cấp ủy khóa mới | có 41 đồng chí", "Ban Chấp hành mới | đạt …". Only where it
// is an adverb does it say "only": "đến nay mới có 3 xã", "cấp ủy viên nữ mới có 2".
func (c *common) newly(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	if word(t, h.First) != "mới" || word(t, h.First+1) == "chỉ" || h.First == cl.First {
		return false
	}
	switch word(t, h.First-1) {
	case "khoá", "khóa", "kỳ", "kì", "đổi":
		return true // "khóa" alone ends no name of a term, and "đổi mới" is one word
	case "hành", "vụ", "uỷ", "ủy", "viên", "thư", "bch", "btv", "ngũ", "sách", "sự", "đạo", "người", "mặt", "tố", "bộ", "xã", "phường", "tỉnh", "huyện", "vị":
	default:
		return false
	}
	return cl.Part != discourse.Limits && !cl.Turned && !sofar(t, cl) && !counting(t, cl.First, h.First)
}

// sofar reports whether a clause begins with the time until which it counts: "Đến
// nay", "Hiện".
func sofar(t *scan.Text, cl discourse.Clause) bool {
	switch word(t, cl.First) {
	case "đến", "tới", "hiện":
		return true
	}
	return false
}

// counting reports whether what is counted stands before a token: a share of a group
// ("tỷ lệ nữ trong cấp ủy"), or organisations in number ("toàn huyện", "3 đảng bộ").
// In "tỷ lệ cấp ủy viên mới" the new members are what is counted.
func counting(t *scan.Text, first, i int32) bool {
	share := false
	for j := first; j < i; j++ {
		switch w := word(t, j); {
		case w == "lệ" || w == "số" || w == "lượng" || w == "cấu":
			share = true
		case j == first && w == "nữ" && (word(t, j+1) == "uỷ" || word(t, j+1) == "ủy" || word(t, j+1) == "cấp" || word(t, j+1) == "cán"):
			return true // "nữ ủy viên Ban Thường vụ mới có một người"
		case share && (w == "nữ" || w == "trẻ" || w == "tuổi" || w == "thiểu" || w == "thừa" || w == "đổi"):
			return true
		case j < i-4:
		case t.Tokens[j].Kind == scan.Number, w == "toàn", w == "nhiều", w == "mỗi", w == "vài", w == "hai", w == "ba", w == "một":
			return true
		}
	}
	return false
}

// finished reports whether "tổ chức thành công đại hội" only counts those that held theirs by a
// day: "Đến ngày 3/11, cả 14 đảng bộ đã tổ chức thành công đại hội".
func finished(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	if word(t, h.First) != "tổ" || h.Last-h.First < 4 || word(t, h.Last-1) != "công" && word(t, h.Last-1) != "hội" {
		return false
	}
	if w := word(t, cl.First); w != "đến" && w != "tính" && w != "tới" {
		return false
	}
	for i := cl.First; i < h.First-2; i++ {
		if t.Tokens[i].Kind != scan.Number {
			continue
		}
		switch word(t, i+1) {
		case "đảng", "chi", "tổ", "đơn", "xã", "huyện", "tỉnh", "tổng":
			return true
		}
	}
	return false
}

// leadsOn reports whether a superlative with "là" only leads to a number or to what is said
// behind "thì": "khó nhất là 22 người được chỉ định", "cái khó nhất là nhân sự thì làm tốt".
func leadsOn(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	if word(t, h.Last-1) != "là" || h.Last-h.First < 3 || h.Last >= cl.Last {
		return false
	}
	if t.Tokens[h.Last].Kind == scan.Number {
		return true
	}
	for i := h.Last; i < min(h.Last+8, cl.Last); i++ {
		if word(t, i) == "thì" {
			return true
		}
	}
	return false
}

// setBeside reports whether a share is only compared with that of the term before, which is a
// fact: "tỷ lệ nữ 21,3%, trẻ 22,7%, đều cao hơn nhiệm kỳ trước".
func setBeside(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	if word(t, h.First) != "cao" || word(t, h.First+1) != "hơn" {
		return false
	}
	for i := h.First + 2; i < min(h.Last+2, cl.Last); i++ {
		if w := word(t, i); w == "nhiều" || w == "hẳn" || w == "đáng" || w == "rõ" {
			return false // "cao hơn nhiều so với nhiệm kỳ trước" judges
		}
	}
	i := h.Last
	if w := word(t, i-1); w == "hơn" || w == "với" {
		i++
	}
	switch word(t, i-1) {
	case "kỳ", "trước", "khóa", "khoá", "nhiệm":
	default:
		return false
	}
	for k := max(cl.First, h.First-6); k < h.First; k++ {
		if t.Is(k, '%') {
			return true
		}
	}
	return false
}

// earlyForWant reports whether a congress only ended early because something was wanting:
// "kết thúc sớm hơn chương trình vì ít ý kiến".
func earlyForWant(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	if word(t, h.First) != "sớm" {
		return false
	}
	for i := h.Last; i < min(h.Last+6, cl.Last-1); i++ {
		if w := word(t, i); w != "vì" && w != "do" {
			continue
		}
		switch word(t, i+1) {
		case "ít", "thiếu", "không", "chẳng", "chưa", "hết":
			return true
		}
	}
	return false
}
