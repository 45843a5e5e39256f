package identity

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// territories are the districts, towns and communes that the first part of a text
// names apart from their Party organisations, and the words by which it speaks of
// their congresses as many.
type territories struct {
	organs  *scan.Class // what is counted in a round: đảng bộ, chi bộ, xã
	many    *scan.Class // words that make what follows several: các, nhiều
	rounds  *scan.Class // congresses of a level, in headlines: đại hội cơ sở
	wholes  *scan.Class // a whole territory: toàn huyện → index of wholeLevels
	pilot   *scan.Class // đại hội điểm, làm điểm
	nature  *scan.Class // what stands between "huyện" and its name: miền núi, vùng cao
	choose  *scan.Class // what a committee does with pilots: chọn, lựa chọn
	agent   *scan.Class // what a committee does that a text is about: họp, tổ chức, yêu cầu
	holds   *scan.Class // what an organisation does with its congress: tổ chức, khai mạc
	asked   *scan.Class // what a paper does with whom it asks: trao đổi với
	passive *scan.Class // words before a committee that only helps: được, do, của
}

var wholeLevels = []string{"grassroots", "upper_grassroots", "province"}

func (v *vocabulary) readTerritories(class func(string) *scan.Class) {
	y := &v.territory
	add := func(name string, words ...string) *scan.Class {
		c := class("identity.territory." + name)
		for _, w := range words {
			for _, x := range scan.Variants(w) {
				c.Add(x, 1)
			}
		}
		return c
	}
	y.organs = add("organs", "đảng bộ", "chi bộ", "{chi|chi bộ}, đảng bộ", "đảng bộ, chi bộ", "{tổ chức |}cơ sở đảng", "tổ chức đảng", "TCCSĐ", "{xã|huyện|quận|thị xã|phường|thị trấn|đặc khu}", "đơn vị", "đảng ủy", "chi ủy", "cấp ủy", "đại hội", "bí thư")
	y.many = add("many", "các", "những", "nhiều", "một số", "{hai|ba|bốn|năm|sáu|bảy|tám|chín|mười}")
	y.rounds = add("rounds", "đại hội {đảng |đảng bộ |}{các cấp|cấp cơ sở|cấp huyện|cấp xã|cấp trên cơ sở|cấp trên trực tiếp cơ sở}", "đại hội {đảng |đảng bộ |}{ở |từ |}cơ sở", "đại hội {các |}{chi bộ|đảng bộ} {trực thuộc|cơ sở|bộ phận|thôn|ấp|bản|khu phố|tổ dân phố|xã|huyện|phường}", "{tổng kết|hoàn thành|xong|hoàn tất|về đích|chuẩn bị} đại hội {chi bộ|cơ sở|các chi bộ}", "{đại hội|đảng bộ|chi bộ} {các|ở các} {xã|phường|huyện|chi bộ|thôn|bản|ấp}", "{xã, phường|xã, phường, thị trấn|xã, thị trấn|phường, xã|huyện, thành phố|huyện, thị} ")
	y.pilot = add("pilot", "đại hội điểm", "làm điểm", "đại hội mẫu", "đại hội trước", "làm trước")
	y.nature = add("nature", "{vùng cao|miền núi|biên giới|vùng biên|ven biển|đồng bằng|rẻo cao|vùng sâu|vùng xa|nghèo|trung du|ngoại thành|cửa khẩu|bãi ngang|biển|mới}", "nông thôn mới")
	y.choose = add("choose", "{chọn|lựa chọn|chọn ra|chọn trước}")
	y.agent = add("agent", "{vừa|đã|họp|chọn|lựa chọn|yêu cầu|chỉ đạo|mở|nghe|duyệt|giao|sẽ|đang|cũng|lại}", "{tổ chức|ban hành|tiến hành|sơ kết|tổng kết|triển khai|quyết định|quán triệt|rút kinh nghiệm|cho ý kiến|kết luận|phê duyệt|đánh giá|kiểm tra|lập}")
	y.holds = add("holds", "{đã|vừa|sẽ|đang|tổ chức|tiến hành|khai mạc|bế mạc|mở|họp|bước vào|hoàn thành|diễn ra|long trọng|chính thức|kết thúc|xong|triệu tập|là|cũng|về}")
	y.asked = add("asked", "{trao đổi|trò chuyện|phỏng vấn|cuộc trao đổi|cuộc trò chuyện|cuộc phỏng vấn|gặp} {với |nhanh |}{đồng chí|đ/c|ông|bà|anh|chị}", "phỏng vấn")
	y.passive = add("passive", "{được|do|của|theo|bởi|với|từ}")
	y.wholes = class("identity.territory.wholes")
	for i, words := range []string{"{toàn|cả|trong|các chi bộ của} {xã|phường|thị trấn}", "{toàn|cả|trong|trên địa bàn} {huyện|quận|thị xã|thị}", "{toàn|cả|trong|trên địa bàn} tỉnh"} {
		for _, w := range scan.Variants(words) {
			y.wholes.Add(w, int32(i))
		}
	}
}

