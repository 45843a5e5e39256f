package stats

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
	units "github.com/tongket/tongket/pipeline/unit"
	"github.com/tongket/tongket/pipeline/vn"
)

// Scopes of a figure.
const (
	ownScope   = "own"
	belowScope = "below"
)

// subject is what a figure speaks of.
type subject struct {
	key   string // of the unit, with the district that its document states; "" for the country
	level string
	scope string
	term  int // 0 when no term is stated
}

// unit is what all documents say of one organisation.
type unit struct {
	s       *state
	key     string
	upper   string // where it is, folded, as its key ends
	name    unitName
	named   bool
	listed  bool   // by a roster, whose name it has
	over    string // the units that it is within, as texts write them
	terms   map[subject]*unitTerm
	last    *unitTerm   // that was asked for
	ordered []*unitTerm // by level, scope and term, once all pages are read

	posts     map[postKey]*post
	progress  map[snapshotKey]*snapshot
	recurring map[recurKey]map[int]mention // by term
	roster    []Unit
	due       map[subject]bool // what the roster wants to be reported
	figures   int              // read so far
}

// unitName is how a unit is called, by its newest document.
type unitName struct {
	unit, upper, province, since2025 string
	date                             report.Date
	own                              bool // by a document of its own
}

// unitTerm is one subject with its figures.
type unitTerm struct {
	subject
	place     []byte // in the order of the tables, as a key; once all pages are read
	termEnd   int
	documents int // whose own unit and term it is
	byKey     map[figureKey]*figure
	figures   []namedFigure // the same in order, once all pages are read
	bodies    map[string]*bodyCount
	body      *bodyCount // the last that was asked for
}

// namedFigure is a figure with its name.
type namedFigure struct {
	figureKey
	*figure
}

// bodyCount counts the documents with a figure of one body.
type bodyCount struct {
	body      string
	last      *source
	documents int
}

// source is the document of a figure.
type source struct {
	number  int
	id      string
	date    report.Date
	termEnd int
	own     bool // the document is the unit's own
}

// eachUnit counts what was put aside, unit by unit.
func (s *state) eachUnit() error {
	for g, err := range s.units.Groups() {
		if err != nil {
			return err
		}
		if err := s.alike(string(g.Key), g.Data); err != nil {
			return err
		}
	}
	s.keep(s.shares.Sort())
	s.keep(s.women.Sort())
	return s.err
}

// alike counts the organisations of one level and name, province by province:
// together only where some report tells no province, which an entry of the roster
// may.
func (s *state) alike(name string, data [][]byte) error {
	pages := map[string][][]byte{}
	for _, page := range data {
		province, rest := textOf(page)
		base := baseIn(name, province)
		pages[base] = append(pages[base], rest)
	}
	var bare []*unit
	if p, ok := pages[name]; ok {
		var err error
		if bare, err = s.namesakes(name, p); err != nil {
			return err
		}
		delete(pages, name)
	}
	together := [][]*unit{bare}
	for _, base := range slices.Sorted(maps.Keys(pages)) {
		all, err := s.namesakes(base, pages[base])
		if err != nil {
			return err
		}
		if len(bare) > 0 {
			together = append(together, all)
			continue
		}
		s.settle(nil, all)
	}
	s.settle(together...)
	return s.err
}

// settle makes the rows of organisations of one name, by province; the first are
// those of none.
func (s *state) settle(provinces ...[]*unit) {
	meant := meantBy(provinces)
	for _, all := range provinces {
		s.due(all, meant)
	}
	for _, all := range provinces {
		for _, u := range all {
			u.count()
		}
	}
}

