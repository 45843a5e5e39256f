package measure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// listedUnit reads the name of a unit that has no word for its kind and begins a part of
// a list with its colon: "- Đoan Hùng: BCH 41 đồng chí; …". A body behind the
// colon tells it from the label of an attribute or the name of a person.
func (r *reader) listedUnit(i int32) (int32, bool) {
	if n := len(r.items); n > 0 {
		if it := &r.items[n-1]; it.last != i || it.mark == ')' {
			return 0, false
		}
	} else if i != r.firstWord() {
		return 0, false
	}
	if j := r.briefHead(i); j > i {
		r.items = append(r.items, item{first: i, last: j, cue: &nothing, place: r.titled(i, j), placeLevel: r.below(), bare: true})
		return j, true
	}
	j := r.capitals(i)
	if j-i < 2 || j-i > 4 || j+1 >= r.last || j-i > 2 && i == r.firstWord() && nameOpens[r.t.Fold(i)] {
		return 0, false
	}
	if r.narrated(i, j) {
		if it, ok := r.units[r.t.String(i, j)]; ok {
			r.items = append(r.items, item{first: i, last: j, cue: &nothing, place: r.t.String(i, j), placeLevel: it.placeLevel})
			return j, true
		}
		r.items = append(r.items, item{first: i, last: j, cue: &nothing, place: r.t.String(i, j), placeLevel: r.below(), bare: !r.numberAt(j)})
		return j, true
	}
	if r.bareUnit(i, j) && r.amongUnitNames(j) {
		r.items = append(r.items, item{first: i, last: j, cue: &nothing, place: r.t.String(i, j), bare: true})
		return j, true
	}
	if !r.t.Is(j, ':') {
		return 0, false
	}
	if c := r.peek(j + 1); !isSeats(c.body) || c.use == "actor" {
		return 0, false
	}
	r.items = append(r.items, item{first: i, last: j, cue: &nothing, place: r.t.String(i, j), placeLevel: r.below()})
	return j, true
}

// briefHead returns the end of the name of a unit that begins a paragraph of news in brief, with a
// colon behind it or behind the day in brackets: "* NAM SÁCH: Đến 5/6, …", "Bình Sơn (24/7): BCH 41 đồng
// chí". What follows is about congresses, which tells it from a person and from any other label; 0 for none.
func (r *reader) briefHead(i int32) int32 {
	if begin, _ := r.t.Block(r.s.block); r.first != begin || i != r.firstWord() || r.labelled > 0 && r.labelled < 4 || r.t.Identity.Type == "interview" || rank(r.below()) == 0 {
		return 0
	}
	switch r.t.Fold(i) {
	case "tổng", "toàn", "cộng", "chung":
		return 0 // "TỔNG SỐ: Bí thư 15"
	}
	j := i
	for j < r.last && r.t.Tokens[j].Kind == scan.Word && r.t.Tokens[j].Upper && r.t.Tokens[j].AllUpper == r.t.Tokens[i].AllUpper {
		j++
	}
	if j-i < 2 || j-i > 3 || j-i == 3 && r.x.words.surnames[r.t.Fold(i)] {
		return 0
	}
	colon := j
	if r.t.Is(j, '(') && r.numberAt(j+1) {
		for colon < r.last && !r.t.Is(colon, ')') {
			colon++
		}
		colon++
	}
	if colon+1 >= r.last || !r.t.Is(colon, ':') {
		return 0
	}
	if c := r.peek(i); c.org || c.body != "" || c.link == "result" || c.strength != "" {
		return 0
	}
	c := r.peek(colon + 1)
	if c.org || isSeats(c.body) && c.use != "actor" || (r.t.Fold(colon+1) == "đến" || r.t.Fold(colon+1) == "tính") && r.t.Tokens[i].AllUpper {
		return j
	}
	return 0
}

// narrated reports whether the capitalised words of a range name a unit by its bare name that a sentence
// is about: "Tại Đông Giang, …", "Hội An lại có câu chuyện khác", "Tuy Phước bầu đủ 41 ủy viên". A person has
// a surname before two syllables more, or a word of address; an office or a body has words of its own.
func (r *reader) narrated(first, last int32) bool {
	if last-first > 3 || last-first == 3 && r.x.words.surnames[r.t.Fold(first)] || rank(r.t.Identity.Level) < rank("upper_grassroots") || r.t.Identity.Type == "interview" || noUnit[r.t.Fold(first)] {
		return false
	}
	for i := first; i < last; i++ {
		if c := r.peek(i); c.org || c.body != "" || c.place != "" || c.unit != "" || c.own || c.level != "" {
			return false
		}
	}
	if r.own(r.t.String(first, last)) {
		return false
	}
	if n := len(r.items); n > 0 && r.items[n-1].mark == 0 {
		it := &r.items[n-1]
		if w := r.t.Fold(it.first); it.last != first || it.first != r.firstWord() || w != "tại" && w != "ở" && w != "riêng" {
			return false
		}
		return r.t.Is(last, ',')
	}
	if r.superlative(last) {
		return true // "Văn Yên cao nhất về nữ với 31%"
	}
	if first != r.firstWord() {
		return false
	}
	switch r.t.Word(last) {
	case "thí":
		return r.t.Word(last+1) == "điểm"
	case "bầu", "thiếu", "khuyết":
		return r.numberAt(last+1) || r.numberAt(last+2)
	case "là", "lại", "không", "chưa", "cũng", "vẫn":
		begin, end := r.t.Block(r.s.block)
		return r.first == begin && r.last < end
	}
	return false
}

