package measure

import (
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/extractors/scan"
)

// placeOf returns the unit that a figure is for.
func (r *reader) placeOf(g *group, target bool) (place, level string) {
	if units := r.eachOf(g); len(units) > 1 {
		return units[len(units)-1].place, units[len(units)-1].placeLevel
	}
	if i := r.groupIndex(g); i >= 0 {
		if it, ok := r.respective(i); ok {
			return it.place, it.placeLevel
		}
	}
	if p := r.besideBracket(g); p != nil {
		return p.place, p.level
	}
	if !target && r.ofJoint(g) {
		return r.s.joint, r.s.jointLvl
	}
	for k := g.at - 1; k >= g.left; k-- {
		if r.items[k].mark == ')' && r.closing(g) < 0 && (g.head != nil && g.head.org || r.figureInside(k)) {
			for k > g.left && r.items[k].mark != '(' {
				k-- // "Từ ngày 16/3 (đại hội điểm tại phường X) tới ngày 12/6, 52 đảng bộ"
			}
		}
		it := &r.items[k]
		if it.place != "" && r.topmost(it.last, g.main.first) {
			return it.place, it.placeLevel
		}
		if it.place != "" && r.coordinate(k, g) {
			break // "ở Đảng bộ xã X và 5 chi bộ"
		}
		if it.place != "" && (r.organisationPlace(k) || r.beside(k, g) && !r.appointsBy(k)) {
			if r.own(it.place) || r.joined(k) {
				return "", ""
			}
			if it.bare {
				if kind, level := r.kindOfRow(k); kind != "" {
					return kind + it.place, level
				}
			}
			return it.place, it.placeLevel
		}
		if it.mark == ';' {
			break
		}
	}
	if g.head != nil && g.head.org {
		if place = r.ofUnit(g); place == "" {
			if k := r.whereOrgs(g); k >= 0 {
				return r.items[k].place, r.items[k].placeLevel
			}
			if k := r.clauseUnit(g); k >= 0 {
				return r.items[k].place, r.items[k].placeLevel
			}
		}
		if place == "" && r.s.led && rank(r.s.placeLvl) > rank(r.levelWord(g.headAt)) && r.levelWord(g.headAt) != "" {
			return r.s.place, r.s.placeLvl // "Huyện X về đích sau cùng. 10/10 đảng bộ xã bầu đủ"
		}
		return place, ""
	}
	if target {
		return "", "" // "… của xã X chỉ 6,7%, không đạt quy định 15%": the rule is nobody's
	}
	if it := r.inBracketBehind(g); it != nil {
		return it.place, it.placeLevel
	}
	if it := r.whereBehind(g); it != nil {
		if !territories[r.t.Fold(it.first)] {
			return it.place, "" // of the level that is spoken of
		}
		return it.place, it.placeLevel
	}
	if name, ok := r.nameBefore(g); ok && !g.named {
		if kind, level := r.kindOfRow(g.at); kind != "" {
			return kind + name, level
		}
		return name, ""
	}
	for k := g.end; k < g.right; k++ {
		it := &r.items[k]
		if it.place != "" && r.organisationPlace(k) && !r.goneTo(k) {
			if r.own(it.place) || r.severalBehind(k) {
				return "", ""
			}
			return it.place, it.placeLevel
		}
	}
	if g.head != nil && g.head.body == "comment" && len(r.unitsUpTo(r.first, g.main.first)) > 1 {
		return r.s.place, r.s.placeLvl // "tham luận của Chi bộ A, Chi bộ B (tổng cộng 9 tham luận)"
	}
	before := g.left - 1
	if g.left < g.at && r.items[g.left].mark == ')' {
		before = g.left
	}
	for k := before; k >= 0; k-- {
		if r.items[k].mark == ')' && r.closing(g) < 0 {
			for k > 0 && r.items[k].mark != '(' {
				k-- // units in a bracket that is closed have figures of their own
			}
		}
		it := &r.items[k]
		if it.place != "" && g.left < g.at && r.items[g.left].mark == ';' && r.lacksAt(k) {
			return r.s.place, r.s.placeLvl // "thiếu 02 đồng chí ở Đảng bộ xã X; nữ 15 đồng chí"
		}
		if it.place != "" && r.organisationPlace(k) {
			if r.own(it.place) || r.joined(k) {
				return "", ""
			}
			return it.place, it.placeLevel
		}
		if it.mark == ';' {
			break
		}
	}
	if p, l := r.bracketOfUnits(g); p != "" {
		return p, l
	}
	if k := r.leading(g); k >= 0 && r.s.place == "" {
		return r.items[k].place, r.items[k].placeLevel
	}
	return r.s.place, r.s.placeLvl
}

// bracketOfUnits returns the units that a bracket lists of which a figure tells together, as they are written: "2 phó bí thư không
// trúng cử (xã A, xã B)", or those of the organisations counted before it: "02 xã (A, B) bố trí chưa đủ, thiếu 04 người". In a
// bracket behind persons a word for their kind tells units from names.
func (r *reader) bracketOfUnits(g *group) (place, level string) {
	if g.main.percent || g.main.value < 2 {
		return "", ""
	}
	for k := g.end; k < len(r.items) && k < g.end+bracketReach; k++ {
		it := &r.items[k]
		if it.mark == '(' {
			if place, level = r.unitsInBracket(k); level != "" {
				return place, level
			}
			break
		}
		if it.mark != 0 || it.fig != nil || it.place != "" {
			break
		}
	}
	for k := g.at - 1; k > 1 && r.items[k].mark != ';'; k-- {
		if r.items[k].mark == '(' && r.items[k-1].c().org && r.items[k-1].last == r.items[k].first && r.items[k-2].fig != nil && r.items[k-2].last == r.items[k-1].first {
			place, level = r.unitsInBracket(k)
			return place, first(level, r.levelWord(k-1))
		}
	}
	return "", ""
}

