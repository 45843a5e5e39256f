package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// candidate is one organisation with all its mentions.
type candidate struct {
	key   string
	score int
	best  mention // the mention that names it best
	rank  int
	upper int
	above above // of the first mention that has any
	place int
	count int
	meets bool // the lead tells of its congress
	group bool // it is named as one of several
	does  bool // it is not only named as what helps: "được Tỉnh ủy A chọn"
}

// alone reports whether the best candidate is the only one that is no guest's, and
// stands as it is.
func alone(list []candidate) bool {
	return len(list) > 1 && list[0].best.verbatim && list[0].score > 0 && list[1].score == 0
}

// namesake reports whether the headline or the lead speaks of the congress of an
// organisation of the same kind without its name, which the body has in full: "Đại hội
// Đảng bộ Trường lần thứ XV".
func (o *Organisation) namesake(t *scan.Text, rs []region, full mention) bool {
	for _, r := range rs {
		if r.rank == rankBody {
			return false
		}
		for _, m := range o.v.mentions(t, r.first, r.last) {
			if m.generic && m.congress && m.level != "" && m.level == full.level && strings.HasPrefix(vn.Fold(full.name), vn.Fold(t.String(m.first, m.last))+" ") {
				return full.verbatim
			}
		}
	}
	return false
}

// candidates gathers the mentions of each organisation, best first.
func (o *Organisation) candidates(t *scan.Text, rs []region) []candidate {
	var list []candidate
	for _, r := range rs {
		ms := o.v.mentions(t, r.first, r.last)
		for n, m := range ms {
			if m.generic || m.key == "" {
				continue
			}
			m.listed = enumerated(t, ms, n)
			m.guest = !m.verbatim && m.first > 1 && t.Fold(m.first-1) == "đạo" && t.Fold(m.first-2) == "lãnh"
			m.named = m.first > 1 && t.Fold(m.first-1) == "thư" && t.Fold(m.first-2) == "bí"
			m.agent = o.acts(t, r, m) || o.interviewed(t, r, m)
			m.helper = !m.verbatim && o.helps(t, m)
			m.listed = m.listed || o.chosen(t, m.first)
			m.group = m.verbatim && r.rank > rankTitle && o.grouped(t, m)
			m.guest = m.guest || m.group
			m.guest = m.guest || sentTo(t, m) || delegation(t, m) || n > 0 && overTheOther(t, ms[n-1], m)
			i := slices.IndexFunc(list, func(c candidate) bool { return c.key == m.key })
			if i < 0 {
				list = append(list, candidate{key: m.key, best: m, rank: r.rank, upper: m.upper, place: m.place})
				i = len(list) - 1
			}
			list[i].add(m, r)
			list[i].group = list[i].group || m.group
			list[i].does = list[i].does || !m.helper
			list[i].meets = list[i].meets || r.rank <= rankLead && o.meets(t, m)
		}
	}
	headline(t, rs, list)
	o.implied(t, rs, &list)
	if !slices.ContainsFunc(list, func(c candidate) bool { return c.best.verbatim }) {
		o.leading(t, rs, &list) // committees named alone are of guests
	}
	o.holding(t, rs, &list)
	o.round(t, rs, &list)
	o.whole(t, rs, &list)
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Or(b.score-a.score, a.rank-b.rank) })
	return list
}

// grouped reports whether "các" or a number makes what is named with a list behind it
// several organisations: "các Đảng bộ huyện A, B và C".
func (o *Organisation) grouped(t *scan.Text, m mention) bool {
	if m.first == 0 {
		return false
	}
	if t.Tokens[m.first-1].Sentence != t.Tokens[m.first].Sentence {
		return false
	}
	if t.Fold(m.first-1) == "các" {
		return true
	}
	_, many := t.At(o.v.territory.many, m.first-1)
	return (many || t.Tokens[m.first-1].Kind == scan.Number && t.Word(m.first-1) != "1" && t.Word(m.first-1) != "01") && (t.Is(m.last, ',') || t.Fold(m.last) == "và")
}

