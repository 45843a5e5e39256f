package grammar

import (
	"github.com/tongket/tongket/extractors/scan"
)

// NameNumber reports whether the number at a token ends the name of a commune or ward: "xã Đam Rông 2", "phường
// Bảo Lộc 1". A district that was divided has left such names in rows of two to nine. A figure of the unit
// stands in the same place ("xã Tân Phú 3, xã Minh Đài 2"); what follows tells them apart.
func NameNumber(t *scan.Text, i int32) bool {
	if i < 2 || int(i) >= len(t.Tokens) || t.Tokens[i].Kind != scan.Number || t.Tokens[i].End-t.Tokens[i].Start != 1 || t.Word(i) == "0" || !t.Tokens[i].Space {
		return false
	}
	j := i - 1
	for j > 0 && i-j < longestNamed && t.Tokens[j].Kind == scan.Word && t.Tokens[j].Upper && !commune(t, j) {
		j--
	}
	if j == i-1 || !commune(t, j) {
		return false
	}
	begin, end := t.Block(t.Doc.BlockAt(int(t.Tokens[i].Start)))
	n := i + 1
	if n >= end {
		return j <= begin+namedHead
	}
	switch {
	case t.Is(n, ':'), t.Is(n, '-') && t.Tokens[n].Space:
		return true
	case t.Is(n, ','):
		if j > begin && (t.Fold(j-1) == "tại" || t.Fold(j-1) == "ở") {
			return true
		}
		return n+1 < end && (placedIn[t.Fold(n+1)] || t.Fold(n+1) == "nhiệm" || t.Fold(n+1) == "khoá" || t.Fold(n+1) == "khóa" || t.Fold(n+1) == "lần")
	case t.Is(n, '('):
		return n+1 < end && (placedIn[t.Fold(n+1)] || t.Tokens[n+1].Kind == scan.Number || t.Tokens[n+1].Upper)
	case t.Tokens[n].Kind != scan.Word, t.Tokens[n].Upper:
		return false
	case t.Fold(n) == "tổ":
		return t.Fold(n+1) == "chức" && n+2 < end && (t.Fold(n+2) == "đại" || t.Fold(n+2) == "thành" || t.Fold(n+2) == "xong" || t.Fold(n+2) == "lễ")
	case t.Fold(n) == "đại":
		return t.Fold(n+1) == "hội" && n+2 < end && (t.Fold(n+2) == "lần" || t.Fold(n+2) == "thành" || t.Fold(n+2) == "xong" || t.Fold(n+2) == "nhiệm")
	}
	return namedTold[t.Fold(n)]
}

// longestNamed is how many words the name before the number has at most, and one more; namedHead is how far from
// the begin of a line the word for the kind stands in a headline that ends with such a name.
const (
	longestNamed = 5
	namedHead    = 8
)

func commune(t *scan.Text, i int32) bool {
	w := t.Fold(i)
	return w == "xã" || w == "phường"
}

// placedIn begin the words that say where a unit lies, folded.
var placedIn = map[string]bool{"tỉnh": true, "huyện": true, "thành": true, "tp": true, "thị": true, "thuộc": true, "cũ": true, "mới": true, "trước": true}

// namedTold begin what is told of a unit right behind its name, folded; a counted noun never has them.
var namedTold = map[string]bool{
	"có": true, "đã": true, "bầu": true, "lần": true, "nhiệm": true, "khoá": true, "khóa": true, "được": true, "là": true, "còn": true, "chỉ": true, "mới": true, "vừa": true, "gồm": true, "chưa": true,
	"đạt": true, "thiếu": true, "khuyết": true, "hoàn": true, "khai": true, "tiến": true, "cũng": true, "đều": true, "thuộc": true, "long": true, "trọng": true, "bế": true, "tỉnh": true, "huyện": true,
	"sau": true, "trước": true, "do": true, "về": true, "cho": true, "sẽ": true, "phải": true, "đang": true, "hiện": true, "vẫn": true, "lại": true, "thành": true, "đề": true, "không": true,
}