// bracketReach is how many items stand at most between a figure and the bracket that says where those are.
const bracketReach = 6

// unitsInBracket returns the text of the bracket that opens at item k where it lists two units or more and nothing else, and the
// level that the word for their kind says.
func (r *reader) unitsInBracket(k int) (place, level string) {
	i := r.items[k].last
	end := i
	for end < r.last && !r.t.Is(end, ')') {
		end++
	}
	if end >= r.last {
		return "", ""
	}
	for i < end && unitsLead[r.t.Fold(i)] && !r.t.Tokens[i].Upper {
		i++
	}
	out, last := r.unitList(i, end)
	if len(out) < 2 || last != end || out[0].placeLevel == "province" {
		return "", "" // whose secretaries are meant is told of provinces, but all of them are counted
	}
	if !out[0].bare {
		level = out[0].placeLevel
	}
	return r.t.String(i, end), level
}

// severalBehind reports whether another unit is joined to the one at item k: "5 đồng chí thuộc Đảng bộ xã A
// (huyện X) và Đảng bộ xã B".
func (r *reader) severalBehind(k int) bool {
	open := false
	for k++; k < len(r.items); k++ {
		it := &r.items[k]
		switch c := it.c(); {
		case it.mark == '(':
			open = true
		case it.mark == ')':
			open = false
		case open && it.place != "":
		case c.link == "cut":
			return k+2 < len(r.items) && r.items[k+1].c().org && r.items[k+1].c().party && r.items[k+2].place != ""
		default:
			return false
		}
	}
	return false
}

// besideBracket returns the group of one unit behind which a bracket opens that tells more of
// it: "xã Tân Phú 14 (khuyết 1)".
func (r *reader) besideBracket(g *group) *group {
	if r.closing(g) < 0 {
		return nil
	}
	k := g.at - 1
	for k >= 0 && r.items[k].mark != '(' {
		if r.items[k].place != "" {
			return nil
		}
		k--
	}
	for i := range r.groups {
		if p := &r.groups[i]; k > 0 && p.main.first < g.main.first && p.tail == k && p.place != "" {
			return p
		}
	}
	return nil
}

// coordinate reports whether the organisations of a figure are counted beside the one whose
// unit stands at item k.
func (r *reader) coordinate(k int, g *group) bool {
	return g.head != nil && g.head.org && k > 0 && r.items[k-1].c().org && k+1 == g.at-1 && r.items[k+1].c().link == "cut" && r.items[k+1].first == r.items[k].last && r.items[k+1].last == g.main.first
}

// inBracketBehind returns the unit in the bracket right behind a figure, where it is one unit
// or the most of several: "người dân tộc thiểu số 1 (Bắc Kạn)", "nơi nhiều nhất 21 ý kiến (xã
// Tân Thủy)".
func (r *reader) inBracketBehind(g *group) *item {
	k := g.end
	if k+2 >= len(r.items) || r.items[k].mark != '(' || r.items[k+1].place == "" || r.items[k+2].mark != ')' {
		return nil
	}
	most := false
	for j := g.left; j < g.at && !most; j++ {
		most = r.items[j].c().link == "each" || r.t.Fold(r.items[j].first) == "ít" && r.t.Fold(r.items[j].last-1) == "nhất"
	}
	if g.main.value != 1 && !most {
		return nil
	}
	return &r.items[k+1]
}

// whereBehind returns the unit that "ở" or "tại" names right behind a figure, and of which nothing else is
// told: "Bí thư 16, khuyết 1 ở xã X".
func (r *reader) whereBehind(g *group) *item {
	k := g.end
	if k < len(r.items) && r.items[k].c().link == "filler" {
		k++
	}
	if k < len(r.items) && r.items[k].c().org && r.items[k].first == r.items[k-1].last {
		k++
	}
	if k >= len(r.items) || r.items[k].place == "" || r.own(r.items[k].place) || r.severalBehind(k) {
		return nil
	}
	at := r.items[g.end-1].last
	if w := r.t.Fold(at); w != "ở" && w != "tại" || r.items[k].first > at+3 {
		return nil
	}
	if end := r.items[k].last; end < r.last {
		switch r.t.Fold(end) {
		case ".", ";", ")", "(", "do", "vì", "để", "nên", "khi", "bởi":
		case ",":
			if end+1 < r.last && r.t.Tokens[end+1].Upper {
				return nil
			}
		default:
			return nil
		}
	}
	return &r.items[k]
}

// topmost reports whether the words between a unit and a figure only say that it has the
// most or the least: "Sơn La cao nhất với 23,6%".
func (r *reader) topmost(first, last int32) bool {
	if first+1 < last && r.t.Is(first, ',') && r.adverb(first+1, first+2) {
		for i := first - 1; i > r.first && i > first-topWords; i-- {
			if r.t.Fold(i) == "là" && (r.t.Fold(i-1) == "nhất" || r.t.Fold(i-1) == "đến") {
				return first+2 == last // "thấp nhất là huyện X, chỉ 9,8%"
			}
		}
	}
	if first+1 >= last || r.t.Word(first+1) != "nhất" {
		return false
	}
	for i := first + 2; i < last; i++ {
		if w := r.t.Word(i); !r.t.Is(i, ',') && w != "với" && w != "đạt" && w != "là" && w != "có" {
			return false
		}
	}
	return true
}

// topWords is how many tokens name at most the unit that has the most or the least.
const topWords = 7

// goneTo reports whether the unit at item k is the one whose congress a delegation
// goes to: "dự Đại hội Đảng bộ thị xã X".
func (r *reader) goneTo(k int) bool {
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		if c := r.items[j].c(); c.body == "upper_delegation" {
			return true
		} else if !c.org {
			return false
		}
	}
	return false
}

