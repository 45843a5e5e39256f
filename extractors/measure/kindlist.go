package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// unitKinds are the kinds of units and blocs that have Party organisations, folded, by
// their first syllable, the longest first.
var unitKinds = func() map[string][][]string {
	out := map[string][][]string{}
	for _, kind := range []string{
		"công an nhân dân", "lực lượng vũ trang", "đơn vị sự nghiệp", "trường đại học",
		"thành phố", "thị xã", "thị trấn", "đặc khu", "cơ quan", "doanh nghiệp", "sự nghiệp", "đơn vị", "đại học", "trường học", "học viện", "bệnh viện", "đoàn thể", "trường",
		"khu phố", "khu dân cư", "tổ dân phố", "trạm y tế", "thôn", "bản", "ấp", "xóm", "khóm", "y tế", "hưu trí", "nông thôn",
		"công an", "quân sự", "biên phòng", "tỉnh", "huyện", "quận", "xã", "phường",
	} {
		words := strings.Split(kind, " ")
		out[words[0]] = append(out[words[0]], words)
	}
	return out
}()

// isKind reports whether the words of a kind stand from a token on, with one blank
// between them.
func (r *reader) isKind(words []string, i int32) bool {
	for n, w := range words {
		j := i + int32(n)
		if r.t.Fold(j) != w || n > 0 && (r.t.Tokens[j].Start != r.t.Tokens[j-1].End+1 || r.t.Doc.Text[r.t.Tokens[j].Start-1] != ' ') {
			return false
		}
	}
	return true
}

// longestKind is the most syllables of a kind.
const longestKind = 4

// kindAt returns the end of the kind of units that begins at a token, with "khối"
// before it; the token itself where none does. A capital behind it begins the name of
// one unit.
func (r *reader) kindAt(i int32) int32 {
	from := i
	if i < r.last && r.t.Fold(i) == "khối" {
		from++
	}
	for _, words := range unitKinds[r.t.Fold(from)] {
		end := from + int32(len(words))
		if end > r.last || !r.isKind(words, from) {
			continue
		}
		if end >= r.last || r.t.Tokens[end].Kind != scan.Word || !r.t.Tokens[end].Upper {
			return end
		}
	}
	return i
}

// kindsBehind returns the end of the list of kinds that goes on behind a noun of
// organisations: "đảng bộ huyện[, thành phố, thị xã]", "đảng bộ [khối cơ quan, lực
// lượng vũ trang]"; the end of the noun where there is no list.
func (r *reader) kindsBehind(first, last int32, party bool) int32 {
	end := last
	switch {
	case last < r.last && r.t.Is(last, ',') && r.endsInKind(first, last):
	case party && r.t.Fold(last) == "khác" && (last+1 >= r.last || r.t.Tokens[last+1].Kind == scan.Punct):
		return last + 1
	case party:
		if end = r.kindAt(last); end == last {
			return last
		}
	default:
		return last
	}
	listed := false
	for end < r.last {
		sep := r.t.Is(end, ',') || listed && r.t.Fold(end) == "và"
		if !sep {
			break
		}
		next := r.kindAt(end + 1)
		if next == end+1 {
			break
		}
		end, listed = next, true
	}
	if !listed {
		return last
	}
	return end
}

// kindOf returns the noun of the organisations that a figure counts, with the kind behind
// it: "đảng bộ xã, phường", "chi bộ doanh nghiệp".
func (r *reader) kindOf(g *group) string {
	it := &r.items[g.headAt]
	return r.t.String(it.first, r.kindAt(it.last))
}

// endsInKind reports whether a noun ends in a kind of units: "đảng bộ huyện".
func (r *reader) endsInKind(first, last int32) bool {
	for n := int32(1); n <= min(longestKind, last-first); n++ {
		for _, words := range unitKinds[r.t.Fold(last-n)] {
			if int32(len(words)) == n && r.isKind(words, last-n) {
				return true
			}
		}
	}
	return false
}

// ofAKind reports whether organisations are only those of one kind, and not all that there are
// below an organisation: "49 đảng bộ cơ sở, 12 chi bộ cơ sở", "11 đảng bộ xã, thị trấn", "22 đảng bộ
// và 32 chi bộ". All of them are "tổ chức cơ sở đảng", "đảng bộ trực thuộc", "chi bộ trực thuộc".
func (r *reader) ofAKind(i int) bool {
	g := &r.groups[i]
	it := &r.items[g.headAt]
	switch noun := r.t.Fold(it.first) + " " + r.t.Fold(it.first+1); {
	case noun != "đảng bộ" && noun != "chi bộ" || r.t.Fold(r.kindAt(it.last)) == "trực":
		return false
	case it.last == it.first+2:
		return r.kindAt(it.last) > it.last || r.besideKind(i, noun)
	case it.last == it.first+4 && r.t.Fold(it.first+2) == "cơ" && r.t.Fold(it.first+3) == "sở":
		return true
	default:
		return r.endsInKind(it.first, it.last) && r.t.Fold(it.first+2) != "trực" && r.t.Fold(it.first+2) != "cấp"
	}
}

// besideKind reports whether the next or last figure counts the organisations of the other kind:
// "22 đảng bộ và 32 chi bộ".
func (r *reader) besideKind(i int, noun string) bool {
	other := "chi"
	if noun == "chi bộ" {
		other = "đảng"
	}
	g := &r.groups[i]
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(r.groups) {
			continue
		}
		n := &r.groups[j]
		if n.head == nil || !n.head.org || n.headAt < 0 || r.t.Fold(r.items[n.headAt].first) != other || r.t.Fold(r.items[n.headAt].first+1) != "bộ" {
			continue
		}
		a, b := g, n
		if j < i {
			a, b = n, g
		}
		if b.main.first-r.items[a.end-1].last <= 1 {
			return true
		}
	}
	return false
}
