package stats

import (
	"cmp"
	"iter"
	"math"

	"github.com/tongket/tongket/pipeline/audit"
	"github.com/tongket/tongket/pipeline/codec"
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
	doc   *source
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
	doc        *source
	row        string
	value      float64
	date       int // yyyymmdd that it stands for; 0 unknown
	own        bool
	bound      string
	check      string
	confidence uint8 // 0 high, 2 low
	support    int   // stated shares of its document that agree with it
	sum        bool  // over units that a table lists, perhaps not all
	couple     int   // of the count and the share that restate each other; 0 none
	base       float64
	baseRow    string
	baseKnown  bool
	asOf       report.Date
	seq        int
}

func (c candidate) stated() bool { return c.doc != nil }

// better reports whether c beats d: the later date, then a report of the unit
// itself, the exact figure, the one with which more stated shares agree, the
// surer reading, what is no sum of a table, at last the smaller document id and
// the earlier place: the order in which documents come decides nothing.
func (c candidate) better(d candidate) bool {
	return cmp.Or(
		cmp.Compare(c.date, d.date), -cmp.Compare(truth(!c.own), truth(!d.own)), -cmp.Compare(truth(c.bound != "eq"), truth(d.bound != "eq")),
		cmp.Compare(c.support, d.support), -cmp.Compare(c.confidence, d.confidence), -cmp.Compare(truth(c.sum), truth(d.sum)),
		-cmp.Compare(c.doc.id, d.doc.id), -cmp.Compare(c.seq, d.seq),
	) > 0
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// measure takes one figure in.
func (u *unit) measure(d *codec.Decoder, sub subject, src *source) {
	key := figureKey{body: d.Value().Text(), attribute: d.Value().Text(), phase: d.Value().Text(), qualifier: d.Value().Text()}
	stat := d.Value().Text()
	u.figures++
	c := candidate{doc: src, row: d.Value().Text(), own: src.own, seq: u.figures}
	c.value, _ = d.Value().Number()
	c.bound, c.check = d.Value().Text(), d.Value().Text()
	c.asOf, _ = d.Value().Date()
	c.confidence = d.Byte()
	c.support, c.sum, c.couple = d.Int(), d.Bool(), d.Int()
	if c.baseKnown = d.Bool(); c.baseKnown {
		c.base, _ = d.Value().Number()
		c.baseRow = d.Value().Text()
	}
	date := c.asOf
	if date.IsZero() {
		date = src.date
	}
	c.date = date.Year*10_000 + date.Month*100 + date.Day
	if key.body == "organization" && key.attribute == "completed" && key.phase == "actual" {
		u.addProgress(sub, stat, c)
	}
	t := u.term(sub, src)
	b := t.counted(key.body)
	if b.last != src {
		b.last = src
		b.documents++
	}
	f := t.byKey[key]
	if f == nil {
		f = &figure{}
		t.byKey[key] = f
	}
	switch stat {
	case "count":
		f.choose(count, c)
	case "percent":
		f.choose(percent, c)
	case "mean":
		f.choose(mean, c)
	}
}

// counted is the count of documents of a body, made when it is new.
func (t *unitTerm) counted(body string) *bodyCount {
	if t.body != nil && t.body.body == body {
		return t.body
	}
	t.body = t.bodies[body]
	if t.body == nil {
		t.body = &bodyCount{body: body}
		t.bodies[body] = t.body
	}
	return t.body
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

// share returns the share of a figure in percent, and the row it stands on;
// computed when figure and base stand in one document, else as stated, unless
// the count is newer than the percent.
func (f *figure) share() (share float64, row string, ok bool) {
	c, p := f.get(count), f.percent()
	switch {
	case c.stated() && c.baseKnown:
		return c.value / c.base * 100, c.row, true
	case p.stated() && (!c.stated() || p.date >= c.date):
		return p.value, p.row, true
	}
	return 0, "", false
}

// percent returns the chosen percent, the zero candidate where its document
// states it for another count than the chosen one.
func (f *figure) percent() candidate {
	c, p := f.get(count), f.get(percent)
	if !c.stated() || c.doc != p.doc || c.couple != 0 && c.couple == p.couple {
		return p
	}
	if c.baseKnown && audit.Agrees(p.value, c.value, c.base) || !c.baseKnown && p.couple == 0 {
		return p
	}
	return candidate{}
}

// base returns what the share is of; not that of another document's share.
func (f *figure) base() (base float64, row string, ok bool) {
	c, p := f.get(count), f.percent()
	switch {
	case c.stated() && c.baseKnown:
		return c.base, c.baseRow, true
	case p.stated() && p.baseKnown && (!c.stated() || c.doc == p.doc && audit.Agrees(p.value, c.value, p.base)):
		return p.base, p.baseRow, true
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