// superlative reports whether words at a token say that a unit has the most or the least.
func (r *reader) superlative(i int32) bool {
	if i+2 >= r.last {
		return false
	}
	switch r.t.Word(i) + " " + r.t.Word(i+1) {
	case "cao nhất", "thấp nhất", "nhiều nhất", "ít nhất", "dẫn đầu", "đứng đầu", "đứng cuối", "đội sổ":
		return r.t.Word(i+2) == "về" || r.t.Word(i+2) == "với" || r.t.Word(i+2) == "là" || r.t.Word(i+2) == "toàn" || r.t.Word(i+2) == "cả"
	}
	return false
}

// noUnit are first words of names in capitals that are of no unit of land, folded: of persons as they are
// addressed, of bodies and offices.
var noUnit = map[string]bool{
	"ông": true, "bà": true, "anh": true, "chị": true, "cô": true, "chú": true, "bác": true, "cụ": true, "thầy": true, "em": true, "đồng": true, "ban": true, "đoàn": true, "đảng": true, "chi": true,
	"bộ": true, "sở": true, "phòng": true, "trường": true, "công": true, "báo": true, "tổ": true, "tiểu": true, "chủ": true, "bí": true, "phó": true, "đại": true, "nghị": true, "việt": true, "mặt": true, "quốc": true,
}

// titled is the text of a range, with small letters behind the first of each word where it is in capitals.
func (r *reader) titled(first, last int32) string {
	text := r.t.String(first, last)
	if !r.t.Tokens[first].AllUpper {
		return text
	}
	words := strings.Fields(strings.ToLower(text))
	for i, w := range words {
		_, n := utf8.DecodeRuneInString(w)
		words[i] = strings.ToUpper(w[:n]) + w[n:]
	}
	return strings.Join(words, " ")
}

// bareUnit reports whether the capitalised words of a range name a unit whose figure stands
// right behind them, or behind a verb: "Lâm Thao 34/34", "Phước Thới bầu 15". A person
// has a surname and two syllables more.
func (r *reader) bareUnit(first, last int32) bool {
	i, elects := last, false
	for n := 0; n < 3 && i < r.last && (r.t.Is(i, ':') || unitVerbs[r.t.Word(i)]); n++ {
		w := r.t.Word(i)
		elects = elects || w == "bầu" || w == "thiếu" || w == "khuyết"
		i++
	}
	if !r.numberAt(i) || !elects && last-first > 2 && r.x.words.surnames[r.t.Fold(first)] || r.peek(first).place != "" || i == last && last-first > 3 {
		return false
	}
	if r.t.Fold(i+1) == "phiếu" || r.t.Fold(i+1) == "tuổi" || len(r.t.Word(i)) == 4 && r.t.Is(i+1, ')') || r.x.heads[vn.Fold(r.t.String(first, last))].people {
		return false
	}
	_, day := r.x.grammar.Date(r.t, i)
	return !day
}

// unitVerbs stand between a unit and its figure.
var unitVerbs = map[string]bool{"bầu": true, "có": true, "đạt": true, "thiếu": true, "khuyết": true, "chiếm": true, "còn": true, "chỉ": true, "được": true, "đã": true, "đủ": true}

// unitElects reports whether a bare figure is how many a unit of a list elected: "Tân Phú bầu
// đủ 15, Minh Đài bầu 13/15".
func (r *reader) unitElects(g *group) bool {
	k := g.at - 1
	return g.main.bare && !g.main.percent && k > 0 && r.items[k].c().reach == "verb" && (r.items[k-1].bare || r.items[k-1].place != "" && r.unitElectsToo(g)) && r.items[k-1].last == r.items[k].first
}

// unitElectsToo reports whether the next unit of a list elected so many of a body that is named there:
// "Xã A bầu 15/15, xã B bầu 14/15 cấp ủy viên".
func (r *reader) unitElectsToo(g *group) bool {
	for k := g.tail; k+2 < len(r.items); k++ {
		if it := &r.items[k]; it.place != "" && r.items[k+1].c().reach == "verb" && r.items[k+2].fig != nil {
			return true
		} else if it.fig != nil || it.mark == ';' {
			return false
		}
	}
	return g.head != nil && isSeats(g.head.body)
}

