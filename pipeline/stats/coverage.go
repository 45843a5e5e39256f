package stats

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	units "github.com/tongket/tongket/pipeline/unit"
)

// indicator is one column of coverage: stated when any of its figures is.
type indicator struct{ column, body, attribute string }

var indicators = []indicator{
	{"members", "committee", "total"},
	{"re_elected", "committee", "re_elected"},
	{"first_time", "committee", "first_time"},
	{"women", "committee", "female"},
	{"young", "committee", "young"},
	{"minority", "committee", "ethnic_minority"},
	{"mean_age", "committee", "age"},
	{"education", "committee", "education"},
	{"theory", "committee", "theory"},
	{"standing_members", "standing_committee", "total"},
	{"standing_women", "standing_committee", "female"},
	{"secretary", "secretary", "total"},
	{"deputy_secretary", "deputy_secretary", "total"},
	{"inspection_members", "inspection_committee", "total"},
}

// stateOf says whether an indicator is clear: unclear is a low confidence, a
// percent that does not agree with its count, or two values of one date.
func (t *unitTerm) stateOf(x indicator) string {
	if t == nil {
		return "absent"
	}
	best := "absent"
	for _, f := range t.figures {
		if f.body != x.body || f.attribute != x.attribute && !(x.attribute == "young" && ofYouth(f.figureKey)) || f.phase != "actual" || !f.newest().stated() {
			continue
		}
		if f.clear() {
			return "stated"
		}
		best = "unclear"
	}
	if best == "absent" && x.attribute == "total" && t.members(x.body) != nil {
		return "stated"
	}
	return best
}

// oldestYoung is the highest cut-off by which congresses count young members:
// under 40 in the directives, under 35 in some provinces.
const oldestYoung = 40

// ofYouth reports whether an age band counts the young without the word: "dưới
// 40 tuổi".
func ofYouth(key figureKey) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(key.qualifier, "<"))
	return err == nil && key.attribute == "age_band" && strings.HasPrefix(key.qualifier, "<") && n <= oldestYoung
}

func (f *figure) clear() bool {
	for _, x := range []statistic{count, percent, mean} {
		if c := f.get(x); c.stated() && (c.confidence == 2 || c.check == "mismatch") {
			return false
		}
	}
	for r := range f.rivals() {
		if r.date == f.chosen[r.stat].date {
			return false
		}
	}
	return true
}

// coverage lists the units and terms that coverage is about: those of the roster
// for every term of the archive in which they existed, and those that reports
// name.
func coverage(u *unit) {
	if u.key == "" {
		return
	}
	asked := map[subject]bool{} // whether the roster has it
	for sub := range u.terms {
		if sub.scope == ownScope {
			asked[sub] = false
		}
	}
	maps.Copy(asked, u.due)
	o := u.s.out["coverage"]
	for sub, listed := range asked {
		if o != nil {
			o.add(u.at(nil, sub), u.coverageRow(o, sub, listed))
		}
	}
}

func (u *unit) coverageRow(o *output, sub subject, listed bool) report.Row {
	t, end, documents := u.terms[sub], 0, 0
	if t != nil {
		end, documents = t.termEnd, t.documents
	}
	r := o.rowOf(u, sub, end)
	if u.s.config.Units != (Roster{}) {
		r.Set("roster", report.Bool(listed))
	}
	r.Set("reported", report.Bool(documents > 0))
	r.Set("documents", report.Int(documents))
	missing := 0
	for _, x := range indicators {
		state := t.stateOf(x)
		put(r, x.column, report.Text(state))
		if state != "stated" {
			missing++
		}
	}
	r.Set("missing", report.Int(missing))
	return r
}

// Coverage sums up a roster: how many units of the roster and term have a
// report.
type Coverage struct {
	Term, Units, Reported int
}