// namesakes are the organisations of one level, province and name: one, or
// several in different districts.
func (s *state) namesakes(base string, data [][]byte) ([]*unit, error) {
	var known units.Known
	for _, page := range data {
		upper, _ := textOf(page)
		known.Add(upper)
	}
	pages := map[string][][]byte{}
	unlike := s.unsure[base]
	for _, page := range data {
		said, rest := textOf(page)
		upper := known.Resolve(said)
		unlike = unlike || upper != said
		pages[upper] = append(pages[upper], rest)
	}
	if unlike && len(known) > 0 {
		s.within[base] = known
	}
	all := make([]*unit, 0, len(pages))
	for _, upper := range slices.Sorted(maps.Keys(pages)) {
		u, err := s.unit(units.Key{Base: base, Upper: upper}, pages[upper])
		if err != nil {
			return nil, err
		}
		all = append(all, u)
	}
	return all, nil
}

// beginPage begins a page with the province of its unit and the units that it is
// within; alike is the rest of the key, by which pages are put together.
func beginPage(b []byte, key units.Key) (alike string, page []byte) {
	alike, province := key.Base, ""
	level, rest, _ := strings.Cut(key.Base, "|")
	if p, name, _ := strings.Cut(rest, "|"); name != "" { // a province itself has none
		alike, province = level+"||"+name, p
	}
	return alike, appendText(appendText(b, province), key.Upper)
}

// baseIn is the base of a key, from what beginPage made of it.
func baseIn(alike, province string) string {
	if province == "" {
		return alike
	}
	level, name, _ := strings.Cut(alike, "||")
	return level + "|" + province + "|" + name
}

// appendText appends a short text with its length.
func appendText(b []byte, s string) []byte {
	s = s[:min(len(s), math.MaxUint8)]
	return append(append(b, byte(len(s))), s...)
}

func textOf(page []byte) (s string, rest []byte) {
	n := 1 + int(page[0])
	return string(page[1:n]), page[n:]
}

// unit reads what is said of one unit.
func (s *state) unit(key units.Key, pages [][]byte) (*unit, error) {
	u := &unit{
		s: s, key: key.String(), upper: key.Upper, terms: map[subject]*unitTerm{}, posts: map[postKey]*post{}, progress: map[snapshotKey]*snapshot{},
		recurring: map[recurKey]map[int]mention{}, due: map[subject]bool{},
	}
	for _, page := range pages {
		if err := u.page(codec.Decode(string(page))); err != nil {
			return nil, err
		}
	}
	u.order()
	return u, nil
}

// count makes the rows of a unit.
func (u *unit) count() {
	for _, count := range []func(*unit){
		unitResults, thresholdChecks, noneUnits, changes, recurrences, progressRows, keyPosts, coverage, unitFigures, (*unit).pool, (*unit).tally, (*unit).chart, (*unit).rivals,
	} {
		count(u)
	}
}

// page takes one page in.
func (u *unit) page(d *codec.Decoder) error {
	d.Once()
	if d.Byte() == pageRoster {
		x := Unit{Name: d.Text(), Level: d.Text(), Province: d.Text()}
		u.list(x, d.Text())
		u.roster[len(u.roster)-1].From, u.roster[len(u.roster)-1].To = d.Int(), d.Int()
		return d.Err()
	}
	src := &source{number: int(d.Uint()), id: d.Text(), date: d.Date(), termEnd: d.Int(), own: d.Bool()}
	for d.Rest() > 0 {
		kind := d.Byte()
		if kind == entryName {
			u.mentioned(unitName{unit: d.Text(), upper: d.Text(), province: d.Text(), since2025: d.Text()})
			continue
		}
		if kind == entryOwn {
			u.own(d, src)
			continue
		}
		sub := subject{u.key, d.Text(), belowScope, 0}
		if d.Bool() {
			sub.scope = ownScope
		}
		sub.term = d.Int()
		switch kind {
		case entryMeasure:
			u.measure(d, sub, src)
		case entryPerson:
			u.person(d, sub, src)
		case entryLimitation:
			u.limitation(d, sub, src)
		default:
			d.Fail()
		}
	}
	return d.Err()
}

