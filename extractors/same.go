package extractors

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
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
		rest, err := json.Marshal([]any{r.Table, r.Own, settings})
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

// differences are what one profile has otherwise than another: the rules that changed,
// came or went, and the conditions under which a text is touched.
type differences struct {
	rules []RuleOutline
	// listed says that lexicons differ, which any rule may use.
	listed     bool
	conditions []condition
}

// condition is met by a text in which a word of each group stands; one without groups
// by every text.
type condition [][]string

// differ compares profiles; ok is false when the places where two find something else
// cannot be told, so that all rules have to go over every document.
//
// It holds because a rule sees a text by the places where its words stand. Where
// no word stands that came or went, all rules see the same places; and a rule says
// nothing where its own words are missing, whether it came, went or changed. A column
// that came or went is null there.
func differ(before, now Outline) (d differences, ok bool) {
	if !slices.Equal(common(before, now), common(now, before)) || !sameTables(before, now) {
		return d, false
	}
	words, ok := changedWords(before, now)
	if !ok {
		return d, false
	}
	if len(words) > 0 {
		d.listed, d.conditions = true, append(d.conditions, condition{words})
	}
	old := map[string]RuleOutline{}
	for _, r := range before.Rules {
		old[r.ID] = r
	}
	for _, r := range now.Rules {
		if was, known := old[r.ID]; known {
			d.changed(was, r)
		} else {
			d.add(r, r.needed())
		}
		delete(old, r.ID)
	}
	for _, was := range before.Rules {
		if _, gone := old[was.ID]; gone {
			d.add(was, was.needed())
		}
	}
	return d, true
}

func (d *differences) add(r RuleOutline, c condition) {
	d.rules = append(d.rules, r)
	d.conditions = append(d.conditions, c)
}

// changed adds what differs in a rule. When it is words, a text is touched where one of
// them stands, and the others that the rule needs.
func (d *differences) changed(was, is RuleOutline) {
	if !was.like(is) {
		d.add(was, was.needed())
		d.add(is, is.needed())
	} else if words := was.changedWords(is); len(words) > 0 {
		d.add(was, append(condition{words}, was.needed()...))
		d.add(is, append(condition{words}, is.needed()...))
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

// changedWords are the words that one version has and the other has not.
func (x RuleOutline) changedWords(y RuleOutline) []string {
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
func (x RuleOutline) needed() (groups condition) {
	switch x.Kind {
	case "pattern":
		groups = condition{x.Words["near"]}
	case "keyword":
		groups = condition{nil}
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
