package measure

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// A figure may hold for each of several units, which are named before it or behind it: "xã A và xã B mỗi
// nơi thiếu 1", "các huyện A, B đều đạt 20%", "bầu thiếu 1 đồng chí mỗi nơi: A, B, C", "Ba đơn vị khuyết 1
// phó bí thư (A, B, C)". Each of them has a row.

// eachOf returns the units that each have what a figure counts, in their order; none where it is not said
// that each has, or where they are not named.
func (r *reader) eachOf(g *group) []item {
	from, per := r.first, -1
	for k := g.at - 1; k >= 0; k-- {
		it := &r.items[k]
		if it.mark == ';' || it.fig != nil && per < 0 {
			from = it.last
			break
		}
		if c := it.c(); per < 0 && (c.link == "per" || r.alikeWord(it.first)) {
			per = k
		}
		if per >= 0 && it.fig != nil && !(k+1 < len(r.items) && r.items[k+1].place != "") {
			from = it.last // but "Hai huyện A và B"
			break
		}
	}
	if per >= 0 {
		if c := r.items[per].c(); c.link != "per" {
			return r.unitsUpTo(from, r.items[per].first)
		}
		if out := r.unitsUpTo(from, r.items[per].first); len(out) > 1 {
			return out
		}
		out := r.unitsBefore(per)
		if len(out) == 0 {
			for _, name := range slices.Backward(r.namesAhead(per)) {
				out = append(out, item{first: r.items[per].first, last: r.items[per].first, cue: &nothing, place: name, placeLevel: r.below()})
			}
		}
		if len(out) == 0 {
			out = r.unitsBehind(g)
		}
		return out
	}
	for k := g.end; k < len(r.items) && r.items[k].mark != ';' && r.items[k].fig == nil; k++ {
		if r.items[k].c().link != "per" {
			continue
		}
		if out := r.unitsUpTo(from, g.main.first); len(out) > 1 {
			return out // "A, B bầu thiếu 2 người mỗi nơi"
		}
		return r.unitsBehind(g)
	}
	if r.fewerThanUnits(g) {
		if out := r.unitsBehind(g); float64(len(out)) == r.groups[r.s.orgAt].main.value {
			return out
		}
	}
	return nil
}

// fewerThanUnits reports whether a figure is smaller than the number of organisations counted right before
// it, which can therefore only have so many each: "Ba đơn vị khuyết 1 cấp ủy viên".
func (r *reader) fewerThanUnits(g *group) bool {
	if r.s.org.body != "organization" || g.main.percent || g.main.ratio || g.head != nil && g.head.org || r.s.orgAt >= len(r.groups) {
		return false
	}
	p := &r.groups[r.s.orgAt]
	return p.main.first < g.main.first && !p.main.percent && p.main.value > 1 && p.main.value <= mostListed && g.main.value < p.main.value && p.end <= g.at
}

// mostListed is how many units are listed by name in a sentence at most.
const mostListed = 12

// alikeWord reports whether a word at a token says that all units named before it have the same.
func (r *reader) alikeWord(i int32) bool {
	switch r.t.Fold(i) {
	case "đều":
		return true
	case "cùng":
		switch r.t.Fold(i + 1) {
		case "có", "đạt", "bầu", "thiếu", "khuyết", "chỉ", "được", "còn", "hụt", "chưa", "bằng":
			return true
		}
		return r.numberAt(i+1) && r.t.Is(i+2, '%') // "X và Y cùng 13,2%"
	}
	return false
}

// unitsUpTo returns the units of the list that ends right before a token, or before the verb there, looked
// for from another on; none for fewer than two.
func (r *reader) unitsUpTo(from, to int32) []item {
	var last []item
	for i := from; i < to; {
		if r.t.Is(i, '(') {
			for i < to && !r.t.Is(i, ')') {
				i++
			}
			continue
		}
		out, end := r.unitList(i, to)
		if len(out) < 2 {
			if i++; len(out) == 1 {
				i = end
				last = nil
			}
			continue
		}
		last, i = out, end
	}
	return last
}

