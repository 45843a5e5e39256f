package kind

import (
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// given are the columns that every row of a table gets of the program, which no rule
// may fill: what the row is and what proves it.
var given = []string{
	"doc_id", "row_id", "evidence_start", "evidence_end", "evidence", "page", "rule", "confidence", "doubts", "derived", "review", "corrected",
}

// givenDocuments are those of documents: what became of an input, and what follows from
// other columns.
var givenDocuments = []string{
	"doc_id", "row_id", "source_path", "sha256", "size", "media", "status", "duplicate_of", "same_as", "stage", "reason", "detail", "hint", "pages",
	"characters", "text_id", "notes", "doc_date_precision", "province_2025", "shortcomings_part", "unit_key", "review", "corrected",
}

// ProgramFills reports whether a column of a table is the program's own.
func ProgramFills(table, column string) bool {
	if table == "documents" {
		return slices.Contains(givenDocuments, column)
	}
	return slices.Contains(given, column)
}

// Fillable reports whether rules may fill a table: documents, and each one whose rows
// have their evidence, but for that of documents, which is made with its rows.
func Fillable(t *report.Table) bool {
	if t.Name == "documents" {
		return true
	}
	return t.Name != "identity_evidence" && !slices.ContainsFunc(given[:len(given)-2], func(c string) bool { return t.Index(c) < 0 })
}
