package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Verdict is what a reviewer said of a row.
type Verdict string

// The verdicts.
const (
	Right   Verdict = "right"
	Wrong   Verdict = "wrong"
	Unclear Verdict = "unclear"
)

// Correction is one verdict with what belongs to it.
type Correction struct {
	// Doc is the SHA-256 of the document's bytes.
	Doc   string `json:"doc"`
	Table string `json:"table"`
	// Field is the column that is wrong. Empty is the whole row: right,
	// unclear, or with Wrong one that should not be there. What is said of an
	// identity column, on whatever sheet, has the table documents.
	Field   string  `json:"field,omitempty"`
	Verdict Verdict `json:"verdict"`
	// Value is what the column should say, as Value.String writes it; empty for
	// nothing.
	Value string `json:"value,omitempty"`
	Note  string `json:"note,omitempty"`
	// Place is the workbook and cell that it was read from.
	Place string `json:"place"`
	// Row, Start, End and Evidence say where the row stood: its id, its code
	// points (both 0 for a value from metadata and for documents) and its
	// sentence.
	Row      string `json:"row,omitempty"`
	Start    int    `json:"start,omitempty"`
	End      int    `json:"end,omitempty"`
	Evidence string `json:"evidence,omitempty"`
	// Shown is the id of the row of identity_evidence on which an identity
	// column was reviewed.
	Shown string `json:"shown,omitempty"`
	// Rule and Confidence are those of the row when it was reviewed.
	Rule       string `json:"rule,omitempty"`
	Confidence string `json:"confidence,omitempty"`
	// Was holds the row's own columns as they were when it was reviewed, blank
	// ones too: a column that is not here was none then.
	Was map[string]string `json:"was,omitempty"`
}

// sameRow reports whether two corrections were made on one row.
func (c *Correction) sameRow(d *Correction) bool {
	return c.Doc == d.Doc && c.Table == d.Table && c.Row == d.Row && c.Start == d.Start && c.End == d.End
}

// sameWords reports whether two corrections of one row say the same.
func (c *Correction) sameWords(d *Correction) bool {
	return c.Field == d.Field && c.Verdict == d.Verdict && c.Value == d.Value && c.Note == d.Note
}

// String says in a line what is corrected.
func (c *Correction) String() string {
	what := c.Table
	if c.Field != "" {
		what += "." + c.Field
	}
	return fmt.Sprintf("%.16s %s: %s", c.Doc, what, c.Verdict)
}

// service are the columns that say where a row stands and how it was found;
// the others are its own.
var service = []string{
	"doc_id", "row_id", "evidence_start", "evidence_end", "evidence", "page", "rule", "confidence", "doubts", "derived", "review", "corrected", "check",
}

// outcome are the columns of documents that say what became of the input.
var outcome = []string{
	"source_path", "sha256", "size", "media", "status", "duplicate_of", "same_as", "stage", "reason", "detail", "hint", "pages", "characters", "text_id", "notes",
	"province_2025", "unit_key",
}

// Own reports whether a column says what a row is about: the columns that a
// reviewer may correct.
func Own(t *report.Table, column string) bool {
	if t.Name == "documents" && slices.Contains(outcome, column) {
		return false
	}
	if base, ok := strings.CutSuffix(column, "_precision"); ok && t.Index(base) >= 0 {
		return false
	}
	return t.Index(column) >= 0 && !slices.Contains(service, column)
}

// owns returns a row's own columns as texts.
func owns(r report.Row) map[string]string {
	out := map[string]string{}
	for i, c := range r.Table.Columns {
		if Own(r.Table, c.Name) {
			out[c.Name] = r.Cells[i].String()
		}
	}
	return out
}

// value reads what Value.String wrote for a column.
func value(c *report.Column, s string) (report.Value, error) {
	if s == "" {
		return report.Value{}, nil
	}
	switch c.Type {
	case report.TypeInteger, report.TypeNumber:
		n, err := strconv.ParseFloat(s, 64)
		return report.Number(n), err
	case report.TypeBoolean:
		b, err := strconv.ParseBool(s)
		return report.Bool(b), err
	case report.TypeString, report.TypeCode, report.TypeDate:
	}
	return c.Value(s)
}

// Said shows what a row says in its own columns.
func Said(r report.Row) string {
	var out []string
	for i, c := range r.Table.Columns {
		if v := r.Cells[i]; !v.IsNull() && Own(r.Table, c.Name) {
			out = append(out, c.Name+"="+v.String())
		}
	}
	return strings.Join(out, " ")
}
