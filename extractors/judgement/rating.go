package judgement

import (
	"fmt"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// What a rating says.
const (
	praise int32 = iota
	blame
	evil // its presence is blamed, its absence praised
	nothing
)

// says is what a phrase of ratings.tsv says; a weak one is a common word that
// judges only where reports judge.
type says struct {
	what int32
	weak bool
}

func (c *common) readRatings(env *kind.Env) error {
	c.ratings, c.not = env.Builder.Class("judgement.ratings"), words(env, "not", []string{"chưa", "chưa thực sự", "chưa thật sự", "chưa thật", "chưa được", "không", "không được", "thiếu", "chưa có", "chưa phải"})
	list, err := env.Wordlist("ratings")
	if err != nil {
		return err
	}
	for _, r := range list.Rows {
		what, ok := map[string]int32{"strength": praise, "limitation": blame, "evil": evil, "nothing": nothing}[r.Get("says")]
		if !ok {
			return fmt.Errorf("%s: says is strength, limitation, evil or nothing, not %q", r.Source, r.Get("says"))
		}
		c.ratings.Add(r.Get("phrase"), int32(len(c.says)))
		c.says = append(c.says, says{what, r.Get("weak") == "yes"})
	}
	return nil
}

// judged is a rating with the polarity that it has in its clause.
type judged struct {
	hit      scan.Hit
	polarity string
}

// judge reads the ratings of a clause.
func (c *common) judge(t *scan.Text, cl discourse.Clause) []judged {
	var out []judged
	judging := t.Identity.Type != "" && t.Identity.Type != "news" || c.reader.Judging(t, cl)
	for _, h := range t.HitsIn(c.ratings, cl.First, cl.Last) {
		s := c.says[h.Value]
		if s.what == nothing || s.weak && !judging || c.reader.Unreal(t, cl, h.First) {
			continue
		}
		if j, ok := c.polarity(t, cl, h, s); ok {
			out = append(out, j)
		}
	}
	return out
}

// polarity turns praise after a denial into blame, drops blame that is denied,
// and praises an evil that is denied.
func (c *common) polarity(t *scan.Text, cl discourse.Clause, h scan.Hit, s says) (judged, bool) {
	j := judged{h, "strength"}
	from := max(cl.First, h.First-3)
	switch s.what {
	case praise:
		if hits := t.HitsIn(c.not, from, h.First); len(hits) > 0 {
			j.polarity, j.hit.First = "limitation", hits[0].First
		}
	case blame:
		if t.Has(c.not, from, h.First) || c.reader.Denied(t, cl, h.First, h.Last) {
			return j, false
		}
		j.polarity = "limitation"
		c.extend(t, cl, &j)
	case evil:
		if !c.reader.Denied(t, cl, h.First, h.Last) && !c.reader.Solved(t, cl) {
			j.polarity = "limitation"
		}
	}
	return j, true
}

// extend takes the words after a bare "chưa" or "thiếu" into the rating, up to
// the next mark: "chưa thường xuyên kiểm tra".
func (c *common) extend(t *scan.Text, cl discourse.Clause, j *judged) {
	if j.hit.Last-j.hit.First > 1 {
		return
	}
	switch vn.Fold(t.Word(j.hit.First)) {
	case "chưa", "thiếu", "ít":
		for j.hit.Last < cl.Last && j.hit.Last-j.hit.First < 6 && t.Tokens[j.hit.Last].Kind == scan.Word {
			j.hit.Last++
		}
	}
}

// blamed returns the first blame of a clause.
func (c *common) blamed(t *scan.Text, cl discourse.Clause) (scan.Hit, bool) {
	for _, j := range c.judge(t, cl) {
		if j.polarity == "limitation" {
			return j.hit, true
		}
	}
	return scan.Hit{}, false
}
