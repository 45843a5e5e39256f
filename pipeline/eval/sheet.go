package eval

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
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
		out.Differences = append(out.Differences, difference{d.Doc, d.Kind, d.what(), d.Key, d.Evidence})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

func (d Difference) what() string {
	if d.Missed {
		return "miss"
	}
	return "false"
}

// Sheet writes a workbook with the scores, the precision of each grade and every miss and false row beside
// its sentence. Texts are cells of text, never formulas.
func (s Scores) Sheet(w io.Writer) error {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // it only removes temporary files
	if err := f.SetSheetName("Sheet1", "scores"); err != nil {
		return err
	}
	rows := [][]any{{"kind", "precision", "recall", "F1", "hit", "false", "missed"}}
	for _, t := range s.Tallies {
		rows = append(rows, []any{t.Kind, t.Precision(), t.Recall(), t.F1(), t.Hit, t.False, t.Missed})
	}
	if err := fill(f, "scores", rows, map[string]float64{"A": 28}); err != nil {
		return err
	}
	if _, err := f.NewSheet("confidence"); err != nil {
		return err
	}
	rows = [][]any{{"kind", "confidence", "precision", "hit", "false"}}
	for _, g := range s.Grades {
		rows = append(rows, []any{g.Kind, g.Confidence, g.Precision(), g.Hit, g.False})
	}
	if err := fill(f, "confidence", rows, map[string]float64{"A": 28}); err != nil {
		return err
	}
	if _, err := f.NewSheet("differences"); err != nil {
		return err
	}
	rows = [][]any{{"document", "what", "kind", "key", "sentence"}}
	for _, d := range s.Differences {
		rows = append(rows, []any{d.Doc, d.what(), d.Kind, d.Key, d.Evidence})
	}
	if err := fill(f, "differences", rows, map[string]float64{"A": 16, "C": 24, "D": 50, "E": 90}); err != nil {
		return err
	}
	_, err := f.WriteTo(w)
	return err
}

func fill(f *excelize.File, sheet string, rows [][]any, widths map[string]float64) error {
	for i, r := range rows {
		if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &r); err != nil {
			return err
		}
	}
	for col, width := range widths {
		if err := f.SetColWidth(sheet, col, col, width); err != nil {
			return err
		}
	}
	return f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}
