package stats

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
	units "github.com/tongket/tongket/pipeline/unit"
	"github.com/tongket/tongket/pipeline/vn"
)

// pages puts aside what a document says, a page for each unit that it speaks of.
// A page is read back with those of other documents about the unit, in unit.go.
type pages struct {
	s       *state
	d       *document
	byKey   map[units.Key]int // number of the page
	list    []*page
	columns measureColumns
	places  map[[2]string]about // level and place → what rows with them speak of
	recent  struct {            // the last of these
		level, place string
		about        about
	}
	words   words
	said    [5]word   // by the row above: most rows repeat what it says
	rows    []measure // of one document
	totals  map[totalKey]total
	subject map[subject]code
	crossed map[[2]code]int // measures by attribute and body
}

// measure is what a row of measures speaks of, and what its base is looked up by.
type measure struct {
	about
	totalKey
}

// word is a text with its code; the zero word is "".
type word struct {
	text string
	code code
}

type page struct {
	alike string // what the unit's namesakes of all provinces have in common
	enc   codec.Encoder
}

// The kinds of entries of a page.
const (
	pageDocument = iota // a page begins so, or
	pageRoster          // is one unit of a roster
	entryOwn            // the document is the unit's own
	entryName           // the document names the unit
	entryMeasure
	entryPerson
	entryLimitation
)

// about is a subject, with the page that it stands on.
type about struct {
	subject
	page *page
	code code // of the subject, in this document
}

func newPages(s *state) *pages {
	return &pages{
		s: s, byKey: map[units.Key]int{}, places: map[[2]string]about{}, totals: map[totalKey]total{}, subject: map[subject]code{}, words: newWords(),
		crossed: map[[2]code]int{},
	}
}

func (p *pages) begin(d *document) {
	p.d = d
	clear(p.byKey)
	clear(p.places)
	clear(p.subject)
	p.list = p.list[:0]
	p.recent.about.page = nil
	if p.words.full() {
		p.cross()
		p.words.renew()
		clear(p.said[:])
	}
	if d.key.Base != "" {
		sub := subject{d.key.String(), d.level, ownScope, d.term}
		p.s.counts(sub)
		x := p.on(d.key)
		x.enc.Byte(entryOwn)
		x.enc.Text(d.level)
		x.enc.Int(d.term)
		x.enc.Text(d.unit)
		x.enc.Text(d.upper)
		x.enc.Text(d.province)
		x.enc.Text(d.since2025)
	}
}

// end puts the pages of the document aside.
func (p *pages) end() {
	for _, x := range p.list {
		p.s.keep(p.s.units.Add([]byte(x.alike), x.enc.B))
	}
}

// counts notes that there is a figure or a report of a subject.
func (s *state) counts(sub subject) {
	if sub.scope == ownScope && sub.key != "" && sub.term > 0 {
		s.terms[sub.term] = true
	}
}

// on returns the page of a unit, begun when it is new.
func (p *pages) on(key units.Key) *page {
	if i, ok := p.byKey[key]; ok {
		return p.list[i]
	}
	n := len(p.list)
	if n < cap(p.list) {
		p.list = p.list[:n+1]
	} else {
		p.list = append(p.list, nil)
	}
	if p.list[n] == nil {
		p.list[n] = &page{}
	}
	x := p.list[n]
	p.byKey[key] = n
	x.alike, x.enc.B = beginPage(x.enc.B[:0], key)
	x.enc.Once()
	x.enc.Byte(pageDocument)
	x.enc.Uint(uint64(p.d.number))
	x.enc.Text(p.d.id)
	x.enc.Date(p.d.date)
	x.enc.Int(p.d.termEnd)
	x.enc.Bool(key == p.d.key)
	return x
}

// about returns what a row speaks of: the place that it names, at the level that
// it names, else the document's own unit.
func (p *pages) about(level, place string) about {
	x := &p.recent
	if x.about.page == nil || x.level != level || x.place != place {
		x.level, x.place, x.about = level, place, p.found(level, place)
	}
	return x.about
}

