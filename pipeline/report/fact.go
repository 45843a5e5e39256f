package report

// Fact is one thing that one rule found at one place of a document. A fact
// that has a Value for every column it claims becomes one row; facts of the
// table documents compete for their column, and assemble decides.
type Fact struct {
	// Table names the table of the row: "measures". Facts of "documents" carry
	// exactly one Field, an identity column.
	Table string
	// Fields are the stated columns; a column that is not here is null.
	Fields []Field
	// Span is where the row's own value stands: the number, the name, the
	// symbol. Empty only for a value from metadata.
	Span Span
	// Rule is the id of the rule in the profile.
	Rule string
	// Rank orders facts that compete for one documents column: the lowest
	// wins, and the first in the text among equals.
	Rank int
	// Confidence grades how sure the rule is.
	Confidence Confidence
	// Doubts are the reasons for a lower grade, as codes: "governed",
	// "two_candidates", "ocr".
	Doubts []string
	// Derived names the columns whose values do not stand at Span, with what
	// they follow from: "issued: đại hội XIII".
	Derived string
	// Meta is set instead of Span for a value from the file's metadata:
	// "published=2024-02-15".
	Meta string
}

// Field is one stated column of a fact.
type Field struct {
	Column string
	Value  Value
}

// Get returns the value of a column, null when the fact does not state it.
func (f *Fact) Get(column string) Value {
	for _, x := range f.Fields {
		if x.Column == column {
			return x.Value
		}
	}
	return Value{}
}

// Set states a column, replacing what was stated. Null takes the column out.
func (f *Fact) Set(column string, v Value) {
	for i, x := range f.Fields {
		if x.Column == column {
			if v.IsNull() {
				f.Fields = append(f.Fields[:i], f.Fields[i+1:]...)
				return
			}
			f.Fields[i].Value = v
			return
		}
	}
	if !v.IsNull() {
		f.Fields = append(f.Fields, Field{column, v})
	}
}

// Doubt lowers the fact's confidence by one grade and keeps the reason.
func (f *Fact) Doubt(reason string) {
	f.Doubts = append(f.Doubts, reason)
	if f.Confidence < Low {
		f.Confidence++
	}
}

// Confidence is a grade, never a made-up probability. The zero value is High:
// stated in plain words at one place.
type Confidence uint8

// The grades.
const (
	High Confidence = iota
	Medium
	Low
)

// String returns the code: high, medium or low.
func (c Confidence) String() string {
	switch c {
	case High:
		return "high"
	case Medium:
		return "medium"
	case Low:
	}
	return "low"
}
