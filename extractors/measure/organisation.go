package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// organisation resolves figures of Party organisations and of the units whose
// they are.
func (r *reader) organisation(i int, m *measure) bool {
	g := &r.groups[i]
	s := &r.s
	*m = measure{body: "organization", stat: "count", phase: r.due(g), level: g.level}
	if !g.head.party && r.guests() {
		return false
	}
	if w := r.t.Fold(g.main.first - 1); i > 0 && g.head.party && !g.main.percent && (w == "từ" || (w == "ở" || w == "tại") && r.t.Fold(g.main.first-2) == "bầu") && r.groups[i-1].body() == "delegate" && r.over(r.items[g.end-1].last) {
		m.attr = "total" // "182 đại biểu được bầu từ 44 chi, đảng bộ": all that there are
		return true
	}
	if r.reporting(g) || r.mentioned(g) {
		return false
	}
	if r.postsOfUnits(g, m) {
		return true
	}
	if g.head.party && !g.main.percent && r.formerUnits(g) {
		return false
	}
	if r.oneAmong(g) && !r.tellsKind(g) {
		return false
	}
	if r.wholeOf(i) {
		g.main.reason = "the whole of the next figure"
		return false
	}
	if q := r.kindHeld(g); q != "" {
		m.attr, m.qual = "other", q
		return true
	}
	if r.doneRight(g) || r.shareHeld(i) || r.raisedTo(g) {
		m.attr = "completed"
		r.closes(i, m)
		return true
	}
	if r.heldSoFar(g) {
		m.attr = "completed"
		m.level = r.d.lastHeld
		r.closes(i, m)
		return true
	}
	if i := r.items[g.end-1].last; !g.head.party && r.t.Fold(i) == "cũ" {
		return false // "cán bộ ba tỉnh cũ"
	}
	if r.foundedOrRated(g) {
		s.rated = true
		return false
	}
	if r.rest(g, m) {
		return true
	}
	if q := r.happenedAt(g); q != "" {
		m.attr, m.qual = "other", q
		return true
	}
	if g.test != "" {
		m.attr, m.qual = "meets_target", g.test
		s.done = m.attr
		return true
	}
	if _, q := r.labelWithout(g); q != "" {
		m.attr, m.qual = "other", q
		return true
	}
	if q := r.labelSays(g); q != "" {
		m.attr, m.qual = "other", q
		return true
	}
	if q := r.lackedAt(i); q != "" {
		m.attr, m.qual = "other", q
		if m.place, m.level = r.placeOf(&r.groups[i-1], false); m.place != "" {
			m.level = first(r.levelWord(g.headAt), under(m.level))
		}
		return true
	}
	if r.ofOwners(i) && r.heldBehindOwners(&r.groups[i+1]) {
		m.attr = "completed"
		r.closes(i, m)
		return true
	}
	if i > 0 && s.done == "completed" && r.ofOwners(i-1) {
		m.attr, m.undated = "total", true
		return true
	}
	if r.lists(i) {
		s.within = true
	}
	wide := g.wide
	for k := g.end; k < wide; k++ {
		c := r.items[k].c()
		if f := r.items[k].fig; f != nil && f != g.pct && !(g.main.ratio && f.first == g.main.totalAt) || c.form == "orgpilot" && r.ofOneOf(g, k) {
			break
		}
		switch c.form {
		case "org":
			if q := r.pilots(g); q != "" && !strings.Contains(strings.ToLower(r.t.String(r.items[k].first, r.items[k].last)), "đại hội") {
				m.attr, m.qual = "other", q
				break
			}
			if q := r.delayed(g, k); q != "" {
				m.attr, m.qual = "other", q
				return true
			}
			if w := r.t.Word(r.items[k].first - 1); w != "khi" && w != "để" && w != "việc" {
				m.attr = "completed"
			}
			if kind := r.kindOfCongress(k); kind != "" && (s.within || r.amongHeld(g)) {
				m.attr, m.qual = "other", kind
				return true
			}
			if w := r.t.Word(min(r.items[k].last, r.last-1)); m.attr != "" && (w == "chậm" || w == "muộn" || w == "trễ") {
				m.attr, m.qual = "other", r.told(r.items[g.end-1].last, r.untilReason(r.items[g.end-1].last, r.stop(g)))
			}
		case "orgweak":
			if q := r.pilots(g); q != "" {
				m.attr, m.qual = "other", q
			} else if r.speaksOf(k, "đại hội") || g.main.ratio || r.doneAlone(g, k) {
				m.attr = "completed"
			}
		case "orgnot":
			m.attr, m.qual = "other", r.t.String(r.items[k].first, r.notHeld(k))
		case "orgpilot":
			if k+1 < wide && r.items[k+1].c().attr == "direct_election" && r.items[k+1].first == r.items[k].last {
				continue // "9/9 đảng bộ làm điểm bầu trực tiếp bí thư"
			}
			m.attr, m.qual = "other", r.pilotWords(k)
		}
		if m.attr != "" {
			if m.attr == "completed" && r.demanded(g) {
				return false
			}
			r.closes(i, m)
			return true
		}
		if q := r.severalPosts(k); q != "" {
			if from := r.items[g.end-1].last; !r.marked(g.end, k) && g.end <= k {
				q = r.told(r.predicateFrom(from, r.items[k].first), r.items[k].first)
				q = strings.TrimSpace(q + " " + r.severalPosts(k))
			}
			m.attr, m.qual = "other", withoutCongress(q)
			return true
		}
		if c.attr == "direct_election" && (c.qual == "secretary" || s.body == "secretary" || r.secretaryNext(k)) {
			*m = measure{body: "secretary", attr: "direct_election", stat: "count"}
			return true
		}
		if r.items[k].mark == ',' && k > g.end+6 {
			break
		}
	}
	if r.heldBehind(g) || r.congressEnds(g) {
		m.attr = "completed"
		r.closes(i, m)
		return true
	}
	if attr := r.ofSecretaries(g); attr != "" {
		*m = measure{body: "secretary", attr: attr, stat: "count", level: first(r.levelOf(g), r.d.counted(g.main.value), r.unitsCounted(g), r.below())}
		return true
	}
	if g.head.party && !g.main.percent && r.elects(g) {
		if i+1 < len(r.groups) {
			r.groups[i+1].left = g.left
		}
		return false
	}
	if r.target(i, m) {
		return true
	}
	for k := g.at - 1; k >= g.left; k-- {
		f := r.items[k].c().form
		if q := r.severalPosts(k); q != "" && !r.split(k, g.at) {
			m.attr, m.qual = "other", withoutCongress(q)
			return true
		}
		if c := r.items[k].c(); c.attr == "direct_election" && (c.qual == "secretary" || r.secretaryNext(k)) && !r.split(k, g.at) {
			*m = measure{body: "secretary", attr: "direct_election", stat: "count"}
			return true
		}
		if f == "orgpilot" && !r.marked(k+1, g.at) {
			m.attr, m.qual = "other", r.pilotWords(k)
			return true
		}
		if f == "orgnot" && (g.headAt < g.at && g.headAt >= 0 || k == 0 && g.at == 2 && r.items[1].mark == ':') {
			m.attr, m.qual = "other", r.t.String(r.items[k].first, r.items[k].last)
			return true
		}
		if (f == "org" || f == "orgweak" && r.items[g.at-1].c().link == "copula" && r.t.Fold(r.items[g.at-1].first) == "với" && r.speaksOf(k, "đại hội")) && r.items[k].mark == 0 && !r.atTheTime(k) {
			m.attr = "completed"
			s.done = "completed"
			return true
		}
	}
	if a := r.later(i); a.attr != "" {
		*m = a
		return true
	}
	if s.within && s.done == "completed" && g.head.party {
		m.attr, m.qual = "other", r.kindOf(g)
		if r.someHeld(i) {
			m.attr = "completed" // those of a kind that have held theirs; where all have, a kind is counted
		}
		return true
	}
	if q := r.whoHolds(g); q != "" {
		m.attr, m.qual = "other", q
		return true
	}
	return r.organisations(i, m)
}

