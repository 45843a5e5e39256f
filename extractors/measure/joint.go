package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// joint finds the units that begin a sentence together and that its figures are of together: "Chỉ có
// Sơn La, Điện Biên đạt trên 10%", "Riêng các xã A, B và C có 11 cấp ủy viên nữ". They are one place, as it is
// written. "đều" and "mỗi" give each unit a figure of its own, and so does a figure right behind a name.
func (r *reader) joint() {
	i := r.firstWord()
	for i+2 < r.last && i < r.firstWord()+jointOpening && (jointOpens[r.t.Fold(i)] || r.numberAt(i) && i+1 < r.last && r.typeAt(i+1)) {
		i++
	}
	begin, n, level := i, 0, ""
	party := false
	for {
		if r.t.Fold(i) == "đảng" && r.t.Fold(i+1) == "bộ" {
			if i += 2; n == 0 {
				begin = i
			}
			party = true
		}
		next, l := r.unitNameAt(i)
		if next == i {
			return
		}
		n++
		level = first(level, l)
		if i = next; !r.t.Is(i, ',') && r.t.Fold(i) != "và" {
			break
		}
		if r.t.Is(i, ',') && !r.capitalAt(i+1) && !r.typeAt(i+1) {
			break // the clause goes on
		}
		i++
	}
	if n < 2 || i >= r.last || r.t.Tokens[i].Kind != scan.Word && !r.t.Is(i, ',') {
		return
	}
	switch r.t.Fold(i) {
	case "đều", "mỗi", "cùng", "lần", "là", "hợp", "sáp", "nhập", "được":
		return
	}
	text := r.t.String(begin, i)
	if party {
		text = strings.ReplaceAll(text, "Đảng bộ ", "")
	}
	if level == "" {
		level = r.below()
	}
	r.s.joint, r.s.jointLvl, r.s.jointEnd = text, level, i
}

// jointOpening is how many words stand at most before the units of a sentence: "Chỉ có các".
const jointOpening = 4

// jointOpens are words that may stand there, folded.
var jointOpens = map[string]bool{"chỉ": true, "có": true, "riêng": true, "tại": true, "ở": true, "trong": true, "các": true, "hai": true, "ba": true, "bốn": true, "nhưng": true, "song": true, "còn": true}

// typeAt reports whether a word for a kind of units stands at a token.
func (r *reader) typeAt(i int32) bool {
	switch r.t.Fold(i) {
	case "huyện", "xã", "phường", "quận", "thị", "thành", "tỉnh":
		return true
	}
	return false
}

// unitNameAt returns the end of the name of a unit that begins at a token, with or without the word for its
// kind, and its level; the token itself for none.
func (r *reader) unitNameAt(i int32) (end int32, level string) {
	for k := range r.items {
		if it := &r.items[k]; it.first > i {
			break
		} else if it.first == i && it.place != "" {
			if r.own(it.place) || it.last-it.first > longestUnit {
				return i, ""
			}
			return it.last, it.placeLevel
		}
	}
	from := i
	switch {
	case !r.typeAt(i):
	case r.t.Fold(i+1) == "xã" || r.t.Fold(i+1) == "trấn" || r.t.Fold(i+1) == "phố":
		i += 2
	default:
		i++
	}
	if i > from {
		if level = "upper_grassroots"; r.t.Fold(from) == "xã" || r.t.Fold(from) == "phường" || r.t.Fold(from+1) == "trấn" {
			if level = "grassroots"; r.since2025() {
				level = "upper_grassroots"
			}
		}
	}
	j := r.capitals(i)
	if j-i < 2 || j-i > 3 || j-i == 3 && i == from && r.x.words.surnames[r.t.Fold(i)] || i == from && noUnit[r.t.Fold(i)] || r.own(r.t.String(i, j)) {
		return from, ""
	}
	for k := i; k < j; k++ {
		if c := r.peekBack(k); c.org || c.body != "" {
			return from, ""
		}
	}
	return j, level
}

// peekBack returns the cue that begins at a token that was read.
func (r *reader) peekBack(i int32) *cue {
	for k := r.hit - 1; k >= 0 && r.hits[k].First >= i; k-- {
		if r.hits[k].First == i {
			return r.x.words.of[r.hits[k].Value]
		}
	}
	return &nothing
}

// ofJoint reports whether a figure is of the units that begin its sentence together: no other unit stands
// between them. Votes are for a person each, and organisations are counted by themselves.
func (r *reader) ofJoint(g *group) bool {
	if r.s.joint == "" || g.main.first < r.s.jointEnd || g.named || g.head != nil && g.head.org {
		return false
	}
	if k := g.end; k < len(r.items) && r.items[k].mark == '(' && r.countsInside(k) {
		return false // "bầu thiếu tổng số 3 cấp ủy viên (xã A 2, xã B 1)"
	}
	for k := range r.items {
		if it := &r.items[k]; it.place != "" && it.first >= r.s.jointEnd && it.first < g.main.first {
			return false
		}
	}
	return true
}