// acts reports whether a committee does what a sentence tells: "Ban Thường vụ Thành ủy A
// họp rút kinh nghiệm". Others only help: "được Huyện ủy A chọn làm điểm".
func (o *Organisation) acts(t *scan.Text, r region, m mention) bool {
	if m.verbatim || r.rank > rankLead {
		return false
	}
	i := m.last
	if t.Is(i, '(') { // Huyện ủy Thanh Sơn (Phú Thọ) vừa chọn
		for i < m.last+6 && !t.Is(i, ')') {
			i++
		}
		i++
	}
	if _, ok := t.At(o.v.territory.agent, i); !ok || i >= r.last {
		return false
	}
	first := m.first
	if first > 2 && t.Fold(first-1) == "vụ" && t.Fold(first-2) == "thường" && t.Fold(first-3) == "ban" {
		first -= 3
	}
	return first == r.first || !t.Has(o.v.territory.passive, first-1, first)
}

// helps reports whether a committee is only named for what it did to another: "được Tỉnh ủy
// A chọn thí điểm".
func (o *Organisation) helps(t *scan.Text, m mention) bool {
	first := m.first
	if first > 2 && t.Fold(first-1) == "vụ" && t.Fold(first-2) == "thường" && t.Fold(first-3) == "ban" {
		first -= 3
	}
	return first > 0 && t.Fold(first-1) == "được"
}

// interviewed reports whether a mention is in the title of the person whom a paper asks:
// "trao đổi với đồng chí A, Bí thư Huyện ủy B".
func (o *Organisation) interviewed(t *scan.Text, r region, m mention) bool {
	return r.rank <= rankLead && !m.congress && t.Has(o.v.territory.asked, max(t.Sentences[t.Tokens[m.first].Sentence].First, m.first-askedWithin), m.first)
}

// askedWithin is how many tokens stand at most between "trao đổi với" and the committee in
// the title of who is asked.
const askedWithin = 24

// meets reports whether a sentence tells of the congress of an organisation: "Đại hội
// Đảng bộ A", "Đảng bộ A tổ chức đại hội".
func (o *Organisation) meets(t *scan.Text, m mention) bool {
	if m.listed || m.guest || m.named || !m.verbatim && !m.congress {
		return false
	}
	return m.congress || o.holds(t, m)
}

// holds reports whether a congress stands behind the name of an organisation as what it
// holds.
func (o *Organisation) holds(t *scan.Text, m mention) bool {
	last := min(m.last+meetsWithin, t.Sentences[t.Tokens[m.first].Sentence].Last)
	if m.first > 0 && t.Fold(m.first-1) == "của" {
		return false // "Đảng viên của Chi bộ A kể chuyện đại hội"
	}
	for _, h := range t.HitsIn(o.v.congress, m.last, last) {
		if h.First == m.last || t.Has(o.v.territory.holds, m.last, h.First) {
			return true
		}
	}
	return false
}

// meetsWithin is how many tokens stand at most between the name of an organisation and
// what it holds: "(huyện A, tỉnh B) đã long trọng tổ chức Đại hội".
const meetsWithin = 16

// overTheOther reports whether a mention only says what the organisation before it
// belongs to: "Đảng bộ Công ty A (trực thuộc Đảng bộ B)".
func overTheOther(t *scan.Text, of, m mention) bool {
	return !of.generic && of.key != "" && m.first > of.last && m.first-of.last < longest && t.Fold(m.first-1) == "thuộc"
}

// delegation reports whether a mention only tells whose delegation attends: "Đoàn đại biểu
// Đảng bộ thành phố A".
func delegation(t *scan.Text, m mention) bool {
	return m.first > 2 && t.Fold(m.first-1) == "biểu" && t.Fold(m.first-2) == "đại" && t.Fold(m.first-3) == "đoàn"
}

// sentTo reports whether a mention is the organisation whose congress delegates are
// sent to: "bầu 14 đại biểu đi dự Đại hội Đảng bộ tỉnh A".
func sentTo(t *scan.Text, m mention) bool {
	for i := m.first - 1; m.congress && i > 0 && i >= m.first-6; i-- {
		if t.Fold(i) == "dự" {
			return t.Fold(i-1) == "đi"
		}
	}
	return false
}

