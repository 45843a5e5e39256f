package stats

import (
	"slices"
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
	said    [5]word // by the row above: most rows repeat what it says
	bases   bases
	subject map[subject]code
	crossed map[[2]code]int // measures by attribute and body
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
		s: s, byKey: map[units.Key]int{}, places: map[[2]string]about{}, bases: newBases(), subject: map[subject]code{}, words: newWords(),
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

	row, level, place, body, attribute, phase, qualifier, stat, value, bound, base, asOf, check, confidence, evidence, most int
}

func columnsOf(t *report.Table) measureColumns {
	i := t.Index
	return measureColumns{
		t, i("row_id"), i("level"), i("place"), i("body"), i("attribute"), i("phase"), i("qualifier"), i("stat"), i("value"), i("bound"), i("base"),
		i("as_of"), i("check"), i("confidence"), i("evidence"), i("value_max"),
	}
}

// cell is the value of a column that the table may lack.
func cell(r report.Row, i int) report.Value {
	if i < 0 {
		return report.Value{}
	}
	return r.Cells[i]
}

// code is that of what a column says.
func (p *pages) code(i int, r report.Row, column int) code {
	w := &p.said[i]
	if s := cell(r, column).Text(); s != w.text {
		*w = word{s, p.words.code(s)}
	}
	return w.code
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

func confidenceOf(s string) int { return slices.Index(confidences, s) }

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
	wordPercent
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
	"", "total", "planned", "target", "count", "percent", "ratio_total", "elected", "appointed", "mean", "shortfall", "surplus", "change", "age", "approval", "withdrawn", "other",
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
