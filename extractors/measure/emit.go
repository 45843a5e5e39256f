package measure

import (
	"math"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// where decides place and level.
func (r *reader) where(g *group, m *measure) {
	if m.central {
		if r.t.Identity.Level != "central" {
			m.place = "Trung ương"
		}
		m.level = "central"
		return
	}
	placeLevel := ""
	if m.place == "" {
		m.place, placeLevel = r.placeOf(g)
	}
	if m.level == "" {
		m.level = r.levelOf(g)
	}
	if m.level == "" && !(m.body == "delegate" && m.phase == "planned") {
		m.level = placeLevel
	}
	if m.level == "" && m.body != "delegate" && m.body != "upper_delegation" && m.body != "organization" && m.body != "party_member" {
		m.level = r.mentioned(g)
	}
	if m.level == "" && m.body != "delegate" && m.body != "party_member" {
		m.level = r.s.level
	}
	if m.level == "" {
		m.level = r.t.Identity.Level
	}
}

// mentioned returns the level of the organisation named last before a group:
// "Đại hội Đảng bộ tỉnh … bầu 50 đồng chí".
func (r *reader) mentioned(g *group) string {
	for k := g.at - 1; k >= 0; k-- {
		if c := r.items[k].c(); c.org && c.level != "" && c.level != "below" {
			l := r.levelWord(k)
			if r.labelled > 0 && g.left == 0 {
				r.d.level, r.d.depth = l, r.labelled
			}
			return l
		}
	}
	return ""
}

// placeOf returns the unit that a figure is for.
func (r *reader) placeOf(g *group) (place, level string) {
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		if it.place != "" && (r.organisationPlace(k) || r.beside(k, g)) {
			if r.own(it.place) {
				return "", ""
			}
			return it.place, it.placeLevel
		}
		if it.mark == ';' {
			break
		}
	}
	if g.head != nil && g.head.org {
		return "", ""
	}
	if name, ok := r.nameBefore(g); ok && !g.named {
		return name, ""
	}
	for k := g.end; k < g.right; k++ {
		it := &r.items[k]
		if it.place != "" && r.organisationPlace(k) {
			if r.own(it.place) {
				return "", ""
			}
			return it.place, it.placeLevel
		}
	}
	for k := g.left - 1; k >= 0; k-- {
		it := &r.items[k]
		if it.place != "" && r.organisationPlace(k) {
			if r.own(it.place) {
				return "", ""
			}
			return it.place, it.placeLevel
		}
		if it.mark == ';' {
			break
		}
	}
	return r.s.place, r.s.placeLvl
}

// beside reports whether only marks and words of sharing stand between the
// place at item k and the figure.
func (r *reader) beside(k int, g *group) bool {
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
	if !g.main.percent && g.head == nil {
		return "", false
	}
	return r.nameAt(g)
}

// nameAt is nameBefore for any figure.
func (r *reader) nameAt(g *group) (string, bool) {
	i := g.main.first - 1
	for i > r.first && (r.t.Is(i, ':') || r.t.Is(i, '(') || r.t.Word(i) == "đạt" || r.t.Word(i) == "là" || r.t.Word(i) == "có" || r.t.Word(i) == "chiếm") {
		i--
	}
	last := i + 1
	for i > r.first && r.t.Tokens[i].Kind == 0 && r.t.Tokens[i].Upper && !r.t.Tokens[i].AllUpper {
		i--
	}
	first := i + 1
	if last-first < 1 || last-first > 4 || last-first < 2 && (g.main.percent || g.head != nil) {
		return "", false
	}
	for k := g.at - 1; k >= 0 && r.items[k].last > first; k-- {
		if r.items[k].first < last && (r.items[k].cue != nil || r.items[k].place != "") {
			return "", false
		}
	}
	// A name begins its part of a list.
	if !(r.t.Is(i, ';') || r.t.Is(i, ',') || r.t.Is(i, ':') || r.t.Is(i, '(') || r.t.Word(i) == "như" || r.t.Word(i) == "là" || r.t.Word(i) == "có" || r.t.Word(i) == "và" || r.t.Word(i) == "đó" || r.t.Word(i) == "gồm") {
		return "", false
	}
	return r.t.String(first, last), true
}

