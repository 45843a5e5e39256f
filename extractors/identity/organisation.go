package identity

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// OrganisationConfig weighs the words by which a document shows whether it is
// about a Party organisation at all.
type OrganisationConfig struct {
	Party   []string `yaml:"party"`   // words of Party work: cấp ủy, đại hội đảng bộ
	State   []string `yaml:"state"`   // bodies that are no Party organisations: HĐND, hội, công ty
	Centre  []string `yaml:"centre"`  // words for the national Party: Bộ Chính trị, Trung ương
	Foreign []string `yaml:"foreign"` // words that make a congress a foreign one
	Levels  []string `yaml:"levels"`  // congresses of a level, which are nobody's own
	Plural  []string `yaml:"plural"`  // provinces, behind their number
	Many    []string `yaml:"many"`    // words that make a document one about several provinces
}

// Organisation finds whom a document is about.
type Organisation struct {
	id                                  string
	v                                   *vocabulary
	g                                   *grammar.Grammar
	party, state, centre, foreign, many *scan.Class
	levels, plural                      *scan.Class
}

// NewOrganisation makes the extractor of a rule.
func NewOrganisation(id string, c OrganisationConfig, env *kind.Env) (*Organisation, error) {
	v, err := kind.Share(env, "identity", newVocabulary)
	if err != nil {
		return nil, err
	}
	o := &Organisation{id: id, v: v, g: env.Grammar}
	for _, x := range []struct {
		class **scan.Class
		words []string
	}{{&o.party, c.Party}, {&o.state, c.State}, {&o.centre, c.Centre}, {&o.foreign, c.Foreign}, {&o.levels, c.Levels}, {&o.many, c.Many}, {&o.plural, c.Plural}} {
		*x.class = env.Builder.Class("identity.organisation")
		for _, w := range x.words {
			(*x.class).Add(w, 1)
		}
	}
	return o, nil
}

// Facts emits org_unit, org_level, upper_unit and province.
func (o *Organisation) Facts(t *scan.Text, emit func(report.Fact)) {
	rs := o.v.regions(t)
	if _, ok := o.v.findHead(t); ok && o.fromHead(t, emit) {
		return
	}
	if o.outside(t, rs) {
		t.Identity.Outside = true
		return
	}
	list := o.candidates(t, rs)
	if o.several(t, rs, list) {
		return
	}
	if len(list) > 0 && list[0].score > 0 && (list[0].rank <= rankLead || list[0].count > 1 || alone(list) || o.namesake(t, rs, list[0].best)) {
		o.emit(t, list[0], list, emit)
		return
	}
	o.national(t, rs, emit)
}

// emit writes what follows from the chosen organisation.
func (o *Organisation) emit(t *scan.Text, c candidate, list []candidate, emit func(report.Fact)) {
	if c.best.proper == "" {
		c.best = inFull(c.best, bests(list))
		c.upper = max(c.upper, c.best.upper)
	}
	if underGrassroots(c.best, bests(list)) {
		c.best.level, c.best.level2025 = "cell", ""
	}
	o.organisationFacts(t, c.best, c.rank, emit)
	o.aboveFact(t, c.best, c.above, c.rank, emit)
	p := c.place
	if p < 0 {
		p = c.upper
	}
	at, rank := c.best, c.rank
	if p < 0 && ofArmy(c.best.name) {
		p = o.v.army()
	}
	if p < 0 { // the province of a district: where the text names one beside it
		for _, d := range list {
			if of := max(d.place, d.upper); of >= 0 && d.key != c.key {
				p, at, rank = of, d.best, d.rank
				break
			}
		}
	}
	if p < 0 {
		if h, ok := o.provinceNamed(t); ok {
			p, at = int(h.Value), mention{first: h.First, last: h.Last}
			rank = rankBody
		}
	}
	if p < 0 {
		if hs := o.v.provincesIn(t, c.best.first, c.best.last); len(hs) == 1 && !strings.Contains(c.best.unit, o.v.places[hs[0].Value].name) {
			p, at = int(hs[0].Value), mention{first: hs[0].First, last: hs[0].Last} // "Trường Cao đẳng Y tế Thái Nguyên"
		}
	}
	if p < 0 && c.best.level != "central" {
		if h, ok := o.ofPaper(t); ok {
			p, at, rank = int(h.Value), mention{first: h.First, last: h.Last}, rankBody
		}
	}
	o.provinceFact(t, p, at, rank, emit)
}

func (o *Organisation) organisationFacts(t *scan.Text, m mention, rank int, emit func(report.Fact)) {
	f := report.Fact{Rule: o.id, Rank: rank, Span: t.Span(m.first, m.last)}
	if !m.verbatim {
		f.Derived = "org_unit: " + t.String(m.first, m.last)
	}
	emitField(t, emit, f, "org_unit", report.Text(m.name))
	level := m.level
	if o.since2025(t) && m.level2025 != "" {
		level = m.level2025
	}
	f.Derived = "org_level: " + m.name
	emitField(t, emit, f, "org_level", report.Text(level))
}

// aboveFact emits the units above an organisation, those that its name does not
// say already: "Công an huyện Long Hồ".
func (o *Organisation) aboveFact(t *scan.Text, m mention, a above, rank int, emit func(report.Fact)) {
	own := vn.Fold(m.name)
	units := slices.DeleteFunc(slices.Clone(a.units), func(u string) bool { return strings.Contains(own, vn.Fold(u)) })
	if len(units) == 0 {
		return
	}
	f := report.Fact{Rule: o.id, Rank: rank, Span: t.Span(a.first, a.last)}
	value := strings.Join(units, ", ")
	if t.String(a.first, a.last) != value {
		f.Derived = "upper_unit: " + t.String(a.first, a.last)
	}
	emitField(t, emit, f, "upper_unit", report.Text(value))
}

// since2025 reports whether a commune's organisation is the one of July 2025
// on, which stands directly above the grassroots: the document is dated later
// than June 2025, or it speaks of a first congress in the term 2025-2030.
func (o *Organisation) since2025(t *scan.Text) bool {
	merger := report.Date{Year: 2025, Month: 7, Day: 1, Precision: report.DayOfMonth}
	if d := t.Identity.Date; !d.IsZero() && d.Precision >= report.Month {
		return !d.Before(report.Date{Year: 2025, Month: 7, Precision: report.Month}) && (d.Precision == report.Month || !d.Before(merger))
	}
	for _, s := range t.Sentences {
		for _, term := range o.g.Terms(t, s.First, s.Last) {
			if term.Start != 2025 {
				continue
			}
			for _, n := range o.g.Ordinals(t, s.First, s.Last) {
				if n.N == 1 {
					return true
				}
			}
		}
	}
	return false
}
