package measure

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// zeros emits worded zeros: "không có cán bộ nữ tham gia ban thường vụ", once
// for each unit that is named, and "dân tộc thiểu số: không có".
func (r *reader) zeros() {
	if !r.t.Has(r.x.words.negations, r.first, r.last) {
		return // most sentences: a third of what reading their zeros cost
	}
	for k := range r.items {
		c := r.items[k].c()
		if c.body == "delegate" && r.refused(k) || c.body == "vote" && r.noneInvalid(k) {
			continue
		}
		none := r.noneOf(k)
		if r.noneShort(k) || r.lacking(k) || c.link != "zero" && c.link != "zerosoft" && !none {
			continue
		}
		r.zeroAt(k, none)
	}
}

// noneInvalid emits the zero of ballots that are not valid: "không có phiếu (nào) không hợp lệ".
func (r *reader) noneInvalid(k int) bool {
	it := &r.items[k]
	i, not := it.last, it.first-2
	if r.t.Fold(i) == "nào" {
		i++
	}
	if not < r.first || r.t.Fold(not) != "không" || r.t.Fold(not+1) != "có" || i+2 >= r.last+1 || r.t.Fold(i) != "không" || r.t.Fold(i+1) != "hợp" {
		return false
	}
	m := measure{body: "vote", attr: "invalid", phase: "actual"}
	r.put(r.zeroFact(not, i+1, m, r.s.place, first(r.s.level, r.t.Identity.Level)))
	return true
}

// refused emits the zero of delegates to whom something was done that the report on their
// standing has to tell: "không có đại biểu nào bị bác tư cách".
func (r *reader) refused(k int) bool {
	it := &r.items[k]
	i, not := it.last, it.first-1
	if not > r.first && r.t.Fold(not) == "có" {
		not--
	}
	if i+2 >= r.last || r.t.Word(i) != "nào" || r.t.Fold(i+1) != "bị" || not < r.first || r.t.Fold(not) != "không" {
		return false
	}
	end := i + 1
	for end < r.last && r.t.Tokens[end].Kind == scan.Word {
		end++
	}
	m := measure{body: "delegate", attr: "other", qual: r.t.String(i+1, end), phase: "actual"}
	r.put(r.zeroFact(not, it.last, m, r.s.place, first(r.s.level, r.t.Identity.Level)))
	return true
}

// zeroAt emits the zero that item k begins.
func (r *reader) zeroAt(k int, none bool) {
	c := r.items[k].c()
	m := measure{phase: "actual", stat: "count"}
	if r.s.before > 0 && r.s.before <= k && r.inEarlier(&group{at: k, main: &figure{first: r.items[k].first}}) {
		m.phase = "previous"
	}
	if p := k - 1; p >= 0 && r.items[p].c().phase == "previous" && r.items[p].last == r.items[k].first {
		m.phase = "previous" // "khóa trước không ai là nữ"
	}
	also := ""
	if none {
		m.body = c.body
	}
	end := k + 1
	for ; end < len(r.items) && end < k+9; end++ {
		it := &r.items[end]
		n := it.c()
		if it.mark == ',' && m.body != "" && end+1 < len(r.items) && r.items[end+1].c().use == "counted" && isSeats(r.items[end+1].c().body) {
			also = r.items[end+1].c().body // "chưa có bí thư, phó bí thư là người dân tộc thiểu số"
			end++
			continue
		}
		if it.fig != nil && it.fig.words && it.fig.value == 1 && r.anyBehind(it.last) {
			continue // "chưa có một nữ cấp ủy viên nào"
		}
		if it.mark == ';' || it.mark == ',' || it.mark == ':' || it.mark == '(' || it.fig != nil || n.link == "zero" || n.link == "zerosoft" || n.link == "copula" && r.listFollows(end) {
			break
		}
		if n.body != "" && n.use != "actor" && n.body != "comment" && n.body != "vote" && (m.body == "" || n.use == "body") {
			m.body = n.body
		}
	}
	if end == k+1 || r.items[k+1].first-r.items[k].last > 2 || r.negatedUnits(k) >= 0 || r.countedBehind(k) {
		return // "không có xã nào không có nữ" denies it, "số xã không có nữ: 12" counts units
	}
	g := &group{at: k, end: k + 1, left: 0, right: end, headAt: -1, main: &figure{}}
	m.attr, m.qual, _ = r.settle(g, r.scan(k+1, end))
	if name := r.peopleNamed(g); m.attr == "" && name != "" {
		m.attr, m.qual = "other", name
	}
	for j := k + 1; j < end; j++ {
		if r.items[j].c().attr == "shortfall" && r.negatedUnits(j) >= 0 {
			return // noneShort has it
		}
	}
	if m.body == "" && m.attr != "" {
		m.body = r.without(k) // the subject, before what the sentence or the one before is about
	}
	if m.body == "" && m.attr != "" && r.s.body != "" && r.s.body != "delegate" {
		m.body = r.s.body
	}
	if m.attr == "withdrawn" {
		m.body, m.phase = "committee", "nominated"
	}
	if r.countedBefore(k) {
		if weight(m.attr) == 2 && m.attr != "" {
			m.body = first(m.body, "committee")
			r.unitsNamed(k, end, m)
		}
		return
	}
	if m.body == "" || m.attr == "" || c.link == "zerosoft" && !r.unitBefore(k) && len(r.namesAhead(k)) == 0 && r.without(k) == "" && !((k == 0 || m.phase == "previous") && weight(m.attr) == 2 && r.items[k-min(k, 1)].first == r.firstWord()) {
		return
	}
	if r.severalUnits(k) && r.listFollows(end) {
		r.unitsNamed(k, end, m) // "Các xã không có nữ trong cấp ủy: A, B"
		return
	}
	r.zero(k, end, m)
	if also != "" {
		m.body = also
		r.zero(k, end, m)
	}
}

