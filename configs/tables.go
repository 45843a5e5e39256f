package configs

import (
	"errors"
	"fmt"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"github.com/tongket/tongket/pipeline/report"
)

type tablesFile struct {
	Version int                 `yaml:"version"`
	Common  commonColumns       `yaml:"common"`
	Codes   map[string]ast.Node `yaml:"codes"` // anchors for the tables below
	Tables  []tableEntry        `yaml:"tables"`
}

type commonColumns struct {
	Before []columnEntry `yaml:"before"`
	After  []columnEntry `yaml:"after"`
}

type tableEntry struct {
	Name        string        `yaml:"name"`
	Label       report.Label  `yaml:"label"`
	Description string        `yaml:"description"`
	Common      *bool         `yaml:"common"` // false: without the columns of common
	Once        string        `yaml:"once"`   // sentence: a fact that two sentences state is two rows; else one a document
	Columns     []columnEntry `yaml:"columns"`
}

type columnEntry struct {
	Name        string        `yaml:"name"`
	Type        report.Type   `yaml:"type"`
	Unit        string        `yaml:"unit"`
	Nullable    *bool         `yaml:"nullable"`
	Key         bool          `yaml:"key"`
	Label       report.Label  `yaml:"label"`
	Description string        `yaml:"description"`
	Codes       []report.Code `yaml:"codes"`
}

var types = []report.Type{report.TypeString, report.TypeCode, report.TypeInteger, report.TypeNumber, report.TypeDate, report.TypeBoolean}

// schema gathers tables over the layers of a profile.
type schema struct {
	common commonColumns
	tables []tableEntry
}

// add layers one tables.yaml over the schema: a table of a known name gets the
// columns that it lacks and the codes that its columns lack.
func (s *schema) add(file string, data []byte) error {
	var f tablesFile
	if err := decodeYAML(file, data, &f); err != nil {
		return err
	}
	if f.Common.Before != nil || f.Common.After != nil {
		s.common = f.Common
	}
	for _, t := range f.Tables {
		i := slices.IndexFunc(s.tables, func(u tableEntry) bool { return u.Name == t.Name })
		if i < 0 {
			s.tables = append(s.tables, t)
			continue
		}
		s.tables[i].extend(t)
	}
	return nil
}

func (t *tableEntry) extend(more tableEntry) {
	for _, c := range more.Columns {
		i := slices.IndexFunc(t.Columns, func(d columnEntry) bool { return d.Name == c.Name })
		if i < 0 {
			t.Columns = append(t.Columns, c)
			continue
		}
		for _, code := range c.Codes {
			if !slices.ContainsFunc(t.Columns[i].Codes, func(d report.Code) bool { return d.Code == code.Code }) {
				t.Columns[i].Codes = append(slices.Clone(t.Columns[i].Codes), code)
			}
		}
	}
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
				faults = append(faults, fmt.Errorf("tables.yaml: %s: %w", t.Name, err))
			}
			if names[c.Name] {
				faults = append(faults, fmt.Errorf("tables.yaml: %s: column %s stands twice", t.Name, c.Name))
			}
			names[c.Name] = true
			cs = append(cs, report.Column{
				Name: c.Name, Type: c.Type, Unit: c.Unit, Nullable: c.Nullable == nil || *c.Nullable,
				Label: c.Label, Description: c.Description, Codes: c.Codes, Key: c.Key,
			})
		}
		if t.Once != "" && t.Once != "sentence" && t.Once != "document" {
			faults = append(faults, fmt.Errorf("tables.yaml: %s: once is sentence or document, not %q", t.Name, t.Once))
		}
		table := report.NewTable(t.Name, t.Label, t.Description, cs)
		table.BySentence = t.Once == "sentence"
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
		return fmt.Errorf("column %s: no type %q%s", c.Name, c.Type, didYouMean(string(c.Type), names))
	case c.Type == report.TypeCode && len(c.Codes) == 0:
		return fmt.Errorf("column %s: a code needs codes", c.Name)
	case c.Label.VI == "":
		return fmt.Errorf("column %s: no Vietnamese label", c.Name)
	}
	return nil
}
