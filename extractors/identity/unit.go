package identity

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// mention is one naming of a Party organisation.
type mention struct {
	first, last int32  // tokens
	key         string // joins mentions of one organisation
	proper      string // the name behind the type: Bắc Kạn
	name        string // as org_unit: Đảng bộ tỉnh Bắc Kạn
	verbatim    bool   // name stands in the text as it is
	level       string // as before July 2025; "" when unknown
	level2025   string
	place       int    // index of a province or central body, -1
	generic     bool   // "Tỉnh ủy", "Đảng bộ tỉnh" without a name
	group       bool   // one of several that are named by their number: "ba Đảng bộ huyện A, B và C"
	guest       bool   // of those who attend: "lãnh đạo Huyện ủy X"
	listed      bool   // one of several in a row
	congress    bool   // đại hội (đại biểu) stands before it
	helper      bool   // a committee that only chose or directed another: "được Tỉnh ủy A chọn"
	agent       bool   // a committee that does what the text is about
	named       bool   // in the title of a person: "Bí thư Chi bộ X"
	upper       int    // the province named after it, -1
	unit        string // a district or commune with its type: huyện Long Hồ; "" for others
	above       above  // the units named after it, below the province
}

// above are the units between an organisation and its province, the nearest
// first, and where they stand.
type above struct {
	units       []string
	first, last int32 // tokens
}

// add puts a unit that stands at tokens first to last behind the others.
func (a *above) add(unit string, first, last int32) {
	if len(a.units) == 0 {
		a.first, a.last = first, last
	}
	a.units = append(a.units, unit)
	a.first, a.last = min(a.first, first), max(a.last, last)
}

// namings are the mentions of the ranges of tokens that were asked for: the lines of
// a head are by several rules.
type namings struct {
	of  map[[2]int32][]mention
	all []mention
}

// mentions finds all namings of Party organisations in a range of tokens, once a text.
func (v *vocabulary) mentions(t *scan.Text, first, last int32) []mention {
	if !t.Has(v.heads, first, last) && !t.Has(v.committees, first, last) {
		return nil
	}
	n := scan.Memo(t, &v.ofNamings, func(_ *scan.Text, n *namings) *namings {
		if n == nil {
			n = &namings{of: map[[2]int32][]mention{}}
		}
		clear(n.of)
		clear(n.all)
		n.all = n.all[:0]
		return n
	})
	ms, ok := n.of[[2]int32{first, last}]
	if !ok {
		at := len(n.all)
		n.all = v.read(t, first, last, n.all)
		ms = slices.Clip(n.all[at:])
		n.of[[2]int32{first, last}] = ms
	}
	return ms
}

func (v *vocabulary) read(t *scan.Text, first, last int32, out []mention) []mention {
	heads, committees := t.HitsIn(v.heads, first, last), t.HitsIn(v.committees, first, last)
	for len(heads) > 0 || len(committees) > 0 {
		if len(committees) == 0 || len(heads) > 0 && heads[0].First < committees[0].First {
			if m, ok := v.organisation(t, heads[0], last); ok {
				out = append(out, m)
			}
			heads = heads[1:]
			continue
		}
		out = append(out, v.committee(t, committees[0], last))
		committees = committees[1:]
	}
	return out
}

