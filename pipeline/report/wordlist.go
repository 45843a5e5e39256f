package report

import (
	"errors"
	"fmt"
	"strings"
)

// Wordlist is one lexicon of the profile: rows of named columns, as a person
// edits them in a spreadsheet or text editor.
type Wordlist struct {
	Name    string // "provinces"
	Columns []string
	Rows    []WordRow
}

// WordRow is one line of a Wordlist.
type WordRow struct {
	Source string // file and line, for messages: "lexicons/provinces.tsv:12"
	cells  []string
	list   *Wordlist
}

// Append adds a row; missing cells at its end are empty.
func (w *Wordlist) Append(source string, cells []string) {
	w.Rows = append(w.Rows, WordRow{Source: source, cells: cells, list: w})
}

// Has reports whether a row says nothing new: the last one of its word is the same.
func (w *Wordlist) Has(cells []string) bool {
	for n := len(w.Rows) - 1; n >= 0; n-- {
		r := &w.Rows[n] // a list is asked for each of its lines: no row is copied
		if len(r.cells) == 0 || r.cells[0] != cells[0] {
			continue
		}
		for i, column := range w.Columns {
			if i < len(cells) && cells[i] != r.Get(column) || i >= len(cells) && r.Get(column) != "" {
				return false
			}
		}
		return true
	}
	return false
}

// Each calls f for every row and returns the faults of all rows, each with its
// place. Rows with choices in braces come after the plain ones: who writes one of
// their phrases out says something else of it.
func (w *Wordlist) Each(f func(WordRow) error) error {
	var faults []error
	for _, choices := range []bool{false, true} {
		for _, r := range w.Rows {
			if (len(r.cells) > 0 && strings.Contains(r.cells[0], "{")) != choices {
				continue
			}
			if err := f(r); err != nil {
				faults = append(faults, fmt.Errorf("%s: %w", r.Source, err))
			}
		}
	}
	return errors.Join(faults...)
}

// Get returns the cell of a column, "" when the row or the list has none.
func (r WordRow) Get(column string) string {
	for i, c := range r.list.Columns {
		if c == column && i < len(r.cells) {
			return r.cells[i]
		}
	}
	return ""
}