// lacksAt reports whether the unit at item k stands behind a figure, with "ở" or "tại"
// before it, so that it says where those of that figure are.
func (r *reader) lacksAt(k int) bool {
	for j := k - 1; j >= 0; j-- {
		switch it := &r.items[j]; {
		case it.fig != nil:
			w := r.t.Fold(r.items[j+1].last)
			return w == "ở" || w == "tại" || j+2 <= k && r.items[j+2].c().link == "in"
		case it.mark == ';', it.mark == ',', it.mark == ':':
			return false
		}
	}
	return false
}

// leading returns the item of the unit that begins a sentence and holds for all
// its parts, or for those up to the next such unit, -1 for none: "Đảng bộ xã X: Ban
// Chấp hành 15 đồng chí; …".
func (r *reader) leading(g *group) int {
	at, inside := -1, -1
	for k := range g.at {
		it := &r.items[k]
		if it.place == "" || k < inside {
			continue
		}
		if n := r.pastItems(k); n > k+1 {
			inside = n // "Xã A (huyện B): …"
		}
		if at >= 0 && r.leadsPart(k) {
			if r.own(it.place) {
				return -1
			}
			at = k
			continue
		}
		if at >= 0 {
			return -1
		}
		at = k
	}
	if at > 0 && r.leadsPart(at) {
		return at
	}
	if at < 0 || r.items[at].first > r.first+opening && !(r.congressOf(at) && r.items[at].first <= r.first+2*opening) || !r.organisationPlace(at) && !(r.items[at].first == r.firstWord() && r.colonBehind(at, g)) || r.own(r.items[at].place) || r.joined(at) {
		return -1
	}
	last := r.items[at].last
	if n := r.pastItems(at); n > at+1 {
		last = r.items[n-1].last
	}
	if !r.t.Is(last, ':') && !r.t.Is(last, ',') && !r.colonBehind(at, g) && !r.congressOf(at) {
		return -1
	}
	return at
}

// pastItems returns the item behind the unit at item k, and behind a bracket that only says where it is.
func (r *reader) pastItems(k int) int {
	n := k + 1
	if n >= len(r.items) || r.items[n].mark != '(' || r.items[n].first != r.items[k].last {
		return n
	}
	for j := n + 1; j < len(r.items); j++ {
		switch it := &r.items[j]; {
		case it.mark == ')':
			return j + 1
		case it.place == "" && it.cue != &nothing && !it.c().org && it.c().unit == "" && r.t.Fold(it.first) != "cũ" || it.fig != nil || it.mark != 0 && it.mark != ',':
			return n
		}
	}
	return n
}

// congressOf reports whether the congress of the unit at item k is named: "Đại hội Đảng bộ huyện X", "Đại hội
// điểm xã Y".
func (r *reader) congressOf(k int) bool {
	for k--; k >= 0 && (r.items[k].c().org || r.items[k].c().form == "orgpilot") && r.items[k].last == r.items[k+1].first; k-- {
		if r.t.Fold(r.items[k].first) == "đại" {
			return true
		}
	}
	return false
}

// colonBehind reports whether a unit that begins a sentence is told of up to a colon,
// behind which its figures stand: "Xã A về đích sớm nhất: 14 chi bộ bầu …".
func (r *reader) colonBehind(at int, g *group) bool {
	for k := at + 1; k < g.at; k++ {
		it := &r.items[k]
		switch {
		case it.mark == ':':
			return it.first-r.items[at].last <= farOff
		case it.mark != 0, it.fig != nil, it.place != "":
			return false
		}
	}
	return false
}

// leadsPart reports whether the unit at item k begins a part of a sentence behind a
// semicolon, with a colon: "…; xã Y: Ban Chấp hành 13 đồng chí".
func (r *reader) leadsPart(k int) bool {
	if !r.t.Is(r.items[k].last, ':') {
		return false
	}
	if k > 0 && r.items[k-1].c().org && r.items[k-1].last == r.items[k].first {
		k--
	}
	return k > 0 && (r.items[k-1].mark == ';' || r.items[k-1].mark == ':') && r.items[k-1].last == r.items[k].first
}

// opening is how many tokens stand before the unit that begins a sentence:
// "- Tại Đại hội Đảng bộ".
const opening = 6

// reunion is how many tokens stand between "hợp nhất" and a unit that was.
const reunion = 10

// joined reports whether the unit at item k ends a row of units that something
// was done to together: "hợp nhất Đảng bộ xã A và Đảng bộ xã B".
func (r *reader) joined(k int) bool {
	for i := r.items[k].first - 1; i > r.first && i > r.items[k].first-reunion && (r.t.Tokens[i].Kind == scan.Word || r.t.Is(i, ',')); i-- {
		if w, v := r.t.Word(i), strings.ToLower(r.t.Word(i-1)); w == "nhập" && v == "sáp" || w == "nhất" && v == "hợp" {
			return true // sau hợp nhất với tỉnh X
		}
	}
	if i := r.items[k].last; i < r.last && (r.t.Word(i) == "đều" || r.t.Word(i) == "cùng" || r.t.Word(i) == "mỗi") {
		return false // "X và Y đều đạt 20%"
	}
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		it := &r.items[j]
		switch {
		case it.place != "":
			return true
		case it.c().link == "cut", it.c().org:
		default:
			return false
		}
	}
	return false
}

// ofUnit returns the unit whose organisations are counted: "96 chi bộ thuộc Đảng
// bộ huyện X".
func (r *reader) ofUnit(g *group) string {
	if g.main.value == 1 && !g.main.percent && !g.main.ratio {
		if name := r.oneNamed(g); name != "" {
			return name
		}
	}
	if k := r.whereAll(g); k >= 0 {
		return r.items[k].place
	}
	for k := g.end; k+1 < g.wide && k < g.end+2; k++ {
		if it := &r.items[k+1]; it.place != "" && r.items[k].c().org && k > 0 && r.items[k-1].c().link == "in" && !r.own(it.place) {
			return it.place
		}
	}
	return ""
}