// unitList reads units that are named in a row from a token on: "huyện A, B và C", "Đảng bộ xã A, Đảng bộ xã
// B", "Phòng A và Công an huyện B". A word for their kind holds for the names behind it as well.
func (r *reader) unitList(i, stop int32) (out []item, end int32) {
	kind, level := "", ""
	end = i
	for i < stop {
		if r.t.Fold(i) == "đảng" && r.t.Fold(i+1) == "bộ" && i+2 < stop {
			i += 2
			kind = ""
		}
		it, ok := r.unitHere(i, stop)
		if !ok || len(out) > 0 && (out[0].placeLevel == "province") != (it.placeLevel == "province") {
			return out, end
		}
		switch own := kindWord(lowerFirst(it.place)); {
		case own != "":
			kind, level = own, it.placeLevel
		case kind != "" && it.bare:
			it.place, it.placeLevel = kind+it.place, level
		default:
			kind = ""
		}
		out = append(out, it)
		end = it.last
		i = r.pastWhere(end, stop)
		switch {
		case i >= stop:
			return out, end
		case r.t.Is(i, ','):
			if i++; r.t.Word(i) == "và" {
				i++
			}
		case r.t.Word(i) == "và", r.t.Word(i) == "với", r.t.Word(i) == "hay":
			i++
		default:
			return out, end
		}
	}
	return out, end
}

// unitsBehind returns the units that a colon, a bracket or "là" behind a figure leads to, in their order: "3 xã
// mỗi xã thiếu 1 cấp ủy viên: Tân Lập, Hòa Bình, Minh Quang"; none for one alone or where more is said of them.
func (r *reader) unitsBehind(g *group) []item {
	for k := g.end; k < len(r.items); k++ {
		it := &r.items[k]
		switch {
		case it.mark == ':' || it.mark == '(', it.c().link == "copula", it.c().link == "within":
		case it.mark != 0 && it.mark != ')' && it.mark != ',', it.fig != nil, it.place != "":
			return nil
		default:
			continue
		}
		i := it.last
		for i < r.last && (r.t.Is(i, ':') || unitsLead[r.t.Fold(i)] && !r.t.Tokens[i].Upper) {
			i++
		}
		out, end := r.unitList(i, r.last)
		if len(out) > 1 && (end >= r.last || r.t.Tokens[end].Kind != scan.Word) {
			return out
		}
		if it.mark == ':' || it.mark == '(' {
			return nil
		}
	}
	return nil
}

// unitsLead are words between what leads to a list of units and the first of them.
var unitsLead = map[string]bool{"các": true, "là": true, "gồm": true, "ở": true, "tại": true, "có": true, "đó": true}

// lowerFirst writes the first letter of a unit small, as inside a sentence, where a word for its kind begins
// it: "Huyện A".
func lowerFirst(place string) string {
	for _, kind := range [...]string{"Huyện ", "Xã ", "Phường ", "Quận ", "Thị xã ", "Thị trấn ", "Thành phố ", "Đặc khu "} {
		if strings.HasPrefix(place, kind) {
			return strings.ToLower(kind[:strings.IndexByte(kind, ' ')]) + place[strings.IndexByte(kind, ' '):]
		}
	}
	return place
}

// pastWhere passes over a bracket without figures that says where a unit is: "xã A (huyện B)".
func (r *reader) pastWhere(i, stop int32) int32 {
	if i >= stop || !r.t.Is(i, '(') {
		return i
	}
	for j := i + 1; j < min(stop, i+longestCell); j++ {
		if r.t.Tokens[j].Kind == scan.Number {
			return i
		}
		if r.t.Is(j, ')') {
			return j + 1
		}
	}
	return i
}

// unitHere reads the unit that is named at a token, with or without the word for its kind.
func (r *reader) unitHere(i, stop int32) (item, bool) {
	for k := range r.items {
		if it := &r.items[k]; it.first > i {
			break
		} else if it.first == i && it.place != "" {
			return *it, !r.own(it.place)
		}
	}
	if i >= stop || r.t.Tokens[i].Kind != scan.Word {
		return item{}, false
	}
	if r.t.Fold(i) == "chi" && r.t.Fold(i+1) == "bộ" {
		end := i + 2
		if end >= stop || !r.t.Tokens[end].Upper && !cellKinds[r.t.Fold(end)] {
			return item{}, false
		}
		for end < stop && r.t.Tokens[end].Kind == scan.Word && end < i+longestCell && r.t.Fold(end) != "và" {
			end++ // Chi bộ Bảo hiểm xã hội
		}
		return item{first: i, last: end, cue: &nothing, place: r.t.String(i, end), placeLevel: r.below()}, true
	}
	if jointOpens[r.t.Fold(i)] && i == r.firstWord() && r.capitals(i+1)-i > 2 {
		return item{}, false // "Ở Yên Bình và Lục Yên"
	}
	if offices[r.t.Fold(i)] && r.t.Tokens[i].Upper {
		n := len(r.items)
		next, ok := r.unit(scan.Hit{First: i, Last: i + 1}, &officeCue)
		if ok && next <= stop {
			it := r.items[n]
			r.items = r.items[:n]
			it.placeLevel = r.below()
			return it, true
		}
		r.items = r.items[:n]
	}
	end, level := r.unitNameAt(i)
	if end == i || end > stop {
		return item{}, false
	}
	return item{first: i, last: end, cue: &nothing, place: r.t.String(i, end), placeLevel: first(level, r.below()), bare: level == ""}, true
}

