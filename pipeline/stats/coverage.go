package stats

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
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
func (u *unitTerm) stateOf(x indicator) string {
	if u == nil {
		return "absent"
	}
	best := "absent"
	for key, f := range u.figures {
		if key.body != x.body || key.attribute != x.attribute && !(x.attribute == "young" && ofYouth(key)) || key.phase != "actual" || !f.newest().stated() {
			continue
		}
		if f.clear() {
			return "stated"
		}
		best = "unclear"
	}
	if best == "absent" && x.attribute == "total" && u.members(x.body) != nil {
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

func coverage(s *state, t *report.Table) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		asked := s.asked()
		keys := slices.SortedFunc(maps.Keys(asked), s.compareUnits)
		for _, k := range keys {
			if !yield(s.coverageRow(k, asked[k], t)) {
				return
			}
		}
	}
}

// asked returns the units and terms that coverage lists: those of the roster
// for every term of the archive in which they existed, and those that reports
// name. The value says whether the roster has the unit.
func (s *state) asked() map[subject]bool {
	out := map[subject]bool{}
	terms := map[int]bool{}
	for sub := range s.units {
		if sub.scope == ownScope && sub.key != "" {
			out[sub] = false
			if sub.term > 0 {
				terms[sub.term] = true
			}
		}
	}
	for _, u := range s.config.Units {
		sub := u.subject(s)
		for term := range terms {
			if sub.term = term; u.existed(term) {
				out[sub] = true
			}
		}
	}
	return out
}

func (s *state) coverageRow(k subject, listed bool, t *report.Table) report.Row {
	u := s.units[k]
	r := report.NewRow(t)
	end, documents := 0, 0
	if u != nil {
		end, documents = u.termEnd, u.documents
	}
	s.identify(r, k, end)
	if len(s.config.Units) > 0 {
		r.Set("roster", report.Bool(listed))
	}
	r.Set("reported", report.Bool(documents > 0))
	r.Set("documents", report.Int(documents))
	missing := 0
	for _, x := range indicators {
		state := u.stateOf(x)
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

// Covered returns the coverage of each term, in order; none without a roster.
func (d *Dataset) Covered() ([]Coverage, error) {
	s, err := d.counted()
	if err != nil || len(d.config.Units) == 0 {
		return nil, err
	}
	by := map[int]*Coverage{}
	for sub, listed := range s.asked() {
		if !listed {
			continue
		}
		c := by[sub.term]
		if c == nil {
			c = &Coverage{Term: sub.term}
			by[sub.term] = c
		}
		c.Units++
		if u := s.units[sub]; u != nil && u.documents > 0 {
			c.Reported++
		}
	}
	var out []Coverage
	for _, c := range by {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Coverage) int { return cmp.Compare(a.Term, b.Term) })
	return out, nil
}
