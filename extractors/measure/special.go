package measure

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// isChange reports whether a figure is a difference against before: "tăng
// 3,2%", "giảm 5 đồng chí so với nhiệm kỳ trước".
func (r *reader) isChange(g *group) bool {
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		c := it.c()
		switch {
		case c.link == "change":
			return true
		case c.bound != "" && !r.against(k, g):
			continue
		case c.bound != "":
			return true
		case c.link == "pair", c.phase == "previous", c.link == "versus", c.link == "filler", it.when, c.link == "ordinal":
			continue
		}
		return false
	}
	return false
}

// against reports whether a bound at item k compares with before: "cao hơn
// 3,2% so với nhiệm kỳ trước".
func (r *reader) against(k int, g *group) bool {
	w := strings.ToLower(r.t.Word(r.items[k].first))
	if w != "cao" && w != "thấp" && w != "nhiều" && w != "ít" {
		return false
	}
	for j := k + 1; j < min(g.end+4, len(r.items)); j++ {
		if c := r.items[j].c(); c.link == "versus" || c.phase == "previous" {
			return true
		}
	}
	return false
}

// change resolves a difference against the attribute counted before it.
func (r *reader) change(i int) (measure, bool) {
	g := &r.groups[i]
	s := &r.s
	m := measure{attr: "change", body: s.body, central: s.central, phase: s.phase}
	if a := r.near(g); a.attr != "" {
		attr, qual, stat := r.settle(g, a)
		m.qual, m.stat = attr, stat
		if qual != "" && (attr == "education" || attr == "theory") {
			m.qual = qual
		}
		if r.fromTo(g) {
			m.attr, m.qual, m.phase = attr, qual, "previous"
			s.body, s.attr, s.qual, s.stat = first(s.body, "committee"), attr, qual, stat
		}
	} else if m.qual = s.attr; m.qual == "" {
		m.qual = "total"
	}
	if body, _ := r.bodyOf(g); body != nil && body.use != "organ" {
		m.body, m.central = body.body, body.central
	}
	if s.done != "" && (g.head != nil && g.head.org || s.body == "") {
		m.body, m.qual = "organization", s.done
	}
	if m.body == "" || m.qual == "age" && !g.main.bare && g.main.percent || s.attr == "" && !r.compared() {
		return m, false
	}
	for k := g.at - 1; k >= g.left && m.attr == "change"; k-- {
		w := strings.ToLower(r.t.Word(r.items[k].first))
		if w == "giảm" || w == "thấp" || w == "ít" {
			m.negative = true
		}
	}
	if m.phase == "" {
		m.phase = "actual"
	}
	if s.attr == "age" {
		m.stat = "mean"
	}
	return m, true
}

// fromTo reports whether the figure is where a change began: "tăng từ 12,1%
// lên 14,7%".
func (r *reader) fromTo(g *group) bool {
	return g.main.first > r.first && r.t.Word(g.main.first-1) == "từ" && g.main.last < r.last && (r.t.Word(g.main.last) == "lên" || r.t.Word(g.main.last) == "xuống")
}

// compared reports whether "so với" with an earlier term stands near.
func (r *reader) compared() bool {
	for k := range r.items {
		if c := r.items[k].c(); c.link == "versus" || c.phase == "previous" {
			return true
		}
	}
	return false
}

// organisation resolves figures of Party organisations and of the units whose
// they are.
func (r *reader) organisation(i int) (measure, bool) {
	g := &r.groups[i]
	s := &r.s
	m := measure{body: "organization", stat: "count", phase: "actual"}
	if r.lists(i) {
		s.within = true
	}
	wide := g.wide
	for k := g.end; k < wide; k++ {
		c := r.items[k].c()
		if r.items[k].fig != nil {
			break
		}
		switch c.form {
		case "org":
			m.attr = "completed"
		case "orgweak":
			if r.near3(k, "đại hội") {
				m.attr = "completed"
			}
		case "orgnot":
			m.attr, m.qual = "other", r.t.String(r.items[k].first, r.items[k].last)
		case "orgpilot":
			m.attr, m.qual = "other", "tổ chức đại hội điểm"
		}
		if m.attr != "" {
			if m.attr == "completed" && r.demanded() {
				return m, false
			}
			r.closes(i, m)
			return m, true
		}
		if c.attr == "direct_election" && (c.qual == "secretary" || s.body == "secretary") {
			return measure{body: "secretary", attr: "direct_election", stat: "count"}, true
		}
		if r.items[k].mark == ',' && k > g.end+6 {
			break
		}
	}
	if m2, ok := r.target(i, m); ok {
		return m2, true
	}
	for k := g.at - 1; k >= g.left; k-- {
		f := r.items[k].c().form
		if f == "org" && r.items[k].mark == 0 {
			m.attr = "completed"
			s.done = "completed"
			return m, true
		}
	}
	if a := r.later(i); a.attr != "" {
		return a, true
	}
	if s.within && s.done == "completed" && g.head.party {
		m.attr, m.qual = "completed", r.t.String(r.items[g.headAt].first, r.items[g.headAt].last)
		return m, true
	}
	return r.organisations(g, m)
}