// round adds the organisation of a province before all others where the text is about
// a round of congresses in it, names it without that organisation and speaks of its
// committee: "Long An hoàn thành đại hội cấp huyện … Ban Tổ chức Tỉnh ủy". The units
// that such a text names are examples, and the last of them stands in its lead.
func (o *Organisation) round(t *scan.Text, rs []region, list *[]candidate) {
	told, committee := false, false
	var province scan.Hit
	found := false
	for _, r := range rs {
		if r.rank == rankBody && !told {
			return
		}
		if r.rank != rankBody {
			told = told || t.Has(o.levels, r.first, r.last) || o.allOf(t, r)
			for _, h := range o.v.provincesIn(t, r.first, r.last) {
				if !t.Tokens[h.First].Upper || t.Is(h.First-1, '(') || t.Is(h.First-1, ',') || t.Is(h.Last, ',') && o.g.DayAt(t, h.Last+1) {
					continue // "(Long An)", "Hà Nội, ngày 5/6"
				}
				if found && h.Value != province.Value || o.v.places[h.Value].kind == "central_body" {
					return
				}
				province, found = h, true
			}
		}
		committee = committee || slices.ContainsFunc(o.v.mentions(t, r.first, r.last), func(m mention) bool {
			return (m.generic || found && m.place == int(province.Value)) && (m.level == "province" || m.level == "")
		})
	}
	if !told || !found || !committee {
		return
	}
	m := o.v.ofProvince(province.First, province.Last, int(province.Value))
	c := candidate{key: m.key, best: m, rank: rankTitle, upper: -1, place: m.place, count: 1}
	for _, d := range *list {
		named := d.rank == rankTitle && vn.Fold(d.best.proper) != o.v.places[province.Value].folded
		if named && d.key != c.key || d.best.congress && d.key != c.key {
			return
		}
		c.score = max(c.score, d.score+1)
	}
	*list = slices.DeleteFunc(*list, func(d candidate) bool { return d.key == c.key })
	*list = append(*list, c)
}

// allOf reports whether a region counts all organisations of a level: "616/616 đảng
// bộ, chi bộ cơ sở".
func (o *Organisation) allOf(t *scan.Text, r region) bool {
	for _, h := range t.HitsIn(o.v.heads, r.first, r.last) {
		if i := h.First; i-3 >= r.first && t.Tokens[i-1].Kind == scan.Number && t.Is(i-2, '/') && t.Tokens[i-3].Kind == scan.Number {
			return true
		}
	}
	return false
}

// enumerated reports whether a mention is one of three or more in a row: "chọn ba
// đơn vị là Đảng bộ A, Đảng bộ B và Chi bộ C" is about none of them.
func enumerated(t *scan.Text, ms []mention, n int) bool {
	a, b := n, n
	for a > 0 && b-a < 2 && parted(t, ms[a-1].last, ms[a].first) {
		a--
	}
	for b+1 < len(ms) && b-a < 2 && parted(t, ms[b].last, ms[b+1].first) {
		b++
	}
	return b-a >= 2
}

// parted reports whether only a comma or "và" stands between two mentions.
func parted(t *scan.Text, last, first int32) bool {
	return first == last+1 && (t.Is(last, ',') || t.Is(last, ';') || t.Fold(last) == "và")
}

// headline adds the weight of the headline to organisations that it has by their
// bare name: "Bát Xát hoàn thành đại hội cấp cơ sở".
func headline(t *scan.Text, rs []region, list []candidate) {
	if len(rs) == 0 || rs[0].rank != rankTitle {
		return
	}
	title := t.String(rs[0].first, rs[0].last)
	for i := range list {
		if c := &list[i]; c.rank > rankTitle && strings.Contains(c.best.proper, " ") && strings.Contains(title, c.best.proper) && !otherType(title, c, list) {
			c.score += 2 * rs[0].weight
			c.rank = rankTitle
		}
	}
}