// levelWord returns the level that item k states in so many words.
func (r *reader) levelWord(k int) string {
	c := r.items[k].c()
	level := c.level
	if level == "" {
		return ""
	}
	switch level {
	case "commune":
		if r.x.since2025(r.t) {
			return "upper_grassroots"
		}
		return "grassroots"
	case "below":
		return r.below()
	}
	return level
}

// below is one level under the document's own organisation.
func (r *reader) below() string {
	switch r.t.Identity.Level {
	case "central":
		return "province"
	case "province":
		return "upper_grassroots"
	case "upper_grassroots":
		return "grassroots"
	case "grassroots":
		return "cell"
	}
	return ""
}

// levelOf returns the level stated near a group.
func (r *reader) levelOf(g *group) string {
	if g.head != nil && g.head.org {
		if l := r.levelWord(g.headAt); l != "" {
			return l
		}
	}
	if g.head != nil && g.head.level != "" && g.head.body != "" && g.head.central {
		return g.head.level
	}
	for k := g.at - 1; k >= g.left; k-- {
		if s := r.items[k].c().strength; s == "strong" || s == "body" {
			return r.levelWord(k)
		}
	}
	for k := g.end; k < g.right && (g.head == nil || g.head.body != "delegate" && g.head.form != "delegate"); k++ {
		if s := r.items[k].c().strength; s == "strong" || s == "body" {
			return r.levelWord(k)
		}
	}
	return ""
}

// rows emits the count, the total and the share of a group.
func (r *reader) rows(g *group, m *measure) {
	f := g.main
	stat := m.stat
	if stat == "" || stat == "count" {
		stat = "count"
		if f.percent {
			stat = "percent"
		}
	}
	f.claimed = true
	for _, p := range r.alike(g, m) {
		twin := *m
		twin.place = p.place
		r.put(r.fact(&twin, stat, f))
	}
	r.put(r.fact(m, stat, f))
	if m.attr == "total" && stat == "count" && m.phase != "previous" {
		r.d.totals[m.body+m.place+m.level] = f.value
	}
	count := f.value
	if f.ratio {
		t := *f
		t.value, t.first, t.last, t.end, t.ranged, t.bound = f.total, f.totalAt, f.totalAt+1, f.totalAt+1, false, ""
		r.ratio(g, m, &t)
	}
	if g.pct != nil {
		g.pct.claimed = true
		share := r.fact(m, "percent", g.pct)
		if g.pct.bound == "" && !g.pct.ranged {
			r.check(&share, m, g.pct.value, count, r.t.Word(g.pct.first))
		}
		r.put(share)
	}
}

// alike returns the units that share a figure with the one nearest to it: "X và
// Y đều đạt 20%".
func (r *reader) alike(g *group, m *measure) []item {
	if m.place == "" || g.at < 3 {
		return nil
	}
	both := false
	var out []item
	nearest := true
	for k := g.at - 1; k >= g.left; k-- {
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
		case it.mark == ',' || it.c().link == "cut" || it.c().use == "actor" || it.c().org || it.c().link == "pair" || it.c().link == "filler":
		default:
			k = g.left
		}
		if !both && !nearest {
			return nil
		}
	}
	return out
}

// ratio emits what the M of N/M means: the list that was elected from, what was
// decided, or the whole.
func (r *reader) ratio(g *group, m *measure, f *figure) {
	switch {
	case m.attr == "total" && m.phase == "actual" && isSeats(m.body):
		list := *m
		list.phase = "nominated"
		if r.decided(g) {
			list.phase = "planned"
		}
		r.put(r.fact(&list, "count", f))
	case m.attr == "other" && m.body == "organization":
		r.put(r.fact(m, "ratio_total", f))
	default:
		r.put(r.fact(m, "ratio_total", f))
	}
}

func isSeats(body string) bool {
	switch body {
	case "committee", "standing_committee", "inspection_committee", "secretary", "deputy_secretary", "upper_delegation":
		return true
	}
	return false
}

// decided reports whether N of M are elected of what was decided rather than
// of a list.
func (r *reader) decided(g *group) bool {
	for k := max(g.left, 0); k < g.wide && k < len(r.items); k++ {
		c := r.items[k].c()
		if c.phase == "planned" && c.reach != "aim" || c.phase == "target" || c.attr == "shortfall" {
			return true
		}
		if w := r.t.Word(r.items[k].last - 1); w == "đủ" {
			return true
		}
	}
	return g.main.first > r.first && r.t.Word(g.main.first-1) == "đủ"
}

