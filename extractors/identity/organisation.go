package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// OrganisationConfig weighs the words by which a document shows whether it is
// about a Party organisation at all.
type OrganisationConfig struct {
	Party   []string `yaml:"party"`   // words of Party work: cấp ủy, đại hội đảng bộ
	State   []string `yaml:"state"`   // bodies that are no Party organisations: HĐND, hội, công ty
	Centre  []string `yaml:"centre"`  // words for the national Party: Bộ Chính trị, Trung ương
	Foreign []string `yaml:"foreign"` // words that make a congress a foreign one
	Levels  []string `yaml:"levels"`  // congresses of a level, which are nobody's own
	Plural  []string `yaml:"plural"`  // provinces, behind their number
	Many    []string `yaml:"many"`    // words that make a document one about several provinces
}

// Organisation finds whom a document is about.
type Organisation struct {
	id                                  string
	v                                   *vocabulary
	g                                   *grammar.Grammar
	party, state, centre, foreign, many *scan.Class
	levels, plural                      *scan.Class
}

// NewOrganisation makes the extractor of a rule.
func NewOrganisation(id string, c OrganisationConfig, env *kind.Env) (*Organisation, error) {
	v, err := kind.Share(env, "identity", newVocabulary)
	if err != nil {
		return nil, err
	}
	o := &Organisation{id: id, v: v, g: env.Grammar}
	for _, x := range []struct {
		class **scan.Class
		words []string
	}{{&o.party, c.Party}, {&o.state, c.State}, {&o.centre, c.Centre}, {&o.foreign, c.Foreign}, {&o.levels, c.Levels}, {&o.many, c.Many}, {&o.plural, c.Plural}} {
		*x.class = env.Builder.Class("identity.organisation")
		for _, w := range x.words {
			(*x.class).Add(w, 1)
		}
	}
	return o, nil
}

// region is a part of the document and how much a word in it counts.
type region struct {
	first, last int32
	weight      int
	rank        int
}

// regions are the headline or subject, the lead (the next three paragraphs)
// and the body: a document says first what it is about.
func (v *vocabulary) regions(t *scan.Text) []region {
	return scan.Memo(t, v.heads, readRegions)
}

func readRegions(t *scan.Text, out []region) []region {
	out = out[:0]
	n := 0
	for i := range t.Doc.Blocks {
		b := &t.Doc.Blocks[i]
		if b.Len() == 0 || b.Kind == report.PageHeader || b.Kind == report.PageFooter || b.Kind == report.Caption {
			continue
		}
		first, last := t.Block(i)
		if first == last || furniture(t, b.Span, first, last) {
			continue
		}
		r := region{first, last, 1, rankBody}
		switch {
		case n == 0:
			r.weight, r.rank = 6, rankTitle
		case n <= 3:
			r.weight, r.rank = 3, rankLead
		}
		if b.Kind != report.FileHeader {
			n++
		}
		out = append(out, r)
	}
	return out
}

// furniture reports whether a line belongs to the page and not to its text: a
// menu parted by bars, a line of marks, a time stamp.
func furniture(t *scan.Text, line report.Span, first, last int32) bool {
	if strings.Count(t.Doc.At(line), "|") >= 2 {
		return true
	}
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind == scan.Word {
			return false
		}
	}
	return true
}

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
}

// Facts emits org_unit, org_level, upper_unit and province.
func (o *Organisation) Facts(t *scan.Text, emit func(report.Fact)) {
	rs := o.v.regions(t)
	if _, ok := o.v.findHead(t); ok && o.fromHead(t, emit) {
		return
	}
	if o.outside(t, rs) {
		t.Identity.Outside = true
		return
	}
	list := o.candidates(t, rs)
	if o.several(t, rs, list) {
		return
	}
	if len(list) > 0 && (list[0].rank <= rankLead || list[0].count > 1 || alone(list)) {
		o.emit(t, list[0], list, emit)
		return
	}
	o.national(t, rs, emit)
}

// alone reports whether the best candidate is the only one that is no guest's, and
// stands as it is.
func alone(list []candidate) bool {
	return len(list) > 1 && list[0].best.verbatim && list[0].score > 0 && list[1].score == 0
}

