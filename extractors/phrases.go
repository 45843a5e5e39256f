package extractors

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
)

// phraseFaults refuses phrases of a user's rule that would find nothing or everything: an
// empty word, a list without any, a choice that is not closed. Settings of another
// shape are left to the kind.
func phraseFaults(r configs.Rule) error {
	settings := map[string]any{}
	var faults []error
	if r.Settings.Decode(&settings) != nil {
		settings = nil
	}
	for _, name := range phrases[r.Kind] {
		if v, given := settings[name]; given {
			faults = append(faults, phraseFault(name, v))
		}
	}
	return errors.Join(faults...)
}

func phraseFault(name string, v any) error {
	switch v := v.(type) {
	case string:
		switch {
		case configs.Unclosed(v):
			return fmt.Errorf("%s: %q has a brace without its partner; choices look like {a|b}", name, v)
		case slices.Contains(scan.Variants(v), ""):
			return fmt.Errorf("%s: the word %q is empty or may be; take it out", name, v)
		}
	case nil:
		return fmt.Errorf("%s: a word or list has no value; write one or take it out", name)
	case []any:
		if len(v) == 0 && name != "near" { // said by its kind
			return fmt.Errorf("%s: the list has no word; write one or leave the list out", name)
		}
		var faults []error
		for _, item := range v {
			if _, ok := item.(map[string]any); ok {
				continue // {a|b} without quotes: said by its kind
			}
			faults = append(faults, phraseFault(name, item))
		}
		return errors.Join(faults...)
	case map[string]any:
		var faults []error
		for _, code := range slices.Sorted(maps.Keys(v)) {
			for _, err := range apart(phraseFault(name, v[code])) {
				if err != nil {
					_, said, _ := strings.Cut(err.Error(), ": ")
					faults = append(faults, fmt.Errorf("%s: %s: %s", name, code, said))
				}
			}
		}
		return errors.Join(faults...)
	}
	return nil
}