// otherType reports whether the headline names another organisation of the same name
// with its type, and not this one: "Huyện Bình Phú: 4 xã đại hội", where a town is Bình
// Phú, too; "Đảng bộ Công an tỉnh Lào Cai" is not the province's.
func otherType(title string, c *candidate, list []candidate) bool {
	title = vn.Fold(title)
	own, ok := typed(c)
	if !ok {
		return false
	}
	return slices.ContainsFunc(list, func(d candidate) bool {
		unit, ok := typed(&d)
		return ok && d.key != c.key && d.best.proper == c.best.proper && strings.Contains(title, unit) && !strings.Contains(strings.ReplaceAll(title, unit, ""), own)
	})
}

// typed returns the folded name of an organisation's unit with its type: "huyện bình phú".
func typed(c *candidate) (string, bool) {
	_, unit, ok := strings.Cut(vn.Fold(c.best.name), "bộ ")
	return unit, ok
}

func (c *candidate) add(m mention, r region) {
	c.count++
	c.score += r.weight * weight(m)
	c.rank = min(c.rank, r.rank)
	c.upper = max(c.upper, m.upper)
	if len(c.above.units) == 0 {
		c.above = m.above
	}
	if better(m, c.best) {
		c.best = m
	}
}

// implied adds the organisation of a province that the headline or lead names
// apart from its committee: "Quảng Ngãi: nữ Phó Bí thư Tỉnh ủy đầu tiên".
func (o *Organisation) implied(t *scan.Text, rs []region, list *[]candidate) {
	for _, r := range rs {
		if r.rank == rankBody {
			return
		}
		generic := slices.ContainsFunc(o.v.mentions(t, r.first, r.last), func(m mention) bool {
			return m.generic && (m.level == "province" || m.level == "")
		})
		p, ok := o.onlyProvince(t, r)
		if !generic || !ok {
			continue
		}
		m := o.v.ofProvince(p.First, p.Last, int(p.Value))
		i := slices.IndexFunc(*list, func(c candidate) bool { return c.key == m.key })
		if i < 0 {
			*list = append(*list, candidate{key: m.key, best: m, rank: r.rank, upper: -1, place: m.place})
			i = len(*list) - 1
		}
		(*list)[i].add(m, r)
	}
}

// leading adds the organisation of the unit that the headline begins with, where the
// text speaks of the organisation without a name: "Huyện Thanh Lâm: Đại hội Đảng bộ
// huyện thành công".
func (o *Organisation) leading(t *scan.Text, rs []region, list *[]candidate) {
	if len(rs) == 0 || rs[0].rank != rankTitle {
		return
	}
	r := rs[0]
	h, ok := t.At(o.v.types, r.first)
	if !ok || h.Last >= r.last || !o.v.typeList[h.Value].territory() || o.v.typeList[h.Value].level == "city" {
		return
	}
	ty := o.v.typeList[h.Value]
	name := o.v.properName(t, h.Last, r.last, false)
	if name == h.Last || t.Is(name, ',') || t.Fold(name) == "và" || allCaps(t, h.Last, name) {
		return
	}
	for _, q := range rs {
		if q.rank == rankBody {
			return
		}
		for _, m := range o.v.mentions(t, q.first, q.last) {
			if !m.generic || m.level != ty.level {
				continue
			}
			proper := o.v.nameText(t, h.Last, name, false)
			m := mention{
				first: r.first, last: name, place: -1, upper: -1, key: ty.level + "|" + ty.key + vn.Fold(proper), proper: proper,
				name: "Đảng bộ " + ty.word + " " + proper, level: ty.level, level2025: ty.level2025, unit: ty.word + " " + proper,
			}
			o.v.superior(t, &m, r.last)
			*list = append(*list, candidate{key: m.key, best: m, rank: r.rank, upper: m.upper, place: -1})
			(*list)[len(*list)-1].add(m, r)
			return
		}
	}
}