// reporting reports whether organisations are those from which data came: "Tổng hợp số liệu
// từ 14 đảng bộ gửi về".
func (r *reader) reporting(g *group) bool {
	i := g.main.first - 1
	if i < r.first+2 || r.t.Fold(i) != "từ" {
		return false
	}
	switch r.t.Fold(i-2) + " " + r.t.Fold(i-1) {
	case "số liệu", "báo cáo", "tổng hợp":
		return true
	}
	return false
}

// mentioned reports whether organisations are only those of which was told before: "Với 8 đảng bộ nêu trên".
func (r *reader) mentioned(g *group) bool {
	if g.headAt < 0 {
		return false
	}
	switch i := r.items[g.headAt].last; r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "nêu trên", "nêu tại", "nói trên", "kể trên", "trên đây", "vừa nêu":
		return true
	}
	return false
}

// pilotWords returns what is said of organisations whose congresses were pilots: "tổ chức đại hội
// điểm", "đại hội điểm", "làm điểm".
func (r *reader) pilotWords(k int) string {
	it := &r.items[k]
	q := strings.ToLower(r.t.String(it.first, it.last))
	if (q == "làm điểm" || q == "làm thí điểm") && it.first >= r.first+2 && r.t.Fold(it.first-1) == "chọn" && r.t.Fold(it.first-2) == "được" {
		return "được chọn " + q
	}
	if q != "tổ chức đại hội điểm" && strings.Contains(q, "đại hội điểm") {
		return "đại hội điểm"
	}
	return q
}