// districtTypes are the types of unit that are named apart from their organisation, as
// keys have them (see foldType).
var districtTypes = []string{"huyện ", "huyện đảo ", "quận ", "tx ", "tp ", "xã ", "phường ", "thị trấn ", "đặc khu "}

// unitAt reads a district or commune with its type, "huyện vùng cao Thường Xuân", as
// its Party organisation.
func (v *vocabulary) unitAt(t *scan.Text, h scan.Hit, end int32, caps bool) (mention, bool) {
	ty := v.typeList[h.Value]
	if ty.own || ty.long || !slices.Contains(districtTypes, ty.key) {
		return mention{}, false
	}
	if p, ok := t.At(v.provinces, h.First); ok && p.Last > h.Last { // TP HCM
		return v.ofProvince(h.First, p.Last, int(p.Value)), true
	}
	i := h.Last
	if n, ok := t.At(v.territory.nature, i); ok && n.Last < end {
		i = n.Last
	}
	if i >= end || !t.Tokens[i].Upper && t.Tokens[i].Kind != scan.Number || t.Is(i-1, '.') && ty.word == "P." {
		return mention{}, false
	}
	if t.Tokens[i].Kind == scan.Number && (i != h.Last || len(t.Word(i)) > 2 || ty.key != "phường " && ty.key != "quận ") {
		return mention{}, false
	}
	last := v.properName(t, i, end, caps)
	if caps && last < end && t.Tokens[last].Kind == scan.Word && !v.stops(t, last, end) {
		return mention{}, false // where the name ends is not told
	}
	if last == i {
		return mention{}, false
	}
	if ty.level == "upper_grassroots" {
		last = v.beforeProvince(t, i, last)
	}
	m := mention{first: h.First, last: last, place: -1, upper: -1, level: ty.level, level2025: ty.level2025}
	m.proper = v.nameText(t, i, last, caps)
	if ty.level == "city" {
		if p, ok := t.At(v.provinces, i); ok && p.Last >= last {
			if v.places[p.Value].kind == "city" {
				return v.ofProvince(h.First, last, int(p.Value)), true
			}
			m.upper = int(p.Value)
		}
		m.level, m.level2025 = "upper_grassroots", "upper_grassroots"
	}
	m.key = m.level + "|" + ty.key + vn.Fold(m.proper)
	m.unit = ty.word + " " + m.proper
	m.name = "Đảng bộ " + m.unit
	v.superior(t, &m, end)
	return m, true
}

// unitsIn returns the districts and communes that a range of tokens names, by
// themselves or by their committees, in their order.
func (v *vocabulary) unitsIn(t *scan.Text, first, last int32) []mention {
	var out []mention
	for _, h := range t.HitsIn(v.types, first, last) {
		if m, ok := v.unitAt(t, h, last, false); ok {
			out = append(out, m)
		}
	}
	for _, m := range v.mentions(t, first, last) {
		if !m.generic && m.unit != "" && !m.verbatim {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b mention) int { return int(a.first - b.first) })
	return out
}

