package discourse

import "github.com/tongket/tongket/extractors/scan"

// announced returns the mark behind which a sentence tells what fell short before what it
// asks for, -1 where none does: "Đại hội khóa trước còn một số hạn chế cần khắc phục: …",
// and in a plan, which else only says what shall be, "Qua đại hội nhiệm kỳ trước cho
// thấy: …".
func (r *Reader) announced(t *scan.Text, s scan.Sentence) int32 {
	plans := prescribes(t)
	for i := s.First + 2; i < s.Last; i++ {
		if !t.Is(i, ':') {
			if plans && t.Word(i) == "thấy" && t.Word(i-1) == "cho" && looksBack(t, s.First) {
				if t.Is(i+1, ':') || t.Is(i+1, ',') {
					i++
				}
				return i
			}
			continue
		}
		for j := i - 1; j > max(s.First, i-longestAnnounced); j-- {
			if !trouble(t, j) {
				continue
			}
			if (exists(t, s.First, j) || t.Fold(s.First) == "về" && j <= s.First+longestAnnounced/2) && (plans || t.Has(r.demands, j+2, i)) {
				return i
			}
			break
		}
		return -1 // a later colon opens no list of the whole sentence
	}
	return -1
}

// longestAnnounced is how many words stand at most between the noun of what fell short and
// its colon: "những hạn chế mà các cấp ủy cần nghiêm túc rút kinh nghiệm:".
const longestAnnounced = 12

// trouble reports whether a noun of what fell short ends at a token.
func trouble(t *scan.Text, i int32) bool {
	switch t.Fold(i) {
	case "chế":
		return t.Fold(i-1) == "hạn"
	case "điểm":
		return t.Fold(i-1) == "khuyết" || t.Fold(i-1) == "nhược"
	case "tại":
		return t.Fold(i-1) == "tồn"
	case "kém":
		return t.Fold(i-1) == "yếu"
	case "sót":
		return t.Fold(i-1) == "thiếu" || t.Fold(i-1) == "sai"
	case "cập":
		return t.Fold(i-1) == "bất"
	case "mắc":
		return t.Fold(i-1) == "vướng"
	}
	return false
}

// exists reports whether a noun that ends at a token is said to be there, and not to be
// mended: "còn một số hạn chế", "bộc lộ những thiếu sót".
func exists(t *scan.Text, first, i int32) bool {
	for j := i - 2; j >= max(first, i-8); j-- {
		switch t.Fold(j) {
		case "còn", "có", "lộ", "sinh", "hiện", "vẫn", "gặp", "mắc":
			return true
		case "phục", "tránh", "ra", "chỉnh", "sửa", "hết", "nghiệm", "không", "rõ":
			return false
		}
	}
	return false
}

// looksBack reports whether a sentence begins with the congresses that were: "Qua đại hội
// nhiệm kỳ trước …".
func looksBack(t *scan.Text, i int32) bool {
	for n := 0; n < 3 && (t.Tokens[i].Kind != scan.Word || t.Tokens[i].End-t.Tokens[i].Start < 2); n++ {
		i++
	}
	switch t.Fold(i) {
	case "qua", "từ", "nhìn", "thực", "tổng", "kết", "đại":
		return true
	}
	return false
}

// prescribes reports whether a document only says what shall be done.
func prescribes(t *scan.Text) bool {
	switch t.Identity.Type {
	case "plan", "directive", "guidance":
		return true
	}
	return false
}
