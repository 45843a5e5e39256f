package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// peopleNamed returns a named ethnic group that a figure counts: "người Chăm
// 141 đồng chí".
func (r *reader) peopleNamed(g *group) string {
	if !r.t.Has(r.x.words.people, r.first, r.last) {
		return ""
	}
	last := r.stop(g)
	for i := r.items[g.left].first; i+1 < last; i++ {
		if !r.t.Tokens[i+1].Upper {
			continue
		}
		switch r.t.Fold(i) {
		case "người", "tộc", "bào":
			for n := longestPeople; n >= 1; n-- {
				if i+n < r.last && r.x.heads[vn.Fold(r.t.String(i+1, i+1+n))].people {
					name := "dân tộc " + r.t.String(i+1, i+1+n) + r.peopleListed(i+1+n, g.main.first)
					g.named = g.named || i < g.main.first
					return name
				}
			}
		}
	}
	return ""
}

// longestPeople is how many tokens the name of a people has at most: "Bru - Vân Kiều".
const longestPeople int32 = 4

// peopleEnding returns the token at which the name of a people begins that ends before token end, -1 for none.
func (r *reader) peopleEnding(end int32) int32 {
	for n := longestPeople; n >= 1; n-- {
		if i := end - n; i >= r.first && r.t.Tokens[i].Upper && r.x.heads[vn.Fold(r.t.String(i, end))].people {
			return i
		}
	}
	return -1
}

// peoplesBefore returns the peoples right before a figure that counts them together, and how many they are: "đồng bào
// [Ê Đê, Xơ Đăng] có 9 người", "[Vân Kiều, Pa Cô] 15". One that has a number of its own is not of them.
func (r *reader) peoplesBefore(g *group) (names string, n int) {
	end := g.main.first
	for end > r.first && (r.t.Is(end-1, ':') || peopleLinks[r.t.Fold(end-1)]) {
		end--
	}
	from := r.peopleEnding(end)
	if from < 0 {
		return "", 0
	}
	for n = 1; ; n++ {
		i := from
		if i > r.first && r.t.Word(i-1) == "người" {
			i--
		}
		if i <= r.first+1 || !r.t.Is(i-1, ',') && r.t.Fold(i-1) != "và" {
			break
		}
		before := r.peopleEnding(i - 1)
		if before < 0 || r.countedLeft(g, before) {
			break
		}
		from = before
	}
	return r.t.String(from, end), n
}

// countedLeft reports whether the figure before counts the people at a token: "12 là người Thái, người Khơ Mú có 2".
func (r *reader) countedLeft(g *group, at int32) bool {
	for i := at - 1; i >= r.first && i > at-peopleReach && r.t.Tokens[i].Kind != scan.Punct; i-- {
		if r.t.Tokens[i].Kind == scan.Number {
			return true
		}
	}
	p := r.groupBefore(g)
	return p != nil && p.main.words && p.main.last <= at && at-p.main.last < peopleReach
}

// peopleReach is how many tokens stand at most between a number and the people behind it: "là đồng chí người".
const peopleReach = 6

// peoplesCounted returns peoples that a figure counts together, or one where the number of all stands before it or a part
// of them behind: "cấp ủy 15 đồng chí, Mông 14", "Bahnar 10, nữ 7".
func (r *reader) peoplesCounted(i int) string {
	g := &r.groups[i]
	s := &r.s
	if r.s.votes || g.main.ratio || g.main.first == r.first || g.head != nil && g.head.head != "person" {
		return ""
	}
	names, n := r.peoplesBefore(g)
	if n > 1 {
		return "dân tộc " + names
	}
	if n == 0 || g.main.percent || g.head != nil {
		return ""
	}
	if i > 0 && g.left < g.at && s.attr == "total" && isSeats(s.body) && !s.percent && g.main.value <= s.amount && (r.items[g.left].mark == ',' || r.items[g.left].mark == ';' || r.items[g.left].mark == '(' || r.items[g.left].mark == ':') {
		return "dân tộc " + names
	}
	if i == 0 && i+1 < len(r.groups) && g.at == 0 {
		n := &r.groups[i+1]
		if a := r.scan(g.end, n.at); a.form == "plain" && (a.attr == "female" || a.attr == "young") && n.main.bare {
			return "dân tộc " + names
		}
	}
	return ""
}

