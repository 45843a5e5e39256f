package measure

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// cue is what a word of the lexicons can mean. One word may have several
// facets: "không quá" is a bound and says that a figure is a target.
type cue struct {
	plain    bool // an item as it is, wherever it stands: see reader.word
	votes    bool // a ballot or a vote
	chosen   bool // somebody is or will be elected
	org      bool // counts organisations
	party    bool // the noun itself says Party
	after    bool // the bound stands after its figure
	number   bool // begins a spelled number
	central  bool // a central body, in a document about another unit
	town     bool // place is a centrally run city
	office   bool // the unit is one only behind an organisation: "Đảng bộ Sở …", "Đảng ủy Phòng …"
	own      bool // a unit without a proper name: Công an tỉnh
	link     string
	body     string
	phase    string
	form     string // up to here one line of the cache, or two: what every figure asks for
	reach    string
	attr     string
	bound    string
	use      string // of a body: counted, body, actor, organ
	head     string // person, age, skip, seat
	world    bool   // a noun of the economy or of others than the Party: see worldly
	strength string // of a level word: strong, weak, body, none
	level    string // stated by a body, an organisation noun or a level word
	qual     string
	unit     string // type word of a unit: huyện
	place    string
}

// Config names the lexicons of the kind.
type Config struct {
	Bodies        string `yaml:"bodies"`
	Organisations string `yaml:"organisations"`
	Heads         string `yaml:"heads"`
	Attributes    string `yaml:"attributes"`
	Phases        string `yaml:"phases"`
	Levels        string `yaml:"levels"`
	Bounds        string `yaml:"bounds"`
	Links         string `yaml:"links"`
	Table         string `yaml:"table"`
	Provinces     string `yaml:"provinces"`
	Units         string `yaml:"units"`
	Surnames      string `yaml:"surnames"`
	// Unread makes the rule list figures near congress words that it could not
	// read, as findings.
	Unread bool `yaml:"unread"`
}

// Default is the lexicons of the embedded profile.
func Default() Config {
	return Config{
		Bodies: "measure_bodies", Organisations: "measure_organisations", Heads: "measure_heads",
		Attributes: "measure_attributes", Phases: "measure_phases", Levels: "measure_levels",
		Bounds: "measure_bounds", Links: "measure_links", Table: "measure_table", Provinces: "provinces", Units: "unit_types", Surnames: "surnames",
		Unread: true,
	}
}

// vocabulary gathers the cues of all lexicons under one class, so that a
// sentence is one sequence of cues.
type vocabulary struct {
	class *scan.Class
	// negations are "không", "chưa" and the words for zeros: without them nothing is said
	// to be lacking.
	negations *scan.Class
	things    *scan.Class // see ofThing
	worked    *scan.Class // see workedOn
	data      *scan.Class // words with the link data
	people    *scan.Class // "người"
	posts     *scan.Class // see announcesPosts
	cues      []cue       // while they are read
	of        []*cue      // by value of a hit
	dated     []bool      // by cue: the links asof and data, which are looked for in every text
	index     map[string]int32
	surnames  map[string]bool // folded
	unitEnds  map[string]bool // last syllables of type words of units, folded
}

// worldly are the reasons of measure_heads.tsv for nouns of which a sentence tells that goes
// on with something other than a congress: "huấn luyện 1.250 chiến sĩ, bắn súng đạt 98% khá".
var worldly = map[string]bool{
	"money": true, "area": true, "weight": true, "households": true, "people": true, "firms": true, "schools": true,
	"vehicles": true, "works": true, "projects": true, "members of other organisations": true,
}

func newVocabulary(b *scan.Builder) *vocabulary {
	v := &vocabulary{class: b.Class("measure.cues"), negations: b.Class("measure.negations"), things: b.Class("measure.things"), worked: b.Class("measure.worked"), data: b.Class("measure.data"), people: b.Class("measure.people"), posts: b.Class("measure.posts"), index: map[string]int32{}}
	v.negations.Add("không", 1)
	v.negations.Add("chưa", 1)
	v.people.Add("người", 1)
	v.people.Add("dân tộc", 1)
	v.people.Add("đồng bào", 1)
	v.posts.Add("công bố", announces)
	v.posts.Add("trao quyết", announces)
	v.posts.Add("nhân sự", posts)
	v.posts.Add("cán bộ", posts)
	for _, w := range things {
		v.things.Add(w, ofBody)
	}
	for _, w := range worked {
		v.worked.Add(w, 0)
	}
	v.things.Add("hđnd", ofCouncil)
	v.things.Add("hội đồng nhân", ofCouncil)
	return v
}

// at returns the cue of a word, new when need be.
func (v *vocabulary) at(word string) *cue {
	word = strings.ToLower(word)
	i, ok := v.index[word]
	if !ok {
		i = int32(len(v.cues))
		v.index[word] = i
		v.cues = append(v.cues, cue{})
		v.class.Add(word, i)
	}
	return &v.cues[i]
}

