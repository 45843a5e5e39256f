package identity

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// vocabulary is what the kinds of this package and their readers share.
type vocabulary struct {
	heads      *scan.Class // Đảng bộ, Chi bộ, Đảng ủy → headX
	committees *scan.Class // Tỉnh ủy → index of types
	types      *scan.Class // tỉnh, huyện, Công an tỉnh → index of types
	provinces  *scan.Class // names and aliases → index of places
	congress   *scan.Class // đại hội, đại hội đại biểu
	stop       *scan.Class // words that end a name in capitals
	surnames   *scan.Class // first syllables of personal names
	kinds      *scan.Class // báo cáo, kế hoạch
	after      *scan.Class // words at which the name of an agency ends
	motto      *scan.Class // the line that Party or State documents have on top
	opening    *scan.Class // words with which the text below a head begins
	typeList   []unitType
	places     []place
	byName     map[string]int // folded canonical name → place
	territory  territories

	ofRegions, ofHead, ofLines, ofNamings scan.Key
}

// lowerOnly marks words that end the name of an agency or firm in small letters alone:
// a firm may be called "Thành Công" or "Đoàn Kết".
const lowerOnly int32 = 2

// predicates are what headlines say of a congress behind the name of its unit.
var predicates = []string{
	"thành công", "diễn ra", "kết thúc", "khép lại", "sôi nổi", "tưng bừng", "trang trọng", "đoàn kết", "quyết tâm", "phấn đấu", "nỗ lực", "hướng tới", "hướng về", "sẵn sàng",
	"chào mừng", "nhất trí", "thống nhất", "đề ra", "xác định", "đặt mục tiêu", "giữ vững", "phát huy", "đẩy mạnh", "tăng cường", "nâng cao", "thể hiện", "góp ý", "thảo luận",
	"vẫn", "chính thức", "cùng", "sáng", "chiều", "tối", "hôm", "đề nghị", "yêu cầu", "sơ kết", "phát động", "tiếp thu",
	"kết nạp", "rút kinh nghiệm", "gặt hái", "thu được", "trở thành", "để lại",
}

type unitType struct {
	word, level, level2025 string
	own                    bool
	long                   bool   // its name goes on in small letters
	key                    string // see foldType
}

type place struct {
	name      string
	folded    string
	kind      string // province, city, central_body
	from, to  report.Date
	successor string
}

const (
	headDangBo int32 = iota
	headChiBo
	headDangUy
)

func newVocabulary(env *kind.Env) (*vocabulary, error) {
	b := env.Builder
	v := &vocabulary{
		heads: b.Class("identity.heads"), committees: b.Class("identity.committees"), types: b.Class("identity.types"),
		provinces: b.Class("identity.provinces"), congress: b.Class("identity.congress"), stop: b.Class("identity.stop"),
		surnames: b.Class("identity.surnames"), kinds: b.Class("identity.kinds"), motto: b.Class("identity.motto"), after: b.Class("identity.after"), opening: b.Class("identity.opening"),
		byName: map[string]int{},
	}
	for w, h := range map[string]int32{"đảng bộ": headDangBo, "chi bộ": headChiBo, "đảng ủy": headDangUy, "ĐBBP": headDangBo} {
		v.heads.Add(w, h)
	}
	for _, w := range []string{"đại hội", "đại hội đại biểu", "đại hội điểm", "đại hội lần", "đại hội toàn thể"} {
		v.congress.Add(w, 1)
	}
	for _, w := range []string{"lần", "nhiệm kỳ", "khóa", "tỉnh", "thành phố", "huyện", "quận", "thị xã", "ban", "văn phòng", "ủy ban", "số", "đảng bộ", "đảng ủy", "đảng cộng sản", "tổng kết", "kết quả", "về", "tại", "của", "và", "trực thuộc", "tổ chức", "ở", "trong", "trên địa bàn"} {
		v.stop.Add(w, 1)
	}
	for i, w := range []string{"đảng cộng sản việt nam", "cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc"} {
		v.motto.Add(w, int32(i))
	}
	for _, w := range []string{
		"tổ chức", "đã", "vừa", "đang", "sẽ", "tiến hành", "họp", "bầu", "có", "gồm", "khóa", "lần", "nhiệm kỳ", "do", "là", "được", "trực thuộc", "thuộc",
		"tại", "với", "về", "long trọng", "hoàn thành", "cho", "công bố", "ra mắt", "triển khai", "ban hành", "hiện", "bước vào", "đại hội", "trong", "nơi",
		"khai mạc", "bế mạc", "lãnh đạo", "chỉ đạo", "tập trung", "quán triệt", "xây dựng nghị quyết", "nhiệm", "thông qua", "tiếp tục", "bầu cử", "còn", "không", "chưa", "đạt",
		"báo cáo", "thực hiện", "hội nghị", "như sau", "cũng", "phải", "cần", "theo", "khi", "sau", "trước", "từ", "năm", "ngày", "tháng", "số",
	} {
		v.after.Add(w, 1)
	}
	for _, w := range predicates {
		v.after.Add(w, lowerOnly)
	}
	v.readTerritories(b.Class)
	for _, w := range kindWords {
		v.kinds.Add(w, 1)
	}
	for _, w := range []string{"thực hiện", "căn cứ", "kính gửi", "ngày", "sau khi", "hôm nay", "theo", "để", "quán triệt", "triển khai", "nhằm", "trong", "phần thứ nhất"} {
		v.opening.Add(w, 1)
	}
	surnames, err := env.Wordlist("surnames")
	if err != nil {
		return nil, err
	}
	for _, r := range surnames.Rows {
		v.surnames.Add(r.Get("surname"), 1)
	}
	return v, errors.Join(v.readTypes(env), v.readPlaces(env))
}