// beside reports whether only marks and words of sharing stand between the
// place at item k and the figure.
func (r *reader) beside(k int, g *group) bool {
	if r.appointsBy(k) {
		return false
	}
	for j := k + 1; j < g.at; j++ {
		it := &r.items[j]
		c := it.c()
		switch {
		case it.mark == ':' || it.mark == '(' || it.mark == '-':
		case c.link == "pair", c.link == "copula", c.bound != "", c.link == "filler":
		case it.place != "", it.mark == ',', c.link == "cut":
			return false
		default:
			return j > k+1 && c.isAttr()
		}
	}
	return g.main.first-r.items[k].last <= 6
}

// nameBefore returns a capitalised name without a type word right before a
// figure in a list: "Bắc Yên 11,4%; Sốp Cộp 12,1%".
func (r *reader) nameBefore(g *group) (string, bool) {
	if name, ok := r.subjectName(g); ok {
		return name, true
	}
	if !g.main.percent && g.head == nil && !r.partByPlace(g) && !r.namedInRow(g) && (g.main.ratio || r.unitsLevel(g) == "") {
		return "", false
	}
	return r.nameAt(g)
}

// namedInRow reports whether a figure in brackets stands in a row of units behind one with its kind: "ở các
// xã Mỹ Lung (02), Nga Hoàng (01)".
func (r *reader) namedInRow(g *group) bool {
	if !g.main.bare || g.at < 2 || r.items[g.at-1].mark != '(' || r.closing(g) < 0 {
		return false
	}
	p := r.groupBefore(g)
	return p != nil && p.place != "" && p.at > 0 && r.items[p.at-1].mark == '(' && r.items[g.at-2].mark == ','
}

// partByPlace reports whether a figure stands in brackets behind what it is a
// part of, with a name before it: "thiếu 4 đồng chí (Sơn Tây 1, Minh Long 3)".
func (r *reader) partByPlace(g *group) bool {
	if r.s.attr == "" || !g.main.bare || g.main.percent || g.main.first-1 <= r.first || !r.t.Tokens[g.main.first-1].Upper {
		return false
	}
	for k := g.at - 1; k >= 0; k-- {
		switch it := &r.items[k]; {
		case it.mark == '(':
			return k > 0
		case it.mark == ',', it.mark == ';', it.fig != nil, it.c().link == "cut":
		default:
			return false
		}
	}
	return false
}

// subjectName returns the capitalised name without a type word that begins the
// part of a list in which a figure stands, where a verb or an attribute follows it
// directly: "cụ thể: Mèo Vạc thiếu 3, Quang Bình thiếu 2".
func (r *reader) subjectName(g *group) (string, bool) {
	k := g.left
	for j := g.at - 1; j > g.left; j-- { // "…, cụ thể: Mèo Vạc thiếu 3": the list begins behind the colon
		if r.items[j].mark == ':' {
			k = j
			break
		}
	}
	if k >= g.at || r.items[k].mark != ',' && r.items[k].mark != ':' && r.items[k].mark != ';' && r.items[k].mark != '(' {
		return "", false
	}
	from := r.items[k].last
	if w := r.t.Fold(from); w == "riêng" || w == "còn" || w == "như" {
		from++ // "; riêng Phú Lương thiếu 2"
	}
	i := from
	for i < g.main.first && i-from < 4 && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper && !r.t.Tokens[i].AllUpper {
		i++
	}
	if i-from < 2 || k+1 >= g.at || r.items[k+1].first != i {
		return "", false
	}
	if c := r.items[k+1].c(); c.attr != "shortfall" && c.attr != "surplus" {
		return "", false
	}
	return r.t.String(from, i), true
}

// nameAt is nameBefore for any figure.
func (r *reader) nameAt(g *group) (string, bool) {
	i := g.main.first - 1
	for i > r.first && (r.t.Is(i, ':') || r.t.Is(i, '(') || r.t.Word(i) == "đạt" || r.t.Word(i) == "là" || r.t.Word(i) == "có" || r.t.Word(i) == "chiếm" || r.t.Word(i) == "chỉ" || r.t.Word(i) == "mới" || r.t.Word(i) == "còn") {
		i--
	}
	last := i + 1
	for i > r.first && r.t.Tokens[i].Kind == 0 && r.t.Tokens[i].Upper && !r.t.Tokens[i].AllUpper {
		i--
	}
	first := i + 1
	if first == r.firstWord() && last-first > 2 && nameOpens[r.t.Fold(first)] {
		first++ // "Riêng Văn Yên thiếu 2"
	}
	if last-first < 1 || last-first > 4 || last-first < 2 && (g.main.percent || g.head != nil) {
		return "", false
	}
	for k := g.at - 1; k >= 0 && r.items[k].last > first; k-- {
		if r.items[k].first < last && (r.items[k].cue != &nothing || r.items[k].place != "") {
			return "", false
		}
	}
	// A name begins its part of a list.
	if !(first == r.firstWord() && g.main.percent || first > r.firstWord() && first-1 == r.firstWord() || r.t.Word(i) == "lại" || r.t.Is(i, ';') || r.t.Is(i, ',') || r.t.Is(i, ':') || r.t.Is(i, '(') || r.t.Word(i) == "như" || r.t.Word(i) == "là" || r.t.Word(i) == "có" || r.t.Word(i) == "và" || r.t.Word(i) == "đó" || r.t.Word(i) == "gồm" || r.t.Word(i) == "biệt" || r.t.Word(i) == "riêng" || r.t.Word(i) == "nhất") {
		return "", false
	}
	return r.t.String(first, last), true
}

// nameOpens may stand with a capital before the bare name of a unit that begins a sentence, folded.
var nameOpens = map[string]bool{"riêng": true, "tại": true, "ở": true, "còn": true, "như": true, "trong": true, "chỉ": true}

