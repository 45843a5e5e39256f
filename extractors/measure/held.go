package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// heldBehind reports whether organisations whose kinds a bracket counts are said behind it
// to have held their congresses: "79 đảng bộ (75 đảng bộ xã và 4 đảng bộ khác) đã đại hội".
func (r *reader) heldBehind(g *group) bool {
	k := g.end
	if k >= len(r.items) || r.items[k].mark != '(' || r.items[k].first != r.items[g.end-1].last {
		return false
	}
	kinds := false
	for ; k < len(r.items) && r.items[k].mark != ')'; k++ {
		kinds = kinds || r.items[k].c().org
	}
	for k++; kinds && k < len(r.items) && r.items[k].fig == nil && r.items[k].mark == 0; k++ {
		switch r.items[k].c().form {
		case "org":
			return true
		case "orgweak":
			return r.speaksOf(k, "đại hội") || g.main.ratio
		}
	}
	return false
}

// ofOwners reports whether the figure behind group i counts those whose organisations it counts:
// "1.315/1.318 đảng bộ cấp trên cơ sở của 66 đảng bộ trực thuộc Trung ương".
func (r *reader) ofOwners(i int) bool {
	if i+1 >= len(r.groups) || r.groups[i].head == nil || !r.groups[i].head.org || r.groups[i].headAt < 0 {
		return false
	}
	g, n := &r.groups[i], &r.groups[i+1]
	at := r.items[g.end-1].last
	if n.head == nil || !n.head.org || n.main.ratio || n.main.percent || n.main.first != at+1 {
		return false
	}
	w := r.t.Fold(at)
	return (w == "của" || w == "thuộc") && rank(r.levelWord(n.headAt)) > rank(r.levelWord(g.headAt)) && r.levelWord(g.headAt) != ""
}

// heldBehindOwners reports whether it is said behind a group, or behind the bracket there, that
// congresses were held.
func (r *reader) heldBehindOwners(g *group) bool {
	k := g.end
	if k < len(r.items) && r.items[k].mark == '(' {
		for k < len(r.items) && r.items[k].mark != ')' {
			k++
		}
		k++
	}
	for ; k < len(r.items) && r.items[k].fig == nil && r.items[k].mark == 0; k++ {
		switch r.items[k].c().form {
		case "org":
			return true
		case "orgweak":
			return r.speaksOf(k, "đại hội")
		}
	}
	return false
}

// finishesOther reports whether what stands behind "hoàn thành" is something other than a
// congress: "hoàn thành chỉ tiêu giao quân".
func (r *reader) finishesOther(i int32) bool {
	switch r.t.Fold(i) {
	case "vòng", "cuộc", "lễ", "thu", "gieo", "giải", "bồi", "thủ", "tiêm":
		return true
	}
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "chỉ tiêu", "mục tiêu", "tiêu chí", "nông thôn", "xây dựng", "chương trình", "dự án", "nghĩa vụ", "dự toán":
		return true
	}
	return false
}

// congressEnds reports whether the clause behind organisations ends with "đại hội" as its
// verb, with nothing before but where they are, or with "xong": "có 218 chi, đảng bộ cơ sở
// trong tỉnh đại hội, chiếm 42%", "612/612 chi bộ xong trước ngày 31/3".
func (r *reader) congressEnds(g *group) bool {
	i := r.items[g.end-1].last
	if r.t.Fold(i) == "đã" {
		i++
	}
	if j := r.heldWhen(i); j > 0 {
		return true
	}
	for heldAdverbs[r.t.Fold(i)] && i < r.last {
		i++
	}
	if r.t.Fold(i) == "xong" {
		return g.main.ratio || r.speaksOf(g.headAt, "đại hội") || r.over(i+1) && r.d.counted(g.main.value) != ""
	}
	switch r.t.Fold(i) {
	case "trong", "của", "thuộc", "ở":
	default:
		return false
	}
	for last := min(i+longestWhere, r.last-1); i < last && r.t.Tokens[i].Kind == scan.Word; i++ {
		if r.t.Fold(i) == "đại" && r.t.Fold(i+1) == "hội" {
			next := r.t.Fold(min(i+2, r.last-1))
			if heldAdverbs[r.t.Fold(i-1)] && r.heldWhen(i) > 0 {
				return true
			}
			return (i+2 >= r.last || r.t.Tokens[i+2].Kind == scan.Punct || next == "nhiệm" || next == "xong") && (r.t.Tokens[i-1].Upper || whereNouns[r.t.Fold(i-1)])
		}
	}
	return false
}