func (v *vocabulary) readTypes(env *kind.Env) error {
	types, err := env.Wordlist("unit_types")
	if err != nil {
		return err
	}
	byWord := map[string]int32{}
	for _, r := range types.Rows {
		n := int32(len(v.typeList))
		byWord[r.Get("type")] = n
		v.types.Add(r.Get("type"), n)
		v.typeList = append(v.typeList, unitType{r.Get("type"), r.Get("level"), r.Get("level_2025"), r.Get("own") == "yes", r.Get("long") == "yes", foldType(r.Get("type"))})
	}
	committees, err := env.Wordlist("party_committees")
	if err != nil {
		return err
	}
	return committees.Each(func(r report.WordRow) error {
		n, ok := byWord[r.Get("type")]
		if !ok {
			return fmt.Errorf("type %q is not in unit_types.tsv", r.Get("type"))
		}
		v.committees.Add(r.Get("committee"), n)
		return nil
	})
}

func (v *vocabulary) readPlaces(env *kind.Env) error {
	provinces, err := env.Wordlist("provinces")
	if err != nil {
		return err
	}
	for _, r := range provinces.Rows {
		p := place{name: r.Get("canonical"), folded: vn.Fold(r.Get("canonical")), kind: r.Get("type"), successor: r.Get("province_2025")}
		for column, d := range map[string]*report.Date{"valid_from": &p.from, "valid_to": &p.to} {
			if s := r.Get(column); s != "" {
				if *d, err = report.ParseDate(s); err != nil {
					return fmt.Errorf("%s: %w", r.Source, err)
				}
			}
		}
		n := len(v.places)
		v.places = append(v.places, p)
		if _, ok := v.byName[p.folded]; !ok {
			v.byName[p.folded] = n
		}
		if p.kind != "central_body" { // "Chính phủ" alone is the State's government
			v.provinces.Add(p.name, int32(n))
		}
		for alias := range strings.SplitSeq(r.Get("aliases"), "|") {
			if alias = strings.TrimSpace(alias); alias != "" {
				v.provinces.Add(alias, int32(n))
			}
		}
	}
	return nil
}

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

// nameLimit is the longest proper name in syllables: "Xây dựng và Phát triển
// Nông nghiệp" and the like are cut, names of places never are.
const nameLimit = 7