// closes remembers that a list of organisations is about one attribute.
func (r *reader) closes(i int, m measure) {
	r.s.done = m.attr
	if m.attr == "completed" && r.demanded() {
		return
	}
	if m.attr == "completed" {
		if r.d.done == nil {
			r.d.done = map[float64]bool{}
		}
		r.d.done[r.groups[i].main.value] = true
		r.d.place, r.d.placeLvl, r.s.place, r.s.placeLvl = "", "", "", ""
		if l := r.levelWord(r.groups[i].headAt); l != "" {
			r.s.level = l
		}
		r.d.level, r.d.depth = r.s.level, max(r.d.depth, 5)
	}
}

// demanded reports whether the sentence asks for something still to be done.
func (r *reader) demanded() bool {
	for i := r.first; i < r.last; i++ {
		switch r.t.Word(i) {
		case "khẩn", "đề", "phải":
			if w := r.t.Word(i) + " " + r.t.Word(min(i+1, r.last-1)); w == "khẩn trương" || w == "đề nghị" || r.t.Word(i) == "phải" {
				return true
			}
		}
	}
	return false
}

// near3 reports whether a word stands within eight tokens of item k.
func (r *reader) near3(k int, word string) bool {
	first, last := max(r.first, r.items[k].first-8), min(r.last, r.items[k].last+8)
	return strings.Contains(strings.ToLower(r.t.String(first, last)), word)
}

// later lets organisations in a row share what is said of the last: "14 đảng
// bộ cơ sở và 02 đảng bộ cấp huyện tổ chức đại hội điểm".
func (r *reader) later(i int) measure {
	g := &r.groups[i]
	for j := i + 1; j < len(r.groups) && j < i+4; j++ {
		n := &r.groups[j]
		if n.head == nil || !n.head.org {
			return measure{}
		}
		for k := g.end; k < n.at; k++ {
			if c := r.items[k].c(); r.items[k].mark == ';' || c.link == "represent" || c.link == "within" || c.link == "into" || c.link == "in" && j == i+1 && k == g.end {
				return measure{}
			}
		}
		for k := n.end; k < n.wide; k++ {
			switch r.items[k].c().form {
			case "org":
				return measure{body: "organization", attr: "completed", stat: "count", phase: "actual"}
			case "orgpilot":
				return measure{body: "organization", attr: "other", qual: "tổ chức đại hội điểm", stat: "count", phase: "actual"}
			}
		}
		g = n
	}
	return measure{}
}

