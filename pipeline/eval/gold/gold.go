// Package gold is the format of gold labels: what a careful coder reads out of a
// document by the codebook, one JSON object a line, as testdata/gold has them
// and the generator of archives writes them. testdata/gold/README.md says what
// the fields mean.
package gold

// Document has the labels of one document, whose file is named by its ID.
type Document struct {
	ID             string       `json:"id"`
	Split          string       `json:"split"`
	Identity       Identity     `json:"identity"`
	People         []Person     `json:"people"`
	Citations      []Citation   `json:"citations"`
	Measures       []Measure    `json:"measures"`
	Assessments    []Assessment `json:"assessments"`
	Limitations    []string     `json:"limitations"`
	LimitationRows []Limitation `json:"limitation_rows"`
	Tasks          []Task       `json:"tasks"`
}

// Identity is the codebook's part 1.
type Identity struct {
	DocDate         *string `json:"doc_date"`
	DocNumber       *string `json:"doc_number"`
	DocType         *string `json:"doc_type"`
	Province        *string `json:"province"`
	OrgUnit         *string `json:"org_unit"`
	OrgLevel        *string `json:"org_level"`
	CongressOrdinal *int    `json:"congress_ordinal"`
	TermStart       *int    `json:"term_start"`
	TermEnd         *int    `json:"term_end"`
}

// Person is a row of people.
type Person struct {
	Name      string   `json:"name"`
	Titles    []string `json:"titles"`
	Role      string   `json:"role"`
	How       *string  `json:"how"`
	Post      *string  `json:"post"`
	ElectedTo *string  `json:"elected_to"`
	Place     *string  `json:"place"`
	Level     *string  `json:"level"`
	Evidence  string   `json:"evidence"`
}

// Citation is a row of citations.
type Citation struct {
	Symbol   string  `json:"symbol"`
	Kind     string  `json:"kind"`
	Issuer   *string `json:"issuer"`
	Issued   *string `json:"issued"`
	Derived  bool    `json:"derived,omitempty"` // issued follows from the congress that it leads to
	Evidence string  `json:"evidence"`
}

// Measure is a row of measures.
type Measure struct {
	Body       string   `json:"body"`
	Attribute  string   `json:"attribute"`
	Phase      string   `json:"phase"`
	Stat       string   `json:"stat"`
	Value      float64  `json:"value"`
	ValueMax   *float64 `json:"value_max"`
	Bound      string   `json:"bound"`
	Qualifier  *string  `json:"qualifier"`
	Place      *string  `json:"place"`
	Level      *string  `json:"level"`
	AsOf       *string  `json:"as_of"`
	WordedZero bool     `json:"worded_zero,omitempty"`
	Evidence   string   `json:"evidence"`
}

// Assessment is a row of assessments.
type Assessment struct {
	Aspect   string  `json:"aspect"`
	Polarity string  `json:"polarity"`
	Rating   string  `json:"rating"`
	Place    *string `json:"place,omitempty"`
	Level    *string `json:"level,omitempty"`
	Evidence string  `json:"evidence"`
}

// Limitation is a row of limitations.
type Limitation struct {
	Code     string  `json:"code"`
	Body     *string `json:"body"`
	Place    *string `json:"place,omitempty"`
	Level    *string `json:"level"`
	Evidence string  `json:"evidence"`
}

// Task is a row of tasks.
type Task struct {
	Text      string  `json:"text"`
	Addressee *string `json:"addressee"`
	Deadline  *string `json:"deadline"`
	Evidence  string  `json:"evidence"`
}