// properName returns where the proper name that begins at token i ends; i when
// there is none. In running text a name is capitalised words and numbers
// (Phường 5); in capitals it ends before a word that no name has.
func (v *vocabulary) properName(t *scan.Text, i, end int32, caps bool) int32 {
	if p, ok := t.At(v.provinces, i); ok && p.Last <= end && t.Tokens[i].Upper && !v.goesOn(t, p, end) {
		return p.Last
	}
	j := i
	for j < end && j-i < nameLimit {
		tok := &t.Tokens[j]
		if j > i && v.begins(t, j) || term(t, j) {
			return j
		}
		switch {
		case caps && v.stops(t, j, end):
			return j
		case tok.Kind == scan.Word && tok.Upper && (!caps || vn.Capital(t.Word(j))):
			if j > i && !tok.Space && t.Tokens[j-1].Kind == scan.Punct && t.Tokens[j-1].ID != '-' {
				return j
			}
		case tok.Kind == scan.Number && len(t.Word(j)) <= 3 && (j == i || j == i+1) && !strings.ContainsAny(t.Word(j), ".,"):
			return j + 1
		case t.Is(j, '-') && j > i && j+1 < end && t.Tokens[j+1].Upper && t.Tokens[j+1].Kind == scan.Word && !caps && tok.Space == t.Tokens[j+1].Space && !tok.Space:
		default:
			return j
		}
		j++
	}
	return j
}

// stops reports whether words that end a name in capitals stand at token j:
// "THỊ ỦY QUẢNG YÊN ĐẢNG CỘNG SẢN VIỆT NAM", where the two columns of a head were
// read as one line.
func (v *vocabulary) stops(t *scan.Text, j, end int32) bool {
	h, ok := t.At(v.stop, j)
	return ok && h.Last <= end
}

// begins reports whether the next line begins at token j although its break was
// lost: no name has "Đại hội" or "Đảng bộ" in it.
func (v *vocabulary) begins(t *scan.Text, j int32) bool {
	if _, ok := t.At(v.congress, j); ok {
		return true
	}
	_, ok := t.At(v.heads, j)
	return ok
}

// term reports whether "Nhiệm kỳ" stands at token i, which begins no name.
func term(t *scan.Text, i int32) bool {
	return t.Fold(i) == "nhiệm" && int(i)+1 < len(t.Tokens) && t.Fold(i+1) == "kì"
}

// beforeProvince returns where the name of a district ends when that of its province
// stands right behind: "huyện Hương Sơn Hà Tĩnh". A district has two syllables or more.
func (v *vocabulary) beforeProvince(t *scan.Text, i, last int32) int32 {
	for j := i + 2; j < last; j++ {
		if p, ok := t.At(v.provinces, j); ok && p.Last == last {
			return j
		}
	}
	return last
}

// goesOn reports whether the name of a province is only the first part of the
// name of a unit below: the "Long An" of "huyện Long An Mây". A person's name
// behind it is none of it ("Bí thư Huyện ủy Lâm Đồng Nguyễn Văn A").
func (v *vocabulary) goesOn(t *scan.Text, p scan.Hit, end int32) bool {
	if p.Last >= end || !v.below(t, p.First) || !goesWith(t, p.Last) || allCaps(t, p.Last, p.Last+1) != allCaps(t, p.First, p.First+1) {
		return false
	}
	if p.Last+1 >= end || !goesWith(t, p.Last+1) {
		return !t.Has(v.stop, p.Last, p.Last+1)
	}
	return !t.Has(v.surnames, p.Last, p.Last+1) && !t.Has(v.stop, p.Last, p.Last+2)
}

// goesWith reports whether token i is a capitalised word behind a space.
func goesWith(t *scan.Text, i int32) bool {
	return int(i) < len(t.Tokens) && t.Tokens[i].Kind == scan.Word && t.Tokens[i].Upper && t.Tokens[i].Space
}

// below reports whether the type of a unit below the province, or its
// committee, ends before token i: a name there is that of the unit.
func (v *vocabulary) below(t *scan.Text, i int32) bool {
	at := scan.Hit{First: i}
	for _, class := range []*scan.Class{v.types, v.committees} {
		for _, y := range t.HitsIn(class, max(0, i-4), i) {
			if y.Last == i && y.First < at.First {
				at = y
			}
		}
	}
	if at.Last != i || i == 0 {
		return false
	}
	ty := v.typeList[at.Value]
	return !ty.own && !ty.long && ty.level != "province"
}

