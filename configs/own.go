package configs

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// named refuses names and codes of a user's table that files and databases could not
// hold, and codes that stand twice.
func (t tableEntry) named() error {
	var faults []error
	if t.Name != "" && !isName(t.Name) {
		faults = append(faults, fmt.Errorf("%s: %q is no name of a table; want small letters a to z, digits and _", t.place, t.Name))
	}
	for _, c := range t.Columns {
		if c.Name != "" && !isName(c.Name) {
			faults = append(faults, fmt.Errorf("%s: %s: %q is no name of a column; want small letters a to z, digits and _", c.place, t.Name, c.Name))
		}
		for i, x := range c.Codes {
			at := c.place.of("codes", i)
			switch {
			case !isCode(x.Code):
				faults = append(faults, fmt.Errorf("%s: %s: column %s: %q is no code; want letters a to z, digits, _ and -", at, t.Name, c.Name, x.Code))
			case slices.ContainsFunc(c.Codes[:i], func(y report.Code) bool { return x.Code == y.Code }):
				faults = append(faults, fmt.Errorf("%s: %s: column %s: code %q stands twice", at, t.Name, c.Name, x.Code))
			}
		}
	}
	return errors.Join(faults...)
}

// taken refuses the columns of a user's table that every table of its sort has, and takes
// them out. base is the table as it is below.
func (c commonColumns) taken(t *tableEntry, base tableEntry) error {
	if !said(base.Common) {
		return nil
	}
	var faults []error
	t.Columns = slices.DeleteFunc(t.Columns, func(d columnEntry) bool {
		has := func(e columnEntry) bool { return e.Name == d.Name }
		if !slices.ContainsFunc(c.Before, has) && !slices.ContainsFunc(c.After, has) {
			return false
		}
		faults = append(faults, fmt.Errorf("%s: %s: every table has a column %s already; give yours another name", d.place, t.Name, d.Name))
		return true
	})
	return errors.Join(faults...)
}

func isName(s string) bool {
	return s[0] >= 'a' && s[0] <= 'z' && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

func isCode(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") == ""
}

// extend adds the columns and codes of a later layer. What a table, column or code is
// already stays: a layer that says it otherwise would not be heard, and is refused.
func (t *tableEntry) extend(more tableEntry) error {
	var faults []error
	if set := more.otherwise(t); len(set) > 0 {
		faults = append(faults, fmt.Errorf("%s: table %s is there already; only columns and codes can be added to it, so leave out %s", more.place, t.Name, strings.Join(set, ", ")))
	}
	for _, c := range more.Columns {
		i := slices.IndexFunc(t.Columns, func(d columnEntry) bool { return d.Name == c.Name })
		if i < 0 {
			if c.Nullable != nil && !*c.Nullable {
				faults = append(faults, fmt.Errorf("%s: %s: column %s: the rows of the base have no value in it; leave out nullable: false", c.place, t.Name, c.Name))
			}
			t.Columns = append(t.Columns, c)
			continue
		}
		d := &t.Columns[i]
		switch set := c.otherwise(d); {
		case c.Type != "" && c.Type != d.Type:
			faults = append(faults, fmt.Errorf("%s: %s: column %s is there already, of type %s; only codes can be added to it", c.place, t.Name, c.Name, d.Type))
		case len(set) > 0:
			faults = append(faults, fmt.Errorf("%s: %s: column %s is there already; only codes can be added to it, so leave out %s, or give your column another name", c.place, t.Name, c.Name, strings.Join(set, ", ")))
		}
		for k, code := range c.Codes {
			n := slices.IndexFunc(d.Codes, func(x report.Code) bool { return x.Code == code.Code })
			switch {
			case n < 0:
				d.Codes = append(slices.Clone(d.Codes), code)
			case code != d.Codes[n] && code != (report.Code{Code: code.Code}):
				faults = append(faults, fmt.Errorf("%s: %s: column %s: code %q is there already and keeps its label (%s); leave it out, or give yours another name", c.place.of("codes", k), t.Name, c.Name, code.Code, d.Codes[n].Label.VI))
			}
		}
	}
	return errors.Join(faults...)
}

// said is a setting that is true unless it says otherwise.
func said(b *bool) bool { return b == nil || *b }

// otherwise are the settings of a table that say something else than the one below it.
func (t *tableEntry) otherwise(base *tableEntry) (keys []string) {
	for _, x := range []struct {
		key   string
		other bool
	}{
		{"label", t.Label != report.Label{} && t.Label != base.Label},
		{"description", t.Description != "" && t.Description != base.Description},
		{"common", t.Common != nil && said(t.Common) != said(base.Common)},
		{"once", t.Once != "" && t.Once != base.Once},
	} {
		if x.other {
			keys = append(keys, x.key)
		}
	}
	return keys
}

// otherwise are the settings of a column that say something else than the one below it.
func (c *columnEntry) otherwise(base *columnEntry) (keys []string) {
	for _, x := range []struct {
		key   string
		other bool
	}{
		{"unit", c.Unit != "" && c.Unit != base.Unit},
		{"nullable", c.Nullable != nil && said(c.Nullable) != said(base.Nullable)},
		{"key", c.Key && !base.Key},
		{"label", c.Label != report.Label{} && c.Label != base.Label},
		{"description", c.Description != "" && c.Description != base.Description},
		{"codes_of", c.CodesOf != "" && c.CodesOf != base.CodesOf},
	} {
		if x.other {
			keys = append(keys, x.key)
		}
	}
	return keys
}

// Unclosed reports whether a phrase has a brace without its partner: choices look like
// {a|b}, and one that is not closed would stand for itself.
func Unclosed(phrase string) bool {
	open := false
	for _, r := range phrase {
		switch {
		case r == '{' && open, r == '}' && !open:
			return true
		case r == '{', r == '}':
			open = !open
		}
	}
	return open
}