// whole puts the organisation of a territory before those below it where a text is
// about many of them: its headline names the territory and no organisation, "Phước
// Long hoàn thành đại hội chi bộ trực thuộc", or it tells of several and of what the
// committee above them says.
func (o *Organisation) whole(t *scan.Text, rs []region, list *[]candidate) {
	if len(rs) == 0 || rs[0].rank != rankTitle {
		return
	}
	units := o.early(t, rs)
	m, titled, ok := o.headed(t, rs[0], units)
	if ok && !o.leads(t, rs, m, *list) {
		ok, titled = false, true
	}
	if !ok {
		m, ok = o.ownCongress(t, rs, units, *list)
	}
	if !ok {
		m, ok = o.seat(t, rs, *list)
	}
	if !ok && !titled {
		m, ok = o.aboveAll(t, rs, units, *list)
	}
	if !ok {
		return
	}
	c := candidate{key: m.key, best: m, upper: m.upper, place: m.place, above: m.above}
	if i := slices.IndexFunc(*list, func(d candidate) bool { return d.key == m.key }); i >= 0 {
		c = (*list)[i]
		*list = slices.Delete(*list, i, i+1)
	}
	for _, d := range *list {
		c.score = max(c.score, d.score+1)
	}
	c.score, c.rank, c.count = max(c.score, 1), rankTitle, c.count+1
	*list = append(*list, c)
}

// ownCongress returns the organisation of the territory that is named before its congress:
// "Phường Vị Khê ra đời từ bốn xã. Đảng bộ phường mở đại hội lần thứ nhất".
func (o *Organisation) ownCongress(t *scan.Text, rs []region, units []mention, list []candidate) (mention, bool) {
	if slices.ContainsFunc(list, func(c candidate) bool { return c.meets || c.rank == rankTitle }) {
		return mention{}, false
	}
	for _, r := range rs {
		if r.rank == rankBody {
			break
		}
		for _, g := range o.v.mentions(t, r.first, r.last) {
			if !g.generic || g.level == "" || g.level == "province" || !g.congress && !o.holds(t, g) {
				continue
			}
			caps := allCaps(t, rs[0].first, rs[0].last)
			for _, u := range units { // the one that the headline has
				if _, ok := bare(t, rs[0], u, caps); ok && u.first < g.first && u.level == g.level {
					return u, true
				}
			}
			for _, u := range slices.Backward(units) {
				if u.first < g.first && u.level == g.level {
					return u, true
				}
			}
			return mention{}, false
		}
	}
	return mention{}, false
}

// early returns the districts and communes that the first part of a text names.
func (o *Organisation) early(t *scan.Text, rs []region) []mention {
	var out []mention
	for _, r := range rs[1:] {
		if int(t.Tokens[r.first].Start) > 2*headBytes {
			break
		}
		out = append(out, o.v.unitsIn(t, r.first, r.last)...)
	}
	return out
}

