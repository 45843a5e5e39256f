package stats

import (
	"bytes"
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
)

// maxBars is how many units a bar chart of one page can name; with more of them
// the provinces stand in it.
const maxBars = 40

// fewBars is how many bars a comparison needs.
const fewBars = 3

// point is one number of a chart.
type point struct {
	category, series string
	value, base      float64
	province         string // tells units of one name apart
}

// stage is what the charts are about: the newest term that states who the
// members of committees are, and the level with most units in it.
type stage struct {
	level string
	term  int
}

func (s *state) stage() (stage, bool) {
	units := s.stages
	all := slices.SortedFunc(maps.Keys(units), func(a, b stage) int {
		return cmp.Or(cmp.Compare(b.term, a.term), cmp.Compare(units[b], units[a]), compareLevels(a.level, b.level))
	})
	if len(all) == 0 {
		return stage{}, false
	}
	return all[0], true
}

// chart counts a unit for the charts.
func (u *unit) chart() {
	u.chartCompletion()
	for _, t := range u.ordered {
		if t.scope != ownScope {
			continue
		}
		if t.term > 0 && t.members("committee") != nil {
			u.s.stages[stage{t.level, t.term}]++
		}
		u.chartSeats(t)
		f := t.figure(figureKey{"committee", "female", "actual", ""})
		if share, _, ok := f.share(); f != nil && ok {
			base, _, _ := f.base()
			var e codec.Encoder
			e.String(cmp.Or(u.called(), u.key))
			e.String(u.name.province)
			e.String(t.level)
			e.Float(share)
			e.Float(base)
			u.s.keep(u.s.women.Add(u.at(spill.AppendInt(nil, t.term), t.subject), e.B))
		}
	}
}

func overview(s *state, t *report.Table) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		at, ok := s.stage()
		women, ofUnits := s.womenChart(at)
		charts := []struct {
			name   string
			at     stage
			points []point
		}{
			{"women", ofUnits, women}, {"age_bands", at, s.ageChart(at)}, {"terms", at, s.termsChart(at)}, {"seats", at, s.seatsChart(at)},
			{"completion", at, s.completionChart()}, {"limitations_level", at, s.limitationChart("level")}, {"limitations_term", at, s.limitationChart("term")},
		}
		for _, c := range charts {
			for i, p := range c.points {
				r := report.NewRow(t)
				r.Set("chart", report.Text(c.name))
				if ok {
					r.Set("level", report.Text(c.at.level))
					r.Set("term_start", positive(c.at.term))
				}
				r.Set("position", report.Int(i+1))
				r.Set("category", report.Text(p.category))
				r.Set("series", report.Text(p.series))
				r.Set("value", report.Number(p.value))
				if p.base > 0 {
					r.Set("base", report.Number(p.base))
				}
				if !yield(r) {
					return
				}
			}
		}
	}
}

// womenChart is the share of women by unit, the largest first, with the
// threshold of the round: of the level with most units that one page can name,
// else of provinces, else of the units with the smallest shares.
func (s *state) womenChart(at stage) ([]point, stage) {
	byLevel := s.womenByLevel(at.term)
	best := at
	for _, level := range slices.SortedFunc(maps.Keys(byLevel), compareLevels) {
		if n := len(byLevel[level]); n <= maxBars && (len(byLevel[best.level]) > maxBars || n > len(byLevel[best.level])) {
			best.level = level
		}
	}
	out := byLevel[best.level]
	if len(out) > maxBars || len(out) < fewBars {
		if provinces := s.womenByProvince(at); len(provinces) >= fewBars {
			out, best = provinces, at
		} else if len(byLevel[at.level]) > len(out) {
			out, best = byLevel[at.level], at
		}
	}
	uniqueCategories(out)
	slices.SortStableFunc(out, func(a, b point) int { return cmp.Compare(b.value, a.value) })
	if len(out) > maxBars {
		out = out[len(out)-maxBars:]
		for i := range out {
			out[i].series = "lowest"
		}
	}
	for _, x := range s.config.Thresholds {
		if !x.Off && x.Term == best.term && x.Body == "committee" && x.Attribute == "female" && x.Stat == "percent" && x.Min != nil {
			for _, p := range slices.Clone(out) {
				out = append(out, point{category: p.category, series: "threshold", value: *x.Min})
			}
			break
		}
	}
	return out, best
}