// outside reports whether the first part of a document speaks of bodies that
// are no Party organisations more than of the Party's.
func (o *Organisation) outside(t *scan.Text, rs []region) bool {
	party, state := 0, 0
	for _, r := range rs {
		if r.rank == rankBody {
			break
		}
		if r.rank == rankTitle && (o.abroad(t, r) || o.theirs(t, r)) {
			return true
		}
		p, s := len(t.HitsIn(o.party, r.first, r.last)), len(t.HitsIn(o.state, r.first, r.last))
		if r.rank == rankTitle && s > 0 && p == 0 {
			return true
		}
		party += r.weight * p
		state += r.weight * s
	}
	return state > party
}

// theirs reports whether a region begins with a congress of another body: "Đại hội
// đại biểu Đoàn TNCS Hồ Chí Minh …".
func (o *Organisation) theirs(t *scan.Text, r region) bool {
	h, ok := t.At(o.v.congress, r.first)
	if !ok {
		return false
	}
	_, ok = t.At(o.state, h.Last)
	return ok
}

// abroad reports whether a region names another country; the "Lào" of "Lào Cai"
// and the "Mỹ" of "xã Thạnh Mỹ Tây" are none.
func (o *Organisation) abroad(t *scan.Text, r region) bool {
	for _, h := range t.HitsIn(o.foreign, r.first, r.last) {
		before := h.First > r.first && t.Tokens[h.First-1].Kind == scan.Word && t.Tokens[h.First-1].Upper
		after := h.Last < r.last && t.Tokens[h.Last].Kind == scan.Word && t.Tokens[h.Last].Upper
		if t.Tokens[h.First].Upper && !before && !after {
			return true
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
			i := slices.IndexFunc(list, func(c candidate) bool { return c.key == m.key })
			if i < 0 {
				list = append(list, candidate{key: m.key, best: m, rank: r.rank, upper: m.upper, place: m.place})
				i = len(list) - 1
			}
			list[i].add(m, r)
		}
	}
	headline(t, rs, list)
	o.implied(t, rs, &list)
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Or(b.score-a.score, a.rank-b.rank) })
	return list
}

