package main

import (
	"encoding/json"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
)

// categories are the codes of each column of a table, by its name.
type categories map[string]map[string][]string

// readCategories reads from the Data Package which codes a table may hold; a folder
// without one has nothing to hold its codes against, and one that cannot be read is
// said by packages.
func (v *verifier) readCategories() categories {
	out := categories{}
	data, err := fsys.ReadFile(v.fs, filepath.Join(v.out, "datapackage.json"))
	if err != nil {
		return out
	}
	var p struct {
		Resources []struct {
			Path   string `json:"path"`
			Schema struct {
				Fields []struct {
					Name       string `json:"name"`
					Categories []struct {
						Value string `json:"value"`
					} `json:"categories"`
				} `json:"fields"`
			} `json:"schema"`
		} `json:"resources"`
	}
	if json.Unmarshal(data, &p) != nil {
		return out
	}
	for _, r := range p.Resources {
		table := strings.TrimSuffix(path.Base(r.Path), path.Ext(r.Path))
		if out[table] != nil {
			continue // in another format
		}
		out[table] = map[string][]string{}
		for _, f := range r.Schema.Fields {
			for _, c := range f.Categories {
				out[table][f.Name] = append(out[table][f.Name], c.Value)
			}
		}
	}
	return out
}

// codes holds the codes of a row against those that the Data Package lists; a code
// that it lacks is named once a column.
func (v *verifier) codes(r report.Row) {
	columns := v.categories[r.Table.Name]
	if len(columns) == 0 {
		return
	}
	for i, c := range r.Table.Columns {
		known := columns[c.Name]
		code := r.Cells[i].Text()
		if len(known) == 0 || code == "" || slices.Contains(known, code) {
			continue
		}
		columns[c.Name] = append(known, code)
		v.fault("%s: the code %q of column %s is not among the categories of datapackage.json", r.Table.Name, code, c.Name)
	}
}
