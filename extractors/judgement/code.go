package judgement

import (
	"errors"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// CodeConfig is one code of the limitations: a clause has it when every group
// of Need has a word there and no word of Forbid.
type CodeConfig struct {
	Code string `yaml:"code"`
	// Cue are the words that say the shortcoming; the row's evidence is there.
	Cue []string `yaml:"cue"`
	// Blame lets any blame of ratings.tsv stand for a cue: the topic in Need
	// and a judgement against it are enough.
	Blame bool `yaml:"blame"`
	// Exist are cues of absence or number, directly before what is missing:
	// "không có", "chỉ có"; a word of the first group must follow within a few.
	Exist []string `yaml:"exist"`
	// Weak are cues that count only where the clause stands in a part on
	// shortcomings or after a concession: "còn thấp", "chậm".
	Weak []string `yaml:"weak"`
	// Need are groups of words, one of each of which the clause must have.
	Need [][]string `yaml:"need"`
	// Forbid are words that make the clause another matter.
	Forbid []string `yaml:"forbid"`
	// Decoy are longer words that only contain a cue: khuyết điểm, dự khuyết.
	Decoy []string `yaml:"decoy"`
	// Body is the body that the code concerns; Bodies finds it by words.
	Body   string              `yaml:"body"`
	Bodies map[string][]string `yaml:"bodies"`
}

// Code finds one code.
type Code struct {
	id     string
	c      *common
	code   string
	cue    *scan.Class
	weak   *scan.Class
	exist  *scan.Class
	blame  bool
	need   []*scan.Class
	forbid *scan.Class
	body   string
	bodies *scan.Class
	names  []string
}

// NewCode makes the extractor of a rule.
func NewCode(id string, c CodeConfig, env *kind.Env) (*Code, error) {
	common, err := newCommon(env)
	if err != nil {
		return nil, err
	}
	if err := env.Code("code", c.Code); err != nil {
		return nil, err
	}
	if len(c.Cue)+len(c.Weak)+len(c.Exist) == 0 && !c.Blame {
		return nil, errors.New("a code needs words: cue, weak or exist, or blame: true")
	}
	x := &Code{id: id, c: common, code: c.Code, body: c.Body, cue: words(env, id, c.Cue), weak: words(env, id, c.Weak), exist: words(env, id, c.Exist), blame: c.Blame, forbid: words(env, id, c.Forbid)}
	for _, w := range c.Decoy {
		x.cue.Add(w, -1)
	}
	for _, g := range c.Need {
		x.need = append(x.need, words(env, id, g))
	}
	x.bodies = env.Builder.Class("judgement.bodies")
	for body, list := range c.Bodies {
		if err := env.Code("body", body); err != nil {
			return nil, err
		}
		for _, w := range list {
			x.bodies.Add(w, int32(len(x.names)))
		}
		x.names = append(x.names, body)
	}
	return x, nil
}

// Facts emits a fact for each clause that has the code.
func (x *Code) Facts(t *scan.Text, emit func(report.Fact)) {
	if len(t.Hits(x.cue)) == 0 && len(t.Hits(x.weak)) == 0 && len(t.Hits(x.exist)) == 0 && !x.blame {
		return
	}
	for _, g := range x.need {
		if len(t.Hits(g)) == 0 {
			return
		}
	}
	scope := x.c.inScope(t)
	for _, cl := range x.c.reader.Clauses(t) {
		if prescribes(t) && cl.Part != discourse.Limits {
			continue
		}
		if !scope[cl.Sentence] || cl.Demand >= 0 || cl.Goes || cl.Part == discourse.Tasks || cl.Part == discourse.Lessons {
			continue
		}
		if h, ok := x.match(t, cl); ok {
			f := report.Fact{Table: "limitations", Rule: x.id, Span: t.Span(h.First, h.Last)}
			f.Set("code", report.Text(x.code))
			f.Set("body", report.Text(x.bodyIn(t, cl)))
			setLevel(&f, x.c.levelIn(t, cl))
			if cl.Part == discourse.None && !cl.Turned {
				f.Doubt("no_section")
			}
			emit(f)
		}
	}
}

// reach is how many tokens after "không có" the thing that is missing may
// stand: "chưa có ủy viên ban thường vụ là cán bộ nữ" has seven.
const reach = 11

func (x *Code) match(t *scan.Text, cl discourse.Clause) (scan.Hit, bool) {
	if t.Has(x.forbid, cl.First, cl.Last) {
		return scan.Hit{}, false
	}
	for _, g := range x.need {
		if !t.Has(g, cl.First, cl.Last) {
			return scan.Hit{}, false
		}
	}
	for _, h := range t.HitsIn(x.cue, cl.First, cl.Last) {
		if h.Value >= 0 && !x.c.reader.Denied(t, cl, h.First, h.Last) && !x.c.reader.Unreal(t, cl, h.First) {
			return h, true
		}
	}
	for _, h := range t.HitsIn(x.exist, cl.First, cl.Last) {
		if len(x.need) > 0 && t.Has(x.need[0], h.First, min(h.Last+reach, cl.Last)) && !x.c.reader.Denied(t, cl, h.First, h.Last) {
			return h, true
		}
	}
	if cl.Part == discourse.Limits || cl.Turned {
		for _, h := range t.HitsIn(x.weak, cl.First, cl.Last) {
			if !x.c.reader.Denied(t, cl, h.First, h.Last) {
				return h, true
			}
		}
	}
	if x.blame {
		return x.c.blamed(t, cl)
	}
	return scan.Hit{}, false
}

func (x *Code) bodyIn(t *scan.Text, cl discourse.Clause) string {
	if hits := t.HitsIn(x.bodies, cl.First, cl.Last); len(hits) > 0 {
		return x.names[hits[0].Value]
	}
	return x.body
}