// pilotHeld reads congresses held to try them out, where "điểm" stands behind words for congresses that were held: "đã đại hội
// điểm", "hoàn thành đại hội điểm". Their words begin with the congress.
func (r *reader) pilotHeld(h scan.Hit) int32 {
	first := h.First
	for i := h.First; i < h.Last; i++ {
		if w := r.t.Word(i); w == "ĐH" || strings.EqualFold(w, "đại") {
			first = i
			break
		}
	}
	r.items = append(r.items, item{first: first, last: h.Last + 1, cue: &pilot})
	return h.Last + 1
}

// pilot is what is said of organisations whose congresses were pilots.
var pilot = cue{attr: "other", form: "orgpilot"}

// heldAsPilots returns what is said of organisations that have all held their congresses, where they are those chosen for pilots
// and told before in as many, "" where they are not: "chọn 57/916 tổ chức cơ sở đảng đại hội điểm. Đến 31/3, 57/57 đơn vị đã đại
// hội xong".
func (r *reader) heldAsPilots(g *group) string {
	if r.d.pilots < 2 || g.main.value != r.d.pilots || !g.main.ratio || g.main.total != g.main.value || g.head == nil || r.levelWord(g.headAt) != "" {
		return ""
	}
	for k := g.end; k < g.wide; k++ {
		if it := &r.items[k]; it.c().form == "org" {
			first := it.first
			if r.t.Fold(first) == "đã" {
				first++
			}
			return strings.ToLower(r.t.String(first, it.last))
		}
	}
	return ""
}

// isPilot reports whether words say that congresses were pilots.
func isPilot(q string) bool { return strings.HasSuffix(q, "điểm") }

// atTheTime reports whether the congress at item k only says when: "Tính đến thời điểm tổ chức
// Đại hội", "Trước khi tổ chức đại hội".
func (r *reader) atTheTime(k int) bool {
	i := r.items[k].first - 1
	if i < r.first {
		return false
	}
	switch r.t.Fold(i) {
	case "điểm", "khi", "trước", "sau", "để", "việc":
		return true
	}
	return false
}

// delayed returns what is said of organisations whose congresses are put off or still to come:
// "phải lùi thời gian tổ chức đại hội", "sẽ tổ chức đại hội trong tháng 9"; "" where the verb
// at item k tells that they were held.
func (r *reader) delayed(g *group, k int) string {
	from := r.items[g.end-1].last
	if from >= r.items[k].first || r.items[k].first-from > farOff || r.t.Identity.Type == "plan" {
		return ""
	}
	if r.s.sticky == "planned" && g.main.ratio {
		return "" // "Theo kế hoạch, đến ngày 31/10, 68/68 đảng bộ sẽ tổ chức đại hội xong"
	}
	late := false
	for i := from; i < r.items[k].first; i++ {
		switch r.t.Fold(i) {
		case "lùi", "hoãn", "dời", "sẽ", "gia", "tạm", "dừng", "xin":
			late = true
		}
		if r.t.Tokens[i].Kind != scan.Word {
			return ""
		}
	}
	if !late {
		return ""
	}
	switch r.t.Fold(from) {
	case "nữa", "khác":
		from++
	case "của", "trong", "thuộc", "ở": // "6 đảng bộ của Nam Định sẽ tổ chức đại hội"
		for from < r.items[k].first && !predicates[r.t.Word(from)] {
			from++
		}
	}
	return r.told(from, r.items[k].last)
}