// own takes the unit's own document in, whose newest name it bears.
func (u *unit) own(d *codec.Decoder, src *source) {
	sub := subject{u.key, d.Text(), ownScope, d.Int()}
	u.term(sub, src).documents++
	n := unitName{d.Text(), d.Text(), d.Text(), d.Text(), src.date, true}
	u.over = longer(u.over, n.upper)
	if !u.named || !u.name.own || u.name.date.Before(n.date) || u.name.date == n.date && n.unit < u.name.unit {
		u.name, u.named = n, true
	}
}

// mentioned names a unit that has no document of its own so far.
func (u *unit) mentioned(n unitName) {
	u.over = longer(u.over, n.upper)
	if !u.named {
		u.name, u.named = n, true
	}
}

// longer is the longer of two names, of equals the smaller: documents may come
// in any order.
func longer(a, b string) string {
	if len(a) > len(b) || len(a) == len(b) && a < b {
		return a
	}
	return b
}

// list adds a unit of the roster, whose spelling wins over those of reports.
func (u *unit) list(x Unit, since2025 string) {
	u.mentioned(unitName{province: x.Province, since2025: since2025})
	u.name.unit, u.listed = x.Name, true
	u.roster = append(u.roster, x)
}

// term returns the subject's entry, made when it is new.
func (u *unit) term(sub subject, src *source) *unitTerm {
	t := u.last
	if t == nil || t.subject != sub {
		t = u.terms[sub]
	}
	if t == nil {
		t = &unitTerm{subject: sub, byKey: map[figureKey]*figure{}, bodies: map[string]*bodyCount{}}
		u.terms[sub] = t
	}
	u.last = t
	t.termEnd = max(t.termEnd, src.termEnd)
	return t
}

// order puts terms and figures in the order of the tables.
func (u *unit) order() {
	u.ordered = slices.SortedFunc(maps.Values(u.terms), func(a, b *unitTerm) int {
		return cmp.Or(compareLevels(a.level, b.level), cmp.Compare(b.scope, a.scope), cmp.Compare(a.term, b.term), cmp.Compare(a.level, b.level))
	})
	for _, t := range u.ordered {
		t.place = slices.Clip(u.at(nil, t.subject))
		t.figures = make([]namedFigure, 0, len(t.byKey))
		for key, f := range t.byKey {
			t.figures = append(t.figures, namedFigure{key, f})
		}
		slices.SortFunc(t.figures, func(a, b namedFigure) int { return compareFigures(a.figureKey, b.figureKey) })
	}
}

// at appends the subject's place in the order of the tables to a key.
func (u *unit) at(key []byte, sub subject) []byte { return unitOrder(key, sub, u.name.since2025) }

func scoped(key units.Key, own, level string, term int) subject {
	switch {
	case key.Base == "":
		return subject{"", cmp.Or(level, own), belowScope, term}
	case level == "" || level == own:
		return subject{key.String(), own, ownScope, term}
	}
	return subject{key.String(), level, belowScope, term}
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

// ranks orders levels from the top.
var ranks = map[string]int{"central": 1, "province": 2, "upper_grassroots": 3, "grassroots": 4, "cell": 5, "": 6}

func compareLevels(a, b string) int { return cmp.Compare(ranks[a], ranks[b]) }

// identify fills the columns that name a subject, those that the table has.
func (u *unit) identify(r report.Row, sub subject, termEnd int) {
	n := u.name
	put(r, "unit_key", report.Text(sub.key))
	put(r, "unit", report.Text(u.called()))
	put(r, "province", report.Text(n.province))
	put(r, "province_2025", report.Text(n.since2025))
	put(r, "level", report.Text(sub.level))
	put(r, "scope", report.Text(sub.scope))
	put(r, "term_start", positive(sub.term))
	put(r, "term_end", positive(termEnd))
}

// called is the name of the unit, with what it is within, so that a reader can
// tell two of one name apart.
func (u *unit) called() string {
	if u.over == "" || u.listed || u.name.unit == "" || strings.HasSuffix(u.name.unit, ", "+u.over) {
		return u.name.unit
	}
	return u.name.unit + ", " + u.over
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