// holding adds the organisation of the unit that the first sentences name as what holds a congress of "Đảng bộ"
// without more: "xã A (huyện B, tỉnh C) tiến hành Đại hội Đảng bộ lần thứ XXII".
func (o *Organisation) holding(t *scan.Text, rs []region, list *[]candidate) {
	if slices.ContainsFunc(*list, func(c candidate) bool { return c.meets }) {
		return
	}
	for _, r := range rs {
		if r.rank > rankLead {
			return
		}
		for _, h := range t.HitsIn(o.v.types, r.first, r.last) {
			m, ok := o.v.unitAt(t, h, r.last, false)
			if !ok || m.place >= 0 || !o.clauseBegins(t, m.first, r.first) || !o.holdsOwn(t, m) {
				continue
			}
			o.addMeeting(m, r, list)
			return
		}
		if m, ok := o.congressOf(t, r); ok {
			o.addMeeting(m, r, list)
			return
		}
	}
}

func (o *Organisation) addMeeting(m mention, r region, list *[]candidate) {
	m.congress = true
	*list = append(*list, candidate{key: m.key, best: m, rank: r.rank, upper: m.upper, place: -1, meets: true, does: true})
	(*list)[len(*list)-1].add(m, r)
}

// congressOf reads the unit whose congress or committee a region tells of in another order: "Đại hội Đảng bộ lần thứ
// XXII của huyện A", "cấp ủy huyện A khóa XXII", and by its bare name "A đã khép lại Đại hội Đảng bộ huyện".
func (o *Organisation) congressOf(t *scan.Text, r region) (mention, bool) {
	for _, h := range t.HitsIn(o.v.types, r.first, r.last) {
		i := h.First
		if i-2 < r.first {
			continue
		}
		of := t.Fold(i-1) == "của" && o.ordinalCongress(t, i-1, r.first)
		if !of && !(t.Fold(i-1) == "uỷ" && t.Fold(i-2) == "cấp") {
			continue
		}
		m, ok := o.v.unitAt(t, h, r.last, false)
		if !ok || m.place >= 0 {
			continue
		}
		if end := pastWhere(t, m.last, r.last); of || t.Fold(end) == "khoá" || t.Fold(end) == "khóa" || t.Fold(end) == "nhiệm" {
			return m, true
		}
	}
	for _, c := range t.HitsIn(o.v.congress, r.first, r.last) {
		if m, ok := o.bareHolder(t, r, c); ok {
			return m, true
		}
	}
	return mention{}, false
}

// ordinalCongress reports whether "Đại hội Đảng bộ lần thứ XXII" ends before a token.
func (o *Organisation) ordinalCongress(t *scan.Text, i, first int32) bool {
	from := max(first, i-meetsWithin/2)
	for _, c := range t.HitsIn(o.v.congress, from, i) {
		j := c.Last
		if t.Fold(j) == "đại" && t.Fold(j+1) == "biểu" {
			j += 2
		}
		if t.Fold(j) == "đảng" && t.Fold(j+1) == "bộ" {
			j += 2
		}
		if t.Fold(j) == "lần" && t.Fold(j+1) == "thứ" && j+3 >= i-1 {
			return true
		}
	}
	return false
}

// pastWhere passes over the bracket behind a unit that says where it is.
func pastWhere(t *scan.Text, i, last int32) int32 {
	if i >= last || !t.Is(i, '(') {
		return i
	}
	for j := i; j < min(last, i+meetsWithin); j++ {
		if t.Is(j, ')') {
			return j + 1
		}
	}
	return i
}