// alike returns the units that share a figure with the one nearest to it: "X và
// Y đều đạt 20%".
func (r *reader) alike(g *group, m *measure) []item {
	if m.place == "" {
		return nil
	}
	if units := r.eachOf(g); len(units) > 1 {
		return units[:len(units)-1]
	}
	if g.at < 3 {
		return nil
	}
	both := false
	var out []item
	nearest := true
	low := g.left
	for low > 0 && r.items[low-1].fig == nil && r.items[low-1].mark != ';' {
		low-- // "Huyện X và huyện Y đều …" is no part before the figure's own
	}
	for k := g.at - 1; k >= low; k-- {
		it := &r.items[k]
		w := strings.ToLower(r.t.Word(it.first))
		switch {
		case w == "đều" || w == "cùng":
			both = true
		case it.place != "":
			if !nearest && both {
				out = append(out, *it)
			}
			nearest = false
		case it.mark == ',' || it.c().link == "cut" || it.c().link == "and" || it.c().use == "actor" || it.c().org || it.c().link == "pair" || it.c().link == "filler" || it.c().link == "copula" && nearest:
		default:
			k = low
		}
		if !both && !nearest {
			return nil
		}
	}
	return out
}

// otherUnit reports whether the sentence begins with another unit than the one
// before was about: "Đảng bộ xã X: bầu 15 đồng chí".
func (r *reader) otherUnit() bool {
	for k := range r.items {
		it := &r.items[k]
		if it.place != "" && r.organisationPlace(k) {
			return it.place != r.d.place
		}
		if it.fig != nil || it.c().body != "" && it.c().use != "actor" {
			return false
		}
	}
	return false
}

// leavePlace remembers the one unit whose organisation the sentence named; a
// sentence that names several is about none of them.
func (r *reader) leavePlace() {
	place, level := "", ""
	here, parts := false, false
	for k := range r.items {
		it := &r.items[k]
		switch it.mark {
		case '(':
			parts = r.countsInside(k)
		case ')':
			parts = false
		}
		if it.place == "" || parts || !r.organisationPlace(k) {
			continue // "thiếu 3 đồng chí (huyện A 2, huyện B 1)"
		}
		here = r.adjunct(k)
		if place != "" && place != it.place || r.withOthers(k) {
			r.d.place, r.d.placeLvl = "", ""
			return
		}
		place, level = it.place, it.placeLevel
	}
	if place != "" {
		r.d.place, r.d.placeLvl, r.d.placeHere = place, level, here
	}
	if p, l := r.storyHead(); p != "" {
		r.d.place, r.d.placeLvl, r.d.placeHere, r.d.placeLed, r.d.placeTop = p, l, true, true, true
		return
	}
	told := r.d.placeLed && len(r.figs) == 0
	if r.d.placeLed = place != "" && r.begins(place) && !r.own(place) && rank(level) > 0 && rank(level) < rank(r.t.Identity.Level); !r.d.placeLed && place == "" {
		r.d.placeLed = r.s.led || told // what somebody says between ends nothing
	} else {
		begin, _ := r.t.Block(r.s.block)
		r.d.placeTop = r.first == begin
	}
}

// withOthers reports whether units of the same level are named with the one at item k: "Đảng
// bộ Hà Nội, TP HCM chưa bầu bí thư".
func (r *reader) withOthers(k int) bool {
	it := &r.items[k]
	for k++; k+1 < len(r.items) && r.items[k].first == r.items[k-1].last && (r.items[k].mark == ',' || r.items[k].c().link == "and"); k++ {
		if next := &r.items[k+1]; next.place != "" && next.first == r.items[k].last {
			return next.place != it.place && next.placeLevel == it.placeLevel && it.placeLevel != ""
		}
	}
	return false
}

// countsInside reports whether the bracket that opens at item k has figures.
func (r *reader) countsInside(k int) bool {
	for k++; k < len(r.items) && r.items[k].mark != ')'; k++ {
		if r.items[k].fig != nil {
			return true
		}
	}
	return false
}

// begins reports whether a sentence begins with a unit, or with its organisation.
func (r *reader) begins(place string) bool {
	from := 0
	if len(r.items) > 1 && r.items[0].mark == '-' && r.items[0].first == r.first {
		from = 1 // "* Đảng bộ huyện X: …"
	}
	k := from
	for k < from+2 && k+1 < len(r.items) && r.items[k].place == "" && (r.items[k].c().org || r.items[k].c().link == "filler") && r.items[k+1].first == r.items[k].last {
		k++ // Tại Đảng bộ Công an tỉnh
	}
	return r.items[k].place == place && r.items[from].first == r.firstWord()
}

// national reports whether the sentence counts over many organisations, so
// that no single unit named before is meant: "Tổng số …", "63 đảng bộ …".
func (r *reader) national() bool {
	for k := range r.items {
		c := r.items[k].c()
		if c.form == "count" || c.org && k > 0 && r.items[k-1].fig != nil && r.items[k-1].last == r.items[k].first {
			return true
		}
	}
	return false
}

// own reports whether a place is the document's own organisation.
func (r *reader) own(place string) bool {
	id := &r.t.Identity
	if id.Unit == "" {
		return false
	}
	if rest, ok := cutCity(place); ok {
		if of, ok := cutCity(strings.TrimPrefix(id.Unit, "Đảng bộ ")); ok && of == rest {
			return true // "TP. Nha Trang", "thành phố Nha Trang"
		}
	}
	if place == id.Province {
		return id.Level == "province"
	}
	if short, rest, ok := strings.Cut(place, " "); ok && shortUnits[short] != "" && strings.Contains(id.Unit, shortUnits[short]+" "+rest) {
		return true
	}
	if unit, ok := strings.CutPrefix(id.Unit, "Đảng bộ "); ok && strings.Contains(unit, " ") && id.Province != "" && strings.HasPrefix(place, unit) && strings.HasSuffix(place, id.Province) {
		return true // "Khối các cơ quan tỉnh Lạng Sơn", whose letterhead has no name of the province
	}
	_, n := utf8.DecodeRuneInString(place) // a sentence that begins with it has a capital
	return strings.Contains(id.Unit, place[n:])
}

