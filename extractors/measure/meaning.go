package measure

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// meaning is what the words of a table say of figures: a path of head cells, a
// row's label, a section, a caption.
type meaning struct {
	found
	body, phase, level string
	central            bool
	org, ballot        bool
	vacant             bool   // organisations without: "chưa đại hội"
	difference         int    // against before: 1 as signed, -1 a fall
	heading            string // what makes bare figures age bands, education or theory
	role               role
	place, placeLevel  string
	sure               bool   // a body, an attribute or organisations are named
	units              bool   // a noun for units or organisations: the head of a column of names
	named              bool   // a column that is a unit
	person             bool   // of a column of persons
	stat               string // mean, or "" for what the figure itself is
	of                 string // phase of M where a head says what N/M are: "bầu được/quyết định"
}

// role is what a word alone in a head cell or label means: see measure_table.tsv.
type role uint8

const (
	noRole     role = iota
	roleNumber      // numbers the rows
	rolePercent
	roleCount
	roleTotal // a row or column of totals
)

// tableWord is what a word means that is a whole cell.
type tableWord struct {
	role   role
	phase  string
	people bool   // a named ethnic group
	person bool   // the head of a column of persons
	as     string // the words that it abbreviates
	level  string // that it names: "Cơ sở" in a column of levels
}

// tableWords reads measure_table.tsv.
func tableWords(list *report.Wordlist) (map[string]tableWord, error) {
	words := map[string]tableWord{}
	for _, r := range list.Rows {
		var w tableWord
		switch code := r.Get("role"); code {
		case "number":
			w.role = roleNumber
		case "percent":
			w.role = rolePercent
		case "count":
			w.role = roleCount
		case "total":
			w.role = roleTotal
		case "planned", "nominated", "actual", "previous", "target":
			w.phase = code
		case "people":
			w.people = true
		case "person":
			w.person = true
		case "short":
			w.as = strings.ToLower(r.Get("for"))
		case "level":
			w.level = r.Get("for")
		default:
			return nil, fmt.Errorf("%s: no role %q", r.Source, code)
		}
		words[vn.Fold(r.Get("word"))] = w
	}
	return words, nil
}

// phrasesOf returns the words of table heads that tell a phase also inside a longer head,
// by their first syllable, the longest first: "BCH: số lượng quyết định". What is
// required or said of any figure tells one only where it is the whole head.
func phrasesOf(words map[string]tableWord) map[string][]string {
	out := map[string][]string{}
	for word, w := range words {
		switch w.phase {
		case "planned", "nominated", "actual":
		default:
			continue
		}
		lead, rest, _ := strings.Cut(word, " ")
		if rest == "" || strings.HasPrefix(word, "kết quả") || strings.HasPrefix(word, "nhiệm kỳ") || strings.Contains(word, "quy định") || strings.HasPrefix(word, "thực ") {
			continue
		}
		out[lead] = append(out[lead], word)
	}
	for lead := range out {
		slices.SortFunc(out[lead], func(a, b string) int { return len(b) - len(a) })
	}
	return out
}

// phaseIn returns the phase that a head tells among other words; one of a comparison or
// a denial tells none: "Thiếu so với đề án", "Không trúng cử".
func (g *grid) phaseIn(c *cell) string {
	r := g.r
	text, best := "", ""
	for i := c.first; i < c.last; i++ {
		lead := r.t.Fold(i)
		switch lead {
		case "so", "không", "chưa", "thiếu", "hụt", "ngoài":
			return ""
		}
		phrases := r.x.phrases[lead]
		if len(phrases) == 0 {
			continue
		}
		if text == "" {
			text = " " + vn.Fold(g.text(c)) + " "
		}
		for _, p := range phrases {
			if at := strings.Index(text, " "+p); at >= 0 && strings.IndexByte(" ,.;:()/", text[at+1+len(p)]) >= 0 {
				best = first(best, r.x.heads[p].phase)
				break
			}
		}
	}
	return best
}

// over returns m with what it lacks taken from what stands around it.
func (m meaning) over(outer meaning) meaning {
	if m.attr == "" && !m.org {
		m.found, m.stat, m.ballot, m.vacant = outer.found, outer.stat, outer.ballot, outer.vacant
		if m.heading == "" {
			m.heading = outer.heading
		}
	}
	if m.body == "" {
		m.body, m.central = outer.body, outer.central
	}
	m.phase = first(m.phase, outer.phase)
	m.level = first(m.level, outer.level)
	m.sure = m.sure || outer.sure
	return m
}

