package extractors

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// Outline is what is kept of a profile to tell, once it has changed, in which
// documents another one finds the same rows.
type Outline struct {
	Lists  []ListOutline  `json:"lists"`
	Rules  []RuleOutline  `json:"rules"`
	Tables []TableOutline `json:"tables"`
}

// RuleOutline is a rule: its words, and the rest of it as one text.
type RuleOutline struct {
	ID    string              `json:"id"`
	Kind  string              `json:"kind"`
	Table string              `json:"table"`
	Rest  string              `json:"rest"`
	Words map[string][]string `json:"words,omitempty"` // by setting: "cue", "need.0", "words.code"
	// OwnLists says that the rule names lexicons to use, maybe others than usual.
	OwnLists bool `json:"own_lists,omitempty"`
}

// phrases name the settings of each kind whose words do nothing but to be looked
// for in the text: a document without a word finds what it found before the word
// came. A setting may be a list, a list of lists, or lists by code.
var phrases = map[string][]string{
	"keyword": {"words", "need", "not"},
	"pattern": {"near", "not"},
	"code":    {"cue", "exist", "weak", "need", "forbid", "lead", "decoy", "bodies"},
	"task":    {"addressees", "deadlines"},
}

// OutlineOf makes the outline of a profile.
func OutlineOf(p *configs.Profile) (Outline, error) {
	o := Outline{Lists: listsOf(p), Tables: outlines(p.Tables)}
	for _, r := range p.Rules {
		settings := map[string]any{}
		if err := r.Settings.Decode(&settings); err != nil {
			return o, fmt.Errorf("%s: %w", r.ID, err)
		}
		x := RuleOutline{ID: r.ID, Kind: r.Kind, Table: r.Table, Words: map[string][]string{}}
		for _, name := range phrases[r.Kind] {
			if !x.gather(name, settings[name]) {
				return o, fmt.Errorf("%s: %s are no words", r.ID, name)
			}
			delete(settings, name)
		}
		if _, known := phrases[r.Kind]; !known {
			for _, v := range settings {
				_, named := v.(string)
				x.OwnLists = x.OwnLists || named
			}
		}
		rest, err := json.Marshal([]any{r.Table, settings})
		if err != nil {
			return o, fmt.Errorf("%s: %w", r.ID, err)
		}
		x.Rest = string(rest)
		o.Rules = append(o.Rules, x)
	}
	return o, nil
}

// gather takes the words of a setting, and of what it holds.
func (x *RuleOutline) gather(name string, v any) bool {
	switch v := v.(type) {
	case nil:
	case string:
		x.Words[name] = append(x.Words[name], scan.Variants(v)...)
	case []any:
		if x.Words[name] == nil {
			x.Words[name] = []string{}
		}
		for i, item := range v {
			if _, ok := item.(string); ok {
				x.gather(name, item)
			} else if !x.gather(fmt.Sprintf("%s.%d", name, i), item) {
				return false
			}
		}
	case map[string]any:
		for _, code := range slices.Sorted(maps.Keys(v)) {
			if !x.gather(name+"."+code, v[code]) {
				return false
			}
		}
	default:
		return false
	}
	return true
}

// Same returns a test of documents: where it is true, the rules of now find what
// those of before found. ok is false when nothing can be told, so that every
// document has to be read by the new rules.
//
// It holds because a rule sees a text by the places where its words stand. Where
// no word stands that came or went, all rules see the same places; and a rule says
// nothing where its own words are missing, whether it came, went or changed. A column
// that came or went is null there.
func Same(before, now Outline) (same func(*report.Document) bool, ok bool) {
	if !slices.Equal(common(before, now), common(now, before)) || !sameTables(before, now) {
		return nil, false
	}
	words, ok := changedWords(before, now)
	if !ok {
		return nil, false
	}
	c := changes{builder: scan.NewBuilder()}
	old := map[string]RuleOutline{}
	for _, r := range before.Rules {
		old[r.ID] = r
	}
	for _, r := range now.Rules {
		was, known := old[r.ID]
		switch {
		case known && was.like(r):
			c.addChanged(was, r)
		case known:
			ok = c.add(was.needed()) && c.add(r.needed()) && ok
		default:
			ok = c.add(r.needed()) && ok
		}
		delete(old, r.ID)
	}
	for _, was := range old {
		ok = c.add(was.needed()) && ok
	}
	c.add([][]string{words})
	return c.untouched(c.builder.Build()), ok
}

// changes are conditions under which a text is touched: a word of each group of
// any of them stands in it.
type changes struct {
	builder    *scan.Builder
	conditions [][]*scan.Class
}

// add takes a condition in; one without groups is always met.
func (c *changes) add(groups [][]string) bool {
	var classes []*scan.Class
	for _, words := range groups {
		class := c.builder.Class("changed")
		for _, w := range words {
			class.Add(w, 0)
		}
		classes = append(classes, class)
	}
	c.conditions = append(c.conditions, classes)
	return len(groups) > 0
}

// addChanged takes in that a rule's words changed: where one of them stands, and
// the others that the rule needs.
func (c *changes) addChanged(was, is RuleOutline) {
	if words := was.changed(is); len(words) > 0 {
		c.add(append([][]string{words}, was.needed()...))
		c.add(append([][]string{words}, is.needed()...))
	}
}

func (c *changes) untouched(lexicon *scan.Lexicon) func(*report.Document) bool {
	return func(doc *report.Document) bool {
		t := lexicon.Scan(doc)
		defer t.Release()
		missing := func(x *scan.Class) bool { return len(t.Hits(x)) == 0 }
		return !slices.ContainsFunc(c.conditions, func(groups []*scan.Class) bool { return !slices.ContainsFunc(groups, missing) })
	}
}

// common are the rules of a that b has too, in their order: it decides which of
// two rules speaks first.
func common(a, b Outline) []string {
	has := map[string]bool{}
	for _, r := range b.Rules {
		has[r.ID] = true
	}
	var ids []string
	for _, r := range a.Rules {
		if has[r.ID] {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// like reports whether two versions of a rule differ in words only. A list
// without any is no list that lost its words: a condition is then not asked.
func (x RuleOutline) like(y RuleOutline) bool {
	return x.Kind == y.Kind && x.Rest == y.Rest && maps.EqualFunc(x.Words, y.Words, func(a, b []string) bool { return (len(a) == 0) == (len(b) == 0) })
}

// changed are the words that one version has and the other has not.
func (x RuleOutline) changed(y RuleOutline) []string {
	var words []string
	for name := range x.Words {
		words = append(words, without(x.Words[name], y.Words[name])...)
		words = append(words, without(y.Words[name], x.Words[name])...)
	}
	return words
}

func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(w string) bool { return slices.Contains(b, w) })
}

// needed are groups of words of each of which a text must have one for the rule
// to say anything; none when that cannot be told.
func (x RuleOutline) needed() (groups [][]string) {
	switch x.Kind {
	case "pattern":
		groups = [][]string{x.Words["near"]}
	case "keyword":
		groups = [][]string{nil}
		for name, list := range x.Words {
			if strings.HasPrefix(name, "words.") {
				groups[0] = append(groups[0], list...)
			}
		}
		if need := x.Words["need"]; len(need) > 0 {
			groups = append(groups, need)
		}
	case "code":
		for name, list := range x.Words {
			if strings.HasPrefix(name, "need.") {
				groups = append(groups, list)
			}
		}
	}
	return groups
}
