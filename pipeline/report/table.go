package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Type is the type of a column.
type Type string

// The types of columns.
const (
	TypeString  Type = "string"
	TypeCode    Type = "code"    // one of Column.Codes
	TypeInteger Type = "integer" // 64 bit signed
	TypeNumber  Type = "number"  // 64 bit floating point
	TypeDate    Type = "date"    // a whole day; a column named <name>_precision beside it says how much is known
	TypeBoolean Type = "boolean"
)

// Label is a text in the languages of the program. Vietnamese is the first.
type Label struct {
	VI string `yaml:"vi" json:"vi"`
	EN string `yaml:"en" json:"en"`
}

// In returns the label in a language ("vi" or "en"), Vietnamese where the
// other is missing.
func (l Label) In(lang string) string {
	if lang == "en" && l.EN != "" {
		return l.EN
	}
	return l.VI
}

// languages parts the languages of a text that a row keeps in all of them.
const languages = "\x1f"

// Said is the label as one value: what the program says in a row that is made
// before anybody asks in which language it is read. InLanguage picks one.
func (l Label) Said() Value { return Text(l.VI + languages + l.EN) }

// Told is the label within an error message, in both languages: Translate picks one.
func (l Label) Told() string { return told + l.VI + languages + l.EN + told }

// told stands around what Label.Told made.
const told = "\x1e"

// InLanguage returns a row whose texts are in one language; texts that were not
// made by Label.Said stay as they are.
func (r Row) InLanguage(lang string) Row {
	for i, v := range r.Cells {
		if !strings.Contains(v.Text(), languages) {
			continue
		}
		cells := slices.Clone(r.Cells)
		cells[i] = v.In(lang)
		return Row{Table: r.Table, Cells: cells}.InLanguage(lang)
	}
	return r
}

// In returns the value in one language; one that Label.Said did not make stays.
func (v Value) In(lang string) Value {
	if vi, en, ok := strings.Cut(v.Text(), languages); ok {
		return Text(Label{vi, en}.In(lang))
	}
	return v
}

// Code is one code of a closed list with its label.
type Code struct {
	Code        string `yaml:"code" json:"code"`
	Label       Label  `yaml:"label" json:"label"`
	Description string `yaml:"description" json:"description,omitempty"`
}

// Column describes one column of a table.
type Column struct {
	Name        string
	Type        Type
	Unit        string // "person", "percent", "code point"; "" for none
	Nullable    bool
	Label       Label
	Description string // English
	Codes       []Code // for TypeCode
	Key         bool   // part of what makes a row one fact: two rows that agree in every key column are the same
}

// Once is how far a fact that is stated again is one row, with its first
// evidence.
type Once uint8

// A fact is one row in the whole document, in each sentence, or at each place.
const (
	OncePerDocument Once = iota
	OncePerSentence
	OncePerPlace
)

// ParseOnce reads what a profile calls it; "" is the document.
func ParseOnce(s string) (Once, bool) {
	i := slices.Index([]string{"document", "sentence", "place"}, s)
	return Once(max(i, 0)), i >= 0 || s == ""
}

// Table describes one table of the output.
type Table struct {
	Name        string
	Label       Label
	Description string
	Columns     []Column
	// Once says where a fact that is stated again is no second row.
	Once Once

	places []uint16 // see place
}

// NewTable returns a table with its columns indexed by name.
func NewTable(name string, label Label, description string, columns []Column) *Table {
	t := &Table{Name: name, Label: label, Description: description, Columns: columns}
	const room = 4 // places a column, so that few names meet
	size := room
	for size < room*len(columns) {
		size *= 2
	}
	t.places = make([]uint16, size)
	for i, c := range columns {
		t.places[t.place(c.Name)] = uint16(i + 1)
	}
	return t
}

// place is where a name stands in places, or would stand. A place holds the number
// of a column and 1, or 0; a name stands at the first free one from that which
// its length and three of its letters name. A map asks for all letters, and rows
// are asked for some million columns in a run.
func (t *Table) place(name string) int {
	mask := len(t.places) - 1
	i := 0
	if n := len(name); n > 0 {
		letters := uint32(n) | uint32(name[0])<<8 | uint32(name[n/2])<<16 | uint32(name[n-1])<<24
		i = int(letters*0x9e3779b1>>16) & mask
	}
	for t.places[i] != 0 && t.Columns[t.places[i]-1].Name != name {
		i = (i + 1) & mask
	}
	return i
}

// Index returns the position of a column, -1 when there is none.
func (t *Table) Index(column string) int {
	if len(t.places) == 0 {
		return -1
	}
	return int(t.places[t.place(column)]) - 1
}

// Column returns a column by name, nil when there is none.
func (t *Table) Column(name string) *Column {
	if i := t.Index(name); i >= 0 {
		return &t.Columns[i]
	}
	return nil
}

// ErrColumn is the error of a row with a column that its table lacks.
var ErrColumn = errors.New("unknown column")

// Row is one row of a table: Cells stand in the order of the table's columns.
type Row struct {
	Table *Table
	Cells []Value
}