// amongUnitNames reports whether the unit that ends at a token is one of a list: another one
// stands before it, or begins a part of the sentence behind it.
func (r *reader) amongUnitNames(last int32) bool {
	for k := range r.items {
		if r.items[k].bare {
			return true
		}
	}
	for i := last; i+1 < r.last; i++ {
		if tok := &r.t.Tokens[i+1]; !tok.Upper || tok.Kind != scan.Word || !r.t.Is(i, ',') && !r.t.Is(i, ';') && r.t.Word(i) != "và" {
			continue
		}
		if j := r.capitals(i + 1); j-i > 2 && j-i <= 5 && r.bareUnit(i+1, j) {
			return true
		}
	}
	return false
}

// unitAgain reads the bare name of a unit that begins a sentence, where the text has
// named it with its kind before: "xã Lai Đồng … Lai Đồng bầu 15 cấp ủy viên".
func (r *reader) unitAgain(i int32) (int32, bool) {
	if len(r.units) == 0 || i != r.firstWord() && r.t.Word(i-1) != "ở" && r.t.Word(i-1) != "tại" {
		return 0, false
	}
	j := r.capitals(i)
	if j-i < 2 || j-i > 4 {
		return 0, false
	}
	name := r.t.String(i, j)
	it, ok := r.units[name]
	if !ok {
		return 0, false
	}
	if it.placeLevel == "province" || r.own(it.place) {
		name = it.place
	}
	r.items = append(r.items, item{first: i, last: j, cue: &nothing, place: name, placeLevel: it.placeLevel})
	return j, true
}

// capitals returns the end of the capitalised words that begin at token i.
func (r *reader) capitals(i int32) int32 {
	for i < r.last && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper && !r.t.Tokens[i].AllUpper {
		i++
	}
	return i
}

// namesOn reports whether the word at token i, which begins no sentence, is the first
// of a name: the "Thu" of "Thu Cúc", which is no verb there.
func (r *reader) namesOn(i int32) bool {
	if i <= r.firstWord() || i+1 >= r.last || !r.t.Tokens[i].Upper {
		return false
	}
	n := &r.t.Tokens[i+1]
	return n.Kind == scan.Word && n.Upper && !n.AllUpper && n.Space
}

// longestCell is how many tokens the name of a Party cell has at most.
const longestCell = 8

// unitsBefore returns the units named in the part of a list before item k, in their order.
func (r *reader) unitsBefore(k int) []item {
	var out []item
	for j := range k {
		it := &r.items[j]
		if it.mark == ';' || it.fig != nil {
			out = out[:0]
		}
		if it.place == "" || slices.ContainsFunc(out, func(o item) bool { return strings.HasSuffix(o.place, it.place) }) {
			continue
		}
		out = append(out, *it)
		for name := range r.namesBehind(it.last, r.items[k].first) {
			out = append(out, item{first: it.first, last: it.last, cue: &nothing, place: kindWord(it.place) + name, placeLevel: it.placeLevel})
		}
	}
	return out
}

// capitalAt reports whether a capitalised word stands at token i.
func (r *reader) capitalAt(i int32) bool {
	return i < r.last && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper
}

// someOfThem resolves a figure of a bracket behind organisations that says where some of them are:
// "31 tổ chức cơ sở đảng chưa đại hội (Văn Yên 12, Lục Yên 9, các nơi khác 10)", "3 đảng bộ (2 ở
// huyện Văn Yên, 1 ở huyện Trấn Yên)". It reports whether it is one.
func (r *reader) someOfThem(i int, m *measure) bool {
	g := &r.groups[i]
	if r.s.org.body != "organization" || !g.main.bare || g.main.percent || g.main.ratio || r.closing(g) < 0 {
		return false
	}
	p := r.beforeBracket(i)
	if p == nil || p != &r.groups[r.s.orgAt] || g.main.value > p.main.value || p.main.value < 2 {
		return false
	}
	place := ""
	if w := r.t.Fold(g.main.last); w == "ở" || w == "tại" || w == "thuộc" {
		for k := g.end; k < len(r.items) && r.items[k].mark == 0 && r.items[k].fig == nil; k++ {
			if r.items[k].place != "" {
				place = r.items[k].place
				break
			}
		}
	} else {
		place = r.nameUpTo(g.main.first)
	}
	if place == "" {
		return false
	}
	*m = r.s.org
	m.place, m.part = place, true
	return true
}

// nameUpTo returns the words between the last mark and a token that name a unit, with a capital or
// as the others: "Văn Yên", "huyện Lục Yên", "các nơi khác".
func (r *reader) nameUpTo(last int32) string {
	if r.t.Is(last-1, ':') {
		last--
	}
	i := last
	for i > r.first && r.t.Tokens[i-1].Kind == scan.Word && last-i < longestUnit {
		i--
	}
	if i == last || !r.t.Is(i-1, '(') && !r.t.Is(i-1, ',') && !r.t.Is(i-1, ';') {
		return ""
	}
	if r.t.Fold(last-1) != "khác" && (!r.t.Tokens[last-1].Upper || r.t.Tokens[last-1].AllUpper) {
		return ""
	}
	return r.t.String(i, last)
}

// longestUnit is how many words name a unit in a list at most: "thành phố Phan Rang - Tháp Chàm"
// has seven.
const longestUnit = 6