// cutCity returns the name of a city without the word for its kind, in full or short.
func cutCity(unit string) (string, bool) {
	for _, kind := range [...]string{"thành phố ", "Thành phố ", "TP. ", "TP.", "TP ", "Tp. ", "Tp "} {
		if rest, ok := strings.CutPrefix(unit, kind); ok {
			return rest, true
		}
	}
	return "", false
}

// shortUnits are the usual abbreviations of units in their names.
var shortUnits = map[string]string{"BĐBP": "Bộ đội Biên phòng", "BCHQS": "Bộ Chỉ huy Quân sự", "CA": "Công an", "QS": "Quân sự"}

// organisationPlace reports whether item k is a unit named as a Party
// organisation: "Đảng bộ tỉnh X", "Đại hội Đảng bộ X", "Tại X,".
func (r *reader) organisationPlace(k int) bool {
	if r.appointsBy(k) {
		return false
	}
	if r.items[k].bare {
		return true
	}
	if r.adjunct(k) {
		return true
	}
	if r.aloneAtHead(k) {
		return true
	}
	if r.praised(r.items[k].first) {
		return true // "Biểu dương huyện X tổ chức gọn, nữ cấp ủy đạt 27%"
	}
	if k == 0 {
		first := r.items[0].first
		return first == r.first+1 && (r.t.Word(r.first) == "Tại" || r.t.Word(r.first) == "Ở" || r.t.Word(r.first) == "Riêng" || r.setOff(0)) || r.subject(0)
	}
	p := &r.items[k-1]
	if p.mark == ';' || p.mark == '-' || p.mark == ':' || p.mark == '(' || p.mark == ',' && r.subject(k) {
		return r.subject(k)
	}
	if p.last != r.items[k].first {
		return false
	}
	c := p.c()
	switch {
	case k == 1 && p.first == r.firstWord() && r.setOff(k):
		return true
	case c.link == "in" && k >= 2 && r.countedOrg(k-2) && r.items[k-2].last == p.first && r.t.Fold(p.first) == "thuộc":
		return true
	case c.link == "filler":
		w := r.t.Word(p.first)
		if w == "ở" && r.t.Fold(r.items[k].first) == "khối" && !r.t.Tokens[r.items[k].first].Upper {
			return true // "ý kiến ở khối doanh nghiệp còn thưa thớt, mới có 48"
		}
		if (w == "ở" || w == "tại") && k >= 2 && r.countedOrg(k-2) && r.items[k-2].last == p.first {
			return true // "3 đảng bộ xã ở huyện X bầu thiếu 5 cấp ủy viên"
		}
		return w == "Tại" || w == "Ở" || w == "Riêng" || w == "tại" && k >= 2 && r.items[k-2].mark == ';' || (w == "ở" || w == "tại" || w == "của") && k >= 2 && r.items[k-2].c().isAttr() && r.items[k-2].last == p.first
	case c.org && c.party, c.form == "orgpilot":
		return true
	case c.link == "within":
		return r.subject(k) // "trong đó xã A thiếu 3"
	case c.use == "actor" && !c.central:
		if k >= 2 && r.items[k-2].c().link == "in" && r.items[k-2].last == p.first {
			return false // Thông báo của Tỉnh ủy X
		}
		if k >= 2 && r.items[k-2].last == p.first {
			if b := r.items[k-2].c().body; b == "secretary" || b == "deputy_secretary" {
				return k >= 3 && r.items[k-3].c().link == "into"
			}
		}
		return true
	case c.body == "standing_committee", c.body == "committee", c.body == "inspection_committee":
		return !c.central
	case c.body == "secretary", c.body == "deputy_secretary":
		return k >= 2 && r.items[k-2].c().link == "into"
	}
	return false
}

// countedOrg reports whether item k is organisations that a figure right before counts.
func (r *reader) countedOrg(k int) bool {
	return k > 0 && r.items[k].c().org && r.items[k-1].fig != nil && r.items[k-1].last == r.items[k].first
}

// setOff reports whether a sentence tells of the unit at item k as against those before: "Nhưng thị xã X
// mới 29/71".
func (r *reader) setOff(k int) bool {
	switch r.t.Word(r.firstWord()) {
	case "Nhưng", "Song", "Còn", "Tuy":
	default:
		return false
	}
	i := r.items[k].last
	return r.numberAt(i) || r.adverb(i, i+1) || r.t.Fold(i) == "có" || r.t.Fold(i) == "đạt"
}

// storyHead returns the unit that the first sentence of a paragraph leads to, of which the rest tells:
// "Chuyện thứ nhất, ở Lâm Trạch (Bố Trạch).", "Trước hết là xã Tân Phú."
func (r *reader) storyHead() (place, level string) {
	begin, end := r.t.Block(r.s.block)
	if r.first != begin || r.last >= end || len(r.figs) > 0 || r.last-r.firstWord() > storyWords || rank(r.below()) == 0 {
		return "", ""
	}
	j := r.last
	for j > r.first && (r.t.Is(j-1, '.') || r.t.Is(j-1, ':')) {
		j--
	}
	if r.t.Is(j-1, ')') {
		for j > r.first && !r.t.Is(j, '(') {
			j--
		}
	}
	i := j
	for i > r.firstWord() && r.t.Tokens[i-1].Kind == scan.Word && r.t.Tokens[i-1].Upper && !r.t.Tokens[i-1].AllUpper {
		i--
	}
	place, level = r.t.String(i, j), r.below()
	for k := range r.items {
		it := &r.items[k]
		if it.place != "" && it.last == j && it.first <= i {
			i, place, level = it.first, it.place, it.placeLevel
			if k > 0 && r.items[k-1].c().org && r.items[k-1].last == i {
				i = r.items[k-1].first // "ở Đảng bộ xã X"
			}
		}
	}
	if j-i < 2 || j-i > 5 || i <= r.firstWord() || level == "province" || level == "cell" || r.own(place) {
		return "", ""
	}
	switch r.t.Fold(i - 1) {
	case "ở", "tại", "sang", "đến", "về":
		return place, level
	case "là":
		if !r.x.words.surnames[r.t.Fold(i)] {
			return place, level
		}
	}
	return "", ""
}