// due says of which of several units of one name the roster wants a report, term
// by term. An entry is about the unit where it says that it is. One that names no
// district while reports do stands for all of its name, if the roster tells none
// of them apart: those that reported are the entry's, and the entry is missing
// where none did. So a roster without districts loses no report, and which of two
// communes is silent is never guessed. meant are units of no province that an
// entry with one is about.
func (s *state) due(all []*unit, meant map[*unit][]*unit) {
	for _, u := range all {
		others := append(u.alsoMeant(all), meant[u]...)
		for _, sub := range u.listedIn() {
			reported := u.reported(sub)
			for _, v := range others {
				if of := (subject{v.key, sub.level, sub.scope, sub.term}); v.reported(of) {
					v.due[of], reported = true, true
				}
			}
			if !reported || u.reported(sub) {
				u.due[sub] = true
			}
			s.cover(sub.term, reported)
		}
	}
}

// listedIn is what the roster's entries for a unit ask for, each term once.
func (u *unit) listedIn() []subject {
	asked := map[subject]bool{}
	for _, x := range u.roster {
		for term := range u.s.terms {
			if x.existed(term) {
				asked[subject{u.key, x.Level, ownScope, term}] = true
			}
		}
	}
	return slices.Collect(maps.Keys(asked))
}

// alsoMeant are the other units that the roster's entries for u may be about:
// those of its name that say more of where they are, none where the roster has
// an entry for one of these.
func (u *unit) alsoMeant(all []*unit) []*unit {
	var out []*unit
	for _, v := range all {
		if v == u || !units.Within(v.upper, u.upper) {
			continue
		}
		if len(v.roster) > 0 {
			return nil
		}
		out = append(out, v)
	}
	return out
}

// meantBy are the units whose reports tell no province, by the one of the same
// level and name in a roster that they can be: where the roster has two, or names
// the unit without a province too, nobody guesses. The first of provinces are the
// units of none.
func meantBy(provinces [][]*unit) map[*unit][]*unit {
	bare := provinces[0]
	if slices.ContainsFunc(bare, func(u *unit) bool { return len(u.roster) > 0 }) {
		return nil
	}
	listed := slices.DeleteFunc(slices.Concat(provinces[1:]...), func(u *unit) bool { return len(u.roster) == 0 })
	meant := map[*unit][]*unit{}
	for _, v := range bare {
		if u := v.onlyOf(listed); u != nil {
			meant[u] = append(meant[u], v)
		}
	}
	return meant
}

// onlyOf is the one of listed that may be u: in the same district, else, where
// none is, one for which the roster or the report tells no district; nil for none
// or several.
func (u *unit) onlyOf(listed []*unit) *unit {
	var same, perhaps []*unit
	for _, x := range listed {
		switch {
		case x.upper == u.upper && u.upper != "":
			same = append(same, x)
		case units.Within(x.upper, u.upper), slices.ContainsFunc(x.roster, func(e Unit) bool { return units.Within(u.upper, e.upper()) }):
			perhaps = append(perhaps, x)
		}
	}
	if len(same) == 0 {
		same = perhaps
	}
	if len(same) != 1 {
		return nil
	}
	return same[0]
}

// upper is what an entry says of where its unit is.
func (u Unit) upper() string { return units.Of(u.Level, u.Province, u.Name, "").Upper }

// reported reports whether there is a document of the unit's own.
func (u *unit) reported(sub subject) bool {
	t := u.terms[sub]
	return t != nil && t.documents > 0
}

func (s *state) cover(term int, reported bool) {
	c := s.covered[term]
	if c == nil {
		c = &Coverage{Term: term}
		s.covered[term] = c
	}
	c.Units++
	if reported {
		c.Reported++
	}
}

// Covered returns the coverage of each term, in order; none without a roster.
func (d *Dataset) Covered() ([]Coverage, error) {
	s, err := d.counted()
	if err != nil {
		return nil, err
	}
	var out []Coverage
	for _, term := range slices.Sorted(maps.Keys(s.covered)) {
		out = append(out, *s.covered[term])
	}
	return out, nil
}
