// Package scope tells what is not about a Party congress although the words
// are the same: elections to People's Councils and the National Assembly,
// congresses of other organisations, discipline, admission, cadre planning, the
// economy.
//
// The words are a lexicon (scope.tsv). A phrase of reach "sentence" takes its
// sentence out of scope; one of reach "document" speaks for the whole document
// when it stands in the headline or the first lines and no Party congress does.
package scope

import (
	"errors"
	"fmt"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// Topic is what a sentence or document is about instead of a Party congress;
// "" means that it is in scope.
type Topic string

// The topics.
const (
	In         Topic = ""
	Assembly   Topic = "assembly"   // election to the National Assembly
	Council    Topic = "council"    // People's Councils and what they elect
	Union      Topic = "union"      // congresses of unions, fronts, associations, firms
	Discipline Topic = "discipline" // discipline, inspection
	Admission  Topic = "admission"  // new Party members
	Planning   Topic = "planning"   // quy hoạch, appointments, training
	Economy    Topic = "economy"    // social and economic figures
	None       Topic = "none"       // a longer phrase that only holds one: "kỷ luật phát ngôn"
)

// Lexicon is the name of the word list.
const Lexicon = "scope"

// headBytes is how far into a document its subject is looked for: a headline,
// a lead and two paragraphs.
const headBytes = 1600

// letterhead is how many tokens the head of a report has at most before its
// title: superior, issuer, number, place and date.
const letterhead = 60

// Scope knows the words. It is safe for any number of goroutines.
type Scope struct {
	words   *scan.Class
	entries []entry
	party   *scan.Class
}

type entry struct {
	topic              Topic
	sentence, document bool
}

// Shared returns the scope of a set, made at the first call.
func Shared(env *kind.Env) (*Scope, error) { return kind.Share(env, "scope", build) }

func build(env *kind.Env) (*Scope, error) {
	list, err := env.Wordlist(Lexicon)
	if err != nil {
		return nil, err
	}
	s := &Scope{words: env.Builder.Class("scope.words"), party: env.Builder.Class("scope.party")}
	faults := list.Each(func(r report.WordRow) error {
		e := entry{topic: Topic(r.Get("topic"))}
		switch r.Get("reach") {
		case "sentence":
			e.sentence = true
		case "document":
			e.document = true
		case "both":
			e.sentence, e.document = true, true
		default:
			return fmt.Errorf("reach is sentence, document or both, not %q", r.Get("reach"))
		}
		switch e.topic {
		case Assembly, Council, Union, Discipline, Admission, Planning, Economy, None:
		case In:
			return errors.New("a phrase needs a topic")
		default:
			return fmt.Errorf("no topic %q", e.topic)
		}
		s.words.Add(r.Get("phrase"), int32(len(s.entries)))
		s.entries = append(s.entries, e)
		return nil
	})
	for _, w := range []string{
		"đảng bộ", "đại hội đảng", "chi bộ", "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng ủy", "chi ủy",
		"đại hội đảng bộ", "cấp ủy", "đại hội chi bộ", "ban chấp hành trung ương", "trung ương đảng", "bộ chính trị",
	} {
		s.party.Add(w, 1)
	}
	return s, faults
}

// Document returns the topic of a document that is not about a Party congress:
// its head names another election or congress more often than the Party.
func (s *Scope) Document(t *scan.Text) Topic {
	last := t.TokenAt(min(headBytes, len(t.Doc.Text)))
	if t.Identity.Outside && !s.issued(t) {
		return Union
	}
	topic, outside := In, 0
	for _, h := range t.HitsIn(s.words, 0, last) {
		if e := s.entries[h.Value]; e.document {
			outside++
			if topic == In {
				topic = e.topic
			}
		}
	}
	if outside == 0 || outside*2 <= len(t.HitsIn(s.party, 0, last)) {
		return In
	}
	return topic
}

// issued reports whether a Party organisation is named in capitals at the top: a
// report of its own, whatever its name reminds of.
func (s *Scope) issued(t *scan.Text) bool {
	for _, h := range t.HitsIn(s.party, 0, min(letterhead, int32(len(t.Tokens)))) {
		if t.Tokens[h.First].AllUpper {
			return true
		}
	}
	return false
}

// Sentence returns the topic that takes sentence i out of scope, In for none,
// and the token where the phrase that says so begins.
func (s *Scope) Sentence(t *scan.Text, i int) (Topic, int32) {
	sen := t.Sentences[i]
	return s.Range(t, sen.First, sen.Last)
}

// Range is Sentence for any range of tokens, such as a clause.
func (s *Scope) Range(t *scan.Text, first, last int32) (Topic, int32) {
	if len(t.Hits(s.words)) == 0 {
		return In, -1 // two documents of three
	}
	past := first
	for _, h := range t.HitsIn(s.words, first, last) {
		e := s.entries[h.Value]
		if e.topic == None {
			past = h.Last
		} else if e.sentence && h.First >= past {
			return e.topic, h.First
		}
	}
	return In, -1
}