// labelSays returns what the label before a figure says of the organisations that it counts,
// whose noun stands on both sides of the colon: "Số đơn vị bầu thiếu cấp ủy viên: 3 đơn vị".
func (r *reader) labelSays(g *group) string {
	k := g.at - 1
	if k < 1 || r.items[k].mark != ':' || g.headAt < 0 || g.main.percent {
		return ""
	}
	noun := r.t.String(r.items[g.headAt].first, r.items[g.headAt].last)
	for j := k - 1; j >= 0 && r.items[j].mark == 0 && r.items[j].fig == nil; j-- {
		it := &r.items[j]
		if !it.c().org || !strings.EqualFold(r.t.String(it.first, it.last), noun) {
			continue
		}
		from := it.last
		if !predicates[r.t.Word(from)] || r.items[k].first-from < 2 {
			return ""
		}
		for n := j + 1; n < k; n++ {
			if f := r.items[n].c().form; f == "org" || f == "orgweak" || f == "orgpilot" || r.items[n].c().attr == "direct_election" {
				return ""
			}
		}
		return r.told(from, r.items[k].first)
	}
	return ""
}

// lackedAt returns the words for what is lacking in as many organisations as a figure
// counts, "" where nothing is: "bầu thiếu 31 cấp ủy viên ở 24 đơn vị", "còn khuyết 12
// ủy viên, rơi vào 9 đảng bộ". What is told of them behind the figure goes before.
func (r *reader) lackedAt(i int) string {
	g := &r.groups[i]
	if i == 0 || g.main.percent || g.main.ratio || g.main.first < r.first+2 {
		return ""
	}
	p := &r.groups[i-1]
	switch r.t.Fold(g.main.first - 1) {
	case "ở", "tại", "vào", "thuộc":
	default:
		return ""
	}
	from := r.items[p.end-1].last
	if from > g.main.first || g.main.first-from > farOff || r.cutOff(from, g.main.first) || !r.over(r.items[g.end-1].last) {
		return ""
	}
	for k := p.at - 1; k >= p.left; k-- {
		it := &r.items[k]
		if it.mark == ';' || it.fig != nil {
			return ""
		}
		if it.c().attr == "shortfall" {
			first := it.first
			if r.t.Fold(first-1) == "còn" && first > r.first {
				first--
			}
			return r.t.String(first, it.last)
		}
	}
	return ""
}

// farOff is how many tokens may stand between what is lacking and where: ", tập trung
// chủ yếu ở".
const farOff = 7

// cutOff reports whether a mark that ends a clause stands in a range of tokens.
func (r *reader) cutOff(first, last int32) bool {
	for i := first; i < last; i++ {
		if r.t.Is(i, ';') || r.t.Is(i, ':') || r.t.Is(i, '(') {
			return true
		}
	}
	return false
}

// over reports whether a clause ends at token i, or goes on with a mark or a kind of
// units.
func (r *reader) over(i int32) bool {
	if end := r.kindAt(i); end > i {
		i = end
	}
	return i >= r.last || r.t.Tokens[i].Kind == scan.Punct || r.t.Fold(i) == "so" || r.t.Fold(i) == "và"
}

// ofOneOf reports whether item k is said of one organisation of those counted: "19 đảng
// bộ …, trong đó Đảng bộ huyện X đại hội điểm".
func (r *reader) ofOneOf(g *group, k int) bool {
	within := false
	for j := g.end; j < k; j++ {
		within = within || r.items[j].c().link == "within"
		if within && r.items[j].place != "" {
			return true
		}
	}
	return false
}

// pilots returns the words for congresses held to try them out with which the sentence began,
// "" where it did not: "Đại hội điểm tại 3 đảng bộ huyện và 38 đảng bộ cơ sở đã hoàn thành".
func (r *reader) pilots(g *group) string {
	for k := 0; k < g.at; k++ {
		if r.items[k].mark == '(' { // what a bracket says besides
			for j := k; j < g.at; j++ {
				if r.items[j].mark == ')' {
					k = j
					break
				}
			}
		}
		if r.items[k].c().form == "orgpilot" {
			return r.pilotWords(k)
		}
	}
	return ""
}

// guests reports whether a sentence lists who attends: "Dự đại hội có … Thường trực
// Huyện ủy 5 huyện".
func (r *reader) guests() bool {
	for i := r.first; i < min(r.first+2, r.last); i++ {
		if strings.EqualFold(r.t.Word(i), "dự") {
			return i+1 < r.last && r.t.Word(i+1) != "kiến"
		}
	}
	return false
}

