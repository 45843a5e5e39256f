package stats

import (
	"cmp"
	"iter"
	"math"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// figureKey names one figure of a subject.
type figureKey struct{ body, attribute, phase, qualifier string }

// figure is the chosen value of each statistic of one figure.
type figure struct {
	chosen [3]*candidate // by statistic
	beaten []rival
}

// rival is a value that was not chosen.
type rival struct {
	stat  statistic
	row   string
	value float64
	date  int
	doc   *document
	exact bool // stated as one number, and read surely
}

type statistic int

const (
	count statistic = iota
	percent
	mean
)

// get returns the chosen value of a statistic, the zero candidate for none.
func (f *figure) get(x statistic) candidate {
	if f == nil || f.chosen[x] == nil {
		return candidate{}
	}
	return *f.chosen[x]
}

// candidate is one stated value. The zero candidate is none.
type candidate struct {
	doc        *document
	row        string
	value      float64
	date       int // yyyymmdd that it stands for; 0 unknown
	own        bool
	bound      string
	check      string
	confidence uint8 // 0 high, 2 low
	base       float64
	baseRow    string
	baseKnown  bool
	asOf       report.Date
	seq        int
}

func (c candidate) stated() bool { return c.doc != nil }

// better reports whether c beats d: the later date, then a report of the unit
// itself, the exact figure, the surer reading, at last the smaller document id
// and the earlier place: the order in which documents come decides nothing.
func (c candidate) better(d candidate) bool {
	return cmp.Or(
		cmp.Compare(c.date, d.date), -cmp.Compare(truth(!c.own), truth(!d.own)), -cmp.Compare(truth(c.bound != "eq"), truth(d.bound != "eq")),
		-cmp.Compare(c.confidence, d.confidence), -cmp.Compare(c.doc.id, d.doc.id), -cmp.Compare(c.seq, d.seq),
	) > 0
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// addMeasures takes the measures of one document at a time: a base must stand
// in the same document as its figure.
func (s *state) addMeasures(rows iter.Seq2[report.Row, error]) error {
	var group []report.Row
	for r, err := range rows {
		if err != nil {
			return err
		}
		if len(group) > 0 && group[0].Get("doc_id").Text() != r.Get("doc_id").Text() {
			s.addGroup(group)
			group = group[:0]
		}
		group = append(group, r)
	}
	s.addGroup(group)
	return nil
}

// totalKey names what bases are looked up by.
type totalKey struct {
	subject
	body, attribute, phase, qualifier string
	asOf                              report.Date
	stat                              string
}

type total struct {
	value float64
	row   string
}

func (s *state) addGroup(rows []report.Row) {
	if len(rows) == 0 {
		return
	}
	d := s.documentOf(rows[0])
	if d == nil {
		return
	}
	totals := map[totalKey]total{}
	for _, r := range rows {
		k := s.totalKey(r, d)
		if _, known := totals[k]; !known {
			n, _ := r.Get("value").Number()
			totals[k] = total{n, r.Get("row_id").Text()}
		}
	}
	for _, r := range rows {
		s.addMeasure(r, d, totals)
	}
}

func (s *state) totalKey(r report.Row, d *document) totalKey {
	asOf, _ := r.Get("as_of").Date()
	return totalKey{
		s.about(r, d), s.intern(r.Get("body").Text()), s.intern(r.Get("attribute").Text()), s.intern(r.Get("phase").Text()),
		s.intern(r.Get("qualifier").Text()), asOf, r.Get("stat").Text(),
	}
}

func (s *state) addMeasure(r report.Row, d *document, totals map[totalKey]total) {
	k := s.totalKey(r, d)
	s.crossMeasure(k)
	c := s.candidate(r, d, k)
	if base, ok := baseOf(k, totals); ok {
		c.base, c.baseRow, c.baseKnown = base.value, base.row, true
	} else if n, ok := namedBase(r.Get("base").Text()); ok {
		c.base, c.baseKnown = n, true
	}
	if k.body == "organization" && k.attribute == "completed" && k.phase == "actual" {
		s.addProgress(k, c)
	}
	u := s.unit(k.subject, d)
	b := u.bodies[k.body]
	if b == nil {
		b = &bodyCount{}
		u.bodies[k.body] = b
	}
	if b.last != d {
		b.last = d
		b.documents++
	}
	key := figureKey{k.body, k.attribute, k.phase, k.qualifier}
	f := u.figures[key]
	if f == nil {
		f = &figure{}
		u.figures[key] = f
	}
	switch k.stat {
	case "count":
		f.choose(count, c)
	case "percent":
		f.choose(percent, c)
	case "mean":
		f.choose(mean, c)
	}
}

func (s *state) candidate(r report.Row, d *document, k totalKey) candidate {
	s.seq++
	c := candidate{
		doc: d, row: r.Get("row_id").Text(), own: k.key == d.key, bound: s.intern(r.Get("bound").Text()), check: s.intern(r.Get("check").Text()),
		asOf: k.asOf, seq: s.seq,
	}
	c.value, _ = r.Get("value").Number()
	switch r.Get("confidence").Text() {
	case "medium":
		c.confidence = 1
	case "low":
		c.confidence = 2
	}
	date := k.asOf
	if date.IsZero() {
		date = d.date
	}
	c.date = date.Year*10_000 + date.Month*100 + date.Day
	return c
}

// choose keeps the better of two values, and what it beat.
func (f *figure) choose(x statistic, c candidate) {
	if f.chosen[x] == nil {
		f.chosen[x] = &c
		return
	}
	if c.better(*f.chosen[x]) {
		c, *f.chosen[x] = *f.chosen[x], c
	}
	f.beaten = append(f.beaten, rival{x, c.row, c.value, c.date, c.doc, c.exact()})
}

// exact reports whether a value is stated as one number and surely read.
func (c candidate) exact() bool { return c.bound == "eq" && c.confidence < 2 }

// rivals yields the values that were not chosen and differ from the chosen one.
func (f *figure) rivals() iter.Seq[rival] {
	return func(yield func(rival) bool) {
		for _, r := range f.beaten {
			if r.value != f.chosen[r.stat].value && !yield(r) {
				return
			}
		}
	}
}

// baseOf finds what a figure is a share of, in its own document: the
// denominator beside it, the seats decided for what is counted against them,
// else the total of its body.
func baseOf(k totalKey, totals map[totalKey]total) (total, bool) {
	look := func(attribute, phase, qualifier, stat string) (total, bool) {
		w := k
		w.attribute, w.phase, w.qualifier, w.stat = attribute, phase, qualifier, stat
		if t, ok := totals[w]; ok && t.value > 0 {
			return t, true
		}
		w.asOf = report.Date{}
		t, ok := totals[w]
		return t, ok && t.value > 0
	}
	if k.stat == "mean" || k.attribute == "total" {
		return total{}, false
	}
	if t, ok := look(k.attribute, k.phase, k.qualifier, "ratio_total"); ok {
		return t, true
	}
	switch k.attribute {
	case "shortfall", "surplus":
		if t, ok := look("total", "planned", "", "count"); ok {
			return t, true
		}
		return look("total", "target", "", "count")
	case "change", "age", "approval", "withdrawn", "other":
		return total{}, false
	}
	for _, attribute := range []string{"total", "elected", "appointed"} {
		if attribute == k.attribute {
			break
		}
		if t, ok := look(attribute, k.phase, "", "count"); ok {
			return t, true
		}
	}
	return total{}, false
}

// namedBase reads the number of a base as measures name it:
// committee.total=36954.
func namedBase(s string) (float64, bool) {
	_, number, found := strings.Cut(s, "=")
	if !found {
		return 0, false
	}
	n, err := strconv.ParseFloat(number, 64)
	return n, err == nil && n > 0
}

// share returns the share of a figure in percent, and the row it stands on;
// computed when figure and base stand in one document, else as stated, unless
// the count is newer than the percent.
func (f *figure) share() (share float64, row string, ok bool) {
	c, p := f.get(count), f.get(percent)
	switch {
	case c.stated() && c.baseKnown && c.value <= c.base:
		return c.value / c.base * 100, c.row, true
	case p.stated() && (!c.stated() || p.date >= c.date):
		return p.value, p.row, true
	}
	return 0, "", false
}

// base returns what the share is of.
func (f *figure) base() (base float64, row string, ok bool) {
	for _, x := range []statistic{count, percent} {
		if c := f.get(x); c.stated() && c.baseKnown {
			return c.base, c.baseRow, true
		}
	}
	return 0, "", false
}

// exact returns count and base when both are whole numbers of one document,
// stated exactly: what intervals and tests may be made of.
func (f *figure) exact() (k, n float64, ok bool) {
	c := f.get(count)
	ok = c.stated() && c.baseKnown && c.bound == "eq" && c.value == math.Trunc(c.value) && c.base == math.Trunc(c.base) && 0 <= c.value && c.value <= c.base && c.base > 0
	return c.value, c.base, ok
}

// newest returns the latest of the chosen values.
func (f *figure) newest() candidate {
	best := f.get(count)
	for _, x := range []statistic{percent, mean} {
		if c := f.get(x); c.stated() && (!best.stated() || c.date > best.date) {
			best = c
		}
	}
	return best
}

// day is the date that a value stands for, else the date of its document.
func (c candidate) day() report.Value {
	if !c.asOf.IsZero() {
		return report.Day(c.asOf)
	}
	if c.doc == nil {
		return report.Value{}
	}
	return report.Day(c.doc.date)
}

// known is null unless ok.
func known(x float64, ok bool) report.Value {
	if !ok {
		return report.Value{}
	}
	return report.Number(x)
}
