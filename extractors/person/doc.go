// Package person finds the people of a report: one fact per person and role,
// with the titles given at that mention and, for the elected, the post.
//
// A name is found by what stands before it (an honorific, a title) or by its
// shape (a surname and one to four more capitalised syllables). Titles run from
// a word that begins one to the next mark or verb. The verb of the clause
// gives the role: what is told of a career ("từng giữ chức …") gives none.
package person

import (
	"fmt"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// Config names the lexicons and the verbs of events.
type Config struct {
	Honorifics string `yaml:"honorifics"`
	Surnames   string `yaml:"surnames"`
	Titles     string `yaml:"titles"`
	Cues       string `yaml:"cues"`
	// Elected, Appointed and Assigned are verbs of a post that is given, by how.
	Elected   []string `yaml:"elected"`
	Appointed []string `yaml:"appointed"`
	Assigned  []string `yaml:"assigned"`
	// Post are the words between such a verb and the post: giữ chức, làm, vào.
	Post []string `yaml:"post"`
	// Into are bodies that one is elected into, by elected_to.
	Into map[string][]string `yaml:"into"`
	// Formerly are words of a past post: từng, đã từng.
	Formerly []string `yaml:"formerly"`
	// Career are words of a biography, which reports no event.
	Career []string `yaml:"career"`
	// Leaving are verbs of a post that is left: thôi giữ chức, miễn nhiệm.
	Leaving []string `yaml:"leaving"`
	// Refused are negations right before a verb of a post that is given: không,
	// không tham gia; one in "được" may stand further ("không được Đại hội bầu").
	Refused []string `yaml:"refused"`
	// Withdrawn are verbs of who does not stand: "xin rút khỏi danh sách bầu".
	Withdrawn []string `yaml:"withdrawn"`
	// Nominee are verbs of a candidacy that is no election yet.
	Nominee []string `yaml:"nominee"`
	// Before are words before a title that belong to it: nguyên, quyền, tân.
	Before []string `yaml:"before"`
	// Places are words before a name that make it a place's.
	Places []string `yaml:"places"`
	// Units are those of them that name a unit: xã, huyện. What a text has
	// behind one is a place everywhere.
	Units []string `yaml:"units"`
	// Counted are nouns of units that are counted or several: "3 đơn vị", "các xã".
	// Whom a list behind them names are units.
	Counted []string `yaml:"counted"`
	// UnitColumns are headings of the column of a table that holds units.
	UnitColumns []string `yaml:"unit_columns"`
	// Stop are words at which a title ends.
	Stop []string `yaml:"stop"`
	// Never are capitalised words that look like a name and are none.
	Never []string `yaml:"never"`
	// Takes are words after which a name is a place's: huyện ủy, UBND.
	Takes []string `yaml:"takes"`
	// Weak are verbs of a post that give it only where the text has told of an
	// election before: làm, giữ chức.
	Weak []string `yaml:"weak"`
	// Columns are headings of the column of a table that holds names.
	Columns []string `yaml:"columns"`
	// Register are words of a heading over people: danh sách.
	Register []string `yaml:"register"`
	// Presented are words by which a committee is shown once it is elected: ra mắt.
	Presented []string `yaml:"presented"`
	// Decision are words of a paper that gives posts: quyết định.
	Decision []string `yaml:"decision"`
	// List are words between a post and those who got it: gồm, là.
	List []string `yaml:"list"`
	// Chosen are words of an intro whose list gives each his own post: các chức
	// danh sau.
	Chosen []string `yaml:"chosen"`
	// Not are negations of a cue.
	Not []string `yaml:"not"`
	// Demands are verbs of who directs, Committees whom that is said to: "đề nghị
	// Đảng ủy khóa mới". A guest who does so closes the matter.
	Demands    []string `yaml:"demands"`
	Committees []string `yaml:"committees"`
	// Credit are words before the name of an author or photographer.
	Credit []string `yaml:"credit"`
	// Compounds are longer words that contain a verb of this kind and are none:
	// bầu cử, dự thảo, đổi mới.
	Compounds []string `yaml:"compounds"`
}

// Default names the lexicons of the embedded profile.
func Default() Config {
	return Config{Honorifics: "honorifics", Surnames: "surnames", Titles: "titles", Cues: "person_cues"}
}

// How a post was given, by the value of a verb's hit.
const (
	howElected int32 = iota
	howAppointed
	howAssigned
)

var howCodes = []string{"elected", "appointed", "assigned"}

type title struct {
	post string
	rank bool
	none bool // words that look like a title and are a body's name: Ban Bí thư
}

type cue struct {
	role          string
	after, before bool
	strength      int
	attends       bool // "dự và chỉ đạo" says two things
	decides       bool // hands over or announces a decision, beside which one speaks
	directs       int  // what is said demands something of a unit or a committee
	judges        bool // what is said judges those who are spoken to: khen, biểu dương
}

// act reports whether a verb of speech is an act of its own beside a paper or a
// closing speech: phát biểu, tham luận.
func (q cue) act() bool { return q.strength >= 4 }

// Extractor finds people.
type Extractor struct {
	id      string
	grammar *grammar.Grammar

	ofColumns, ofUnitColumns, ofPlaceNames, ofRecalled, ofFound, ofPosts, ofVotes scan.Key

	listed, labelled scan.Set // the words of opensList, behind a word of a list and before a colon

	honorifics                                                                                                                                                                                                                       *scan.Class // 1 for a word of several people
	surnames                                                                                                                                                                                                                         *scan.Class
	titles                                                                                                                                                                                                                           *scan.Class // → index of titleList
	plain                                                                                                                                                                                                                            int32       // an entry of titleList that is no Party post, for offices that no lexicon knows
	titleList                                                                                                                                                                                                                        []title
	cues                                                                                                                                                                                                                             *scan.Class // → index of cueList
	cueList                                                                                                                                                                                                                          []cue
	verbs                                                                                                                                                                                                                            *scan.Class // how
	post                                                                                                                                                                                                                             *scan.Class
	into                                                                                                                                                                                                                             *scan.Class // → index of intoCodes
	intoCodes                                                                                                                                                                                                                        []string
	ofUnit                                                                                                                                                                                                                           *scan.Class // → index of unitTypes
	provinceNames                                                                                                                                                                                                                    []string
	unitTypes                                                                                                                                                                                                                        []unitType
	provinces                                                                                                                                                                                                                        *scan.Class
	career, formerly, leaving, refused, withdrawn, nominee, prefix, places, units, unitColumns, stop, never, credit, takes, weak, list, not, chosen, compounds, decision, register, presented, columns, counted, demands, committees *scan.Class
}

// New makes the extractor of a rule.
func New(id string, c Config, env *kind.Env) (*Extractor, error) {
	b := env.Builder
	x := &Extractor{
		id: id, grammar: env.Grammar, honorifics: b.Class("person.honorifics"), surnames: b.Class("person.surnames"), titles: b.Class("person.titles"),
		cues: b.Class("person.cues"), verbs: b.Class("person.verbs"), post: b.Class("person.post"), into: b.Class("person.into"),
		provinces: b.Class("person.provinces"), ofUnit: b.Class("person.of_unit"),
	}
	for how, words := range [][]string{c.Elected, c.Appointed, c.Assigned} {
		for _, w := range words {
			x.verbs.Add(w, int32(how))
		}
	}
	for _, y := range []struct {
		class **scan.Class
		name  string
		words []string
	}{
		{&x.career, "career", c.Career}, {&x.formerly, "formerly", c.Formerly}, {&x.leaving, "leaving", c.Leaving}, {&x.nominee, "nominee", c.Nominee},
		{&x.refused, "refused", c.Refused}, {&x.withdrawn, "withdrawn", c.Withdrawn},
		{&x.prefix, "before", c.Before}, {&x.places, "places", c.Places}, {&x.units, "units", c.Units}, {&x.unitColumns, "unit_columns", c.UnitColumns}, {&x.stop, "stop", c.Stop},
		{&x.never, "never", c.Never}, {&x.credit, "credit", c.Credit}, {&x.takes, "takes", c.Takes},
		{&x.weak, "weak", c.Weak}, {&x.list, "list", c.List}, {&x.not, "not", c.Not}, {&x.chosen, "chosen", c.Chosen},
		{&x.compounds, "compounds", c.Compounds}, {&x.decision, "decision", c.Decision}, {&x.register, "register", c.Register}, {&x.presented, "presented", c.Presented}, {&x.demands, "demands", c.Demands}, {&x.committees, "committees", c.Committees}, {&x.columns, "columns", c.Columns}, {&x.counted, "counted", c.Counted},
	} {
		*y.class = b.Class("person." + y.name)
		for _, w := range y.words {
			(*y.class).Add(w, 1)
		}
	}
	for _, w := range c.Post {
		x.post.Add(w, 1)
	}
	for code, words := range c.Into {
		if err := env.Code("elected_to", code); err != nil {
			return nil, fmt.Errorf("into: %w", err)
		}
		for _, w := range words {
			x.into.Add(w, int32(len(x.intoCodes)))
		}
		x.intoCodes = append(x.intoCodes, code)
	}
	x.listed, x.labelled = scan.SetOf(x.titles, x.into), scan.SetOf(x.titles, x.into, x.verbs, x.cues)
	return x, x.lexicons(c, env)
}

func (x *Extractor) lexicons(c Config, env *kind.Env) error {
	each := func(name string, f func(report.WordRow) error) error {
		list, err := env.Wordlist(name)
		if err != nil {
			return err
		}
		return list.Each(f)
	}
	if err := each(c.Honorifics, func(r report.WordRow) error {
		many := int32(0)
		if r.Get("many") == "yes" {
			many = 1
		}
		x.honorifics.Add(r.Get("word"), many)
		return nil
	}); err != nil {
		return err
	}
	if err := each(c.Surnames, func(r report.WordRow) error { x.surnames.Add(r.Get("surname"), 1); return nil }); err != nil {
		return err
	}
	if err := each("provinces", func(r report.WordRow) error {
		if r.Get("type") != "central_body" {
			x.provinces.Add(r.Get("canonical"), int32(len(x.provinceNames)))
			for a := range strings.SplitSeq(r.Get("aliases"), "|") {
				x.provinces.Add(strings.TrimSpace(a), int32(len(x.provinceNames)))
			}
			x.provinceNames = append(x.provinceNames, r.Get("canonical"))
		}
		return nil
	}); err != nil {
		return err
	}
	if err := each(c.Titles, func(r report.WordRow) error {
		if p := r.Get("post"); p != "" && p != "other" {
			if err := env.Code("elected_to", p); err != nil {
				return err
			}
		}
		x.titles.Add(r.Get("title"), int32(len(x.titleList)))
		if r.Get("post") == "" && r.Get("rank") == "no" {
			x.plain = int32(len(x.titleList))
		}
		x.titleList = append(x.titleList, title{r.Get("post"), r.Get("rank") == "yes", r.Get("rank") == "none"})
		return nil
	}); err != nil {
		return err
	}
	if err := x.readUnits(env); err != nil {
		return err
	}
	return each(c.Cues, func(r report.WordRow) error {
		if err := env.Code("role", r.Get("role")); err != nil {
			return err
		}
		q := cue{role: r.Get("role"), decides: strings.HasPrefix(r.Get("cue"), "trao"), attends: r.Get("role") != "attendee" && comes(r.Get("cue")), judges: judging(r.Get("cue"))}
		switch r.Get("side") {
		case "after":
			q.after = true
		case "before":
			q.before = true
		case "both":
			q.after, q.before = true, true
		default:
			return fmt.Errorf("side %q is none of after, before, both", r.Get("side"))
		}
		if _, err := fmt.Sscan(r.Get("strength"), &q.strength); err != nil {
			return fmt.Errorf("strength: %w", err)
		}
		x.cues.Add(r.Get("cue"), int32(len(x.cueList)))
		x.cueList = append(x.cueList, q)
		return nil
	})
}

// judging reports whether a cue is a verb by which a guest judges those who meet.
func judging(cue string) bool {
	switch cue {
	case "khen", "khen ngợi", "biểu dương", "tuyên dương", "đánh giá", "đánh giá cao", "hoan nghênh", "phê bình", "nhận xét", "lưu ý":
		return true
	}
	return false
}

// comes reports whether a cue of another role begins with who comes: "đến dự và chỉ đạo".
func comes(cue string) bool {
	for _, come := range []string{"dự", "đến dự", "tới dự", "về dự", "tham dự", "theo dõi", "đến thăm", "tới thăm", "về thăm"} {
		if strings.HasPrefix(cue, come) {
			return true
		}
	}
	return false
}