// numberWords begin spelled numbers.
var numberWords = []string{"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "hai mươi", "ba mươi"}

// cue returns the cue of a word of a lexicon, nil for none.
func (v *vocabulary) cue(word string) *cue {
	if i, ok := v.index[word]; ok {
		return v.of[i]
	}
	return nil
}

func (v *vocabulary) load(c Config, env *kind.Env) error {
	var faults []error
	each := func(name string, row func(r report.WordRow, w *cue) error) {
		list, err := env.Wordlist(name)
		if err != nil {
			faults = append(faults, err)
			return
		}
		faults = append(faults, list.Each(func(r report.WordRow) error { return row(r, v.at(r.Get(list.Columns[0]))) }))
	}
	code := func(column, value string) error {
		if value == "" {
			return nil
		}
		return env.Code(column, value)
	}
	each(c.Bodies, func(r report.WordRow, w *cue) error {
		w.body, w.use, w.level, w.central = r.Get("body"), r.Get("use"), r.Get("level"), r.Get("place") == "yes"
		return errors.Join(env.Code("body", w.body), code("level", w.level), oneOf(w.use, "counted", "body", "actor", "organ"))
	})
	each(c.Organisations, func(r report.WordRow, w *cue) error {
		w.org, w.level, w.party = true, r.Get("level"), r.Get("party") == "yes"
		if w.level == "below" || w.level == "commune" || w.level == "cells" {
			return nil
		}
		return code("level", w.level)
	})
	each(c.Heads, func(r report.WordRow, w *cue) error {
		w.head, w.world = r.Get("counts"), worldly[r.Get("reason")]
		return oneOf(w.head, "person", "age", "skip", "seat")
	})
	each(c.Attributes, func(r report.WordRow, w *cue) error {
		w.attr, w.qual, w.form = r.Get("attribute"), r.Get("qualifier"), r.Get("form")
		return code("attribute", w.attr)
	})
	each(c.Phases, func(r report.WordRow, w *cue) error {
		w.phase, w.reach = r.Get("phase"), r.Get("reach")
		return code("phase", w.phase)
	})
	each(c.Levels, func(r report.WordRow, w *cue) error {
		if !w.org && w.body == "" {
			w.level, w.strength = r.Get("level"), r.Get("strength")
		}
		if w.level == "commune" || w.level == "below" {
			return nil
		}
		return code("level", w.level)
	})
	each(c.Bounds, func(r report.WordRow, w *cue) error {
		w.bound, w.after = r.Get("bound"), r.Get("side") == "after"
		return env.Code("bound", w.bound)
	})
	each(c.Links, func(r report.WordRow, w *cue) error {
		w.link = r.Get("link")
		return nil
	})
	each(c.Units, func(r report.WordRow, w *cue) error {
		if r.Get("own") == "yes" {
			w.own = true
			w.strength = r.Get("level")
			return nil
		}
		switch r.Get("level") {
		case "province", "upper_grassroots", "grassroots", "city", "cell":
			switch word := r.Get("type"); word {
			case "Bộ", "Ban":
			case "Sở", "Viện", "Cục", "Phòng", "Văn phòng", "Báo":
				w.unit, w.office = r.Get("level"), true
			default:
				w.unit = r.Get("level")
			}
		}
		return nil
	})
	v.surnames = map[string]bool{}
	if surnames, err := env.Wordlist(c.Surnames); err != nil {
		faults = append(faults, err)
	} else {
		for _, r := range surnames.Rows {
			v.surnames[vn.Fold(r.Get("surname"))] = true
		}
	}
	for _, n := range numberWords {
		v.at(n).number = true
	}
	list, err := env.Wordlist(c.Provinces)
	if err != nil {
		faults = append(faults, err)
	} else {
		v.provinces(list)
	}
	v.dated, v.unitEnds = make([]bool, len(v.cues)), map[string]bool{}
	for word, i := range v.index {
		if v.cues[i].unit != "" {
			v.unitEnds[vn.Fold(word[strings.LastIndexByte(word, ' ')+1:])] = true
		}
		link := v.cues[i].link
		v.dated[i] = link == "asof" || link == "data"
		switch link {
		case "data":
			v.data.Add(word, 1)
		case "zero", "zerosoft":
			v.negations.Add(word, 1)
		}
	}
	for i := range v.cues {
		c := &v.cues[i]
		c.votes = c.body == "vote" || c.form == "ballot"
		c.chosen = c.reach == "verb" || c.reach == "aim" || c.phase == "actual"
		named := c.attr != "" || c.link == "actor" || c.phase != ""
		c.plain = !c.number && c.head != "skip" && c.link != "date" && c.link != "asof" && c.link != "bloc" && c.strength != "strong" && c.place == "" && !c.own && c.qual != "nam" && !named && c.unit == "" && !c.org
	}
	v.share()
	return errors.Join(faults...)
}

// share gives words of one meaning one cue, where no condition asks whether two are of
// one word: a text uses cues all over, and they should fit the cache. Of some 1,600 are
// left 300.
func (v *vocabulary) share() {
	meanings := make([]cue, 0, len(v.cues)) // never grows: of points into it
	first := map[cue]*cue{}
	for _, c := range v.cues {
		shared, ok := first[c]
		if !ok || c.body != "" {
			meanings = append(meanings, c)
			shared = &meanings[len(meanings)-1]
			first[c] = shared
		}
		v.of = append(v.of, shared)
	}
	v.cues = nil
}

// provinces adds the names of provinces and central bodies. A name that is
// also one word of ordinary use ("Quốc hội") counts only with "Đảng bộ" before
// it, which its aliases have.
func (v *vocabulary) provinces(list *report.Wordlist) {
	for _, r := range list.Rows {
		name := r.Get("canonical")
		if r.Get("type") != "central_body" || strings.HasPrefix(name, "Khối") {
			v.at(name).place = name
			v.at(name).town = r.Get("type") == "city"
		}
		if short, ok := strings.CutPrefix(name, "Khối các "); ok {
			for _, lead := range []string{"", "Đảng bộ ", "Đảng ủy "} {
				v.at(lead + "Khối " + short).place = name
			}
		}
		for alias := range strings.SplitSeq(r.Get("aliases"), "|") {
			if alias = strings.TrimSpace(alias); alias != "" {
				v.at(alias).place = name
				v.at(alias).town = r.Get("type") == "city"
			}
		}
	}
}

func oneOf(value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return fmt.Errorf("%q is none of %s%s", value, strings.Join(allowed, ", "), report.DidYouMean(value, allowed))
}