// organisation reads what follows Đảng bộ, Chi bộ or Đảng ủy.
func (v *vocabulary) organisation(t *scan.Text, h scan.Hit, end int32) (mention, bool) {
	m := mention{first: h.First, last: h.Last, place: -1, upper: -1, verbatim: true}
	if p, ok := t.At(v.provinces, h.First); ok && p.Last > h.Last { // Đảng bộ Quân đội, Đảng ủy Khối …
		return v.central(t, m, p)
	}
	i := h.Last
	if t.Fold(i-1) == "bộ" && i+1 < end && t.Fold(i) == "cơ" && t.Fold(i+1) == "sở" {
		i += 2 // "Chi bộ cơ sở Chi cục Thuế"
	}
	kindOf := int32(-1)
	if ty, ok := t.At(v.types, i); ok && ty.Last <= end {
		kindOf, i = ty.Value, ty.Last
	}
	if t.Fold(h.Last) == "bộ" && t.Fold(h.Last+1) == "phận" {
		return mention{}, false // "đảng bộ bộ phận" is a kind
	}
	if kindOf < 0 && t.Fold(i) == "cấp" {
		if _, ok := t.At(v.types, i+1); ok || t.Fold(i+1) == "cơ" || t.Fold(i+1) == "trên" {
			return mention{}, false // "TIN VẮN ĐẠI HỘI ĐẢNG BỘ CẤP HUYỆN"
		}
	}
	if kindOf < 0 && t.Fold(i) == "các" && t.Fold(i+1) == "cấp" {
		return mention{}, false // ĐẠI HỘI ĐẢNG BỘ CÁC CẤP TRONG TỈNH
	}
	if kindOf >= 0 && v.typeList[kindOf].own && !t.Tokens[h.Last].Upper && t.Fold(h.Last) == "khối" {
		return mention{}, false // "32 đảng bộ khối các cơ quan" are a group
	}
	caps := allCaps(t, h.First, i)
	name := v.properName(t, i, end, caps)
	if kindOf >= 0 && v.typeList[kindOf].level == "upper_grassroots" && !v.typeList[kindOf].own {
		name = v.beforeProvince(t, i, name)
	}
	if kindOf >= 0 && v.typeList[kindOf].long {
		name = v.longName(t, i, name, end, caps)
	}
	if kindOf >= 0 && v.typeList[kindOf].level == "cell" && name > i {
		name = v.numbered(t, name, end)
	}
	if h.Value == headChiBo && kindOf < 0 && name == i || kindOf < 0 && name > i && t.Tokens[i].Kind == scan.Number {
		return mention{}, false
	}
	m.last = max(name, i)
	if name == i && (kindOf < 0 || !v.typeList[kindOf].own) {
		if kindOf < 0 {
			return mention{}, false
		}
		m.generic, m.level, m.level2025 = true, v.typeList[kindOf].level, v.typeList[kindOf].level2025
		m.congress = v.afterCongress(t, m.first)
		if m.level == "city" {
			m.level, m.level2025 = "", ""
		}
		return m, true
	}
	v.finish(t, &m, h, kindOf, i, caps, end)
	return m, true
}

// numbered returns where the name of a hamlet ends whose number stands last: "thôn
// Xuân Trì 2". A number before a noun counts what the noun means.
func (v *vocabulary) numbered(t *scan.Text, name, end int32) int32 {
	if name >= end || t.Tokens[name].Kind != scan.Number || len(t.Word(name)) > 2 {
		return name
	}
	next := name + 1
	_, told := t.At(v.after, next)
	if next >= end || told || term(t, next) || t.Is(next, ',') || t.Is(next, '.') || t.Is(next, '(') || t.Is(next, ':') {
		return next
	}
	return name
}

// person reports whether a name in a unit's place is somebody's: "Bí thư Huyện
// ủy Nguyễn Văn A".
func (v *vocabulary) person(t *scan.Text, first, last int32) bool {
	return last-first >= 3 && t.Has(v.surnames, first, first+1) && !v.isPlace(t, first)
}

// beforePerson returns where the name of a unit ends that goes on with whoever has an
// office there: "Bí thư Huyện ủy Phú Bình Trần Văn A". No unit has five syllables.
func (v *vocabulary) beforePerson(t *scan.Text, first, last int32) int32 {
	if last-first < 5 {
		return last
	}
	for k := first + 2; k <= last-2 && k <= first+3; k++ {
		if t.Has(v.surnames, k, k+1) {
			return k
		}
	}
	return last
}

func (v *vocabulary) isPlace(t *scan.Text, i int32) bool {
	_, ok := t.At(v.provinces, i)
	return ok
}

// central is a body directly under the Centre.
func (v *vocabulary) central(t *scan.Text, m mention, p scan.Hit) (mention, bool) {
	m.last, m.place = p.Last, int(p.Value)
	m.level, m.level2025 = "province", "province"
	m.key = "central|" + v.places[p.Value].folded
	m.name = t.String(m.first, m.last)
	if strings.HasPrefix(vn.Fold(m.name), "đảng uỷ") || strings.HasPrefix(vn.Fold(m.name), "quân uỷ") || allCaps(t, m.first, m.last) {
		m.name, m.verbatim = "Đảng bộ "+v.places[p.Value].name, false
	}
	m.congress = v.afterCongress(t, m.first)
	return m, v.places[p.Value].kind == "central_body"
}