func (p *pages) found(level, place string) about {
	k := [2]string{level, place}
	if a, ok := p.places[k]; ok {
		return a
	}
	var a about
	if place == "" {
		a.subject = scoped(p.d.key, p.d.level, level, p.d.term)
		a.page = p.on(p.d.key)
	} else {
		n, key, own := p.s.place(place, p.d)
		a.subject = scoped(key, own, level, p.d.term)
		a.page = p.on(key)
		a.page.enc.Byte(entryName)
		a.page.enc.Text(n.unit)
		a.page.enc.Text(n.upper)
		a.page.enc.Text(n.province)
		a.page.enc.Text(n.since2025)
	}
	var known bool
	if a.code, known = p.subject[a.subject]; !known {
		a.code = code(len(p.subject))
		p.subject[a.subject] = a.code
	}
	p.places[k] = a
	return a
}

// entry begins an entry about a subject.
func (a about) entry(kind byte) *codec.Encoder {
	e := &a.page.enc
	e.Byte(kind)
	e.Text(a.level)
	e.Bool(a.scope == ownScope)
	e.Int(a.term)
	return e
}

// place returns the name, key and level of a unit that a row names: a province
// by its name alone, any other unit by its kind and name.
func (s *state) place(place string, d *document) (n unitName, key units.Key, level string) {
	n.unit, n.province = "Đảng bộ "+place, d.province
	if p, ok := s.provinces[place]; ok {
		level, n.province = "province", place
		switch p.kind {
		case "province":
			n.unit = "Đảng bộ tỉnh " + place
		case "city":
			if !strings.HasPrefix(vn.Fold(place), vn.Fold("thành phố ")) {
				n.unit = "Đảng bộ thành phố " + place
			}
		}
	} else {
		level = levelOf(place, d)
		n.upper = d.over(level)
	}
	n.since2025 = s.since2025(n.province, d)
	return n, units.Of(level, n.province, n.unit, n.upper), level
}

// over is the district of a commune that a document of the district names.
func (d *document) over(level string) string {
	if level != "grassroots" || d.level != "upper_grassroots" {
		return ""
	}
	name, ok := strings.CutPrefix(d.unit, "Đảng bộ ")
	if !ok || levelOf(name, d) != "upper_grassroots" {
		return ""
	}
	return name
}

// expect puts a unit of the roster aside.
func (s *state) expect(u Unit) {
	name := strings.TrimSpace(u.Name)
	if f := vn.Fold(name); !strings.HasPrefix(f, vn.Fold("đảng bộ")) && !strings.HasPrefix(f, vn.Fold("chi bộ")) {
		name = "Đảng bộ " + name
	}
	key := units.Of(u.Level, u.Province, name, "")
	alike, begun := beginPage(nil, key)
	e := codec.Encoder{B: begun}
	e.Once()
	e.Byte(pageRoster)
	e.Text(name)
	e.Text(u.Level)
	e.Text(u.Province)
	e.Text(s.since2025(u.Province, &document{}))
	e.Int(u.From)
	e.Int(u.To)
	s.keep(s.units.Add([]byte(alike), e.B))
}

// measureColumns are the places of the columns that are read of every measure.
type measureColumns struct {
	table *report.Table

	row, level, place, body, attribute, phase, qualifier, stat, value, bound, base, asOf, check, confidence int
}

func columnsOf(t *report.Table) measureColumns {
	i := t.Index
	return measureColumns{
		t, i("row_id"), i("level"), i("place"), i("body"), i("attribute"), i("phase"), i("qualifier"), i("stat"), i("value"), i("bound"), i("base"),
		i("as_of"), i("check"), i("confidence"),
	}
}

