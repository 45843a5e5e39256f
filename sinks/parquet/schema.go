package parquet

import (
	"encoding/json"
	"strconv"

	"github.com/apache/arrow/go/v17/arrow"

	"github.com/tongket/tongket/pipeline/report"
)

// schemaOf returns the Arrow schema of a table with everything the codebook
// says about it.
func schemaOf(t *report.Table, c Config) *arrow.Schema {
	fields := make([]arrow.Field, len(t.Columns))
	for i, col := range t.Columns {
		fields[i] = arrow.Field{Name: col.Name, Type: typeOf(col.Type), Nullable: col.Nullable, Metadata: fieldMetadata(col)}
	}
	var m pairs
	m.add("table", t.Name)
	m.add("label_vi", t.Label.VI)
	m.add("label_en", t.Label.EN)
	m.add("description", t.Description)
	m.add("sorted_by", c.SortedBy)
	m.add("run", c.Run)
	meta := m.metadata()
	return arrow.NewSchema(fields, &meta)
}

func typeOf(t report.Type) arrow.DataType {
	switch t {
	case report.TypeInteger:
		return arrow.PrimitiveTypes.Int64
	case report.TypeNumber:
		return arrow.PrimitiveTypes.Float64
	case report.TypeDate:
		return arrow.FixedWidthTypes.Date32
	case report.TypeBoolean:
		return arrow.FixedWidthTypes.Boolean
	case report.TypeString, report.TypeCode:
	}
	return arrow.BinaryTypes.String
}

func fieldMetadata(c report.Column) arrow.Metadata {
	var m pairs
	m.add("type", string(c.Type))
	m.add("label_vi", c.Label.VI)
	m.add("label_en", c.Label.EN)
	m.add("description", c.Description)
	m.add("unit", c.Unit)
	if len(c.Codes) > 0 {
		m.add("codes", codesJSON(c.Codes))
	}
	if c.Key {
		m.add("key", strconv.FormatBool(true))
	}
	return m.metadata()
}

// codesJSON renders a code list as readers in any language can take it apart:
// [{"code":"high","label":{"vi":"cao","en":"high"}}].
func codesJSON(codes []report.Code) string {
	b, err := json.Marshal(codes)
	if err != nil {
		return "" // strings always marshal
	}
	return string(b)
}

// pairs gathers metadata in a fixed order and leaves out what is empty.
type pairs struct{ keys, values []string }

func (p *pairs) add(key, value string) {
	if value != "" {
		p.keys, p.values = append(p.keys, key), append(p.values, value)
	}
}

func (p *pairs) metadata() arrow.Metadata { return arrow.NewMetadata(p.keys, p.values) }