// storyWords is how many tokens the sentence has at most that leads to a unit.
const storyWords = 16

// aloneAtHead reports whether the unit at item k is all that the first sentence of a paragraph says:
// "Huyện X. Đại hội diễn ra trong hai ngày".
func (r *reader) aloneAtHead(k int) bool {
	it := &r.items[k]
	begin, end := r.t.Block(r.s.block)
	return it.first == r.firstWord() && r.first == begin && r.last < end && it.last >= r.last-1 && r.t.Is(r.last-1, '.')
}

// tellsOf reports whether words that begin at a token, behind the unit that begins a sentence,
// say something of it: "Xã X hình thành từ 4 xã", "Phường Y (mới) có".
func (r *reader) tellsOf(i int32) bool {
	if r.t.Is(i, '(') {
		for i < r.last && !r.t.Is(i, ')') {
			i++
		}
		i++
	}
	if i >= r.last || r.t.Tokens[i].Kind != scan.Word || r.t.Tokens[i].Upper {
		return false
	}
	switch r.t.Fold(i) {
	case "và", "cùng", "với", "của", "do", "theo", "về", "lần", "nhiệm", "khóa", "khoá":
		return false
	}
	return true
}

// adverb reports whether only one adverb stands between a unit and its verb: "Xã A cũng
// thiếu 2 cấp ủy viên".
func (r *reader) adverb(first, last int32) bool {
	if last != first+1 {
		return false
	}
	switch r.t.Fold(first) {
	case "cũng", "chỉ", "còn", "mới", "đã", "vẫn", "lại", "thì":
		return true
	}
	return false
}

// adjunct reports whether the unit at item k says where, in a part of the sentence of
// its own: "Ngược lại, ở xã A, cấp ủy nữ chỉ có 6,7%".
func (r *reader) adjunct(k int) bool {
	it := &r.items[k]
	i := it.first - 1
	if i < r.first || !r.t.Is(it.last, ',') || it.placeLevel == "province" {
		return false
	}
	if w := r.t.Fold(i); w != "ở" && w != "tại" && !(w == "riêng" && i-1 == r.firstWord()) && (i != r.firstWord() || w != "sang" && w != "đến" && w != "về" && w != "riêng") {
		return false
	}
	if w := r.t.Fold(i); w == "riêng" && i-1 == r.firstWord() && (r.t.Fold(i-1) == "tính" || r.t.Fold(i-1) == "xét") {
		return true
	}
	if i > r.first && r.t.Fold(i-1) == "còn" || i > r.first && r.t.Fold(i-1) == "riêng" {
		i--
	}
	return i == r.first || r.t.Is(i-1, ',') || r.t.Is(i-1, ';')
}

// appointsBy reports whether the unit at item k is the one whose committee appoints
// somebody: "Quyết định của Ban Thường vụ Tỉnh ủy A chỉ định …", "theo danh sách chỉ
// định của Đảng ủy B".
func (r *reader) appointsBy(k int) bool {
	it := &r.items[k]
	to := it.last
	if r.t.Fold(to) == "về" {
		to++
		if r.t.Fold(to) == "việc" {
			to++
		}
	}
	if to+1 < r.last {
		switch r.t.Fold(to) + " " + r.t.Fold(to+1) {
		case "chỉ định":
			return true
		case "chuẩn y", "phê duyệt", "công nhận", "phê chuẩn":
			if to > it.last {
				return true // "Quyết định của Ban Thường vụ Tỉnh ủy A về việc chuẩn y …"
			}
		}
	}
	for i := it.first - 1; i > r.first+1 && i > it.first-appointer && r.t.Tokens[i].Kind == scan.Word; i-- {
		if r.t.Fold(i) == "của" {
			return r.t.Fold(i-1) == "định" && r.t.Fold(i-2) == "chỉ"
		}
	}
	return false
}

// appointer is how many tokens the name of a committee has before its unit: "Ban
// Thường vụ Huyện ủy".
const appointer = 8

// subject reports whether the unit at item k is what its clause is about:
// "Huyện X có …", "huyện Y đạt …".
func (r *reader) subject(k int) bool {
	if k == 0 && r.items[0].first == r.firstWord() && r.items[0].placeLevel != "province" && r.tellsOf(r.items[0].last) {
		return true
	}
	if n := r.pastItems(k); n > k+1 && n < len(r.items) && r.items[n].mark == ':' && r.items[n].first == r.items[n-1].last {
		return k == 0 || r.items[k-1].mark == '-' || r.items[k-1].mark == ';' || r.items[k-1].mark == ':'
	}
	if k+1 >= len(r.items) || r.items[k+1].first != r.items[k].last && !r.adverb(r.items[k].last, r.items[k+1].first) || k == 0 && r.items[0].first != r.firstWord() {
		return false
	}
	if r.items[k+1].mark == '-' && k == 0 {
		return true // "Thành phố X - Đại hội bế mạc …"
	}
	if r.items[k+1].mark == ':' {
		return k == 0 || r.items[k-1].mark == '-' || r.items[k-1].mark == ';' || r.items[k-1].mark == ':'
	}
	c := r.items[k+1].c()
	return r.items[k+1].fig != nil || c.link == "copula" || c.link == "pair" || c.reach == "verb" || c.attr == "shortfall" || c.phase == "nominated" || c.phase == "actual" && c.reach == "near"
}