// lacking emits the zero of an attribute that item k says there is none of:
// "dân tộc thiểu số không có đồng chí nào", "nữ: không". It reports whether item
// k is "không có" of that kind.
func (r *reader) lacking(k int) bool {
	it := &r.items[k]
	c := it.c()
	switch {
	case c.link == "zero" && r.nothingBehind(k):
	case weight(c.attr) == 2 && c.attr != "" && (c.form == "plain" || c.form == "degree") || it.band != "":
		if i := r.noAfter(it.last); i > 0 {
			r.lack(k, i, i+1)
		}
		return false
	default:
		return false
	}
	body := ""
	for j := k - 1; j >= 0 && j >= k-5; j-- {
		b := &r.items[j]
		n := b.c()
		switch {
		case n.attr != "" && weight(n.attr) == 2 && n.form == "plain", b.band != "":
			if r.items[j+1].first-b.last > 1 {
				return false
			}
			return r.lackOf(j, body, it.first, it.last)
		case b.mark == ':' || b.mark == '-' || b.mark == ')' || b.mark == '(' || n.link == "copula" || n.link == "in" || n.link == "into" || n.link == "filler" || n.head == "person" || b.place != "" || n.use == "actor":
		case isSeats(n.body):
			body = n.body
		default:
			return false
		}
	}
	return false
}

// nothingBehind reports whether what there is none of does not stand behind item
// k: "không có", "không có đồng chí nào", "không có ai".
func (r *reader) nothingBehind(k int) bool {
	i := r.items[k].last
	if k+1 < len(r.items) && r.items[k+1].first == i && r.items[k+1].c().head == "person" {
		i = r.items[k+1].last
		return i < r.last && r.t.Word(i) == "nào" && r.ends(i+1)
	}
	return i < r.last && r.t.Word(i) == "ai" || r.ends(i)
}

// ends reports whether a clause ends before token i.
func (r *reader) ends(i int32) bool {
	return i >= r.last || r.t.Is(i, ',') || r.t.Is(i, ';') || r.t.Is(i, '.') || r.t.Is(i, ')')
}

// noAfter returns the token of a bare "không" behind an attribute, 0 for none:
// "nữ: không;".
func (r *reader) noAfter(i int32) int32 {
	if i < r.last && (r.t.Is(i, ':') || r.t.Is(i, '-')) {
		i++
	}
	if i < r.last && r.t.Word(i) == "không" && r.ends(i+1) {
		return i
	}
	return 0
}