// headed returns the organisation of the lowest territory that a headline names. titled
// tells whether it names any, or an organisation.
func (o *Organisation) headed(t *scan.Text, r region, units []mention) (m mention, titled, ok bool) {
	var found []mention
	add := func(m mention, at int32) {
		if o.chosen(t, at) || t.Is(at-1, '(') {
			return
		}
		if !slices.ContainsFunc(found, func(f mention) bool { return f.key == m.key }) {
			found = append(found, m)
		}
	}
	for _, m := range o.v.mentions(t, r.first, r.last) {
		if !m.generic && m.key != "" && !o.chosen(t, m.first) {
			return mention{}, true, false
		}
	}
	caps := allCaps(t, r.first, r.last)
	for _, h := range t.HitsIn(o.v.types, r.first, r.last) {
		if m, ok := o.v.unitAt(t, h, r.last, caps); ok {
			if i := slices.IndexFunc(units, func(u mention) bool { return u.key == m.key && (u.upper >= 0 || len(u.above.units) > 0) }); i >= 0 && m.upper < 0 {
				m.upper, m.above = units[i].upper, units[i].above
			}
			add(m, m.first)
		}
	}
	for _, u := range units {
		if _, ok := o.v.byName[vn.Fold(u.proper)]; ok {
			continue // "Tây Ninh" alone is the province
		}
		if i, ok := bare(t, r, u, caps); ok {
			if !slices.ContainsFunc(found, func(f mention) bool { return vn.Fold(f.proper) == vn.Fold(u.proper) }) {
				add(u, i)
			}
		}
	}
	for _, h := range o.v.provincesIn(t, r.first, r.last) {
		if t.Tokens[h.First].Upper && t.Fold(h.Last) != "cũ" && o.v.places[h.Value].kind != "central_body" && !o.v.ended(t, h.Value) && !slices.ContainsFunc(found, func(f mention) bool {
			return f.first <= h.First && h.First < f.last || vn.Fold(f.proper) == o.v.places[h.Value].folded
		}) {
			add(o.v.ofProvince(h.First, h.Last, int(h.Value)), h.First)
		}
	}
	if len(found) == 0 {
		return mention{}, false, false
	}
	slices.SortStableFunc(found, func(a, b mention) int { return rung(a.level) - rung(b.level) })
	for i := 0; i < len(found); {
		j := i
		for j < len(found) && rung(found[j].level) == rung(found[i].level) {
			j++
		}
		if j-i == 1 {
			return found[i], true, true
		}
		i = j
	}
	return mention{}, false, false
}

// rung orders the levels, the province above those that higher has.
func rung(level string) int {
	if level == "province" {
		return higher["upper_grassroots"] + 1
	}
	return higher[level]
}

// bare reports where a headline names a unit without its type.
func bare(t *scan.Text, r region, u mention, caps bool) (int32, bool) {
	words := int32(0)
	for j := u.last - 1; j >= u.first && (t.Tokens[j].Upper || t.Tokens[j].Kind == scan.Punct); j-- {
		words++
	}
	if first := t.Fold(u.last - words); words > 0 && (first == "huyện" || first == "xã" || first == "phường" || first == "quận") {
		words-- // a type with a capital: "Huyện Thanh Lâm"
	}
	if words < 2 {
		return 0, false
	}
	from := u.last - words
	for i := r.first; i+words <= r.last; i++ {
		if !t.Tokens[i].Upper || i > r.first && t.Tokens[i-1].Upper && t.Tokens[i-1].Kind == scan.Word && !caps || i+words < r.last && goesWith(t, i+words) && !caps {
			continue
		}
		same := true
		for k := int32(0); k < words && same; k++ {
			same = t.Fold(i+k) == t.Fold(from+k)
		}
		if same {
			return i, true
		}
	}
	return 0, false
}

// chosen reports whether what begins at token i is only what a committee chose: "chọn
// Đảng bộ xã Thục Luyện", "đại hội điểm tại Đảng bộ phường Nông Trang".
func (o *Organisation) chosen(t *scan.Text, i int32) bool {
	if i < 1 {
		return false
	}
	y := &o.v.territory
	from := max(0, i-3)
	for _, h := range t.HitsIn(y.choose, from, i) {
		if h.Last == i || h.Last == i-1 && t.Tokens[i-1].Kind == scan.Number {
			return true
		}
	}
	if w := t.Fold(i - 1); w != "tại" && w != "ở" {
		return false
	}
	for _, h := range t.HitsIn(y.pilot, max(0, i-4), i) {
		if h.Last == i-1 {
			return true
		}
	}
	return false
}

// leads reports whether a text is about the organisation of the territory in its
// headline: the congresses are many, or it speaks of that organisation and tells of no
// congress below it.
func (o *Organisation) leads(t *scan.Text, rs []region, m mention, list []candidate) bool {
	for _, c := range list {
		if c.key != m.key && c.rank == rankTitle && vn.Fold(c.best.proper) != vn.Fold(m.proper) && rung(c.best.level) < rung(m.level) && !o.chosen(t, c.best.first) {
			return false // the headline has its bare name
		}
	}
	if o.severalOf(t, rs) {
		return true
	}
	own := slices.ContainsFunc(list, func(c candidate) bool { return c.key == m.key }) || len(list) > 0 && !slices.ContainsFunc(list, func(c candidate) bool { return c.does })
	for _, c := range list {
		if c.key != m.key && c.meets && rung(c.best.level) <= rung(m.level) {
			return false
		}
	}
	for _, r := range rs {
		if own {
			break
		}
		own = slices.ContainsFunc(o.v.mentions(t, r.first, r.last), func(g mention) bool {
			return g.generic && (g.level == m.level || g.level == "" && rung(m.level) > higher["grassroots"])
		})
	}
	return own
}