// oneNamed returns the unit that the bracket right behind one organisation names: "01 chi bộ (Trại
// tạm giam số 1) bầu thiếu", "" for none. The figures behind it are of that unit.
func (r *reader) oneNamed(g *group) string {
	c := r.nameBracket(g)
	if c <= 0 || c <= g.end+1 && r.items[g.end].last == r.items[c].first || r.items[g.end].mark != '(' {
		return ""
	}
	first, last := r.items[g.end].last, r.items[c].first
	for first+2 < last && (r.t.Fold(first) == "đảng" || r.t.Fold(first) == "chi") && r.t.Fold(first+1) == "bộ" {
		first += 2
	}
	if !r.t.Tokens[first].Upper || last-first > longestUnit+2 {
		return ""
	}
	for i := first; i < last; i++ {
		if r.t.Is(i, ',') || r.t.Is(i, ';') {
			return ""
		}
	}
	name := r.t.String(first, last)
	r.s.place, r.s.placeLvl = name, ""
	return name
}

// whereAll returns the item of the one unit in which all organisations are of which something is
// told: "03 chi bộ chưa đại hội đều ở xã Tân Lĩnh"; -1 for none.
func (r *reader) whereAll(g *group) int {
	for k := g.end; k < len(r.items) && r.items[k].mark == 0 && r.items[k].fig == nil; k++ {
		it := &r.items[k]
		if it.place == "" || r.own(it.place) {
			continue
		}
		i := it.first - 1
		if r.items[k-1].c().org && r.items[k-1].last == it.first {
			i = r.items[k-1].first - 1
		}
		if w := r.t.Fold(i); w != "ở" && w != "thuộc" && w != "tại" || r.t.Fold(i-1) != "đều" && r.t.Fold(i-1) != "cùng" {
			return -1
		}
		if k+1 < len(r.items) && r.items[k+1].first == it.last && (r.items[k+1].c().link == "cut" || r.items[k+1].place != "") {
			return -1
		}
		return k
	}
	return -1
}

// praised reports whether the words before a token, with which a sentence begins, are only of praise or blame.
func (r *reader) praised(i int32) bool {
	from := r.firstWord()
	switch i - from {
	case 2:
	case 3:
		if w := r.t.Fold(i - 1); w != "là" && w != "cho" {
			return false
		}
	default:
		return false
	}
	switch r.t.Fold(from) + " " + r.t.Fold(from+1) {
	case "biểu dương", "tuyên dương", "khen ngợi", "ghi nhận", "phê bình", "nhắc nhở", "hoan nghênh", "lưu ý", "điển hình", "đơn cử", "kiểm điểm", "khiển trách":
		return true
	}
	return false
}

// clauseUnit returns the item of the unit that a clause begins with or praises and whose organisations it goes on to
// count: "Phê bình Huyện ủy X để 2 chi bộ chậm đại hội"; -1 for none.
func (r *reader) clauseUnit(g *group) int {
	of, at := rank(r.levelWord(g.headAt)), -1
	for k := range g.at {
		it := &r.items[k]
		switch {
		case it.mark == ';':
			at = -1
		case it.place == "":
		case at >= 0:
			return -1
		case it.first <= r.firstWord()+opening+2 && rank(it.placeLevel) > of && !r.own(it.place) && !r.joined(k) && (r.organisationPlace(k) || r.t.Fold(it.first) == "khối"):
			at = k
		default:
			return -1
		}
	}
	if at >= 0 && rank(r.items[at].placeLevel) >= rank(r.t.Identity.Level) && r.t.Identity.Level != "" {
		return -1
	}
	return at
}

// whereOrgs returns the item of the one unit, above the organisations counted, that "thuộc" or "ở" behind them
// names: "3 chi bộ còn lại thuộc huyện X", "4 chi bộ của Công an tỉnh"; -1 for none.
func (r *reader) whereOrgs(g *group) int {
	of := rank(r.levelWord(g.headAt))
	for k := g.end; k < len(r.items) && r.items[k].mark == 0 && r.items[k].fig == nil; k++ {
		it := &r.items[k]
		if it.place == "" {
			continue
		}
		i := it.first - 1
		if p := &r.items[k-1]; k > 0 && p.last == it.first && (p.c().org || p.c().use == "actor") {
			i = p.first - 1
		}
		switch w := r.t.Fold(i); {
		case w == "thuộc" && r.t.Fold(i-1) != "trực", w == "ở", w == "tại", w == "của" && i == r.items[g.end-1].last:
		default:
			return -1
		}
		if r.own(it.place) || rank(it.placeLevel) == 0 || of >= rank(it.placeLevel) || r.goneTo(k) || r.joined(k) || r.severalBehind(k) ||
			rank(it.placeLevel) >= rank(r.t.Identity.Level) && r.t.Identity.Level != "" {
			return -1
		}
		if units, _ := r.unitList(it.first, r.last); len(units) > 1 {
			return -1
		}
		for j := k + 1; j+1 < len(r.items) && r.items[j].mark != ';'; j++ {
			if r.items[j].mark == '(' && r.items[j+1].fig != nil {
				return -1 // "thuộc Đảng bộ Công ty X (2) và Đảng bộ Sở Y (1)"
			}
		}
		return k
	}
	return -1
}

// figureInside reports whether the bracket that closes at item k says of units how many each has.
func (r *reader) figureInside(k int) bool {
	units := 0
	for k--; k >= 0 && r.items[k].mark != '('; k-- {
		if r.items[k].fig != nil && (k > 0 && r.items[k-1].place != "" || r.items[k].first > r.first && r.t.Tokens[r.items[k].first-1].Upper) {
			units++
		}
	}
	return units > 1
}
