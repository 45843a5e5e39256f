package eval

import (
	"encoding/json"
	"io"
)

// JSON writes the scores and every difference as one JSON object.
func (s Scores) JSON(w io.Writer) error {
	type score struct {
		Kind      string  `json:"kind"`
		Precision float64 `json:"precision"`
		Recall    float64 `json:"recall"`
		F1        float64 `json:"f1"`
		Hit       int     `json:"hit"`
		False     int     `json:"false"`
		Missed    int     `json:"missed"`
	}
	type grade struct {
		Kind       string  `json:"kind"`
		Confidence string  `json:"confidence"`
		Precision  float64 `json:"precision"`
		Hit        int     `json:"hit"`
		False      int     `json:"false"`
	}
	type difference struct {
		Doc      string `json:"document"`
		Kind     string `json:"kind"`
		What     string `json:"what"`
		Key      string `json:"key"`
		Evidence string `json:"evidence"`
	}
	out := struct {
		Documents   int          `json:"documents"`
		Absent      []string     `json:"absent"`
		Duplicates  int          `json:"duplicate_rows"`
		Scores      []score      `json:"scores"`
		Grades      []grade      `json:"grades"`
		Differences []difference `json:"differences"`
	}{Documents: s.Documents, Absent: s.Absent, Duplicates: s.Duplicates}
	for _, t := range s.Tallies {
		out.Scores = append(out.Scores, score{t.Kind, t.Precision(), t.Recall(), t.F1(), t.Hit, t.False, t.Missed})
	}
	for _, g := range s.Grades {
		out.Grades = append(out.Grades, grade{g.Kind, g.Confidence, g.Precision(), g.Hit, g.False})
	}
	for _, d := range s.Differences {
		out.Differences = append(out.Differences, difference{d.Doc, d.Kind, d.What(), d.Key, d.Evidence})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

// What says whether a row was missed or is false.
func (d Difference) What() string {
	if d.Missed {
		return "miss"
	}
	return "false"
}