// heldWhen returns the token behind "đại hội" as the verb of a clause, which ends there or goes on
// with when or how: "đều đại hội trong tháng 5", "đồng loạt đại hội vào ngày 20/4"; 0 for another.
func (r *reader) heldWhen(i int32) int32 {
	from := i
	for i+2 < r.last && i < from+3 && heldAdverbs[r.t.Fold(i)] {
		i++
	}
	if i+1 >= r.last || r.t.Fold(i) != "đại" || r.t.Fold(i+1) != "hội" {
		return 0
	}
	i += 2
	if i >= r.last || r.t.Tokens[i].Kind == scan.Punct && i > from+2 {
		return i
	}
	switch r.t.Fold(i) {
	case "trong", "vào", "từ", "trước", "đúng", "đồng", "cùng", "sớm", "ngay", "thành":
		return i
	}
	return 0
}

// heldAdverbs stand before a verb that all of those counted share, folded.
var heldAdverbs = map[string]bool{"đã": true, "đều": true, "cùng": true, "đồng": true, "loạt": true, "lần": true, "lượt": true, "mới": true}

// longestWhere is how many tokens say at most where organisations are.
const longestWhere = 12

// whereNouns end the words for where organisations are.
var whereNouns = map[string]bool{"tỉnh": true, "huyện": true, "phố": true, "quận": true, "xã": true, "phường": true, "bộ": true, "khối": true, "lượt": true}

// someHeld reports whether the organisations counted last before group i are fewer
// than there are: "63 trên tổng số 68 đảng bộ đã đại hội, trong đó có 59 …".
func (r *reader) someHeld(i int) bool {
	for i--; i >= 0; i-- {
		if f := r.groups[i].main; f.ratio {
			return f.value < f.total
		}
	}
	return false
}

// kindOfCongress returns the words of item k and behind it that say how organisations
// held their congresses: "tổ chức đại hội đảng viên"; "" for others.
func (r *reader) kindOfCongress(k int) string {
	it := &r.items[k]
	if k+1 >= len(r.items) || !strings.EqualFold(r.t.String(it.first, it.last), "tổ chức đại hội") {
		return ""
	}
	n := &r.items[k+1]
	if b := n.c().body; b != "party_member" && b != "delegate" || n.first != it.last && !(n.first == it.last+2 && r.t.Fold(it.last) == "toàn" && r.t.Fold(it.last+1) == "thể") {
		return ""
	}
	return r.t.String(it.first, n.last)
}

// amongHeld reports whether more organisations than a figure counts were said to have
// held their congresses, so that its own are those of one form.
func (r *reader) amongHeld(g *group) bool {
	for n := range r.d.done {
		if n > g.main.value {
			return true
		}
	}
	return false
}

// allHeld reports whether a bare figure behind organisations is that of those who have held
// their congresses: "có 497 tổ chức cơ sở đảng, 100% đã đại hội", "trong đó 480 đã đại hội".
func (r *reader) allHeld(i int) bool {
	g := &r.groups[i]
	if !r.s.parts || g.end >= len(r.items) || r.items[g.end].first != g.main.last {
		return false
	}
	return r.items[g.end].c().form == "org"
}

// heldThere reports whether N/M right behind a unit tells how many congresses of the level
// spoken of before were held there: "Đến 27/8, đã có 1.187/1.311 đảng bộ đại hội. Sớm nhất là: Hà Giang 15/15, Thái Bình 13/13".
func (r *reader) heldThere(g *group) bool {
	if !g.main.ratio || !g.main.bare || g.main.percent || g.at == 0 || r.d.lastHeld == "" {
		return false
	}
	if it := &r.items[g.at-1]; it.place != "" && it.last == g.main.first && r.t.Fold(it.first) == "khối" && (r.s.org.attr == "completed" || r.d.depth == progress || r.d.level == r.d.lastHeld) {
		return true // "… đã đại hội. Khối phường 12/14, khối xã 4/9"
	}
	k := g.at - 1
	held := r.items[k].c().form == "orgweak"
	if !held && r.d.age <= 1 && r.d.body != "" {
		return false
	}
	if k > 0 && (held || r.items[k].mark == '(' || r.items[k].mark == ':') {
		k--
	}
	if it := &r.items[k]; it.place == "" || rank(it.placeLevel) > 0 && rank(it.placeLevel) <= rank(r.d.lastHeld) {
		return false
	}
	for k := range r.items {
		if c := r.items[k].c(); c.isAttr() && c.form != "org" && c.form != "orgweak" || c.body != "" && c.use != "actor" {
			return false
		}
	}
	return true
}

