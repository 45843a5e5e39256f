// Package keyword is the kind for a user's own codes: words that stand for the
// codes of a column, one fact for each place where one stands.
package keyword

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// Config is one column and the words of its codes.
type Config struct {
	Column string `yaml:"column"`
	// Words are the phrases that stand for each code (or value of a text
	// column).
	Words map[string][]string `yaml:"words"`
	// Need are words of which the sentence must have one; empty for none.
	Need []string `yaml:"need"`
	// Not are words that take a sentence out.
	Not []string `yaml:"not"`
	// Rank orders a documents column among rules that find it.
	Rank int `yaml:"rank"`
}

// Default has the rank of the body of a text.
func Default() Config { return Config{Rank: 40} }

// Extractor finds the words.
type Extractor struct {
	id               string
	c                Config
	table            string
	words, need, not *scan.Class
	values           []string
}

// New makes the extractor of a rule.
func New(id string, c Config, env *kind.Env) (*Extractor, error) {
	col, err := env.Column(c.Column)
	var faults []error
	if c.Column == "" {
		faults = append(faults, errors.New("column: name the column that gets the codes"))
	} else if err != nil {
		faults = append(faults, fmt.Errorf("column: %w", err))
	} else if col.Type != report.TypeCode && col.Type != report.TypeString {
		faults = append(faults, fmt.Errorf("column: %s is a column of type %s, and words stand for a code or a text; use a rule of kind pattern", c.Column, col.Type))
	}
	if len(c.Words) == 0 {
		faults = append(faults, errors.New("words: name at least one code with its words"))
	}
	b := env.Builder
	x := &Extractor{id: id, c: c, table: env.Table.Name, words: b.Class("keyword." + id), need: b.Class("keyword." + id), not: b.Class("keyword." + id)}
	for _, code := range slices.Sorted(maps.Keys(c.Words)) {
		if col != nil && col.Type == report.TypeCode {
			if err := env.Code(c.Column, code); err != nil {
				faults = append(faults, fmt.Errorf("words: %w", err))
			}
		}
		for _, w := range c.Words[code] {
			x.words.AddAll(w, int32(len(x.values)))
		}
		x.values = append(x.values, code)
	}
	for _, w := range c.Need {
		x.need.AddAll(w, 1)
	}
	for _, w := range c.Not {
		x.not.AddAll(w, 1)
	}
	return x, errors.Join(faults...)
}

// Fills is the one column of each row.
func (x *Extractor) Fills() []string { return []string{x.c.Column} }

// WhyNot says which condition of a sentence failed.
func (x *Extractor) WhyNot(t *scan.Text, first, last int32) []report.Label {
	switch {
	case !t.Has(x.words, first, last):
		return []report.Label{{VI: "không có từ nào của words", EN: "none of the words"}}
	case t.Has(x.not, first, last):
		h := t.HitsIn(x.not, first, last)[0]
		w := t.String(h.First, h.Last)
		return []report.Label{{VI: "có từ của not: " + w, EN: "a word of not stands there: " + w}}
	}
	return []report.Label{{VI: "không có từ nào của need", EN: "no word of need"}}
}

// Facts emits a fact for each hit in a sentence that passes.
func (x *Extractor) Facts(t *scan.Text, emit func(report.Fact)) {
	for _, h := range t.Hits(x.words) {
		s := t.SentenceOf(h.First)
		if t.Has(x.not, s.First, s.Last) || len(x.c.Need) > 0 && !t.Has(x.need, s.First, s.Last) {
			continue
		}
		f := report.Fact{Table: x.table, Rule: x.id, Rank: x.c.Rank, Span: t.Span(h.First, h.Last), Fields: t.Room(1)}
		f.Set(x.c.Column, report.Text(x.values[h.Value]))
		emit(f)
	}
}
