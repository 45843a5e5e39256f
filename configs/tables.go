package configs

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/tongket/tongket/pipeline/report"
)

type tablesFile struct {
	Version int                 `yaml:"version" json:"version"`
	Common  commonColumns       `yaml:"common" json:"common"`
	Codes   map[string]ast.Node `yaml:"codes" json:"-"` // anchors for the tables below
	Tables  []tableEntry        `yaml:"tables" json:"tables,omitempty"`
}

type commonColumns struct {
	Before []columnEntry `yaml:"before" json:"before,omitempty"`
	After  []columnEntry `yaml:"after" json:"after,omitempty"`
}

type tableEntry struct {
	Name        string        `yaml:"name" json:"name"`
	Label       report.Label  `yaml:"label" json:"label"`
	Description string        `yaml:"description" json:"description,omitempty"`
	Common      *bool         `yaml:"common" json:"common,omitempty"` // false: without the columns of common
	Once        string        `yaml:"once" json:"once,omitempty"`     // document (the default), sentence or place: how far a fact that is stated again is one row
	Columns     []columnEntry `yaml:"columns" json:"columns,omitempty"`

	place place
}

type columnEntry struct {
	Name        string        `yaml:"name" json:"name"`
	Type        report.Type   `yaml:"type" json:"type,omitempty"`
	Unit        string        `yaml:"unit" json:"unit,omitempty"`
	Nullable    *bool         `yaml:"nullable" json:"nullable,omitempty"`
	Key         bool          `yaml:"key" json:"key,omitempty"`
	Label       report.Label  `yaml:"label" json:"label"`
	Description string        `yaml:"description" json:"description,omitempty"`
	Codes       []report.Code `yaml:"codes" json:"codes,omitempty"`
	CodesOf     string        `yaml:"codes_of" json:"codes_of,omitempty"` // table.column whose codes it has, before its own

	place place
}

var types = []report.Type{report.TypeString, report.TypeCode, report.TypeInteger, report.TypeNumber, report.TypeDate, report.TypeBoolean}

// schema gathers tables over the layers of a profile.
type schema struct {
	common commonColumns
	tables []tableEntry
	own    bool // the layer in hand is a user's
}

// add layers one tables.yaml over the schema: a table of a known name gets the
// columns that it lacks and the codes that its columns lack. read is false when the
// file could not be read.
func (s *schema) add(file string, data []byte) (read bool, err error) {
	f, err := readTables(file, data)
	if err != nil {
		return false, err
	}
	whole := place{file: file, data: data}
	setPlaces(f.Common.Before, whole.of("common", "before"))
	setPlaces(f.Common.After, whole.of("common", "after"))
	var faults []error
	switch {
	case f.Common.Before == nil && f.Common.After == nil:
	case s.own:
		faults = append(faults, fmt.Errorf("%s: common is the base's: the columns that prove a row; leave it out", whole.of("common")))
	default:
		s.common = f.Common
	}
	before := s.names()
	for k, t := range f.Tables {
		t.place = whole.of("tables", k)
		setPlaces(t.Columns, t.place.of("columns"))
		if s.own {
			faults = append(faults, t.named())
		}
		i := slices.IndexFunc(s.tables, func(u tableEntry) bool { return u.Name == t.Name })
		if base := t; s.own {
			if i >= 0 {
				base = s.tables[i]
			}
			faults = append(faults, s.common.taken(&t, base))
		}
		switch {
		case i >= 0:
			faults = append(faults, s.tables[i].extend(t))
		case report.Nearest(t.Name, before) != "" && t.Label.VI == "": // a new one has a label
			faults = append(faults, fmt.Errorf("%s: no table %q%s", t.place, t.Name, report.DidYouMean(t.Name, before)))
		default:
			s.tables = append(s.tables, t)
		}
	}
	return true, errors.Join(faults...)
}

func setPlaces(columns []columnEntry, at place) {
	for i := range columns {
		columns[i].place = at.of(i)
	}
}

func (s *schema) names() []string {
	var names []string
	for _, t := range s.tables {
		names = append(names, t.Name)
	}
	return names
}

// build checks the tables and gives them their common columns.
func (s *schema) build() ([]*report.Table, error) {
	var out []*report.Table
	var faults []error
	for _, t := range s.tables {
		columns := t.Columns
		if t.Common == nil || *t.Common {
			columns = slices.Concat(s.common.Before, columns, s.common.After)
		}
		var cs []report.Column
		names := map[string]bool{}
		for _, c := range columns {
			if err := c.check(); err != nil {
				faults = append(faults, fmt.Errorf("%s: %s: %w", c.place, t.Name, err))
			}
			if names[c.Name] {
				faults = append(faults, fmt.Errorf("%s: %s: column %s stands twice", c.place, t.Name, c.Name))
			}
			names[c.Name] = true
			if codes, err := s.codesOf(c); err != nil {
				faults = append(faults, fmt.Errorf("%s: %s: %w", c.place, t.Name, err))
			} else {
				c.Codes = codes
			}
			cs = append(cs, report.Column{
				Name: c.Name, Type: c.Type, Unit: c.Unit, Nullable: c.Nullable == nil || *c.Nullable,
				Label: c.Label, Description: c.Description, Codes: c.Codes, Key: c.Key,
			})
		}
		once, ok := report.ParseOnce(t.Once)
		if !ok {
			faults = append(faults, fmt.Errorf("%s: %s: once is document, sentence or place, not %q", t.place, t.Name, t.Once))
		}
		table := report.NewTable(t.Name, t.Label, t.Description, cs)
		table.Once = once
		out = append(out, table)
	}
	return out, errors.Join(faults...)
}

func (c columnEntry) check() error {
	switch {
	case c.Name == "":
		return errors.New("a column has no name")
	case !slices.Contains(types, c.Type):
		var names []string
		for _, t := range types {
			names = append(names, string(t))
		}
		if c.Type == "" {
			return fmt.Errorf("column %s: it has no type; there are %s", c.Name, strings.Join(names, ", "))
		}
		return fmt.Errorf("column %s: no type %q%s; there are %s", c.Name, c.Type, report.DidYouMean(string(c.Type), names), strings.Join(names, ", "))
	case c.Type == report.TypeCode && len(c.Codes) == 0 && c.CodesOf == "":
		return fmt.Errorf("column %s: a code needs codes", c.Name)
	case c.Label.VI == "":
		return fmt.Errorf("column %s: no Vietnamese label", c.Name)
	}
	return nil
}

// codesOf are the codes of a column: those of the one that it names, then its own.
func (s *schema) codesOf(c columnEntry) ([]report.Code, error) {
	if c.CodesOf == "" {
		return c.Codes, nil
	}
	table, column, _ := strings.Cut(c.CodesOf, ".")
	var have []string
	for _, t := range s.tables {
		for _, d := range slices.Concat(t.Columns, s.common.After) {
			if len(d.Codes) == 0 {
				continue
			}
			if t.Name == table && d.Name == column {
				return slices.Concat(d.Codes, without(c.Codes, d.Codes)), nil
			}
			have = append(have, t.Name+"."+d.Name)
		}
	}
	return nil, fmt.Errorf("column %s: no column %q with codes of its own for codes_of%s", c.Name, c.CodesOf, report.DidYouMean(c.CodesOf, have))
}

// without are the codes of a list that another lacks.
func without(codes, others []report.Code) []report.Code {
	return slices.DeleteFunc(slices.Clone(codes), func(x report.Code) bool {
		return slices.ContainsFunc(others, func(y report.Code) bool { return x.Code == y.Code })
	})
}