// ofSecretaries returns what is said of the secretaries of the organisations counted: that
// they hold a State post too, "Ở 05 đảng bộ, bí thư đồng thời là chủ tịch", or that the congress
// elected them, "Tại 41 đảng bộ, bí thư được bầu trực tiếp"; "" for nothing.
func (r *reader) ofSecretaries(g *group) string {
	secretary := false
	for k := g.end; k < g.wide && k < len(r.items); k++ {
		c := r.items[k].c()
		switch {
		case r.items[k].fig != nil:
			return ""
		case c.body == "secretary":
			secretary = true
		case secretary && (c.attr == "concurrent" || c.attr == "direct_election"):
			return c.attr
		}
	}
	return ""
}

// unitsCounted is the level of the units that were counted before those of a figure whose noun
// has none: "Có 225 xã, phường thì 198 nơi …".
func (r *reader) unitsCounted(g *group) string {
	for k := g.at - 1; k > 0; k-- {
		if it := &r.items[k]; it.c().org && r.items[k-1].fig != nil && r.items[k-1].last == it.first && r.items[k-1].fig.value >= g.main.value {
			return r.levelWord(k)
		}
	}
	return ""
}

// elects reports whether the organisations counted elect somebody: "13 đảng bộ
// bầu 467 ủy viên".
func (r *reader) elects(g *group) bool {
	if g.end >= len(r.items) || r.items[g.end].first != r.items[g.headAt].last {
		return false
	}
	c := r.items[g.end].c()
	if k := g.end + 2; c.link == "copula" && r.t.Fold(r.items[g.end].first) == "có" && k+1 < len(r.items) && r.items[k+1].c().body != "party_member" && r.items[k-1].c().form == "count" && r.items[k-1].first == r.items[g.end].last && r.items[k].fig != nil {
		return true // "135 đảng bộ xã, phường có tổng số 3.890 ủy viên"
	}
	verb := c.reach == "verb" || c.phase == "actual" && strings.Contains(strings.ToLower(r.t.String(r.items[g.end].first, r.items[g.end].last)), "bầu")
	return verb && g.end+1 < len(r.items) && (r.items[g.end+1].fig != nil || r.items[g.end+1].c().bound != "") && r.t.Word(r.items[g.end+1].last) != "lần"
}

// demanded reports whether the clause of a figure asks for something still to be
// done. What stands behind a semicolon is of other figures: "14/14 đảng bộ hoàn
// thành đại hội; 2 đơn vị phải bầu 2 lần".
func (r *reader) demanded(g *group) bool {
	first, last := g.main.first, g.main.last
	for first > r.first && !r.t.Is(first-1, ';') {
		first--
	}
	for last < r.last && !r.t.Is(last, ';') {
		last++
	}
	for i := first; i < last; i++ {
		switch r.t.Word(i) {
		case "khẩn", "đề", "phải":
			if w := r.t.Word(i) + " " + r.t.Word(min(i+1, last-1)); w == "khẩn trương" || w == "đề nghị" || r.t.Word(i) == "phải" {
				return true
			}
		}
	}
	return false
}

// speaksOf reports whether a word stands in the clause of item k, within
// fourteen tokens before it or eight behind.
func (r *reader) speaksOf(k int, word string) bool {
	first, last := max(r.first, r.items[k].first-14), min(r.last, r.items[k].last+8)
	return strings.Contains(strings.ToLower(r.t.String(first, last)), word)
}