// target resolves units against a threshold or with a property: "9 đảng bộ có
// tỷ lệ nữ trên 15%", "3 đơn vị bầu thiếu".
func (r *reader) target(i int, m measure) (measure, bool) {
	g := &r.groups[i]
	from := r.items[g.end-1].last
	if i+1 < len(r.groups) {
		n := &r.groups[i+1]
		if n.main.percent && n.at > g.end && !r.marked(g.end, n.at) && (n.main.bound != "" || r.rate(g.end, n.at)) {
			m.attr = "meets_target"
			m.qual = r.threshold2(from, r.endTokens(n))
			n.main.claimed = true
			n.main.reason = "threshold"
			r.s.done = "meets_target"
			if a := r.scan(g.end, n.at); a.attr != "" {
				r.s.attr, r.s.qual, r.s.stat = r.settle(g, a)
			} else if a := r.near(g); a.attr != "" {
				r.s.attr, r.s.qual, r.s.stat = r.settle(g, a)
			}
			if r.s.body == "" {
				r.s.body = "committee"
			}
			for k := g.end; k < n.at; k++ {
				if c := r.items[k].c(); c.body != "" && c.use != "actor" {
					r.s.body, r.s.carried = c.body, false
				}
			}
			return m, true
		}
	}
	words := strings.ToLower(r.t.String(from, min(from+4, r.last)))
	for _, w := range []string{"chưa đạt", "không đạt", "đạt yêu cầu", "đạt chỉ tiêu", "đạt và vượt", "vượt chỉ tiêu", "đạt tỷ lệ theo", "đạt mức"} {
		if strings.HasPrefix(words, w) {
			m.attr, m.qual = "meets_target", r.clean(from, r.stop(g))
			return m, true
		}
	}
	for _, w := range []string{"không có", "chưa có", "bầu thiếu", "bầu không đủ", "chưa bầu", "bầu đủ", "bầu khuyết", "khuyết", "thiếu", "có cán bộ", "có bí thư", "có cấp ủy viên", "có ủy viên", "có nữ", "phải", "bầu một lần", "bầu bổ sung", "thực hiện bầu", "không bảo đảm", "không đảm bảo", "chưa bảo đảm", "chưa đảm bảo", "đã được bộ chính trị", "được chỉ định", "thực hiện chỉ định"} {
		if strings.HasPrefix(words, w) {
			m.attr, m.qual = "other", r.clean(from, r.stop(g))
			return m, true
		}
	}
	return m, false
}

// threshold2 is the wording of a threshold without its verb.
func (r *reader) threshold2(first, last int32) string {
	for first < last {
		w := strings.ToLower(r.t.Word(first))
		if w != "có" && w != "đạt" && w != "," {
			break
		}
		if w == "đạt" && first+1 < last && r.t.Word(first+1) != "tỷ" && r.t.Word(first+1) != "tỉ" {
			break
		}
		first++
	}
	return r.t.String(first, last)
}

// endTokens returns the token after a group's figures and the words bound to
// them.
func (r *reader) endTokens(g *group) int32 { return r.items[g.end-1].last }

// marked reports whether a mark that ends a clause stands between two items.
func (r *reader) marked(a, b int) bool {
	for k := a; k < b; k++ {
		if m := r.items[k].mark; m == ';' || m == ',' || m == '(' && r.items[k+1].band == "" {
			return true
		}
		if r.items[k].c().link == "within" {
			return true
		}
	}
	return false
}

// rate reports whether a word of rates stands between two items.
func (r *reader) rate(a, b int) bool {
	for k := a; k < b; k++ {
		if c := r.items[k].c(); c.link == "pair" && strings.HasSuffix(strings.ToLower(r.t.Word(r.items[k].last-1)), "lệ") {
			return true
		}
	}
	return false
}

// threshold reports whether the percent of group i is no outcome but what
// units are measured against: "nhiều đơn vị có tỷ lệ nữ cao hơn 15%, như …".
func (r *reader) threshold(i int) bool {
	g := &r.groups[i]
	if g.main.reason == "threshold" {
		return true
	}
	if g.main.bound == "" || i+1 >= len(r.groups) {
		return false
	}
	units := false
	for k := g.left; k < g.at; k++ {
		units = units || r.items[k].c().org
	}
	if !units || !r.listed(&r.groups[i+1]) {
		return false
	}
	r.s.attr, r.s.qual, r.s.stat = r.attribute(g)
	if body, _ := r.bodyOf(g); body != nil && body.use != "actor" {
		r.s.body, r.s.central, r.s.carried = body.body, body.central, false
	}
	g.main.claimed = true
	return true
}

// organisations resolves plain counts: how many organisations there are.
func (r *reader) organisations(g *group, m measure) (measure, bool) {
	if g.main.percent || r.aside(g) {
		return m, false
	}
	if q := r.property(g); q != "" {
		for _, w := range []string{"đại hội từ", "đại hội trong", "đại hội xong", "đại hội trước", "đại hội vào"} {
			if strings.HasPrefix(q, w) {
				m.attr = "completed"
				r.closes(0, m)
				return m, true
			}
		}
		m.attr, m.qual = "other", q
		return m, true
	}
	if !g.head.party {
		return m, false
	}
	if r.s.parts && r.parted(g) || r.s.within && r.s.parts {
		m.attr, m.qual = "other", r.t.String(r.items[g.headAt].first, r.items[g.headAt].last)
		return m, true
	}
	word := strings.ToLower(r.t.String(r.items[g.headAt].first, r.items[g.headAt].last))
	if strings.HasPrefix(word, "đại hội") {
		return m, false
	}
	from := r.items[g.end-1].last
	if q := r.clean(from, r.stop(g)); q != "" && r.acted(g) {
		m.attr, m.qual = "other", q
		return m, true
	}
	if r.d.done[g.main.value] {
		return m, false
	}
	m.attr = "total"
	r.s.parts = true
	return m, true
}