// womenByLevel is the share of women of each unit of a term that states it.
func (s *state) womenByLevel(term int) map[string][]point {
	out := map[string][]point{}
	prefix := spill.AppendInt(nil, term)
	for x, err := range s.women.All() {
		if err != nil {
			s.keep(err)
			return nil
		}
		if !bytes.HasPrefix(x.Key, prefix) {
			continue
		}
		d := codec.Decode(string(x.Data))
		p := point{category: d.String(), series: "share", province: d.String()}
		level := d.String()
		p.value, p.base = d.Float(), d.Float()
		s.keep(d.Err())
		out[level] = append(out[level], p)
	}
	return out
}

// uniqueCategories names the province of units whose name another one has.
func uniqueCategories(points []point) {
	names := map[string]int{}
	for _, p := range points {
		names[p.category]++
	}
	for i, p := range points {
		if names[p.category] > 1 && p.province != "" {
			points[i].category += ", " + p.province
		}
	}
}

func (s *state) womenByProvince(at stage) []point {
	all := s.tallies
	var out []point
	for _, k := range slices.SortedFunc(maps.Keys(all), compareSeries) {
		x := all[k]
		if k.level == at.level && k.term == at.term && k.province != "" && k.body == "committee" && k.attribute == "female" && k.qualifier == "" && x.base.value() > 0 && Withhold(x.figure.value(), x.base.value()) == Shown {
			out = append(out, point{k.province, "share", x.figure.value() / x.base.value() * 100, x.base.value(), ""})
		}
	}
	return out
}

// ageChart is the three bands by level, pooled over units that state them.
func (s *state) ageChart(at stage) []point {
	all := s.tallies
	var out []point
	for _, k := range slices.SortedFunc(maps.Keys(all), compareSeries) {
		x := all[k]
		if k.term != at.term || k.province != "" || k.body != "committee" || k.attribute != "age_band" || x.base.value() == 0 {
			continue
		}
		if slices.Contains(bands, k.qualifier) {
			out = append(out, point{cmp.Or(k.level, "all"), k.qualifier, x.figure.value() / x.base.value() * 100, x.base.value(), ""})
		}
	}
	slices.SortStableFunc(out, func(a, b point) int {
		return cmp.Or(compareLevels(a.category, b.category), cmp.Compare(slices.Index(bands, a.series), slices.Index(bands, b.series)))
	})
	return out
}

// bands are the three age bands that directives speak of.
var bands = []string{"<40", "40-50", ">50"}

// termsChart is the pooled composition of the level's committees from term to
// term.
func (s *state) termsChart(at stage) []point {
	all := s.tallies
	var out []point
	for _, k := range slices.SortedFunc(maps.Keys(all), compareSeries) {
		x := all[k]
		if k.level != at.level || k.term == 0 || k.province != "" || k.body != "committee" || x.base.value() == 0 {
			continue
		}
		if slices.Contains([]string{"female", "young", "ethnic_minority", "re_elected", "first_time"}, k.attribute) && (k.qualifier == "" || k.attribute == "young" && k.qualifier == "<40") {
			out = append(out, point{yearText(k.term), k.attribute, x.figure.value() / x.base.value() * 100, x.base.value(), ""})
		}
	}
	return out
}

// chartSeats adds up, level by level, the units that state all three: seats
// decided, candidates listed, members elected.
func (u *unit) chartSeats(t *unitTerm) {
	decided := t.figure(figureKey{"committee", "total", "planned", ""}).get(count)
	listed := t.figure(figureKey{"committee", "total", "nominated", ""}).get(count)
	elected := t.members("committee").get(count)
	if !decided.stated() || !listed.stated() || !elected.stated() {
		return
	}
	at := stage{t.level, t.term}
	if u.s.seats[at] == nil {
		u.s.seats[at] = &[3]sum{}
	}
	for i, c := range []candidate{decided, listed, elected} {
		u.s.seats[at][i].add(c.value)
	}
}