// organisations resolves plain counts: how many organisations there are.
func (r *reader) organisations(i int, m *measure) bool {
	g := &r.groups[i]
	if g.main.percent {
		return false
	}
	if r.aside(g) {
		r.lend(i)
		return false
	}
	if r.s.org.attr == "direct_election" && !g.head.party && g.left < g.at && (r.levelBegins(g) || r.nowBefore(g)) {
		*m = r.s.org // "119 xã bầu trực tiếp bí thư; cấp huyện có 2 đơn vị"
		m.level, m.phase = first(r.levelOf(g), m.level), r.due(g)
		return true
	}
	if r.bidden(g) {
		return false
	}
	if i := r.items[g.end-1].last; i < r.last && !g.main.ratio && lateWords[r.t.Fold(i)] && (r.over(i+1) && r.t.Fold(i+1) != "so" || r.t.Fold(i+1) == "do" || r.t.Fold(i+1) == "vì") {
		m.attr, m.qual = "other", r.t.String(i, i+1) // "hai chi bộ chậm vì thiếu người"
		return true
	}
	if q := r.property(g); q != "" {
		if strings.HasPrefix(q, "đại hội") && !r.late(q) && !strings.HasPrefix(q, "đại hội toàn thể") && q != "đại hội đảng viên" && q != "đại hội đại biểu" {
			m.attr = "completed"
			r.closes(0, m)
			return true
		}
		m.attr, m.qual = "other", q
		return true
	}
	if !g.head.party {
		if g.main.ratio && r.items[max(g.at-1, 0)].mark == ':' && r.speaksOf(g.at, "đại hội") {
			m.attr = "completed" // "Tiến độ đại hội cơ sở đến 20/5: 39/58 đơn vị"
			r.closes(i, m)
			return true
		}
		return false
	}
	if r.s.within && r.s.whole > 0 && g.main.value > r.s.whole {
		r.s.within = false // a part is no larger than its whole: the list of kinds is over
	}
	if (r.s.parts || r.s.done == "completed" || r.inBracketOfOrganisations(i)) && (r.parted(g) || r.s.within || r.closing(g) >= 0) && g.head.level != "cell" {
		m.attr, m.qual = "other", r.kindOf(g)
		return true
	}
	word := strings.ToLower(r.t.String(r.items[g.headAt].first, r.items[g.headAt].last))
	if strings.HasPrefix(word, "đại hội") {
		if word == "đại hội đại biểu" && r.speaksOf(g.headAt, "toàn thể") {
			m.attr, m.qual = "other", word
			return true
		}
		return false
	}
	from, stop := r.said(g)
	if q := r.told(from, stop); q != "" && r.acted(g) {
		m.attr, m.qual = "other", q
		return true
	}
	if r.s.done == "completed" && g.main.ratio {
		m.attr = "completed"
		r.closes(i, m)
		return true
	}
	if r.d.done[g.main.value] || r.demanded(g) {
		return false
	}
	if p := r.beforeBracket(i); r.closing(g) >= 0 && p != nil && p.head != nil && p.head.head == "person" {
		return false // "3 bí thư không trúng cử (1 xã, 2 chi bộ doanh nghiệp)"
	}
	if g.main.ratio && r.d.done != nil {
		m.attr = "completed" // "cấp trên trực tiếp cơ sở: 2/19 đảng bộ", in a list of progress
		r.closes(i, m)
		return true
	}
	if g.main.ratio && r.over(r.items[g.end-1].last) && r.congressList() {
		m.attr = "completed" // "- 19/19 đảng bộ.", in a list of congresses
		r.closes(i, m)
		return true
	}
	if r.ofAKind(i) {
		m.attr, m.qual = "other", r.kindOf(g)
		return true
	}
	m.attr = "total"
	r.s.parts, r.s.done, r.s.whole = true, "total", g.main.value
	return true
}

// congressList reports whether a list or section on congresses of one level holds for a sentence.
func (r *reader) congressList() bool { return r.labelled > 0 && r.d.level != "" && r.s.attr == "" }

// bidden reports whether organisations are told to do something: "chỉ đạo 148 đảng bộ chuẩn bị
// nhân sự", "hướng dẫn 12 đảng bộ hoàn thiện văn kiện".
func (r *reader) bidden(g *group) bool {
	i := g.main.first
	if i < r.first+2 || g.main.percent {
		return false
	}
	switch r.t.Fold(i-2) + " " + r.t.Fold(i-1) {
	case "chỉ đạo", "hướng dẫn", "yêu cầu", "đề nghị", "đôn đốc", "giao cho":
		return true
	}
	return false
}

// levelBegins reports whether a level begins the part of a sentence in which a figure stands.
func (r *reader) levelBegins(g *group) bool {
	k := g.left
	if r.items[k].mark != 0 {
		k++
	}
	return k < g.at && r.items[k].c().strength == "strong"
}

// foundedOrRated reports whether organisations were founded, inspected or graded, which is no
// outcome of a congress: "thành lập mới 12 tổ chức đảng", "265 chi bộ hoàn thành tốt nhiệm vụ".
func (r *reader) foundedOrRated(g *group) bool {
	for i := g.main.first - 1; i > r.first && i >= g.main.first-3; i-- {
		switch r.t.Fold(i-1) + " " + r.t.Fold(i) {
		case "lập mới", "giải thể", "sáp nhập", "kiểm tra", "giám sát", "kiện toàn", "xếp loại", "khen thưởng", "biểu dương", "kỉ luật", "củng cố":
			return true
		}
	}
	i := r.items[g.end-1].last
	if w := r.t.Fold(i); w == "đã" || w == "được" || w == "đều" {
		i++
	}
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "đạt chuẩn", "hoàn thành":
		return r.t.Fold(i) == "đạt" || r.finishesOther(i+2) || r.t.Fold(i+2) == "xuất" || r.t.Fold(i+2) == "tốt" || r.t.Fold(i+2) == "nhiệm"
	case "xếp loại", "trong sạch", "đạt trong", "đánh giá":
		return true
	}
	return false
}