// peopleBefore returns the name of a people right before a figure: "dân tộc
// thiểu số 34: Tày 12, Sán Dìu 8", "" for none.
func (r *reader) peopleBefore(g *group) string {
	i := g.main.first
	if w := r.t.Word(i - 1); i > r.first && (w == "có" || w == "là" || r.t.Is(i-1, ':')) {
		i--
	}
	for n := int32(2); n >= 1; n-- {
		if i-n >= r.first && r.t.Tokens[i-n].Upper && r.x.heads[vn.Fold(r.t.String(i-n, i))].people {
			return r.t.String(i-n, i)
		}
	}
	return ""
}

// peopleCounted returns the people that stands right before a figure, behind the noun of those
// whom it counts or in a list of peoples: "Đại biểu Tày 171, Nùng 112", "đại biểu Khmer 58 người".
func (r *reader) peopleCounted(g *group) string {
	end := g.main.first
	for end > r.first && (r.t.Is(end-1, ':') || r.t.Fold(end-1) == "có" || r.t.Fold(end-1) == "là") {
		end--
	}
	for n := int32(2); n >= 1; n-- {
		i := end - n
		if i <= r.first || !r.t.Tokens[i].Upper || !r.x.heads[vn.Fold(r.t.String(i, end))].people {
			continue
		}
		listed := r.t.Is(i-1, ',') || r.t.Is(i-1, ';') || r.t.Fold(i-1) == "và"
		if listed && r.s.attr == "other" && strings.HasPrefix(r.s.qual, "dân tộc ") || r.nounBefore(g, i) {
			return "dân tộc " + r.t.String(i, end)
		}
	}
	return ""
}

// nounBefore reports whether the noun for delegates or members ends right before token i.
func (r *reader) nounBefore(g *group, i int32) bool {
	for k := g.at - 1; k >= 0 && r.items[k].last >= i; k-- {
		if c := r.items[k].c(); r.items[k].last == i {
			return c.use == "counted" && (c.body == "delegate" || c.body == "party_member" || c.body == "committee") || c.head == "person"
		}
	}
	return false
}

// listsPeoples reports whether a figure stands in a list of peoples by name: "Về dân tộc: Mường
// 172, Kinh 60".
func (r *reader) listsPeoples(g *group) bool {
	for k := g.at - 1; k >= g.left; k-- {
		if it := &r.items[k]; it.mark == ':' {
			return k > 0 && r.items[k-1].c().attr == "ethnic_minority" && r.t.Fold(r.items[k-1].last-1) == "tộc"
		}
	}
	return g.left < g.at && r.items[g.left].mark == ','
}

// peopleSubject reports whether a people and "có" stand right before a figure: "Tính theo dân
// tộc, người Xơ Đăng có 312 cấp ủy viên".
func (r *reader) peopleSubject(g *group) bool {
	i := g.main.first - 1
	if i <= r.first+2 || r.t.Word(i) != "có" {
		return false
	}
	for n := int32(2); n >= 1; n-- {
		if strings.EqualFold(r.t.Word(i-n-1), "người") && r.x.heads[vn.Fold(r.t.String(i-n, i))].people {
			return true
		}
	}
	return false
}

// countedNext reports whether a verb of counting and a number stand at a token: "người Khơ Mú [có 2]".
func (r *reader) countedNext(i int32) bool {
	switch r.t.Fold(i) {
	case "có", "là", "chiếm", "được":
		return r.numberAt(i+1) && !r.t.Is(i+2, '%')
	}
	return r.t.Is(i, ':') && r.numberAt(i+1)
}

// peopleListed returns the peoples that go on a list: "người Khmer[, người Hoa]", "người Pa
// Cô[, Tà Ôi]". One right before a figure is of the list only where it is the figure at token at, which
// all of them are for: "người Thái[, Mường] 178".
func (r *reader) peopleListed(i, at int32) string {
	var out strings.Builder
	for i+1 < r.last && (r.t.Is(i, ',') || r.t.Word(i) == "và") {
		j := i + 1
		if r.t.Word(j) == "người" {
			j++
		}
		end := j
		for n := int32(2); n >= 1 && end == j; n-- {
			if j+n <= r.last && r.x.heads[vn.Fold(r.t.String(j, j+n))].people && (!r.numberAt(j+n) && (j+n+1 == at || !r.countedNext(j+n)) || j+n == at) {
				end = j + n
			}
		}
		if end == j {
			break
		}
		sep := ", "
		if !r.t.Is(i, ',') && r.t.Word(i+1) != "người" {
			sep = " và "
		}
		out.WriteString(sep + r.t.String(j, end))
		i = end
	}
	return out.String()
}