// noneShort emits the zero of seats that nobody left open: "không đảng bộ nào bầu
// thiếu cấp ủy viên", "không khuyết đồng chí nào". It reports whether item k says so.
func (r *reader) noneShort(k int) bool {
	it := &r.items[k]
	if it.c().attr != "shortfall" || it.first <= r.first {
		return false
	}
	not := r.negatedUnits(k)
	level := ""
	switch {
	case not >= 0:
		for j := k - 1; j >= 0 && r.items[j].first > not; j-- {
			if c := r.items[j].c(); c.org {
				level = first(r.levelWord(j), r.below())
			}
		}
	case strings.EqualFold(r.t.Word(it.first-1), "không") && r.anyBehind(it.last):
		not = it.first - 1
	default:
		return false
	}
	if k+1 < len(r.items) && r.items[k+1].first == it.last && weight(r.items[k+1].c().attr) == 2 && r.items[k+1].c().attr != "" && r.items[k+1].c().attr != "shortfall" {
		return true // "không huyện nào thiếu nữ" is of women, not of seats
	}
	m := measure{body: first(r.s.body, "committee"), attr: "shortfall", phase: "actual", stat: "count"}
	if k+1 < len(r.items) && r.items[k+1].first == it.last && isSeats(r.items[k+1].c().body) {
		m.body = r.items[k+1].c().body
	}
	if !isSeats(m.body) {
		m.body = "committee"
	}
	r.put(r.zeroFact(not, it.last, m, r.s.place, first(level, r.zeroLevel(m.body, ""))))
	return true
}

// negatedUnits returns the token of "không" where item k stands behind "không …
// nào", -1 for none.
func (r *reader) negatedUnits(k int) int32 {
	i := r.items[k].first - 1
	if k > 0 && r.items[k-1].last == r.items[k].first && r.items[k-1].c().link != "" { // "nào để thiếu"
		i = r.items[k-1].first - 1
	}
	if i <= r.first || r.t.Word(i) != "nào" {
		return -1
	}
	for j := i - 1; j >= r.first && j >= i-10; j-- {
		if w := r.t.Word(j); strings.EqualFold(w, "không") || strings.EqualFold(w, "chưa") {
			return j
		}
	}
	return -1
}

// anyBehind reports whether "nào" stands within three words from token i.
func (r *reader) anyBehind(i int32) bool {
	for j := i; j < min(i+5, r.last); j++ {
		if r.t.Word(j) == "nào" {
			return true
		}
	}
	return false
}

// lack emits the zero of the attribute at item k, said by a range of tokens.
func (r *reader) lack(k int, from, to int32) bool { return r.lackOf(k, "", from, to) }

// lackOf is lack of a body that is named behind the attribute.
func (r *reader) lackOf(k int, body string, from, to int32) bool {
	for j := k - 1; j >= 0 && body == ""; j-- {
		if c := r.items[j].c(); c.use != "actor" && (isSeats(c.body) || c.body == "delegate") {
			body = c.body
		}
	}
	body = first(body, r.s.lead, r.s.body)
	if body == "" {
		if o := r.only(); o != nil {
			body = o.body
		}
	}
	if !isSeats(body) && body != "delegate" {
		return false
	}
	g := &group{at: k, end: k, left: k, right: k + 1, headAt: -1, main: &figure{}}
	m := measure{phase: "actual", stat: "count", body: body}
	begin := k
	if r.items[k].band != "" && k >= 2 && r.items[k-1].mark == '(' && r.items[k-2].c().attr == "young" {
		begin = k - 2
	}
	m.attr, m.qual, _ = r.settle(g, r.scan(begin, k+1))
	r.put(r.zeroFact(from, to, m, r.s.place, r.zeroLevel(m.body, "")))
	return true
}

// zeroLevel is the level of a zero of which none is stated.
func (r *reader) zeroLevel(body, stated string) string {
	if body == r.s.levelOf {
		stated = first(stated, r.s.bodyLvl)
	}
	return first(stated, r.s.level, r.t.Identity.Level)
}