// bodyLacked lets the body that organisations did not fill hold for the number that follows: "3 đơn
// vị không bầu đủ ban thường vụ, thiếu 4 đồng chí".
func (r *reader) bodyLacked(g *group) {
	short := false
	for k := g.end; k < g.right; k++ {
		c := r.items[k].c()
		short = short || c.attr == "shortfall"
		if short && isSeats(c.body) && c.use == "body" {
			r.s.body, r.s.central, r.s.carried = c.body, c.central, false
		}
	}
}

// inBracketOfOrganisations reports whether a figure stands in the bracket behind organisations
// that were counted, which says of what kinds they are.
func (r *reader) inBracketOfOrganisations(i int) bool {
	if r.closing(&r.groups[i]) < 0 {
		return false
	}
	before := r.beforeBracket(i)
	return before != nil && before.head != nil && before.head.org
}

// beforeBracket returns the group before the bracket in which group i stands, nil for none.
func (r *reader) beforeBracket(i int) *group {
	k := r.groups[i].at - 1
	for k >= 0 && r.items[k].mark != '(' {
		k--
	}
	for i--; i >= 0; i-- {
		if g := &r.groups[i]; g.at < k {
			return g
		}
	}
	return nil
}

// lend gives the words before organisations that only say where to the figure
// behind them: "Tổng số cấp ủy viên ở 533 đơn vị là 5.120 đồng chí".
func (r *reader) lend(i int) {
	g := &r.groups[i]
	if i+1 >= len(r.groups) || r.marked(g.end, r.groups[i+1].at) {
		return
	}
	r.groups[i+1].left = g.left
	if r.s.orgLevel == "" {
		r.s.orgLevel = first(r.levelOf(g), r.d.counted(g.main.value), r.below())
	}
}

// parted reports whether the words before a group say that it is a part of
// the organisations just counted.
func (r *reader) parted(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if m := r.items[k].mark; m == '(' || m == ':' && k == g.left {
			r.s.within = true
			return true
		}
		if c := r.items[k].c(); c.link == "copula" && strings.HasSuffix(strings.ToLower(r.t.Word(r.items[k].first)), "m") || c.link == "within" {
			r.s.within = true
			return true
		}
	}
	return false
}

// aside reports whether organisations are only where something happened: "Ở 06
// đảng bộ, …", "Tại 02 chi bộ".
func (r *reader) aside(g *group) bool {
	if g.main.first == r.first {
		return false
	}
	if k := g.at - 1; k >= 0 && r.items[k].c().link == "copula" && k > 0 && r.items[k-1].last == r.items[k].first && r.items[k-1].c().link == "actor" && r.t.Fold(r.items[k-1].first) != "thành" {
		return true // làm việc với 16 đảng bộ
	}
	if k := g.at - 1; k > 0 && r.items[k].last == g.main.first && r.t.Word(r.items[k].first) == "của" && r.items[k-1].c().phase == "planned" && r.items[k-1].last == r.items[k].first {
		return true // "duyệt đề án nhân sự của 17 đảng bộ xã với tổng số 255 cấp ủy viên"
	}
	if k := g.at - 1; k >= 0 && r.items[k].last == g.main.first && isSeats(r.items[k].c().body) && r.items[k].c().use != "actor" && r.items[k].first == r.firstWord() {
		return true // "Ban thường vụ 15 đảng bộ: bầu 62 đồng chí"
	}
	if k := g.at - 1; k > 0 && r.items[k].last == g.main.first && r.t.Word(r.items[k].first) == "của" && isSeats(r.items[k-1].c().body) && r.items[k-1].last == r.items[k].first {
		return true // Ban thường vụ của 19 đảng bộ có 203 người
	}
	for k := g.at - 1; k >= max(0, g.at-3); k-- {
		if r.items[k].c().body == "party_member" {
			return false // 6.480 đảng viên ở 52 tổ chức cơ sở đảng
		}
		if k > 0 && isSeats(r.items[k].c().body) && r.items[k].last == g.main.first-1 && r.items[k-1].c().link == "into" {
			return false // được bầu vào cấp ủy tại 65 chi, đảng bộ
		}
	}
	switch r.t.Word(g.main.first - 1) {
	case "Ở", "Tại":
		return true
	case "ở", "tại":
		return g.main.first-1 == r.first || r.t.Word(g.main.first-2) != "hoạt" // sinh hoạt tại 48 chi bộ
	}
	return false
}