// NewRow returns a row of nulls.
func NewRow(t *Table) Row { return Row{Table: t, Cells: make([]Value, len(t.Columns))} }

// Clone returns the row with cells of its own.
func (r Row) Clone() Row { return Row{Table: r.Table, Cells: slices.Clone(r.Cells)} }

// Get returns the value of a column, null for a column the table lacks.
func (r Row) Get(column string) Value {
	if i := r.Table.Index(column); i >= 0 {
		return r.Cells[i]
	}
	return Value{}
}

// Set sets the value of a column. A column that the table lacks is our bug and
// panics.
func (r Row) Set(column string, v Value) {
	i := r.Table.Index(column)
	if i < 0 {
		panic(fmt.Sprintf("table %s has no column %s", r.Table.Name, column))
	}
	r.Cells[i] = v
}

// MarshalJSON renders the row as an object with its columns in order; dates
// are whole days.
func (r Row) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, c := range r.Table.Columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, c.Name...)
		b = append(b, '"', ':')
		v := r.Cells[i]
		if d, ok := v.Date(); ok {
			b = append(b, '"')
			b = d.First().AppendFormat(b, "2006-01-02")
			b = append(b, '"')
			continue
		}
		j, err := v.MarshalJSON()
		if err != nil {
			return nil, err
		}
		b = append(b, j...)
	}
	return append(b, '}'), nil
}

// UnmarshalRow reads what MarshalJSON wrote. Unknown columns are errors;
// missing ones are null.
func UnmarshalRow(t *Table, data []byte) (Row, error) {
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		return Row{}, fmt.Errorf("row of %s: %w", t.Name, err)
	}
	r := NewRow(t)
	for name, x := range m {
		c := t.Column(name)
		if c == nil {
			return Row{}, fmt.Errorf("row of %s: %w %q", t.Name, ErrColumn, name)
		}
		v, err := c.Value(x)
		if err != nil {
			return Row{}, fmt.Errorf("row of %s: %w", t.Name, err)
		}
		r.Set(name, v)
	}
	return r, nil
}

// Value converts what a JSON or YAML decoder gives for a cell of this column.
func (c *Column) Value(x any) (Value, error) {
	switch x := x.(type) {
	case nil:
		return Value{}, nil
	case string:
		switch c.Type {
		case TypeString, TypeCode:
			return Text(x), nil
		case TypeDate:
			d, err := ParseDate(x)
			if err != nil {
				return Value{}, fmt.Errorf("%s: %w", c.Name, err)
			}
			return Day(d), nil
		case TypeInteger, TypeNumber, TypeBoolean:
		}
	case bool:
		if c.Type == TypeBoolean {
			return Bool(x), nil
		}
	case float64:
		if c.Type == TypeInteger || c.Type == TypeNumber {
			return Number(x), nil
		}
	case int:
		return c.Value(float64(x))
	case int64:
		return c.Value(float64(x))
	case uint64:
		return c.Value(float64(x))
	}
	return Value{}, fmt.Errorf("%s: %v is no %s", c.Name, x, c.Type)
}

// LayoutSheet is the very hidden sheet that a workbook of this program has: what
// a program reads of it. It stays through Excel and LibreOffice.
const LayoutSheet = "tongket"

// Dataset is everything that a sink may write, read as often as it likes.
type Dataset interface {
	Tables() []*Table
	// Rows yields the rows of one table in their final order. A row is the
	// caller's until the next one comes; who keeps it keeps a Clone.
	Rows(table string) iter.Seq2[Row, error]
}

// Filler is a Dataset that knows, before its rows are read, which columns of a
// table any row fills.
type Filler interface {
	// Filled returns that of every column, nil for a table of which it is not
	// known.
	Filled(table string) ([]bool, error)
}

// Filled asks a Dataset which columns of a table any row fills, nil when it does
// not know.
func Filled(ds Dataset, table string) ([]bool, error) {
	if f, ok := ds.(Filler); ok {
		return f.Filled(table)
	}
	return nil, nil
}

// Digester is a Dataset that can tell the rows of a table from others without
// giving them.
type Digester interface {
	// Digest returns a hash that other rows would not have, "" for a table of
	// which it knows none.
	Digest(table string) (string, error)
}

// Digest asks a Dataset for the hash of the rows of a table, "" when it knows
// none.
func Digest(ds Dataset, table string) (string, error) {
	if d, ok := ds.(Digester); ok {
		return d.Digest(table)
	}
	return "", nil
}

// RowOf returns the column that names the row on which a value stands, -1 for
// none: women_row for women, and for women_share too.
func (t *Table) RowOf(name string) int {
	if t.Name == "findings" {
		switch name {
		case "stated":
			return t.Index("row_a")
		case "expected":
			return t.Index("row_b")
		}
	}
	if i := t.Index(name + "_row"); i >= 0 {
		return i
	}
	if stem, ok := strings.CutSuffix(name, "_share"); ok {
		return t.Index(stem + "_row")
	}
	return -1
}