// noneOf reports whether item k is a post that nobody of a kind has: "không bí thư
// nào là nữ".
func (r *reader) noneOf(k int) bool {
	it := &r.items[k]
	return it.c().use == "counted" && isSeats(it.c().body) && it.first > r.first && strings.EqualFold(r.t.Word(it.first-1), "không") &&
		it.last < r.last && r.t.Word(it.last) == "nào"
}

// without returns the body that item k says has none: "Ban Thường vụ Huyện ủy
// không có …".
func (r *reader) without(k int) string {
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		c := r.items[j].c()
		if c.body != "" && c.use == "body" {
			return c.body
		}
		if c.use != "actor" && r.items[j].place == "" && !c.org && c.link != "filler" {
			break
		}
	}
	return ""
}

// countedBefore reports whether the units without are counted: "3 đơn vị không
// có …" is a figure of units, which are not named here.
func (r *reader) countedBefore(k int) bool {
	if k < 2 || r.items[k-2].fig == nil {
		return false
	}
	c := r.items[k-1].c()
	if gap := r.items[k].first - r.items[k-1].last; gap > 0 && (gap > 2 || !c.org) {
		return false // "9 chi bộ cơ quan không có nữ"
	}
	return c.org || c.strength == "weak" && c.level == "grassroots"
}

// countedBehind reports whether item k is of a label whose figure stands behind it.
func (r *reader) countedBehind(k int) bool {
	for i := range r.groups {
		if g := &r.groups[i]; g.at > k {
			at, _ := r.labelWithout(g)
			return at == k
		}
	}
	return false
}

// labelWithout returns the item of "không có" and the words from there in a label that
// counts the units which have none of something, -1 for none: "Số xã không có nữ trong
// cấp ủy: 12/45".
func (r *reader) labelWithout(g *group) (int, string) {
	if g.at == 0 || g.main.percent {
		return -1, ""
	}
	last := &r.items[g.at-1]
	if last.mark != ':' && !(last.c().link == "copula" && r.t.Word(last.first) == "là") {
		return -1, ""
	}
	for k := g.at - 2; k > 0; k-- {
		it, unit := &r.items[k], &r.items[k-1]
		switch l := it.c().link; {
		case it.fig != nil, it.mark != 0:
			return -1, ""
		case l != "zero" && l != "zerosoft":
		case unit.c().org && unit.last == it.first && r.summed(unit.first):
			return k, r.clean(it.first, last.first)
		default:
			return -1, ""
		}
	}
	return -1, ""
}

// unitsWithout is the level of the units that have none: "Cấp ủy các huyện không
// có …".
func (r *reader) unitsWithout(k int) string {
	if k > 0 && r.items[k-1].c().org && r.items[k-1].last == r.items[k].first {
		return r.levelWord(k - 1)
	}
	return ""
}

// severalUnits reports whether item k is said of units in the plural: "Những đảng bộ
// không có …".
func (r *reader) severalUnits(k int) bool {
	if k == 0 || !r.items[k-1].c().org || r.items[k-1].last != r.items[k].first || r.items[k-1].first == r.first {
		return false
	}
	switch r.t.Fold(r.items[k-1].first - 1) {
	case "các", "những", "số":
		return true
	}
	return false
}

// unitBefore reports whether a unit is named right before item k.
func (r *reader) unitBefore(k int) bool {
	return k > 0 && r.items[k-1].place != "" && r.items[k].first-r.items[k-1].last <= 1
}