// peopleBeside returns the people right before or right behind figure i where it counts some of a body
// or of delegates: "nữ 5, Thái 17, Mông 4", "8 Tày, 6 Dao", "có 8 là người Vân Kiều". A name that is
// a person's, too, needs a word for peoples, a part counted before it, or another people beside it.
func (r *reader) peopleBeside(i int) string {
	g := &r.groups[i]
	if r.s.votes || g.head != nil && g.head.head != "person" {
		return ""
	}
	name, said := r.peopleAt(g)
	if name == "" {
		return ""
	}
	if said || i > 0 && r.groups[i-1].body() != "vote" && (r.s.attr != "" && r.s.attr != "total" || r.s.within || r.lists(i)) || r.structureNext(i) {
		return "dân tộc " + name
	}
	for _, n := range [...]int{i - 1, i + 1} {
		if n < 0 || n >= len(r.groups) {
			continue
		}
		if other, _ := r.peopleAt(&r.groups[n]); other != "" {
			return "dân tộc " + name
		}
	}
	return ""
}

// structureNext reports whether figure i begins a sentence about a body told of before and is followed by another part of it:
// "Bru - Vân Kiều 25; nữ 15".
func (r *reader) structureNext(i int) bool {
	if i > 0 || i+1 >= len(r.groups) || !r.s.carried || !isSeats(r.s.body) && r.s.body != "delegate" {
		return false
	}
	switch a, _, _ := r.attribute(&r.groups[i+1]); a {
	case "female", "young", "ethnic_minority", "re_elected", "first_time", "age_band":
		return true
	}
	return false
}

// peopleAt returns the people named right before or behind a figure and what else says that it is one.
func (r *reader) peopleAt(g *group) (name string, said bool) {
	i := r.items[g.end-1].last
	if r.t.Fold(i) == "là" {
		i++
	}
	if r.t.Fold(i) == "đồng" && r.t.Fold(i+1) == "chí" {
		i += 2
	}
	if n := r.peopleNoun(i); n > 0 {
		i, said = i+n, true
	} else if i > r.first && r.t.Fold(i-1) == "người" {
		said = true
	}
	for n := int32(2); n >= 1; n-- {
		end := i + n
		if end > r.last || !r.t.Tokens[i].Upper || !r.x.heads[vn.Fold(r.t.String(i, end))].people {
			continue
		}
		if end < r.last && r.t.Tokens[end].Kind == scan.Word && r.t.Fold(end) != "và" || end < r.last && r.t.Tokens[end].Kind == scan.Number {
			break
		}
		return r.t.String(i, end), said
	}
	end := g.main.first
	for end > r.first && (r.t.Is(end-1, ':') || peopleLinks[r.t.Fold(end-1)]) {
		end--
	}
	for n := longestPeople; n >= 1; n-- {
		i := end - n
		if i < r.first || !r.t.Tokens[i].Upper || !r.x.heads[vn.Fold(r.t.String(i, end))].people {
			continue
		}
		said = i > r.first && (r.t.Fold(i-1) == "người" || r.t.Fold(i-1) == "bào" || r.t.Fold(i-1) == "tộc")
		if said || i == r.first || r.t.Tokens[i-1].Kind == scan.Punct || leadsPeople[r.t.Fold(i-1)] {
			return r.t.String(i, end), said
		}
	}
	return "", false
}

// peopleNoun returns how many tokens of a noun for peoples stand at a token: "người", "đồng bào", "dân tộc",
// "người dân tộc".
func (r *reader) peopleNoun(i int32) int32 {
	n := int32(0)
	if r.t.Fold(i) == "người" {
		i, n = i+1, 1
	}
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "dân tộc", "đồng bào":
		return n + 2
	}
	return n
}

// leadsPeople stand before the first of several peoples.
var leadsPeople = map[string]bool{"và": true, "đó": true, "gồm": true, "có": true, "thì": true, "là": true, "kiến": true, "tính": true}

// peopleLinks stand between a people and how many of it there are.
var peopleLinks = map[string]bool{"có": true, "là": true, "được": true, "chiếm": true, "vỏn": true, "vẹn": true, "chỉ": true, "mới": true, "thì": true}

// peopleNamedAt reports whether the name of a people begins at a token.
func (r *reader) peopleNamedAt(i int32) bool {
	for n := int32(2); n >= 1; n-- {
		if i+n <= r.last && r.x.heads[vn.Fold(r.t.String(i, i+n))].people {
			return true
		}
	}
	return false
}