// cell is the value of a column that the table may lack.
func cell(r report.Row, i int) report.Value {
	if i < 0 {
		return report.Value{}
	}
	return r.Cells[i]
}

// totalKey names what bases are looked up by, in codes of this document.
type totalKey struct{ subject, body, attribute, phase, qualifier, stat, asOf code }

type total struct {
	value float64
	row   string
}

// addMeasures takes the measures of one document: a base must stand in the same
// document as its figure.
func (p *pages) addMeasures(_ *document, rows []report.Row) {
	if p.columns.table != rows[0].Table {
		p.columns = columnsOf(rows[0].Table)
	}
	c := &p.columns
	clear(p.totals)
	p.rows = p.rows[:0]
	for _, r := range rows {
		m := p.measure(r)
		p.rows = append(p.rows, m)
		if _, known := p.totals[m.totalKey]; !known {
			n, _ := cell(r, c.value).Number()
			p.totals[m.totalKey] = total{n, cell(r, c.row).Text()}
		}
	}
	for i, r := range rows {
		p.addMeasure(r, &p.rows[i])
	}
}

func (p *pages) measure(r report.Row) measure {
	c := &p.columns
	a := p.about(cell(r, c.level).Text(), cell(r, c.place).Text())
	asOf, _ := cell(r, c.asOf).Date()
	return measure{a, totalKey{
		a.code, p.code(0, r, c.body), p.code(1, r, c.attribute), p.code(2, r, c.phase), p.code(3, r, c.qualifier), p.code(4, r, c.stat),
		code(asOf.Year*10_000 + asOf.Month*100 + asOf.Day),
	}}
}

// code is that of what a column says.
func (p *pages) code(i int, r report.Row, column int) code {
	w := &p.said[i]
	if s := cell(r, column).Text(); s != w.text {
		*w = word{s, p.words.code(s)}
	}
	return w.code
}

func (p *pages) addMeasure(r report.Row, m *measure) {
	c := &p.columns
	p.crossed[[2]code{m.attribute, m.body}]++
	base, beside := baseOf(m.totalKey, p.totals)
	known := beside
	if !beside {
		base.value, known = namedBase(cell(r, c.base).Text())
	}
	p.s.counts(m.about.subject)
	e := m.entry(entryMeasure)
	for _, i := range [...]int{c.body, c.attribute, c.phase, c.qualifier, c.stat, c.row, c.value, c.bound, c.check, c.asOf} {
		e.Value(cell(r, i))
	}
	e.Byte(byte(max(0, slices.Index(confidences, cell(r, c.confidence).Text()))))
	e.Bool(known)
	if known {
		e.Value(report.Number(base.value))
		e.Value(report.Text(base.row))
	}
}

// cross adds up the measures by attribute and body so far.
func (p *pages) cross() {
	for k, n := range p.crossed {
		p.s.cross[crossKey{"measures_body_attribute", p.words.texts[k[0]], p.words.texts[k[1]]}] += n
	}
	clear(p.crossed)
}

// confidences are the codes of confidence, the surest first.
var confidences = []string{"high", "medium", "low"}