// zero emits one row for each unit named before or, in brackets, behind.
func (r *reader) zero(k, end int, m measure) {
	var places []int
	for j := k - 1; j >= 0 && r.items[j].mark != ';'; j-- {
		if r.items[j].place != "" {
			places = append(places, j)
		}
	}
	for j := 0; len(places) == 0 && j < min(3, k); j++ {
		if r.items[j].place != "" && r.t.Is(r.items[j].last, ':') && r.organisationPlace(j) {
			places = append(places, j) // "Đảng bộ xã X: 32 đảng viên dự; bầu 5 đồng chí, không có nữ"
		}
	}
	if len(places) == 0 && end < len(r.items) && r.items[end].mark == '(' {
		for j := end + 1; j < len(r.items) && r.items[j].mark != ')'; j++ {
			if r.items[j].place != "" {
				places = append(places, j)
			}
		}
	}
	units := r.unitsWithout(k)
	emit := func(place, level string) {
		r.put(r.zeroFact(r.items[k].first, r.items[k].last, m, place, first(level, units, r.s.level, r.t.Identity.Level)))
	}
	if len(places) == 0 {
		if names := r.namesAhead(k); len(names) > 0 {
			for _, name := range slices.Backward(names) {
				emit(name, first(units, r.s.stated, r.below()))
			}
			return
		}
		emit(r.s.place, r.s.placeLvl)
		return
	}
	for _, at := range slices.Backward(places) {
		it := &r.items[at]
		if r.own(it.place) {
			emit("", "")
			continue
		}
		emit(it.place, it.placeLevel)
		kind := kindWord(it.place)
		for name := range r.namesBehind(it.last, r.items[k].first) {
			emit(kind+name, it.placeLevel)
		}
	}
}

// kindWord returns the words before the name of a unit with their space, which hold
// for the names behind it as well: "các xã Thu Cúc, Lai Đồng".
func kindWord(place string) string {
	i := strings.IndexFunc(place, unicode.IsUpper)
	if i <= 0 {
		return ""
	}
	return place[:i]
}

// namesAhead returns the units that are named without type words right before item
// k, the last first: "Đồng Văn, Yên Minh không có nữ …".
func (r *reader) namesAhead(k int) []string {
	var out []string
	j := k - 1
	last := r.items[k].first
	if last > r.first && r.t.Is(last-1, ',') {
		last-- // "… là A, B và C, mỗi nơi thiếu 1"
	}
	for i := last; ; {
		from := i
		for from > r.first && r.t.Tokens[from-1].Kind == scan.Word && r.t.Tokens[from-1].Upper && !r.t.Tokens[from-1].AllUpper && i-from < 4 {
			from--
		}
		for j >= 0 && r.items[j].first >= i {
			j--
		}
		if i-from < 2 || j >= 0 && r.items[j].last > from {
			return nil // no name, or words that mean something
		}
		out = append(out, r.t.String(from, i))
		if from == r.first {
			return out
		}
		switch {
		case r.t.Is(from-1, ','), r.t.Word(from-1) == "và":
			if from-2 < r.first || !r.t.Tokens[from-2].Upper {
				return out
			}
			i = from - 1
		case r.t.Is(from-1, ';'), r.t.Is(from-1, ':'), r.t.Is(from-1, '-'), r.t.Word(from-1) == "là", r.t.Word(from-1) == "gồm":
			return out
		default:
			return nil
		}
	}
}

// zeroFact makes the row of a zero that a range of tokens says in words.
func (r *reader) zeroFact(from, to int32, m measure, place, level string) report.Fact {
	f := report.Fact{Table: "measures", Rule: r.x.id, Span: r.t.Span(from, to), Fields: r.t.Room(12)}
	for _, c := range [][2]string{{"body", m.body}, {"attribute", m.attr}, {"phase", m.phase}, {"stat", "count"}, {"qualifier", m.qual}, {"place", place}, {"level", level}, {"bound", "eq"}} {
		f.Set(c[0], report.Text(c[1]))
	}
	f.Set("value", report.Number(0))
	f.Set("worded_zero", report.Bool(true))
	if day := first2(first2(r.s.asOf, r.d.headAsOf), r.d.asOf); !day.IsZero() && m.phase == "actual" {
		f.Set("as_of", report.Day(day))
	}
	f.Derived = "value: " + r.t.String(from, to)
	return f
}

// first2 is the first of two days that is one.
func first2(a, b report.Date) report.Date {
	if a.IsZero() {
		return b
	}
	return a
}

