package identity

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// ofProvince is the organisation of a province that the text names apart from it.
func (v *vocabulary) ofProvince(first, last int32, place int) mention {
	p := v.places[place]
	word := "tỉnh"
	if p.kind == "city" {
		word = "thành phố"
	}
	return mention{
		first: first, last: last, key: "province|" + p.folded, name: "Đảng bộ " + word + " " + strings.TrimPrefix(p.name, "Thành phố "),
		level: "province", level2025: "province", place: place, upper: -1,
	}
}

// onlyProvince returns the province that a region names, when it is one.
func (o *Organisation) onlyProvince(t *scan.Text, r region) (scan.Hit, bool) {
	hits := o.v.provincesIn(t, r.first, r.last)
	if len(hits) == 0 {
		return scan.Hit{}, false
	}
	for _, h := range hits[1:] {
		if h.Value != hits[0].Value {
			return scan.Hit{}, false
		}
	}
	return hits[0], t.Tokens[hits[0].First].Upper
}

// several reports whether the document is about more than one province, none
// of which leads.
func (o *Organisation) several(t *scan.Text, rs []region, list []candidate) bool {
	if o.digest(t) {
		return true
	}
	provinces, top, total := 0, 0, 0
	for _, c := range list {
		if c.place < 0 {
			continue
		}
		provinces++
		top = max(top, c.score)
		total += c.score
	}
	title := false
	for _, r := range rs {
		if r.rank == rankTitle && t.Has(o.many, r.first, r.last) {
			title = true
		}
		if r.rank == rankTitle && o.underCentre(t, r) {
			return true
		}
		if r.rank == rankTitle && o.distinct(t, r) >= 2 {
			return true // "Hưng Yên, Ninh Bình có Ban Chấp hành mới"
		}
		if r.rank == rankTitle && len(o.v.provincesIn(t, r.first, r.last)) > 0 {
			break
		}
		// One sentence that lists many provinces makes it a report on them all,
		// unless the headline names one; so do three in a row where it names nobody.
		if o.distinct(t, r) >= 5 || r.rank == rankLead && !o.headlined(t, rs) && o.row(t, r) {
			return true
		}
	}
	if len(list) > 0 && list[0].rank == rankTitle && list[0].place < 0 && !title {
		return false // the headline is about an organisation in one of them
	}
	return provinces >= 2 && title || provinces >= 3 && top*2 < total || provinces >= 2 && top*10 < total*6
}

// digest reports whether paragraphs of a text begin with units and, in brackets, the provinces in which they are, of
// which there are several: "* Phường Lào Cai (Lào Cai): bế mạc. …", "* Xã Ia Dom (Gia Lai): …".
func (o *Organisation) digest(t *scan.Text) bool {
	first, n := int32(-1), 0
	several := false
	for i := range t.Doc.Blocks {
		begin, end := t.Block(i)
		for begin < end && t.Tokens[begin].Kind == scan.Punct {
			begin++ // "*"
		}
		if begin >= end {
			continue
		}
		h, ok := t.At(o.v.types, begin)
		if !ok {
			continue
		}
		m, ok := o.v.unitAt(t, h, end, false)
		if !ok || m.last+3 >= end || !t.Is(m.last, '(') {
			continue
		}
		p, ok := t.At(o.v.provinces, m.last+1)
		if !ok || p.Last+1 >= end || !t.Is(p.Last, ')') || !t.Is(p.Last+1, ':') {
			continue
		}
		n++
		several = several || first >= 0 && p.Value != first
		first = p.Value
	}
	return several && n > 2
}

// headlined reports whether the headline names an organisation or a province.
func (o *Organisation) headlined(t *scan.Text, rs []region) bool {
	r := rs[0]
	return r.rank != rankTitle || len(o.v.provincesIn(t, r.first, r.last)) > 0 || slices.ContainsFunc(o.v.mentions(t, r.first, r.last), func(m mention) bool { return !m.generic && m.key != "" })
}

// row reports whether a region has the organisations of three provinces in a row: "các
// đảng bộ Hưng Yên, Hà Giang và Lạng Sơn".
func (o *Organisation) row(t *scan.Text, r region) bool {
	hits := o.v.provincesIn(t, r.first, r.last)
	for i := 0; i+2 < len(hits); i++ {
		head := t.HitsIn(o.v.heads, max(r.first, hits[i].First-3), hits[i].First)
		if len(head) > 0 && parted(t, hits[i].Last, hits[i+1].First) && parted(t, hits[i+1].Last, hits[i+2].First) {
			return true
		}
	}
	return false
}

// underCentre reports whether the headline speaks of all organisations right below
// the Centre and names none.
func (o *Organisation) underCentre(t *scan.Text, r region) bool {
	for _, h := range t.HitsIn(o.levels, r.first, r.last) {
		if t.Fold(h.Last-1) == "ương" {
			return len(o.v.provincesIn(t, r.first, r.last)) == 0
		}
	}
	return false
}

func (o *Organisation) distinct(t *scan.Text, r region) int {
	seen := map[int32]bool{}
	for _, h := range o.v.provincesIn(t, r.first, r.last) {
		seen[h.Value] = true
	}
	return len(seen)
}

