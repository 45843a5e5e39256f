package archive

import "github.com/tongket/tongket/pipeline/eval/gold"

// Gold has the labels of a report, in the form of testdata/gold.
type Gold = gold.Document

// Identity is a part of Gold.
type Identity = gold.Identity

// Person is a part of Gold.
type Person = gold.Person

// Citation is a part of Gold.
type Citation = gold.Citation

// Measure is a part of Gold.
type Measure = gold.Measure

// Assessment is a part of Gold.
type Assessment = gold.Assessment

// Limitation is a part of Gold.
type Limitation = gold.Limitation

// Task is a part of Gold.
type Task = gold.Task

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
