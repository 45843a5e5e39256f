package discourse

import (
	"fmt"
	"maps"
	"slices"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

type turn struct {
	part  Part
	reach string
}

// sense is what the words of a use are: of a class, with a value in it.
type sense struct {
	class *scan.Class
	value int32
}

// senses are the uses whose words all have one value.
func (r *Reader) senses() map[string]sense {
	return map[string]sense{
		"hand": {r.demands, handing}, "decoy": {r.demands, 0},
		"stands": {r.deny, int32(Stands)}, "deny": {r.deny, int32(Absent)}, "avert": {r.deny, int32(Averted)},
		"solved": {r.solved, 1}, "unreal": {r.unreal, 1}, "future": {r.future, 1}, "before": {r.before, 1},
		"past": {r.past, 1}, "partial": {r.partial, 1}, "hedge": {r.hedges, 1},
	}
}

func build(env *kind.Env) (*Reader, error) {
	list, err := env.Wordlist("discourse")
	if err != nil {
		return nil, err
	}
	b := env.Builder
	r := &Reader{
		headings: b.Class("discourse.headings"), turns: b.Class("discourse.turns"), demands: b.Class("discourse.demands"),
		deny: b.Class("discourse.deny"), solved: b.Class("discourse.solved"), hedges: b.Class("discourse.hedges"),
		unreal: b.Class("discourse.unreal"), future: b.Class("discourse.future"), before: b.Class("discourse.before"), past: b.Class("discourse.past"), partial: b.Class("discourse.partial"), which: b.Class("discourse.which"),
	}
	r.which.Add("nào", 1)
	senses := r.senses()
	return r, list.Each(func(row report.WordRow) error {
		part, ok := parts[row.Get("part")]
		if !ok {
			return fmt.Errorf("no part %q%s", row.Get("part"), report.DidYouMean(row.Get("part"), slices.Collect(maps.Keys(parts))))
		}
		return r.add(row, part, senses)
	})
}

// add registers one phrase of the lexicon.
func (r *Reader) add(row report.WordRow, part Part, senses map[string]sense) error {
	phrase := row.Get("phrase")
	switch use := row.Get("use"); use {
	case "heading":
		r.headings.AddAll(phrase, int32(part))
	case "turn":
		r.turns.AddAll(phrase, int32(len(r.turnList)))
		r.turnList = append(r.turnList, turn{part, row.Get("reach")})
	case "demand":
		for _, word := range scan.Variants(phrase) {
			r.demands.Add(word, strength(word))
		}
	default:
		s, ok := senses[use]
		if !ok {
			return fmt.Errorf("no use %q%s", use, report.DidYouMean(use, append(slices.Collect(maps.Keys(senses)), "heading", "turn", "demand")))
		}
		s.class.AddAll(phrase, s.value)
	}
	return nil
}