// severalOf reports whether the headline or the first paragraphs count the congresses or
// the organisations of a level.
func (o *Organisation) severalOf(t *scan.Text, rs []region) bool {
	y := &o.v.territory
	for n, r := range rs {
		if r.rank == rankBody {
			return false
		}
		if n == 0 && !t.Has(y.pilot, r.first, r.last) && (t.Has(y.rounds, r.first, r.last) || t.Has(o.levels, r.first, r.last)) {
			return true
		}
		for _, h := range t.HitsIn(y.organs, r.first, r.last) {
			i := h.First - 1
			if i >= r.first && (t.Fold(i) == "số" || t.Fold(i) == "đảng" || t.Fold(i) == "cả") {
				i--
			}
			if i < r.first || t.Tokens[i].Kind != scan.Number {
				if _, ok := t.At(y.many, i); n == 0 && i >= r.first && ok {
					return true
				}
				continue
			}
			if n == 0 || i-2 >= r.first && t.Is(i-1, '/') && t.Tokens[i-2].Kind == scan.Number || t.Has(y.wholes, max(r.first, i-wholeWithin), i) {
				return true
			}
		}
	}
	return false
}

// cellular reports whether an organisation is a chi bộ, of whatever level.
func cellular(name string) bool { return strings.HasPrefix(vn.Fold(name), "chi bộ ") }

// wholeWithin is how far behind "cả huyện" stands what is counted of it.
const wholeWithin = 12

// aboveAll returns the organisation above those that a text tells of, where its headline
// names nobody: the one territory of the level that the text speaks of as a whole or by
// its committee.
func (o *Organisation) aboveAll(t *scan.Text, rs []region, units []mention, list []candidate) (mention, bool) {
	if len(list) == 0 || slices.ContainsFunc(list, func(c candidate) bool { return c.rank == rankTitle && !o.chosen(t, c.best.first) }) {
		return mention{}, false
	}
	top := list[0]
	for _, c := range list[1:] {
		if c.score > top.score {
			top = c
		}
	}
	alike, meets := 0, false
	for _, c := range list {
		if c.best.level == top.best.level || cellular(c.best.name) && cellular(top.best.name) {
			alike++
			meets = meets || c.meets
		}
	}
	if (meets || alike < 2 && !top.group && !o.severalOf(t, rs)) && alike < 3 {
		return mention{}, false
	}
	var votes [5]int
	for _, r := range rs {
		for _, h := range t.HitsIn(o.v.territory.wholes, r.first, r.last) {
			votes[rung(wholeLevels[h.Value])] += 2
		}
		for _, g := range o.v.mentions(t, r.first, r.last) {
			if g.generic || !g.verbatim && !g.guest {
				votes[rung(g.level)]++
			}
		}
	}
	best, at := mention{}, 0
	if top.group && votes[rung("province")] > 0 {
		for _, r := range rs[:min(len(rs), 4)] {
			if p, ok := o.onlyProvince(t, r); ok {
				return o.v.ofProvince(p.First, p.Last, int(p.Value)), true
			}
		}
	}
	for _, u := range units {
		n := rung(u.level)
		if n <= rung(top.best.level) || n >= len(votes) || votes[n] < 2 || at > 0 && votes[n] <= votes[at] && n != at {
			continue
		}
		if n == at && u.key != best.key {
			if u.first > best.first+60 {
				continue // another one in passing
			}
			return mention{}, false
		}
		if n != at {
			best, at = u, n
		}
	}
	return best, at > 0
}
