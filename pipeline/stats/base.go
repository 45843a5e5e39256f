package stats

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/audit"
	"github.com/tongket/tongket/pipeline/report"
)

// measure is what a row of measures speaks of, and what its base is looked up by.
type measure struct {
	about
	totalKey

	row, evidence string
	value         float64
	exact         bool   // stated as one number
	units         uint64 // for a sum over units that a table lists: which; else 0
	named         float64
	agrees        bool // the row's own check agrees with its named base
	partner       int  // the count of a share, the share of a count; -1 none
	ratio         int  // the M of an N/M; -1 none
}

// totalKey names what bases are looked up by, in codes of this document.
type totalKey struct{ subject, body, attribute, phase, qualifier, stat, asOf code }

// total is a count that figures may be a share of.
type total struct {
	value   float64
	at      int // among the measures
	support int // stated shares that agree with it
	next    int // total of the same key, -1 none
}

// chain holds the totals of one key, in the order of the text.
type chain struct{ first, last, length int }

// longest bounds how many totals of one key are weighed: no text has so many but
// by mistake.
const longest = 64

// bases finds what the figures of one document are shares of.
//
// A figure is paired only with a base that can be its own: not smaller, in the
// same scope, and where a share is stated one that agrees with it. A table that
// lists units adds up these; prose and other tables may speak of more, so their
// totals are no base of its sums, nor its sums of what they say, unless a stated
// share says so. Of several totals the one stands that the figure's own sentence
// or row has, else the one with which most stated shares of the document agree,
// else the first of the text. Where none fits there is no base: a wrong share is
// worse than none.
type bases struct {
	rows   []measure
	chains map[totalKey]chain
	totals []total
	counts map[totalKey]int    // the last count of a key so far
	shares map[totalKey]int    // the last share of a key that has no count so far
	lone   map[totalKey]int    // the first share of a key without a count of its own
	open   map[totalKey]uint64 // units of a table whose sum is to come
}

func newBases() bases {
	return bases{
		chains: map[totalKey]chain{}, counts: map[totalKey]int{}, shares: map[totalKey]int{}, lone: map[totalKey]int{}, open: map[totalKey]uint64{},
	}
}

func (b *bases) begin() {
	b.rows, b.totals = b.rows[:0], b.totals[:0]
	clear(b.chains)
	clear(b.counts)
	clear(b.shares)
	clear(b.lone)
	clear(b.open)
}

// add takes a row in; placed tells that it names a unit, cell that it is of a
// table.
func (b *bases) add(m measure, placed, cell bool) {
	i := len(b.rows)
	m.partner, m.ratio = -1, -1
	if cell {
		k := m.totalKey
		k.subject, k.asOf = 0, 0
		if placed {
			b.open[k] += spread(uint64(m.about.code) + 1)
		} else if m.units = b.open[k]; m.units != 0 {
			delete(b.open, k)
		}
	}
	b.rows = append(b.rows, m)
	k := m.totalKey
	k.stat = wordCount
	switch m.stat { //nolint:exhaustive // others are of nothing
	case wordCount:
		b.counts[k] = i
		if j, ok := b.shares[k]; ok && b.rows[j].evidence == m.evidence {
			b.pair(i, j)
		}
		delete(b.shares, k)
		if m.attribute == wordTotal || m.attribute == wordElected || m.attribute == wordAppointed {
			b.addTotal(k, i)
		}
	case wordPercent:
		c, ok := b.counts[k]
		switch {
		case ok && b.rows[c].evidence == m.evidence, ok && cell && m.named > 0: // in a table the shares may stand below the counts
			b.pair(c, i)
		default:
			b.shares[k] = i
		}
	case wordRatioTotal:
		if m.attribute != wordApproval { // a vote has its own
			b.addTotal(m.totalKey, i)
		}
		if c, ok := b.counts[k]; ok && b.rows[c].evidence == m.evidence && b.rows[c].ratio < 0 {
			b.rows[c].ratio = i
		}
	}
}

// pair joins a count and the share that restates it.
func (b *bases) pair(count, share int) {
	if b.rows[count].partner < 0 {
		b.rows[count].partner = share
		b.rows[share].partner = count
	}
}

func (b *bases) addTotal(k totalKey, i int) {
	if b.rows[i].value <= 0 {
		return
	}
	c, known := b.chains[k]
	if c.length == longest {
		return
	}
	b.totals = append(b.totals, total{value: b.rows[i].value, at: i, next: -1})
	n := len(b.totals) - 1
	if known {
		b.totals[c.last].next = n
	} else {
		c.first = n
	}
	c.last, c.length = n, c.length+1
	b.chains[k] = c
}