// progress reports whether N/M stands right behind a level or a kind of congress and is
// how many were held: "cấp cơ sở 531/533 đã tổ chức đại hội", "Đại hội chi bộ: 186/186".
func (r *reader) progress(g *group) bool {
	if r.heldCount(g) {
		return true
	}
	k := r.progressOf(g)
	if k < 0 || !g.main.ratio || g.main.percent || !g.main.bare {
		return false
	}
	it := &r.items[k]
	for j := g.left; j < k; j++ {
		if b := r.items[j].c().body; b == "party_member" || b == "delegate" {
			return false // "Số đảng viên dự các đại hội là 1.018/1.077"
		}
	}
	if it.c().strength == "strong" && (r.t.Fold(it.first) == "đại" || it.first > r.first+1 && r.t.Fold(it.first-1) == "hội" && r.t.Fold(it.first-2) == "đại") {
		return true // "Tiến độ đại hội cấp cơ sở: 430/512"
	}
	if r.levelAlone(k, g) {
		return true
	}
	if it.c().org {
		return r.t.Fold(it.first) == "đại" || it.first > r.first && (r.t.Fold(it.first-1) == "hội" || r.t.Fold(it.first-1) == "cấp" && r.levelLabel(k, g))
	}
	for j := range r.items {
		if f := r.items[j].c().form; f == "org" || f == "orgweak" {
			return true
		}
	}
	return r.levelLabel(k, g)
}

// heldCount reports whether N/M stands right behind the words for congresses held, or behind a label
// of them: "Đại hội xong 74/74", "Số cơ sở đã đại hội: 402/516".
func (r *reader) heldCount(g *group) bool {
	p := g.at - 1
	if p > 0 && r.items[p].mark == ':' && r.items[p].last == g.main.first {
		p--
	}
	if p < 0 || !g.main.ratio || !g.main.bare || r.items[p].c().form != "org" || !r.over(g.main.last) {
		return false
	}
	return r.items[p].last == g.main.first || r.items[p].last == r.items[g.at-1].first && r.items[p].last < g.main.first
}

// levelAlone reports whether N/M is all that a line or a clause tells of a level or a kind of organisations behind a colon, where
// it can count nothing but congresses: "Cấp cơ sở: 52/52, có 4 nơi làm điểm", "Tiến độ đại hội: chi bộ 118/122".
func (r *reader) levelAlone(k int, g *group) bool {
	if g.main.value > g.main.total || g.main.total < 2 || !r.over(g.main.last) {
		return false
	}
	i := r.firstWord()
	if w := r.t.Fold(i) + " " + r.t.Fold(i+1); w == "tiến độ" || w == "tình hình" {
		for ; i+1 < r.items[k].first && !r.t.Is(i, ':'); i++ {
			if r.t.Fold(i) == "đại" && r.t.Fold(i+1) == "hội" {
				return true
			}
		}
	}
	if r.items[g.at-1].mark != ':' || r.items[k].first > r.firstWord()+1 || r.d.leadAttr != "" || r.d.headed {
		return false
	}
	return g.main.value == g.main.total || r.d.lastHeld != "" || r.d.body == "" || r.d.age > longest
}

// levelLabel reports whether an item of a list is a level and N/M, whose lead names nobody that
// they would count: "1. Cấp chi bộ: 2.410/2.410".
func (r *reader) levelLabel(k int, g *group) bool {
	return r.labelled > 0 && r.d.leadAttr == "" && !r.d.headed && r.items[g.at-1].mark == ':' && r.items[k].first <= r.firstWord()+1 && g.left == 0
}

// progressOf returns the item of the level or congress right before a figure, -1
// for none.
func (r *reader) progressOf(g *group) int {
	left := g.left
	for k := g.at - 1; k >= left; k-- {
		it := &r.items[k]
		c := it.c()
		switch {
		case it.bare: // "Tiến độ đại hội cơ sở: Lâm Thao 34/34, Tam Nông 29/31"
			for k > 0 && (r.items[k].bare || r.items[k].fig != nil || r.items[k].mark == ',' || r.items[k].mark == ';') {
				k--
			}
			if r.items[k].bare {
				return -1
			}
			left = 0
			k++ // what stands before the list is looked at next
		case c.strength == "strong", c.org && c.party:
			return k
		case it.mark == ':', c.link == "copula", c.link == "pair", c.link == "filler":
		case it.when, it.mark == ')', it.mark == '(', c.link == "data", c.link == "asof": // "(cập nhật ngày 15/6)"
		default:
			return -1
		}
	}
	return -1
}

func (r *reader) progressLevel(g *group) string {
	level := ""
	if k := r.progressOf(g); k >= 0 {
		level = r.levelWord(k)
	}
	for k := g.at - 1; level == "" && k >= g.left; k-- {
		if r.items[k].mark != ':' || k == g.at-1 {
			level = r.levelWord(k)
		}
	}
	return first(level, r.s.level, r.below())
}

