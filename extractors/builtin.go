package extractors

import (
	"github.com/tongket/tongket/extractors/citation"
	"github.com/tongket/tongket/extractors/identity"
	"github.com/tongket/tongket/extractors/judgement"
	"github.com/tongket/tongket/extractors/keyword"
	"github.com/tongket/tongket/extractors/measure"
	"github.com/tongket/tongket/extractors/pattern"
	"github.com/tongket/tongket/extractors/person"
)

// Builtin returns the kinds of this program: the one list to add a kind to.
func Builtin() Kinds {
	return Kinds{
		"citation":     of("documents cited by their number", citation.Default(), citation.New).byItself().writing("citations").filling("symbol", "kind"),
		"quantity":     of("figures of congresses, in prose and tables", measure.Default(), measure.New).writing("measures", "findings").filling("body", "attribute", "phase", "stat", "value", "bound"),
		"person":       of("people with their titles and roles", person.Default(), person.New).writing("people").filling("name", "role"),
		"pattern":      of("a regular expression with named groups, tried near a few words", pattern.Default(), pattern.New).byItself(),
		"keyword":      of("words that stand for codes of a column", keyword.Default(), keyword.New).byItself(),
		"aspect":       of("assessments of an aspect of congress work", judgement.DefaultAspect(), judgement.NewAspect).writing("assessments").asking("judgement").filling("aspect", "polarity"),
		"code":         of("one coded shortcoming by required and forbidden words", judgement.CodeConfig{}, judgement.NewCode).writing("limitations").asking("judgement").filling("code"),
		"task":         of("demands on future congress work", judgement.TaskConfig{}, judgement.NewTask).writing("tasks").asking("judgement").filling("text"),
		"document":     of("date, number and type of the document itself", identity.DefaultDocument(), identity.NewDocument).writing("documents").inTurn(1),
		"congress":     of("ordinal and term of the organisation's own congress", identity.CongressConfig{}, identity.NewCongress).writing("documents").inTurn(3),
		"organisation": of("the Party organisation that a document is about, its level and province", identity.OrganisationConfig{}, identity.NewOrganisation).writing("documents").inTurn(2),
	}
}