func (s *state) seatsChart(at stage) []point {
	sums := map[string]*[3]sum{}
	for k, x := range s.seats {
		if k.term == at.term {
			sums[k.level] = x
		}
	}
	var out []point
	for _, level := range slices.SortedFunc(maps.Keys(sums), compareLevels) {
		for i, step := range []string{"decided", "listed", "elected"} {
			out = append(out, point{cmp.Or(level, "all"), step, sums[level][i].value(), 0, ""})
		}
	}
	return out
}

// completion is the subject with most dated snapshots of a level so far.
type completion struct {
	count, term int
	at          []byte // its place among the units
	points      []point
}

// chartCompletion holds the progress of a unit against the best of its level.
func (u *unit) chartCompletion() {
	dated := map[subject][]snapshotKey{}
	for k := range u.progress {
		if !k.asOf.IsZero() {
			dated[k.subject] = append(dated[k.subject], k)
		}
	}
	for sub, keys := range dated {
		x := &completion{count: len(keys), term: sub.term, at: u.at(nil, sub)}
		if before := u.s.completion[sub.level]; before != nil && !x.beats(before) {
			continue
		}
		slices.SortFunc(keys, func(a, b snapshotKey) int { return a.asOf.Compare(b.asOf) })
		for _, k := range keys {
			x.points = append(x.points, u.progress[k].point(k)...)
		}
		u.s.completion[sub.level] = x
	}
}

// beats compares: more snapshots, then the later term, then the place.
func (x *completion) beats(y *completion) bool {
	return cmp.Or(cmp.Compare(x.count, y.count), cmp.Compare(x.term, y.term), bytes.Compare(y.at, x.at)) > 0
}

// point is a snapshot in the chart, if it says how far the unit is.
func (x *snapshot) point(k snapshotKey) []point {
	total := cmp.Or(x.total.value, x.completed.base)
	switch {
	case x.completed.stated() && total > 0:
		return []point{{k.asOf.String(), cmp.Or(k.level, "all"), x.completed.value / total * 100, total, ""}}
	case x.share.stated():
		return []point{{k.asOf.String(), cmp.Or(k.level, "all"), x.share.value, 0, ""}}
	}
	return nil
}

// completionChart is the progress of the subject with most dated snapshots at
// each level.
func (s *state) completionChart() []point {
	var out []point
	for _, level := range slices.SortedFunc(maps.Keys(s.completion), compareLevels) {
		out = append(out, s.completion[level].points...)
	}
	return out
}

// heat counts the documents that could state a limitation and those that state
// each, by level or by term.
type heat struct {
	base   map[string]int
	counts map[[2]string]int // code and column
}

func newHeat() *heat { return &heat{map[string]int{}, map[[2]string]int{}} }

func (s *state) addHeat(d *document) {
	for by, column := range map[string]string{"level": cmp.Or(d.level, "all"), "term": cmp.Or(yearText(d.term), "all")} {
		h := s.heat[by]
		h.base[column]++
		for code := range d.limitations {
			h.counts[[2]string{code, column}]++
		}
	}
}

// limitationChart counts the documents that state each limitation, by level or
// by term.
func (s *state) limitationChart(by string) []point {
	h := s.heat[by]
	codes := map[string]bool{}
	for k := range h.counts {
		codes[k[0]] = true
	}
	columns := slices.SortedFunc(maps.Keys(h.base), func(a, b string) int { return cmp.Or(compareLevels(a, b), cmp.Compare(a, b)) })
	var out []point
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		for _, column := range columns {
			out = append(out, point{code, column, float64(h.counts[[2]string{code, column}]), float64(h.base[column]), ""})
		}
	}
	return out
}