// baseOf finds what a figure is a share of, in its own document: the
// denominator beside it, the seats decided for what is counted against them,
// else the total of its body.
func baseOf(k totalKey, totals map[totalKey]total) (total, bool) {
	look := func(attribute, phase, qualifier, stat code) (total, bool) {
		w := k
		w.attribute, w.phase, w.qualifier, w.stat = attribute, phase, qualifier, stat
		if t, ok := totals[w]; ok && t.value > 0 {
			return t, true
		}
		w.asOf = 0
		t, ok := totals[w]
		return t, ok && t.value > 0
	}
	if k.stat == wordMean || k.attribute == wordTotal {
		return total{}, false
	}
	if t, ok := look(k.attribute, k.phase, k.qualifier, wordRatioTotal); ok {
		return t, true
	}
	switch k.attribute { //nolint:exhaustive // the others have the base of their body
	case wordShortfall, wordSurplus:
		if t, ok := look(wordTotal, wordPlanned, wordNone, wordCount); ok {
			return t, true
		}
		return look(wordTotal, wordTarget, wordNone, wordCount)
	case wordChange, wordAge, wordApproval, wordWithdrawn, wordOther:
		return total{}, false
	}
	for _, attribute := range []code{wordTotal, wordElected, wordAppointed} {
		if attribute == k.attribute {
			break
		}
		if t, ok := look(attribute, k.phase, wordNone, wordCount); ok {
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

func (p *pages) addPerson(d *document, r report.Row) {
	code := r.Get("elected_to").Text()
	if r.Get("role").Text() != "elected" || !slices.Contains(keyPostCodes, code) {
		return
	}
	a := p.about(r.Get("level").Text(), r.Get("place").Text())
	if a.scope != ownScope {
		return
	}
	e := a.entry(entryPerson)
	e.Text(code)
	for _, column := range []string{"name", "titles", "how", "post", "row_id"} {
		e.Text(r.Get(column).Text())
	}
}

func (p *pages) addLimitation(d *document, r report.Row) {
	if d.limitations == nil {
		d.limitations = map[string]bool{}
	}
	code := r.Get("code").Text()
	d.limitations[code], d.shortcomings = true, true
	p.s.cross[crossKey{"limitations_code_level", code, d.level}]++
	p.s.cross[crossKey{"limitations_code_term", code, yearText(d.term)}]++
	var a about
	if place := r.Get("place").Text(); place != "" {
		a = p.about(r.Get("level").Text(), place)
	} else { // of its cells too: the unit says it of its own congress
		a.subject = subject{d.key.String(), d.level, ownScope, d.term}
		a.page = p.on(d.key)
	}
	if a.key == "" || a.term == 0 || a.scope != ownScope {
		return
	}
	e := a.entry(entryLimitation)
	e.Text(code)
	e.Text(r.Get("row_id").Text())
}

// code is a word of a document as a number: comparing words by their letters
// took most of the time of counting.
type code uint32

// The words that bases are looked up by, in the order of fixed.
const (
	wordNone code = iota
	wordTotal
	wordPlanned
	wordTarget
	wordCount
	wordRatioTotal
	wordElected
	wordAppointed
	wordMean
	wordShortfall
	wordSurplus
	wordChange
	wordAge
	wordApproval
	wordWithdrawn
	wordOther
)

var fixed = []string{
	"", "total", "planned", "target", "count", "ratio_total", "elected", "appointed", "mean", "shortfall", "surplus", "change", "age", "approval", "withdrawn", "other",
}

// mostWords is how many words are known before they are forgotten: codes are
// few, what texts say as a qualifier has no end.
const mostWords = 1 << 12

type words struct {
	codes map[string]code
	texts []string // by code
}

func newWords() words {
	w := words{codes: map[string]code{}}
	w.renew()
	return w
}

func (w *words) full() bool { return len(w.texts) >= mostWords }

func (w *words) renew() {
	clear(w.codes)
	w.texts = w.texts[:0]
	for _, s := range fixed {
		w.code(s)
	}
}

func (w *words) code(s string) code {
	if c, ok := w.codes[s]; ok {
		return c
	}
	c := code(len(w.texts))
	s = strings.Clone(s)
	w.codes[s] = c
	w.texts = append(w.texts, s)
	return c
}

// unitOrder appends a subject to a key, in the order of the tables: by level,
// scope, province of 2025, unit and term.
func unitOrder(key []byte, sub subject, since2025 string) []byte {
	scope := byte(1)
	if sub.scope == ownScope {
		scope = 0
	}
	key = append(key, byte(ranks[sub.level]), scope)
	key = spill.AppendString(key, since2025)
	key = spill.AppendString(key, sub.key)
	return spill.AppendString(spill.AppendInt(key, sub.term), sub.level)
}