// committee reads what follows Tỉnh ủy, Thành ủy, Huyện ủy …
func (v *vocabulary) committee(t *scan.Text, h scan.Hit, end int32) mention {
	m := mention{first: h.First, last: h.Last, place: -1, upper: -1}
	i := h.Last
	if ty, ok := t.At(v.types, i); ok && ty.Last < end && !v.typeList[ty.Value].own && v.typeList[ty.Value].level == v.typeList[h.Value].level {
		i = ty.Last // Bí thư Tỉnh ủy tỉnh Đồng Nai; the "Bản" of "Huyện ủy Bản Mây" is none
	}
	caps := allCaps(t, h.First, h.Last)
	run := v.properName(t, i, end, caps)
	name := v.beforePerson(t, i, run)
	for back := int32(1); back <= 2 && i > h.Last; back++ { // TP. HCM
		if p, ok := t.At(v.provinces, i-back); ok && p.Last > i && p.Last < name {
			name = p.Last
		}
	}
	if w := v.typeList[h.Value]; name == i || name == run && v.person(t, i, name) || w.level == "province" && !v.isPlace(t, i) {
		m.generic = true
		if w.level != "city" {
			m.level, m.level2025 = w.level, w.level2025
		}
		return m
	}
	m.last = name
	v.finish(t, &m, h, h.Value, i, caps, end)
	m.name, m.verbatim = "Đảng bộ "+v.typeList[h.Value].word+" "+v.nameText(t, i, name, caps), false
	if i > h.Last && !caps {
		m.name = "Đảng bộ " + t.String(h.Last, name) // Thành ủy TP HCM
	}
	return m
}

// finish fills level, place, key and name once the proper name is known.
func (v *vocabulary) finish(t *scan.Text, m *mention, h scan.Hit, kindOf, i int32, caps bool, end int32) {
	name := v.nameText(t, i, m.last, caps)
	m.proper = name
	var ty unitType
	if kindOf >= 0 {
		ty = v.typeList[kindOf]
		m.level, m.level2025 = ty.level, ty.level2025
	}
	typeWord := ty.word
	p, ok := t.At(v.provinces, i)
	for back := int32(1); back <= 2 && i >= back && kindOf >= 0; back++ { // TP HCM, TP.HCM
		if q, found := t.At(v.provinces, i-back); found && q.Last >= m.last {
			p, ok = q, true
		}
	}
	if ok && p.Last >= m.last && (kindOf < 0 || m.level == "province" || m.level == "city") {
		m.place = int(p.Value)
		m.level, m.level2025 = "province", "province"
		if q := v.places[p.Value]; m.place >= 0 && typeWord == "thành phố" && q.kind == "province" { // thành phố Bắc Giang is of a province
			m.place, m.level, m.level2025, m.upper = -1, "upper_grassroots", "upper_grassroots", int(p.Value)
		}
	} else if m.level == "city" {
		m.level, m.level2025 = "upper_grassroots", "upper_grassroots"
	}
	if ty.own && (strings.Contains(ty.key, "tỉnh") || strings.Contains(typeWord, "thành phố")) {
		if p, ok := t.At(v.provinces, i); ok {
			m.upper = int(p.Value)
		}
	}
	if m.place < 0 && kindOf >= 0 && ty.territory() {
		m.unit = typeWord + " " + name
		if strings.HasSuffix(typeWord, ".") {
			m.unit = ty.key + name // H.Vĩnh Hòa
		}
	}
	if m.place < 0 && h.Last-h.First == 2 && t.Fold(h.First) == "chi" && t.Fold(h.First+1) == "bộ" {
		m.level, m.level2025 = cellLevel(m.level, m.level2025)
	}
	if m.place >= 0 {
		m.key = "province|" + v.places[m.place].folded
	} else {
		m.key = m.level + "|" + inWords(ty.key+vn.Fold(name))
	}
	if caps {
		words := []string{}
		for j := h.First; j < h.Last; j++ {
			words = append(words, strings.ToLower(t.Word(j)))
		}
		words[0] = recase(words[:1])
		head := strings.Join(words, " ")
		if typeWord != "" {
			head += " " + typeWord
		}
		m.name, m.verbatim = strings.TrimSpace(head+" "+name), false
	} else {
		m.name = t.String(m.first, m.last)
	}
	if kindOf >= 0 && t.Fold(h.First) == "đảng" && t.Fold(h.First+1) == "uỷ" {
		m.name, m.verbatim = "Đảng bộ"+m.name[len(t.String(h.First, h.Last)):], false
	}
	m.congress = v.afterCongress(t, m.first)
	v.superior(t, m, end)
}

// cellLevel corrects the level for cells: a chi bộ of a hamlet is a cell, a chi
// bộ cơ sở or of an office is grassroots.
func cellLevel(level, level2025 string) (before, since string) {
	switch level {
	case "", "cell":
		return "cell", "cell"
	case "upper_grassroots":
		return "grassroots", "grassroots"
	}
	return level, level2025
}