// severalPosts returns the words from item k on that say which posts are elected directly
// at a congress, where they are more than the secretary: "bầu trực tiếp bí thư, phó bí
// thư"; "" for others.
func (r *reader) severalPosts(k int) string {
	if r.items[k].c().attr != "direct_election" {
		return ""
	}
	last, others := r.items[k].last, false
	for j := k + 1; j < len(r.items) && r.items[j].first <= last+2; j++ {
		it := &r.items[j]
		switch c := it.c(); {
		case c.body == "standing_committee" || c.body == "deputy_secretary":
			others, last = true, it.last
		case c.body == "secretary":
			last = it.last
		case it.mark == ',' || c.link == "cut" || c.link == "all" || c.link == "filler":
		default:
			j = len(r.items)
		}
	}
	if !others {
		return ""
	}
	if last+2 < r.last && r.t.Fold(last) == "tại" && r.t.Fold(last+1) == "đại" && r.t.Fold(last+2) == "hội" {
		last += 3
	}
	return r.t.String(r.items[k].first, last)
}

// secretaryNext reports whether the secretary is named right behind item k, also as a post: "bầu thẳng chức danh bí thư".
func (r *reader) secretaryNext(k int) bool {
	n := k + 1
	if n+1 < len(r.items) && r.items[n].first == r.items[k].last && r.t.Fold(r.items[n].first) == "chức" {
		n++
	}
	return n < len(r.items) && r.items[n].c().body == "secretary" && r.items[n].first == r.items[n-1].last
}

// withoutCongress returns what is elected directly without the congress that elects it: "[để
// đại hội] trực tiếp bầu bí thư, phó bí thư".
func withoutCongress(q string) string {
	for _, lead := range []string{"để ", "đại hội ", "tại đại hội "} {
		if len(q) > len(lead) && strings.EqualFold(q[:len(lead)], lead) {
			q = q[len(lead):]
		}
	}
	return q
}

// nameBracket returns the item that closes a bracket without figures right behind the noun
// of organisations, which names them: "01 đơn vị (Đảng bộ Công ty Chè) hoãn"; 0 for none.
func (r *reader) nameBracket(g *group) int {
	k := g.end
	if from := r.items[g.end-1].last; k < len(r.items) && restWhere[r.t.Fold(from)] {
		for k < len(r.items) && r.items[k].mark == 0 && r.items[k].fig == nil && r.items[k].first < from+longestWhere {
			k++ // "7 đảng bộ xã ở các huyện biên giới (…) bầu thiếu"
		}
		if k >= len(r.items) || r.items[k].mark != '(' {
			return 0
		}
	} else if k >= len(r.items) || r.items[k].mark != '(' || r.items[k].first != from {
		return 0
	}
	for k++; k < len(r.items); k++ {
		switch it := &r.items[k]; {
		case it.mark == ')':
			return k
		case it.fig != nil && r.listsBracket(k):
		case it.fig != nil && !r.t.Tokens[it.first-1].Upper && r.t.Fold(it.first-1) != "số":
			return 0
		}
	}
	return 0
}

// listsBracket reports whether the figure at item k is one of a bracket that only says where how
// many of those counted are: "(Văn Yên 12, Lục Yên 9)", "(2 ở huyện Văn Yên, 1 ở huyện Trấn Yên)".
func (r *reader) listsBracket(k int) bool {
	it := &r.items[k]
	if it.fig.percent || it.fig.ratio || it.fig.ranged {
		return false
	}
	end, before := it.last, it.first-1
	where := r.t.Fold(end) == "ở" || r.t.Fold(end) == "tại" || r.t.Fold(end) == "thuộc"
	named := (r.t.Is(end, ',') || r.t.Is(end, ';') || r.t.Is(end, ')')) && (r.t.Tokens[before].Upper || r.t.Fold(before) == "khác" || r.t.Is(before, ':'))
	return where || named
}

// lateWords say of organisations, without more, that their congresses are late, folded.
var lateWords = map[string]bool{"chậm": true, "muộn": true, "trễ": true}