// cellKinds are what a cell is of where no name follows, folded.
var cellKinds = map[string]bool{"thôn": true, "ấp": true, "bản": true, "khóm": true, "xóm": true, "khu": true, "tổ": true, "buôn": true, "làng": true, "số": true, "trường": true, "trạm": true, "quân": true, "công": true}

// offices begin the names of offices, folded.
var offices = map[string]bool{"phòng": true, "sở": true, "viện": true, "cục": true, "trường": true, "công": true, "đồn": true}

var officeCue = cue{unit: "grassroots", office: true}

// respective returns the unit of a figure where as many figures follow on each other as units are named
// before them, and no other: "A và B có tỷ lệ nữ lần lượt là 21% và 19%", "ở A và B rất thấp (4,9%, 5,1%)".
func (r *reader) respective(i int) (item, bool) {
	first := i
	for first > 0 && r.inRun(first-1) {
		first--
	}
	n := 1
	for first+n < len(r.groups) && r.inRun(first+n-1) {
		n++
	}
	if n < 2 {
		return item{}, false
	}
	g := &r.groups[first]
	from := r.first
	for k := g.at - 1; k >= 0; k-- {
		if it := &r.items[k]; it.mark == ';' || it.fig != nil && !(k+1 < len(r.items) && (r.items[k+1].place != "" || r.items[k+1].c().org)) {
			from = it.last
			break
		}
	}
	units := r.unitsUpTo(from, g.main.first)
	if len(units) != n {
		return item{}, false
	}
	return units[i-first], true
}

// inRun reports whether only a mark or "và" parts a group from the next, and both count alike.
func (r *reader) inRun(i int) bool {
	g, n := &r.groups[i], &r.groups[i+1]
	if g.main.percent != n.main.percent || g.main.ratio != n.main.ratio || g.head != nil || g.pct != nil {
		return false
	}
	at := r.items[g.end-1].last
	for k := g.end; k < n.at; k++ {
		if it := &r.items[k]; it.first != at || it.mark != ',' && it.c().link != "cut" && it.c().bound == "" {
			return false
		}
		at = r.items[k].last
	}
	return at == n.main.first
}

// groupIndex is the place of a group among those of its sentence.
func (r *reader) groupIndex(g *group) int {
	for i := range r.groups {
		if &r.groups[i] == g {
			return i
		}
	}
	return -1
}

// kindOfRow returns the word for a kind that stands in the plural before the first unit of a row, each with its
// figure, to which the bare name before item at belongs: "ở các huyện A 17, B 12", "hai xã C (2), D (1)".
func (r *reader) kindOfRow(at int) (kind, level string) {
	for k := at - 1; k >= 0; k-- {
		it := &r.items[k]
		c := it.c()
		switch {
		case it.place != "":
			kind = kindWord(lowerFirst(it.place))
			if kind == "" {
				continue
			}
			if i := it.first - 1; i < r.first || !plurals[r.t.Fold(i)] && !r.numberAt(i) {
				return "", ""
			}
			return kind, it.placeLevel
		case it.fig != nil, it.mark == ',', it.mark == '(', it.mark == ')', c.link == "cut", c.head == "person":
		default:
			return "", ""
		}
	}
	return "", ""
}

// plurals stand before a word for a kind of which several are named, folded.
var plurals = map[string]bool{"các": true, "những": true, "hai": true, "ba": true, "bốn": true, "năm": true, "số": true}