// foldType is the word of a type as keys have it.
func foldType(word string) string {
	w := strings.TrimSuffix(vn.Fold(word), ".")
	switch w {
	case "thành phố":
		return "tp "
	case "thị xã":
		return "tx "
	case "h":
		return "huyện "
	case "q":
		return "quận "
	case "x":
		return "xã "
	case "p":
		return "phường "
	case "tt":
		return "thị trấn "
	case "":
		return ""
	}
	return w + " "
}

// territory reports whether units of the type are parts of the country and not
// agencies or firms, which "huyện", "thị xã" or "xã" are.
func (u unitType) territory() bool { return !u.own && !u.long && u.level != "province" }

// superior reads ", huyện B, tỉnh C" after a name and "(tỉnh C)".
func (v *vocabulary) superior(t *scan.Text, m *mention, end int32) {
	i := m.last
	caps := allCaps(t, m.first, m.last)
	level := m.level
	for range 4 {
		for t.Is(i, ',') || t.Is(i, '(') || t.Is(i, '-') {
			i++
		}
		h, ok := t.At(v.types, i)
		if !ok || h.Last >= end {
			if p, ok := v.behindDistrict(t, i, end); ok && m.place < 0 {
				m.upper = int(p.Value)
			}
			if p, ok := t.At(v.provinces, i); ok && (i == m.last || t.Is(i-1, '(')) && m.place < 0 && t.Tokens[i].Upper {
				m.upper = int(p.Value)
			}
			return
		}
		ty := v.typeList[h.Value]
		if p, ok := t.At(v.provinces, i); ok && p.Last > h.Last && m.place < 0 && t.Is(i-1, '(') {
			m.upper = int(p.Value) // (TP.HCM)
			return
		}
		p, province := t.At(v.provinces, h.Last)
		province = province && m.place < 0 && (ty.level == "province" || ty.level == "city")
		name := v.properName(t, h.Last, end, caps)
		if province {
			m.upper = int(p.Value)
			if ty.level == "province" || v.places[p.Value].kind != "province" {
				return
			}
			name = p.Last // "thành phố Vĩnh Long" is a city of the province
		}
		if name == h.Last {
			return
		}
		if p, ok := t.At(v.provinces, h.Last); ok && ty.own && m.place < 0 {
			m.upper = int(p.Value) // (Bộ CHQS tỉnh Vĩnh Long)
		}
		if ty.territory() && higher[ty.level] > higher[level] {
			m.above.add(ty.word+" "+v.nameText(t, h.Last, name, caps), i, name)
			level = ty.level
		}
		if province {
			return
		}
		i = name
	}
}

// behindDistrict reads the province in "(Gia Viễn, Ninh Bình)", where the district lacks
// its type.
func (v *vocabulary) behindDistrict(t *scan.Text, i, end int32) (scan.Hit, bool) {
	if !t.Is(i-1, '(') || i >= end || !t.Tokens[i].Upper {
		return scan.Hit{}, false
	}
	name := v.properName(t, i, end, false)
	if name == i || !t.Is(name, ',') && !t.Is(name, '-') {
		return scan.Hit{}, false
	}
	p, ok := t.At(v.provinces, name+1)
	return p, ok && t.Is(p.Last, ')') && t.Tokens[p.First].Upper
}

func (v *vocabulary) afterCongress(t *scan.Text, i int32) bool {
	hits := t.HitsIn(v.congress, max(0, i-4), i)
	return len(hits) > 0 && hits[len(hits)-1].Last == i || v.congressOf(t, i)
}

// congressOf reports whether "của" stands before token i behind a congress and its number:
// "đại hội đại biểu lần thứ I của Đảng bộ xã".
func (v *vocabulary) congressOf(t *scan.Text, i int32) bool {
	if i < 4 || t.Fold(i-1) != "của" {
		return false
	}
	first := max(t.Sentences[t.Tokens[i].Sentence].First, i-12)
	hits := t.HitsIn(v.congress, first, i-1)
	if len(hits) == 0 {
		return false
	}
	h := hits[len(hits)-1]
	for k := h.Last; k < i-1; k++ {
		switch t.Fold(k) {
		case "lần", "thứ", "nhất", "nhiệm", "kì", "khoá", "đầu", "tiên":
			continue
		}
		if t.Tokens[k].Kind == scan.Number || t.Tokens[k].Kind == scan.Punct && !t.Is(k, ';') {
			continue
		}
		if _, ok := vn.Roman(t.Word(k)); !ok {
			return false
		}
	}
	return true
}
