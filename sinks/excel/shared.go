package excel

import (
	"errors"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
)

// sharedBytes is the longest text that is shared: what is longer says something of
// its own.
const sharedBytes = 64

// shared are the texts that the codebook has many rows say: labels of codes, yes
// and no, headers of documents. A cell then holds a number, which is a third less
// to write, to pack and to open than the text.
//
// The list is made before the first row and never grows, and the rows of a table
// take from it what the codebook has for this table, so that they do not depend on
// those of another one. Texts of documents that come again are not among them: a
// list that grew with them made the book a twentieth smaller, and every sheet
// another one when one had changed.
//
// excelize keeps the list of all shared texts of a book; these are put there by
// way of a cell of the first sheet, which gets its text at the end.
type shared struct {
	numbers map[string]map[string]int // table → text → its number + 1
	now     map[string]int            // of the table in hand
	all     map[string]int
}

// newShared lists the words of all tables, then the headers of documents, so that
// one more header leaves the numbers of the others.
func newShared(b *book) (*shared, error) {
	x := &shared{numbers: map[string]map[string]int{}, all: map[string]int{}}
	var faults []error
	for _, t := range b.ds.Tables() {
		x.numbers[t.Name] = map[string]int{}
		for i := range t.Columns {
			for _, s := range b.words(t, &t.Columns[i]) {
				faults = append(faults, x.add(b.file, t.Name, s))
			}
		}
	}
	evidence, documents := b.table("identity_evidence"), b.table("documents")
	if evidence == nil || documents == nil {
		return x, errors.Join(faults...)
	}
	for i := range documents.Columns { // it says which column a value is of
		c := &documents.Columns[i]
		for _, s := range append(b.words(documents, c), b.label(c.Label)) {
			faults = append(faults, x.add(b.file, evidence.Name, s))
		}
	}
	return x, errors.Join(faults...)
}

// table begins a table.
func (x *shared) table(t *report.Table) { x.now = x.numbers[t.Name] }

// of returns the words of a table, with their numbers.
func (x *shared) of(t *report.Table) map[string]int { return x.numbers[t.Name] }

// words are the texts that the codebook has for a column.
func (b *book) words(t *report.Table, c *report.Column) []string {
	var words []string
	labels := codeLabels(c, b.config.Lang)
	for _, code := range c.Codes {
		words = append(words, labels[code.Code])
	}
	if c.Type == report.TypeBoolean {
		yes, no := b.truths(t, c)
		words = append(words, yes, no)
	}
	return words
}

// add makes a text a shared one of a table.
func (x *shared) add(f *excelize.File, table, s string) error {
	if s == "" || len(s) > sharedBytes {
		return nil
	}
	if x.all[s] == 0 {
		if err := f.SetCellStr(f.GetSheetName(0), "A1", s); err != nil {
			return err
		}
		x.all[s] = f.SharedStrings.UniqueCount
	}
	x.numbers[table][s] = x.all[s]
	return nil
}

// text writes a text of a column whose texts may be shared ones.
func (b *book) text(to *cell, s string) {
	if n, ok := b.shared.now[s]; ok {
		to.setShared(s, n)
		return
	}
	b.losses.write(to, s)
}
