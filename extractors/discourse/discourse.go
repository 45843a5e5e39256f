// Package discourse cuts a report into clauses and tells what each does: in
// which part of the report it stands (results, limitations, causes, lessons,
// tasks), whether it demands future work, and whether what it names is denied.
//
// Assessments, limitations and tasks all rest on it, so that a sentence is
// never a shortcoming for one and a demand for another.
package discourse

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
)

// Part is a part of a report.
type Part uint8

// The parts. A text without headings and turns is of no part.
const (
	None Part = iota
	Results
	Limits
	Causes
	Lessons
	Tasks
)

var parts = map[string]Part{"": None, "results": Results, "limits": Limits, "causes": Causes, "lessons": Lessons, "tasks": Tasks}

// Clause is a range of tokens between semicolons, or between conjunctions that
// turn the sense (nhưng, tuy nhiên).
type Clause struct {
	First, Last int32
	Sentence    int
	Part        Part
	// Turned says that a concession in this paragraph or sentence opened the
	// part of limitations.
	Turned bool
	// From is where the clause begins that a conjunction joins to this one: its
	// subject may stand there. It is First for all others.
	From int32
	// Demand is the token of the word that demands, -1 for none.
	Demand int32
	// Listed says that the clause stands in a list below a demand: "Ban Thường vụ
	// yêu cầu:".
	Listed bool
	// Goes says that the clause goes on with the demand of the clause before it
	// in the sentence: it has no word of its own that demands, nor one that
	// tells what was done.
	Goes bool
	// Heading says that the clause says nothing: it is a heading that opens a part,
	// a question, or stands in the list of recipients.
	Heading bool
}

// Reader knows the words. It is safe for any number of goroutines.
type Reader struct {
	ofClauses scan.Key

	headings *scan.Class
	turns    *scan.Class
	turnList []turn
	demands  *scan.Class
	deny     *scan.Class
	solved   *scan.Class
	hedges   *scan.Class
	unreal   *scan.Class
	future   *scan.Class
	before   *scan.Class
	past     *scan.Class
	partial  *scan.Class
	which    *scan.Class // nào
}

// Shared returns the reader of a set, made at the first call.
func Shared(env *kind.Env) (*Reader, error) { return kind.Share(env, "discourse", build) }

// Clauses returns the clauses of a text, made once a text.
func (r *Reader) Clauses(t *scan.Text) []Clause { return scan.Memo(t, &r.ofClauses, r.read) }

// Opens reports whether a text has a part of a kind with anything in it.
func (r *Reader) Opens(t *scan.Text, part Part) bool {
	return slices.ContainsFunc(r.Clauses(t), func(c Clause) bool { return c.Part == part && !c.Heading })
}

func (r *Reader) read(t *scan.Text, out []Clause) []Clause {
	out = slices.Grow(out[:0], len(t.Sentences)*2)
	state := state{r: r, t: t, block: -1}
	for i, s := range t.Sentences {
		if s.First == s.Last {
			continue
		}
		state.enter(s)
		first := s.First
		joins := t.HitsIn(r.turns, s.First, s.Last)
		j := s.First
		told, led := int32(-1), false
		if text := t.String(s.First, s.Last); prescribes(t) || strings.IndexByte(text, ':') >= 0 {
			told = r.announced(t, s)
		}
		if len(joins) == 0 && told < 0 && strings.IndexByte(t.String(s.First, s.Last), ';') < 0 {
			j = s.Last // one clause, as most sentences are
		}
		for ; j <= s.Last; j++ {
			for j < s.Last && !t.Is(j, ';') && j != told && (len(joins) == 0 || joins[0].First > j) {
				j++
			}
			if j == told && j > first {
				c := state.clause(i, first, j+1)
				c.Demand, c.Heading = -1, true
				out = append(out, c)
				state.tells(told+1 == s.Last)
				first = j + 1
				continue
			}
			turned, turns := None, false
			if h, ok := scan.Next(&joins, j); ok && j > first {
				turned, turns = state.conjunction(h)
			}
			if j < s.Last && !turns && !t.Is(j, ';') {
				continue
			}
			if j > first {
				c := state.clause(i, first, j)
				if n := len(out); n > 0 && out[n-1].Sentence == i && out[n-1].Last == first {
					c.From = out[n-1].From
				}
				if n := len(out); n > 0 && out[n-1].Sentence == i && c.Demand < 0 {
					c.Goes = (out[n-1].Demand >= 0 || out[n-1].Goes || led) && !r.toldSoon(t, c) && !r.conceded(t, c)
				}
				led = led || c.Demand >= 0 && leads(t, c)
				out = append(out, c)
			}
			if turns {
				state.within = turned
			}
			first = j
			if j < s.Last && t.Is(j, ';') {
				first = j + 1
			}
		}
	}
	return out
}

// leads reports whether a word of asking ends before a colon, so that the whole sentence behind
// it is asked: "Ông yêu cầu: …; …; …".
func leads(t *scan.Text, c Clause) bool {
	for i := c.Demand + 1; i < min(c.Demand+3, c.Last); i++ {
		if t.Is(i, ':') {
			return true
		}
	}
	return false
}

// Partial reports whether a clause tells of some places or cases only, as
// shortcomings are told: "ở một số nơi".
func (r *Reader) Partial(t *scan.Text, c Clause) bool { return t.Has(r.partial, c.First, c.Last) }

// Judging reports whether a clause stands where reports judge: in a part on
// results or shortcomings, after a concession, or told of some places only.
func (r *Reader) Judging(t *scan.Text, c Clause) bool {
	return c.Part == Results || c.Part == Limits || c.Turned || r.Partial(t, c)
}

// Hedged reports whether a clause weakens its praise: cơ bản, bước đầu.
func (r *Reader) Hedged(t *scan.Text, c Clause) bool { return t.Has(r.hedges, c.First, c.Last) }