// parted reports whether the words before a group say that it is a part of
// the organisations just counted.
func (r *reader) parted(g *group) bool {
	for k := g.left; k < g.at; k++ {
		if r.items[k].mark == '(' {
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
	switch strings.ToLower(r.t.Word(g.main.first - 1)) {
	case "ở", "tại":
		return true
	}
	return false
}

// property returns what a clause says of the organisations counted, "" when it
// only counts them or goes on to something else.
func (r *reader) property(g *group) string {
	from := r.items[g.end-1].last
	stop := r.stop(g)
	if from < stop && r.t.Word(from) == "do" {
		from++
	}
	for i := from + 1; i < stop; i++ {
		switch r.t.Word(i) {
		case "do", "vì", "để", "theo", ":":
			stop = i
		}
	}
	if g.right < len(r.items) && r.items[g.right].mark == ',' && stop-from < 1 || stop-from < 2 {
		return ""
	}
	switch strings.ToLower(r.t.Word(from)) {
	case "với", "và", "trực", "thuộc", "trong", "của", "tại", "ở", "các", "gồm", "là", "đại", "tham", "cấp", "cơ", "trên", "có", "đến", "về", "cho", "để", "để.", "như", "(", "-", "nhiệm", "khóa", "bầu", "đã", "đề", "phải", "cần", "từ":
		if w := strings.ToLower(r.t.String(from, min(from+2, stop))); w != "đại hội" {
			return ""
		}
	}
	if r.t.Tokens[from].Kind != 0 || r.t.Tokens[from].Upper {
		return ""
	}
	if !g.head.party {
		near := false
		for k := g.end; k < g.right; k++ {
			c := r.items[k].c()
			near = near || c.body != "" || c.isAttr() || c.org
		}
		if !near {
			return ""
		}
	}
	if strings.Count(r.t.String(from, stop), " ") > 14 {
		return ""
	}
	return r.clean(from, stop)
}

// acted reports whether something was done to the organisations counted:
// "16 đảng bộ đã được làm việc".
func (r *reader) acted(g *group) bool {
	for k := g.end; k < g.right; k++ {
		if c := r.items[k].c(); c.link == "actor" {
			return true
		}
	}
	return false
}

// speakers reports whether a figure counts those who spoke: "6 đại biểu trình
// bày tham luận".
func (r *reader) speakers(g *group) bool {
	if g.main.percent {
		return false
	}
	if g.head == nil { // "Số ý kiến góp ý: 120", "… lên tới 41.300 lượt"
		for k := g.at - 1; k >= g.left; k-- {
			c := r.items[k].c()
			switch {
			case c.body == "comment":
				return !g.main.foreign
			case c.body != "" && c.use != "actor", r.items[k].mark == ';', c.isAttr() && c.form == "plain":
				return false
			}
		}
		return false
	}
	if g.head.body != "delegate" && g.head.head != "person" {
		return false
	}
	for k := g.end; k < g.right; k++ {
		c := r.items[k].c()
		if c.body == "comment" || c.link == "actor" && strings.EqualFold(r.t.Word(r.items[k].first), "phát") {
			return r.items[k].first-r.items[g.end-1].last <= 4
		}
		if c.body != "" || c.isAttr() {
			return false
		}
	}
	return false
}

// comment resolves counts of comments, speeches and papers.
func (r *reader) comment(i int) (measure, bool) {
	g := &r.groups[i]
	m := measure{body: "comment", attr: "total", stat: "count", phase: "actual"}
	if g.main.percent {
		return m, false
	}
	if g.headAt >= 0 && r.lists(i) && r.s.done == "comment" {
		m.attr, m.qual = "other", r.clean(r.items[g.headAt].first, r.stop(g))
	}
	r.s.done = "comment"
	return m, true
}

// isVote reports whether a figure counts ballots or their share.
func (r *reader) isVote(g *group) bool {
	if g.at > 0 && r.items[g.at-1].last == g.main.first && strings.EqualFold(r.t.Word(r.items[g.at-1].first), "biểu") && r.items[g.at-1].c().form == "vote" {
		return true
	}
	if g.head != nil {
		if g.head.body == "vote" {
			return true
		}
		if g.head.body != "delegate" && g.head.head != "person" {
			return false
		}
		for k := g.end; k < g.right; k++ {
			if k < g.tail {
				continue
			}
			switch c := r.items[k].c(); {
			case c.form == "vote":
				return k-g.tail <= 2 && r.t.Word(r.items[k].first) != "tín"
			case c.phase != "" || c.body != "":
				return false
			}
		}
		return false
	}
	for k := g.end; k < min(g.right, g.end+2); k++ {
		if c := r.items[k].c(); c.body == "vote" || c.form == "vote" && g.main.percent && r.t.Word(r.items[k].first) != "tín" {
			return true
		}
	}
	for k := g.at - 1; k >= g.left; k-- {
		c := r.items[k].c()
		switch {
		case c.body == "vote", c.form == "ballot", c.form == "vote":
			return true
		case c.body != "", c.isAttr(), r.items[k].mark == ';', r.items[k].place != "":
			return false
		}
	}
	return false
}

// vote resolves ballots: how many were given out, came back, were valid, and
// what share agreed.
func (r *reader) vote(i int) (measure, bool) {
	g := &r.groups[i]
	m := measure{body: "vote", attr: "", stat: "count", phase: "actual"}
	for k := g.end; k < g.right; k++ {
		if c := r.items[k].c(); c.form == "ballot" {
			m.attr = c.attr
			break
		}
	}
	if m.attr == "" {
		for k := g.at - 1; k >= g.left; k-- {
			c := r.items[k].c()
			if c.form == "ballot" {
				m.attr = c.attr
				break
			}
		}
	}
	if m.attr == "" {
		m.attr = "approval"
		if r.rule() {
			return m, false
		}
	}
	for k := g.end; k < g.wide && k < len(r.items); k++ {
		if r.items[k].c().phase == "nominated" {
			m.phase = "nominated"
		}
		if r.items[k].c().phase == "actual" && r.items[k].c().reach != "verb" {
			m.phase = "actual"
			break
		}
	}
	return m, true
}

// longestBallot is how many lines after words of counting votes a list of
// persons with their votes may reach.
const longestBallot = 80

// ballot reads one line of a list of persons with their votes: "3 Nguyễn Văn A
// 146 97,33". It reports whether the sentence is one.
func (r *reader) ballot() bool {
	for k := range r.items {
		if c := r.items[k].c(); c.body == "vote" || c.form == "ballot" {
			r.d.votes = longestBallot
		}
	}
	if r.d.votes == 0 {
		return false
	}
	r.d.votes--
	n := len(r.figs)
	if n == 0 || r.last-r.first > 14 {
		return false
	}
	i := r.first
	if r.t.Tokens[i].Kind == scan.Number && n >= 2 && r.figs[0].first == i {
		i++
		if r.t.Is(i, '.') {
			i++
		}
	}
	name := i
	for i < r.last && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper {
		i++
	}
	if i-name < 2 || i-name > 6 || i >= r.last {
		return false
	}
	rest := r.figs
	for len(rest) > 0 && rest[0].first < i {
		rest[0].reason = "number of a row"
		rest = rest[1:]
	}
	if len(rest) == 0 || len(rest) > 2 || rest[0].first != i || rest[len(rest)-1].last < r.last-1 {
		return false
	}
	for x, f := range rest {
		m := measure{body: "vote", attr: "approval", phase: "actual", level: r.t.Identity.Level}
		stat := "count"
		if x == 1 || f.percent {
			stat = "percent"
		}
		f.claimed = true
		r.put(r.fact(&m, stat, f))
		if f.ratio {
			t := &figure{value: f.total, first: f.totalAt, last: f.totalAt + 1, end: f.totalAt + 1}
			r.put(r.fact(&m, "ratio_total", t))
		}
	}
	return true
}

// rule reports whether the sentence explains a rule of voting instead of
// telling a result.
func (r *reader) rule() bool {
	for i := r.first; i < r.last; i++ {
		switch r.t.Word(i) {
		case "phải", "nguyên":
			return true
		}
	}
	return false
}

// zeros emits worded zeros: "không có cán bộ nữ tham gia ban thường vụ", once
// for each unit that is named.
func (r *reader) zeros() {
	for k := range r.items {
		c := r.items[k].c()
		if c.link != "zero" && c.link != "zerosoft" {
			continue
		}
		m := measure{phase: "actual", stat: "count"}
		end := k + 1
		for ; end < len(r.items) && end < k+9; end++ {
			it := &r.items[end]
			n := it.c()
			if it.mark == ';' || it.mark == ',' || it.mark == '(' || it.fig != nil || n.link == "zero" {
				break
			}
			if n.body != "" && n.use != "actor" && n.body != "comment" && n.body != "vote" && (m.body == "" || n.use == "body") {
				m.body = n.body
			}
		}
		if end == k+1 || r.items[k+1].first-r.items[k].last > 2 {
			continue
		}
		g := &group{at: k, end: k + 1, left: 0, right: end, headAt: -1, main: &figure{}}
		m.attr, m.qual, _ = r.settle(g, r.scan(k+1, end))
		if m.body == "" && m.attr != "" && r.s.body != "" && r.s.body != "delegate" {
			m.body = r.s.body
		}
		if m.body == "" && m.attr != "" {
			m.body = r.subject(k)
		}
		if m.attr == "withdrawn" {
			m.body, m.phase = "committee", "nominated"
		}
		if m.body == "" || m.attr == "" || r.countedBefore(k) || c.link == "zerosoft" && !r.unitBefore(k) {
			continue
		}
		r.zero(k, end, m)
	}
}

// subject returns the body that item k says has none: "Ban Thường vụ Huyện ủy
// không có …".
func (r *reader) subject(k int) string {
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		c := r.items[j].c()
		if c.body != "" && c.use == "body" {
			return c.body
		}
		if c.use != "actor" && r.items[j].place == "" {
			break
		}
	}
	return ""
}

// countedBefore reports whether the units without are counted: "3 đơn vị không
// có …" is a figure of units, which are not named here.
func (r *reader) countedBefore(k int) bool {
	return k >= 2 && r.items[k-1].c().org && r.items[k-1].last == r.items[k].first && r.items[k-2].fig != nil
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
	if len(places) == 0 && end < len(r.items) && r.items[end].mark == '(' {
		for j := end + 1; j < len(r.items) && r.items[j].mark != ')'; j++ {
			if r.items[j].place != "" {
				places = append(places, j)
			}
		}
	}
	emit := func(place, level string) {
		f := report.Fact{Table: "measures", Rule: r.x.id, Span: r.t.Span(r.items[k].first, r.items[k].last)}
		if level == "" {
			level = r.s.level
		}
		if level == "" {
			level = r.t.Identity.Level
		}
		for _, c := range [][2]string{{"body", m.body}, {"attribute", m.attr}, {"phase", m.phase}, {"stat", "count"}, {"qualifier", m.qual}, {"place", place}, {"level", level}, {"bound", "eq"}} {
			f.Set(c[0], report.Text(c[1]))
		}
		f.Set("value", report.Number(0))
		f.Set("worded_zero", report.Bool(true))
		f.Derived = "value: " + r.t.String(r.items[k].first, r.items[k].last)
		r.put(f)
	}
	if len(places) == 0 {
		emit(r.s.place, "")
		return
	}
	for _, at := range slices.Backward(places) {
		it := &r.items[at]
		if r.own(it.place) {
			emit("", "")
			continue
		}
		emit(it.place, it.placeLevel)
	}
}

// unreadFigures lists what no rule could read although congress words stand
// beside it.
func (r *reader) unreadFigures() {
	if !r.x.unread {
		return
	}
	for _, f := range r.figs {
		if f.claimed || f.reason != "" || !r.vocabularyNear(f) {
			continue
		}
		span := r.t.Span(f.first, f.last)
		out := report.Fact{Table: "findings", Rule: "unread_figure", Span: span}
		out.Set("kind", report.Text("unread_figure"))
		out.Set("severity", report.Text("info"))
		out.Set("message", report.Text("Số "+r.t.Doc.At(span)+" đứng gần từ ngữ về đại hội nhưng chưa được đọc thành số liệu"))
		out.Set("stated", report.Number(f.value))
		r.emit(out)
	}
}

// vocabularyNear reports whether a body or attribute stands within six tokens.
func (r *reader) vocabularyNear(f *figure) bool {
	for k := range r.items {
		it := &r.items[k]
		c := it.c()
		if (c.body != "" && c.use != "actor" || c.isAttr() && c.form == "plain") && it.first < f.last+6 && it.last > f.first-6 {
			return true
		}
	}
	return false
}
