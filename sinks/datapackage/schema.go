package datapackage

import "github.com/tongket/tongket/pipeline/report"

// Package is a Data Package, as far as it is used here.
type Package struct {
	Schema      string     `json:"$schema"`
	Name        string     `json:"name"`
	ID          string     `json:"id,omitempty"`
	Title       string     `json:"title"`
	Description string     `json:"description"`
	Version     string     `json:"version,omitempty"`
	Resources   []Resource `json:"resources"`
}

// Resource is one file of a Data Package.
type Resource struct {
	Schema      string      `json:"$schema"`
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Path        string      `json:"path"`
	Title       string      `json:"title,omitempty"`
	Description string      `json:"description,omitempty"`
	Format      string      `json:"format"`
	MediaType   string      `json:"mediatype"`
	Encoding    string      `json:"encoding,omitempty"`
	Bytes       int64       `json:"bytes"`
	Hash        string      `json:"hash"`
	TableSchema TableSchema `json:"schema"`
}

// TableSchema describes the columns of a table.
type TableSchema struct {
	Schema        string       `json:"$schema"`
	Fields        []Field      `json:"fields"`
	FieldsMatch   string       `json:"fieldsMatch"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey,omitempty"`
	ForeignKeys   []ForeignKey `json:"foreignKeys,omitempty"`
}

// Field describes one column.
type Field struct {
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Format      string      `json:"format,omitempty"`
	Title       string      `json:"title,omitempty"`
	Description string      `json:"description,omitempty"`
	Unit        string      `json:"unit,omitempty"` // not of the standard, which lets readers skip it
	Constraints *Constraint `json:"constraints,omitempty"`
	Categories  []Category  `json:"categories,omitempty"`
}

// Constraint limits what a column holds.
type Constraint struct {
	Required bool `json:"required,omitempty"`
}

// Category is one code of a column with its label.
type Category struct {
	Value string `json:"value"`
	Label string `json:"label,omitempty"`
}

// ForeignKey says which rows of another table a column names.
type ForeignKey struct {
	Fields    []string  `json:"fields"`
	Reference Reference `json:"reference"`
}

// Reference is the other side of a ForeignKey.
type Reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// types maps the codebook's types to those of a Table Schema.
var types = map[report.Type]string{
	report.TypeString: "string", report.TypeCode: "string", report.TypeInteger: "integer", report.TypeNumber: "number", report.TypeDate: "date", report.TypeBoolean: "boolean",
}

// SchemaOf describes a table. Tables other than documents refer to it when it
// is among the tables.
func SchemaOf(t *report.Table, documents bool) TableSchema {
	s := TableSchema{Schema: "https://datapackage.org/profiles/2.0/tableschema.json", FieldsMatch: "exact", MissingValues: []string{""}}
	for _, c := range t.Columns {
		f := Field{Name: c.Name, Type: types[c.Type], Title: c.Label.VI, Description: c.Description, Unit: c.Unit}
		if !c.Nullable {
			f.Constraints = &Constraint{Required: true}
		}
		for _, code := range c.Codes {
			f.Categories = append(f.Categories, Category{Value: code.Code, Label: code.Label.VI})
		}
		s.Fields = append(s.Fields, f)
		switch {
		case c.Name == "row_id":
			s.PrimaryKey = []string{"row_id"}
		case c.Name == "doc_id" && t.Name != "documents" && documents:
			s.ForeignKeys = []ForeignKey{{Fields: []string{"doc_id"}, Reference: Reference{Resource: "documents", Fields: []string{"doc_id"}}}}
		}
	}
	return s
}