// word returns what a whole cell means as one word of measure_table.tsv.
func (g *grid) word(c *cell) tableWord {
	return g.r.x.heads[vn.Fold(strings.Trim(g.text(c), "*:.+- "))]
}

// leastBound and mostBound are the ages that bound the bands of reports: a head "Dưới
// 40" is of people, unless it parts organisations by their size.
const (
	leastBound = 25
	mostBound  = 65
)

// path reads cells from the outermost to the innermost as one description,
// under a heading that stands above them.
func (g *grid) path(cells []*cell, heading string) meaning {
	r := g.r
	var items []item
	var own meaning
	r.d.heading = heading
	for n, c := range cells {
		w := g.word(c)
		switch {
		case w.role != noRole:
			own.role = w.role
		case w.phase != "":
			own.phase = w.phase
		case w.person:
			own.person = true
		case w.people:
			own.found = found{attr: "other", qual: g.text(c)}
		case w.level != "":
			own.level = w.level
		}
		g.items(c.first, c.last)
		if w.role == roleCount && heading != "education" && len(r.items) == 1 && r.items[0].c().form == "degree" && !g.schooling(c) {
			r.items = r.items[:0] // TS is the number of all, where no other degree stands beside it
		}
		if w.as != "" {
			i, ok := r.x.words.index[w.as]
			if ok {
				r.items = append(r.items[:0], item{first: c.first, last: c.last, cue: r.x.words.of[i]})
			}
		}
		for k := range r.items {
			switch r.items[k].c().form {
			case "age":
				heading = "age_band"
			case "school":
				heading = "education"
			case "theory":
				heading = "theory"
			}
		}
		if heading == "" && c.bare && c.value >= leastBound && c.value <= mostBound && !slices.ContainsFunc(items, func(it item) bool { return it.c().org }) {
			heading = "age_band"
		}
		if heading == "age_band" && r.d.heading != heading { // read again: bare bounds are ages now
			r.d.heading = heading
			g.items(c.first, c.last)
		}
		r.d.heading = heading
		if own.role == noRole {
			if q := g.quantity(c); n == len(cells)-1 || q == rolePercent && !strings.Contains(g.text(c), "/") {
				own.role = q
			}
		}
		items = append(items, r.items...)
		own.phase = first(own.phase, g.termPhase(c))
	}
	m := g.describe(items)
	if own.attr != "" {
		m.found, m.sure = own.found, true
	} else if m.attr != "" && m.attr != "completed" && !m.vacant && !m.ballot {
		var stat string
		m.attr, m.qual, stat = r.settle(&group{end: len(items), right: len(items), headAt: -1}, m.found)
		if stat == "mean" {
			m.stat = stat
		}
	}
	m.role, m.heading, m.person = own.role, r.d.heading, own.person
	m.phase = first(own.phase, m.phase)
	m.level = first(own.level, m.level)
	for n := len(cells) - 1; n >= 0 && m.phase == ""; n-- {
		m.phase = g.phaseIn(cells[n])
	}
	r.d.heading = ""
	return m
}

// schooling reports whether a cell beside one names a degree or a school: "ThS | TS".
func (g *grid) schooling(c *cell) bool {
	r := g.r
	items := slices.Clone(r.items)
	defer func() { r.items = append(r.items[:0], items...) }()
	for _, x := range []int{c.col - 1, c.col + c.cols} {
		if x < 0 || x >= len(g.at[c.row]) {
			continue
		}
		if d := g.cell(c.row, x); d.kind == words {
			if short := r.x.words.cue(g.word(d).as); short != nil && short.attr == "education" {
				return true
			}
			g.items(d.first, d.last)
			for k := range r.items {
				if q := r.items[k].c(); q.attr == "education" || q.form == "school" {
					return true
				}
			}
		}
	}
	return false
}

// quantity tells whether a cell speaks of a share ("Tỷ lệ nữ", "Nữ (%)") or of
// nothing but a count ("Tổng số ủy viên").
func (g *grid) quantity(c *cell) role {
	for j := c.first; j < c.last; j++ {
		if g.r.t.Is(j, '%') {
			return rolePercent
		}
	}
	counts := false
	for k := range g.r.items {
		it := &g.r.items[k]
		cue := it.c()
		if cue.link == "pair" && strings.EqualFold(g.r.t.Word(it.last-1), "lệ") || cue.attr == "renewal" {
			return rolePercent
		}
		counts = counts || cue.form == "count"
		if cue.head == "skip" || cue.head == "" && cue.link == "" && cue.form != "count" {
			return noRole
		}
	}
	if counts && g.covered(c) {
		return roleCount
	}
	return noRole
}