// bareHolder reads the bare name of a unit that begins a clause and holds the congress of "Đảng bộ huyện" or the like.
func (o *Organisation) bareHolder(t *scan.Text, r region, c scan.Hit) (mention, bool) {
	i := c.Last
	if t.Fold(i) == "đại" && t.Fold(i+1) == "biểu" {
		i += 2
	}
	if t.Fold(i) != "đảng" || t.Fold(i+1) != "bộ" {
		return mention{}, false
	}
	h, ok := t.At(o.v.types, i+2)
	if !ok || h.Last >= r.last || t.Tokens[h.Last].Upper && t.Fold(h.Last) != "lần" || !o.v.typeList[h.Value].territory() || o.v.typeList[h.Value].level == "city" || o.v.typeList[h.Value].level == "province" {
		return mention{}, false
	}
	ty := o.v.typeList[h.Value]
	last := c.First
	for last > r.first && last > c.First-meetsWithin && !(t.Tokens[last-1].Upper && t.Tokens[last-1].Kind == scan.Word) {
		last--
	}
	first := last
	for first > r.first && t.Tokens[first-1].Kind == scan.Word && t.Tokens[first-1].Upper && !t.Tokens[first-1].AllUpper {
		first--
	}
	n := last - first
	if n < 2 || n > 3 || n == 3 && t.Has(o.v.surnames, first, first+1) || t.Tokens[first].Sentence != t.Tokens[c.First].Sentence ||
		!o.clauseBegins(t, first, r.first) && !t.Is(first-1, ',') || !t.Has(o.v.territory.holds, last, c.First) {
		return mention{}, false
	}
	if _, province := t.At(o.v.provinces, first); province {
		return mention{}, false
	}
	proper := o.v.nameText(t, first, last, false)
	return mention{
		first: first, last: last, place: -1, upper: -1, key: ty.level + "|" + ty.key + vn.Fold(proper), proper: proper,
		name: "Đảng bộ " + ty.word + " " + proper, level: ty.level, level2025: ty.level2025, unit: ty.word + " " + proper,
	}, true
}

// clauseBegins reports whether a clause begins at a token, or "tại" stands before it: what holds a congress
// there is no trade union nor the like, of which the unit would only be a part.
func (o *Organisation) clauseBegins(t *scan.Text, i, first int32) bool {
	if i == first || t.Tokens[i-1].Sentence != t.Tokens[i].Sentence {
		return true
	}
	p := &t.Tokens[i-1]
	if p.Kind == scan.Punct {
		return !t.Is(i-1, '(') && !(t.Is(i-1, ',') && i > 1 && t.Tokens[i-2].Kind == scan.Word && t.Tokens[i-2].Upper)
	}
	switch t.Fold(i - 1) {
	case "tại", "ở", "nay", "qua":
		return true
	}
	return p.Kind == scan.Number
}

// holdsOwn reports whether a congress of "Đảng bộ" without a name, or with the kind of the unit alone, is what a
// unit is told to hold.
func (o *Organisation) holdsOwn(t *scan.Text, m mention) bool {
	end := t.Sentences[t.Tokens[m.first].Sentence].Last
	hits := t.HitsIn(o.v.congress, m.last, min(m.last+2*meetsWithin, end))
	if len(hits) == 0 || !t.Has(o.v.territory.holds, m.last, hits[0].First) {
		return false
	}
	i := hits[0].Last
	if t.Fold(i) == "đại" && t.Fold(i+1) == "biểu" {
		i += 2
	}
	if t.Fold(i) != "đảng" || t.Fold(i+1) != "bộ" {
		return false
	}
	if i += 2; i < end && t.Fold(i) == t.Fold(m.first) {
		i++
		if w := t.Fold(m.first + 1); (w == "trấn" || w == "xã" || w == "phố") && t.Fold(i) == w {
			i++
		}
	}
	if i >= end || t.Tokens[i].Kind == scan.Punct {
		return true
	}
	switch t.Fold(i) {
	case "lần", "nhiệm", "khoá", "khóa", "điểm", "trong", "vào", "với":
		return true
	}
	return false
}

// weight counts a congress of an organisation most, then the organisation, and
// least a committee, which stands in many titles.
func weight(m mention) int {
	switch {
	case m.guest:
		return 0
	case m.listed, m.named && !m.agent:
		return 1
	case m.congress, m.agent:
		return 4
	case m.verbatim:
		return 2
	}
	return 1
}

// better prefers a name that stands in the text as it is, with its type word.
func better(m, n mention) bool {
	return m.verbatim && (!n.verbatim || shortened(n.name) && !shortened(m.name))
}

// bests are the best mentions of candidates.
func bests(list []candidate) []mention {
	out := make([]mention, len(list))
	for i := range list {
		out[i] = list[i].best
	}
	return out
}
