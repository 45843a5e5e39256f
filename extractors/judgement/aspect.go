package judgement

import (
	"fmt"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// AspectConfig names the lexicon of aspects.
type AspectConfig struct {
	Aspects string   `yaml:"aspects"`
	Head    []string `yaml:"head"` // words that open a new subject in a clause: công tác, việc
}

// DefaultAspect names the embedded lexicon.
func DefaultAspect() AspectConfig { return AspectConfig{Aspects: "aspects"} }

// Aspect finds assessments.
type Aspect struct {
	id      string
	c       *common
	aspects *scan.Class // → index of list
	list    []subject
	head    *scan.Class
}

// subject is an aspect word; a weak one is too common to stand alone. A word
// without aspect only hides a shorter one ("lãnh đạo tỉnh").
type subject struct {
	aspect string
	weak   bool
}

// NewAspect makes the extractor of a rule.
func NewAspect(id string, c AspectConfig, env *kind.Env) (*Aspect, error) {
	common, err := newCommon(env)
	if err != nil {
		return nil, err
	}
	x := &Aspect{id: id, c: common, aspects: env.Builder.Class("judgement.aspects")}
	x.head = words(env, "head", c.Head)
	aspects, err := env.Wordlist(c.Aspects)
	if err != nil {
		return nil, err
	}
	for _, r := range aspects.Rows {
		y := subject{r.Get("aspect"), r.Get("weak") == "yes"}
		if y.aspect == "nothing" {
			y.aspect = ""
		} else if err := env.Code("aspect", y.aspect); err != nil {
			return nil, fmt.Errorf("%s: %w", r.Source, err)
		}
		x.aspects.Add(r.Get("phrase"), int32(len(x.list)))
		x.list = append(x.list, y)
	}
	return x, nil
}

// Facts emits one fact per sentence, aspect and polarity.
func (x *Aspect) Facts(t *scan.Text, emit func(report.Fact)) {
	if len(t.Hits(x.aspects)) == 0 || len(t.Hits(x.c.ratings)) == 0 {
		return
	}
	scope := x.c.inScope(t)
	sentence, carried := -1, ""
	for _, cl := range x.c.reader.Clauses(t) {
		if cl.Sentence != sentence {
			sentence, carried = cl.Sentence, ""
		}
		if prescribes(t) && cl.Part != discourse.Limits {
			continue
		}
		if !scope[cl.Sentence] || cl.Part == discourse.Tasks || cl.Part == discourse.Lessons || cl.Part == discourse.Causes {
			continue
		}
		if cl.Demand >= 0 || cl.Goes {
			continue
		}
		carried = x.clause(t, cl, carried, emit)
	}
}

// clause emits the judgements of one clause and returns its last aspect, which
// governs a following clause without one of its own.
func (x *Aspect) clause(t *scan.Text, cl discourse.Clause, carried string, emit func(report.Fact)) string {
	aspects := x.subjects(t, cl)
	ratings := x.c.judge(t, cl)
	if len(aspects) == 0 {
		if carried == "" || len(ratings) == 0 {
			return carried
		}
		x.emit(t, cl, carried, ratings[0], emit)
		return carried
	}
	for i, a := range aspects {
		end := cl.Last
		if i+1 < len(aspects) {
			end = aspects[i+1].First
		}
		r, ok := pick(ratings, a.First, end)
		if !ok && len(ratings) > 0 { // "công tác A và công tác B được làm tốt"; "đúng quy trình bầu cử"
			r, ok = ratings[0], i+1 < len(aspects) || len(aspects) == 1
		}
		y := x.list[a.Value]
		if ok && counted(t, cl, r) {
			continue // a shortfall that is merely counted is no judgement
		}
		if ok && (!y.weak || len(ratings) > 1 || x.weighty(t, cl, r)) {
			x.emit(t, cl, y.aspect, r, emit)
		}
	}
	return x.list[aspects[len(aspects)-1].Value].aspect
}

// counted reports whether blame is a bare shortfall with its figure beside it:
// "bầu thiếu 2 đồng chí", "khuyết 01".
func counted(t *scan.Text, cl discourse.Clause, r judged) bool {
	w := vn.Fold(t.Word(r.hit.Last - 1))
	if r.polarity != "limitation" || w != "thiếu" && w != "khuyết" {
		return false
	}
	for i := r.hit.Last; i < min(r.hit.Last+4, cl.Last); i++ {
		if t.Tokens[i].Kind == scan.Number {
			return true
		}
	}
	return false
}

// weighty reports whether a judgement can carry a weak aspect: it stands in a
// part that judges, or has three syllables and more, or names a rule that was
// kept (đúng …). Two judgements in a clause carry it too.
func (x *Aspect) weighty(t *scan.Text, cl discourse.Clause, r judged) bool {
	return cl.Part == discourse.Limits || cl.Part == discourse.Results || cl.Turned ||
		r.hit.Last-r.hit.First >= 3 || vn.Fold(t.Word(r.hit.First)) == "đúng"
}

// pick prefers blame: "có chất lượng nhưng chưa cao" is wanting.
func pick(ratings []judged, first, end int32) (judged, bool) {
	var best judged
	ok := false
	for _, r := range ratings {
		if r.hit.First < first || r.hit.First >= end {
			continue
		}
		if !ok || best.polarity == "strength" && r.polarity == "limitation" {
			best, ok = r, true
		}
	}
	return best, ok
}

// subjects returns the aspects that a clause is about: its first, and those
// that a word such as "công tác" opens. Direction ("chỉ đạo") gives way to
// what is directed.
func (x *Aspect) subjects(t *scan.Text, cl discourse.Clause) []scan.Hit {
	var out []scan.Hit
	for _, h := range t.HitsIn(x.aspects, cl.First, cl.Last) {
		if x.list[h.Value].aspect == "" {
			continue
		}
		switch {
		case len(out) == 0:
			out = append(out, h)
		case x.list[out[len(out)-1].Value].aspect == x.list[h.Value].aspect:
		case x.yields(x.list[out[len(out)-1].Value], x.list[h.Value]) && len(t.HitsIn(x.c.ratings, out[len(out)-1].Last, h.First)) == 0:
			out[len(out)-1] = h
		case x.opened(t, h, out[len(out)-1].Last):
			out = append(out, h)
		}
	}
	return out
}

// yields reports whether a subject is so general that a later one in the clause
// is what is meant: "chỉ đạo công tác bầu cử", "Ban Thường vụ … tiến độ".
func (x *Aspect) yields(first, later subject) bool {
	if later.aspect == "overall" {
		return false
	}
	return first.weak || first.aspect == "leadership" || first.aspect == "overall"
}

// opened reports whether a word that opens a subject stands directly before an
// aspect and a mark or "và" before that.
func (x *Aspect) opened(t *scan.Text, h scan.Hit, from int32) bool {
	hits := t.HitsIn(x.head, max(from, h.First-3), h.Last)
	if len(hits) == 0 {
		return false
	}
	b := hits[0].First - 1
	return b >= from && (t.Is(b, ',') || t.Word(b) == "và")
}

func (x *Aspect) emit(t *scan.Text, cl discourse.Clause, aspect string, r judged, emit func(report.Fact)) {
	f := report.Fact{Table: "assessments", Rule: x.id, Span: t.Span(r.hit.First, r.hit.Last)}
	f.Set("aspect", report.Text(aspect))
	f.Set("polarity", report.Text(r.polarity))
	f.Set("rating", report.Text(t.String(r.hit.First, r.hit.Last)))
	setLevel(&f, x.c.levelIn(t, cl))
	if x.c.reader.Hedged(t, cl) && r.polarity == "strength" {
		f.Doubt("hedged")
	}
	if r.polarity == "limitation" && cl.Part == discourse.Results || r.polarity == "strength" && cl.Part == discourse.Limits {
		f.Doubt("against_section")
	}
	emit(f)
}