// due is the phase of organisations: their congresses are required, planned or
// a fact.
func (r *reader) due(g *group) string {
	for k := g.at - 1; k >= 0; k-- {
		if c := r.items[k].c(); c.reach == "sentence" && (c.phase == "target" || c.phase == "planned") {
			return c.phase
		}
	}
	if r.inEarlier(g) {
		return "previous"
	}
	if r.s.sticky == "planned" && g.main.ratio {
		return "planned"
	}
	if g.at > 0 && r.items[g.at-1].last == g.main.first && r.items[g.at-1].c().phase == "target" && r.items[g.at-1].c().reach == "near" {
		return "target" // "đặt mục tiêu 100% chi bộ xong đại hội trước 28/2"
	}
	if r.t.Identity.Type == "plan" && !strings.EqualFold(r.t.Word(max(g.main.first-1, r.first)), "có") {
		return "planned"
	}
	return "actual"
}

// closes remembers that a list of organisations is about one attribute.
func (r *reader) closes(i int, m *measure) {
	r.s.done = m.attr
	if m.attr == "completed" && r.demanded(&r.groups[i]) {
		return
	}
	if m.attr == "completed" {
		if r.d.done == nil {
			r.d.done = map[float64]bool{}
		}
		r.d.done[r.groups[i].main.value] = true
		r.d.place, r.d.placeLvl, r.s.place, r.s.placeLvl = "", "", "", ""
	}
}

// later lets organisations in a row share what is said of the last: "14 đảng
// bộ cơ sở và 02 đảng bộ cấp huyện tổ chức đại hội điểm".
func (r *reader) later(i int) measure {
	g := &r.groups[i]
	if r.closing(g) >= 0 {
		return measure{}
	}
	for k := g.left; k < g.at; k++ {
		if l := r.items[k].c().link; l == "within" || l == "of" {
			return measure{} // "Trong số 67 đảng bộ, 61 đảng bộ đã đại hội"
		}
	}
	for j := i + 1; j < len(r.groups) && j < i+4; j++ {
		n := &r.groups[j]
		if n.head != nil && n.head.body == "party_member" && j == i+1 && n.at == g.end+1 && r.t.Fold(r.items[g.end].first) == "với" {
			if k := n.end; k < n.wide && r.items[k].c().form == "org" {
				return measure{body: "organization", attr: "completed", stat: "count", phase: "actual"}
			}
		}
		if n.head == nil || !n.head.org || n.main.value == g.main.value || r.partOf(g, n) {
			return measure{} // "Huyện có 186 chi bộ, cả 186 chi bộ đã đại hội"
		}
		for k := g.end; k < n.at; k++ {
			if c := r.items[k].c(); r.items[k].mark == ';' || c.link == "represent" || c.link == "within" || c.link == "copula" || c.link == "into" || c.link == "in" && j == i+1 && k == g.end {
				return measure{}
			}
		}
		for k := n.end; k < n.wide; k++ {
			if q := r.severalPosts(k); q != "" {
				return measure{body: "organization", attr: "other", qual: withoutCongress(q), stat: "count", phase: "actual"}
			}
			if c := r.items[k].c(); c.attr == "direct_election" && c.qual == "secretary" {
				return measure{body: "secretary", attr: "direct_election", stat: "count"}
			}
			switch r.items[k].c().form {
			case "org":
				return measure{body: "organization", attr: "completed", stat: "count", phase: "actual"}
			case "orgpilot":
				return measure{body: "organization", attr: "other", qual: r.pilotWords(k), stat: "count", phase: "actual"}
			}
		}
		g = n
	}
	return measure{}
}

// partOf reports whether organisations are some of those counted before them, of which is only
// said that they are there: "tỉnh có 13 đảng bộ trực thuộc, 9 đảng bộ đã hoàn thành đại hội".
func (r *reader) partOf(g, n *group) bool {
	return n.main.value < g.main.value && g.at > 0 && r.items[g.at-1].c().link == "copula" && r.t.Fold(r.items[g.at-1].first) == "có" && n.at > 0 && r.items[n.at-1].mark == ',' && r.levelWord(n.headAt) == "" && r.t.Fold(r.items[n.headAt].first) == r.t.Fold(r.items[g.headAt].first)
}

// late reports whether words say that congresses were not held or held late.
func (r *reader) late(q string) bool {
	for w := range strings.FieldsSeq(q) {
		switch w {
		case "chưa", "chậm", "muộn", "hoãn", "lùi", "không", "điểm", "lại":
			return true
		}
	}
	return false
}

// notHeld returns where the words end that say that no congress was held: "chưa tổ chức
// được đại hội".
func (r *reader) notHeld(k int) int32 {
	i := r.items[k].last
	if i+2 < r.last && r.t.Fold(i) == "được" && r.t.Fold(i+1) == "đại" && r.t.Fold(i+2) == "hội" {
		return i + 3
	}
	return i
}
