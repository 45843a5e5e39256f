package archive

// Gold is what a careful coder reads out of one report, in the form of
// testdata/gold.
type Gold struct {
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
	DocType         string  `json:"doc_type"`
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
	Aspect   string `json:"aspect"`
	Polarity string `json:"polarity"`
	Rating   string `json:"rating"`
	Evidence string `json:"evidence"`
}

// Limitation is a row of limitations.
type Limitation struct {
	Code     string  `json:"code"`
	Body     *string `json:"body"`
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

// Truth is what an analyst of the whole archive asks, with the answers.
type Truth struct {
	Seed    uint64 `json:"seed"`
	Reports int    `json:"reports"`
	// Pages, formats and encodings as they were drawn.
	Formats   map[string]int `json:"formats"`
	Encodings map[string]int `json:"encodings"`
	// NoWoman are the districts whose standing committee has no woman, where a
	// report says so.
	NoWoman []Answer `json:"districts_without_a_woman_in_the_standing_committee"`
	// Contradictions are the percentages that their own figures contradict.
	Contradictions []Contradiction `json:"reports_that_contradict_their_percentages"`
	// Returned are limitations that a unit reported in two terms or more.
	Returned []Returned `json:"limitations_that_came_back"`
	// NoReport are the units without a report, by term.
	NoReport []Answer `json:"units_without_a_report"`
}

// Answer is a unit in a term, with the reports that say it.
type Answer struct {
	Unit     string   `json:"unit"`
	Level    string   `json:"level"`
	Province string   `json:"province"`
	Term     int      `json:"term"`
	Reports  []string `json:"reports,omitempty"`
}

// Contradiction is one percentage that is not what its figures give.
type Contradiction struct {
	Report    string  `json:"report"`
	Unit      string  `json:"unit"`
	Body      string  `json:"body"`
	Attribute string  `json:"attribute"`
	Count     int     `json:"count"`
	Base      int     `json:"base"`
	Stated    float64 `json:"stated"`
	Expected  float64 `json:"expected"`
}

// Returned is one limitation of a unit in several terms.
type Returned struct {
	Unit     string   `json:"unit"`
	Level    string   `json:"level"`
	Province string   `json:"province"`
	Code     string   `json:"code"`
	Terms    []int    `json:"terms"`
	Reports  []string `json:"reports"`
}