// ofUnit reports whether the name of a province is that of a unit below, or
// stands in it: "huyện Long An Mây", "xã Hòa Bình", "xã Tân Hòa Bình".
func (v *vocabulary) ofUnit(t *scan.Text, p scan.Hit) bool {
	for i := p.First; i >= 0 && p.First-i < nameLimit; i-- {
		if v.below(t, i) {
			return v.properName(t, i, min(i+nameLimit, int32(len(t.Tokens))), allCaps(t, p.First, p.Last)) > p.First && !v.city(t, p, i)
		}
		if !goesWith(t, i) {
			return false
		}
	}
	return false
}

// city reports whether a name behind "thành phố" is that of a city of the Centre.
func (v *vocabulary) city(t *scan.Text, p scan.Hit, i int32) bool {
	return i == p.First && v.places[p.Value].kind == "city" && !v.goesOn(t, p, int32(len(t.Tokens)))
}

// provincesIn returns the provinces that a range of tokens names, without those
// that are part of a unit's name.
func (v *vocabulary) provincesIn(t *scan.Text, first, last int32) []scan.Hit {
	var out []scan.Hit
	for _, h := range t.HitsIn(v.provinces, first, last) {
		if !v.ofUnit(t, h) {
			out = append(out, h)
		}
	}
	return out
}

// longest is the longest name of an agency or firm in tokens: "Ban Quản lý Khu
// kinh tế cửa khẩu Đồng Đăng - Lạng Sơn" has thirteen.
const longest = 14

// longName returns where the name of an agency or firm that begins at token i
// ends: before a mark or a word that tells what it does. short is where its
// first capitalised words end, which stands when neither comes.
func (v *vocabulary) longName(t *scan.Text, i, short, end int32, caps bool) int32 {
	if i >= end || !t.Tokens[i].Upper && !v.unit(t, i) {
		return short
	}
	for j := i; j < end && j-i < longest; j++ {
		tok := &t.Tokens[j]
		w, told := t.At(v.after, j)
		if told && !caps && tok.Upper && w.Last == j+1 && j > i && t.Tokens[j-1].Upper {
			told = false // Trường Tiểu học Chà Là
		}
		if told && caps && v.isPlace(t, j) {
			told = false // the "CẦN" of CẦN THƠ
		}
		if told && w.Value == lowerOnly {
			told = !tok.Upper && !allCaps(t, j, w.Last)
		}
		switch {
		case told, caps && !tok.Upper && tok.Kind == scan.Word:
			return j
		case tok.Kind == scan.Word, tok.Kind == scan.Number && !strings.ContainsAny(t.Word(j), ".,"):
		case t.Is(j, '-') && j+1 < end && t.Tokens[j+1].Upper:
		case t.Is(j, ',') && (v.enumerates(t, j, end) || v.ofUniversity(t, i, j)): // Văn hóa, Thể thao và Du lịch
		default:
			return j
		}
	}
	if int32(len(t.Tokens)) == end || end-i < longest {
		return end
	}
	return short
}

// unit reports whether a type of unit begins at token i: "Bệnh viện huyện".
func (v *vocabulary) unit(t *scan.Text, i int32) bool {
	_, ok := t.At(v.types, i)
	return ok
}

// ofUniversity reports whether the university that a school belongs to stands behind a
// comma: "Trường Đại học Sư phạm, Đại học Thái Nguyên".
func (v *vocabulary) ofUniversity(t *scan.Text, i, comma int32) bool {
	h, ok := t.At(v.types, comma+1)
	if !ok || h.Last-h.First != 2 || t.Fold(h.First) != "đại" || t.Fold(h.First+1) != "học" {
		return false
	}
	for back := int32(1); back <= 3 && i >= back; back++ {
		if t.Fold(i-back) == "trường" {
			return true
		}
	}
	return false
}

// enumerates reports whether a comma parts the parts of one name: a capital
// follows, and "và" with another soon after.
func (v *vocabulary) enumerates(t *scan.Text, comma, end int32) bool {
	if comma+1 >= end || !t.Tokens[comma+1].Upper {
		return false
	}
	for i := comma + 2; i+1 < end && i < comma+5; i++ {
		if t.Fold(i) == "và" {
			return t.Tokens[i+1].Upper
		}
	}
	return false
}

func (v *vocabulary) nameText(t *scan.Text, first, last int32, caps bool) string {
	if first >= last {
		return ""
	}
	if !caps {
		return t.String(first, last)
	}
	var words []string
	for i := first; i < last; i++ {
		words = append(words, t.Word(i))
	}
	return recase(words)
}
