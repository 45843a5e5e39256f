package main

import (
	"sync"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors"
	"github.com/tongket/tongket/pipeline/report"
)

// ruleSet is the rules of a profile. Those of the built-in one are made when the
// first document needs them: to put their words together takes half of the time
// of a run that finds nothing to do.
type ruleSet struct{ made func() *extractors.Set }

// builtinRules are the rules of the built-in profile, which its tests vouch for.
func builtinRules(p *configs.Profile) ruleSet {
	return ruleSet{sync.OnceValue(func() *extractors.Set {
		set, err := extractors.New(p)
		if err != nil {
			panic(err)
		}
		return set
	})}
}

// Rows finds all rows of a document.
func (r ruleSet) Rows(doc *report.Document) ([]report.Row, error) { return r.made().Rows(doc) }

// Each finds all rows of each of some documents.
func (r ruleSet) Each(docs []*report.Document) ([]report.Found, error) { return r.made().Each(docs) }

// Again makes anew what follows from the rows of a document.
func (r ruleSet) Again(rows []report.Row) []report.Row { return r.made().Again(rows) }
