// Package kind is what the kinds of extractors share: how they are made and
// what they give.
package kind

import (
	"fmt"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// Extractor finds facts in a document. It cannot fail: what could be wrong was
// wrong when it was made. It must be safe for any number of goroutines.
type Extractor interface {
	Facts(t *scan.Text, emit func(report.Fact))
}

// Reasoner is an Extractor that can say why it gave nothing for a sentence in
// which one of its words stands: which condition failed.
type Reasoner interface {
	Extractor
	WhyNot(t *scan.Text, first, last int32) []report.Label
}

// Filler is an Extractor whose settings say which columns each of its rows has.
// What another kind fills is said where the kinds are listed.
type Filler interface {
	Extractor
	Fills() []string
}

// Env is what a kind may use while it is made.
type Env struct {
	// Builder takes the words of the kind.
	Builder *scan.Builder
	// Grammar reads numbers, dates, terms and ordinals.
	Grammar *grammar.Grammar
	// Table is the table that the rule fills.
	Table *report.Table
	// Other gives another table of the profile by name, nil for none; nil where a
	// kind is made by itself.
	Other func(name string) *report.Table
	// Wordlist gives a lexicon of the profile by name.
	Wordlist func(name string) (*report.Wordlist, error)
	// Shared keeps what several kinds of one set make once, by name: see
	// Share.
	Shared map[string]any
}

// Share returns the one value of a name in a set, making it at the first call.
// Kinds use it for vocabularies that more than one of them needs.
func Share[T any](env *Env, name string, construct func(*Env) (T, error)) (T, error) {
	if v, ok := env.Shared[name]; ok {
		t, ok := v.(T)
		if !ok {
			return t, fmt.Errorf("%s is shared as %T", name, v)
		}
		return t, nil
	}
	v, err := construct(env)
	if err == nil {
		env.Shared[name] = v
	}
	return v, err
}

// Code checks that a code is one of a column's.
func (e *Env) Code(column, code string) error { return e.Table.HasCode(column, code) }

// CodeOf checks that a code is one of a column of another table; a profile without
// that table takes any.
func (e *Env) CodeOf(table, column, code string) error {
	if e.Other == nil || e.Other(table) == nil {
		return nil
	}
	return e.Other(table).HasCode(column, code)
}

// Column returns a column that a rule may fill.
func (e *Env) Column(name string) (*report.Column, error) {
	c := e.Table.Column(name)
	if c == nil {
		return nil, e.Table.NoColumn(name)
	}
	if ProgramFills(e.Table.Name, name) {
		return nil, fmt.Errorf("column %s of %s is filled by the program itself; add a column of your own in tables.yaml", name, e.Table.Name)
	}
	return c, nil
}