// fact makes one row.
func (r *reader) fact(m *measure, stat string, f *figure) report.Fact {
	value := f.value
	out := report.Fact{Table: "measures", Rule: r.x.id, Span: r.t.Span(f.first, max(f.end, f.first+1))}
	if f.ranged {
		out.Span = r.t.Span(f.first, r.number2(f))
	}
	if m.negative {
		value = -value
		out.Derived = "value: giảm"
	}
	fields := make([]report.Field, 0, 12)
	set := func(column string, v report.Value) {
		if !v.IsNull() {
			fields = append(fields, report.Field{Column: column, Value: v})
		}
	}
	set("body", report.Text(m.body))
	set("attribute", report.Text(m.attr))
	set("phase", report.Text(m.phase))
	set("stat", report.Text(stat))
	set("value", report.Number(value))
	if f.ranged {
		set("value_max", report.Number(f.most))
	}
	bound := f.bound
	if bound == "" {
		bound = "eq"
	}
	set("bound", report.Text(bound))
	set("qualifier", report.Text(m.qual))
	set("place", report.Text(m.place))
	set("level", report.Text(m.level))
	asOf := r.s.asOf
	if asOf.IsZero() {
		asOf = r.d.asOf
	}
	if !asOf.IsZero() && m.phase == "actual" {
		set("as_of", report.Day(asOf))
	}
	out.Fields = fields
	for _, d := range m.doubts {
		out.Doubt(d)
	}
	return out
}

// number2 returns the end of a range without its percent sign.
func (r *reader) number2(f *figure) int32 {
	if f.percent {
		return f.last - 1
	}
	return f.last
}

// check compares a stated share with the recomputed one.
func (r *reader) check(f *report.Fact, m *measure, stated, count float64, text string) {
	if count <= 0 || m.attr == "total" || m.attr == "change" {
		return
	}
	base, name := 0.0, ""
	if g := r.d.totals[m.body+m.place+m.level]; g > 0 {
		base, name = g, m.body+".total="+decimal(g)
	}
	if base <= 0 || count > base {
		return
	}
	f.Set("base", report.Text(name))
	f.Set("check", report.Text(agree(count/base*100, stated, decimals(text))))
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// agree grades a stated share: rounded, cut off, or neither. One unit of the
// last digit is the tolerance.
func agree(real, stated float64, digits int) string {
	unit := math.Pow10(-digits)
	switch {
	case math.Abs(real-stated) <= unit/2+1e-9:
		return "ok"
	case real-stated >= 0 && real-stated < unit+1e-9:
		return "truncated"
	}
	return "mismatch"
}

func decimals(s string) int {
	if _, frac, ok := strings.Cut(s, ","); ok {
		return len(frac)
	}
	if _, frac, ok := strings.Cut(s, "."); ok && len(frac) < 3 {
		return len(frac)
	}
	return 0
}

// put keeps a fact until the document is read.
func (r *reader) put(f report.Fact) { r.facts = append(r.facts, f) }

// flush emits the facts but for rounded restatements: "gần 66%" beside 65,97%,
// "hơn 1.500 đại biểu" beside 1.510.
func (r *reader) flush() {
	rough := false
	for i := range r.facts {
		if b := r.facts[i].Get("bound").Text(); b == "gt" || b == "lt" || b == "approx" {
			rough = true
		}
	}
	for i := range r.facts {
		if rough && r.rounded(i) {
			continue
		}
		r.emit(r.facts[i])
	}
}

// rounded reports whether fact i is a rounded form of an exact one.
func (r *reader) rounded(i int) bool {
	f := &r.facts[i]
	bound := f.Get("bound").Text()
	if bound != "gt" && bound != "lt" && bound != "approx" {
		return false
	}
	v, _ := f.Get("value").Number()
	room := v * 0.03
	if f.Get("stat").Text() == "percent" {
		room = 1
	}
	for j := range r.facts {
		g := &r.facts[j]
		if j == i || g.Get("bound").Text() != "eq" {
			continue
		}
		w, _ := g.Get("value").Number()
		d := w - v
		if d == 0 || math.Abs(d) > room || bound == "gt" && d < 0 || bound == "lt" && d > 0 {
			continue
		}
		same := true
		for _, c := range []string{"body", "attribute", "stat", "qualifier", "place"} {
			same = same && f.Get(c).Text() == g.Get(c).Text()
		}
		if same {
			return true
		}
	}
	return false
}