// provinceNamed returns the one province that the text names as such ("tỉnh
// Vĩnh Long", "Tỉnh ủy Bến Tre", "huyện Bát Xát (Lào Cai)"); none when it names
// several.
func (o *Organisation) provinceNamed(t *scan.Text) (scan.Hit, bool) {
	var found scan.Hit
	ok := false
	for _, h := range o.v.provincesIn(t, 0, int32(len(t.Tokens))) {
		if !o.asProvince(t, h) {
			continue
		}
		if ok && found.Value != h.Value {
			return scan.Hit{}, false
		}
		if !ok {
			found, ok = h, true
		}
	}
	return found, ok
}

// namedUnit reports whether the name of a district or commune with its type ends
// before token i.
func (o *Organisation) namedUnit(t *scan.Text, i int32) bool {
	first := i
	for first > 0 && i-first < nameLimit && t.Tokens[first-1].Kind == scan.Word && t.Tokens[first-1].Upper {
		first--
	}
	if first == i && i > 0 && t.Tokens[i-1].Kind == scan.Number {
		first-- // quận 6
	}
	for _, y := range t.HitsIn(o.v.types, max(0, first-2), i) {
		if y.Last == first && first < i || y.First == first && y.Last < i {
			return o.v.typeList[y.Value].level != "province"
		}
	}
	return false
}

// asProvince reports whether a name stands for the province itself: behind
// "tỉnh" or "Tỉnh ủy", behind "thành phố" where it is a city of the Centre, or in
// brackets behind the name of a unit.
func (o *Organisation) asProvince(t *scan.Text, h scan.Hit) bool {
	if h.First == 0 || !t.Tokens[h.First].Upper || t.Fold(h.Last) == "cũ" {
		return false // "tỉnh Bà Rịa - Vũng Tàu cũ" is not where it is now
	}
	if t.Is(h.First-1, '(') && t.Is(h.Last, ')') {
		return h.First > 1 && t.Tokens[h.First-2].Upper
	}
	if t.Is(h.First-1, ',') { // "huyện Nam Trà My, Quảng Nam"
		return o.namedUnit(t, h.First-1)
	}
	if t.Fold(h.First-1) == "tỉnh" {
		return true // "UBND tỉnh Thanh Hóa" too
	}
	for _, class := range []*scan.Class{o.v.types, o.v.committees} {
		for _, y := range t.HitsIn(class, max(0, h.First-2), h.First) {
			if y.Last != h.First {
				continue
			}
			switch o.v.typeList[y.Value].level {
			case "province":
				return true
			case "city":
				return o.v.places[h.Value].kind == "city"
			}
		}
	}
	return false
}

func (o *Organisation) provinceFact(t *scan.Text, p int, m mention, rank int, emit func(report.Fact)) {
	if p < 0 {
		return
	}
	name := o.v.atTime(t, p)
	f := report.Fact{Rule: o.id, Rank: rank, Span: t.Span(m.first, m.last)}
	if !strings.Contains(t.String(m.first, m.last), name) {
		f.Derived = "province: " + t.String(m.first, m.last)
	}
	emitField(t, emit, f, "province", report.Text(name))
}

// armyUnits are what the units of the army begin with, behind "Đảng bộ".
var armyUnits = []string{
	"Sư đoàn", "Trung đoàn", "Lữ đoàn", "Tiểu đoàn", "Quân khu", "Quân đoàn", "Binh chủng", "Quân chủng", "Binh đoàn", "Vùng", "Hải quân", "Hải đoàn",
	"Cảnh sát biển", "Bộ Tư lệnh", "Bộ Tổng Tham mưu", "Học viện Quân", "Học viện Lục quân", "Trường Sĩ quan", "Bệnh viện Quân y", "Bệnh viện Trung ương Quân đội",
}

// ofArmy reports whether an organisation is of a unit of the army, whose province is the
// army itself unless the text names the province that it is of.
func ofArmy(name string) bool {
	for _, head := range []string{"Đảng bộ ", "Chi bộ "} {
		unit, ok := strings.CutPrefix(name, head)
		if !ok {
			continue
		}
		if strings.HasPrefix(unit, "Vùng") && !strings.Contains(unit, "Hải quân") && !strings.Contains(unit, "Cảnh sát biển") {
			return false
		}
		if slices.ContainsFunc(armyUnits, func(u string) bool { return strings.HasPrefix(unit, u) }) {
			return !strings.Contains(unit, "Cảnh sát") || strings.Contains(unit, "Cảnh sát biển")
		}
	}
	return false
}

// army returns the index of the army among the places, -1 where they lack it.
func (v *vocabulary) army() int {
	if n, ok := v.byName["quân đội"]; ok {
		return n
	}
	return -1
}

// ended reports whether a province had been joined to another one when a text was written.
func (v *vocabulary) ended(t *scan.Text, p int32) bool {
	to := v.places[p].to
	return !to.IsZero() && !t.Identity.Date.IsZero() && to.Before(t.Identity.Date)
}

// atTime returns the official name of a place at the time of the document:
// Huế was Thừa Thiên Huế until the end of 2024.
func (v *vocabulary) atTime(t *scan.Text, p int) string {
	q := v.places[p]
	when := t.Identity.Date
	if q.name == "Huế" && !when.IsZero() && when.Before(q.from) || q.name == "Huế" && when.IsZero() && t.Identity.Start > 0 && t.Identity.Start < 2025 {
		return "Thừa Thiên Huế"
	}
	return q.name
}