// weigh counts, once all rows are in, the shares that agree with each total.
func (b *bases) weigh() {
	for i := range b.rows {
		p := &b.rows[i]
		if p.stat != wordPercent {
			continue
		}
		if p.partner < 0 && p.exact {
			if _, known := b.lone[p.totalKey]; !known {
				b.lone[p.totalKey] = i
			}
		}
		if p.agrees {
			b.each(p, func(t *total, _ int) {
				if t.value == p.named {
					t.support++
				}
			})
		} else if p.partner >= 0 {
			c := &b.rows[p.partner]
			b.each(p, func(t *total, _ int) {
				if restates(p, c, t.value) {
					t.support++
				}
			})
		}
	}
}

// restates reports whether a share is that of a count in a whole.
func restates(p, c *measure, whole float64) bool {
	return p.exact && c.exact && c.value <= whole && audit.Agrees(p.value, c.value, whole)
}

// each yields the totals that may be the base of a figure, with the rank of what
// they count: those that the figure is said to be of, the members in all, the
// elected or the appointed alone.
func (b *bases) each(m *measure, yield func(t *total, rank int)) {
	k := m.totalKey
	along := func(rank int) bool {
		c, ok := b.chains[k]
		for n := c.first; ok && n >= 0; n = b.totals[n].next {
			yield(&b.totals[n], rank)
		}
		return ok
	}
	both := func(rank int) (found bool) {
		found = along(rank)
		if k.asOf != 0 {
			k.asOf = 0
			found = along(rank+1) || found
			k.asOf = m.asOf
		}
		return found
	}
	if m.attribute == wordTotal {
		return
	}
	k.stat = wordRatioTotal
	both(-2) // the M of an N/M elsewhere
	k.stat, k.qualifier = wordCount, wordNone
	switch m.attribute { //nolint:exhaustive // the others have the base of their body
	case wordChange, wordAge, wordApproval, wordWithdrawn, wordOther:
		return
	case wordShortfall, wordSurplus:
		k.attribute = wordTotal
		for rank, phase := range []code{wordPlanned, wordTarget} {
			k.phase = phase
			if both(2 * rank) {
				return
			}
		}
		return
	}
	for rank, attribute := range []code{wordTotal, wordElected, wordAppointed} {
		if attribute == m.attribute {
			return
		}
		k.attribute = attribute
		if both(2*rank) && attribute == wordElected {
			return // what was appointed beside is the lesser part
		}
	}
}

// best returns the total of a figure: of those that are not smaller and fit.
func (b *bases) best(m *measure, fits func(*total) bool) (found *total) {
	type merit struct {
		beside        bool
		support, rank int
	}
	var won merit
	b.each(m, func(t *total, rank int) {
		if m.stat == wordCount && t.value < m.value || !fits(t) {
			return
		}
		at := merit{b.beside(m, t, rank), t.support, rank}
		better := found == nil
		switch {
		case found == nil:
		case at.beside != won.beside:
			better = at.beside
		case at.support != won.support:
			better = at.support > won.support
		default:
			better = at.rank < won.rank
		}
		if better {
			found, won = t, at
		}
	})
	return found
}

// beside reports whether a total of all members stands in the sentence or row of
// a figure.
func (b *bases) beside(m *measure, t *total, rank int) bool {
	return rank < 2 && b.rows[t.at].evidence == m.evidence
}

// base is what a figure is a share of. The zero base is none.
type base struct {
	value  float64
	row    string
	agreed bool // a stated share agrees
}

func (b *bases) of(t *total, agreed bool) base {
	if t == nil {
		return base{}
	}
	return base{t.value, b.rows[t.at].row, agreed}
}

// find returns the base of a figure.
func (b *bases) find(i int) base {
	m := &b.rows[i]
	switch m.stat { //nolint:exhaustive // others are of nothing
	case wordCount:
		if m.attribute != wordTotal {
			return b.ofCount(m)
		}
	case wordPercent:
		switch {
		case m.partner >= 0 && m.attribute != wordTotal:
			return b.ofCount(&b.rows[m.partner])
		case m.named > 0:
			return b.stated(m)
		default:
			return b.of(b.best(m, func(t *total) bool { return b.alike(m, t) }), false)
		}
	}
	return base{}
}

// stated is the base that the check of a share names.
func (b *bases) stated(p *measure) base {
	t := b.best(p, func(t *total) bool { return t.value == p.named })
	if t == nil {
		return base{p.named, "", p.agrees}
	}
	return b.of(t, p.agrees)
}

func (b *bases) ofCount(c *measure) base {
	var p *measure
	if c.partner >= 0 {
		p = &b.rows[c.partner]
	}
	if c.ratio >= 0 {
		if m := &b.rows[c.ratio]; m.value >= c.value && m.value > 0 {
			return base{m.value, m.row, p != nil && restates(p, c, m.value)}
		}
	}
	if p != nil && p.agrees && p.named >= c.value {
		return b.stated(p)
	}
	if p == nil || !p.exact || !c.exact {
		t := b.best(c, func(t *total) bool { return b.alike(c, t) })
		if t != nil && b.rows[t.at].evidence == c.evidence {
			return b.of(t, false)
		}
		if p = b.alone(c); p == nil {
			return b.of(t, false)
		}
		if p.agrees && restates(p, c, p.named) {
			return b.stated(p)
		}
	}
	if t := b.best(c, func(t *total) bool { return restates(p, c, t.value) }); t != nil {
		return b.of(t, true)
	}
	if p.named > 0 && p.named >= c.value { // as the text has it, and the check tells that it is not so
		return b.stated(p)
	}
	return base{}
}