// unitsNamed emits the zeros of units that are counted before item k and named
// behind: "3 đơn vị không có nữ trong Ban Thường vụ, gồm: A, B và C". Where the
// names are the items of a list below, they get theirs as they come.
func (r *reader) unitsNamed(k, end int, m measure) {
	i := r.listStart(end)
	if i < 0 {
		return
	}
	c := zeroList{measure: m, level: first(r.unitsWithout(k), r.below()), from: r.items[k].first, to: r.items[k].last}
	if i >= r.last {
		r.d.zeros = &c
		return
	}
	for name, level := range r.unitNames(i) {
		r.put(r.zeroFact(c.from, c.to, m, name, first(level, c.level)))
	}
}

// zeroList is what units named in a list below have none of.
type zeroList struct {
	measure
	level    string
	from, to int32
}

// listStart returns the token at which names begin behind a clause that ends
// before an item, the end of the sentence for a list below, -1 for none.
func (r *reader) listStart(end int) int32 {
	if end >= len(r.items) {
		return -1
	}
	i := r.items[end].first
	if r.t.Is(i, ',') && end+1 < len(r.items) && r.items[end+1].c().link == "copula" {
		i = r.items[end+1].first
	}
	switch {
	case r.t.Is(i, ':'), r.t.Is(i, '('):
		i++
	case r.t.Word(i) == "gồm", r.t.Word(i) == "là", r.t.Word(i) == "như", r.t.Word(i) == "bao":
		i++
		if r.t.Word(i) == "gồm" || r.t.Word(i) == "có" || r.t.Word(i) == "các" {
			i++
		}
		if r.t.Is(i, ':') {
			i++
		}
	default:
		return -1
	}
	return i
}

// listFollows reports whether names stand behind the copula at item k.
func (r *reader) listFollows(k int) bool {
	i := r.listStart(k)
	return i >= 0 && i < r.last && r.t.Tokens[i].Kind == scan.Word && (r.t.Tokens[i].Upper || r.t.Is(i-1, ':') || r.placeFrom(i))
}

// placeFrom reports whether a unit is named from token i on.
func (r *reader) placeFrom(i int32) bool {
	for k := range r.items {
		if r.items[k].first >= i {
			return r.items[k].place != "" && r.items[k].first == i
		}
	}
	return false
}

// unitNames yields the units of a list that begins at token i, with the level
// that their type words say: "xã Thu Cúc, Đảng bộ xã Lai Đồng và Mường Kim".
func (r *reader) unitNames(i int32) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		k := 0
		for i < r.last {
			for k < len(r.items) && r.items[k].first < i {
				k++
			}
			if k+1 < len(r.items) && r.items[k].first == i && r.items[k].c().org && r.items[k+1].first == r.items[k].last {
				i = r.items[k].last
				k++
			}
			name, level := "", ""
			if k < len(r.items) && r.items[k].first == i && r.items[k].place != "" {
				name, level = r.items[k].place, r.items[k].placeLevel
				i = r.items[k].last
			} else {
				from := i
				for i < r.last && i-from < 4 && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper && (i == from || r.t.Tokens[i].Space) {
					i++
				}
				if i-from < 2 {
					return
				}
				name = r.t.String(from, i)
			}
			if !yield(name, level) || i >= r.last || !r.t.Is(i, ',') && !r.t.Is(i, ';') && r.t.Word(i) != "và" {
				return
			}
			i++
		}
	}
}

// listedZero emits the zero of a unit that is an item of a list of those without.
// It reports whether the sentence is one.
func (r *reader) listedZero() bool {
	c := r.d.zeros
	if c == nil {
		return false
	}
	if r.labelled == 0 || len(r.figs) > 0 {
		r.d.zeros = nil
		return false
	}
	found := false
	for name, level := range r.unitNames(r.firstWord()) {
		r.put(r.zeroFact(r.firstWord(), r.last, c.measure, name, first(level, c.level)))
		found = true
	}
	return found
}

// namesBehind yields the names that go on a row of units without their type
// word: "Huyện Cầu Kè, Trà Cú và Càng Long".
func (r *reader) namesBehind(i, stop int32) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i < stop && (r.t.Is(i, ',') || r.t.Word(i) == "và") {
			first := i + 1
			i = first
			for i < stop && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper {
				i++
			}
			if i-first < 2 || i-first > 4 || !yield(r.t.String(first, i)) {
				return
			}
		}
	}
}