// enumerated reports whether a mention is one of three or more in a row: "chọn ba
// đơn vị là Đảng bộ A, Đảng bộ B và Chi bộ C" is about none of them.
func enumerated(t *scan.Text, ms []mention, n int) bool {
	a, b := n, n
	for a > 0 && parted(t, ms[a-1].last, ms[a].first) {
		a--
	}
	for b+1 < len(ms) && parted(t, ms[b].last, ms[b+1].first) {
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
// with its type: "Huyện Bình Phú: 4 xã đại hội", where a town is Bình Phú, too.
func otherType(title string, c *candidate, list []candidate) bool {
	title = vn.Fold(title)
	typed := func(c *candidate) bool {
		_, unit, ok := strings.Cut(vn.Fold(c.best.name), "bộ ")
		return ok && strings.Contains(title, unit)
	}
	return !typed(c) && slices.ContainsFunc(list, func(d candidate) bool {
		return d.key != c.key && d.best.proper == c.best.proper && typed(&d)
	})
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

// weight counts a congress of an organisation most, then the organisation, and
// least a committee, which stands in many titles.
func weight(m mention) int {
	switch {
	case m.guest:
		return 0
	case m.listed:
		return 1
	case m.congress:
		return 4
	case m.verbatim:
		return 2
	}
	return 1
}

// better prefers a name that stands in the text as it is, with its type word.
func better(m, n mention) bool { return m.verbatim && !n.verbatim }

// several reports whether the document is about more than one province, none
// of which leads.
func (o *Organisation) several(t *scan.Text, rs []region, list []candidate) bool {
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
		if r.rank == rankTitle && o.distinct(t, r) >= 2 {
			return true // "Hưng Yên, Ninh Bình có Ban Chấp hành mới"
		}
		if r.rank == rankTitle && len(o.v.provincesIn(t, r.first, r.last)) > 0 {
			break
		}
		// One sentence that lists many provinces makes it a report on them all,
		// unless the headline names one.
		if o.distinct(t, r) >= 5 {
			return true
		}
	}
	return provinces >= 2 && title || provinces >= 3 && top*2 < total || provinces >= 2 && top*10 < total*6
}

func (o *Organisation) distinct(t *scan.Text, r region) int {
	seen := map[int32]bool{}
	for _, h := range o.v.provincesIn(t, r.first, r.last) {
		seen[h.Value] = true
	}
	return len(seen)
}

// emit writes what follows from the chosen organisation.
func (o *Organisation) emit(t *scan.Text, c candidate, list []candidate, emit func(report.Fact)) {
	if underGrassroots(c.best, bests(list)) {
		c.best.level, c.best.level2025 = "cell", ""
	}
	o.organisationFacts(t, c.best, c.rank, emit)
	o.aboveFact(t, c.best, c.above, c.rank, emit)
	p := c.place
	if p < 0 {
		p = c.upper
	}
	at, rank := c.best, c.rank
	if p < 0 { // the province of a district: where the text names one beside it
		for _, d := range list {
			if d.place >= 0 && d.key != c.key {
				p, at, rank = d.place, d.best, d.rank
				break
			}
		}
	}
	if p < 0 {
		if h, ok := o.provinceNamed(t); ok {
			p, at = int(h.Value), mention{first: h.First, last: h.Last}
			rank = rankBody
		}
	}
	o.provinceFact(t, p, at, rank, emit)
}

// bests are the best mentions of candidates.
func bests(list []candidate) []mention {
	out := make([]mention, len(list))
	for i := range list {
		out[i] = list[i].best
	}
	return out
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
	if h.First == 0 || !t.Tokens[h.First].Upper {
		return false
	}
	if t.Is(h.First-1, '(') && t.Is(h.Last, ')') {
		return h.First > 1 && t.Tokens[h.First-2].Upper
	}
	if t.Is(h.First-1, ',') { // "huyện Nam Trà My, Quảng Nam"
		return o.namedUnit(t, h.First-1)
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

func (o *Organisation) organisationFacts(t *scan.Text, m mention, rank int, emit func(report.Fact)) {
	f := report.Fact{Rule: o.id, Rank: rank, Span: t.Span(m.first, m.last)}
	if !m.verbatim {
		f.Derived = "org_unit: " + t.String(m.first, m.last)
	}
	emitField(t, emit, f, "org_unit", report.Text(m.name))
	level := m.level
	if o.since2025(t) && m.level2025 != "" {
		level = m.level2025
	}
	f.Derived = "org_level: " + m.name
	emitField(t, emit, f, "org_level", report.Text(level))
}

// aboveFact emits the units above an organisation, those that its name does not
// say already: "Công an huyện Long Hồ".
func (o *Organisation) aboveFact(t *scan.Text, m mention, a above, rank int, emit func(report.Fact)) {
	own := vn.Fold(m.name)
	units := slices.DeleteFunc(slices.Clone(a.units), func(u string) bool { return strings.Contains(own, vn.Fold(u)) })
	if len(units) == 0 {
		return
	}
	f := report.Fact{Rule: o.id, Rank: rank, Span: t.Span(a.first, a.last)}
	value := strings.Join(units, ", ")
	if t.String(a.first, a.last) != value {
		f.Derived = "upper_unit: " + t.String(a.first, a.last)
	}
	emitField(t, emit, f, "upper_unit", report.Text(value))
}

// since2025 reports whether a commune's organisation is the one of July 2025
// on, which stands directly above the grassroots: the document is dated later
// than June 2025, or it speaks of a first congress in the term 2025-2030.
func (o *Organisation) since2025(t *scan.Text) bool {
	merger := report.Date{Year: 2025, Month: 7, Day: 1, Precision: report.DayOfMonth}
	if d := t.Identity.Date; !d.IsZero() && d.Precision >= report.Month {
		return !d.Before(report.Date{Year: 2025, Month: 7, Precision: report.Month}) && (d.Precision == report.Month || !d.Before(merger))
	}
	for _, s := range t.Sentences {
		for _, term := range o.g.Terms(t, s.First, s.Last) {
			if term.Start != 2025 {
				continue
			}
			for _, n := range o.g.Ordinals(t, s.First, s.Last) {
				if n.N == 1 {
					return true
				}
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

// ofLevel reports whether a report or news is about the congresses of a level in
// the whole country, which are nobody's own: "kết quả đại hội đảng bộ cấp huyện",
// "67 đảng bộ trực thuộc Trung ương". Its first mention decides.
func (o *Organisation) ofLevel(t *scan.Text) bool {
	if k := t.Identity.Type; k != "" && k != "report" && k != "news" && k != "statistics_form" {
		return false
	}
	levels := t.Hits(o.levels)
	if len(levels) == 0 || levels[0].First > t.TokenAt(min(levelBytes, len(t.Doc.Text))) {
		return false
	}
	for _, h := range t.HitsIn(o.centre, 0, t.TokenAt(min(3*levelBytes, len(t.Doc.Text)))) {
		if t.Fold(h.First) == "đại" && (int(h.Last) >= len(t.Tokens) || t.Fold(h.Last) != "bộ") && !(h.First > 0 && t.Fold(h.First-1) == "tới") {
			return false // a national congress is named too, and not only as where they lead
		}
	}
	return true
}

// levelBytes is how far into a text its subject reaches: behind a letterhead.
const levelBytes = 500

// national emits the national Party when the first part of the document speaks
// of its congress or its central bodies.
func (o *Organisation) national(t *scan.Text, rs []region, emit func(report.Fact)) {
	if o.ofLevel(t) || o.counted(t, rs) || o.unnamed(t, rs, emit) {
		return
	}
	for _, r := range rs {
		if r.rank == rankBody {
			return
		}
		hits := o.central(t, r)
		if len(hits) == 0 {
			continue
		}
		f := report.Fact{Rule: o.id, Rank: r.rank, Span: t.Span(hits[0].First, hits[0].Last)}
		f.Derived = "org_unit: " + t.String(hits[0].First, hits[0].Last)
		f.Doubt("derived")
		emitField(t, emit, f, "org_unit", report.Text("Đảng Cộng sản Việt Nam"))
		f.Derived = "org_level: Đảng Cộng sản Việt Nam"
		emitField(t, emit, f, "org_level", report.Text("central"))
		return
	}
}

// central returns the words for the national Party in a region; the "đại hội đảng"
// of "đại hội đảng bộ" is none.
func (o *Organisation) central(t *scan.Text, r region) []scan.Hit {
	hits := t.HitsIn(o.centre, r.first, r.last)
	for len(hits) > 0 && (t.Fold(hits[0].First) == "đại" && hits[0].Last < r.last && t.Fold(hits[0].Last) == "bộ" || ofTitle(t, hits[0].First, r.first)) {
		hits = hits[1:]
	}
	return hits
}

// ofTitle reports whether the word before token i makes it part of somebody's title
// or of a level: "Ủy viên Bộ Chính trị", "trực thuộc Trung ương".
func ofTitle(t *scan.Text, i, first int32) bool {
	if i <= first {
		return false
	}
	switch t.Fold(i - 1) {
	case "viên", "thư", "khuyết", "thuộc":
		return true
	}
	return false
}

// counted reports whether the headline counts provinces: "12 bí thư tỉnh, thành ủy
// vừa được bầu".
func (o *Organisation) counted(t *scan.Text, rs []region) bool {
	if len(rs) == 0 || rs[0].rank != rankTitle {
		return false
	}
	for _, h := range t.HitsIn(o.plural, rs[0].first, rs[0].last) {
		for i := max(rs[0].first, h.First-3); i < h.First; i++ {
			if t.Tokens[i].Kind == scan.Number {
				return true
			}
		}
	}
	return false
}

// unnamed emits the level of an organisation whose congress the headline or the lead
// tells of without its name: "Đại hội đại biểu Đảng bộ tỉnh lần thứ XX" in the
// province's own paper. Words for the national Party before it come first.
func (o *Organisation) unnamed(t *scan.Text, rs []region, emit func(report.Fact)) bool {
	for _, r := range rs {
		if r.rank == rankBody {
			return false
		}
		centre := o.central(t, r)
		for _, m := range o.v.mentions(t, r.first, r.last) {
			if !m.generic || m.level == "" || blank(t, m.last) || !m.congress && !ofCommittee(t, m.first) {
				continue
			}
			if len(centre) > 0 && centre[0].First < m.first {
				return false
			}
			f := report.Fact{Rule: o.id, Rank: r.rank, Span: t.Span(m.first, m.last), Derived: "org_level: " + t.String(m.first, m.last)}
			level := m.level
			if o.since2025(t) && m.level2025 != "" {
				level = m.level2025
			}
			emitField(t, emit, f, "org_level", report.Text(level))
			return true
		}
		if len(centre) > 0 {
			return false
		}
	}
	return false
}

// ofCommittee reports whether "Ban Chấp hành" stands before token i.
func ofCommittee(t *scan.Text, i int32) bool {
	return i > 2 && t.Fold(i-1) == "hành" && t.Fold(i-2) == "chấp" && t.Tokens[i].Kind == scan.Word
}

// blank reports whether a form leaves a blank at token i: "Đảng bộ xã ……".
func blank(t *scan.Text, i int32) bool {
	return t.Is(i, '…') || t.Is(i, '_') || t.Is(i, '.') && t.Is(i+1, '.')
}
