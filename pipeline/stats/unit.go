package stats

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Scopes of a figure.
const (
	ownScope   = "own"
	belowScope = "below"
)

// subject is what a figure speaks of.
type subject struct {
	key   string // of the unit; "" for the country
	level string
	scope string
	term  int // 0 when no term is stated
}

// unitTerm is one subject with its figures.
type unitTerm struct {
	subject
	termEnd   int
	documents int // whose own unit and term it is
	figures   map[figureKey]*figure
	bodies    map[string]*bodyCount
}

// bodyCount counts the documents with a figure of one body.
type bodyCount struct {
	last      *document
	documents int
}

// unitName is how a unit is called, by its newest document.
type unitName struct {
	unit, province, since2025 string
	date                      report.Date
	own                       bool // by a document of its own
}

// unit returns the subject's entry, made when it is new, and keeps the newest
// name of its unit.
func (s *state) unit(sub subject, d *document) *unitTerm {
	u := s.units[sub]
	if u == nil {
		u = &unitTerm{subject: sub, figures: map[figureKey]*figure{}, bodies: map[string]*bodyCount{}}
		s.units[sub] = u
	}
	u.termEnd = max(u.termEnd, d.termEnd)
	if sub.key == d.key && sub.key != "" {
		n := s.names[sub.key]
		if n == nil || !n.own || n.date.Before(d.date) || n.date == d.date && d.unit < n.unit {
			s.names[sub.key] = &unitName{d.unit, d.province, d.since2025, d.date, true}
		}
	}
	return u
}

// about returns what a row of a document speaks of: the place that it names, at
// the level that it names, else the document's own unit.
func (s *state) about(r report.Row, d *document) subject {
	level, place := s.intern(r.Get("level").Text()), r.Get("place").Text()
	if place == "" {
		return scoped(d.key, d.level, level, d.term)
	}
	key, own := s.place(place, d)
	return scoped(key, own, level, d.term)
}

func scoped(key, own, level string, term int) subject {
	switch {
	case key == "":
		return subject{"", cmp.Or(level, own), belowScope, term}
	case level == "" || level == own:
		return subject{key, own, ownScope, term}
	}
	return subject{key, level, belowScope, term}
}

// place returns the key and level of a unit that a row names: a province by its
// name alone, any other unit by its kind and name.
func (s *state) place(place string, d *document) (key, level string) {
	unit, in := "Đảng bộ "+place, d.province
	if p, ok := s.provinces[place]; ok {
		level, in = "province", place
		switch p.kind {
		case "province":
			unit = "Đảng bộ tỉnh " + place
		case "city":
			if !strings.HasPrefix(vn.Fold(place), vn.Fold("thành phố ")) {
				unit = "Đảng bộ thành phố " + place
			}
		}
	} else {
		level = levelOf(place, d)
	}
	key = s.intern(UnitKey(level, in, unit))
	if s.names[key] == nil {
		s.names[key] = &unitName{unit: unit, province: in, since2025: s.since2025(in, d)}
	}
	return key, level
}

func (s *state) since2025(name string, d *document) string {
	if p, ok := s.provinces[name]; ok {
		return p.since2025
	}
	return d.since2025
}

// levelOf tells the level of a named unit from the kind of place that it is. A
// commune or ward stands directly above the grassroots since July 2025.
func levelOf(place string, d *document) string {
	folded := vn.Fold(place)
	begins := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(folded, vn.Fold(w)+" ") })
	}
	switch {
	case begins("huyện", "quận", "thị xã", "thành phố", "tp", "tp.", "tx", "tx."):
		return "upper_grassroots"
	case begins("xã", "phường", "thị trấn", "đặc khu"):
		if d.term >= 2025 && !d.date.IsZero() && (d.date.Year > 2025 || d.date.Year == 2025 && d.date.Month >= 7) {
			return "upper_grassroots"
		}
		return "grassroots"
	}
	return ""
}

// UnitKey joins documents about one organisation: level, province and name,
// folded so that spellings are equal. A province has one organisation of its
// level, whatever a text calls it. It is the unit_key of the table documents.
func UnitKey(level, province, unit string) string {
	if unit == "" {
		return ""
	}
	if level == "province" && province != "" {
		return "province|" + vn.Fold(province) + "|"
	}
	s := vn.Fold(unit)
	for _, r := range [][2]string{{"thành phố ", "tp "}, {"tp. ", "tp "}, {"tp.", "tp "}, {"thị xã ", "tx "}, {"tx. ", "tx "}} {
		s = strings.ReplaceAll(s, r[0], r[1])
	}
	return level + "|" + vn.Fold(province) + "|" + strings.Join(strings.Fields(s), " ")
}

// ranks orders levels from the top.
var ranks = map[string]int{"central": 1, "province": 2, "upper_grassroots": 3, "grassroots": 4, "cell": 5, "": 6}

func compareLevels(a, b string) int { return cmp.Compare(ranks[a], ranks[b]) }

// sortedUnits returns the subjects in the order of the tables: by level, scope,
// province of 2025, unit and term.
func (s *state) sortedUnits() []*unitTerm {
	out := make([]*unitTerm, 0, len(s.units))
	for _, u := range s.units {
		out = append(out, u)
	}
	slices.SortFunc(out, func(a, b *unitTerm) int { return s.compareUnits(a.subject, b.subject) })
	return out
}

func (s *state) compareUnits(a, b subject) int {
	return cmp.Or(
		compareLevels(a.level, b.level), cmp.Compare(b.scope, a.scope), cmp.Compare(s.nameOf(a.key).since2025, s.nameOf(b.key).since2025),
		cmp.Compare(a.key, b.key), cmp.Compare(a.term, b.term),
	)
}

func (s *state) nameOf(key string) unitName {
	if n := s.names[key]; n != nil {
		return *n
	}
	return unitName{}
}

// identify fills the columns that name a subject, those that the table has.
func (s *state) identify(r report.Row, sub subject, termEnd int) {
	n := s.nameOf(sub.key)
	put(r, "unit_key", report.Text(sub.key))
	put(r, "unit", report.Text(n.unit))
	put(r, "province", report.Text(n.province))
	put(r, "province_2025", report.Text(n.since2025))
	put(r, "level", report.Text(sub.level))
	put(r, "scope", report.Text(sub.scope))
	put(r, "term_start", positive(sub.term))
	put(r, "term_end", positive(termEnd))
}

// put sets a column that the table may lack.
func put(r report.Row, column string, v report.Value) {
	if i := r.Table.Index(column); i >= 0 {
		r.Cells[i] = v
	}
}

// positive is null for 0, which no year and no count of documents is.
func positive(n int) report.Value {
	if n == 0 {
		return report.Value{}
	}
	return report.Int(n)
}
