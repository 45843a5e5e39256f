package extractors

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// TableOutline is a table: its columns, and the rest of it as one hash.
type TableOutline struct {
	Name    string          `json:"name"`
	Rest    string          `json:"rest"`
	Columns []ColumnOutline `json:"columns"`
}

// ColumnOutline is a column with its codes.
type ColumnOutline struct {
	Name  string   `json:"name"`
	Rest  string   `json:"rest"`
	Key   bool     `json:"key,omitempty"`
	Codes []string `json:"codes,omitempty"`
}

// outlines leaves out what only views show: labels and descriptions, which no rule reads.
func outlines(tables []*report.Table) []TableOutline {
	out := make([]TableOutline, 0, len(tables))
	for _, t := range tables {
		x := TableOutline{Name: t.Name, Rest: told(t.Once)}
		for _, c := range t.Columns {
			y := ColumnOutline{Name: c.Name, Key: c.Key}
			for _, code := range c.Codes {
				y.Codes = append(y.Codes, code.Code)
			}
			c.Codes, c.Label, c.Description = nil, report.Label{}, ""
			y.Rest = told(c)
			x.Columns = append(x.Columns, y)
		}
		out = append(out, x)
	}
	return out
}

// told is a short hash of values.
func told(values ...any) string {
	data, err := json.Marshal(values)
	if err != nil {
		return err.Error() // tables always marshal
	}
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:8])
}

// sameTables reports whether rules that did not change fill the tables of two
// profiles alike: where both have a table or column it is the same, and what only
// one has nothing but its own rules can fill.
func sameTables(before, now Outline) bool {
	names := func(t TableOutline) string { return t.Name }
	a, b := shared(before.Tables, now.Tables, names)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Name != b[i].Name || a[i].Rest != b[i].Rest || !sameColumns(a[i], b[i], before, now) {
			return false
		}
	}
	return true
}

func sameColumns(a, b TableOutline, before, now Outline) bool {
	names := func(c ColumnOutline) string { return c.Name }
	was, is := shared(a.Columns, b.Columns, names)
	for i := range was {
		if was[i].Name != is[i].Name || was[i].Rest != is[i].Rest || !sameCodes(a.Name, was[i].Codes, is[i].Codes, before, now) {
			return false
		}
	}
	own := func(all, both []ColumnOutline, other Outline) bool {
		return !slices.ContainsFunc(all, func(c ColumnOutline) bool {
			return !slices.ContainsFunc(both, func(d ColumnOutline) bool { return c.Name == d.Name }) && (c.Key || other.mayFill(c.Name))
		})
	}
	return own(b.Columns, is, before) && own(a.Columns, was, now)
}

// shared are the items of two lists whose names both have, each in its own order.
func shared[T any](a, b []T, name func(T) string) (fromA, fromB []T) {
	in := func(list, other []T) []T {
		return slices.DeleteFunc(slices.Clone(list), func(x T) bool {
			return !slices.ContainsFunc(other, func(y T) bool { return name(x) == name(y) })
		})
	}
	return in(a, b), in(b, a)
}

// mayFill reports whether the program itself may know what to write into a column
// of a name: one that any table has, or that stands beside another column.
func (o Outline) mayFill(name string) bool {
	for _, suffix := range []string{"_precision", "_row", "_share"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return slices.ContainsFunc(o.Tables, func(t TableOutline) bool {
		return slices.ContainsFunc(t.Columns, func(c ColumnOutline) bool { return c.Name == name })
	})
}

// sameCodes reports whether two lists of codes differ at most in what stands at
// the end of one. A pattern takes what is a code, so it may find more then.
func sameCodes(table string, a, b []string, before, now Outline) bool {
	n := min(len(a), len(b))
	if !slices.Equal(a[:n], b[:n]) {
		return false
	}
	patterns := func(o Outline) bool {
		return slices.ContainsFunc(o.Rules, func(r RuleOutline) bool { return r.Kind == "pattern" && r.Table == table })
	}
	return len(a) == len(b) || !patterns(before) && !patterns(now)
}