// alone is the share that another sentence states for what a count counts.
func (b *bases) alone(c *measure) *measure {
	k := c.totalKey
	k.stat = wordPercent
	if i, ok := b.lone[k]; ok && c.exact && b.rows[i].units == c.units {
		return &b.rows[i]
	}
	return nil
}

// alike reports whether a total counts in the scope of a figure: in its sentence
// or row, or neither adds up other units than the other.
func (b *bases) alike(m *measure, t *total) bool {
	x := &b.rows[t.at]
	return x.units == m.units || x.evidence == m.evidence
}

// support tells how well a row is borne out by the stated shares of its document.
func (b *bases) support(i int, found base) int {
	m := &b.rows[i]
	if m.stat != wordCount || m.attribute != wordTotal && m.attribute != wordElected && m.attribute != wordAppointed {
		if found.agreed {
			return 1
		}
		return 0
	}
	k := m.totalKey
	c, ok := b.chains[k]
	for n := c.first; ok && n >= 0; n = b.totals[n].next {
		if b.totals[n].at == i {
			return b.totals[n].support
		}
	}
	return 0
}

// couple names the count and the share that restate each other, 0 for neither.
func (b *bases) couple(i int) int {
	m := &b.rows[i]
	switch {
	case m.partner < 0:
		return 0
	case m.stat == wordCount:
		return i + 1
	}
	return m.partner + 1
}

// spread makes the sum of small numbers tell which they were.
func spread(x uint64) uint64 {
	x *= 0x9e3779b97f4a7c15
	x ^= x >> 29
	x *= 0xbf58476d1ce4e5b9
	return x ^ x>>32
}

// namedBase reads the number of a base as measures name it:
// committee.total=36954.
func namedBase(s string) float64 {
	_, number, found := strings.Cut(s, "=")
	if !found {
		return 0
	}
	n, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0
	}
	return n
}

// addMeasures takes the measures of one document: a base must stand in the same
// document as its figure.
func (p *pages) addMeasures(_ *document, rows []report.Row) {
	if p.columns.table != rows[0].Table {
		p.columns = columnsOf(rows[0].Table)
	}
	c := &p.columns
	p.bases.begin()
	evidence, isCell := "", false
	for _, r := range rows {
		m := p.measure(r)
		if m.evidence != evidence {
			evidence, isCell = m.evidence, strings.Contains(m.evidence, "\t")
		}
		p.bases.add(m, !cell(r, c.place).IsNull(), isCell)
	}
	p.bases.weigh()
	for i, r := range rows {
		p.addMeasure(r, i)
	}
}

func (p *pages) measure(r report.Row) measure {
	c := &p.columns
	a := p.about(cell(r, c.level).Text(), cell(r, c.place).Text())
	asOf, _ := cell(r, c.asOf).Date()
	m := measure{about: a, totalKey: totalKey{
		a.code, p.code(0, r, c.body), p.code(1, r, c.attribute), p.code(2, r, c.phase), p.code(3, r, c.qualifier), p.code(4, r, c.stat),
		code(asOf.Year*10_000 + asOf.Month*100 + asOf.Day),
	}, row: cell(r, c.row).Text(), evidence: cell(r, c.evidence).Text()}
	m.value, _ = cell(r, c.value).Number()
	bound := cell(r, c.bound).Text()
	m.exact = (bound == "eq" || bound == "") && cell(r, c.most).IsNull()
	if m.named = namedBase(cell(r, c.base).Text()); m.named > 0 {
		check := cell(r, c.check).Text()
		m.agrees = check == "ok" || check == "truncated"
	}
	return m
}

func (p *pages) addMeasure(r report.Row, i int) {
	c, m := &p.columns, &p.bases.rows[i]
	p.crossed[[2]code{m.attribute, m.body}]++
	found := p.bases.find(i)
	p.s.counts(m.about.subject)
	e := m.entry(entryMeasure)
	for _, i := range [...]int{c.body, c.attribute, c.phase, c.qualifier, c.stat, c.row, c.value, c.bound} {
		e.Value(cell(r, i))
	}
	check := cell(r, c.check)
	if found.agreed && check.Text() == "mismatch" { // with another base
		check = report.Text("ok")
	}
	e.Value(check)
	e.Value(cell(r, c.asOf))
	e.Byte(byte(max(0, confidenceOf(cell(r, c.confidence).Text()))))
	e.Int(p.bases.support(i, found))
	e.Bool(m.units != 0)
	e.Int(p.bases.couple(i))
	e.Bool(found.value > 0)
	if found.value > 0 {
		e.Value(report.Number(found.value))
		e.Value(report.Text(found.row))
	}
}
