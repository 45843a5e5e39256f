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

// uses are the codes of the column use of the lexicon.
var uses = []string{"heading", "turn", "demand", "hand", "decoy", "deny", "stands", "avert", "solved", "unreal", "future", "before", "past", "partial", "hedge"}

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
	return r, list.Each(func(row report.WordRow) error {
		part, ok := parts[row.Get("part")]
		if !ok {
			return fmt.Errorf("no part %q%s", row.Get("part"), report.DidYouMean(row.Get("part"), slices.Collect(maps.Keys(parts))))
		}
		for _, word := range scan.Variants(row.Get("phrase")) {
			if err := r.add(word, row, part); err != nil {
				return err
			}
		}
		return nil
	})
}

// add registers one phrase of the lexicon.
func (r *Reader) add(word string, row report.WordRow, part Part) error {
	switch row.Get("use") {
	case "heading":
		r.headings.Add(word, int32(part))
	case "turn":
		r.turns.Add(word, int32(len(r.turnList)))
		r.turnList = append(r.turnList, turn{part, row.Get("reach")})
	case "demand":
		r.demands.Add(word, strength(word))
	case "hand":
		r.demands.Add(word, handing)
	case "decoy":
		r.demands.Add(word, 0)
	case "stands":
		r.deny.Add(word, int32(Stands))
	case "deny":
		r.deny.Add(word, int32(Absent))
	case "avert":
		r.deny.Add(word, int32(Averted))
	case "solved":
		r.solved.Add(word, 1)
	case "unreal":
		r.unreal.Add(word, 1)
	case "future":
		r.future.Add(word, 1)
	case "before":
		r.before.Add(word, 1)
	case "past":
		r.past.Add(word, 1)
	case "partial":
		r.partial.Add(word, 1)
	case "hedge":
		r.hedges.Add(word, 1)
	default:
		return fmt.Errorf("no use %q%s", row.Get("use"), report.DidYouMean(row.Get("use"), uses))
	}
	return nil
}