// covered reports whether every word of a cell is a cue.
func (g *grid) covered(c *cell) bool {
	k := 0
	for i := g.r.firstWord(); i < c.last; i++ {
		for k < len(g.r.items) && g.r.items[k].last <= i {
			k++
		}
		if g.r.t.Tokens[i].Kind == 0 && !(k < len(g.r.items) && g.r.items[k].first <= i && g.r.items[k].place == "") {
			return false
		}
	}
	return true
}

// describe says what items mean, the last of them first.
func (g *grid) describe(items []item) meaning {
	r := g.r
	var m meaning
	r.items = items
	for k := len(items) - 1; k >= 0; k-- {
		it := &items[k]
		c := it.c()
		if it.place != "" && m.place == "" {
			m.place, m.placeLevel = it.place, it.placeLevel
		}
		if it.band != "" {
			m.band = it.band
			switch m.attr {
			case "":
				m.attr, m.qual, m.at = "age_band", it.band, k
			case "young":
				m.qual = it.band
			}
			continue
		}
		g.congresses(&m, it)
		if m.attr != "completed" && !m.vacant {
			r.take(&m.found, c, k)
		}
		if c.attr == "direct_election" && m.body == "" {
			m.body = "secretary"
		}
		if c.attr == "concurrent" && m.attr == "" {
			m.found = found{attr: c.attr, at: k} // "Kiêm CT HĐND"
		}
		if c.form == "ballot" && (m.attr == "" || m.attr == "approval") {
			m.found, m.ballot = found{attr: c.attr, form: c.form, at: k}, true
		}
		if c.body == "vote" && (m.body == "secretary" || m.body == "deputy_secretary") && m.attr == "" {
			m.found, m.ballot = found{attr: "approval", form: "ballot", at: k}, true // "Tỷ lệ phiếu bầu bí thư"
		}
		switch {
		case c.body == "party_member" && k > 0 && items[k-1].fig != nil: // "Đảng bộ có từ 100 đảng viên trở lên" are organisations
		case c.body != "" && c.use != "organ" && (c.use != "actor" || c.central) && m.body == "":
			m.body, m.central = c.body, c.central
		case c.form == "delegate" && m.body == "":
			m.body = "delegate"
		}
		if l := r.levelWord(k); l != "" && m.level == "" && (c.strength != "" && c.strength != "weak" || c.org || c.body != "" && !c.central) {
			m.level = l
		}
		if c.link == "change" && m.difference == 0 {
			m.difference = 1
			if strings.EqualFold(r.t.Word(it.first), "giảm") {
				m.difference = -1
			}
		} else if c.link == "change" {
			m.difference = 1 // tăng, giảm: the cells have signs
		}
		switch c.reach {
		case "verb", "future", "demand", "aim", "decided", "list":
		default:
			m.phase = first(m.phase, c.phase)
		}
	}
	if m.body == "delegate" && len(items) > 0 && r.t.Identity.Level != "central" && r.nationwide(items[0].first) {
		m.body, m.level, m.central = "upper_delegation", "", false // Đại biểu dự đại hội toàn quốc
	}
	if m.body == "delegate" && rank(m.level) > rank(r.t.Identity.Level) && r.t.Identity.Level != "" {
		m.body, m.level = "upper_delegation", "" // Đại biểu dự Đại hội Đảng bộ tỉnh
	}
	m.sure = m.body != "" || m.attr != "" || m.org || m.difference != 0
	return m
}

// nationwide reports whether the words of a cell from a token on name the congress of the whole Party.
func (r *reader) nationwide(i int32) bool {
	for ; i+1 < r.last; i++ {
		if r.t.Fold(i) == "toàn" && r.t.Fold(i+1) == "quốc" {
			return true
		}
	}
	return false
}

// congresses reads what is said of organisations: how many there are, held
// their congress or have not.
func (g *grid) congresses(m *meaning, it *item) {
	c := it.c()
	switch {
	case m.attr != "" && m.attr != "completed":
	case c.form == "org", c.form == "orgweak":
		m.found, m.org = found{attr: "completed"}, true
	case c.form == "orgnot", c.form == "orgpilot":
		m.found, m.org, m.vacant = found{attr: "other", qual: strings.ToLower(g.r.t.String(it.first, it.last))}, true, true
	}
	m.units = m.units || c.org
	if c.org && c.party && m.body == "" {
		m.org = true
	}
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
