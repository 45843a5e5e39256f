package report

// Threshold is what one round of congresses required of a figure, as a person
// keeps it in thresholds.yaml. It is checked, never applied: figures stay what
// the reports say.
type Threshold struct {
	ID    string `yaml:"id"`
	Title Label  `yaml:"title"`
	// Term is the first year of the term that the round elected for.
	Term int `yaml:"term"`
	// Levels are the levels it holds for; all when empty.
	Levels []string `yaml:"levels"`
	// Units narrow it to organisations whose name goes on with one of these
	// words after "Đảng bộ": xã, phường.
	Units []string `yaml:"units"`
	// Provinces narrow it to these provinces, Except takes some out.
	Provinces []string `yaml:"provinces"`
	Except    []string `yaml:"except"`
	// Body, Attribute and Qualifier name the figure as measures do. An empty
	// Qualifier accepts any.
	Body      string `yaml:"body"`
	Attribute string `yaml:"attribute"`
	Qualifier string `yaml:"qualifier"`
	// Stat is percent or count.
	Stat string `yaml:"stat"`
	// Min and Max are the limits, included; nil for none.
	Min *float64 `yaml:"min"`
	Max *float64 `yaml:"max"`
	// Aim marks what is to be striven for rather than required.
	Aim bool `yaml:"aim"`
	// Source says where it stands.
	Source string `yaml:"source"`
	// Off switches it off: it is common knowledge without a source at hand.
	Off bool `yaml:"off"`
}
